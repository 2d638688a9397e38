// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/auth/memorytokenstore.h"

#include "common/auth/jwt.h"

#include <QSignalSpy>
#include <QTest>

using namespace Signalbox;
using namespace std::chrono_literals;

using TimePoint = TokenRecord::TimePoint;

namespace {

constexpr std::chrono::hours Day{24};

} // namespace

class tst_MemoryTokenStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsWhatIsAdded();
    void sameIdTwiceIsConflict();
    void badIdsAreRefused_data();
    void badIdsAreRefused();
    void listsNewestFirst();
    void revokes();
    void revokingTwiceChangesNothing();
    void unknownIdIsForeign_data();
    void unknownIdIsForeign();
    void foreignRevocationIsOnlyProlonged();
    void listenerMayChangeTheStore();
    void notesUseOfOwnTokensOnly();
    void expiredTokensAreForgotten();
    void revocationOutlastsTheToken();
    void neverEndingTokenDoesNotOverflow();
    void fullStoreRefusesAndRecovers();

private:
    TokenRecord record(const QByteArray &id, std::chrono::seconds lifetime = 1h) const
    {
        TokenRecord made;
        made.id = id;
        made.user = "ann";
        made.createdAt = m_now;
        made.expiresAt = m_now + lifetime;
        return made;
    }

    /// Any addition a while later looks for what has expired.
    void sweep(MemoryTokenStore &store)
    {
        m_now += 1min;
        QVERIFY(store.add(record("sweep" + QByteArray::number(m_now.time_since_epoch().count()))));
    }

    MemoryTokenStore::Clock clock()
    {
        return [this] { return m_now; };
    }

    TimePoint m_now;
};

void tst_MemoryTokenStore::init()
{
    m_now = TimePoint(1'800'000'000s);
}

void tst_MemoryTokenStore::keepsWhatIsAdded()
{
    MemoryTokenStore store(clock());
    TokenRecord added = record("t1");
    added.name = QStringLiteral("CI");
    added.rooms = {"project:7"};
    added.hasRooms = true;
    added.scopes = Scope::Publish;
    QVERIFY(store.add(added));
    const std::optional<TokenRecord> found = store.find("t1");
    QVERIFY(found);
    QCOMPARE(found->name, added.name);
    QCOMPARE(found->user, added.user);
    QCOMPARE(found->rooms, added.rooms);
    QVERIFY(found->hasRooms);
    QCOMPARE(found->scopes, added.scopes);
    QVERIFY(found->expiresAt == added.expiresAt);
    QVERIFY(!found->revokedAt);
    QVERIFY(!found->isForeign);
    QVERIFY(!store.isRevoked("t1"));
    QVERIFY(!store.find("t2"));
    QVERIFY(!store.isRevoked("t2"));
}

void tst_MemoryTokenStore::sameIdTwiceIsConflict()
{
    MemoryTokenStore store(clock());
    QVERIFY(store.add(record("t1")));
    const Result<void> again = store.add(record("t1"));
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::Conflict);
    QVERIFY(store.revoke("t1"));
    QVERIFY(!store.add(record("t1")));
    QVERIFY(store.isRevoked("t1"));
}

void tst_MemoryTokenStore::badIdsAreRefused_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<bool>("isValid");
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("255 bytes") << QByteArray(255, 'x') << true;
    QTest::newRow("256 bytes") << QByteArray(256, 'x') << false;
}

void tst_MemoryTokenStore::badIdsAreRefused()
{
    QFETCH(QByteArray, id);
    QFETCH(bool, isValid);
    MemoryTokenStore store(clock());
    QSignalSpy spy(&store, &TokenStore::tokenRevoked);
    const Result<TokenRecord> revoked = store.revoke(id);
    QCOMPARE(revoked.has_value(), isValid);
    QCOMPARE(spy.size(), qsizetype(isValid));
    MemoryTokenStore other(clock());
    QCOMPARE(other.add(record(id)).has_value(), isValid);
    if (!isValid)
        QCOMPARE(revoked.error().code, ErrorCode::BadRequest);
}

void tst_MemoryTokenStore::listsNewestFirst()
{
    MemoryTokenStore store(clock());
    QVERIFY(store.all().isEmpty());
    for (const char *id : {"first", "second", "third"}) {
        QVERIFY(store.add(record(id)));
        m_now += 1s;
    }
    QVERIFY(store.revoke("foreign"));
    QByteArrayList ids;
    for (const TokenRecord &each : store.all())
        ids.append(each.id);
    QCOMPARE(ids, QByteArrayList({"foreign", "third", "second", "first"}));
}

void tst_MemoryTokenStore::revokes()
{
    MemoryTokenStore store(clock());
    QSignalSpy spy(&store, &TokenStore::tokenRevoked);
    QVERIFY(store.add(record("t1")));
    QVERIFY(store.add(record("t2")));
    m_now += 5s;
    const Result<TokenRecord> revoked = store.revoke("t1");
    QVERIFY(revoked);
    QVERIFY(revoked->revokedAt == m_now);
    QVERIFY(!revoked->isForeign);
    QVERIFY(store.isRevoked("t1"));
    QVERIFY(!store.isRevoked("t2"));
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.constFirst().constFirst().toByteArray(), QByteArray("t1"));
}

void tst_MemoryTokenStore::revokingTwiceChangesNothing()
{
    MemoryTokenStore store(clock());
    QVERIFY(store.add(record("t1")));
    const TimePoint first = m_now;
    QVERIFY(store.revoke("t1"));
    QSignalSpy spy(&store, &TokenStore::tokenRevoked);
    m_now += 5s;
    const Result<TokenRecord> again = store.revoke("t1");
    QVERIFY(again);
    QVERIFY(again->revokedAt == first);
    QVERIFY(spy.isEmpty());
}

void tst_MemoryTokenStore::unknownIdIsForeign_data()
{
    QTest::addColumn<qint64>("given"); // seconds from now; 0: not given
    QTest::addColumn<qint64>("kept");
    const qint64 longest = std::chrono::seconds(400 * Day).count();
    QTest::newRow("not given") << qint64(0) << longest;
    QTest::newRow("in an hour") << qint64(3600) << qint64(3600);
    QTest::newRow("400 days") << longest << longest;
    QTest::newRow("over 400 days") << longest + 1 << longest;
    QTest::newRow("in the past") << qint64(-3600) << qint64(0);
}

void tst_MemoryTokenStore::unknownIdIsForeign()
{
    QFETCH(qint64, given);
    QFETCH(qint64, kept);
    MemoryTokenStore store(clock());
    QSignalSpy spy(&store, &TokenStore::tokenRevoked);
    std::optional<TimePoint> expiresAt;
    if (given != 0)
        expiresAt = m_now + std::chrono::seconds(given);
    const Result<TokenRecord> revoked = store.revoke("theirs", expiresAt);
    QVERIFY(revoked);
    QVERIFY(revoked->isForeign);
    QVERIFY(revoked->createdAt == m_now);
    QCOMPARE(std::chrono::duration_cast<std::chrono::seconds>(revoked->expiresAt - m_now).count(),
             kept);
    QVERIFY(store.isRevoked("theirs"));
    QCOMPARE(spy.size(), 1);
}

void tst_MemoryTokenStore::foreignRevocationIsOnlyProlonged()
{
    MemoryTokenStore store(clock());
    QVERIFY(store.revoke("theirs", m_now + 2h));
    QVERIFY(store.revoke("theirs", m_now + 1h)->expiresAt == m_now + 2h);
    QVERIFY(store.revoke("theirs", m_now + 3h)->expiresAt == m_now + 3h);
    QCOMPARE(store.all().size(), 1);
}

void tst_MemoryTokenStore::listenerMayChangeTheStore()
{
    MemoryTokenStore store(clock());
    connect(&store, &TokenStore::tokenRevoked, &store, [&](const QByteArray &id) {
        if (id == "t0")
            for (int i = 0; i < 1000; ++i)
                QVERIFY(store.revoke("more" + QByteArray::number(i)));
    });
    const Result<TokenRecord> revoked = store.revoke("t0");
    QVERIFY(revoked);
    QCOMPARE(revoked->id, QByteArray("t0"));
    QCOMPARE(store.all().size(), 1001);
}

void tst_MemoryTokenStore::notesUseOfOwnTokensOnly()
{
    MemoryTokenStore store(clock());
    QVERIFY(store.add(record("ours")));
    QVERIFY(store.revoke("theirs"));
    m_now += 5s;
    store.noteUse("ours");
    store.noteUse("theirs");
    store.noteUse("nobody's");
    QVERIFY(store.find("ours")->lastUsedAt == m_now);
    QVERIFY(!store.find("theirs")->lastUsedAt);
    QCOMPARE(store.all().size(), 2);
}

void tst_MemoryTokenStore::expiredTokensAreForgotten()
{
    MemoryTokenStore store(clock());
    QVERIFY(store.add(record("ours", 1h)));
    m_now += 1h + MemoryTokenStore::KeptExpired - 1s;
    QVERIFY(store.find("ours"));
    QCOMPARE(store.all().size(), 1);
    m_now += 1s;
    QVERIFY(!store.find("ours"));
    QVERIFY(store.all().isEmpty());
    sweep(store);
    QVERIFY(store.add(record("ours"))); // no conflict: nothing is left of it
}

void tst_MemoryTokenStore::revocationOutlastsTheToken()
{
    MemoryTokenStore store(clock());
    QVERIFY(store.revoke("theirs", m_now + 1h));
    QVERIFY(store.add(record("ours", 1h)));
    QVERIFY(store.revoke("ours"));
    m_now += 1h + Jwt::Leeway - 1min - 1s; // the sweep takes a minute
    sweep(store);
    QVERIFY(store.isRevoked("theirs"));
    QVERIFY(store.isRevoked("ours"));
    sweep(store);
    QVERIFY(!store.isRevoked("theirs"));
    QVERIFY(store.isRevoked("ours"));
}

void tst_MemoryTokenStore::neverEndingTokenDoesNotOverflow()
{
    MemoryTokenStore store(clock());
    TokenRecord added = record("ours");
    added.expiresAt = TimePoint::max();
    QVERIFY(store.add(added));
    sweep(store);
    QVERIFY(store.find("ours"));
    QVERIFY(store.revoke("theirs", TimePoint::max()));
    QVERIFY(store.revoke("theirs too", TimePoint::min()));
    QVERIFY(store.isRevoked("theirs"));
}

void tst_MemoryTokenStore::fullStoreRefusesAndRecovers()
{
    MemoryTokenStore store(clock());
    for (qsizetype i = 0; i < MemoryTokenStore::MaxRecords; ++i)
        QVERIFY(store.revoke("f" + QByteArray::number(i), m_now + 1h));
    QSignalSpy spy(&store, &TokenStore::tokenRevoked);
    const Result<TokenRecord> refused = store.revoke("one more");
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Limit);
    QVERIFY(!store.isRevoked("one more"));
    QVERIFY(spy.isEmpty());
    QVERIFY(store.isRevoked("f0"));
    QVERIFY(store.revoke("f0")); // known, needs no room
    QVERIFY(store.add(record("ours"))); // ours are counted by themselves

    m_now += 1h + Jwt::Leeway;
    QVERIFY(store.revoke("one more"));
    QVERIFY(store.isRevoked("one more"));
    QVERIFY(store.isRevoked("f0")); // prolonged above
    QVERIFY(!store.isRevoked("f1"));
}

QTEST_APPLESS_MAIN(tst_MemoryTokenStore)
#include "tst_memorytokenstore.moc"
