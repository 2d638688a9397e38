// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/credentials/jwtkeys.h"

#include "common/auth/authenticator.h"
#include "server/app/credentials/credentials.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <sys/stat.h>

using namespace Signalbox;

namespace {

// A P-256 key that signs nothing.
constexpr char EcPublicKey[] = "-----BEGIN PUBLIC KEY-----\n"
                               "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEkBI9c4/w1n58+2inedpOR1mWD5Si\n"
                               "Tg5SvOr+5SkPgaYEiktz8a0jGk6atUom7jtJ5gCBRWX/8VcX8h+jLDXYHQ==\n"
                               "-----END PUBLIC KEY-----\n";

const QByteArray First(40, 'a');
const QByteArray Second(40, 'b');

} // namespace

class tst_JwtKeysOfOptions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void madeSecret();
    void leftOut();
    void givenSecrets();
    void publicKeys();
    void refused_data();
    void refused();
    void foreignSettings();
    void tokensOfTheKeys();
    void credentials();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    Options m_options;
};

void tst_JwtKeysOfOptions::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_options = {};
    m_options.dataFolder = path(QStringLiteral("data"));
}

void tst_JwtKeysOfOptions::madeSecret()
{
    const Result<JwtKeys> keys = JwtKeys::of(m_options);
    QVERIFY2(keys.has_value(), keys ? "" : qPrintable(keys.error().message));
    QCOMPARE(keys->own.algorithm, Jwt::Algorithm::HS256);
    QCOMPARE(keys->own.issuer, QByteArray("signalbox"));
    QCOMPARE(keys->own.keys.size(), 1);
    QCOMPARE(keys->own.keys.first().size(), 43);
    QVERIFY(keys->foreign.isEmpty());
    QCOMPARE(keys->secretPath, path(QStringLiteral("data/jwt-secret")));
    QVERIFY(keys->isSecretNew);
    struct stat status = {};
    QCOMPARE(::stat(qPrintable(keys->secretPath), &status), 0);
    QCOMPARE(int(status.st_mode & 0777), 0600);

    const Result<JwtKeys> again = JwtKeys::of(m_options);
    QCOMPARE(again->own.keys, keys->own.keys);
    QVERIFY(!again->isSecretNew);
    QCOMPARE(JwtKeys::of(m_options, JwtSecret::IfMissing::LeaveOut)->own.keys, keys->own.keys);
}

void tst_JwtKeysOfOptions::leftOut()
{
    const Result<JwtKeys> keys = JwtKeys::of(m_options, JwtSecret::IfMissing::LeaveOut);
    QVERIFY(keys.has_value());
    QVERIFY(keys->own.keys.isEmpty());
    QCOMPARE(keys->secretPath, path(QStringLiteral("data/jwt-secret")));
    QVERIFY(!QFile::exists(m_options.dataFolder));
    m_options.dataFolder.clear();
    QCOMPARE(JwtKeys::of(m_options, JwtSecret::IfMissing::LeaveOut).error().code, ErrorCode::Io);
}

void tst_JwtKeysOfOptions::givenSecrets()
{
    m_options.jwtSecrets = {First, Second};
    m_options.jwtAlgorithm = Jwt::Algorithm::HS384;
    m_options.jwtSecrets = {First + First, Second + Second};
    const Result<JwtKeys> keys = JwtKeys::of(m_options);
    QVERIFY2(keys.has_value(), keys ? "" : qPrintable(keys.error().message));
    QVERIFY(keys->secretPath.isEmpty());
    QCOMPARE(keys->own.keys, m_options.jwtSecrets);
    QCOMPARE(keys->own.algorithm, Jwt::Algorithm::HS384);
    QCOMPARE(keys->foreign.size(), 1);
    QCOMPARE(keys->foreign.first().keys, m_options.jwtSecrets);
    QVERIFY(keys->foreign.first().issuer.isEmpty());
    QVERIFY(!QFile::exists(m_options.dataFolder));
}

void tst_JwtKeysOfOptions::publicKeys()
{
    m_options.jwtAlgorithm = Jwt::Algorithm::ES256;
    m_options.jwtPublicKeys = {EcPublicKey};
    const Result<JwtKeys> keys = JwtKeys::of(m_options);
    QVERIFY2(keys.has_value(), keys ? "" : qPrintable(keys.error().message));
    QCOMPARE(keys->own.algorithm, Jwt::Algorithm::HS256);
    QCOMPARE(keys->foreign.size(), 1);
    QCOMPARE(keys->foreign.first().algorithm, Jwt::Algorithm::ES256);
    QCOMPARE(keys->foreign.first().keys, QList<QByteArray>{EcPublicKey});

    // A secret then is for our own tokens only.
    m_options.jwtSecrets = {First};
    const Result<JwtKeys> both = JwtKeys::of(m_options);
    QCOMPARE(both->own.keys, QList<QByteArray>{First});
    QCOMPARE(both->foreign.size(), 1);
    QCOMPARE(both->foreign.first().keys, QList<QByteArray>{EcPublicKey});
}

void tst_JwtKeysOfOptions::refused_data()
{
    QTest::addColumn<Jwt::Algorithm>("algorithm");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("publicKey");
    using enum Jwt::Algorithm;
    QTest::newRow("short secret") << HS256 << QByteArray(31, 's') << QByteArray();
    QTest::newRow("PEM as a secret") << HS256 << QByteArray(EcPublicKey) << QByteArray();
    QTest::newRow("no PEM") << ES256 << QByteArray() << QByteArray(100, 'x');
    QTest::newRow("EC key for RSA") << RS256 << QByteArray() << QByteArray(EcPublicKey);
}

void tst_JwtKeysOfOptions::refused()
{
    QFETCH(Jwt::Algorithm, algorithm);
    QFETCH(QByteArray, secret);
    QFETCH(QByteArray, publicKey);
    m_options.jwtAlgorithm = algorithm;
    if (!secret.isEmpty())
        m_options.jwtSecrets = {secret};
    if (!publicKey.isEmpty())
        m_options.jwtPublicKeys = {publicKey};
    const Result<JwtKeys> keys = JwtKeys::of(m_options);
    QVERIFY(!keys);
    QCOMPARE(keys.error().code, ErrorCode::Configuration);
    QVERIFY(keys.error().message.startsWith(QStringLiteral("--jwt-")));
    QVERIFY(!keys.error().message.contains(u'\n'));
}

void tst_JwtKeysOfOptions::foreignSettings()
{
    m_options.jwtSecrets = {First};
    m_options.jwtIssuer = "https://id.example";
    m_options.jwtAudience = "events";
    m_options.jwtUserClaim = "email";
    const Result<JwtKeys> keys = JwtKeys::of(m_options);
    const Jwt::KeySet &others = keys->foreign.first();
    QCOMPARE(others.issuer, QByteArray("https://id.example"));
    QCOMPARE(others.audience, QByteArray("events"));
    QCOMPARE(others.userClaim, QByteArray("email"));
    // Ours name their user as ever.
    QCOMPARE(keys->own.userClaim, QByteArray("sub"));
    QVERIFY(keys->own.audience.isEmpty());
}

void tst_JwtKeysOfOptions::tokensOfTheKeys()
{
    m_options.jwtSecrets = {First, Second};
    const auto authenticatorOf = [](const Result<JwtKeys> &keys) {
        Authenticator authenticator;
        authenticator.setOwnKeys(keys->own);
        authenticator.setForeignKeys(keys->foreign);
        return authenticator;
    };
    const auto issue = [](const Authenticator &authenticator) {
        Jwt::Claims claims;
        claims.user = "alice";
        claims.scopes = Scope::Subscribe;
        claims.expiresAt = std::chrono::system_clock::now() + std::chrono::hours(1);
        return authenticator.issue(claims).value_or(QByteArray());
    };
    const Authenticator both = authenticatorOf(JwtKeys::of(m_options));
    m_options.jwtSecrets = {Second};
    const Authenticator second = authenticatorOf(JwtKeys::of(m_options));
    m_options.jwtSecrets = {First};
    const Authenticator first = authenticatorOf(JwtKeys::of(m_options));

    // Rotation: both are taken, the first signs.
    QVERIFY(both.authenticateJwt(issue(first)));
    QVERIFY(both.authenticateJwt(issue(second)));
    QVERIFY(first.authenticateJwt(issue(both)));
    QVERIFY(!second.authenticateJwt(issue(both)));
}

void tst_JwtKeysOfOptions::credentials()
{
    const Result<Credentials> made = Credentials::of(m_options);
    QVERIFY(made.has_value());
    QVERIFY(!made->admin.token.isEmpty() && !made->jwt.own.keys.isEmpty());
    QVERIFY(made->admin.token != made->jwt.own.keys.first());
    m_options.jwtSecrets = {"short"};
    QCOMPARE(Credentials::of(m_options).error().code, ErrorCode::Configuration);
}

QTEST_APPLESS_MAIN(tst_JwtKeysOfOptions)
#include "tst_jwtkeysofoptions.moc"
