// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/auth/jwtclaims.h"

#include "common/hub/room.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace Signalbox::Jwt {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Jwt)
};

using TimePoint = std::chrono::system_clock::time_point;

constexpr double EndOfYear9999 = 253402300799; // seconds since 1970

struct ScopeName
{
    QByteArrayView name;
    Scope scope;
};
constexpr std::array<ScopeName, 3> ScopeNames{ScopeName{"subscribe", Scope::Subscribe},
                                              ScopeName{"publish", Scope::Publish},
                                              ScopeName{"admin", Scope::Admin}};

/// The payload's members by name, and the reading of each kind of them.
class Payload final
{
public:
    explicit Payload(const QList<Json::Member> &members)
        : m_members(members)
    { }

    /// The value as written; null if there is none.
    [[nodiscard]] QByteArrayView value(QByteArrayView key) const
    {
        for (const Json::Member &member : m_members) {
            if (member.key == key)
                return member.value;
        }
        return {};
    }

    /// Empty if there is none.
    [[nodiscard]] tl::expected<QByteArray, Rejection> string(QByteArrayView key) const
    {
        const QByteArrayView written = value(key);
        if (written.isNull())
            return QByteArray();
        if (Json::kindOf(written) != Json::Kind::String)
            return reject(Text::tr("%1 is not a string").arg(QLatin1StringView(key)));
        return Json::unquoted(written);
    }

    [[nodiscard]] tl::expected<std::optional<QList<QByteArray>>, Rejection>
    strings(QByteArrayView key) const
    {
        const QByteArrayView written = value(key);
        if (written.isNull())
            return std::nullopt;
        const auto wrong = [&] {
            return reject(Text::tr("%1 is not an array of strings").arg(QLatin1StringView(key)));
        };
        if (Json::kindOf(written) != Json::Kind::Array)
            return wrong();
        const Result<QList<Json::Member>> elements = Json::elements(written);
        if (!elements)
            return wrong();
        QList<QByteArray> found;
        found.reserve(elements->size());
        for (const Json::Member &element : *elements) {
            if (Json::kindOf(element.value) != Json::Kind::String)
                return wrong();
            found.append(Json::unquoted(element.value));
        }
        return found;
    }

    /// A NumericDate (RFC 7519, 2): seconds, perhaps with a fraction.
    [[nodiscard]] tl::expected<std::optional<TimePoint>, Rejection> time(QByteArrayView key) const
    {
        const QByteArrayView written = value(key);
        if (written.isNull())
            return std::nullopt;
        if (Json::kindOf(written) != Json::Kind::Number)
            return reject(Text::tr("%1 is not a number").arg(QLatin1StringView(key)));
        bool isNumber = false;
        const double seconds = written.toByteArray().toDouble(&isNumber);
        if (!isNumber || !(seconds >= 0 && seconds <= EndOfYear9999))
            return reject(Text::tr("%1 is not a time of 1970 to 9999").arg(QLatin1StringView(key)));
        const std::chrono::duration<double> sinceEpoch(seconds);
        if (sinceEpoch >= LatestTime.time_since_epoch())
            return LatestTime;
        // A double has no nanoseconds at this distance from 1970.
        return TimePoint(std::chrono::floor<std::chrono::milliseconds>(sinceEpoch));
    }

private:
    const QList<Json::Member> &m_members;
};

Scopes withImplied(Scopes scopes)
{
    if (scopes.testFlag(Scope::Admin))
        scopes |= Scope::Subscribe | Scope::Publish;
    return scopes;
}

Scopes scopesOf(const QList<QByteArray> &words)
{
    Scopes scopes;
    for (const QByteArray &word : words) {
        for (const ScopeName &known : ScopeNames) {
            if (word == known.name)
                scopes |= known.scope;
        }
    }
    return scopes ? withImplied(scopes) : Scopes(Scope::Subscribe);
}

tl::expected<Scopes, Rejection> readScopes(const Payload &payload)
{
    const QByteArrayView written = payload.value("scope");
    if (written.isNull())
        return scopesOf({});
    if (Json::kindOf(written) == Json::Kind::String)
        return scopesOf(Json::unquoted(written).split(' '));
    const auto words = payload.strings("scope");
    if (!words)
        return reject(Text::tr("scope is neither a string nor an array of strings"));
    return scopesOf(**words);
}

/// Null if the token is meant for us; else what is wrong.
std::optional<Rejection> audienceFault(const Payload &payload, const QByteArray &audience)
{
    const QByteArrayView written = payload.value("aud");
    QList<QByteArray> audiences;
    if (!written.isNull() && Json::kindOf(written) == Json::Kind::String) {
        audiences.append(Json::unquoted(written));
    } else {
        const auto list = payload.strings("aud");
        if (!list)
            return Rejection{Failure::Invalid,
                             Text::tr("aud is neither a string nor an array of strings")};
        audiences = list->value_or(QList<QByteArray>());
    }
    if (!audience.isEmpty() && !audiences.contains(audience))
        return Rejection{Failure::Invalid, Text::tr("it is for another audience")};
    return std::nullopt;
}

/// Who it is from, whom it names, and by which id.
std::optional<Rejection> readNames(const Payload &payload, const KeySet &keys, Claims &claims)
{
    const auto issuer = payload.string("iss");
    if (!issuer)
        return issuer.error();
    if (!keys.issuer.isEmpty() && *issuer != keys.issuer)
        return Rejection{Failure::Invalid, Text::tr("it is from another issuer")};
    claims.issuer = *issuer;

    if (const auto subject = payload.string("sub"); !subject)
        return subject.error();
    const auto user = payload.string(keys.userClaim);
    if (!user)
        return user.error();
    if (!isValidRoomId(*user))
        return Rejection{Failure::Invalid,
                         Text::tr("%1 is no valid user id").arg(QString::fromUtf8(keys.userClaim))};
    claims.user = *user;

    const auto id = payload.string("jti");
    if (!id)
        return id.error();
    if (id->size() > MaxTokenIdBytes || (id->isEmpty() && !payload.value("jti").isNull()))
        return Rejection{Failure::Invalid,
                         Text::tr("jti is empty or longer than %1 bytes").arg(MaxTokenIdBytes)};
    claims.tokenId = *id;
    return std::nullopt;
}

/// Its times; expiry last, for only what is in order otherwise is merely expired.
std::optional<Rejection> readTimes(const Payload &payload, TimePoint now, Claims &claims)
{
    const auto notBefore = payload.time("nbf");
    if (!notBefore)
        return notBefore.error();
    const auto issuedAt = payload.time("iat");
    if (!issuedAt)
        return issuedAt.error();
    const auto expiresAt = payload.time("exp");
    if (!expiresAt)
        return expiresAt.error();
    if (!*expiresAt)
        return Rejection{Failure::Invalid, Text::tr("exp is missing")};
    if (*notBefore && **notBefore - Leeway > now)
        return Rejection{Failure::Invalid, Text::tr("it is not valid yet")};
    if (*issuedAt && **issuedAt - Leeway > now)
        return Rejection{Failure::Invalid, Text::tr("it was issued in the future")};
    claims.issuedAt = *issuedAt;
    claims.expiresAt = **expiresAt;
    if (now >= claims.expiresAt + Leeway)
        return Rejection{Failure::Expired, Text::tr("it has expired")};
    return std::nullopt;
}

/// What every JSON library can hold: some end a string at a NUL, and the one that signs refuses it.
bool isText(QByteArrayView bytes)
{
    return bytes.isValidUtf8() && !bytes.contains('\0');
}

Result<QByteArray> writeTime(TimePoint time, const QString &claim)
{
    if (time < TimePoint() || time > LatestTime)
        return fail(ErrorCode::BadRequest, QStringLiteral("%1 is out of range").arg(claim), claim);
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time.time_since_epoch());
    return QByteArray::number(qint64(seconds.count()));
}

} // namespace

tl::unexpected<Rejection> reject(QString reason)
{
    return tl::unexpected<Rejection>(Rejection{Failure::Invalid, std::move(reason)});
}

tl::expected<Claims, Rejection> readClaims(const QList<Json::Member> &members, const KeySet &keys,
                                           TimePoint now)
{
    const Payload payload(members);
    Claims claims;
    if (auto fault = readNames(payload, keys, claims))
        return tl::unexpected<Rejection>(std::move(*fault));
    if (auto fault = audienceFault(payload, keys.audience))
        return tl::unexpected<Rejection>(std::move(*fault));
    const auto scopes = readScopes(payload);
    if (!scopes)
        return tl::unexpected<Rejection>(scopes.error());
    claims.scopes = *scopes;
    auto rooms = payload.strings("rooms");
    if (!rooms)
        return tl::unexpected<Rejection>(rooms.error());
    claims.rooms = std::move(*rooms);
    if (auto fault = readTimes(payload, now, claims))
        return tl::unexpected<Rejection>(std::move(*fault));
    return claims;
}

Result<QByteArray> writeClaims(const Claims &claims)
{
    if (!isValidRoomId(claims.user))
        return fail(ErrorCode::BadRequest, QStringLiteral("sub is no valid user id"),
                    QStringLiteral("sub"));
    if (claims.tokenId.size() > MaxTokenIdBytes || !isText(claims.tokenId))
        return fail(ErrorCode::BadRequest, QStringLiteral("jti is no valid token id"),
                    QStringLiteral("jti"));
    if (!isText(claims.issuer))
        return fail(ErrorCode::BadRequest, QStringLiteral("iss is no valid text"),
                    QStringLiteral("iss"));
    const Result<QByteArray> issuedAt = writeTime(
        claims.issuedAt.value_or(std::chrono::system_clock::now()), QStringLiteral("iat"));
    if (!issuedAt)
        return issuedAt;
    const Result<QByteArray> expiresAt = writeTime(claims.expiresAt, QStringLiteral("exp"));
    if (!expiresAt)
        return expiresAt;

    QByteArray json = "{\"sub\":" + Json::quoted(claims.user) + ",\"iat\":" + *issuedAt
        + ",\"exp\":" + *expiresAt;
    if (!claims.issuer.isEmpty())
        json += ",\"iss\":" + Json::quoted(claims.issuer);
    if (!claims.tokenId.isEmpty())
        json += ",\"jti\":" + Json::quoted(claims.tokenId);
    QByteArrayList words;
    for (const ScopeName &known : ScopeNames) {
        if (claims.scopes.testFlag(known.scope))
            words.append(known.name.toByteArray());
    }
    if (!words.isEmpty())
        json += ",\"scope\":\"" + words.join(' ') + '"';
    if (claims.rooms) {
        QByteArrayList rooms;
        for (const QByteArray &room : *claims.rooms) {
            if (!isText(room))
                return fail(ErrorCode::BadRequest, QStringLiteral("rooms holds no valid text"),
                            QStringLiteral("rooms"));
            rooms.append(Json::quoted(room));
        }
        json += ",\"rooms\":[" + rooms.join(',') + ']';
    }
    return json + '}';
}

} // namespace Signalbox::Jwt
