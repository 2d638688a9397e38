// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/metricsapi.h"

#include "server/net/queueledger.h"
#include "tests/server/api/testcall.h"

#include <QJsonArray>
#include <QTest>

using namespace Signalbox;

class tst_MetricsApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void negotiates_data();
    void negotiates();
    void json();
    void prometheus();
    void figuresPerClientNeedACredential_data();
    void figuresPerClientNeedACredential();
};

namespace {

ConnectionInfo busy()
{
    ConnectionInfo info;
    info.sid = "s1";
    info.rooms = {"workflow:1", "workflow:2", "bot:1", "strategy:1", "project:1"};
    info.types = {"notification"};
    info.queuedBytes = 17;
    return info;
}

struct Fixture : TestApi
{
    explicit Fixture(bool requiresAuth = false, bool allowsAnonymous = false)
        : TestApi(requiresAuth, allowsAnonymous)
    {
        api.addTo(router);
        context.sendQueues = &sendQueues;
        sendQueues.add(frame);
        sendQueues.add(frame);
        connections.add(connection);
        connections.add(gone);
        connections.remove(gone.info(), {4408, "slow consumer"});
        (void)hub.publish(QByteArrayView("[{\"type\":\"a\",\"workflow_id\":1},{\"type\":\"b\"}]"));
        (void)hub.publish(QByteArrayView("no JSON"));
        hub.counters().eventsSent += 7;
    }
    const QByteArray frame = "waits for two clients";
    QueueLedger sendQueues;
    MetricsApi api{context};
    TestConnection connection{busy()};
    TestConnection gone{"s2"};
};

} // namespace

void tst_MetricsApi::negotiates_data()
{
    QTest::addColumn<QByteArray>("accept"); // null: no such header
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<bool>("isPrometheus");
    const auto row = [](const char *name, const QByteArray &accept, const QByteArray &query,
                        bool isPrometheus) {
        QTest::newRow(name) << accept << query << isPrometheus;
    };
    row("no Accept", {}, {}, false);
    row("anything", "*/*", {}, false);
    row("axios", "application/json, text/plain, */*", {}, false);
    row("JSON", "application/json", {}, false);
    row("text", "text/plain", {}, true);
    row("text rather than JSON", "application/json;q=0.5, text/plain", {}, true);
    row("text as much as JSON", "text/plain, application/json", {}, false);
    row("browser", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", {}, false);
    row("OpenMetrics", "application/openmetrics-text;version=1.0.0,*/*;q=0.1", {}, true);
    row("Prometheus", "text/plain;version=0.0.4;q=0.5,*/*;q=0.1", {}, true);
    row("asked for text", "application/json", "?format=prometheus", true);
    row("asked for JSON", "text/plain", "?format=json", false);
}

void tst_MetricsApi::negotiates()
{
    QFETCH(QByteArray, accept);
    QFETCH(QByteArray, query);
    QFETCH(bool, isPrometheus);
    Fixture fixture;
    const TestAnswer answer = fixture.get(
        "/metrics" + query, accept.isNull() ? QByteArray() : "Accept: " + accept + "\r\n");
    QCOMPARE(answer.status, 200);
    const QByteArray type = answer.headers.value("content-type");
    if (isPrometheus) {
        QVERIFY2(type.startsWith("text/plain; version=0.0.4"), type.constData());
        QVERIFY(answer.body.startsWith("# HELP signalbox_"));
    } else {
        QCOMPARE(type, QByteArray("application/json"));
        QVERIFY(answer.json().contains(u"uptime_seconds"));
    }
    QVERIFY(answer.headers.value("vary").contains("Accept"));
}

void tst_MetricsApi::json()
{
    Fixture fixture;
    const QJsonObject body = fixture.get("/metrics").json();
    QVERIFY(body.value(u"timestamp").toString().endsWith(u'Z'));
    QCOMPARE(body.value(u"connections").toObject(),
             (QJsonObject{{QStringLiteral("current"), 1}, {QStringLiteral("total"), 2}}));
    QCOMPARE(body.value(u"events").toObject(),
             (QJsonObject{{QStringLiteral("received"), 2},
                          {QStringLiteral("sent"), 7},
                          {QStringLiteral("recent_buffer"), 2}}));
    const QJsonObject client{{QStringLiteral("sid"), QStringLiteral("s1")},
                             {QStringLiteral("workflow_count"), 2},
                             {QStringLiteral("bot_count"), 1},
                             {QStringLiteral("strategy_count"), 1},
                             {QStringLiteral("room_count"), 5},
                             {QStringLiteral("type_count"), 1}};
    QCOMPARE(body.value(u"subscriptions").toObject(),
             (QJsonObject{{QStringLiteral("total"), 6},
                          {QStringLiteral("by_client"), QJsonArray{client}}}));
}

void tst_MetricsApi::prometheus()
{
    Fixture fixture;
    const auto lines = [&] { return fixture.get("/metrics?format=prometheus").body.split('\n'); };
    const QByteArrayList normal = lines();
    for (const char *line :
         {"signalbox_connections 1", "signalbox_connections_total 2",
          "signalbox_slow_consumers_total 1", "signalbox_subscriptions 6",
          "signalbox_send_queue_bytes 21", "signalbox_events_received_total 2",
          "signalbox_events_refused_total 1", "signalbox_events_sent_total 7",
          "signalbox_events_retained 2", "signalbox_emergency 0",
          "# TYPE signalbox_events_received_total counter", "# TYPE signalbox_connections gauge"})
        QVERIFY2(normal.contains(line), line);
    fixture.hub.setEmergency(true, {});
    QVERIFY(lines().contains("signalbox_emergency 1"));
}

void tst_MetricsApi::figuresPerClientNeedACredential_data()
{
    QTest::addColumn<bool>("requiresAuth");
    QTest::addColumn<bool>("allowsAnonymous");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<bool>("areShown");
    const auto row = [](const char *name, bool requiresAuth, bool allowsAnonymous,
                        const QByteArray &headers, bool areShown) {
        QTest::newRow(name) << requiresAuth << allowsAnonymous << headers << areShown;
    };
    row("open", false, false, {}, true);
    row("required, none", true, false, {}, false);
    row("required, wrong", true, false, bearer("wrong"), false);
    row("required, static", true, false, bearer("subscriber"), true);
    row("required, admin", true, false, bearer("admin"), true);
    row("required, none, anonymous may subscribe", true, true, {}, false);
    row("required, static, anonymous may subscribe", true, true, bearer("subscriber"), true);
}

void tst_MetricsApi::figuresPerClientNeedACredential()
{
    QFETCH(bool, requiresAuth);
    QFETCH(bool, allowsAnonymous);
    QFETCH(QByteArray, headers);
    QFETCH(bool, areShown);
    Fixture fixture(requiresAuth, allowsAnonymous);
    const TestAnswer answer = fixture.get("/metrics", headers);
    QCOMPARE(answer.status, 200);
    const QJsonObject subscriptions = answer.json().value(u"subscriptions").toObject();
    QCOMPARE(subscriptions.contains(u"by_client"), areShown);
    QCOMPARE(subscriptions.value(u"total").toInt(), 6);
    QCOMPARE(answer.body.contains("s1"), areShown);
    QVERIFY(answer.headers.value("vary").contains("Authorization"));
}

QTEST_GUILESS_MAIN(tst_MetricsApi)
#include "tst_metricsapi.moc"
