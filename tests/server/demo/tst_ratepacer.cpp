// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/ratepacer.h"

#include <QTest>

using namespace Signalbox;

namespace {

constexpr qint64 Second = 1'000'000'000;

} // namespace

class tst_RatePacer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void averageIsExact_data();
    void averageIsExact();
    void ticksAreBounded_data();
    void ticksAreBounded();
    void lateTicksAreMadeUpFor();
    void longStopsAreNot();
    void restartOwesNothing();
};

void tst_RatePacer::averageIsExact_data()
{
    QTest::addColumn<double>("rate");
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("0.1/s") << 0.1 << qint64(1000);
    QTest::newRow("1/3 per s") << 1.0 / 3 << qint64(900);
    QTest::newRow("5/s") << 5.0 << qint64(600);
    QTest::newRow("50/s") << 50.0 << qint64(600);
    QTest::newRow("77.7/s") << 77.7 << qint64(1000);
    QTest::newRow("10,000/s") << 10'000.0 << qint64(60);
}

void tst_RatePacer::averageIsExact()
{
    QFETCH(const double, rate);
    QFETCH(const qint64, seconds);
    constexpr qint64 Start = 123 * Second;
    RatePacer pacer(rate);
    pacer.restart(Start);
    qint64 taken = 0;
    qint64 now = Start;
    qint64 jitter = 0;
    while (now < Start + seconds * Second) {
        const qint64 due = pacer.due(now);
        pacer.take(due);
        taken += due;
        jitter = (jitter + 3'700'001) % 9'000'000; // timers come late
        now += pacer.delay(now) + jitter;
    }
    const qint64 last = pacer.due(Start + seconds * Second);
    // One more than rate * time, for the first comes at once.
    const double expected = rate * static_cast<double>(seconds) + 1;
    QVERIFY2(qAbs(static_cast<double>(taken + last) - expected) <= 1,
             qPrintable(QStringLiteral("%1 instead of %2").arg(taken + last).arg(expected)));
}

void tst_RatePacer::ticksAreBounded_data()
{
    QTest::addColumn<double>("rate");
    QTest::addColumn<int>("ticksIn10s");
    QTest::newRow("0.1/s") << 0.1 << 1;
    QTest::newRow("5/s") << 5.0 << 50;
    QTest::newRow("10,000/s") << 10'000.0 << 500;
}

void tst_RatePacer::ticksAreBounded()
{
    QFETCH(const double, rate);
    QFETCH(const int, ticksIn10s);
    RatePacer pacer(rate);
    pacer.restart(0);
    int ticks = 0;
    for (qint64 now = 0; now < 10 * Second; now += pacer.delay(now)) {
        const qint64 due = pacer.due(now);
        QVERIFY(due > 0); // never wakes for nothing
        pacer.take(due);
        ++ticks;
    }
    QVERIFY2(ticks <= ticksIn10s + 1, QByteArray::number(ticks).constData());
    QVERIFY2(ticks >= ticksIn10s - 1, QByteArray::number(ticks).constData());
}

void tst_RatePacer::lateTicksAreMadeUpFor()
{
    RatePacer pacer(100);
    pacer.restart(0);
    QCOMPARE(pacer.due(2 * Second), qint64(201));
    pacer.take(150);
    QCOMPARE(pacer.due(2 * Second), qint64(51));
    QCOMPARE(pacer.delay(2 * Second), RatePacer::TickNs);
}

void tst_RatePacer::longStopsAreNot()
{
    RatePacer pacer(100);
    pacer.restart(0);
    pacer.take(1);
    QCOMPARE(pacer.due(3600 * Second), qint64(500));
    pacer.take(500);
    QCOMPARE(pacer.due(3600 * Second), qint64(0));
    QCOMPARE(pacer.due(3601 * Second), qint64(100));

    RatePacer slow(0.1);
    slow.restart(0);
    QCOMPARE(slow.due(3600 * Second), qint64(1));
}

void tst_RatePacer::restartOwesNothing()
{
    RatePacer pacer(10);
    pacer.restart(0);
    pacer.take(pacer.due(2 * Second));
    pacer.restart(4 * Second);
    QCOMPARE(pacer.due(4 * Second), qint64(1));
    pacer.take(1);
    QCOMPARE(pacer.due(4 * Second + Second / 20), qint64(0));
    QCOMPARE(pacer.due(5 * Second), qint64(10));
}

QTEST_APPLESS_MAIN(tst_RatePacer)
#include "tst_ratepacer.moc"
