// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/networkservice.h"

#include "common/protocol/websocketframe.h"
#include "tests/server/app/servertest.h"
#include "tests/server/socketio/testclient.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryFile>
#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;

class tst_NetworkService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void portInUse();
    void servesAllEndpoints();
    void optionsArriveWhereTheyCount();
    void anonymousMaySubscribeOnly();
    void statusIsTold();
    void reloadChangesWhatItMay();
    void drainsAtOnceWhenNobodyIsThere();
    void drainingTellsHealthChecks();
    void drainingSendsClientsAway();
    void drainingWaitsForNobodyTooLong();
    void drainingTwice();
    void demoPublishes();
    void logsConnections();
};

namespace {

/// A service with a log of its own.
struct Fixture
{
    explicit Fixture(const Options &options = testOptions())
        : service(options, operatorOnly("admin"), logger)
    {
        port = service.start().value_or(0);
    }

    [[nodiscard]] QByteArray log()
    {
        QFile file(logFile.fileName());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    TestAnswer get(const QByteArray &target, const QByteArray &headers = {}) const
    {
        return testCall(port, "GET", target, headers);
    }
    TestAnswer publish(const QByteArray &json, const QByteArray &headers = {}) const
    {
        return Test::publish(port, json, headers);
    }

    struct LogFile : QTemporaryFile
    {
        LogFile() { open(); }
    };

    LogFile logFile;
    Logger logger{LogFormat::Json, LogLevel::Debug, logFile.handle()};
    NetworkService service;
    quint16 port = 0;
};

/// Opens \a count sessions that nobody will poll.
bool openSessions(quint16 port, int count)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    const QByteArray request =
        "GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: localhost\r\n\r\n";
    QByteArray received;
    // Some at a time: pipelining has its limits.
    for (int opened = 0; opened < count; opened += 20) {
        socket.write(request.repeated(20));
        if (!QTest::qWaitFor(
                [&] {
                    received += socket.readAll();
                    return received.count("\"sid\"") >= opened + 20;
                },
                TestClient::Patience))
            return false;
    }
    return true;
}

/// Opens a session on a WebSocket of which \a socket does not know that it is one.
bool openWebSocket(QTcpSocket &socket, quint16 port)
{
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    socket.write("GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\n"
                 "Connection: upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                 "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    return QTest::qWaitFor([&] { return socket.bytesAvailable() > 0; }, TestClient::Patience);
}

} // namespace

void tst_NetworkService::portInUse()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress(QHostAddress::LocalHost)));
    Options options = testOptions();
    options.port = other.serverPort();
    Logger logger;
    logger.setLevel(LogLevel::Error);
    NetworkService service(options, operatorOnly("admin"), logger);
    const Result<quint16> port = service.start();
    QVERIFY(!port);
    QCOMPARE(port.error().code, ErrorCode::PortInUse);
    QVERIFY(port.error().message.contains(QString::number(other.serverPort())));
}

void tst_NetworkService::servesAllEndpoints()
{
    const Fixture fixture;
    QVERIFY(fixture.port > 0);
    for (const char *path : {"/status", "/health", "/livez", "/readyz", "/metrics", "/client",
                             "/api/v1/events?room=global"})
        QCOMPARE(fixture.get(path).status, 200);
    QCOMPARE(fixture.get("/api/v1/connections", bearer("admin")).status, 200);
    QCOMPARE(fixture.get("/api/v1/rooms", bearer("admin")).status, 200);
    QCOMPARE(fixture.publish("{\"type\":\"a\"}").status, 202);
    QCOMPARE(fixture.get("/socket.io/?EIO=4&transport=polling").status, 200);
    QCOMPARE(fixture.get("/nothing").status, 404);
}

void tst_NetworkService::optionsArriveWhereTheyCount()
{
    Options options = testOptions();
    options.pingInterval = std::chrono::milliseconds(11'000);
    options.pingTimeout = std::chrono::milliseconds(12'000);
    options.maxPayload = 5000;
    options.maxRooms = 1;
    options.maxRecentEvents = 2;
    options.allowedOrigins = {"https://good.example"};
    const Fixture fixture(options);
    const QByteArray open = fixture.get("/socket.io/?EIO=4&transport=polling").body;
    QVERIFY(open.contains("\"pingInterval\":11000"));
    QVERIFY(open.contains("\"pingTimeout\":12000"));
    QVERIFY(open.contains("\"maxPayload\":5000"));

    QCOMPARE(fixture.publish("{\"type\":\"a\",\"x\":\"" + QByteArray(5000, 'x') + "\"}").status,
             413);
    QCOMPARE(fixture.publish("[{\"type\":\"a\"},{\"type\":\"a\"},{\"type\":\"a\"}]").status, 202);
    QCOMPARE(fixture.get("/api/v1/events?room=global").json().value(u"count").toInt(), 2);

    QCOMPARE(fixture.get("/status", "Origin: https://good.example\r\n").status, 200);
    QCOMPARE(fixture.get("/status", "Origin: https://bad.example\r\n").status, 403);

    TestClient client;
    QVERIFY(!client.enter(fixture.port).isEmpty());
    QVERIFY(client.text().startsWith("2[\"connected\""));
    client.send("2[\"subscribe_bot\",{\"bot_id\":1}]");
    client.send("2[\"subscribe_bot\",{\"bot_id\":2}]");
    QVERIFY(client.text().startsWith("2[\"subscribed\""));
    QVERIFY(client.text().contains("\"limit\""));
}

void tst_NetworkService::anonymousMaySubscribeOnly()
{
    Options options = testOptions();
    options.authTokens = {"secret"};
    options.requireAuth = true;
    options.allowAnonymous = true;
    const Fixture fixture(options);
    TestClient client;
    QVERIFY(!client.enter(fixture.port).isEmpty());
    QVERIFY(client.text().contains("\"auth_required\":false"));
    client.send("2[\"subscribe_bot\",{\"bot_id\":1}]");
    QVERIFY(client.text().startsWith("2[\"subscribed\""));
    QCOMPARE(fixture.publish("{\"type\":\"a\",\"bot_id\":1}").status, 401);
    QCOMPARE(fixture.publish("{\"type\":\"b\",\"bot_id\":1}", bearer("secret")).status, 202);
    QVERIFY(client.text().contains("\"type\":\"b\""));
    QCOMPARE(fixture.get("/api/v1/events?room=bot:1").status, 200);
}

void tst_NetworkService::statusIsTold()
{
    Logger logger;
    logger.setLevel(LogLevel::Error);
    NetworkService service(testOptions(), operatorOnly("admin"), logger);
    HubStatus status;
    connect(&service.feed(), &MonitorFeed::statusSampled, this,
            [&](const HubStatus &sampled) { status = sampled; });
    const quint16 port = service.start().value_or(0);
    const QString address = QStringLiteral("http://localhost:%1").arg(port);
    QTRY_COMPARE(status.address, address); // with nobody there
    QCOMPARE(status.connections, qint64(0));

    TestClient client;
    QVERIFY(!client.enter(port).isEmpty());
    QVERIFY(client.text().startsWith("2[\"connected\""));
    client.send("2[\"subscribe_bot\",{\"bot_id\":1}]");
    QVERIFY(client.text().startsWith("2[\"subscribed\""));
    QCOMPARE(testCall(port, "POST", "/api/v1/events", "Content-Type: application/json\r\n",
                      "{\"type\":\"a\",\"bot_id\":1}")
                 .status,
             202);
    QTRY_COMPARE(status.eventsSent, quint64(1));
    QCOMPARE(status.eventsReceived, quint64(1));
    QCOMPARE(status.connections, qint64(1));
    client.close();
    QTRY_COMPARE(status.connections, qint64(0));
    QCOMPARE(status.totalConnections, qint64(1));
}

void tst_NetworkService::reloadChangesWhatItMay()
{
    Options options = testOptions();
    options.authTokens = {"old", "kept"};
    Fixture fixture(options);
    TestClient old;
    TestClient kept;
    QVERIFY(!old.enter(fixture.port, "0{\"token\":\"old\"}").isEmpty());
    QVERIFY(!kept.enter(fixture.port, "0{\"token\":\"kept\"}").isEmpty());
    for (TestClient *client : {&old, &kept}) {
        QVERIFY(client->text().startsWith("2[\"connected\""));
        QVERIFY(client->text().startsWith("2[\"auth_response\""));
    }
    options.authTokens = {"kept", "new"};
    options.requireAuth = true;
    options.maxRooms = 1;
    options.allowedOrigins = {};
    fixture.service.reload(options, operatorOnly("new-admin"));

    QCOMPARE(old.text(), QByteArray("1"));
    QVERIFY(old.waitForClose());
    QCOMPARE(old.closeCode(), 4403);
    kept.send("2[\"subscribe_bot\",{\"bot_id\":1}]");
    kept.send("2[\"subscribe_bot\",{\"bot_id\":2}]");
    QVERIFY(kept.text().startsWith("2[\"subscribed\""));
    QVERIFY(kept.text().contains("\"limit\""));
    QCOMPARE(fixture.publish("{\"type\":\"a\"}").status, 401);
    QCOMPARE(fixture.publish("{\"type\":\"a\"}", bearer("old")).status, 401);
    QCOMPARE(fixture.publish("{\"type\":\"a\"}", bearer("new")).status, 202);
    QCOMPARE(fixture.get("/api/v1/rooms", bearer("admin")).status, 401);
    QCOMPARE(fixture.get("/status", "Origin: https://x.example\r\n").status, 403);
}

void tst_NetworkService::drainsAtOnceWhenNobodyIsThere()
{
    Fixture fixture;
    QSignalSpy drained(&fixture.service, &NetworkService::drained);
    fixture.service.drain();
    QCOMPARE(drained.size(), 1);
    QCOMPARE(fixture.get("/livez").status, 0);
}

void tst_NetworkService::drainingTellsHealthChecks()
{
    Fixture fixture;
    QSignalSpy drained(&fixture.service, &NetworkService::drained);
    QVERIFY(openSessions(fixture.port, 1000)); // sending them away takes a second
    QCOMPARE(fixture.get("/readyz").status, 200);
    fixture.service.drain();
    QCOMPARE(fixture.get("/readyz").status, 503);
    QCOMPARE(fixture.get("/livez").status, 200);
    QCOMPARE(fixture.get("/socket.io/?EIO=4&transport=polling").status, 503);
    const TestAnswer refused = fixture.publish("{\"type\":\"a\"}");
    QCOMPARE(refused.status, 503);
    QCOMPARE(refused.errorCode(), QStringLiteral("draining"));
    QCOMPARE(drained.size(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(drained.size(), 1, TestClient::Patience);
    QCOMPARE(fixture.get("/livez").status, 0);
}

void tst_NetworkService::drainingSendsClientsAway()
{
    Fixture fixture;
    QSignalSpy drained(&fixture.service, &NetworkService::drained);
    TestClient client;
    QVERIFY(!client.enter(fixture.port).isEmpty());
    QVERIFY(client.text().startsWith("2[\"connected\""));
    QTcpSocket raw; // QWebSocket takes 1012 for a mistake
    QVERIFY(openWebSocket(raw, fixture.port));
    fixture.service.drain();
    QVERIFY(client.waitForClose());
    QVERIFY2(!client.hasMessage(), "no Disconnect packet: it is meant to come back");
    QTRY_COMPARE(raw.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(raw.readAll().endsWith(WebSocket::encodeClose(1012, "server restart")));
    QTRY_COMPARE_WITH_TIMEOUT(drained.size(), 1, TestClient::Patience);
}

void tst_NetworkService::drainingWaitsForNobodyTooLong()
{
    Options options = testOptions();
    options.drainTime = std::chrono::milliseconds(300);
    Fixture fixture(options);
    QTcpSocket silent;
    silent.setReadBufferSize(1); // it never sees the Close frame
    QVERIFY(openWebSocket(silent, fixture.port));
    QSignalSpy drained(&fixture.service, &NetworkService::drained);
    QElapsedTimer timer;
    timer.start();
    fixture.service.drain();
    QCOMPARE(drained.size(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(drained.size(), 1, TestClient::Patience);
    QVERIFY(timer.elapsed() >= 299);
    QVERIFY2(timer.elapsed() < 4500, "earlier than a connection lingers");
}

void tst_NetworkService::drainingTwice()
{
    Fixture fixture;
    QSignalSpy drained(&fixture.service, &NetworkService::drained);
    TestClient client;
    QVERIFY(!client.enter(fixture.port).isEmpty());
    fixture.service.drain();
    fixture.service.drain();
    QTRY_COMPARE_WITH_TIMEOUT(drained.size(), 1, TestClient::Patience);
    fixture.service.drain();
    QCOMPARE(drained.size(), 1);
}

void tst_NetworkService::demoPublishes()
{
    Options options = testOptions();
    options.demo = true;
    options.demoRate = 1000;
    options.demoSeed = 1;
    const Fixture fixture(options);
    QTRY_VERIFY(
        fixture.get("/metrics").json().value(u"events").toObject().value(u"received").toInt() > 0);
}

void tst_NetworkService::logsConnections()
{
    Options options = testOptions();
    options.authTokens = {"secret-token"};
    options.requireAuth = true;
    Fixture fixture(options);
    TestClient client;
    const QByteArray connected = client.enter(fixture.port, "0{\"token\":\"wrong-token\"}");
    QVERIFY(client.text().startsWith("2[\"connected\""));
    client.send("2[\"authenticate\",{\"token\":\"secret-token\"}]");
    QVERIFY(client.text().startsWith("2[\"auth_response\""));
    client.close();
    QTRY_VERIFY(fixture.log().contains("client_disconnected"));
    QVERIFY(fixture.publish("{\"type\":\"a\"}", bearer("secret-token")).status == 202);

    QHash<QString, QJsonObject> lines;
    for (const QByteArray &line : fixture.log().split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        lines.insert(object.value(u"event").toString(), object);
    }
    const QJsonObject opened = lines.value(QStringLiteral("client_connected"));
    QVERIFY(connected.contains('"' + opened.value(u"sid").toString().toLatin1() + '"'));
    QCOMPARE(opened.value(u"dialect"), QJsonValue(QStringLiteral("workflow")));
    QCOMPARE(opened.value(u"total_connections"), QJsonValue(1));
    QCOMPARE(opened.value(u"level"), QJsonValue(QStringLiteral("info")));
    const QJsonObject closed = lines.value(QStringLiteral("client_disconnected"));
    QCOMPARE(closed.value(u"sid"), opened.value(u"sid"));
    QCOMPARE(closed.value(u"reason"), QJsonValue(QStringLiteral("transport close")));
    QCOMPARE(closed.value(u"total_connections"), QJsonValue(0));
    QVERIFY(lines.contains(QStringLiteral("auth_failed")));
    QCOMPARE(lines.value(QStringLiteral("event_published")).value(u"level"),
             QJsonValue(QStringLiteral("debug")));
    QVERIFY(!fixture.log().contains("secret-token"));
    QVERIFY(!fixture.log().contains("wrong-token"));
}

QTEST_GUILESS_MAIN(tst_NetworkService)
#include "tst_networkservice.moc"
