// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/socketio/namespace.h"

#include "tests/server/socketio/testclient.h"
#include "tests/server/socketio/testserver.h"

#include <QSignalSpy>
#include <QTest>

#include <array>

using namespace Signalbox;
using SocketIo::Acknowledge;
using SocketIo::Arguments;
using SocketIo::Socket;

class tst_Namespace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eventsGoToTheirHandlers();
    void unhandledEventsAreIgnoredWithoutAnyHandler();
    void admissionDecides();
    void refusedMayTryAgain();
    void broadcastReachesEachMemberOnce();
    void broadcastToNobody();
    void broadcastWithAttachments();
    void emitReachesAllSockets();
    void leavingEndsBroadcasts();
    void roomsOfNamespacesAreApart();
    void registryHearsOfSockets();
    void connectHandlerMayDisconnect_data();
    void connectHandlerMayDisconnect();
    void disconnectHandlerEmitsNowhere();
};

void tst_Namespace::eventsGoToTheirHandlers()
{
    TestServer server;
    auto &nsp = server.of("/");
    QByteArrayList seen;
    nsp.on("a", [&](Socket &, const Arguments &arguments, const Acknowledge &) {
        seen.append("a:" + arguments.json(0));
    });
    nsp.on("", [&](Socket &, const Arguments &, const Acknowledge &) { seen.append("empty"); });
    nsp.on("é\"", [&](Socket &, const Arguments &, const Acknowledge &) { seen.append("odd"); });
    nsp.onAny([&](Socket &, const Arguments &arguments, const Acknowledge &ack) {
        seen.append("any:" + QByteArray::number(arguments.size()));
        ack();
    });
    TestClient client;
    (void)client.enter(server.port());
    client.send("2[\"a\", {\"x\" : 1.0}]");
    client.send("2[\"\"]");
    client.send("2[\"\\u00e9\\\"\"]");
    client.send("21[\"other\",1,2]");
    QCOMPARE(client.text(), QByteArray("31[]"));
    QCOMPARE(seen, (QByteArrayList{"a:{\"x\" : 1.0}", "empty", "odd", "any:2"}));
}

void tst_Namespace::unhandledEventsAreIgnoredWithoutAnyHandler()
{
    TestServer server;
    server.of("/").on("known", [](Socket &, const Arguments &, const Acknowledge &ack) { ack(); });
    TestClient client;
    (void)client.enter(server.port());
    client.send("21[\"unknown\"]");
    client.send("22[\"known\"]");
    QCOMPARE(client.text(), QByteArray("32[]"));
}

void tst_Namespace::admissionDecides()
{
    TestServer server;
    auto &nsp = server.of("/staff");
    int connects = 0;
    int disconnects = 0;
    nsp.onConnect([&](Socket &) { ++connects; });
    nsp.onDisconnect([&](Socket &, const CloseReason &) { ++disconnects; });
    nsp.setAdmission([](const Socket &socket) -> std::optional<SocketIo::ConnectRefusal> {
        if (socket.auth() == "{\"key\":1}")
            return std::nullopt;
        return SocketIo::ConnectRefusal{"Not you",
                                        {{QStringLiteral("code"), QStringLiteral("forbidden")}}};
    });
    TestClient refused;
    QCOMPARE(refused.enter(server.port(), "0/staff,"),
             QByteArray("4/staff,{\"message\":\"Not you\",\"data\":{\"code\":\"forbidden\"}}"));
    TestClient admitted;
    QVERIFY(admitted.enter(server.port(), "0/staff,{\"key\":1}").startsWith("0/staff,"));
    QCOMPARE(connects, 1);
    QCOMPARE(disconnects, 0);
    QCOMPARE(nsp.sockets().size(), 1);
    QCOMPARE(server.connections().total(), quint64(1));
}

void tst_Namespace::refusedMayTryAgain()
{
    TestServer server;
    int attempts = 0;
    server.of("/").setAdmission([&](const Socket &) -> std::optional<SocketIo::ConnectRefusal> {
        if (++attempts == 1)
            return SocketIo::ConnectRefusal{"Later", {}};
        return std::nullopt;
    });
    TestClient client;
    QCOMPARE(client.enter(server.port()), QByteArray("4{\"message\":\"Later\"}"));
    client.send("0");
    QVERIFY(client.text().startsWith("0{\"sid\""));
}

void tst_Namespace::broadcastReachesEachMemberOnce()
{
    TestServer server;
    auto &nsp = server.of("/");
    nsp.on("join", [](Socket &socket, const Arguments &arguments, const Acknowledge &ack) {
        for (qsizetype i = 0; i < arguments.size(); ++i)
            socket.join(arguments.value(i).toString().toUtf8());
        ack();
    });
    std::array<TestClient, 4> clients; // in "a", in both, in "b", in neither
    const std::array<QByteArray, 4> joins{"20[\"join\",\"a\"]", "20[\"join\",\"a\",\"b\",\"c\"]",
                                          "20[\"join\",\"b\"]", "20[\"join\",\"c\"]"};
    for (size_t i = 0; i < clients.size(); ++i) {
        (void)clients[i].enter(server.port());
        clients[i].send(joins[i]);
        QCOMPARE(clients[i].text(), QByteArray("30[]"));
    }
    QCOMPARE(nsp.to({"a", "b", "nobody"}).emitEvent("news", Arguments() << 1), qsizetype(3));
    QCOMPARE(nsp.to("c").emitEvent("end", {}), qsizetype(2));
    QCOMPARE(nsp.to({"a", "b"}).emitEvent("end", {}), qsizetype(3));
    QCOMPARE(clients[0].text(), QByteArray("2[\"news\",1]"));
    QCOMPARE(clients[0].text(), QByteArray("2[\"end\"]"));
    QCOMPARE(clients[1].text(), QByteArray("2[\"news\",1]"));
    QCOMPARE(clients[1].text(), QByteArray("2[\"end\"]"));
    QCOMPARE(clients[1].text(), QByteArray("2[\"end\"]"));
    QCOMPARE(clients[2].text(), QByteArray("2[\"news\",1]"));
    QCOMPARE(clients[3].text(), QByteArray("2[\"end\"]"));
}

void tst_Namespace::broadcastToNobody()
{
    TestServer server;
    QCOMPARE(server.of("/").to("empty").emitEvent("news", {}), qsizetype(0));
    QCOMPARE(server.of("/").to(QList<QByteArray>()).emitEvent("news", {}), qsizetype(0));
}

void tst_Namespace::broadcastWithAttachments()
{
    TestServer server;
    auto &nsp = server.of("/chat");
    nsp.onConnect([](Socket &socket) { socket.join("room"); });
    TestClient client;
    (void)client.enter(server.port(), "0/chat,");
    nsp.to("room").emitEvent("file", Arguments().addBinary("ab").addBinary(QByteArray("\0", 1)));
    nsp.emitEvent("all", Arguments().addBinary("c"));
    QCOMPARE(client.text(),
             QByteArray("52-/chat,[\"file\",{\"_placeholder\":true,\"num\":0},"
                        "{\"_placeholder\":true,\"num\":1}]"));
    QCOMPARE(client.binary(), QByteArray("ab"));
    QCOMPARE(client.binary(), QByteArray("\0", 1));
    QCOMPARE(client.text(), QByteArray("51-/chat,[\"all\",{\"_placeholder\":true,\"num\":0}]"));
    QCOMPARE(client.binary(), QByteArray("c"));
}

void tst_Namespace::emitReachesAllSockets()
{
    TestServer server;
    (void)server.of("/");
    (void)server.of("/chat");
    std::array<TestClient, 3> clients;
    for (TestClient &client : clients)
        (void)client.enter(server.port());
    TestClient elsewhere;
    (void)elsewhere.enter(server.port(), "0/chat,");
    server.of("/").emitEvent("news", Arguments() << true);
    server.of("/chat").emitEvent("end", {});
    for (TestClient &client : clients)
        QCOMPARE(client.text(), QByteArray("2[\"news\",true]"));
    QCOMPARE(elsewhere.text(), QByteArray("2/chat,[\"end\"]"));
}

void tst_Namespace::leavingEndsBroadcasts()
{
    TestServer server;
    auto &nsp = server.of("/");
    nsp.onConnect([](Socket &socket) { socket.join("room"); });
    nsp.on("leave", [](Socket &socket, const Arguments &, const Acknowledge &ack) {
        ack(Arguments() << socket.leave("room") << socket.leave("room"));
    });
    TestClient leaver;
    TestClient stayer;
    (void)leaver.enter(server.port());
    (void)stayer.enter(server.port());
    leaver.send("21[\"leave\"]");
    QCOMPARE(leaver.text(), QByteArray("31[true,false]"));
    QCOMPARE(nsp.to("room").emitEvent("news", {}), qsizetype(1));
    QCOMPARE(stayer.text(), QByteArray("2[\"news\"]"));
    stayer.close();
    QTRY_COMPARE(nsp.rooms().size(), qsizetype(0));
    QVERIFY2(nsp.rooms().rooms().isEmpty(), "a room goes with its last member");
}

void tst_Namespace::roomsOfNamespacesAreApart()
{
    TestServer server;
    for (const char *name : {"/", "/chat"})
        server.of(name).onConnect([](Socket &socket) { socket.join("room"); });
    TestClient client;
    (void)client.enter(server.port());
    client.send("0/chat,");
    (void)client.text();
    QCOMPARE(server.of("/chat").to("room").emitEvent("news", {}), qsizetype(1));
    QCOMPARE(client.text(), QByteArray("2/chat,[\"news\"]"));
}

void tst_Namespace::registryHearsOfSockets()
{
    TestServer server;
    auto &nsp = server.of("/");
    nsp.setDialect("test");
    nsp.onConnect([](Socket &socket) {
        socket.join("a");
        socket.setUser("ann");
    });
    QSignalSpy opened(&server.connections(), &ConnectionRegistry::connectionOpened);
    QSignalSpy closed(&server.connections(), &ConnectionRegistry::connectionClosed);
    TestClient client;
    const QByteArray connected = client.enter(server.port());
    QCOMPARE(opened.size(), 1);
    const auto info = opened.at(0).at(0).value<ConnectionInfo>();
    QVERIFY(connected.contains('"' + info.sid + '"'));
    QCOMPARE(info.dialect, QByteArray("test"));
    QCOMPARE(info.user, QByteArray("ann"));
    QCOMPARE(info.transport, QByteArray("websocket"));
    QVERIFY(info.address.startsWith("127.0.0.1:"));
    QCOMPARE(info.rooms, QList<QByteArray>{"a"});
    QVERIFY(info.connectedAt.isValid());
    QCOMPARE(info.connectedAt.timeSpec(), Qt::UTC);

    client.send("2[\"some\",\"event\"]");
    client.send("1");
    QTRY_COMPARE(closed.size(), 1);
    const auto last = closed.at(0).at(0).value<ConnectionInfo>();
    const auto reason = closed.at(0).at(1).value<CloseReason>();
    QCOMPARE(last.sid, info.sid);
    QCOMPARE(last.rooms, QList<QByteArray>{"a"});
    QCOMPARE(last.received.messages, quint64(2));
    QVERIFY(last.sent.messages >= 1);
    QCOMPARE(reason.text, QByteArray("client namespace disconnect"));
    QCOMPARE(server.connections().count(), 0);
    QCOMPARE(server.connections().total(), quint64(1));
}

void tst_Namespace::connectHandlerMayDisconnect_data()
{
    QTest::addColumn<bool>("keepsTransport");
    QTest::newRow("namespace only") << true;
    QTest::newRow("transport too") << false;
}

void tst_Namespace::connectHandlerMayDisconnect()
{
    QFETCH(bool, keepsTransport);
    TestServer server;
    auto &nsp = server.of("/");
    QSignalSpy opened(&server.connections(), &ConnectionRegistry::connectionOpened);
    nsp.onConnect([=](Socket &socket) {
        socket.join("room");
        socket.disconnect(keepsTransport);
        socket.join("too late");
    });
    TestClient client;
    QVERIFY(client.enter(server.port()).startsWith("0{\"sid\""));
    QCOMPARE(client.text(), QByteArray("1"));
    if (keepsTransport) {
        client.send("0");
        QVERIFY(client.text().startsWith("0{\"sid\""));
    } else {
        QVERIFY(client.waitForClose());
    }
    QVERIFY(nsp.sockets().isEmpty());
    QCOMPARE(nsp.rooms().size(), qsizetype(0));
    QCOMPARE(opened.size(), 0);
    QCOMPARE(server.connections().count(), 0);
}

void tst_Namespace::disconnectHandlerEmitsNowhere()
{
    TestServer server;
    auto &nsp = server.of("/");
    (void)server.of("/chat");
    nsp.onDisconnect([](Socket &socket, const CloseReason &) { socket.emitEvent("bye"); });
    TestClient client;
    (void)client.enter(server.port());
    client.send("1");
    client.send("0/chat,");
    QVERIFY(client.text().startsWith("0/chat,{\"sid\""));
}

QTEST_GUILESS_MAIN(tst_Namespace)
#include "tst_namespace.moc"
