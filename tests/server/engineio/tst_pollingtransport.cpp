// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engineio/pollingtransport.h"

#include "common/protocol/closecode.h"
#include "tests/support/engineclient.h"
#include "tests/support/engineworld.h"
#include "tests/support/eventually.h"

using namespace Signalbox;
using namespace Signalbox::Test;

namespace {

/// A world with one polling client.
struct Polled
{
    explicit Polled(const EngineOptions &options = {})
        : world(options)
        , client(world.port())
    {
        isOpen = client.open();
    }

    EngineWorld world;
    PollingClient client;
    bool isOpen = false;
};

constexpr auto UnknownSid = R"({"code":1,"message":"Session ID unknown"})";

} // namespace

class TestPollingTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsForSomethingToSend();
    void gathersATurn();
    void sendsSixteenPacketsAPoll();
    void closesOnOverlappingPolls();
    void closesWhenThePollsClientLeaves();
    void refusesBadPayloads_data();
    void refusesBadPayloads();
    void stopsAtTheFirstFatalPacket();
    void boundsWhatIsQueued();
    void allowsQueuedPolls();
    void answersHeadersForCaches();
};

void TestPollingTransport::waitsForSomethingToSend()
{
    Polled polled;
    QVERIFY(polled.isOpen);
    polled.client.poll();
    settle();
    QVERIFY(!polled.client.isAnswered());
    polled.world.log().sendText("now");
    QCOMPARE(polled.client.answer().body, "4now");
    // Nothing waits: kept for the next poll.
    polled.world.log().sendText("kept");
    settle();
    QVERIFY(polled.world.log().session->queuedBytes() > 0);
    QCOMPARE(polled.client.packets(), QList<QByteArray>{"4kept"});
    QCOMPARE(polled.world.log().session->queuedBytes(), 0);
}

void TestPollingTransport::gathersATurn()
{
    Polled polled;
    polled.client.poll();
    EVENTUALLY(polled.client.getting().hasSentAll());
    settle();
    for (int i = 0; i < 10; ++i)
        polled.world.log().sendText(QByteArray::number(i));
    QCOMPARE(PollingClient::split(polled.client.answer().body).size(), 10);
}

void TestPollingTransport::sendsSixteenPacketsAPoll()
{
    Polled polled;
    QList<QByteArray> expected;
    for (int i = 0; i < 100; ++i) {
        polled.world.log().sendText(QByteArray::number(i));
        expected.append('4' + QByteArray::number(i));
    }
    QList<QByteArray> received;
    while (received.size() < expected.size()) {
        const QList<QByteArray> packets = polled.client.packets();
        QVERIFY(!packets.isEmpty() && packets.size() <= 16);
        QCOMPARE(packets.size(), std::min<qsizetype>(16, expected.size() - received.size()));
        received += packets;
    }
    QCOMPARE(received, expected);
    QCOMPARE(polled.world.log().closes, 0);
}

void TestPollingTransport::closesOnOverlappingPolls()
{
    Polled polled;
    polled.client.poll();
    settle();
    RawClient second(polled.world.port());
    const HttpReply refused = second.exchange(
        PollingClient::getRequest("EIO=4&transport=polling&sid=" + polled.client.sid()));
    QCOMPARE(refused.status, 400);
    QVERIFY(polled.client.answer().status != 0);
    EVENTUALLY_EQUAL(polled.world.log().closes, 1);
    QCOMPARE(polled.client.post("4x").body, UnknownSid);
    QVERIFY(polled.world.server().sessions().isEmpty());
}

void TestPollingTransport::closesWhenThePollsClientLeaves()
{
    Polled polled;
    polled.client.poll();
    settle();
    polled.client.getting().close();
    EVENTUALLY_EQUAL(polled.world.log().closes, 1);
    QCOMPARE(polled.world.log().closeCode, int(CloseCode::Abnormal));
    QCOMPARE(polled.world.log().closeReason, "transport close");
    EVENTUALLY(!polled.world.log().session);
}

void TestPollingTransport::refusesBadPayloads_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no type") << QByteArray("hello");
    QTest::newRow("type 7") << QByteArray("7");
    QTest::newRow("bad base64") << QByteArray("b$$$$");
    QTest::newRow("second is bad") << QByteArray("4x\x1e");
    QTest::newRow("not UTF-8") << QByteArray("4\xff");
    QTest::newRow("client's ping") << QByteArray("2");
    QTest::newRow("client's open") << QByteArray("0{}");
}

void TestPollingTransport::refusesBadPayloads()
{
    QFETCH(const QByteArray, payload);
    Polled polled;
    polled.client.poll();
    settle();
    QVERIFY(polled.client.post(payload).status != 0);
    EVENTUALLY_EQUAL(polled.world.log().closes, 1);
    QCOMPARE(polled.world.log().closeReason, "parse error");
    QVERIFY(polled.world.log().texts.isEmpty()); // all of a bad payload is refused
    QVERIFY(polled.client.answer().status != 0);
    QCOMPARE(polled.client.post("4x").body, UnknownSid);
}

void TestPollingTransport::stopsAtTheFirstFatalPacket()
{
    Polled polled;
    SessionLog &log = polled.world.log();
    log.onMessage = [&](const QByteArray &message) {
        if (message == "stop")
            log.session->close(CloseCode::Forbidden, "stopped");
    };
    QCOMPARE(polled.client
                 .post("4a\x1e"
                       "4stop\x1e"
                       "4b")
                 .body,
             "ok");
    QCOMPARE(log.texts, (QList<QByteArray>{"a", "stop"}));
    QCOMPARE(log.closeReason, "stopped");
}

void TestPollingTransport::boundsWhatIsQueued()
{
    EngineOptions options;
    options.queueBytes = 100'000;
    Polled polled(options);
    for (int i = 0; i < 9; ++i)
        polled.world.log().sendText(QByteArray(10'000, 'x'));
    settle();
    QCOMPARE(polled.world.log().closes, 0);
    const QueueLedger &ledger = polled.world.door().context().queueLedger;
    QVERIFY(ledger.bytes() >= 90'000);
    QVERIFY(ledger.bytes() < 91'000);
    polled.world.log().sendText(QByteArray(10'000, 'x'));
    EVENTUALLY_EQUAL(polled.world.log().closes, 1);
    EVENTUALLY_EQUAL(ledger.bytes(), 0);
    QCOMPARE(polled.world.log().closeCode, int(CloseCode::SlowConsumer));
    // It is meant to come back: the sid is gone, and nothing says that the session was closed.
    polled.client.poll();
    const HttpReply reply = polled.client.answer();
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.body, UnknownSid);
}

void TestPollingTransport::allowsQueuedPolls()
{
    // Pipelined on one connection: the second begins when the first is answered.
    Polled polled;
    polled.client.poll();
    polled.client.poll();
    settle();
    polled.world.log().sendText("one");
    QCOMPARE(polled.client.answer().body, "4one");
    polled.world.log().sendText("two");
    QCOMPARE(polled.client.answer().body, "4two");
    QCOMPARE(polled.world.log().closes, 0);
}

void TestPollingTransport::answersHeadersForCaches()
{
    Polled polled;
    polled.client.poll();
    settle();
    polled.world.log().sendText("\xc3\xbc");
    const HttpReply reply = polled.client.answer();
    QCOMPARE(reply.value("content-type"), "text/plain; charset=UTF-8");
    QCOMPARE(reply.value("cache-control"), "no-store");
    QCOMPARE(reply.body, "4\xc3\xbc");
    QCOMPARE(polled.client.post("4x").value("content-type"), "text/html");
}

SIGNALBOX_EPOLL_TEST_MAIN(TestPollingTransport)

#include "tst_pollingtransport.moc"
