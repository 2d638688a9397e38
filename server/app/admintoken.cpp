// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/admintoken.h"

#include "server/app/datafolder.h"

namespace Signalbox {

Result<AdminToken> AdminToken::of(const Options &options)
{
    if (!options.adminToken.isEmpty())
        return AdminToken{options.adminToken, {}};
    const QString name = QStringLiteral("admin-token");
    const Result<DataFolder> folder = DataFolder::open(options.dataFolder);
    if (!folder)
        return tl::unexpected<Error>(folder.error());
    const Result<QByteArray> token = folder->secret(name);
    if (!token)
        return tl::unexpected<Error>(token.error());
    return AdminToken{*token, folder->filePath(name)};
}

} // namespace Signalbox
