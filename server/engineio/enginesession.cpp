// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engineio/enginesession.h"

#include "common/auth/randomtext.h"
#include "server/engineio/pollingtransport.h"
#include "server/engineio/upgradeprobe.h"
#include "server/engineio/websockettransport.h"

namespace Signalbox {

using EngineIo::Packet;
using EngineIo::PacketType;
using std::chrono::steady_clock;

namespace {

WebSocket::Frame controlPacket(PacketType type, QByteArrayView data = {})
{
    QByteArray bytes(1, char(type));
    bytes.append(data);
    return WebSocket::encode(WebSocket::Opcode::Text, bytes);
}

} // namespace

EngineSession::EngineSession(Handshake handshake, EngineServer &server)
    : m_server(server)
    , m_sid(randomId())
    , m_handshake(std::move(handshake))
    , m_deadline(server.context().wheel, *this)
{ }

EngineSession::~EngineSession()
{
    m_server.m_ended.remove(this);
}

WebSocket::Frame EngineSession::encodeText(QByteArrayView message)
{
    return controlPacket(PacketType::Message, message);
}

WebSocket::Frame EngineSession::encodeBinary(QByteArrayView message)
{
    return WebSocket::encode(WebSocket::Opcode::Binary, message);
}

void EngineSession::openPolling(const PendingResponse &response)
{
    auto polling = std::make_unique<PollingTransport>(m_server.context().endOfTurn,
                                                      m_server.context().queueLedger, *this);
    m_polling = polling.get();
    m_transport = std::move(polling);
    sendOpen(true);
    m_polling->handleGet(response);
}

void EngineSession::openWebSocket(WebSocketLink &link)
{
    m_transport = std::make_unique<WebSocketTransport>(link, *this);
    sendOpen(false);
}

void EngineSession::sendOpen(bool canUpgrade)
{
    const EngineOptions &options = m_server.options();
    m_transport->send(controlPacket(
        PacketType::Open,
        EngineIo::encodeHandshake(m_sid, canUpgrade, int(options.pingInterval.count()),
                                  int(options.pingTimeout.count()), options.maxPayload)));
    m_deadline.start(options.pingInterval);
}

void EngineSession::send(const WebSocket::Frame &message)
{
    if (!m_isClosed)
        m_transport->send(message);
}

void EngineSession::handlePacket(const Packet &packet)
{
    if (m_isClosed)
        return;
    switch (packet.type) {
    case PacketType::Message:
        if (m_listener)
            m_listener->engineMessageReceived(packet.data, packet.binary);
        break;
    case PacketType::Pong:
        if (m_awaitsPong) {
            m_awaitsPong = false;
            m_roundTrip = std::chrono::duration_cast<std::chrono::milliseconds>(steady_clock::now()
                                                                                - m_pingSent);
            m_deadline.start(m_server.options().pingInterval);
        }
        break;
    case PacketType::Close:
        if (m_polling)
            m_polling->end(char(PacketType::Noop));
        close(CloseCode::Normal, ClientClose);
        break;
    case PacketType::Noop:
    case PacketType::Upgrade: // a second one; the first is the UpgradeProbe's
        break;
    case PacketType::Open:
    case PacketType::Ping: // since revision 4 the heartbeat is the server's
        close(CloseCode::ProtocolError, ParseError);
        break;
    }
}

void EngineSession::startUpgrade(WebSocketLink &link)
{
    if (m_isClosed || !m_polling || m_probe) {
        link.close(CloseCode::PolicyViolation);
        return;
    }
    m_probe = std::make_unique<UpgradeProbe>(link, *this, m_server.context().wheel,
                                             m_server.options().upgradeTimeout);
}

void EngineSession::completeUpgrade(WebSocketLink &link)
{
    // What the client did not fetch any more goes first; nothing was sent on the other way
    // meanwhile.
    std::unique_ptr<EngineTransport> old = std::move(m_transport);
    const std::deque<WebSocket::Frame> queue = m_polling->takeQueue();
    m_transport = std::make_unique<WebSocketTransport>(link, *this);
    for (const WebSocket::Frame &packet : queue)
        m_transport->send(packet);
    if (!queue.empty())
        m_transport->awaitDrain(); // somebody may wait for it
    std::exchange(m_polling, nullptr)->end(char(PacketType::Noop));
    endUpgrade();
}

void EngineSession::endUpgrade()
{
    if (m_polling)
        m_polling->setProbed(false);
    m_probe.reset();
}

void EngineSession::handleDrained()
{
    if (m_isClosed) {
        if (m_polling && m_deadline.isActive())
            end(); // the last packets were fetched
        return;
    }
    if (m_listener)
        m_listener->engineDrained();
}

void EngineSession::handleStalled()
{
    close(CloseCode::SlowConsumer, SlowConsumer);
}

void EngineSession::handleTransportClosed(quint16 code, const QByteArray &reason)
{
    if (m_farewell)
        end(); // the client has understood
    else
        finish(code, reason.isEmpty() ? QByteArray(TransportClose) : reason);
}

void EngineSession::close(quint16 code, const QByteArray &reason)
{
    if (m_isClosed)
        return;
    if (code == CloseCode::Forbidden && !m_polling)
        m_farewell = std::make_unique<CloseReason>(CloseReason{code, reason});
    else
        m_transport->close(code, reason);
    finish(code, reason);
}

void EngineSession::finish(quint16 code, const QByteArray &reason)
{
    if (std::exchange(m_isClosed, true))
        return;
    m_probe.reset();
    m_deadline.stop();
    if (Listener *listener = std::exchange(m_listener, nullptr))
        listener->engineClosed(code, reason);
    if (m_polling && code == CloseCode::Forbidden && m_polling->queuedBytes() > 0) {
        m_deadline.start(Wire::LingerTime); // for the poll that fetches the Disconnect packets
    } else if (m_farewell) {
        m_server.forget(*this);
        m_deadline.start(FarewellTime);
    } else {
        end();
    }
}

void EngineSession::end()
{
    m_deadline.stop();
    m_server.forget(*this);
    deleteLater();
}

void EngineSession::deadlinePassed(Deadline &)
{
    if (m_isClosed) {
        if (m_farewell)
            m_transport->close(m_farewell->code, m_farewell->text);
        end();
    } else if (m_awaitsPong) {
        close(CloseCode::Normal, PingTimeout);
    } else {
        m_awaitsPong = true;
        m_pingSent = steady_clock::now();
        m_transport->send(controlPacket(PacketType::Ping));
        m_deadline.start(m_server.options().pingTimeout);
    }
}

} // namespace Signalbox
