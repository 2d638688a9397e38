// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFlags>

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
    QByteArray user; ///< empty for a static token, which names nobody
    Scopes scopes;
    /// Tells credentials apart (idempotency keys, rate limits) without revealing them: a digest.
    QByteArray credential;
};

} // namespace Signalbox
