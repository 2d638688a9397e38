// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/result.h"
#include "server/http/httphead.h"

#include <QHostAddress>
#include <QList>

#include <utility>

namespace Signalbox {

/// Who a request really comes from, and how its sender addressed us.
struct ClientAddress
{
    QHostAddress address; ///< IPv4-mapped IPv6 addresses appear as IPv4
    quint16 port = 0; ///< 0 if only the proxy knows
    bool isSecure = false; ///< reached us, or the proxy, over TLS
    QByteArray host; ///< `Host`, or `X-Forwarded-Host` from a trusted proxy

    [[nodiscard]] QByteArray ownOrigin() const; ///< `scheme://host[:port]`
};

/// Proxies whose `X-Forwarded-For`, `-Proto` and `-Host` are believed. `X-Forwarded-For` is read
/// from the right: the first address that is no trusted proxy is the client; a malformed entry ends
/// the search there.
class TrustedProxies final
{
public:
    TrustedProxies() = default;
    /// Configuration error if an entry is no address or CIDR (`10.0.0.0/8`, `::1`).
    static Result<TrustedProxies> fromList(const QList<QByteArray> &cidrs);

    [[nodiscard]] bool trusts(const QHostAddress &address) const;
    [[nodiscard]] ClientAddress resolve(const HttpHead &head, const QHostAddress &peer,
                                        quint16 peerPort, bool isSecure) const;

private:
    QList<std::pair<QHostAddress, int>> m_subnets;
};

} // namespace Signalbox
