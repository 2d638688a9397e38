// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/options/optionsparser.h"

#include "tests/server/app/options/optionsfixture.h"

#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;

class tst_OptionRules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rules_data();
    void rules();
    void warnings_data();
    void warnings();

private:
    OptionFiles m_files;
};

void tst_OptionRules::rules_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("error"); // how it starts; empty: may start
    QTest::addColumn<bool>("subscribing");
    QTest::addColumn<bool>("publishing");
    const auto row = [](const char *name, const char *arguments, const char *error,
                        bool subscribing = false, bool publishing = false) {
        QTest::newRow(name) << QString::fromLatin1(arguments) << QString::fromLatin1(error)
                            << subscribing << publishing;
    };
    row("development", "", "");
    row("development, with authentication", "--require-auth --auth-token=0123456789abcdef", "",
        true, true);
    row("development, half open", "--require-auth --allow-anonymous", "", false, true);
    row("production without a token", "--env production", "production needs an auth token");
    row("production with a token", "--env production --auth-token 0123456789abcdef", "", true,
        true);
    row("production for all", "--env production --allow-anonymous", "", false, true);
    row("production for all, with a token",
        "--env production --allow-anonymous --auth-token=0123456789abcdef", "", false, true);
    row("open production", "--env production --no-require-auth --auth-token=0123456789abcdef",
        "--require-auth cannot be off in production");
    row("open production for all", "--env production --require-auth=no --allow-anonymous",
        "--require-auth cannot be off in production");
    row("admin token is an auth token", "--auth-token=admin-token-value --admin-token-file @",
        "the admin token must differ");
    row("production with a JWT secret", "--env production --jwt-secret-file @secret", "", true,
        true);
    row("production with a JWT public key",
        "--env production --jwt-algorithm RS256 --jwt-public-key-file @key", "", true, true);
    row("short JWT secret", "--jwt-secret-file @short", "--jwt-secret-file");
    row("private key", "--jwt-algorithm RS256 --jwt-public-key-file @private",
        "--jwt-public-key-file");
    row("public key for HMAC", "--jwt-public-key-file @key",
        "--jwt-public-key-file needs --jwt-algorithm RS256 or ES256, not HS256");
    row("RS256 without a key", "--jwt-algorithm RS256",
        "--jwt-algorithm RS256 needs --jwt-public-key-file");
    row("ES256 with a secret only", "--jwt-algorithm ES256 --jwt-secret-file @secret",
        "--jwt-algorithm ES256 needs --jwt-public-key-file");
    row("ES256 with a key and a secret",
        "--jwt-algorithm ES256 --jwt-public-key-file @key --jwt-secret-file @secret", "");
    row("our own issuer", "--jwt-secret-file @secret --jwt-issuer signalbox",
        "--jwt-issuer cannot be signalbox");
    row("JWT secret is an auth token",
        "--jwt-secret-file @secret --auth-token ssssssssssssssssssssssssssssssss",
        "a JWT secret must differ from every token");
    row("no rooms", "--default-rooms ,", "--default-rooms ,: must name rooms");
    row("wrong room", "--default-rooms project:7,proj*",
        "--default-rooms project:7,proj*: proj* is neither");
    row("wrong rate", "--command-rate 50:0", "--command-rate 50:0: must be RATE or RATE:BURST");
    row("several admin tokens", "--admin-token-file @@", "--admin-token-file");
}

void tst_OptionRules::rules()
{
    QFETCH(QString, arguments);
    QFETCH(QString, error);
    for (const auto &[name, content] :
         {std::pair<const char *, QByteArray>{"secret", QByteArray(32, 's') + '\n'},
          {"short", QByteArray(31, 's') + '\n'},
          {"key", PublicKey},
          {"private", "-----BEGIN PRIVATE KEY-----\nAAAA\n"}}) {
        const QString file = QLatin1String(name);
        arguments.replace(u'@' + file, m_files.write(file, content));
    }
    arguments.replace(QStringLiteral("@@"), m_files.write(QStringLiteral("two"), "one\ntwo\n"));
    arguments.replace(u'@', m_files.write(QStringLiteral("admin"), "admin-token-value\n"));
    const Result<ParsedOptions> parsed = parse(arguments.split(u' ', Qt::SkipEmptyParts));
    if (!error.isEmpty()) {
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().code, ErrorCode::Configuration);
        QVERIFY2(parsed.error().message.startsWith(error), qPrintable(parsed.error().message));
        return;
    }
    QVERIFY2(parsed.has_value(), parsed ? "" : qPrintable(parsed.error().message));
    QTEST(parsed->options.subscribingNeedsToken(), "subscribing");
    QTEST(parsed->options.publishingNeedsToken(), "publishing");
}

void tst_OptionRules::warnings_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("part"); // of the one warning; empty: none
    const auto row = [](const char *name, const char *arguments, const char *part) {
        QTest::newRow(name) << QString::fromLatin1(arguments) << QString::fromLatin1(part);
    };
    row("loopback", "--host 127.0.0.1", "");
    row("open to the network", "--host 0.0.0.0", "whoever can reach this machine");
    row("closed to the network", "--host :: --require-auth --auth-token=0123456789abcdef", "");
    row("short token", "--auth-token=0123456789abcde", "less than 16 characters");
    row("two short tokens", "--auth-token=a --auth-token=b", "less than 16 characters");
    row("no token", "--require-auth", "only the admin token and tokens issued here let");
    row("nobody publishes", "--require-auth --allow-anonymous",
        "and tokens issued here can publish");
    row("JWT key", "--require-auth --jwt-secret-file @", "");
    row("issuer without a key", "--jwt-issuer x", "mean nothing without a JWT key");
    row("anonymous anyway", "--allow-anonymous", "means nothing without --require-auth");
    row("small queue", "--queue-bytes=64K", "--queue-bytes is under --max-payload");
    row("no demo", "--demo-seed=1", "without --demo");
    row("demo", "--demo --demo-seed=1", "");
}

void tst_OptionRules::warnings()
{
    QFETCH(QString, arguments);
    QFETCH(QString, part);
    arguments.replace(u'@', m_files.write(QStringLiteral("secret"), QByteArray(32, 's')));
    const Result<ParsedOptions> parsed = parse(arguments.split(u' '));
    QVERIFY2(parsed.has_value(), parsed ? "" : qPrintable(parsed.error().message));
    QCOMPARE(parsed->warnings.size(), part.isEmpty() ? 0 : 1);
    if (!part.isEmpty())
        QVERIFY2(parsed->warnings.first().contains(part), qPrintable(parsed->warnings.first()));
}

QTEST_APPLESS_MAIN(tst_OptionRules)
#include "tst_optionrules.moc"
