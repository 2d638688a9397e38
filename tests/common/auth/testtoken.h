// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

#include <openssl/evp.h>

/// Tokens as others make them, good and bad: written here by hand, without the code under test.
namespace TestToken {

struct KeyDeleter
{
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
};
using Key = std::unique_ptr<EVP_PKEY, KeyDeleter>;

Key rsaKey(int bits = 2048);
Key ecKey(const char *curve = "P-256");
QByteArray publicPem(const Key &key);
QByteArray privatePem(const Key &key);

QByteArray base64Url(const QByteArray &bytes);
/// The first two parts of a token.
QByteArray unsignedToken(const QByteArray &header, const QByteArray &payload);
/// Signed by HMAC; \a bits is 256, 384 or 512.
QByteArray hmacToken(const QByteArray &header, const QByteArray &payload, const QByteArray &secret,
                     int bits = 256);
/// Signed by RSA, or by EC in the form that JWS wants: two numbers, one behind the other.
QByteArray publicKeyToken(const QByteArray &header, const QByteArray &payload, const Key &key);
/// The signature as OpenSSL makes it: in DER, for EC.
QByteArray derSignature(const QByteArray &data, const Key &key);

} // namespace TestToken
