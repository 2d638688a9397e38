// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/emergencyapi.h"

#include "server/api/eventsapi.h"
#include "server/api/statusapi.h"
#include "tests/server/api/testcall.h"

#include <QSignalSpy>

using namespace Signalbox;

namespace {

constexpr char Path[] = "/api/v1/emergency";
constexpr char Json[] = "Content-Type: application/json\r\n";

class Store final : public EmergencyStore
{
public:
    Result<EmergencyState> load() override { return saved; }
    Result<void> save(const EmergencyState &state) override
    {
        if (!isWritable)
            return fail(ErrorCode::Io, QStringLiteral("cannot write"));
        saved = state;
        return {};
    }

    Result<EmergencyState> saved = EmergencyState();
    bool isWritable = true;
};

struct Api : TestApi
{
    Api()
        : emergency(hub, store)
        , emergencyApi(context, emergency)
        , events(context)
        , status(context)
    {
        emergencyApi.addTo(router);
        events.addTo(router);
        status.addTo(router);
    }

    TestAnswer put(const QByteArray &json, const QByteArray &headers = Json + bearer("admin"))
    {
        return testCall(port, "PUT", Path, headers, json);
    }

    Store store;
    EmergencySwitch emergency;
    EmergencyApi emergencyApi;
    EventsApi events;
    StatusApi status;
};

} // namespace

class tst_EmergencyApi final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isForOperators_data();
    void isForOperators();
    void tripsAndReleases();
    void refused_data();
    void refused();
    void restores();
    void restoresTrippedIfUnreadable();
    void notSaved();
};

void tst_EmergencyApi::isForOperators_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("status");
    QTest::newRow("nobody") << QByteArray() << 401;
    QTest::newRow("static token") << bearer("subscriber") << 403;
}

void tst_EmergencyApi::isForOperators()
{
    QFETCH(QByteArray, headers);
    QFETCH(int, status);
    Api api;
    QCOMPARE(api.get(Path, headers).status, status);
    QCOMPARE(api.put(R"({"state":"tripped"})", Json + headers).status, status);
    QVERIFY(!api.hub.isTripped());
}

void tst_EmergencyApi::tripsAndReleases()
{
    Api api;
    const QSignalSpy changes(&api.hub, &EventHub::emergencyChanged);
    const QJsonObject before = api.get(Path, bearer("admin")).json();
    QCOMPARE(before.value(u"state").toString(), QStringLiteral("normal"));
    QVERIFY(before.value(u"since").isNull());

    const TestAnswer tripped = api.put(R"({"state":"tripped","reason":"Fire \"drill\""})");
    QCOMPARE(tripped.status, 200);
    QCOMPARE(tripped.json().value(u"state").toString(), QStringLiteral("tripped"));
    QCOMPARE(tripped.json().value(u"reason").toString(), QStringLiteral("Fire \"drill\""));
    QVERIFY(tripped.json().value(u"since").isString());
    QCOMPARE(api.get(Path, bearer("admin")).json().value(u"reason").toString(),
             QStringLiteral("Fire \"drill\""));
    QCOMPARE(changes.size(), 1);
    QVERIFY(api.store.saved->isTripped);

    const TestAnswer refused = api.post("/api/v1/events", R"({"type":"a"})");
    QCOMPARE(refused.status, 503);
    QCOMPARE(refused.errorCode(), QStringLiteral("emergency"));
    QVERIFY(refused.headers.value("retry-after").toInt() > 0);
    QCOMPARE(api.get("/health").status, 503);
    QCOMPARE(api.get("/livez").status, 200);

    QCOMPARE(api.put(R"({"state":"normal"})").status, 200);
    QVERIFY(!api.store.saved->isTripped);
    QCOMPARE(api.post("/api/v1/events", R"({"type":"a"})").status, 202);
    QCOMPARE(api.get("/health").status, 200);
}

void tst_EmergencyApi::refused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("field");
    QTest::newRow("nothing") << QByteArray("{}") << QStringLiteral("state");
    QTest::newRow("unknown state")
        << QByteArray(R"({"state":"TRIPPED"})") << QStringLiteral("state");
    QTest::newRow("boolean state") << QByteArray(R"({"state":true})") << QStringLiteral("state");
    QTest::newRow("long state") << QByteArray(R"({"state":"tripped tripped tripped"})")
                                << QStringLiteral("state");
    QTest::newRow("number as a reason")
        << QByteArray(R"({"state":"tripped","reason":1})") << QStringLiteral("reason");
    QTest::newRow("long reason") << "{\"state\":\"tripped\",\"reason\":\""
            + QByteArray(HubActs::MaxReasonBytes + 1, 'r')
            + "\"}" << QStringLiteral("reason");
    QTest::newRow("misspelt reason")
        << QByteArray(R"({"state":"tripped","raeson":"x"})") << QStringLiteral("raeson");
}

void tst_EmergencyApi::refused()
{
    QFETCH(QByteArray, json);
    Api api;
    const TestAnswer answer = api.put(json);
    QCOMPARE(answer.status, 400);
    QTEST(answer.json().value(u"error").toObject().value(u"field").toString(), "field");
    QVERIFY(!api.hub.isTripped());
}

void tst_EmergencyApi::restores()
{
    Api api;
    api.store.saved =
        EmergencyState{true, QStringLiteral("before"), QDateTime::currentDateTimeUtc()};
    QVERIFY(api.emergency.restore().has_value());
    QVERIFY(api.hub.isTripped());
    QCOMPARE(api.hub.emergencyReason(), QStringLiteral("before"));
}

void tst_EmergencyApi::restoresTrippedIfUnreadable()
{
    Api api;
    api.store.saved = fail(ErrorCode::Io, QStringLiteral("/secret/path"));
    const Result<void> restored = api.emergency.restore();
    QVERIFY(!restored);
    QCOMPARE(restored.error().message, QStringLiteral("/secret/path"));
    QVERIFY(api.hub.isTripped());
    QVERIFY2(!api.hub.emergencyReason().contains(u'/'), "every client is told");
    QCOMPARE(api.put(R"({"state":"normal"})").status, 200);
    QVERIFY(!api.hub.isTripped());
}

void tst_EmergencyApi::notSaved()
{
    Api api;
    api.store.isWritable = false;
    const TestAnswer answer = api.put(R"({"state":"tripped","reason":"now"})");
    QCOMPARE(answer.status, 500);
    QVERIFY2(api.hub.isTripped(), "stopping comes first");
}

QTEST_GUILESS_MAIN(tst_EmergencyApi)
#include "tst_emergencyapi.moc"
