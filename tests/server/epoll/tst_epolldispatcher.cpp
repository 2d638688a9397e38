// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/epoll/epolldispatcher.h"

#include "tests/server/epoll/epollfixture.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QSocketNotifier>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <functional>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

#include <unistd.h>

using namespace Signalbox;
using namespace Signalbox::Test;

/// The application itself runs on the dispatcher under test: see main().
class TestEpollDispatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
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

void TestEpollDispatcher::init()
{
    while (turn()) { }
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
    return runOnEpollDispatcher<TestEpollDispatcher>(argc, argv);
}

#include "tst_epolldispatcher.moc"
