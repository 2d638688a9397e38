// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/unixsignals.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <future>
#include <pthread.h>
#include <thread>
#include <unistd.h>

using namespace Signalbox;

class tst_UnixSignals final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requests_data();
    void requests();
    void secondRequestIsToldToo();
    void runsOnOwnThread();
    void signalTakenByAnotherThread();
    void unblocksInherited();
    void brokenPipeIsNoSignal();
    void mayBeDestroyedByItsSignal();
    void restoresDispositions();
    void closesItsDescriptors();
};

void tst_UnixSignals::requests_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<int>("terminations");
    QTest::addColumn<int>("reloads");
    QTest::newRow("SIGTERM") << SIGTERM << 1 << 0;
    QTest::newRow("SIGINT") << SIGINT << 1 << 0;
    QTest::newRow("SIGHUP") << SIGHUP << 0 << 1;
}

void tst_UnixSignals::requests()
{
    QFETCH(int, signal);
    QFETCH(int, terminations);
    QFETCH(int, reloads);
    const UnixSignals listener;
    QVERIFY(listener.isListening());
    QSignalSpy terminated(&listener, &UnixSignals::terminateRequested);
    QSignalSpy reloaded(&listener, &UnixSignals::reloadRequested);
    QCOMPARE(::raise(signal), 0);
    // Nothing happens within the handler itself.
    QVERIFY(terminated.isEmpty() && reloaded.isEmpty());
    QTRY_COMPARE(terminated.size() + reloaded.size(), 1);
    QCOMPARE(terminated.size(), terminations);
    QCOMPARE(reloaded.size(), reloads);
    if (terminations > 0)
        QCOMPARE(terminated.first().first().toInt(), signal);
}

void tst_UnixSignals::secondRequestIsToldToo()
{
    const UnixSignals listener;
    QSignalSpy terminated(&listener, &UnixSignals::terminateRequested);
    ::raise(SIGTERM);
    ::raise(SIGINT);
    QTRY_COMPARE(terminated.size(), 2);
    ::raise(SIGTERM);
    QTRY_COMPARE(terminated.size(), 3);
}

void tst_UnixSignals::runsOnOwnThread()
{
    const UnixSignals listener;
    bool isOwnThread = false;
    connect(&listener, &UnixSignals::reloadRequested, this,
            [&] { isOwnThread = QThread::currentThread() == thread(); });
    std::thread([] { ::raise(SIGHUP); }).join();
    QTRY_VERIFY(isOwnThread);
}

void tst_UnixSignals::signalTakenByAnotherThread()
{
    // A thread that was there before, and the only one that has the signals unblocked.
    std::promise<void> done;
    std::thread other([future = done.get_future()] { future.wait(); });
    {
        const UnixSignals listener;
        QSignalSpy terminated(&listener, &UnixSignals::terminateRequested);
        sigset_t set;
        sigemptyset(&set);
        sigaddset(&set, SIGTERM);
        QCOMPARE(::pthread_sigmask(SIG_BLOCK, &set, nullptr), 0);
        QCOMPARE(::kill(::getpid(), SIGTERM), 0);
        QTRY_COMPARE(terminated.size(), 1);
        QCOMPARE(::pthread_sigmask(SIG_UNBLOCK, &set, nullptr), 0);
    }
    done.set_value();
    other.join();
}

void tst_UnixSignals::unblocksInherited()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    QCOMPARE(::pthread_sigmask(SIG_BLOCK, &set, nullptr), 0);
    const UnixSignals listener;
    QSignalSpy terminated(&listener, &UnixSignals::terminateRequested);
    ::raise(SIGTERM);
    QTRY_COMPARE(terminated.size(), 1);
}

void tst_UnixSignals::brokenPipeIsNoSignal()
{
    const UnixSignals listener;
    std::array<int, 2> ends{};
    QCOMPARE(::pipe(ends.data()), 0);
    ::close(ends[0]);
    QCOMPARE(::write(ends[1], "x", 1), ssize_t(-1));
    QCOMPARE(errno, EPIPE);
    ::close(ends[1]);
}

void tst_UnixSignals::mayBeDestroyedByItsSignal()
{
    auto *listener = new UnixSignals;
    int told = 0;
    connect(listener, &UnixSignals::terminateRequested, this, [&] {
        ++told;
        delete listener;
    });
    ::raise(SIGTERM);
    ::raise(SIGTERM);
    QTRY_COMPARE(told, 1);
    QCoreApplication::processEvents();
    QCOMPARE(told, 1);
}

void tst_UnixSignals::restoresDispositions()
{
    const auto ofTest = std::signal(SIGHUP, SIG_IGN);
    {
        const UnixSignals listener;
    }
    QVERIFY(std::signal(SIGHUP, ofTest) == SIG_IGN);
}

void tst_UnixSignals::closesItsDescriptors()
{
    const int before = ::dup(0);
    ::close(before);
    {
        const UnixSignals listener;
    }
    const int after = ::dup(0);
    ::close(after);
    QCOMPARE(after, before);
}

QTEST_GUILESS_MAIN(tst_UnixSignals)
#include "tst_unixsignals.moc"
