// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/auth/authenticator.h"

#include "common/auth/randomtext.h"
#include "common/auth/tokenstore.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace Signalbox {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Jwt)
};

constexpr qsizetype CredentialBytes = 16;

QByteArray digestOf(QByteArrayView token)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(token);
    return hash.result();
}

QByteArray credentialOf(const QByteArray &digest)
{
    return digest.first(CredentialBytes).toHex();
}

bool isUsable(QByteArrayView token)
{
    return !token.isEmpty() && token.size() <= Authenticator::MaxTokenBytes;
}

/// Takes the same time wherever the two differ. The volatile accumulator keeps the compiler from
/// leaving the loop early.
bool constantTimeEqual(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size())
        return false; // the size of a digest is no secret
    volatile unsigned char difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference = difference | static_cast<unsigned char>(a[i] ^ b[i]);
    return difference == 0;
}

bool isAsciiAlphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// RFC 9110 section 11.2: letters, digits and "-._~+/", then any number of "=".
bool isToken68(QByteArrayView text)
{
    const auto isPadding = [](char c) { return c == '='; };
    const auto padding = std::find_if(text.begin(), text.end(), isPadding);
    return padding != text.begin() && std::all_of(padding, text.end(), isPadding)
        && std::all_of(text.begin(), padding, [](char c) {
               return isAsciiAlphanumeric(c) || QByteArrayView("-._~+/").contains(c);
           });
}

} // namespace

QByteArray text(AuthFailure failure)
{
    switch (failure) {
    case AuthFailure::Missing:
        return "missing_token";
    case AuthFailure::Expired:
        return "token_expired";
    case AuthFailure::Invalid:
    case AuthFailure::Revoked: // who stole a token learns no more than that it is of no use
        break;
    }
    return "invalid_token";
}

void Authenticator::setStaticTokens(const QList<QByteArray> &tokens)
{
    m_staticDigests.clear();
    for (const QByteArray &token : tokens) {
        if (isUsable(token))
            m_staticDigests.append(digestOf(token));
    }
}

void Authenticator::setStaticDigest(const QByteArray &digest)
{
    m_staticDigests.clear();
    if (!digest.isEmpty())
        m_staticDigests.append(digest);
}

QByteArray Authenticator::staticDigest(QByteArrayView token)
{
    return digestOf(token);
}

void Authenticator::setAdminToken(const QByteArray &token)
{
    m_adminDigest = isUsable(token) ? digestOf(token) : QByteArray();
}

void Authenticator::setOwnKeys(const Jwt::KeySet &keys)
{
    m_ownKeys = keys.check() ? keys : Jwt::KeySet();
    m_ownKeyDigests.clear();
    for (const QByteArray &key : std::as_const(m_ownKeys.keys))
        m_ownKeyDigests.append(Jwt::keyDigest(key));
    m_ownKeys.issuer = OwnIssuer;
    m_ownKeys.userClaim = Jwt::KeySet().userClaim;
}

void Authenticator::setForeignKeys(const QList<Jwt::KeySet> &keys)
{
    m_foreignKeys.clear();
    std::copy_if(keys.begin(), keys.end(), std::back_inserter(m_foreignKeys),
                 [](const Jwt::KeySet &set) { return set.check().has_value(); });
}

void Authenticator::setTokenStore(TokenStore *store)
{
    m_store = store;
}

tl::expected<Identity, AuthFailure> Authenticator::authenticate(QByteArrayView token) const
{
    if (const std::optional<Identity> identity = authenticateStatic(token))
        return *identity;
    return authenticateJwt(token);
}

tl::expected<Identity, AuthFailure> Authenticator::authenticateJwt(QByteArrayView token) const
{
    if (token.isEmpty())
        return tl::unexpected(AuthFailure::Missing);
    if (!isUsable(token))
        return tl::unexpected(AuthFailure::Invalid);
    auto claims = verifyJwt(token);
    if (!claims)
        return tl::unexpected(claims.error().failure == Jwt::Failure::Expired
                                  ? AuthFailure::Expired
                                  : AuthFailure::Invalid);
    if (const std::optional<Refusal> refusal = revocation(*claims))
        return tl::unexpected(refusal->failure);
    if (m_store && claims->issuer == OwnIssuer && !claims->tokenId.isEmpty())
        m_store->noteUse(claims->tokenId);

    Identity identity;
    identity.user = std::move(claims->user);
    identity.scopes = claims->scopes;
    identity.credential = credentialOf(digestOf(token));
    identity.tokenId = std::move(claims->tokenId);
    identity.rooms = std::move(claims->rooms);
    identity.expiresAt = claims->expiresAt;
    identity.keyDigest = std::move(claims->keyDigest);
    return identity;
}

std::optional<Authenticator::Refusal> Authenticator::refusal(QByteArrayView token) const
{
    if (token.isEmpty())
        return Refusal{AuthFailure::Missing, {}};
    if (!isUsable(token))
        return Refusal{AuthFailure::Invalid,
                       Text::tr("it is longer than %1 bytes").arg(MaxTokenBytes)};
    if (authenticateStatic(token))
        return std::nullopt;
    const auto claims = verifyJwt(token);
    if (!claims)
        return Refusal{claims.error().failure == Jwt::Failure::Expired ? AuthFailure::Expired
                                                                       : AuthFailure::Invalid,
                       claims.error().reason};
    return revocation(*claims);
}

std::optional<Authenticator::Refusal> Authenticator::revocation(const Jwt::Claims &claims) const
{
    // What has no id cannot have been revoked.
    if (!m_store || claims.tokenId.isEmpty())
        return std::nullopt;
    if (m_store->isRevoked(claims.tokenId))
        return Refusal{AuthFailure::Revoked, {}};
    if (claims.issuer == OwnIssuer && m_store->isDoubtful(claims.tokenId, claims.issuedAt))
        return Refusal{AuthFailure::Revoked,
                       Text::tr("whether it was revoked is not known any more")};
    return std::nullopt;
}

std::optional<Identity> Authenticator::authenticateStatic(QByteArrayView token) const
{
    if (!isUsable(token))
        return std::nullopt;

    const QByteArray digest = digestOf(token);
    bool isStatic = false;
    for (const QByteArray &known : m_staticDigests)
        isStatic |= constantTimeEqual(digest, known);
    const bool isAdmin = constantTimeEqual(digest, m_adminDigest);
    if (!isStatic && !isAdmin)
        return std::nullopt;

    Identity identity;
    identity.scopes = Scope::Subscribe | Scope::Publish;
    identity.scopes.setFlag(Scope::Admin, isAdmin);
    identity.credential = credentialOf(digest);
    return identity;
}

tl::expected<Jwt::Claims, Jwt::Rejection> Authenticator::verifyJwt(QByteArrayView token) const
{
    const QByteArray issuer = Jwt::claimedIssuer(token);
    if (issuer == OwnIssuer)
        return Jwt::verify(token, m_ownKeys);

    tl::expected<Jwt::Claims, Jwt::Rejection> result =
        tl::unexpected(Jwt::Rejection{Jwt::Failure::Invalid, Text::tr("no key of ours signed it")});
    for (const Jwt::KeySet &keys : m_foreignKeys) {
        if (!keys.issuer.isEmpty() && keys.issuer != issuer)
            continue;
        auto verified = Jwt::verify(token, keys);
        if (verified)
            return verified;
        // Only the set that it is signed by finds a token expired.
        if (result.error().failure != Jwt::Failure::Expired)
            result = std::move(verified);
    }
    return result;
}

bool Authenticator::knows(const Identity &identity) const
{
    if (!identity.keyDigest.isEmpty()) {
        const bool isRevoked =
            m_store && !identity.tokenId.isEmpty() && m_store->isRevoked(identity.tokenId);
        return !isRevoked && knowsKey(identity.keyDigest);
    }
    const auto isIts = [&](const QByteArray &digest) {
        return !digest.isEmpty() && credentialOf(digest) == identity.credential;
    };
    return isIts(m_adminDigest)
        || std::any_of(m_staticDigests.cbegin(), m_staticDigests.cend(), isIts);
}

bool Authenticator::knowsKey(const QByteArray &digest) const
{
    const auto has = [&](const Jwt::KeySet &set) {
        return std::any_of(set.keys.cbegin(), set.keys.cend(),
                           [&](const QByteArray &key) { return Jwt::keyDigest(key) == digest; });
    };
    return has(m_ownKeys) || std::any_of(m_foreignKeys.cbegin(), m_foreignKeys.cend(), has);
}

Result<QByteArray> Authenticator::issue(Jwt::Claims &claims) const
{
    claims.issuer = OwnIssuer;
    claims.tokenId = randomId();
    if (!claims.issuedAt)
        claims.issuedAt = std::chrono::system_clock::now();
    const QByteArray key = m_ownKeys.keys.isEmpty() ? QByteArray() : m_ownKeys.keys.constFirst();
    claims.keyDigest = Jwt::keyDigest(key);
    return Jwt::sign(claims, m_ownKeys.algorithm, key);
}

bool Authenticator::isKeyGone(const TokenRecord &record) const
{
    return !record.isForeign && !record.keyDigest.isEmpty()
        && !m_ownKeyDigests.contains(record.keyDigest);
}

bool Authenticator::hasStaticTokens() const
{
    return !m_staticDigests.isEmpty();
}

QByteArrayView Authenticator::bearerToken(QByteArrayView authorization)
{
    constexpr QByteArrayView Scheme = "Bearer";
    if (authorization.size() <= Scheme.size()
        || authorization.first(Scheme.size()).compare(Scheme, Qt::CaseInsensitive) != 0)
        return {};

    QByteArrayView rest = authorization.sliced(Scheme.size());
    if (!rest.startsWith(' '))
        return {};
    while (rest.startsWith(' '))
        rest = rest.sliced(1);
    return isToken68(rest) ? rest : QByteArrayView();
}

} // namespace Signalbox
