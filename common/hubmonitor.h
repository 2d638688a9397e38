// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QObject>
#include <QString>

namespace Signalbox {

/// The server in figures, at one moment.
struct HubStatus
{
    QString address; ///< such as `http://localhost:8001`; empty until it listens
    qint64 connections = 0;
    qint64 totalConnections = 0;
    quint64 eventsReceived = 0;
    quint64 eventsSent = 0;
    bool isDraining = false;

    friend bool operator==(const HubStatus &, const HubStatus &) = default;
};

/// What the console watches. It neither knows nor cares where the hub runs; that is why the figures
/// come by signal, as values, a few times a second at most.
///
/// Lives on the main thread.
class HubMonitor : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual HubStatus status() const = 0;

Q_SIGNALS:
    void statusChanged(const Signalbox::HubStatus &status);
};

} // namespace Signalbox

Q_DECLARE_METATYPE(Signalbox::HubStatus)
