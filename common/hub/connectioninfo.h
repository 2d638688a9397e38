// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMetaType>

namespace Signalbox {

/// Messages and bytes that went one way.
struct Traffic
{
    quint64 messages = 0;
    quint64 bytes = 0;

    friend bool operator==(const Traffic &, const Traffic &) = default;
};

/// A connection as an operator sees it: a Socket.IO namespace socket, or a plain WebSocket. A
/// snapshot.
struct ConnectionInfo
{
    QByteArray sid;
    QByteArray user; ///< empty if anonymous
    QByteArray dialect; ///< "workflow", ...
    QByteArray transport; ///< "polling" or "websocket"
    QByteArray address; ///< "192.0.2.7:4711", "[2001:db8::1]:4711"
    QByteArray userAgent;
    QList<QByteArray> rooms;
    QList<QByteArray> types; ///< event types subscribed to
    QDateTime connectedAt; ///< UTC
    qint64 idleSeconds = 0; ///< since it sent a message; heartbeats do not count
    qint64 roundTripMs = -1; ///< negative if not measured yet
    qint64 queuedBytes = 0; ///< of its transport
    Traffic sent;
    Traffic received;
};

/// How a connection ended.
struct CloseReason
{
    quint16 code = 0; ///< as in RFC 6455, section 7.4; 1006 for one that broke
    QByteArray text;
};

} // namespace Signalbox

Q_DECLARE_METATYPE(Signalbox::ConnectionInfo)
Q_DECLARE_METATYPE(Signalbox::CloseReason)
