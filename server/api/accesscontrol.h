// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/identity.h"
#include "common/result.h"
#include "server/api/apicontext.h"
#include "server/http/httpmessage.h"

namespace Signalbox {

/// Who may call which endpoint. RateLimited for an address from which too many wrong tokens came.
class AccessControl final
{
public:
    explicit AccessControl(const ApiContext &context)
        : m_context(context)
    { }

    /// An operator, whatever the server requires of others.
    [[nodiscard]] Result<Identity> requireAdmin(const HttpRequest &request) const;
    /// Somebody who may publish; anybody if the server requires no authentication.
    [[nodiscard]] Result<Identity> requirePublish(const HttpRequest &request) const;
    /// Somebody who may read events; anybody if the server requires no authentication, or none for
    /// that.
    [[nodiscard]] Result<Identity> requireRead(const HttpRequest &request) const;
    /// Somebody who may see figures per client and user; anybody if the server requires no
    /// authentication. That anonymous clients may subscribe makes no difference.
    [[nodiscard]] Result<Identity> requireFigures(const HttpRequest &request) const;
    /// True if \a identity may read the events of \a room: the rules of subscribing.
    [[nodiscard]] bool mayRead(const Identity &identity, const QByteArray &room) const
    {
        return m_context.policy.mayJoin(identity, room);
    }

private:
    [[nodiscard]] Result<Identity> require(const HttpRequest &request, Scope scope,
                                           bool isRequired) const;

    const ApiContext &m_context;
};

} // namespace Signalbox
