// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace Signalbox {

/// A file of credentials: one per line, spaces around it, blank lines and lines that start with `#`
/// ignored.
struct TokenFile
{
    QList<QByteArray> tokens; ///< at least one, each once
    QStringList warnings; ///< for a log; they hold no token

    /// Io if the file cannot be read; Configuration if it holds no token, or something that cannot
    /// be one. A file that says nothing must never mean that nothing is asked for.
    static Result<TokenFile> read(const QString &path);
};

} // namespace Signalbox
