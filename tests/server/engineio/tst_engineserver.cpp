// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engineio/engineserver.h"

#include "tests/support/engineclient.h"
#include "tests/support/engineworld.h"
#include "tests/support/eventually.h"
#include "tests/support/rawwebsocket.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace std::chrono_literals;

namespace {

EngineOptions withTimes()
{
    EngineOptions options;
    options.pingInterval = 12345ms;
    options.pingTimeout = 6789ms;
    options.maxPayload = 100'000;
    return options;
}

} // namespace

class TestEngineServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servesItsPath_data();
    void servesItsPath();
    void refusesBadRequests_data();
    void refusesBadRequests();
    void refusesBadUpgrades_data();
    void refusesBadUpgrades();
    void opensByPolling();
    void opensByWebSocket();
    void givesEverySessionItsOwnSid();
    void passesTheHandshake();
    void receivesBothWays();
    void closesOnOverlappingPosts();
    void allowsPostsInSequence();
    void endsWithSessionsOpen();
};

void TestEngineServer::servesItsPath_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("serves");
    QTest::newRow("itself") << QByteArray("/socket.io/") << true;
    QTest::newRow("without the slash") << QByteArray("/socket.io") << true;
    QTest::newRow("below") << QByteArray("/socket.io/x") << false;
    QTest::newRow("two slashes") << QByteArray("/socket.io//") << false;
    QTest::newRow("prefix") << QByteArray("/socket.iox") << false;
    QTest::newRow("root") << QByteArray("/") << false;
}

void TestEngineServer::servesItsPath()
{
    QFETCH(const QByteArray, path);
    EngineWorld world;
    QTEST(world.server().servesPath(path), "serves");
}

void TestEngineServer::refusesBadRequests_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("body");
    const QByteArray transport = R"({"code":0,"message":"Transport unknown"})";
    const QByteArray sid = R"({"code":1,"message":"Session ID unknown"})";
    const QByteArray method = R"({"code":2,"message":"Bad handshake method"})";
    const QByteArray bad = R"({"code":3,"message":"Bad request"})";
    const QByteArray version = R"({"code":5,"message":"Unsupported protocol version"})";
    QTest::newRow("nothing") << QByteArray("GET") << QByteArray() << transport;
    QTest::newRow("no transport") << QByteArray("GET") << QByteArray("EIO=4") << transport;
    QTest::newRow("unknown transport")
        << QByteArray("GET") << QByteArray("EIO=4&transport=tin-can") << transport;
    QTest::newRow("a property of objects")
        << QByteArray("GET") << QByteArray("EIO=4&transport=constructor") << transport;
    QTest::newRow("no version") << QByteArray("GET") << QByteArray("transport=polling") << version;
    QTest::newRow("version 3") << QByteArray("GET") << QByteArray("EIO=3&transport=polling")
                               << version;
    QTest::newRow("unknown sid") << QByteArray("GET")
                                 << QByteArray("EIO=4&transport=polling&sid=abc") << sid;
    QTest::newRow("unknown sid, POST")
        << QByteArray("POST") << QByteArray("EIO=4&transport=polling&sid=abc") << sid;
    QTest::newRow("POST as handshake")
        << QByteArray("POST") << QByteArray("EIO=4&transport=polling") << method;
    QTest::newRow("PUT as handshake")
        << QByteArray("PUT") << QByteArray("EIO=4&transport=polling") << method;
    QTest::newRow("websocket without upgrade")
        << QByteArray("GET") << QByteArray("EIO=4&transport=websocket") << bad;
}

void TestEngineServer::refusesBadRequests()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, query);
    EngineWorld world;
    RawClient client(world.port());
    const HttpReply reply = client.exchange(method + " /socket.io/?" + query
                                            + " HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\n4");
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.value("content-type"), "application/json");
    QTEST(reply.body, "body");
    QCOMPARE(world.opened(), size_t(0));
    QCOMPARE(client.exchange(PollingClient::getRequest("EIO=4&transport=polling")).status, 200);
}

void TestEngineServer::refusesBadUpgrades_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("code");
    QTest::newRow("no transport") << QByteArray("EIO=4") << 0;
    QTest::newRow("polling") << QByteArray("EIO=4&transport=polling") << 3;
    QTest::newRow("no version") << QByteArray("transport=websocket") << 5;
    QTest::newRow("unknown sid") << QByteArray("EIO=4&transport=websocket&sid=abc") << 1;
}

void TestEngineServer::refusesBadUpgrades()
{
    QFETCH(const QByteArray, query);
    EngineWorld world;
    RawClient client(world.port());
    const HttpReply reply = client.exchange(upgradeRequest("/socket.io/?" + query));
    QCOMPARE(reply.status, 400);
    QTEST(QJsonDocument::fromJson(reply.body).object().value(QLatin1String("code")).toInt(-1),
          "code");
    QCOMPARE(world.opened(), size_t(0));
}

void TestEngineServer::opensByPolling()
{
    EngineWorld world(withTimes());
    PollingClient client(world.port());
    QVERIFY(client.open());
    QCOMPARE(world.opened(), size_t(1));
    QCOMPARE(world.log().sid, client.sid());
    QCOMPARE(world.log().session->transportName(), "polling");
    const QJsonObject expected{
        {QStringLiteral("sid"), QString::fromLatin1(client.sid())},
        {QStringLiteral("upgrades"), QJsonArray{QStringLiteral("websocket")}},
        {QStringLiteral("pingInterval"), 12345},
        {QStringLiteral("pingTimeout"), 6789},
        {QStringLiteral("maxPayload"), 100'000}};
    QCOMPARE(client.handshake(), expected);
}

void TestEngineServer::opensByWebSocket()
{
    EngineWorld world(withTimes());
    RawWebSocket socket(world.port(), "/socket.io/?EIO=4&transport=websocket");
    QVERIFY(socket.open());
    EVENTUALLY_EQUAL(socket.messages().size(), 1);
    const QByteArray open = socket.messages().front();
    QVERIFY(open.startsWith('0'));
    const QJsonObject handshake = QJsonDocument::fromJson(open.mid(1)).object();
    QCOMPARE(handshake.value(QLatin1String("sid")).toString().toLatin1(), world.log().sid);
    QCOMPARE(handshake.value(QLatin1String("upgrades")).toArray(), QJsonArray());
    QCOMPARE(world.log().session->transportName(), "websocket");
}

void TestEngineServer::givesEverySessionItsOwnSid()
{
    EngineWorld world;
    QSet<QByteArray> sids;
    for (int i = 0; i < 100; ++i) {
        PollingClient client(world.port());
        QVERIFY(client.open());
        sids.insert(client.sid());
        QVERIFY(client.sid().size() >= 22); // 128 bits
    }
    QCOMPARE(sids.size(), 100);
    QCOMPARE(world.server().sessions().size(), 100);
}

void TestEngineServer::passesTheHandshake()
{
    EngineWorld world;
    RawWebSocket socket(world.port(), "/socket.io/?EIO=4&transport=websocket&token=hush",
                        "User-Agent: tests\r\nX-Extra: yes\r\n");
    QVERIFY(socket.open());
    EVENTUALLY_EQUAL(world.opened(), size_t(1));
    const Handshake &handshake = world.log().session->handshake();
    QCOMPARE(handshake.token, "hush");
    QCOMPARE(handshake.userAgent, "tests");
    QVERIFY(handshake.head.contains("x-extra: yes"));
    QVERIFY(!handshake.head.contains("hush"));
    QCOMPARE(handshake.address, QHostAddress(QHostAddress::LocalHost));
    QCOMPARE(handshake.port, socket.client().localPort());
}

void TestEngineServer::receivesBothWays()
{
    EngineWorld world;
    PollingClient polling(world.port());
    QVERIFY(polling.open());
    SessionLog &first = world.log();
    QCOMPARE(polling
                 .post("4hello\x1e"
                       "4\x1e"
                       "bAAEC")
                 .body,
             "ok");
    QCOMPARE(first.texts, (QList<QByteArray>{"hello", ""}));
    QCOMPARE(first.binaries, QList<QByteArray>{QByteArray("\0\1\2", 3)});
    first.sendText("back");
    first.session->send(EngineSession::encodeBinary(QByteArray("\0\1", 2)));
    QCOMPARE(polling.packets(), (QList<QByteArray>{"4back", "bAAE="}));

    RawWebSocket socket(world.port(), "/socket.io/?EIO=4&transport=websocket");
    QVERIFY(socket.open());
    EVENTUALLY_EQUAL(world.opened(), size_t(2));
    socket.sendText("4hello");
    socket.send({2, QByteArray("\0\1\2", 3), true, true, {}});
    EVENTUALLY_EQUAL(world.log().binaries, QList<QByteArray>{QByteArray("\0\1\2", 3)});
    QCOMPARE(world.log().texts, QList<QByteArray>{"hello"});
    world.log().sendText("back");
    world.log().session->send(EngineSession::encodeBinary(QByteArray("\0\1", 2)));
    world.log().session->awaitDrain();
    EVENTUALLY_EQUAL(socket.frames().size(), 3);
    QCOMPARE(socket.frames()[1].payload, "4back");
    QCOMPARE(socket.frames()[2].opcode, 2);
    QCOMPARE(socket.frames()[2].payload, QByteArray("\0\1", 2));
    QCOMPARE(world.log().drains, 1);
}

void TestEngineServer::closesOnOverlappingPosts()
{
    EngineWorld world;
    PollingClient client(world.port());
    QVERIFY(client.open());
    client.poll();
    const QByteArray request =
        PollingClient::postRequest("EIO=4&transport=polling&sid=" + client.sid(), "4x");
    RawClient second(world.port());
    client.posting().send(request.chopped(1));
    settle();
    second.send(request.chopped(1));
    EVENTUALLY_EQUAL(world.log().closes, 1);
    client.posting().send(request.last(1));
    second.send(request.last(1));
    QCOMPARE(client.posting().reply().status, 400);
    QCOMPARE(second.reply().status, 400);
    QVERIFY(world.log().texts.isEmpty());
    QVERIFY(client.answer().status != 0); // the poll does not hang
    EVENTUALLY(world.server().sessions().isEmpty());
}

void TestEngineServer::allowsPostsInSequence()
{
    EngineWorld world;
    PollingClient client(world.port());
    QVERIFY(client.open());
    const QByteArray request =
        PollingClient::postRequest("EIO=4&transport=polling&sid=" + client.sid(), "4x");
    client.posting().send(request.repeated(50)); // pipelined is not at once
    for (int i = 0; i < 50; ++i)
        QCOMPARE(client.posting().reply().body, "ok");
    // One that never finished counts no more once its connection is gone.
    RawClient leaving(world.port());
    leaving.send(request.chopped(1));
    settle();
    leaving.close();
    settle();
    QCOMPARE(client.post("4last").body, "ok");
    QCOMPARE(world.log().texts.size(), 51);
    QCOMPARE(world.log().closes, 0);
}

void TestEngineServer::endsWithSessionsOpen()
{
    auto world = std::make_unique<EngineWorld>();
    PollingClient idle(world->port());
    QVERIFY(idle.open());
    PollingClient polling(world->port());
    QVERIFY(polling.open());
    polling.poll();
    RawWebSocket socket(world->port(), "/socket.io/?EIO=4&transport=websocket");
    QVERIFY(socket.open());
    RawWebSocket probing(world->port(), "/socket.io/?EIO=4&transport=websocket&sid=" + idle.sid());
    QVERIFY(probing.open());
    probing.sendText("2probe");
    EVENTUALLY_EQUAL(probing.messages(), QList<QByteArray>{"3probe"});
    world->log().sendText("scheduled");
    world.reset();
    EVENTUALLY(polling.getting().isEnded() && socket.client().isEnded()
               && probing.client().isEnded());
}

SIGNALBOX_EPOLL_TEST_MAIN(TestEngineServer)

#include "tst_engineserver.moc"
