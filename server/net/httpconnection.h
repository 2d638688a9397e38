// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/chunkeddecoder.h"
#include "server/http/httphead.h"
#include "server/http/httpmessage.h"
#include "server/net/pendingresponse.h"
#include "server/net/timerwheel.h"
#include "server/net/wire.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

namespace Signalbox {

class FrontDoor;

/// An accepted connection while it speaks HTTP/1.x: reads requests strictly and one at a time,
/// within the deadlines, hands each to QHttpServer through a RequestPipe, and sends the answers in
/// order. Ends when the connection does, or becomes a WebSocket.
///
/// Network thread. Owned by its FrontDoor; deletes itself when done.
class HttpConnection final : public QObject, private Wire::Listener, private Deadline::Listener
{
    Q_OBJECT

public:
    HttpConnection(qintptr descriptor, FrontDoor &frontDoor);
    ~HttpConnection() override;

    /// Stops after the answer that is being waited for, or at once if there is none.
    void shutDown();
    void closeNow();

    // For PendingResponse
    [[nodiscard]] QtCompat::Headers responseHeaders() const;
    void finishAnswer(QByteArray response);

private:
    enum class State { Head, Body, Answering, Closing };

    qsizetype wireReceived(QByteArrayView bytes) override;
    void wireDrained() override;
    void wireStalled() override;
    void wireViolated(quint16) override { }
    void wireClosed() override;
    void deadlinePassed(Deadline &deadline) override;

    qsizetype readHead(QByteArrayView bytes);
    qsizetype readBody(QByteArrayView bytes);
    void handleHead();
    void startBody();
    void dispatch();
    void upgrade();
    void handleRequest(const QHttpServerRequest &request, QtCompat::Responder responder);
    void answerDirectly(const HttpResponse &response, bool closes);
    void refuse(int status, const QByteArray &reason);
    void awaitRequest();
    void abandonExchange();

    friend class FrontDoor;

    FrontDoor &m_frontDoor;
    std::unique_ptr<Wire> m_wire;
    Deadline m_deadline;
    HttpHeadParser m_parser;
    HttpRequest m_request;
    std::optional<ChunkedDecoder> m_chunks;
    std::shared_ptr<void> m_bodyGuard; ///< the delegate's, while a body is being received
    QPointer<RequestPipe> m_pipe;
    std::weak_ptr<PendingResponse::Exchange> m_exchange; ///< of those who are to answer
    State m_state = State::Head;
    bool m_shutsDown = false;
};

} // namespace Signalbox
