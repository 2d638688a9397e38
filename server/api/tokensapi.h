// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/accesscontrol.h"
#include "server/api/apicontext.h"
#include "server/http/httpmessage.h"
#include "server/http/jsonbody.h"
#include "server/net/pendingresponse.h"
#include "server/operator/tokenacts.h"

namespace Signalbox {

class Router;

/// `/api/v1/tokens`: issuing, listing and revoking JWTs. Admin only.
class TokensApi final
{
public:
    TokensApi(const ApiContext &context, TokenStore &store);
    void addTo(Router &router);

private:
    [[nodiscard]] HttpResponse list(const HttpRequest &request) const;
    void issue(const HttpRequest &request, const PendingResponse &response);
    void revoke(const HttpRequest &request, const QByteArray &id, const PendingResponse &response);
    [[nodiscard]] static Result<std::optional<TokenRecord::TimePoint>>
    expiryOf(const HttpRequest &request);

    AccessControl m_access;
    TokenActs m_acts;
};

} // namespace Signalbox
