// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/auth/jwt.h"

#include "tests/common/auth/jwtfixture.h"
#include "tests/common/auth/testtoken.h"

#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace std::chrono_literals;

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
    void lateExpiryDoesNotOverflow();
    void expiredIsOnlyWhatIsInOrderOtherwise_data();
    void expiredIsOnlyWhatIsInOrderOtherwise();
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

void tst_Jwt::lateExpiryDoesNotOverflow()
{
    const QByteArray payload = R"({"sub":"ann","exp":253402300799})";
    const auto result = Jwt::verify(TestToken::hmacToken(Header, payload, Secret), keySet(), Now);
    QVERIFY(result);
    QVERIFY(result->expiresAt == Jwt::LatestTime);
    QVERIFY(result->expiresAt + Jwt::Leeway + 24h * 365 > Now);
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

QTEST_APPLESS_MAIN(tst_Jwt)
#include "tst_jwt.moc"
