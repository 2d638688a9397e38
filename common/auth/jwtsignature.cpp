// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/auth/jwtsignature.h"

#include <cstdlib>
#include <memory>

#include <jwt.h>
#include <openssl/err.h>

namespace Signalbox::Jwt {

namespace {

struct TokenDeleter
{
    void operator()(jwt_t *token) const { jwt_free(token); }
};
using Token = std::unique_ptr<jwt_t, TokenDeleter>;

struct TextDeleter
{
    // The library's own way to free it came with 1.11; until somebody sets an allocator, that is
    // free(), too.
    void operator()(char *text) const { std::free(text); }
};

jwt_alg_t libraryName(Algorithm algorithm)
{
    switch (algorithm) {
    case Algorithm::HS256:
        return JWT_ALG_HS256;
    case Algorithm::HS384:
        return JWT_ALG_HS384;
    case Algorithm::HS512:
        return JWT_ALG_HS512;
    case Algorithm::RS256:
        return JWT_ALG_RS256;
    case Algorithm::ES256:
        return JWT_ALG_ES256;
    }
    return JWT_ALG_INVAL;
}

const unsigned char *bytes(const QByteArray &key)
{
    return reinterpret_cast<const unsigned char *>(key.constData());
}

} // namespace

bool isSignedBy(const QByteArray &token, const QByteArray &key, Algorithm algorithm)
{
    if (key.isEmpty())
        return false; // the library takes that for a wish not to verify
    jwt_t *decoded = nullptr;
    const int error = jwt_decode(&decoded, token.constData(), bytes(key), int(key.size()));
    const Token owner(decoded);
    // A failure stays in the thread's queue of errors, where TLS would take it for its own.
    ERR_clear_error();
    return error == 0 && decoded && jwt_get_alg(decoded) == libraryName(algorithm);
}

QByteArray signedToken(const QByteArray &payload, const QByteArray &secret, Algorithm algorithm)
{
    jwt_t *made = nullptr;
    if (jwt_new(&made) != 0)
        return {};
    const Token owner(made);
    if (jwt_add_grants_json(made, payload.constData()) != 0
        || jwt_set_alg(made, libraryName(algorithm), bytes(secret), int(secret.size())) != 0)
        return {};
    const std::unique_ptr<char, TextDeleter> text(jwt_encode_str(made));
    ERR_clear_error();
    return QByteArray(text.get());
}

} // namespace Signalbox::Jwt
