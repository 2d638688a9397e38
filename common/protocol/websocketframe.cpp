// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/websocketframe.h"

#include <QtEndian>

namespace Signalbox::WebSocket {

namespace {

constexpr qsizetype MaxControlPayload = 125; // RFC 6455, section 5.5
constexpr qsizetype MaxHeader = 10;

} // namespace

Frame encode(Opcode opcode, QByteArrayView payload)
{
    Q_ASSERT(quint8(opcode) < 0x8 || payload.size() <= MaxControlPayload);

    QByteArray bytes;
    bytes.reserve(MaxHeader + payload.size());
    bytes.append(char(0x80 | quint8(opcode))); // FIN
    if (payload.size() <= 125) {
        bytes.append(char(payload.size()));
    } else if (payload.size() <= 0xFFFF) {
        const quint16 length = qToBigEndian(quint16(payload.size()));
        bytes.append(char(126));
        bytes.append(reinterpret_cast<const char *>(&length), sizeof length);
    } else {
        const quint64 length = qToBigEndian(quint64(payload.size()));
        bytes.append(char(127));
        bytes.append(reinterpret_cast<const char *>(&length), sizeof length);
    }
    const qsizetype headerSize = bytes.size();
    bytes.append(payload);
    return {std::move(bytes), headerSize};
}

QByteArray encodeClose(quint16 code, QByteArrayView reason)
{
    constexpr qsizetype MaxReason = MaxControlPayload - qsizetype(sizeof code);
    if (reason.size() > MaxReason) {
        qsizetype end = MaxReason;
        while (end > 0 && (quint8(reason[end]) & 0xC0) == 0x80)
            --end;
        reason = reason.first(end);
    }
    const quint16 wireCode = qToBigEndian(code);
    QByteArray payload(reinterpret_cast<const char *>(&wireCode), sizeof wireCode);
    payload.append(reason);
    return encode(Opcode::Close, payload).bytes;
}

} // namespace Signalbox::WebSocket
