// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/idempotencycache.h"

#include <QTest>

using namespace Signalbox;
using State = IdempotencyCache::State;

class tst_IdempotencyCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keys_data();
    void keys();
    void repeatGetsTheFirstAnswer();
    void anotherBodyIsAConflict();
    void keysBelongToTheirCredential();
    void forgetsAfterItsLifetime();
    void lifetimeCountsFromTheFirstAnswer();
    void oldestGoFirst();
};

namespace {

using namespace std::chrono_literals;

const IdempotencyCache::Clock::time_point Start{1h};

HttpResponse answer(const QByteArray &body)
{
    return {202, "application/json", body, {{"X", "y"}}};
}

} // namespace

void tst_IdempotencyCache::keys_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<bool>("isValid");
    QTest::newRow("one character") << QByteArray("a") << true;
    QTest::newRow("all that is visible") << QByteArray("!~azAZ09-_\"") << true;
    QTest::newRow("longest") << QByteArray(255, 'k') << true;
    QTest::newRow("too long") << QByteArray(256, 'k') << false;
    QTest::newRow("empty") << QByteArray("") << false;
    QTest::newRow("space") << QByteArray("a b") << false;
    QTest::newRow("tab") << QByteArray("a\tb") << false;
    QTest::newRow("delete") << QByteArray("a\x7f") << false;
    QTest::newRow("UTF-8") << QByteArray("\xc3\xa9") << false;
    QTest::newRow("null") << QByteArray("a\0b", 3) << false;
}

void tst_IdempotencyCache::keys()
{
    QFETCH(QByteArray, key);
    QTEST(IdempotencyCache::isValidKey(key), "isValid");
}

void tst_IdempotencyCache::repeatGetsTheFirstAnswer()
{
    IdempotencyCache cache;
    QCOMPARE(cache.find("c", "k", "body", Start).state, State::New);
    QCOMPARE(cache.size(), qsizetype(0));
    cache.store("c", "k", "body", answer("first"), Start);
    const IdempotencyCache::Lookup lookup = cache.find("c", "k", "body", Start + 1s);
    QCOMPARE(lookup.state, State::Repeat);
    QCOMPARE(lookup.answer.status, 202);
    QCOMPARE(lookup.answer.body, QByteArray("first"));
    QCOMPARE(lookup.answer.headers, answer("first").headers);
}

void tst_IdempotencyCache::anotherBodyIsAConflict()
{
    IdempotencyCache cache;
    cache.store("c", "k", "body", answer("first"), Start);
    QCOMPARE(cache.find("c", "k", "body ", Start).state, State::Conflict);
    QCOMPARE(cache.find("c", "k", "", Start).state, State::Conflict);
    QCOMPARE(cache.find("c", "k", "body", Start).state, State::Repeat);
}

void tst_IdempotencyCache::keysBelongToTheirCredential()
{
    IdempotencyCache cache;
    cache.store("c", "k", "body", answer("c's"), Start);
    QCOMPARE(cache.find("d", "k", "body", Start).state, State::New);
    QCOMPARE(cache.find("", "k", "body", Start).state, State::New);
    QCOMPARE(cache.find("ck", "", "body", Start).state, State::New);
    QCOMPARE(cache.find("c", "l", "body", Start).state, State::New);
    cache.store("", "k", "other", answer("nobody's"), Start);
    QCOMPARE(cache.find("c", "k", "body", Start).answer.body, QByteArray("c's"));
    QCOMPARE(cache.find("", "k", "other", Start).answer.body, QByteArray("nobody's"));
}

void tst_IdempotencyCache::forgetsAfterItsLifetime()
{
    IdempotencyCache cache;
    cache.store("c", "k", "body", answer("first"), Start);
    QCOMPARE(cache.find("c", "k", "body", Start + 10min - 1ms).state, State::Repeat);
    QCOMPARE(cache.find("c", "k", "other", Start + 10min).state, State::New);
    QCOMPARE(cache.size(), qsizetype(0));
    cache.store("c", "k", "other", answer("second"), Start + 10min);
    QCOMPARE(cache.find("c", "k", "other", Start + 20min - 1ms).answer.body, QByteArray("second"));
}

void tst_IdempotencyCache::lifetimeCountsFromTheFirstAnswer()
{
    IdempotencyCache cache;
    cache.store("c", "k", "body", answer("first"), Start);
    for (auto time = 0min; time < 10min; time += 1min)
        QCOMPARE(cache.find("c", "k", "body", Start + time).state, State::Repeat);
    QCOMPARE(cache.find("c", "k", "body", Start + 10min).state, State::New);
}

void tst_IdempotencyCache::oldestGoFirst()
{
    constexpr qsizetype More = 5;
    IdempotencyCache cache;
    const auto key = [](qsizetype i) { return "k" + QByteArray::number(i); };
    for (qsizetype i = 0; i < IdempotencyCache::Capacity + More; ++i) {
        cache.store("c", key(i), "body", answer({}), Start + std::chrono::milliseconds(i));
        QVERIFY(cache.size() <= IdempotencyCache::Capacity);
    }
    QCOMPARE(cache.size(), IdempotencyCache::Capacity);
    for (qsizetype i = 0; i < More; ++i)
        QCOMPARE(cache.find("c", key(i), "body", Start).state, State::New);
    QCOMPARE(cache.find("c", key(More), "body", Start).state, State::Repeat);
    QCOMPARE(cache.find("c", key(IdempotencyCache::Capacity + More - 1), "body", Start).state,
             State::Repeat);
}

QTEST_APPLESS_MAIN(tst_IdempotencyCache)
#include "tst_idempotencycache.moc"
