// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/sqlitetokenstore.h"

#include "common/auth/authenticator.h"
#include "server/log/logger.h"
#include "server/store/tokendatabase.h"

#include <QDir>
#include <QLocale>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>

#include <sys/stat.h>

using namespace Signalbox;
using namespace std::chrono_literals;
using State = ComponentHealth::State;

namespace {

TokenRecord::TimePoint now()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

TokenRecord record(const QByteArray &id)
{
    TokenRecord record;
    record.id = id;
    record.name = QStringLiteral("Ünïcode");
    record.user = "alice";
    record.rooms = {"project:7", "agent:*"};
    record.hasRooms = true;
    record.scopes = Scope::Subscribe | Scope::Publish;
    record.createdAt = now();
    record.expiresAt = now() + 1h;
    return record;
}

/// A folder with what happens in it.
struct World
{
    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("tokens.db")); }
    [[nodiscard]] QByteArray written()
    {
        QFile file(log.fileName());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QStringList files() const
    {
        return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden);
    }
    void damage(const QByteArray &content) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(content), qint64(content.size()));
    }

    QTemporaryDir folder;
    QTemporaryFile log;
    Logger logger{LogFormat::Json, LogLevel::Debug, (log.open(), log.handle())};
};

/// Empty if it was confirmed.
QString confirmed(TokenStore &store)
{
    std::optional<Result<void>> answer;
    store.confirm([&](const Result<void> &stored) { answer = stored; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }))
        return QStringLiteral("no answer");
    return *answer ? QString() : answer->error().message;
}

} // namespace

class tst_SqliteTokenStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesSuddenDeath();
    void isPrivate();
    void remembersUse();
    void discards();
    void forgetsExpired();
    void merges();
    void memoryOnly();
    void corrupt_data();
    void corrupt();
    void emptyFileIsNew();
    void lossIsRemembered();
    void interruptedLoss();
    void earlierSchema();
    void laterSchema();
    void unreadable();
    void writeFailsAndRecovers();
    void confirmsTogether();
    void holdsNoSecret();
};

void tst_SqliteTokenStore::survivesSuddenDeath()
{
    World world;
    SqliteTokenStore store(world.path(), world.logger);
    QVERIFY(store.all().isEmpty());
    QCOMPARE(store.health().state, State::Healthy);
    QSignalSpy revoked(&store, &TokenStore::tokenRevoked);
    TokenRecord plain = record("b");
    plain.rooms.clear();
    plain.hasRooms = false;
    TokenRecord none = record("c");
    none.rooms.clear();
    for (const TokenRecord &added : {record("a"), plain, none})
        QVERIFY(store.add(added));
    QVERIFY(store.revoke("a"));
    QVERIFY(store.revoke("foreign"));
    QVERIFY(store.isRevoked("a"));
    QCOMPARE(revoked.size(), 2);
    QCOMPARE(confirmed(store), QString());

    // The first one is not closed: as after kill -9, there is what was written and no more.
    SqliteTokenStore second(world.path(), world.logger);
    QCOMPARE(second.all().size(), 4);
    const TokenRecord a = second.find("a").value_or(TokenRecord());
    QCOMPARE(a.name, record("a").name);
    QCOMPARE(a.user, QByteArray("alice"));
    QCOMPARE(a.rooms, record("a").rooms);
    QVERIFY(a.hasRooms);
    QCOMPARE(a.scopes, record("a").scopes);
    QVERIFY(now() - a.createdAt < 1min && a.expiresAt > now());
    QVERIFY(a.revokedAt && !a.lastUsedAt && !a.isForeign);
    QVERIFY(!second.find("b")->hasRooms && !second.find("b")->revokedAt);
    QVERIFY(second.find("c")->hasRooms && second.find("c")->rooms.isEmpty());
    QVERIFY(second.find("foreign")->isForeign);
    QVERIFY(second.isRevoked("foreign") && second.isRevoked("a"));
}

void tst_SqliteTokenStore::isPrivate()
{
    World world;
    world.damage({});
    QVERIFY(QFile::setPermissions(world.path(),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    SqliteTokenStore store(world.path(), world.logger);
    QVERIFY(store.add(record("a")));
    QCOMPARE(confirmed(store), QString());
    QVERIFY(world.files().contains(QStringLiteral("tokens.db-wal")));
    for (const QString &name : world.files()) {
        struct stat status = {};
        QCOMPARE(::stat(QFile::encodeName(world.folder.filePath(name)).constData(), &status), 0);
        QVERIFY2((status.st_mode & 0777) == 0600, qPrintable(name));
    }
}

void tst_SqliteTokenStore::remembersUse()
{
    World world;
    {
        SqliteTokenStore store(world.path(), world.logger);
        QVERIFY(store.add(record("a")));
        store.noteUse("a");
        store.noteUse("nobody's");
        QVERIFY(store.find("a")->lastUsedAt.has_value());
    }
    SqliteTokenStore store(world.path(), world.logger);
    QCOMPARE(store.all().size(), 1);
    QVERIFY2(store.find("a")->lastUsedAt.has_value(), "it is written at the end at the latest");
}

void tst_SqliteTokenStore::discards()
{
    World world;
    {
        SqliteTokenStore store(world.path(), world.logger);
        QVERIFY(store.add(record("a")));
        QVERIFY(store.add(record("b")));
        QCOMPARE(confirmed(store), QString());
        store.discard("a");
        store.discard("unknown");
        QVERIFY(!store.find("a"));
        QCOMPARE(confirmed(store), QString());
    }
    SqliteTokenStore store(world.path(), world.logger);
    QVERIFY(!store.find("a"));
    QVERIFY(store.find("b").has_value());
}

void tst_SqliteTokenStore::forgetsExpired()
{
    World world;
    {
        auto database = TokenDatabase::open(world.path());
        QVERIFY(database.has_value());
        TokenRecord old = record("old");
        old.expiresAt = now() - MemoryTokenStore::KeptExpired - 1s;
        TokenRecord recent = record("recent");
        recent.expiresAt = now() - 1h;
        TokenRecord foreign = record("foreign");
        foreign.isForeign = true;
        foreign.expiresAt = now() - 1h;
        QVERIFY((*database)->write({{old, recent, foreign}, {}}));
        QVERIFY((*database)->prune(now()));
        const auto records = (*database)->records();
        QVERIFY(records.has_value());
        QCOMPARE(records->size(), 1);
        QCOMPARE(records->first().id, QByteArray("recent"));
    }
}

/// Two processes on one file: neither takes back what the other knows.
void tst_SqliteTokenStore::merges()
{
    World world;
    SqliteTokenStore first(world.path(), world.logger);
    QVERIFY(first.add(record("a")));
    QCOMPARE(confirmed(first), QString());
    {
        SqliteTokenStore second(world.path(), world.logger);
        QVERIFY(second.revoke("a"));
        QCOMPARE(confirmed(second), QString());
    }
    first.noteUse("a");
    QVERIFY(first.revoke("b"));
    QCOMPARE(confirmed(first), QString());
    SqliteTokenStore third(world.path(), world.logger);
    QVERIFY(third.isRevoked("a") && third.isRevoked("b"));
}

void tst_SqliteTokenStore::memoryOnly()
{
    World world;
    SqliteTokenStore store({}, world.logger);
    QVERIFY(store.add(record("a")));
    QVERIFY(store.revoke("a"));
    QCOMPARE(confirmed(store), QString());
    QVERIFY(store.isRevoked("a"));
    QVERIFY(!store.isDoubtful("x", {}));
    QCOMPARE(store.health().state, State::Healthy);
    QVERIFY(!store.health().detail.isEmpty());
    QVERIFY(world.written().contains("tokens_in_memory"));
    QVERIFY(world.files().isEmpty());
}

void tst_SqliteTokenStore::corrupt_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no database") << QByteArray(10'000, 'x');
    QTest::newRow("a header and then nothing")
        << QByteArray("SQLite format 3\0", 16) + QByteArray(5'000, '\xff');
}

void tst_SqliteTokenStore::corrupt()
{
    QFETCH(QByteArray, content);
    World world;
    world.damage(content);
    const auto before = now() - 1s;
    SqliteTokenStore store(world.path(), world.logger);
    QVERIFY(store.all().isEmpty());
    const QStringList aside =
        QDir(world.folder.path()).entryList({QStringLiteral("tokens.db.corrupt-*")});
    QCOMPARE(aside.size(), 1);
    QFile kept(world.folder.filePath(aside.first()));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), content);
    const QByteArray log = world.written();
    for (const char *event :
         {"token_store_corrupt", "token_store_moved_aside", "token_revocations_lost"})
        QVERIFY2(log.contains(event), event);
    QVERIFY(log.contains(R"("level":"error")"));

    QCOMPARE(store.health().state, State::Degraded);
    QVERIFY2(store.isDoubtful("x", before), "it may have been revoked");
    QVERIFY2(store.isDoubtful("x", std::nullopt), "nobody knows when that was");
    QVERIFY2(!store.isDoubtful("x", now() + 1s), "what happens from now on is known");
    const auto tells = [&store](const char *policy) {
        const QString detail = store.health().detail;
        const auto today = QLocale().toString(QDate::currentDate(), QLocale::ShortFormat);
        return detail.contains(QStringLiteral("--on-store-failure")) && detail.contains(today)
            && detail.contains(QString::fromLatin1(policy));
    };
    QVERIFY2(tells("allow"), qPrintable(store.health().detail));
    store.setRefusesDoubtful(false);
    QVERIFY(!store.isDoubtful("x", before));
    QVERIFY2(tells("deny"), qPrintable(store.health().detail));
    QCOMPARE(store.health().state, State::Degraded);
    store.setRefusesDoubtful(true);
    TokenRecord known = record("known");
    known.createdAt = before;
    QVERIFY(store.add(known));
    QVERIFY(!store.isDoubtful("known", before));
    QCOMPARE(confirmed(store), QString());
    SqliteTokenStore second(world.path(), world.logger);
    QVERIFY(second.find("known").has_value());
}

void tst_SqliteTokenStore::emptyFileIsNew()
{
    World world;
    world.damage({}); // killed between making and filling it
    SqliteTokenStore store(world.path(), world.logger);
    QCOMPARE(store.health().state, State::Healthy);
}

void tst_SqliteTokenStore::lossIsRemembered()
{
    World world;
    world.damage("nonsense, and not short of it");
    const auto before = now() - 1s;
    {
        const SqliteTokenStore store(world.path(), world.logger);
        QVERIFY(store.isDoubtful("x", before));
    }
    SqliteTokenStore store(world.path(), world.logger);
    QVERIFY(store.isDoubtful("x", before));
    QCOMPARE(store.health().state, State::Degraded);

    Authenticator authenticator;
    Jwt::KeySet keys;
    keys.keys = {QByteArray(32, 'k')};
    keys.issuer = Authenticator::OwnIssuer;
    authenticator.setOwnKeys(keys);
    authenticator.setTokenStore(&store);
    Jwt::Claims claims;
    claims.user = "alice";
    claims.issuedAt = before - 1h;
    claims.expiresAt = now() + 1h;
    const QByteArray token = authenticator.issue(claims).value_or(QByteArray());
    QCOMPARE(authenticator.authenticate(token).error(), AuthFailure::Revoked);
    QVERIFY(!authenticator.refusal(token)->reason.isEmpty());
    store.setRefusesDoubtful(false);
    QVERIFY(authenticator.authenticate(token).has_value());
    QVERIFY(!authenticator.refusal(token));
}

void tst_SqliteTokenStore::interruptedLoss()
{
    World world;
    world.damage("nonsense, and not short of it");
    QVERIFY(TokenDatabase::moveAside(world.path(), now()));
    QVERIFY(!QFile::exists(world.path()));
    const SqliteTokenStore store(world.path(), world.logger);
    QVERIFY2(store.isDoubtful("x", now() - 1s), "the file that is not there was lost, too");
    QVERIFY(QFile::exists(world.path()));
}

void tst_SqliteTokenStore::earlierSchema()
{
    World world;
    {
        SqliteTokenStore store(world.path(), world.logger);
        QVERIFY(store.add(record("a")));
        QVERIFY(store.revoke("foreign"));
        QCOMPARE(confirmed(store), QString());
    }
    {
        QSqlDatabase file = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
        file.setDatabaseName(world.path());
        QVERIFY(file.open());
        QSqlQuery query(file);
        QVERIFY(query.exec(QStringLiteral("ALTER TABLE tokens DROP COLUMN key_digest")));
        QVERIFY(query.exec(QStringLiteral("PRAGMA user_version=1")));
    }
    QSqlDatabase::removeDatabase(QString::fromLatin1(QSqlDatabase::defaultConnection));
    {
        SqliteTokenStore store(world.path(), world.logger);
        QCOMPARE(store.health().state, State::Healthy);
        QCOMPARE(store.find("a")->user, QByteArray("alice"));
        QVERIFY(store.find("a")->keyDigest.isEmpty());
        QVERIFY(store.isRevoked("foreign"));
        store.assumeKey("first");
        TokenRecord next = record("b");
        next.keyDigest = "second";
        QVERIFY(store.add(next));
        QCOMPARE(confirmed(store), QString());
    }
    SqliteTokenStore store(world.path(), world.logger);
    store.assumeKey("third");
    QCOMPARE(store.find("a")->keyDigest, QByteArray("first"));
    QCOMPARE(store.find("b")->keyDigest, QByteArray("second"));
    QVERIFY(store.find("foreign")->keyDigest.isEmpty());
}

void tst_SqliteTokenStore::laterSchema()
{
    World world;
    {
        SqliteTokenStore store(world.path(), world.logger);
        QVERIFY(store.add(record("a")));
        QCOMPARE(confirmed(store), QString());
    }
    QFile file(world.path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(60)); // "user version", 4 bytes, big-endian
    QCOMPARE(file.write(QByteArray::fromHex("00000003")), 4);
    file.close();

    SqliteTokenStore store(world.path(), world.logger);
    QCOMPARE(store.health().state, State::Failed);
    QVERIFY(store.health().detail.contains(QStringLiteral("3")));
    QVERIFY(store.isDoubtful("a", now() - 1s));
    QVERIFY(store.revoke("a"));
    QVERIFY2(!confirmed(store).isEmpty(), "it cannot be kept");
    QVERIFY2(store.isRevoked("a"), "but is in effect");
    QVERIFY2(!world.files().join(u' ').contains(QStringLiteral("corrupt")), "it is intact");
    QVERIFY(file.open(QIODevice::ReadOnly) && file.seek(60));
    QCOMPARE(file.read(4), QByteArray::fromHex("00000003"));
}

void tst_SqliteTokenStore::unreadable()
{
    World world;
    QVERIFY(QDir().mkdir(world.path()));
    SqliteTokenStore store(world.path(), world.logger);
    QCOMPARE(store.health().state, State::Failed);
    QVERIFY(store.isDoubtful("a", now() - 1s));
    QVERIFY(store.add(record("a")));
    QVERIFY(!confirmed(store).isEmpty());
}

void tst_SqliteTokenStore::writeFailsAndRecovers()
{
    World world;
    SqliteTokenStore store(world.path(), world.logger);
    QVERIFY(store.add(record("a")));
    QCOMPARE(confirmed(store), QString());
    QVERIFY(QFile::rename(world.path(), world.path() + QStringLiteral(".away")));
    QVERIFY(QDir().mkdir(world.path()));
    SqliteTokenStore blocked(world.path(), world.logger);
    QVERIFY(blocked.revoke("x"));
    QVERIFY(!confirmed(blocked).isEmpty());
    QCOMPARE(blocked.health().state, State::Failed);
    QVERIFY(QDir().rmdir(world.path()));
    QVERIFY(QFile::rename(world.path() + QStringLiteral(".away"), world.path()));
    QCOMPARE(confirmed(blocked), QString());
    SqliteTokenStore after(world.path(), world.logger);
    QVERIFY2(after.isRevoked("x"), "what was not written then is written later");
}

void tst_SqliteTokenStore::confirmsTogether()
{
    World world;
    int answers = 0;
    SqliteTokenStore store(world.path(), world.logger);
    for (int i = 0; i < 500; ++i) {
        QVERIFY(store.add(record(QByteArray::number(i))));
        store.confirm([&](const Result<void> &stored) { answers += stored.has_value(); });
    }
    QTRY_COMPARE(answers, 500);
    SqliteTokenStore second(world.path(), world.logger);
    QCOMPARE(second.all().size(), 500);
}

void tst_SqliteTokenStore::holdsNoSecret()
{
    World world;
    Authenticator authenticator;
    Jwt::KeySet keys;
    keys.keys = {QByteArray(32, 'k')};
    keys.issuer = Authenticator::OwnIssuer;
    authenticator.setOwnKeys(keys);
    SqliteTokenStore store(world.path(), world.logger);
    authenticator.setTokenStore(&store);
    Jwt::Claims claims;
    claims.user = "alice";
    claims.expiresAt = now() + 1h;
    const QByteArray token = authenticator.issue(claims).value_or(QByteArray());
    QVERIFY(!token.isEmpty());
    QVERIFY(store.add(record(claims.tokenId)));
    QVERIFY(authenticator.authenticate(token).has_value());
    QCOMPARE(confirmed(store), QString());
    for (const QString &name : world.files()) {
        QFile file(world.folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.contains(token.sliced(token.lastIndexOf('.') + 1)));
        QVERIFY(!bytes.contains(QByteArray(32, 'k')));
    }
}

QTEST_GUILESS_MAIN(tst_SqliteTokenStore)
#include "tst_sqlitetokenstore.moc"
