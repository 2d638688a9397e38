// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/operator/connectionacts.h"

#include "common/hub/eventhub.h"
#include "common/hub/room.h"
#include "common/protocol/closecode.h"
#include "common/protocol/json.h"
#include "server/dialects/dialect.h"
#include "server/fanout/connectionregistry.h"
#include "server/fanout/subscriber.h"
#include "server/log/logger.h"

#include <algorithm>
#include <array>

namespace Signalbox {

namespace {

void add(RoomMembers &members, const Connection &connection)
{
    ++members.total;
    if (members.connections.size() < RoomMembers::MaxListed)
        members.connections.append(connection.info());
}

/// For the log, which has room for some of them.
QByteArray shown(const QList<QByteArray> &sids)
{
    constexpr qsizetype MaxShown = 20;
    return sids.first(std::min(sids.size(), MaxShown)).join(' ');
}

/// What is for chosen clients is addressed by that.
Result<void> checkUnaddressed(const QByteArray &json)
{
    static constexpr std::array<QByteArrayView, 3> Addresses{"room", "rooms", "user"};
    const Result<QList<Json::Member>> members = Json::members(json);
    if (!members)
        return {}; // an array, of one
    for (const Json::Member &member : *members) {
        if (std::find(Addresses.begin(), Addresses.end(), member.key) != Addresses.end()) {
            const QString key = QString::fromUtf8(member.key);
            return fail(
                ErrorCode::InvalidEvent,
                QStringLiteral("%1 has no place in what is sent to chosen clients").arg(key), key);
        }
    }
    return {};
}

QList<QByteArray> namesOf(Scopes scopes)
{
    QList<QByteArray> names;
    if (scopes.testFlag(Scope::Subscribe))
        names.append("subscribe");
    if (scopes.testFlag(Scope::Publish))
        names.append("publish");
    if (scopes.testFlag(Scope::Admin))
        names.append("admin");
    return names;
}

} // namespace

ConnectionActs::ConnectionActs(const EventHub &hub, const ConnectionRegistry &connections,
                               QList<Dialect *> dialects, Logger &logger)
    : m_hub(hub)
    , m_connections(connections)
    , m_dialects(std::move(dialects))
    , m_logger(logger)
{ }

qint64 ConnectionActs::disconnect(const QList<QByteArray> &sids, const QString &by)
{
    qint64 count = 0;
    for (const QByteArray &sid : sids) {
        Connection *connection = m_connections.find(sid);
        if (!connection)
            continue;
        m_logger.info("connection_ended_by_operator", {{"sid", sid}, {"address", by}});
        connection->close(CloseCode::Forbidden, QByteArrayLiteral("disconnected by an operator"));
        ++count;
    }
    return count;
}

Result<qint64> ConnectionActs::changeRooms(const QList<QByteArray> &sids, const QByteArray &room,
                                           bool (Dialect::*change)(const QByteArray &,
                                                                   const QByteArray &))
{
    if (!isValidRoomName(room))
        return fail(ErrorCode::BadRoom, QStringLiteral("Not a valid room name"),
                    QStringLiteral("room"));
    return std::count_if(sids.cbegin(), sids.cend(), [&](const QByteArray &sid) {
        return std::any_of(m_dialects.cbegin(), m_dialects.cend(),
                           [&](Dialect *dialect) { return (dialect->*change)(sid, room); });
    });
}

Result<qint64> ConnectionActs::join(const QList<QByteArray> &sids, const QByteArray &room,
                                    const QString &by)
{
    const Result<qint64> count = changeRooms(sids, room, &Dialect::joinRoom);
    if (count)
        m_logger.info("room_joined_by_operator",
                      {{"room", room}, {"sids", shown(sids)}, {"count", *count}, {"address", by}});
    return count;
}

Result<qint64> ConnectionActs::leave(const QList<QByteArray> &sids, const QByteArray &room,
                                     const QString &by)
{
    const Result<qint64> count = changeRooms(sids, room, &Dialect::leaveRoom);
    if (count)
        m_logger.info("room_left_by_operator",
                      {{"room", room}, {"sids", shown(sids)}, {"count", *count}, {"address", by}});
    return count;
}

Result<qint64> ConnectionActs::send(const QList<QByteArray> &sids, const QByteArray &json,
                                    const QString &by)
{
    const Result<Event> event = m_hub.preview(json);
    if (!event)
        return tl::unexpected<Error>(event.error());
    if (const Result<void> checked = checkUnaddressed(json); !checked)
        return tl::unexpected<Error>(checked.error());
    const qint64 count = std::count_if(sids.cbegin(), sids.cend(), [&](const QByteArray &sid) {
        return std::any_of(m_dialects.cbegin(), m_dialects.cend(),
                           [&](Dialect *dialect) { return dialect->sendEvent(sid, *event); });
    });
    m_logger.info(
        "event_sent_by_operator",
        {{"type", event->type}, {"sids", shown(sids)}, {"count", count}, {"address", by}});
    return count;
}

Result<ConnectionDetails> ConnectionActs::details(const QByteArray &sid) const
{
    const Connection *connection = m_connections.find(sid);
    if (!connection)
        return fail(ErrorCode::NotFound, QStringLiteral("No such connection"));
    ConnectionDetails details;
    details.info = connection->info();
    details.headers = connection->headers();
    details.headers.replace('\n', "\r\n");
    if (const Identity *identity = connection->identity()) {
        details.tokenId = identity->tokenId;
        details.scopes = namesOf(identity->scopes);
        if (identity->expiresAt) {
            const auto ms = std::chrono::floor<std::chrono::milliseconds>(*identity->expiresAt);
            details.tokenExpiresAt =
                QDateTime::fromMSecsSinceEpoch(ms.time_since_epoch().count()).toUTC();
        }
    }
    return details;
}

RoomMembers ConnectionActs::members(const QByteArray &room) const
{
    RoomMembers members;
    for (Dialect *dialect : m_dialects) {
        for (RoomIndex *index : dialect->roomIndexes()) {
            index->visit({room}, [&members](RoomMember &member, qsizetype) {
                // Whoever can be in a room is a Subscriber that is a Connection, too.
                add(members, dynamic_cast<Connection &>(static_cast<Subscriber &>(member)));
            });
        }
    }
    return members;
}

Result<RoomMembers> ConnectionActs::recipients(const QByteArray &json) const
{
    const Result<Event> event = m_hub.preview(json);
    if (!event)
        return tl::unexpected<Error>(event.error());
    RoomMembers members;
    for (Dialect *dialect : m_dialects)
        dialect->visitRecipients(*event,
                                 [&members](Connection &connection) { add(members, connection); });
    return members;
}

template <typename Predicate>
RoomMembers ConnectionActs::holdersIf(Predicate &&predicate) const
{
    RoomMembers members;
    for (quint32 place = 0; place < m_connections.placeCount(); ++place) {
        const Connection *connection = m_connections.at(place);
        const Identity *identity = connection ? connection->identity() : nullptr;
        if (identity && predicate(*identity))
            add(members, *connection);
    }
    return members;
}

RoomMembers ConnectionActs::holders(const QByteArray &id) const
{
    return holdersIf(
        [&id](const Identity &identity) { return !id.isEmpty() && identity.tokenId == id; });
}

RoomMembers ConnectionActs::holdersByKey(const QList<QByteArray> &digests) const
{
    return holdersIf([&digests](const Identity &identity) {
        return !identity.keyDigest.isEmpty() && digests.contains(identity.keyDigest);
    });
}

} // namespace Signalbox
