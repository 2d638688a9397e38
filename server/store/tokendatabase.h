// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/tokenstore.h"

#include <tl/expected.hpp>

#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace Signalbox {

/// What is to be written in one go.
struct TokenChanges
{
    QList<TokenRecord> records; ///< replace those of the same id; a revocation is never undone
    QList<QByteArray> removed;
};

/// The SQLite file of tokens: ids, claims and times, never a secret. Several processes may have it
/// open.
///
/// Belongs to the thread that opened it.
class TokenDatabase final
{
public:
    using TimePoint = TokenRecord::TimePoint;

    struct Failure
    {
        QString reason;
        bool isCorrupt = false; ///< what is in the file makes no sense
    };
    template <typename T>
    using Outcome = tl::expected<T, Failure>;

    static constexpr int SchemaVersion = 2; ///< `PRAGMA user_version`

    /// Opens \a path, made (0600) if it is not there, and brings its schema up to date. A schema of
    /// a later version is a Failure that is not corrupt. \a lostAt is kept in a file that is new:
    /// see lostAt().
    static Outcome<std::unique_ptr<TokenDatabase>> open(const QString &path,
                                                        std::optional<TimePoint> lostAt = {});
    ~TokenDatabase();
    Q_DISABLE_COPY_MOVE(TokenDatabase)

    /// Reads through all of the file, so that what is damaged is found now.
    [[nodiscard]] Outcome<void> check();
    [[nodiscard]] Outcome<QList<TokenRecord>> records();
    /// When the records of a file before this were lost: of older tokens nobody knows whether they
    /// were revoked. nullopt: never.
    [[nodiscard]] Outcome<std::optional<TimePoint>> lostAt();

    /// All or nothing; on the disk when it returns.
    [[nodiscard]] Outcome<void> write(const TokenChanges &changes);
    /// Removes what is of no interest any more at \a now.
    [[nodiscard]] Outcome<void> prune(TimePoint now);

    /// Renames the file, and what belongs to it, to `<path>.corrupt-<time>`. Returns that.
    static Outcome<QString> moveAside(const QString &path, TimePoint now);
    /// True if a file was moved aside and there is none in its place: what was to follow did not
    /// happen.
    [[nodiscard]] static bool isMissing(const QString &path);

private:
    TokenDatabase();
    [[nodiscard]] Outcome<void> prepare(std::optional<TimePoint> lostAt);
    [[nodiscard]] Outcome<void> updateSchema(std::optional<TimePoint> lostAt);
    [[nodiscard]] Outcome<void> createSchema(std::optional<TimePoint> lostAt);

    QString m_connection; ///< its name in QSqlDatabase
};

} // namespace Signalbox
