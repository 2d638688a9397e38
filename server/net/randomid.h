// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Signalbox {

/// 128 bits from the system's cryptographic generator, as 22 characters of base64url. Nobody
/// guesses another client's session id.
QByteArray randomId();

} // namespace Signalbox
