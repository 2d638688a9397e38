// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/server.h"

#include "tests/server/app/servertest.h"
#include "tests/server/socketio/testclient.h"

#include <QTcpServer>
#include <QTest>

#include <array>

using namespace Signalbox;
using namespace Signalbox::Test;

class tst_Server : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threeInOneProcess();
    void portInUse_data();
    void portInUse();
    void statusArrives();
    void drains();
    void stopsAtOnce();
    void reloadDropsCredentials();
    void destroyedWithClients();
    void destroyedWithoutStart();
    void destroyedWhileStarting();
    void callsBeforeStart();
};

namespace {

/// A server, and what it has told. All on the test's thread, where its signals arrive queued.
struct Fixture
{
    explicit Fixture(const Options &options = testOptions())
        : server(std::make_unique<Server>(options, operatorOnly("admin"), logger))
    {
        logger.setLevel(LogLevel::Error);
        QObject::connect(server.get(), &Server::started, &context,
                         [this](quint16 started) { port = started; });
        QObject::connect(server.get(), &Server::startFailed, &context,
                         [this](const Error &failed) { error = failed; });
        QObject::connect(server.get(), &Server::stopped, &context, [this] { ++stops; });
        QObject::connect(&server->monitor(), &HubMonitor::statusChanged, &context,
                         [this](const HubStatus &changed) { status = changed; });
    }

    bool start()
    {
        server->start();
        return QTest::qWaitFor([this] { return port > 0; }, TestClient::Patience);
    }

    QObject context;
    Logger logger;
    std::unique_ptr<Server> server;
    quint16 port = 0;
    std::optional<Error> error;
    HubStatus status;
    int stops = 0;
};

} // namespace

void tst_Server::threeInOneProcess()
{
    std::array<Fixture, 3> fixtures;
    std::array<TestClient, 3> clients;
    for (size_t i = 0; i < fixtures.size(); ++i) {
        QVERIFY(fixtures[i].start());
        QVERIFY(!clients[i].enter(fixtures[i].port).isEmpty());
        QVERIFY(clients[i].text().startsWith("2[\"connected\""));
        clients[i].send("2[\"subscribe_bot\",{\"bot_id\":1}]");
        QVERIFY(clients[i].text().startsWith("2[\"subscribed\""));
    }
    QVERIFY(fixtures[0].port != fixtures[1].port && fixtures[1].port != fixtures[2].port);
    for (size_t i = 0; i < fixtures.size(); ++i) {
        const QByteArray type = "from" + QByteArray::number(i);
        QCOMPARE(publish(fixtures[i].port, "{\"bot_id\":1,\"type\":\"" + type + "\"}").status, 202);
        QVERIFY(clients[i].text().contains("\"type\":\"" + type + '"'));
    }
    fixtures[1].server->stop();
    QVERIFY(clients[1].waitForClose());
    for (const size_t i : {size_t(0), size_t(2)}) {
        QCOMPARE(testCall(fixtures[i].port, "GET", "/livez").status, 200);
        QVERIFY(!clients[i].isClosed());
        QVERIFY(!clients[i].hasMessage());
    }
}

void tst_Server::portInUse_data()
{
    QTest::addColumn<bool>("isDrain");
    QTest::newRow("then stopped") << false;
    QTest::newRow("then drained") << true;
}

void tst_Server::portInUse()
{
    QFETCH(bool, isDrain);
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress(QHostAddress::LocalHost)));
    Options options = testOptions();
    options.port = other.serverPort();
    Fixture fixture(options);
    fixture.server->start();
    QTRY_VERIFY(fixture.error);
    QCOMPARE(fixture.error->code, ErrorCode::PortInUse);
    QVERIFY(fixture.error->message.contains(QString::number(other.serverPort())));
    QCOMPARE(fixture.port, quint16(0));
    if (isDrain)
        fixture.server->drain();
    else
        fixture.server->stop();
    QTRY_COMPARE(fixture.stops, 1);
}

void tst_Server::statusArrives()
{
    Fixture fixture;
    QCOMPARE(fixture.server->monitor().status(), HubStatus());
    QVERIFY(fixture.start());
    const QString address = QStringLiteral("http://localhost:%1").arg(fixture.port);
    QTRY_COMPARE(fixture.status.address, address);
    TestClient client;
    QVERIFY(!client.enter(fixture.port).isEmpty());
    QCOMPARE(publish(fixture.port, "{\"type\":\"a\"}").status, 202);
    QTRY_COMPARE(fixture.status.eventsReceived, quint64(1));
    QCOMPARE(fixture.status.address, address);
    QCOMPARE(fixture.status.connections, qint64(1));
    QCOMPARE(fixture.status.totalConnections, qint64(1));
    QCOMPARE(fixture.status.eventsSent, quint64(0));
    QCOMPARE(fixture.server->monitor().status(), fixture.status);
}

void tst_Server::drains()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    TestClient client;
    QVERIFY(!client.enter(fixture.port).isEmpty());
    fixture.server->drain();
    QVERIFY(client.waitForClose());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.stops, 1, TestClient::Patience);
    QCOMPARE(testCall(fixture.port, "GET", "/livez").status, 0);
}

void tst_Server::stopsAtOnce()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    TestClient client;
    QVERIFY(!client.enter(fixture.port).isEmpty());
    fixture.server->stop();
    QTRY_COMPARE(fixture.stops, 1);
    QVERIFY(client.waitForClose());
    QCOMPARE(testCall(fixture.port, "GET", "/livez").status, 0);
    fixture.server->stop();
    fixture.server->drain();
    fixture.server.reset();
    QCOMPARE(fixture.stops, 1);
}

void tst_Server::reloadDropsCredentials()
{
    Options options = testOptions();
    options.requireAuth = true;
    options.authTokens = {"old"};
    Fixture fixture(options);
    QVERIFY(fixture.start());
    TestClient client;
    QVERIFY(!client.enter(fixture.port, "0{\"token\":\"old\"}").isEmpty());
    QVERIFY(client.text().startsWith("2[\"connected\""));
    QVERIFY(client.text().contains("\"success\":true"));

    options.authTokens = {"new"};
    fixture.server->reload(options, operatorOnly("new-admin"));
    QCOMPARE(fixture.server->options().authTokens, QList<QByteArray>{"new"});
    QCOMPARE(client.text(), QByteArray("1"));
    QVERIFY(client.waitForClose());
    QCOMPARE(client.closeCode(), 4403);
    QCOMPARE(publish(fixture.port, "{\"type\":\"a\"}", bearer("old")).status, 401);
    QCOMPARE(publish(fixture.port, "{\"type\":\"a\"}", bearer("new")).status, 202);
    QCOMPARE(testCall(fixture.port, "GET", "/api/v1/rooms", bearer("new-admin")).status, 200);
}

void tst_Server::destroyedWithClients()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    TestClient client;
    QVERIFY(!client.enter(fixture.port).isEmpty());
    fixture.server.reset();
    QVERIFY(client.waitForClose());
}

void tst_Server::destroyedWithoutStart()
{
    Fixture fixture;
    fixture.server.reset();
    QCOMPARE(fixture.stops, 0);
}

void tst_Server::destroyedWhileStarting()
{
    for (int i = 0; i < 20; ++i) {
        Fixture fixture;
        fixture.server->start();
    }
}

void tst_Server::callsBeforeStart()
{
    Fixture fixture;
    fixture.server->stop();
    fixture.server->drain();
    fixture.server->reload(testOptions(), operatorOnly("admin"));
    QVERIFY(fixture.start());
    QCOMPARE(testCall(fixture.port, "GET", "/livez").status, 200);
}

QTEST_GUILESS_MAIN(tst_Server)
#include "tst_server.moc"
