// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/eventexport.h"

#include "gui/events/eventtext.h"
#include "tests/gui/support/observed.h"

#include <QFile>
#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Signalbox;

class TestEventExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writes_data();
    void writes();
    void leavesNoHalfFile();
    void fails();
};

void TestEventExport::writes_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<int>("lines");

    QTest::newRow("csv") << QStringLiteral("x.CSV") << EventText::csvHeader() << 1001;
    QTest::newRow("lines") << QStringLiteral("x.jsonl") << EventText::toJsonLine(observed(1))
                           << 1000;
}

void TestEventExport::writes()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, begin);
    QFETCH(const int, lines);
    const QTemporaryDir folder;
    const QString path = folder.filePath(name);
    const QPointer<EventExport> task = new EventExport(observedBatch(1, 1000).events, path, this);
    QSignalSpy finished(task.data(), &EventExport::finished);
    task->start();
    QVERIFY(finished.wait());
    QCOMPARE(finished.first().first().toLongLong(), 1000);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.startsWith(begin));
    QCOMPARE(text.count('\n'), lines);
    QTRY_VERIFY(!task);
}

void TestEventExport::leavesNoHalfFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.csv"));
    auto *task = new EventExport(observedBatch(1, 1000).events, path, this);
    task->start();
    QVERIFY(!QFile::exists(path)); // it is not written yet
    delete task;
    QVERIFY(!QFile::exists(path));
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestEventExport::fails()
{
    const QPointer<EventExport> task =
        new EventExport(observedBatch(1, 1).events, QStringLiteral("/nonexistent/x.jsonl"), this);
    QSignalSpy finished(task.data(), &EventExport::finished);
    QSignalSpy failed(task.data(), &EventExport::failed);
    task->start();
    QCOMPARE(failed.count(), 1);
    QVERIFY(!failed.first().first().toString().isEmpty());
    QCOMPARE(finished.count(), 0);
    QTRY_VERIFY(!task);
}

QTEST_MAIN(TestEventExport)
#include "tst_eventexport.moc"
