// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/connectionsapi.h"

#include "tests/server/api/testcall.h"

#include <QJsonArray>
#include <QTest>
#include <QTimeZone>

using namespace Signalbox;

class tst_ConnectionsApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void operatorsOnly_data();
    void operatorsOnly();
    void connections();
    void whatIsNotKnownIsNull();
    void rooms();
};

namespace {

struct Fixture : TestApi
{
    explicit Fixture(bool requiresAuth = false)
        : TestApi(requiresAuth)
    {
        api.addTo(router);
    }
    QHash<QByteArray, qsizetype> counts;
    ConnectionsApi api{context, [this] { return counts; }};
};

} // namespace

void tst_ConnectionsApi::operatorsOnly_data()
{
    QTest::addColumn<bool>("requiresAuth");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("status");
    for (const bool requiresAuth : {false, true}) {
        const char *mode = requiresAuth ? "required" : "open";
        QTest::addRow("%s, none", mode) << requiresAuth << QByteArray() << 401;
        QTest::addRow("%s, wrong", mode) << requiresAuth << bearer("wrong") << 401;
        QTest::addRow("%s, static", mode) << requiresAuth << bearer("subscriber") << 403;
        QTest::addRow("%s, admin", mode) << requiresAuth << bearer("admin") << 200;
    }
}

void tst_ConnectionsApi::operatorsOnly()
{
    QFETCH(bool, requiresAuth);
    QFETCH(QByteArray, headers);
    QFETCH(int, status);
    Fixture fixture(requiresAuth);
    for (const char *path : {"/api/v1/connections", "/api/v1/rooms"}) {
        const TestAnswer answer = fixture.get(path, headers);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.headers.contains("www-authenticate"), status == 401);
    }
}

void tst_ConnectionsApi::connections()
{
    Fixture fixture;
    ConnectionInfo info;
    info.sid = "s1";
    info.user = "ann";
    info.dialect = "workflow";
    info.transport = "polling";
    info.address = "192.0.2.7:4711";
    info.userAgent = "agent \"x\"";
    info.rooms = {"workflow:\xc3\xa9", "bot:1"};
    info.types = {"notification"};
    info.connectedAt = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5, 6), QTimeZone::utc());
    info.idleSeconds = 12;
    info.roundTripMs = 34;
    info.queuedBytes = 56;
    info.sent = {7, 8};
    info.received = {9, 10};
    TestConnection connection(info);
    fixture.connections.add(connection);

    const QJsonArray all =
        fixture.get("/api/v1/connections", bearer("admin")).json().value(u"connections").toArray();
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.at(0).toObject(),
             QJsonDocument::fromJson(
                 "{\"sid\":\"s1\",\"user\":\"ann\",\"dialect\":\"workflow\","
                 "\"transport\":\"polling\",\"address\":\"192.0.2.7:4711\","
                 "\"user_agent\":\"agent \\\"x\\\"\",\"rooms\":[\"workflow:\xc3\xa9\",\"bot:1\"],"
                 "\"types\":[\"notification\"],\"connected_at\":\"2026-01-02T03:04:05.006Z\","
                 "\"idle_seconds\":12,\"rtt_ms\":34,\"queued_bytes\":56,"
                 "\"sent\":{\"messages\":7,\"bytes\":8},"
                 "\"received\":{\"messages\":9,\"bytes\":10}}")
                 .object());
}

void tst_ConnectionsApi::whatIsNotKnownIsNull()
{
    Fixture fixture;
    TestConnection connection("s1");
    fixture.connections.add(connection);
    const QJsonObject object = fixture.get("/api/v1/connections", bearer("admin"))
                                   .json()
                                   .value(u"connections")
                                   .toArray()
                                   .at(0)
                                   .toObject();
    QVERIFY(object.value(u"user").isNull());
    QVERIFY(object.value(u"rtt_ms").isNull());
    QCOMPARE(object.value(u"rooms"), QJsonValue(QJsonArray()));
    QCOMPARE(object.value(u"idle_seconds"), QJsonValue(0));
}

void tst_ConnectionsApi::rooms()
{
    Fixture fixture;
    fixture.counts = {{"workflow:1", 3}, {"bot:empty", 1}};
    (void)fixture.hub.publish(QByteArrayView("{\"type\":\"a\",\"workflow_id\":1}"));
    const auto last = fixture.hub.publish(
        QByteArrayView("{\"type\":\"a\",\"rooms\":[\"workflow:1\",\"global\"]}"));
    QVERIFY(last);
    const QString lastId = QString::fromLatin1(last->constFirst().toText());

    const QJsonArray rooms =
        fixture.get("/api/v1/rooms", bearer("admin")).json().value(u"rooms").toArray();
    const auto room = [](const char *name, int members, int retained, const QJsonValue &id) {
        return QJsonObject{{QStringLiteral("room"), QString::fromLatin1(name)},
                           {QStringLiteral("members"), members},
                           {QStringLiteral("retained"), retained},
                           {QStringLiteral("last_event_id"), id}};
    };
    QCOMPARE(rooms,
             (QJsonArray{room("bot:empty", 1, 0, QJsonValue()), room("global", 0, 1, lastId),
                         room("workflow:1", 3, 2, lastId)}));
}

QTEST_GUILESS_MAIN(tst_ConnectionsApi)
#include "tst_connectionsapi.moc"
