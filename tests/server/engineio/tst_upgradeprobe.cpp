// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engineio/upgradeprobe.h"

#include "common/protocol/closecode.h"
#include "tests/support/engineclient.h"
#include "tests/support/engineworld.h"
#include "tests/support/eventually.h"
#include "tests/support/rawwebsocket.h"

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace std::chrono_literals;

namespace {

EngineOptions withUpgradeTimeout(std::chrono::milliseconds timeout)
{
    EngineOptions options;
    options.upgradeTimeout = timeout;
    return options;
}

/// A polling session, and a WebSocket that asks for it.
struct Upgrading
{
    explicit Upgrading(const EngineOptions &options = {})
        : world(options)
        , client(world.port())
        , isOpen(client.open())
        , socket(world.port(), "/socket.io/?EIO=4&transport=websocket&sid=" + client.sid())
    {
        isOpen = isOpen && socket.open();
    }

    [[nodiscard]] bool probe()
    {
        socket.sendText("2probe");
        return eventually([&] { return !socket.messages().isEmpty(); })
            && socket.messages() == QList<QByteArray>{"3probe"};
    }
    [[nodiscard]] bool isUpgraded()
    {
        return eventually([&] { return world.log().session->transportName() == "websocket"; });
    }
    /// The session goes on by polling, and may try again.
    [[nodiscard]] bool isStillPolling()
    {
        if (!eventually([&] { return socket.client().isEnded(); }))
            return false;
        world.log().sendText("still here");
        return client.packets() == QList<QByteArray>{"4still here"}
        && client.post("4and there").body == "ok"
            && world.log().texts == QList<QByteArray>{"and there"} && world.log().closes == 0;
    }

    EngineWorld world;
    PollingClient client;
    bool isOpen;
    RawWebSocket socket;
};

} // namespace

class TestUpgradeProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void upgrades();
    void releasesTheWaitingPoll();
    void losesNothingWhileSending_data();
    void losesNothingWhileSending();
    void receivesInOrderAcrossTheUpgrade();
    void endsWithoutHarm_data();
    void endsWithoutHarm();
    void timesOut();
    void mayBeTriedAgain();
    void refusesASecondProbe();
    void closesTheSocketOfAnUpgradedSession();
    void endsWithItsSession();
    void refusesTheSessionThatWentMeanwhile();
};

void TestUpgradeProbe::upgrades()
{
    Upgrading upgrading;
    QVERIFY(upgrading.isOpen);
    QCOMPARE(upgrading.world.opened(), size_t(1)); // no session of its own
    QVERIFY(upgrading.probe());
    QCOMPARE(upgrading.world.log().session->transportName(), "polling");
    upgrading.socket.sendText("5");
    QVERIFY(upgrading.isUpgraded());
    upgrading.world.log().sendText("hello");
    EVENTUALLY_EQUAL(upgrading.socket.messages(), (QList<QByteArray>{"3probe", "4hello"}));
    upgrading.socket.sendText("4back");
    EVENTUALLY_EQUAL(upgrading.world.log().texts, QList<QByteArray>{"back"});
    // The old way is closed.
    QCOMPARE(upgrading.client.post("4x").status, 400);
    upgrading.client.poll();
    QCOMPARE(upgrading.client.answer().status, 400);
    QCOMPARE(upgrading.world.log().closes, 0);
    QCOMPARE(upgrading.world.log().session->sid(), upgrading.client.sid());
}

void TestUpgradeProbe::releasesTheWaitingPoll()
{
    Upgrading upgrading;
    upgrading.client.poll();
    settle();
    QVERIFY(!upgrading.client.isAnswered());
    QVERIFY(upgrading.probe());
    QCOMPARE(upgrading.client.answer().body, "6");
    // One that comes before the client has heard is released, too.
    QCOMPARE(upgrading.client.packets(), QList<QByteArray>{"6"});
    upgrading.socket.sendText("5");
    QVERIFY(upgrading.isUpgraded());
}

void TestUpgradeProbe::losesNothingWhileSending_data()
{
    QTest::addColumn<bool>("pollWaits");
    QTest::newRow("no poll waits at the upgrade") << false;
    QTest::newRow("a poll waits at the upgrade") << true;
}

void TestUpgradeProbe::losesNothingWhileSending()
{
    QFETCH(const bool, pollWaits);
    Upgrading upgrading;
    QVERIFY(upgrading.isOpen);
    SessionLog &log = upgrading.world.log();
    QList<QByteArray> received;
    QList<QByteArray> expected;
    const auto send = [&](int count) {
        for (int i = 0; i < count; ++i) {
            const QByteArray number = QByteArray::number(expected.size());
            expected.append('4' + number);
            log.sendText(number);
        }
    };
    const auto takePoll = [&](const QByteArray &body) {
        for (const QByteArray &packet : PollingClient::split(body)) {
            if (packet != "6")
                received.append(packet);
        }
    };
    send(100);
    takePoll(upgrading.client.packets().join('\x1e'));
    upgrading.client.poll();
    send(100);
    QVERIFY(upgrading.probe());
    send(200);
    takePoll(upgrading.client.answer().body);
    if (pollWaits) { // as a client that does not pause
        upgrading.client.poll();
        send(100);
    }
    send(100);
    upgrading.socket.sendText("5");
    send(300);
    if (pollWaits)
        takePoll(upgrading.client.answer().body);
    QVERIFY(upgrading.isUpgraded());
    send(1000 - int(expected.size()));
    const auto all = [&] { return received + upgrading.socket.messages().mid(1); };
    EVENTUALLY(all().size() >= 1000);
    settle();
    QCOMPARE(all(), expected);
}

void TestUpgradeProbe::receivesInOrderAcrossTheUpgrade()
{
    Upgrading upgrading;
    QCOMPARE(upgrading.client
                 .post("4one\x1e"
                       "4two")
                 .body,
             "ok");
    QVERIFY(upgrading.probe());
    QCOMPARE(upgrading.client.post("4three").body, "ok");
    upgrading.socket.client().send(ClientFrame{1, "5", true, true, {}}.encode()
                                   + ClientFrame{1, "4four", true, true, {}}.encode());
    EVENTUALLY_EQUAL(upgrading.world.log().texts,
                     (QList<QByteArray>{"one", "two", "three", "four"}));
}

void TestUpgradeProbe::endsWithoutHarm_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("afterProbe");
    for (const bool afterProbe : {false, true}) {
        const QByteArray when = afterProbe ? ", probed" : "";
        const auto row = [&](const QByteArray &name, const QByteArray &bytes) {
            QTest::newRow((name + when).constData()) << bytes << afterProbe;
        };
        row("a message", ClientFrame{1, "4x", true, true, {}}.encode());
        row("nothing", ClientFrame{1, "", true, true, {}}.encode());
        row("binary", ClientFrame{2, "5", true, true, {}}.encode());
        row("another probe text", ClientFrame{1, "2prob", true, true, {}}.encode());
        row("unmasked", ClientFrame{1, "2probe", true, false, {}}.encode());
        row("Close frame", ClientFrame{8, "", true, true, {}}.encode());
        row("end", QByteArray());
    }
}

void TestUpgradeProbe::endsWithoutHarm()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, afterProbe);
    Upgrading upgrading;
    if (afterProbe)
        QVERIFY(upgrading.probe());
    upgrading.socket.client().send(bytes);
    if (bytes.isEmpty())
        upgrading.socket.client().endSending();
    QVERIFY(upgrading.isStillPolling());
    // A poll waits again for something to send.
    upgrading.socket.client().close();
    settle();
    upgrading.client.poll();
    settle();
    QVERIFY(!upgrading.client.isAnswered());
}

void TestUpgradeProbe::timesOut()
{
    Upgrading upgrading(withUpgradeTimeout(200ms));
    QVERIFY(upgrading.probe());
    QVERIFY(upgrading.isStillPolling());
}

void TestUpgradeProbe::mayBeTriedAgain()
{
    Upgrading upgrading;
    QVERIFY(upgrading.probe());
    upgrading.socket.client().endSending();
    EVENTUALLY(upgrading.socket.client().isEnded());
    RawWebSocket again(upgrading.world.port(),
                       "/socket.io/?EIO=4&transport=websocket&sid=" + upgrading.client.sid());
    QVERIFY(again.open());
    again.sendText("2probe");
    EVENTUALLY_EQUAL(again.messages(), QList<QByteArray>{"3probe"});
    again.sendText("5");
    QVERIFY(upgrading.isUpgraded());
}

void TestUpgradeProbe::refusesASecondProbe()
{
    Upgrading upgrading;
    QVERIFY(upgrading.probe());
    RawWebSocket second(upgrading.world.port(),
                        "/socket.io/?EIO=4&transport=websocket&sid=" + upgrading.client.sid());
    QVERIFY(second.open());
    EVENTUALLY(second.client().isEnded());
    QCOMPARE(second.closeCode(), 1008);
    upgrading.socket.sendText("5"); // the first is not disturbed
    QVERIFY(upgrading.isUpgraded());
}

void TestUpgradeProbe::closesTheSocketOfAnUpgradedSession()
{
    Upgrading upgrading;
    QVERIFY(upgrading.probe());
    upgrading.socket.sendText("5");
    QVERIFY(upgrading.isUpgraded());
    // Let in and closed, as the public clients expect; the session goes on.
    RawWebSocket late(upgrading.world.port(),
                      "/socket.io/?EIO=4&transport=websocket&sid=" + upgrading.client.sid());
    QVERIFY(late.open());
    EVENTUALLY(late.client().isEnded());
    QCOMPARE(late.closeCode(), 1008);
    upgrading.world.log().sendText("on");
    EVENTUALLY_EQUAL(upgrading.socket.messages().last(), "4on");
    QCOMPARE(upgrading.world.log().closes, 0);
}

void TestUpgradeProbe::endsWithItsSession()
{
    Upgrading upgrading;
    QVERIFY(upgrading.probe());
    upgrading.world.log().session->close(CloseCode::ServiceRestart, "draining");
    EVENTUALLY(upgrading.socket.client().isEnded());
    QVERIFY(upgrading.socket.closeCode() != 0);
    upgrading.socket.client().close();
    EVENTUALLY(!upgrading.world.log().session);
}

void TestUpgradeProbe::refusesTheSessionThatWentMeanwhile()
{
    // Asked for when it was there, opened when it was not.
    EngineWorld world;
    PollingClient client(world.port());
    QVERIFY(client.open());
    const QByteArray bye =
        PollingClient::postRequest("EIO=4&transport=polling&sid=" + client.sid(), "1");
    RawWebSocket socket(world.port(), "/socket.io/?EIO=4&transport=websocket&sid=" + client.sid());
    client.posting().send(bye);
    QCOMPARE(client.posting().reply().body, "ok");
    EVENTUALLY(socket.client().isEnded());
    EVENTUALLY(world.server().sessions().isEmpty());
    QCOMPARE(world.log().closes, 1);
}

SIGNALBOX_EPOLL_TEST_MAIN(TestUpgradeProbe)

#include "tst_upgradeprobe.moc"
