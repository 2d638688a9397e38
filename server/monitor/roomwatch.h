// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/roomchanges.h"
#include "server/fanout/roomindex.h"
#include "server/monitor/timebudget.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace Signalbox {

class Dialect;
class EventHub;

/// Collects what happens to rooms, as long as it lives: first all that there are, a part with each
/// batch, then twice a second those that have changed.
///
/// Network thread.
class RoomWatch final : public QObject, private RoomObserver
{
    Q_OBJECT

public:
    static constexpr qsizetype MaxPerBatch = 1000;
    /// More than this many that changed untold: then all begins again.
    static constexpr qsizetype MaxChanged = 200'000;
    static constexpr int BatchesPerRound = 10;

    /// All must outlive this.
    RoomWatch(EventHub &hub, const QList<Dialect *> &dialects, QObject *parent = nullptr);
    ~RoomWatch() override;

    /// The next batch, if there is something to tell.
    [[nodiscard]] std::optional<RoomChanges> take();

private:
    struct Room
    {
        quint64 events = 0;
        QDateTime lastEventAt;
        bool isTold = false;
        bool isChanged = false; ///< and in one of the lists
    };

    void reset();
    void roomMembersChanged(const QByteArray &room) override;
    void handleEvents(const QList<Event> &events);
    void noteChange(const QByteArray &name);
    void noteChange(const QByteArray &name, Room &room);
    bool tellExisting(RoomChanges &changes, const TimeBudget &budget);
    void tellUntold(RoomChanges &changes, const QByteArray &name);
    void tell(RoomChanges &changes, const QByteArray &name);

    EventHub &m_hub;
    const QList<RoomIndex *> m_indexes;
    QHash<QByteArray, Room> m_rooms; ///< what was told, or is to be
    QList<QByteArray> m_changed; ///< to be told in the next round
    QList<QByteArray> m_queue; ///< to be told in this round, last first
    int m_batchesLeft = 0; ///< of this round
    bool m_isReset = true;
    // The walk through those that there were:
    bool m_walksHistory = true;
    qsizetype m_walkedIndex = 0;
    RoomIndex::Walk m_walk;
};

} // namespace Signalbox
