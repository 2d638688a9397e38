// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/auth/base64url.h"

namespace Signalbox {

namespace {

constexpr QByteArray::Base64Options Options =
    QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

std::optional<QByteArray> decodeBase64Url(QByteArrayView text)
{
    const QByteArray encoded = text.toByteArray();
    const auto result =
        QByteArray::fromBase64Encoding(encoded, Options | QByteArray::AbortOnBase64DecodingErrors);
    // Qt takes padding and left-over bits as they come; encoding again shows them.
    if (!result || result.decoded.toBase64(Options) != encoded)
        return std::nullopt;
    return result.decoded;
}

QByteArray encodeBase64Url(QByteArrayView bytes)
{
    return QByteArray::fromRawData(bytes.data(), bytes.size()).toBase64(Options);
}

} // namespace Signalbox
