// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/accesscontrol.h"
#include "server/api/apicontext.h"
#include "server/api/connectionsapi.h"
#include "server/http/httpmessage.h"

namespace Signalbox {

class Router;

/// `/ws/stats` and `/api/v1/websocket/stats`: who is connected now. When authentication is
/// required, what tells of users needs a credential; the totals never do.
class StatsApi final
{
public:
    StatsApi(const ApiContext &context, ConnectionsApi::RoomCounts roomCounts);
    void addTo(Router &router);

private:
    [[nodiscard]] HttpResponse stats(const HttpRequest &request) const;

    const ApiContext &m_context;
    AccessControl m_access;
    ConnectionsApi::RoomCounts m_roomCounts;
};

} // namespace Signalbox
