// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractEventDispatcher>

#include <memory>

namespace Signalbox {

/// An event dispatcher on epoll(7), so that a turn of the network thread's loop costs what is active, not
/// what is connected: the stock one polls every descriptor every time. Level-triggered, as
/// QSocketNotifier promises.
///
/// Set it with QThread::setEventDispatcher() before the thread starts. Linux only.
class EpollDispatcher final : public QAbstractEventDispatcher
{
    Q_OBJECT

public:
    explicit EpollDispatcher(QObject *parent = nullptr);
    ~EpollDispatcher() override;

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;
    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;
    void registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int timerId) override;
    void wakeUp() override; // thread-safe
    void interrupt() override; // thread-safe

private:
    class Descriptors;
    class Timers;
    std::unique_ptr<Descriptors> m_descriptors;
    std::unique_ptr<Timers> m_timers;
    int m_epoll = -1;
    int m_wake = -1;
    std::atomic_bool m_interrupted = false;
};

} // namespace Signalbox
