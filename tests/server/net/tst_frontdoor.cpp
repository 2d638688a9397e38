// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/frontdoor.h"

#include "tests/support/eventually.h"
#include "tests/support/linklog.h"
#include "tests/support/rawclient.h"
#include "tests/support/rawwebsocket.h"
#include "tests/support/testdoor.h"

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTcpSocket>

using namespace Signalbox;
using namespace Signalbox::Test;

namespace {

FrontDoorOptions withOrigins(const QList<QByteArray> &origins,
                             const QList<QByteArray> &proxies = {})
{
    FrontDoorOptions options;
    options.origins = OriginPolicy::fromList(origins).value();
    options.proxies = TrustedProxies::fromList(proxies).value();
    return options;
}

QByteArray get(const QByteArray &fields)
{
    return "GET / HTTP/1.1\r\nHost: signals.test\r\n" + fields + "\r\n";
}

/// Accepts upgrades on /ws.
void acceptUpgrades(TestDoor &door, std::function<void(WebSocketLink &)> opened)
{
    door.onUpgrade = [opened = std::move(opened)](
                         const HttpRequest &request) -> std::optional<FrontDoor::UpgradeDecision> {
        if (request.head.path != "/ws")
            return std::nullopt;
        return FrontDoor::Upgrade{1'000'000, opened};
    };
}

} // namespace

class TestFrontDoor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listensAtSeveralHosts();
    void failsToListen_data();
    void failsToListen();
    void admitsOrigins_data();
    void admitsOrigins();
    void answersPreflights_data();
    void answersPreflights();
    void readsTrustedProxies_data();
    void readsTrustedProxies();
    void changesPoliciesWhileRunning();
    void acceptsUpgrades();
    void refusesUpgrades_data();
    void refusesUpgrades();
    void servesUpgradesOfOtherPathsAsRequests();
    void upgradesAfterRequests();
    void survivesResetDuringUpgrade();
    void stopsListening();
    void knowsItsConnections();
    void endsWithEverythingOpen();
    void servesManyAtOnce();
};

void TestFrontDoor::listensAtSeveralHosts()
{
    TestDoor delegate;
    FrontDoor &door = delegate.door();
    const QList<QHostAddress> hosts{QHostAddress(QStringLiteral("127.0.0.2")),
                                    QHostAddress(QStringLiteral("127.0.0.3"))};
    const Result<quint16> port = door.listen(hosts, 0);
    QVERIFY(port.has_value());
    QVERIFY(*port != 0);
    for (const QHostAddress &host : hosts) {
        QTcpSocket client;
        client.connectToHost(host, *port);
        client.write(get({}));
        QByteArray received;
        EVENTUALLY((received += client.readAll()).endsWith("GET / "));
    }
}

void TestFrontDoor::failsToListen_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("takesPort");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("port in use") << QStringLiteral("127.0.0.1") << true << ErrorCode::PortInUse;
    QTest::newRow("not our address") << QStringLiteral("192.0.2.1") << false << ErrorCode::Io;
}

void TestFrontDoor::failsToListen()
{
    QFETCH(const QString, host);
    QFETCH(const bool, takesPort);
    TestDoor taken;
    TestDoor delegate;
    const Result<quint16> port =
        delegate.door().listen({QHostAddress(QStringLiteral("127.0.0.9")), QHostAddress(host)},
                               takesPort ? taken.port() : quint16(0));
    QVERIFY(!port.has_value());
    QTEST(port.error().code, "code");
    QVERIFY(port.error().message.contains(host));
}

void TestFrontDoor::admitsOrigins_data()
{
    QTest::addColumn<QList<QByteArray>>("policy");
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("allowed");
    QTest::addColumn<QByteArray>("credentials");
    const QList<QByteArray> none;
    const QList<QByteArray> any{"*"};
    const QList<QByteArray> one{"https://app.test"};
    QTest::newRow("no browser") << none << QByteArray() << 200 << QByteArray() << QByteArray();
    QTest::newRow("same origin") << none << QByteArray("http://signals.test") << 200
                                 << QByteArray("?") << QByteArray("?");
    QTest::newRow("another origin")
        << none << QByteArray("http://evil.test") << 403 << QByteArray() << QByteArray();
    QTest::newRow("opaque") << one << QByteArray("null") << 403 << QByteArray() << QByteArray();
    QTest::newRow("listed") << one << QByteArray("https://app.test") << 200
                            << QByteArray("https://app.test") << QByteArray("true");
    QTest::newRow("listed, other scheme")
        << one << QByteArray("http://app.test") << 403 << QByteArray() << QByteArray();
    QTest::newRow("any") << any << QByteArray("http://evil.test") << 200 << QByteArray("*")
                         << QByteArray();
    QTest::newRow("opaque under any")
        << any << QByteArray("null") << 200 << QByteArray("*") << QByteArray();
}

void TestFrontDoor::admitsOrigins()
{
    QFETCH(const QList<QByteArray>, policy);
    QFETCH(const QByteArray, origin);
    QFETCH(const int, status);
    QFETCH(const QByteArray, allowed);
    TestDoor door(withOrigins(policy));
    LinkLog log;
    acceptUpgrades(door, [&](WebSocketLink &link) { log.listenTo(link); });
    const QByteArray field = origin.isNull() ? QByteArray() : "Origin: " + origin + "\r\n";

    RawClient client(door.port());
    const HttpReply reply = client.exchange(get(field));
    QCOMPARE(reply.status, status);
    if (allowed != "?") { // a same-origin request needs none
        QCOMPARE(reply.value("access-control-allow-origin"), allowed);
        QTEST(reply.value("access-control-allow-credentials"), "credentials");
    }
    if (allowed.startsWith("https"))
        QVERIFY(reply.value("vary").contains("Origin"));
    QCOMPARE(door.requests.size(), status == 200 ? 1 : 0);

    // The answer to a refused request can be read by who is allowed to
    RawClient tooMuch(door.port());
    const HttpReply refused = tooMuch.exchange("POST / HTTP/1.1\r\nHost: signals.test\r\n" + field
                                               + "Content-Length: 1000001\r\n\r\n");
    QCOMPARE(refused.status, status == 200 ? 413 : 403);
    if (allowed != "?")
        QCOMPARE(refused.value("access-control-allow-origin"), allowed);

    QByteArray upgrade = upgradeRequest("/ws", field);
    upgrade.replace("localhost", "signals.test");
    RawClient socket(door.port());
    QCOMPARE(socket.exchange(upgrade).status, status == 200 ? 101 : 403);
    QCOMPARE(bool(log.link), status == 200);
}

void TestFrontDoor::answersPreflights_data()
{
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isOurs");
    QTest::newRow("allowed") << QByteArray("https://app.test") << QByteArray("/api")
                             << QByteArray("PUT") << 204 << true;
    QTest::newRow("not allowed") << QByteArray("https://evil.test") << QByteArray("/api")
                                 << QByteArray("PUT") << 403 << false;
    QTest::newRow("no preflight") << QByteArray("https://app.test") << QByteArray("/api")
                                  << QByteArray() << 200 << false;
    QTest::newRow("server-wide") << QByteArray("https://app.test") << QByteArray("*")
                                 << QByteArray("GET") << 204 << true;
}

void TestFrontDoor::answersPreflights()
{
    QFETCH(const QByteArray, origin);
    QFETCH(const QByteArray, target);
    QFETCH(const QByteArray, method);
    QFETCH(const bool, isOurs);
    TestDoor door(withOrigins({"https://app.test"}));
    RawClient client(door.port());
    QByteArray request = "OPTIONS " + target + " HTTP/1.1\r\nHost: x\r\nOrigin: " + origin + "\r\n";
    if (!method.isEmpty())
        request += "Access-Control-Request-Method: " + method + "\r\n";
    const HttpReply reply = client.exchange(request + "\r\n");
    QTEST(reply.status, "status");
    if (isOurs) {
        QVERIFY(door.requests.isEmpty());
        QCOMPARE(reply.value("access-control-allow-origin"), origin);
        QVERIFY(reply.value("access-control-allow-methods").contains("PUT"));
        QVERIFY(reply.value("access-control-allow-headers").contains("Idempotency-Key"));
        QVERIFY(reply.value("access-control-max-age").toInt() > 0);
        QVERIFY(reply.value("content-length").isNull()); // RFC 9110, 8.6
        // The connection is kept for the request that follows.
        QCOMPARE(client.exchange(get("Origin: " + origin + "\r\n")).status, 200);
    } else {
        QVERIFY(reply.value("access-control-allow-methods").isNull());
    }
}

void TestFrontDoor::readsTrustedProxies_data()
{
    QTest::addColumn<QList<QByteArray>>("proxies");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QByteArray>("origin");
    const QByteArray forwarded = "X-Forwarded-For: 203.0.113.9, 10.0.0.1\r\n"
                                 "X-Forwarded-Proto: https\r\nX-Forwarded-Host: app.test\r\n";
    QTest::newRow("not trusted") << QList<QByteArray>() << forwarded << QByteArray("127.0.0.1")
                                 << QByteArray("http://signals.test");
    QTest::newRow("trusted") << QList<QByteArray>{"127.0.0.0/8", "10.0.0.0/8"} << forwarded
                             << QByteArray("203.0.113.9") << QByteArray("https://app.test");
    QTest::newRow("one trusted") << QList<QByteArray>{"127.0.0.1"} << forwarded
                                 << QByteArray("10.0.0.1") << QByteArray("https://app.test");
    QTest::newRow("trusted, nothing forwarded")
        << QList<QByteArray>{"127.0.0.1"} << QByteArray() << QByteArray("127.0.0.1")
        << QByteArray("http://signals.test");
}

void TestFrontDoor::readsTrustedProxies()
{
    QFETCH(const QList<QByteArray>, proxies);
    QFETCH(const QByteArray, fields);
    QFETCH(const QByteArray, origin);
    TestDoor door(withOrigins({}, proxies));
    RawClient client(door.port());
    QCOMPARE(client.exchange(get(fields)).status, 200);
    QTEST(door.requests[0].client.address.toString().toLatin1(), "address");
    QCOMPARE(door.requests[0].client.ownOrigin(), origin);
    // And the same-origin rule goes by that.
    QCOMPARE(client.exchange(get(fields + "Origin: " + origin + "\r\n")).status, 200);
}

void TestFrontDoor::changesPoliciesWhileRunning()
{
    TestDoor door(withOrigins({"https://a.test"}));
    RawClient client(door.port());
    QCOMPARE(client.exchange(get("Origin: https://a.test\r\n")).status, 200);
    door.door().setPolicies(OriginPolicy::fromList({"https://b.test"}).value(), {});
    QCOMPARE(client.exchange(get("Origin: https://b.test\r\n")).status, 200);
    QCOMPARE(client.exchange(get("Origin: https://a.test\r\n")).status, 403);
}

void TestFrontDoor::acceptsUpgrades()
{
    TestDoor door;
    LinkLog log;
    QByteArray userAgent;
    door.onUpgrade = [&](const HttpRequest &request) {
        userAgent = request.head.value("user-agent");
        return FrontDoor::Upgrade{1000, [&](WebSocketLink &link) { log.listenTo(link); }};
    };
    RawWebSocket socket(door.port(), "/ws?token=secret",
                        "User-Agent: tests\r\nSec-WebSocket-Extensions: permessage-deflate\r\n"
                        "Sec-WebSocket-Protocol: graphql-ws\r\n");
    QVERIFY(socket.open());
    QCOMPARE(userAgent, "tests");
    const HttpReply &reply = socket.handshake();
    QCOMPARE(reply.value("upgrade").toLower(), "websocket");
    QCOMPARE(reply.value("connection").toLower(), "upgrade");
    // RFC 6455, 4.2.2: the key and the protocol's GUID
    const QByteArray accept = QCryptographicHash::hash(
        "c2lnbmFsYm94IHRlc3RzIQ==258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1);
    QCOMPARE(reply.value("sec-websocket-accept"), accept.toBase64());
    QVERIFY(reply.value("sec-websocket-extensions").isNull());
    QVERIFY(reply.value("sec-websocket-protocol").isNull());
    QVERIFY(log.link);
    QVERIFY(door.requests.isEmpty());
}

void TestFrontDoor::refusesUpgrades_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("asked");
    QTest::newRow("by the delegate") << upgradeRequest("/ws") << 401 << 1;
    QTest::newRow("old version") << upgradeRequest("/ws").replace("Version: 13", "Version: 8")
                                 << 426 << 0;
    QTest::newRow("bad key") << upgradeRequest("/ws").replace("c2lnbmFsYm94", "abc") << 400 << 0;
    QTest::newRow("with a body") << upgradeRequest("/ws", "Content-Length: 3\r\n") + "abc" << 400
                                 << 0;
}

void TestFrontDoor::refusesUpgrades()
{
    QFETCH(const QByteArray, request);
    QFETCH(const int, status);
    TestDoor door;
    int asked = 0;
    door.onUpgrade = [&](const HttpRequest &) {
        ++asked;
        return HttpResponse::error(ErrorCode::AuthRequired, QStringLiteral("no"));
    };
    RawClient client(door.port());
    const HttpReply reply = client.exchange(request);
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.value("content-type"), "application/json");
    if (status == 426)
        QCOMPARE(reply.value("sec-websocket-version"), "13");
    QTEST(asked, "asked");
    EVENTUALLY(client.isEnded());
    QVERIFY(!client.isReset());
    client.close();
    EVENTUALLY(!door.door().hasConnections());
}

void TestFrontDoor::servesUpgradesOfOtherPathsAsRequests()
{
    TestDoor door;
    acceptUpgrades(door, [](WebSocketLink &) { QFAIL("opened"); });
    RawClient client(door.port());
    QCOMPARE(client.exchange(upgradeRequest("/status")).body, "GET /status ");
}

void TestFrontDoor::upgradesAfterRequests()
{
    // All in one segment: two requests, the upgrade, and a frame that was sent too early.
    TestDoor door;
    LinkLog log;
    acceptUpgrades(door, [&](WebSocketLink &link) { log.listenTo(link); });
    RawClient client(door.port());
    client.send(get({}) + get({}) + upgradeRequest("/ws")
                + ClientFrame{1, "early", true, true, {}}.encode());
    QCOMPARE(client.reply().status, 200);
    QCOMPARE(client.reply().status, 200);
    QCOMPARE(client.reply().status, 101);
    EVENTUALLY_EQUAL(log.texts, QList<QByteArray>{"early"});
}

void TestFrontDoor::survivesResetDuringUpgrade()
{
    // Broken before, within and after the handshake, with answers waiting to be written or not.
    TestDoor door;
    door.onRequest = [](const HttpRequest &, const PendingResponse &response) {
        response.send({200, {}, QByteArray(100'000, 'x'), {}});
    };
    std::vector<std::unique_ptr<LinkLog>> logs;
    RawClient *breaking = nullptr;
    bool breaksWithin = false;
    door.onUpgrade = [&](const HttpRequest &) {
        if (breaksWithin)
            breaking->reset();
        return FrontDoor::Upgrade{1000, [&](WebSocketLink &link) {
                                      logs.push_back(std::make_unique<LinkLog>());
                                      logs.back()->listenTo(link);
                                  }};
    };
    for (int answers = 0; answers < 60; ++answers) {
        RawClient client(door.port(), 4096);
        breaking = &client;
        breaksWithin = answers % 2 == 0;
        client.setReading(false);
        for (int i = 0; i < answers / 2; ++i) {
            client.send(get({}));
            settle();
        }
        client.send(upgradeRequest("/ws"));
        if (breaksWithin)
            settle();
        client.reset();
        EVENTUALLY(!door.door().hasConnections());
    }
    QVERIFY(!logs.empty());
    // Whoever got a link was told of its end.
    for (const auto &log : logs)
        QCOMPARE(log->closes, 1);
}

void TestFrontDoor::stopsListening()
{
    TestDoor door;
    std::vector<PendingResponse> pending;
    door.onRequest = [&](const HttpRequest &, PendingResponse response) {
        pending.push_back(std::move(response));
    };
    LinkLog log;
    acceptUpgrades(door, [&](WebSocketLink &link) { log.listenTo(link); });
    RawClient idle(door.port());
    RawClient waiting(door.port());
    waiting.send(get({}));
    RawWebSocket socket(door.port());
    QVERIFY(socket.open());
    EVENTUALLY_EQUAL(pending.size(), size_t(1));

    door.door().stopListening();
    EVENTUALLY(idle.isEnded());
    QVERIFY(!waiting.isEnded());
    QTcpSocket late;
    QSignalSpy refused(&late, &QAbstractSocket::errorOccurred);
    late.connectToHost(QHostAddress(QHostAddress::LocalHost), door.port());
    EVENTUALLY_EQUAL(refused.count(), 1);
    QCOMPARE(late.error(), QAbstractSocket::ConnectionRefusedError);

    pending.front().send({200, "text/plain", "last", {}});
    const HttpReply reply = waiting.reply();
    QCOMPARE(reply.body, "last");
    QCOMPARE(reply.value("connection"), "close");
    EVENTUALLY(waiting.isEnded());
    // WebSockets are the sessions' to close.
    QVERIFY(!socket.client().isEnded());
    log.link->close(CloseCode::ServiceRestart);
    EVENTUALLY_EQUAL(socket.closeCode(), 1012);
}

void TestFrontDoor::knowsItsConnections()
{
    TestDoor door;
    LinkLog log;
    acceptUpgrades(door, [&](WebSocketLink &link) { log.listenTo(link); });
    QVERIFY(!door.door().hasConnections());
    {
        RawClient client(door.port());
        EVENTUALLY(door.door().hasConnections());
    }
    EVENTUALLY(!door.door().hasConnections());
    {
        RawWebSocket socket(door.port());
        QVERIFY(socket.open());
        settle();
        QVERIFY(door.door().hasConnections());
    }
    EVENTUALLY(!door.door().hasConnections());
    QCOMPARE(log.closes, 1);
    QCOMPARE(log.closeCode, int(CloseCode::Abnormal));
}

void TestFrontDoor::endsWithEverythingOpen()
{
    TestDoor door;
    std::vector<PendingResponse> pending;
    door.onRequest = [&](const HttpRequest &, PendingResponse response) {
        pending.push_back(std::move(response));
    };
    LinkLog log;
    acceptUpgrades(door, [&](WebSocketLink &link) { log.listenTo(link); });
    RawClient idle(door.port());
    RawClient reading(door.port());
    reading.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab");
    RawClient waiting(door.port());
    waiting.send(get({}));
    RawWebSocket socket(door.port());
    QVERIFY(socket.open());
    EVENTUALLY_EQUAL(pending.size(), size_t(1));
    log.link->send(WebSocket::encode(WebSocket::Opcode::Text, "queued")); // its task is scheduled
    RawClient unseen(door.port());
    unseen.send(upgradeRequest("/ws"));
    door.destroyDoor();
    EVENTUALLY(idle.isEnded() && reading.isEnded() && waiting.isEnded()
               && socket.client().isEnded());
    QVERIFY(!log.link);
}

void TestFrontDoor::servesManyAtOnce()
{
    TestDoor door;
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 200; ++i) {
        clients.push_back(std::make_unique<RawClient>(door.port()));
        clients.back()->send("GET /" + QByteArray::number(i) + " HTTP/1.1\r\nHost: x\r\n\r\n");
    }
    for (int i = 0; i < 200; ++i)
        QCOMPARE(clients[size_t(i)]->reply().body, "GET /" + QByteArray::number(i) + ' ');
    clients.clear();
    EVENTUALLY(!door.door().hasConnections());
}

SIGNALBOX_EPOLL_TEST_MAIN(TestFrontDoor)

#include "tst_frontdoor.moc"
