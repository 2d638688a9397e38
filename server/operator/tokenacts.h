// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/huboperator.h"

#include <chrono>
#include <optional>

namespace Signalbox {

class Authenticator;
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

    /// All must outlive this.
    TokenActs(const Authenticator &authenticator, TokenStore &store, Logger &logger);

    [[nodiscard]] QList<TokenRecord> list() const { return m_store.all(); }
    /// BadRequest, with the field, for an order that is wrong; Internal if it could not be signed;
    /// errors of TokenStore::add().
    Result<IssuedToken> issue(const TokenOrder &order, const QString &by);
    /// As TokenStore::revoke(); BadRequest for an id that is none.
    Result<TokenRecord> revoke(const QByteArray &id,
                               std::optional<TokenRecord::TimePoint> expiresAt, const QString &by);
    [[nodiscard]] DecodedToken decode(const QByteArray &token) const;

private:
    const Authenticator &m_authenticator;
    TokenStore &m_store;
    Logger &m_logger;
};

} // namespace Signalbox
