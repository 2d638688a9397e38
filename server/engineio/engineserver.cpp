// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engineio/engineserver.h"

#include "server/engineio/enginesession.h"
#include "server/engineio/pollingtransport.h"
#include "server/net/websocketlink.h"

#include <QPointer>

namespace Signalbox {

using EngineIo::HandshakeError;

EngineServer::EngineServer(const EngineOptions &options, const NetworkContext &context,
                           QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_context(context)
{ }

EngineServer::~EngineServer()
{
    const QList<EngineSession *> sessions = m_sessions.values();
    for (EngineSession *session : sessions)
        session->setListener(nullptr);
    qDeleteAll(sessions);
    const QSet<EngineSession *> ended = m_ended;
    qDeleteAll(ended);
}

bool EngineServer::servesPath(const QByteArray &path) const
{
    return path == m_options.path || path + '/' == m_options.path;
}

HttpResponse EngineServer::refusal(HandshakeError error)
{
    return HttpResponse::json(EngineIo::encode(error), EngineIo::httpStatus(error));
}

std::optional<HandshakeError> EngineServer::checkQuery(const HttpHead &head,
                                                       QByteArrayView transport) const
{
    const QByteArray given = head.queryValue("transport");
    if (given != "polling" && given != "websocket")
        return HandshakeError::UnknownTransport;
    if (given != transport)
        return HandshakeError::BadRequest;
    if (head.queryValue("EIO") != "4")
        return HandshakeError::UnsupportedProtocolVersion;
    const QByteArray sid = head.queryValue("sid");
    if (!sid.isEmpty() && !m_sessions.contains(sid))
        return HandshakeError::UnknownSid;
    return {};
}

EngineSession *EngineServer::open(const HttpRequest &request)
{
    Handshake handshake = Handshake::fromRequest(request);
    handshake.head = m_handshakeTexts.share(handshake.head);
    handshake.userAgent = m_handshakeTexts.share(handshake.userAgent);
    auto *session = new EngineSession(std::move(handshake), *this);
    m_sessions.insert(session->sid(), session);
    return session;
}

void EngineServer::handleRequest(const HttpRequest &request, const PendingResponse &response)
{
    const HttpHead &head = request.head;
    const bool isGet = head.method == "GET";
    const bool isPost = head.method == "POST";
    if (const auto error = checkQuery(head, "polling")) {
        response.send(refusal(*error));
        return;
    }
    const QByteArray sid = head.queryValue("sid");
    if (sid.isEmpty()) {
        if (!isGet) {
            response.send(refusal(HandshakeError::BadHandshakeMethod));
            return;
        }
        EngineSession *session = open(request);
        session->openPolling(response);
        Q_EMIT sessionOpened(session);
        return;
    }
    EngineSession *session = m_sessions.value(sid);
    PollingTransport *polling = session->polling();
    if (!polling || (!isGet && !isPost)) {
        response.send(refusal(HandshakeError::BadRequest));
    } else if (isGet) {
        polling->handleGet(response);
    } else if (session->isClosed()) {
        response.send(refusal(HandshakeError::UnknownSid));
    } else {
        polling->handlePost(request.body, response);
    }
}

FrontDoor::UpgradeDecision EngineServer::decideUpgrade(const HttpRequest &request)
{
    if (const auto error = checkQuery(request.head, "websocket"))
        return refusal(*error);
    const QByteArray sid = request.head.queryValue("sid");
    FrontDoor::Upgrade upgrade;
    upgrade.maxMessage = m_options.maxPayload;
    if (sid.isEmpty()) {
        upgrade.opened = [this, request](WebSocketLink &link) {
            EngineSession *session = open(request);
            session->openWebSocket(link);
            Q_EMIT sessionOpened(session);
        };
    } else {
        // One that has no use for it is let in and closed: no client takes a refusal here well.
        upgrade.opened = [this, sid](WebSocketLink &link) {
            if (EngineSession *session = m_sessions.value(sid))
                session->startUpgrade(link);
            else
                link.close(CloseCode::PolicyViolation, "unknown session");
        };
    }
    return upgrade;
}

std::shared_ptr<void> EngineServer::bodyExpected(const HttpHead &head)
{
    EngineSession *session = m_sessions.value(head.queryValue("sid"));
    if (!session)
        return {};
    if (session->m_posts > 0) {
        session->close(CloseCode::ProtocolError, "overlapping posts");
        return {};
    }
    ++session->m_posts;
    return std::shared_ptr<void>(nullptr, [session = QPointer(session)](void *) {
        if (session)
            --session->m_posts;
    });
}

void EngineServer::forget(EngineSession &session)
{
    if (m_sessions.remove(session.sid()))
        m_ended.insert(&session);
}

} // namespace Signalbox
