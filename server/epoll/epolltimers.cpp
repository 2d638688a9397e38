// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/epoll/epolltimers.h"

#include <QCoreApplication>
#include <QTimerEvent>

#include <algorithm>
#include <limits>
#include <utility>

namespace Signalbox {

namespace {

using Clock = std::chrono::steady_clock;

// So that no interval overflows the clock.
constexpr std::chrono::milliseconds MaxInterval = std::chrono::hours(24 * 365 * 100);

int roundedUp(Clock::duration duration)
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(duration).count();
    return int(std::clamp<qint64>(left, 0, std::numeric_limits<int>::max()));
}

} // namespace

bool EpollTimers::isBefore(int slot, int other) const
{
    const Timer &a = m_slots[slot];
    const Timer &b = m_slots[other];
    return a.due != b.due ? a.due < b.due : a.order < b.order;
}

void EpollTimers::put(qsizetype place, int slot)
{
    m_heap[place] = slot;
    m_slots[slot].place = place;
}

void EpollTimers::siftUp(qsizetype place)
{
    const int slot = m_heap[place];
    while (place > 0) {
        const qsizetype parent = (place - 1) / 2;
        if (!isBefore(slot, m_heap[parent]))
            break;
        put(place, m_heap[parent]);
        place = parent;
    }
    put(place, slot);
}

void EpollTimers::siftDown(qsizetype place)
{
    const int slot = m_heap[place];
    const auto size = qsizetype(m_heap.size());
    while (true) {
        qsizetype child = 2 * place + 1;
        if (child >= size)
            break;
        if (child + 1 < size && isBefore(m_heap[child + 1], m_heap[child]))
            ++child;
        if (!isBefore(m_heap[child], slot))
            break;
        put(place, m_heap[child]);
        place = child;
    }
    put(place, slot);
}

void EpollTimers::push(int slot)
{
    m_slots[slot].order = ++m_order;
    m_heap.push_back(slot);
    siftUp(qsizetype(m_heap.size()) - 1);
}

void EpollTimers::take(int slot)
{
    const qsizetype place = std::exchange(m_slots[slot].place, -1);
    if (place < 0)
        return;
    const int last = m_heap.back();
    m_heap.pop_back();
    if (last == slot)
        return;
    put(place, last);
    siftUp(place);
    siftDown(m_slots[last].place);
}

void EpollTimers::release(int slot)
{
    take(slot);
    m_slotById.remove(m_slots[slot].id);
    m_slots[slot] = {};
    m_free.push_back(slot);
}

void EpollTimers::add(int id, std::chrono::milliseconds interval, Qt::TimerType type,
                      QObject *object)
{
    remove(id);
    int slot = int(m_slots.size());
    if (m_free.empty()) {
        m_slots.emplace_back();
    } else {
        slot = m_free.back();
        m_free.pop_back();
    }
    Timer &timer = m_slots[slot];
    timer.id = id;
    timer.interval = std::min(interval, MaxInterval);
    timer.type = type;
    timer.object = object;
    timer.due = Clock::now() + timer.interval;
    m_slotById.insert(id, slot);
    push(slot);
}

bool EpollTimers::remove(int id)
{
    const auto it = m_slotById.constFind(id);
    if (it == m_slotById.cend())
        return false;
    release(*it);
    return true;
}

bool EpollTimers::removeAll(const QObject *object)
{
    bool hasAny = false;
    for (int slot = 0; slot < int(m_slots.size()); ++slot) {
        if (m_slots[slot].object == object) {
            release(slot);
            hasAny = true;
        }
    }
    return hasAny;
}

QList<QAbstractEventDispatcher::TimerInfo> EpollTimers::list(const QObject *object) const
{
    QList<QAbstractEventDispatcher::TimerInfo> result;
    for (const Timer &timer : m_slots) {
        if (timer.object == object)
            result.append(QAbstractEventDispatcher::TimerInfo(timer.id, int(timer.interval.count()),
                                                              timer.type));
    }
    return result;
}

int EpollTimers::remaining(int id) const
{
    const auto it = m_slotById.constFind(id);
    return it == m_slotById.cend() ? -1 : roundedUp(m_slots[*it].due - Clock::now());
}

int EpollTimers::timeout() const
{
    return m_heap.empty() ? -1 : roundedUp(m_slots[m_heap.front()].due - Clock::now());
}

int EpollTimers::fire()
{
    if (m_heap.empty())
        return 0;
    int fired = 0;
    const Clock::time_point now = Clock::now();
    // What is added from here on is not due before now, and has a higher order: it comes last.
    const quint64 lastOrder = m_order;
    while (!m_heap.empty()) {
        const int slot = m_heap.front();
        Timer &timer = m_slots[slot];
        if (timer.due > now || timer.order > lastOrder)
            break;
        take(slot);
        // In phase, but what was missed is missed: no burst after a stall.
        timer.due += timer.interval;
        if (timer.due < now)
            timer.due = now + timer.interval;
        const int id = timer.id;
        const quint64 order = timer.order;
        QTimerEvent event(id);
        QCoreApplication::sendEvent(timer.object, &event);
        ++fired;
        // Still the same registration? Its order is unique while it is out of the heap.
        if (m_slots[slot].id == id && m_slots[slot].order == order && m_slots[slot].place < 0)
            push(slot);
    }
    return fired;
}

} // namespace Signalbox
