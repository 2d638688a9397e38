// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/identity.h"
#include "common/auth/jwt.h"

#include <QList>

#include <optional>

namespace Signalbox {

class TokenStore;
struct TokenRecord;

enum class AuthFailure {
    Missing, ///< no token at all
    Invalid,
    Expired, ///< correctly signed, but its time is over
    Revoked,
};

/// The code of a failure on the wire: `missing_token`, `invalid_token` (also for Revoked),
/// `token_expired`.
QByteArray text(AuthFailure failure);

/// Verifies credentials: static tokens, the operator's token, and JWTs.
///
/// Of static tokens it keeps SHA-256 digests only, and compares all of them in constant time, so
/// that neither memory nor timing tells a token.
///
/// Plain class of the network thread.
class Authenticator final
{
public:
    /// A longer token is never valid, so that nobody makes us hash for nothing.
    static constexpr qsizetype MaxTokenBytes = Jwt::MaxTokenBytes;
    /// `iss` of the tokens that we issue.
    static constexpr const char *OwnIssuer = "signalbox";

    /// Tokens that may subscribe and publish. Empty ones and those over MaxTokenBytes are ignored.
    void setStaticTokens(const QList<QByteArray> &tokens);
    /// The same by the digest of the one token; null: none.
    void setStaticDigest(const QByteArray &digest);
    /// What is kept of a static token instead of it.
    [[nodiscard]] static QByteArray staticDigest(QByteArrayView token);
    /// The operator's token. Empty: nobody is an operator.
    void setAdminToken(const QByteArray &token);
    /// Keys of our own tokens (`iss` is OwnIssuer), the first of which signs; and of others'. A
    /// token that claims to be ours is never verified with the others' keys, nor the other way
    /// round. Sets that fail Jwt::KeySet::check() admit nobody. The own set's issuer and user claim
    /// are what issue() writes.
    void setOwnKeys(const Jwt::KeySet &keys);
    void setForeignKeys(const QList<Jwt::KeySet> &keys);
    /// Who knows what was revoked. Null: nothing is. Must outlive this.
    void setTokenStore(TokenStore *store);

    /// Whose \a token it is.
    [[nodiscard]] tl::expected<Identity, AuthFailure> authenticate(QByteArrayView token) const;
    /// Only JWTs: what clients of the rooms and plain dialects must have. Notes the use of our own
    /// tokens in the store.
    [[nodiscard]] tl::expected<Identity, AuthFailure> authenticateJwt(QByteArrayView token) const;
    /// Why authenticate() does not take a token.
    struct Refusal
    {
        AuthFailure failure = AuthFailure::Invalid;
        QString reason; ///< for operators, as Jwt::Rejection::reason; empty if missing or revoked
    };
    /// nullopt if it does. Notes no use.
    [[nodiscard]] std::optional<Refusal> refusal(QByteArrayView token) const;
    /// False if the credential that \a identity was found by is valid no longer (expiry aside): a
    /// static token that is gone, a JWT that was revoked or whose key is gone.
    [[nodiscard]] bool knows(const Identity &identity) const;
    [[nodiscard]] bool hasStaticTokens() const;
    /// Digests of the own keys, the first of which signs.
    [[nodiscard]] const QList<QByteArray> &ownKeyDigests() const { return m_ownKeyDigests; }
    /// True for a token of ours that no key verifies any more.
    [[nodiscard]] bool isKeyGone(const TokenRecord &record) const;

    /// Issues a token of ours for \a claims: issuer, jti, the digest of the key and, if it is
    /// missing, the time of issue are filled in here. Errors as Jwt::sign(). Adding it to the store
    /// is the caller's part.
    [[nodiscard]] Result<QByteArray> issue(Jwt::Claims &claims) const;

    /// The token of an `Authorization: Bearer ...` header value (RFC 6750); null if it is none.
    static QByteArrayView bearerToken(QByteArrayView authorization);

private:
    [[nodiscard]] std::optional<Identity> authenticateStatic(QByteArrayView token) const;
    [[nodiscard]] tl::expected<Jwt::Claims, Jwt::Rejection> verifyJwt(QByteArrayView token) const;
    [[nodiscard]] bool knowsKey(const QByteArray &digest) const;
    [[nodiscard]] std::optional<Refusal> revocation(const Jwt::Claims &claims) const;

    QList<QByteArray> m_staticDigests;
    QByteArray m_adminDigest;
    Jwt::KeySet m_ownKeys;
    QList<QByteArray> m_ownKeyDigests;
    QList<Jwt::KeySet> m_foreignKeys;
    TokenStore *m_store = nullptr;
};

} // namespace Signalbox
