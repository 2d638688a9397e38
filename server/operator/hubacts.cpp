// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/operator/hubacts.h"

#include "common/hub/eventhub.h"
#include "common/hub/room.h"
#include "server/log/logger.h"
#include "server/operator/emergencyswitch.h"

#include <algorithm>

namespace Signalbox {

HubActs::HubActs(EventHub &hub, EmergencySwitch &emergency, Logger &logger)
    : m_hub(hub)
    , m_switch(emergency)
    , m_logger(logger)
{ }

Result<PublishResult> HubActs::publish(const QByteArray &json, const QString &by)
{
    // The fan-out is through when publish() returns.
    const std::atomic<quint64> &sent = m_hub.counters().eventsSent;
    const quint64 before = sent.load(std::memory_order_relaxed);
    Result<QList<EventId>> ids = m_hub.publish(json);
    if (!ids)
        return tl::unexpected<Error>(ids.error());
    const PublishResult result{*ids, qint64(sent.load(std::memory_order_relaxed) - before)};
    m_logger.info("events_published_by_operator",
                  {{"count", result.ids.size()},
                   {"first_event_id", result.ids.constFirst().toText()},
                   {"recipients", result.recipients},
                   {"address", by}});
    return result;
}

Result<void> HubActs::setEmergency(bool isTripped, const QString &reason, const QString &by)
{
    if (reason.toUtf8().size() > MaxReasonBytes)
        return fail(ErrorCode::BadRequest,
                    QStringLiteral("reason must have at most %1 bytes").arg(MaxReasonBytes),
                    QStringLiteral("reason"));
    m_logger.info(
        "emergency_set_by_operator",
        {{"state", isTripped ? "tripped" : "normal"}, {"reason", reason}, {"address", by}});
    const Result<void> saved = m_switch.set(isTripped, reason);
    if (saved)
        return {};
    m_logger.error("emergency_not_saved", {{"reason", saved.error().message}});
    return fail(ErrorCode::Internal,
                isTripped
                    ? QStringLiteral("Publishing is stopped, but a restart would let it go on: the "
                                     "state could not be saved")
                    : QStringLiteral("Publishing goes on, but a restart would stop it: the state "
                                     "could not be saved"));
}

Result<QList<Event>> HubActs::history(const QByteArray &room, qsizetype limit) const
{
    if (!isValidRoomName(room))
        return fail(ErrorCode::BadRoom, QStringLiteral("Not a valid room name"),
                    QStringLiteral("room"));
    return m_hub.history().recent(room, std::max<qsizetype>(limit, 0)).events;
}

} // namespace Signalbox
