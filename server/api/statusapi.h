// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/apicontext.h"
#include "server/http/httpmessage.h"

namespace Signalbox {

class Router;

/// Is it up, is it well: `/status`, `/health`, `/livez`, `/readyz`. For anybody, always.
class StatusApi final
{
public:
    explicit StatusApi(const ApiContext &context);
    void addTo(Router &router);

private:
    [[nodiscard]] HttpResponse status() const;
    [[nodiscard]] HttpResponse health() const;
    [[nodiscard]] HttpResponse readiness() const;

    const ApiContext &m_context;
};

} // namespace Signalbox
