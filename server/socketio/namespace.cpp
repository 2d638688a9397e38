// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/socketio/namespace.h"

#include "server/engineio/enginesession.h"
#include "server/net/websocketlink.h"
#include "server/socketio/socket.h"

namespace Signalbox::SocketIo {

Namespace::Namespace(QByteArray name, ConnectionRegistry &connections)
    : m_name(std::move(name))
    , m_connections(connections)
{ }

Namespace::~Namespace() = default;

std::optional<ConnectRefusal> Namespace::admit(Socket &socket) const
{
    return m_admission ? m_admission(socket) : std::nullopt;
}

void Namespace::add(Socket &socket)
{
    m_sockets.insert(socket.sid(), &socket);
    socket.sendFrame(EngineSession::encodeText(encodeConnect(m_name, socket.sid())));
    if (m_connected)
        m_connected(socket);
    if (m_sockets.contains(socket.sid()))
        m_connections.add(socket);
}

void Namespace::remove(Socket &socket, const CloseReason &reason)
{
    if (!m_sockets.remove(socket.sid()))
        return;
    socket.m_hasLeft = true;
    const ConnectionInfo info = socket.info();
    if (m_disconnected)
        m_disconnected(socket, reason);
    m_rooms.leaveAll(socket);
    m_connections.remove(info, reason);
}

void Namespace::dispatch(Socket &socket, const Decoder::Message &message)
{
    const QByteArray name = eventName(message.packet.payload);
    const Result<Arguments> arguments =
        Arguments::fromPayload(message.packet.payload, true, message.attachments);
    const auto found = m_handlers.constFind(name);
    const EventHandler &handler = found == m_handlers.cend() ? m_anyHandler : *found;
    if (!handler || !arguments)
        return;
    const Acknowledge ack =
        message.packet.id ? Acknowledge(*this, socket.sid(), *message.packet.id) : Acknowledge();
    if (!m_gate || m_gate(socket, ack))
        handler(socket, *arguments, ack);
}

void Namespace::emitEvent(QByteArrayView name, const Arguments &arguments)
{
    const OutgoingMessage message = encodeEvent(m_name, name, arguments);
    const WebSocket::Frame text = EngineSession::encodeText(message.text);
    for (Socket *socket : std::as_const(m_sockets)) {
        socket->sendFrame(text);
        for (const QByteArray &attachment : message.attachments)
            socket->transmit(EngineSession::encodeBinary(attachment));
    }
}

qsizetype Namespace::Broadcast::emitEvent(QByteArrayView name, const Arguments &arguments) const
{
    const OutgoingMessage message = encodeEvent(m_nsp.name(), name, arguments);
    const WebSocket::Frame text = EngineSession::encodeText(message.text);
    QList<WebSocket::Frame> attachments;
    for (const QByteArray &attachment : message.attachments)
        attachments.append(EngineSession::encodeBinary(attachment));
    return m_nsp.m_rooms.visit(m_rooms, [&](RoomMember &member, qsizetype) {
        auto &subscriber = static_cast<Subscriber &>(member);
        subscriber.deliver(text, attachments, m_rooms);
    });
}

} // namespace Signalbox::SocketIo
