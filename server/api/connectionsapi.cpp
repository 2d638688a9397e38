// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/connectionsapi.h"

#include "server/api/router.h"

#include <QJsonArray>

#include <map>

namespace Signalbox {

namespace {

QJsonArray toJson(const QList<QByteArray> &names)
{
    QJsonArray array;
    for (const QByteArray &name : names)
        array.append(QString::fromUtf8(name));
    return array;
}

QJsonObject toJson(const Traffic &traffic)
{
    return {{QStringLiteral("messages"), qint64(traffic.messages)},
            {QStringLiteral("bytes"), qint64(traffic.bytes)}};
}

QJsonObject toJson(const ConnectionInfo &info)
{
    const auto text = [](const QByteArray &bytes) {
        return bytes.isEmpty() ? QJsonValue() : QJsonValue(QString::fromUtf8(bytes));
    };
    return {{QStringLiteral("sid"), text(info.sid)},
            {QStringLiteral("user"), text(info.user)},
            {QStringLiteral("dialect"), text(info.dialect)},
            {QStringLiteral("transport"), text(info.transport)},
            {QStringLiteral("address"), text(info.address)},
            {QStringLiteral("user_agent"), text(info.userAgent)},
            {QStringLiteral("rooms"), toJson(info.rooms)},
            {QStringLiteral("types"), toJson(info.types)},
            {QStringLiteral("connected_at"), info.connectedAt.toUTC().toString(Qt::ISODateWithMs)},
            {QStringLiteral("idle_seconds"), info.idleSeconds},
            {QStringLiteral("rtt_ms"),
             info.roundTripMs < 0 ? QJsonValue() : QJsonValue(info.roundTripMs)},
            {QStringLiteral("queued_bytes"), info.queuedBytes},
            {QStringLiteral("sent"), toJson(info.sent)},
            {QStringLiteral("received"), toJson(info.received)}};
}

} // namespace

ConnectionsApi::ConnectionsApi(const ApiContext &context, RoomCounts roomCounts)
    : m_context(context)
    , m_access(context)
    , m_roomCounts(std::move(roomCounts))
    , m_acts(context.hub, context.connections, {}, context.logger)
{ }

void ConnectionsApi::addTo(Router &router)
{
    router.add("/api/v1/connections", "GET",
               [this](const HttpRequest &request) { return connections(request); });
    router.addItem("/api/v1/connections", "DELETE",
                   [this](const HttpRequest &request, const QByteArray &sid) {
                       return disconnect(request, sid);
                   });
    router.add("/api/v1/rooms", "GET",
               [this](const HttpRequest &request) { return rooms(request); });
}

HttpResponse ConnectionsApi::connections(const HttpRequest &request) const
{
    if (const Result<Identity> identity = m_access.requireAdmin(request); !identity)
        return HttpResponse::error(identity.error());
    QJsonArray array;
    for (const Connection *connection : m_context.connections.all())
        array.append(toJson(connection->info()));
    return HttpResponse::json(QJsonObject{{QStringLiteral("connections"), array}});
}

HttpResponse ConnectionsApi::disconnect(const HttpRequest &request, const QByteArray &sid)
{
    if (const Result<Identity> identity = m_access.requireAdmin(request); !identity)
        return HttpResponse::error(identity.error());
    if (m_acts.disconnect({sid}, request.client.address.toString()) == 0)
        return HttpResponse::error(ErrorCode::NotFound, QStringLiteral("No such connection"));
    return HttpResponse::json(QJsonObject{{QStringLiteral("disconnected"), true},
                                          {QStringLiteral("sid"), QString::fromUtf8(sid)}});
}

HttpResponse ConnectionsApi::rooms(const HttpRequest &request) const
{
    if (const Result<Identity> identity = m_access.requireAdmin(request); !identity)
        return HttpResponse::error(identity.error());

    struct Room
    {
        qsizetype members = 0;
        RoomHistoryInfo history;
    };
    std::map<QByteArray, Room> rooms; // sorted by name
    const QHash<QByteArray, qsizetype> counts = m_roomCounts();
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        rooms[it.key()].members = it.value();
    for (const RoomHistoryInfo &history : m_context.hub.history().rooms())
        rooms[history.room].history = history;

    QJsonArray array;
    for (const auto &[name, room] : rooms) {
        array.append(QJsonObject{{QStringLiteral("room"), QString::fromUtf8(name)},
                                 {QStringLiteral("members"), qint64(room.members)},
                                 {QStringLiteral("retained"), qint64(room.history.retained)},
                                 {QStringLiteral("last_event_id"),
                                  room.history.retained > 0 ? QJsonValue(
                                      QString::fromLatin1(room.history.lastEvent.toText()))
                                                            : QJsonValue()}});
    }
    return HttpResponse::json(QJsonObject{{QStringLiteral("rooms"), array}});
}

} // namespace Signalbox
