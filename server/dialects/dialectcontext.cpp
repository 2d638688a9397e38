// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/dialectcontext.h"

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

} // namespace Signalbox
