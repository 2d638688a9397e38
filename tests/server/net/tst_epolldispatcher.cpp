// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/epolldispatcher.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSocketNotifier>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Signalbox;

namespace {

/// Two connected descriptors.
class Pair final
{
public:
    Pair()
    {
        isValid = socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, fds) == 0;
    }
    ~Pair()
    {
        closeNear();
        closeFar();
    }
    Q_DISABLE_COPY_MOVE(Pair)

    [[nodiscard]] int nearEnd() const { return fds[0]; }
    [[nodiscard]] int farEnd() const { return fds[1]; }
    bool fill() { return write(fds[1], "x", 1) == 1; }
    bool drain()
    {
        char c = 0;
        return read(fds[0], &c, 1) == 1;
    }
    void closeNear() { closeEnd(fds[0]); }
    void closeFar() { closeEnd(fds[1]); }

    bool isValid = false;

private:
    static void closeEnd(int &fd)
    {
        if (fd >= 0)
            close(fd);
        fd = -1;
    }

    int fds[2] = {-1, -1};
};

bool turn(QEventLoop::ProcessEventsFlags flags = QEventLoop::AllEvents)
{
    return QAbstractEventDispatcher::instance()->processEvents(flags);
}

class TimerLog final : public QObject
{
public:
    std::function<void(int)> handler;
    QList<int> ids;

protected:
    void timerEvent(QTimerEvent *event) override
    {
        const auto copy = handler; // may be replaced while it runs
        ids.append(event->timerId());
        if (copy)
            copy(event->timerId());
    }
};

} // namespace

/// The application itself runs on the dispatcher under test: see main().
class TestEpollDispatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
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

    void reading();
    void writing();
    void threeNotifiersOfOneDescriptor();
    void outOfBandData();
    void hangUp_data();
    void hangUp();
    void removedWithinBatch();
    void disabledAndEnabledWithinBatch();
    void descriptorReusedWithinBatch();
    void leftBehindNotifier();
    void leftBehindNotifierOfSameType();
    void closedDescriptor();
    void duplicateOutlivesDescriptor();
    void regularFile();
    void levelTriggered();
    void moreThanOneBatch();
    void nestedLoopEndsBatch();

    void returnsWhetherSomethingWasDone();
    void excludedSocketNotifiers();
    void signalsAroundBlocking();
    void postedWhileAboutToBlock();
    void wakeUpIsKept();
    void wakesFromOtherThread();
    void interruptFromOtherThread();
    void nestedLoopDoesNotSwallowWakeUp();
    void quitsThreadFromOutside();
    void pingPongBetweenThreads();
    void tcpEcho();
};

void TestEpollDispatcher::initTestCase()
{
    QVERIFY(qobject_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance()));
}

void TestEpollDispatcher::init()
{
    while (turn()) { }
}

void TestEpollDispatcher::timerIsNeverEarly_data()
{
    QTest::addColumn<Qt::TimerType>("type");
    QTest::newRow("precise") << Qt::PreciseTimer;
    QTest::newRow("coarse") << Qt::CoarseTimer;
    QTest::newRow("very coarse") << Qt::VeryCoarseTimer;
}

void TestEpollDispatcher::timerIsNeverEarly()
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

void TestEpollDispatcher::timersInOrder()
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

void TestEpollDispatcher::zeroTimerOncePerTurn()
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

void TestEpollDispatcher::zeroTimerLetsSocketsIn()
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

void TestEpollDispatcher::timerStartedInHandlerWaits()
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

void TestEpollDispatcher::timersStoppedInHandler()
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

void TestEpollDispatcher::timerReplacedInHandler()
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

void TestEpollDispatcher::timerIsNotReentered()
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

void TestEpollDispatcher::overdueTimerFiresOnce()
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

void TestEpollDispatcher::timerKeepsItsPhase()
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

void TestEpollDispatcher::timerOfDestroyedObject()
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

void TestEpollDispatcher::timerBookkeeping()
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

void TestEpollDispatcher::manyTimers()
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

void TestEpollDispatcher::idleTimerDoesNotSpin()
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

void TestEpollDispatcher::reading()
{
    Pair pair;
    QSocketNotifier notifier(pair.nearEnd(), QSocketNotifier::Read);
    QSignalSpy spy(&notifier, &QSocketNotifier::activated);
    QVERIFY(!turn());
    QVERIFY(pair.fill());
    QVERIFY(turn());
    QCOMPARE(spy.size(), 1);
    QVERIFY(pair.drain());
    QVERIFY(!turn());
    QCOMPARE(spy.size(), 1);
    QVERIFY(pair.fill());
    notifier.setEnabled(false);
    QVERIFY(!turn());
    QCOMPARE(spy.size(), 1);
    notifier.setEnabled(true);
    QVERIFY(turn());
    QCOMPARE(spy.size(), 2);
}

void TestEpollDispatcher::writing()
{
    Pair pair;
    QSocketNotifier notifier(pair.nearEnd(), QSocketNotifier::Write);
    QSignalSpy spy(&notifier, &QSocketNotifier::activated);
    QVERIFY(turn());
    QCOMPARE(spy.size(), 1);
    const QByteArray block(65536, 'x');
    while (write(pair.nearEnd(), block.constData(), size_t(block.size())) > 0) { }
    QVERIFY(!turn());
    QCOMPARE(spy.size(), 1);
}

void TestEpollDispatcher::threeNotifiersOfOneDescriptor()
{
    Pair pair;
    QVERIFY(pair.fill());
    QSocketNotifier reader(pair.nearEnd(), QSocketNotifier::Read);
    QSocketNotifier writer(pair.nearEnd(), QSocketNotifier::Write);
    QSocketNotifier excepter(pair.nearEnd(), QSocketNotifier::Exception);
    QSignalSpy reads(&reader, &QSocketNotifier::activated);
    QSignalSpy writes(&writer, &QSocketNotifier::activated);
    QSignalSpy exceptions(&excepter, &QSocketNotifier::activated);
    QVERIFY(turn());
    QCOMPARE(reads.size(), 1);
    QCOMPARE(writes.size(), 1);
    QCOMPARE(exceptions.size(), 0);
    writer.setEnabled(false);
    QVERIFY(turn());
    QCOMPARE(reads.size(), 2);
    QCOMPARE(writes.size(), 1);
    writer.setEnabled(true);
    reader.setEnabled(false);
    QVERIFY(turn());
    QCOMPARE(reads.size(), 2);
    QCOMPARE(writes.size(), 2);
}

void TestEpollDispatcher::outOfBandData()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, server.serverPort());
    QTRY_VERIFY(server.hasPendingConnections() && client.state() == QTcpSocket::ConnectedState);
    const std::unique_ptr<QTcpSocket> peer(server.nextPendingConnection());
    QSocketNotifier notifier(peer->socketDescriptor(), QSocketNotifier::Exception);
    QSignalSpy spy(&notifier, &QSocketNotifier::activated);
    QCOMPARE(send(int(client.socketDescriptor()), "!", 1, MSG_OOB), 1);
    QTRY_VERIFY(!spy.isEmpty());
    notifier.setEnabled(false);
}

void TestEpollDispatcher::hangUp_data()
{
    QTest::addColumn<QSocketNotifier::Type>("type");
    QTest::newRow("read") << QSocketNotifier::Read;
    QTest::newRow("write") << QSocketNotifier::Write;
    QTest::newRow("exception") << QSocketNotifier::Exception;
}

void TestEpollDispatcher::hangUp()
{
    QFETCH(const QSocketNotifier::Type, type);
    Pair pair;
    QSocketNotifier notifier(pair.nearEnd(), type);
    QSignalSpy spy(&notifier, &QSocketNotifier::activated);
    const QByteArray block(65536, 'x');
    while (write(pair.nearEnd(), block.constData(), size_t(block.size())) > 0) { }
    QVERIFY(!turn());
    pair.closeFar();
    QVERIFY(turn());
    QCOMPARE(spy.size(), 1);
    notifier.setEnabled(false);
    QVERIFY(!turn());
}

void TestEpollDispatcher::removedWithinBatch()
{
    // Whichever comes first takes away all others: disabled, deleted, or with their descriptor
    // closed.
    std::array<Pair, 6> pairs;
    std::array<std::unique_ptr<QSocketNotifier>, 6> notifiers;
    int activations = 0;
    for (size_t i = 0; i < pairs.size(); ++i) {
        QVERIFY(pairs[i].fill());
        notifiers[i] = std::make_unique<QSocketNotifier>(pairs[i].nearEnd(), QSocketNotifier::Read);
        connect(notifiers[i].get(), &QSocketNotifier::activated, this, [&, i] {
            ++activations;
            for (size_t other = 0; other < pairs.size(); ++other) {
                if (other == i)
                    continue;
                if (other % 3 == 0)
                    notifiers[other]->setEnabled(false);
                else if (other % 3 == 1)
                    notifiers[other].reset();
                else {
                    pairs[other].closeNear();
                    notifiers[other].reset();
                }
            }
            notifiers[i]->setEnabled(false);
        });
    }
    QVERIFY(turn());
    QCOMPARE(activations, 1);
    QVERIFY(!turn());
}

void TestEpollDispatcher::disabledAndEnabledWithinBatch()
{
    // What was registered during a batch gets nothing of it, but the next one.
    std::array<Pair, 2> pairs;
    std::array<std::unique_ptr<QSocketNotifier>, 2> notifiers;
    int activations = 0;
    for (size_t i = 0; i < 2; ++i) {
        QVERIFY(pairs[i].fill());
        notifiers[i] = std::make_unique<QSocketNotifier>(pairs[i].nearEnd(), QSocketNotifier::Read);
        connect(notifiers[i].get(), &QSocketNotifier::activated, this, [&, i] {
            ++activations;
            const size_t other = 1 - i;
            notifiers[other]->setEnabled(false);
            QVERIFY(pairs[other].drain());
            notifiers[other]->setEnabled(true);
        });
    }
    QVERIFY(turn());
    QCOMPARE(activations, 1);
}

void TestEpollDispatcher::descriptorReusedWithinBatch()
{
    std::array<Pair, 2> pairs;
    std::array<std::unique_ptr<QSocketNotifier>, 2> notifiers;
    Pair fresh; // never readable
    std::unique_ptr<QSocketNotifier> reuser;
    int wrong = 0;
    int activations = 0;
    for (size_t i = 0; i < 2; ++i) {
        QVERIFY(pairs[i].fill());
        notifiers[i] = std::make_unique<QSocketNotifier>(pairs[i].nearEnd(), QSocketNotifier::Read);
        connect(notifiers[i].get(), &QSocketNotifier::activated, this, [&, i] {
            if (activations++ > 0)
                return;
            const size_t other = 1 - i;
            notifiers[other].reset();
            // Closes the other descriptor, and opens another file under its number.
            QCOMPARE(dup2(fresh.nearEnd(), pairs[other].nearEnd()), pairs[other].nearEnd());
            reuser =
                std::make_unique<QSocketNotifier>(pairs[other].nearEnd(), QSocketNotifier::Read);
            connect(reuser.get(), &QSocketNotifier::activated, this, [&] { ++wrong; });
            notifiers[i]->setEnabled(false);
        });
    }
    QVERIFY(turn());
    QVERIFY(!turn());
    QCOMPARE(activations, 1);
    QCOMPARE(wrong, 0);
    QVERIFY(fresh.fill());
    QVERIFY(turn());
    QCOMPARE(wrong, 1); // by now it is right
}

void TestEpollDispatcher::leftBehindNotifier()
{
    // Its descriptor was closed under it, and is another file now, that somebody else watches.
    Pair old;
    Pair fresh;
    QSocketNotifier reader(old.nearEnd(), QSocketNotifier::Read);
    QSignalSpy reads(&reader, &QSocketNotifier::activated);
    QCOMPARE(dup2(fresh.nearEnd(), old.nearEnd()), old.nearEnd());
    QSocketNotifier writer(old.nearEnd(), QSocketNotifier::Write);
    QSignalSpy writes(&writer, &QSocketNotifier::activated);
    QVERIFY(fresh.fill());
    QVERIFY(turn());
    QCOMPARE(writes.size(), 1);
    QCOMPARE(reads.size(), 0);
    reader.setEnabled(false);
    QVERIFY(turn());
    QCOMPARE(writes.size(), 2);
    reader.setEnabled(true);
    QVERIFY(turn());
    QCOMPARE(reads.size(), 1);
}

void TestEpollDispatcher::leftBehindNotifierOfSameType()
{
    Pair old;
    Pair fresh;
    auto left = std::make_unique<QSocketNotifier>(old.nearEnd(), QSocketNotifier::Read);
    QSignalSpy wrong(left.get(), &QSocketNotifier::activated);
    QCOMPARE(dup2(fresh.nearEnd(), old.nearEnd()), old.nearEnd());
    QSocketNotifier reader(old.nearEnd(), QSocketNotifier::Read);
    QSignalSpy reads(&reader, &QSocketNotifier::activated);
    QVERIFY(fresh.fill());
    QVERIFY(turn());
    QCOMPARE(reads.size(), 1);
    QCOMPARE(wrong.size(), 0);
    left.reset(); // must not take the other along
    QVERIFY(turn());
    QCOMPARE(reads.size(), 2);
}

void TestEpollDispatcher::closedDescriptor()
{
    Pair pair;
    QSocketNotifier reader(pair.nearEnd(), QSocketNotifier::Read);
    QSocketNotifier writer(pair.nearEnd(), QSocketNotifier::Write);
    pair.closeNear();
    reader.setEnabled(false);
    QVERIFY(!turn());
    writer.setEnabled(false);
    QVERIFY(!turn());

    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(QStringLiteral("cannot watch descriptor")));
    QSocketNotifier none(1'000, QSocketNotifier::Read); // not open
    QVERIFY(!turn());
}

void TestEpollDispatcher::duplicateOutlivesDescriptor()
{
    // epoll goes on watching the file, under a descriptor that is no more, and nobody can stop
    // that.
    Pair pair;
    const int duplicate = dup(pair.nearEnd());
    auto notifier = std::make_unique<QSocketNotifier>(pair.nearEnd(), QSocketNotifier::Read);
    Pair other;
    QSocketNotifier survivor(other.nearEnd(), QSocketNotifier::Read);
    QSignalSpy spy(&survivor, &QSocketNotifier::activated);
    pair.closeNear();
    notifier.reset();
    QVERIFY(pair.fill());

    TimerLog log;
    log.startTimer(50);
    int turns = 0;
    while (log.ids.isEmpty()) {
        turn(QEventLoop::WaitForMoreEvents);
        ++turns;
    }
    QVERIFY2(turns <= 4, qPrintable(QString::number(turns)));
    QVERIFY(other.fill());
    QVERIFY(turn());
    QCOMPARE(spy.size(), 1);
    close(duplicate);
}

void TestEpollDispatcher::regularFile()
{
    const int fd = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
    QVERIFY(fd >= 0);
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(QStringLiteral("cannot watch descriptor")));
    {
        QSocketNotifier notifier(fd, QSocketNotifier::Read);
        QVERIFY(!turn());
    }
    close(fd);
}

void TestEpollDispatcher::levelTriggered()
{
    Pair pair;
    QVERIFY(pair.fill());
    QVERIFY(pair.fill());
    QSocketNotifier notifier(pair.nearEnd(), QSocketNotifier::Read);
    int activations = 0;
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        ++activations;
        QVERIFY(pair.drain()); // one of two
    });
    QVERIFY(turn());
    QVERIFY(turn());
    QVERIFY(!turn());
    QCOMPARE(activations, 2);
}

void TestEpollDispatcher::moreThanOneBatch()
{
    constexpr size_t Count = 400; // a batch is 256
    std::vector<std::unique_ptr<Pair>> pairs;
    std::vector<std::unique_ptr<QSocketNotifier>> notifiers;
    std::vector<int> activations(Count);
    for (size_t i = 0; i < Count; ++i) {
        auto pair = std::make_unique<Pair>();
        if (!pair->isValid)
            QSKIP("Too few descriptors");
        QVERIFY(pair->fill());
        notifiers.push_back(
            std::make_unique<QSocketNotifier>(pair->nearEnd(), QSocketNotifier::Read));
        connect(notifiers.back().get(), &QSocketNotifier::activated, this,
                [&activations, i] { ++activations[i]; });
        pairs.push_back(std::move(pair));
    }
    // Nobody drains, so all stay ready; yet everybody gets a turn.
    for (int i = 0; i < 4; ++i)
        QVERIFY(turn());
    QVERIFY(std::all_of(activations.cbegin(), activations.cend(), [](int n) { return n > 0; }));
}

void TestEpollDispatcher::nestedLoopEndsBatch()
{
    // The nested loop drains the other descriptor; the outer batch must not report it once more.
    std::array<Pair, 2> pairs;
    std::array<std::unique_ptr<QSocketNotifier>, 2> notifiers;
    int activations = 0;
    for (size_t i = 0; i < 2; ++i) {
        QVERIFY(pairs[i].fill());
        notifiers[i] = std::make_unique<QSocketNotifier>(pairs[i].nearEnd(), QSocketNotifier::Read);
        connect(notifiers[i].get(), &QSocketNotifier::activated, this, [&, i] {
            ++activations;
            QVERIFY(pairs[i].drain());
            if (activations == 1)
                QVERIFY(turn());
        });
    }
    QVERIFY(turn());
    QCOMPARE(activations, 2);
    QVERIFY(!turn());
}

void TestEpollDispatcher::returnsWhetherSomethingWasDone()
{
    QVERIFY(!turn());
    QObject context;
    bool isDone = false;
    QMetaObject::invokeMethod(
        &context, [&] { isDone = true; }, Qt::QueuedConnection);
    QVERIFY(turn());
    QVERIFY(isDone);
    QVERIFY(!turn());
    TimerLog log;
    const int id = log.startTimer(0);
    QVERIFY(turn());
    log.killTimer(id);
    QVERIFY(!turn());
}

void TestEpollDispatcher::excludedSocketNotifiers()
{
    Pair pair;
    QVERIFY(pair.fill());
    QSocketNotifier notifier(pair.nearEnd(), QSocketNotifier::Read);
    QSignalSpy spy(&notifier, &QSocketNotifier::activated);
    QVERIFY(!turn(QEventLoop::ExcludeSocketNotifiers));
    // Waiting is for timers and wake-ups then, and does not spin.
    TimerLog log;
    log.startTimer(40);
    QElapsedTimer clock;
    clock.start();
    QVERIFY(turn(QEventLoop::ExcludeSocketNotifiers | QEventLoop::WaitForMoreEvents));
    QVERIFY(clock.elapsed() >= 39);
    QCOMPARE(log.ids.size(), 1);
    QCOMPARE(spy.size(), 0);
    QVERIFY(turn());
    QCOMPARE(spy.size(), 1);
}

void TestEpollDispatcher::signalsAroundBlocking()
{
    auto *dispatcher = QAbstractEventDispatcher::instance();
    QByteArray order;
    QObject context;
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, &context, [&] { order += 'b'; });
    connect(dispatcher, &QAbstractEventDispatcher::awake, &context, [&] { order += 'a'; });
    turn();
    QCOMPARE(order, "");
    TimerLog log;
    log.handler = [&](int) { order += 't'; };
    log.startTimer(1);
    while (log.ids.size() < 2)
        turn(QEventLoop::WaitForMoreEvents);
    order.replace("ba", "."); // always in pairs, and nothing delivered in between
    QVERIFY(!order.contains('a') && !order.contains('b'));
    QVERIFY(order.contains(".t"));
    // With something posted there is no blocking.
    order.clear();
    QMetaObject::invokeMethod(
        &context, [&] { order += 'p'; }, Qt::QueuedConnection);
    QVERIFY(turn(QEventLoop::WaitForMoreEvents));
    QCOMPARE(order.first(1), "p");
    QVERIFY(!order.contains('b'));
}

void TestEpollDispatcher::postedWhileAboutToBlock()
{
    auto *dispatcher = QAbstractEventDispatcher::instance();
    QObject context;
    bool isDone = false;
    bool isPosted = false;
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, &context, [&] {
        if (!std::exchange(isPosted, true))
            QMetaObject::invokeMethod(
                &context, [&] { isDone = true; }, Qt::QueuedConnection);
    });
    TimerLog guard;
    guard.startTimer(5'000);
    QVERIFY(turn(QEventLoop::WaitForMoreEvents)); // not blocked
    turn();
    QVERIFY(isDone);
    QVERIFY(guard.ids.isEmpty());
}

void TestEpollDispatcher::wakeUpIsKept()
{
    // One that comes before the wait ends the wait.
    auto *dispatcher = QAbstractEventDispatcher::instance();
    TimerLog guard;
    guard.startTimer(5'000);
    for (int i = 0; i < 100; ++i) {
        dispatcher->wakeUp();
        dispatcher->wakeUp();
        QVERIFY(turn(QEventLoop::WaitForMoreEvents));
        QVERIFY(!turn());
    }
    dispatcher->interrupt();
    turn(QEventLoop::WaitForMoreEvents);
    QVERIFY(guard.ids.isEmpty());
}

void TestEpollDispatcher::wakesFromOtherThread()
{
    auto *dispatcher = QAbstractEventDispatcher::instance();
    QObject context;
    std::thread other;
    bool isDone = false;
    bool isStarted = false;
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, &context, [&] {
        if (std::exchange(isStarted, true))
            return;
        other = std::thread([&] {
            QThread::msleep(20); // so that the loop is likely to sleep already; right either way
            QMetaObject::invokeMethod(
                &context, [&] { isDone = true; }, Qt::QueuedConnection);
        });
    });
    QElapsedTimer clock;
    clock.start();
    TimerLog guard;
    guard.startTimer(10'000);
    while (!isDone && guard.ids.isEmpty())
        turn(QEventLoop::WaitForMoreEvents);
    other.join();
    QVERIFY(isDone);
    QVERIFY(clock.elapsed() < 5'000);
}

void TestEpollDispatcher::interruptFromOtherThread()
{
    auto *dispatcher = QAbstractEventDispatcher::instance();
    TimerLog guard;
    guard.startTimer(10'000);
    for (int i = 0; i < 200; ++i) {
        std::thread other([&] { dispatcher->interrupt(); });
        turn(QEventLoop::WaitForMoreEvents);
        other.join();
        turn();
    }
    QVERIFY(guard.ids.isEmpty());
}

void TestEpollDispatcher::nestedLoopDoesNotSwallowWakeUp()
{
    // A posted event runs a turn of its own, which takes the wake-up meant for the outer one.
    auto *dispatcher = QAbstractEventDispatcher::instance();
    QObject context;
    QMetaObject::invokeMethod(
        &context,
        [&] {
            dispatcher->interrupt();
            turn();
            turn();
        },
        Qt::QueuedConnection);
    TimerLog guard;
    guard.startTimer(5'000);
    turn(QEventLoop::WaitForMoreEvents);
    QVERIFY(guard.ids.isEmpty());
}

void TestEpollDispatcher::quitsThreadFromOutside()
{
    for (int i = 0; i < 300; ++i) {
        QThread thread;
        thread.setEventDispatcher(new EpollDispatcher);
        thread.start();
        if (i % 3 == 0)
            QThread::yieldCurrentThread();
        thread.quit();
        QVERIFY(thread.wait(10'000));
    }
}

void TestEpollDispatcher::pingPongBetweenThreads()
{
    // A single lost wake-up stops the game.
    constexpr int Rounds = 20'000;
    QThread thread;
    thread.setEventDispatcher(new EpollDispatcher);
    QObject here;
    auto *there = new QObject;
    there->moveToThread(&thread);
    connect(&thread, &QThread::finished, there, &QObject::deleteLater);
    thread.start();

    QEventLoop loop;
    int rounds = 0;
    std::function<void()> serve = [&] {
        if (++rounds == Rounds) {
            loop.quit();
            return;
        }
        QMetaObject::invokeMethod(
            there,
            [&] {
                QMetaObject::invokeMethod(
                    &here, [&] { serve(); }, Qt::QueuedConnection);
            },
            Qt::QueuedConnection);
    };
    serve();
    QTimer::singleShot(60'000, &loop, &QEventLoop::quit);
    loop.exec();
    QCOMPARE(rounds, Rounds);
    thread.quit();
    QVERIFY(thread.wait(10'000));
}

void TestEpollDispatcher::tcpEcho()
{
    QThread thread;
    thread.setEventDispatcher(new EpollDispatcher);
    auto *server = new QTcpServer;
    QVERIFY(server->listen(QHostAddress::LocalHost));
    const quint16 port = server->serverPort();
    connect(server, &QTcpServer::newConnection, server, [server] {
        while (QTcpSocket *socket = server->nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, socket,
                    [socket] { socket->write(socket->readAll()); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
    server->moveToThread(&thread);
    connect(&thread, &QThread::finished, server, &QObject::deleteLater);
    thread.start();

    constexpr int Clients = 50;
    constexpr qsizetype Size = 200'000;
    QList<QByteArray> received(Clients);
    std::vector<std::unique_ptr<QTcpSocket>> clients;
    int finished = 0;
    for (int i = 0; i < Clients; ++i) {
        auto client = std::make_unique<QTcpSocket>();
        QTcpSocket *socket = client.get();
        connect(socket, &QTcpSocket::connected, socket,
                [socket, i] { socket->write(QByteArray(Size, char('a' + i % 26))); });
        connect(socket, &QTcpSocket::readyRead, socket, [&, socket, i] {
            received[i] += socket->readAll();
            if (received[i].size() == Size)
                socket->disconnectFromHost();
        });
        connect(socket, &QTcpSocket::disconnected, socket, [&] { ++finished; });
        socket->connectToHost(QHostAddress::LocalHost, port);
        clients.push_back(std::move(client));
    }
    QTRY_COMPARE_WITH_TIMEOUT(finished, Clients, 60'000);
    for (int i = 0; i < Clients; ++i)
        QCOMPARE(received[i], QByteArray(Size, char('a' + i % 26)));
    thread.quit();
    QVERIFY(thread.wait(10'000));
}

int main(int argc, char **argv)
{
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    QCoreApplication app(argc, argv);
    QTest::failOnWarning(
        QRegularExpression(QStringLiteral("EpollDispatcher|QSocketNotifier|QObject")));
    TestEpollDispatcher test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_epolldispatcher.moc"
