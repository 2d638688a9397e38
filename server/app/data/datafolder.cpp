// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/data/datafolder.h"

#include "common/auth/randomtext.h"
#include "server/app/options/tokenfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryFile>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Signalbox {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Signalbox::DataFolder)
};

tl::unexpected<Error> notWritable(const QString &path, const QString &reason)
{
    return fail(ErrorCode::Io,
                Text::tr("cannot write %1: %2; --data-dir names another folder").arg(path, reason));
}

tl::unexpected<Error> noFolder()
{
    return fail(ErrorCode::Io,
                Text::tr("no folder to keep data in: neither HOME nor XDG_DATA_HOME is set; "
                         "--data-dir names one"));
}

/// What was renamed into \a folder is still there after a power failure.
void syncFolder(const QString &folder)
{
    const int descriptor =
        ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return; // some file systems have no such thing
    ::fsync(descriptor);
    ::close(descriptor);
}

/// Makes \a path with \a content, all or nothing; leaves one that is there alone. Readers never
/// see half of it.
Result<void> createOnce(const QString &path, const QByteArray &content)
{
    QTemporaryFile file(path + QStringLiteral(".XXXXXX")); // 0600 from the start
    if (!file.open())
        return notWritable(path, file.errorString());
    if (file.write(content) != content.size() || !file.flush() || ::fsync(file.handle()) != 0)
        return notWritable(path, qt_error_string());
    const QByteArray from = QFile::encodeName(file.fileName());
    const QByteArray to = QFile::encodeName(path);
    if (::link(from.constData(), to.constData()) == 0 || errno == EEXIST)
        return {};
    // Some file systems have no links. There, of two processes, the later one would win.
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0
        || errno == EEXIST)
        return {};
    if (errno != EINVAL && errno != ENOSYS)
        return notWritable(path, qt_error_string());
    if (::rename(from.constData(), to.constData()) != 0)
        return notWritable(path, qt_error_string());
    return {};
}

/// Others could put a secret that they know into a folder that they may write to.
bool isOurs(const QString &path)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return false;
    return status.st_uid == ::geteuid() || status.st_uid == 0;
}

} // namespace

Result<void> DataFolder::check(const QString &path)
{
    if (path.isEmpty())
        return noFolder();
    QFileInfo info(path);
    while (!info.exists() && !info.isRoot())
        info = QFileInfo(info.path());
    if (!info.isDir())
        return notWritable(info.filePath(), Text::tr("it is a file"));
    if (!info.isWritable())
        return notWritable(info.filePath(), qt_error_string(EACCES));
    return {};
}

Result<DataFolder> DataFolder::open(const QString &path)
{
    if (path.isEmpty())
        return noFolder();
    const QFileInfo info(path);
    if (info.isDir())
        return DataFolder(path);
    if (info.exists())
        return notWritable(path, Text::tr("it is a file"));
    const QString parent = info.dir().path();
    if (!QDir().mkpath(parent))
        return notWritable(parent, qt_error_string());
    if (::mkdir(QFile::encodeName(path).constData(), S_IRWXU) != 0 && errno != EEXIST)
        return notWritable(path, qt_error_string());
    return DataFolder(path);
}

bool DataFolder::holds(const QString &path, const QString &name)
{
    return !path.isEmpty() && QFileInfo::exists(path + u'/' + name);
}

QString DataFolder::filePath(const QString &name) const
{
    return m_path + u'/' + name;
}

Result<void> DataFolder::replace(const QString &name, const QByteArray &content) const
{
    const QString path = filePath(name);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(content) != content.size() || !file.flush() || ::fsync(file.handle()) != 0
        || !file.commit()) {
        const QString reason =
            file.error() == QFileDevice::NoError ? qt_error_string() : file.errorString();
        return fail(ErrorCode::Io, Text::tr("cannot write %1: %2").arg(path, reason));
    }
    syncFolder(m_path);
    return {};
}

Result<void> DataFolder::remove(const QString &name) const
{
    QFile file(filePath(name));
    if (!file.remove() && file.exists())
        return fail(ErrorCode::Io,
                    Text::tr("cannot remove %1: %2").arg(file.fileName(), file.errorString()));
    syncFolder(m_path);
    return {};
}

Result<QByteArray> DataFolder::secret(const QString &name) const
{
    const QString path = filePath(name);
    if (!QFileInfo::exists(path)) {
        const Result<void> created = createOnce(path, randomSecret() + '\n');
        if (!created)
            return tl::unexpected<Error>(created.error());
    }
    if (!isOurs(path))
        return fail(ErrorCode::Io, Text::tr("%1 belongs to another user; remove it").arg(path));
    const Result<TokenFile> file = TokenFile::read(path);
    if (!file)
        return fail(file.error().code,
                    Text::tr("%1; remove it to have a new one made").arg(file.error().message));
    if (file->tokens.size() > 1)
        return fail(
            ErrorCode::Configuration,
            Text::tr("%1 holds more than one secret; remove it to have a new one made").arg(path));
    return file->tokens.first();
}

} // namespace Signalbox
