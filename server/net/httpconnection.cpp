// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/httpconnection.h"

#include "server/net/frontdoor.h"
#include "server/net/requestpipe.h"

namespace Signalbox {

namespace {

// What a client may send ahead of the answer it waits for; then we stop reading from it.
constexpr qsizetype MaxPipelined = 64 * 1024;
// Of earlier answers, when the next request is handled: many small ones leave together, but a
// client that asks on and on and reads nothing does not fill our memory.
constexpr qint64 MaxUnsent = 64 * 1024;

ErrorCode codeFor(int status)
{
    switch (status) {
    case 413:
        return ErrorCode::PayloadTooLarge;
    default:
        return ErrorCode::BadRequest;
    }
}

/// The request as QHttpServer is shown it. It reads a head byte by byte, and all that it does with
/// fields other than these is to keep them: handlers get the head that we have read.
QByteArray composeRequest(const HttpHead &head, const QByteArray &body)
{
    QByteArray bytes;
    bytes.reserve(128 + head.target.size() + body.size());
    bytes += head.method + ' ' + head.target + " HTTP/1.1\r\nhost: localhost\r\ncontent-length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    return bytes;
}

} // namespace

HttpConnection::HttpConnection(qintptr descriptor, FrontDoor &frontDoor)
    : m_frontDoor(frontDoor)
    , m_wire(new Wire(descriptor, frontDoor.m_context, *this))
    , m_deadline(frontDoor.m_context.wheel, *this)
    , m_parser(frontDoor.m_options.limits)
{
    m_wire->setQueueLimit(std::numeric_limits<qint64>::max()); // answers are bounded one by one
    m_deadline.start(frontDoor.m_options.headTimeout);
}

HttpConnection::~HttpConnection()
{
    m_frontDoor.m_connections.remove(this);
    if (const std::shared_ptr<PendingResponse::Exchange> exchange = m_exchange.lock())
        exchange->release();
    else if (m_pipe)
        m_pipe->finish();
}

void HttpConnection::shutDown()
{
    m_shutsDown = true;
    if (m_state == State::Head && m_wire)
        m_wire->closeGracefully();
}

void HttpConnection::closeNow()
{
    if (m_wire)
        m_wire->closeNow();
}

qsizetype HttpConnection::wireReceived(QByteArrayView bytes)
{
    qsizetype used = 0;
    while (used < bytes.size()) {
        const QByteArrayView rest = bytes.sliced(used);
        switch (m_state) {
        case State::Head:
            if (m_wire->queuedBytes() > MaxUnsent) {
                m_wire->awaitDrain(); // it has answers to fetch before it may ask for more
                m_wire->setReading(false);
                return used;
            }
            used += readHead(rest);
            break;
        case State::Body:
            used += readBody(rest);
            break;
        case State::Answering:
            if (rest.size() > MaxPipelined)
                m_wire->setReading(false);
            return used;
        case State::Closing:
            return bytes.size();
        }
        if (!m_wire)
            return used; // handed over to the WebSocket
    }
    return used;
}

qsizetype HttpConnection::readHead(QByteArrayView bytes)
{
    const bool hadBegun = m_parser.hasBegun();
    const HttpHeadParser::State state = m_parser.feed(bytes);
    const qsizetype used = m_parser.consumed();
    if (!hadBegun && m_parser.hasBegun())
        m_deadline.start(m_frontDoor.m_options.headTimeout);
    switch (state) {
    case HttpHeadParser::State::NeedsMore:
        break;
    case HttpHeadParser::State::Refused:
        refuse(m_parser.refusal().status, m_parser.refusal().reason);
        return bytes.size();
    case HttpHeadParser::State::Done:
        m_request.head = m_parser.takeHead();
        m_parser.reset();
        handleHead();
        break;
    }
    return used;
}

void HttpConnection::handleHead()
{
    const HttpHead &head = m_request.head;
    m_request.client = m_frontDoor.m_options.proxies.resolve(head, m_wire->peerAddress(),
                                                             m_wire->peerPort(), false);
    if (!m_frontDoor.m_options.origins.allows(head.value("origin"), m_request.client.ownOrigin())) {
        answerDirectly(m_frontDoor.m_delegate.originRefused(head), true);
        return;
    }
    if (head.isWebSocketUpgrade) {
        upgrade();
        return;
    }
    if (head.contentLength > m_frontDoor.m_delegate.maxBody(head)) {
        refuse(413, "The body is too large");
        return;
    }
    if (head.isChunked || head.contentLength > 0)
        startBody();
    else
        dispatch();
}

void HttpConnection::startBody()
{
    const HttpHead &head = m_request.head;
    m_state = State::Body;
    m_bodyGuard = m_frontDoor.m_delegate.bodyExpected(head);
    if (head.isChunked)
        m_chunks.emplace(m_frontDoor.m_delegate.maxBody(head));
    if (head.expectsContinue)
        m_wire->send("HTTP/1.1 100 Continue\r\n\r\n");
    m_deadline.start(m_frontDoor.m_options.bodyTimeout);
}

qsizetype HttpConnection::readBody(QByteArrayView bytes)
{
    if (!m_chunks) {
        // The declared length is not reserved: memory follows what has really come.
        const qsizetype used =
            std::min<qsizetype>(bytes.size(), m_request.head.contentLength - m_request.body.size());
        m_request.body.append(bytes.first(used));
        if (m_request.body.size() == m_request.head.contentLength)
            dispatch();
        return used;
    }
    const ChunkedDecoder::State state = m_chunks->feed(bytes);
    const qsizetype used = m_chunks->consumed();
    switch (state) {
    case ChunkedDecoder::State::NeedsMore:
        break;
    case ChunkedDecoder::State::Malformed:
        refuse(400, "The chunked body is malformed");
        return bytes.size();
    case ChunkedDecoder::State::TooLarge:
        refuse(413, "The body is too large");
        return bytes.size();
    case ChunkedDecoder::State::Done:
        m_request.body = m_chunks->takeBody();
        m_chunks.reset();
        dispatch();
        break;
    }
    return used;
}

void HttpConnection::dispatch()
{
    m_deadline.stop();
    const HttpHead &head = m_request.head;
    if (head.method == "OPTIONS"
        && (head.path == "*" || !head.value("access-control-request-method").isNull())) {
        answerDirectly(m_frontDoor.preflight(m_request), false);
        return;
    }
    m_state = State::Answering;
    if (!m_pipe) {
        m_pipe = new RequestPipe(m_request.client.address, m_request.client.port);
        m_frontDoor.addPipe(m_pipe);
    }
    const auto exchange = std::make_shared<PendingResponse::Exchange>();
    exchange->connection = this;
    exchange->pipe = m_pipe;
    m_exchange = exchange;
    const QByteArray bytes = composeRequest(head, std::exchange(m_request.body, {}));
    HttpConnection *outer = std::exchange(m_frontDoor.m_feeding, this);
    m_pipe->feed(bytes);
    m_frontDoor.m_feeding = outer;
    if (!exchange->responder && !exchange->isAnswered) {
        // QHttpServer did not take what we had validated: our fault, and not to go unanswered.
        exchange->isAnswered = true;
        m_exchange.reset();
        refuse(500, "The request could not be handled");
    }
}

/// Called by QHttpServer, within feed().
void HttpConnection::handleRequest(const QHttpServerRequest &request, QtCompat::Responder responder)
{
    const std::shared_ptr<PendingResponse::Exchange> exchange = m_exchange.lock();
    exchange->responder = std::move(responder);
    m_request.body = request.body();
    HttpRequest taken = std::exchange(m_request, {});
    // What the answer needs to know of its request
    m_request.head.method = taken.head.method;
    m_request.head.minorVersion = taken.head.minorVersion;
    m_request.head.keepsAlive = taken.head.keepsAlive;
    m_request.head.fields = taken.head.fields;
    const std::shared_ptr<void> bodyGuard = std::exchange(m_bodyGuard, {});
    m_frontDoor.m_delegate.handleRequest(taken, PendingResponse(exchange));
}

QtCompat::Headers HttpConnection::responseHeaders() const
{
    QtCompat::Headers headers = m_frontDoor.corsHeaders(m_request);
    headers.emplaceBack("Date", FrontDoor::dateHeader());
    if (m_shutsDown || !m_request.head.keepsAlive)
        headers.emplaceBack("Connection", "close");
    else if (m_request.head.minorVersion == 0)
        headers.emplaceBack("Connection", "keep-alive");
    return headers;
}

void HttpConnection::finishAnswer(QByteArray response)
{
    m_exchange.reset();
    if (m_state != State::Answering)
        return;
    if (m_request.head.method == "HEAD")
        response.truncate(response.indexOf("\r\n\r\n") + 4);
    m_wire->send(response);
    if (m_shutsDown || !m_request.head.keepsAlive) {
        m_state = State::Closing;
        m_wire->closeGracefully();
        return;
    }
    awaitRequest();
}

void HttpConnection::awaitRequest()
{
    m_state = State::Head;
    m_request = {};
    m_deadline.start(m_frontDoor.m_options.idleTimeout);
    m_wire->resume();
}

/// For answers that QHttpServer has no part in: refusals and preflights.
void HttpConnection::answerDirectly(const HttpResponse &response, bool closes)
{
    m_bodyGuard.reset();
    closes = closes || m_shutsDown || !m_request.head.keepsAlive;
    m_bodyGuard.reset(); // nobody handles that request
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(response.status) + ' '
        + HttpResponse::reasonPhrase(response.status) + "\r\n";
    QtCompat::Headers headers = response.headers;
    headers += m_frontDoor.corsHeaders(m_request);
    headers.emplaceBack("Date", FrontDoor::dateHeader());
    if (!response.type.isEmpty())
        headers.emplaceBack("Content-Type", response.type);
    if (response.status != 204)
        headers.emplaceBack("Content-Length", QByteArray::number(response.body.size()));
    if (closes)
        headers.emplaceBack("Connection", "close");
    for (const auto &[name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    bytes += "\r\n";
    if (m_request.head.method != "HEAD")
        bytes += response.body;
    m_deadline.stop();
    m_wire->send(bytes);
    if (closes) {
        m_state = State::Closing;
        m_wire->closeGracefully();
    } else {
        awaitRequest();
    }
}

void HttpConnection::refuse(int status, const QByteArray &reason)
{
    Q_EMIT m_frontDoor.requestRefused(m_wire->peerAddress(), status, reason);
    HttpResponse response = HttpResponse::error(codeFor(status), QString::fromLatin1(reason));
    response.status = status;
    if (status == 426)
        response.headers.emplaceBack("Sec-WebSocket-Version", "13");
    answerDirectly(response, true);
}

void HttpConnection::upgrade()
{
    std::optional<FrontDoor::UpgradeDecision> decision =
        m_frontDoor.m_delegate.decideUpgrade(m_request);
    if (!decision) {
        dispatch();
        return;
    }
    if (const auto *refusal = std::get_if<HttpResponse>(&*decision)) {
        answerDirectly(*refusal, true);
        return;
    }
    m_deadline.stop();
    m_state = State::Closing;
    m_frontDoor.openWebSocket(std::move(m_wire), m_request,
                              std::get<FrontDoor::Upgrade>(std::move(*decision)));
    deleteLater();
}

void HttpConnection::wireDrained()
{
    m_wire->resume();
}

void HttpConnection::wireStalled()
{
    m_wire->closeNow(); // it does not read its answer
}

void HttpConnection::wireClosed()
{
    m_state = State::Closing;
    m_deadline.stop();
    m_bodyGuard.reset();
    abandonExchange();
    deleteLater();
}

void HttpConnection::abandonExchange()
{
    const std::shared_ptr<PendingResponse::Exchange> exchange = m_exchange.lock();
    m_exchange.reset();
    if (!exchange)
        return;
    exchange->release();
    m_pipe = nullptr;
    if (exchange->abandoned)
        std::exchange(exchange->abandoned, {})();
}

void HttpConnection::deadlinePassed(Deadline &)
{
    if (m_state == State::Head && m_wire->queuedBytes() > 0)
        m_deadline.start(m_frontDoor.m_options.idleTimeout); // it still fetches our answer
    else if (m_state == State::Head && !m_parser.hasBegun())
        m_wire->closeGracefully(); // idle: nobody waits for an answer
    else
        refuse(408, "The request took too long");
}

} // namespace Signalbox
