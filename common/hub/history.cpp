// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/hub/history.h"

#include <QDateTime>

#include <algorithm>
#include <iterator>

namespace Signalbox {

History::History(quint64 epoch, qsizetype maxPerRoom, qint64 maxBytes)
    : m_epoch(epoch)
    , m_maxPerRoom(maxPerRoom)
    , m_maxBytes(maxBytes)
{ }

History::Entry::Entry(const Event &kept)
    : event(kept)
    , cost(kept.cost() + EntryOverhead)
    , keptAt(QDateTime::currentMSecsSinceEpoch())
{ }

void History::append(const Event &event)
{
    Q_ASSERT(event.id.epoch == m_epoch && event.id.offset > m_lastOffset);
    m_lastOffset = event.id.offset;

    const EntryPointer entry(new Entry(event));
    if (m_maxPerRoom <= 0 || !fitsAlone(event, entry->cost)) {
        // A room that kept its older events would have a gap at its end: it has to go whole.
        for (const QByteArray &room : event.rooms)
            dropRoom(room);
        m_droppedUpTo = m_lastOffset;
        return;
    }
    m_bytes += entry->cost;
    for (const QByteArray &room : event.rooms)
        appendTo(room, entry);
    shrink(event);
}

Replay History::recent(const QByteArray &room, qsizetype limit) const
{
    const auto it = m_rooms.constFind(room);
    if (it == m_rooms.cend())
        return {};
    const qsizetype count = it->entries.size();
    return replayOf(*it, limit < 0 ? 0 : count - std::min(limit, count));
}

Replay History::since(const QByteArray &room, const EventId &since) const
{
    const auto it = m_rooms.constFind(room);
    const bool isOurs = since.epoch == m_epoch && since.offset <= m_lastOffset;
    if (it == m_rooms.cend())
        return {{}, isOurs && since.offset >= m_droppedUpTo};
    if (!isOurs) {
        Replay replay = replayOf(*it, 0);
        replay.recovered = false;
        return replay;
    }

    const auto first = std::upper_bound(
        it->entries.cbegin(), it->entries.cend(), since.offset,
        [](quint64 offset, const EntryPointer &entry) { return offset < entry->event.id.offset; });
    Replay replay = replayOf(*it, first - it->entries.cbegin());
    replay.recovered = since.offset >= it->lastMissing;
    return replay;
}

QList<RoomHistoryInfo> History::rooms() const
{
    QList<RoomHistoryInfo> all;
    all.reserve(m_rooms.size());
    for (auto name = m_idle.crbegin(); name != m_idle.crend(); ++name)
        all.append(infoOf(*name, *m_rooms.constFind(*name)));
    return all;
}

void History::startWalk()
{
    m_walk = m_idle.begin();
    m_walkEnd = m_lastOffset;
}

QList<RoomHistoryInfo> History::walk(qsizetype count)
{
    QList<RoomHistoryInfo> some;
    for (; m_walk != m_idle.end() && some.size() < count; ++m_walk) {
        const RoomHistoryInfo info = infoOf(*m_walk, *m_rooms.constFind(*m_walk));
        // From here on all have got an event since the start. They may come faster than we go.
        if (info.lastEvent.offset > m_walkEnd) {
            m_walk = m_idle.end();
            break;
        }
        some.append(info);
    }
    return some;
}

void History::setDropHandler(std::function<void(const QByteArray &room)> handler)
{
    m_dropped = std::move(handler);
}

RoomHistoryInfo History::info(const QByteArray &room) const
{
    const auto it = m_rooms.constFind(room);
    return it == m_rooms.cend() ? RoomHistoryInfo{room, 0, {}, 0} : infoOf(room, *it);
}

qsizetype History::retained() const
{
    return m_retained;
}

qint64 History::bytes() const
{
    return m_bytes;
}

qint64 History::costOf(const QByteArray &room)
{
    return RoomOverhead + room.size();
}

Replay History::replayOf(const Room &room, qsizetype first)
{
    Replay replay;
    replay.events.reserve(room.entries.size() - first);
    for (qsizetype i = first; i < room.entries.size(); ++i)
        replay.events.append(room.entries.at(i)->event);
    return replay;
}

RoomHistoryInfo History::infoOf(const QByteArray &name, const Room &room)
{
    const Entry &last = *room.entries.last();
    return {name, room.entries.size(), last.event.id, last.keptAt};
}

bool History::fitsAlone(const Event &event, qint64 cost) const
{
    for (const QByteArray &room : event.rooms)
        cost += costOf(room) + SlotCost;
    return cost <= m_maxBytes;
}

void History::appendTo(const QByteArray &name, const EntryPointer &entry)
{
    auto it = m_rooms.find(name);
    if (it == m_rooms.end()) {
        m_idle.push_back(name);
        it = m_rooms.insert(name, {{}, m_droppedUpTo, std::prev(m_idle.end())});
        m_bytes += costOf(name);
    } else {
        if (m_walk == it->idle)
            ++m_walk;
        m_idle.splice(m_idle.end(), m_idle, it->idle);
        if (it->entries.size() >= m_maxPerRoom)
            evictOldest(*it);
    }
    it->entries.append(entry);
    m_bytes += SlotCost;
    ++m_retained;
}

void History::evictOldest(Room &room)
{
    const EntryPointer entry = room.entries.takeFirst();
    room.lastMissing = entry->event.id.offset;
    m_bytes -= SlotCost;
    --m_retained;
    if (entry->ref.loadRelaxed() == 1) // no room is left that holds it
        m_bytes -= entry->cost;
}

void History::dropRoom(const QByteArray &name)
{
    const auto it = m_rooms.find(name);
    if (it == m_rooms.end())
        return;
    while (!it->entries.isEmpty())
        evictOldest(*it);
    m_droppedUpTo = std::max(m_droppedUpTo, it->lastMissing);
    m_bytes -= costOf(name);
    if (m_dropped)
        m_dropped(name);
    if (m_walk == it->idle)
        ++m_walk;
    m_idle.erase(it->idle);
    m_rooms.erase(it);
}

void History::shrink(const Event &newest)
{
    while (m_bytes > m_maxBytes) {
        const QByteArray idlest = m_idle.front(); // a copy: dropping frees the list's
        if (m_rooms.constFind(idlest)->entries.last()->event.id == newest.id)
            break;
        dropRoom(idlest);
    }
    // Only the newest event's own rooms are left, and it fits alone.
    for (auto name = newest.rooms.cbegin(); m_bytes > m_maxBytes && name != newest.rooms.cend();
         ++name) {
        Room &room = *m_rooms.find(*name);
        while (m_bytes > m_maxBytes && room.entries.size() > 1)
            evictOldest(room);
    }
}

} // namespace Signalbox
