// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/statusapi.h"

#include "common/timestamp.h"
#include "server/api/router.h"

namespace Signalbox {

StatusApi::StatusApi(const ApiContext &context)
    : m_context(context)
{ }

void StatusApi::addTo(Router &router)
{
    router.add("/status", "GET", [this](const HttpRequest &) { return status(); });
    router.add("/health", "GET", [this](const HttpRequest &) { return health(); });
    router.add("/livez", "GET", [](const HttpRequest &) {
        return HttpResponse::json(QJsonObject{{QStringLiteral("status"), QStringLiteral("ok")}});
    });
    router.add("/readyz", "GET", [this](const HttpRequest &) { return readiness(); });
}

HttpResponse StatusApi::status() const
{
    return HttpResponse::json(
        QJsonObject{{QStringLiteral("status"), QStringLiteral("ok")},
                    // The name that clients of this protocol look for, whoever serves it
                    {QStringLiteral("server"), QStringLiteral("workflow-websocket-server")},
                    {QStringLiteral("product"), QStringLiteral("signalbox")},
                    {QStringLiteral("version"), QString::fromLatin1(m_context.version)},
                    {QStringLiteral("timestamp"), Timestamp::now()}});
}

HttpResponse StatusApi::health() const
{
    const bool isTripped = m_context.hub.isTripped();
    const QString status = isTripped ? QStringLiteral("unhealthy") : QStringLiteral("healthy");
    const QJsonObject components{
        {QStringLiteral("state"), QStringLiteral("healthy")},
        {QStringLiteral("events"), QStringLiteral("healthy")},
        {QStringLiteral("emergency"),
         isTripped ? QStringLiteral("tripped") : QStringLiteral("normal")}};
    return HttpResponse::json(
        QJsonObject{
            {QStringLiteral("status"), status},
            {QStringLiteral("timestamp"), Timestamp::now()},
            {QStringLiteral("uptime_seconds"), m_context.uptimeSeconds()},
            {QStringLiteral("websocket"),
             QJsonObject{
                 {QStringLiteral("connected_clients"), qint64(m_context.connections.count())},
                 {QStringLiteral("total_connections"), qint64(m_context.connections.total())}}},
            {QStringLiteral("infrastructure"),
             QJsonObject{{QStringLiteral("status"), status},
                         {QStringLiteral("components"), components}}}},
        isTripped ? 503 : 200);
}

HttpResponse StatusApi::readiness() const
{
    if (m_context.isDraining)
        return HttpResponse::error(ErrorCode::Draining,
                                   QStringLiteral("The server is shutting down"));
    return HttpResponse::json(QJsonObject{{QStringLiteral("status"), QStringLiteral("ok")}});
}

} // namespace Signalbox
