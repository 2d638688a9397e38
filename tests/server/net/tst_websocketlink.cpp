// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/websocketlink.h"

#include "tests/support/eventually.h"
#include "tests/support/linklog.h"
#include "tests/support/rawwebsocket.h"
#include "tests/support/testdoor.h"

#include <QSignalSpy>
#include <QWebSocket>

using namespace Signalbox;
using namespace Signalbox::Test;

namespace {

FrontDoorOptions withQueue(qint64 bytes)
{
    FrontDoorOptions options;
    options.queueBytes = bytes;
    return options;
}

/// A door that opens one link for whoever comes.
struct Server
{
    explicit Server(qint64 maxMessage = 1'000'000, qint64 queueBytes = 1024 * 1024)
        : door(withQueue(queueBytes))
    {
        door.onUpgrade = [this, maxMessage](const HttpRequest &) {
            return FrontDoor::Upgrade{maxMessage,
                                      [this](WebSocketLink &link) { log.listenTo(link); }};
        };
    }

    TestDoor door;
    LinkLog log;
};

WebSocket::Frame text(const QByteArray &payload)
{
    return WebSocket::encode(WebSocket::Opcode::Text, payload);
}

QByteArray block(int number, qsizetype size)
{
    return QByteArray::number(number).rightJustified(size, char('a' + number % 26));
}

} // namespace

class TestWebSocketLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void talksToQWebSocket();
    void receivesHoweverSplit();
    void receivesAfterTheHandshakeHoweverSplit();
    void sendsManyInOneTurn();
    void refusesViolations_data();
    void refusesViolations();
    void answersPings();
    void measuresRoundTrips();
    void closesWithACode_data();
    void closesWithACode();
    void tellsHowTheClientClosed_data();
    void tellsHowTheClientClosed();
    void flushesBeforeAClose();
    void dropsTheQueueOfASlowConsumer();
    void closesASlowConsumerWithoutListener();
    void ignoresWhatComesWhileClosing();
    void closesWithoutACloseFrame();
    void mayBeClosedFromWithin();
};

void TestWebSocketLink::talksToQWebSocket()
{
    Server server;
    QWebSocket client;
    QList<QByteArray> received;
    connect(&client, &QWebSocket::textMessageReceived, this,
            [&](const QString &message) { received.append(message.toUtf8()); });
    connect(&client, &QWebSocket::binaryMessageReceived, this,
            [&](const QByteArray &message) { received.append(message); });
    QUrl url(QStringLiteral("ws://127.0.0.1/ws"));
    url.setPort(server.door.port());
    client.open(url);
    EVENTUALLY(client.state() == QAbstractSocket::ConnectedState && server.log.link);

    client.sendTextMessage(QStringLiteral("gr\u00fc\u00df dich"));
    client.sendBinaryMessage(QByteArray(70'000, '\xff'));
    client.sendTextMessage({});
    EVENTUALLY(server.log.texts.size() == 2 && server.log.binaries.size() == 1);
    QCOMPARE(server.log.texts, (QList<QByteArray>{"gr\xc3\xbc\xc3\x9f dich", ""}));
    QCOMPARE(server.log.binaries.front(), QByteArray(70'000, '\xff'));

    server.log.link->send(text("hello"));
    server.log.link->send(WebSocket::encode(WebSocket::Opcode::Binary, QByteArray("\0\1", 2)));
    EVENTUALLY_EQUAL(received, (QList<QByteArray>{"hello", QByteArray("\0\1", 2)}));

    QSignalSpy disconnected(&client, &QWebSocket::disconnected);
    server.log.link->close(CloseCode::Forbidden, "revoked"); // QWebSocket knows no 1012
    EVENTUALLY_EQUAL(disconnected.count(), 1);
    QCOMPARE(int(client.closeCode()), 4403);
    QCOMPARE(client.closeReason(), QStringLiteral("revoked"));
    EVENTUALLY_EQUAL(server.log.closes, 1);
    QCOMPARE(server.log.closeCode, 4403);
}

void TestWebSocketLink::receivesHoweverSplit()
{
    Server server;
    RawWebSocket socket(server.door.port());
    QVERIFY(socket.open());
    const QByteArray bytes = ClientFrame{1, "first", true, true, {}}.encode()
        + ClientFrame{1, "in ", false, true, {}}.encode()
        + ClientFrame{9, "between", true, true, {}}.encode()
        + ClientFrame{0, "two", true, true, {}}.encode()
        + ClientFrame{2, QByteArray(200, '\0'), true, true, {}}.encode();
    QList<QByteArray> texts;
    for (qsizetype split = 0; split < bytes.size(); ++split) {
        socket.client().send(bytes.first(split));
        settle();
        socket.client().send(bytes.sliced(split));
        texts += {"first", "in two"};
        EVENTUALLY_EQUAL(server.log.binaries.size(), split + 1);
    }
    socket.client().sendSingly(bytes);
    texts += {"first", "in two"};
    EVENTUALLY_EQUAL(server.log.binaries.size(), bytes.size() + 1);
    QCOMPARE(server.log.texts, texts);
    QCOMPARE(socket.frames().size(), bytes.size() + 1); // a pong for each ping
    QCOMPARE(server.log.closes, 0);
}

void TestWebSocketLink::receivesAfterTheHandshakeHoweverSplit()
{
    const QByteArray bytes =
        upgradeRequest("/ws") + ClientFrame{1, "early", true, true, {}}.encode();
    for (qsizetype split = 1; split < bytes.size(); ++split) {
        Server server;
        RawClient client(server.door.port());
        client.send(bytes.first(split));
        settle();
        client.send(bytes.sliced(split));
        EVENTUALLY_EQUAL(server.log.texts, QList<QByteArray>{"early"});
    }
}

void TestWebSocketLink::sendsManyInOneTurn()
{
    Server server;
    RawWebSocket socket(server.door.port());
    QVERIFY(socket.open());
    EVENTUALLY(server.log.link);
    QList<QByteArray> expected;
    for (int i = 0; i < 2000; ++i) {
        expected.append(block(i, 1 + i % 300));
        server.log.link->send(text(expected.last()));
    }
    EVENTUALLY(socket.frames().size() >= expected.size());
    QCOMPARE(socket.messages(), expected);
    QCOMPARE(server.log.stalls, 0);
    for (const ReceivedFrame &frame : socket.frames())
        QVERIFY(frame.isFinal && !frame.isMasked && frame.opcode == 1);
}

void TestWebSocketLink::refusesViolations_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QByteArray train = ClientFrame{1, "", false, true, {}}.encode();
    train += ClientFrame{0, "", false, true, {}}.encode().repeated(100'000);
    QTest::newRow("unmasked") << ClientFrame{1, "hello", true, false, {}}.encode() << 1002;
    QTest::newRow("unmasked after a masked one") << ClientFrame{1, "a", true, true, {}}.encode()
            + ClientFrame{1, "b", true, false, {}}.encode()
                                                 << 1002;
    QTest::newRow("reserved bit") << QByteArray("\xc1\x80\0\0\0\0", 6) << 1002;
    QTest::newRow("reserved opcode") << ClientFrame{3, "x", true, true, {}}.encode() << 1002;
    QTest::newRow("fragmented ping") << ClientFrame{9, "x", false, true, {}}.encode() << 1002;
    QTest::newRow("long ping") << ClientFrame{9, QByteArray(126, 'x'), true, true, {}}.encode()
                               << 1002;
    QTest::newRow("orphan continuation") << ClientFrame{0, "x", true, true, {}}.encode() << 1002;
    QTest::newRow("over the limit")
        << ClientFrame{1, QByteArray(100'001, 'x'), true, true, {}}.encode() << 1009;
    QTest::newRow("declared over the limit")
        << ClientFrame{1, "x", true, true, quint64(1) << 40}.encode() << 1009;
    QTest::newRow("over the limit in sum")
        << ClientFrame{1, QByteArray(60'000, 'x'), false, true, {}}.encode()
            + ClientFrame{0, QByteArray(60'000, 'x'), true, true, {}}.encode()
        << 1009;
    QTest::newRow("fragment train") << train << 1008;
    QTest::newRow("not UTF-8") << ClientFrame{1, "\xff\xfe", true, true, {}}.encode() << 1007;
}

void TestWebSocketLink::refusesViolations()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, code);
    Server server(100'000);
    RawWebSocket socket(server.door.port());
    QVERIFY(socket.open());
    socket.client().send(bytes);
    EVENTUALLY_EQUAL(socket.closeCode(), code);
    EVENTUALLY(socket.client().isEnded());
    QVERIFY(!socket.client().isReset());
    socket.client().close();
    EVENTUALLY_EQUAL(server.log.closes, 1);
    QCOMPARE(server.log.closeCode, code);
    EVENTUALLY(!server.door.door().hasConnections());
}

void TestWebSocketLink::answersPings()
{
    Server server;
    RawWebSocket socket(server.door.port());
    QVERIFY(socket.open());
    socket.send({9, "are you there", true, true, {}});
    EVENTUALLY_EQUAL(socket.frames().size(), 1);
    QCOMPARE(socket.frames()[0].opcode, 10);
    QCOMPARE(socket.frames()[0].payload, "are you there");
    socket.send({10, "unasked", true, true, {}}); // RFC 6455, 5.5.3: ignored
    socket.sendText("on");
    EVENTUALLY_EQUAL(server.log.texts, QList<QByteArray>{"on"});
}

void TestWebSocketLink::measuresRoundTrips()
{
    Server server;
    RawWebSocket socket(server.door.port());
    QVERIFY(socket.open());
    EVENTUALLY(server.log.link);
    server.log.link->ping();
    EVENTUALLY_EQUAL(socket.frames().size(), 1);
    QCOMPARE(socket.frames()[0].opcode, 9);
    socket.send({10, socket.frames()[0].payload, true, true, {}});
    EVENTUALLY_EQUAL(server.log.pongs, 1);
}

void TestWebSocketLink::closesWithACode_data()
{
    QTest::addColumn<int>("code");
    QTest::newRow("normal") << 1000;
    QTest::newRow("draining") << 1012;
    QTest::newRow("forbidden") << 4403;
    QTest::newRow("slow") << 4408;
}

void TestWebSocketLink::closesWithACode()
{
    QFETCH(const int, code);
    Server server;
    RawWebSocket socket(server.door.port());
    QVERIFY(socket.open());
    EVENTUALLY(server.log.link);
    server.log.link->close(quint16(code), "why");
    server.log.link->close(1000, "another"); // only the first counts
    EVENTUALLY(socket.client().isEnded());
    QCOMPARE(socket.frames().size(), 1);
    QCOMPARE(socket.closeCode(), code);
    QCOMPARE(socket.frames()[0].payload.mid(2), "why");
    socket.send({8, socket.frames()[0].payload, true, true, {}});
    socket.client().endSending();
    EVENTUALLY_EQUAL(server.log.closes, 1);
    QCOMPARE(server.log.closeCode, code);
    QCOMPARE(server.log.closeReason, "why");
    EVENTUALLY(!server.door.door().hasConnections());
}

void TestWebSocketLink::tellsHowTheClientClosed_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<bool>("isBlocked");
    const QByteArray close = ClientFrame{
        8,
        "\x03\xe9"
        "leaving",
        true,
        true,
        {}}.encode();
    QTest::newRow("with a code") << close << 1001 << QByteArray("leaving") << false;
    QTest::newRow("without a code")
        << ClientFrame{8, {}, true, true, {}}.encode() << 1000 << QByteArray() << false;
    QTest::newRow("without a Close frame") << QByteArray() << 1006 << QByteArray() << false;
    QTest::newRow("without a Close frame, much queued")
        << QByteArray() << 1006 << QByteArray() << true;
}

void TestWebSocketLink::tellsHowTheClientClosed()
{
    QFETCH(const QByteArray, frame);
    QFETCH(const bool, isBlocked);
    Server server(1'000'000, 100'000'000);
    RawWebSocket socket(server.door.port(), "/ws", {}, 4096);
    QVERIFY(socket.open());
    EVENTUALLY(server.log.link);
    if (isBlocked) {
        socket.client().setReading(false);
        for (int i = 0; i < 20; ++i)
            server.log.link->send(text(block(i, 1'000'000)));
        settle();
        QVERIFY(server.log.link->queuedBytes() > 0);
    }
    socket.client().send(frame);
    socket.client().endSending();
    if (isBlocked) {
        settle();
        socket.client().close();
    }
    EVENTUALLY_EQUAL(server.log.closes, 1);
    QTEST(server.log.closeCode, "code");
    QTEST(server.log.closeReason, "reason");
    EVENTUALLY(!server.door.door().hasConnections());
}

void TestWebSocketLink::flushesBeforeAClose()
{
    Server server(1'000'000, 100'000'000);
    RawWebSocket socket(server.door.port(), "/ws", {}, 8192);
    QVERIFY(socket.open());
    EVENTUALLY(server.log.link);
    QList<QByteArray> expected;
    for (int i = 0; i < 1000; ++i) {
        expected.append(block(i, 20'011));
        server.log.link->send(text(expected.last()));
    }
    server.log.link->close(CloseCode::ServiceRestart);
    EVENTUALLY(socket.client().isEnded());
    QCOMPARE(socket.closeCode(), 1012);
    QVERIFY(socket.messages() == expected);
    QCOMPARE(socket.frames().last().opcode, 8);
}

void TestWebSocketLink::dropsTheQueueOfASlowConsumer()
{
    Server server(1'000'000, 500'000);
    RawWebSocket socket(server.door.port(), "/ws", {}, 4096);
    QVERIFY(socket.open());
    EVENTUALLY(server.log.link);
    socket.client().setReading(false);
    QList<QByteArray> sent;
    while (server.log.stalls == 0) {
        sent.append(block(int(sent.size()), 50'021));
        server.log.link->send(text(sent.last()));
        settle();
        QVERIFY(sent.size() < 1000);
    }
    QCOMPARE(server.log.stalls, 1);
    socket.client().setReading(true);
    EVENTUALLY(socket.client().isEnded());
    // A run of whole messages from the start, then the Close frame: nothing torn, nothing skipped.
    const QList<QByteArray> received = socket.messages();
    QVERIFY(!received.isEmpty() && received.size() < sent.size());
    QVERIFY(received == sent.first(received.size()));
    QCOMPARE(socket.frames().size(), received.size() + 1);
    QCOMPARE(socket.closeCode(), 4408);
    socket.client().close();
    EVENTUALLY_EQUAL(server.log.closeCode, 4408);
}

void TestWebSocketLink::closesASlowConsumerWithoutListener()
{
    Server server(1'000'000, 100'000);
    RawWebSocket socket(server.door.port(), "/ws", {}, 4096);
    QVERIFY(socket.open());
    EVENTUALLY(server.log.link);
    socket.client().setReading(false);
    server.log.link->setListener(nullptr);
    for (int i = 0; i < 10; ++i)
        server.log.link->send(text(block(i, 2'000'000)));
    settle();
    socket.client().setReading(true);
    EVENTUALLY_EQUAL(socket.closeCode(), 4408);
}

void TestWebSocketLink::ignoresWhatComesWhileClosing()
{
    Server server;
    RawWebSocket socket(server.door.port());
    QVERIFY(socket.open());
    EVENTUALLY(server.log.link);
    server.log.link->close(CloseCode::Forbidden);
    socket.sendText("too late");
    EVENTUALLY(socket.client().isEnded());
    settle();
    server.log.link->send(text("too late, too"));
    server.log.link->ping();
    socket.client().close();
    EVENTUALLY_EQUAL(server.log.closes, 1);
    QVERIFY(server.log.texts.isEmpty());
    QCOMPARE(socket.frames().size(), 1);
}

void TestWebSocketLink::closesWithoutACloseFrame()
{
    Server server;
    RawWebSocket socket(server.door.port());
    QVERIFY(socket.open());
    EVENTUALLY(server.log.link);
    server.log.link->send(text("unsent"));
    server.log.link->closeNow();
    QCOMPARE(server.log.closes, 1);
    QCOMPARE(server.log.closeCode, 1006);
    EVENTUALLY(socket.client().isEnded());
    QVERIFY(socket.frames().isEmpty());
    EVENTUALLY(!server.door.door().hasConnections());
}

void TestWebSocketLink::mayBeClosedFromWithin()
{
    Server server;
    server.log.onText = [&](const QByteArray &order) {
        WebSocketLink *link = server.log.link;
        link->send(text("last"));
        if (order == "close")
            link->close(CloseCode::Normal);
        else
            link->closeNow();
    };
    for (const QByteArray order : {"close", "close now"}) {
        server.log.texts.clear();
        server.log.closes = 0;
        RawWebSocket socket(server.door.port());
        QVERIFY(socket.open());
        // Several in one segment: after the first nothing is heard any more.
        socket.client().send(ClientFrame{1, order, true, true, {}}.encode().repeated(3));
        EVENTUALLY(socket.client().isEnded());
        socket.client().close();
        EVENTUALLY_EQUAL(server.log.closes, 1);
        QCOMPARE(server.log.texts, QList<QByteArray>{order});
    }
    EVENTUALLY(!server.door.door().hasConnections());
}

SIGNALBOX_EPOLL_TEST_MAIN(TestWebSocketLink)

#include "tst_websocketlink.moc"
