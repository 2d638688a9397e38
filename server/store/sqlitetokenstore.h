// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/memorytokenstore.h"
#include "common/monitor/hubstatus.h"

#include <QSet>
#include <QThread>
#include <QTimer>

#include <optional>
#include <vector>

namespace Signalbox {

class Logger;
class TokenWriter;

/// A TokenStore that is there after a restart: an index in memory, which answers at once, in front
/// of a SQLite file, which a thread of its own writes. What is revoked is so at once; whoever has
/// to know that it stays so waits for confirm().
///
/// A file that is corrupt is moved aside, and a new one begun. From then on tokens of ours that are
/// not known, and were issued before that, are refused (isDoubtful()), unless the operator lets
/// them in. The same if the file can be opened no more, until the next start.
///
/// Network thread. The destructor waits until all is written.
class SqliteTokenStore final : public TokenStore
{
    Q_OBJECT

public:
    /// A change that could not be written is tried again after this.
    static constexpr std::chrono::seconds RetryInterval{5};
    /// The last use of a token is written this much later at most.
    static constexpr std::chrono::seconds UseInterval{30};

    /// \a path of the file; empty: all is kept in memory only. Reads what is there. \a logger must
    /// outlive this.
    SqliteTokenStore(QString path, Logger &logger, QObject *parent = nullptr);
    ~SqliteTokenStore() override;

    /// Whether tokens that may have been revoked are refused; they are if nobody says otherwise.
    void setRefusesDoubtful(bool refuses);
    [[nodiscard]] ComponentHealth health() const;

    Result<void> add(const TokenRecord &record) override;
    Result<TokenRecord> revoke(const QByteArray &id,
                               std::optional<TokenRecord::TimePoint> expiresAt = {}) override;
    [[nodiscard]] std::optional<TokenRecord> find(const QByteArray &id) const override;
    [[nodiscard]] QList<TokenRecord> all() const override;
    [[nodiscard]] bool isRevoked(const QByteArray &id) const override;
    void noteUse(const QByteArray &id) override;
    void assumeKey(const QByteArray &digest) override;
    void discard(const QByteArray &id) override;
    void confirm(Confirmation confirmed) override;
    [[nodiscard]] bool isDoubtful(const QByteArray &id,
                                  std::optional<TokenRecord::TimePoint> issuedAt) const override;

private:
    using Ids = QSet<QByteArray>;

    void open();
    void load();
    void beginAnew();
    void lose(const char *event, const QString &reason);
    void warnOfDoubt();
    void touch(const QByteArray &id);
    void send();
    void handleWritten(const QString &reason, bool isCorrupt);
    void handleMovedAside(const QString &path);

    const QString m_path;
    Logger &m_logger;
    MemoryTokenStore m_index;
    Ids m_changed; ///< to be written
    Ids m_used; ///< likewise, when there is time
    std::vector<Confirmation> m_waiting;
    bool m_isWriting = false;
    bool m_isRebuilding = false;
    Ids m_writing; ///< those of m_changed that are being written
    std::vector<Confirmation> m_writingFor;
    std::optional<TokenRecord::TimePoint> m_lostAt;
    bool m_refusesDoubtful = true;
    QString m_problem; ///< why nothing could be read or written; empty: all is well
    bool m_couldRead = true;
    QThread m_thread;
    TokenWriter *m_writer = nullptr; ///< on m_thread, deleted with it; null: memory only
    QTimer m_retryTimer;
    QTimer m_useTimer;
};

} // namespace Signalbox
