// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawwebsocket.h"

namespace Signalbox::Test {

QByteArray upgradeRequest(const QByteArray &target, const QByteArray &fields)
{
    return "GET " + target
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
          "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: c2lnbmFsYm94IHRlc3RzIQ==\r\n"
        + fields + "\r\n";
}

RawWebSocket::RawWebSocket(quint16 port, const QByteArray &target, const QByteArray &fields,
                           int receiveBuffer)
    : m_client(port, receiveBuffer)
{
    m_client.send(upgradeRequest(target, fields));
}

bool RawWebSocket::open()
{
    m_handshake = m_client.reply();
    return m_handshake.status == 101;
}

const QList<ReceivedFrame> &RawWebSocket::frames()
{
    m_rest += m_client.take();
    m_frames += takeFrames(m_rest);
    return m_frames;
}

QList<QByteArray> RawWebSocket::messages()
{
    QList<QByteArray> messages;
    for (const ReceivedFrame &frame : frames()) {
        if (frame.opcode < 8)
            messages.append(frame.payload);
    }
    return messages;
}

int RawWebSocket::closeCode()
{
    for (const ReceivedFrame &frame : frames()) {
        if (frame.opcode == 8)
            return frame.closeCode();
    }
    return 0;
}

} // namespace Signalbox::Test
