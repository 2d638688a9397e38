// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/accesspolicy.h"
#include "common/auth/authenticator.h"
#include "common/hub/eventhub.h"
#include "server/limits/authguard.h"
#include "server/limits/commandlimiter.h"
#include "server/net/timerwheel.h"

#include <QString>

#include <functional>

QT_BEGIN_NAMESPACE
class QJsonObject;
QT_END_NAMESPACE

namespace Signalbox {

class ClientSession;
class Connection;

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

    /// Tells a client what is wrong; \a more is what goes with the error.
    using Refusal = std::function<void(const QByteArray &code, const QString &message,
                                       const QJsonObject &more)>;
    /// Asked before a command of \a session is carried out. False if there are too many: the client
    /// is told so by \a refuse, or, if that does not help, \a connection is closed.
    [[nodiscard]] bool allowCommand(ClientSession &session, Connection &connection,
                                    const Refusal &refuse) const;
};

} // namespace Signalbox
