// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/hub/event.h"

#include <QExplicitlySharedDataPointer>
#include <QHash>
#include <QList>
#include <QSharedData>

#include <functional>
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
    qint64 lastEventAt = 0; ///< when that came, ms since 1970; 0 if nothing is retained
};

/// The last events of every room, bounded per room (`maxPerRoom`) and in memory over all
/// (`maxBytes`): when that is full, the rooms idle longest are dropped whole. A later `since` that
/// would have needed them is answered `recovered:false`, never with a silent gap. Nothing is kept
/// of a dropped room, so that endless new names take no memory either; what is asked of a room that
/// is not there is `recovered` only if nothing at all was dropped since.
///
/// Plain class of the network thread. append() is O(rooms of the event), amortised.
class History final
{
public:
    History(quint64 epoch, qsizetype maxPerRoom, qint64 maxBytes);

    /// Keeps \a event in each of its rooms. Its offset must be above all before it. When memory is
    /// short, its own rooms are the last to lose events, oldest first. An event that is over
    /// maxBytes by itself is not kept, and its rooms are dropped.
    void append(const Event &event);

    /// The last events of \a room, oldest first; at most \a limit if that is not negative.
    [[nodiscard]] Replay recent(const QByteArray &room, qsizetype limit = -1) const;
    /// What followed \a since in \a room. An id of another epoch, or of the future, is not
    /// recovered and yields all that is retained.
    [[nodiscard]] Replay since(const QByteArray &room, const EventId &since) const;

    /// All rooms that hold events, the most recently active first.
    [[nodiscard]] QList<RoomHistoryInfo> rooms() const;
    /// A room that is not there has nothing retained and no last event.
    [[nodiscard]] RoomHistoryInfo info(const QByteArray &room) const;
    /// Begins to go through all rooms, some at a time; ends a walk that is not through yet.
    void startWalk();
    /// Some more rooms, \a count at most; none: those were all. A room that gets an event meanwhile
    /// may be left out.
    [[nodiscard]] QList<RoomHistoryInfo> walk(qsizetype count);
    /// Called for each room that is dropped, with its name; must not call this.
    void setDropHandler(std::function<void(const QByteArray &room)> handler);
    [[nodiscard]] qsizetype retained() const; ///< over all rooms: an event counts in each
    [[nodiscard]] qint64 bytes() const; ///< never over maxBytes after append() returns

private:
    /// One event, shared by the rooms that hold it; its memory is counted once.
    struct Entry : QSharedData
    {
        explicit Entry(const Event &kept);

        const Event event;
        const qint64 cost;
        const qint64 keptAt; ///< ms since 1970: an event's own time is whatever its publisher says
    };
    using EntryPointer = QExplicitlySharedDataPointer<Entry>;

    struct Room
    {
        QList<EntryPointer> entries;
        quint64 lastMissing = 0; ///< offset of the newest event of this room that is gone
        std::list<QByteArray>::iterator idle; ///< its place in m_idle
    };

    static constexpr qint64 EntryOverhead = 56; ///< what an Entry takes besides its event
    static constexpr qint64 SlotCost = 2 * sizeof(EntryPointer); ///< with spare capacity
    static constexpr qint64 RoomOverhead = 320; ///< hash and list nodes, the entries' allocation

    static qint64 costOf(const QByteArray &room);
    static Replay replayOf(const Room &room, qsizetype first);
    static RoomHistoryInfo infoOf(const QByteArray &name, const Room &room);
    bool fitsAlone(const Event &event, qint64 cost) const;
    void appendTo(const QByteArray &name, const EntryPointer &entry);
    void evictOldest(Room &room);
    void dropRoom(const QByteArray &name);
    void shrink(const Event &newest);

    quint64 m_epoch;
    qsizetype m_maxPerRoom;
    qint64 m_maxBytes;
    qint64 m_bytes = 0;
    qsizetype m_retained = 0;
    quint64 m_lastOffset = 0;
    quint64 m_droppedUpTo = 0; ///< newest offset among all rooms that were dropped whole
    QHash<QByteArray, Room> m_rooms;
    std::list<QByteArray> m_idle; ///< room names, idle longest first
    std::list<QByteArray>::iterator m_walk = m_idle.end(); ///< the next room of the walk
    quint64 m_walkEnd = 0; ///< newest offset when the walk was started
    std::function<void(const QByteArray &room)> m_dropped;
};

} // namespace Signalbox
