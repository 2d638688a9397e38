// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/websocketlink.h"

#include "server/net/frontdoor.h"

#include <QNetworkProxy>
#include <QWebSocket>
#include <QWebSocketServer>

namespace Signalbox {

WebSocketLink::WebSocketLink(std::unique_ptr<Wire> wire, FrontDoor &frontDoor, quint64 number)
    : m_frontDoor(frontDoor)
    , m_number(number)
    , m_ownWire(std::move(wire))
    , m_wire(m_ownWire.get())
{
    m_wire->setListener(*this);
}

WebSocketLink::~WebSocketLink()
{
    if (m_socket)
        m_socket->disconnect(this);
    if (m_wire)
        m_wire->setListener(Wire::nobody());
    m_frontDoor.forget(*this);
}

void WebSocketLink::adopt(QWebSocket *socket, const QWebSocketServer &server, qint64 maxMessage)
{
    // It would go on listening to every socket, and QObject::sender() look through all of them at
    // each further handshake.
    disconnect(m_wire, nullptr, &server, nullptr);
    m_socket = socket;
    m_socket->setParent(this);
    m_ownWire.release()->setParent(m_socket);
    // The guard counts in bytes and is stricter; this is the second line.
    m_socket->setMaxAllowedIncomingFrameSize(quint64(maxMessage));
    m_socket->setMaxAllowedIncomingMessageSize(quint64(maxMessage));
    connect(m_socket, &QWebSocket::textMessageReceived, this, [this](const QString &message) {
        if (m_listener && !m_wire->isClosing())
            m_listener->linkTextReceived(message.toUtf8());
    });
    connect(m_socket, &QWebSocket::binaryMessageReceived, this, [this](const QByteArray &message) {
        if (m_listener && !m_wire->isClosing())
            m_listener->linkBinaryReceived(message);
    });
    shedWeight();
}

/// Frees 1 KB of what QWebSocket has for the many things that it can be used for, and we do not:
/// connections for signals that it passes on from its socket, and a proxy's description.
void WebSocketLink::shedWeight()
{
    disconnect(m_wire, &Wire::errorOccurred, m_socket, nullptr);
    disconnect(m_wire, &Wire::proxyAuthenticationRequired, m_socket, nullptr);
    disconnect(m_wire, &Wire::readChannelFinished, m_socket, nullptr);
    disconnect(m_wire, &Wire::aboutToClose, m_socket, nullptr);
    disconnect(m_wire, &Wire::bytesWritten, m_socket, nullptr);
    m_socket->setProxy(QNetworkProxy());
}

void WebSocketLink::start()
{
    m_wire->finishHandshake();
}

void WebSocketLink::send(const WebSocket::Frame &frame)
{
    m_wire->send(frame.bytes);
}

void WebSocketLink::ping()
{
    if (!m_socket || m_wire->isClosing())
        return;
    if (!std::exchange(m_hearsPongs, true)) {
        connect(m_socket, &QWebSocket::pong, this, [this](quint64 elapsed) {
            if (m_listener && !m_wire->isClosing())
                m_listener->linkPongReceived(std::chrono::milliseconds(elapsed));
        });
    }
    m_socket->ping();
}

void WebSocketLink::close(quint16 code, const QByteArray &reason)
{
    if (m_wire->isClosing())
        return;
    m_closeCode = code;
    m_closeReason = reason;
    if (code == CloseCode::SlowConsumer)
        m_wire->dropQueue();
    m_wire->send(WebSocket::encodeClose(code, reason));
    m_wire->closeGracefully();
}

void WebSocketLink::closeNow()
{
    m_wire->closeNow();
}

qint64 WebSocketLink::queuedBytes() const
{
    return m_wire->queuedBytes();
}

void WebSocketLink::awaitDrain()
{
    m_wire->awaitDrain();
}

quint64 WebSocketLink::bytesReceived() const
{
    return m_wire->bytesReceived();
}

void WebSocketLink::wireDrained()
{
    if (m_listener)
        m_listener->linkDrained();
}

void WebSocketLink::wireStalled()
{
    if (m_listener)
        m_listener->linkStalled();
    else
        close(CloseCode::SlowConsumer);
}

void WebSocketLink::wireViolated(quint16 code)
{
    close(code, code == 1009 ? "message too big" : "protocol error");
}

void WebSocketLink::wireClosed()
{
    quint16 code = m_closeCode;
    QByteArray reason = m_closeReason;
    if (code == 0) {
        // QWebSocket wrote a Close frame of its own if it answered one, or found an error.
        const bool wasClosed = m_socket && m_wire->wasClosedGracefully();
        code = wasClosed ? quint16(m_socket->closeCode()) : CloseCode::Abnormal;
        reason = wasClosed ? m_socket->closeReason().toUtf8() : QByteArray();
    }
    deleteLater();
    if (Listener *listener = std::exchange(m_listener, nullptr))
        listener->linkClosed(code, reason);
}

} // namespace Signalbox
