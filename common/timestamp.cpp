// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/timestamp.h"

#include <QDateTime>

namespace Signalbox::Timestamp {

QString now()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
}

QString of(std::chrono::system_clock::time_point time)
{
    const auto sinceEpoch = std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch();
    // QTimeZone::utc() would write +00:00 for Z.
    return QDateTime::fromMSecsSinceEpoch(sinceEpoch.count()).toUTC().toString(Qt::ISODateWithMs);
}

} // namespace Signalbox::Timestamp
