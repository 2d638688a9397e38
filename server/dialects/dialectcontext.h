// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/accesspolicy.h"
#include "common/auth/authenticator.h"
#include "common/hub/eventhub.h"
#include "server/limits/authguard.h"
#include "server/limits/commandlimiter.h"
#include "server/net/timerwheel.h"

namespace Signalbox {

/// What all dialects work with. Owned by the server; network thread.
struct DialectContext
{
    EventHub &hub;
    const Authenticator &authenticator;
    const AccessPolicy &policy;
    AuthGuard &authGuard;
    CommandLimiter &commands;
    TimerWheel &wheel;
    bool requiresAuth = false; ///< of clients that may do without a JWT
    qsizetype maxRooms = 1024; ///< rooms and types, per connection

    /// Authenticator::authenticate(), but for addresses that have failed too often: to them every
    /// token is Invalid for a while.
    [[nodiscard]] tl::expected<Identity, AuthFailure> authenticate(const QHostAddress &address,
                                                                   QByteArrayView token) const;
    [[nodiscard]] tl::expected<Identity, AuthFailure> authenticateJwt(const QHostAddress &address,
                                                                      QByteArrayView token) const;
};

} // namespace Signalbox
