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

/// The bytes of the file of credentials \a path, at most \a maxBytes (Configuration if more); Io if
/// it cannot be read. \a warnings gets a sentence if others on this machine can read it, too.
Result<QByteArray> readCredentialFile(const QString &path, qint64 maxBytes, QStringList &warnings);

/// A warning if others on this machine can read \a descriptor's file, named \a path, else empty.
QString permissionWarning(int descriptor, const QString &path);

} // namespace Signalbox
