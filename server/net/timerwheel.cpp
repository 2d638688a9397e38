// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/timerwheel.h"

#include <QTimerEvent>

#include <algorithm>

namespace Signalbox {

namespace {

// So that no timeout overflows the clock.
constexpr std::chrono::milliseconds MaxTimeout = std::chrono::hours(24 * 365 * 100);

} // namespace

Deadline::Deadline(TimerWheel &wheel, Listener &listener)
    : m_wheel(wheel)
    , m_listener(listener)
{ }

Deadline::~Deadline()
{
    stop();
}

void Deadline::start(std::chrono::milliseconds timeout)
{
    stop();
    m_wheel.insert(*this, timeout);
}

void Deadline::stop()
{
    if (isActive())
        m_wheel.remove(*this);
}

void Deadline::linkTo(Deadline *&head)
{
    m_next = head;
    if (m_next)
        m_next->m_previous = &m_next;
    m_previous = &head;
    head = this;
}

void Deadline::unlink()
{
    *m_previous = m_next;
    if (m_next)
        m_next->m_previous = m_previous;
    m_next = nullptr;
    m_previous = nullptr;
}

TimerWheel::TimerWheel(QObject *parent)
    : QObject(parent)
{ }

TimerWheel::~TimerWheel()
{
    for (Deadline *&head : m_slots) {
        while (head)
            head->unlink();
    }
}

void TimerWheel::insert(Deadline &deadline, std::chrono::milliseconds timeout)
{
    // The tick stops only at a tick, when nothing was active at it: a wheel of one deadline that
    // comes and goes would otherwise start and stop its timer each time.
    if (!m_timer.isActive()) {
        m_start = std::chrono::steady_clock::now();
        m_lastTick = 0;
        m_timer.start(int(Tick.count()), Qt::PreciseTimer, this);
    }
    const auto due = std::chrono::steady_clock::now() - m_start
        + std::clamp(timeout, std::chrono::milliseconds::zero(), MaxTimeout);
    // Rounded up: at that tick all of the timeout has passed. A tick that was gone through is not
    // visited again.
    const qint64 tick = (due + Tick - std::chrono::nanoseconds(1)) / Tick;
    deadline.m_due = std::max(tick, m_lastTick + 1);
    deadline.linkTo(m_slots[size_t(deadline.m_due % Slots)]);
    ++m_active;
}

void TimerWheel::remove(Deadline &deadline)
{
    deadline.unlink();
    --m_active;
}

qint64 TimerWheel::currentTick() const
{
    return (std::chrono::steady_clock::now() - m_start) / Tick;
}

void TimerWheel::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId()) {
        QObject::timerEvent(event);
        return;
    }
    // After a stall several ticks are due, but no slot needs more than one visit.
    const qint64 now = currentTick();
    const qint64 first = std::max(m_lastTick, now - Slots) + 1;
    m_lastTick = now;
    for (qint64 tick = first; tick <= now; ++tick) {
        Deadline *&slot = m_slots[size_t(tick % Slots)];
        // What is due moves to a list of its own first: a listener may start, stop and destroy any
        // deadline of slot and list, and each of them knows what points at it.
        Deadline *passed = nullptr;
        for (Deadline *deadline = slot; deadline;) {
            Deadline *const next = deadline->m_next;
            if (deadline->m_due <= now) {
                deadline->unlink();
                deadline->linkTo(passed);
            }
            deadline = next;
        }
        while (passed) {
            Deadline &deadline = *passed;
            remove(deadline);
            deadline.m_listener.deadlinePassed(deadline);
        }
    }
    if (m_active == 0)
        m_timer.stop();
}

} // namespace Signalbox
