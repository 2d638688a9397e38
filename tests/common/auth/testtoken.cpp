// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/auth/testtoken.h"

#include <QMessageAuthenticationCode>

#include <openssl/bio.h>
#include <openssl/ecdsa.h>
#include <openssl/pem.h>

namespace TestToken {

namespace {

using Bio = std::unique_ptr<BIO, decltype(&BIO_free_all)>;

QByteArray contents(const Bio &bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, size);
}

} // namespace

Key rsaKey(int bits)
{
    return Key(EVP_RSA_gen(size_t(bits)));
}

Key ecKey(const char *curve)
{
    return Key(EVP_EC_gen(curve));
}

QByteArray publicPem(const Key &key)
{
    const Bio bio(BIO_new(BIO_s_mem()), &BIO_free_all);
    PEM_write_bio_PUBKEY(bio.get(), key.get());
    return contents(bio);
}

QByteArray privatePem(const Key &key)
{
    const Bio bio(BIO_new(BIO_s_mem()), &BIO_free_all);
    PEM_write_bio_PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return contents(bio);
}

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray unsignedToken(const QByteArray &header, const QByteArray &payload)
{
    return base64Url(header) + '.' + base64Url(payload);
}

QByteArray hmacToken(const QByteArray &header, const QByteArray &payload, const QByteArray &secret,
                     int bits)
{
    const QByteArray data = unsignedToken(header, payload);
    const auto method = bits == 512 ? QCryptographicHash::Sha512
        : bits == 384               ? QCryptographicHash::Sha384
                                    : QCryptographicHash::Sha256;
    return data + '.' + base64Url(QMessageAuthenticationCode::hash(data, secret, method));
}

QByteArray derSignature(const QByteArray &data, const Key &key)
{
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                          &EVP_MD_CTX_free);
    const auto *bytes = reinterpret_cast<const unsigned char *>(data.constData());
    size_t size = 0;
    if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) != 1
        || EVP_DigestSign(context.get(), nullptr, &size, bytes, size_t(data.size())) != 1)
        qFatal("OpenSSL cannot sign");
    QByteArray signature(qsizetype(size), '\0');
    if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size,
                       bytes, size_t(data.size()))
        != 1)
        qFatal("OpenSSL cannot sign");
    signature.truncate(qsizetype(size));
    return signature;
}

QByteArray publicKeyToken(const QByteArray &header, const QByteArray &payload, const Key &key)
{
    const QByteArray data = unsignedToken(header, payload);
    QByteArray signature = derSignature(data, key);
    if (EVP_PKEY_get_base_id(key.get()) == EVP_PKEY_EC) {
        const auto *der = reinterpret_cast<const unsigned char *>(signature.constData());
        const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> numbers(
            d2i_ECDSA_SIG(nullptr, &der, signature.size()), &ECDSA_SIG_free);
        const int size = (EVP_PKEY_get_bits(key.get()) + 7) / 8;
        QByteArray raw(2 * size, '\0');
        auto *out = reinterpret_cast<unsigned char *>(raw.data());
        BN_bn2binpad(ECDSA_SIG_get0_r(numbers.get()), out, size);
        BN_bn2binpad(ECDSA_SIG_get0_s(numbers.get()), out + size, size);
        signature = raw;
    }
    return data + '.' + base64Url(signature);
}

} // namespace TestToken
