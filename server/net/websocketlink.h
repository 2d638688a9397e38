// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/closecode.h"
#include "common/protocol/websocketframe.h"
#include "server/net/wire.h"

#include <QObject>

#include <chrono>
#include <memory>

QT_BEGIN_NAMESPACE
class QWebSocket;
class QWebSocketServer;
QT_END_NAMESPACE

namespace Signalbox {

class FrontDoor;

/// An open WebSocket: QWebSocket for what comes in and for control frames, the Wire for what goes
/// out.
///
/// Network thread. Owned by the FrontDoor; deletes itself after Listener::linkClosed().
class WebSocketLink final : public QObject, private Wire::Listener
{
    Q_OBJECT

public:
    class Listener
    {
    public:
        virtual void linkTextReceived(const QByteArray &utf8) = 0;
        virtual void linkBinaryReceived(const QByteArray &bytes) = 0;
        virtual void linkPongReceived(std::chrono::milliseconds roundTrip) { Q_UNUSED(roundTrip) }
        /// All that was queued has gone to the kernel; see awaitDrain().
        virtual void linkDrained() = 0;
        /// The client does not keep up; close() it as a slow consumer.
        virtual void linkStalled() = 0;
        /// The end. Called once; the link is not to be used after.
        virtual void linkClosed(quint16 code, const QByteArray &reason) = 0;

    protected:
        ~Listener() = default;
    };

    WebSocketLink(std::unique_ptr<Wire> wire, FrontDoor &frontDoor, quint64 number);
    ~WebSocketLink() override;

    /// Who hears of it from now on. Without one, messages are dropped.
    void setListener(Listener *listener) { m_listener = listener; }

    void send(const WebSocket::Frame &frame);
    /// An RFC 6455 ping; linkPongReceived() tells the round-trip time.
    void ping();
    /// Sends what is queued and a Close frame, and ends. SlowConsumer drops what is queued.
    void close(quint16 code, const QByteArray &reason = {});
    /// Ends the connection without a Close frame.
    void closeNow();

    [[nodiscard]] qint64 queuedBytes() const;
    /// Something is queued: have linkDrained() called, once, when all of it has gone.
    void awaitDrain();
    [[nodiscard]] quint64 bytesReceived() const; ///< since the start, frame headers included

private:
    friend class FrontDoor;

    /// \a server has done the handshake.
    void adopt(QWebSocket *socket, const QWebSocketServer &server, qint64 maxMessage);
    void shedWeight();
    void start(); ///< there is a listener: messages may come
    [[nodiscard]] bool isClosed() const { return m_wire->isClosed(); }

    qsizetype wireReceived(QByteArrayView) override { return 0; }
    void wireDrained() override;
    void wireStalled() override;
    void wireViolated(quint16 code) override;
    void wireClosed() override;
    void wireDestroyed() override { m_wire = nullptr; }

    FrontDoor &m_frontDoor;
    const quint64 m_number; ///< of the handshake
    std::unique_ptr<Wire> m_ownWire; ///< until QWebSocket has it
    Wire *m_wire; ///< m_socket's. Null once QWebSocketServer has deleted it, after the end.
    QWebSocket *m_socket = nullptr;
    Listener *m_listener = nullptr;
    QByteArray m_closeReason;
    quint16 m_closeCode = 0; ///< of our own close
    bool m_hearsPongs = false;
};

} // namespace Signalbox
