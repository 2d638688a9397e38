// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/dialects/dialectclient.h"
#include "tests/server/dialects/dialectworld.h"

#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace std::chrono_literals;

class tst_PlainDialect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusedBeforeTheUpgrade_data();
    void refusedBeforeTheUpgrade();
    void greeting();
    void commands_data();
    void commands();
    void subscriptionsFromTheStart();
    void typesNeedARight();
    void userHasSeveralConnections();
    void userRoomCannotBeLeft();
    void subscribesAllOfAUser();
    void eventShape();
    void replayOfTypesAndRooms();
    void replayOfATypeHasNoDoubles();
    void replaysOfTypesWaitSeparately();
    void tooManyCommands();
    void silenceEndsTheConnection();
    void revokedTokenCuts();
};

namespace {

QByteArrayList since(DialectClient &client, qsizetype count)
{
    return client.awaits(count) ? client.lines().mid(1) : client.lines();
}

} // namespace

void tst_PlainDialect::refusedBeforeTheUpgrade_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("none") << QByteArray() << QByteArray("refused 401");
    QTest::newRow("wrong") << QByteArray("a.b.c") << QByteArray("refused 401");
    QTest::newRow("static") << QByteArray("secret") << QByteArray("refused 401");
    QTest::newRow("only for publishing") << QByteArray("publisher") << QByteArray("refused 403");
}

void tst_PlainDialect::refusedBeforeTheUpgrade()
{
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, line);
    DialectWorld world;
    if (token == "publisher")
        token = world.tokenOf("ann", {}, Scope::Publish);
    DialectClient client(world.port(), Family::Plain, token);
    QCOMPARE(client.lines(), QByteArrayList{line});
    QCOMPARE(world.registry.count(), 0);
}

void tst_PlainDialect::greeting()
{
    DialectWorld world;
    DialectClient client(world.port(), Family::Plain, world.tokenOf("ann"));
    QVERIFY(client.awaits(1));
    QCOMPARE(client.lines(), QByteArrayList{"connected"});
    QCOMPARE(client.lastReply().value(u"message"),
             QJsonValue(QStringLiteral("WebSocket connected successfully")));
    QCOMPARE(client.lastReply().value(u"user_id"), QJsonValue(QStringLiteral("ann")));
    QVERIFY(world.registry.find(client.lastReply().value(u"sid").toString().toLatin1()));
}

void tst_PlainDialect::commands_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArrayList>("lines");
    QTest::addColumn<QByteArray>("last");
    const auto row = [](const char *name, const QByteArray &message, const QByteArrayList &lines,
                        const QByteArray &last) {
        QTest::newRow(name) << message << lines << last;
    };
    const QByteArray start =
        R"("dashboard_update","strategy_created","backtest_started","backtest_completed")";
    row("subscribe", R"({"action":"subscribe","events":["notification","project:7"]})",
        {"subscribed"},
        R"({"type":"subscribed","data":{"events":["notification","project:7"],"current":[)" + start
            + R"(,"notification","project:7"]}})");
    row("one of two is forbidden", R"({"action":"subscribe","events":["agent:1","project:7"]})",
        {"error forbidden", "subscribed"},
        R"({"type":"subscribed","data":{"events":["agent:1","project:7"],"current":[)" + start
            + R"(,"project:7"]}})");
    row("neither type nor room", R"({"action":"subscribe","events":["project:*"]})",
        {"error bad_room", "subscribed"},
        R"({"type":"subscribed","data":{"events":["project:*"],"current":[)" + start + "]}}");
    row("events is no list", R"({"action":"subscribe","events":"x"})", {"error bad_request"},
        R"({"type":"error","data":{"code":"bad_request","message":"events must be a list of at most 1024 strings"}})");
    row("no events", R"({"action":"unsubscribe"})", {"error bad_request"},
        R"({"type":"error","data":{"code":"bad_request","message":"events must be a list of at most 1024 strings"}})");
    row("since is no id", R"({"action":"subscribe","events":[],"since":5})", {"error bad_request"},
        R"({"type":"error","data":{"code":"bad_request","message":"since is not an event id"}})");
    row("unsubscribe", R"({"action":"unsubscribe","events":["dashboard_update","x"]})",
        {"unsubscribed"},
        R"({"type":"unsubscribed","data":{"events":["dashboard_update","x"],"current":["backtest_completed","strategy_created","backtest_started"]}})");
    row("ping", R"({"action":"ping","timestamp":1.50})", {"pong"},
        R"({"type":"pong","data":{"timestamp":1.50}})");
    row("unknown action", R"({"action":"publish"})", {"error bad_request"},
        R"({"type":"error","data":{"code":"bad_request","message":"Unknown action"}})");
    row("no JSON", "hello", {"error bad_request"},
        R"({"type":"error","data":{"code":"bad_request","message":"A message is a JSON object"}})");
    row("wrong token", R"({"action":"authenticate","token":"x"})", {"error invalid_token"},
        R"({"type":"error","data":{"code":"invalid_token","message":"Invalid token"}})");
    row("no token", R"({"action":"authenticate"})", {"error missing_token"},
        R"({"type":"error","data":{"code":"missing_token","message":"Invalid token"}})");
}

void tst_PlainDialect::commands()
{
    QFETCH(QByteArray, message);
    QFETCH(QByteArrayList, lines);
    QFETCH(QByteArray, last);
    DialectWorld world({.defaultRooms = {"project:*"}});
    DialectClient client(world.port(), Family::Plain, world.tokenOf("ann"));
    client.sendText(message);
    QCOMPARE(since(client, 1 + lines.size()), lines);
    QCOMPARE(client.lastMessage(), last);
}

void tst_PlainDialect::subscriptionsFromTheStart()
{
    DialectWorld world;
    DialectClient client(world.port(), Family::Plain, world.tokenOf("ann"));
    QVERIFY(client.awaits(1));
    QByteArrayList expected;
    for (const QByteArray type :
         {"dashboard_update", "strategy_created", "backtest_started", "backtest_completed"})
        expected.append("event " + world.publish("{\"type\":\"" + type + "\"}"));
    for (const QByteArray type : {"backtest_progress", "backtest_failed", "notification"})
        world.publish("{\"type\":\"" + type + "\"}");
    client.command("ping", "{}");
    QCOMPARE(since(client, 6), expected + QByteArrayList{"pong"});
}

void tst_PlainDialect::typesNeedARight()
{
    DialectWorld world;
    DialectClient client(world.port(), Family::Plain, world.tokenOf("ann", {{"project:7"}}));
    client.command("subscribe", R"({"events":["x"]})");
    QVERIFY(client.awaits(2));
    world.publish(R"({"type":"x","room":"project:8"})");
    world.publish(R"({"type":"x","room":"user:bob"})");
    world.publish(R"({"type":"x","room":"global","user":"bob"})");
    const QByteArray right = world.publish(R"({"type":"x","rooms":["project:8","project:7"]})");
    client.command("ping", "{}");
    QCOMPARE(since(client, 4), (QByteArrayList{"subscribed", "event " + right, "pong"}));
}

void tst_PlainDialect::userHasSeveralConnections()
{
    DialectWorld world;
    DialectClient one(world.port(), Family::Plain, world.tokenOf("ann"));
    DialectClient two(world.port(), Family::Plain, world.tokenOf("ann"));
    DialectClient other(world.port(), Family::Plain, world.tokenOf("bob", {}, Scope::Admin));
    one.command("subscribe", R"({"events":["x","bot:1"]})");
    other.command("subscribe", R"({"events":["dashboard_update","bot:1"]})");
    QVERIFY(one.awaits(2) && two.awaits(1) && other.awaits(2));
    const QByteArray id =
        world.publish(R"({"type":"dashboard_update","user":"ann","bot_id":1,"room":"global"})");
    const QByteArray forOne = world.publish(R"({"type":"x"})");
    for (DialectClient *client : {&one, &two, &other})
        client->command("ping", "{}");
    QCOMPARE(since(one, 5),
             (QByteArrayList{"subscribed", "event " + id, "event " + forOne, "pong"}));
    QCOMPARE(since(two, 3), (QByteArrayList{"event " + id, "pong"}));
    QCOMPARE(since(other, 3), (QByteArrayList{"subscribed", "pong"}));
}

void tst_PlainDialect::userRoomCannotBeLeft()
{
    DialectWorld world;
    DialectClient client(world.port(), Family::Plain, world.tokenOf("ann"));
    client.command("unsubscribe", R"({"events":["user:ann"]})");
    QVERIFY(client.awaits(2));
    const QByteArray id = world.publish(R"({"type":"x","user":"ann"})");
    QCOMPARE(since(client, 3), (QByteArrayList{"unsubscribed", "event " + id}));
}

void tst_PlainDialect::subscribesAllOfAUser()
{
    DialectWorld world;
    DialectClient one(world.port(), Family::Plain, world.tokenOf("ann"));
    DialectClient two(world.port(), Family::Plain, world.tokenOf("ann", {{"bot:2"}}));
    DialectClient other(world.port(), Family::Plain, world.tokenOf("bob"));
    QVERIFY(one.awaits(1) && two.awaits(1) && other.awaits(1));
    QCOMPARE(world.plain.subscribeUser("ann", {"bot:1"}), 2);
    QCOMPARE(world.plain.subscribeUser("carl", {"bot:1"}), 0);
    const QByteArray id = world.publish(R"({"type":"x","bot_id":1})");
    for (DialectClient *client : {&one, &two, &other})
        client->command("ping", "{}");
    QCOMPARE(since(one, 3), (QByteArrayList{"event " + id, "pong"}));
    QCOMPARE(since(two, 3), (QByteArrayList{"error forbidden", "pong"}));
    QCOMPARE(since(other, 2), QByteArrayList{"pong"});
}

void tst_PlainDialect::eventShape()
{
    DialectWorld world;
    DialectClient client(world.port(), Family::Plain, world.tokenOf("ann"));
    QVERIFY(client.awaits(1));
    const QByteArray id =
        world.publish(R"({"type":"dashboard_update","timestamp":5,"data":{"n":1.0}})");
    QVERIFY(client.awaits(2));
    QCOMPARE(client.lastMessage(),
             R"({"type":"dashboard_update","event_id":")" + id
                 + R"(","timestamp":5,"data":{"n":1.0}})");
}

void tst_PlainDialect::replayOfTypesAndRooms()
{
    DialectWorld world;
    const QByteArray first = world.publish(R"({"type":"x"})");
    const QByteArray own = world.publish(R"({"type":"x","user":"ann"})");
    world.publish(R"({"type":"x","user":"bob"})");
    const QByteArray room = world.publish(R"({"type":"x","bot_id":1})");
    const QByteArray all = world.publish(R"({"type":"x"})");
    DialectClient client(world.port(), Family::Plain, world.tokenOf("ann"));
    client.command("subscribe", R"({"events":["x","bot:1"],"since":")" + first + "\"}");
    QCOMPARE(since(client, 5),
             (QByteArrayList{"subscribed", "past " + own, "past " + all, "past " + room}));
    QCOMPARE(client.lastReply().value(u"room"), QJsonValue(QStringLiteral("bot:1")));
    QCOMPARE(client.lastReply().value(u"count"), QJsonValue(1));
    QCOMPARE(client.lastReply().value(u"recovered"), QJsonValue(true));
}

void tst_PlainDialect::replayOfATypeHasNoDoubles()
{
    DialectWorld world;
    const QByteArray first = world.publish(R"({"type":"x"})");
    const QByteArray both = world.publish(R"({"type":"x","rooms":["user:ann","global"]})");
    DialectClient client(world.port(), Family::Plain, world.tokenOf("ann"));
    client.command("subscribe", R"({"events":["x"],"since":")" + first + "\"}");
    client.command("ping", "{}");
    QCOMPARE(since(client, 4), (QByteArrayList{"subscribed", "past " + both, "pong"}));
}

void tst_PlainDialect::replaysOfTypesWaitSeparately()
{
    WorldOptions options;
    options.plain.queueBytes = 2000; // so small that the reply makes the replays wait
    DialectWorld world(options);
    const QByteArray first = world.publish(R"({"type":"x"})");
    const QByteArray x = world.publish(R"({"type":"x"})");
    const QByteArray y = world.publish(R"({"type":"y"})");
    DialectClient client(world.port(), Family::Plain, world.tokenOf("ann"));
    client.command("subscribe", R"({"events":["x","y"],"since":")" + first + "\"}");
    QCOMPARE(since(client, 4), (QByteArrayList{"subscribed", "past " + x, "past " + y}));
}

void tst_PlainDialect::tooManyCommands()
{
    DialectWorld world({.commands = {1, 2}});
    DialectClient client(world.port(), Family::Plain, world.tokenOf("ann"));
    for (int i = 0; i < 3; ++i)
        client.command("ping", "{}");
    QCOMPARE(since(client, 4), (QByteArrayList{"pong", "pong", "error rate_limited"}));
    QVERIFY(client.lastReply().value(u"retry_after_ms").toInt() > 0);
    for (int i = 0; i < 2; ++i)
        client.command("ping", "{}");
    EVENTUALLY(client.lines().last() == "closed 4429");
}

void tst_PlainDialect::silenceEndsTheConnection()
{
    WorldOptions options;
    options.plain.pingInterval = 50ms;
    options.plain.pingTimeout = 50ms;
    DialectWorld world(options);
    DialectClient client(world.port(), Family::Plain, world.tokenOf("ann")); // answers no ping
    EVENTUALLY_EQUAL(client.lines(), (QByteArrayList{"connected", "closed 1000"}));
    QCOMPARE(world.registry.count(), 0);
}

void tst_PlainDialect::revokedTokenCuts()
{
    DialectWorld world;
    Jwt::Claims claims;
    claims.user = "ann";
    claims.scopes = Scope::Subscribe;
    claims.expiresAt = std::chrono::system_clock::now() + 1h;
    DialectClient revoked(world.port(), Family::Plain, world.issue(claims));
    DialectClient kept(world.port(), Family::Plain, world.tokenOf("ann"));
    QVERIFY(revoked.awaits(1) && kept.awaits(1));
    QVERIFY(world.store.revoke(claims.tokenId).has_value());
    world.publish(R"({"type":"dashboard_update"})");
    QVERIFY(kept.awaits(2));
    QCOMPARE(since(revoked, 2), QByteArrayList{"closed 4403"});
}

SIGNALBOX_EPOLL_TEST_MAIN(tst_PlainDialect)
#include "tst_plaindialect.moc"
