// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/statsapi.h"

#include "server/api/router.h"

namespace Signalbox {

namespace {

QJsonObject toJson(const QHash<QByteArray, qsizetype> &counts)
{
    QJsonObject object;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        object.insert(QString::fromUtf8(it.key()), qint64(it.value()));
    return object;
}

} // namespace

StatsApi::StatsApi(const ApiContext &context, ConnectionsApi::RoomCounts roomCounts)
    : m_context(context)
    , m_access(context)
    , m_roomCounts(std::move(roomCounts))
{ }

void StatsApi::addTo(Router &router)
{
    for (const QByteArray path : {"/ws/stats", "/api/v1/websocket/stats"})
        router.add(path, "GET", [this](const HttpRequest &request) { return stats(request); });
}

HttpResponse StatsApi::stats(const HttpRequest &request) const
{
    QHash<QByteArray, qsizetype> users;
    QHash<QByteArray, qsizetype> transports{{"polling", 0}, {"websocket", 0}};
    for (const Connection *connection : m_context.connections.all()) {
        const ConnectionInfo info = connection->info();
        if (!info.user.isEmpty())
            ++users[info.user];
        ++transports[info.transport];
    }
    QJsonObject stats{
        {QStringLiteral("total_connections"), qint64(m_context.connections.count())},
        {QStringLiteral("unique_users"), qint64(users.size())},
        {QStringLiteral("connections_by_transport"), toJson(transports)},
    };
    // Room names tell of users, too.
    if (m_access.requireFigures(request)) {
        stats.insert(QStringLiteral("connections_by_user"), toJson(users));
        stats.insert(QStringLiteral("rooms"), toJson(m_roomCounts()));
    }
    HttpResponse response = HttpResponse::json(stats);
    response.headers.emplaceBack("Vary", "Authorization");
    return response;
}

} // namespace Signalbox
