// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/jwt.h"
#include "common/result.h"

namespace Signalbox::Jwt {

/// Configuration error if \a key cannot verify what \a algorithm signed; see KeySet::check().
Result<void> checkKey(const QByteArray &key, Algorithm algorithm);

/// True if \a secret may be an HMAC secret: long enough, and no key of another kind. A public key
/// taken for a secret would let everybody sign who can read it.
bool isHmacSecret(QByteArrayView secret);

} // namespace Signalbox::Jwt
