// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/statusapi.h"

#include "tests/server/api/testcall.h"

#include <QDateTime>
#include <QTest>

using namespace Signalbox;

class tst_StatusApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void status();
    void health();
    void statuses_data();
    void statuses();
    void nobodyNeedsACredential();
};

namespace {

struct Fixture : TestApi
{
    explicit Fixture(bool requiresAuth = false)
        : TestApi(requiresAuth)
    {
        api.addTo(router);
    }
    StatusApi api{context};
};

bool isTimestamp(const QJsonValue &value)
{
    const QString text = value.toString();
    return text.size() == 24 && text.endsWith(u'Z')
        && QDateTime::fromString(text, Qt::ISODateWithMs).isValid();
}

} // namespace

void tst_StatusApi::status()
{
    Fixture fixture;
    const QJsonObject body = fixture.get("/status").json();
    QCOMPARE(
        body.keys(),
        (QStringList{QStringLiteral("product"), QStringLiteral("server"), QStringLiteral("status"),
                     QStringLiteral("timestamp"), QStringLiteral("version")}));
    QCOMPARE(body.value(u"status"), QJsonValue(QStringLiteral("ok")));
    QCOMPARE(body.value(u"server"), QJsonValue(QStringLiteral("workflow-websocket-server")));
    QCOMPARE(body.value(u"product"), QJsonValue(QStringLiteral("signalbox")));
    QCOMPARE(body.value(u"version"), QJsonValue(QStringLiteral("1.2.3")));
    QVERIFY(isTimestamp(body.value(u"timestamp")));
}

void tst_StatusApi::health()
{
    Fixture fixture;
    TestConnection stays("a");
    TestConnection goes("b");
    fixture.connections.add(stays);
    fixture.connections.add(goes);
    fixture.connections.remove(goes.info(), {1000, {}});

    const QJsonObject body = fixture.get("/health").json();
    QCOMPARE(body.value(u"status"), QJsonValue(QStringLiteral("healthy")));
    QVERIFY(isTimestamp(body.value(u"timestamp")));
    QVERIFY(body.value(u"uptime_seconds").toDouble(-1) >= 0);
    QCOMPARE(body.value(u"websocket").toObject(),
             (QJsonObject{{QStringLiteral("connected_clients"), 1},
                          {QStringLiteral("total_connections"), 2}}));
    const QJsonObject infrastructure = body.value(u"infrastructure").toObject();
    QCOMPARE(infrastructure.value(u"status"), QJsonValue(QStringLiteral("healthy")));
    QCOMPARE(infrastructure.value(u"components").toObject().value(u"emergency"),
             QJsonValue(QStringLiteral("normal")));

    fixture.hub.setEmergency(true, QStringLiteral("because"));
    const QJsonObject tripped = fixture.get("/health").json();
    QCOMPARE(tripped.value(u"status"), QJsonValue(QStringLiteral("unhealthy")));
    QCOMPARE(tripped.value(u"infrastructure")
                 .toObject()
                 .value(u"components")
                 .toObject()
                 .value(u"emergency"),
             QJsonValue(QStringLiteral("tripped")));
}

void tst_StatusApi::statuses_data()
{
    QTest::addColumn<bool>("isTripped");
    QTest::addColumn<bool>("isDraining");
    QTest::addColumn<int>("health");
    QTest::addColumn<int>("ready");
    QTest::newRow("normal") << false << false << 200 << 200;
    QTest::newRow("tripped") << true << false << 503 << 200;
    QTest::newRow("draining") << false << true << 200 << 503;
    QTest::newRow("both") << true << true << 503 << 503;
}

void tst_StatusApi::statuses()
{
    QFETCH(bool, isTripped);
    QFETCH(bool, isDraining);
    Fixture fixture;
    fixture.hub.setEmergency(isTripped, QStringLiteral("because"));
    fixture.context.isDraining = isDraining;
    QTEST(fixture.get("/health").status, "health");
    QTEST(fixture.get("/readyz").status, "ready");
    QCOMPARE(fixture.get("/livez").status, 200);
    QCOMPARE(fixture.get("/status").status, 200);
    if (isDraining)
        QCOMPARE(fixture.get("/readyz").errorCode(), QStringLiteral("draining"));
}

void tst_StatusApi::nobodyNeedsACredential()
{
    Fixture fixture(true);
    for (const char *path : {"/status", "/health", "/livez", "/readyz"}) {
        QCOMPARE(fixture.get(path).status, 200);
        QCOMPARE(fixture.get(path, bearer("wrong")).status, 200);
        QCOMPARE(testCall(fixture.port, "HEAD", path).status, 200);
        QCOMPARE(testCall(fixture.port, "POST", path).status, 405);
    }
}

QTEST_GUILESS_MAIN(tst_StatusApi)
#include "tst_statusapi.moc"
