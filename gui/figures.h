// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QDateTime;
QT_END_NAMESPACE

namespace Signalbox {

/// Figures as the person at the screen writes them.
namespace Figures {

QString count(double value); ///< "12,345"; from ten millions on "12.3 M"
QString rate(double perSecond); ///< "0.4/s", "1,234/s"
QString bytes(double value); ///< "1.2 MB"
QString byteRate(double perSecond); ///< "1.2 MB/s"
/// In the two largest units: "42 s", "3 min 5 s", "2 h 10 min", "4 d 3 h".
QString duration(qint64 seconds);
/// "2:03:04 PM" or "14:03:04", in UTC or in local time.
QString time(const QDateTime &at, bool utc);

} // namespace Figures

} // namespace Signalbox
