// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/authenticator.h"
#include "server/limits/ratelimiter.h"

#include <QHostAddress>

namespace Signalbox {

/// Slows down whoever guesses tokens: so many failed authentications of one address, over all
/// endpoints and dialects, and it has to wait, whatever it presents then.
///
/// An IPv6 address stands for its /64, all of which one machine may have. Clients behind a proxy
/// that is not trusted share its address.
///
/// Network thread.
class AuthGuard final
{
public:
    using Clock = RateLimiter::Clock;

    /// 10 a minute, and 20 at once.
    static constexpr RateLimit DefaultLimit{10.0 / 60, 20};

    explicit AuthGuard(const RateLimit &limit = DefaultLimit);

    /// How long \a address has to wait before it may try. Zero: it may. Ask before a token is
    /// looked at.
    [[nodiscard]] std::chrono::milliseconds wait(const QHostAddress &address,
                                                 Clock::time_point now = Clock::now());
    /// A missing token and one that was good until it expired are no guesses, and do not count.
    void noteFailure(const QHostAddress &address, AuthFailure failure,
                     Clock::time_point now = Clock::now());
    /// Tokens that were refused since the start, expired ones included.
    [[nodiscard]] quint64 failures() const { return m_failures; }

private:
    RateLimiter m_limiter;
    quint64 m_failures = 0;
};

} // namespace Signalbox
