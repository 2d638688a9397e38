// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/timerwheel.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>
#include <QThread>

#include <functional>
#include <memory>
#include <vector>

using namespace Signalbox;
using namespace std::chrono_literals;

namespace {

/// A deadline that tells when it passed.
class Probe final : public Deadline::Listener
{
public:
    explicit Probe(TimerWheel &wheel, std::function<void()> action = {})
        : deadline(wheel, *this)
        , m_action(std::move(action))
    { }

    void start(std::chrono::milliseconds timeout)
    {
        wanted = timeout;
        m_clock.start();
        deadline.start(timeout);
    }

    void deadlinePassed(Deadline &passed) override
    {
        ++count;
        isMine = &passed == &deadline;
        wasActive = passed.isActive();
        elapsed = std::chrono::nanoseconds(m_clock.nsecsElapsed());
        if (const auto action = m_action)
            action(); // may destroy us
    }

    [[nodiscard]] bool wasEarly() const { return elapsed < wanted; }

    Deadline deadline;
    std::chrono::milliseconds wanted{};
    std::chrono::nanoseconds elapsed{};
    int count = 0;
    bool isMine = false;
    bool wasActive = false;

private:
    std::function<void()> m_action;
    QElapsedTimer m_clock;
};

bool isTicking(TimerWheel &wheel)
{
    return !QAbstractEventDispatcher::instance()->registeredTimers(&wheel).isEmpty();
}

/// Lets the wheel pass what is due after a stall, not a wait: nothing runs meanwhile.
void stall(std::chrono::milliseconds time)
{
    QThread::msleep(static_cast<unsigned long>(time.count()));
    QCoreApplication::processEvents();
}

} // namespace

class TestTimerWheel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isSmall();
    void passesOnceAndNeverEarly();
    void nothingAndLess();
    void hugeTimeout();
    void stopped();
    void restarted();
    void startsItselfAgain();
    void ticksOnlyWhenNeeded();
    void catchesUpAfterStall();
    void longerThanARound();
    void listenerStopsOthers();
    void listenerDestroysAll();
    void listenerDestroysItself();
    void listenerStartsOthers();
    void nestedLoop();
    void wheelGoesFirst();
    void many();
};

void TestTimerWheel::isSmall()
{
    QVERIFY(sizeof(Deadline) <= 40);
}

void TestTimerWheel::passesOnceAndNeverEarly()
{
    TimerWheel wheel;
    std::vector<std::unique_ptr<Probe>> probes;
    for (int i = 1; i <= 60; ++i) {
        probes.push_back(std::make_unique<Probe>(wheel));
        probes.back()->start(std::chrono::milliseconds(i * 3));
        QVERIFY(probes.back()->deadline.isActive());
        if (i % 10 == 0)
            stall(4ms); // off the grid of ticks
    }
    for (const auto &probe : probes) {
        QTRY_COMPARE(probe->count, 1);
        QVERIFY(!probe->wasEarly());
        QVERIFY(probe->isMine);
        QVERIFY(!probe->wasActive);
        QVERIFY(!probe->deadline.isActive());
    }
    QTRY_VERIFY(!isTicking(wheel));
    for (const auto &probe : probes)
        QCOMPARE(probe->count, 1);
}

void TestTimerWheel::nothingAndLess()
{
    TimerWheel wheel;
    Probe zero(wheel);
    Probe negative(wheel);
    zero.start(0ms);
    negative.start(-5s);
    QCOMPARE(zero.count, 0); // never from within start()
    QTRY_COMPARE(zero.count, 1);
    QTRY_COMPARE(negative.count, 1);
}

void TestTimerWheel::hugeTimeout()
{
    TimerWheel wheel;
    Probe probe(wheel);
    probe.start(std::chrono::milliseconds::max());
    stall(2 * TimerWheel::Tick);
    QVERIFY(probe.deadline.isActive());
    QCOMPARE(probe.count, 0);
}

void TestTimerWheel::stopped()
{
    TimerWheel wheel;
    Probe probe(wheel);
    probe.deadline.stop(); // harmless
    probe.start(1ms);
    probe.deadline.stop();
    QVERIFY(!probe.deadline.isActive());
    probe.deadline.stop();
    stall(3 * TimerWheel::Tick);
    QTRY_VERIFY(!isTicking(wheel));
    QCOMPARE(probe.count, 0);
}

void TestTimerWheel::restarted()
{
    TimerWheel wheel;
    Probe probe(wheel);
    probe.start(1ms);
    probe.start(150ms);
    stall(3 * TimerWheel::Tick);
    QCOMPARE(probe.count, 0);
    QTRY_COMPARE(probe.count, 1);
    QVERIFY(!probe.wasEarly());
    // And brought forward.
    probe.start(1h);
    probe.start(1ms);
    QTRY_COMPARE(probe.count, 2);
}

void TestTimerWheel::startsItselfAgain()
{
    TimerWheel wheel;
    Probe *self = nullptr;
    Probe probe(wheel, [&] {
        if (self->count < 4)
            self->start(0ms);
    });
    self = &probe;
    probe.start(0ms);
    QTRY_COMPARE(probe.count, 4);
    QTRY_VERIFY(!isTicking(wheel));
    QCOMPARE(probe.count, 4);
}

void TestTimerWheel::ticksOnlyWhenNeeded()
{
    TimerWheel wheel;
    QVERIFY(!isTicking(wheel));
    for (int i = 0; i < 3; ++i) {
        Probe probe(wheel);
        probe.start(1ms);
        QVERIFY(isTicking(wheel));
        QTRY_COMPARE(probe.count, 1);
        QTRY_VERIFY(!isTicking(wheel));
    }
    auto probe = std::make_unique<Probe>(wheel);
    probe->start(1h);
    QVERIFY(isTicking(wheel));
    probe.reset();
    QTRY_VERIFY(!isTicking(wheel));
}

void TestTimerWheel::catchesUpAfterStall()
{
    TimerWheel wheel;
    Probe first(wheel);
    Probe second(wheel);
    Probe third(wheel);
    first.start(10ms);
    second.start(60ms);
    third.start(1h);
    stall(200ms);
    QCOMPARE(first.count, 1);
    QCOMPARE(second.count, 1);
    QCOMPARE(third.count, 0);
    // Started after the stall, before the wheel has turned: counts from now.
    Probe late(wheel);
    QThread::msleep(200);
    late.start(60ms);
    QCoreApplication::processEvents();
    QCOMPARE(late.count, 0);
    QTRY_COMPARE(late.count, 1);
    QVERIFY(!late.wasEarly());
}

void TestTimerWheel::longerThanARound()
{
    // Shares its slot with one that is due a round earlier, and is left alone by it.
    constexpr auto Round = 4096 * TimerWheel::Tick;
    TimerWheel wheel;
    std::vector<std::unique_ptr<Probe>> longer;
    Probe shorter(wheel);
    shorter.start(50ms);
    for (int i = 0; i < 6; ++i) {
        longer.push_back(std::make_unique<Probe>(wheel));
        longer.back()->start(Round + i * TimerWheel::Tick);
    }
    QTRY_COMPARE(shorter.count, 1);
    stall(8 * TimerWheel::Tick);
    for (const auto &probe : longer) {
        QCOMPARE(probe->count, 0);
        QVERIFY(probe->deadline.isActive());
    }
}

void TestTimerWheel::listenerStopsOthers()
{
    TimerWheel wheel;
    std::vector<std::unique_ptr<Probe>> probes;
    int passed = 0;
    for (int i = 0; i < 10; ++i) {
        probes.push_back(std::make_unique<Probe>(wheel, [&] {
            ++passed;
            for (const auto &probe : probes)
                probe->deadline.stop();
        }));
        probes.back()->start(std::chrono::milliseconds(1 + i * 5)); // of one tick and of the next
    }
    stall(100ms);
    QTRY_VERIFY(!isTicking(wheel));
    QCOMPARE(passed, 1);
}

void TestTimerWheel::listenerDestroysAll()
{
    TimerWheel wheel;
    std::vector<std::unique_ptr<Probe>> probes;
    int passed = 0;
    for (int i = 0; i < 10; ++i) {
        probes.push_back(std::make_unique<Probe>(wheel, [&] {
            ++passed;
            probes.clear(); // the caller included
        }));
        probes.back()->start(1ms);
    }
    stall(100ms);
    QTRY_VERIFY(!isTicking(wheel));
    QCOMPARE(passed, 1);
}

void TestTimerWheel::listenerDestroysItself()
{
    TimerWheel wheel;
    std::vector<std::unique_ptr<Probe>> probes(10);
    int passed = 0;
    for (auto &probe : probes) {
        probe = std::make_unique<Probe>(wheel, [&] {
            ++passed;
            probe.reset();
        });
        probe->start(1ms);
    }
    stall(100ms);
    QCOMPARE(passed, 10);
}

void TestTimerWheel::listenerStartsOthers()
{
    // Those that are due with it, and those that are not.
    TimerWheel wheel;
    Probe far(wheel);
    std::vector<std::unique_ptr<Probe>> probes;
    int passed = 0;
    for (int i = 0; i < 10; ++i) {
        probes.push_back(std::make_unique<Probe>(wheel, [&] {
            if (++passed > 1)
                return;
            far.start(30ms);
            for (const auto &probe : probes)
                probe->start(30ms);
        }));
        probes.back()->start(1ms);
    }
    stall(60ms);
    QCOMPARE(passed, 1); // all others were put off
    QTRY_COMPARE(passed, 11);
    QTRY_COMPARE(far.count, 1);
    QVERIFY(!far.wasEarly());
    for (const auto &probe : probes)
        QVERIFY(!probe->wasEarly());
}

void TestTimerWheel::nestedLoop()
{
    TimerWheel wheel;
    int passed = 0;
    const auto nest = [&] {
        ++passed;
        for (int i = 0; i < 5; ++i)
            stall(20ms);
    };
    Probe first(wheel, nest);
    Probe second(wheel, nest);
    first.start(1ms);
    second.start(1ms);
    QTRY_COMPARE(passed, 2);
    QTRY_VERIFY(!isTicking(wheel));
    QCOMPARE(first.count, 1);
    QCOMPARE(second.count, 1);
}

void TestTimerWheel::wheelGoesFirst()
{
    auto wheel = std::make_unique<TimerWheel>();
    Probe probe(*wheel);
    probe.start(1ms);
    wheel.reset();
    QVERIFY(!probe.deadline.isActive());
    probe.deadline.stop();
    stall(50ms);
    QCOMPARE(probe.count, 0);
}

void TestTimerWheel::many()
{
    TimerWheel wheel;
    std::vector<std::unique_ptr<Probe>> probes;
    for (int i = 0; i < 20'000; ++i) {
        probes.push_back(std::make_unique<Probe>(wheel));
        probes.back()->start(std::chrono::milliseconds(i % 300));
    }
    for (size_t i = 0; i < probes.size(); i += 2)
        probes[i]->deadline.stop();
    QTRY_VERIFY(!isTicking(wheel));
    for (size_t i = 0; i < probes.size(); ++i) {
        QCOMPARE(probes[i]->count, int(i % 2));
        QVERIFY(i % 2 == 0 || !probes[i]->wasEarly());
    }
}

QTEST_GUILESS_MAIN(TestTimerWheel)
#include "tst_timerwheel.moc"
