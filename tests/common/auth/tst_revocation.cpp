// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/auth/memorytokenstore.h"
#include "tests/common/auth/authenticatorfixture.h"

#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;

namespace {

/// What was revoked is lost.
class DoubtingStore final : public TokenStore
{
public:
    Result<void> add(const TokenRecord &) override { return {}; }
    Result<TokenRecord> revoke(const QByteArray &, std::optional<TokenRecord::TimePoint>) override
    {
        return TokenRecord();
    }
    std::optional<TokenRecord> find(const QByteArray &) const override { return {}; }
    QList<TokenRecord> all() const override { return {}; }
    bool isRevoked(const QByteArray &id) const override { return id == "revoked"; }
    void noteUse(const QByteArray &) override { }
    void assumeKey(const QByteArray &) override { }
    void discard(const QByteArray &) override { }
    bool isDoubtful(const QByteArray &, std::optional<TokenRecord::TimePoint>) const override
    {
        return true;
    }
};

} // namespace

/// An Authenticator with a TokenStore.
class tst_Revocation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void revokedTokensAreRefused();
    void refusesWhatIsDoubtful_data();
    void refusesWhatIsDoubtful();
    void notesTheUseOfOwnTokens();
};

void tst_Revocation::revokedTokensAreRefused()
{
    MemoryTokenStore store;
    Authenticator authenticator;
    authenticator.setTokenStore(&store);
    authenticator.setForeignKeys({keySet(TheirSecret)});
    const QByteArray token = tokenWith(TheirSecret, R"("jti":"t1")");
    const QByteArray other = tokenWith(TheirSecret, R"("jti":"t2")");
    const QByteArray without = tokenWith(TheirSecret, R"("x":1)");
    const auto identity = authenticator.authenticate(token);
    QVERIFY(identity);
    QVERIFY(authenticator.knows(*identity));

    QVERIFY(store.revoke("t1"));
    QCOMPARE(name(authenticator.authenticate(token)), "revoked");
    QCOMPARE(name(authenticator.authenticateJwt(token)), "revoked");
    QVERIFY(!authenticator.knows(*identity));
    QCOMPARE(name(authenticator.authenticate(other)), "good");
    QCOMPARE(name(authenticator.authenticate(without)), "good");
    // Who cannot sign learns nothing of what is revoked.
    QCOMPARE(name(authenticator.authenticate(tokenWith(OwnSecret, R"("jti":"t1")"))), "invalid");

    authenticator.setTokenStore(nullptr);
    QCOMPARE(name(authenticator.authenticate(token)), "good");
}

void tst_Revocation::refusesWhatIsDoubtful_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QByteArray>("outcome");
    QTest::addColumn<bool>("hasReason"); // other than that it was revoked
    QTest::newRow("ours") << OwnSecret << QByteArray(R"("iss":"signalbox","jti":"a")")
                          << QByteArray("revoked") << true;
    QTest::newRow("ours, revoked")
        << OwnSecret << QByteArray(R"("iss":"signalbox","jti":"revoked")") << QByteArray("revoked")
        << false;
    QTest::newRow("ours, without an id: it cannot have been revoked")
        << OwnSecret << QByteArray(R"("iss":"signalbox")") << QByteArray("good") << false;
    QTest::newRow("theirs") << TheirSecret << QByteArray(R"("jti":"a")") << QByteArray("good")
                            << false;
}

/// Whoever asks gets the same answer.
void tst_Revocation::refusesWhatIsDoubtful()
{
    QFETCH(const QByteArray, secret);
    QFETCH(const QByteArray, members);
    QFETCH(const QByteArray, outcome);
    QFETCH(const bool, hasReason);
    DoubtingStore store;
    Authenticator authenticator;
    authenticator.setTokenStore(&store);
    authenticator.setOwnKeys(keySet(OwnSecret));
    authenticator.setForeignKeys({keySet(TheirSecret)});
    const QByteArray token = tokenWith(secret, members);

    QCOMPARE(name(authenticator.authenticate(token)), outcome);
    QCOMPARE(name(authenticator.authenticateJwt(token)), outcome);
    const std::optional<Authenticator::Refusal> refusal = authenticator.refusal(token);
    QCOMPARE(!refusal, outcome == "good");
    QVERIFY(!refusal || refusal->failure == AuthFailure::Revoked);
    QCOMPARE(refusal && !refusal->reason.isEmpty(), hasReason);
}

void tst_Revocation::notesTheUseOfOwnTokens()
{
    MemoryTokenStore store;
    Authenticator authenticator;
    authenticator.setTokenStore(&store);
    authenticator.setOwnKeys(keySet(OwnSecret));
    authenticator.setForeignKeys({keySet(TheirSecret)});
    Jwt::Claims claims;
    claims.user = "ann";
    claims.expiresAt = std::chrono::system_clock::now() + 1h;
    const Result<QByteArray> token = authenticator.issue(claims);
    QVERIFY(token);
    TokenRecord record;
    record.id = claims.tokenId;
    record.expiresAt = claims.expiresAt;
    QVERIFY(store.add(record));

    // A token of theirs that has the same id is not ours.
    QVERIFY(
        authenticator.authenticate(tokenWith(TheirSecret, "\"jti\":\"" + claims.tokenId + '"')));
    QVERIFY(!store.find(claims.tokenId)->lastUsedAt);
    QVERIFY(authenticator.authenticate(*token));
    QVERIFY(store.find(claims.tokenId)->lastUsedAt);
}

QTEST_GUILESS_MAIN(tst_Revocation)
#include "tst_revocation.moc"
