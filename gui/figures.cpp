// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/figures.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace Signalbox::Figures {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Signalbox::Figures)
};

} // namespace

QString count(double value)
{
    const QLocale locale;
    if (value >= 1e10)
        return Text::tr("%1 G", "thousand millions").arg(locale.toString(value / 1e9, 'f', 1));
    if (value >= 1e7)
        return Text::tr("%1 M", "millions").arg(locale.toString(value / 1e6, 'f', 1));
    return locale.toString(qRound64(value));
}

QString rate(double perSecond)
{
    const QString figure = perSecond > 0 && perSecond < 9.95 ? QLocale().toString(perSecond, 'f', 1)
                                                             : count(perSecond);
    return Text::tr("%1/s", "per second").arg(figure);
}

QString bytes(double value)
{
    if (value < 1000)
        return Text::tr("%1 B", "bytes").arg(QLocale().toString(qRound64(value)));
    return QLocale().formattedDataSize(qRound64(value), 1, QLocale::DataSizeSIFormat);
}

QString byteRate(double perSecond)
{
    return Text::tr("%1/s", "per second").arg(bytes(perSecond));
}

QString duration(qint64 seconds)
{
    const QLocale locale;
    const auto text = [&locale](qint64 value) { return locale.toString(value); };
    if (seconds < 60)
        return Text::tr("%1 s").arg(text(std::max<qint64>(seconds, 0)));
    if (seconds < 3600)
        return Text::tr("%1 min %2 s").arg(text(seconds / 60), text(seconds % 60));
    if (seconds < 86'400)
        return Text::tr("%1 h %2 min").arg(text(seconds / 3600), text(seconds / 60 % 60));
    return Text::tr("%1 d %2 h").arg(text(seconds / 86'400), text(seconds / 3600 % 24));
}

QString time(const QDateTime &at, bool utc)
{
    const QTime time = (utc ? at.toUTC() : at.toLocalTime()).time();
    QString format = QLocale().timeFormat(QLocale::ShortFormat);
    if (!format.contains(QStringLiteral("ss")))
        format.replace(QStringLiteral("mm"), QStringLiteral("mm:ss"));
    return QLocale().toString(time, format);
}

} // namespace Signalbox::Figures
