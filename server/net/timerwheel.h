// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QObject>

#include <array>
#include <chrono>

namespace Signalbox {

class TimerWheel;

/// A deadline that its owner carries as a member: 40 bytes, no allocation, O(1) to set and to
/// clear. Cleared when destroyed. Fires at most once per start(), never early, late by one tick at
/// most on an idle loop. Derive, or use as a member of a class that implements Listener.
class Deadline final
{
public:
    class Listener
    {
    public:
        /// Called on the wheel's thread when \a deadline has passed. May start it again, start or
        /// clear others, and destroy any of them, itself and its owner included.
        virtual void deadlinePassed(Deadline &deadline) = 0;

    protected:
        ~Listener() = default;
    };

    Deadline(TimerWheel &wheel, Listener &listener);
    ~Deadline();
    Q_DISABLE_COPY_MOVE(Deadline)

    /// Replaces an earlier start. At the next tick for nothing, or less.
    void start(std::chrono::milliseconds timeout);
    void stop();
    [[nodiscard]] bool isActive() const { return m_previous != nullptr; }

private:
    friend class TimerWheel;

    void linkTo(Deadline *&head);
    void unlink();

    TimerWheel &m_wheel;
    Listener &m_listener;
    Deadline *m_next = nullptr;
    Deadline **m_previous = nullptr; ///< what points at us in our slot; null when not active
    qint64 m_due = 0; ///< tick
};

/// One timer for all deadlines of a thread: a hashed wheel of 25 ms ticks. A heartbeat per client
/// would otherwise cost a QTimer each. The tick runs only while a deadline is active. Outlives the
/// deadlines that are started; those of several deadlines that pass at one tick are called in no
/// order.
class TimerWheel final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds Tick{25};

    explicit TimerWheel(QObject *parent = nullptr);
    ~TimerWheel() override;

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    friend class Deadline;

    void insert(Deadline &deadline, std::chrono::milliseconds timeout);
    void remove(Deadline &deadline);
    [[nodiscard]] qint64 currentTick() const;

    static constexpr int Slots = 4096; // 102 s: most deadlines go round less than once
    std::array<Deadline *, Slots> m_slots{};
    std::chrono::steady_clock::time_point m_start;
    qint64 m_lastTick = 0;
    qsizetype m_active = 0;
    QBasicTimer m_timer;
};

} // namespace Signalbox
