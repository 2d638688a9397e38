// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/plainconnection.h"

#include "common/auth/randomtext.h"
#include "server/dialects/plaindialect.h"
#include "server/dialects/plainkeys.h"

namespace Signalbox {

PlainConnection::PlainConnection(WebSocketLink &link, Handshake handshake, PlainDialect &dialect)
    : m_link(&link)
    , m_dialect(dialect)
    , m_sid(randomId())
    , m_handshake(std::move(handshake))
    , m_session(*this, dialect.context().wheel, dialect)
    , m_heartbeat(dialect.context().wheel, *this)
    , m_connectedAt(QDateTime::currentDateTimeUtc())
    , m_lastReceived(std::chrono::steady_clock::now())
{
    link.setListener(this);
    m_heartbeat.start(dialect.options().pingInterval);
}

PlainConnection::~PlainConnection()
{
    if (m_link)
        m_link->setListener(nullptr);
}

void PlainConnection::sendText(const QByteArray &json)
{
    sendFrame(WebSocket::encode(WebSocket::Opcode::Text, json));
}

void PlainConnection::linkTextReceived(const QByteArray &utf8)
{
    m_lastReceived = std::chrono::steady_clock::now();
    ++m_received.messages;
    m_received.bytes += quint64(utf8.size());
    m_dialect.registry().noteReceived(utf8.size());
    m_dialect.handleMessage(*this, utf8);
}

void PlainConnection::linkBinaryReceived(const QByteArray &bytes)
{
    // Text is what this dialect speaks; a binary message is answered as an unknown one.
    linkTextReceived(bytes.isEmpty() ? bytes : QByteArray("\0", 1));
}

void PlainConnection::linkStalled()
{
    close(CloseCode::SlowConsumer, QByteArrayLiteral("slow consumer"));
}

void PlainConnection::linkClosed(quint16 code, const QByteArray &reason)
{
    m_link = nullptr;
    m_dialect.remove(*this,
                     {code, reason.isEmpty() ? QByteArrayLiteral("transport close") : reason});
}

void PlainConnection::close(quint16 code, const QByteArray &reason)
{
    if (!m_link)
        return;
    m_link->setListener(nullptr);
    std::exchange(m_link, nullptr)->close(code, reason);
    m_dialect.remove(*this, {code, reason});
}

void PlainConnection::deadlinePassed(Deadline &)
{
    // Any frame is a sign of life, a pong is one of them (RFC 6455, 5.5.3).
    const quint64 bytes = m_link->bytesReceived();
    if (m_awaitsPong && bytes == m_bytesAtPing) {
        close(CloseCode::Normal, QByteArrayLiteral("ping timeout"));
        return;
    }
    m_awaitsPong = !m_awaitsPong;
    if (m_awaitsPong) {
        m_bytesAtPing = bytes;
        m_link->ping();
    }
    const auto &options = m_dialect.options();
    m_heartbeat.start(m_awaitsPong ? options.pingTimeout : options.pingInterval);
}

void PlainConnection::transmit(const WebSocket::Frame &frame)
{
    if (!m_link)
        return;
    m_dialect.registry().noteSent(frame.bytes.size());
    m_link->send(frame);
}

qint64 PlainConnection::transmitQueueBytes() const
{
    return m_link ? m_link->queuedBytes() : 0;
}

qint64 PlainConnection::transmitQueueLimit() const
{
    return m_dialect.options().queueBytes;
}

void PlainConnection::awaitDrain()
{
    if (m_link)
        m_link->awaitDrain();
}

void PlainConnection::handleOverflow()
{
    // Not now: a broadcast may be going through the rooms.
    m_dialect.closeLater(m_sid, CloseCode::SlowConsumer, QByteArrayLiteral("slow consumer"));
}

ConnectionActivity PlainConnection::activity() const
{
    return {.sent = sent(),
            .received = m_received,
            .queuedBytes = transmitQueueBytes(),
            .roundTripMs = m_roundTrip.count(),
            .lastReceived = m_lastReceived,
            .isPolling = false,
            .subscriptionVersion = subscriptionVersion()};
}

ConnectionInfo PlainConnection::info() const
{
    ConnectionInfo info;
    info.sid = m_sid;
    info.user = m_session.identity()->user;
    info.dialect = QByteArrayLiteral("plain");
    info.transport = QByteArrayLiteral("websocket");
    info.address = m_handshake.addressText();
    info.userAgent = m_handshake.userAgent;
    PlainKeys::split(*this, info.rooms, info.types);
    info.connectedAt = m_connectedAt;
    info.idleSeconds = std::chrono::duration_cast<std::chrono::seconds>(
                           std::chrono::steady_clock::now() - m_lastReceived)
                           .count();
    info.roundTripMs = m_roundTrip.count();
    info.queuedBytes = transmitQueueBytes();
    info.sent = sent();
    info.received = m_received;
    return info;
}

} // namespace Signalbox
