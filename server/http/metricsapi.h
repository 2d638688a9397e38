// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/accesscontrol.h"
#include "server/http/apicontext.h"
#include "server/net/httpmessage.h"

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
