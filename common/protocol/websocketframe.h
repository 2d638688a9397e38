// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// RFC 6455 frames from server to client: unmasked, so that one encoding serves every client.
namespace Signalbox::WebSocket {

enum class Opcode : quint8 { Text = 0x1, Binary = 0x2, Close = 0x8, Ping = 0x9, Pong = 0xA };

/// A message encoded once for all its receivers: the frame's header and its payload in one buffer.
/// The payload is also what a polling client gets.
struct Frame
{
    QByteArray bytes;
    qsizetype headerSize = 0;

    [[nodiscard]] QByteArrayView payload() const
    {
        return QByteArrayView(bytes).sliced(headerSize);
    }
    [[nodiscard]] bool isBinary() const
    {
        return !bytes.isEmpty() && (bytes.front() & 0x0F) == 0x2;
    }
};

/// One whole message in one frame (section 5.2). A control frame's payload is at most 125 bytes.
Frame encode(Opcode opcode, QByteArrayView payload);
/// A Close frame (section 5.5.1): \a reason is cut to 123 bytes at a character's boundary.
QByteArray encodeClose(quint16 code, QByteArrayView reason);

} // namespace Signalbox::WebSocket
