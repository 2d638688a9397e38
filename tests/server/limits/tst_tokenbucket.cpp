// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/limits/tokenbucket.h"

#include <QTest>

#include <limits>

using namespace Signalbox;
using namespace std::chrono_literals;

class tst_TokenBucket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void burstThenRate();
    void unlimited();
    void tellsHowLong_data();
    void tellsHowLong();
    void waitingAsToldIsEnough_data();
    void waitingAsToldIsEnough();
    void refusalTakesNothing();
    void countOverTheBurstIsOwed();
    void neverMoreThanTheBurst();
    void clockThatGoesBack();
    void oddCounts();
    void limitMayChange();

private:
    const TokenBucket::Clock::time_point m_start{1000s};
};

void tst_TokenBucket::burstThenRate()
{
    const RateLimit limit{50, 2048};
    TokenBucket bucket;
    for (int i = 0; i < 2048; ++i)
        QCOMPARE(bucket.take(limit, 1, m_start).count(), 0);
    QVERIFY(bucket.take(limit, 1, m_start).count() > 0);

    int taken = 0;
    for (auto now = m_start; now <= m_start + 10s; now += 1ms)
        taken += bucket.take(limit, 1, now).count() == 0;
    QCOMPARE(taken, 500);
}

void tst_TokenBucket::unlimited()
{
    TokenBucket bucket;
    for (int i = 0; i < 10000; ++i)
        QCOMPARE(bucket.take({}, 1e9, m_start).count(), 0);
    QCOMPARE(bucket.take({-1, 1}, 1e9, m_start).count(), 0);
    QCOMPARE(bucket.missing({1, 1}, m_start), 0.0); // and nothing is owed for it
}

void tst_TokenBucket::tellsHowLong_data()
{
    QTest::addColumn<double>("rate");
    QTest::addColumn<double>("burst");
    QTest::addColumn<double>("taken");
    QTest::addColumn<double>("count");
    QTest::addColumn<qint64>("milliseconds");

    const qint64 day = 24 * 3600 * 1000;
    QTest::newRow("there are enough") << 10.0 << 5.0 << 4.0 << 1.0 << qint64(0);
    QTest::newRow("one") << 10.0 << 5.0 << 5.0 << 1.0 << qint64(100);
    QTest::newRow("several") << 10.0 << 5.0 << 5.0 << 3.0 << qint64(300);
    QTest::newRow("a part is there") << 10.0 << 5.0 << 3.0 << 4.0 << qint64(200);
    QTest::newRow("rounded up") << 3.0 << 1.0 << 1.0 << 1.0 << qint64(334);
    QTest::newRow("less than a millisecond") << 1e6 << 1.0 << 1.0 << 1.0 << qint64(1);
    QTest::newRow("over the burst: until full") << 10.0 << 5.0 << 2.0 << 100.0 << qint64(200);
    QTest::newRow("a day at most") << 1e-9 << 1.0 << 1.0 << 1.0 << day;
    QTest::newRow("a day at most, however little") << 1e-300 << 1.0 << 1.0 << 1.0 << day;
}

void tst_TokenBucket::tellsHowLong()
{
    QFETCH(double, rate);
    QFETCH(double, burst);
    QFETCH(double, taken);
    QFETCH(double, count);
    QFETCH(qint64, milliseconds);
    const RateLimit limit{rate, burst};
    TokenBucket bucket;
    QCOMPARE(bucket.take(limit, taken, m_start).count(), 0);
    QCOMPARE(qint64(bucket.wait(limit, count, m_start).count()), milliseconds);
    QCOMPARE(qint64(bucket.take(limit, count, m_start).count()), milliseconds);
}

void tst_TokenBucket::waitingAsToldIsEnough_data()
{
    QTest::addColumn<double>("rate");
    for (const double rate : {0.1, 1.0, 3.0, 7.0, 50.0, 333.0, 1000.0, 12345.0})
        QTest::addRow("%g a second", rate) << rate;
}

void tst_TokenBucket::waitingAsToldIsEnough()
{
    QFETCH(double, rate);
    const RateLimit limit{rate, 3};
    TokenBucket bucket;
    auto now = m_start;
    for (int i = 0; i < 10000; ++i) {
        const std::chrono::milliseconds wait = bucket.take(limit, 1, now);
        if (wait.count() == 0)
            continue;
        now += wait;
        QCOMPARE(bucket.take(limit, 1, now).count(), 0);
    }
    // Nor does it let more through than it may.
    const double seconds = std::chrono::duration<double>(now - m_start).count();
    QVERIFY(seconds * rate + 3 >= 5000);
}

void tst_TokenBucket::refusalTakesNothing()
{
    const RateLimit limit{1, 1};
    TokenBucket bucket;
    QCOMPARE(bucket.take(limit, 1, m_start).count(), 0);
    for (int i = 0; i < 1000; ++i)
        QVERIFY(bucket.take(limit, 1, m_start + 500ms).count() > 0);
    QCOMPARE(bucket.take(limit, 1, m_start + 1s).count(), 0);
}

void tst_TokenBucket::countOverTheBurstIsOwed()
{
    const RateLimit limit{10, 5};
    TokenBucket bucket;
    QCOMPARE(bucket.take(limit, 25, m_start).count(), 0);
    QCOMPARE(bucket.missing(limit, m_start), 25.0);
    QCOMPARE(qint64(bucket.wait(limit, 1, m_start).count()), qint64(2100));
    QVERIFY(bucket.take(limit, 25, m_start + 2400ms).count() > 0); // not full yet
    QCOMPARE(bucket.take(limit, 25, m_start + 2500ms).count(), 0);
}

void tst_TokenBucket::neverMoreThanTheBurst()
{
    const RateLimit limit{1000, 5};
    TokenBucket bucket;
    QCOMPARE(bucket.take(limit, 1, m_start).count(), 0);
    int taken = 0;
    while (taken < 100 && bucket.take(limit, 1, m_start + 24h).count() == 0)
        ++taken;
    QCOMPARE(taken, 5);
}

void tst_TokenBucket::clockThatGoesBack()
{
    const RateLimit limit{1, 2};
    TokenBucket bucket;
    QCOMPARE(bucket.take(limit, 2, m_start).count(), 0);
    QVERIFY(bucket.take(limit, 1, m_start - 1h).count() > 0);
    QCOMPARE(bucket.take(limit, 1, m_start + 1s).count(), 0);
    QCOMPARE(bucket.take(limit, 1, m_start - 1h).count() > 0, true);
    QCOMPARE(bucket.take(limit, 1, m_start + 2s).count(), 0);
    QVERIFY(bucket.take(limit, 1, m_start + 2s).count() > 0);
}

void tst_TokenBucket::oddCounts()
{
    const RateLimit limit{1, 2};
    TokenBucket bucket;
    QCOMPARE(bucket.take(limit, 0, m_start).count(), 0);
    QCOMPARE(bucket.take(limit, -5, m_start).count(), 0);
    QCOMPARE(bucket.take(limit, std::numeric_limits<double>::quiet_NaN(), m_start).count(), 0);
    QCOMPARE(bucket.missing(limit, m_start), 0.0);
    QCOMPARE(bucket.take(limit, 0.5, m_start).count(), 0);
    QCOMPARE(bucket.missing(limit, m_start), 0.5);
}

void tst_TokenBucket::limitMayChange()
{
    TokenBucket bucket;
    QCOMPARE(bucket.take({10, 100}, 100, m_start).count(), 0);
    QVERIFY(bucket.take({10, 5}, 1, m_start).count() > 0);
    QCOMPARE(bucket.take({10, 200}, 100, m_start).count(), 0);
}

QTEST_APPLESS_MAIN(tst_TokenBucket)
#include "tst_tokenbucket.moc"
