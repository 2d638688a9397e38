// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/limits/commandlimiter.h"

#include <QTest>

using namespace Signalbox;
using namespace std::chrono_literals;
using Verdict = CommandLimiter::Verdict;

class tst_CommandLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaultLetsAClientResubscribe();
    void burstAndRate();
    void connectionsOfAUserShare();
    void connectionsWithoutUserDoNot();
    void goingOnIsFlooding();
    void waitingIsForgiven();
    void unlimited();
    void limitChanges();

private:
    const TokenBucket::Clock::time_point m_start{1000s};
};

void tst_CommandLimiter::defaultLetsAClientResubscribe()
{
    CommandLimiter limiter;
    CommandAllowance allowance;
    for (int i = 0; i < 2048; ++i)
        QCOMPARE(limiter.check(allowance, "u", m_start).verdict, Verdict::Allowed);
    const auto answer = limiter.check(allowance, "u", m_start);
    QCOMPARE(answer.verdict, Verdict::Refused);
    QCOMPARE(qint64(answer.retryAfter.count()), qint64(20)); // 50 a second
}

void tst_CommandLimiter::burstAndRate()
{
    CommandLimiter limiter({10, 2});
    CommandAllowance allowance;
    QCOMPARE(limiter.check(allowance, "u", m_start).verdict, Verdict::Allowed);
    QCOMPARE(limiter.check(allowance, "u", m_start).verdict, Verdict::Allowed);
    const auto refused = limiter.check(allowance, "u", m_start);
    QCOMPARE(refused.verdict, Verdict::Refused);
    QCOMPARE(qint64(refused.retryAfter.count()), qint64(100));
    QCOMPARE(limiter.check(allowance, "u", m_start + 100ms).verdict, Verdict::Allowed);
    QCOMPARE(limiter.check(allowance, "u", m_start + 100ms).verdict, Verdict::Refused);
}

void tst_CommandLimiter::connectionsOfAUserShare()
{
    CommandLimiter limiter({1, 2});
    CommandAllowance one;
    CommandAllowance two;
    CommandAllowance other;
    QCOMPARE(limiter.check(one, "u", m_start).verdict, Verdict::Allowed);
    QCOMPARE(limiter.check(two, "u", m_start).verdict, Verdict::Allowed);
    QCOMPARE(limiter.check(two, "u", m_start).verdict, Verdict::Refused);
    QCOMPARE(limiter.check(other, "v", m_start).verdict, Verdict::Allowed);
}

void tst_CommandLimiter::connectionsWithoutUserDoNot()
{
    CommandLimiter limiter({1, 1});
    CommandAllowance one;
    CommandAllowance two;
    QCOMPARE(limiter.check(one, {}, m_start).verdict, Verdict::Allowed);
    QCOMPARE(limiter.check(one, {}, m_start).verdict, Verdict::Refused);
    QCOMPARE(limiter.check(two, {}, m_start).verdict, Verdict::Allowed);
}

void tst_CommandLimiter::goingOnIsFlooding()
{
    CommandLimiter limiter({1, 3});
    CommandAllowance allowance;
    for (const Verdict verdict :
         {Verdict::Allowed, Verdict::Allowed, Verdict::Allowed, Verdict::Refused, Verdict::Refused,
          Verdict::Refused, Verdict::Flooding, Verdict::Flooding})
        QCOMPARE(limiter.check(allowance, "u", m_start).verdict, verdict);
}

void tst_CommandLimiter::waitingIsForgiven()
{
    CommandLimiter limiter({1, 2});
    CommandAllowance allowance;
    for (int round = 0; round < 5; ++round) {
        const auto now = m_start + round * 10s;
        for (const Verdict verdict :
             {Verdict::Allowed, Verdict::Allowed, Verdict::Refused, Verdict::Refused})
            QCOMPARE(limiter.check(allowance, "u", now).verdict, verdict);
    }
}

void tst_CommandLimiter::unlimited()
{
    CommandLimiter limiter(RateLimit{});
    CommandAllowance allowance;
    for (int i = 0; i < 10'000; ++i)
        QCOMPARE(limiter.check(allowance, "u", m_start).verdict, Verdict::Allowed);
}

void tst_CommandLimiter::limitChanges()
{
    CommandLimiter limiter({1, 1});
    CommandAllowance allowance;
    QCOMPARE(limiter.check(allowance, "u", m_start).verdict, Verdict::Allowed);
    QCOMPARE(limiter.check(allowance, "u", m_start).verdict, Verdict::Refused);
    limiter.setLimit({});
    QCOMPARE(limiter.check(allowance, "u", m_start).verdict, Verdict::Allowed);
}

QTEST_APPLESS_MAIN(tst_CommandLimiter)
#include "tst_commandlimiter.moc"
