// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace Signalbox {

/// What one turn of the network thread may spend on telling.
class TimeBudget final
{
public:
    static constexpr std::chrono::milliseconds PerTurn{3};

    TimeBudget()
        : m_end(std::chrono::steady_clock::now() + PerTurn)
    { }
    [[nodiscard]] bool isSpent() const { return std::chrono::steady_clock::now() >= m_end; }

private:
    std::chrono::steady_clock::time_point m_end;
};

} // namespace Signalbox
