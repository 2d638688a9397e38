// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/commands/commandarguments.h"

#include <QTest>

using namespace Signalbox;

class tst_CommandArguments final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_data();
    void parse();
    void values();
    void refused_data();
    void refused();
};

namespace {

Result<CommandArguments> parsed(const QString &line)
{
    return CommandArguments::parse(line.split(u' ', Qt::SkipEmptyParts),
                                   {QStringLiteral("sub"), QStringLiteral("room")},
                                   {QStringLiteral("room")});
}

} // namespace

void tst_CommandArguments::parse_data()
{
    QTest::addColumn<QString>("positional");
    QTest::addColumn<QString>("others");
    QTest::addColumn<bool>("wantsHelp");
    const auto row = [](const char *line, const char *positional, const char *others,
                        bool wantsHelp = false) {
        QTest::newRow(line) << QString::fromLatin1(positional) << QString::fromLatin1(others)
                            << wantsHelp;
    };
    row("", "", "");
    row("--sub a", "", "");
    row("--port 1 x", "x", "--port 1");
    row("--port=1 x", "x", "--port=1");
    row("--demo x", "x", "--demo");
    row("--config f --sub a --data-dir d -", "-", "--config f --data-dir d");
    row("--nonsense x", "x", "--nonsense");
    row("--port --sub a", "", "--port"); // OptionsParser will complain
    row("--help", "", "", true);
    row("x -h", "x", "", true);
}

void tst_CommandArguments::parse()
{
    const Result<CommandArguments> arguments = parsed(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(arguments.has_value());
    QTEST(arguments->positional.join(u' '), "positional");
    QTEST(arguments->others.join(u' '), "others");
    QTEST(arguments->wantsHelp, "wantsHelp");
}

void tst_CommandArguments::values()
{
    const Result<CommandArguments> arguments = parsed(QStringLiteral("--room=a --sub - --room b"));
    QVERIFY(arguments.has_value());
    QCOMPARE(arguments->value(QStringLiteral("sub")), QStringLiteral("-"));
    QCOMPARE(arguments->own.value(QStringLiteral("room")),
             (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    QVERIFY(!arguments->has(QStringLiteral("ttl")));
    QVERIFY(parsed(QStringLiteral("--sub="))->has(QStringLiteral("sub")));
}

void tst_CommandArguments::refused_data()
{
    QTest::addColumn<QString>("message");
    QTest::newRow("--sub") << QStringLiteral("--sub needs a value");
    QTest::newRow("--sub --room a") << QStringLiteral("--sub needs a value");
    QTest::newRow("--sub a --sub=b") << QStringLiteral("--sub was given twice");
}

void tst_CommandArguments::refused()
{
    const Result<CommandArguments> arguments = parsed(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(!arguments);
    QCOMPARE(arguments.error().code, ErrorCode::Configuration);
    QTEST(arguments.error().message, "message");
}

QTEST_APPLESS_MAIN(tst_CommandArguments)
#include "tst_commandarguments.moc"
