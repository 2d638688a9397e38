// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/identity.h"
#include "common/result.h"
#include "server/http/apicontext.h"
#include "server/net/httpmessage.h"

namespace Signalbox {

/// Who may call which endpoint.
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
    /// Somebody who may see figures per client; anybody if the server requires no authentication.
    /// That anonymous clients may subscribe makes no difference.
    [[nodiscard]] Result<Identity> requireFigures(const HttpRequest &request) const;
    /// True if \a identity may read the events of \a room: its own user's, those that everybody
    /// may subscribe to, and for an operator all.
    [[nodiscard]] static bool mayRead(const Identity &identity, QByteArrayView room);

private:
    [[nodiscard]] Result<Identity> require(const HttpRequest &request, Scope scope,
                                           bool isRequired) const;

    const ApiContext &m_context;
};

} // namespace Signalbox
