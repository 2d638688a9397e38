// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/socketio.h"
#include "server/fanout/connectionregistry.h"
#include "server/fanout/roomindex.h"
#include "server/socketio/acknowledge.h"

#include <QHash>
#include <QJsonObject>

#include <functional>
#include <optional>

namespace Signalbox::SocketIo {

class Socket;

/// Why a client may not enter a namespace: becomes a CONNECT_ERROR.
struct ConnectRefusal
{
    QByteArray message;
    QJsonObject data;
};

/// A Socket.IO namespace: its handlers, its sockets and their rooms. Handlers are shared by all
/// sockets.
///
///     nsp.on("subscribe", [](Socket &socket, const Arguments &arguments, const Acknowledge &ack) {
///         socket.join("room");
///         ack(Arguments() << true);
///     });
///     nsp.to("room").emitEvent("news", Arguments() << 42);
///
/// Network thread. Owned by its Server.
class Namespace final
{
public:
    using EventHandler =
        std::function<void(Socket &socket, const Arguments &arguments, const Acknowledge &ack)>;
    using ConnectHandler = std::function<void(Socket &socket)>;
    using DisconnectHandler = std::function<void(Socket &socket, const CloseReason &reason)>;
    using Gate = std::function<bool(Socket &socket, const Acknowledge &ack)>;
    using Admission = std::function<std::optional<ConnectRefusal>(Socket &socket)>;

    Namespace(QByteArray name, ConnectionRegistry &connections);
    ~Namespace();
    Q_DISABLE_COPY_MOVE(Namespace)

    [[nodiscard]] const QByteArray &name() const { return m_name; }
    /// What operators see as the dialect of its connections.
    void setDialect(const QByteArray &dialect) { m_dialect = dialect; }
    [[nodiscard]] const QByteArray &dialect() const { return m_dialect; }

    /// Asked before a socket enters; may give it its data already.
    void setAdmission(Admission admission) { m_admission = std::move(admission); }
    /// Called after the CONNECT packet was sent.
    void onConnect(ConnectHandler handler) { m_connected = std::move(handler); }
    /// Called while the socket is still there, its rooms too; what it emits goes nowhere.
    void onDisconnect(DisconnectHandler handler) { m_disconnected = std::move(handler); }
    void on(const QByteArray &event, EventHandler handler)
    {
        m_handlers.insert(event, std::move(handler));
    }
    /// Asked before an event is handled; false drops it (tell the client why).
    void setGate(Gate gate) { m_gate = std::move(gate); }
    /// For events that no other handler is for. Without it they are ignored.
    void onAny(EventHandler handler) { m_anyHandler = std::move(handler); }

    class Broadcast
    {
    public:
        /// Encodes once, sends to each member once. Returns how many that were.
        qsizetype emitEvent(QByteArrayView name, const Arguments &arguments) const;

    private:
        friend class Namespace;
        Broadcast(Namespace &nsp, QList<QByteArray> rooms)
            : m_nsp(nsp)
            , m_rooms(std::move(rooms))
        { }
        Namespace &m_nsp;
        QList<QByteArray> m_rooms;
    };
    [[nodiscard]] Broadcast to(const QByteArray &room) { return Broadcast(*this, {room}); }
    [[nodiscard]] Broadcast to(const QList<QByteArray> &rooms) { return Broadcast(*this, rooms); }
    /// To every socket of the namespace.
    void emitEvent(QByteArrayView name, const Arguments &arguments);

    [[nodiscard]] RoomIndex &rooms() { return m_rooms; }
    [[nodiscard]] Socket *find(const QByteArray &sid) const { return m_sockets.value(sid); }
    [[nodiscard]] const QHash<QByteArray, Socket *> &sockets() const { return m_sockets; }

private:
    friend class Client;
    friend class Socket;

    [[nodiscard]] std::optional<ConnectRefusal> admit(Socket &socket) const;
    void add(Socket &socket);
    void remove(Socket &socket, const CloseReason &reason);
    void dispatch(Socket &socket, const Decoder::Message &message);

    const QByteArray m_name;
    QByteArray m_dialect;
    ConnectionRegistry &m_connections;
    RoomIndex m_rooms;
    QHash<QByteArray, Socket *> m_sockets;
    QHash<QByteArray, EventHandler> m_handlers;
    EventHandler m_anyHandler;
    ConnectHandler m_connected;
    DisconnectHandler m_disconnected;
    Admission m_admission;
    Gate m_gate;
};

} // namespace Signalbox::SocketIo
