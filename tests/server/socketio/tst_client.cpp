// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/socketio/client.h"

#include "tests/server/socketio/testclient.h"
#include "tests/server/socketio/testserver.h"

#include <QTcpSocket>
#include <QTest>

using namespace Signalbox;
using SocketIo::Acknowledge;
using SocketIo::Arguments;
using SocketIo::Socket;

class tst_Client : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entersNamespaces_data();
    void entersNamespaces();
    void severalNamespacesShareOneSession();
    void unknownNamespaceIsRefusedAndTheSessionStays();
    void violationsCloseTheSession_data();
    void violationsCloseTheSession();
    void disconnectOfANamespaceNotEnteredIsIgnored();
    void leavesOneNamespaceAndStaysInTheOther();
    void entersAgainAfterLeaving();
    void withoutConnectTheSessionIsClosed();
    void leavingTheLastNamespaceStartsTheConnectTimeout();
    void connectedSessionOutlivesTheConnectTimeout();
    void endOfTheTransportIsTold_data();
    void endOfTheTransportIsTold();
    void forbiddenSaysDisconnectToEachNamespaceFirst();
    void serverGoesBeforeItsClients();
    void sameOnPolling();
    void heartbeatsAreNoMessages();
};

namespace {

/// What a client is told that enters: its sid differs each time.
bool isConnectPacket(const QByteArray &packet, const QByteArray &prefix = "0")
{
    return packet.startsWith(prefix + "{\"sid\":\"") && packet.endsWith("\"}");
}

SocketIo::ServerOptions impatient(std::chrono::milliseconds timeout)
{
    SocketIo::ServerOptions options;
    options.connectTimeout = timeout;
    return options;
}

} // namespace

void tst_Client::entersNamespaces_data()
{
    QTest::addColumn<QByteArray>("packet");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("auth");

    const auto row = [](const char *name, const QByteArray &packet, const QByteArray &answer,
                        const QByteArray &auth) {
        QTest::newRow(name) << packet << answer << auth;
    };
    row("main", "0", "0", "{}");
    row("main with auth", "0{\"token\":\"t\"}", "0", "{\"token\":\"t\"}");
    row("auth is kept byte for byte", "0{\"b\":1.0, \"a\":12345678901234567890}", "0",
        "{\"b\":1.0, \"a\":12345678901234567890}");
    row("named", "0/chat,", "0/chat,", "{}");
    row("named with auth", "0/chat,{\"a\":[1]}", "0/chat,", "{\"a\":[1]}");
}

void tst_Client::entersNamespaces()
{
    QFETCH(QByteArray, packet);
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, auth);

    TestServer server;
    QByteArray seenSid;
    QByteArray seenAuth;
    for (const char *nsp : {"/", "/chat"}) {
        server.of(nsp).onConnect([&](Socket &socket) {
            seenSid = socket.sid();
            seenAuth = socket.auth();
        });
    }
    TestClient client;
    const QByteArray connected = client.enter(server.port(), packet);
    QVERIFY2(isConnectPacket(connected, answer), connected.constData());
    QVERIFY(connected.contains('"' + seenSid + '"'));
    QCOMPARE(seenAuth, auth);
    QCOMPARE(server.connections().count(), 1);
    QVERIFY(server.connections().find(seenSid));
}

void tst_Client::severalNamespacesShareOneSession()
{
    TestServer server;
    (void)server.of("/");
    server.of("/chat").on("hello", [](Socket &socket, const Arguments &, const Acknowledge &) {
        socket.emitEvent("from chat");
    });
    TestClient client;
    const QByteArray first = client.enter(server.port());
    client.send("0/chat,");
    const QByteArray second = client.text();
    QVERIFY(isConnectPacket(second, "0/chat,"));
    QVERIFY2(!second.endsWith(first.sliced(1)), "each namespace socket has an id of its own");
    client.send("2/chat,[\"hello\"]");
    QCOMPARE(client.text(), QByteArray("2/chat,[\"from chat\"]"));
    QCOMPARE(server.connections().count(), 2);
    QCOMPARE(server.io().engine().sessions().size(), 1);
}

void tst_Client::unknownNamespaceIsRefusedAndTheSessionStays()
{
    TestServer server;
    (void)server.of("/");
    TestClient client;
    QCOMPARE(client.enter(server.port(), "0/nowhere,"),
             QByteArray("4/nowhere,{\"message\":\"Invalid namespace\"}"));
    client.send("0");
    QVERIFY(isConnectPacket(client.text()));
    QVERIFY(!server.io().find("/nowhere"));
}

void tst_Client::violationsCloseTheSession_data()
{
    QTest::addColumn<bool>("isConnected");
    QTest::addColumn<QByteArrayList>("packets"); // a leading "b:" makes it a binary one

    const auto row = [](const char *name, bool isConnected, const QByteArrayList &packets) {
        QTest::newRow(name) << isConnected << packets;
    };
    row("event before CONNECT", false, {"2[\"hello\"]"});
    row("ack before CONNECT", false, {"31[]"});
    row("binary frame before CONNECT", false, {"b:x"});
    row("binary event before CONNECT", false, {"51-[\"a\",{\"_placeholder\":true,\"num\":0}]"});
    row("CONNECT_ERROR", true, {"4{\"message\":\"x\"}"});
    row("CONNECT twice", true, {"0"});
    row("event for another namespace", true, {"2/chat,[\"hello\"]"});
    row("no packet type", true, {""});
    row("unknown packet type", true, {"9"});
    row("event without arguments", true, {"2[]"});
    row("event without payload", true, {"2"});
    row("event whose payload is an object", true, {"2{\"a\":1}"});
    row("event name is a number", true, {"2[1]"});
    row("event name is an object", true, {"2[{\"toString\":1}]"});
    row("reserved event name", true, {"2[\"disconnect\"]"});
    row("no JSON", true, {"2[\"hello"});
    row("JSON with something after it", true, {"2[\"hello\"]x"});
    row("ack without id", true, {"3[]"});
    row("binary frame that nobody announced", true, {"b:x"});
    row("text while attachments are missing", true,
        {"51-[\"a\",{\"_placeholder\":true,\"num\":0}]", "2[\"hello\"]"});
    row("placeholder out of range", true, {"51-[\"a\",{\"_placeholder\":true,\"num\":1}]"});
    row("placeholder that is no number", true,
        {"51-[\"a\",{\"_placeholder\":true,\"num\":\"x\"}]"});
    row("too many attachments", true, {"511-[\"a\"]"});
}

void tst_Client::violationsCloseTheSession()
{
    QFETCH(bool, isConnected);
    QFETCH(QByteArrayList, packets);

    TestServer server;
    (void)server.of("/chat");
    int disconnects = 0;
    server.of("/").onDisconnect([&](Socket &, const CloseReason &reason) {
        ++disconnects;
        QCOMPARE(reason.text, QByteArray("parse error"));
    });
    server.of("/").onAny([](Socket &, const Arguments &, const Acknowledge &) {
        QFAIL("nothing of this is an event");
    });
    TestClient client;
    TestClient other;
    QVERIFY(isConnectPacket(other.enter(server.port())));
    QVERIFY(client.open(server.port()));
    if (isConnected) {
        client.send("0");
        QVERIFY(isConnectPacket(client.text()));
    }
    for (const QByteArray &packet : packets) {
        if (packet.startsWith("b:"))
            client.sendBinary(packet.sliced(2));
        else
            client.send(packet);
    }
    QVERIFY(client.waitForClose());
    QCOMPARE(client.closeCode(), 1002);
    QCOMPARE(disconnects, isConnected ? 1 : 0);
    QVERIFY2(!other.isClosed(), "others are not concerned");
    QCOMPARE(server.connections().count(), 1);
    QTRY_COMPARE(server.io().engine().sessions().size(), 1);
}

void tst_Client::disconnectOfANamespaceNotEnteredIsIgnored()
{
    TestServer server;
    (void)server.of("/");
    TestClient client;
    QVERIFY(client.open(server.port()));
    client.send("1");
    client.send("1/chat,");
    client.send("0");
    QVERIFY(isConnectPacket(client.text()));
}

void tst_Client::leavesOneNamespaceAndStaysInTheOther()
{
    TestServer server;
    QByteArray reason;
    server.of("/chat").onDisconnect(
        [&](Socket &, const CloseReason &given) { reason = given.text; });
    server.of("/").on("hello", [](Socket &, const Arguments &, const Acknowledge &ack) { ack(); });
    TestClient client;
    (void)client.enter(server.port());
    client.send("0/chat,");
    (void)client.text();
    client.send("1/chat,");
    client.send("27[\"hello\"]");
    QCOMPARE(client.text(), QByteArray("37[]"));
    QCOMPARE(reason, QByteArray("client namespace disconnect"));
    QVERIFY(server.of("/chat").sockets().isEmpty());
    QCOMPARE(server.of("/").sockets().size(), 1);
    QCOMPARE(server.connections().count(), 1);
}

void tst_Client::entersAgainAfterLeaving()
{
    TestServer server;
    (void)server.of("/");
    TestClient client;
    const QByteArray first = client.enter(server.port());
    client.send("1");
    client.send("0");
    const QByteArray second = client.text();
    QVERIFY(isConnectPacket(second));
    QVERIFY(second != first);
    QCOMPARE(server.connections().count(), 1);
    QCOMPARE(server.connections().total(), quint64(2));
}

void tst_Client::withoutConnectTheSessionIsClosed()
{
    TestServer server(impatient(std::chrono::milliseconds(50)));
    (void)server.of("/");
    TestClient client;
    QVERIFY(client.open(server.port()));
    QVERIFY(client.waitForClose());
    QTRY_VERIFY(server.io().engine().sessions().isEmpty());
}

void tst_Client::leavingTheLastNamespaceStartsTheConnectTimeout()
{
    TestServer server(impatient(std::chrono::milliseconds(200)));
    (void)server.of("/");
    TestClient client;
    QVERIFY(isConnectPacket(client.enter(server.port())));
    client.send("1");
    QVERIFY(client.waitForClose());
}

void tst_Client::connectedSessionOutlivesTheConnectTimeout()
{
    TestServer server(impatient(std::chrono::milliseconds(200)));
    (void)server.of("/");
    TestClient connected;
    TestClient silent;
    QVERIFY(isConnectPacket(connected.enter(server.port())));
    QVERIFY(silent.open(server.port())); // came later: when it is closed, the time is over
    QVERIFY(silent.waitForClose());
    QVERIFY(!connected.isClosed());
    QCOMPARE(server.connections().count(), 1);
}

void tst_Client::endOfTheTransportIsTold_data()
{
    QTest::addColumn<bool>("isAbort");
    QTest::newRow("close frame") << false;
    QTest::newRow("connection lost") << true;
}

void tst_Client::endOfTheTransportIsTold()
{
    QFETCH(bool, isAbort);
    TestServer server;
    int disconnects = 0;
    for (const char *nsp : {"/", "/chat"}) {
        server.of(nsp).onDisconnect([&](Socket &socket, const CloseReason &reason) {
            ++disconnects;
            QCOMPARE(reason.text, QByteArray("transport close"));
            QVERIFY2(socket.isIn("room"), "the rooms are still there");
        });
        server.of(nsp).onConnect([](Socket &socket) { socket.join("room"); });
    }
    TestClient client;
    (void)client.enter(server.port());
    client.send("0/chat,");
    (void)client.text();
    if (isAbort)
        client.abort();
    else
        client.close();
    QTRY_COMPARE(disconnects, 2);
    QCOMPARE(server.connections().count(), 0);
    QCOMPARE(server.of("/").rooms().size(), 0);
    QTRY_VERIFY(server.io().engine().sessions().isEmpty());
}

void tst_Client::forbiddenSaysDisconnectToEachNamespaceFirst()
{
    TestServer server;
    (void)server.of("/");
    (void)server.of("/chat");
    TestClient client;
    (void)client.enter(server.port());
    client.send("0/chat,");
    (void)client.text();
    (*server.of("/chat").sockets().cbegin())->close(4403, "because");
    QCOMPARE(client.text(), QByteArray("1"));
    QCOMPARE(client.text(), QByteArray("1/chat,"));
    QVERIFY(client.waitForClose());
    QCOMPARE(client.closeCode(), 4403);
    QCOMPARE(server.connections().count(), 0);
}

void tst_Client::serverGoesBeforeItsClients()
{
    TestClient client;
    TestClient unconnected;
    {
        TestServer server;
        server.of("/").onConnect([](Socket &socket) { socket.join("room"); });
        QVERIFY(isConnectPacket(client.enter(server.port())));
        QVERIFY(unconnected.open(server.port()));
    }
    QVERIFY(client.waitForClose());
    QVERIFY(unconnected.waitForClose());
}

void tst_Client::sameOnPolling()
{
    TestServer server;
    QList<int> numbers;
    server.of("/").on("number",
                      [&](Socket &socket, const Arguments &arguments, const Acknowledge &) {
                          numbers.append(arguments.value(0).toInt());
                          if (arguments.value(0).toInt() == 2)
                              socket.disconnect(false);
                      });
    QTcpSocket connection;
    connection.connectToHost(QHostAddress(QHostAddress::LocalHost), server.port());
    QByteArray received;
    connect(&connection, &QTcpSocket::readyRead, this, [&] { received += connection.readAll(); });
    const auto request = [&](const QByteArray &method, const QByteArray &query,
                             const QByteArray &body, const QByteArray &awaited) {
        received.clear();
        connection.write(method + " /socket.io/?EIO=4&transport=polling" + query
                         + " HTTP/1.1\r\nHost: x\r\nContent-Length: "
                         + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        return QTest::qWaitFor([&] { return received.contains(awaited); }, TestClient::Patience);
    };
    QVERIFY(request("GET", "", "", "\"upgrades\""));
    const qsizetype start = received.indexOf("\"sid\":\"") + 7;
    const QByteArray sid = "&sid=" + received.sliced(start, received.indexOf('"', start) - start);
    QVERIFY(request("POST", sid, "40", "\r\n\r\nok"));
    QVERIFY(request("GET", sid, "", "40{\"sid\""));
    // What follows the packet that ends the session is not handled any more.
    QVERIFY(request("POST", sid,
                    "42[\"number\",1]\x1e"
                    "42[\"number\",2]\x1e"
                    "42[\"number\",3]",
                    "\r\n\r\nok"));
    QCOMPARE(numbers, (QList<int>{1, 2}));
    QVERIFY2(request("GET", sid, "", "\r\n\r\n41"), "the word to stay away can be fetched");
    QTRY_VERIFY(server.io().engine().sessions().isEmpty());
}

void tst_Client::heartbeatsAreNoMessages()
{
    SocketIo::ServerOptions options;
    options.engine.pingInterval = std::chrono::milliseconds(20);
    TestServer server(options);
    [[maybe_unused]] const SocketIo::Namespace &nsp = server.of("/");
    TestClient client;
    QVERIFY(client.enter(server.port()).startsWith("0{"));
    QCOMPARE(server.connections().count(), 1);
    const auto activity = [&server] { return server.connections().all().constFirst()->activity(); };
    const auto entered = activity().lastReceived;
    QTRY_VERIFY(activity().roundTripMs >= 0); // one was answered
    QCOMPARE(activity().lastReceived, entered);
    client.send("2[\"x\"]");
    QTRY_COMPARE(activity().received.messages, quint64(1));
    QVERIFY(activity().lastReceived > entered);
}

QTEST_GUILESS_MAIN(tst_Client)
#include "tst_client.moc"
