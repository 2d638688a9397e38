// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/auth/jwt.h"

#include "common/auth/base64url.h"
#include "common/auth/jwtclaims.h"
#include "common/auth/jwtkey.h"
#include "common/auth/jwtsignature.h"
#include "common/protocol/json.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>
#include <array>

namespace Signalbox::Jwt {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Jwt)
};

struct Name
{
    QByteArrayView name;
    Algorithm algorithm;
};
constexpr std::array<Name, 5> Names{
    Name{"HS256", Algorithm::HS256}, Name{"HS384", Algorithm::HS384},
    Name{"HS512", Algorithm::HS512}, Name{"RS256", Algorithm::RS256},
    Name{"ES256", Algorithm::ES256}};

// Header members that would have us find a key as the sender likes, or read the token in another
// way than we do. Which keys there are is the configuration's to say (RFC 8725, 3.10).
constexpr std::array<QByteArrayView, 11> Forbidden{"crit", "jwk",      "jku", "kid", "x5u", "x5c",
                                                   "x5t",  "x5t#S256", "b64", "zip", "enc"};

constexpr qsizetype DigestBytes = 16;

/// The three parts of a token, decoded.
struct Parts
{
    QByteArray header;
    QByteArray payload;
    QByteArray signature;
};

tl::expected<Parts, Rejection> split(QByteArrayView token)
{
    if (token.isEmpty())
        return reject(Text::tr("it is empty"));
    if (token.size() > MaxTokenBytes)
        return reject(Text::tr("it is longer than %1 bytes").arg(MaxTokenBytes));
    const qsizetype first = token.indexOf('.');
    const qsizetype second = first < 0 ? -1 : token.indexOf('.', first + 1);
    if (second < 0 || token.indexOf('.', second + 1) >= 0)
        return reject(Text::tr("it has not three parts"));
    auto header = decodeBase64Url(token.first(first));
    auto payload = decodeBase64Url(token.sliced(first + 1, second - first - 1));
    auto signature = decodeBase64Url(token.sliced(second + 1));
    if (!header || !payload || !signature)
        return reject(Text::tr("it is not base64url"));
    if (signature->isEmpty())
        return reject(Text::tr("it is not signed"));
    return Parts{std::move(*header), std::move(*payload), std::move(*signature)};
}

/// Null if the header is what we take for \a algorithm; else what is wrong.
std::optional<Rejection> headerFault(const QByteArray &header, Algorithm algorithm)
{
    const auto fault = [](QString reason) {
        return Rejection{Failure::Invalid, std::move(reason)};
    };
    const Result<QList<Json::Member>> members = Json::members(header);
    if (!members)
        return fault(Text::tr("its header is not a strict JSON object"));
    bool isOurs = false;
    for (const Json::Member &member : *members) {
        const auto known = std::find(Forbidden.begin(), Forbidden.end(), member.key);
        if (known != Forbidden.end())
            return fault(
                Text::tr("its header has %1, which is not taken").arg(QLatin1StringView(*known)));
        const bool isString = Json::kindOf(member.value) == Json::Kind::String;
        if (member.key == "alg")
            isOurs = isString && Json::unquoted(member.value) == name(algorithm);
        else if (member.key == "typ"
                 && !(isString
                      && Json::unquoted(member.value).compare("JWT", Qt::CaseInsensitive) == 0))
            return fault(Text::tr("its typ is not JWT"));
    }
    if (!isOurs)
        return fault(Text::tr("its algorithm is not %1").arg(QString::fromLatin1(name(algorithm))));
    return std::nullopt;
}

/// The key that signed \a token; null if none of them did.
const QByteArray *signer(const QByteArray &token, const KeySet &keys)
{
    for (const QByteArray &key : keys.keys) {
        // Looked at again, though check() has: this mistake would cost everything.
        if (isHmac(keys.algorithm) && !isHmacSecret(key))
            continue;
        if (isSignedBy(token, key, keys.algorithm))
            return &key;
    }
    return nullptr;
}

} // namespace

std::optional<Algorithm> algorithmFromName(QByteArrayView name)
{
    const auto known =
        std::find_if(Names.begin(), Names.end(), [&](const Name &row) { return row.name == name; });
    return known == Names.end() ? std::nullopt : std::optional(known->algorithm);
}

QByteArray name(Algorithm algorithm)
{
    const auto known = std::find_if(Names.begin(), Names.end(),
                                    [&](const Name &row) { return row.algorithm == algorithm; });
    return known == Names.end() ? QByteArray() : known->name.toByteArray();
}

bool isHmac(Algorithm algorithm)
{
    return algorithm == Algorithm::HS256 || algorithm == Algorithm::HS384
        || algorithm == Algorithm::HS512;
}

QByteArray keyDigest(const QByteArray &key)
{
    return QCryptographicHash::hash(key, QCryptographicHash::Sha256).first(DigestBytes).toHex();
}

Result<void> KeySet::check() const
{
    if (keys.isEmpty())
        return fail(ErrorCode::Configuration, Text::tr("there is no JWT key"));
    if (userClaim.isEmpty())
        return fail(ErrorCode::Configuration, Text::tr("the JWT user claim has no name"));
    for (const QByteArray &key : keys) {
        if (const Result<void> result = checkKey(key, algorithm); !result)
            return result;
    }
    return {};
}

tl::expected<Claims, Rejection> verify(QByteArrayView token, const KeySet &keys,
                                       std::chrono::system_clock::time_point now)
{
    const auto parts = split(token);
    if (!parts)
        return tl::unexpected<Rejection>(parts.error());
    if (auto fault = headerFault(parts->header, keys.algorithm))
        return tl::unexpected<Rejection>(std::move(*fault));
    const Result<QList<Json::Member>> payload = Json::members(parts->payload);
    if (!payload)
        return reject(Text::tr("its payload is not a strict JSON object"));
    const QByteArray *key = signer(token.toByteArray(), keys);
    if (!key)
        return reject(Text::tr("no key of ours signed it"));
    auto claims = readClaims(*payload, keys, now);
    if (claims)
        claims->keyDigest = keyDigest(*key);
    return claims;
}

QByteArray claimedIssuer(QByteArrayView token)
{
    const auto parts = split(token);
    if (!parts)
        return {};
    const Result<QList<Json::Member>> members = Json::members(parts->payload);
    if (!members)
        return {};
    for (const Json::Member &member : *members) {
        if (member.key == "iss" && Json::kindOf(member.value) == Json::Kind::String)
            return Json::unquoted(member.value);
    }
    return {};
}

Result<QByteArray> sign(const Claims &claims, Algorithm algorithm, const QByteArray &secret)
{
    if (!isHmac(algorithm))
        return fail(ErrorCode::Configuration,
                    Text::tr("a public key cannot sign; tokens are issued with a JWT secret"));
    if (const Result<void> result = checkKey(secret, algorithm); !result)
        return tl::unexpected<Error>(result.error());
    const Result<QByteArray> payload = writeClaims(claims);
    if (!payload)
        return payload;
    QByteArray token = signedToken(*payload, secret, algorithm);
    if (token.isEmpty())
        return fail(ErrorCode::Internal, QStringLiteral("the token could not be signed"));
    if (token.size() > MaxTokenBytes)
        return fail(ErrorCode::BadRequest,
                    QStringLiteral("the token would be longer than %1 bytes").arg(MaxTokenBytes),
                    QStringLiteral("rooms"));
    return token;
}

} // namespace Signalbox::Jwt
