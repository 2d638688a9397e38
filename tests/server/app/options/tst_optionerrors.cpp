// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/options/optionsparser.h"

#include "tests/server/app/options/optionsfixture.h"

#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace std::chrono_literals;

class tst_OptionErrors final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongValues_data();
    void wrongValues();
    void fileErrors_data();
    void fileErrors();
    void notAvailableVariable_data();
    void notAvailableVariable();
    void tokensStaySecret_data();
    void tokensStaySecret();

private:
    OptionFiles m_files;
};

void tst_OptionErrors::wrongValues_data()
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

void tst_OptionErrors::wrongValues()
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

void tst_OptionErrors::fileErrors_data()
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

void tst_OptionErrors::fileErrors()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, message);
    const QString argument = m_files.config(content);
    const Result<ParsedOptions> parsed = parse({argument});
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, ErrorCode::Configuration);
    QCOMPARE(parsed.error().message, argument.section(u'=', 1) + message);
}

void tst_OptionErrors::notAvailableVariable_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("option");
    QTest::newRow("Redis") << QStringLiteral("REDIS_URL") << QStringLiteral("--redis-url");
    QTest::newRow("cert") << QStringLiteral("WS_TLS_CERT") << QStringLiteral("--tls-cert");
    QTest::newRow("key") << QStringLiteral("WS_TLS_KEY") << QStringLiteral("--tls-key");
}

void tst_OptionErrors::notAvailableVariable()
{
    QFETCH(QString, variable);
    QFETCH(QString, option);
    const Result<ParsedOptions> parsed = parse({}, {variable + QStringLiteral("=s3cret")});
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, ErrorCode::Configuration);
    QCOMPARE(parsed.error().message,
             QStringLiteral("%1 (%2) is not available in this version").arg(variable, option));
}

void tst_OptionErrors::tokensStaySecret_data()
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

void tst_OptionErrors::tokensStaySecret()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, assignments);
    QFETCH(QByteArray, content);
    if (!content.isEmpty())
        arguments.append(m_files.config(content));
    const Result<ParsedOptions> parsed = parse(arguments, assignments);
    const QString said = parsed ? parsed->warnings.join(u'\n') : parsed.error().message;
    QVERIFY(!said.isEmpty());
    QVERIFY2(!said.contains(QStringLiteral("s3cret")), qPrintable(said));
}

QTEST_APPLESS_MAIN(tst_OptionErrors)
#include "tst_optionerrors.moc"
