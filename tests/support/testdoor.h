// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/frontdoor.h"

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace Signalbox::Test {

/// A FrontDoor at a free port, whose decisions a test makes. As it is it answers every request at
/// once with `METHOD TARGET BODY`, and knows no path for WebSockets.
class TestDoor final : private FrontDoor::Delegate
{
public:
    explicit TestDoor(FrontDoorOptions options = {});

    [[nodiscard]] FrontDoor &door() { return *m_door; }
    [[nodiscard]] quint16 port() const { return m_port; }
    /// Ends the FrontDoor before the delegate's own state goes.
    void destroyDoor() { m_door.reset(); }

    /// What the default handler answers.
    static HttpResponse echo(const HttpRequest &request);

    std::function<void(const HttpRequest &, PendingResponse)> onRequest;
    std::function<std::optional<FrontDoor::UpgradeDecision>(const HttpRequest &)> onUpgrade;
    std::function<std::shared_ptr<void>(const HttpHead &)> onBody;
    qint64 bodyLimit = 1'000'000;

    QList<HttpRequest> requests; ///< in the order in which they came
    std::vector<std::pair<int, QByteArray>> refusals; ///< status and reason

private:
    void handleRequest(const HttpRequest &request, PendingResponse response) override;
    std::optional<FrontDoor::UpgradeDecision> decideUpgrade(const HttpRequest &request) override;
    [[nodiscard]] qint64 maxBody(const HttpHead &) const override { return bodyLimit; }
    std::shared_ptr<void> bodyExpected(const HttpHead &head) override;
    [[nodiscard]] HttpResponse originRefused(const HttpHead &head) const override;

    std::unique_ptr<FrontDoor> m_door;
    quint16 m_port = 0;
};

} // namespace Signalbox::Test
