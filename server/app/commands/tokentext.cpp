// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/commands/tokentext.h"

#include "common/protocol/json.h"

#include <QCoreApplication>
#include <QDateTime>

namespace Signalbox::TokenText {

namespace {

constexpr qsizetype NameWidth = 8;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Signalbox::TokenText)
};

QString isoTime(qint64 secondsSinceEpoch)
{
    return QDateTime::fromSecsSinceEpoch(secondsSinceEpoch).toUTC().toString(Qt::ISODate);
}

bool isTime(QByteArrayView claim)
{
    return claim == "exp" || claim == "nbf" || claim == "iat";
}

/// The members of one part of a token; an error if it is no base64url of a JSON object.
Result<QString> describePart(const QByteArray &part)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        part, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray json = decoded ? *decoded : QByteArray();
    const Result<QList<Json::Member>> members = Json::members(json);
    if (!members)
        return tl::unexpected<Error>(members.error());
    QString out;
    for (const Json::Member &member : *members) {
        const QString name = printable(QString::fromUtf8(member.key));
        out += QStringLiteral("  ") + name.leftJustified(NameWidth) + u' '
            + printable(QString::fromUtf8(member.value));
        bool isNumber = Json::kindOf(member.value) == Json::Kind::Number;
        const double seconds = isNumber ? member.value.toByteArray().toDouble(&isNumber) : 0;
        // Beyond that a date has no four digits of years.
        if (isTime(member.key) && isNumber && seconds >= 0 && seconds < 253'402'300'800.0)
            out += QStringLiteral("  (%1)").arg(isoTime(qint64(seconds)));
        out += u'\n';
    }
    return out;
}

} // namespace

QString describe(QByteArrayView token)
{
    const QList<QByteArray> parts = token.toByteArray().split('.');
    const QString unreadable = Text::tr("It is no JWT that could be shown.") + u'\n';
    if (parts.size() != 3)
        return unreadable;
    const Result<QString> header = describePart(parts.at(0));
    const Result<QString> claims = describePart(parts.at(1));
    if (!header || !claims)
        return unreadable;
    return Text::tr("header") + u'\n' + *header + Text::tr("claims") + u'\n' + *claims;
}

QString time(std::chrono::system_clock::time_point time)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
    return isoTime(seconds.time_since_epoch().count());
}

QString printable(const QString &text)
{
    QString out = text;
    for (QChar &c : out) {
        // Format characters turn the direction of what follows.
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = QChar::ReplacementCharacter;
    }
    return out;
}

} // namespace Signalbox::TokenText
