// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/accesspolicy.h"
#include "common/auth/authenticator.h"
#include "common/hub/eventhub.h"
#include "server/limits/commandlimiter.h"
#include "server/net/timerwheel.h"

namespace Signalbox {

/// What all dialects work with. Owned by the server; network thread.
struct DialectContext
{
    EventHub &hub;
    const Authenticator &authenticator;
    const AccessPolicy &policy;
    CommandLimiter &commands;
    TimerWheel &wheel;
    bool requiresAuth = false; ///< of clients that may do without a JWT
    qsizetype maxRooms = 1024; ///< rooms and types, per connection
};

} // namespace Signalbox
