// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/monitor/roomwatch.h"

#include "common/hub/eventhub.h"
#include "common/hub/room.h"
#include "server/dialects/dialect.h"

#include <utility>

namespace Signalbox {

namespace {

constexpr qsizetype WalkStep = 100;

} // namespace

RoomWatch::RoomWatch(EventHub &hub, const QList<Dialect *> &dialects, QObject *parent)
    : QObject(parent)
    , m_hub(hub)
    , m_indexes(roomIndexesOf(dialects))
{
    for (RoomIndex *index : m_indexes)
        index->setObserver(this);
    connect(&hub, &EventHub::eventsAccepted, this, &RoomWatch::handleEvents);
    connect(&hub, &EventHub::roomForgotten, this,
            [this](const QByteArray &room) { noteChange(room); });
    reset();
}

RoomWatch::~RoomWatch()
{
    for (RoomIndex *index : m_indexes)
        index->setObserver(nullptr);
}

void RoomWatch::reset()
{
    m_rooms.clear();
    m_changed.clear();
    m_queue.clear();
    m_isReset = true;
    m_walksHistory = true;
    m_walkedIndex = 0;
    m_walk = {};
    m_hub.history().startWalk();
}

void RoomWatch::roomMembersChanged(const QByteArray &room)
{
    if (isValidRoomName(room)) // there are event types, too
        noteChange(room);
}

void RoomWatch::handleEvents(const QList<Event> &events)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const Event &event : events) {
        for (const QByteArray &name : event.rooms) {
            Room &room = m_rooms[name];
            ++room.events;
            room.lastEventAt = now;
            noteChange(name, room);
        }
    }
}

void RoomWatch::noteChange(const QByteArray &name)
{
    noteChange(name, m_rooms[name]);
}

void RoomWatch::noteChange(const QByteArray &name, Room &room)
{
    if (room.isChanged)
        return;
    if (m_changed.size() >= MaxChanged) {
        reset();
        return;
    }
    room.isChanged = true;
    m_changed.append(name);
}

std::optional<RoomChanges> RoomWatch::take()
{
    const TimeBudget budget;
    RoomChanges changes;
    changes.isReset = std::exchange(m_isReset, false);
    if (tellExisting(changes, budget)) {
        if (--m_batchesLeft <= 0 && m_queue.isEmpty()) {
            m_queue.swap(m_changed);
            m_batchesLeft = BatchesPerRound;
        }
        while (!m_queue.isEmpty() && changes.changed.size() + changes.gone.size() < MaxPerBatch
               && !budget.isSpent())
            tell(changes, m_queue.takeLast());
    }
    if (!changes.isReset && changes.changed.isEmpty() && changes.gone.isEmpty())
        return {};
    return changes;
}

/// True once all have been told.
bool RoomWatch::tellExisting(RoomChanges &changes, const TimeBudget &budget)
{
    const auto hasTime = [&] { return changes.changed.size() < MaxPerBatch && !budget.isSpent(); };
    while (m_walksHistory && hasTime()) {
        const QList<RoomHistoryInfo> some = m_hub.history().walk(WalkStep);
        for (const RoomHistoryInfo &room : some)
            tellUntold(changes, room.room);
        m_walksHistory = !some.isEmpty();
    }
    while (!m_walksHistory && m_walkedIndex < m_indexes.size() && hasTime()) {
        const auto tellOne = [&](const QByteArray &name) {
            if (isValidRoomName(name))
                tellUntold(changes, name);
        };
        if (!m_indexes.at(m_walkedIndex)->visitRooms(m_walk, WalkStep, tellOne)) {
            ++m_walkedIndex;
            m_walk = {};
        }
    }
    return !m_walksHistory && m_walkedIndex >= m_indexes.size();
}

void RoomWatch::tellUntold(RoomChanges &changes, const QByteArray &name)
{
    Room &room = m_rooms[name];
    if (room.isTold)
        return;
    const bool isChanged = room.isChanged; // and in a list, where it stays
    tell(changes, name);
    if (const auto told = m_rooms.find(name); told != m_rooms.end())
        told->isChanged = isChanged;
}

void RoomWatch::tell(RoomChanges &changes, const QByteArray &name)
{
    const auto found = m_rooms.find(name);
    if (found == m_rooms.end())
        return;
    found->isChanged = false;
    RoomInfo info;
    info.name = name;
    for (const RoomIndex *index : m_indexes)
        info.members += index->memberCount(name);
    const RoomHistoryInfo history = m_hub.history().info(name);
    if (info.members == 0 && history.retained == 0) {
        if (found->isTold)
            changes.gone.append(name);
        m_rooms.erase(found);
        return;
    }
    info.retained = history.retained;
    info.lastEvent = history.lastEvent;
    info.events = found->events;
    info.lastEventAt = history.retained > 0
        ? QDateTime::fromMSecsSinceEpoch(history.lastEventAt).toUTC()
        : found->lastEventAt;
    found->isTold = true;
    changes.changed.append(info);
}

} // namespace Signalbox
