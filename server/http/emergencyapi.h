// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/accesscontrol.h"
#include "server/http/apicontext.h"
#include "server/http/emergencyswitch.h"
#include "server/net/httpmessage.h"

namespace Signalbox {

class Router;

/// `/api/v1/emergency`: what it is, and the switch. Admin only.
class EmergencyApi final
{
public:
    static constexpr qsizetype MaxReasonBytes = 1000; ///< every client is told

    EmergencyApi(const ApiContext &context, EmergencySwitch &emergencySwitch);
    void addTo(Router &router);

private:
    [[nodiscard]] HttpResponse get(const HttpRequest &request) const;
    [[nodiscard]] HttpResponse put(const HttpRequest &request);
    [[nodiscard]] HttpResponse state() const;

    const ApiContext &m_context;
    AccessControl m_access;
    EmergencySwitch &m_switch;
};

} // namespace Signalbox
