// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/jwt.h"
#include "common/result.h"
#include "server/http/httpmessage.h"
#include "server/operator/tokenacts.h"

namespace Signalbox {

/// What an operator asks of a new token.
struct TokenRequest
{
    static constexpr std::chrono::seconds DefaultLifetime = std::chrono::hours(1);
    static constexpr std::chrono::seconds MaxLifetime = TokenActs::MaxLifetime;
    static constexpr qsizetype MaxNameBytes = TokenActs::MaxNameBytes;

    QByteArray user;
    std::optional<QList<QByteArray>> rooms; ///< entries of AccessRules
    Scopes scopes = Scope::Subscribe;
    std::chrono::seconds lifetime = DefaultLifetime;
    QString name;

    /// `{user, rooms?, scopes?, ttl_seconds?, name?}`, with `sub` and `scope` as other names of
    /// `user` and `scopes`. Errors as JsonBody.
    static Result<TokenRequest> of(const HttpRequest &request);
    /// `subscribe`, `publish` or `admin`.
    static std::optional<Scope> scopeOf(QByteArrayView name);
    [[nodiscard]] TokenOrder order() const;
    /// For Authenticator::issue(), from now on.
    [[nodiscard]] Jwt::Claims claims() const;
};

} // namespace Signalbox
