// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QString>

#include <chrono>

namespace Signalbox {

/// Every error that a client, a publisher or an operator's tool can see, in one place. The text of
/// a code (`text()`) is what goes over the wire, in a Socket.IO `error` event as in an HTTP body.
enum class ErrorCode {
    AuthRequired, ///< a credential is required and missing
    BadRequest, ///< a field is missing or of the wrong type
    BadRoom, ///< a room name is malformed
    Conflict, ///< an Idempotency-Key was used before with another body
    Draining, ///< the server is shutting down
    Emergency, ///< publishing is stopped by an operator
    Forbidden, ///< the credential does not allow this
    Internal, ///< our own fault
    InvalidEvent, ///< an event breaks the rules; `field` and `index` say where
    InvalidJson, ///< the bytes are not strict JSON
    InvalidToken, ///< a credential was given and is not valid
    Limit, ///< a documented limit was reached
    MethodNotAllowed,
    NotFound,
    PayloadTooLarge,
    RateLimited,
    ReservedType, ///< an event type that clients or protocols use for themselves
    TokenExpired, ///< a credential was valid until not long ago
    UnsupportedMediaType,
    // Seen by whoever starts the process, never by a client:
    Configuration, ///< a wrong option; exit code 2
    Io, ///< a file could not be read or written; exit code 1
    PortInUse, ///< exit code 1
};

/// What went wrong. `field` is the offending member's path ("room", "data.progress"), `index` the
/// event's place in a batch; empty and -1 where they mean nothing. `retryAfter`: when to try again;
/// 0 if waiting does not help.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString message;
    QString field;
    int index = -1;
    std::chrono::milliseconds retryAfter{};
};

/// The code as clients see it, such as "auth_required".
QByteArray text(ErrorCode code);

/// The HTTP status that goes with the code (RFC 9110).
int httpStatus(ErrorCode code);

} // namespace Signalbox

Q_DECLARE_METATYPE(Signalbox::Error)
