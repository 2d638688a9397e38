// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/accesscontrol.h"
#include "server/api/apicontext.h"
#include "server/http/httpmessage.h"
#include "server/operator/connectionacts.h"

#include <functional>

namespace Signalbox {

class Router;

/// `/api/v1/connections` and `/api/v1/rooms`: what an operator may see, and end. Admin only.
class ConnectionsApi final
{
public:
    /// Names of all rooms that have members, and how many those are.
    using RoomCounts = std::function<QHash<QByteArray, qsizetype>()>;

    ConnectionsApi(const ApiContext &context, RoomCounts roomCounts);
    void addTo(Router &router);

private:
    [[nodiscard]] HttpResponse connections(const HttpRequest &request) const;
    [[nodiscard]] HttpResponse disconnect(const HttpRequest &request, const QByteArray &sid);
    [[nodiscard]] HttpResponse rooms(const HttpRequest &request) const;

    const ApiContext &m_context;
    AccessControl m_access;
    RoomCounts m_roomCounts;
    ConnectionActs m_acts;
};

} // namespace Signalbox
