// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/limits/ratelimiter.h"

#include <QList>

#include <algorithm>
#include <utility>

namespace Signalbox {

namespace {

constexpr std::chrono::seconds SweepInterval{10};
// Below this, looking through all of them is not worth it.
constexpr qsizetype FewKeys = 64;
// Forgotten together when there are too many, so that each newcomer's share of the search is small.
constexpr qsizetype ForgottenAtOnce = RateLimiter::MaxKeys / 10;

} // namespace

RateLimiter::RateLimiter(RateLimit limit)
    : m_limit(limit)
{ }

void RateLimiter::setLimit(RateLimit limit)
{
    m_limit = limit;
    if (limit.isUnlimited())
        m_buckets.clear();
}

std::chrono::milliseconds RateLimiter::take(const QByteArray &key, double count,
                                            Clock::time_point now)
{
    if (m_limit.isUnlimited())
        return {};
    if (m_buckets.size() > FewKeys && now - m_swept >= SweepInterval)
        forgetFull(now);
    if (const auto found = m_buckets.find(key); found != m_buckets.end())
        return found->take(m_limit, count, now);
    if (m_buckets.size() >= MaxKeys)
        forgetFullest(now);
    return m_buckets[key].take(m_limit, count, now);
}

std::chrono::milliseconds RateLimiter::wait(const QByteArray &key, Clock::time_point now) const
{
    const auto found = m_buckets.constFind(key);
    return found == m_buckets.constEnd() ? std::chrono::milliseconds()
                                         : found->wait(m_limit, 1, now);
}

void RateLimiter::forgetFull(Clock::time_point now)
{
    m_swept = now;
    m_buckets.removeIf([&](const auto &entry) { return entry.value().missing(m_limit, now) <= 0; });
}

void RateLimiter::forgetFullest(Clock::time_point now)
{
    QList<std::pair<double, QByteArray>> candidates;
    candidates.reserve(m_buckets.size());
    for (auto it = m_buckets.cbegin(); it != m_buckets.cend(); ++it)
        candidates.append({it->missing(m_limit, now), it.key()});
    const auto end = candidates.begin() + std::min(ForgottenAtOnce, candidates.size());
    std::nth_element(candidates.begin(), end, candidates.end());
    for (auto it = candidates.begin(); it != end; ++it)
        m_buckets.remove(it->second);
}

} // namespace Signalbox
