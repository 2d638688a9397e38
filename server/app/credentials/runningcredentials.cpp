// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/credentials/runningcredentials.h"

#include "common/auth/authenticator.h"
#include "server/app/credentials/statictoken.h"

namespace Signalbox {

RunningCredentials::RunningCredentials(Authenticator &authenticator, std::function<void()> changed)
    : m_authenticator(authenticator)
    , m_changed(std::move(changed))
{ }

void RunningCredentials::apply(const Options &options, const Credentials &credentials)
{
    if (options.authTokens != m_options.authTokens)
        m_isStaticTokenSet = false;
    if (!options.authTokens.isEmpty() && !m_isStaticTokenSet)
        m_authenticator.setStaticTokens(options.authTokens);
    else
        m_authenticator.setStaticDigest(credentials.staticDigest);
    m_authenticator.setAdminToken(credentials.admin.token);
    m_authenticator.setOwnKeys(credentials.jwt.own);
    m_authenticator.setForeignKeys(credentials.jwt.foreign);
    m_options = options;
}

Result<void> RunningCredentials::rotateSigningKey()
{
    if (const Result<void> rotated = JwtSecret::rotate(m_options); !rotated)
        return rotated;
    const Result<JwtKeys> keys = JwtKeys::of(m_options);
    if (!keys)
        return tl::unexpected<Error>(keys.error());
    m_authenticator.setOwnKeys(keys->own);
    m_changed();
    return {};
}

Result<QList<QByteArray>> RunningCredentials::keysEndedByRotation() const
{
    const Result<QByteArray> kept = JwtSecret::keptByRotation(m_options);
    if (!kept)
        return tl::unexpected<Error>(kept.error());
    QList<QByteArray> ended = m_authenticator.ownKeyDigests();
    ended.removeAll(Jwt::keyDigest(*kept));
    return ended;
}

Result<void> RunningCredentials::setStaticToken(const QByteArray &token)
{
    if (const Result<void> kept = StaticToken::keep(m_options, token); !kept)
        return kept;
    m_isStaticTokenSet = true;
    m_authenticator.setStaticTokens({token});
    m_changed();
    return {};
}

} // namespace Signalbox
