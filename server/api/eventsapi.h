// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/accesscontrol.h"
#include "server/api/apicontext.h"
#include "server/http/httpmessage.h"
#include "server/http/idempotencycache.h"
#include "server/limits/ratelimiter.h"

namespace Signalbox {

class Router;

/// `/api/v1/events`: publishing, and reading a room's recent events.
class EventsApi final
{
public:
    explicit EventsApi(const ApiContext &context);
    void addTo(Router &router);
    /// How many events a second one credential may publish; without one, one address.
    void setPublishRate(const RateLimit &limit) { m_publishLimiter.setLimit(limit); }

private:
    [[nodiscard]] HttpResponse publish(const HttpRequest &request);
    [[nodiscard]] HttpResponse publishOnce(const HttpRequest &request, const Identity &identity,
                                           const QByteArray &key);
    [[nodiscard]] HttpResponse accept(const HttpRequest &request, const Identity &identity);
    [[nodiscard]] Result<void> takeRate(const HttpRequest &request, const Identity &identity);
    [[nodiscard]] HttpResponse recent(const HttpRequest &request) const;

    const ApiContext &m_context;
    AccessControl m_access;
    IdempotencyCache m_idempotency;
    RateLimiter m_publishLimiter;
};

} // namespace Signalbox
