// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/monitor/statussampler.h"

#include "common/hub/eventhub.h"
#include "common/hub/room.h"
#include "server/dialects/dialect.h"
#include "server/fanout/connectionregistry.h"
#include "server/limits/authguard.h"
#include "server/net/queueledger.h"

#include <algorithm>
#include <utility>

namespace Signalbox {

StatusSampler::StatusSampler(const EventHub &hub, const ConnectionRegistry &connections,
                             const QueueLedger &sendQueues, const AuthGuard &authGuard,
                             QList<Dialect *> dialects)
    : m_hub(hub)
    , m_connections(connections)
    , m_sendQueues(sendQueues)
    , m_authGuard(authGuard)
    , m_dialects(std::move(dialects))
{ }

HubStatus StatusSampler::sample()
{
    sampleRooms();
    const HubCounters &counters = m_hub.counters();
    HubStatus status;
    status.connections = m_connections.count();
    status.totalConnections = qint64(m_connections.total());
    status.rooms = m_rooms;
    status.eventsReceived = counters.eventsReceived.load(std::memory_order_relaxed);
    status.eventsRefused = counters.eventsRefused.load(std::memory_order_relaxed);
    status.eventsSent = counters.eventsSent.load(std::memory_order_relaxed);
    status.bytesSent = m_connections.sent().bytes;
    status.bytesReceived = m_connections.received().bytes;
    status.queuedBytes = m_sendQueues.bytes();
    status.slowCloses = m_connections.slowCloses();
    status.authFailures = m_authGuard.failures();
    status.retainedEvents = qint64(counters.eventsRetained.load(std::memory_order_relaxed));
    status.historyBytes = qint64(counters.historyBytes.load(std::memory_order_relaxed));
    status.isTripped = m_hub.isTripped();
    status.emergencyReason = m_hub.emergencyReason();
    return status;
}

quint64 StatusSampler::roomsVersion(const QList<RoomIndex *> &indexes)
{
    quint64 version = 0;
    for (const RoomIndex *index : indexes)
        version += index->roomsVersion();
    return version;
}

void StatusSampler::sampleRooms()
{
    // Asked anew: who watches the dialects may be there before they are ready.
    const QList<RoomIndex *> indexes = roomIndexesOf(m_dialects);
    const quint64 version = roomsVersion(indexes);
    if (!m_isCounting) {
        if (version == m_roomsVersion)
            return;
        m_nextVersion = version;
        m_isCounting = true;
    }
    for (qsizetype looked = 0; looked < MaxPerSample && m_index < indexes.size();) {
        const RoomIndex &index = *indexes.at(m_index);
        if (index.isVoid(m_walk))
            m_roomsOfIndex = 0;
        const bool goesOn =
            index.visitRooms(m_walk, MaxPerSample - looked, [&](const QByteArray &name) {
                // One room may have members in several dialects.
                const bool isCounted =
                    std::any_of(indexes.cbegin(), indexes.cbegin() + m_index,
                                [&](const RoomIndex *other) { return other->hasRoom(name); });
                m_roomsOfIndex += !isCounted && isValidRoomName(name);
                ++looked;
            });
        if (goesOn)
            return;
        m_roomsSoFar += std::exchange(m_roomsOfIndex, 0);
        m_walk = {};
        ++m_index;
    }
    if (m_index < indexes.size())
        return;
    m_rooms = std::exchange(m_roomsSoFar, 0);
    m_roomsVersion = m_nextVersion;
    m_index = 0;
    m_isCounting = false;
}

} // namespace Signalbox
