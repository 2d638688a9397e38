// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/accesscontrol.h"

namespace Signalbox {

Result<Identity> AccessControl::requireAdmin(const HttpRequest &request) const
{
    return require(request, Scope::Admin, true);
}

Result<Identity> AccessControl::requirePublish(const HttpRequest &request) const
{
    return require(request, Scope::Publish, m_context.requiresAuth);
}

Result<Identity> AccessControl::requireRead(const HttpRequest &request) const
{
    return require(request, Scope::Subscribe, m_context.requiresAuth && !m_context.allowsAnonymous);
}

Result<Identity> AccessControl::requireFigures(const HttpRequest &request) const
{
    return require(request, Scope::Subscribe, m_context.requiresAuth);
}

Result<Identity> AccessControl::require(const HttpRequest &request, Scope scope,
                                        bool isRequired) const
{
    const QByteArray authorization = request.head.value("authorization");
    if (authorization.isNull()) {
        if (isRequired)
            return fail(ErrorCode::AuthRequired, QStringLiteral("Authentication required"));
        return Identity{};
    }
    // Before the token is looked at: who guesses must not even learn that one was right.
    const QHostAddress &address = request.client.address;
    const std::chrono::milliseconds wait = m_context.authGuard.wait(address);
    if (wait.count() > 0)
        return fail(ErrorCode::RateLimited,
                    QStringLiteral("Too many failed authentications from this address"), wait);
    const tl::expected<Identity, AuthFailure> identity =
        m_context.authenticator.authenticate(Authenticator::bearerToken(authorization));
    if (!identity) {
        m_context.authGuard.noteFailure(address, identity.error());
        m_context.logger.info("auth_failed",
                              {{"address", address.toString()},
                               {"path", request.head.path},
                               {"code", text(identity.error())}});
        if (identity.error() == AuthFailure::Expired)
            return fail(ErrorCode::TokenExpired, QStringLiteral("The token has expired"));
        return fail(ErrorCode::InvalidToken, QStringLiteral("Invalid token"));
    }
    if (!identity->scopes.testFlag(scope))
        return fail(ErrorCode::Forbidden, QStringLiteral("The token does not allow this"));
    return *identity;
}

} // namespace Signalbox
