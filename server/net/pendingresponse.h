// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/httpmessage.h"
#include "server/net/qtcompat.h"
#include "server/net/requestpipe.h"

#include <QPointer>

#include <functional>
#include <memory>

namespace Signalbox {

class HttpConnection;

/// The answer that a request still waits for; may be given at once or, for a long poll, much later.
/// Copies stand for the same answer. If the last one goes without an answer, the client gets a 500.
///
/// Network thread only.
class PendingResponse final
{
public:
    PendingResponse() = default;

    /// Answers. Only the first call counts; harmless if the client has gone.
    void send(const HttpResponse &response) const;
    /// True until send() was called; false also for one that was default-constructed.
    [[nodiscard]] bool isPending() const;
    /// Has \a handler called once if the client goes before it was answered.
    void onAbandoned(std::function<void()> handler) const;

private:
    friend class HttpConnection;
    class Exchange;

    explicit PendingResponse(std::shared_ptr<Exchange> exchange);

    std::shared_ptr<Exchange> m_exchange;
};

/// What HttpConnection and PendingResponse share of a request under way.
class PendingResponse::Exchange final
{
public:
    ~Exchange();

    void send(const HttpResponse &response);
    /// The client has gone, and an answer would go nowhere. The responder must not be left to whom
    /// the answer is pending: since Qt 6.8 it must not outlive its QHttpServer.
    void release();

    QPointer<HttpConnection> connection; ///< null once the client has gone
    QPointer<RequestPipe> pipe;
    QtCompat::Responder responder;
    std::function<void()> abandoned;
    bool isAnswered = false;
};

} // namespace Signalbox
