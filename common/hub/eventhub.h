// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/hub/counters.h"
#include "common/hub/event.h"
#include "common/hub/executionmemory.h"
#include "common/hub/history.h"
#include "common/result.h"

#include <QJsonObject>
#include <QObject>

namespace Signalbox {

/// Limits of a hub. Each has the default that users of the server get.
struct HubLimits
{
    qsizetype maxRecentEvents = 100; ///< retained per room; 0 keeps none
    qint64 maxHistoryBytes = 256LL * 1024 * 1024; ///< over all rooms
    qsizetype maxEventBytes = 1'000'000; ///< of one event's JSON text
    qsizetype maxExecutions = 10'000; ///< running executions whose bot and strategy are remembered
};

/// The heart: takes events in, validates and stamps them, keeps the recent ones, and tells whoever
/// is connected. It knows nothing of sockets, dialects or windows.
///
/// Lives on the network thread; all functions are called there. The counters may be read anywhere.
class EventHub final : public QObject
{
    Q_OBJECT

public:
    explicit EventHub(const HubLimits &limits = {}, QObject *parent = nullptr);

    /// Publishes the event, or the array of 1-1000 events, that \a json holds. All or nothing.
    /// Returns the ids in order. Errors as scanEvents(); Emergency while tripped.
    Result<QList<EventId>> publish(QByteArrayView json);

    /// Publishes one event from within the process. \a event has the same shape as in publish().
    Result<EventId> publish(const QJsonObject &event);

    /// One event as publish() would make it of \a json now, but without an id; nothing comes of it.
    /// Errors as scanEvents(); InvalidEvent for a list that does not hold exactly one.
    [[nodiscard]] Result<Event> preview(QByteArrayView json) const;

    [[nodiscard]] const History &history() const;
    [[nodiscard]] History &history();
    [[nodiscard]] const HubCounters &counters() const;
    [[nodiscard]] HubCounters &counters();
    [[nodiscard]] quint64 epoch() const;

    /// Stops publishing, or lets it go on. \a reason is told to every client.
    void setEmergency(bool tripped, const QString &reason);
    [[nodiscard]] bool isTripped() const;
    [[nodiscard]] QString emergencyReason() const;

Q_SIGNALS:
    /// Emitted once per publish() that succeeded, before it returns; for a publish() from within a
    /// slot of this signal, when all slots have seen the events before, so that the order holds.
    void eventsAccepted(const QList<Signalbox::Event> &events);
    void emergencyChanged(bool tripped, const QString &reason);
    /// The history of a room was dropped to save memory. The hub must not be called.
    void roomForgotten(const QByteArray &room);

private:
    void accept(ScannedEvent &scanned, const QByteArray &now);
    void announce(QList<Event> events);

    HubLimits m_limits;
    quint64 m_epoch;
    quint64 m_lastOffset = 0;
    History m_history;
    ExecutionMemory m_executions;
    QList<QList<Event>> m_unannounced;
    bool m_announcing = false;
    HubCounters m_counters;
    bool m_tripped = false;
    QString m_emergencyReason;
};

} // namespace Signalbox
