// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/tokenstore.h"
#include "server/http/accesscontrol.h"
#include "server/http/apicontext.h"
#include "server/http/jsonbody.h"
#include "server/net/httpmessage.h"

namespace Signalbox {

class Router;

/// `/api/v1/tokens`: issuing, listing and revoking JWTs. Admin only.
class TokensApi final
{
public:
    static constexpr qsizetype MaxIdBytes = 255;

    TokensApi(const ApiContext &context, TokenStore &store);
    void addTo(Router &router);

private:
    [[nodiscard]] HttpResponse list(const HttpRequest &request) const;
    [[nodiscard]] HttpResponse issue(const HttpRequest &request);
    [[nodiscard]] HttpResponse revoke(const HttpRequest &request, const QByteArray &id);

    const ApiContext &m_context;
    AccessControl m_access;
    TokenStore &m_store;
};

} // namespace Signalbox
