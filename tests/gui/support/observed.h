// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/observedevents.h"

#include <QTimeZone>
namespace Signalbox {

/// An event as a monitor tells it. \a number is its offset, and the millisecond of its time.
inline ObservedEvent observed(quint64 number, const QByteArray &type = "order.shipped",
                              const QByteArray &body = R"({"n":1.50})")
{
    ObservedEvent result;
    result.event.id = {7, number};
    result.event.type = type;
    result.event.timestamp = R"("2026-03-01T12:00:00.000Z")";
    result.event.rooms = {"project:atlas"};
    result.event.body = body;
    result.acceptedAt = QDateTime(QDate(2026, 3, 1), QTime(12, 0), QTimeZone::utc())
                            .toUTC()
                            .addMSecs(qint64(number));
    result.recipients = 3;
    return result;
}

inline ObservedEvents observedBatch(quint64 first, int count)
{
    ObservedEvents batch;
    for (int i = 0; i < count; ++i)
        batch.events.append(observed(first + quint64(i)));
    return batch;
}

} // namespace Signalbox
