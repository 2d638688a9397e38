// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractEventDispatcher>
#include <QHash>
#include <QList>

#include <chrono>
#include <vector>

namespace Signalbox {

/// EpollDispatcher's timers, in a binary heap by due time. One that is being delivered is out of
/// the heap until its object is done with it, so that a nested loop can neither deliver it again
/// nor trip over it.
class EpollTimers final
{
public:
    void add(int id, std::chrono::milliseconds interval, Qt::TimerType type, QObject *object);
    bool remove(int id);
    bool removeAll(const QObject *object);
    [[nodiscard]] QList<QAbstractEventDispatcher::TimerInfo> list(const QObject *object) const;
    [[nodiscard]] int remaining(int id) const;
    /// Milliseconds until the first is due, rounded up; -1 if there is none.
    [[nodiscard]] int timeout() const;
    /// Delivers what is due by now, each timer once, none that was added meanwhile; how many.
    int fire();

private:
    struct Timer
    {
        std::chrono::steady_clock::time_point due;
        quint64 order = 0; ///< of insertion: among equals the older goes first
        std::chrono::milliseconds interval{};
        QObject *object = nullptr;
        Qt::TimerType type = Qt::CoarseTimer;
        int id = 0;
        qsizetype place = -1; ///< in the heap
    };

    [[nodiscard]] bool isBefore(int slot, int other) const;
    void put(qsizetype place, int slot);
    void siftUp(qsizetype place);
    void siftDown(qsizetype place);
    void push(int slot);
    void take(int slot);
    void release(int slot);

    std::vector<Timer> m_slots; ///< never shrinks: it is as large as there ever were timers
    std::vector<int> m_free;
    std::vector<int> m_heap; ///< of slots
    QHash<int, int> m_slotById;
    quint64 m_order = 0;
};

} // namespace Signalbox
