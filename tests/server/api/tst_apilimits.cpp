// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/connectionsapi.h"
#include "server/api/eventsapi.h"
#include "tests/server/api/testcall.h"

using namespace Signalbox;

// How often one may publish, and guess a token, over HTTP.

namespace {

constexpr char Events[] = "/api/v1/events";
constexpr char Operators[] = "/api/v1/connections";

struct Api : TestApi
{
    explicit Api(bool requiresAuth = false)
        : TestApi(requiresAuth)
        , events(context)
        , operators(context, [] { return QHash<QByteArray, qsizetype>(); })
    {
        events.addTo(router);
        operators.addTo(router);
    }

    int publish(qsizetype count, const QByteArray &headers = {})
    {
        QByteArrayList batch;
        for (qsizetype i = 0; i < count; ++i)
            batch.append(R"({"type":"a"})");
        last = post(Events, '[' + batch.join(',') + ']', headers);
        return last.status;
    }

    EventsApi events;
    ConnectionsApi operators;
    TestAnswer last;
};

} // namespace

class tst_ApiLimits final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishingIsUnlimited();
    void publishingCountsEvents();
    void publishingIsPerCredential();
    void batchOverTheBurst();
    void repeatsAreFree();
    void guessing();
    void expiredTokenIsNoGuess();
};

// A rate so low that no test waits long enough for another token.
constexpr double Slow = 0.01;

void tst_ApiLimits::publishingIsUnlimited()
{
    Api api;
    for (int i = 0; i < 5; ++i)
        QCOMPARE(api.publish(1000), 202);
}

void tst_ApiLimits::publishingCountsEvents()
{
    Api api;
    api.events.setPublishRate({Slow, 10});
    QCOMPARE(api.publish(6), 202);
    QCOMPARE(api.publish(5), 429);
    QCOMPARE(api.last.errorCode(), QStringLiteral("rate_limited"));
    // One of the five is missing: 100 s at 0.01 a second.
    const int wait = api.last.headers.value("retry-after").toInt();
    QVERIFY2(wait > 90 && wait <= 100, api.last.headers.value("retry-after").constData());
    QCOMPARE(api.publish(4), 202);
    QCOMPARE(api.post(Events, R"({"type":"a"})").status, 429);
    QCOMPARE(api.hub.counters().eventsReceived.load(), 10U);
    // Reading is not publishing.
    QCOMPARE(api.get("/api/v1/events?room=global").status, 200);
}

void tst_ApiLimits::publishingIsPerCredential()
{
    Api api(true);
    api.authenticator.setStaticTokens({"one", "two"});
    api.events.setPublishRate({Slow, 1});
    QCOMPARE(api.publish(1, bearer("one")), 202);
    QCOMPARE(api.publish(1, bearer("one")), 429);
    QCOMPARE(api.publish(1, bearer("two")), 202);
    QCOMPARE(api.publish(1, bearer("two")), 429);
}

void tst_ApiLimits::batchOverTheBurst()
{
    Api api;
    api.events.setPublishRate({Slow, 3});
    QCOMPARE(api.publish(5), 202); // or it could never be published
    QCOMPARE(api.publish(1), 429);
}

void tst_ApiLimits::repeatsAreFree()
{
    Api api;
    api.events.setPublishRate({Slow, 1});
    for (int i = 0; i < 3; ++i)
        QCOMPARE(api.publish(1, "Idempotency-Key: same\r\n"), 202);
    QCOMPARE(api.publish(1, "Idempotency-Key: other\r\n"), 429);
    QCOMPARE(api.hub.counters().eventsReceived.load(), 1U);
}

void tst_ApiLimits::guessing()
{
    Api api;
    for (int i = 0; i < 20; ++i)
        QCOMPARE(api.get(Operators, bearer("guess" + QByteArray::number(i))).status, 401);
    const TestAnswer refused = api.get(Operators, bearer("guess"));
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.errorCode(), QStringLiteral("rate_limited"));
    const int wait = refused.headers.value("retry-after").toInt();
    QVERIFY2(wait >= 1 && wait <= 6, refused.headers.value("retry-after").constData());
    QCOMPARE(api.get(Operators, bearer("admin")).status, 429);
    // Whoever presents nothing guesses nothing.
    QCOMPARE(api.get(Operators).status, 401);
    QCOMPARE(api.publish(1), 202);
}

void tst_ApiLimits::expiredTokenIsNoGuess()
{
    Api api(true);
    Jwt::KeySet keys;
    keys.keys = {QByteArray(32, 'k')};
    keys.issuer = Authenticator::OwnIssuer;
    api.authenticator.setOwnKeys(keys);
    Jwt::Claims claims;
    claims.issuer = Authenticator::OwnIssuer;
    claims.user = "ann";
    claims.tokenId = "id";
    claims.scopes = Scope::Publish;
    claims.expiresAt = std::chrono::system_clock::now() - std::chrono::hours(1);
    const Result<QByteArray> token = Jwt::sign(claims, keys.algorithm, keys.keys.first());
    QVERIFY(token.has_value());
    for (int i = 0; i < 25; ++i) {
        QCOMPARE(api.publish(1, bearer(*token)), 401);
        QCOMPARE(api.last.errorCode(), QStringLiteral("token_expired"));
    }
}

QTEST_GUILESS_MAIN(tst_ApiLimits)
#include "tst_apilimits.moc"
