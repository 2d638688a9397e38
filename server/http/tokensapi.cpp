// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/tokensapi.h"

#include "common/timestamp.h"
#include "server/http/router.h"
#include "server/http/tokenrequest.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

namespace Signalbox {

namespace {

using TimePoint = TokenRecord::TimePoint;

QJsonValue toJson(const std::optional<TimePoint> &time)
{
    if (!time)
        return {};
    return Timestamp::of(*time);
}

QJsonArray toJson(const QList<QByteArray> &texts)
{
    QJsonArray array;
    for (const QByteArray &text : texts)
        array.append(QString::fromUtf8(text));
    return array;
}

QJsonArray toJson(Scopes scopes)
{
    QJsonArray array;
    if (scopes.testFlag(Scope::Subscribe))
        array.append(QStringLiteral("subscribe"));
    if (scopes.testFlag(Scope::Publish))
        array.append(QStringLiteral("publish"));
    if (scopes.testFlag(Scope::Admin))
        array.append(QStringLiteral("admin"));
    return array;
}

QString statusOf(const TokenRecord &record)
{
    if (record.revokedAt)
        return QStringLiteral("revoked");
    return record.expiresAt <= std::chrono::system_clock::now() ? QStringLiteral("expired")
                                                                : QStringLiteral("active");
}

/// Of a foreign token we know nothing but its id and how long it is to be remembered.
QJsonObject toJson(const TokenRecord &record)
{
    const bool isOurs = !record.isForeign;
    return {{QStringLiteral("id"), QString::fromUtf8(record.id)},
            {QStringLiteral("name"), record.name},
            {QStringLiteral("user"),
             isOurs ? QJsonValue(QString::fromUtf8(record.user)) : QJsonValue()},
            {QStringLiteral("rooms"),
             record.hasRooms ? QJsonValue(toJson(record.rooms)) : QJsonValue()},
            {QStringLiteral("scopes"), isOurs ? QJsonValue(toJson(record.scopes)) : QJsonValue()},
            {QStringLiteral("created_at"), isOurs ? toJson(record.createdAt) : QJsonValue()},
            {QStringLiteral("expires_at"), toJson(record.expiresAt)},
            {QStringLiteral("last_used_at"), toJson(record.lastUsedAt)},
            {QStringLiteral("status"), statusOf(record)}};
}

} // namespace

TokensApi::TokensApi(const ApiContext &context, TokenStore &store)
    : m_access(context)
    , m_acts(context.authenticator, store, context.logger)
{ }

void TokensApi::addTo(Router &router)
{
    const QByteArray path = "/api/v1/tokens";
    router.add(path, "GET", [this](const HttpRequest &request) { return list(request); });
    router.add(path, "POST", [this](const HttpRequest &request) { return issue(request); });
    router.addItem(path, "DELETE", [this](const HttpRequest &request, const QByteArray &id) {
        return revoke(request, id);
    });
}

HttpResponse TokensApi::list(const HttpRequest &request) const
{
    if (const Result<Identity> identity = m_access.requireAdmin(request); !identity)
        return HttpResponse::error(identity.error());
    QJsonArray tokens;
    for (const TokenRecord &record : m_acts.list())
        tokens.append(toJson(record));
    return HttpResponse::json(QJsonObject{{QStringLiteral("tokens"), tokens}});
}

HttpResponse TokensApi::issue(const HttpRequest &request)
{
    if (const Result<Identity> identity = m_access.requireAdmin(request); !identity)
        return HttpResponse::error(identity.error());
    const Result<TokenRequest> wanted = TokenRequest::of(request);
    if (!wanted)
        return HttpResponse::error(wanted.error());

    const Result<IssuedToken> issued =
        m_acts.issue(wanted->order(), request.client.address.toString());
    if (!issued)
        return HttpResponse::error(issued.error());
    QJsonObject answer = toJson(issued->record);
    answer.insert(QStringLiteral("token"), QString::fromLatin1(issued->token));
    HttpResponse response = HttpResponse::json(answer, 201);
    response.headers.emplaceBack("Cache-Control", "no-store");
    return response;
}

HttpResponse TokensApi::revoke(const HttpRequest &request, const QByteArray &id)
{
    if (const Result<Identity> identity = m_access.requireAdmin(request); !identity)
        return HttpResponse::error(identity.error());
    if (id.size() > TokenActs::MaxIdBytes)
        return HttpResponse::error(
            JsonBody::wrong("id",
                            QStringLiteral("must have at most %1 bytes").arg(TokenActs::MaxIdBytes))
                .value());
    std::optional<TimePoint> expiresAt;
    const QByteArray expiryText = request.head.queryValue("expires_at");
    if (!expiryText.isNull()) {
        const QDateTime expiry =
            QDateTime::fromString(QString::fromUtf8(expiryText), Qt::ISODateWithMs);
        // Without an offset it would be this machine's local time, whatever that is.
        if (!expiry.isValid() || expiry.timeSpec() == Qt::LocalTime)
            return HttpResponse::error(
                JsonBody::wrong("expires_at",
                                QStringLiteral("must be a time such as 2030-01-31T12:00:00Z"))
                    .value());
        // A TimePoint ends in the year 2262. Nothing is remembered that long, nor from before now.
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const QDateTime kept = std::clamp(expiry.toUTC(), now, now.addYears(2));
        expiresAt = TimePoint(std::chrono::milliseconds(kept.toMSecsSinceEpoch()));
    }
    const Result<TokenRecord> record =
        m_acts.revoke(id, expiresAt, request.client.address.toString());
    if (!record)
        return HttpResponse::error(record.error());
    return HttpResponse::json(toJson(*record));
}

} // namespace Signalbox
