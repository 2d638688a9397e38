// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/metricsapi.h"

#include "common/hub/room.h"
#include "common/timestamp.h"
#include "server/api/router.h"
#include "server/http/mediatype.h"
#include "server/net/queueledger.h"

#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>

#include <QJsonArray>

#include <string>
#include <vector>

namespace Signalbox {

namespace {

prometheus::MetricFamily family(const char *name, const char *help, prometheus::MetricType type,
                                double value)
{
    prometheus::ClientMetric metric;
    if (type == prometheus::MetricType::Counter)
        metric.counter.value = value;
    else
        metric.gauge.value = value;
    return {name, help, type, {metric}};
}

bool wantsPrometheus(const HttpRequest &request)
{
    const QByteArray format = request.head.queryValue("format");
    if (!format.isEmpty())
        return format == "prometheus";
    const QByteArray accept = request.head.joined("accept");
    if (accept.toLower().contains("application/openmetrics-text"))
        return true;
    // `*/*` and the like give both the same: then it is JSON.
    return MediaType::quality(accept, "text/plain")
        > MediaType::quality(accept, "application/json");
}

} // namespace

MetricsApi::MetricsApi(const ApiContext &context)
    : m_context(context)
    , m_access(context)
{ }

void MetricsApi::addTo(Router &router)
{
    router.add("/metrics", "GET", [this](const HttpRequest &request) { return metrics(request); });
}

HttpResponse MetricsApi::metrics(const HttpRequest &request) const
{
    HttpResponse response;
    if (wantsPrometheus(request)) {
        response.type = "text/plain; version=0.0.4; charset=utf-8";
        response.body = prometheus();
    } else {
        // Totals are for anybody; who subscribes to how much is not.
        response = json(m_access.requireFigures(request).has_value());
    }
    response.headers.emplaceBack("Vary", "Accept, Authorization");
    return response;
}

HttpResponse MetricsApi::json(bool withClients) const
{
    qint64 total = 0;
    QJsonArray clients;
    for (const Connection *connection : m_context.connections.all()) {
        total += connection->subscriptionCount();
        if (!withClients)
            continue;
        const ConnectionInfo info = connection->info();
        qint64 workflows = 0;
        qint64 bots = 0;
        qint64 strategies = 0;
        for (const QByteArray &room : info.rooms) {
            const QByteArrayView kind = roomKind(room);
            workflows += kind == "workflow";
            bots += kind == "bot";
            strategies += kind == "strategy";
        }
        clients.append(QJsonObject{{QStringLiteral("sid"), QString::fromLatin1(info.sid)},
                                   {QStringLiteral("workflow_count"), workflows},
                                   {QStringLiteral("bot_count"), bots},
                                   {QStringLiteral("strategy_count"), strategies},
                                   {QStringLiteral("room_count"), qint64(info.rooms.size())},
                                   {QStringLiteral("type_count"), qint64(info.types.size())}});
    }
    QJsonObject subscriptions{{QStringLiteral("total"), total}};
    if (withClients)
        subscriptions.insert(QStringLiteral("by_client"), clients);

    const HubCounters &counters = m_context.hub.counters();
    return HttpResponse::json(QJsonObject{
        {QStringLiteral("timestamp"), Timestamp::now()},
        {QStringLiteral("uptime_seconds"), m_context.uptimeSeconds()},
        {QStringLiteral("connections"),
         QJsonObject{{QStringLiteral("current"), qint64(m_context.connections.count())},
                     {QStringLiteral("total"), qint64(m_context.connections.total())}}},
        {QStringLiteral("subscriptions"), subscriptions},
        {QStringLiteral("events"),
         QJsonObject{{QStringLiteral("received"), qint64(counters.eventsReceived.load())},
                     {QStringLiteral("sent"), qint64(counters.eventsSent.load())},
                     {QStringLiteral("recent_buffer"), qint64(counters.eventsRetained.load())}}}});
}

QByteArray MetricsApi::prometheus() const
{
    using prometheus::MetricType;
    const HubCounters &counters = m_context.hub.counters();
    qint64 subscriptions = 0;
    for (const Connection *connection : m_context.connections.all()) {
        subscriptions += connection->subscriptionCount();
    }
    const std::vector<prometheus::MetricFamily> families{
        family("signalbox_uptime_seconds", "Time since the start.", MetricType::Gauge,
               m_context.uptimeSeconds()),
        family("signalbox_connections", "Connections that are open.", MetricType::Gauge,
               double(m_context.connections.count())),
        family("signalbox_connections_total", "Connections since the start.", MetricType::Counter,
               double(m_context.connections.total())),
        family("signalbox_slow_consumers_total", "Connections closed because they did not keep up.",
               MetricType::Counter, double(m_context.connections.slowCloses())),
        family("signalbox_auth_failures_total", "Credentials that were refused.",
               MetricType::Counter, double(m_context.authGuard.failures())),
        family("signalbox_sent_bytes_total", "Bytes of messages queued for clients.",
               MetricType::Counter, double(m_context.connections.sent().bytes)),
        family("signalbox_received_bytes_total", "Bytes of messages from clients.",
               MetricType::Counter, double(m_context.connections.received().bytes)),
        family("signalbox_subscriptions", "Rooms and event types that connections listen to.",
               MetricType::Gauge, double(subscriptions)),
        family("signalbox_send_queue_bytes",
               "Memory that waits for slow clients. What several wait for counts once.",
               MetricType::Gauge, double(m_context.sendQueues ? m_context.sendQueues->bytes() : 0)),
        family("signalbox_events_received_total", "Events accepted.", MetricType::Counter,
               double(counters.eventsReceived.load())),
        family("signalbox_events_refused_total", "Publications refused.", MetricType::Counter,
               double(counters.eventsRefused.load())),
        family("signalbox_events_sent_total", "Deliveries: one per event and connection.",
               MetricType::Counter, double(counters.eventsSent.load())),
        family("signalbox_events_retained", "Events kept for replay, over all rooms.",
               MetricType::Gauge, double(counters.eventsRetained.load())),
        family("signalbox_history_bytes", "Memory that those take, about.", MetricType::Gauge,
               double(counters.historyBytes.load())),
        family("signalbox_emergency", "1 while publishing is stopped by an operator.",
               MetricType::Gauge, m_context.hub.isTripped() ? 1 : 0),
    };
    return QByteArray::fromStdString(prometheus::TextSerializer().Serialize(families));
}

} // namespace Signalbox
