// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/support/epollloop.h"

#include "tests/bench/support/benchfailure.h"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>

namespace Signalbox::Bench {

BenchFailure systemFailure(const QString &what)
{
    return BenchFailure(what + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(errno)));
}

qint64 steadyNow()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * NsPerSecond + now.tv_nsec;
}

EpollLoop::EpollLoop()
    : m_epoll(epoll_create1(EPOLL_CLOEXEC))
{
    if (m_epoll < 0)
        throw systemFailure(QStringLiteral("epoll_create1"));
}

EpollLoop::~EpollLoop()
{
    close(m_epoll);
}

void EpollLoop::add(int descriptor, quint32 events, EpollHandler *handler)
{
    epoll_event event{};
    event.events = events;
    event.data.ptr = handler;
    if (epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event) != 0)
        throw systemFailure(QStringLiteral("epoll_ctl"));
}

void EpollLoop::modify(int descriptor, quint32 events, EpollHandler *handler)
{
    epoll_event event{};
    event.events = events;
    event.data.ptr = handler;
    if (epoll_ctl(m_epoll, EPOLL_CTL_MOD, descriptor, &event) != 0)
        throw systemFailure(QStringLiteral("epoll_ctl"));
}

int EpollLoop::turn(int timeoutMs)
{
    std::array<epoll_event, 512> events;
    const int count =
        epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), timeoutMs);
    if (count < 0) {
        if (errno == EINTR)
            return 0;
        throw systemFailure(QStringLiteral("epoll_wait"));
    }
    for (int i = 0; i < count; ++i) {
        const epoll_event &event = events[static_cast<size_t>(i)];
        static_cast<EpollHandler *>(event.data.ptr)->handleReady(event.events);
    }
    return count;
}

bool EpollLoop::runUntil(const std::function<bool()> &done, double seconds)
{
    const qint64 deadline = steadyNow() + static_cast<qint64>(seconds * 1e9);
    while (!done()) {
        const qint64 left = deadline - steadyNow();
        if (left <= 0)
            return false;
        turn(static_cast<int>(qMin<qint64>(50, left / NsPerMs + 1)));
    }
    return true;
}

void EpollLoop::runFor(double seconds)
{
    runUntil([] { return false; }, seconds);
}

} // namespace Signalbox::Bench
