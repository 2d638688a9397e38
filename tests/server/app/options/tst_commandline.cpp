// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/options/commandline.h"

#include <QTest>

using namespace Signalbox;

class tst_CommandLine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entries_data();
    void entries();
    void actions_data();
    void actions();
    void refused_data();
    void refused();
    void notAvailable_data();
    void notAvailable();
};

void tst_CommandLine::entries_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("expected"); // "name=value"
    const auto row = [](const char *name, const char *arguments, const char *expected) {
        QTest::newRow(name) << QString::fromLatin1(arguments).split(u' ', Qt::SkipEmptyParts)
                            << QString::fromLatin1(expected).split(u' ', Qt::SkipEmptyParts);
    };
    row("nothing", "", "");
    row("separate value", "--port 1", "port=1");
    row("value behind =", "--port=1", "port=1");
    row("value with =", "--auth-token=a=b", "auth-token=a=b");
    row("repeated", "--host ::1 --host=127.0.0.1", "host=::1 host=127.0.0.1");
    row("switch", "--demo", "demo=true");
    row("switch with a value", "--demo=no", "demo=no");
    row("negated switch", "--no-require-auth", "require-auth=false");
    row("value with a dash", "--port -1", "port=-1");
    row("value with dashes that is no option", "--auth-token --x", "auth-token=--x");
}

void tst_CommandLine::entries()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, expected);
    const Result<CommandLine> line = CommandLine::parse(arguments);
    QVERIFY2(line.has_value(), line ? "" : qPrintable(line.error().message));
    QCOMPARE(line->action, CommandLine::Action::Run);
    QStringList seen;
    for (const CommandLine::Entry &entry : line->entries)
        seen.append(entry.row->nameText() + u'=' + entry.value);
    QCOMPARE(seen, expected);
}

void tst_CommandLine::actions_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<CommandLine::Action>("action");
    QTest::addColumn<QString>("configFile");
    using Action = CommandLine::Action;
    QTest::newRow("help") << QStringList{QStringLiteral("--help")} << Action::ShowHelp << QString();
    QTest::newRow("h") << QStringList{QStringLiteral("-h")} << Action::ShowHelp << QString();
    QTest::newRow("help behind others")
        << QStringList{QStringLiteral("--demo"), QStringLiteral("--help")} << Action::ShowHelp
        << QString();
    QTest::newRow("version") << QStringList{QStringLiteral("--version")} << Action::ShowVersion
                             << QString();
    QTest::newRow("config") << QStringList{QStringLiteral("--config"), QStringLiteral("a.ini")}
                            << Action::Run << QStringLiteral("a.ini");
}

void tst_CommandLine::actions()
{
    QFETCH(QStringList, arguments);
    const Result<CommandLine> line = CommandLine::parse(arguments);
    QVERIFY(line.has_value());
    QTEST(line->action, "action");
    QTEST(line->configFile, "configFile");
}

void tst_CommandLine::refused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QStringList &arguments, const char *message) {
        QTest::newRow(name) << arguments << QString::fromLatin1(message);
    };
    row("unknown", {QStringLiteral("--nope")}, "unknown option --nope; see --help");
    row("unknown with a value", {QStringLiteral("--nope=1")}, "unknown option --nope; see --help");
    row("environment only", {QStringLiteral("--admin-token"), QStringLiteral("x")},
        "unknown option --admin-token; see --help");
    row("no such negation", {QStringLiteral("--no-port")}, "unknown option --no-port; see --help");
    row("only dashes", {QStringLiteral("--")}, "unknown option --; see --help");
    row("stray argument", {QStringLiteral("start")}, "unexpected argument 'start'; see --help");
    row("several lines", {QStringLiteral("a\nb")}, "unexpected argument 'a b'; see --help");
    row("one dash", {QStringLiteral("-port")}, "unexpected argument '-port'; see --help");
    row("value missing at the end", {QStringLiteral("--port")},
        "--port needs a value: --port PORT");
    row("value forgotten", {QStringLiteral("--port"), QStringLiteral("--demo")},
        "--port needs a value, but --demo follows");
    row("help with a value", {QStringLiteral("--help=x")}, "--help takes no value");
    row("negation with a value", {QStringLiteral("--no-demo=true")}, "--no-demo takes no value");
    row("empty config", {QStringLiteral("--config=")}, "--config needs a value: --config FILE");
}

void tst_CommandLine::refused()
{
    QFETCH(QStringList, arguments);
    const Result<CommandLine> line = CommandLine::parse(arguments);
    QVERIFY(!line);
    QCOMPARE(line.error().code, ErrorCode::Configuration);
    QTEST(line.error().message, "message");
}

void tst_CommandLine::notAvailable_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"redis-url", "tls-cert", "tls-key"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void tst_CommandLine::notAvailable()
{
    QFETCH(QString, name);
    const QString option = QStringLiteral("--") + name;
    for (const QStringList &arguments :
         {QStringList{option, QStringLiteral("x")}, QStringList{option + QStringLiteral("=x")}}) {
        const Result<CommandLine> line = CommandLine::parse(arguments);
        QVERIFY(!line);
        QCOMPARE(line.error().code, ErrorCode::Configuration);
        QCOMPARE(line.error().message,
                 option + QStringLiteral(" is not available in this version"));
    }
}

QTEST_APPLESS_MAIN(tst_CommandLine)
#include "tst_commandline.moc"
