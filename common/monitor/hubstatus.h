// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

namespace Signalbox {

/// A part of the server, and how it does.
struct ComponentHealth
{
    enum class State { Healthy, Degraded, Failed };

    QByteArray name; ///< as in `/health`: "state", "events", "tokens"
    State state = State::Healthy;
    QString detail; ///< why, if it is not healthy

    friend bool operator==(const ComponentHealth &, const ComponentHealth &) = default;
};

/// The server in figures, at one moment. Totals count since the start.
struct HubStatus
{
    QString address; ///< such as `http://localhost:8001`; empty until it listens
    QString version;
    QDateTime startedAt; ///< UTC; invalid until it listens

    qint64 connections = 0;
    qint64 totalConnections = 0;
    qint64 rooms = 0; ///< with members
    quint64 eventsReceived = 0; ///< accepted
    quint64 eventsRefused = 0;
    quint64 eventsSent = 0; ///< deliveries
    quint64 bytesSent = 0; ///< over all connections, closed ones included
    quint64 bytesReceived = 0;
    qint64 queuedBytes = 0; ///< waiting now; what waits for many counts once, as in `/metrics`
    quint64 slowCloses = 0;
    quint64 authFailures = 0;
    qint64 retainedEvents = 0; ///< now, over all rooms
    qint64 historyBytes = 0; ///< now

    bool isDraining = false;
    bool isTripped = false; ///< the emergency switch
    QString emergencyReason;
    QList<ComponentHealth> components;

    friend bool operator==(const HubStatus &, const HubStatus &) = default;
};

} // namespace Signalbox

Q_DECLARE_METATYPE(Signalbox::HubStatus)
