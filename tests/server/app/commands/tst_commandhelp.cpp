// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/app/commands/commandline.h"

#include <QTest>

#include <memory>

using namespace Signalbox;
using namespace Signalbox::Test;

class tst_CommandHelp final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_commandLine = std::make_unique<CommandLine>(); }
    void help_data();
    void help();

private:
    std::unique_ptr<CommandLine> m_commandLine;
};

void tst_CommandHelp::help_data()
{
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("--help") << QByteArray("check-config");
    QTest::newRow("token --help") << QByteArray("--ttl");
    QTest::newRow("token issue --help") << QByteArray("not stand in GET /api/v1/tokens");
    QTest::newRow("token inspect -h") << QByteArray("standard input");
    QTest::newRow("check-config --help") << QByteArray("Exit code 0");
}

void tst_CommandHelp::help()
{
    QFETCH(QByteArray, part);
    const Run result = m_commandLine->run(QTest::currentDataTag());
    QCOMPARE(result.exitCode, 0);
    QVERIFY(result.output.startsWith("Usage: signalboxd"));
    QVERIFY(result.output.contains(part));
    for (const QByteArray &line : result.output.split('\n'))
        QVERIFY2(line.size() <= 92, line.constData());
}

QTEST_GUILESS_MAIN(tst_CommandHelp)
#include "tst_commandhelp.moc"
