// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/credentials/jwtsecret.h"

#include "common/auth/randomtext.h"
#include "server/app/data/datafolder.h"

#include <QCoreApplication>

namespace Signalbox {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Signalbox::JwtSecret)
};

QString fileName()
{
    return QStringLiteral("jwt-secret");
}

/// Of the secret before that one.
QString previousFileName()
{
    return QStringLiteral("jwt-secret-previous");
}

} // namespace

Result<JwtSecret> JwtSecret::of(const Options &options, IfMissing ifMissing)
{
    JwtSecret result;
    result.secrets = options.jwtSecrets;
    if (!result.secrets.isEmpty())
        return result;

    const QString name = fileName();
    const bool exists = DataFolder::holds(options.dataFolder, name);
    if (!exists && ifMissing == IfMissing::LeaveOut) {
        if (const Result<void> checked = DataFolder::check(options.dataFolder); !checked)
            return tl::unexpected<Error>(checked.error());
        result.path = options.dataFolder + u'/' + name;
        return result;
    }
    const Result<DataFolder> folder = DataFolder::open(options.dataFolder);
    if (!folder)
        return tl::unexpected<Error>(folder.error());
    const Result<QByteArray> secret = folder->secret(name);
    if (!secret)
        return tl::unexpected<Error>(secret.error());
    result.secrets = {*secret};
    if (DataFolder::holds(options.dataFolder, previousFileName())) {
        const Result<QByteArray> previous = folder->secret(previousFileName());
        if (!previous)
            return tl::unexpected<Error>(previous.error());
        // A rotation that was cut short leaves both the same.
        if (*previous != *secret)
            result.secrets.append(*previous);
    }
    result.path = folder->filePath(name);
    result.isNew = !exists;
    return result;
}

Result<QByteArray> JwtSecret::keptByRotation(const Options &options)
{
    if (!options.jwtSecrets.isEmpty())
        return fail(ErrorCode::BadRequest,
                    Text::tr("The signing key was configured (--jwt-secret-file or JWT_SECRET): "
                             "put a new one before it there"));
    const Result<DataFolder> folder = DataFolder::open(options.dataFolder);
    if (!folder)
        return tl::unexpected<Error>(folder.error());
    return folder->secret(fileName());
}

Result<void> JwtSecret::rotate(const Options &options)
{
    const Result<QByteArray> current = keptByRotation(options);
    if (!current)
        return tl::unexpected<Error>(current.error());
    const Result<DataFolder> folder = DataFolder::open(options.dataFolder);
    if (!folder)
        return tl::unexpected<Error>(folder.error());
    // In this order: whenever it is cut short, the tokens that are out there stay good.
    const Result<void> kept = folder->replace(previousFileName(), *current + '\n');
    if (!kept)
        return kept;
    return folder->replace(fileName(), randomSecret() + '\n');
}

} // namespace Signalbox
