// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/identity.h"
#include "common/result.h"

#include <QByteArray>
#include <QList>

#include <chrono>
#include <optional>

/// JSON Web Tokens (RFC 7519), with the care that RFC 8725 asks for.
namespace Signalbox::Jwt {

enum class Algorithm { HS256, HS384, HS512, RS256, ES256 };

std::optional<Algorithm> algorithmFromName(QByteArrayView name);
QByteArray name(Algorithm algorithm);
bool isHmac(Algorithm algorithm);

inline constexpr qsizetype MinSecretBytes = 32; ///< RFC 7518, 3.2
inline constexpr std::chrono::seconds Leeway{60}; ///< for exp, nbf and iat

/// Keys that sign for one issuer. The algorithm is fixed here and never taken from a token.
struct KeySet
{
    Algorithm algorithm = Algorithm::HS256;
    /// Secrets for HMAC, PEM public keys otherwise. Several, so that keys can be rotated.
    QList<QByteArray> keys;
    QByteArray issuer; ///< must be the token's `iss`, exactly; empty: any
    QByteArray audience; ///< must be in the token's `aud`; empty: any
    QByteArray userClaim = QByteArrayLiteral("sub"); ///< which claim names the user

    /// Configuration error for an HMAC secret under MinSecretBytes, a key that is no PEM public key of the
    /// algorithm's kind, a PEM text given as an HMAC secret, or no key at all.
    [[nodiscard]] Result<void> check() const;
};

struct Claims
{
    QByteArray issuer;
    QByteArray user;
    QByteArray tokenId; ///< `jti`
    Scopes scopes; ///< `scope`: words with blanks between, or an array. None: Subscribe
    std::optional<QList<QByteArray>> rooms;
    std::optional<std::chrono::system_clock::time_point> issuedAt;
    std::chrono::system_clock::time_point expiresAt;
};

enum class Failure {
    Invalid, ///< malformed, not signed by us, not for us, not yet valid
    Expired, ///< all in order but for its time; an InvalidToken of good faith
};
struct Rejection
{
    Failure failure = Failure::Invalid;
    /// For operators (`token inspect`, the log): what is wrong with it. Holds nothing of the token.
    QString reason;
};

/// Verifies \a token. Refused besides what the signature says: any algorithm but the set's, `crit`, `jwk`,
/// `jku`, `x5u`, `x5c`, `x5t`, a `kid` (we publish none), `b64`; missing `exp`, a user claim that is no
/// string of 1-255 bytes of valid room id, claims of the wrong type, duplicate members, a token over
/// 8 KiB. \a now is for tests.
tl::expected<Claims, Rejection>
verify(QByteArrayView token, const KeySet &keys,
       std::chrono::system_clock::time_point now = std::chrono::system_clock::now());

/// The `iss` that a token claims, not verified: good for choosing the KeySet, and for nothing else.
QByteArray claimedIssuer(QByteArrayView token);

/// Makes a token, HMAC only. Configuration error if the key cannot sign.
Result<QByteArray> sign(const Claims &claims, Algorithm algorithm, const QByteArray &secret);

} // namespace Signalbox::Jwt
