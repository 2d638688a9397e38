// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/result.h"

#include <QList>
#include <QString>

namespace Signalbox {

/// The lines of a --config file. INI, of which we take `key = value`, `[General]` and whole lines
/// of comment behind `#` or `;`. A value may stand in double quotes; nothing is escaped.
///
/// QSettings reads such files too, but drops what it does not understand, and takes backslashes,
/// commas and `%` in a token for its own.
struct ConfigFile
{
    struct Entry
    {
        QString key;
        QString value; ///< not empty
        int line = 0; ///< from 1
    };
    QList<Entry> entries; ///< in the file's order; a key may come again
    bool isReadableByOthers = false;

    /// Io if \a path cannot be read; Configuration, naming path and line, if a line is malformed.
    static Result<ConfigFile> read(const QString &path);
};

} // namespace Signalbox
