// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/limits/ratelimiter.h"

namespace Signalbox {

/// What one connection has left to ask for.
struct CommandAllowance
{
    TokenBucket accepted;
    TokenBucket refused;
};

/// Limits how many commands a client gives: per connection, and per user over all of theirs. Who
/// goes on asking after being refused, for another burst, is flooding.
///
/// Network thread.
class CommandLimiter final
{
public:
    explicit CommandLimiter(RateLimit limit = {50, 2048})
        : m_users(limit)
    { }
    void setLimit(RateLimit limit) { m_users.setLimit(limit); }

    enum class Verdict { Allowed, Refused, Flooding };
    struct Answer
    {
        Verdict verdict = Verdict::Allowed;
        std::chrono::milliseconds retryAfter{0};
    };
    /// \a user is empty for one without a name: then only the connection counts.
    [[nodiscard]] Answer check(CommandAllowance &allowance, const QByteArray &user,
                               TokenBucket::Clock::time_point now = TokenBucket::Clock::now());

private:
    RateLimiter m_users;
};

} // namespace Signalbox
