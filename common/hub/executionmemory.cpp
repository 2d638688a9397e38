// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/hub/executionmemory.h"

#include "common/hub/room.h"

#include <iterator>

namespace Signalbox {

ExecutionMemory::ExecutionMemory(qsizetype capacity)
    : m_capacity(capacity)
{ }

void ExecutionMemory::apply(ScannedEvent &scanned)
{
    if (scanned.executionId.isEmpty())
        return;
    const Event &event = scanned.event;
    if (event.type == "execution_started" && !scanned.ownerRooms.isEmpty())
        remember(scanned);

    const auto it = m_executions.find(scanned.executionId);
    if (it == m_executions.end())
        return;
    if (event.user.isEmpty())
        addRooms(it->rooms, scanned);
    if (event.type == "execution_completed" || event.type == "execution_failed") {
        m_silent.erase(it->silent);
        m_executions.erase(it);
    } else {
        m_silent.splice(m_silent.end(), m_silent, it->silent);
    }
}

void ExecutionMemory::addRemembered(ScannedEvent &scanned) const
{
    const auto it = m_executions.constFind(scanned.executionId);
    const bool isRestart =
        scanned.event.type == "execution_started" && !scanned.ownerRooms.isEmpty();
    if (it != m_executions.cend() && scanned.event.user.isEmpty())
        addRooms(isRestart ? scanned.ownerRooms : it->rooms, scanned);
}

qsizetype ExecutionMemory::size() const
{
    return m_executions.size();
}

void ExecutionMemory::remember(const ScannedEvent &started)
{
    if (m_capacity <= 0)
        return;
    const auto known = m_executions.find(started.executionId);
    if (known != m_executions.end()) {
        known->rooms = started.ownerRooms;
        return;
    }
    if (m_executions.size() >= m_capacity) {
        m_executions.remove(m_silent.front());
        m_silent.pop_front();
    }
    m_silent.push_back(started.executionId);
    m_executions.insert(started.executionId, {started.ownerRooms, std::prev(m_silent.end())});
}

void ExecutionMemory::addRooms(const QList<QByteArray> &rooms, ScannedEvent &scanned)
{
    if (scanned.roomsAreImplied) {
        // Somebody in particular is addressed after all.
        scanned.event.rooms.removeAll(GlobalRoom);
        scanned.roomsAreImplied = false;
    }
    for (const QByteArray &room : rooms) {
        if (!scanned.event.rooms.contains(room))
            scanned.event.rooms.append(room);
    }
}

} // namespace Signalbox
