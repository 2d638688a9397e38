// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/dialects/dialectclient.h"
#include "tests/server/dialects/dialectworld.h"

#include <QSignalSpy>
#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace std::chrono_literals;

class tst_RoomsDialect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void admission_data();
    void admission();
    void greeting();
    void commands_data();
    void commands();
    void roomLimit();
    void eventShape_data();
    void eventShape();
    void replayShape();
    void renewal_data();
    void renewal();
    void tooManyCommands();
    void emergencyIsTold();
};

namespace {

const QByteArrayList Greeting{"connection_established", "connection.established"};

QByteArrayList since(DialectClient &client, qsizetype count)
{
    return client.awaits(count) ? client.lines().mid(Greeting.size()) : client.lines();
}

} // namespace

void tst_RoomsDialect::admission_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArrayList>("lines");
    QTest::newRow("good") << QByteArray("good") << Greeting;
    QTest::newRow("none") << QByteArray() << QByteArrayList{"connect_error missing_token"};
    QTest::newRow("wrong") << QByteArray("a.b.c") << QByteArrayList{"connect_error invalid_token"};
    QTest::newRow("static") << QByteArray("secret")
                            << QByteArrayList{"connect_error invalid_token"};
    QTest::newRow("expired") << QByteArray("expired")
                             << QByteArrayList{"connect_error token_expired"};
    QTest::newRow("revoked") << QByteArray("revoked")
                             << QByteArrayList{"connect_error invalid_token"};
    QTest::newRow("only for publishing")
        << QByteArray("publisher") << QByteArrayList{"connect_error forbidden"};
}

void tst_RoomsDialect::admission()
{
    QFETCH(QByteArray, token);
    QFETCH(QByteArrayList, lines);
    DialectWorld world;
    if (token == "good")
        token = world.tokenOf("ann");
    else if (token == "publisher")
        token = world.tokenOf("ann", {}, Scope::Publish);
    Jwt::Claims claims;
    claims.user = "ann";
    claims.expiresAt = std::chrono::system_clock::now() + (token == "expired" ? -2min : 1h);
    if (token == "expired") {
        token = world.issue(claims);
    } else if (token == "revoked") {
        token = world.issue(claims);
        QVERIFY(world.store.revoke(claims.tokenId).has_value());
    }
    for (const Family family : {Family::Rooms, Family::RoomsAtPath}) {
        DialectClient client(world.port(), family, token);
        EVENTUALLY_EQUAL(client.lines(), lines);
    }
}

void tst_RoomsDialect::greeting()
{
    DialectWorld world;
    DialectClient client(world.port(), Family::Rooms, world.tokenOf("ann"));
    QVERIFY(client.awaits(2));
    const QJsonObject &reply = client.lastReply();
    QCOMPARE(reply.value(u"type"), QJsonValue(QStringLiteral("connection.established")));
    QVERIFY(reply.value(u"timestamp").toString().endsWith(u'Z'));
    const QJsonObject data = reply.value(u"data").toObject();
    QVERIFY(world.registry.find(data.value(u"sid").toString().toLatin1()));
    QCOMPARE(data.value(u"user_id"), QJsonValue(QStringLiteral("ann")));
    QCOMPARE(data.value(u"rooms"),
             QJsonValue(QJsonArray{QStringLiteral("global"), QStringLiteral("user:ann")}));
}

void tst_RoomsDialect::commands_data()
{
    QTest::addColumn<QByteArray>("packet"); // after `42/ws,`
    QTest::addColumn<QByteArrayList>("replies"); // after `42/ws,`, or after `43/ws,`
    const auto error = [](const QByteArray &code, const QByteArray &message,
                          const QByteArray &room) {
        return QByteArrayList{R"(["error",{"code":")" + code + R"(","message":")" + message + '"'
                              + (room.isNull() ? QByteArray() : ",\"room\":\"" + room + '"')
                              + "}]"};
    };
    QTest::newRow("subscribe") << QByteArray(R"(["subscribe",{"room":"project:7"}])")
                               << QByteArrayList{R"(["subscribed",{"room":"project:7"}])"};
    QTest::newRow("subscribe, acknowledged")
        << QByteArray(R"(5["subscribe",{"room":"project:7"}])")
        << QByteArrayList{R"(["subscribed",{"room":"project:7"}])", R"(5[{"room":"project:7"}])"};
    QTest::newRow("own room") << QByteArray(R"(["subscribe",{"room":"user:ann"}])")
                              << QByteArrayList{R"(["subscribed",{"room":"user:ann"}])"};
    QTest::newRow("another's room")
        << QByteArray(R"(["subscribe",{"room":"user:bob"}])")
        << error("forbidden", "The token gives no right to this room", "user:bob");
    QTest::newRow("forbidden room")
        << QByteArray(R"(["subscribe",{"room":"workflow:1"}])")
        << error("forbidden", "The token gives no right to this room", "workflow:1");
    QTest::newRow("pattern as a room") << QByteArray(R"(["subscribe",{"room":"project:*"}])")
                                       << error("bad_room", "Not a valid room name", "project:*");
    QTest::newRow("no room") << QByteArray(R"(["subscribe"])")
                             << error("bad_room", "Not a valid room name", {});
    QTest::newRow("since of another kind")
        << QByteArray(R"(["subscribe",{"room":"project:7","since":"x"}])")
        << error("bad_request", "since is not an event id", "project:7");
    QTest::newRow("unsubscribe") << QByteArray(R"(["unsubscribe",{"room":"bot:1"}])")
                                 << QByteArrayList{R"(["unsubscribed",{"room":"bot:1"}])"};
    QTest::newRow("unsubscribe from nonsense") << QByteArray(R"(["unsubscribe",{"room":5}])")
                                               << error("bad_room", "Not a valid room name", {});
    QTest::newRow("ping") << QByteArray(R"(["ping",{"timestamp":1.50}])")
                          << QByteArrayList{R"(["pong",{"timestamp":1.50}])"};
    QTest::newRow("ping without time")
        << QByteArray(R"(["ping"])") << QByteArrayList{R"(["pong",{"timestamp":null}])"};
    QTest::newRow("unknown") << QByteArray(R"(["publish",{}])")
                             << error("bad_request", "Unknown event", {});
}

void tst_RoomsDialect::commands()
{
    QFETCH(QByteArray, packet);
    QFETCH(QByteArrayList, replies);
    DialectWorld world;
    DialectClient client(world.port(), Family::Rooms, world.tokenOf("ann", {{"project:*"}}));
    QVERIFY(client.awaits(2));
    client.sendText("42/ws," + packet);
    EVENTUALLY(client.lines().size() > 2 && client.lastMessage().endsWith(replies.last()));
    const QByteArray head = replies.size() == 2 ? "43/ws," : "42/ws,"; // an acknowledgement is last
    QCOMPARE(client.lastMessage(), head + replies.last());
}

void tst_RoomsDialect::roomLimit()
{
    DialectWorld world({.maxRooms = 3});
    DialectClient client(world.port(), Family::Rooms, world.tokenOf("ann"));
    for (const QByteArray id : {"1", "2", "1"})
        client.command("subscribe", "{\"room\":\"bot:" + id + "\"}");
    QCOMPARE(since(client, 5), (QByteArrayList{"subscribed", "error limit", "subscribed"}));
    client.command("unsubscribe", "{\"room\":\"bot:1\"}");
    client.command("subscribe", "{\"room\":\"bot:2\"}");
    QCOMPARE(since(client, 7).mid(3), (QByteArrayList{"unsubscribed", "subscribed"}));
}

void tst_RoomsDialect::eventShape_data()
{
    QTest::addColumn<Family>("family");
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("namespace") << Family::Rooms << QByteArray("42/ws,");
    QTest::newRow("path") << Family::RoomsAtPath << QByteArray("42");
}

void tst_RoomsDialect::eventShape()
{
    QFETCH(Family, family);
    QFETCH(QByteArray, head);
    DialectWorld world;
    DialectClient client(world.port(), family, world.tokenOf("ann"));
    client.command("subscribe", R"({"room":"bot:2"})");
    QVERIFY(client.awaits(3));
    // In two of its rooms: it is told once, and of the first that it is in.
    const QByteArray id = world.publish(
        R"({"type":"x","timestamp":5,"rooms":["bot:1","bot:2","global"],"data":{"n":1.0}})");
    QVERIFY(client.awaits(4));
    QCOMPARE(client.lastMessage(),
             head + R"(["x",{"type":"x","room":"bot:2","timestamp":5,"event_id":")" + id
                 + R"(","data":{"n":1.0}}])");
    Test::settle();
    QCOMPARE(client.lines().size(), 4);
}

void tst_RoomsDialect::replayShape()
{
    DialectWorld world;
    DialectClient client(world.port(), Family::Rooms, world.tokenOf("ann"));
    const QByteArray first = world.publish(R"({"type":"x","room":"bot:1","timestamp":1})");
    const QByteArray second = world.publish(R"({"type":"y","room":"bot:1","timestamp":2})");
    client.command("subscribe", R"({"room":"bot:1","since":")" + first + "\"}");
    QCOMPARE(since(client, 4), (QByteArrayList{"subscribed", "past " + second}));
    QCOMPARE(client.lastMessage(),
             R"(42/ws,["recent_events",{"room":"bot:1","events":[{"type":"y","room":"bot:1",)"
             R"("timestamp":2,"event_id":")"
                 + second + R"(","data":{}}],"count":1,"recovered":true}])");
    client.command("subscribe", R"({"room":"bot:1","since":"1:1"})");
    QCOMPARE(since(client, 7).mid(2),
             (QByteArrayList{"subscribed", "past " + first, "past " + second}));
    QCOMPARE(client.lastReply().value(u"recovered"), QJsonValue(false));
}

void tst_RoomsDialect::renewal_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<bool>("mayListen");
    QTest::addColumn<bool>("isGood");
    QTest::addColumn<QString>("message");
    QTest::newRow("good") << QByteArray("ann") << true << true
                          << QStringLiteral("Authentication successful");
    QTest::newRow("of another") << QByteArray("bob") << true << false
                                << QStringLiteral("The token is for another user");
    QTest::newRow("only for publishing")
        << QByteArray("ann") << false << false << QStringLiteral("The token does not allow this");
    QTest::newRow("wrong") << QByteArray() << true << false << QStringLiteral("Invalid token");
}

void tst_RoomsDialect::renewal()
{
    QFETCH(QByteArray, user);
    QFETCH(bool, mayListen);
    QFETCH(bool, isGood);
    QFETCH(QString, message);
    DialectWorld world;
    QSignalSpy failures(&world.rooms, &RoomsDialect::authenticationFailed);
    DialectClient client(world.port(), Family::Rooms, world.tokenOf("ann"));
    client.command("subscribe", R"({"room":"bot:1"})");
    QVERIFY(client.awaits(3));
    // The new token has a right to less.
    const QByteArray token = user.isEmpty()
        ? QByteArray("a.b.c")
        : world.tokenOf(user, {{"bot:2"}}, mayListen ? Scope::Subscribe : Scope::Publish);
    client.command("authenticate", "{\"token\":\"" + token + "\"}");
    QVERIFY(client.awaits(4));
    QCOMPARE(client.lastReply().value(u"success"), QJsonValue(isGood));
    QCOMPARE(client.lastReply().value(u"message"), QJsonValue(message));
    QCOMPARE(failures.size(), isGood ? 0 : 1);
    world.publish(R"({"type":"x","room":"bot:1"})");
    world.publish(R"({"type":"x"})");
    const QByteArrayList lines = since(client, isGood ? 5 : 6).mid(2);
    QCOMPARE(lines.size(), isGood ? 1 : 2);
    QVERIFY(lines.last().endsWith(" global"));
}

void tst_RoomsDialect::tooManyCommands()
{
    DialectWorld world({.commands = {1, 3}});
    DialectClient client(world.port(), Family::Rooms, world.tokenOf("ann"));
    for (int i = 0; i < 4; ++i)
        client.command("ping", "{}");
    QCOMPARE(since(client, 6), (QByteArrayList{"pong", "pong", "pong", "error rate_limited"}));
    QVERIFY(client.lastReply().value(u"retry_after_ms").toInt() > 0);
    for (int i = 0; i < 4; ++i)
        client.command("ping", "{}");
    EVENTUALLY(client.lines().last() == "closed 4429");
}

void tst_RoomsDialect::emergencyIsTold()
{
    DialectWorld world;
    DialectClient before(world.port(), Family::Rooms, world.tokenOf("ann"));
    QVERIFY(before.awaits(2));
    world.hub.setEmergency(true, QStringLiteral("fire"));
    DialectClient after(world.port(), Family::RoomsAtPath, world.tokenOf("ann"));
    for (DialectClient *client : {&before, &after}) {
        QCOMPARE(since(*client, 3), QByteArrayList{"emergency"});
        QCOMPARE(client->lastReply().value(u"reason"), QJsonValue(QStringLiteral("fire")));
    }
}

SIGNALBOX_EPOLL_TEST_MAIN(tst_RoomsDialect)
#include "tst_roomsdialect.moc"
