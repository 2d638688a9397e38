// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/tokenjson.h"

#include "common/timestamp.h"

#include <QJsonArray>

namespace Signalbox::TokenJson {

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
    if (record.expiresAt <= std::chrono::system_clock::now())
        return QStringLiteral("expired");
    // Taken back together with its key: a word that all who read this know.
    return record.isKeyGone ? QStringLiteral("revoked") : QStringLiteral("active");
}

} // namespace

QJsonObject of(const TokenRecord &record)
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
            {QStringLiteral("status"), statusOf(record)},
            {QStringLiteral("key_valid"), isOurs ? QJsonValue(!record.isKeyGone) : QJsonValue()}};
}

} // namespace Signalbox::TokenJson
