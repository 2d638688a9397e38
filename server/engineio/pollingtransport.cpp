// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engineio/pollingtransport.h"

#include "common/protocol/engineio.h"
#include "server/engineio/enginesession.h"
#include "server/net/websocketlink.h"

namespace Signalbox {

namespace {

HttpResponse textResponse(const QByteArray &body)
{
    return {200, "text/plain; charset=UTF-8", body, {{"Cache-Control", "no-store"}}};
}

EngineIo::Packet packetOf(const WebSocket::Frame &frame)
{
    const QByteArrayView payload = frame.payload();
    if (frame.isBinary())
        return {EngineIo::PacketType::Message, true, payload.toByteArray()};
    return {EngineIo::PacketType(payload.front()), false, payload.sliced(1).toByteArray()};
}

} // namespace

PollingTransport::PollingTransport(EndOfTurn &endOfTurn, QueueLedger &ledger,
                                   EngineSession &session)
    : Task(endOfTurn)
    , m_session(session)
    , m_ledger(ledger)
{ }

PollingTransport::~PollingTransport()
{
    leaveLedger();
    m_poll.onAbandoned({});
    m_poll.send(EngineServer::refusal(EngineIo::HandshakeError::UnknownSid));
}

void PollingTransport::handleGet(const PendingResponse &response)
{
    if (m_poll.isPending()) {
        // The first one learns that the session is over, the second one that it may not be.
        end(char(EngineIo::PacketType::Close));
        response.send(EngineServer::refusal(EngineIo::HandshakeError::BadRequest));
        m_session.handleTransportClosed(CloseCode::ProtocolError, "overlapping polls");
        return;
    }
    m_poll = response;
    m_poll.onAbandoned([this] {
        m_poll = {};
        m_session.handleTransportClosed(CloseCode::Abnormal, EngineSession::TransportClose);
    });
    if (!m_queue.empty())
        answerPoll();
    else if (m_isProbed)
        releasePoll();
}

void PollingTransport::handlePost(const QByteArray &payload, const PendingResponse &response)
{
    const Result<QList<EngineIo::Packet>> packets = EngineIo::decodePayload(payload);
    if (!packets) {
        response.send(EngineServer::refusal(EngineIo::HandshakeError::BadRequest));
        m_session.close(CloseCode::ProtocolError, EngineSession::ParseError);
        return;
    }
    response.send({200, "text/html", "ok", {}});
    // A packet may end the session, and this transport with it.
    const QPointer<EngineSession> session = &m_session;
    for (const EngineIo::Packet &packet : *packets) {
        if (!session || session->isClosed())
            return;
        session->handlePacket(packet);
    }
}

void PollingTransport::releasePoll()
{
    if (m_poll.isPending() && m_queue.empty()) {
        send(WebSocket::encode(WebSocket::Opcode::Text, "6"));
        answerPoll();
    }
}

std::deque<WebSocket::Frame> PollingTransport::takeQueue()
{
    leaveLedger();
    m_queuedBytes = 0;
    return std::exchange(m_queue, {});
}

void PollingTransport::end(char packetType)
{
    if (!m_poll.isPending())
        return;
    send(WebSocket::encode(WebSocket::Opcode::Text, QByteArrayView(&packetType, 1)));
    answerPoll();
}

void PollingTransport::send(const WebSocket::Frame &packet)
{
    m_queue.push_back(packet);
    m_queuedBytes += packet.bytes.size();
    schedule();
}

QByteArray PollingTransport::name() const
{
    return QByteArrayLiteral("polling");
}

void PollingTransport::close(quint16 code, const QByteArray &)
{
    // A client that is meant to come back sees an unknown session, never a Close packet:
    // python-socketio would stay away for ever. One that is told to stay away has its Disconnect
    // packets in the queue.
    if (code == CloseCode::Forbidden)
        answerPoll();
    else if (code == CloseCode::ProtocolError)
        end(char(EngineIo::PacketType::Close));
    m_poll.onAbandoned({});
    m_poll.send(EngineServer::refusal(EngineIo::HandshakeError::UnknownSid));
}

void PollingTransport::endTurn()
{
    answerPoll();
    for (; m_inLedger < m_queue.size(); ++m_inLedger)
        m_ledger.add(m_queue[m_inLedger].bytes);
    if (m_queuedBytes > m_session.queueLimit())
        m_session.handleStalled();
}

void PollingTransport::leaveLedger()
{
    while (m_inLedger > 0)
        m_ledger.remove(m_queue[--m_inLedger].bytes);
}

void PollingTransport::answerPoll()
{
    if (!m_poll.isPending() || m_queue.empty())
        return;
    QByteArray payload;
    for (int count = 0; count < MaxPacketsPerPoll && !m_queue.empty(); ++count) {
        const WebSocket::Frame frame = std::move(m_queue.front());
        m_queue.pop_front();
        if (m_inLedger > 0) {
            m_ledger.remove(frame.bytes);
            --m_inLedger;
        }
        m_queuedBytes -= frame.bytes.size();
        EngineIo::appendToPayload(payload, packetOf(frame));
    }
    std::exchange(m_poll, {}).send(textResponse(payload));
    if (m_queue.empty())
        m_session.handleDrained();
}

} // namespace Signalbox
