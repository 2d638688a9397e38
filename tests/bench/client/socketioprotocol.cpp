// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/client/benchclient.h"
#include "tests/bench/client/clientprotocol.h"

namespace Signalbox::Bench {

namespace {

/// Engine.IO and Socket.IO as far as two dialects have them in common.
class SocketIoBase : public ClientProtocol
{
public:
    SocketIoBase(const QByteArray &path, const QByteArray &space, const QByteArray &token)
        : m_path(path)
        , m_connect("40" + space + (token.isEmpty() ? "" : "{\"token\":\"" + token + "\"}"))
        , m_connected("40" + space)
        , m_refused("44" + space)
        , m_event("42" + space)
        , m_leave("41" + space)
    { }

    [[nodiscard]] QByteArray target() const override
    {
        return m_path + "?EIO=4&transport=websocket";
    }
    void begin(BenchClient &) const override { } // the server opens
    [[nodiscard]] QByteArray farewell() const override { return m_leave; }

    void handleMessage(BenchClient &client, QByteArrayView packet) const override
    {
        if (packet.startsWith(m_event)) {
            handleEvent(client, packet.sliced(m_event.size()), packet);
        } else if (packet == "2") {
            client.sendText("3");
        } else if (packet.startsWith('0') && client.stage() == Opening) {
            client.setStage(Joining);
            client.sendText(m_connect);
        } else if (packet.startsWith(m_connected) && client.stage() == Joining) {
            client.setStage(Subscribing);
            for (const QByteArray &room : client.expectReplies())
                client.queueText(m_event + subscription(room));
            client.flush();
        } else if (packet.startsWith(m_refused)) {
            client.reject(QStringLiteral("the server refused the Socket.IO connection"), packet);
        } else if (packet != "6" && !client.isLeaving()) {
            client.reject(QStringLiteral("a packet that is not expected"), packet);
        }
    }

protected:
    /// The JSON array of the event that subscribes to a room.
    [[nodiscard]] virtual QByteArray subscription(const QByteArray &room) const = 0;
    /// Whether an event (its JSON array) is a delivery, and not an answer of the server's.
    [[nodiscard]] virtual bool isDelivery(QByteArrayView json) const = 0;

private:
    enum Stage { Opening, Joining, Subscribing };

    void handleEvent(BenchClient &client, QByteArrayView json, QByteArrayView packet) const
    {
        if (isDelivery(json))
            client.receiveEvent(packet);
        else if (json.startsWith("[\"subscribed\""))
            client.noteReply();
        else if (json.startsWith("[\"error\""))
            client.reject(QStringLiteral("the server reported an error"), packet);
        else if (json.startsWith("[\"auth_response\"") && packet.contains("false"))
            client.reject(QStringLiteral("the token was refused"), packet);
        // Greetings, and what is replayed of earlier runs (`recent_events`), are not counted.
    }

    QByteArray m_path;
    QByteArray m_connect;
    QByteArray m_connected;
    QByteArray m_refused;
    QByteArray m_event;
    QByteArray m_leave;
};

class SocketIoProtocol final : public SocketIoBase
{
public:
    SocketIoProtocol(const QByteArray &path, const QByteArray &token)
        : SocketIoBase(path, {}, token)
    { }

protected:
    [[nodiscard]] QByteArray subscription(const QByteArray &room) const override
    {
        const qsizetype at = room.indexOf('@');
        return "[\"subscribe_workflow\",{\"workflow_id\":\"" + (at < 0 ? room : room.first(at))
            + '"' + (at < 0 ? QByteArray() : ",\"since\":\"" + room.sliced(at + 1) + '"') + "}]";
    }
    [[nodiscard]] bool isDelivery(QByteArrayView json) const override
    {
        return json.startsWith("[\"workflow_event\"");
    }
};

class RoomsProtocol final : public SocketIoBase
{
public:
    RoomsProtocol(const QByteArray &path, const QByteArray &token)
        : SocketIoBase(path, "/ws,", token)
    { }

protected:
    [[nodiscard]] QByteArray subscription(const QByteArray &room) const override
    {
        return "[\"subscribe\",{\"room\":\"workflow:" + room + "\"}]";
    }
    [[nodiscard]] bool isDelivery(QByteArrayView json) const override
    {
        return json.startsWith("[\"bench_event\"");
    }
};

} // namespace

std::unique_ptr<ClientProtocol> makeSocketIoProtocol(const QByteArray &path,
                                                     const QByteArray &token)
{
    return std::make_unique<SocketIoProtocol>(path, token);
}

std::unique_ptr<ClientProtocol> makeRoomsProtocol(const QByteArray &path, const QByteArray &token)
{
    return std::make_unique<RoomsProtocol>(path, token);
}

} // namespace Signalbox::Bench
