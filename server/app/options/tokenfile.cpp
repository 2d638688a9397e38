// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/options/tokenfile.h"

#include "server/app/options/optionvalues.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include <sys/stat.h>

namespace Signalbox {

namespace {

constexpr qint64 maxFileBytes = 1024 * 1024;
// Each is compared at every authentication.
constexpr qsizetype maxTokens = 1000;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Signalbox::TokenFile)
};

} // namespace

QString permissionWarning(int descriptor, const QString &path)
{
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0 || (status.st_mode & (S_IRGRP | S_IROTH)) == 0)
        return {};
    return Text::tr("%1 can be read by other users of this machine; chmod 600 keeps it private")
        .arg(path);
}

Result<QByteArray> readCredentialFile(const QString &path, qint64 maxBytes, QStringList &warnings)
{
    if (path.isEmpty())
        return fail(ErrorCode::Configuration, Text::tr("must be the path of a file"));
    // A pipe or a device could block the server for ever, and has nothing left to say on reload.
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
                    Text::tr("%1 is too large for a token file").arg(path));

    const QString warning = permissionWarning(file.handle(), path);
    if (!warning.isEmpty())
        warnings.append(warning);
    return bytes;
}

Result<TokenFile> TokenFile::read(const QString &path)
{
    TokenFile result;
    const Result<QByteArray> bytes = readCredentialFile(path, maxFileBytes, result.warnings);
    if (!bytes)
        return tl::unexpected<Error>(bytes.error());
    int number = 0;
    for (const QByteArray &line : bytes->split('\n')) {
        ++number;
        QStringDecoder decoder(QStringDecoder::Utf8);
        const QString text = QString(decoder(line)).trimmed();
        if (decoder.hasError())
            return fail(ErrorCode::Configuration,
                        Text::tr("%1:%2: is not UTF-8").arg(path).arg(number));
        if (text.isEmpty() || text.startsWith(u'#'))
            continue;
        const Result<QByteArray> token = OptionValues::readToken(text);
        if (!token)
            return fail(ErrorCode::Configuration,
                        Text::tr("%1:%2: %3").arg(path).arg(number).arg(token.error().message));
        if (!result.tokens.contains(*token))
            result.tokens.append(*token);
        if (result.tokens.size() > maxTokens)
            return fail(ErrorCode::Configuration,
                        Text::tr("%1 holds more than %2 tokens").arg(path).arg(maxTokens));
    }
    if (result.tokens.isEmpty())
        return fail(ErrorCode::Configuration, Text::tr("%1 holds no token").arg(path));
    return result;
}

} // namespace Signalbox
