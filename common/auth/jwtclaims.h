// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/jwt.h"
#include "common/protocol/json.h"

namespace Signalbox::Jwt {

/// Makes the failed half of what verify() returns.
tl::unexpected<Rejection> reject(QString reason);

/// Reads and judges the members of a token's payload. The signature is the caller's part; until it
/// is verified the result is worth nothing.
tl::expected<Claims, Rejection> readClaims(const QList<Json::Member> &members, const KeySet &keys,
                                           std::chrono::system_clock::time_point now);

/// The payload that carries \a claims. BadRequest for claims that readClaims() would refuse.
Result<QByteArray> writeClaims(const Claims &claims);

} // namespace Signalbox::Jwt
