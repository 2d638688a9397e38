// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/result.h"

#include <QByteArray>
#include <QString>

namespace Signalbox {

/// The folder of what must survive a restart. What we make there is for our own user only.
class DataFolder final
{
public:
    /// Makes the folder (0700) and those above it if it is not there; one that is there is taken as
    /// it is. Io if that cannot be.
    static Result<DataFolder> open(const QString &path);

    /// The error that open() would have, as far as can be told without making anything.
    [[nodiscard]] static Result<void> check(const QString &path);
    /// True if \a name is there, in the folder \a path that need not be. Makes nothing.
    [[nodiscard]] static bool holds(const QString &path, const QString &name);

    [[nodiscard]] QString filePath(const QString &name) const;

    /// The secret in file \a name; the first time a random one of 32 bytes, as 43 characters of
    /// base64url, is made and kept (0600). Two processes that start together get the same one.
    /// Io if the file cannot be read or made, or is not ours; Configuration if it holds no secret.
    [[nodiscard]] Result<QByteArray> secret(const QString &name) const;

    /// Puts \a content into file \a name (0600), all or nothing; on the disk when it returns. Io.
    [[nodiscard]] Result<void> replace(const QString &name, const QByteArray &content) const;
    /// Io if the file is still there then.
    [[nodiscard]] Result<void> remove(const QString &name) const;

private:
    explicit DataFolder(const QString &path)
        : m_path(path)
    { }

    QString m_path;
};

} // namespace Signalbox
