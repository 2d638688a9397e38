// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/frontdoor.h"

#include <QByteArray>
#include <QHash>

#include <functional>
#include <map>
#include <vector>

namespace Signalbox {

class EngineServer;

/// Which path is answered by whom. Knows the manners that all endpoints share: 404, 405 with
/// `Allow`, HEAD wherever GET, OPTIONS, and the limit of a body.
///
/// Network thread.
class Router final : public FrontDoor::Delegate
{
public:
    using Handler =
        std::function<void(const HttpRequest &request, const PendingResponse &response)>;

    /// \a maxBody in bytes, for all but the Engine.IO paths, which have their own.
    explicit Router(qint64 maxBody);

    void add(const QByteArray &path, const QByteArray &method, Handler handler);
    /// For what is answered at once.
    void add(const QByteArray &path, const QByteArray &method,
             std::function<HttpResponse(const HttpRequest &)> handler);
    using ItemHandler =
        std::function<HttpResponse(const HttpRequest &request, const QByteArray &id)>;
    /// For `<collection>/<id>`, the id being one segment, not empty, and percent-decoded.
    void addItem(const QByteArray &collection, const QByteArray &method, ItemHandler handler);
    using PendingItemHandler = std::function<void(const HttpRequest &request, const QByteArray &id,
                                                  const PendingResponse &response)>;
    /// For what is answered later.
    void addItem(const QByteArray &collection, const QByteArray &method,
                 PendingItemHandler handler);
    /// From now on new sessions get 503; those there are go on.
    void setDraining() { m_isDraining = true; }

    /// \a server must outlive this.
    void add(EngineServer &server);
    using UpgradeHandler = std::function<FrontDoor::UpgradeDecision(const HttpRequest &request)>;
    /// A path for plain WebSockets; an ordinary request there gets 426.
    void addWebSocket(const QByteArray &path, UpgradeHandler handler);

    void handleRequest(const HttpRequest &request, PendingResponse response) override;
    std::optional<FrontDoor::UpgradeDecision> decideUpgrade(const HttpRequest &request) override;
    [[nodiscard]] qint64 maxBody(const HttpHead &head) const override;
    std::shared_ptr<void> bodyExpected(const HttpHead &head) override;
    [[nodiscard]] HttpResponse originRefused(const HttpHead &head) const override;

private:
    using Methods = std::map<QByteArray, Handler>;

    /// Where a request is to go: null methods if nowhere.
    [[nodiscard]] const Methods *methodsFor(const HttpHead &head) const;
    [[nodiscard]] static QByteArray lastSegment(const HttpHead &head);

    [[nodiscard]] EngineServer *engineAt(const QByteArray &path) const;
    [[nodiscard]] static QByteArray allowed(const Methods &methods);

    [[nodiscard]] bool isRefused(const HttpHead &head) const;

    qint64 m_maxBody;
    bool m_isDraining = false;
    QHash<QByteArray, Methods> m_endpoints;
    QHash<QByteArray, Methods> m_items; ///< by their collection
    std::vector<EngineServer *> m_engines;
    QHash<QByteArray, UpgradeHandler> m_webSockets;
};

} // namespace Signalbox
