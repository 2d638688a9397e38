// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
        /// Nothing is queued any more.
        virtual void engineDrained() = 0;
        /// The end; called once. \a code as in WebSocket, 1006 for a connection that broke.
        virtual void engineClosed(quint16 code, const QByteArray &reason) = 0;

    protected:
        ~Listener() = default;
    };

    // Reasons, in the words that Socket.IO has for them
    static constexpr const char *TransportClose = "transport close";
    static constexpr const char *PingTimeout = "ping timeout";
    static constexpr const char *ParseError = "parse error";
    static constexpr const char *ClientClose = "client close";
    static constexpr const char *SlowConsumer = "slow consumer";

    EngineSession(Handshake handshake, EngineServer &server);
    ~EngineSession() override;

    void setListener(Listener *listener) { m_listener = listener; }

    [[nodiscard]] const QByteArray &sid() const { return m_sid; }
    [[nodiscard]] const Handshake &handshake() const { return m_handshake; }
    [[nodiscard]] QByteArray transportName() const { return m_transport->name(); }
    [[nodiscard]] bool isPolling() const { return m_polling; }
    [[nodiscard]] qint64 queuedBytes() const { return m_transport->queuedBytes(); }
    [[nodiscard]] qint64 queueLimit() const { return m_server.options().queueBytes; }
    /// Of the last heartbeat; negative before the first.
    [[nodiscard]] std::chrono::milliseconds roundTrip() const { return m_roundTrip; }
    [[nodiscard]] std::chrono::steady_clock::time_point lastReceived() const
    {
        return m_lastReceived;
    }
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
    void fail(quint16 code, const QByteArray &reason) { close(code, reason); }
    void deadlinePassed(Deadline &deadline) override;
    void sendOpen(bool canUpgrade);
    void finish(quint16 code, const QByteArray &reason);

    EngineServer &m_server;
    const QByteArray m_sid;
    const Handshake m_handshake;
    Listener *m_listener = nullptr;
    std::unique_ptr<EngineTransport> m_transport;
    PollingTransport *m_polling = nullptr; ///< m_transport, while it is that
    std::unique_ptr<UpgradeProbe> m_probe;
    Deadline m_deadline; ///< for the next ping, its pong, or the last poll of a closed session
    std::chrono::steady_clock::time_point m_pingSent;
    std::chrono::steady_clock::time_point m_lastReceived;
    std::chrono::milliseconds m_roundTrip{-1};
    int m_posts = 0; ///< bodies being received
    bool m_awaitsPong = false;
    bool m_isClosed = false;
};

} // namespace Signalbox
