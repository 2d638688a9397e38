// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/cellformat.h"

#include <QLocale>

#include <cmath>

namespace Signalbox {

namespace {

QDateTime timeOf(const FieldValue &value)
{
    return QDateTime::fromMSecsSinceEpoch(qint64(value.toNumber())).toUTC();
}

} // namespace

QString CellFormat::bytes(double bytes)
{
    const auto whole = qint64(bytes);
    return QLocale().formattedDataSize(whole, whole < 1000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString CellFormat::duration(double seconds)
{
    const auto whole = qint64(std::max(0.0, seconds));
    const auto padded = [](qint64 value) {
        return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0'));
    };
    if (whole < 60)
        return tr("%1 s").arg(whole);
    if (whole < 3600)
        return tr("%1 min %2 s").arg(QString::number(whole / 60), padded(whole % 60));
    if (whole < 86'400)
        return tr("%1 h %2 min").arg(QString::number(whole / 3600), padded(whole / 60 % 60));
    return tr("%1 d %2 h").arg(QString::number(whole / 86'400), padded(whole / 3600 % 24));
}

QString CellFormat::time(const QDateTime &time, bool utc)
{
    const QDateTime shown = utc ? time.toUTC() : time.toLocalTime();
    const QString clock = shown.time().toString(QStringLiteral("HH:mm:ss"));
    const QDate today = utc ? QDateTime::currentDateTimeUtc().date() : QDate::currentDate();
    if (shown.date() == today)
        return clock;
    return QLocale().toString(shown.date(), QLocale::ShortFormat) + u' ' + clock;
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
        return bytes(value.toNumber());
    case FieldKind::Seconds:
        return duration(value.toNumber());
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
