// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Signalbox {

// What is secret is said here alone, for all that shows or writes what came from outside.

/// \a url with the values of its secret query parameters (isSecretName(); also percent-encoded or
/// in capitals), the password of its authority, JWTs, and the tokens after `Bearer` replaced by
/// `[redacted]`. Takes any text, a bare query string too; linear time.
QByteArray redactedUrl(QByteArrayView url);

/// The same for text in UTF-16.
QString redactedText(const QString &text);

/// What may be shown of a header's \a value: nothing if its name is a secret's or if it holds
/// credentials of an authentication scheme, whatever its name; else as redactedUrl().
QByteArray redactedHeader(QByteArrayView name, const QByteArray &value);

/// True if a field, header or parameter of that name holds a credential: a token, password, cookie,
/// key or signature.
bool isSecretName(QByteArrayView name);

} // namespace Signalbox
