// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/frames.h"
#include "tests/support/rawclient.h"

namespace Signalbox::Test {

/// The head of a browser-like upgrade request; \a fields are further lines, each with its CRLF.
QByteArray upgradeRequest(const QByteArray &target, const QByteArray &fields = {});

/// A WebSocket client down to the byte.
class RawWebSocket final
{
public:
    explicit RawWebSocket(quint16 port, const QByteArray &target = "/ws",
                          const QByteArray &fields = {}, int receiveBuffer = 0);

    [[nodiscard]] RawClient &client() { return m_client; }
    /// Waits for the handshake's answer; true if it was accepted.
    [[nodiscard]] bool open();
    [[nodiscard]] const HttpReply &handshake() const { return m_handshake; }

    void send(const ClientFrame &frame) { m_client.send(frame.encode()); }
    void sendText(const QByteArray &text) { send({1, text, true, true, {}}); }
    /// All frames that came since the last call but one; waits for none.
    [[nodiscard]] const QList<ReceivedFrame> &frames();
    /// Payloads of the text and binary frames so far.
    [[nodiscard]] QList<QByteArray> messages();
    /// The code of the Close frame that came; 0 if none did.
    [[nodiscard]] int closeCode();

private:
    RawClient m_client;
    HttpReply m_handshake;
    QByteArray m_rest;
    QList<ReceivedFrame> m_frames;
};

} // namespace Signalbox::Test
