// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/authenticator.h"
#include "tests/common/auth/testtoken.h"

#include <chrono>

/// What the tests of the Authenticator share.
namespace Signalbox::Test {

using namespace std::chrono_literals;

inline const QByteArray OwnSecret = "our own secret, 32 bytes or more";
inline const QByteArray TheirSecret = "their secret, which is long enough";
inline const QByteArray Header = R"({"alg":"HS256"})";

inline Jwt::KeySet keySet(const QByteArray &secret, const QByteArray &issuer = {})
{
    Jwt::KeySet keys;
    keys.keys = {secret};
    keys.issuer = issuer;
    return keys;
}

/// A token for "ann" with \a members; good for an hour, or expired for one.
inline QByteArray tokenWith(const QByteArray &secret, const QByteArray &members,
                            bool isExpired = false)
{
    const auto exp = std::chrono::system_clock::now() + (isExpired ? -1h : 1h);
    return TestToken::hmacToken(
        Header,
        R"({"sub":"ann","exp":)"
            + QByteArray::number(qint64(std::chrono::system_clock::to_time_t(exp))) + ',' + members
            + '}',
        secret);
}

/// The outcome in a word.
inline const char *name(const tl::expected<Identity, AuthFailure> &result)
{
    if (result)
        return "good";
    switch (result.error()) {
    case AuthFailure::Missing:
        return "missing";
    case AuthFailure::Invalid:
        return "invalid";
    case AuthFailure::Expired:
        return "expired";
    case AuthFailure::Revoked:
        return "revoked";
    }
    return "?";
}

} // namespace Signalbox::Test
