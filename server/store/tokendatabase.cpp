// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/tokendatabase.h"

#include "common/auth/jwt.h"
#include "common/auth/memorytokenstore.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <atomic>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Signalbox {

namespace {

using TimePoint = TokenDatabase::TimePoint;
using Failure = TokenDatabase::Failure;
template <typename T>
using Outcome = TokenDatabase::Outcome<T>;

// Result codes of SQLite; the lower byte of the extended ones.
constexpr int CorruptCode = 11;
constexpr int NotADatabaseCode = 26;

qint64 toMs(TimePoint time)
{
    return std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count();
}

TimePoint fromMs(qint64 ms)
{
    // A file may hold anything; a TimePoint ends in 2262.
    const qint64 latest = toMs(Jwt::LatestTime);
    return TimePoint(std::chrono::milliseconds(std::clamp<qint64>(ms, 0, latest)));
}

QVariant toVariant(const std::optional<TimePoint> &time)
{
    return time ? QVariant(toMs(*time)) : QVariant(QMetaType::fromType<qint64>());
}

std::optional<TimePoint> toTime(const QVariant &value)
{
    if (value.isNull())
        return std::nullopt;
    return fromMs(value.toLongLong());
}

/// An empty text that is no NULL.
QByteArray notNull(const QByteArray &text)
{
    return text.isNull() ? QByteArray("") : text;
}

tl::unexpected<Failure> failure(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    return tl::unexpected(
        Failure{error.databaseText().isEmpty() ? error.driverText() : error.databaseText(),
                code == CorruptCode || code == NotADatabaseCode});
}

Outcome<void> run(QSqlQuery &query)
{
    if (query.exec())
        return {};
    return failure(query.lastError());
}

Outcome<void> run(const QString &connection, const QString &statement)
{
    QSqlQuery query(QSqlDatabase::database(connection, false));
    if (query.exec(statement))
        return {};
    return failure(query.lastError());
}

Outcome<QVariant> valueOf(const QString &connection, const QString &statement)
{
    QSqlQuery query(QSqlDatabase::database(connection, false));
    query.setForwardOnly(true);
    if (!query.exec(statement))
        return failure(query.lastError());
    if (query.next())
        return query.value(0);
    if (query.lastError().isValid())
        return failure(query.lastError());
    return QVariant();
}

/// Takes \a path for ourselves alone. SQLite gives what it puts beside it the same permissions.
Outcome<void> makePrivate(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    const int descriptor =
        ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        return tl::unexpected(Failure{qt_error_string(), false});
    struct stat status = {};
    QString problem;
    if (::fstat(descriptor, &status) != 0)
        problem = qt_error_string();
    else if (!S_ISREG(status.st_mode))
        problem = QStringLiteral("it is no file");
    else if (status.st_uid != ::geteuid() && ::geteuid() != 0)
        problem = QStringLiteral("it belongs to another user");
    else if (::fchmod(descriptor, S_IRUSR | S_IWUSR) != 0)
        problem = qt_error_string();
    ::close(descriptor);
    if (!problem.isEmpty())
        return tl::unexpected(Failure{problem, false});
    for (const char *suffix : {"-wal", "-shm"})
        ::chmod((name + suffix).constData(), S_IRUSR | S_IWUSR); // of who was before; may be none
    return {};
}

/// Rolls back unless it was committed.
class Transaction final
{
public:
    explicit Transaction(const QString &connection)
        : m_connection(connection)
    { }
    Q_DISABLE_COPY_MOVE(Transaction)
    ~Transaction()
    {
        if (m_isOpen)
            QSqlDatabase::database(m_connection, false).rollback();
    }

    Outcome<void> begin()
    {
        // Locks at once: two who have read could not both go on to write.
        Outcome<void> begun = run(m_connection, QStringLiteral("BEGIN IMMEDIATE"));
        m_isOpen = begun.has_value();
        return begun;
    }
    Outcome<void> commit()
    {
        Outcome<void> committed = run(m_connection, QStringLiteral("COMMIT"));
        m_isOpen = !committed.has_value();
        return committed;
    }

private:
    const QString m_connection;
    bool m_isOpen = false;
};

TokenRecord recordOf(const QSqlQuery &query)
{
    TokenRecord record;
    record.id = query.value(0).toByteArray();
    record.name = query.value(1).toString();
    record.user = query.value(2).toByteArray();
    record.hasRooms = !query.value(3).isNull();
    const QByteArray rooms = query.value(3).toByteArray();
    if (!rooms.isEmpty())
        record.rooms = rooms.split('\n');
    record.scopes = Scopes::fromInt(query.value(4).toInt());
    record.createdAt = fromMs(query.value(5).toLongLong());
    record.expiresAt = fromMs(query.value(6).toLongLong());
    record.lastUsedAt = toTime(query.value(7));
    record.revokedAt = toTime(query.value(8));
    record.isForeign = query.value(9).toBool();
    record.keyDigest = query.value(10).toByteArray();
    return record;
}

void bind(QSqlQuery &query, const TokenRecord &record)
{
    query.bindValue(0, record.id);
    query.bindValue(1, record.name.isNull() ? QStringLiteral("") : record.name);
    query.bindValue(2, notNull(record.user));
    // No room's name holds a control character.
    query.bindValue(3,
                    record.hasRooms ? QVariant(notNull(record.rooms.join('\n')))
                                    : QVariant(QMetaType::fromType<QByteArray>()));
    query.bindValue(4, int(record.scopes));
    query.bindValue(5, toMs(record.createdAt));
    query.bindValue(6, toMs(record.expiresAt));
    query.bindValue(7, toVariant(record.lastUsedAt));
    query.bindValue(8, toVariant(record.revokedAt));
    query.bindValue(9, record.isForeign);
    query.bindValue(10,
                    record.keyDigest.isEmpty() ? QVariant(QMetaType::fromType<QByteArray>())
                                               : QVariant(record.keyDigest));
}

} // namespace

TokenDatabase::TokenDatabase()
{
    static std::atomic<quint64> count = 0;
    m_connection = QStringLiteral("signalbox-tokens-%1").arg(++count);
}

TokenDatabase::~TokenDatabase()
{
    QSqlDatabase::removeDatabase(m_connection);
}

Outcome<std::unique_ptr<TokenDatabase>> TokenDatabase::open(const QString &path,
                                                            std::optional<TimePoint> lostAt)
{
    if (const Outcome<void> made = makePrivate(path); !made)
        return tl::unexpected(made.error());
    std::unique_ptr<TokenDatabase> database(new TokenDatabase);
    {
        QSqlDatabase handle =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), database->m_connection);
        handle.setDatabaseName(path);
        handle.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
        if (!handle.open())
            return failure(handle.lastError());
    }
    if (const Outcome<void> prepared = database->prepare(lostAt); !prepared)
        return tl::unexpected(prepared.error());
    return database;
}

Outcome<void> TokenDatabase::prepare(std::optional<TimePoint> lostAt)
{
    const QString statements[] = {
        QStringLiteral("PRAGMA journal_mode=WAL"),
        QStringLiteral("PRAGMA synchronous=FULL"), // what was committed survives a power failure
        QStringLiteral("PRAGMA trusted_schema=OFF"),
    };
    for (const QString &statement : statements) {
        if (const Outcome<void> done = run(m_connection, statement); !done)
            return done;
    }
    const Outcome<QVariant> version = valueOf(m_connection, QStringLiteral("PRAGMA user_version"));
    if (!version)
        return tl::unexpected(version.error());
    if (version->toInt() == SchemaVersion)
        return {};
    if (version->toInt() >= 0 && version->toInt() < SchemaVersion)
        return updateSchema(lostAt);
    return tl::unexpected(
        Failure{QStringLiteral("it has schema version %1, and this program knows %2 only")
                    .arg(version->toInt())
                    .arg(SchemaVersion),
                false});
}

Outcome<void> TokenDatabase::updateSchema(std::optional<TimePoint> lostAt)
{
    Transaction transaction(m_connection);
    if (const Outcome<void> begun = transaction.begin(); !begun)
        return begun;
    // Somebody else may have done it meanwhile.
    const Outcome<QVariant> version = valueOf(m_connection, QStringLiteral("PRAGMA user_version"));
    if (!version)
        return tl::unexpected(version.error());
    if (version->toInt() == 0) {
        if (const Outcome<void> created = createSchema(lostAt); !created)
            return created;
    } else if (version->toInt() == 1) {
        const Outcome<void> added =
            run(m_connection, QStringLiteral("ALTER TABLE tokens ADD COLUMN key_digest BLOB"));
        if (!added)
            return added;
    }
    const Outcome<void> noted =
        run(m_connection, QStringLiteral("PRAGMA user_version=%1").arg(SchemaVersion));
    if (!noted)
        return noted;
    return transaction.commit();
}

Outcome<void> TokenDatabase::createSchema(std::optional<TimePoint> lostAt)
{
    const QString statements[] = {
        QStringLiteral("CREATE TABLE tokens (id BLOB NOT NULL PRIMARY KEY, name TEXT NOT NULL, "
                       "user BLOB NOT NULL, rooms BLOB, scopes INTEGER NOT NULL, "
                       "created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, "
                       "last_used_at INTEGER, revoked_at INTEGER, is_foreign INTEGER NOT NULL, "
                       "key_digest BLOB) "
                       "WITHOUT ROWID"),
        QStringLiteral("CREATE TABLE facts (name TEXT NOT NULL PRIMARY KEY, value INTEGER) "
                       "WITHOUT ROWID"),
    };
    for (const QString &statement : statements) {
        if (const Outcome<void> done = run(m_connection, statement); !done)
            return done;
    }
    if (lostAt) {
        QSqlQuery query(QSqlDatabase::database(m_connection, false));
        query.prepare(QStringLiteral("INSERT INTO facts VALUES ('lost_at', ?)"));
        query.bindValue(0, toMs(*lostAt));
        if (const Outcome<void> done = run(query); !done)
            return done;
    }
    return {};
}

Outcome<void> TokenDatabase::check()
{
    const Outcome<QVariant> verdict =
        valueOf(m_connection, QStringLiteral("PRAGMA integrity_check(1)"));
    if (!verdict)
        return tl::unexpected(verdict.error());
    if (verdict->toString() != u"ok")
        return tl::unexpected(Failure{verdict->toString(), true});
    return {};
}

Outcome<QList<TokenRecord>> TokenDatabase::records()
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.exec(QStringLiteral("SELECT id, name, user, rooms, scopes, created_at, expires_at, "
                                   "last_used_at, revoked_at, is_foreign, key_digest "
                                   "FROM tokens"))) {
        Failure failed = failure(query.lastError()).value();
        failed.isCorrupt = failed.isCorrupt || query.lastError().nativeErrorCode() == u"1";
        return tl::unexpected(failed); // 1: no such table or column
    }
    QList<TokenRecord> records;
    while (query.next())
        records.append(recordOf(query));
    if (query.lastError().isValid())
        return failure(query.lastError());
    return records;
}

Outcome<std::optional<TimePoint>> TokenDatabase::lostAt()
{
    const Outcome<QVariant> value =
        valueOf(m_connection, QStringLiteral("SELECT value FROM facts WHERE name = 'lost_at'"));
    if (!value)
        return tl::unexpected(value.error());
    return toTime(*value);
}

Outcome<void> TokenDatabase::write(const TokenChanges &changes)
{
    Transaction transaction(m_connection);
    if (const Outcome<void> begun = transaction.begin(); !begun)
        return begun;
    QSqlQuery put(QSqlDatabase::database(m_connection, false));
    // Another process may know of a revocation that we do not, and the other way round.
    if (!put.prepare(QStringLiteral("INSERT INTO tokens VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                                    "ON CONFLICT (id) DO UPDATE "
                                    "SET expires_at = max(expires_at, excluded.expires_at), "
                                    "last_used_at = coalesce(excluded.last_used_at, last_used_at), "
                                    "revoked_at = coalesce(revoked_at, excluded.revoked_at), "
                                    "key_digest = coalesce(key_digest, excluded.key_digest)")))
        return failure(put.lastError());
    for (const TokenRecord &record : changes.records) {
        bind(put, record);
        if (const Outcome<void> done = run(put); !done)
            return done;
    }
    QSqlQuery remove(QSqlDatabase::database(m_connection, false));
    if (!remove.prepare(QStringLiteral("DELETE FROM tokens WHERE id = ?")))
        return failure(remove.lastError());
    for (const QByteArray &id : changes.removed) {
        remove.bindValue(0, id);
        if (const Outcome<void> done = run(remove); !done)
            return done;
    }
    return transaction.commit();
}

Outcome<void> TokenDatabase::prune(TimePoint now)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    if (!query.prepare(QStringLiteral("DELETE FROM tokens WHERE expires_at <= "
                                      "CASE is_foreign WHEN 0 THEN ? ELSE ? END")))
        return failure(query.lastError());
    query.bindValue(0, toMs(now - MemoryTokenStore::keptAfterExpiry(false)));
    query.bindValue(1, toMs(now - MemoryTokenStore::keptAfterExpiry(true)));
    return run(query);
}

Outcome<QString> TokenDatabase::moveAside(const QString &path, TimePoint now)
{
    const QString time = QDateTime::fromMSecsSinceEpoch(toMs(now)).toUTC().toString(
        QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    QString aside = path + QStringLiteral(".corrupt-") + time;
    for (int i = 2; QFileInfo::exists(aside); ++i)
        aside = path + QStringLiteral(".corrupt-%1-%2").arg(time).arg(i);
    for (const auto &suffix : {QLatin1String("-wal"), QLatin1String("-shm"), QLatin1String()}) {
        const QByteArray from = QFile::encodeName(path + suffix);
        const QByteArray to = QFile::encodeName(aside + suffix);
        if (::rename(from.constData(), to.constData()) != 0
            && (suffix.isEmpty() || errno != ENOENT))
            return tl::unexpected(Failure{qt_error_string(), false});
    }
    return aside;
}

bool TokenDatabase::isMissing(const QString &path)
{
    const QFileInfo info(path);
    return !info.exists()
        && !info.dir()
                .entryList({info.fileName() + QStringLiteral(".corrupt-*")}, QDir::Files)
                .isEmpty();
}

} // namespace Signalbox
