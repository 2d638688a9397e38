// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/tokendatabase.h"

#include <QObject>

#include <memory>

namespace Signalbox {

/// Writes tokens to their file, which takes as long as the disk takes.
///
/// Lives on a thread of its own, on which write() is called and written() emitted.
class TokenWriter final : public QObject
{
    Q_OBJECT

public:
    explicit TokenWriter(QString path);
    ~TokenWriter() override;

    void write(const TokenChanges &changes);
    /// Moves the file aside, which is corrupt, and starts another one with \a records.
    void rebuild(const QList<TokenRecord> &records, std::optional<TokenRecord::TimePoint> lostAt);

Q_SIGNALS:
    /// After each write() or rebuild(). \a reason is empty if all is on the disk.
    void written(const QString &reason, bool isCorrupt);
    void movedAside(const QString &path);

private:
    [[nodiscard]] TokenDatabase::Outcome<void> tryToWrite(const TokenChanges &changes);

    const QString m_path;
    std::unique_ptr<TokenDatabase> m_database;
    TokenRecord::TimePoint m_pruned;
};

} // namespace Signalbox
