// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testdoor.h"

namespace Signalbox::Test {

TestDoor::TestDoor(FrontDoorOptions options)
    : m_door(
        std::make_unique<FrontDoor>(std::move(options), static_cast<FrontDoor::Delegate &>(*this)))
{
    const Result<quint16> port = m_door->listen({QHostAddress(QHostAddress::LocalHost)}, 0);
    if (!port)
        qFatal("the front door does not listen");
    m_port = *port;
    QObject::connect(m_door.get(), &FrontDoor::requestRefused, m_door.get(),
                     [this](const QHostAddress &, int status, const QByteArray &reason) {
                         refusals.emplace_back(status, reason);
                     });
}

HttpResponse TestDoor::echo(const HttpRequest &request)
{
    return {200,
            "text/plain",
            request.head.method + ' ' + request.head.target + ' ' + request.body,
            {}};
}

void TestDoor::handleRequest(const HttpRequest &request, PendingResponse response)
{
    requests.append(request);
    if (onRequest)
        onRequest(request, std::move(response));
    else
        response.send(echo(request));
}

std::optional<FrontDoor::UpgradeDecision> TestDoor::decideUpgrade(const HttpRequest &request)
{
    return onUpgrade ? onUpgrade(request) : std::nullopt;
}

std::shared_ptr<void> TestDoor::bodyExpected(const HttpHead &head)
{
    return onBody ? onBody(head) : nullptr;
}

HttpResponse TestDoor::originRefused(const HttpHead &) const
{
    return HttpResponse::error(ErrorCode::Forbidden, QStringLiteral("origin"));
}

} // namespace Signalbox::Test
