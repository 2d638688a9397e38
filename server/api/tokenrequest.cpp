// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/tokenrequest.h"

#include "common/auth/accesspolicy.h"
#include "common/hub/room.h"
#include "server/http/jsonbody.h"

namespace Signalbox {

namespace {

constexpr qsizetype MaxUserBytes = TokenActs::MaxUserBytes;
constexpr qsizetype MaxRooms = TokenActs::MaxRooms;
constexpr qsizetype MaxScopes = 16;

/// One member that has two names, of which one may be used.
template <typename T>
Result<T> either(QByteArrayView name, const Result<T> &first, QByteArrayView alias,
                 const Result<T> &second)
{
    if (!first || !second)
        return first ? second : first;
    if (*first && *second)
        return JsonBody::wrong(
            alias, QStringLiteral("is another name of %1").arg(QString::fromLatin1(name)));
    return *first ? first : second;
}

Result<QByteArray> readUser(JsonBody &body)
{
    const auto user =
        either("user", body.text("user", MaxUserBytes), "sub", body.text("sub", MaxUserBytes));
    if (!user)
        return tl::unexpected<Error>(user.error());
    if (!*user)
        return JsonBody::wrong("user", QStringLiteral("is required"));
    if (!isValidRoomId(**user))
        return JsonBody::wrong(
            "user", QStringLiteral("must be 1-255 bytes without control characters and *"));
    return **user;
}

Result<Scopes> readScopes(JsonBody &body)
{
    const auto words =
        either("scopes", body.words("scopes", MaxScopes), "scope", body.words("scope", MaxScopes));
    if (!words)
        return tl::unexpected<Error>(words.error());
    Scopes scopes;
    for (const QByteArray &word : words->value_or(QList<QByteArray>{"subscribe"})) {
        const std::optional<Scope> scope = TokenRequest::scopeOf(word);
        if (!scope)
            return JsonBody::wrong("scopes", QStringLiteral("may be subscribe, publish and admin"));
        scopes |= *scope;
    }
    if (!scopes)
        return JsonBody::wrong("scopes", QStringLiteral("must name one at least"));
    return scopes;
}

Result<void> checkRooms(const std::optional<QList<QByteArray>> &rooms)
{
    for (qsizetype i = 0; rooms && i < rooms->size(); ++i) {
        if (!AccessRules::isValidEntry(rooms->at(i)))
            return JsonBody::wrong(
                "rooms." + QByteArray::number(i),
                QStringLiteral("must be a room such as project:7, or all of a kind such as "
                               "project:*"));
    }
    return {};
}

} // namespace

Result<TokenRequest> TokenRequest::of(const HttpRequest &request)
{
    Result<JsonBody> body = JsonBody::of(request);
    if (!body)
        return tl::unexpected<Error>(body.error());
    TokenRequest result;

    const Result<QByteArray> user = readUser(*body);
    if (!user)
        return tl::unexpected<Error>(user.error());
    result.user = *user;

    const Result<std::optional<QList<QByteArray>>> rooms = body->texts("rooms", MaxRooms);
    if (!rooms)
        return tl::unexpected<Error>(rooms.error());
    if (const Result<void> checked = checkRooms(*rooms); !checked)
        return tl::unexpected<Error>(checked.error());
    result.rooms = *rooms;

    const Result<Scopes> scopes = readScopes(*body);
    if (!scopes)
        return tl::unexpected<Error>(scopes.error());
    result.scopes = *scopes;

    const Result<std::optional<qint64>> lifetime =
        body->integer("ttl_seconds", 1, MaxLifetime.count());
    if (!lifetime)
        return tl::unexpected<Error>(lifetime.error());
    result.lifetime = std::chrono::seconds(lifetime->value_or(qint64(DefaultLifetime.count())));

    const Result<std::optional<QByteArray>> name = body->text("name", MaxNameBytes);
    if (!name)
        return tl::unexpected<Error>(name.error());
    result.name = QString::fromUtf8(name->value_or(QByteArray()));

    if (const Result<void> end = body->end(); !end)
        return tl::unexpected<Error>(end.error());
    return result;
}

std::optional<Scope> TokenRequest::scopeOf(QByteArrayView name)
{
    if (name == "subscribe")
        return Scope::Subscribe;
    if (name == "publish")
        return Scope::Publish;
    if (name == "admin")
        return Scope::Admin;
    return std::nullopt;
}

TokenOrder TokenRequest::order() const
{
    return {.name = name,
            .user = user,
            .rooms = rooms.value_or(QList<QByteArray>()),
            .hasRooms = rooms.has_value(),
            .scopes = scopes,
            .lifetime = lifetime};
}

Jwt::Claims TokenRequest::claims() const
{
    Jwt::Claims claims;
    claims.user = user;
    claims.scopes = scopes;
    claims.rooms = rooms;
    // A token tells whole seconds.
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    claims.issuedAt = now;
    claims.expiresAt = now + lifetime;
    return claims;
}

} // namespace Signalbox
