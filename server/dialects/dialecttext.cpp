// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/dialecttext.h"

#include "common/timestamp.h"

namespace Signalbox::DialectText {

QJsonObject emergency(const EventHub &hub)
{
    return {{QStringLiteral("state"),
             hub.isTripped() ? QStringLiteral("tripped") : QStringLiteral("normal")},
            {QStringLiteral("reason"), hub.emergencyReason()},
            {QStringLiteral("timestamp"), Timestamp::now()}};
}

QByteArray replayTail(const ReplayRequest &request, const QList<Event> &events, bool isLast)
{
    QByteArray tail = "\"count\":" + QByteArray::number(events.size());
    if (request.isSince)
        tail += request.replay.recovered ? ",\"recovered\":true" : ",\"recovered\":false";
    if (!isLast)
        tail += ",\"more\":true";
    return tail;
}

} // namespace Signalbox::DialectText
