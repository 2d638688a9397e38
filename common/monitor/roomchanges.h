// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/hub/event.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>

namespace Signalbox {

struct RoomInfo
{
    QByteArray name;
    qint64 members = 0;
    qint64 retained = 0; ///< events
    quint64 events = 0; ///< since the rooms are watched
    EventId lastEvent; ///< {0, 0} if none is retained
    QDateTime lastEventAt; ///< UTC; invalid if none is retained, nor came since they are watched
};

/// Rooms that came or changed, and rooms that are gone: without members and without history.
struct RoomChanges
{
    bool isReset = false; ///< all that was told before is void
    QList<RoomInfo> changed;
    QList<QByteArray> gone;
};

} // namespace Signalbox

Q_DECLARE_METATYPE(Signalbox::RoomChanges)
