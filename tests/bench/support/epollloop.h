// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <sys/epoll.h>

#include <functional>

namespace Signalbox::Bench {

/// Nanoseconds of the steady clock.
qint64 steadyNow();

inline constexpr qint64 NsPerMs = 1'000'000;
inline constexpr qint64 NsPerSecond = 1'000'000'000;

/// Something with a descriptor that an EpollLoop watches.
class EpollHandler
{
public:
    virtual ~EpollHandler() = default;
    /// \a events as of epoll_wait(2). Must not delete a handler.
    virtual void handleReady(quint32 events) = 0;
};

/// epoll, and nothing between it and the handlers: a generator must cost less than what it
/// measures.
class EpollLoop final
{
public:
    EpollLoop();
    ~EpollLoop();
    Q_DISABLE_COPY_MOVE(EpollLoop)

    void add(int descriptor, quint32 events, EpollHandler *handler);
    void modify(int descriptor, quint32 events, EpollHandler *handler);

    /// Waits for at most \a timeoutMs, handles what is ready. Returns the number of ready handlers.
    int turn(int timeoutMs);
    /// Turns until \a done, which is asked after every turn; false if \a seconds pass before.
    bool runUntil(const std::function<bool()> &done, double seconds);
    void runFor(double seconds);

private:
    int m_epoll;
};

} // namespace Signalbox::Bench
