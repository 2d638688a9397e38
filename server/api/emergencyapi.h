// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/accesscontrol.h"
#include "server/api/apicontext.h"
#include "server/http/httpmessage.h"
#include "server/operator/emergencyswitch.h"
#include "server/operator/hubacts.h"

namespace Signalbox {

class Router;

/// `/api/v1/emergency`: what it is, and the switch. Admin only.
class EmergencyApi final
{
public:
    EmergencyApi(const ApiContext &context, EmergencySwitch &emergencySwitch);
    void addTo(Router &router);

private:
    [[nodiscard]] HttpResponse get(const HttpRequest &request) const;
    [[nodiscard]] HttpResponse put(const HttpRequest &request);
    [[nodiscard]] HttpResponse state() const;

    AccessControl m_access;
    const EmergencySwitch &m_switch;
    HubActs m_acts;
};

} // namespace Signalbox
