// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/engineio/enginetransport.h"
#include "server/net/websocketlink.h"

namespace Signalbox {

class EngineSession;

/// Engine.IO over a WebSocket: one packet, one message.
class WebSocketTransport final : public EngineTransport, private WebSocketLink::Listener
{
public:
    WebSocketTransport(WebSocketLink &link, EngineSession &session);
    ~WebSocketTransport() override;

    void send(const WebSocket::Frame &packet) override;
    [[nodiscard]] qint64 queuedBytes() const override;
    void awaitDrain() override;
    [[nodiscard]] QByteArray name() const override;
    void close(quint16 code, const QByteArray &reason) override;

private:
    void linkTextReceived(const QByteArray &utf8) override;
    void linkBinaryReceived(const QByteArray &bytes) override;
    void linkDrained() override;
    void linkStalled() override;
    void linkClosed(quint16 code, const QByteArray &reason) override;

    WebSocketLink *m_link; ///< null once it is closed
    EngineSession &m_session;
};

} // namespace Signalbox
