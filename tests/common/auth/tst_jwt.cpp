// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/auth/jwt.h"

#include "tests/common/auth/testtoken.h"

#include <QTest>

#include <functional>

using namespace Signalbox;
using namespace std::chrono_literals;

using Jwt::Algorithm;
using Jwt::Failure;

namespace {

enum Outcome { Good, Invalid, Expired };

constexpr std::chrono::system_clock::time_point Now{1'800'000'000s};
const QByteArray Secret = "0123456789abcdef0123456789abcdef";
const QByteArray Header = R"({"alg":"HS256","typ":"JWT"})";
const QByteArray Payload = R"({"sub":"ann","exp":1800003600})";

/// A payload that is in order, but for \a members, which are added to it.
QByteArray payloadWith(const QByteArray &members)
{
    return R"({"sub":"ann","exp":1800003600,)" + members + '}';
}

Jwt::KeySet keySet()
{
    Jwt::KeySet keys;
    keys.keys = {Secret};
    return keys;
}

Outcome outcome(const tl::expected<Jwt::Claims, Jwt::Rejection> &result)
{
    if (result)
        return Good;
    return result.error().failure == Failure::Expired ? Expired : Invalid;
}

} // namespace
Q_DECLARE_METATYPE(Outcome)
Q_DECLARE_METATYPE(Signalbox::Jwt::Claims)

class tst_Jwt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void form_data();
    void form();
    void header_data();
    void header();
    void claims_data();
    void claims();
    void times_data();
    void times();
    void issuerAndAudience_data();
    void issuerAndAudience();
    void scopes_data();
    void scopes();
    void rooms_data();
    void rooms();
    void readsTheClaims();
    void lateExpiryDoesNotOverflow();
    void otherUserClaim();
    void expiredIsOnlyWhatIsInOrderOtherwise_data();
    void expiredIsOnlyWhatIsInOrderOtherwise();
    void claimedIssuer_data();
    void claimedIssuer();
    void issuedTokensAreGood_data();
    void issuedTokensAreGood();
    void issueRefuses_data();
    void issueRefuses();
};

void tst_Jwt::form_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<Outcome>("expected");

    const QByteArray good = TestToken::hmacToken(Header, Payload, Secret);
    const QByteArrayList parts = good.split('.');
    const QByteArray unsignedOne = parts[0] + '.' + parts[1];
    QByteArray changed = good;
    changed[good.size() - 10] = good[good.size() - 10] == 'A' ? 'B' : 'A';

    QTest::newRow("good") << good << Good;
    QTest::newRow("empty") << QByteArray() << Invalid;
    QTest::newRow("dots only") << QByteArray("..") << Invalid;
    QTest::newRow("no dot") << QByteArray("abc") << Invalid;
    QTest::newRow("two parts") << unsignedOne << Invalid;
    QTest::newRow("empty signature") << unsignedOne + '.' << Invalid;
    QTest::newRow("empty payload") << parts[0] + ".." + parts[2] << Invalid;
    QTest::newRow("empty header") << '.' + parts[1] + '.' + parts[2] << Invalid;
    QTest::newRow("four parts") << good + ".AAAA" << Invalid;
    QTest::newRow("five parts") << good + ".AAAA.AAAA" << Invalid;
    QTest::newRow("changed signature") << changed << Invalid;
    QTest::newRow("shortened signature") << good.chopped(3) << Invalid;
    QTest::newRow("prefix of the signature")
        << unsignedOne + '.' + parts[2].first(22) + 'A' << Invalid;
    QTest::newRow("longer signature") << good + "AAAA" << Invalid;
    QTest::newRow("padded signature") << good + '=' << Invalid;
    QTest::newRow("blank before") << ' ' + good << Invalid;
    QTest::newRow("blank after") << good + ' ' << Invalid;
    QTest::newRow("line break after") << good + '\n' << Invalid;
    QTest::newRow("NUL after") << good + '\0' << Invalid;
    QTest::newRow("NUL and more after") << good + QByteArray("\0x", 2) << Invalid;
    QTest::newRow("other payload") << parts[0] + '.'
            + TestToken::base64Url(R"({"sub":"bob","exp":1800003600})") + '.'
            + parts[2] << Invalid;
    QTest::newRow("other secret") << TestToken::hmacToken(Header, Payload, Secret + 'x') << Invalid;
    QTest::newRow("empty secret") << TestToken::hmacToken(Header, Payload, {}) << Invalid;
    QTest::newRow("other HMAC") << TestToken::hmacToken(Header, Payload, Secret, 512) << Invalid;

    const auto ofSize = [](qsizetype size) {
        for (qsizetype filling = 0;; ++filling) {
            const QByteArray token = TestToken::hmacToken(
                Header,
                payloadWith("\"x\":\"" + QByteArray(size / 4 * 3 - 200 + filling, 'x') + '"'),
                Secret);
            if (token.size() >= size)
                return token;
        }
    };
    const QByteArray longest = ofSize(8190);
    QVERIFY(longest.size() <= 8192);
    QTest::newRow("8 KiB") << longest << Good;
    QTest::newRow("over 8 KiB") << ofSize(8193) << Invalid;
    QTest::newRow("1 MiB") << QByteArray(1024 * 1024, 'A') << Invalid;
}

void tst_Jwt::form()
{
    QFETCH(QByteArray, token);
    QFETCH(Outcome, expected);
    const auto result = Jwt::verify(token, keySet(), Now);
    QCOMPARE(outcome(result), expected);
    if (!result)
        QVERIFY(!result.error().reason.isEmpty());
}

void tst_Jwt::header_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<Outcome>("expected");

    QTest::newRow("usual") << Header << Good;
    QTest::newRow("without typ") << QByteArray(R"({"alg":"HS256"})") << Good;
    QTest::newRow("typ in lower case") << QByteArray(R"({"alg":"HS256","typ":"jwt"})") << Good;
    QTest::newRow("escaped") << QByteArray(R"({"\u0061lg":"HS25\u0036"})") << Good;
    QTest::newRow("unknown member") << QByteArray(R"({"alg":"HS256","x":1})") << Good;

    for (const char *alg : {"none", "None", "NONE", "nOnE", "", "hs256", "HS256 ", "HS384", "HS512",
                            "RS256", "ES256", "PS256", "EdDSA", "HS256\\u0000"})
        QTest::addRow("alg '%s'", alg)
            << QByteArray(R"({"alg":")") + alg + R"(","typ":"JWT"})" << Invalid;
    QTest::newRow("no alg") << QByteArray(R"({"typ":"JWT"})") << Invalid;
    QTest::newRow("alg null") << QByteArray(R"({"alg":null})") << Invalid;
    QTest::newRow("alg array") << QByteArray(R"({"alg":["HS256"]})") << Invalid;
    QTest::newRow("alg number") << QByteArray(R"({"alg":256})") << Invalid;
    QTest::newRow("alg twice") << QByteArray(R"({"alg":"none","alg":"HS256"})") << Invalid;
    QTest::newRow("alg twice, other order")
        << QByteArray(R"({"alg":"HS256","alg":"none"})") << Invalid;
    QTest::newRow("alg twice, escaped")
        << QByteArray(R"({"alg":"HS256","\u0061lg":"none"})") << Invalid;
    QTest::newRow("typ of something else")
        << QByteArray(R"({"alg":"HS256","typ":"dpop+jwt"})") << Invalid;
    QTest::newRow("typ number") << QByteArray(R"({"alg":"HS256","typ":1})") << Invalid;

    for (const char *member :
         {R"("crit":["exp"])", R"("crit":[])", R"("b64":true)", R"("b64":false)",
          R"("jwk":{"kty":"oct","k":"AAAA"})", R"("jku":"https://example.com/keys")",
          R"("x5u":"https://example.com/cert")", R"("x5c":["AAAA"])", R"("x5t":"AAAA")",
          R"("x5t#S256":"AAAA")", R"("kid":"1")", R"("kid":"")", R"("kid":"../../dev/null")",
          R"("kid":null)", R"("\u006bid":"1")", R"("zip":"DEF")", R"("enc":"A128GCM")"})
        QTest::addRow("%s", member) << QByteArray(R"({"alg":"HS256",)") + member + '}' << Invalid;

    QTest::newRow("array") << QByteArray(R"(["HS256"])") << Invalid;
    QTest::newRow("no JSON") << QByteArray("HS256") << Invalid;
    QTest::newRow("comma at the end") << QByteArray(R"({"alg":"HS256",})") << Invalid;
    QTest::newRow("something after") << Header + "{}" << Invalid;
    QTest::newRow("NUL after") << Header + '\0' << Invalid;
    QTest::newRow("not UTF-8") << QByteArray("{\"alg\":\"HS256\",\"x\":\"\xff\"}") << Invalid;
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + Header << Invalid;
    QTest::newRow("too deep") << QByteArray(R"({"alg":"HS256","x":)") + QByteArray(64, '[')
            + QByteArray(64, ']')
            + '}' << Invalid;
}

void tst_Jwt::header()
{
    QFETCH(QByteArray, header);
    QFETCH(Outcome, expected);
    // The signature is right each time: it is the header that decides.
    QCOMPARE(outcome(Jwt::verify(TestToken::hmacToken(header, Payload, Secret), keySet(), Now)),
             expected);
}

void tst_Jwt::claims_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<Outcome>("expected");

    QTest::newRow("usual") << Payload << Good;
    QTest::newRow("unknown claim") << payloadWith(R"("name":{"x":[1.5,null]})") << Good;
    QTest::newRow("no object") << QByteArray("[]") << Invalid;
    QTest::newRow("no JSON") << QByteArray("sub=ann") << Invalid;
    QTest::newRow("something after") << Payload + 'x' << Invalid;
    QTest::newRow("not UTF-8") << payloadWith("\"x\":\"\xff\"") << Invalid;
    QTest::newRow("sub twice") << payloadWith(R"("sub":"bob")") << Invalid;
    QTest::newRow("sub twice, escaped") << payloadWith(R"("s\u0075b":"bob")") << Invalid;
    QTest::newRow("exp twice") << payloadWith(R"("exp":1)") << Invalid;

    QTest::newRow("no sub") << QByteArray(R"({"exp":1800003600})") << Invalid;
    const auto sub = [](const char *name, const QByteArray &value, Outcome expected) {
        QTest::addRow("sub: %s", name) << R"({"exp":1800003600,"sub":)" + value + '}' << expected;
    };
    sub("empty", R"("")", Invalid);
    sub("null", "null", Invalid);
    sub("number", "7", Invalid);
    sub("array", R"(["ann"])", Invalid);
    sub("255 bytes", '"' + QByteArray(255, 'a') + '"', Good);
    sub("256 bytes", '"' + QByteArray(256, 'a') + '"', Invalid);
    sub("star", R"("*")", Invalid);
    sub("star inside", R"("a*b")", Invalid);
    sub("line break", R"("ann\n")", Invalid);
    sub("NUL", R"("ann\u0000")", Invalid);
    sub("C1", R"("ann\u0085")", Invalid);
    sub("UTF-8", "\"\xc3\xa9\"", Good);
    sub("colon", R"("project:7")", Good);

    QTest::newRow("iss number") << payloadWith(R"("iss":1)") << Invalid;
    QTest::newRow("iss null") << payloadWith(R"("iss":null)") << Invalid;
    QTest::newRow("aud number") << payloadWith(R"("aud":1)") << Invalid;
    QTest::newRow("aud of numbers") << payloadWith(R"("aud":[1])") << Invalid;
    QTest::newRow("jti number") << payloadWith(R"("jti":1)") << Invalid;
    QTest::newRow("jti empty") << payloadWith(R"("jti":"")") << Invalid;
    QTest::newRow("jti of 255 bytes")
        << payloadWith("\"jti\":\"" + QByteArray(255, 'j') + '"') << Good;
    QTest::newRow("jti of 256 bytes")
        << payloadWith("\"jti\":\"" + QByteArray(256, 'j') + '"') << Invalid;
}

void tst_Jwt::claims()
{
    QFETCH(QByteArray, payload);
    QFETCH(Outcome, expected);
    const auto result = Jwt::verify(TestToken::hmacToken(Header, payload, Secret), keySet(), Now);
    QCOMPARE(outcome(result), expected);
    if (!result)
        QVERIFY2(!result.error().reason.contains(QLatin1String("ann")),
                 qPrintable(result.error().reason));
}

void tst_Jwt::times_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<Outcome>("expected");

    const auto row = [](const char *members, Outcome expected) {
        QTest::newRow(members) << QByteArray(members) << expected;
    };
    // It is 1,800,000,000; the leeway is 60 s.
    row(R"("exp":1800000001)", Good);
    row(R"("exp":1799999941)", Good);
    row(R"("exp":1799999940.5)", Good);
    row(R"("exp":1799999940)", Expired);
    row(R"("exp":1799999939.999)", Expired);
    row(R"("exp":1)", Expired);
    row(R"("exp":0)", Expired);
    row(R"("exp":-0)", Expired);
    row(R"("exp":1.8000036e9)", Good);
    row(R"("exp":1800003600.0)", Good);
    row(R"("exp":9223372037)", Good);
    row(R"("exp":253402300799)", Good);
    row(R"("exp":253402300800)", Invalid);
    row(R"("exp":1800003600000)", Invalid);
    row(R"("exp":9223372036854775807)", Invalid);
    row(R"("exp":99999999999999999999999999)", Invalid);
    row(R"("exp":1e300)", Invalid);
    row(R"("exp":1e999)", Invalid);
    row(R"("exp":1e-300)", Expired);
    row(R"("exp":-1)", Invalid);
    row(R"("exp":-1e300)", Invalid);
    row(R"("exp":"1800003600")", Invalid);
    row(R"("exp":null)", Invalid);
    row(R"("exp":true)", Invalid);
    row(R"("exp":[1800003600])", Invalid);
    row(R"("nbf":1800000000)", Invalid); // no exp
    row(R"("iat":1800000000)", Invalid); // no exp
    row(R"("exp":1800003600,"nbf":1800000000)", Good);
    row(R"("exp":1800003600,"nbf":1800000060)", Good);
    row(R"("exp":1800003600,"nbf":1800000061)", Invalid);
    row(R"("exp":1800003600,"nbf":1800000060.5)", Invalid);
    row(R"("exp":1800003600,"nbf":253402300799)", Invalid);
    row(R"("exp":1800003600,"nbf":0)", Good);
    row(R"("exp":1800003600,"nbf":-1)", Invalid);
    row(R"("exp":1800003600,"nbf":1e300)", Invalid);
    row(R"("exp":1800003600,"nbf":"0")", Invalid);
    row(R"("exp":1800003600,"iat":1799990000)", Good);
    row(R"("exp":1800003600,"iat":1800000060)", Good);
    row(R"("exp":1800003600,"iat":1800000061)", Invalid);
    row(R"("exp":1800003600,"iat":253402300799)", Invalid);
    row(R"("exp":1800003600,"iat":1e300)", Invalid);
    row(R"("exp":1800003600,"iat":-5)", Invalid);
    row(R"("exp":1800003600,"iat":"now")", Invalid);
    row(R"("exp":1800003600,"iat":null)", Invalid);
}

void tst_Jwt::times()
{
    QFETCH(QByteArray, members);
    QFETCH(Outcome, expected);
    const QByteArray payload = R"({"sub":"ann",)" + members + '}';
    QCOMPARE(outcome(Jwt::verify(TestToken::hmacToken(Header, payload, Secret), keySet(), Now)),
             expected);
}

void tst_Jwt::issuerAndAudience_data()
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

void tst_Jwt::issuerAndAudience()
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

void tst_Jwt::scopes_data()
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

void tst_Jwt::scopes()
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

void tst_Jwt::rooms_data()
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

void tst_Jwt::rooms()
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

void tst_Jwt::readsTheClaims()
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

void tst_Jwt::lateExpiryDoesNotOverflow()
{
    const QByteArray payload = R"({"sub":"ann","exp":253402300799})";
    const auto result = Jwt::verify(TestToken::hmacToken(Header, payload, Secret), keySet(), Now);
    QVERIFY(result);
    QVERIFY(result->expiresAt == Jwt::LatestTime);
    QVERIFY(result->expiresAt + Jwt::Leeway + 24h * 365 > Now);
}

void tst_Jwt::otherUserClaim()
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

void tst_Jwt::expiredIsOnlyWhatIsInOrderOtherwise_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<Outcome>("expected");

    QTest::newRow("expired") << Header << QByteArray(R"("x":1)") << Secret << Expired;
    QTest::newRow("not signed by us")
        << Header << QByteArray(R"("x":1)") << Secret + 'x' << Invalid;
    QTest::newRow("not for us") << Header << QByteArray(R"("aud":[1])") << Secret << Invalid;
    QTest::newRow("not yet valid")
        << Header << QByteArray(R"("nbf":1900000000)") << Secret << Invalid;
    QTest::newRow("bad rooms") << Header << QByteArray(R"("rooms":1)") << Secret << Invalid;
    QTest::newRow("bad header") << QByteArray(R"({"alg":"HS256","kid":"1"})")
                                << QByteArray(R"("x":1)") << Secret << Invalid;
}

void tst_Jwt::expiredIsOnlyWhatIsInOrderOtherwise()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, members);
    QFETCH(QByteArray, secret);
    QFETCH(Outcome, expected);
    const QByteArray payload = R"({"sub":"ann","exp":1700000000,)" + members + '}';
    QCOMPARE(outcome(Jwt::verify(TestToken::hmacToken(header, payload, secret), keySet(), Now)),
             expected);
}

void tst_Jwt::claimedIssuer_data()
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

void tst_Jwt::claimedIssuer()
{
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, issuer);
    QCOMPARE(Jwt::claimedIssuer(token), issuer);
}

void tst_Jwt::issuedTokensAreGood_data()
{
    QTest::addColumn<QByteArray>("algorithm");
    QTest::addColumn<int>("scopes");
    QTest::addColumn<bool>("hasRooms");
    QTest::addColumn<QList<QByteArray>>("rooms");

    using Rooms = QList<QByteArray>;
    const int all = int(Scope::Subscribe) | int(Scope::Publish) | int(Scope::Admin);
    QTest::newRow("HS256") << QByteArray("HS256") << int(Scope::Publish) << true
                           << Rooms{"project:7", "agent:*"};
    QTest::newRow("HS384") << QByteArray("HS384") << int(Scope::Subscribe) << false << Rooms();
    QTest::newRow("HS512") << QByteArray("HS512") << all << true << Rooms();
    QTest::newRow("quotes in rooms") << QByteArray("HS256") << int(Scope::Subscribe) << true
                                     << Rooms{"project:\"\\\n", "project:\xc3\xa9"};
}

void tst_Jwt::issuedTokensAreGood()
{
    QFETCH(QByteArray, algorithm);
    QFETCH(int, scopes);
    QFETCH(bool, hasRooms);
    QFETCH(QList<QByteArray>, rooms);

    Jwt::Claims claims;
    claims.issuer = "signalbox";
    claims.user = "ann \"quoted\" \xc3\xa9";
    claims.tokenId = "t1";
    claims.scopes = Scopes(QFlag(scopes));
    if (hasRooms)
        claims.rooms = rooms;
    claims.issuedAt = Now - 5s;
    claims.expiresAt = Now + 1h;
    Jwt::KeySet keys = keySet();
    keys.algorithm = *Jwt::algorithmFromName(algorithm);
    keys.issuer = "signalbox";

    const Result<QByteArray> token = Jwt::sign(claims, keys.algorithm, Secret);
    QVERIFY(token);
    const auto read = Jwt::verify(*token, keys, Now);
    QVERIFY2(read, read ? "" : qPrintable(read.error().reason));
    QCOMPARE(read->issuer, claims.issuer);
    QCOMPARE(read->user, claims.user);
    QCOMPARE(read->tokenId, claims.tokenId);
    QCOMPARE(int(read->scopes), scopes);
    QCOMPARE(read->rooms.has_value(), hasRooms);
    QCOMPARE(read->rooms.value_or(QList<QByteArray>()), rooms);
    QVERIFY(read->issuedAt == claims.issuedAt);
    QVERIFY(read->expiresAt == claims.expiresAt);

    // And by Qt's HMAC, not only by the library that made it.
    const QByteArrayList parts = token->split('.');
    QCOMPARE(TestToken::hmacToken(QByteArray::fromBase64(parts[0], QByteArray::Base64UrlEncoding),
                                  QByteArray::fromBase64(parts[1], QByteArray::Base64UrlEncoding),
                                  Secret, algorithm.last(3).toInt()),
             *token);
}

void tst_Jwt::issueRefuses_data()
{
    QTest::addColumn<Jwt::Claims>("claims");
    QTest::addColumn<QByteArray>("algorithm");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("field");

    const auto row = [](const char *name, ErrorCode code, const char *field,
                        const std::function<void(Jwt::Claims &)> &change) {
        Jwt::Claims claims;
        claims.user = "ann";
        claims.expiresAt = Now;
        change(claims);
        QTest::newRow(name) << claims << QByteArray("HS256") << Secret << int(code)
                            << QString::fromLatin1(field);
    };
    const auto wrong = ErrorCode::BadRequest;
    row("no user", wrong, "sub", [](Jwt::Claims &claims) { claims.user.clear(); });
    row("user with a star", wrong, "sub", [](Jwt::Claims &claims) { claims.user = "*"; });
    row("user not UTF-8", wrong, "sub", [](Jwt::Claims &claims) { claims.user = "\xff"; });
    row("long id", wrong, "jti",
        [](Jwt::Claims &claims) { claims.tokenId = QByteArray(256, 'x'); });
    row("issuer not UTF-8", wrong, "iss", [](Jwt::Claims &claims) { claims.issuer = "\xff"; });
    row("before 1970", wrong, "exp", [](Jwt::Claims &claims) {
        claims.expiresAt = {};
        claims.expiresAt -= 1s;
    });
    row("never", wrong, "exp", [](Jwt::Claims &claims) {
        claims.expiresAt = std::chrono::system_clock::time_point::max();
    });
    row("issued never", wrong, "iat", [](Jwt::Claims &claims) {
        claims.issuedAt = std::chrono::system_clock::time_point::min();
    });
    row("room not UTF-8", wrong, "rooms",
        [](Jwt::Claims &claims) { claims.rooms = QList<QByteArray>{"project:\xff"}; });
    row("room with a NUL", wrong, "rooms",
        [](Jwt::Claims &claims) { claims.rooms = QList<QByteArray>{QByteArray("a\0", 2)}; });
    row("too many rooms", wrong, "rooms",
        [](Jwt::Claims &claims) { claims.rooms = QList<QByteArray>(1000, "project:7"); });

    Jwt::Claims good;
    good.user = "ann";
    good.expiresAt = Now;
    const int configuration = int(ErrorCode::Configuration);
    QTest::newRow("no secret") << good << QByteArray("HS256") << QByteArray() << configuration
                               << QString();
    QTest::newRow("short secret") << good << QByteArray("HS256") << Secret.first(31)
                                  << configuration << QString();
    QTest::newRow("RS256") << good << QByteArray("RS256") << Secret << configuration << QString();
    QTest::newRow("ES256") << good << QByteArray("ES256") << Secret << configuration << QString();
}

void tst_Jwt::issueRefuses()
{
    QFETCH(Jwt::Claims, claims);
    QFETCH(QByteArray, algorithm);
    QFETCH(QByteArray, secret);
    QFETCH(int, code);
    QFETCH(QString, field);
    const Result<QByteArray> token = Jwt::sign(claims, *Jwt::algorithmFromName(algorithm), secret);
    QVERIFY(!token);
    QCOMPARE(int(token.error().code), code);
    QCOMPARE(token.error().field, field);
}

QTEST_APPLESS_MAIN(tst_Jwt)
#include "tst_jwt.moc"
