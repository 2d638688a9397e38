// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFlags>
#include <QList>

#include <chrono>
#include <optional>

namespace Signalbox {

/// What a credential allows.
enum class Scope {
    Subscribe = 1,
    Publish = 2,
    Admin = 4, ///< operator endpoints; includes the others
};
Q_DECLARE_FLAGS(Scopes, Scope)
Q_DECLARE_OPERATORS_FOR_FLAGS(Scopes)

/// Who presented a credential, and what that allows.
struct Identity
{
    QByteArray user; ///< the JWT's subject; empty for a static token, which names nobody
    Scopes scopes;
    /// Tells credentials apart (idempotency keys, rate limits) without revealing them: a digest.
    QByteArray credential;
    QByteArray tokenId; ///< the JWT's `jti`; empty if it has none
    /// The JWT's `rooms`: names, or patterns such as `project:*`. nullopt: there is no such claim.
    std::optional<QList<QByteArray>> rooms;
    /// The JWT's `exp`; nullopt for credentials that do not expire.
    std::optional<std::chrono::system_clock::time_point> expiresAt;
    /// A digest of the key that signed the JWT, so that it goes when its key goes; else empty.
    QByteArray keyDigest;
};

} // namespace Signalbox
