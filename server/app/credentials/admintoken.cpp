// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/credentials/admintoken.h"

#include "server/app/data/datafolder.h"

namespace Signalbox {

namespace {

QString fileName()
{
    return QStringLiteral("admin-token");
}

} // namespace

Result<AdminToken> AdminToken::of(const Options &options)
{
    if (!options.adminToken.isEmpty())
        return AdminToken{options.adminToken, {}};
    const Result<DataFolder> folder = DataFolder::open(options.dataFolder);
    if (!folder)
        return tl::unexpected<Error>(folder.error());
    const Result<QByteArray> token = folder->secret(fileName());
    if (!token)
        return tl::unexpected<Error>(token.error());
    return AdminToken{*token, folder->filePath(fileName())};
}

Result<AdminToken> AdminToken::look(const Options &options)
{
    if (!options.adminToken.isEmpty() || DataFolder::holds(options.dataFolder, fileName()))
        return of(options);
    if (const Result<void> checked = DataFolder::check(options.dataFolder); !checked)
        return tl::unexpected<Error>(checked.error());
    return AdminToken{{}, options.dataFolder + u'/' + fileName()};
}

} // namespace Signalbox
