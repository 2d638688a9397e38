// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/monitor/localoperator.h"

#include "tests/server/monitor/operatorfixture.h"

#include <algorithm>

using namespace Signalbox;
using namespace Signalbox::Test;

class tst_OperatedTokens final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokens();
    void tokenOrderRefused_data();
    void tokenOrderRefused();
    void decodes();
    void changesCredentials();
};

void tst_OperatedTokens::tokens()
{
    OperatorFixture fixture;
    QVERIFY(fixture.startWithClients());
    TokenOrder order;
    order.name = QStringLiteral("dashboard");
    order.user = "eve";
    order.rooms = {"project:*"};
    order.hasRooms = true;
    order.scopes = Scope::Subscribe | Scope::Publish;
    const auto issued = fixture.issue(order);
    QVERIFY(issued);
    QCOMPARE(issued->record.name, order.name);
    QCOMPARE(fixture.logged("token_issued", "user"), QStringLiteral("eve"));
    for (const LogRecord &record : fixture.logger.history().since(0).records.records) {
        for (const auto &[name, text] : record.fields)
            QVERIFY(!text.contains(QString::fromLatin1(issued->token)));
    }
    DialectClient eve(fixture.port, Family::Plain, issued->token);
    QVERIFY(eve.awaits(1));

    const auto records = fixture.answerTo<QList<TokenRecord>>(
        [&](QObject *asker, HubOperator::Reply<QList<TokenRecord>> reply) {
            fixture.hubOperator().requestTokens(asker, std::move(reply));
        });
    QVERIFY(records);
    QCOMPARE(records->size(), qsizetype(3));
    QVERIFY(std::any_of(records->cbegin(), records->cend(),
                        [&](const TokenRecord &record) { return record.id == issued->record.id; }));
    const auto preview =
        fixture.answerTo<RoomMembers>([&](QObject *asker, HubOperator::Reply<RoomMembers> reply) {
            fixture.hubOperator().previewRevocation(issued->record.id, asker, std::move(reply));
        });
    QVERIFY(preview);
    QCOMPARE(preview->total, qint64(1));
    QCOMPARE(preview->connections.constFirst().user, QByteArray("eve"));

    const auto revoke = [&](const QByteArray &id) {
        return fixture.answerTo<TokenRecord>(
            [&](QObject *asker, HubOperator::Reply<TokenRecord> reply) {
                fixture.hubOperator().revokeToken(id, asker, std::move(reply));
            });
    };
    const auto revoked = revoke(issued->record.id);
    QVERIFY(revoked && revoked->revokedAt);
    EVENTUALLY(eve.lines().contains("closed 4403"));
    QVERIFY(!fixture.plain->lines().contains("closed 4403"));
    QCOMPARE(fixture.logged("token_revoked", "address"), QStringLiteral("console"));
    QCOMPARE(revoke({}).error().code, ErrorCode::BadRequest);
    QVERIFY(fixture.decode(issued->token)->verdict.contains(QStringLiteral("revoked")));
}

void tst_OperatedTokens::tokenOrderRefused_data()
{
    QTest::addColumn<TokenOrder>("order");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const QString &field, const auto &adjust) {
        TokenOrder order;
        order.user = "ann";
        adjust(order);
        QTest::newRow(name) << order << field;
    };
    row("no user", QStringLiteral("user"), [](TokenOrder &order) { order.user.clear(); });
    row("user with a star", QStringLiteral("user"), [](TokenOrder &order) { order.user = "a*"; });
    row("bad room", QStringLiteral("rooms.1"), [](TokenOrder &order) {
        order.hasRooms = true;
        order.rooms = {"bot:1", "x"};
    });
    row("no scope", QStringLiteral("scopes"), [](TokenOrder &order) { order.scopes = {}; });
    row("no time", QStringLiteral("ttl_seconds"),
        [](TokenOrder &order) { order.lifetime = std::chrono::seconds(0); });
    row("too long", QStringLiteral("ttl_seconds"),
        [](TokenOrder &order) { order.lifetime = std::chrono::hours(366 * 24); });
    row("long name", QStringLiteral("name"),
        [](TokenOrder &order) { order.name = QString(256, u'x'); });
}

void tst_OperatedTokens::tokenOrderRefused()
{
    QFETCH(TokenOrder, order);
    QFETCH(QString, field);
    OperatorFixture fixture;
    QVERIFY(fixture.start());
    const auto issued = fixture.issue(order);
    QVERIFY(!issued);
    QCOMPARE(issued.error().code, ErrorCode::BadRequest);
    QCOMPARE(issued.error().field, field);
}

void tst_OperatedTokens::decodes()
{
    OperatorFixture fixture;
    QVERIFY(fixture.start());
    const QByteArray token = fixture.tokenOf("ann");
    const auto good = fixture.decode(token);
    QVERIFY(good && good->isValid);
    QCOMPARE(good->header.value(u"alg"), QJsonValue(QStringLiteral("HS256")));
    QCOMPARE(good->claims.value(u"sub"), QJsonValue(QStringLiteral("ann")));
    QByteArray forged = token;
    forged[forged.size() - 10] = forged.at(forged.size() - 10) == 'A' ? 'B' : 'A';
    const auto bad = fixture.decode(forged);
    QVERIFY(bad && !bad->isValid && !bad->claims.isEmpty() && !bad->verdict.isEmpty());
    const auto fixed = fixture.decode("secret");
    QVERIFY(fixed && fixed->isValid && fixed->header.isEmpty());
    for (const QByteArray &garbage : {QByteArray(), QByteArray("a.b.c"), QByteArray(20'000, 'x')}) {
        const auto decoded = fixture.decode(garbage);
        QVERIFY(decoded && !decoded->isValid && decoded->claims.isEmpty());
        QVERIFY(!decoded->verdict.isEmpty());
    }
}

void tst_OperatedTokens::changesCredentials()
{
    OperatorFixture fixture;
    QVERIFY(fixture.start());
    const auto rotate = [&] {
        return fixture.answerTo<void>([&](QObject *asker, HubOperator::Reply<void> reply) {
            fixture.hubOperator().rotateSigningKey(asker, std::move(reply));
        });
    };
    const auto setStaticToken = [&](const QByteArray &token) {
        return fixture.answerTo<void>([&](QObject *asker, HubOperator::Reply<void> reply) {
            fixture.hubOperator().setStaticToken(token, asker, std::move(reply));
        });
    };
    const auto preview = [&] {
        return fixture.answerTo<RotationPreview>(
            [&](QObject *asker, HubOperator::Reply<RotationPreview> reply) {
                fixture.hubOperator().previewRotation(asker, std::move(reply));
            });
    };
    QVERIFY(rotate());
    QCOMPARE(fixture.logged("signing_key_rotated", "address"), QStringLiteral("console"));
    const QByteArray token = fixture.tokenOf("ann");
    DialectClient ann(fixture.port, Family::Plain, token);
    QVERIFY(ann.awaits(1));
    QVERIFY(rotate());
    QVERIFY2(fixture.decode(token)->isValid, "until it expires");
    const QByteArray next = fixture.tokenOf("bob");
    DialectClient bob(fixture.port, Family::Plain, next);
    QVERIFY(bob.awaits(1));
    const auto ended = preview();
    QVERIFY(ended);
    QCOMPARE(ended->tokens, qint64(1));
    QCOMPARE(ended->holders.total, qint64(1));
    QCOMPARE(ended->holders.connections.constFirst().user, QByteArray("ann"));
    QVERIFY(rotate());
    const auto records = fixture.answerTo<QList<TokenRecord>>(
        [&](QObject *asker, HubOperator::Reply<QList<TokenRecord>> reply) {
            fixture.hubOperator().requestTokens(asker, std::move(reply));
        });
    QCOMPARE(records->size(), qsizetype(2));
    for (const TokenRecord &record : *records)
        QCOMPARE(record.isKeyGone, record.user == "ann");
    QVERIFY(!fixture.decode(token)->isValid);
    EVENTUALLY(ann.lines().join().contains("closed 4403")); // with its key

    QVERIFY(fixture.decode("secret")->isValid);
    QVERIFY(setStaticToken("a new one"));
    QCOMPARE(fixture.logged("static_token_set", "address"), QStringLiteral("console"));
    QVERIFY(fixture.decode("a new one")->isValid);
    QVERIFY(!fixture.decode("secret")->isValid);
    QCOMPARE(setStaticToken(" ").error().code, ErrorCode::BadRequest);
    QVERIFY(setStaticToken({}));
    QVERIFY(!fixture.decode("a new one")->isValid);
}

QTEST_GUILESS_MAIN(tst_OperatedTokens)
#include "tst_operatedtokens.moc"
