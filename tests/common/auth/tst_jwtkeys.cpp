// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/auth/jwt.h"

#include "tests/common/auth/testtoken.h"

#include <QTest>

#include <openssl/err.h>

using namespace Signalbox;
using namespace std::chrono_literals;

using Jwt::Algorithm;

namespace {

constexpr std::chrono::system_clock::time_point Now{1'800'000'000s};
const QByteArray Payload = R"({"sub":"ann","exp":1800003600})";
const QByteArray Secret = "0123456789abcdef0123456789abcdef";

QByteArray headerOf(const char *algorithm)
{
    return QByteArray(R"({"typ":"JWT","alg":")") + algorithm + R"("})";
}

} // namespace

/// Which keys there may be, and that each opens to what it signed and to nothing else.
class tst_JwtKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void names();
    void check_data();
    void check();
    void oneBadKeyIsEnough();
    void errorsTellNoKey();
    void opensToWhatItSigned_data();
    void opensToWhatItSigned();
    void opensToNothingElse_data();
    void opensToNothingElse();
    void everyKeyOfTheSetIsGood();
    void failuresLeaveNothingForTls();

private:
    TestToken::Key m_rsa;
    TestToken::Key m_otherRsa;
    TestToken::Key m_ec;
    TestToken::Key m_otherEc;
};

void tst_JwtKeys::initTestCase()
{
    m_rsa = TestToken::rsaKey();
    m_otherRsa = TestToken::rsaKey();
    m_ec = TestToken::ecKey();
    m_otherEc = TestToken::ecKey();
    QVERIFY(m_rsa && m_otherRsa && m_ec && m_otherEc);
}

void tst_JwtKeys::names()
{
    for (const char *name : {"HS256", "HS384", "HS512", "RS256", "ES256"}) {
        const std::optional<Algorithm> algorithm = Jwt::algorithmFromName(name);
        QVERIFY(algorithm);
        QCOMPARE(Jwt::name(*algorithm), QByteArray(name));
        QCOMPARE(Jwt::isHmac(*algorithm), name[0] == 'H');
    }
    for (const char *name : {"", "none", "hs256", "HS256 ", "RS384", "PS256"})
        QVERIFY(!Jwt::algorithmFromName(name));
}

void tst_JwtKeys::check_data()
{
    QTest::addColumn<QByteArray>("algorithm");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<bool>("isValid");

    const QByteArray rsa = TestToken::publicPem(m_rsa);
    const QByteArray ec = TestToken::publicPem(m_ec);
    for (const char *hmac : {"HS256", "HS384", "HS512"}) {
        QTest::addRow("%s, 32 bytes", hmac) << QByteArray(hmac) << Secret << true;
        QTest::addRow("%s, 31 bytes", hmac) << QByteArray(hmac) << Secret.first(31) << false;
        QTest::addRow("%s, empty", hmac) << QByteArray(hmac) << QByteArray() << false;
        QTest::addRow("%s, RSA public key", hmac) << QByteArray(hmac) << rsa << false;
        QTest::addRow("%s, EC public key", hmac) << QByteArray(hmac) << ec << false;
        QTest::addRow("%s, private key", hmac)
            << QByteArray(hmac) << TestToken::privatePem(m_rsa) << false;
        QTest::addRow("%s, PEM behind a line break", hmac)
            << QByteArray(hmac) << "\r\n\r\n" + rsa << false;
        QTest::addRow("%s, bytes of all kinds", hmac)
            << QByteArray(hmac) << QByteArray(32, '\0') + "\xff" << true;
    }
    QTest::newRow("RS256") << QByteArray("RS256") << rsa << true;
    QTest::newRow("RS256, text before") << QByteArray("RS256") << "our key\n" + rsa << true;
    QTest::newRow("RS256, 1024 bits")
        << QByteArray("RS256") << TestToken::publicPem(TestToken::rsaKey(1024)) << false;
    QTest::newRow("RS256, EC key") << QByteArray("RS256") << ec << false;
    QTest::newRow("RS256, private key")
        << QByteArray("RS256") << TestToken::privatePem(m_rsa) << false;
    QTest::newRow("RS256, both keys")
        << QByteArray("RS256") << rsa + TestToken::privatePem(m_rsa) << false;
    QTest::newRow("RS256, secret") << QByteArray("RS256") << Secret << false;
    QTest::newRow("RS256, empty") << QByteArray("RS256") << QByteArray() << false;
    QTest::newRow("RS256, cut") << QByteArray("RS256") << rsa.first(rsa.size() / 2) << false;
    QTest::newRow("RS256, over 64 KiB")
        << QByteArray("RS256") << QByteArray(65536, '\n') + rsa << false;
    QTest::newRow("RS256, encrypted")
        << QByteArray("RS256")
        << QByteArray(rsa).replace("-----\n",
                                   "-----\nProc-Type: 4,ENCRYPTED\n"
                                   "DEK-Info: AES-128-CBC,00112233445566778899AABBCCDDEEFF\n\n")
        << false;
    QTest::newRow("ES256") << QByteArray("ES256") << ec << true;
    QTest::newRow("ES256, RSA key") << QByteArray("ES256") << rsa << false;
    QTest::newRow("ES256, other curve, as long")
        << QByteArray("ES256") << TestToken::publicPem(TestToken::ecKey("secp256k1")) << false;
    QTest::newRow("ES256, other curve")
        << QByteArray("ES256") << TestToken::publicPem(TestToken::ecKey("P-384")) << false;
    QTest::newRow("ES256, private key")
        << QByteArray("ES256") << TestToken::privatePem(m_ec) << false;
}

void tst_JwtKeys::check()
{
    QFETCH(QByteArray, algorithm);
    QFETCH(QByteArray, key);
    QFETCH(bool, isValid);
    Jwt::KeySet keys;
    keys.algorithm = *Jwt::algorithmFromName(algorithm);
    keys.keys = {key};
    const Result<void> result = keys.check();
    QCOMPARE(result.has_value(), isValid);
    if (!isValid) {
        QCOMPARE(result.error().code, ErrorCode::Configuration);
        QVERIFY(!result.error().message.isEmpty());
    }
    QCOMPARE(ERR_peek_error(), 0UL);
}

void tst_JwtKeys::oneBadKeyIsEnough()
{
    Jwt::KeySet keys;
    QVERIFY(!keys.check());
    keys.keys = {Secret, "short"};
    QVERIFY(!keys.check());
    keys.keys = {Secret, Secret + 'x'};
    QVERIFY(keys.check());
    keys.userClaim.clear();
    QVERIFY(!keys.check());
}

void tst_JwtKeys::errorsTellNoKey()
{
    Jwt::KeySet keys;
    keys.keys = {"hunter2"};
    QVERIFY(!keys.check().error().message.contains(QLatin1String("hunter2")));
    keys.algorithm = Algorithm::RS256;
    QVERIFY(!keys.check().error().message.contains(QLatin1String("hunter2")));
}

void tst_JwtKeys::opensToWhatItSigned_data()
{
    QTest::addColumn<QByteArray>("algorithm");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("token");

    for (const int bits : {256, 384, 512}) {
        const QByteArray name = "HS" + QByteArray::number(bits);
        QTest::newRow(name.constData())
            << name << Secret
            << TestToken::hmacToken(headerOf(name.constData()), Payload, Secret, bits);
    }
    const QByteArray binary = QByteArray("\0\xff", 2).repeated(40);
    QTest::newRow("HS256, any bytes") << QByteArray("HS256") << binary
                                      << TestToken::hmacToken(headerOf("HS256"), Payload, binary);
    QTest::newRow("RS256") << QByteArray("RS256") << TestToken::publicPem(m_rsa)
                           << TestToken::publicKeyToken(headerOf("RS256"), Payload, m_rsa);
    // Numbers that begin with zeros come up now and then.
    for (int i = 0; i < 64; ++i)
        QTest::addRow("ES256, %d", i)
            << QByteArray("ES256") << TestToken::publicPem(m_ec)
            << TestToken::publicKeyToken(headerOf("ES256"), Payload, m_ec);
}

void tst_JwtKeys::opensToWhatItSigned()
{
    QFETCH(QByteArray, algorithm);
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, token);
    Jwt::KeySet keys;
    keys.algorithm = *Jwt::algorithmFromName(algorithm);
    keys.keys = {key};
    QVERIFY(keys.check());
    const auto claims = Jwt::verify(token, keys, Now);
    QVERIFY2(claims, claims ? "" : qPrintable(claims.error().reason));
    QCOMPARE(claims->keyDigest, Jwt::keyDigest(key));
}

void tst_JwtKeys::opensToNothingElse_data()
{
    QTest::addColumn<QByteArray>("algorithm");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("token");

    const QByteArray rsa = TestToken::publicPem(m_rsa);
    const QByteArray ec = TestToken::publicPem(m_ec);
    const auto row = [](const char *name, const char *algorithm, const QByteArray &key,
                        const QByteArray &token) {
        QTest::newRow(name) << QByteArray(algorithm) << key << token;
    };
    using namespace TestToken;
    // Who can read the public key signs with it, and says HMAC.
    row("RS256 key as HMAC secret, header HS256", "RS256", rsa,
        hmacToken(headerOf("HS256"), Payload, rsa));
    row("RS256 key as HMAC secret, header RS256", "RS256", rsa,
        hmacToken(headerOf("RS256"), Payload, rsa));
    row("RS256 key configured as HMAC secret", "HS256", rsa,
        hmacToken(headerOf("HS256"), Payload, rsa));
    row("ES256 key configured as HMAC secret", "HS256", ec,
        hmacToken(headerOf("HS256"), Payload, ec));
    row("empty secret", "HS256", "", hmacToken(headerOf("HS256"), Payload, ""));
    row("short secret", "HS256", Secret.first(31),
        hmacToken(headerOf("HS256"), Payload, Secret.first(31)));
    row("none, unsigned", "HS256", Secret, unsignedToken(headerOf("none"), Payload) + '.');
    row("none, signed", "HS256", Secret, hmacToken(headerOf("none"), Payload, Secret));
    row("none, unsigned, RS256", "RS256", rsa, unsignedToken(headerOf("none"), Payload) + '.');
    row("none, empty key", "HS256", "", unsignedToken(headerOf("none"), Payload) + '.');
    row("stronger HMAC than the pinned one", "HS256", Secret,
        hmacToken(headerOf("HS512"), Payload, Secret, 512));
    row("weaker HMAC than the pinned one", "HS512", Secret,
        hmacToken(headerOf("HS256"), Payload, Secret));

    row("other RSA key", "RS256", rsa, publicKeyToken(headerOf("RS256"), Payload, m_otherRsa));
    row("RSA, header ES256", "RS256", rsa, publicKeyToken(headerOf("ES256"), Payload, m_rsa));
    row("RSA, EC pinned", "ES256", ec, publicKeyToken(headerOf("ES256"), Payload, m_rsa));
    row("other EC key", "ES256", ec, publicKeyToken(headerOf("ES256"), Payload, m_otherEc));
    row("EC, RSA pinned", "RS256", rsa, publicKeyToken(headerOf("RS256"), Payload, m_ec));
    const QByteArray ecData = unsignedToken(headerOf("ES256"), Payload);
    row("EC signature in DER", "ES256", ec, ecData + '.' + base64Url(derSignature(ecData, m_ec)));
    row("EC signature of zeros", "ES256", ec, ecData + '.' + base64Url(QByteArray(64, '\0')));
    row("EC signature of 63 bytes", "ES256", ec, ecData + '.' + base64Url(QByteArray(63, '\1')));
    row("EC signature of one byte", "ES256", ec, ecData + '.' + base64Url("x"));
    row("EC signature over the order", "ES256", ec,
        ecData + '.' + base64Url(QByteArray(64, '\xff')));
    row("EC signature of 6000 bytes", "ES256", ec,
        ecData + '.' + base64Url(QByteArray(6000, '\1')));
    const QByteArray rsaData = unsignedToken(headerOf("RS256"), Payload);
    row("RSA signature of zeros", "RS256", rsa, rsaData + '.' + base64Url(QByteArray(256, '\0')));
    row("RSA signature of one byte", "RS256", rsa, rsaData + '.' + base64Url("x"));
    row("RSA signature of 6000 bytes", "RS256", rsa,
        rsaData + '.' + base64Url(QByteArray(6000, '\1')));
    row("key that is none", "RS256", "rubbish", publicKeyToken(headerOf("RS256"), Payload, m_rsa));
}

void tst_JwtKeys::opensToNothingElse()
{
    QFETCH(QByteArray, algorithm);
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, token);
    Jwt::KeySet keys; // not checked: verify() must be safe by itself
    keys.algorithm = *Jwt::algorithmFromName(algorithm);
    keys.keys = {key};
    const auto claims = Jwt::verify(token, keys, Now);
    QVERIFY(!claims);
    QCOMPARE(claims.error().failure, Jwt::Failure::Invalid);
    keys.keys.clear();
    QVERIFY(!Jwt::verify(token, keys, Now));
}

void tst_JwtKeys::everyKeyOfTheSetIsGood()
{
    Jwt::KeySet keys;
    const QByteArray newSecret = Secret + "-new";
    keys.keys = {newSecret, Secret};
    const QByteArray header = headerOf("HS256");
    const auto byOld = Jwt::verify(TestToken::hmacToken(header, Payload, Secret), keys, Now);
    const auto byNew = Jwt::verify(TestToken::hmacToken(header, Payload, newSecret), keys, Now);
    QVERIFY(byOld);
    QVERIFY(byNew);
    QVERIFY(byOld->keyDigest != byNew->keyDigest);
    QVERIFY(!Jwt::verify(TestToken::hmacToken(header, Payload, Secret + "-no"), keys, Now));

    keys.algorithm = Algorithm::RS256;
    keys.keys = {TestToken::publicPem(m_rsa), TestToken::publicPem(m_otherRsa)};
    for (const TestToken::Key *key : {&m_rsa, &m_otherRsa})
        QVERIFY(
            Jwt::verify(TestToken::publicKeyToken(headerOf("RS256"), Payload, *key), keys, Now));
}

void tst_JwtKeys::failuresLeaveNothingForTls()
{
    Jwt::KeySet keys;
    keys.algorithm = Algorithm::RS256;
    keys.keys = {"rubbish", TestToken::publicPem(m_rsa)};
    ERR_clear_error();
    QVERIFY(
        !Jwt::verify(TestToken::publicKeyToken(headerOf("RS256"), Payload, m_otherRsa), keys, Now));
    QCOMPARE(ERR_peek_error(), 0UL);
}

QTEST_APPLESS_MAIN(tst_JwtKeys)
#include "tst_jwtkeys.moc"
