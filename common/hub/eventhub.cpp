// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/hub/eventhub.h"

#include "common/timestamp.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QThread>

#include <atomic>

namespace Signalbox {

namespace {

/// A raw JSON value.
QByteArray currentTimestamp()
{
    return '"' + Timestamp::now().toLatin1() + '"';
}

/// Milliseconds since 1970, then ten bits of a running number: another one at each start, and for
/// each hub of a process. Stays below 2^53, which JavaScript can hold.
quint64 newEpoch()
{
    static std::atomic<quint64> hubs{0};
    const auto now = static_cast<quint64>(QDateTime::currentMSecsSinceEpoch());
    return (now << 10) | (hubs.fetch_add(1, std::memory_order_relaxed) & 0x3ff);
}

} // namespace

EventHub::EventHub(const HubLimits &limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
    , m_epoch(newEpoch())
    , m_history(m_epoch, limits.maxRecentEvents, limits.maxHistoryBytes)
    , m_executions(limits.maxExecutions)
{
    m_history.setDropHandler([this](const QByteArray &room) { Q_EMIT roomForgotten(room); });
}

Result<QList<EventId>> EventHub::publish(QByteArrayView json)
{
    Q_ASSERT(thread() == QThread::currentThread());
    if (m_tripped) {
        m_counters.eventsRefused.fetch_add(1, std::memory_order_relaxed);
        return fail(ErrorCode::Emergency,
                    m_emergencyReason.isEmpty()
                        ? QStringLiteral("Publishing is stopped")
                        : QStringLiteral("Publishing is stopped: ") + m_emergencyReason);
    }
    Result<QList<ScannedEvent>> scanned = scanEvents(json, m_limits.maxEventBytes);
    if (!scanned) {
        m_counters.eventsRefused.fetch_add(1, std::memory_order_relaxed);
        return tl::unexpected(std::move(scanned).error());
    }

    QList<EventId> ids;
    QList<Event> events;
    ids.reserve(scanned->size());
    events.reserve(scanned->size());
    const QByteArray now = currentTimestamp();
    for (ScannedEvent &one : *scanned) {
        accept(one, now);
        ids.append(one.event.id);
        events.append(std::move(one.event));
    }
    m_counters.eventsReceived.fetch_add(static_cast<quint64>(ids.size()),
                                        std::memory_order_relaxed);
    m_counters.eventsRetained.store(static_cast<quint64>(m_history.retained()),
                                    std::memory_order_relaxed);
    m_counters.historyBytes.store(static_cast<quint64>(m_history.bytes()),
                                  std::memory_order_relaxed);
    announce(std::move(events));
    return ids;
}

Result<EventId> EventHub::publish(const QJsonObject &event)
{
    Result<QList<EventId>> ids = publish(QJsonDocument(event).toJson(QJsonDocument::Compact));
    if (!ids)
        return tl::unexpected(std::move(ids).error());
    return ids->first();
}

Result<Event> EventHub::preview(QByteArrayView json) const
{
    Result<QList<ScannedEvent>> scanned = scanEvents(json, m_limits.maxEventBytes);
    if (!scanned)
        return tl::unexpected(std::move(scanned).error());
    if (scanned->size() != 1)
        return fail(ErrorCode::InvalidEvent, QStringLiteral("There must be one event"));
    ScannedEvent &one = scanned->first();
    m_executions.addRemembered(one);
    if (one.event.timestamp.isNull())
        one.event.timestamp = currentTimestamp();
    return one.event;
}

const History &EventHub::history() const
{
    return m_history;
}

History &EventHub::history()
{
    return m_history;
}

const HubCounters &EventHub::counters() const
{
    return m_counters;
}

HubCounters &EventHub::counters()
{
    return m_counters;
}

quint64 EventHub::epoch() const
{
    return m_epoch;
}

void EventHub::setEmergency(bool tripped, const QString &reason)
{
    if (m_tripped == tripped && m_emergencyReason == reason)
        return;
    m_tripped = tripped;
    m_emergencyReason = reason;
    Q_EMIT emergencyChanged(m_tripped, m_emergencyReason);
}

bool EventHub::isTripped() const
{
    return m_tripped;
}

QString EventHub::emergencyReason() const
{
    return m_emergencyReason;
}

void EventHub::accept(ScannedEvent &scanned, const QByteArray &now)
{
    Event &event = scanned.event;
    event.id = {m_epoch, ++m_lastOffset};
    if (event.timestamp.isNull())
        event.timestamp = now;
    m_executions.apply(scanned);
    m_history.append(event);
}

void EventHub::announce(QList<Event> events)
{
    // A slot that publishes must not let later events overtake these on their way to other slots.
    m_unannounced.append(std::move(events));
    if (m_announcing)
        return;
    m_announcing = true;
    while (!m_unannounced.isEmpty())
        Q_EMIT eventsAccepted(m_unannounced.takeFirst());
    m_announcing = false;
}

} // namespace Signalbox
