// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/jwt.h"
#include "server/app/credentials/jwtsecret.h"

namespace Signalbox {

/// The keys that a server with given options verifies JWTs with.
struct JwtKeys
{
    /// Ours: HMAC with the first secret that was given, or the one of the data folder. Without keys
    /// if there is none and none was to be made.
    Jwt::KeySet own;
    QList<Jwt::KeySet> foreign; ///< others', as configured; empty: ours are the only ones
    QString secretPath; ///< as JwtSecret::path
    bool isSecretNew = false; ///< as JwtSecret::isNew

    /// Configuration if a key is none, or not of the algorithm's kind; otherwise as JwtSecret.
    static Result<JwtKeys> of(const Options &options,
                              JwtSecret::IfMissing ifMissing = JwtSecret::IfMissing::Make);
};

} // namespace Signalbox
