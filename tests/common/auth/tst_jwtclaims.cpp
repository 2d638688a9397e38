// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/auth/jwt.h"

#include "tests/common/auth/jwtfixture.h"
#include "tests/common/auth/testtoken.h"

#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace std::chrono_literals;

class tst_JwtClaims : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void issuerAndAudience_data();
    void issuerAndAudience();
    void scopes_data();
    void scopes();
    void rooms_data();
    void rooms();
    void readsTheClaims();
    void otherUserClaim();
    void claimedIssuer_data();
    void claimedIssuer();
};

void tst_JwtClaims::issuerAndAudience_data()
{
    QTest::addColumn<QByteArray>("issuer");
    QTest::addColumn<QByteArray>("audience");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<Outcome>("expected");

    const auto row = [](const char *name, const char *issuer, const char *audience,
                        const char *members, Outcome expected) {
        QTest::newRow(name) << QByteArray(issuer) << QByteArray(audience) << payloadWith(members)
                            << expected;
    };
    row("any issuer", "", "", R"("iss":"whoever")", Good);
    row("issuer", "https://id", "", R"("iss":"https://id")", Good);
    row("issuer with a slash more", "https://id", "", R"("iss":"https://id/")", Invalid);
    row("issuer with a slash less", "https://id/", "", R"("iss":"https://id")", Invalid);
    row("issuer in other case", "https://id", "", R"("iss":"https://ID")", Invalid);
    row("issuer with a NUL", "https://id", "", R"("iss":"https://id\u0000")", Invalid);
    row("issuer missing", "https://id", "", R"("x":1)", Invalid);
    row("issuer empty", "https://id", "", R"("iss":"")", Invalid);
    row("issuer array", "https://id", "", R"("iss":["https://id"])", Invalid);
    row("any audience", "", "", R"("aud":"whoever")", Good);
    row("audience", "", "hub", R"("aud":"hub")", Good);
    row("audience in an array", "", "hub", R"("aud":["other","hub"])", Good);
    row("audience not in an array", "", "hub", R"("aud":["other"])", Invalid);
    row("audience other", "", "hub", R"("aud":"hubs")", Invalid);
    row("audience words", "", "hub", R"("aud":"hub other")", Invalid);
    row("audience missing", "", "hub", R"("x":1)", Invalid);
    row("audience empty array", "", "hub", R"("aud":[])", Invalid);
    row("audience null", "", "hub", R"("aud":null)", Invalid);
    row("audience mixed", "", "hub", R"("aud":["hub",1])", Invalid);
    row("audience in an object", "", "hub", R"("aud":{"hub":1})", Invalid);
}

void tst_JwtClaims::issuerAndAudience()
{
    QFETCH(QByteArray, issuer);
    QFETCH(QByteArray, audience);
    QFETCH(QByteArray, payload);
    QFETCH(Outcome, expected);
    Jwt::KeySet keys = keySet();
    keys.issuer = issuer;
    keys.audience = audience;
    QCOMPARE(outcome(Jwt::verify(TestToken::hmacToken(Header, payload, Secret), keys, Now)),
             expected);
}

void tst_JwtClaims::scopes_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<int>("expected"); // -1: refused

    const int subscribe = int(Scope::Subscribe);
    const int publish = int(Scope::Publish);
    const int all = subscribe | publish | int(Scope::Admin);
    const auto row = [](const char *members, int expected) {
        QTest::newRow(members) << QByteArray(members) << expected;
    };
    row(R"("x":1)", subscribe);
    row(R"("scope":"")", subscribe);
    row(R"("scope":[])", subscribe);
    row(R"("scope":"openid email")", subscribe);
    row(R"("scope":"subscribe")", subscribe);
    row(R"("scope":"publish")", publish);
    row(R"("scope":"subscribe publish")", subscribe | publish);
    row(R"("scope":"  publish   subscribe ")", subscribe | publish);
    row(R"("scope":["publish","subscribe"])", subscribe | publish);
    row(R"("scope":"openid publish")", publish);
    row(R"("scope":"admin")", all);
    row(R"("scope":["admin"])", all);
    row(R"("scope":"publish,admin")", subscribe);
    row(R"("scope":"administrator")", subscribe);
    row(R"("scope":"Admin")", subscribe);
    row(R"("scope":"admin\u0000")", subscribe);
    row(R"("scope":"publish\tadmin")", subscribe);
    row(R"("scope":["publish admin"])", subscribe);
    row(R"("scope":null)", -1);
    row(R"("scope":4)", -1);
    row(R"("scope":{"admin":true})", -1);
    row(R"("scope":["admin",1])", -1);
    row(R"("scope":[["admin"]])", -1);
}

void tst_JwtClaims::scopes()
{
    QFETCH(QByteArray, members);
    QFETCH(int, expected);
    // NUL in a payload is more than the library that verifies takes; refusing is as good as
    // ignoring.
    const bool hasNul = members.contains("u0000");
    const auto result =
        Jwt::verify(TestToken::hmacToken(Header, payloadWith(members), Secret), keySet(), Now);
    if (hasNul && !result)
        return;
    QCOMPARE(result.has_value(), expected >= 0);
    if (result)
        QCOMPARE(int(result->scopes), expected);
}

void tst_JwtClaims::rooms_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<bool>("isValid");
    QTest::addColumn<bool>("hasRooms");
    QTest::addColumn<QList<QByteArray>>("rooms");

    using Rooms = QList<QByteArray>;
    QTest::newRow("none") << QByteArray(R"("x":1)") << true << false << Rooms();
    QTest::newRow("empty") << QByteArray(R"("rooms":[])") << true << true << Rooms();
    QTest::newRow("some") << QByteArray(R"("rooms":["project:7","agent:*"])") << true << true
                          << Rooms{"project:7", "agent:*"};
    QTest::newRow("illegal entries")
        << QByteArray(R"("rooms":["*",""])") << true << true << Rooms{"*", ""};
    QTest::newRow("escaped") << QByteArray(R"("rooms":["project\u003a7"])") << true << true
                             << Rooms{"project:7"};
    QTest::newRow("null") << QByteArray(R"("rooms":null)") << false << false << Rooms();
    QTest::newRow("string") << QByteArray(R"("rooms":"project:7")") << false << false << Rooms();
    QTest::newRow("number") << QByteArray(R"("rooms":[7])") << false << false << Rooms();
    QTest::newRow("object") << QByteArray(R"("rooms":{"project:7":1})") << false << false
                            << Rooms();
}

void tst_JwtClaims::rooms()
{
    QFETCH(QByteArray, members);
    QFETCH(bool, isValid);
    QFETCH(bool, hasRooms);
    QFETCH(QList<QByteArray>, rooms);
    const auto result =
        Jwt::verify(TestToken::hmacToken(Header, payloadWith(members), Secret), keySet(), Now);
    QCOMPARE(result.has_value(), isValid);
    if (!isValid)
        return;
    QCOMPARE(result->rooms.has_value(), hasRooms);
    QCOMPARE(result->rooms.value_or(QList<QByteArray>()), rooms);
}

void tst_JwtClaims::readsTheClaims()
{
    const auto result = Jwt::verify(
        TestToken::hmacToken(Header, payloadWith(R"("iss":"id","jti":"t1","iat":1799999000.25)"),
                             Secret),
        keySet(), Now);
    QVERIFY(result);
    QCOMPARE(result->user, QByteArray("ann"));
    QCOMPARE(result->issuer, QByteArray("id"));
    QCOMPARE(result->tokenId, QByteArray("t1"));
    QVERIFY(result->issuedAt == std::chrono::system_clock::time_point(1'799'999'000'250ms));
    QVERIFY(result->expiresAt == Now + 1h);
    QCOMPARE(result->keyDigest, Jwt::keyDigest(Secret));
    QVERIFY(!Secret.contains(result->keyDigest));
}

void tst_JwtClaims::otherUserClaim()
{
    Jwt::KeySet keys = keySet();
    keys.userClaim = "email";
    const auto verify = [&](const QByteArray &payload) {
        return Jwt::verify(TestToken::hmacToken(Header, payload, Secret), keys, Now);
    };
    const auto good = verify(payloadWith(R"("email":"ann@example.com")"));
    QVERIFY(good);
    QCOMPARE(good->user, QByteArray("ann@example.com"));
    QVERIFY(verify(R"({"exp":1800003600,"email":"x"})"));
    QCOMPARE(outcome(verify(Payload)), Invalid);
    QCOMPARE(outcome(verify(payloadWith(R"("email":["x"])"))), Invalid);
    QCOMPARE(outcome(verify(R"({"exp":1800003600,"email":"x","sub":7})")), Invalid);
}

void tst_JwtClaims::claimedIssuer_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("issuer");

    const auto token = [](const char *payload) {
        return TestToken::hmacToken(Header, payload, "whatever");
    };
    QTest::newRow("unverified") << token(R"({"iss":"id"})") << QByteArray("id");
    QTest::newRow("escaped") << token(R"({"iss":"i\u0064"})") << QByteArray("id");
    QTest::newRow("none") << token(R"({"sub":"ann"})") << QByteArray();
    QTest::newRow("number") << token(R"({"iss":1})") << QByteArray();
    QTest::newRow("twice") << token(R"({"iss":"id","iss":"di"})") << QByteArray();
    QTest::newRow("nested") << token(R"({"x":{"iss":"id"}})") << QByteArray();
    QTest::newRow("no object") << token("[]") << QByteArray();
    QTest::newRow("no token") << QByteArray("id") << QByteArray();
    QTest::newRow("empty") << QByteArray() << QByteArray();
}

void tst_JwtClaims::claimedIssuer()
{
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, issuer);
    QCOMPARE(Jwt::claimedIssuer(token), issuer);
}

QTEST_APPLESS_MAIN(tst_JwtClaims)
#include "tst_jwtclaims.moc"
