// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/options/optionsparser.h"

#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace Signalbox;
using namespace std::chrono_literals;

namespace {

using Check = std::function<bool(const Options &)>;

// Read here, and looked at by JwtKeys.
constexpr char PublicKey[] = "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n";

QProcessEnvironment environment(const QStringList &assignments = {})
{
    QProcessEnvironment result;
    result.insert(QStringLiteral("HOME"), QStringLiteral("/users/of"));
    for (const QString &assignment : assignments)
        result.insert(assignment.section(u'=', 0, 0), assignment.section(u'=', 1));
    return result;
}

Result<ParsedOptions> parse(const QStringList &arguments, const QStringList &assignments = {})
{
    return OptionsParser(QStringList{QStringLiteral("signalboxd")} + arguments,
                         environment(assignments))
        .parse();
}

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
    void wrongValues_data();
    void wrongValues();
    void fileErrors_data();
    void fileErrors();
    void notAvailableVariable_data();
    void notAvailableVariable();
    void rules_data();
    void rules();
    void warnings_data();
    void warnings();
    void tokensStaySecret_data();
    void tokensStaySecret();
    void actions();

private:
    QString write(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()
            || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            return {};
        return file.fileName();
    }
    QString config(const QByteArray &content)
    {
        return QStringLiteral("--config=") + write(QStringLiteral("signalbox.ini"), content);
    }

    QTemporaryDir m_folder;
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
        value = write(QStringLiteral("token"), "from-a-token-file\n");
    } else if (value == u"@@") {
        value = write(QStringLiteral("secret"), QByteArray(32, 's') + "\r\n");
    } else if (value == u"@@@") {
        value = write(QStringLiteral("key.pem"), PublicKey);
        more.append(QStringLiteral("--jwt-algorithm=ES256"));
    }

    QList<Result<ParsedOptions>> results;
    results.append(parse(more + QStringList{QStringLiteral("--%1=%2").arg(name, value)}));
    if (findOption(name)->kind == OptionRow::Kind::Value)
        results.append(parse(more + QStringList{QStringLiteral("--") + name, value}));
    if (!variable.isEmpty())
        results.append(parse(more, {variable + u'=' + value}));
    results.append(parse(more + QStringList{config((name + u'=' + value).toUtf8())}));
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
    const QString file = config("port=1\nmax-rooms=1\nmax-recent-events=1\n");
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
    const QString tokens = write(QStringLiteral("tokens"), "from-a-token-file");
    const QByteArray inFile = "auth-token=from-the-config-file\nauth-token-file=" + tokens.toUtf8();

    // One source: all its ways add up.
    QCOMPARE(parse({config(inFile)})->options.authTokens,
             (QList<QByteArray>{"from-the-config-file", "from-a-token-file"}));
    // A stronger source: a token that was forgotten in a weaker one is not valid.
    QCOMPARE(parse({config(inFile), QStringLiteral("--auth-token-file=") + tokens},
                   {QStringLiteral("WS_AUTH_TOKEN=from-the-environment")})
                 ->options.authTokens,
             QList<QByteArray>{"from-a-token-file"});
    QCOMPARE(parse({config(inFile)}, {QStringLiteral("WS_AUTH_TOKEN=from-the-environment")})
                 ->options.authTokens,
             QList<QByteArray>{"from-the-environment"});

    const QString secret = write(QStringLiteral("secret"), QByteArray(32, 's'));
    const QStringList jwtVariable{QStringLiteral("JWT_SECRET=") + QString(32, u'v')};
    QCOMPARE(
        parse({QStringLiteral("--jwt-secret-file=") + secret}, jwtVariable)->options.jwtSecrets,
        QList<QByteArray>{QByteArray(32, 's')});
    QCOMPARE(parse({}, jwtVariable)->options.jwtSecrets, QList<QByteArray>{QByteArray(32, 'v')});

    const QString admin = QStringLiteral("--admin-token-file=") + tokens;
    const QStringList variable{QStringLiteral("SIGNALBOX_ADMIN_TOKEN=from-the-environment")};
    QCOMPARE(parse({}, variable)->options.adminToken, QByteArray("from-the-environment"));
    QCOMPARE(parse({admin}, variable)->options.adminToken, QByteArray("from-a-token-file"));
    QCOMPARE(parse({config("admin-token-file=" + tokens.toUtf8())}, variable)->options.adminToken,
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

void tst_OptionsParser::wrongValues_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("assignments");
    QTest::addColumn<QString>("start");
    const auto argument = [](const char *text, const char *start) {
        QTest::newRow(text) << QString::fromLatin1(text).split(u' ') << QStringList()
                            << QString::fromLatin1(start);
    };
    const auto variable = [](const char *text, const char *start) {
        QTest::newRow(text) << QStringList() << QStringList{QString::fromLatin1(text)}
                            << QString::fromLatin1(start);
    };
    argument("--port 65536", "--port 65536: must be a whole number from 0 to 65535");
    argument("--port=x", "--port x: must be");
    argument("--port=", "--port: must be");
    argument("--demo=maybe", "--demo=maybe: must be true or false");
    argument("--host ::1 --host nowhere", "--host nowhere: must be an IP address");
    argument("--max-payload 99", "--max-payload 99: must be a number of bytes from 100 to 1G");
    argument("--ping-interval 0", "--ping-interval 0: must be a time from 10ms");
    argument("--demo-rate 0", "--demo-rate 0: must be a number from 0.1 to 10000");
    argument("--auth-token=", "--auth-token: an empty token");
    argument("--auth-token-file /nonexistent/t", "--auth-token-file /nonexistent/t: cannot read");
    argument("--config /nonexistent/c", "cannot read /nonexistent/c");
    variable("WS_PORT=x", "WS_PORT=x: must be a whole number");
    variable("ENV=/users/of/.shrc", "ENV=/users/of/.shrc: must be development or production");
    variable("WS_REQUIRE_AUTH=maybe", "WS_REQUIRE_AUTH=maybe: must be true or false");
    variable("WS_ALLOWED_ORIGINS=*,x", "WS_ALLOWED_ORIGINS=*,x: must be * or an origin");
    variable("WS_ALLOWED_ORIGINS=*,", "WS_ALLOWED_ORIGINS=*,: must be * or an origin");
    variable("WS_AUTH_TOKEN= ", "WS_AUTH_TOKEN: an empty token");
    variable("SIGNALBOX_ADMIN_TOKEN= ", "SIGNALBOX_ADMIN_TOKEN: an empty token");
    variable("JWT_SECRET=short", "JWT_SECRET: a JWT secret must have at least 32 bytes");
    variable("WS_DEFAULT_ROOMS=x:*", "WS_DEFAULT_ROOMS=x:*: x:* is neither a room");
    argument("--jwt-algorithm none", "--jwt-algorithm none: must be HS256");
    argument("--jwt-secret-file /nonexistent/s", "--jwt-secret-file /nonexistent/s: cannot read");
    argument("--jwt-issuer=", "--jwt-issuer: must be 1-255 bytes");
    argument("--publish-rate 1e9", "--publish-rate 1e9: must be RATE");
}

void tst_OptionsParser::wrongValues()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, assignments);
    QFETCH(QString, start);
    const Result<ParsedOptions> parsed = parse(arguments, assignments);
    QVERIFY(!parsed);
    const Error &error = parsed.error();
    QVERIFY2(error.message.startsWith(start), qPrintable(error.message));
    QVERIFY(!error.message.contains(u'\n'));
    QCOMPARE(error.code,
             error.message.contains(QStringLiteral("cannot read")) ? ErrorCode::Io
                                                                   : ErrorCode::Configuration);
}

void tst_OptionsParser::fileErrors_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("message"); // behind the path
    const auto row = [](const char *name, const char *content, const char *message) {
        QTest::newRow(name) << QByteArray(content) << QString::fromLatin1(message);
    };
    row("unknown key", "port=1\nprot=2", ":2: unknown option prot");
    row("capitals", "Port=1", ":1: unknown option Port");
    row("environment only", "admin-token=x", ":1: unknown option admin-token");
    row("config in a config", "config=x", ":1: unknown option config");
    row("help", "help=true", ":1: unknown option help");
    row("not available", "\nredis-url=redis://h", ":2: redis-url is not available in this version");
    row("not available either", "tls-key=k", ":1: tls-key is not available in this version");
    row("twice", "port=1\n\nport=2", ":3: port stands in line 1 already");
    row("wrong value", "port=x", ":1: port=x: must be a whole number from 0 to 65535");
    row("secret value", "auth-token=\" x\"",
        ":1: auth-token: a token cannot start or end with a space");
    row("second of a list", "allowed-origin=*,x",
        ":1: allowed-origin=*,x: must be * or an origin such as https://example.org, without a "
        "path");
}

void tst_OptionsParser::fileErrors()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, message);
    const QString argument = config(content);
    const Result<ParsedOptions> parsed = parse({argument});
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, ErrorCode::Configuration);
    QCOMPARE(parsed.error().message, argument.section(u'=', 1) + message);
}

void tst_OptionsParser::notAvailableVariable_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("option");
    QTest::newRow("Redis") << QStringLiteral("REDIS_URL") << QStringLiteral("--redis-url");
    QTest::newRow("cert") << QStringLiteral("WS_TLS_CERT") << QStringLiteral("--tls-cert");
    QTest::newRow("key") << QStringLiteral("WS_TLS_KEY") << QStringLiteral("--tls-key");
}

void tst_OptionsParser::notAvailableVariable()
{
    QFETCH(QString, variable);
    QFETCH(QString, option);
    const Result<ParsedOptions> parsed = parse({}, {variable + QStringLiteral("=s3cret")});
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, ErrorCode::Configuration);
    QCOMPARE(parsed.error().message,
             QStringLiteral("%1 (%2) is not available in this version").arg(variable, option));
}

void tst_OptionsParser::rules_data()
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

void tst_OptionsParser::rules()
{
    QFETCH(QString, arguments);
    QFETCH(QString, error);
    for (const auto &[name, content] :
         {std::pair<const char *, QByteArray>{"secret", QByteArray(32, 's') + '\n'},
          {"short", QByteArray(31, 's') + '\n'},
          {"key", PublicKey},
          {"private", "-----BEGIN PRIVATE KEY-----\nAAAA\n"}}) {
        const QString file = QLatin1String(name);
        arguments.replace(u'@' + file, write(file, content));
    }
    arguments.replace(QStringLiteral("@@"), write(QStringLiteral("two"), "one\ntwo\n"));
    arguments.replace(u'@', write(QStringLiteral("admin"), "admin-token-value\n"));
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

void tst_OptionsParser::warnings_data()
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

void tst_OptionsParser::warnings()
{
    QFETCH(QString, arguments);
    QFETCH(QString, part);
    arguments.replace(u'@', write(QStringLiteral("secret"), QByteArray(32, 's')));
    const Result<ParsedOptions> parsed = parse(arguments.split(u' '));
    QVERIFY2(parsed.has_value(), parsed ? "" : qPrintable(parsed.error().message));
    QCOMPARE(parsed->warnings.size(), part.isEmpty() ? 0 : 1);
    if (!part.isEmpty())
        QVERIFY2(parsed->warnings.first().contains(part), qPrintable(parsed->warnings.first()));
}

void tst_OptionsParser::tokensStaySecret_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("assignments");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("argument") << QStringList{QStringLiteral("--auth-token=s3cret\x01")}
                              << QStringList() << QByteArray();
    QTest::newRow("short argument")
        << QStringList{QStringLiteral("--auth-token=s3cret")} << QStringList() << QByteArray();
    QTest::newRow("variable") << QStringList()
                              << QStringList{QStringLiteral("WS_AUTH_TOKEN=s3cret\x01")}
                              << QByteArray();
    QTest::newRow("admin variable")
        << QStringList() << QStringList{QStringLiteral("SIGNALBOX_ADMIN_TOKEN= s3cret")}
        << QByteArray();
    QTest::newRow("JWT secret") << QStringList() << QStringList{QStringLiteral("JWT_SECRET=s3cret")}
                                << QByteArray();
    QTest::newRow("JWT secret that is a token")
        << QStringList{QStringLiteral("--auth-token=s3cret-s3cret-s3cret-s3cret-s3cret")}
        << QStringList{QStringLiteral("JWT_SECRET=s3cret-s3cret-s3cret-s3cret-s3cret")}
        << QByteArray();
    QTest::newRow("file") << QStringList() << QStringList() << QByteArray("auth-token=s3cret\x01");
    QTest::newRow("file without a key") << QStringList() << QStringList() << QByteArray("s3cret");
}

void tst_OptionsParser::tokensStaySecret()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, assignments);
    QFETCH(QByteArray, content);
    if (!content.isEmpty())
        arguments.append(config(content));
    const Result<ParsedOptions> parsed = parse(arguments, assignments);
    const QString said = parsed ? parsed->warnings.join(u'\n') : parsed.error().message;
    QVERIFY(!said.isEmpty());
    QVERIFY2(!said.contains(QStringLiteral("s3cret")), qPrintable(said));
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
