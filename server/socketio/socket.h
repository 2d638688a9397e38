// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/identity.h"
#include "common/protocol/socketio.h"
#include "server/engineio/enginesession.h"
#include "server/fanout/connectionregistry.h"
#include "server/fanout/subscriber.h"

#include <QDateTime>
#include <QHash>

#include <chrono>
#include <functional>
#include <memory>

namespace Signalbox::SocketIo {

class Client;
class Namespace;

/// Base of what a dialect keeps for a socket.
class SocketData
{
public:
    virtual ~SocketData() = default;

    /// Who the client is; null as long as nobody knows.
    [[nodiscard]] virtual const Identity *identity() const { return nullptr; }
};

/// A client in a namespace, as a Node developer knows it: emits, joins and leaves rooms.
///
/// Network thread. Owned by its Client; gone after the namespace's disconnect handler was called.
class Socket final : public Subscriber, public Connection
{
public:
    /// Called with the client's answer.
    using AckHandler = std::function<void(const Arguments &arguments)>;

    Socket(Client &client, Namespace &nsp, QByteArray auth);
    ~Socket() override;

    [[nodiscard]] const QByteArray &sid() const override
    {
        return m_sid;
    } ///< the client's `socket.id`
    [[nodiscard]] Namespace &nsp() const { return m_nsp; }
    [[nodiscard]] const Handshake &handshake() const;
    /// The CONNECT packet's `auth` object as JSON text; `{}` if there was none.
    [[nodiscard]] const QByteArray &auth() const { return m_auth; }

    void emitEvent(QByteArrayView name, const Arguments &arguments = {});
    void emitEvent(QByteArrayView name, const QJsonObject &argument);
    /// \a handler is called when the client acknowledges, and never if it leaves before.
    void emitWithAck(QByteArrayView name, const Arguments &arguments, AckHandler handler);

    /// True if a broadcast to \a rooms reaches it.
    [[nodiscard]] bool isInAny(const QList<QByteArray> &rooms) const;
    bool join(const QByteArray &room);
    bool leave(const QByteArray &room);

    /// Leaves the namespace: a Disconnect packet, and unless \a keepsTransport the transport after
    /// it. The client's library takes that as a word to stay away.
    void disconnect(bool keepsTransport = true);
    void close(quint16 code, const QByteArray &reason) override;

    void setUser(const QByteArray &user);
    void setData(std::unique_ptr<SocketData> data) { m_data = std::move(data); }
    template <typename T>
    [[nodiscard]] T &data() const
    {
        return static_cast<T &>(*m_data);
    }

    [[nodiscard]] ConnectionInfo info() const override;
    [[nodiscard]] ConnectionActivity activity() const override;
    [[nodiscard]] QByteArray headers() const override { return handshake().head; }
    [[nodiscard]] const Identity *identity() const override
    {
        return m_data ? m_data->identity() : nullptr;
    }
    [[nodiscard]] qsizetype subscriptionCount() const override { return roomCount(); }

private:
    friend class Acknowledge;
    friend class Client;
    friend class Namespace;

    void handleMessage(const Decoder::Message &message);
    void send(const OutgoingMessage &message);

    void transmit(const WebSocket::Frame &frame) override;
    [[nodiscard]] qint64 transmitQueueBytes() const override;
    [[nodiscard]] qint64 transmitQueueLimit() const override;
    void awaitDrain() override;
    void handleOverflow() override;

    EngineSession &m_session; ///< the client's, near at hand for sending
    bool m_hasLeft = false; ///< what is sent now goes nowhere
    Client &m_client;
    Namespace &m_nsp;
    const QByteArray m_sid;
    QByteArray m_auth;
    QByteArray m_user;
    std::unique_ptr<SocketData> m_data;
    std::unique_ptr<QHash<quint64, AckHandler>> m_acks; ///< only if the server asked for some
    quint64 m_lastAck = 0;
    Traffic m_received;
    QDateTime m_connectedAt;
    std::chrono::steady_clock::time_point m_lastReceived; ///< heartbeats are not the client's own
};

} // namespace Signalbox::SocketIo
