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
    /// it, with nothing in between; \a rooms are those it went to.
    void deliver(const WebSocket::Frame &frame, const QList<WebSocket::Frame> &attachments = {},
                 const QList<QByteArray> &rooms = {});
    /// Sends what is not an event: replies, errors. Not held up by replays.
    void sendFrame(const WebSocket::Frame &frame);
    /// Starts or continues to send a replay.
    void replay(ReplayRequest request, ReplayEncoder encode);
    /// Sends no more events, and keeps those that come, until resume().
    void suspend();
    /// Sends what was kept, but for what \a isAllowed says no to, and for events of none but rooms
    /// that were left.
    void resume(const ReplayQueue::Filter &isAllowed);
    /// These rooms were left: what of their past was not begun to be sent is wanted no more, nor
    /// are events that wait and went to no room that this is still in.
    void forget(const QList<QByteArray> &rooms);

protected:
    Subscriber() = default;
    virtual ~Subscriber() = default;

    virtual void transmit(const WebSocket::Frame &frame) = 0;
    [[nodiscard]] virtual qint64 transmitQueueBytes() const = 0;
    [[nodiscard]] virtual qint64 transmitQueueLimit() const = 0;
    /// Something is queued: have continueReplay() called when all of it has gone.
    virtual void awaitDrain() = 0;
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

    ReplayQueue &replays();

    std::unique_ptr<ReplayQueue> m_replays;
    bool m_isSuspended = false;
    Traffic m_sent;
};

} // namespace Signalbox
