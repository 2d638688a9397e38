// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/accesscontrol.h"

#include "common/hub/room.h"

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

bool AccessControl::mayRead(const Identity &identity, QByteArrayView room)
{
    if (identity.scopes.testFlag(Scope::Admin))
        return true;
    const QByteArrayView kind = roomKind(room);
    if (kind == "user")
        return !identity.user.isEmpty() && room == roomName(kind, identity.user);
    return room == GlobalRoom || kind == "workflow" || kind == "bot" || kind == "strategy";
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
    const tl::expected<Identity, AuthFailure> identity =
        m_context.authenticator.authenticate(Authenticator::bearerToken(authorization));
    if (!identity)
        return fail(ErrorCode::InvalidToken, QStringLiteral("Invalid token"));
    if (!identity->scopes.testFlag(scope))
        return fail(ErrorCode::Forbidden, QStringLiteral("The token does not allow this"));
    return *identity;
}

} // namespace Signalbox
