// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/options/optionsparser.h"

#include "tests/server/app/options/optionsfixture.h"

#include <QTest>

#include <functional>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace std::chrono_literals;

namespace {

using Check = std::function<bool(const Options &)>;

} // namespace

Q_DECLARE_METATYPE(Check)

class tst_OptionsParser final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void developmentDefaults();
    void productionDefaults();
    void everyOption_data();
    void everyOption();
    void everyOptionHasARow();
    void precedence();
    void precedenceWithinAFamily();
    void lastScalarCounts();
    void emptyVariableIsUnset();
    void dataFolder_data();
    void dataFolder();
    void actions();

private:
    OptionFiles m_files;
    QStringList m_rows; ///< the options that everyOption() tests
};

void tst_OptionsParser::developmentDefaults()
{
    const Result<ParsedOptions> parsed = parse({});
    QVERIFY(parsed.has_value());
    QVERIFY(parsed->warnings.isEmpty());
    const Options &options = parsed->options;
    QCOMPARE(options.environment, Environment::Development);
    QCOMPARE(
        options.hosts,
        (QList{QHostAddress(QHostAddress::LocalHost), QHostAddress(QHostAddress::LocalHostIPv6)}));
    QCOMPARE(options.port, quint16(8001));
    QCOMPARE(options.allowedOrigins, QList<QByteArray>{"*"});
    QVERIFY(options.trustedProxies.isEmpty());
    QVERIFY(options.authTokens.isEmpty() && options.adminToken.isEmpty());
    QVERIFY(!options.requireAuth && !options.allowAnonymous);
    QVERIFY(!options.subscribingNeedsToken() && !options.publishingNeedsToken());
    QCOMPARE(options.maxRecentEvents, 100);
    QCOMPARE(options.maxHistoryBytes, 256LL * 1024 * 1024);
    QCOMPARE(options.maxPayload, 1'000'000);
    QCOMPARE(options.pingInterval, 25s);
    QCOMPARE(options.pingTimeout, 20s);
    QCOMPARE(options.queueBytes, 1024LL * 1024);
    QCOMPARE(options.maxRooms, 1024);
    QCOMPARE(options.drainTime, 10s);
    QCOMPARE(options.logFormat, LogFormat::Text);
    QCOMPARE(options.logLevel, LogLevel::Info);
    QVERIFY(!options.demo && !options.demoSeed);
}

void tst_OptionsParser::productionDefaults()
{
    const Result<ParsedOptions> parsed = parse(
        {}, {QStringLiteral("ENV=production"), QStringLiteral("WS_AUTH_TOKEN=0123456789abcdef")});
    QVERIFY2(parsed.has_value(), parsed ? "" : qPrintable(parsed.error().message));
    QVERIFY(parsed->warnings.isEmpty());
    const Options &options = parsed->options;
    QCOMPARE(options.environment, Environment::Production);
    QCOMPARE(options.hosts, QList{QHostAddress(QHostAddress::Any)});
    QVERIFY(options.allowedOrigins.isEmpty());
    QVERIFY(options.requireAuth);
    QVERIFY(options.subscribingNeedsToken() && options.publishingNeedsToken());
    QCOMPARE(options.logFormat, LogFormat::Json);
}

void tst_OptionsParser::everyOption_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("variable"); // empty: none
    // "@": a file of "from-a-token-file"; "@@": of a JWT secret; "@@@": of a public key
    QTest::addColumn<QString>("value");
    QTest::addColumn<Check>("check");
    const auto row = [this](const char *name, const char *variable, const char *value,
                            Check check) {
        m_rows.append(QString::fromLatin1(name));
        QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(variable)
                            << QString::fromLatin1(value) << check;
    };
    using O = const Options &;
    row("host", "WS_HOST", "10.1.2.3",
        [](O o) { return o.hosts == QList{QHostAddress(QStringLiteral("10.1.2.3"))}; });
    row("port", "WS_PORT", "0", [](O o) { return o.port == 0; });
    row("allowed-origin", "WS_ALLOWED_ORIGINS", "https://a.example",
        [](O o) { return o.allowedOrigins == QList<QByteArray>{"https://a.example"}; });
    row("trusted-proxy", "WS_TRUSTED_PROXIES", "10.0.0.0/8",
        [](O o) { return o.trustedProxies == QList<QByteArray>{"10.0.0.0/8"}; });
    row("env", "ENV", "Development", [](O o) { return o.environment == Environment::Development; });
    row("auth-token", "WS_AUTH_TOKEN", "to,ken with=all",
        [](O o) { return o.authTokens == QList<QByteArray>{"to,ken with=all"}; });
    row("auth-token-file", "", "@",
        [](O o) { return o.authTokens == QList<QByteArray>{"from-a-token-file"}; });
    row("admin-token-file", "", "@", [](O o) { return o.adminToken == "from-a-token-file"; });
    row("jwt-secret-file", "", "@@",
        [](O o) { return o.jwtSecrets == QList<QByteArray>{QByteArray(32, 's')}; });
    row("jwt-public-key-file", "", "@@@", [](O o) {
        return o.jwtPublicKeys.size() == 1 && o.jwtPublicKeys.first().contains("PUBLIC KEY");
    });
    row("jwt-algorithm", "", "hs512", [](O o) { return o.jwtAlgorithm == Jwt::Algorithm::HS512; });
    row("jwt-issuer", "", "https://id.example/",
        [](O o) { return o.jwtIssuer == "https://id.example/"; });
    row("jwt-audience", "", "events", [](O o) { return o.jwtAudience == "events"; });
    row("jwt-user-claim", "", "email", [](O o) { return o.jwtUserClaim == "email"; });
    row("default-rooms", "WS_DEFAULT_ROOMS", "project:* agent:7,global", [](O o) {
        return o.defaultRooms == QList<QByteArray>{"project:*", "agent:7", "global"};
    });
    row("command-rate", "", "7",
        [](O o) { return o.commandRate.rate == 7 && o.commandRate.burst == 2048; });
    row("publish-rate", "", "0.5:20",
        [](O o) { return o.publishRate.rate == 0.5 && o.publishRate.burst == 20; });
    row("require-auth", "WS_REQUIRE_AUTH", "yes", [](O o) { return o.requireAuth; });
    row("allow-anonymous", "", "true", [](O o) { return o.allowAnonymous; });
    row("data-dir", "SIGNALBOX_DATA_DIR", "/srv/data",
        [](O o) { return o.dataFolder == QStringLiteral("/srv/data"); });
    row("max-recent-events", "WS_MAX_RECENT_EVENTS", "7",
        [](O o) { return o.maxRecentEvents == 7; });
    row("max-history-bytes", "", "2G", [](O o) { return o.maxHistoryBytes == 2LL << 30; });
    row("max-payload", "", "64K", [](O o) { return o.maxPayload == 65536; });
    row("queue-bytes", "", "2M", [](O o) { return o.queueBytes == 2 << 20; });
    row("max-rooms", "", "5", [](O o) { return o.maxRooms == 5; });
    row("ping-interval", "", "300ms", [](O o) { return o.pingInterval == 300ms; });
    row("ping-timeout", "", "0.2", [](O o) { return o.pingTimeout == 200ms; });
    row("drain-seconds", "", "0", [](O o) { return o.drainTime == 0s; });
    row("on-store-failure", "", "allow",
        [](O o) { return o.onStoreFailure == StoreFailure::Allow; });
    row("log-format", "LOG_FORMAT", "json", [](O o) { return o.logFormat == LogFormat::Json; });
    row("log-level", "LOG_LEVEL", "DEBUG", [](O o) { return o.logLevel == LogLevel::Debug; });
    row("demo", "", "on", [](O o) { return o.demo; });
    row("demo-rate", "", "2.5", [](O o) { return o.demoRate == 2.5; });
    row("demo-seed", "", "42", [](O o) { return o.demoSeed == 42U; });
}

void tst_OptionsParser::everyOption()
{
    QFETCH(QString, name);
    QFETCH(QString, variable);
    QFETCH(QString, value);
    QFETCH(Check, check);
    QStringList more;
    if (value == u"@") {
        value = m_files.write(QStringLiteral("token"), "from-a-token-file\n");
    } else if (value == u"@@") {
        value = m_files.write(QStringLiteral("secret"), QByteArray(32, 's') + "\r\n");
    } else if (value == u"@@@") {
        value = m_files.write(QStringLiteral("key.pem"), PublicKey);
        more.append(QStringLiteral("--jwt-algorithm=ES256"));
    }

    QList<Result<ParsedOptions>> results;
    results.append(parse(more + QStringList{QStringLiteral("--%1=%2").arg(name, value)}));
    if (findOption(name)->kind == OptionRow::Kind::Value)
        results.append(parse(more + QStringList{QStringLiteral("--") + name, value}));
    if (!variable.isEmpty())
        results.append(parse(more, {variable + u'=' + value}));
    results.append(parse(more + QStringList{m_files.config((name + u'=' + value).toUtf8())}));
    for (const Result<ParsedOptions> &result : std::as_const(results)) {
        QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().message));
        QVERIFY(check(result->options));
    }
    QCOMPARE(QString::fromLatin1(findOption(name)->environment), variable);
}

void tst_OptionsParser::everyOptionHasARow()
{
    for (const OptionRow &row : optionTable()) {
        if (row.field && row.kind != OptionRow::Kind::EnvironmentOnly)
            QVERIFY2(m_rows.contains(row.nameText()), row.name);
    }
}

void tst_OptionsParser::precedence()
{
    const QString file = m_files.config("port=1\nmax-rooms=1\nmax-recent-events=1\n");
    const Result<ParsedOptions> all =
        parse({file, QStringLiteral("--port=3")},
              {QStringLiteral("WS_PORT=2"), QStringLiteral("WS_MAX_RECENT_EVENTS=2")});
    QVERIFY(all.has_value());
    QCOMPARE(all->options.port, quint16(3));
    QCOMPARE(all->options.maxRecentEvents, 2);
    QCOMPARE(all->options.maxRooms, 1);
    QCOMPARE(all->options.pingInterval, 25s);
}

void tst_OptionsParser::precedenceWithinAFamily()
{
    const QString tokens = m_files.write(QStringLiteral("tokens"), "from-a-token-file");
    const QByteArray inFile = "auth-token=from-the-config-file\nauth-token-file=" + tokens.toUtf8();

    // One source: all its ways add up.
    QCOMPARE(parse({m_files.config(inFile)})->options.authTokens,
             (QList<QByteArray>{"from-the-config-file", "from-a-token-file"}));
    // A stronger source: a token that was forgotten in a weaker one is not valid.
    QCOMPARE(parse({m_files.config(inFile), QStringLiteral("--auth-token-file=") + tokens},
                   {QStringLiteral("WS_AUTH_TOKEN=from-the-environment")})
                 ->options.authTokens,
             QList<QByteArray>{"from-a-token-file"});
    QCOMPARE(parse({m_files.config(inFile)}, {QStringLiteral("WS_AUTH_TOKEN=from-the-environment")})
                 ->options.authTokens,
             QList<QByteArray>{"from-the-environment"});

    const QString secret = m_files.write(QStringLiteral("secret"), QByteArray(32, 's'));
    const QStringList jwtVariable{QStringLiteral("JWT_SECRET=") + QString(32, u'v')};
    QCOMPARE(
        parse({QStringLiteral("--jwt-secret-file=") + secret}, jwtVariable)->options.jwtSecrets,
        QList<QByteArray>{QByteArray(32, 's')});
    QCOMPARE(parse({}, jwtVariable)->options.jwtSecrets, QList<QByteArray>{QByteArray(32, 'v')});

    const QString admin = QStringLiteral("--admin-token-file=") + tokens;
    const QStringList variable{QStringLiteral("SIGNALBOX_ADMIN_TOKEN=from-the-environment")};
    QCOMPARE(parse({}, variable)->options.adminToken, QByteArray("from-the-environment"));
    QCOMPARE(parse({admin}, variable)->options.adminToken, QByteArray("from-a-token-file"));
    QCOMPARE(parse({m_files.config("admin-token-file=" + tokens.toUtf8())}, variable)
                 ->options.adminToken,
             QByteArray("from-the-environment"));
}

void tst_OptionsParser::lastScalarCounts()
{
    QCOMPARE(parse({QStringLiteral("--port=1"), QStringLiteral("--port=2")})->options.port,
             quint16(2));
    QVERIFY(!parse({QStringLiteral("--demo"), QStringLiteral("--no-demo")})->options.demo);
}

void tst_OptionsParser::emptyVariableIsUnset()
{
    const Result<ParsedOptions> parsed =
        parse({},
              {QStringLiteral("WS_PORT="), QStringLiteral("REDIS_URL="),
               QStringLiteral("WS_AUTH_TOKEN="), QStringLiteral("ENV=")});
    QVERIFY(parsed.has_value());
    QCOMPARE(parsed->options.port, quint16(8001));
    QVERIFY(parsed->options.authTokens.isEmpty());
    // An empty token opens nothing.
    QVERIFY(!parse({}, {QStringLiteral("WS_AUTH_TOKEN="), QStringLiteral("ENV=production")}));
}

void tst_OptionsParser::dataFolder_data()
{
    QTest::addColumn<QStringList>("assignments");
    QTest::addColumn<QString>("expected");
    QTest::newRow("home") << QStringList() << QStringLiteral("/users/of/.local/share/signalbox");
    QTest::newRow("XDG") << QStringList{QStringLiteral("XDG_DATA_HOME=/xdg")}
                         << QStringLiteral("/xdg/signalbox");
    QTest::newRow("relative XDG is ignored") << QStringList{QStringLiteral("XDG_DATA_HOME=xdg")}
                                             << QStringLiteral("/users/of/.local/share/signalbox");
    QTest::newRow("no home") << QStringList{QStringLiteral("HOME=")} << QString();
}

void tst_OptionsParser::dataFolder()
{
    QFETCH(QStringList, assignments);
    QTEST(parse({}, assignments)->options.dataFolder, "expected");
}

void tst_OptionsParser::actions()
{
    // Help is given even where nothing could start.
    const QStringList bad{QStringLiteral("WS_PORT=x")};
    QCOMPARE(parse({QStringLiteral("--help")}, bad)->action, CommandLine::Action::ShowHelp);
    QCOMPARE(parse({QStringLiteral("--version")}, bad)->action, CommandLine::Action::ShowVersion);
    QCOMPARE(parse({})->action, CommandLine::Action::Run);
}

QTEST_APPLESS_MAIN(tst_OptionsParser)
#include "tst_optionsparser.moc"
