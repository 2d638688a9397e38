// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/identity.h"
#include "common/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>

#include <chrono>
#include <functional>
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
    /// Of the key that signed it, as Jwt::keyDigest(); empty: not known.
    QByteArray keyDigest;
    /// That key is gone, and the token of no use. Not kept: who has the keys fills it in.
    bool isKeyGone = false;
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
    /// Tokens of ours of which it is not known which key signed them were signed by the key
    /// \a digest, or by one before it: taken for its own, they are never thought dead too early.
    virtual void assumeKey(const QByteArray &digest) = 0;
    /// Takes back an add() that was not confirmed.
    virtual void discard(const QByteArray &id) = 0;

    using Confirmation = std::function<void(const Result<void> &stored)>;
    /// Has \a confirmed called, now or later, when all that was added and revoked until now will
    /// be there after a restart, as far as this store keeps anything; Io if it could not be kept.
    /// Not called any more if the store goes before.
    virtual void confirm(Confirmation confirmed) { confirmed({}); }
    /// True for a token of ours that may have been revoked, but what was known of that was lost,
    /// so that it has to be refused. \a issuedAt as in the token.
    [[nodiscard]] virtual bool isDoubtful(const QByteArray & /*id*/,
                                          std::optional<TokenRecord::TimePoint> /*issuedAt*/) const
    {
        return false;
    }

Q_SIGNALS:
    void tokenRevoked(const QByteArray &id);
};

} // namespace Signalbox
