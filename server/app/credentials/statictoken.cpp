// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/credentials/statictoken.h"

#include "common/auth/authenticator.h"
#include "server/app/data/datafolder.h"
#include "server/app/options/optionvalues.h"
#include "server/app/options/tokenfile.h"

#include <QCoreApplication>
#include <QFile>

namespace Signalbox::StaticToken {

namespace {

constexpr QByteArrayView Prefix = "sha256:";

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Signalbox::StaticToken)
};

QString fileName()
{
    return QStringLiteral("static-token");
}

} // namespace

Result<QByteArray> digest(const Options &options)
{
    if (!DataFolder::holds(options.dataFolder, fileName()))
        return QByteArray();
    const QString path = options.dataFolder + u'/' + fileName();
    const Result<TokenFile> file = TokenFile::read(path);
    if (!file)
        return fail(
            file.error().code,
            Text::tr("%1; set the token again, or remove the file").arg(file.error().message));
    const QByteArray &line = file->tokens.first();
    const QByteArray hash =
        line.startsWith(Prefix) ? QByteArray::fromHex(line.sliced(Prefix.size())) : QByteArray();
    if (file->tokens.size() != 1 || hash.size() != Authenticator::staticDigest({}).size())
        return fail(ErrorCode::Configuration,
                    Text::tr("%1 holds no digest of a token; remove it, and set the token again")
                        .arg(path));
    return hash;
}

Result<void> keep(const Options &options, const QByteArray &token)
{
    if (token.isEmpty() && !DataFolder::holds(options.dataFolder, fileName()))
        return {};
    const Result<DataFolder> folder = DataFolder::open(options.dataFolder);
    if (!folder)
        return tl::unexpected<Error>(folder.error());
    if (token.isEmpty())
        return folder->remove(fileName());
    const QString field = QStringLiteral("token");
    const Result<QByteArray> checked = OptionValues::readToken(QString::fromUtf8(token));
    if (!checked)
        return fail(ErrorCode::BadRequest, checked.error().message, field);
    if (token.size() > Authenticator::MaxTokenBytes)
        return fail(ErrorCode::BadRequest,
                    Text::tr("must have at most %1 bytes").arg(Authenticator::MaxTokenBytes),
                    field);
    return folder->replace(
        fileName(), Prefix.toByteArray() + Authenticator::staticDigest(token).toHex() + '\n');
}

} // namespace Signalbox::StaticToken
