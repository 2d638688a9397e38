// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/hubstatus.h"
#include "server/fanout/roomindex.h"

namespace Signalbox {

class AuthGuard;
class ConnectionRegistry;
class Dialect;
class EventHub;
class QueueLedger;

/// Puts the hub's figures together. Rooms have no counter and are counted little by little: of
/// many, the figure is a few moments old.
///
/// Network thread.
class StatusSampler final
{
public:
    static constexpr qsizetype MaxPerSample = 2500; ///< rooms that are looked at

    /// All must outlive this.
    StatusSampler(const EventHub &hub, const ConnectionRegistry &connections,
                  const QueueLedger &sendQueues, const AuthGuard &authGuard,
                  QList<Dialect *> dialects);

    [[nodiscard]] HubStatus sample();

private:
    void sampleRooms();
    [[nodiscard]] static quint64 roomsVersion(const QList<RoomIndex *> &indexes);

    const EventHub &m_hub;
    const ConnectionRegistry &m_connections;
    const QueueLedger &m_sendQueues;
    const AuthGuard &m_authGuard;
    const QList<Dialect *> m_dialects;

    qint64 m_rooms = 0;
    qint64 m_roomsSoFar = 0; ///< of the indexes that are done
    qint64 m_roomsOfIndex = 0;
    qsizetype m_index = 0;
    RoomIndex::Walk m_walk;
    quint64 m_roomsVersion = 0; ///< when m_rooms began to be counted
    quint64 m_nextVersion = 0; ///< when the count that goes on began
    bool m_isCounting = false;
};

} // namespace Signalbox
