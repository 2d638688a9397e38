// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/options/credentialfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

namespace Signalbox {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Signalbox::CredentialFile)
};

bool isReadableByOthers(const QFile &file)
{
    struct stat status = {};
    return ::fstat(file.handle(), &status) == 0 && (status.st_mode & (S_IRGRP | S_IROTH)) != 0;
}

} // namespace

Result<QByteArray> readCredentialFile(const QString &path, qint64 maxBytes, QStringList &warnings)
{
    if (path.isEmpty())
        return fail(ErrorCode::Configuration, Text::tr("must be the path of a file"));
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return fail(ErrorCode::Io, Text::tr("%1 is not a regular file").arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io, Text::tr("cannot read %1: %2").arg(path, file.errorString()));
    const QByteArray bytes = file.read(maxBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorCode::Io, Text::tr("cannot read %1: %2").arg(path, file.errorString()));
    if (bytes.size() > maxBytes)
        return fail(ErrorCode::Configuration,
                    Text::tr("%1 is too large: at most %2 KiB").arg(path).arg(maxBytes / 1024));
    if (isReadableByOthers(file))
        warnings.append(
            Text::tr("%1 can be read by other users of this machine; chmod 600 keeps it private")
                .arg(path));
    return bytes;
}

} // namespace Signalbox
