// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/hub/event.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>

namespace Signalbox {

struct ObservedEvent
{
    Event event;
    QDateTime acceptedAt; ///< UTC
    qint64 recipients = 0; ///< connections that it was delivered to
    QByteArray followedSid = {}; ///< who was followed then, if that connection is one of them
};

/// Events since the last time, oldest first.
struct ObservedEvents
{
    QList<ObservedEvent> events;
    /// How many there were besides: more came than are worth carrying to somebody who reads. Those
    /// are missing before the last of `events`.
    qint64 skipped = 0;
};

} // namespace Signalbox

Q_DECLARE_METATYPE(Signalbox::ObservedEvents)
