// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/epoll/epolldispatcher.h"

#include "tests/server/epoll/epollfixture.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QSocketNotifier>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <limits>
#include <memory>
#include <utility>
#include <vector>

using namespace Signalbox;
using namespace Signalbox::Test;

class TestEpollTimers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void timerIsNeverEarly_data();
    void timerIsNeverEarly();
    void timersInOrder();
    void zeroTimerOncePerTurn();
    void zeroTimerLetsSocketsIn();
    void timerStartedInHandlerWaits();
    void timersStoppedInHandler();
    void timerReplacedInHandler();
    void timerIsNotReentered();
    void overdueTimerFiresOnce();
    void timerKeepsItsPhase();
    void timerOfDestroyedObject();
    void timerBookkeeping();
    void manyTimers();
    void idleTimerDoesNotSpin();
};

void TestEpollTimers::init()
{
    while (turn()) { }
}

void TestEpollTimers::timerIsNeverEarly_data()
{
    QTest::addColumn<Qt::TimerType>("type");
    QTest::newRow("precise") << Qt::PreciseTimer;
    QTest::newRow("coarse") << Qt::CoarseTimer;
    QTest::newRow("very coarse") << Qt::VeryCoarseTimer;
}

void TestEpollTimers::timerIsNeverEarly()
{
    QFETCH(const Qt::TimerType, type);
    for (int interval = 1; interval <= 20; ++interval) {
        QEventLoop loop;
        QTimer timer;
        timer.setSingleShot(true);
        timer.setTimerType(type);
        connect(&timer, &QTimer::timeout, &loop, &QEventLoop::quit);
        QElapsedTimer clock;
        clock.start();
        timer.start(interval);
        loop.exec();
        QVERIFY2(clock.nsecsElapsed() >= interval * 1'000'000LL,
                 qPrintable(QString::number(interval)));
        QVERIFY(clock.elapsed() < interval + 500);
    }
}

void TestEpollTimers::timersInOrder()
{
    TimerLog log;
    const int third = log.startTimer(30);
    const int first = log.startTimer(10);
    const int second = log.startTimer(20);
    QTRY_VERIFY(log.ids.contains(third));
    log.ids.removeAll(first);
    log.ids.prepend(first);
    QVERIFY(log.ids.indexOf(second) < log.ids.indexOf(third));

    // Those of one moment go in the order of their start.
    TimerLog zeros;
    QList<int> expected;
    for (int i = 0; i < 10; ++i)
        expected.append(zeros.startTimer(0));
    QTRY_VERIFY(zeros.ids.size() >= 10);
    QCOMPARE(zeros.ids.first(10), expected);
}

void TestEpollTimers::zeroTimerOncePerTurn()
{
    TimerLog log;
    const int a = log.startTimer(0);
    const int b = log.startTimer(0);
    for (int i = 1; i <= 5; ++i) {
        QVERIFY(turn(QEventLoop::WaitForMoreEvents));
        QCOMPARE(log.ids.count(a), i);
        QCOMPARE(log.ids.count(b), i);
    }
}

void TestEpollTimers::zeroTimerLetsSocketsIn()
{
    Pair pair;
    QVERIFY(pair.isValid && pair.fill());
    TimerLog log;
    log.startTimer(0);
    QSocketNotifier notifier(pair.nearEnd(), QSocketNotifier::Read);
    QSignalSpy spy(&notifier, &QSocketNotifier::activated);
    QVERIFY(turn());
    QCOMPARE(spy.size(), 1);
    QCOMPARE(log.ids.size(), 1);
}

void TestEpollTimers::timerStartedInHandlerWaits()
{
    TimerLog log;
    int started = 0;
    log.handler = [&](int) {
        log.handler = nullptr;
        started = log.startTimer(0);
    };
    const int first = log.startTimer(0);
    QVERIFY(turn());
    QCOMPARE(log.ids, QList<int>{first});
    QVERIFY(turn());
    QVERIFY(log.ids.contains(started));
}

void TestEpollTimers::timersStoppedInHandler()
{
    TimerLog log;
    QList<int> ids;
    log.handler = [&](int) {
        for (const int id : ids)
            log.killTimer(id);
    };
    for (int i = 0; i < 5; ++i)
        ids.append(log.startTimer(0));
    QVERIFY(turn());
    QVERIFY(!turn());
    QCOMPARE(log.ids, ids.first(1));
    QVERIFY(QAbstractEventDispatcher::instance()->registeredTimers(&log).isEmpty());
}

void TestEpollTimers::timerReplacedInHandler()
{
    // The very same id may be registered anew from within its handler.
    auto *dispatcher = QAbstractEventDispatcher::instance();
    TimerLog log;
    constexpr int Id = 1 << 23;
    log.handler = [&](int id) {
        QVERIFY(dispatcher->unregisterTimer(id));
        dispatcher->registerTimer(id, 3'600'000, Qt::CoarseTimer, &log);
    };
    dispatcher->registerTimer(Id, 0, Qt::CoarseTimer, &log);
    QVERIFY(turn());
    QVERIFY(!turn());
    QCOMPARE(log.ids.size(), 1);
    QCOMPARE(dispatcher->registeredTimers(&log).size(), 1);
    QVERIFY(dispatcher->remainingTime(Id) > 3'000'000);
    QVERIFY(dispatcher->unregisterTimers(&log));
}

void TestEpollTimers::timerIsNotReentered()
{
    TimerLog log;
    int depth = 0;
    int deepest = 0;
    int others = 0;
    const int nesting = log.startTimer(1);
    const int other = log.startTimer(1);
    log.handler = [&](int id) {
        if (id != nesting) {
            ++others;
            return;
        }
        deepest = std::max(deepest, ++depth);
        const int before = others;
        QElapsedTimer clock;
        clock.start();
        while (others < before + 3 && clock.elapsed() < 5000)
            turn(QEventLoop::WaitForMoreEvents);
        --depth;
    };
    QTRY_VERIFY(log.ids.count(nesting) >= 3);
    QCOMPARE(deepest, 1);
    QVERIFY(others >= 9);
    QVERIFY(other > 0);
}

void TestEpollTimers::overdueTimerFiresOnce()
{
    TimerLog log;
    const int id = log.startTimer(20);
    QThread::msleep(130); // a stall, not a wait: six intervals go by
    QVERIFY(turn());
    QCOMPARE(log.ids, QList<int>{id});
    QVERIFY(QAbstractEventDispatcher::instance()->remainingTime(id) > 0);
    turn();
    QCOMPARE(log.ids.size(), 1);
}

void TestEpollTimers::timerKeepsItsPhase()
{
    // Ten intervals of 10 ms, each handler wasting some: a timer that counted from the end of its
    // handler would need 150 ms.
    TimerLog log;
    QEventLoop loop;
    QElapsedTimer clock;
    log.handler = [&](int) {
        QThread::msleep(5);
        if (log.ids.size() == 10)
            loop.quit();
    };
    clock.start();
    log.startTimer(10, Qt::PreciseTimer);
    loop.exec();
    QVERIFY(clock.elapsed() >= 100);
    if (clock.elapsed() >= 145)
        QSKIP("The machine is too busy to tell");
}

void TestEpollTimers::timerOfDestroyedObject()
{
    auto victim = std::make_unique<TimerLog>();
    auto first = std::make_unique<TimerLog>();
    first->startTimer(0);
    victim->startTimer(0);
    int fired = 0;
    victim->handler = [&](int) { ++fired; };
    first->handler = [&](int) { victim.reset(); };
    QVERIFY(turn());
    QVERIFY(turn());
    QCOMPARE(fired, 0);

    // Destroys itself.
    first->handler = [&](int) { first.reset(); };
    QVERIFY(turn());
    QVERIFY(!turn());
    QVERIFY(!first);
}

void TestEpollTimers::timerBookkeeping()
{
    auto *dispatcher = QAbstractEventDispatcher::instance();
    TimerLog log;
    const int id = log.startTimer(100'000, Qt::VeryCoarseTimer);
    const auto timers = dispatcher->registeredTimers(&log);
    QCOMPARE(timers.size(), 1);
    QCOMPARE(timers.first().timerId, id);
    QCOMPARE(timers.first().interval, 100'000);
    QCOMPARE(timers.first().timerType, Qt::VeryCoarseTimer);
    QVERIFY(dispatcher->remainingTime(id) > 99'000);
    QVERIFY(dispatcher->remainingTime(id) <= 100'000);
    QVERIFY(dispatcher->unregisterTimer(id));
    QVERIFY(!dispatcher->unregisterTimer(id));
    QCOMPARE(dispatcher->remainingTime(id), -1);
    QVERIFY(!dispatcher->unregisterTimers(&log));
    QVERIFY(dispatcher->registeredTimers(&log).isEmpty());

    // An interval that no clock can hold.
    dispatcher->registerTimer(id, std::numeric_limits<qint64>::max(), Qt::CoarseTimer, &log);
    QVERIFY(!turn());
    QCOMPARE(dispatcher->remainingTime(id), std::numeric_limits<int>::max());
    QVERIFY(dispatcher->unregisterTimers(&log));
}

void TestEpollTimers::manyTimers()
{
    // Against a heap that loses or doubles one: 500 timers, a third stopped, others restarted.
    QList<int> fired;
    std::vector<std::unique_ptr<QTimer>> timers;
    for (int i = 0; i < 500; ++i) {
        auto timer = std::make_unique<QTimer>();
        timer->setSingleShot(true);
        connect(timer.get(), &QTimer::timeout, this, [&fired, i] { fired.append(i); });
        timer->start(1 + (i * 7919) % 60);
        timers.push_back(std::move(timer));
    }
    for (int i = 0; i < 500; i += 3)
        timers[size_t(i)]->stop();
    for (int i = 1; i < 500; i += 3)
        timers[size_t(i)]->start(30 + (i * 31) % 30);
    QTRY_COMPARE(fired.size(), 333);
    turn();
    QCOMPARE(fired.size(), 333);
    std::sort(fired.begin(), fired.end());
    QVERIFY(std::adjacent_find(fired.cbegin(), fired.cend()) == fired.cend());
    QVERIFY(std::none_of(fired.cbegin(), fired.cend(), [](int i) { return i % 3 == 0; }));
}

void TestEpollTimers::idleTimerDoesNotSpin()
{
    TimerLog log;
    log.startTimer(50);
    int turns = 0;
    while (log.ids.isEmpty()) {
        turn(QEventLoop::WaitForMoreEvents);
        ++turns;
    }
    QVERIFY2(turns <= 3, qPrintable(QString::number(turns)));
}

int main(int argc, char **argv)
{
    return runOnEpollDispatcher<TestEpollTimers>(argc, argv);
}

#include "tst_epolltimers.moc"
