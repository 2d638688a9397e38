// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/identity.h"
#include "common/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>

#include <chrono>
#include <optional>

namespace Signalbox {

/// A token of ours, without its secret.
struct TokenRecord
{
    using TimePoint = std::chrono::system_clock::time_point;

    QByteArray id; ///< `jti`
    QString name; ///< an operator's note; may be empty
    QByteArray user;
    QList<QByteArray> rooms;
    bool hasRooms = false; ///< the token has a `rooms` claim, be it empty
    Scopes scopes;
    TimePoint createdAt;
    TimePoint expiresAt;
    std::optional<TimePoint> lastUsedAt;
    std::optional<TimePoint> revokedAt;
    bool isForeign = false; ///< not issued here: only its revocation is known
};

/// Which tokens were issued and which were revoked. Records of expired tokens are forgotten a while
/// after.
///
/// Network thread. The one in memory is MemoryTokenStore.
class TokenStore : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual Result<void> add(const TokenRecord &record) = 0;
    /// Revokes by id. A token that is not known is taken for a foreign one, and remembered until
    /// \a expiresAt (at most 400 days ahead; that, too, if it is not given). Idempotent. NotFound
    /// never.
    virtual Result<TokenRecord> revoke(const QByteArray &id,
                                       std::optional<TokenRecord::TimePoint> expiresAt = {}) = 0;
    [[nodiscard]] virtual std::optional<TokenRecord> find(const QByteArray &id) const = 0;
    [[nodiscard]] virtual QList<TokenRecord> all() const = 0; ///< newest first
    [[nodiscard]] virtual bool isRevoked(const QByteArray &id) const = 0;
    virtual void noteUse(const QByteArray &id) = 0;

Q_SIGNALS:
    void tokenRevoked(const QByteArray &id);
};

} // namespace Signalbox
