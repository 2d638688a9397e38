// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/auth/randomtext.h"

#include "common/auth/base64url.h"

#include <QRandomGenerator>

#include <array>

namespace Signalbox {

namespace {

template <size_t Bits>
QByteArray randomText()
{
    std::array<quint32, Bits / 32> words;
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return encodeBase64Url(
        QByteArrayView(reinterpret_cast<const char *>(words.data()), qsizetype(sizeof words)));
}

} // namespace

QByteArray randomId()
{
    return randomText<128>();
}

QByteArray randomSecret()
{
    return randomText<256>();
}

} // namespace Signalbox
