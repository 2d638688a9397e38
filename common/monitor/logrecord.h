// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

#include <utility>

namespace Signalbox {

/// A line of the log, already redacted.
struct LogRecord
{
    enum class Level { Debug, Info, Warning, Error };

    QDateTime at; ///< UTC
    Level level = Level::Info;
    QByteArray event; ///< such as "client_connected"
    QList<std::pair<QByteArray, QString>> fields; ///< in the order of the line
};

/// Log records since the last time, oldest first; `skipped` more came before the last of them.
struct LogRecords
{
    bool isReset = false; ///< all that was told before is void: these are the last lines
    QList<LogRecord> records;
    qint64 skipped = 0;
};

} // namespace Signalbox

Q_DECLARE_METATYPE(Signalbox::LogRecords)
