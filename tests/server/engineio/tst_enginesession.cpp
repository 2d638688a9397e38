// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engineio/enginesession.h"

#include "common/protocol/closecode.h"
#include "tests/support/engineclient.h"
#include "tests/support/engineworld.h"
#include "tests/support/eventually.h"
#include "tests/support/rawwebsocket.h"

#include <QElapsedTimer>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace std::chrono_literals;

namespace {

constexpr auto UnknownSid = R"({"code":1,"message":"Session ID unknown"})";
const QByteArray Target = "/socket.io/?EIO=4&transport=websocket";

EngineOptions withHeartbeat(std::chrono::milliseconds interval, std::chrono::milliseconds timeout)
{
    EngineOptions options;
    options.pingInterval = interval;
    options.pingTimeout = timeout;
    return options;
}

} // namespace

class TestEngineSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pingsAndIsAnswered_data();
    void pingsAndIsAnswered();
    void timesOutWithoutPong_data();
    void timesOutWithoutPong();
    void ignoresUnaskedPongs();
    void closesAWebSocket_data();
    void closesAWebSocket();
    void letsTheClientCloseFirst();
    void closesAWaitingPoll_data();
    void closesAWaitingPoll();
    void dropsTheSid_data();
    void dropsTheSid();
    void lingersForTheLastPackets();
    void lingersNoLongerThanItMust();
    void isClosedByTheClient();
    void isClosedByBadPackets_data();
    void isClosedByBadPackets();
    void sendsNothingAfterItsEnd();
    void closesASlowWebSocket();
    void mayCloseFromWithin();
};

void TestEngineSession::pingsAndIsAnswered_data()
{
    QTest::addColumn<bool>("byPolling");
    QTest::newRow("polling") << true;
    QTest::newRow("websocket") << false;
}

void TestEngineSession::pingsAndIsAnswered()
{
    QFETCH(const bool, byPolling);
    EngineWorld world(withHeartbeat(100ms, 10'000ms));
    if (byPolling) {
        PollingClient client(world.port());
        QVERIFY(client.open());
        QVERIFY(world.log().session->roundTrip() < 0ms);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(client.packets(), QList<QByteArray>{"2"});
            QCOMPARE(client.post("3").body, "ok");
        }
        QVERIFY(world.log().session->roundTrip() >= 0ms);
    } else {
        RawWebSocket socket(world.port(), Target);
        QVERIFY(socket.open());
        for (int i = 1; i <= 3; ++i) {
            EVENTUALLY_EQUAL(socket.messages().size(), i + 1); // after the open packet
            QCOMPARE(socket.messages().last(), "2");
            socket.sendText("3");
        }
        EVENTUALLY(world.log().session->roundTrip() >= 0ms);
    }
    QCOMPARE(world.log().closes, 0);
}

void TestEngineSession::timesOutWithoutPong_data()
{
    pingsAndIsAnswered_data();
}

void TestEngineSession::timesOutWithoutPong()
{
    QFETCH(const bool, byPolling);
    EngineWorld world(withHeartbeat(100ms, 200ms));
    QElapsedTimer clock;
    clock.start();
    PollingClient client(world.port());
    RawWebSocket socket(world.port(), byPolling ? QByteArray("/none") : Target);
    if (byPolling)
        QVERIFY(client.open());
    else
        QVERIFY(socket.open());
    EVENTUALLY_EQUAL(world.opened(), size_t(1));
    EVENTUALLY_EQUAL(world.log().closes, 1);
    QVERIFY(clock.elapsed() >= 300);
    QCOMPARE(world.log().closeReason, "ping timeout");
    QVERIFY(world.server().sessions().isEmpty());
    if (byPolling) {
        client.poll();
        QCOMPARE(client.answer().body, UnknownSid);
    } else {
        EVENTUALLY(socket.client().isEnded());
        QVERIFY(!socket.messages().contains("1"));
    }
    EVENTUALLY(!world.log().session);
}

void TestEngineSession::ignoresUnaskedPongs()
{
    // A client that pongs on and on must not put off its timeout, or make the server ping faster.
    EngineWorld world(withHeartbeat(100ms, 300ms));
    RawWebSocket socket(world.port(), Target);
    QVERIFY(socket.open());
    for (int i = 0; i < 1000; ++i)
        socket.sendText("3");
    EVENTUALLY_EQUAL(world.log().closes, 1);
    QCOMPARE(socket.messages().size(), 2); // open and one ping
}

void TestEngineSession::closesAWebSocket_data()
{
    QTest::addColumn<int>("code");
    QTest::newRow("draining") << int(CloseCode::ServiceRestart);
    QTest::newRow("expired") << int(CloseCode::TokenExpired);
    QTest::newRow("forbidden") << int(CloseCode::Forbidden);
    QTest::newRow("slow") << int(CloseCode::SlowConsumer);
    QTest::newRow("flooding") << int(CloseCode::Flooding);
}

void TestEngineSession::closesAWebSocket()
{
    QFETCH(const int, code);
    EngineWorld world;
    RawWebSocket socket(world.port(), Target);
    QVERIFY(socket.open());
    EVENTUALLY_EQUAL(socket.messages().size(), 1);
    world.log().sendText("last");
    world.log().session->close(quint16(code), "why");
    QCOMPARE(world.log().closes, 1);
    QCOMPARE(world.log().closeCode, code);
    QVERIFY(world.server().sessions().isEmpty());
    EVENTUALLY(socket.client().isEnded());
    QCOMPARE(socket.closeCode(), code);
    // Only a Close frame: packet `1` would keep python-socketio away for ever. What was queued goes
    // first, but for a slow consumer.
    QCOMPARE(socket.messages().mid(1),
             code == CloseCode::SlowConsumer ? QList<QByteArray>() : QList<QByteArray>{"4last"});
    socket.client().close();
    EVENTUALLY(!world.door().hasConnections());
    QCOMPARE(world.log().closes, 1);
}

void TestEngineSession::letsTheClientCloseFirst()
{
    EngineWorld world;
    RawWebSocket socket(world.port(), Target);
    QVERIFY(socket.open());
    EVENTUALLY_EQUAL(socket.messages().size(), 1);
    world.log().sendText("41");
    world.log().session->close(CloseCode::Forbidden, "why");
    world.log().sendText("too late");
    QCOMPARE(world.log().closeCode, int(CloseCode::Forbidden));
    socket.sendText("4too late");
    socket.send({8, QByteArray("\x03\xe8", 2), true, true, {}});
    EVENTUALLY(socket.client().isEnded());
    QCOMPARE(socket.closeCode(), 1000);
    QCOMPARE(socket.messages().mid(1), QList<QByteArray>{"441"});
    QVERIFY(world.log().texts.isEmpty());
    socket.client().close();
    EVENTUALLY(!world.door().hasConnections());
    EVENTUALLY(!world.log().session);
    QCOMPARE(world.log().closes, 1);
}

void TestEngineSession::closesAWaitingPoll_data()
{
    closesAWebSocket_data();
}

void TestEngineSession::closesAWaitingPoll()
{
    QFETCH(const int, code);
    EngineWorld world;
    PollingClient client(world.port());
    QVERIFY(client.open());
    client.poll();
    settle();
    world.log().session->close(quint16(code), "why");
    QCOMPARE(world.log().closeCode, code);
    const HttpReply reply = client.answer();
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.body, UnknownSid);
    client.poll();
    QCOMPARE(client.answer().body, UnknownSid);
    QCOMPARE(client.post("4x").body, UnknownSid);
    EVENTUALLY(!world.log().session);
}

void TestEngineSession::dropsTheSid_data()
{
    QTest::addColumn<int>("code");
    QTest::newRow("draining") << int(CloseCode::ServiceRestart);
    QTest::newRow("expired") << int(CloseCode::TokenExpired);
    QTest::newRow("slow") << int(CloseCode::SlowConsumer);
    QTest::newRow("flooding") << int(CloseCode::Flooding);
}

void TestEngineSession::dropsTheSid()
{
    QFETCH(const int, code);
    EngineWorld world;
    PollingClient client(world.port());
    QVERIFY(client.open());
    world.log().sendText("queued");
    settle();
    world.log().session->close(quint16(code), "why");
    client.poll();
    const HttpReply reply = client.answer();
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.body, UnknownSid);
}

void TestEngineSession::lingersForTheLastPackets()
{
    EngineWorld world;
    PollingClient client(world.port());
    QVERIFY(client.open());
    QList<QByteArray> expected;
    for (int i = 0; i < 20; ++i) {
        world.log().sendText(QByteArray::number(i));
        expected.append('4' + QByteArray::number(i));
    }
    settle();
    world.log().session->close(CloseCode::Forbidden, "revoked");
    QCOMPARE(world.log().closes, 1);
    QCOMPARE(client.post("4ignored").body, UnknownSid);
    QCOMPARE(client.packets(), expected.first(16));
    QCOMPARE(client.packets(), expected.sliced(16));
    // And that was that: nothing is left of it, whoever asks.
    client.poll();
    QCOMPARE(client.answer().body, UnknownSid);
    EVENTUALLY(!world.log().session);
    client.poll();
    QCOMPARE(client.answer().body, UnknownSid);
    QVERIFY(world.server().sessions().isEmpty());
    QVERIFY(world.log().texts.isEmpty());
    QCOMPARE(world.log().closes, 1);
}

void TestEngineSession::lingersNoLongerThanItMust()
{
    EngineWorld world;
    PollingClient client(world.port());
    QVERIFY(client.open());
    world.log().sendText("never fetched");
    world.log().session->close(CloseCode::Forbidden, "revoked");
    settle();
    QVERIFY(world.log().session);
    EVENTUALLY(!world.log().session); // after Wire::LingerTime
    client.poll();
    QCOMPARE(client.answer().body, UnknownSid);
}

void TestEngineSession::isClosedByTheClient()
{
    EngineWorld world;
    PollingClient client(world.port());
    QVERIFY(client.open());
    client.poll();
    settle();
    QCOMPARE(client
                 .post("4last\x1e"
                       "1\x1e"
                       "4ignored")
                 .body,
             "ok");
    QCOMPARE(client.answer().body, "6"); // the poll is released
    QCOMPARE(world.log().texts, QList<QByteArray>{"last"});
    QCOMPARE(world.log().closeReason, "client close");

    RawWebSocket socket(world.port(), Target);
    QVERIFY(socket.open());
    socket.sendText("1");
    EVENTUALLY(world.opened() == 2 && world.log().closes == 1);
    QCOMPARE(world.log().closeReason, "client close");
    EVENTUALLY(socket.client().isEnded());

    RawWebSocket leaving(world.port(), Target);
    QVERIFY(leaving.open());
    EVENTUALLY_EQUAL(world.opened(), size_t(3));
    leaving.client().close();
    EVENTUALLY_EQUAL(world.log().closes, 1);
    QCOMPARE(world.log().closeReason, "transport close");
    QCOMPARE(world.log().closeCode, int(CloseCode::Abnormal));
    QVERIFY(world.server().sessions().isEmpty());
}

void TestEngineSession::isClosedByBadPackets_data()
{
    QTest::addColumn<QByteArray>("packet");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("type 9") << QByteArray("9");
    QTest::newRow("ping") << QByteArray("2");
    QTest::newRow("open") << QByteArray("0");
    QTest::newRow("payload of polling") << QByteArray("bAAEC");
}

void TestEngineSession::isClosedByBadPackets()
{
    QFETCH(const QByteArray, packet);
    EngineWorld world;
    RawWebSocket socket(world.port(), Target);
    QVERIFY(socket.open());
    socket.sendText(packet);
    EVENTUALLY(world.opened() == 1 && world.log().closes == 1);
    QCOMPARE(world.log().closeReason, "parse error");
    EVENTUALLY_EQUAL(socket.closeCode(), 1002);
}

void TestEngineSession::sendsNothingAfterItsEnd()
{
    EngineWorld world;
    RawWebSocket socket(world.port(), Target);
    QVERIFY(socket.open());
    EVENTUALLY_EQUAL(world.opened(), size_t(1));
    EngineSession *session = world.log().session;
    session->close(CloseCode::Normal, "x");
    session->send(EngineSession::encodeText("too late"));
    session->close(CloseCode::Forbidden, "y");
    QCOMPARE(session->queuedBytes(), 0);
    QCOMPARE(session->transportName(), "websocket");
    EVENTUALLY(socket.client().isEnded());
    QCOMPARE(socket.messages().size(), 1);
    QCOMPARE(socket.closeCode(), 1000);
}

void TestEngineSession::closesASlowWebSocket()
{
    FrontDoorOptions door;
    door.queueBytes = 200'000;
    EngineWorld world({}, door);
    RawWebSocket socket(world.port(), Target, {}, 4096);
    QVERIFY(socket.open());
    EVENTUALLY_EQUAL(world.opened(), size_t(1));
    socket.client().setReading(false);
    int sent = 0;
    while (world.log().closes == 0 && sent < 10'000) {
        world.log().sendText(QByteArray::number(sent++).rightJustified(10'000, 'x'));
        settle();
    }
    QCOMPARE(world.log().closeCode, int(CloseCode::SlowConsumer));
    QCOMPARE(world.log().closeReason, "slow consumer");
    socket.client().setReading(true);
    EVENTUALLY(socket.client().isEnded());
    QCOMPARE(socket.closeCode(), 4408);
    const QList<QByteArray> messages = socket.messages().mid(1);
    QVERIFY(messages.size() < sent);
    for (qsizetype i = 0; i < messages.size(); ++i)
        QCOMPARE(messages[i], '4' + QByteArray::number(i).rightJustified(10'000, 'x'));
}

void TestEngineSession::mayCloseFromWithin()
{
    EngineWorld world;
    RawWebSocket socket(world.port(), Target);
    QVERIFY(socket.open());
    EVENTUALLY_EQUAL(world.opened(), size_t(1));
    SessionLog &log = world.log();
    log.onMessage = [&](const QByteArray &) { log.session->close(CloseCode::Flooding, "enough"); };
    socket.client().send(ClientFrame{1, "4x", true, true, {}}.encode().repeated(10));
    EVENTUALLY_EQUAL(socket.closeCode(), 4429);
    QCOMPARE(log.texts.size(), 1);
    QCOMPARE(log.closes, 1);
    socket.client().close();
    EVENTUALLY(!log.session && !world.door().hasConnections());
}

SIGNALBOX_EPOLL_TEST_MAIN(TestEngineSession)

#include "tst_enginesession.moc"
