// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/hub/connectioninfo.h"
#include "common/protocol/engineio.h"
#include "server/engineio/engineserver.h"
#include "server/engineio/enginetransport.h"
#include "server/engineio/handshake.h"
#include "server/net/timerwheel.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace Signalbox {

class PollingTransport;
class UpgradeProbe;
class WebSocketLink;

/// One Engine.IO session: a client with a session id, on whichever transport, with the server's
/// heartbeat. Carries messages, and knows nothing of what they say.
///
/// Network thread. Owned by its EngineServer; deletes itself after Listener::engineClosed().
class EngineSession final : public QObject, private Deadline::Listener
{
    Q_OBJECT

public:
    class Listener
    {
    public:
        /// A message: \a data is UTF-8, or raw bytes if \a isBinary.
        virtual void engineMessageReceived(const QByteArray &data, bool isBinary) = 0;
        /// Nothing is queued any more; see awaitDrain().
        virtual void engineDrained() = 0;
        /// The end; called once. \a code as in WebSocket, 1006 for a connection that broke.
        virtual void engineClosed(quint16 code, const QByteArray &reason) = 0;

    protected:
        ~Listener() = default;
    };

    /// Something that lives as long as the session, and goes with it.
    class Companion
    {
    public:
        virtual ~Companion() = default;
    };

    // Reasons, in the words that Socket.IO has for them
    static constexpr const char *TransportClose = "transport close";
    static constexpr const char *PingTimeout = "ping timeout";
    static constexpr const char *ParseError = "parse error";
    static constexpr const char *ClientClose = "client close";
    static constexpr const char *SlowConsumer = "slow consumer";

    /// After CloseCode::Forbidden a WebSocket stays open that long, with nothing sent, for the
    /// client to close it. python-socketio handles the Disconnect packet on a thread of its own: if
    /// it hears of the close before, it takes the connection for lost, and comes back.
    static constexpr std::chrono::milliseconds FarewellTime{500};

    EngineSession(Handshake handshake, EngineServer &server);
    ~EngineSession() override;

    void setListener(Listener *listener) { m_listener = listener; }
    void setCompanion(std::unique_ptr<Companion> companion) { m_companion = std::move(companion); }

    [[nodiscard]] const QByteArray &sid() const { return m_sid; }
    [[nodiscard]] const Handshake &handshake() const { return m_handshake; }
    [[nodiscard]] QByteArray transportName() const { return m_transport->name(); }
    [[nodiscard]] bool isPolling() const { return m_polling; }
    [[nodiscard]] qint64 queuedBytes() const { return m_transport->queuedBytes(); }
    /// Something is queued: have engineDrained() called when all of it has gone.
    void awaitDrain() { m_transport->awaitDrain(); }
    [[nodiscard]] qint64 queueLimit() const { return m_server.options().queueBytes; }
    /// Of the last heartbeat; negative before the first.
    [[nodiscard]] std::chrono::milliseconds roundTrip() const { return m_roundTrip; }
    [[nodiscard]] bool isClosed() const { return m_isClosed; }

    /// Queues a message, encoded with encodeText() or encodeBinary().
    void send(const WebSocket::Frame &message);
    static WebSocket::Frame encodeText(QByteArrayView message);
    static WebSocket::Frame encodeBinary(QByteArrayView message);

    /// Ends the session from our side; how that looks to the client, and whether it comes back,
    /// follows from \a code.
    void close(quint16 code, const QByteArray &reason);

private:
    friend class EngineServer;
    friend class PollingTransport;
    friend class UpgradeProbe;
    friend class WebSocketTransport;

    void openPolling(const PendingResponse &response);
    void openWebSocket(WebSocketLink &link);
    void startUpgrade(WebSocketLink &link);
    void completeUpgrade(WebSocketLink &link);
    void endUpgrade(); ///< completed or failed
    [[nodiscard]] PollingTransport *polling() const { return m_polling; }

    void handlePacket(const EngineIo::Packet &packet);
    void handleDrained();
    void handleStalled();
    void handleTransportClosed(quint16 code, const QByteArray &reason);
    void deadlinePassed(Deadline &deadline) override;
    void sendOpen(bool canUpgrade);
    void finish(quint16 code, const QByteArray &reason);
    void end();

    EngineServer &m_server;
    std::unique_ptr<EngineTransport> m_transport; // this and the next for each message: together
    bool m_isClosed = false;
    Listener *m_listener = nullptr;
    const QByteArray m_sid;
    const Handshake m_handshake;
    PollingTransport *m_polling = nullptr; ///< m_transport, while it is that
    std::unique_ptr<UpgradeProbe> m_probe;
    Deadline m_deadline; ///< for the next ping, its pong, or the last act of a closed session
    std::chrono::steady_clock::time_point m_pingSent;
    std::chrono::milliseconds m_roundTrip{-1};
    int m_posts = 0; ///< bodies being received
    bool m_awaitsPong = false;
    std::unique_ptr<CloseReason> m_farewell; ///< with which the WebSocket will be closed
    std::unique_ptr<Companion> m_companion; ///< goes first
};

} // namespace Signalbox
