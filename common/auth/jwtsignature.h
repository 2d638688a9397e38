// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/jwt.h"

namespace Signalbox::Jwt {

/// True if \a key made the signature of \a token by \a algorithm. The caller has checked that the
/// token is well-formed, that its header names that algorithm, and what the key is.
bool isSignedBy(const QByteArray &token, const QByteArray &key, Algorithm algorithm);

/// A token with the members of \a payload, a JSON object, signed by HMAC. Null if that fails.
QByteArray signedToken(const QByteArray &payload, const QByteArray &secret, Algorithm algorithm);

} // namespace Signalbox::Jwt
