// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/fanout/fanout.h"

#include <functional>

namespace Signalbox {

class Connection;
class RoomIndex;

/// A family of clients with its own idea of how an event looks on the wire.
class Dialect : public EventSink
{
public:
    /// Credentials have changed: connections whose credential is gone are cut.
    virtual void recheckCredentials() = 0;

    /// Where its clients are: the same ones as long as it lives. Besides rooms there may be names
    /// that are none's.
    [[nodiscard]] virtual QList<RoomIndex *> roomIndexes() = 0;
    using Visitor = std::function<void(Connection &connection)>;
    /// Calls \a visitor for each connection that deliver() would send \a event to. Returns how many
    /// those are.
    virtual qsizetype visitRecipients(const Event &event, const Visitor &visitor) = 0;
    /// True if the connection \a sid is one of them.
    [[nodiscard]] virtual bool isRecipient(const QByteArray &sid, const Event &event) const = 0;

    // What an operator does to a client. False if \a sid is no client of this dialect, or if there
    // is nothing to do.

    /// Puts it into \a room, whatever its credential says, and tells it what it would be told if it
    /// had asked for that itself; nothing if it could not have asked. A client that is in as many
    /// rooms as it may be is not put into more.
    virtual bool joinRoom(const QByteArray &sid, const QByteArray &room) = 0;
    /// The reverse. What no client can leave is not left.
    virtual bool leaveRoom(const QByteArray &sid, const QByteArray &room) = 0;
    /// Sends an event that has no id to this client alone.
    virtual bool sendEvent(const QByteArray &sid, const Event &event) = 0;
};

/// Those of all \a dialects.
inline QList<RoomIndex *> roomIndexesOf(const QList<Dialect *> &dialects)
{
    QList<RoomIndex *> indexes;
    for (Dialect *dialect : dialects)
        indexes += dialect->roomIndexes();
    return indexes;
}

} // namespace Signalbox
