// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/console/blockwatch.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QTest>
#include <QThread>

using namespace Signalbox::Bench;

namespace {

constexpr int BlockMs = 60;

void compute()
{
    QElapsedTimer timer;
    timer.start();
    while (!timer.hasExpired(BlockMs)) { }
}

void wait()
{
    QThread::msleep(BlockMs);
}

} // namespace

class TestBlockWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notesBlock_data();
    void notesBlock();
    void tellsWhatWasShown();
};

void TestBlockWatch::notesBlock_data()
{
    QTest::addColumn<bool>("isComputing");
    QTest::newRow("computing") << true;
    QTest::newRow("waiting") << false;
}

void TestBlockWatch::notesBlock()
{
    QFETCH(const bool, isComputing);
    BlockWatch watch;
    watch.start();
    QTRY_VERIFY(watch.turns().size() >= 3);
    const qsizetype before = watch.turns().size();
    isComputing ? compute() : wait();
    QTRY_VERIFY(watch.turns().size() > before);

    const QJsonObject turn = watch.turns().at(before).toObject();
    QVERIFY2(turn.value(u"gap_ms").toDouble() >= BlockMs,
             qPrintable(QString::number(turn.value(u"gap_ms").toDouble())));
    // What the thread did not compute was no work of its own. On a busy machine not all of the time
    // was its.
    const double cpu = turn.value(u"cpu_ms").toDouble();
    QVERIFY2(isComputing ? cpu > BlockMs / 10.0 : cpu < BlockMs / 2.0,
             qPrintable(QString::number(cpu)));
    // Between two turns is all the time there is.
    const double previous = watch.turns().at(before - 1).toObject().value(u"at_ms").toDouble();
    QVERIFY(qAbs(turn.value(u"at_ms").toDouble() - previous - turn.value(u"gap_ms").toDouble())
            < 0.01);
}

void TestBlockWatch::tellsWhatWasShown()
{
    BlockWatch watch;
    watch.setStage("first");
    watch.start();
    QTRY_VERIFY(!watch.turns().isEmpty());
    const qsizetype before = watch.turns().size();
    watch.setStage("second");
    QTRY_VERIFY(watch.turns().size() > before);
    QCOMPARE(watch.turns().first().toObject().value(u"stage").toString(), QStringLiteral("first"));
    QCOMPARE(watch.turns().at(before).toObject().value(u"stage").toString(),
             QStringLiteral("second"));
}

QTEST_GUILESS_MAIN(TestBlockWatch)
#include "tst_blockwatch.moc"
