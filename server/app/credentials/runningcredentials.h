// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/credentials/credentials.h"
#include "server/operator/credentialdesk.h"

#include <functional>

namespace Signalbox {

class Authenticator;

/// The credentials that a server runs with, as they change: by SIGHUP, and at the console.
///
/// A static token that was set at the console stands until the options name others than before.
///
/// Network thread.
class RunningCredentials final : public CredentialDesk
{
public:
    /// \a changed is called when credentials may have gone at the console. \a authenticator must
    /// outlive this.
    RunningCredentials(Authenticator &authenticator, std::function<void()> changed);
    Q_DISABLE_COPY_MOVE(RunningCredentials)

    void apply(const Options &options, const Credentials &credentials);

    Result<void> rotateSigningKey() override;
    [[nodiscard]] Result<QList<QByteArray>> keysEndedByRotation() const override;
    Result<void> setStaticToken(const QByteArray &token) override;

private:
    Authenticator &m_authenticator;
    const std::function<void()> m_changed;
    Options m_options;
    bool m_isStaticTokenSet = false; ///< at the console
};

} // namespace Signalbox
