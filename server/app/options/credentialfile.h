// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/result.h"

#include <QStringList>

namespace Signalbox {

/// A file that holds, or may hold, a secret. Errors say which file and why: Io if it cannot be read
/// or is no regular file (a pipe or a device could block the server for ever, and has nothing left
/// to say on reload), Configuration if it is larger than \a maxBytes or \a path is empty. A file
/// that other users can read is a warning.
Result<QByteArray> readCredentialFile(const QString &path, qint64 maxBytes, QStringList &warnings);

} // namespace Signalbox
