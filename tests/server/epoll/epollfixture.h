// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/epoll/epolldispatcher.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTest>
#include <QTimerEvent>

#include <functional>

#include <sys/socket.h>
#include <unistd.h>

/// What the tests of the event dispatcher share.
namespace Signalbox::Test {

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

inline bool turn(QEventLoop::ProcessEventsFlags flags = QEventLoop::AllEvents)
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

/// main() of a test: the application itself runs on the dispatcher under test.
template <typename Test>
int runOnEpollDispatcher(int argc, char **argv)
{
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    QCoreApplication app(argc, argv);
    QTest::failOnWarning(
        QRegularExpression(QStringLiteral("EpollDispatcher|QSocketNotifier|QObject")));
    if (!qobject_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance()))
        qFatal("the application runs on another dispatcher");
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace Signalbox::Test
