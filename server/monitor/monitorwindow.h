// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

namespace Signalbox {

/// How many batches are on their way to the main thread. While that does not keep up, none are
/// added: what happens meanwhile is told later, or counted.
class MonitorWindow final
{
public:
    [[nodiscard]] bool isFull() const { return m_count.load(std::memory_order_relaxed) >= Limit; }
    void add() { m_count.fetch_add(1, std::memory_order_relaxed); }
    void remove() { m_count.fetch_sub(1, std::memory_order_relaxed); }

private:
    static constexpr int Limit = 8;

    std::atomic<int> m_count = 0;
};

} // namespace Signalbox
