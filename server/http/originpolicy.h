// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/result.h"

#include <QByteArray>
#include <QList>

namespace Signalbox {

/// Which browser origins (RFC 6454) may talk to us: an allow-list of `scheme://host[:port]`, `*`
/// for any, and always our own (same host, port and scheme as the request was sent to).
class OriginPolicy final
{
public:
    /// Allows the same origin only.
    OriginPolicy() = default;
    /// Configuration error if an entry is neither `*` nor an origin (a path, a missing scheme,
    /// ...).
    static Result<OriginPolicy> fromList(const QList<QByteArray> &origins);

    /// True if a request with that `Origin` may pass. A null \a origin (no such header: no browser)
    /// may; the opaque origin `null` only under `*`. \a ownOrigin is `scheme://host[:port]` as the
    /// client addressed us. Compares case-insensitively, default ports dropped.
    [[nodiscard]] bool allows(const QByteArray &origin, const QByteArray &ownOrigin) const;
    [[nodiscard]] bool allowsAny() const { return m_any; }

private:
    QList<QByteArray> m_origins; ///< normalised
    bool m_any = false;
};

} // namespace Signalbox
