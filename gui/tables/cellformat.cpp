// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tables/cellformat.h"

#include "gui/figures.h"

#include <QLocale>

#include <cmath>

namespace Signalbox {

namespace {

QDateTime timeOf(const FieldValue &value)
{
    return QDateTime::fromMSecsSinceEpoch(qint64(value.toNumber())).toUTC();
}

} // namespace

QString CellFormat::time(const QDateTime &time, bool utc)
{
    const QDateTime shown = utc ? time.toUTC() : time.toLocalTime();
    const QString clock = shown.time().toString(QStringLiteral("HH:mm:ss"));
    const QDate today = utc ? QDateTime::currentDateTimeUtc().date() : QDate::currentDate();
    if (shown.date() == today)
        return clock;
    return QLocale().toString(shown.date(), QLocale::ShortFormat) + u' ' + clock;
}

QString CellFormat::longTime()
{
    // Two digits each; the names of months, if there are any, are short ones here.
    return time(QDateTime(QDate(2000, 12, 28), QTime(20, 48, 48)), true);
}

QString CellFormat::fullTime(const QDateTime &time, bool utc)
{
    const QDateTime shown = utc ? time.toUTC() : time.toLocalTime();
    return QLocale().toString(shown.date(), QLocale::LongFormat) + u' '
        + shown.time().toString(QStringLiteral("HH:mm:ss.zzz")) + u' '
        + (utc ? QStringLiteral("UTC") : shown.timeZoneAbbreviation());
}

QString CellFormat::text(const FieldValue &value, FieldKind kind, bool utc)
{
    if (value.isText())
        return QString::fromUtf8(value.toText());
    if (value.isNull())
        return QStringLiteral("–");
    switch (kind) {
    case FieldKind::Bytes:
        return Figures::bytes(value.toNumber());
    case FieldKind::Seconds:
        return Figures::duration(qint64(value.toNumber()));
    case FieldKind::Milliseconds:
        return tr("%1 ms").arg(QLocale().toString(qint64(value.toNumber())));
    case FieldKind::Time:
        return time(timeOf(value), utc);
    default:
        return QLocale().toString(qint64(value.toNumber()));
    }
}

QString CellFormat::fullText(const FieldValue &value, FieldKind kind, bool utc)
{
    if (value.isList()) {
        constexpr qsizetype Most = 20; // a tool tip is no place for thousands
        QStringList lines;
        for (const QByteArray &text : value.toList()->first(qMin(Most, value.toList()->size())))
            lines << QString::fromUtf8(text);
        const auto rest = int(value.toList()->size() - lines.size());
        if (rest > 0)
            lines << tr("and %n more", nullptr, rest);
        return lines.join(u'\n');
    }
    if (value.isNumber() && kind == FieldKind::Time)
        return fullTime(timeOf(value), utc);
    if (value.isNumber() && kind == FieldKind::Bytes)
        return tr("%1 bytes").arg(QLocale().toString(qint64(value.toNumber())));
    return text(value, kind, utc);
}

QByteArray CellFormat::rawText(const FieldValue &value, FieldKind kind)
{
    if (value.isText())
        return value.toText().toByteArray();
    if (value.isList())
        return value.toList()->join(' ');
    if (value.isNull())
        return {};
    if (kind == FieldKind::Time)
        return timeOf(value).toString(Qt::ISODateWithMs).toLatin1();
    return QByteArray::number(value.toNumber(), 'f', 0);
}

} // namespace Signalbox
