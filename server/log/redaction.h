// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Signalbox {

/// \a url with the values of its secret query parameters (`token`, `access_token`, `auth`, ...;
/// also percent-encoded or in capitals) and the password of its authority replaced by
/// `[redacted]`. Takes any text, a bare query string too; linear time.
QByteArray redactedUrl(QByteArrayView url);

/// The same for text in UTF-16.
QString redactedText(const QString &text);

/// True if a field, header or parameter of that name holds a credential.
bool isSecretName(QByteArrayView name);

} // namespace Signalbox
