// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/errors.h"

namespace Signalbox {

namespace {

struct Row
{
    const char *text;
    int status;
};

constexpr Row row(ErrorCode code)
{
    switch (code) {
    case ErrorCode::AuthRequired:
        return {"auth_required", 401};
    case ErrorCode::BadRequest:
        return {"bad_request", 400};
    case ErrorCode::BadRoom:
        return {"bad_room", 400};
    case ErrorCode::Conflict:
        return {"conflict", 409};
    case ErrorCode::Draining:
        return {"draining", 503};
    case ErrorCode::Emergency:
        return {"emergency", 503};
    case ErrorCode::Forbidden:
        return {"forbidden", 403};
    case ErrorCode::InvalidEvent:
        return {"invalid_event", 422};
    case ErrorCode::InvalidJson:
        return {"invalid_json", 400};
    case ErrorCode::InvalidToken:
        return {"invalid_token", 401};
    case ErrorCode::Limit:
        return {"limit", 429};
    case ErrorCode::MethodNotAllowed:
        return {"method_not_allowed", 405};
    case ErrorCode::NotFound:
        return {"not_found", 404};
    case ErrorCode::PayloadTooLarge:
        return {"payload_too_large", 413};
    case ErrorCode::RateLimited:
        return {"rate_limited", 429};
    case ErrorCode::ReservedType:
        return {"reserved_type", 422};
    case ErrorCode::TokenExpired:
        return {"token_expired", 401};
    case ErrorCode::UnsupportedMediaType:
        return {"unsupported_media_type", 415};
    case ErrorCode::Configuration:
        return {"configuration", 500};
    case ErrorCode::Io:
        return {"io", 500};
    case ErrorCode::PortInUse:
        return {"port_in_use", 500};
    case ErrorCode::Internal:
        break;
    }
    return {"internal", 500};
}

} // namespace

QByteArray text(ErrorCode code)
{
    return row(code).text;
}

int httpStatus(ErrorCode code)
{
    return row(code).status;
}

} // namespace Signalbox
