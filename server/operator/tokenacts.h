// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/huboperator.h"

#include <chrono>
#include <functional>
#include <optional>

namespace Signalbox {

class Authenticator;
class CredentialDesk;
class Logger;

/// What an operator does to tokens, and asks about them; over HTTP or at the console. \a by as in
/// ConnectionActs.
///
/// Network thread.
class TokenActs final
{
public:
    static constexpr std::chrono::seconds MaxLifetime = std::chrono::hours(365 * 24);
    static constexpr qsizetype MaxUserBytes = 255;
    static constexpr qsizetype MaxNameBytes = 255;
    static constexpr qsizetype MaxRooms = 1000;
    static constexpr qsizetype MaxIdBytes = 255;

    /// Answers once, on the network thread; not if the store goes before.
    template <typename T>
    using Reply = std::function<void(const Result<T> &)>;

    /// All must outlive this. \a desk may be null: then keys and static tokens do not change.
    TokenActs(const Authenticator &authenticator, TokenStore &store, Logger &logger,
              CredentialDesk *desk = nullptr);

    [[nodiscard]] QList<TokenRecord> list() const;
    /// BadRequest, with the field, for an order that is wrong; Internal if it could not be signed;
    /// errors of TokenStore::add() and confirm(), after which there is no such token.
    void issue(const TokenOrder &order, const QString &by, Reply<IssuedToken> reply);
    /// As TokenStore::revoke(), answered when it is kept: an Io error means that it is in effect,
    /// but may be forgotten at the next start. BadRequest for an id that is none.
    void revoke(const QByteArray &id, std::optional<TokenRecord::TimePoint> expiresAt,
                const QString &by, Reply<TokenRecord> reply);
    /// As HubOperator.
    Result<void> rotateSigningKey(const QString &by);
    /// Digests of the keys that a rotation would put an end to. Errors as rotateSigningKey().
    [[nodiscard]] Result<QList<QByteArray>> keysEndedByRotation() const;
    /// How many listed tokens, signed with one of the keys \a digests, are still good.
    [[nodiscard]] qint64 countSignedBy(const QList<QByteArray> &digests) const;
    Result<void> setStaticToken(const QByteArray &token, const QString &by);
    [[nodiscard]] DecodedToken decode(const QByteArray &token) const;

private:
    /// Signs it, and adds it to the store.
    Result<IssuedToken> make(const TokenOrder &order);

    const Authenticator &m_authenticator;
    TokenStore &m_store;
    Logger &m_logger;
    CredentialDesk *const m_desk;
};

} // namespace Signalbox
