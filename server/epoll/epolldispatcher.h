// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractEventDispatcher>

#include <atomic>
#include <memory>

struct epoll_event;

namespace Signalbox {

class EpollTimers;

/// An event dispatcher on epoll(7), so that a turn of the network thread's loop costs what is
/// active, not what is connected: the stock one polls every descriptor every time. Level-triggered,
/// as QSocketNotifier promises. A turn allocates nothing.
///
/// Timers of every Qt::TimerType are precise to the millisecond, and never early. What epoll cannot
/// watch (regular files) is refused with a warning.
///
/// Set it with QThread::setEventDispatcher() before the thread starts. Linux only.
class EpollDispatcher final : public QAbstractEventDispatcher
{
    Q_OBJECT

public:
    explicit EpollDispatcher(QObject *parent = nullptr);
    ~EpollDispatcher() override;

    /// True if anything was delivered, or the loop was woken.
    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;
    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;
    void registerTimer(int timerId, qint64 interval, Qt::TimerType timerType,
                       QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int timerId) override;
    void wakeUp() override; // thread-safe
    void interrupt() override; // thread-safe

private:
    class Descriptors;
    enum class State { Running, Blocking, Woken };

    int poll(epoll_event *events, int size, QEventLoop::ProcessEventsFlags flags, int timeout);
    int deliver(const epoll_event *events, int count, quint32 wait);

    std::unique_ptr<Descriptors> m_descriptors;
    std::unique_ptr<EpollTimers> m_timers;
    int m_wake = -1; ///< eventfd: written only while the loop is blocking
    quint32 m_waits = 0; ///< tells whether a nested loop has waited meanwhile
    std::atomic<State> m_state = State::Running;
    std::atomic_bool m_interrupted = false;
};

} // namespace Signalbox
