// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/hub/connectioninfo.h"

#include <QList>
#include <QMetaType>

namespace Signalbox {

/// What changes all the time about a connection.
struct ConnectionFigures
{
    QByteArray sid;
    Traffic sent;
    Traffic received;
    qint64 queuedBytes = 0;
    qint64 roundTripMs = -1; ///< negative if not measured yet
    QDateTime lastReceivedAt; ///< a message, no heartbeat; UTC
    QByteArray transport; ///< a polling client may have become a WebSocket
};

/// Where a connection is, since it has changed.
struct ConnectionSubscriptions
{
    QByteArray sid;
    QByteArray user;
    QList<QByteArray> rooms;
    QList<QByteArray> types;
};

struct ClosedConnection
{
    ConnectionInfo info; ///< as it was at the end
    CloseReason reason;
    QDateTime closedAt; ///< UTC
};

/// What happened to connections since the last time, to be applied in the order of the members: a
/// connection that was opened and closed in between is in both lists.
struct ConnectionChanges
{
    /// All that was told before is void: `opened` holds every connection that there is, or the
    /// first part of them.
    bool isReset = false;
    QList<ConnectionInfo> opened;
    QList<ConnectionSubscriptions> subscriptions;
    QList<ConnectionFigures> figures;
    QList<ClosedConnection> closed;

    [[nodiscard]] bool isEmpty() const
    {
        return !isReset && opened.isEmpty() && subscriptions.isEmpty() && figures.isEmpty()
            && closed.isEmpty();
    }
};

} // namespace Signalbox

Q_DECLARE_METATYPE(Signalbox::ConnectionChanges)
