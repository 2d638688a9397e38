// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/dialectcontext.h"

#include "common/protocol/closecode.h"
#include "server/dialects/clientsession.h"
#include "server/fanout/connectionregistry.h"

#include <QJsonObject>

namespace Signalbox {

namespace {

template <typename Verify>
tl::expected<Identity, AuthFailure> guarded(AuthGuard &guard, const QHostAddress &address,
                                            QByteArrayView token, Verify verify)
{
    if (token.isEmpty())
        return tl::unexpected(AuthFailure::Missing);
    if (guard.wait(address).count() > 0)
        return tl::unexpected(AuthFailure::Invalid);
    tl::expected<Identity, AuthFailure> identity = verify(token);
    if (!identity)
        guard.noteFailure(address, identity.error());
    return identity;
}

} // namespace

tl::expected<Identity, AuthFailure> DialectContext::authenticate(const QHostAddress &address,
                                                                 QByteArrayView token) const
{
    return guarded(authGuard, address, token,
                   [this](QByteArrayView given) { return authenticator.authenticate(given); });
}

tl::expected<Identity, AuthFailure> DialectContext::authenticateJwt(const QHostAddress &address,
                                                                    QByteArrayView token) const
{
    return guarded(authGuard, address, token,
                   [this](QByteArrayView given) { return authenticator.authenticateJwt(given); });
}

bool DialectContext::allowCommand(ClientSession &session, Connection &connection,
                                  const Refusal &refuse) const
{
    const CommandLimiter::Answer answer = commands.check(
        session.allowance(), session.identity() ? session.identity()->user : QByteArray());
    switch (answer.verdict) {
    case CommandLimiter::Verdict::Allowed:
        return true;
    case CommandLimiter::Verdict::Refused:
        refuse(text(ErrorCode::RateLimited), QStringLiteral("Too many commands"),
               {{QStringLiteral("retry_after_ms"), qint64(answer.retryAfter.count())}});
        return false;
    case CommandLimiter::Verdict::Flooding:
        connection.close(CloseCode::Flooding, QByteArrayLiteral("flooding"));
        return false;
    }
    return false;
}

} // namespace Signalbox
