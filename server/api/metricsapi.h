// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/accesscontrol.h"
#include "server/api/apicontext.h"
#include "server/http/httpmessage.h"

namespace Signalbox {

class Router;

/// `/metrics`, as JSON or in Prometheus's text format.
class MetricsApi final
{
public:
    explicit MetricsApi(const ApiContext &context);
    void addTo(Router &router);

private:
    [[nodiscard]] HttpResponse metrics(const HttpRequest &request) const;
    [[nodiscard]] HttpResponse json(bool withClients) const;
    [[nodiscard]] QByteArray prometheus() const;

    const ApiContext &m_context;
    AccessControl m_access;
};

} // namespace Signalbox
