// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/hub/history.h"
#include "common/protocol/websocketframe.h"

#include <deque>
#include <functional>
#include <span>
#include <variant>

namespace Signalbox {

/// What a client asked to be told of the past.
struct ReplayRequest
{
    QByteArray room;
    Replay replay;
    bool isSince = false; ///< asked with `since`: all of it, in as many messages as it takes
};

/// Turns a stretch of a replay into the dialect's `recent_events`.
using ReplayEncoder = std::function<WebSocket::Frame(const ReplayRequest &request,
                                                     const QList<Event> &events, bool isLast)>;

/// The replays that one client still has to get, and the live events that wait behind them. A
/// replay is sent piece by piece, as the client's queue has room, so that it never makes a client
/// slow; what is live comes after it, without gap, duplicate or reordering. All comes in the order
/// in which it was added.
///
/// Exists only while there is something to replay.
class ReplayQueue final
{
public:
    /// One message holds at most this many bytes of events (or one event, if that is larger).
    static constexpr qsizetype MaxMessageBytes = 512 * 1024;

    /// Something that waits to be sent: a replay, or a live event.
    struct Waiting
    {
        std::span<const QByteArray> rooms; ///< the one that was asked for, or those it went to
        bool isReplay;
        bool isBegun; ///< a part of the replay was sent
    };
    using Filter = std::function<bool(const Waiting &waiting)>;

    explicit ReplayQueue(qsizetype maxMessageBytes = MaxMessageBytes);

    /// One for the same room that was not begun stands for both, or for what it lacks is replaced:
    /// who asks again and again while it fetches nothing gets one answer, and takes no more memory
    /// than it has rooms.
    void add(ReplayRequest request, ReplayEncoder encode);
    /// Keeps a live event, and the attachments that follow it, until the replays are done. \a rooms
    /// are those it went to, for retain().
    void hold(const WebSocket::Frame &frame, const QList<WebSocket::Frame> &attachments = {},
              const QList<QByteArray> &rooms = {});
    /// Forgets what \a isWanted says no to. It is not asked about events that went to no room.
    void retain(const Filter &isWanted);
    [[nodiscard]] qint64 heldBytes() const { return m_heldBytes; }

    /// The next frames to send, with nothing in between; none if all has been sent.
    [[nodiscard]] QList<WebSocket::Frame> next();
    [[nodiscard]] bool isEmpty() const { return m_items.empty(); }

private:
    struct Job
    {
        ReplayRequest request;
        ReplayEncoder encode;
        qsizetype sent = 0;
    };

    struct Held
    {
        QList<WebSocket::Frame> frames;
        QList<QByteArray> rooms;
    };
    using Item = std::variant<Job, Held>;

    static qsizetype bytesOf(const QList<WebSocket::Frame> &frames);
    [[nodiscard]] WebSocket::Frame nextOf(Job &job) const;

    qsizetype m_maxMessageBytes;
    std::deque<Item> m_items; ///< in the order in which they are sent
    qint64 m_heldBytes = 0;
};

} // namespace Signalbox
