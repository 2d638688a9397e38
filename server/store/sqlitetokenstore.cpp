// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/sqlitetokenstore.h"

#include "common/endthread.h"
#include "common/timestamp.h"
#include "server/log/logger.h"
#include "server/store/tokenwriter.h"

#include <QDateTime>
#include <QLocale>

#include <utility>

namespace Signalbox {

namespace {

// No token of ours lives longer, nor is a revocation remembered longer.
constexpr std::chrono::hours LongestLife = MemoryTokenStore::MaxForeignLifetime;

QString forPeople(std::chrono::system_clock::time_point time)
{
    const auto sinceEpoch =
        std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch());
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(sinceEpoch.count());
    return QLocale().toString(local.date(), QLocale::ShortFormat) + u' '
        + local.time().toString(QStringLiteral("HH:mm:ss")) + u' ' + local.timeZoneAbbreviation();
}

} // namespace

SqliteTokenStore::SqliteTokenStore(QString path, Logger &logger, QObject *parent)
    : TokenStore(parent)
    , m_path(std::move(path))
    , m_logger(logger)
{
    connect(&m_index, &TokenStore::tokenRevoked, this, &TokenStore::tokenRevoked);
    m_retryTimer.setSingleShot(true);
    m_retryTimer.setInterval(RetryInterval);
    connect(&m_retryTimer, &QTimer::timeout, this, &SqliteTokenStore::send);
    m_useTimer.setSingleShot(true);
    m_useTimer.setInterval(UseInterval);
    connect(&m_useTimer, &QTimer::timeout, this, [this] {
        m_changed += std::exchange(m_used, {});
        send();
    });
    if (m_path.isEmpty()) {
        m_logger.warning(
            "tokens_in_memory",
            {{"reason", "there is no data folder: tokens and revocations end with this process"}});
        return;
    }
    open();
}

SqliteTokenStore::~SqliteTokenStore()
{
    if (!m_writer)
        return;
    m_changed += m_used + m_writing; // a write that failed meanwhile is not told any more
    m_isWriting = false;
    m_waiting.clear();
    send();
    // Behind what is to be written. At the end the thread deletes the writer itself.
    endThread(m_thread, *m_writer, [] {});
    m_thread.wait();
}

void SqliteTokenStore::open()
{
    load();
    m_writer = new TokenWriter(m_path);
    m_writer->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("tokens"));
    connect(&m_thread, &QThread::finished, m_writer, &QObject::deleteLater);
    connect(m_writer, &TokenWriter::written, this, &SqliteTokenStore::handleWritten);
    connect(m_writer, &TokenWriter::movedAside, this, &SqliteTokenStore::handleMovedAside);
    m_thread.start();
}

/// Here and not on the writer's thread: nobody may be let in before it is known who was revoked.
void SqliteTokenStore::load()
{
    if (TokenDatabase::isMissing(m_path)) {
        lose("token_store_missing",
             QStringLiteral("%1 is not there, and was corrupt before").arg(m_path));
        beginAnew();
        return;
    }
    auto database = TokenDatabase::open(m_path);
    TokenDatabase::Outcome<void> checked;
    if (!database)
        checked = tl::unexpected(database.error());
    else
        checked = (*database)->check();
    TokenDatabase::Outcome<QList<TokenRecord>> records;
    TokenDatabase::Outcome<std::optional<TokenRecord::TimePoint>> lostAt;
    if (checked) {
        records = (*database)->records();
        lostAt = (*database)->lostAt();
        if (!records)
            checked = tl::unexpected(records.error());
        else if (!lostAt)
            checked = tl::unexpected(lostAt.error());
    }
    if (!checked) {
        if (database)
            database->reset();
        lose(checked.error().isCorrupt ? "token_store_corrupt" : "token_store_failed",
             QStringLiteral("%1: %2").arg(m_path, checked.error().reason));
        if (!checked.error().isCorrupt) {
            m_couldRead = false;
            m_problem = checked.error().reason;
            return;
        }
        const auto moved = TokenDatabase::moveAside(m_path, std::chrono::system_clock::now());
        if (!moved) {
            m_couldRead = false;
            m_problem = moved.error().reason;
            return;
        }
        handleMovedAside(*moved);
        beginAnew();
        return;
    }
    for (const TokenRecord &record : *records) {
        if (const Result<void> added = m_index.add(record); !added) {
            lose("token_store_failed", QStringLiteral("%1: %2").arg(m_path, added.error().message));
            m_couldRead = false;
            m_problem = added.error().message;
            return;
        }
    }
    m_lostAt = *lostAt;
    if (m_lostAt && *m_lostAt + LongestLife <= std::chrono::system_clock::now())
        m_lostAt.reset();
    if (m_lostAt)
        warnOfDoubt();
}

/// Writes down at once that something was lost: another start must know it, too.
void SqliteTokenStore::beginAnew()
{
    const auto begun = TokenDatabase::open(m_path, m_lostAt);
    if (begun)
        return;
    m_problem = begun.error().reason;
    m_couldRead = false;
    m_logger.error("token_store_failed",
                   {{"reason", QStringLiteral("%1: %2").arg(m_path, m_problem)}});
}

void SqliteTokenStore::lose(const char *event, const QString &reason)
{
    m_lostAt = std::chrono::system_clock::now();
    m_logger.error(event, {{"reason", reason}});
    warnOfDoubt();
}

void SqliteTokenStore::warnOfDoubt()
{
    m_logger.error("token_revocations_lost",
                   {{"issued_before", Timestamp::of(*m_lostAt)},
                    {"reason",
                     "which of the tokens issued here before that were revoked is not known; "
                     "--on-store-failure says whether the others of them are refused (deny, the "
                     "default) or let in (allow)"}});
}

void SqliteTokenStore::setRefusesDoubtful(bool refuses)
{
    if (std::exchange(m_refusesDoubtful, refuses) != refuses && m_lostAt)
        m_logger.warning("token_doubt_changed", {{"policy", refuses ? "deny" : "allow"}});
}

ComponentHealth SqliteTokenStore::health() const
{
    using State = ComponentHealth::State;
    ComponentHealth health{"tokens", State::Healthy, {}};
    if (!m_problem.isEmpty()) {
        health.state = State::Failed;
        health.detail = tr("The file of tokens cannot be used: %1. What is changed now is lost at "
                           "the next start.")
                            .arg(m_problem);
    } else if (m_lostAt) {
        health.state = State::Degraded;
        const QString time = forPeople(*m_lostAt);
        health.detail = m_refusesDoubtful
            ? tr("Revocations were lost: which of the tokens that were issued before %1 are "
                 "revoked is not known, so all of them are refused. Issue new ones, or set "
                 "--on-store-failure to allow.")
                  .arg(time)
            : tr("Revocations were lost: tokens that were issued before %1 are let in, be they "
                 "revoked or not. Set --on-store-failure to deny to refuse them.")
                  .arg(time);
    } else if (!m_writer) {
        health.detail = tr("Tokens are kept in memory only.");
    }
    return health;
}

Result<void> SqliteTokenStore::add(const TokenRecord &record)
{
    Result<void> added = m_index.add(record);
    if (added)
        touch(record.id);
    return added;
}

Result<TokenRecord> SqliteTokenStore::revoke(const QByteArray &id,
                                             std::optional<TokenRecord::TimePoint> expiresAt)
{
    Result<TokenRecord> revoked = m_index.revoke(id, expiresAt);
    if (revoked) {
        touch(id);
        // Also for those who do not wait for it.
        QMetaObject::invokeMethod(this, &SqliteTokenStore::send, Qt::QueuedConnection);
    }
    return revoked;
}

std::optional<TokenRecord> SqliteTokenStore::find(const QByteArray &id) const
{
    return m_index.find(id);
}

QList<TokenRecord> SqliteTokenStore::all() const
{
    return m_index.all();
}

bool SqliteTokenStore::isRevoked(const QByteArray &id) const
{
    return m_index.isRevoked(id);
}

void SqliteTokenStore::noteUse(const QByteArray &id)
{
    m_index.noteUse(id);
    if (!m_writer || !m_index.contains(id))
        return;
    m_used.insert(id);
    if (!m_useTimer.isActive())
        m_useTimer.start();
}

void SqliteTokenStore::assumeKey(const QByteArray &digest)
{
    for (const TokenRecord &record : m_index.all()) {
        if (!record.isForeign && record.keyDigest.isEmpty())
            touch(record.id);
    }
    m_index.assumeKey(digest);
    send();
}

void SqliteTokenStore::discard(const QByteArray &id)
{
    m_index.discard(id);
    touch(id);
}

void SqliteTokenStore::touch(const QByteArray &id)
{
    if (m_writer)
        m_changed.insert(id);
}

bool SqliteTokenStore::isDoubtful(const QByteArray &id,
                                  std::optional<TokenRecord::TimePoint> issuedAt) const
{
    return m_refusesDoubtful && m_lostAt && (!issuedAt || *issuedAt <= *m_lostAt)
        && !m_index.contains(id);
}

void SqliteTokenStore::confirm(Confirmation confirmed)
{
    if (!m_writer) {
        confirmed({});
        return;
    }
    m_waiting.push_back(std::move(confirmed));
    send();
}

/// One write is under way at a time; what comes meanwhile goes into the next one together.
void SqliteTokenStore::send()
{
    if (!m_writer || m_isWriting || (m_changed.isEmpty() && m_waiting.empty()))
        return;
    m_retryTimer.stop();
    m_isWriting = true;
    m_writing = std::exchange(m_changed, {});
    m_writingFor = std::exchange(m_waiting, {});
    TokenChanges changes;
    for (const QByteArray &id : std::as_const(m_writing)) {
        if (const std::optional<TokenRecord> record = m_index.find(id))
            changes.records.append(*record);
        else
            changes.removed.append(id);
    }
    QMetaObject::invokeMethod(
        m_writer, [writer = m_writer, changes] { writer->write(changes); }, Qt::QueuedConnection);
}

void SqliteTokenStore::handleWritten(const QString &reason, bool isCorrupt)
{
    if (!m_isWriting)
        return;
    if (isCorrupt && !std::exchange(m_isRebuilding, true) && m_couldRead) {
        // Everything is known here: nothing is lost.
        m_logger.error("token_store_corrupt",
                       {{"reason", QStringLiteral("%1: %2").arg(m_path, reason)}});
        QMetaObject::invokeMethod(
            m_writer,
            [writer = m_writer, records = m_index.all(), lostAt = m_lostAt] {
                writer->rebuild(records, lostAt);
            },
            Qt::QueuedConnection);
        return;
    }
    m_isRebuilding = false;
    m_isWriting = false;
    const Ids ids = std::exchange(m_writing, {});
    const std::vector<Confirmation> confirmations = std::exchange(m_writingFor, {});
    Result<void> result;
    if (!reason.isEmpty()) {
        result = fail(ErrorCode::Io, tr("The file of tokens could not be written: %1").arg(reason));
        if (std::exchange(m_problem, reason) != reason)
            m_logger.error("token_store_failed",
                           {{"reason", QStringLiteral("%1: %2").arg(m_path, reason)}});
        m_changed += ids;
        m_retryTimer.start();
    } else if (m_couldRead && !m_problem.isEmpty()) {
        m_problem.clear();
        m_logger.info("token_store_recovered");
    }
    for (const Confirmation &confirmed : confirmations)
        confirmed(result);
    if (reason.isEmpty() || !m_waiting.empty())
        send();
}

void SqliteTokenStore::handleMovedAside(const QString &path)
{
    m_logger.error("token_store_moved_aside", {{"path", path}});
}

} // namespace Signalbox
