// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/engineio/enginetransport.h"
#include "server/net/endofturn.h"
#include "server/net/pendingresponse.h"
#include "server/net/queueledger.h"

#include <deque>

namespace Signalbox {

class EngineSession;

/// Engine.IO over HTTP long-polling: packets wait here for the client's next GET.
class PollingTransport final : public EngineTransport, private EndOfTurn::Task
{
public:
    /// python-engineio refuses a payload of more packets, and then reconnects in a storm.
    static constexpr int MaxPacketsPerPoll = 16;

    PollingTransport(EndOfTurn &endOfTurn, QueueLedger &ledger, EngineSession &session);
    ~PollingTransport() override;

    void handleGet(const PendingResponse &response);
    void handlePost(const QByteArray &payload, const PendingResponse &response);
    /// An upgrade is being probed: a poll that waits for nothing is released, so that the client
    /// can pause this transport.
    void releasePoll();
    void setProbed(bool isProbed) { m_isProbed = isProbed; }
    /// What was not fetched, for the transport that follows.
    [[nodiscard]] std::deque<WebSocket::Frame> takeQueue();
    /// Answers a waiting poll with a last packet (Close or Noop), and accepts no more.
    void end(char packetType);

    void send(const WebSocket::Frame &packet) override;
    [[nodiscard]] qint64 queuedBytes() const override { return m_queuedBytes; }
    void awaitDrain() override { } // it tells each time
    [[nodiscard]] QByteArray name() const override;
    void close(quint16 code, const QByteArray &reason) override;

private:
    void endTurn() override;
    void answerPoll();
    void leaveLedger();

    EngineSession &m_session;
    QueueLedger &m_ledger;
    std::deque<WebSocket::Frame> m_queue;
    size_t m_inLedger = 0; ///< of m_queue, from its front on
    qint64 m_queuedBytes = 0;
    PendingResponse m_poll; ///< the GET that waits
    bool m_isProbed = false;
};

} // namespace Signalbox
