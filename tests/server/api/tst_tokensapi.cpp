// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/tokensapi.h"

#include "common/auth/memorytokenstore.h"
#include "tests/server/api/testcall.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryFile>

using namespace Signalbox;

namespace {

constexpr char Path[] = "/api/v1/tokens";

struct Api : TestApi
{
    Api()
        : tokens(context, store)
    {
        Jwt::KeySet keys;
        keys.keys = {QByteArray(32, 'k')};
        keys.issuer = Authenticator::OwnIssuer;
        authenticator.setOwnKeys(keys);
        authenticator.setTokenStore(&store);
        tokens.addTo(router);
    }

    TestAnswer issue(const QByteArray &json) { return post(Path, json, bearer("admin")); }
    TestAnswer revoke(const QByteArray &id)
    {
        return testCall(port, "DELETE", Path + ('/' + id), bearer("admin"));
    }
    QJsonArray list() { return get(Path, bearer("admin")).json().value(u"tokens").toArray(); }

    MemoryTokenStore store;
    TokensApi tokens;
};

QDateTime time(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

} // namespace

class tst_TokensApi final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isForOperators_data();
    void isForOperators();
    void issue();
    void issueDefaults();
    void otherNames();
    void refused_data();
    void refused();
    void adminTokenOpens();
    void list();
    void keysThatAreGone();
    void revoke();
    void revokeForeign();
    void revokeRefused_data();
    void revokeRefused();
    void methods();
    void secretStaysSecret();
};

void tst_TokensApi::isForOperators_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("status");
    QTest::newRow("nobody") << QByteArray() << 401;
    QTest::newRow("wrong") << bearer("wrong") << 401;
    QTest::newRow("static token") << bearer("subscriber") << 403;
}

void tst_TokensApi::isForOperators()
{
    QFETCH(QByteArray, headers);
    QFETCH(int, status);
    Api api;
    QCOMPARE(api.get(Path, headers).status, status);
    QCOMPARE(api.post(Path, R"({"user":"a"})", headers).status, status);
    QCOMPARE(testCall(api.port, "DELETE", "/api/v1/tokens/x", headers).status, status);
    QVERIFY(api.store.all().isEmpty());
}

void tst_TokensApi::issue()
{
    Api api;
    const TestAnswer answer = api.issue(
        R"({"user":"alice","rooms":["project:7","agent:*"],"scopes":["subscribe","publish"],)"
        R"("ttl_seconds":600,"name":"Alice's laptop"})");
    QCOMPARE(answer.status, 201);
    QCOMPARE(answer.headers.value("cache-control"), QByteArray("no-store"));
    const QJsonObject record = answer.json();
    QCOMPARE(record.value(u"user").toString(), QStringLiteral("alice"));
    QCOMPARE(record.value(u"name").toString(), QStringLiteral("Alice's laptop"));
    QCOMPARE(record.value(u"rooms").toArray(),
             (QJsonArray{QStringLiteral("project:7"), QStringLiteral("agent:*")}));
    QCOMPARE(record.value(u"scopes").toArray(),
             (QJsonArray{QStringLiteral("subscribe"), QStringLiteral("publish")}));
    QCOMPARE(record.value(u"status").toString(), QStringLiteral("active"));
    QCOMPARE(time(record.value(u"created_at")).secsTo(time(record.value(u"expires_at"))), 600);
    QVERIFY(record.value(u"last_used_at").isNull());

    const auto identity =
        api.authenticator.authenticate(record.value(u"token").toString().toLatin1());
    QVERIFY(identity.has_value());
    QCOMPARE(identity->user, QByteArray("alice"));
    QCOMPARE(identity->scopes, Scope::Subscribe | Scope::Publish);
    QCOMPARE(*identity->rooms, (QList<QByteArray>{"project:7", "agent:*"}));
    QCOMPARE(identity->tokenId, record.value(u"id").toString().toLatin1());
}

void tst_TokensApi::issueDefaults()
{
    Api api;
    const QJsonObject record = api.issue(R"({"user":"bob","rooms":null})").json();
    QCOMPARE(time(record.value(u"created_at")).secsTo(time(record.value(u"expires_at"))), 3600);
    QVERIFY(record.value(u"rooms").isNull());
    QCOMPARE(record.value(u"scopes").toArray(), QJsonArray{QStringLiteral("subscribe")});
    QCOMPARE(record.value(u"name").toString(), QString());
    // No rooms at all is not the same as no such claim.
    const QJsonObject none = api.issue(R"({"user":"bob","rooms":[]})").json();
    QCOMPARE(none.value(u"rooms").toArray(), QJsonArray());
    QVERIFY(none.value(u"rooms").isArray());
    const auto identity =
        api.authenticator.authenticate(none.value(u"token").toString().toLatin1());
    QVERIFY(identity->rooms && identity->rooms->isEmpty());
}

void tst_TokensApi::otherNames()
{
    Api api;
    const QJsonObject record = api.issue(R"({"sub":"bob","scope":"publish subscribe"})").json();
    QCOMPARE(record.value(u"user").toString(), QStringLiteral("bob"));
    QCOMPARE(record.value(u"scopes").toArray().size(), 2);
}

void tst_TokensApi::refused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *field, const QByteArray &json) {
        QTest::addRow("%s", json.left(60).constData()) << json << QString::fromLatin1(field);
    };
    row("user", "{}");
    row("user", R"({"user":""})");
    row("user", R"({"user":"a*"})");
    row("user", R"({"user":7})");
    row("user", R"({"user":"a\u0007"})");
    row("user", R"({"user":")" + QByteArray(256, 'a') + R"("})");
    row("sub", R"({"user":"a","sub":"b"})");
    row("rooms", R"({"user":"a","rooms":"project:7"})");
    row("rooms", R"({"user":"a","rooms":[7]})");
    row("rooms.1", R"({"user":"a","rooms":["global","proj*"]})");
    row("rooms.0", R"({"user":"a","rooms":["*"]})");
    row("scopes", R"({"user":"a","scopes":["root"]})");
    row("scopes", R"({"user":"a","scopes":[]})");
    row("scopes", R"({"user":"a","scope":""})");
    row("scopes", R"({"user":"a","scopes":{}})");
    row("scope", R"({"user":"a","scope":"publish","scopes":["publish"]})");
    row("ttl_seconds", R"({"user":"a","ttl_seconds":0})");
    row("ttl_seconds", R"({"user":"a","ttl_seconds":-1})");
    row("ttl_seconds", R"({"user":"a","ttl_seconds":31536001})");
    row("ttl_seconds", R"({"user":"a","ttl_seconds":1.5})");
    row("ttl_seconds", R"({"user":"a","ttl_seconds":"60"})");
    row("name", R"({"user":"a","name":["x"]})");
    row("name", R"({"user":"a","name":")" + QByteArray(256, 'n') + R"("})");
    row("ttl", R"({"user":"a","ttl":60})");
    QByteArray rooms = "\"agent:" + QByteArray(250, 'r') + '"';
    for (int i = 0; i < 40; ++i)
        rooms += ",\"agent:" + QByteArray::number(i) + QByteArray(250, 'r') + '"';
    row("rooms", "{\"user\":\"a\",\"rooms\":[" + rooms + "]}");
}

void tst_TokensApi::refused()
{
    QFETCH(QByteArray, json);
    Api api;
    const TestAnswer answer = api.issue(json);
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.errorCode(), QStringLiteral("bad_request"));
    QTEST(answer.json().value(u"error").toObject().value(u"field").toString(), "field");
    QVERIFY(api.store.all().isEmpty());
}

void tst_TokensApi::adminTokenOpens()
{
    Api api;
    const QString token =
        api.issue(R"({"user":"root","scope":"admin"})").json().value(u"token").toString();
    QCOMPARE(api.get(Path, bearer(token.toLatin1())).status, 200);
    const QString weak =
        api.issue(R"({"user":"w","scope":"publish"})").json().value(u"token").toString();
    QCOMPARE(api.get(Path, bearer(weak.toLatin1())).status, 403);
}

void tst_TokensApi::list()
{
    Api api;
    QVERIFY(api.list().isEmpty());
    const QJsonObject first = api.issue(R"({"user":"a"})").json();
    const QString token = api.issue(R"({"user":"b"})").json().value(u"token").toString();
    QVERIFY(api.authenticator.authenticate(token.toLatin1()));
    const QJsonArray tokens = api.list();
    QCOMPARE(tokens.size(), 2);
    for (const QJsonValue &record : tokens) {
        QVERIFY2(!record.toObject().contains(u"token"), "it is shown once");
        QCOMPARE(record[u"last_used_at"].isNull(), record[u"user"].toString() == u"a");
    }
}

void tst_TokensApi::keysThatAreGone()
{
    Api api;
    Jwt::KeySet keys;
    keys.keys = {QByteArray(32, 'k')};
    QVERIFY(api.issue(R"({"user":"alice"})").json().value(u"key_valid").toBool());
    TokenRecord old; // from before it was written down which key signs
    old.id = "old";
    old.createdAt = std::chrono::system_clock::now() - std::chrono::hours(1);
    old.expiresAt = old.createdAt + std::chrono::hours(2);
    QVERIFY(api.store.add(old));
    const auto told = [&api](const QString &member) {
        QStringList values;
        for (const QJsonValue token : api.list())
            values.append(token[member].toVariant().toString());
        return values;
    };
    const auto states = [&told] { return told(QStringLiteral("status")); };

    keys.keys.prepend(QByteArray(32, 'l'));
    api.authenticator.setOwnKeys(keys);
    QCOMPARE(states(), (QStringList{QStringLiteral("active"), QStringLiteral("active")}));
    keys.keys = {QByteArray(32, 'm'), QByteArray(32, 'l')};
    api.authenticator.setOwnKeys(keys);
    QCOMPARE(states(), (QStringList{QStringLiteral("revoked"), QStringLiteral("active")}));
    QCOMPARE(told(QStringLiteral("key_valid")),
             (QStringList{QStringLiteral("false"), QStringLiteral("true")}));

    api.store.assumeKey(Jwt::keyDigest(QByteArray(32, 'k')));
    QCOMPARE(states(), (QStringList{QStringLiteral("revoked"), QStringLiteral("revoked")}));
    api.store.assumeKey(Jwt::keyDigest(QByteArray(32, 'l')));
    QCOMPARE(states(), (QStringList{QStringLiteral("revoked"), QStringLiteral("revoked")}));
}

void tst_TokensApi::revoke()
{
    Api api;
    const QSignalSpy revoked(&api.store, &TokenStore::tokenRevoked);
    const QJsonObject issued = api.issue(R"({"user":"a"})").json();
    const QByteArray id = issued.value(u"id").toString().toLatin1();
    for (int i = 0; i < 2; ++i) { // idempotent
        const TestAnswer answer = api.revoke(id);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json().value(u"status").toString(), QStringLiteral("revoked"));
        QCOMPARE(answer.json().value(u"user").toString(), QStringLiteral("a"));
    }
    QVERIFY(!revoked.isEmpty());
    QCOMPARE(revoked.first().first().toByteArray(), id);
    QVERIFY(!api.authenticator.authenticate(issued.value(u"token").toString().toLatin1()));
    QCOMPARE(api.list().first()[u"status"].toString(), QStringLiteral("revoked"));
}

void tst_TokensApi::revokeForeign()
{
    Api api;
    const TestAnswer answer = api.revoke("urn%3Aa%2Fb?expires_at=9999-01-01T00:00:00Z");
    QCOMPARE(answer.status, 200);
    const QJsonObject record = answer.json();
    QCOMPARE(record.value(u"id").toString(), QStringLiteral("urn:a/b"));
    QCOMPARE(record.value(u"status").toString(), QStringLiteral("revoked"));
    QVERIFY(record.value(u"user").isNull() && record.value(u"created_at").isNull());
    QVERIFY2(time(record.value(u"expires_at")) < QDateTime::currentDateTime().addDays(401),
             "not for ever");
    QVERIFY(api.store.isRevoked("urn:a/b"));

    const QDateTime soon = QDateTime::currentDateTimeUtc().addSecs(3600);
    QCOMPARE(time(api.revoke("soon?expires_at=" + soon.toString(Qt::ISODateWithMs).toLatin1())
                      .json()
                      .value(u"expires_at")),
             soon);
}

void tst_TokensApi::revokeRefused_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QString>("field");
    QTest::newRow("no time") << QByteArray("x?expires_at=soon") << QStringLiteral("expires_at");
    QTest::newRow("empty time") << QByteArray("x?expires_at=") << QStringLiteral("expires_at");
    QTest::newRow("local time") << QByteArray("x?expires_at=2099-01-01T00:00:00")
                                << QStringLiteral("expires_at");
    QTest::newRow("long id") << QByteArray(256, 'x') << QStringLiteral("id");
}

void tst_TokensApi::revokeRefused()
{
    QFETCH(QByteArray, id);
    Api api;
    const TestAnswer answer = api.revoke(id);
    QCOMPARE(answer.status, 400);
    QTEST(answer.json().value(u"error").toObject().value(u"field").toString(), "field");
    QVERIFY(api.store.all().isEmpty());
}

void tst_TokensApi::methods()
{
    Api api;
    const TestAnswer put = testCall(api.port, "PUT", Path);
    QCOMPARE(put.status, 405);
    QCOMPARE(put.headers.value("allow"), QByteArray("GET, HEAD, POST, OPTIONS"));
    const TestAnswer get = api.get("/api/v1/tokens/x", bearer("admin"));
    QCOMPARE(get.status, 405);
    QCOMPARE(get.headers.value("allow"), QByteArray("DELETE, OPTIONS"));
    for (const char *path : {"/api/v1/tokens/", "/api/v1/tokens/a/b", "/api/v1/tokens/a/"})
        QCOMPARE(testCall(api.port, "DELETE", path, bearer("admin")).status, 404);
}

void tst_TokensApi::secretStaysSecret()
{
    QTemporaryFile log;
    QVERIFY(log.open());
    Logger logger(LogFormat::Json, LogLevel::Debug, log.handle());
    Api api;
    ApiContext logged = {.hub = api.hub,
                         .connections = api.connections,
                         .authenticator = api.authenticator,
                         .policy = api.policy,
                         .authGuard = api.authGuard,
                         .logger = logger,
                         .version = {}};
    TokensApi tokens(logged, api.store);
    Router router(10'000);
    tokens.addTo(router);
    FrontDoor door({}, router);
    const quint16 port = door.listen({QHostAddress(QHostAddress::LocalHost)}, 0).value_or(0);

    const TestAnswer answer =
        testCall(port, "POST", Path, "Content-Type: application/json\r\n" + bearer("admin"),
                 R"({"user":"a"})");
    QCOMPARE(answer.status, 201);
    const QByteArray token = answer.json().value(u"token").toString().toLatin1();
    QCOMPARE(testCall(port, "GET", Path, bearer(token)).status, 403);
    QCOMPARE(testCall(port, "GET", Path, bearer(token + 'x')).status, 401);
    QCOMPARE(testCall(port, "DELETE",
                      "/api/v1/tokens/" + answer.json().value(u"id").toString().toLatin1(),
                      bearer("admin"))
                 .status,
             200);

    QFile written(log.fileName());
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray text = written.readAll();
    for (const char *event : {"token_issued", "auth_failed", "token_revoked"})
        QVERIFY2(text.contains(event), event);
    QVERIFY(!text.contains(token));
    QVERIFY2(!text.contains(token.sliced(token.lastIndexOf('.') + 1)), "nor its signature");
    QVERIFY(!text.contains("Bearer"));
}

QTEST_GUILESS_MAIN(tst_TokensApi)
#include "tst_tokensapi.moc"
