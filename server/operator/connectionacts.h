// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/huboperator.h"

namespace Signalbox {

class ConnectionRegistry;
class Dialect;
class EventHub;
class Logger;

/// What an operator does to connections, and asks about them; over HTTP or at the console. \a by
/// says in the log where that was: an address, or "console".
///
/// Network thread.
class ConnectionActs final
{
public:
    /// All must outlive this. Without \a dialects one can only disconnect.
    ConnectionActs(const EventHub &hub, const ConnectionRegistry &connections,
                   QList<Dialect *> dialects, Logger &logger);

    // As in HubOperator:
    qint64 disconnect(const QList<QByteArray> &sids, const QString &by);
    Result<qint64> join(const QList<QByteArray> &sids, const QByteArray &room, const QString &by);
    Result<qint64> leave(const QList<QByteArray> &sids, const QByteArray &room, const QString &by);
    Result<qint64> send(const QList<QByteArray> &sids, const QByteArray &json, const QString &by);
    [[nodiscard]] Result<ConnectionDetails> details(const QByteArray &sid) const;
    [[nodiscard]] RoomMembers members(const QByteArray &room) const;
    [[nodiscard]] Result<RoomMembers> recipients(const QByteArray &json) const;
    /// Those whose credential is the JWT \a id.
    [[nodiscard]] RoomMembers holders(const QByteArray &id) const;
    /// Those whose credential is a JWT signed with one of the keys \a digests.
    [[nodiscard]] RoomMembers holdersByKey(const QList<QByteArray> &digests) const;

private:
    template <typename Predicate>
    [[nodiscard]] RoomMembers holdersIf(Predicate &&predicate) const;
    [[nodiscard]] Result<qint64> changeRooms(const QList<QByteArray> &sids, const QByteArray &room,
                                             bool (Dialect::*change)(const QByteArray &,
                                                                     const QByteArray &));

    const EventHub &m_hub;
    const ConnectionRegistry &m_connections;
    const QList<Dialect *> m_dialects;
    Logger &m_logger;
};

} // namespace Signalbox
