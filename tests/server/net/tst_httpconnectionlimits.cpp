// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/httpconnection.h"

#include "tests/server/net/httprequests.h"
#include "tests/support/eventually.h"
#include "tests/support/rawclient.h"
#include "tests/support/testdoor.h"

#include <vector>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace std::chrono_literals;

class TestHttpConnectionLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void boundsWhatIsPipelined();
    void boundsTheAnswersThatWait();
    void refusesBeforeReading_data();
    void refusesBeforeReading();
    void timesOut_data();
    void timesOut();
    void closesIdleConnections();
    void closesWhoDoesNotRead();
};

void TestHttpConnectionLimits::boundsWhatIsPipelined()
{
    TestDoor door;
    std::vector<PendingResponse> pending;
    door.onRequest = [&](const HttpRequest &request, PendingResponse response) {
        if (pending.empty())
            pending.push_back(std::move(response));
        else
            response.send(TestDoor::echo(request));
    };
    RawClient client(door.port(), 64 * 1024);
    const QByteArray body(100'000, 'b');
    const int count = 300; // 30 MB: more than the kernel keeps
    client.send(Get + post(body).repeated(count));
    EVENTUALLY_EQUAL(pending.size(), size_t(1));
    settle();
    QVERIFY(!client.hasSentAll());
    pending.front().send({200, "text/plain", "first", {}});
    QCOMPARE(client.reply().body, "first");
    for (int i = 0; i < count; ++i)
        QCOMPARE(client.reply().body.size(), body.size() + 8);
}

void TestHttpConnectionLimits::boundsTheAnswersThatWait()
{
    // Small requests for large answers: who asks on and on without reading gets no more begun.
    TestDoor door;
    const QByteArray body(100'000, 'a');
    door.onRequest = [&](const HttpRequest &request, const PendingResponse &response) {
        response.send({200, "text/plain", request.head.target + body, {}});
    };
    RawClient client(door.port(), 16 * 1024);
    client.setReading(false);
    const int count = 1000;
    QByteArray requests;
    for (int i = 0; i < count; ++i)
        requests += numbered(i);
    client.send(requests);
    EVENTUALLY(!door.requests.isEmpty());
    settle();
    const qsizetype begun = door.requests.size();
    // The kernel takes some megabytes of it.
    QVERIFY2(begun < 200, QByteArray::number(begun).constData());
    client.setReading(true);
    for (int i = 0; i < count; ++i) {
        const HttpReply reply = client.reply();
        QVERIFY(reply.body == '/' + QByteArray::number(i) + body);
    }
    QCOMPARE(door.requests.size(), qsizetype(count));
}

void TestHttpConnectionLimits::refusesBeforeReading_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::newRow("declared length")
        << QByteArray("POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 1000001\r\n\r\n") << 413;
    QTest::newRow("huge length") << QByteArray(
        "POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999999999\r\n\r\n")
                                 << 413;
    QTest::newRow("declared length, 100-continue")
        << QByteArray("POST /p HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n"
                      "Content-Length: 1000001\r\n\r\n")
        << 413;
    QTest::newRow("chunk size") << Chunked + "F4241\r\n" << 413;
    QTest::newRow("malformed chunk") << Chunked + "0x3\r\n" << 400;
    QTest::newRow("both lengths") << QByteArray(
        "POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n"
        "Transfer-Encoding: chunked\r\n\r\n")
                                  << 400;
    QTest::newRow("no host") << QByteArray("GET / HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("long line") << "GET /" + QByteArray(9000, 'a') << 414;
    QTest::newRow("many fields") << "GET / HTTP/1.1\r\nHost: x\r\n"
            + QByteArray("A: b\r\n").repeated(101)
                                 << 431;
    QTest::newRow("unknown expectation")
        << QByteArray("GET / HTTP/1.1\r\nHost: x\r\nExpect: more\r\n\r\n") << 417;
    QTest::newRow("unknown method") << QByteArray("BREW / HTTP/1.1\r\nHost: x\r\n\r\n") << 501;
    QTest::newRow("version") << QByteArray("GET / HTTP/9.9\r\nHost: x\r\n\r\n") << 505;
    QTest::newRow("TLS") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n", 13)
                         << 400;
}

void TestHttpConnectionLimits::refusesBeforeReading()
{
    QFETCH(const QByteArray, request);
    QFETCH(const int, status);
    TestDoor door;
    RawClient client(door.port());
    const HttpReply reply = client.exchange(request);
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.value("connection"), "close");
    QCOMPARE(reply.value("content-type"), "application/json");
    QVERIFY(door.requests.isEmpty());
    QCOMPARE(door.refusals.size(), size_t(1));
    QCOMPARE(door.refusals[0].first, status);
    EVENTUALLY(client.isEnded());
    // What the client still sends is taken and thrown away, so that the answer is not lost by RST.
    client.send(QByteArray(100'000, 'x'));
    settle();
    QVERIFY(!client.isReset());
    client.close();
    EVENTUALLY(!door.door().hasConnections());
}

void TestHttpConnectionLimits::timesOut_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("begun");
    QTest::newRow("head") << QByteArray() << QByteArray("GET / HTTP/1.1\r\nHo");
    QTest::newRow("one byte") << QByteArray() << QByteArray("G");
    QTest::newRow("second head") << Get << QByteArray("GET / HT");
    QTest::newRow("body") << QByteArray() << post("0123456789").chopped(1);
    QTest::newRow("chunks") << QByteArray() << Chunked + "5\r\nab";
}

void TestHttpConnectionLimits::timesOut()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, begun);
    FrontDoorOptions options;
    options.headTimeout = 200ms;
    options.bodyTimeout = 300ms;
    TestDoor door(options);
    RawClient client(door.port());
    if (!before.isEmpty())
        QCOMPARE(client.exchange(before).status, 200);
    const qsizetype handled = door.requests.size();
    const HttpReply reply = client.exchange(begun);
    QCOMPARE(reply.status, 408);
    QCOMPARE(reply.value("connection"), "close");
    EVENTUALLY(client.isEnded());
    QCOMPARE(door.requests.size(), handled);
    QCOMPARE(door.refusals.size(), size_t(1));
    client.close();
    EVENTUALLY(!door.door().hasConnections());
}

void TestHttpConnectionLimits::closesIdleConnections()
{
    FrontDoorOptions options;
    options.headTimeout = 200ms;
    options.idleTimeout = 300ms;
    TestDoor door(options);
    RawClient silent(door.port());
    RawClient idle(door.port());
    QCOMPARE(idle.exchange(Get).status, 200);
    // One who waits for an answer is not idle.
    std::vector<PendingResponse> pending;
    door.onRequest = [&](const HttpRequest &, PendingResponse response) {
        pending.push_back(std::move(response));
    };
    RawClient waiting(door.port());
    waiting.send(Get);
    EVENTUALLY(silent.isEnded() && idle.isEnded());
    QVERIFY(silent.received().isEmpty()); // nobody asked anything: nothing is answered
    QVERIFY(idle.received().isEmpty());
    QVERIFY(!silent.isReset() && !idle.isReset());
    QVERIFY(!waiting.isEnded());
    QVERIFY(door.refusals.empty());
    pending.at(0).send({200, "text/plain", "late", {}});
    QCOMPARE(waiting.reply().body, "late");
}

void TestHttpConnectionLimits::closesWhoDoesNotRead()
{
    TestDoor door;
    door.onRequest = [](const HttpRequest &, const PendingResponse &response) {
        response.send({200, "text/plain", QByteArray(20'000'000, 'l'), {}});
    };
    RawClient client(door.port(), 16 * 1024);
    client.setReading(false);
    client.send(Get);
    EVENTUALLY(door.requests.size() == 1);
    QVERIFY(door.door().hasConnections());
    EVENTUALLY(!door.door().hasConnections()); // after Wire::StallTime
}

SIGNALBOX_EPOLL_TEST_MAIN(TestHttpConnectionLimits)

#include "tst_httpconnectionlimits.moc"
