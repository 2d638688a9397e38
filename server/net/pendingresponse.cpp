// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/pendingresponse.h"

#include "server/net/httpconnection.h"

namespace Signalbox {

PendingResponse::PendingResponse(std::shared_ptr<Exchange> exchange)
    : m_exchange(std::move(exchange))
{ }

void PendingResponse::send(const HttpResponse &response) const
{
    if (m_exchange)
        m_exchange->send(response);
}

bool PendingResponse::isPending() const
{
    return m_exchange && !m_exchange->isAnswered;
}

void PendingResponse::onAbandoned(std::function<void()> handler) const
{
    if (m_exchange)
        m_exchange->abandoned = std::move(handler);
}

PendingResponse::Exchange::~Exchange()
{
    send(HttpResponse::error(ErrorCode::Internal, QStringLiteral("The request was not answered")));
}

void PendingResponse::Exchange::send(const HttpResponse &response)
{
    if (std::exchange(isAnswered, true))
        return;
    abandoned = {};
    QtCompat::Headers headers = response.headers;
    if (!response.type.isEmpty())
        headers.prepend({"Content-Type", response.type});
    if (connection)
        headers += connection->responseHeaders();
    if (responder) {
        QtCompat::respond(*responder, response.status, headers, response.body);
        responder.reset();
    }
    if (connection)
        connection->finishAnswer(pipe->takeResponse());
}

void PendingResponse::Exchange::release()
{
    connection = nullptr;
    responder.reset();
    if (pipe)
        pipe->finish();
    pipe = nullptr;
}

} // namespace Signalbox
