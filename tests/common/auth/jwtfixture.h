// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/jwt.h"

#include <QMetaType>

/// What the tests of JWTs share.
namespace Signalbox::Test {

enum Outcome { Good, Invalid, Expired };
inline constexpr std::chrono::system_clock::time_point Now{std::chrono::seconds(1'800'000'000)};
inline const QByteArray Secret = "0123456789abcdef0123456789abcdef";
inline const QByteArray Header = R"({"alg":"HS256","typ":"JWT"})";
inline const QByteArray Payload = R"({"sub":"ann","exp":1800003600})";

/// A payload that is in order, but for \a members, which are added to it.
inline QByteArray payloadWith(const QByteArray &members)
{
    return R"({"sub":"ann","exp":1800003600,)" + members + '}';
}

inline Jwt::KeySet keySet()
{
    Jwt::KeySet keys;
    keys.keys = {Secret};
    return keys;
}

inline Outcome outcome(const tl::expected<Jwt::Claims, Jwt::Rejection> &result)
{
    if (result)
        return Good;
    return result.error().failure == Jwt::Failure::Expired ? Expired : Invalid;
}

} // namespace Signalbox::Test

Q_DECLARE_METATYPE(Signalbox::Test::Outcome)
