// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/operator/tokenacts.h"

#include "common/auth/accesspolicy.h"
#include "common/auth/authenticator.h"
#include "common/auth/base64url.h"
#include "common/hub/room.h"
#include "common/timestamp.h"
#include "server/log/logger.h"
#include "server/operator/credentialdesk.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace Signalbox {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Signalbox::TokenActs)
};

tl::unexpected<Error> wrong(const QString &field, const QString &message)
{
    return fail(ErrorCode::BadRequest, field + u' ' + message, field);
}

tl::unexpected<Error> noKeyChange()
{
    return fail(ErrorCode::BadRequest, Text::tr("This server does not change its signing key"));
}

Result<void> check(const TokenOrder &order)
{
    if (!isValidRoomId(order.user) || order.user.size() > TokenActs::MaxUserBytes)
        return wrong(QStringLiteral("user"),
                     QStringLiteral("must be 1-%1 bytes without control characters and *")
                         .arg(TokenActs::MaxUserBytes));
    if (order.hasRooms && order.rooms.size() > TokenActs::MaxRooms)
        return wrong(QStringLiteral("rooms"),
                     QStringLiteral("must be at most %1").arg(TokenActs::MaxRooms));
    for (qsizetype i = 0; order.hasRooms && i < order.rooms.size(); ++i) {
        if (!AccessRules::isValidEntry(order.rooms.at(i)))
            return wrong(QStringLiteral("rooms.%1").arg(i),
                         QStringLiteral("must be a room such as project:7, or all of a kind such "
                                        "as project:*"));
    }
    if (!order.scopes)
        return wrong(QStringLiteral("scopes"), QStringLiteral("must name one at least"));
    if (order.lifetime < std::chrono::seconds(1) || order.lifetime > TokenActs::MaxLifetime)
        return wrong(QStringLiteral("ttl_seconds"),
                     QStringLiteral("must be 1-%1").arg(TokenActs::MaxLifetime.count()));
    if (order.name.toUtf8().size() > TokenActs::MaxNameBytes)
        return wrong(QStringLiteral("name"),
                     QStringLiteral("must have at most %1 bytes").arg(TokenActs::MaxNameBytes));
    return {};
}

Jwt::Claims claimsOf(const TokenOrder &order)
{
    Jwt::Claims claims;
    claims.user = order.user;
    claims.scopes = order.scopes;
    if (order.hasRooms)
        claims.rooms = order.rooms;
    // A token tells whole seconds.
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    claims.issuedAt = now;
    claims.expiresAt = now + order.lifetime;
    return claims;
}

QJsonObject objectOf(const QByteArray &part)
{
    const std::optional<QByteArray> json = decodeBase64Url(part);
    return json ? QJsonDocument::fromJson(*json).object() : QJsonObject();
}

} // namespace

TokenActs::TokenActs(const Authenticator &authenticator, TokenStore &store, Logger &logger,
                     CredentialDesk *desk)
    : m_authenticator(authenticator)
    , m_store(store)
    , m_logger(logger)
    , m_desk(desk)
{ }

QList<TokenRecord> TokenActs::list() const
{
    QList<TokenRecord> records = m_store.all();
    for (TokenRecord &record : records)
        record.isKeyGone = m_authenticator.isKeyGone(record);
    return records;
}

void TokenActs::issue(const TokenOrder &order, const QString &by, Reply<IssuedToken> reply)
{
    const Result<IssuedToken> issued = make(order);
    if (!issued) {
        reply(issued);
        return;
    }
    m_store.confirm([&store = m_store, &logger = m_logger, issued, by,
                     reply = std::move(reply)](const Result<void> &stored) {
        const TokenRecord &record = issued->record;
        if (!stored) {
            store.discard(record.id);
            logger.error("token_not_issued", {{"reason", stored.error().message}});
            reply(tl::unexpected<Error>(stored.error()));
            return;
        }
        logger.info("token_issued",
                    {{"id", record.id},
                     {"user", record.user},
                     {"expires_at", Timestamp::of(record.expiresAt)},
                     {"address", by}});
        reply(issued);
    });
}

Result<IssuedToken> TokenActs::make(const TokenOrder &order)
{
    if (const Result<void> checked = check(order); !checked)
        return tl::unexpected<Error>(checked.error());
    Jwt::Claims claims = claimsOf(order);
    const Result<QByteArray> token = m_authenticator.issue(claims);
    if (!token && token.error().code == ErrorCode::BadRequest)
        return tl::unexpected<Error>(token.error());
    if (!token) {
        m_logger.error("token_not_issued", {{"reason", token.error().message}});
        return fail(ErrorCode::Internal, QStringLiteral("The token could not be signed"));
    }

    TokenRecord record;
    record.id = claims.tokenId;
    record.name = order.name;
    record.user = claims.user;
    record.rooms = claims.rooms.value_or(QList<QByteArray>());
    record.hasRooms = claims.rooms.has_value();
    record.scopes = claims.scopes;
    record.createdAt = claims.issuedAt.value_or(record.createdAt);
    record.expiresAt = claims.expiresAt;
    record.keyDigest = claims.keyDigest;
    if (const Result<void> added = m_store.add(record); !added)
        return tl::unexpected<Error>(added.error());
    return IssuedToken{record, *token};
}

void TokenActs::revoke(const QByteArray &id, std::optional<TokenRecord::TimePoint> expiresAt,
                       const QString &by, Reply<TokenRecord> reply)
{
    if (id.isEmpty() || id.size() > MaxIdBytes) {
        reply(wrong(QStringLiteral("id"), QStringLiteral("must have 1-%1 bytes").arg(MaxIdBytes)));
        return;
    }
    const Result<TokenRecord> record = m_store.revoke(id, expiresAt);
    if (!record) {
        reply(record);
        return;
    }
    m_logger.info("token_revoked", {{"id", record->id}, {"address", by}});
    TokenRecord judged = *record;
    judged.isKeyGone = m_authenticator.isKeyGone(judged);
    m_store.confirm([judged, reply = std::move(reply)](const Result<void> &stored) {
        if (stored)
            reply(judged);
        else
            reply(fail(stored.error().code,
                       Text::tr("The token is revoked, but may be good again after a restart: %1")
                           .arg(stored.error().message)));
    });
}

Result<QList<QByteArray>> TokenActs::keysEndedByRotation() const
{
    if (m_desk)
        return m_desk->keysEndedByRotation();
    return noKeyChange();
}

qint64 TokenActs::countSignedBy(const QList<QByteArray> &digests) const
{
    const auto now = std::chrono::system_clock::now();
    const QList<TokenRecord> records = m_store.all();
    return std::count_if(records.cbegin(), records.cend(), [&](const TokenRecord &record) {
        return !record.isForeign && !record.revokedAt && record.expiresAt > now
            && digests.contains(record.keyDigest);
    });
}

Result<void> TokenActs::rotateSigningKey(const QString &by)
{
    Result<void> done = m_desk ? m_desk->rotateSigningKey() : Result<void>(noKeyChange());
    if (done)
        m_logger.info("signing_key_rotated", {{"address", by}});
    return done;
}

Result<void> TokenActs::setStaticToken(const QByteArray &token, const QString &by)
{
    Result<void> done = m_desk
        ? m_desk->setStaticToken(token)
        : fail(ErrorCode::BadRequest, Text::tr("This server does not change its static token"));
    if (done)
        m_logger.info(token.isEmpty() ? "static_token_removed" : "static_token_set",
                      {{"address", by}});
    return done;
}

DecodedToken TokenActs::decode(const QByteArray &token) const
{
    DecodedToken decoded;
    const QList<QByteArray> parts =
        token.size() <= Jwt::MaxTokenBytes ? token.split('.') : QList<QByteArray>();
    if (parts.size() == 3) {
        decoded.header = objectOf(parts.at(0));
        decoded.claims = objectOf(parts.at(1));
    }
    const std::optional<Authenticator::Refusal> refusal = m_authenticator.refusal(token);
    decoded.isValid = !refusal;
    if (decoded.isValid) {
        decoded.verdict = decoded.header.isEmpty()
            ? Text::tr("This is a static token, and it is accepted.")
            : Text::tr("This token is accepted.");
        return decoded;
    }
    switch (refusal->failure) {
    case AuthFailure::Missing:
        decoded.verdict = Text::tr("There is no token.");
        break;
    case AuthFailure::Expired:
        decoded.verdict = Text::tr("This token has expired.");
        break;
    case AuthFailure::Revoked:
    case AuthFailure::Invalid:
        decoded.verdict = refusal->reason.isEmpty()
            ? Text::tr("This token was revoked.")
            : Text::tr("This token is not accepted: %1.").arg(refusal->reason);
        break;
    }
    return decoded;
}

} // namespace Signalbox
