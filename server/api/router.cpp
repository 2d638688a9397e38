// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/router.h"

#include "server/engineio/engineserver.h"

namespace Signalbox {

namespace {

HttpResponse draining()
{
    return HttpResponse::error(ErrorCode::Draining, QStringLiteral("The server is shutting down"));
}

} // namespace

Router::Router(qint64 maxBody)
    : m_maxBody(maxBody)
{ }

void Router::add(const QByteArray &path, const QByteArray &method, Handler handler)
{
    m_endpoints[path][method] = std::move(handler);
}

void Router::add(const QByteArray &path, const QByteArray &method,
                 std::function<HttpResponse(const HttpRequest &)> handler)
{
    add(path, method,
        Handler([handler = std::move(handler)](const HttpRequest &request,
                                               const PendingResponse &response) {
            response.send(handler(request));
        }));
}

void Router::addItem(const QByteArray &collection, const QByteArray &method, ItemHandler handler)
{
    addItem(collection, method,
            PendingItemHandler([handler = std::move(handler)](const HttpRequest &request,
                                                              const QByteArray &id,
                                                              const PendingResponse &response) {
                response.send(handler(request, id));
            }));
}

void Router::addItem(const QByteArray &collection, const QByteArray &method,
                     PendingItemHandler handler)
{
    m_items[collection][method] = [handler = std::move(handler)](const HttpRequest &request,
                                                                 const PendingResponse &response) {
        handler(request, lastSegment(request.head), response);
    };
}

/// An id may hold an encoded slash, which the decoded path no longer tells from one between
/// segments.
QByteArray Router::lastSegment(const HttpHead &head)
{
    const qsizetype query = head.target.indexOf('?');
    const QByteArray path = query < 0 ? head.target : head.target.first(query);
    return QByteArray::fromPercentEncoding(path.sliced(path.lastIndexOf('/') + 1));
}

const Router::Methods *Router::methodsFor(const HttpHead &head) const
{
    if (const auto endpoint = m_endpoints.constFind(head.path); endpoint != m_endpoints.cend())
        return &*endpoint;
    const QByteArray id = lastSegment(head);
    if (id.isEmpty() || id.size() >= head.path.size())
        return nullptr;
    const auto item = m_items.constFind(head.path.chopped(id.size() + 1));
    return item == m_items.cend() ? nullptr : &*item;
}

void Router::add(EngineServer &server)
{
    m_engines.push_back(&server);
}

EngineServer *Router::engineAt(const QByteArray &path) const
{
    for (EngineServer *engine : m_engines) {
        if (engine->servesPath(path))
            return engine;
    }
    return nullptr;
}

QByteArray Router::allowed(const Methods &methods)
{
    QByteArrayList names;
    for (const auto &[method, handler] : methods) {
        names.append(method);
        if (method == "GET")
            names.append("HEAD");
    }
    names.append("OPTIONS");
    return names.join(", ");
}

void Router::handleRequest(const HttpRequest &request, PendingResponse response)
{
    const HttpHead &head = request.head;
    if (EngineServer *engine = engineAt(head.path)) {
        if (isRefused(head))
            response.send(draining());
        else
            engine->handleRequest(request, response);
        return;
    }
    const Methods *methods = methodsFor(head);
    if (!methods) {
        response.send(HttpResponse::error(ErrorCode::NotFound, QStringLiteral("No such endpoint")));
        return;
    }
    const auto handler =
        methods->find(head.method == "HEAD" ? QByteArrayLiteral("GET") : head.method);
    if (handler != methods->end()) {
        handler->second(request, response);
        return;
    }
    HttpResponse refusal;
    if (head.method == "OPTIONS")
        refusal.status = 204;
    else
        refusal = HttpResponse::error(ErrorCode::MethodNotAllowed,
                                      QStringLiteral("The method is not allowed here"));
    refusal.headers.emplaceBack("Allow", allowed(*methods));
    response.send(refusal);
}

void Router::addWebSocket(const QByteArray &path, UpgradeHandler handler)
{
    m_webSockets.insert(path, std::move(handler));
    add(path, "GET", [](const HttpRequest &) {
        HttpResponse response = HttpResponse::error(ErrorCode::BadRequest,
                                                    QStringLiteral("This is a WebSocket endpoint"));
        response.status = 426;
        response.headers.emplaceBack("Upgrade", "websocket");
        return response;
    });
}

std::optional<FrontDoor::UpgradeDecision> Router::decideUpgrade(const HttpRequest &request)
{
    EngineServer *engine = engineAt(request.head.path);
    const auto webSocket = m_webSockets.constFind(request.head.path);
    if (!engine && webSocket == m_webSockets.cend())
        return {};
    if (isRefused(request.head))
        return draining();
    return engine ? engine->decideUpgrade(request) : (*webSocket)(request);
}

/// While draining, sessions go on but none begins.
bool Router::isRefused(const HttpHead &head) const
{
    return m_isDraining && head.queryValue("sid").isEmpty();
}

qint64 Router::maxBody(const HttpHead &head) const
{
    const EngineServer *engine = engineAt(head.path);
    return engine ? engine->options().maxPayload : m_maxBody;
}

std::shared_ptr<void> Router::bodyExpected(const HttpHead &head)
{
    EngineServer *engine = engineAt(head.path);
    return engine ? engine->bodyExpected(head) : nullptr;
}

HttpResponse Router::originRefused(const HttpHead &head) const
{
    if (engineAt(head.path))
        return EngineServer::refusal(EngineIo::HandshakeError::Forbidden);
    return HttpResponse::error(ErrorCode::Forbidden, QStringLiteral("The origin is not allowed"));
}

} // namespace Signalbox
