// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/credentials/credentials.h"

#include "server/app/credentials/statictoken.h"

namespace Signalbox {

Result<Credentials> Credentials::of(const Options &options)
{
    const Result<AdminToken> admin = AdminToken::of(options);
    if (!admin)
        return tl::unexpected<Error>(admin.error());
    const Result<JwtKeys> jwt = JwtKeys::of(options);
    if (!jwt)
        return tl::unexpected<Error>(jwt.error());
    const Result<QByteArray> staticDigest = StaticToken::digest(options);
    if (!staticDigest)
        return tl::unexpected<Error>(staticDigest.error());
    return Credentials{*admin, *jwt, *staticDigest};
}

} // namespace Signalbox
