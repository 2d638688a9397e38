// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/identity.h"

#include <QList>

#include <optional>

namespace Signalbox {

/// Verifies credentials. Keeps SHA-256 digests only, and compares all of them in constant time, so
/// that neither memory nor timing tells a token.
///
/// Plain class of the network thread; replaced as a whole on SIGHUP.
class Authenticator final
{
public:
    /// A longer token is never valid, so that nobody makes us hash for nothing.
    static constexpr qsizetype MaxTokenBytes = 8192;

    /// Tokens that may subscribe and publish. Empty ones and those over MaxTokenBytes are ignored.
    void setStaticTokens(const QList<QByteArray> &tokens);
    /// The operator's token. Empty: nobody is an operator.
    void setAdminToken(const QByteArray &token);

    /// Whose \a token it is; nullopt if it is not valid.
    [[nodiscard]] std::optional<Identity> authenticate(QByteArrayView token) const;
    /// False if the credential that \a identity was found by is valid no longer.
    [[nodiscard]] bool knows(const Identity &identity) const;
    [[nodiscard]] bool hasStaticTokens() const;

    /// The token of an `Authorization: Bearer ...` header value (RFC 6750); null if it is none.
    static QByteArrayView bearerToken(QByteArrayView authorization);

private:
    QList<QByteArray> m_staticDigests;
    QByteArray m_adminDigest;
};

} // namespace Signalbox
