// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/credentials/admintoken.h"
#include "server/app/credentials/jwtkeys.h"

namespace Signalbox {

/// What a server checks credentials with, besides the tokens of its Options.
struct Credentials
{
    AdminToken admin;
    JwtKeys jwt;
    QByteArray staticDigest; ///< as StaticToken::digest()

    /// Makes what is missing in the data folder. Errors as AdminToken and JwtKeys.
    static Result<Credentials> of(const Options &options);
};

} // namespace Signalbox
