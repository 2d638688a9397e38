// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/console/stallwatch.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QTest>

#include <pthread.h>
#include <sched.h>

using namespace Signalbox::Bench;

namespace {

constexpr int HogMs = 60;

/// Everything else on the one processor waits: that priority is the watch's own, and the first of
/// two that have it runs until it sleeps.
void hogProcessor()
{
    sched_param highest{};
    highest.sched_priority = sched_get_priority_max(SCHED_FIFO);
    QCOMPARE(pthread_setschedparam(pthread_self(), SCHED_FIFO, &highest), 0);
    QElapsedTimer timer;
    timer.start();
    while (!timer.hasExpired(HogMs)) { }
    const sched_param normal{};
    QCOMPARE(pthread_setschedparam(pthread_self(), SCHED_OTHER, &normal), 0);
}

double longest(const QJsonArray &stalls)
{
    double length = 0;
    for (const QJsonValue &stall : stalls)
        length = std::max(length, stall[u"to_ms"].toDouble() - stall[u"from_ms"].toDouble());
    return length;
}

} // namespace

class TestStallWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void notesStall();
    void givesItsPriorityToNobody();
    void watchesAgain();
};

void TestStallWatch::initTestCase()
{
    // One that this process may use.
    cpu_set_t allowed;
    QCOMPARE(sched_getaffinity(0, sizeof allowed, &allowed), 0);
    int processor = 0;
    while (!CPU_ISSET(processor, &allowed))
        ++processor;
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(processor, &one);
    QCOMPARE(sched_setaffinity(0, sizeof one, &one), 0);
    StallWatch watch;
    if (!watch.startWatching())
        QSKIP("This process may not have a priority of SCHED_FIFO.");
}

void TestStallWatch::notesStall()
{
    StallWatch watch;
    QVERIFY(watch.startWatching());
    hogProcessor();
    const QJsonArray stalls = watch.stop();
    QVERIFY2(longest(stalls) >= HogMs - StallWatch::IntervalMs,
             qPrintable(QString::number(longest(stalls))));
    for (const QJsonValue &stall : stalls)
        QVERIFY(stall[u"to_ms"].toDouble() > stall[u"from_ms"].toDouble());
}

void TestStallWatch::givesItsPriorityToNobody()
{
    StallWatch watch;
    QVERIFY(watch.startWatching());
    int policy = SCHED_FIFO;
    sched_param priority{};
    QCOMPARE(pthread_getschedparam(pthread_self(), &policy, &priority), 0);
    QCOMPARE(policy, SCHED_OTHER);
}

void TestStallWatch::watchesAgain()
{
    StallWatch watch;
    QVERIFY(watch.startWatching());
    watch.stop();
    QVERIFY(watch.startWatching());
    hogProcessor();
    QVERIFY(longest(watch.stop()) >= HogMs - StallWatch::IntervalMs);
}

QTEST_GUILESS_MAIN(TestStallWatch)
#include "tst_stallwatch.moc"
