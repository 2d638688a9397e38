// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/limits/ratelimiter.h"

#include <QTest>

using namespace Signalbox;
using namespace std::chrono_literals;

class tst_RateLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysDoNotShare();
    void waitTakesNothing();
    void unlimitedKeepsNothing();
    void fullBucketsAreForgotten();
    void emptyBucketsAreKept();
    void fullestGoWhenThereAreTooMany();

private:
    const RateLimiter::Clock::time_point m_start{1000s};
};

namespace {

QByteArray key(qsizetype number)
{
    return "key" + QByteArray::number(number);
}

} // namespace

void tst_RateLimiter::keysDoNotShare()
{
    RateLimiter limiter({1, 2});
    QCOMPARE(limiter.take("a", 1, m_start).count(), 0);
    QCOMPARE(limiter.take("a", 1, m_start).count(), 0);
    QCOMPARE(qint64(limiter.take("a", 1, m_start).count()), qint64(1000));
    QCOMPARE(limiter.take("b", 2, m_start).count(), 0);
    QVERIFY(limiter.take("b", 1, m_start).count() > 0);
    QCOMPARE(limiter.take("a", 1, m_start + 1s).count(), 0);
    QCOMPARE(limiter.take("", 1, m_start).count(), 0);
}

void tst_RateLimiter::waitTakesNothing()
{
    RateLimiter limiter({1, 2});
    for (int i = 0; i < 10; ++i)
        QCOMPARE(limiter.wait("a", m_start).count(), 0);
    QCOMPARE(limiter.size(), 0);
    QCOMPARE(limiter.take("a", 2, m_start).count(), 0);
    QCOMPARE(qint64(limiter.wait("a", m_start).count()), qint64(1000));
    QCOMPARE(limiter.wait("a", m_start + 1s).count(), 0);
    QCOMPARE(limiter.take("a", 1, m_start + 1s).count(), 0);
}

void tst_RateLimiter::unlimitedKeepsNothing()
{
    RateLimiter limiter;
    QVERIFY(limiter.limit().isUnlimited());
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(limiter.take(key(i), 1000, m_start).count(), 0);
    QCOMPARE(limiter.size(), 0);

    limiter.setLimit({1, 1});
    QCOMPARE(limiter.take("a", 1, m_start).count(), 0);
    QVERIFY(limiter.take("a", 1, m_start).count() > 0);
    QCOMPARE(limiter.size(), 1);
    limiter.setLimit({});
    QCOMPARE(limiter.size(), 0);
    QCOMPARE(limiter.wait("a", m_start).count(), 0);
}

void tst_RateLimiter::fullBucketsAreForgotten()
{
    RateLimiter limiter({1, 5});
    for (int i = 0; i < 10000; ++i)
        QCOMPARE(limiter.take(key(i), 5, m_start).count(), 0);
    QCOMPARE(limiter.size(), 10000);
    QCOMPARE(limiter.take("late", 1, m_start + 1min).count(), 0);
    QCOMPARE(limiter.size(), 1);
}

void tst_RateLimiter::emptyBucketsAreKept()
{
    RateLimiter limiter({1, 120});
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(limiter.take(key(i), i < 500 ? 120 : 1, m_start).count(), 0);
    QCOMPARE(limiter.take("late", 1, m_start + 1min).count(), 0);
    QCOMPARE(limiter.size(), 501);
    QVERIFY(limiter.take(key(0), 61, m_start + 1min).count() > 0);
    QCOMPARE(limiter.take(key(0), 60, m_start + 1min).count(), 0);
}

void tst_RateLimiter::fullestGoWhenThereAreTooMany()
{
    RateLimiter limiter({0.001, 10});
    const QByteArray offender = "offender";
    QCOMPARE(limiter.take(offender, 10, m_start).count(), 0);
    for (qsizetype i = 0; i < 3 * RateLimiter::MaxKeys; ++i) {
        QCOMPARE(limiter.take(key(i), 1, m_start).count(), 0);
        QVERIFY(limiter.size() <= RateLimiter::MaxKeys);
    }
    QVERIFY(limiter.size() > RateLimiter::MaxKeys / 2);
    QVERIFY(limiter.take(offender, 1, m_start).count() > 0);
}

QTEST_APPLESS_MAIN(tst_RateLimiter)
#include "tst_ratelimiter.moc"
