// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/credentials/jwtsecret.h"

#include "server/app/data/datafolder.h"

namespace Signalbox {

Result<JwtSecret> JwtSecret::of(const Options &options, IfMissing ifMissing)
{
    JwtSecret result;
    result.secrets = options.jwtSecrets;
    if (!result.secrets.isEmpty())
        return result;

    const QString name = QStringLiteral("jwt-secret");
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
    result.path = folder->filePath(name);
    result.isNew = !exists;
    return result;
}

} // namespace Signalbox
