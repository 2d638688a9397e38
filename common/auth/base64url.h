// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace Signalbox {

/// Decodes base64url as RFC 7515 wants it: no padding, no line breaks, no other characters, and no
/// bits set that nothing is decoded from, so that there is one way only to write something.
std::optional<QByteArray> decodeBase64Url(QByteArrayView text);
/// Encodes the same way.
QByteArray encodeBase64Url(QByteArrayView bytes);

} // namespace Signalbox
