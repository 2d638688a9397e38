// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engineio/websockettransport.h"

#include "common/protocol/engineio.h"
#include "server/engineio/enginesession.h"

namespace Signalbox {

WebSocketTransport::WebSocketTransport(WebSocketLink &link, EngineSession &session)
    : m_link(&link)
    , m_session(session)
{
    link.setListener(this);
}

WebSocketTransport::~WebSocketTransport()
{
    if (m_link)
        m_link->setListener(nullptr);
}

void WebSocketTransport::send(const WebSocket::Frame &packet)
{
    if (m_link)
        m_link->send(packet);
}

qint64 WebSocketTransport::queuedBytes() const
{
    return m_link ? m_link->queuedBytes() : 0;
}

void WebSocketTransport::awaitDrain()
{
    if (m_link)
        m_link->awaitDrain();
}

QByteArray WebSocketTransport::name() const
{
    return QByteArrayLiteral("websocket");
}

void WebSocketTransport::close(quint16 code, const QByteArray &reason)
{
    if (!m_link)
        return;
    m_link->setListener(nullptr);
    std::exchange(m_link, nullptr)->close(code, reason);
}

void WebSocketTransport::linkTextReceived(const QByteArray &utf8)
{
    const Result<EngineIo::Packet> packet = EngineIo::decodeText(utf8);
    if (packet)
        m_session.handlePacket(*packet);
    else
        m_session.close(CloseCode::ProtocolError, EngineSession::ParseError);
}

void WebSocketTransport::linkBinaryReceived(const QByteArray &bytes)
{
    m_session.handlePacket({EngineIo::PacketType::Message, true, bytes});
}

void WebSocketTransport::linkDrained()
{
    m_session.handleDrained();
}

void WebSocketTransport::linkStalled()
{
    m_session.handleStalled();
}

void WebSocketTransport::linkClosed(quint16 code, const QByteArray &reason)
{
    m_link = nullptr;
    m_session.handleTransportClosed(code, reason);
}

} // namespace Signalbox
