// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/tokensapi.h"

#include "server/api/router.h"
#include "server/api/tokenjson.h"
#include "server/api/tokenrequest.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

namespace Signalbox {

namespace {

using TimePoint = TokenRecord::TimePoint;

} // namespace

TokensApi::TokensApi(const ApiContext &context, TokenStore &store)
    : m_access(context)
    , m_acts(context.authenticator, store, context.logger)
{ }

void TokensApi::addTo(Router &router)
{
    const QByteArray path = "/api/v1/tokens";
    router.add(path, "GET", [this](const HttpRequest &request) { return list(request); });
    router.add(path, "POST",
               Router::Handler([this](const HttpRequest &request, const PendingResponse &response) {
                   issue(request, response);
               }));
    router.addItem(path, "DELETE",
                   Router::PendingItemHandler(
                       [this](const HttpRequest &request, const QByteArray &id,
                              const PendingResponse &response) { revoke(request, id, response); }));
}

HttpResponse TokensApi::list(const HttpRequest &request) const
{
    if (const Result<Identity> identity = m_access.requireAdmin(request); !identity)
        return HttpResponse::error(identity.error());
    QJsonArray tokens;
    for (const TokenRecord &record : m_acts.list())
        tokens.append(TokenJson::of(record));
    return HttpResponse::json(QJsonObject{{QStringLiteral("tokens"), tokens}});
}

void TokensApi::issue(const HttpRequest &request, const PendingResponse &response)
{
    if (const Result<Identity> identity = m_access.requireAdmin(request); !identity) {
        response.send(HttpResponse::error(identity.error()));
        return;
    }
    const Result<TokenRequest> wanted = TokenRequest::of(request);
    if (!wanted) {
        response.send(HttpResponse::error(wanted.error()));
        return;
    }
    m_acts.issue(wanted->order(), request.client.address.toString(),
                 [response](const Result<IssuedToken> &issued) {
                     if (!issued) {
                         response.send(HttpResponse::error(issued.error()));
                         return;
                     }
                     QJsonObject answer = TokenJson::of(issued->record);
                     answer.insert(QStringLiteral("token"), QString::fromLatin1(issued->token));
                     HttpResponse created = HttpResponse::json(answer, 201);
                     created.headers.emplaceBack("Cache-Control", "no-store");
                     response.send(created);
                 });
}

void TokensApi::revoke(const HttpRequest &request, const QByteArray &id,
                       const PendingResponse &response)
{
    if (const Result<Identity> identity = m_access.requireAdmin(request); !identity) {
        response.send(HttpResponse::error(identity.error()));
        return;
    }
    const Result<std::optional<TimePoint>> expiresAt = expiryOf(request);
    if (!expiresAt) {
        response.send(HttpResponse::error(expiresAt.error()));
        return;
    }
    m_acts.revoke(id, *expiresAt, request.client.address.toString(),
                  [response](const Result<TokenRecord> &record) {
                      response.send(record ? HttpResponse::json(TokenJson::of(*record))
                                           : HttpResponse::error(record.error()));
                  });
}

Result<std::optional<TimePoint>> TokensApi::expiryOf(const HttpRequest &request)
{
    const QByteArray text = request.head.queryValue("expires_at");
    if (text.isNull())
        return std::optional<TimePoint>();
    const QDateTime expiry = QDateTime::fromString(QString::fromUtf8(text), Qt::ISODateWithMs);
    // Without an offset it would be this machine's local time, whatever that is.
    if (!expiry.isValid() || expiry.timeSpec() == Qt::LocalTime)
        return JsonBody::wrong("expires_at",
                               QStringLiteral("must be a time such as 2030-01-31T12:00:00Z"));
    // A TimePoint ends in the year 2262. Nothing is remembered that long, nor from before now.
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDateTime kept = std::clamp(expiry.toUTC(), now, now.addYears(2));
    return std::optional<TimePoint>(TimePoint(std::chrono::milliseconds(kept.toMSecsSinceEpoch())));
}

} // namespace Signalbox
