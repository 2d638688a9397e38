// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/randomid.h"

#include <QRandomGenerator>

#include <array>

namespace Signalbox {

QByteArray randomId()
{
    std::array<quint32, 4> bits;
    QRandomGenerator::system()->generate(bits.begin(), bits.end());
    return QByteArray(reinterpret_cast<const char *>(bits.data()), sizeof bits)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace Signalbox
