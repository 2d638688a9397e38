// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/limits/tokenbucket.h"

#include <QByteArray>
#include <QHash>

namespace Signalbox {

/// A token bucket for each key: a user, a credential, an address. Buckets that are full again are
/// forgotten, so that memory follows who is active; at most MaxKeys are kept, then the fullest go.
class RateLimiter final
{
public:
    using Clock = TokenBucket::Clock;

    static constexpr qsizetype MaxKeys = 100'000;

    explicit RateLimiter(RateLimit limit = {});
    void setLimit(RateLimit limit);
    [[nodiscard]] const RateLimit &limit() const { return m_limit; }

    /// As TokenBucket::take(), for \a key.
    std::chrono::milliseconds take(const QByteArray &key, double count = 1,
                                   Clock::time_point now = Clock::now());
    /// How long \a key has to wait, without taking anything. Zero: it may.
    [[nodiscard]] std::chrono::milliseconds wait(const QByteArray &key,
                                                 Clock::time_point now = Clock::now()) const;
    [[nodiscard]] qsizetype size() const { return m_buckets.size(); }

private:
    void forgetFull(Clock::time_point now);
    /// Forgets those that are nearest to full, for they lose the least by it.
    void forgetFullest(Clock::time_point now);

    RateLimit m_limit;
    QHash<QByteArray, TokenBucket> m_buckets;
    Clock::time_point m_swept{};
};

} // namespace Signalbox
