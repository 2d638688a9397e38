// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/hub/connectioninfo.h"
#include "server/fanout/replayqueue.h"
#include "server/fanout/roomindex.h"

#include <memory>

namespace Signalbox {

/// A connection as the fan-out sees it: in rooms, gets frames that were encoded once for all, and
/// may be catching up with the past.
class Subscriber : public RoomMember
{
public:
    /// Sends an event, or keeps it until the replays before it are through. \a attachments follow
    /// it, with nothing in between.
    void deliver(const WebSocket::Frame &frame, const QList<WebSocket::Frame> &attachments = {});
    /// Sends what is not an event: replies, errors. Not held up by replays.
    void sendFrame(const WebSocket::Frame &frame);
    /// Starts or continues to send a replay.
    void replay(ReplayRequest request, ReplayEncoder encode);
    /// The room was left: what of its past was not begun to be sent is wanted no more.
    void cancelReplay(const QByteArray &room);

protected:
    Subscriber() = default;
    virtual ~Subscriber() = default;

    virtual void transmit(const WebSocket::Frame &frame) = 0;
    [[nodiscard]] virtual qint64 transmitQueueBytes() const = 0;
    [[nodiscard]] virtual qint64 transmitQueueLimit() const = 0;
    /// More live events wait behind a replay than the queue may hold.
    virtual void handleOverflow() = 0;

    /// The transport's queue is empty.
    void continueReplay();
    [[nodiscard]] const Traffic &sent() const { return m_sent; }

private:
    /// Of the queue's limit: what a message of a replay may take, and how empty the queue must be
    /// before the next one is made. The rest is for what is sent meanwhile.
    static constexpr int MessageShare = 2;
    static constexpr int LowWaterShare = 32;

    std::unique_ptr<ReplayQueue> m_replays;
    Traffic m_sent;
};

} // namespace Signalbox
