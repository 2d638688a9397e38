// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/connectionchanges.h"
#include "common/monitor/hubstatus.h"
#include "common/monitor/logrecord.h"
#include "common/monitor/observedevents.h"
#include "common/monitor/roomchanges.h"

#include <QFlags>
#include <QObject>

namespace Signalbox {

/// What the console watches. It neither knows nor cares where the hub runs: everything comes by
/// signal, as values, in batches, 20 times a second at most, and bounded; what was left out is
/// counted.
///
/// What nobody watches costs the server nothing. The status is always watched.
///
/// Lives on the main thread.
class HubMonitor : public QObject
{
    Q_OBJECT

public:
    enum class Topic {
        Connections = 1,
        Rooms = 2,
        Events = 4,
        Log = 8,
    };
    Q_DECLARE_FLAGS(Topics, Topic)

    using QObject::QObject;

    /// The last one that was told.
    [[nodiscard]] virtual HubStatus status() const = 0;

    /// What to watch from now on. A topic that was not watched begins with a reset: all
    /// connections, all rooms, the last lines of the log. Events begin with the next one.
    virtual void watch(Topics topics) = 0;
    /// Marks the events that the connection \a sid gets; empty: no one's. What is on its way still
    /// has the marks of the one before.
    virtual void follow(const QByteArray &sid) = 0;

Q_SIGNALS:
    void statusChanged(const Signalbox::HubStatus &status);
    void connectionsChanged(const Signalbox::ConnectionChanges &changes);
    void roomsChanged(const Signalbox::RoomChanges &changes);
    void eventsObserved(const Signalbox::ObservedEvents &events);
    void logged(const Signalbox::LogRecords &records);
};

Q_DECLARE_OPERATORS_FOR_FLAGS(HubMonitor::Topics)

} // namespace Signalbox
