// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/jwt.h"
#include "server/limits/tokenbucket.h"
#include "server/log/logger.h"

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace Signalbox {

enum class Environment { Development, Production };

/// What becomes of tokens of ours that may have been revoked, when that was lost.
enum class StoreFailure { Deny, Allow };

/// What a server is told when it starts. The initialisers are the defaults of development;
/// defaults() gives those of either environment.
struct Options
{
    Environment environment = Environment::Development;

    QList<QHostAddress> hosts{QHostAddress(QHostAddress::LocalHost),
                              QHostAddress(QHostAddress::LocalHostIPv6)};
    quint16 port = 8001; ///< 0: any free one
    QList<QByteArray> allowedOrigins{QByteArrayLiteral("*")};
    QList<QByteArray> trustedProxies; ///< addresses and CIDRs

    QList<QByteArray> authTokens; ///< never empty ones; each once
    QByteArray adminToken; ///< as given; empty: the data folder has it (see adminToken())
    /// HMAC secrets and PEM public keys, as given; each once. Empty: see JwtSecret.
    QList<QByteArray> jwtSecrets;
    QList<QByteArray> jwtPublicKeys;
    Jwt::Algorithm jwtAlgorithm = Jwt::Algorithm::HS256;
    QByteArray jwtIssuer; ///< of others' tokens; empty: any
    QByteArray jwtAudience; ///< likewise
    QByteArray jwtUserClaim = QByteArrayLiteral("sub");
    QList<QByteArray> defaultRooms; ///< entries of AccessRules
    bool requireAuth = false;
    bool allowAnonymous = false; ///< lifts requireAuth for subscribing

    StoreFailure onStoreFailure = StoreFailure::Deny;

    QString dataFolder; ///< absolute; empty if there is neither an option nor a home
    qsizetype maxRecentEvents = 100;
    qint64 maxHistoryBytes = 256LL * 1024 * 1024;
    qsizetype maxPayload = 1'000'000;
    std::chrono::milliseconds pingInterval{25'000};
    std::chrono::milliseconds pingTimeout{20'000};
    qint64 queueBytes = 1024 * 1024; ///< per connection
    qsizetype maxRooms = 1024; ///< per connection
    RateLimit commandRate{50, 2048}; ///< per connection, and per user
    RateLimit publishRate; ///< per credential
    std::chrono::milliseconds drainTime{10'000};

    LogFormat logFormat = LogFormat::Text;
    LogLevel logLevel = LogLevel::Info;

    bool demo = false;
    double demoRate = 5; ///< events per second
    std::optional<quint64> demoSeed; ///< none: another one at every start

    [[nodiscard]] bool subscribingNeedsToken() const { return requireAuth && !allowAnonymous; }
    [[nodiscard]] bool publishingNeedsToken() const { return requireAuth; }
    /// Keys that were given; the secret that the data folder holds is none.
    [[nodiscard]] bool hasJwtKeys() const
    {
        return !jwtSecrets.isEmpty() || !jwtPublicKeys.isEmpty();
    }

    /// The defaults of \a environment.
    static Options defaults(Environment environment);
};

} // namespace Signalbox
