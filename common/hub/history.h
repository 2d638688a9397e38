// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/hub/event.h"

#include <QHash>
#include <QList>

#include <deque>
#include <list>

namespace Signalbox {

/// What a room's history has to say to one who asks. `recovered` is false if events are missing
/// between the asker's `since` and the first of `events`.
struct Replay
{
    QList<Event> events; ///< oldest first
    bool recovered = true;
};

/// What one room's history holds, for `GET /api/v1/rooms` and the console.
struct RoomHistoryInfo
{
    QByteArray room;
    qsizetype retained = 0;
    EventId lastEvent;
};

/// The last events of every room, bounded per room (`maxPerRoom`) and in memory over all
/// (`maxBytes`): when that is full, the rooms idle longest are dropped whole. A later `since` that
/// would have needed them is answered `recovered:false`, never with a silent gap.
///
/// Plain class of the network thread. append() is O(rooms of the event), amortised.
class History final
{
public:
    History(quint64 epoch, qsizetype maxPerRoom, qint64 maxBytes);

    void append(const Event &event);

    /// The last events of \a room, oldest first; at most \a limit if that is not negative.
    [[nodiscard]] Replay recent(const QByteArray &room, qsizetype limit = -1) const;
    /// What followed \a since in \a room. An id of another epoch, or of the future, is not recovered
    /// and yields all that is retained.
    [[nodiscard]] Replay since(const QByteArray &room, const EventId &since) const;

    [[nodiscard]] QList<RoomHistoryInfo> rooms() const;
    [[nodiscard]] RoomHistoryInfo info(const QByteArray &room) const;
    [[nodiscard]] qsizetype retained() const; ///< events over all rooms
    [[nodiscard]] qint64 bytes() const; ///< never over maxBytes after append() returns

private:
    struct Room
    {
        std::deque<Event> events;
        qint64 bytes = 0;
        quint64 lastMissing = 0; ///< offset of the newest event of this room that is gone
        std::list<QByteArray>::iterator idle; ///< its place in m_idle
    };

    void evictOldest(Room &room);
    void dropIdlest();

    quint64 m_epoch;
    qsizetype m_maxPerRoom;
    qint64 m_maxBytes;
    qint64 m_bytes = 0;
    qsizetype m_retained = 0;
    quint64 m_lastOffset = 0;
    quint64 m_droppedUpTo = 0; ///< newest offset among all rooms that were dropped whole
    QHash<QByteArray, Room> m_rooms;
    std::list<QByteArray> m_idle; ///< room names, idle longest first
};

} // namespace Signalbox
