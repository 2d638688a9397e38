// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/eventsapi.h"

#include "tests/server/api/testcall.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace Signalbox;

class tst_EventsApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishesOne();
    void publishesABatchInOrder();
    void refusals_data();
    void refusals();
    void allOrNothing();
    void batchLimit();
    void contentType_data();
    void contentType();
    void publishingNeedsACredential_data();
    void publishingNeedsACredential();
    void refusesWhileTripped();
    void refusesWhileDraining();
    void repeatGetsTheFirstAnswer();
    void anotherBodyIsAConflict();
    void keysBelongToTheirCredential();
    void refusalsAreNotRemembered();
    void badKeys_data();
    void badKeys();
    void recent_data();
    void recent();
    void recentIsSlicedByLimit();
    void recentSince();
    void recentNotRecovered();
    void recentKeepsTheBytes();
    void recentErrors_data();
    void recentErrors();
    void readingNeedsACredential();
    void othersRoomsAreForbidden_data();
    void othersRoomsAreForbidden();
};

namespace {

const QByteArray Path = "/api/v1/events";

struct Fixture : TestApi
{
    explicit Fixture(bool requiresAuth = false, bool allowsAnonymous = false,
                     const HubLimits &limits = {})
        : TestApi(requiresAuth, allowsAnonymous, limits)
    {
        api.addTo(router);
    }

    TestAnswer publish(const QByteArray &json, const QByteArray &headers = {})
    {
        return post(Path, json, headers);
    }
    /// The `n` of each event that is answered.
    QList<int> numbers(const QByteArray &query)
    {
        QList<int> all;
        for (const QJsonValue &event : get(Path + query).json().value(u"events").toArray())
            all.append(event[u"data"][u"n"].toInt());
        return all;
    }
    /// Publishes n = 1 ... \a count to workflow 1; returns their ids.
    QList<QByteArray> fill(int count)
    {
        QList<QByteArray> ids;
        for (int n = 1; n <= count; ++n) {
            const auto published = hub.publish(
                "{\"type\":\"t\",\"workflow_id\":1,\"n\":" + QByteArray::number(n) + '}');
            ids.append(published->constFirst().toText());
        }
        return ids;
    }

    EventsApi api{context};
};

QByteArray key(const QByteArray &value)
{
    return "Idempotency-Key: " + value + "\r\n";
}

} // namespace

void tst_EventsApi::publishesOne()
{
    Fixture fixture;
    QSignalSpy accepted(&fixture.hub, &EventHub::eventsAccepted);
    const TestAnswer answer = fixture.publish("{\"type\":\"t\",\"workflow_id\":7}");
    QCOMPARE(answer.status, 202);
    QCOMPARE(accepted.size(), 1);
    const auto events = accepted.at(0).at(0).value<QList<Event>>();
    QCOMPARE(events.size(), 1);
    QCOMPARE(events.at(0).rooms, QList<QByteArray>{"workflow:7"});
    QCOMPARE(answer.json(),
             (QJsonObject{{QStringLiteral("accepted"), 1},
                          {QStringLiteral("event_ids"),
                           QJsonArray{QString::fromLatin1(events.at(0).id.toText())}}}));
}

void tst_EventsApi::publishesABatchInOrder()
{
    Fixture fixture;
    const TestAnswer answer = fixture.publish("[{\"type\":\"t\",\"workflow_id\":1,\"n\":1},"
                                              "{\"type\":\"t\",\"workflow_id\":1,\"n\":2}]");
    QCOMPARE(answer.status, 202);
    QCOMPARE(answer.json().value(u"accepted").toInt(), 2);
    const QJsonArray ids = answer.json().value(u"event_ids").toArray();
    QCOMPARE(ids.size(), 2);
    const auto first = EventId::fromText(ids.at(0).toString().toLatin1());
    const auto second = EventId::fromText(ids.at(1).toString().toLatin1());
    QVERIFY(first && second && *first < *second);
    QCOMPARE(fixture.numbers("?room=workflow:1"), (QList<int>{1, 2}));
}

void tst_EventsApi::refusals_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    QTest::addColumn<int>("index");
    const auto row = [](const char *name, const QByteArray &body, int status, const char *code,
                        const char *field = "", int index = -1) {
        QTest::newRow(name) << body << status << QString::fromLatin1(code)
                            << QString::fromLatin1(field) << index;
    };
    row("no JSON", "{", 400, "invalid_json");
    row("nothing", "", 400, "invalid_json");
    row("not UTF-8", "{\"type\":\"\xff\"}", 400, "invalid_json");
    row("no event", "1", 422, "invalid_event");
    row("empty batch", "[]", 422, "invalid_event");
    row("no type", "{}", 422, "invalid_event", "type");
    row("bad type", "{\"type\":\"a b\"}", 422, "invalid_event", "type");
    row("reserved type", "{\"type\":\"connect\"}", 422, "reserved_type", "type");
    row("bad room", "{\"type\":\"a\",\"room\":\"planet:1\"}", 422, "invalid_event", "room");
    row("second of a batch", "[{\"type\":\"a\"},{\"type\":\"\"}]", 422, "invalid_event", "type", 1);
    row("too large", "{\"type\":\"a\",\"x\":\"" + QByteArray(2000, 'x') + "\"}", 413,
        "payload_too_large");
}

void tst_EventsApi::refusals()
{
    QFETCH(QByteArray, body);
    Fixture fixture(false, false, {.maxEventBytes = 1000});
    const TestAnswer answer = fixture.publish(body);
    QTEST(answer.status, "status");
    QTEST(answer.errorCode(), "code");
    const QJsonObject error = answer.json().value(u"error").toObject();
    QVERIFY(!error.value(u"message").toString().isEmpty());
    QTEST(error.value(u"field").toString(), "field");
    QTEST(error.value(u"index").toInt(-1), "index");
    QCOMPARE(fixture.hub.counters().eventsReceived.load(), quint64(0));
    QCOMPARE(fixture.hub.counters().eventsRefused.load(), quint64(1));
}

void tst_EventsApi::allOrNothing()
{
    Fixture fixture;
    QCOMPARE(fixture.publish("[{\"type\":\"a\"},{\"type\":\"connect\"}]").status, 422);
    QCOMPARE(fixture.get(Path + "?room=global").json().value(u"count").toInt(-1), 0);
}

void tst_EventsApi::batchLimit()
{
    Fixture fixture;
    const auto batch = [](int count) {
        return '[' + QByteArrayList(count, "{\"type\":\"a\"}").join(',') + ']';
    };
    QCOMPARE(fixture.publish(batch(1000)).json().value(u"accepted").toInt(), 1000);
    QCOMPARE(fixture.publish(batch(1001)).status, 422);
    QCOMPARE(fixture.hub.counters().eventsReceived.load(), quint64(1000));
}

void tst_EventsApi::contentType_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("status");
    QTest::newRow("JSON") << QByteArray("Content-Type: application/json\r\n") << 202;
    QTest::newRow("with charset") << QByteArray("Content-Type: application/json; charset=utf-8\r\n")
                                  << 202;
    QTest::newRow("another JSON") << QByteArray("Content-Type: application/x+json\r\n") << 202;
    QTest::newRow("none") << QByteArray() << 415;
    QTest::newRow("a form") << QByteArray("Content-Type: application/x-www-form-urlencoded\r\n")
                            << 415;
    QTest::newRow("text, as browsers send it unasked")
        << QByteArray("Content-Type: text/plain\r\n") << 415;
}

void tst_EventsApi::contentType()
{
    QFETCH(QByteArray, header);
    Fixture fixture;
    const TestAnswer answer = testCall(fixture.port, "POST", Path, header, "{\"type\":\"a\"}");
    QTEST(answer.status, "status");
    if (answer.status == 415)
        QCOMPARE(answer.errorCode(), QStringLiteral("unsupported_media_type"));
}

void tst_EventsApi::publishingNeedsACredential_data()
{
    QTest::addColumn<bool>("requiresAuth");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const QString none;
    QTest::newRow("open") << false << QByteArray() << 202 << none;
    QTest::newRow("open, wrong token")
        << false << bearer("wrong") << 401 << QStringLiteral("invalid_token");
    QTest::newRow("none") << true << QByteArray() << 401 << QStringLiteral("auth_required");
    QTest::newRow("wrong") << true << bearer("wrong") << 401 << QStringLiteral("invalid_token");
    QTest::newRow("static") << true << bearer("subscriber") << 202 << none;
    QTest::newRow("admin") << true << bearer("admin") << 202 << none;
}

void tst_EventsApi::publishingNeedsACredential()
{
    QFETCH(bool, requiresAuth);
    QFETCH(QByteArray, headers);
    // That anonymous clients may subscribe does not let them publish.
    for (const bool allowsAnonymous : {false, true}) {
        Fixture fixture(requiresAuth, allowsAnonymous);
        const TestAnswer answer = fixture.publish("{\"type\":\"a\"}", headers);
        QTEST(answer.status, "status");
        QTEST(answer.errorCode(), "code");
        QCOMPARE(answer.headers.contains("www-authenticate"), answer.status == 401);
        QCOMPARE(fixture.hub.counters().eventsReceived.load(), quint64(answer.status == 202));
    }
}

void tst_EventsApi::refusesWhileTripped()
{
    Fixture fixture;
    fixture.hub.setEmergency(true, QStringLiteral("fire"));
    const TestAnswer answer = fixture.publish("{\"type\":\"a\"}");
    QCOMPARE(answer.status, 503);
    QCOMPARE(answer.errorCode(), QStringLiteral("emergency"));
    QVERIFY(answer.body.contains("fire"));
    QCOMPARE(fixture.get(Path + "?room=global").status, 200);
    fixture.hub.setEmergency(false, {});
    QCOMPARE(fixture.publish("{\"type\":\"a\"}").status, 202);
}

void tst_EventsApi::refusesWhileDraining()
{
    Fixture fixture;
    fixture.context.isDraining = true;
    const TestAnswer answer = fixture.publish("{\"type\":\"a\"}");
    QCOMPARE(answer.status, 503);
    QCOMPARE(answer.errorCode(), QStringLiteral("draining"));
    QVERIFY(answer.headers.value("retry-after").toInt() > 0);
    QCOMPARE(fixture.hub.counters().eventsReceived.load(), quint64(0));
}

void tst_EventsApi::repeatGetsTheFirstAnswer()
{
    Fixture fixture;
    const TestAnswer first = fixture.publish("{\"type\":\"a\"}", key("k"));
    const TestAnswer second = fixture.publish("{\"type\":\"a\"}", key("k"));
    QCOMPARE(first.status, 202);
    QCOMPARE(second.status, 202);
    QCOMPARE(second.body, first.body);
    QCOMPARE(fixture.hub.counters().eventsReceived.load(), quint64(1));
    QVERIFY(fixture.publish("{\"type\":\"a\"}", key("other")).body != first.body);
    QVERIFY(fixture.publish("{\"type\":\"a\"}").body != first.body);
    QCOMPARE(fixture.hub.counters().eventsReceived.load(), quint64(3));
}

void tst_EventsApi::anotherBodyIsAConflict()
{
    Fixture fixture;
    QCOMPARE(fixture.publish("{\"type\":\"a\"}", key("k")).status, 202);
    const TestAnswer answer = fixture.publish("{\"type\":\"b\"}", key("k"));
    QCOMPARE(answer.status, 409);
    QCOMPARE(answer.errorCode(), QStringLiteral("conflict"));
    QCOMPARE(fixture.hub.counters().eventsReceived.load(), quint64(1));
}

void tst_EventsApi::keysBelongToTheirCredential()
{
    Fixture fixture(true);
    const TestAnswer ann = fixture.publish("{\"type\":\"a\"}", key("k") + bearer("subscriber"));
    const TestAnswer bob = fixture.publish("{\"type\":\"b\"}", key("k") + bearer("admin"));
    QCOMPARE(ann.status, 202);
    QCOMPARE(bob.status, 202);
    QCOMPARE(fixture.publish("{\"type\":\"a\"}", key("k")).status, 401);
}

void tst_EventsApi::refusalsAreNotRemembered()
{
    Fixture fixture;
    fixture.hub.setEmergency(true, {});
    QCOMPARE(fixture.publish("{\"type\":\"a\"}", key("k")).status, 503);
    fixture.hub.setEmergency(false, {});
    QCOMPARE(fixture.publish("{\"type\":\"a\"}", key("k")).status, 202);
    QCOMPARE(fixture.publish("{", key("l")).status, 400);
    QCOMPARE(fixture.publish("{\"type\":\"a\"}", key("l")).status, 202);
}

void tst_EventsApi::badKeys_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("space inside") << QByteArray("a b");
    QTest::newRow("too long") << QByteArray(256, 'k');
    QTest::newRow("not ASCII") << QByteArray("\xc3\xa9");
}

void tst_EventsApi::badKeys()
{
    QFETCH(QByteArray, value);
    Fixture fixture;
    const TestAnswer answer = fixture.publish("{\"type\":\"a\"}", key(value));
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.errorCode(), QStringLiteral("bad_request"));
    QCOMPARE(fixture.hub.counters().eventsReceived.load(), quint64(0));
}

void tst_EventsApi::recent_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QList<int>>("numbers");
    QTest::newRow("all") << QByteArray("?room=workflow:1") << QList<int>{1, 2, 3, 4, 5};
    QTest::newRow("limit: the newest")
        << QByteArray("?room=workflow:1&limit=2") << QList<int>{4, 5};
    QTest::newRow("limit above") << QByteArray("?room=workflow:1&limit=1000")
                                 << QList<int>{1, 2, 3, 4, 5};
    QTest::newRow("encoded") << QByteArray("?room=workflow%3A1&limit=1") << QList<int>{5};
    QTest::newRow("nothing there") << QByteArray("?room=workflow:2") << QList<int>{};
}

void tst_EventsApi::recent()
{
    QFETCH(QByteArray, query);
    QFETCH(QList<int>, numbers);
    Fixture fixture;
    fixture.fill(5);
    QCOMPARE(fixture.numbers(query), numbers);
    const QJsonObject body = fixture.get(Path + query).json();
    QCOMPARE(body.value(u"count").toInt(-1), numbers.size());
    QVERIFY(body.value(u"room").toString().startsWith(u"workflow:"));
    QVERIFY2(!body.contains(u"recovered"), "nobody asked since when");
}

void tst_EventsApi::recentIsSlicedByLimit()
{
    Fixture fixture;
    const QList<QByteArray> ids = fixture.fill(5);
    QList<int> all;
    QByteArray since = ids.at(0);
    for (int i = 0; i < 2; ++i) {
        const QByteArray query = "?room=workflow:1&limit=2&since=" + since;
        all += fixture.numbers(query);
        since = fixture.get(Path + query)
                    .json()
                    .value(u"events")
                    .toArray()
                    .last()[u"event_id"]
                    .toString()
                    .toLatin1();
    }
    QCOMPARE(all, (QList<int>{2, 3, 4, 5}));
    QCOMPARE(since, ids.last());
}

void tst_EventsApi::recentSince()
{
    Fixture fixture;
    const QList<QByteArray> ids = fixture.fill(5);
    QCOMPARE(fixture.numbers("?room=workflow:1&since=" + ids.at(2)), (QList<int>{4, 5}));
    const QJsonObject last = fixture.get(Path + "?room=workflow:1&since=" + ids.at(4)).json();
    QCOMPARE(last.value(u"count").toInt(-1), 0);
    QCOMPARE(last.value(u"recovered"), QJsonValue(true));
}

void tst_EventsApi::recentNotRecovered()
{
    Fixture fixture(false, false, {.maxRecentEvents = 3});
    const QList<QByteArray> ids = fixture.fill(5);
    const auto recovered = [&](const QByteArray &since) {
        return fixture.get(Path + "?room=workflow:1&since=" + since).json().value(u"recovered");
    };
    QCOMPARE(recovered(ids.at(1)), QJsonValue(true));
    QCOMPARE(recovered(ids.at(0)), QJsonValue(false));
    QCOMPARE(recovered("1:1"), QJsonValue(false));
    QCOMPARE(fixture.numbers("?room=workflow:1&since=" + ids.at(0)), (QList<int>{3, 4, 5}));
}

void tst_EventsApi::recentKeepsTheBytes()
{
    Fixture fixture;
    const QByteArray body = "{\"b\":1.0,\"a\":12345678901234567890, \"c\":1e400}";
    QCOMPARE(
        fixture
            .publish("{\"type\":\"t\",\"timestamp\":1.50,\"workflow_id\":1,\"data\":" + body + "}")
            .status,
        202);
    const QByteArray answer = fixture.get(Path + "?room=workflow:1").body;
    QVERIFY2(answer.contains(",\"timestamp\":1.50,\"data\":" + body + '}'), answer.constData());
}

void tst_EventsApi::recentErrors_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *query, const char *code) {
        QTest::newRow(*query ? query : "(none)") << QByteArray(query) << QString::fromLatin1(code);
    };
    row("", "bad_request");
    row("?room=", "bad_request");
    row("?room=planet:1", "bad_room");
    row("?room=workflow:", "bad_room");
    row("?room=workflow:*", "bad_room");
    row("?room=workflow:%0a", "bad_room");
    row("?room=global&limit=", "bad_request");
    row("?room=global&limit=0", "bad_request");
    row("?room=global&limit=-1", "bad_request");
    row("?room=global&limit=1001", "bad_request");
    row("?room=global&limit=1x", "bad_request");
    row("?room=global&limit=99999999999999999999", "bad_request");
    row("?room=global&since=", "bad_request");
    row("?room=global&since=1", "bad_request");
    row("?room=global&since=1:x", "bad_request");
}

void tst_EventsApi::recentErrors()
{
    QFETCH(QByteArray, query);
    Fixture fixture;
    const TestAnswer answer = fixture.get(Path + query);
    QCOMPARE(answer.status, 400);
    QTEST(answer.errorCode(), "code");
}

void tst_EventsApi::readingNeedsACredential()
{
    const QByteArray target = Path + "?room=global";
    QCOMPARE(Fixture(false).get(target).status, 200);
    QCOMPARE(Fixture(true).get(target).status, 401);
    QCOMPARE(Fixture(true).get(target, bearer("wrong")).status, 401);
    QCOMPARE(Fixture(true).get(target, bearer("subscriber")).status, 200);
    QCOMPARE(Fixture(true, true).get(target).status, 200);
    Fixture fixture(true);
    QCOMPARE(testCall(fixture.port, "HEAD", target).status, 401);
}

void tst_EventsApi::othersRoomsAreForbidden_data()
{
    QTest::addColumn<QByteArray>("room");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const char *room, const QByteArray &headers, int status) {
        QTest::newRow(name) << QByteArray(room) << headers << status;
    };
    row("a user's, nobody asks", "user:ann", {}, 403);
    row("a user's, static token", "user:ann", bearer("subscriber"), 403);
    row("a user's, admin", "user:ann", bearer("admin"), 200);
    row("a project's, nobody asks", "project:1", {}, 403);
    row("a project's, admin", "project:1", bearer("admin"), 200);
    row("a bot's, nobody asks", "bot:1", {}, 200);
}

void tst_EventsApi::othersRoomsAreForbidden()
{
    QFETCH(QByteArray, room);
    QFETCH(QByteArray, headers);
    Fixture fixture;
    QCOMPARE(fixture.publish("{\"type\":\"t\",\"user\":\"ann\",\"secret\":1}").status, 202);
    const TestAnswer answer = fixture.get(Path + "?room=" + room, headers);
    QTEST(answer.status, "status");
    if (answer.status == 403) {
        QCOMPARE(answer.errorCode(), QStringLiteral("forbidden"));
        QVERIFY(!answer.body.contains("secret"));
    }
}

QTEST_GUILESS_MAIN(tst_EventsApi)
#include "tst_eventsapi.moc"
