// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/socketio/socket.h"

#include "tests/server/socketio/testclient.h"
#include "tests/server/socketio/testserver.h"

#include <QJsonObject>
#include <QTest>

#include <array>

using namespace Signalbox;
using SocketIo::Acknowledge;
using SocketIo::Arguments;
using SocketIo::Socket;

class tst_Socket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emits_data();
    void emits();
    void argumentsComeAsTheyWereSent_data();
    void argumentsComeAsTheyWereSent();
    void receivesBinary();
    void emitsWithAck();
    void acksAreForOneSocketEach();
    void strayAcksAreIgnored_data();
    void strayAcksAreIgnored();
    void binaryAcksBothWays();
    void ackHandlerMayDisconnect();
    void disconnectsItselfWhileHandling_data();
    void disconnectsItselfWhileHandling();
    void disconnectsOthersWhileHandling();
    void emitsNothingOnceGone();
    void knowsItsTraffic();
    void overflowIsForSlowOnes();
};

void tst_Socket::emits_data()
{
    QTest::addColumn<QByteArray>("nsp");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArrayList>("arguments");
    QTest::addColumn<QByteArray>("packet");

    const auto row = [](const char *name, const QByteArray &nsp, const QByteArray &event,
                        const QByteArrayList &arguments, const QByteArray &packet) {
        QTest::newRow(name) << nsp << event << arguments << packet;
    };
    row("no argument", "/", "a", {}, "2[\"a\"]");
    row("some", "/", "a", {"1.0", "{\"b\" : null}", "[]"}, "2[\"a\",1.0,{\"b\" : null},[]]");
    row("in a namespace", "/chat", "a", {"true"}, "2/chat,[\"a\",true]");
    row("name that needs escapes", "/", "a\"\n", {}, "2[\"a\\\"\\n\"]");
    row("name in UTF-8", "/", "é", {"\"ü\""}, "2[\"é\",\"ü\"]");
}

void tst_Socket::emits()
{
    QFETCH(QByteArray, nsp);
    QFETCH(QByteArray, name);
    QFETCH(QByteArrayList, arguments);
    QFETCH(QByteArray, packet);
    TestServer server;
    server.of(nsp).onConnect([&](Socket &socket) {
        Arguments all;
        for (const QByteArray &argument : arguments)
            all.addJson(argument);
        socket.emitEvent(name, all);
    });
    TestClient client;
    (void)client.enter(server.port(), nsp == "/" ? "0" : "0" + nsp + ',');
    QCOMPARE(client.text(), packet);
}

void tst_Socket::argumentsComeAsTheyWereSent_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json : {"1.0", "1e400", "12345678901234567890", "{\"b\":1,\"a\":{\"c\":[]}}",
                             "null", "\"\\u0041\\ud83d\\ude00\"", "\"\xf0\x9f\x98\x80\"", "-0"})
        QTest::newRow(json) << QByteArray(json);
}

void tst_Socket::argumentsComeAsTheyWereSent()
{
    QFETCH(QByteArray, json);
    TestServer server;
    server.of("/").on("echo",
                      [](Socket &socket, const Arguments &arguments, const Acknowledge &ack) {
                          socket.emitEvent("echo", arguments);
                          ack(arguments);
                      });
    TestClient client;
    (void)client.enter(server.port());
    client.send("20[\"echo\"," + json + ']');
    QCOMPARE(client.text(), "2[\"echo\"," + json + ']');
    QCOMPARE(client.text(), "30[" + json + ']');
}

void tst_Socket::receivesBinary()
{
    TestServer server;
    QByteArrayList seen;
    server.of("/").on("file", [&](Socket &, const Arguments &arguments, const Acknowledge &ack) {
        seen.append(arguments.binary(0).value_or("none"));
        seen.append(arguments.json(1));
        seen.append(arguments.attachments());
        ack();
    });
    TestClient client;
    (void)client.enter(server.port());
    client.send("52-4[\"file\",{\"_placeholder\":true,\"num\":0},{\"in\":{\"_placeholder\":true,"
                "\"num\":1}}]");
    client.sendBinary(QByteArray("\0\xff", 2));
    client.sendBinary("");
    QCOMPARE(client.text(), QByteArray("34[]"));
    QCOMPARE(seen,
             (QByteArrayList{QByteArray("\0\xff", 2), "{\"in\":{\"_placeholder\":true,\"num\":1}}",
                             QByteArray("\0\xff", 2), ""}));
}

void tst_Socket::emitsWithAck()
{
    TestServer server;
    QByteArrayList answers;
    server.of("/").onConnect([&](Socket &socket) {
        for (const char *name : {"first", "second"}) {
            socket.emitWithAck(name, Arguments() << QStringLiteral("?"),
                               [&answers, name](const Arguments &arguments) {
                                   answers.append(name + (':' + arguments.json(0)));
                               });
        }
    });
    TestClient client;
    (void)client.enter(server.port());
    QCOMPARE(client.text(), QByteArray("21[\"first\",\"?\"]"));
    QCOMPARE(client.text(), QByteArray("22[\"second\",\"?\"]"));
    client.send("32[2.0]");
    client.send("31[]");
    QTRY_COMPARE(answers, (QByteArrayList{"second:2.0", "first:"}));
}

void tst_Socket::acksAreForOneSocketEach()
{
    TestServer server;
    QByteArrayList answers;
    server.of("/").onConnect([&](Socket &socket) {
        socket.emitWithAck("ask", {}, [&, sid = socket.sid()](const Arguments &arguments) {
            answers.append(sid + '=' + arguments.json(0));
        });
    });
    TestClient first;
    TestClient second;
    const QByteArray firstSid = first.enter(server.port()).sliced(9).chopped(2);
    (void)second.enter(server.port());
    QCOMPARE(first.text(), QByteArray("21[\"ask\"]"));
    QCOMPARE(second.text(), QByteArray("21[\"ask\"]"));
    first.send("31[1]");
    QTRY_COMPARE(answers, QByteArrayList{firstSid + "=1"});
    second.send("31[2]");
    QTRY_COMPARE(answers.size(), 2);
    QVERIFY(!answers.last().startsWith(firstSid));
}

void tst_Socket::strayAcksAreIgnored_data()
{
    QTest::addColumn<QByteArray>("ack");
    QTest::newRow("again") << QByteArray("31[]");
    QTest::newRow("never asked for") << QByteArray("39[]");
    QTest::newRow("largest id") << QByteArray("3") + "18446744073709551615" + "[]";
}

void tst_Socket::strayAcksAreIgnored()
{
    QFETCH(QByteArray, ack);
    TestServer server;
    int answers = 0;
    auto &nsp = server.of("/");
    nsp.onConnect([&](Socket &socket) {
        socket.emitWithAck("ask", {}, [&](const Arguments &) { ++answers; });
    });
    nsp.on("ping me", [](Socket &, const Arguments &, const Acknowledge &done) { done(); });
    TestClient client;
    (void)client.enter(server.port());
    (void)client.text();
    client.send("31[]");
    client.send(ack);
    client.send("20[\"ping me\"]");
    QCOMPARE(client.text(), QByteArray("30[]"));
    QCOMPARE(answers, 1);
}

void tst_Socket::binaryAcksBothWays()
{
    TestServer server;
    auto &nsp = server.of("/");
    QByteArray answer;
    nsp.onConnect([&](Socket &socket) {
        socket.emitWithAck(
            "give", Arguments().addBinary("question"),
            [&](const Arguments &arguments) { answer = arguments.binary(0).value_or("none"); });
    });
    nsp.on("take", [](Socket &, const Arguments &arguments, const Acknowledge &ack) {
        ack(Arguments().addBinary(arguments.binary(0).value_or("none") + '!'));
    });
    TestClient client;
    (void)client.enter(server.port());
    QCOMPARE(client.text(), QByteArray("51-1[\"give\",{\"_placeholder\":true,\"num\":0}]"));
    QCOMPARE(client.binary(), QByteArray("question"));
    client.send("61-1[{\"_placeholder\":true,\"num\":0}]");
    client.sendBinary("answer");
    QTRY_COMPARE(answer, QByteArray("answer"));
    client.send("51-7[\"take\",{\"_placeholder\":true,\"num\":0}]");
    client.sendBinary("bytes");
    QCOMPARE(client.text(), QByteArray("61-7[{\"_placeholder\":true,\"num\":0}]"));
    QCOMPARE(client.binary(), QByteArray("bytes!"));
}

void tst_Socket::ackHandlerMayDisconnect()
{
    TestServer server;
    server.of("/").onConnect([&](Socket &socket) {
        socket.emitWithAck("ask", {}, [&socket](const Arguments &) { socket.disconnect(); });
    });
    TestClient client;
    (void)client.enter(server.port());
    QCOMPARE(client.text(), QByteArray("21[\"ask\"]"));
    client.send("31[]");
    QCOMPARE(client.text(), QByteArray("1"));
    QVERIFY(server.of("/").sockets().isEmpty());
}

void tst_Socket::disconnectsItselfWhileHandling_data()
{
    QTest::addColumn<bool>("keepsTransport");
    QTest::newRow("namespace only") << true;
    QTest::newRow("transport too") << false;
}

void tst_Socket::disconnectsItselfWhileHandling()
{
    QFETCH(bool, keepsTransport);
    TestServer server;
    auto &nsp = server.of("/");
    CloseReason seen;
    nsp.onDisconnect([&](Socket &, const CloseReason &reason) { seen = reason; });
    QByteArray sidAfterwards;
    nsp.on("leave", [&](Socket &socket, const Arguments &, const Acknowledge &ack) {
        socket.disconnect(keepsTransport);
        socket.disconnect(keepsTransport);
        ack();
        socket.join("room");
        sidAfterwards = socket.sid(); // the socket is there as long as its handler runs
    });
    TestClient client;
    const QByteArray connected = client.enter(server.port());
    client.send("21[\"leave\"]");
    QCOMPARE(client.text(), QByteArray("1"));
    QVERIFY(connected.contains(sidAfterwards));
    QCOMPARE(seen.text, QByteArray("server namespace disconnect"));
    QCOMPARE(seen.code, keepsTransport ? quint16(1000) : quint16(4403));
    QVERIFY(nsp.sockets().isEmpty());
    QCOMPARE(nsp.rooms().size(), qsizetype(0));
    if (keepsTransport) {
        client.send("0");
        QVERIFY(client.text().startsWith("0{\"sid\""));
    } else {
        QVERIFY(client.waitForClose());
        QCOMPARE(client.closeCode(), 4403);
    }
}

void tst_Socket::disconnectsOthersWhileHandling()
{
    TestServer server;
    auto &nsp = server.of("/");
    nsp.onConnect([](Socket &socket) { socket.join("room"); });
    nsp.on("alone", [&](Socket &socket, const Arguments &, const Acknowledge &ack) {
        const QHash<QByteArray, Socket *> sockets = nsp.sockets();
        for (Socket *other : sockets) {
            if (other != &socket)
                other->disconnect(false);
        }
        ack(Arguments() << int(nsp.sockets().size()));
    });
    std::array<TestClient, 4> clients;
    for (TestClient &client : clients)
        (void)client.enter(server.port());
    clients[0].send("21[\"alone\"]");
    QCOMPARE(clients[0].text(), QByteArray("31[1]"));
    for (size_t i = 1; i < clients.size(); ++i) {
        QCOMPARE(clients[i].text(), QByteArray("1"));
        QVERIFY(clients[i].waitForClose());
    }
    QVERIFY(!clients[0].isClosed());
    QCOMPARE(nsp.rooms().memberCount("room"), qsizetype(1));
    QCOMPARE(server.connections().count(), 1);
    QTRY_COMPARE(server.io().engine().sessions().size(), 1);
}

void tst_Socket::emitsNothingOnceGone()
{
    TestServer server;
    auto &nsp = server.of("/");
    nsp.on("leave", [](Socket &socket, const Arguments &, const Acknowledge &) {
        socket.disconnect();
        socket.emitEvent("after the end");
        socket.emitWithAck("after the end", {}, [](const Arguments &) {});
    });
    TestClient client;
    (void)client.enter(server.port());
    client.send("2[\"leave\"]");
    client.send("0");
    QCOMPARE(client.text(), QByteArray("1"));
    QVERIFY(client.text().startsWith("0{\"sid\""));
}

void tst_Socket::knowsItsTraffic()
{
    TestServer server;
    auto &nsp = server.of("/");
    nsp.on("a", [](Socket &, const Arguments &, const Acknowledge &ack) { ack(); });
    TestClient client;
    (void)client.enter(server.port());
    Socket *socket = *nsp.sockets().cbegin();
    const ConnectionInfo before = socket->info();
    client.send("51-1[\"a\",{\"_placeholder\":true,\"num\":0}]");
    client.sendBinary("12345");
    QCOMPARE(client.text(), QByteArray("31[]"));
    const ConnectionInfo after = socket->info();
    QCOMPARE(after.received.messages - before.received.messages, quint64(1));
    QCOMPARE(after.received.bytes - before.received.bytes,
             quint64(sizeof "[\"a\",{\"_placeholder\":true,\"num\":0}]" - 1 + 5));
    QCOMPARE(after.sent.messages - before.sent.messages, quint64(1));
    QVERIFY(after.sent.bytes > before.sent.bytes);
    QCOMPARE(socket->subscriptionCount(), qsizetype(0));
    socket->join("room");
    QCOMPARE(socket->subscriptionCount(), qsizetype(1));
}

void tst_Socket::overflowIsForSlowOnes()
{
    SocketIo::ServerOptions options;
    options.engine.queueBytes = 64 * 1024;
    TestServer server(options);
    auto &nsp = server.of("/");
    nsp.onConnect([](Socket &socket) { socket.join("room"); });
    CloseReason seen;
    nsp.onDisconnect([&](Socket &, const CloseReason &reason) { seen = reason; });
    TestClient client;
    (void)client.enter(server.port());
    // It has a replay to get that never begins, because its queue is full in this very turn.
    Socket *socket = *nsp.sockets().cbegin();
    socket->emitEvent("big", Arguments() << QString(40'000, u'x'));
    socket->emitEvent("big", Arguments() << QString(30'000, u'x'));
    ReplayRequest request;
    request.isSince = true;
    socket->replay(request, [](const ReplayRequest &, const QList<Event> &, bool) {
        return EngineSession::encodeText("2[\"replayed\"]");
    });
    for (int i = 0; i < 4; ++i)
        nsp.to("room").emitEvent("live", Arguments() << QString(20'000, u'y'));
    QVERIFY2(!nsp.sockets().isEmpty(), "not in the middle of a broadcast");
    QTRY_COMPARE(seen.code, quint16(4408));
    QVERIFY(client.waitForClose());
    QCOMPARE(client.closeCode(), 4408);
    QCOMPARE(server.connections().slowCloses(), quint64(1));
}

QTEST_GUILESS_MAIN(tst_Socket)
#include "tst_socket.moc"
