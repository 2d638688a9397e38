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

inline constexpr qsizetype MaxTokenBytes = 8192;
inline constexpr qsizetype MinSecretBytes = 32; ///< RFC 7518, 3.2
inline constexpr qsizetype MaxTokenIdBytes = 255; ///< of `jti`
inline constexpr int MinRsaBits = 2048; ///< RFC 7518, 3.3
inline constexpr std::chrono::seconds Leeway{60}; ///< for exp, nbf and iat
/// Far enough from the clock's end that nobody who adds to it overflows.
inline constexpr std::chrono::system_clock::time_point LatestTime =
    std::chrono::sys_days{std::chrono::year{2250} / 1 / 1};

/// Keys that sign for one issuer. The algorithm is fixed here and never taken from a token.
struct KeySet
{
    Algorithm algorithm = Algorithm::HS256;
    /// Secrets for HMAC, PEM public keys otherwise. Several, so that keys can be rotated.
    QList<QByteArray> keys;
    QByteArray issuer; ///< must be the token's `iss`, exactly; empty: any
    QByteArray audience; ///< must be in the token's `aud`; empty: any
    QByteArray userClaim = QByteArrayLiteral("sub"); ///< which claim names the user

    /// Configuration error for an HMAC secret under MinSecretBytes, a key that is no PEM public key
    /// of the algorithm's kind (RSA of MinRsaBits or more, EC on P-256), a private key given as a
    /// public one, a PEM text given as an HMAC secret, or no key at all.
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
    /// A token is good until this plus the Leeway. Later ones than the clock can tell (2262) are
    /// given as LatestTime.
    std::chrono::system_clock::time_point expiresAt;
    /// Of the key that it was verified with, or signed; never part of a token.
    QByteArray keyDigest;
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

/// Verifies \a token with \a keys, which must have passed check(). Refused besides what the
/// signature says: any algorithm but the set's, `crit`, `jwk`, `jku`, `x5u`, `x5c`, `x5t`, a `kid`
/// (we publish none), `b64`, `zip`, a `typ` other than JWT; missing `exp`, a user claim that is no
/// string of 1-255 bytes of valid room id, claims of the wrong type, times before 1970 or after the
/// year 9999, a `jti` that is empty or over MaxTokenIdBytes, duplicate members, a token over
/// MaxTokenBytes. \a now is for tests.
tl::expected<Claims, Rejection>
verify(QByteArrayView token, const KeySet &keys,
       std::chrono::system_clock::time_point now = std::chrono::system_clock::now());

/// A digest that tells keys apart without telling them.
QByteArray keyDigest(const QByteArray &key);

/// The `iss` that a token claims, not verified: good for choosing the KeySet, and for nothing else.
QByteArray claimedIssuer(QByteArrayView token);

/// Makes a token, HMAC only; issued now if the claims do not say when. Configuration error if the
/// key cannot sign; BadRequest, with the claim's name as the field, for claims that verify() would
/// refuse.
Result<QByteArray> sign(const Claims &claims, Algorithm algorithm, const QByteArray &secret);

} // namespace Signalbox::Jwt
