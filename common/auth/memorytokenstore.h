// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/tokenstore.h"

#include <functional>

namespace Signalbox {

/// A TokenStore that forgets all when the process ends.
class MemoryTokenStore final : public TokenStore
{
    Q_OBJECT

public:
    using TimePoint = TokenRecord::TimePoint;
    using Clock = std::function<TimePoint()>;

    /// Of our own tokens, and again of foreign ones. What is over it is refused, not forgotten: a
    /// revocation that vanished would let a stolen token in again.
    static constexpr qsizetype MaxRecords = 100'000;
    /// An operator still sees a token of ours that long after it expired.
    static constexpr std::chrono::hours KeptExpired{24};
    static constexpr std::chrono::hours MaxForeignLifetime{400 * 24};

    explicit MemoryTokenStore(QObject *parent = nullptr);
    /// \a clock is for tests.
    explicit MemoryTokenStore(Clock clock, QObject *parent = nullptr);

    /// BadRequest for an id that is empty or too long for a `jti`, Conflict for one that is known,
    /// Limit over MaxRecords.
    Result<void> add(const TokenRecord &record) override;
    /// BadRequest and Limit as add().
    Result<TokenRecord> revoke(const QByteArray &id,
                               std::optional<TimePoint> expiresAt = {}) override;
    [[nodiscard]] std::optional<TokenRecord> find(const QByteArray &id) const override;
    [[nodiscard]] QList<TokenRecord> all() const override;
    [[nodiscard]] bool isRevoked(const QByteArray &id) const override;
    void noteUse(const QByteArray &id) override;
    void assumeKey(const QByteArray &digest) override;
    void discard(const QByteArray &id) override;
    [[nodiscard]] bool contains(const QByteArray &id) const { return m_records.contains(id); }

    /// How long after it expired a record is kept.
    [[nodiscard]] static std::chrono::seconds keptAfterExpiry(bool isForeign);

private:
    using Records = QHash<QByteArray, TokenRecord>;

    [[nodiscard]] bool isOver(const TokenRecord &record, TimePoint now) const;
    /// True if there is room for one more of its kind.
    [[nodiscard]] bool makeRoom(bool isForeign, TimePoint now);
    void forgetExpired(TimePoint now);
    Records::iterator insert(const TokenRecord &record);

    Clock m_now;
    Records m_records;
    qsizetype m_foreign = 0; ///< how many of them
    TimePoint m_swept;
};

} // namespace Signalbox
