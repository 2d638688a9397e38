// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/socketio/socket.h"

#include "common/auth/randomtext.h"
#include "server/net/websocketlink.h"
#include "server/socketio/client.h"
#include "server/socketio/namespace.h"

#include <algorithm>

namespace Signalbox::SocketIo {

Socket::Socket(Client &client, Namespace &nsp, QByteArray auth)
    : m_session(client.session())
    , m_client(client)
    , m_nsp(nsp)
    , m_sid(randomId())
    , m_auth(auth.isNull() ? QByteArrayLiteral("{}") : std::move(auth))
    , m_connectedAt(QDateTime::currentDateTimeUtc())
    , m_lastReceived(std::chrono::steady_clock::now())
{ }

Socket::~Socket() = default;

const Handshake &Socket::handshake() const
{
    return m_session.handshake();
}

void Socket::emitEvent(QByteArrayView name, const Arguments &arguments)
{
    send(encodeEvent(m_nsp.name(), name, arguments));
}

void Socket::emitEvent(QByteArrayView name, const QJsonObject &argument)
{
    emitEvent(name, Arguments() << argument);
}

void Socket::emitWithAck(QByteArrayView name, const Arguments &arguments, AckHandler handler)
{
    if (!m_acks)
        m_acks = std::make_unique<QHash<quint64, AckHandler>>();
    m_acks->insert(++m_lastAck, std::move(handler));
    send(encodeEvent(m_nsp.name(), name, arguments, m_lastAck));
}

bool Socket::isInAny(const QList<QByteArray> &rooms) const
{
    return std::any_of(rooms.cbegin(), rooms.cend(),
                       [this](const QByteArray &room) { return isIn(room); });
}

bool Socket::join(const QByteArray &room)
{
    return m_nsp.rooms().join(*this, room);
}

bool Socket::leave(const QByteArray &room)
{
    return m_nsp.rooms().leave(*this, room);
}

void Socket::disconnect(bool keepsTransport)
{
    if (!keepsTransport) {
        m_client.close(CloseCode::Forbidden, "server namespace disconnect");
        return;
    }
    sendFrame(EngineSession::encodeText(encodeDisconnect(m_nsp.name())));
    m_client.remove(*this, {CloseCode::Normal, "server namespace disconnect"});
}

void Socket::close(quint16 code, const QByteArray &reason)
{
    m_client.close(code, reason);
}

void Socket::handleMessage(const Decoder::Message &message)
{
    const Packet &packet = message.packet;
    qsizetype size = packet.payload.size();
    for (const QByteArray &attachment : message.attachments)
        size += attachment.size();
    m_lastReceived = std::chrono::steady_clock::now();
    ++m_received.messages;
    m_received.bytes += quint64(size);
    m_nsp.m_connections.noteReceived(size);

    switch (packet.type) {
    case PacketType::Event:
    case PacketType::BinaryEvent:
        m_nsp.dispatch(*this, message);
        break;
    case PacketType::Ack:
    case PacketType::BinaryAck: {
        // One that nobody waits for is ignored, as the JavaScript server does.
        const AckHandler handler = m_acks && packet.id ? m_acks->take(*packet.id) : AckHandler();
        Result<Arguments> arguments =
            Arguments::fromPayload(packet.payload, false, message.attachments);
        if (handler && arguments)
            handler(*arguments);
        break;
    }
    case PacketType::Disconnect:
        m_client.remove(*this, {CloseCode::Normal, "client namespace disconnect"});
        break;
    case PacketType::Connect:
    case PacketType::ConnectError:
        m_client.close(CloseCode::ProtocolError, EngineSession::ParseError);
        break;
    }
}

void Socket::send(const OutgoingMessage &message)
{
    sendFrame(EngineSession::encodeText(message.text));
    for (const QByteArray &attachment : message.attachments)
        transmit(EngineSession::encodeBinary(attachment));
}

void Socket::transmit(const WebSocket::Frame &frame)
{
    if (m_hasLeft)
        return;
    m_nsp.m_connections.noteSent(frame.bytes.size());
    m_session.send(frame);
}

qint64 Socket::transmitQueueBytes() const
{
    return m_session.queuedBytes();
}

qint64 Socket::transmitQueueLimit() const
{
    return m_session.queueLimit();
}

void Socket::awaitDrain()
{
    m_session.awaitDrain();
}

void Socket::handleOverflow()
{
    // Not now: a broadcast may be going through the rooms.
    EngineSession *session = &m_session;
    QMetaObject::invokeMethod(
        session,
        [session] { session->close(CloseCode::SlowConsumer, EngineSession::SlowConsumer); },
        Qt::QueuedConnection);
}

void Socket::setUser(const QByteArray &user)
{
    m_user = user;
    noteSubscriptionChange();
}

ConnectionActivity Socket::activity() const
{
    const EngineSession &session = m_client.session();
    return {.sent = sent(),
            .received = m_received,
            .queuedBytes = session.queuedBytes(),
            .roundTripMs = session.roundTrip().count(),
            .lastReceived = m_lastReceived,
            .isPolling = session.isPolling(),
            .subscriptionVersion = subscriptionVersion()};
}

ConnectionInfo Socket::info() const
{
    const Handshake &handshake = m_session.handshake();
    ConnectionInfo info;
    info.sid = m_sid;
    info.user = m_user;
    info.dialect = m_nsp.dialect();
    info.transport = m_session.transportName();
    info.address = handshake.addressText();
    info.userAgent = handshake.userAgent;
    info.rooms = rooms();
    info.connectedAt = m_connectedAt;
    info.idleSeconds = std::chrono::duration_cast<std::chrono::seconds>(
                           std::chrono::steady_clock::now() - m_lastReceived)
                           .count();
    info.roundTripMs = m_session.roundTrip().count();
    info.queuedBytes = m_session.queuedBytes();
    info.sent = sent();
    info.received = m_received;
    return info;
}

} // namespace Signalbox::SocketIo
