// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/limits/tokenbucket.h"

#include <algorithm>
#include <cmath>

namespace Signalbox {

namespace {

// What rounding leaves after many takes must not keep anybody waiting.
constexpr double Epsilon = 1e-6;
// Keeps the arithmetic within its types, whatever the rate and the count.
constexpr std::chrono::milliseconds LongestWait = std::chrono::hours(24);

} // namespace

std::chrono::milliseconds TokenBucket::take(const RateLimit &limit, double count,
                                            Clock::time_point now)
{
    const std::chrono::milliseconds until = wait(limit, count, now);
    if (until.count() > 0 || limit.isUnlimited() || !(count > 0))
        return until;
    m_missing = missing(limit, now) + count;
    m_since = std::max(m_since, now);
    return until;
}

std::chrono::milliseconds TokenBucket::wait(const RateLimit &limit, double count,
                                            Clock::time_point now) const
{
    if (limit.isUnlimited() || !(count > 0))
        return {};
    const double allowed = std::max(0.0, limit.burst - count);
    const double tooMany = missing(limit, now) - allowed;
    if (tooMany <= Epsilon)
        return {};
    const double milliseconds = std::ceil(tooMany / limit.rate * 1000);
    if (!(milliseconds < double(LongestWait.count())))
        return LongestWait;
    return std::chrono::milliseconds(std::chrono::milliseconds::rep(milliseconds));
}

double TokenBucket::missing(const RateLimit &limit, Clock::time_point now) const
{
    const std::chrono::duration<double> elapsed = now - m_since;
    return std::max(0.0, m_missing - std::max(0.0, elapsed.count()) * limit.rate);
}

} // namespace Signalbox
