// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/frontdoor.h"

#include "server/net/httpconnection.h"
#include "server/net/requestpipe.h"
#include "server/net/websocketguard.h"
#include "server/net/websocketlink.h"

#include <QDateTime>
#include <QLocale>
#include <QTcpServer>
#include <QTimeZone>
#include <QTimer>
#include <QWebSocket>

namespace Signalbox {

namespace {

constexpr int Backlog = 4096;

} // namespace

/// Accepts at one address. To QHttpServer it is where the connections come from; but those are
/// pipes.
class FrontDoor::Listener final : public QTcpServer
{
public:
    explicit Listener(FrontDoor &frontDoor)
        : m_frontDoor(frontDoor)
    {
        setListenBacklogSize(Backlog);
        connect(this, &QTcpServer::acceptError, &frontDoor, &FrontDoor::handleAcceptError);
    }

    void add(RequestPipe *pipe) { addPendingConnection(pipe); }

protected:
    void incomingConnection(qintptr descriptor) override { m_frontDoor.accept(descriptor); }

private:
    FrontDoor &m_frontDoor;
};

FrontDoor::FrontDoor(FrontDoorOptions options, Delegate &delegate, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_delegate(delegate)
    , m_webSocketServer(QStringLiteral("signalbox"), QWebSocketServer::NonSecureMode)
{
    QtCompat::setHandler(m_httpServer, this,
                         [this](const QHttpServerRequest &request, QtCompat::Responder responder) {
                             m_feeding->handleRequest(request, std::move(responder));
                         });
    m_webSocketServer.setMaxPendingConnections(std::numeric_limits<int>::max());
    connect(&m_webSocketServer, &QWebSocketServer::newConnection, this,
            &FrontDoor::handleWebSocket);
}

FrontDoor::~FrontDoor()
{
    // They take themselves off the lists.
    const QSet<HttpConnection *> connections = m_connections;
    qDeleteAll(connections);
    const QSet<WebSocketLink *> links = m_links;
    qDeleteAll(links);
}

Result<quint16> FrontDoor::listen(const QList<QHostAddress> &hosts, quint16 port)
{
    for (const QHostAddress &host : hosts) {
        Result<quint16> bound = listenAt(host, port);
        if (!bound) {
            stopListening();
            return bound;
        }
        port = *bound;
    }
    return port;
}

Result<quint16> FrontDoor::listenAt(const QHostAddress &address, quint16 port)
{
    // QHostAddress::AnyIPv6 is one protocol only, Any is both.
    const bool isDualStack = address == QHostAddress(QHostAddress::AnyIPv6);
    auto listener = std::make_unique<Listener>(*this);
    if (!listener->listen(isDualStack ? QHostAddress(QHostAddress::Any) : address, port)) {
        const bool isInUse = listener->serverError() == QAbstractSocket::AddressInUseError;
        if (!isInUse && address == QHostAddress(QHostAddress::LocalHostIPv6)
            && !m_listeners.empty())
            return port; // a machine without IPv6 is still reached at 127.0.0.1
        return fail(isInUse ? ErrorCode::PortInUse : ErrorCode::Io,
                    tr("Cannot listen on %1 port %2: %3")
                        .arg(address.toString())
                        .arg(port)
                        .arg(listener->errorString()));
    }
    const quint16 bound = listener->serverPort();
    if (!QtCompat::bind(m_httpServer, listener.get()))
        return fail(ErrorCode::Internal, tr("QHttpServer does not take the listening socket"));
    m_listeners.push_back(listener.release());
    return bound;
}

void FrontDoor::stopListening()
{
    for (Listener *listener : m_listeners)
        listener->close();
    const QSet<HttpConnection *> connections = m_connections;
    for (HttpConnection *connection : connections)
        connection->shutDown();
}

void FrontDoor::closeConnections()
{
    const QSet<HttpConnection *> connections = m_connections; // they delete themselves later
    for (HttpConnection *connection : connections)
        connection->closeNow();
    const QSet<WebSocketLink *> links = m_links;
    for (WebSocketLink *link : links)
        link->closeNow();
}

bool FrontDoor::hasConnections() const
{
    return !m_connections.isEmpty() || !m_links.isEmpty();
}

void FrontDoor::setPolicies(const OriginPolicy &origins, const TrustedProxies &proxies)
{
    m_options.origins = origins;
    m_options.proxies = proxies;
}

void FrontDoor::accept(qintptr descriptor)
{
    m_connections.insert(new HttpConnection(descriptor, *this));
}

void FrontDoor::addPipe(RequestPipe *pipe)
{
    m_listeners.front()->add(pipe);
}

void FrontDoor::forget(WebSocketLink &link)
{
    m_handshakes.remove(link.m_number);
    m_links.remove(&link);
}

void FrontDoor::handleAcceptError()
{
    // QTcpServer has stopped accepting. Mostly all descriptors are in use: some will be free again.
    auto *listener = static_cast<QTcpServer *>(sender());
    Q_EMIT acceptFailed(listener->errorString());
    QTimer::singleShot(std::chrono::milliseconds(250), listener, &QTcpServer::resumeAccepting);
}

void FrontDoor::openWebSocket(std::unique_ptr<Wire> wire, const HttpRequest &request,
                              Upgrade upgrade)
{
    // QWebSocket keeps all that it sees of the head, so it is shown no more than it needs. The path
    // tells us later whose handshake was completed.
    const quint64 number = ++m_lastHandshake;
    const QByteArray head = "GET /" + QByteArray::number(number)
        + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
          "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
        + request.head.value("sec-websocket-key") + "\r\n\r\n";

    Wire *const socket = wire.get();
    socket->setQueueLimit(m_options.queueBytes);
    socket->startWebSocket(head, std::make_unique<WebSocketGuard>(upgrade.maxMessage));
    auto *link = new WebSocketLink(std::move(wire), *this, number);
    m_links.insert(link);
    m_handshakes.insert(number, {link, std::move(upgrade)});
    m_webSocketServer.handleConnection(socket);
}

void FrontDoor::handleWebSocket()
{
    while (QWebSocket *socket = m_webSocketServer.nextPendingConnection()) {
        const quint64 number = socket->requestUrl().path().mid(1).toULongLong();
        const auto handshake = m_handshakes.constFind(number);
        if (handshake == m_handshakes.cend()) {
            socket->deleteLater(); // the client left meanwhile
            continue;
        }
        WebSocketLink *const link = handshake->link;
        const Upgrade upgrade = handshake->upgrade;
        m_handshakes.erase(handshake);
        link->adopt(socket, m_webSocketServer, upgrade.maxMessage);
        if (link->isClosed())
            continue; // while the handshake was waiting for its turn
        upgrade.opened(*link);
        link->start();
    }
}

/// The Fetch standard's CORS protocol, for an origin that was found to be allowed.
QtCompat::Headers FrontDoor::corsHeaders(const HttpRequest &request) const
{
    const QByteArray origin = request.head.value("origin");
    if (origin.isNull() || !m_options.origins.allows(origin, request.client.ownOrigin()))
        return {};
    if (m_options.origins.allowsAny())
        return {{"Access-Control-Allow-Origin", "*"},
                {"Access-Control-Expose-Headers", "Retry-After"}};
    return {{"Access-Control-Allow-Origin", origin},
            {"Access-Control-Allow-Credentials", "true"},
            {"Access-Control-Expose-Headers", "Retry-After"},
            {"Vary", "Origin"}};
}

HttpResponse FrontDoor::preflight(const HttpRequest &request) const
{
    HttpResponse response;
    response.status = 204;
    if (!request.head.value("access-control-request-method").isNull()) {
        response.headers = {
            {"Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, DELETE, OPTIONS"},
            {"Access-Control-Allow-Headers", "Authorization, Content-Type, Idempotency-Key"},
            {"Access-Control-Max-Age", "86400"}};
    }
    return response;
}

const QByteArray &FrontDoor::dateHeader()
{
    static thread_local qint64 second = 0;
    static thread_local QByteArray text;
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    if (now != second) {
        second = now;
        text = QLocale::c()
                   .toString(QDateTime::fromSecsSinceEpoch(now, QTimeZone::utc()),
                             QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"))
                   .toLatin1();
    }
    return text;
}

} // namespace Signalbox
