// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/result.h"
#include "server/http/httphead.h"
#include "server/http/httpmessage.h"
#include "server/http/originpolicy.h"
#include "server/http/trustedproxies.h"
#include "server/net/pendingresponse.h"
#include "server/net/qtcompat.h"
#include "server/net/wire.h"

#include <QHash>
#include <QHostAddress>
#include <QHttpServer>
#include <QObject>
#include <QSet>
#include <QWebSocketServer>

#include <chrono>
#include <functional>
#include <memory>
#include <variant>
#include <vector>

namespace Signalbox {

class HttpConnection;
class RequestPipe;
class WebSocketLink;

struct FrontDoorOptions
{
    HttpLimits limits;
    std::chrono::milliseconds headTimeout = std::chrono::seconds(10); ///< 408 after that
    std::chrono::milliseconds bodyTimeout = std::chrono::seconds(30); ///< 408 after that
    std::chrono::milliseconds idleTimeout = std::chrono::seconds(75); ///< between requests
    OriginPolicy origins;
    TrustedProxies proxies;
    qint64 queueBytes = 1024 * 1024; ///< per connection; over it the client is slow
};

/// The one port. Accepts every connection, admits only what is well-formed, in time, within limits
/// and from an allowed origin, and hands it on: requests to a QHttpServer, WebSocket upgrades to a
/// QWebSocketServer. Neither of the two ever sees a byte that was not checked here.
///
/// Network thread.
class FrontDoor final : public QObject
{
    Q_OBJECT

public:
    /// What became of an upgrade request: refused with a real HTTP answer, or accepted; then the
    /// function is called with the open link, which it must give a listener.
    struct Upgrade
    {
        qint64 maxMessage = 0;
        std::function<void(WebSocketLink &)> opened;
    };
    using UpgradeDecision = std::variant<HttpResponse, Upgrade>;

    /// Who knows the paths.
    class Delegate
    {
    public:
        virtual void handleRequest(const HttpRequest &request, PendingResponse response) = 0;
        /// nullopt if the path is none for WebSockets: then it is an ordinary request.
        virtual std::optional<UpgradeDecision> decideUpgrade(const HttpRequest &request) = 0;
        /// The largest body for a request with that head, in bytes; more gets 413 before it is
        /// read.
        [[nodiscard]] virtual qint64 maxBody(const HttpHead &head) const = 0;
        /// A body is about to be received. What is returned is kept until the request is handled or
        /// lost.
        virtual std::shared_ptr<void> bodyExpected(const HttpHead &head) = 0;
        /// The answer to a request from an origin that is not allowed.
        [[nodiscard]] virtual HttpResponse originRefused(const HttpHead &head) const = 0;

    protected:
        ~Delegate() = default;
    };

    FrontDoor(FrontDoorOptions options, Delegate &delegate, QObject *parent = nullptr);
    ~FrontDoor() override;

    /// Listens on \a port at each of \a hosts. Port 0 takes a free one, the same at all hosts.
    /// PortInUse, or Io for a host that is no address of this machine; then nothing listens.
    Result<quint16> listen(const QList<QHostAddress> &hosts, quint16 port);
    /// Accepts no more connections, and closes those that wait for a request.
    void stopListening();
    /// Ends all connections at once, so that whoever listens to one of them hears of it while
    /// everything is still there.
    void closeConnections();
    /// Origins and proxies may change while running.
    void setPolicies(const OriginPolicy &origins, const TrustedProxies &proxies);

    [[nodiscard]] const NetworkContext &context() const { return m_context; }
    /// True while a client is connected in any way, be it that its connection is just being closed.
    [[nodiscard]] bool hasConnections() const;

Q_SIGNALS:
    /// A request was refused before anyone saw it, with that HTTP status.
    void requestRefused(const QHostAddress &peer, int status, const QByteArray &reason);
    /// Accepting stopped for a moment, as when all descriptors are in use.
    void acceptFailed(const QString &reason);

private:
    friend class HttpConnection;
    friend class WebSocketLink;

    class Listener;

    Result<quint16> listenAt(const QHostAddress &address, quint16 port);
    void accept(qintptr descriptor);
    void addPipe(RequestPipe *pipe);
    void forget(WebSocketLink &link);
    void handleAcceptError();
    void handleWebSocket();
    void openWebSocket(std::unique_ptr<Wire> wire, const HttpRequest &request, Upgrade upgrade);
    [[nodiscard]] QtCompat::Headers corsHeaders(const HttpRequest &request) const;
    [[nodiscard]] HttpResponse preflight(const HttpRequest &request) const;
    [[nodiscard]] static const QByteArray &dateHeader();

    struct Handshake
    {
        WebSocketLink *link;
        Upgrade upgrade;
    };

    FrontDoorOptions m_options;
    Delegate &m_delegate;
    EndOfTurn m_endOfTurn;
    TimerWheel m_wheel;
    QueueLedger m_queueLedger;
    NetworkContext m_context{m_endOfTurn, m_wheel, m_queueLedger};
    QHttpServer m_httpServer;
    QWebSocketServer m_webSocketServer;
    std::vector<Listener *> m_listeners; ///< owned by m_httpServer, which takes its pipes from them
    // Owned, both, and not as children: a QObject finds one of n children in O(n).
    QSet<HttpConnection *> m_connections;
    QSet<WebSocketLink *> m_links;
    QHash<quint64, Handshake>
        m_handshakes; ///< by the number in the request line QWebSocketServer sees
    quint64 m_lastHandshake = 0;
    HttpConnection *m_feeding = nullptr; ///< whose request QHttpServer is being handed
};

} // namespace Signalbox
