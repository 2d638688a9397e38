// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Signalbox {

/// 128 bits of the system's cryptographic generator, as 22 characters of base64url (RFC 4648,
/// section 5): the id of a session or of a token, which nobody guesses.
QByteArray randomId();
/// 256 bits, as 43 characters: a secret.
QByteArray randomSecret();

} // namespace Signalbox
