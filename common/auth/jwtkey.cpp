// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/auth/jwtkey.h"

#include <QCoreApplication>

#include <array>
#include <memory>
#include <string_view>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

namespace Signalbox::Jwt {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Jwt)
};

constexpr QByteArrayView PemMark = "-----BEGIN ";
// Larger ones are no keys that anybody uses, and each token would cost us the time.
constexpr int MaxRsaBits = 16384;
constexpr qsizetype MaxKeyBytes = 64 * 1024;

struct OpensslDeleter
{
    void operator()(BIO *bio) const { BIO_free(bio); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
};

/// Answers a demand for a passphrase: there is none, and nobody is asked on the terminal.
int refusePassphrase(char *, int, int, void *)
{
    return -1;
}

bool isOnP256(const EVP_PKEY *key)
{
    std::array<char, 64> name{};
    size_t length = 0;
    if (EVP_PKEY_get_group_name(key, name.data(), name.size(), &length) != 1)
        return false;
    const std::string_view curve(name.data(), length);
    return curve == "prime256v1" || curve == "P-256";
}

Result<void> checkPublicKey(const QByteArray &pem, Algorithm algorithm)
{
    if (pem.contains("PRIVATE KEY-----"))
        return fail(ErrorCode::Configuration,
                    Text::tr("the JWT public key file holds a private key"));
    std::unique_ptr<BIO, OpensslDeleter> bio(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    if (!bio)
        return fail(ErrorCode::Configuration, Text::tr("out of memory"));
    const std::unique_ptr<EVP_PKEY, OpensslDeleter> key(
        PEM_read_bio_PUBKEY(bio.get(), nullptr, refusePassphrase, nullptr));
    ERR_clear_error(); // TLS connections of this thread would take what is left there for theirs
    if (!key)
        return fail(ErrorCode::Configuration, Text::tr("the JWT public key is no PEM public key"));

    if (algorithm == Algorithm::RS256) {
        if (EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA)
            return fail(ErrorCode::Configuration,
                        Text::tr("the JWT public key is no RSA key, which RS256 needs"));
        const int bits = EVP_PKEY_get_bits(key.get());
        if (bits < MinRsaBits || bits > MaxRsaBits)
            return fail(ErrorCode::Configuration,
                        Text::tr("the JWT public key has %1 bits; RS256 needs %2 to %3")
                            .arg(QString::number(bits), QString::number(MinRsaBits),
                                 QString::number(MaxRsaBits)));
        return {};
    }
    const bool isRight = EVP_PKEY_get_base_id(key.get()) == EVP_PKEY_EC && isOnP256(key.get());
    ERR_clear_error();
    if (!isRight)
        return fail(ErrorCode::Configuration,
                    Text::tr("the JWT public key is no EC key on P-256, which ES256 needs"));
    return {};
}

} // namespace

bool isHmacSecret(QByteArrayView secret)
{
    return secret.size() >= MinSecretBytes && secret.size() <= MaxKeyBytes
        && !secret.contains(PemMark);
}

Result<void> checkKey(const QByteArray &key, Algorithm algorithm)
{
    if (key.size() > MaxKeyBytes)
        return fail(ErrorCode::Configuration, Text::tr("a JWT key is larger than 64 KiB"));
    if (!isHmac(algorithm))
        return checkPublicKey(key, algorithm);
    if (key.contains(PemMark))
        return fail(ErrorCode::Configuration,
                    Text::tr("the JWT secret is a PEM key; with one, set the algorithm to RS256 "
                             "or ES256"));
    if (!isHmacSecret(key))
        return fail(ErrorCode::Configuration,
                    Text::tr("the JWT secret has %1 bytes; it needs at least %2")
                        .arg(QString::number(key.size()), QString::number(MinSecretBytes)));
    return {};
}

} // namespace Signalbox::Jwt
