// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace Signalbox {

/// How much of something may happen: `rate` a second on average, `burst` at once.
struct RateLimit
{
    double rate = 0; ///< per second; 0 is unlimited
    double burst = 0;

    [[nodiscard]] bool isUnlimited() const { return rate <= 0; }
};

/// A token bucket. 16 bytes; full when made.
class TokenBucket final
{
public:
    using Clock = std::chrono::steady_clock;

    /// Takes \a count tokens if they are there. Otherwise takes none, and returns how long it is
    /// until they will be. Zero: taken. A count over the burst is taken when the bucket is full
    /// (and then owed).
    std::chrono::milliseconds take(const RateLimit &limit, double count = 1,
                                   Clock::time_point now = Clock::now());
    /// As take(), without taking anything.
    [[nodiscard]] std::chrono::milliseconds wait(const RateLimit &limit, double count = 1,
                                                 Clock::time_point now = Clock::now()) const;
    /// How many tokens it is from full; more than the burst if some are owed.
    [[nodiscard]] double missing(const RateLimit &limit, Clock::time_point now) const;

private:
    double m_missing = 0; ///< how far from full it was at m_since
    Clock::time_point m_since{};
};

} // namespace Signalbox
