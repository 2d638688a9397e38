// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/httpconnection.h"

#include "tests/server/net/httprequests.h"
#include "tests/support/eventually.h"
#include "tests/support/rawclient.h"
#include "tests/support/testdoor.h"

#include <vector>

using namespace Signalbox;
using namespace Signalbox::Test;

class TestHttpConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handsOnEveryValidRequest_data();
    void handsOnEveryValidRequest();
    void isIndifferentToSplits_data();
    void isIndifferentToSplits();
    void keepsAlive_data();
    void keepsAlive();
    void answersPipelinedRequestsInOrder();
    void answersDeferredRequestsInOrder();
    void continuesWhenAsked();
    void sendsNoBodyToHead();
    void keepsTheBodysTokenUntilTheEnd_data();
    void keepsTheBodysTokenUntilTheEnd();
    void answersAfterTheClientsEnd();
    void finishesALargeAnswerAfterTheClientsEnd();
};

void TestHttpConnection::handsOnEveryValidRequest_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("GET") << Get << QByteArray("GET /a?b=c ");
    QTest::newRow("query only") << QByteArray("GET /?x HTTP/1.1\r\nHost: x\r\n\r\n")
                                << QByteArray("GET /?x ");
    QTest::newRow("two slashes") << QByteArray("GET //evil/x HTTP/1.1\r\nHost: x\r\n\r\n")
                                 << QByteArray("GET //evil/x ");
    QTest::newRow("escapes") << QByteArray(
        "GET /%41%20%C3%A4?q=%C3%A4+%2B HTTP/1.1\r\nHost: x\r\n\r\n")
                             << QByteArray("GET /%41%20%C3%A4?q=%C3%A4+%2B ");
    QTest::newRow("odd characters")
        << QByteArray("GET /a[b]{c}|d^e`f\"g<h>?i=[j]\\ HTTP/1.1\r\nHost: x\r\n\r\n")
        << QByteArray("GET /a[b]{c}|d^e`f\"g<h>?i=[j]\\ ");
    QTest::newRow("colon in the path")
        << QByteArray("GET /a:80/b@c HTTP/1.1\r\nHost: x\r\n\r\n") << QByteArray("GET /a:80/b@c ");
    QTest::newRow("dots") << QByteArray("GET /../../etc HTTP/1.1\r\nHost: x\r\n\r\n")
                          << QByteArray("GET /../../etc ");
    QTest::newRow("IPv6 host") << QByteArray("GET / HTTP/1.1\r\nHost: [::1]:8001\r\n\r\n")
                               << QByteArray("GET / ");
    QTest::newRow("empty host") << QByteArray("GET / HTTP/1.1\r\nHost:\r\n\r\n")
                                << QByteArray("GET / ");
    QTest::newRow("GET with a body")
        << QByteArray("GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nbody")
        << QByteArray("GET / body");
    QTest::newRow("PUT") << QByteArray("PUT /r HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\n1")
                         << QByteArray("PUT /r 1");
    QTest::newRow("DELETE") << QByteArray("DELETE /r HTTP/1.1\r\nHost: x\r\n\r\n")
                            << QByteArray("DELETE /r ");
    QTest::newRow("OPTIONS") << QByteArray("OPTIONS /r HTTP/1.1\r\nHost: x\r\n\r\n")
                             << QByteArray("OPTIONS /r ");
    QTest::newRow("POST of nothing") << post("") << QByteArray("POST /p ");
    QTest::newRow("POST") << post("{\"a\":1}") << QByteArray("POST /p {\"a\":1}");
    QTest::newRow("binary body") << post(QByteArray("\0\r\n\r\nGET \xff", 10))
                                 << "POST /p " + QByteArray("\0\r\n\r\nGET \xff", 10);
    QTest::newRow("large body") << post(QByteArray(900'000, 'z'))
                                << "POST /p " + QByteArray(900'000, 'z');
    QTest::newRow("chunked") << Chunked + "3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\nT: v\r\n\r\n"
                             << QByteArray("POST /p abc0123456789");
    QTest::newRow("chunked nothing") << Chunked + "0\r\n\r\n" << QByteArray("POST /p ");
    QTest::newRow("nginx: Connection: upgrade alone")
        << QByteArray("GET /n HTTP/1.1\r\nHost: x\r\nConnection: upgrade\r\n\r\n")
        << QByteArray("GET /n ");
    QTest::newRow("another Upgrade")
        << QByteArray("GET /n HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\n"
                      "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n")
        << QByteArray("GET /n ");
    QTest::newRow("HTTP/1.0 without Host")
        << QByteArray("GET /l HTTP/1.0\r\n\r\n") << QByteArray("GET /l ");
}

void TestHttpConnection::handsOnEveryValidRequest()
{
    QFETCH(const QByteArray, request);
    TestDoor door;
    RawClient client(door.port());
    const HttpReply reply = client.exchange(request);
    QCOMPARE(reply.statusLine, "HTTP/1.1 200 OK");
    QTEST(reply.body, "answer");
    QCOMPARE(reply.count("content-length"), 1);
    QCOMPARE(reply.count("date"), 1);
    QCOMPARE(reply.count("access-control-allow-origin"), 0);
    QCOMPARE(door.requests.size(), 1);
    QCOMPARE(door.requests[0].client.address, QHostAddress(QHostAddress::LocalHost));
    QCOMPARE(door.requests[0].client.port, client.localPort());
}

void TestHttpConnection::isIndifferentToSplits_data()
{
    QTest::addColumn<QByteArray>("requests");
    QTest::newRow("heads") << Get + Get;
    QTest::newRow("bodies") << post("one") + post("two") + Get;
    QTest::newRow("chunks") << Chunked + "3\r\none\r\n0\r\n\r\n" + Chunked + "0\r\nT: v\r\n\r\n"
            + post("x");
}

void TestHttpConnection::isIndifferentToSplits()
{
    QFETCH(const QByteArray, requests);
    TestDoor door;
    RawClient whole(door.port());
    whole.send(requests);
    const qsizetype count = requests.count("HTTP/1.1");
    QList<QByteArray> expected;
    for (qsizetype i = 0; i < count; ++i) {
        const HttpReply reply = whole.reply();
        QCOMPARE(reply.status, 200);
        expected.append(reply.body);
    }

    RawClient single(door.port());
    single.sendSingly(requests);
    for (const QByteArray &body : expected)
        QCOMPARE(single.reply().body, body);

    RawClient client(door.port());
    for (qsizetype split = 1; split < requests.size(); ++split) {
        client.send(requests.first(split));
        settle();
        client.send(requests.sliced(split));
        for (const QByteArray &body : expected)
            QCOMPARE(client.reply().body, body);
    }
    QVERIFY(client.received().isEmpty());
}

void TestHttpConnection::keepsAlive_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<bool>("keepsAlive");
    QTest::addColumn<QByteArray>("connection");
    QTest::newRow("1.1") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\n") << true << QByteArray();
    QTest::newRow("1.1 close") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n")
                               << false << QByteArray("close");
    QTest::newRow("1.1 close in a list")
        << QByteArray("GET / HTTP/1.1\r\nHost: x\r\nConnection: te, Close\r\n") << false
        << QByteArray("close");
    QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\n") << false << QByteArray("close");
    QTest::newRow("1.0 keep-alive") << QByteArray("GET / HTTP/1.0\r\nConnection: keep-alive\r\n")
                                    << true << QByteArray("keep-alive");
}

void TestHttpConnection::keepsAlive()
{
    QFETCH(const QByteArray, head);
    QFETCH(const bool, keepsAlive);
    TestDoor door;
    RawClient client(door.port());
    const HttpReply reply = client.exchange(head + "\r\n");
    QCOMPARE(reply.status, 200);
    QTEST(reply.value("connection"), "connection");
    if (keepsAlive) {
        QCOMPARE(client.exchange(head + "\r\n").status, 200);
        QVERIFY(!client.isEnded());
    } else {
        EVENTUALLY(client.isEnded());
        QVERIFY(!client.isReset());
        client.close();
        EVENTUALLY(!door.door().hasConnections());
    }
}

void TestHttpConnection::answersPipelinedRequestsInOrder()
{
    TestDoor door;
    RawClient client(door.port());
    QByteArray requests;
    for (int i = 0; i < 3000; ++i)
        requests += i % 3 == 0 ? post("n" + QByteArray::number(i)) : numbered(i);
    client.send(requests);
    for (int i = 0; i < 3000; ++i) {
        const QByteArray number = QByteArray::number(i);
        QCOMPARE(client.reply().body, i % 3 == 0 ? "POST /p n" + number : "GET /" + number + ' ');
    }
    client.send("GET /last HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n" + Get);
    QCOMPARE(client.reply().body, "GET /last ");
    EVENTUALLY(client.isEnded()); // what is behind a close is not answered
    QCOMPARE(door.requests.size(), 3001);
}

void TestHttpConnection::answersDeferredRequestsInOrder()
{
    TestDoor door;
    std::vector<std::pair<QByteArray, PendingResponse>> pending;
    door.onRequest = [&](const HttpRequest &request, PendingResponse response) {
        if (request.head.target.endsWith('5')) // some at once
            response.send(TestDoor::echo(request));
        else
            pending.emplace_back(request.head.target, std::move(response));
    };
    RawClient client(door.port());
    QByteArray requests;
    for (int i = 0; i < 40; ++i)
        requests += numbered(i);
    client.send(requests);
    for (int i = 0; i < 40; ++i) {
        const QByteArray target = '/' + QByteArray::number(i);
        if (!target.endsWith('5')) {
            EVENTUALLY(!pending.empty());
            // One at a time: the next one is not begun before this one is answered.
            QCOMPARE(pending.size(), size_t(1));
            QCOMPARE(pending.front().first, target);
            const PendingResponse response = pending.front().second;
            pending.clear();
            response.send({200, "text/plain", "GET " + target + ' ', {}});
        }
        QCOMPARE(client.reply().body, "GET " + target + ' ');
    }
}

void TestHttpConnection::continuesWhenAsked()
{
    TestDoor door;
    RawClient client(door.port());
    client.send("POST /p HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
    HttpReply reply = client.reply();
    QCOMPARE(reply.statusLine, "HTTP/1.1 100 Continue");
    QVERIFY(reply.fields.isEmpty());
    QVERIFY(door.requests.isEmpty());
    QCOMPARE(client.exchange("body").body, "POST /p body");
    // Without a body there is nothing to continue with.
    reply = client.exchange("GET /g HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n\r\n");
    QCOMPARE(reply.body, "GET /g ");
}

void TestHttpConnection::sendsNoBodyToHead()
{
    TestDoor door;
    RawClient client(door.port());
    client.send("HEAD /h HTTP/1.1\r\nHost: x\r\n\r\n" + Get);
    const HttpReply reply = client.reply(false);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.value("content-length"), "8"); // of "HEAD /h "
    QCOMPARE(client.reply().body, "GET /a?b=c ");
    // A refusal, too
    const HttpReply refused =
        client.exchange("HEAD / HTTP/1.1\r\nHost: x\r\nContent-Length: 2000000\r\n\r\n", false);
    QCOMPARE(refused.status, 413);
    EVENTUALLY(client.isEnded());
    QVERIFY(client.received().isEmpty());
}

void TestHttpConnection::keepsTheBodysTokenUntilTheEnd_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("handled");
    QTest::newRow("whole") << post("12345").chopped(5) << QByteArray("12345") << 200 << 1;
    QTest::newRow("chunked") << Chunked << QByteArray("1\r\nx\r\n0\r\n\r\n") << 200 << 1;
    QTest::newRow("malformed") << Chunked << QByteArray("nonsense\r\n") << 400 << 0;
    QTest::newRow("preflight") << QByteArray(
        "OPTIONS /p HTTP/1.1\r\nHost: x\r\nAccess-Control-Request-Method: PUT\r\n"
        "Content-Length: 1\r\n\r\n")
                               << QByteArray("1") << 204 << 0;
    QTest::newRow("client leaves") << post("12345").chopped(5) << QByteArray() << 0 << 0;
}

void TestHttpConnection::keepsTheBodysTokenUntilTheEnd()
{
    QFETCH(const QByteArray, head);
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    TestDoor door;
    std::weak_ptr<void> token;
    int expected = 0;
    door.onBody = [&](const HttpHead &) {
        ++expected;
        const auto held = std::make_shared<int>(1);
        token = held;
        return std::static_pointer_cast<void>(held);
    };
    bool wasHeld = false;
    door.onRequest = [&](const HttpRequest &request, const PendingResponse &response) {
        wasHeld = !token.expired();
        response.send(TestDoor::echo(request));
    };
    RawClient client(door.port());
    client.send(head);
    EVENTUALLY_EQUAL(expected, 1);
    QVERIFY(!token.expired());
    if (status == 0)
        client.close();
    else
        QCOMPARE(client.exchange(body).status, status);
    EVENTUALLY(token.expired());
    QTEST(int(door.requests.size()), "handled");
    QCOMPARE(wasHeld, !door.requests.isEmpty());
}

void TestHttpConnection::answersAfterTheClientsEnd()
{
    TestDoor door;
    RawClient client(door.port());
    client.send(Get + numbered(2));
    client.endSending(); // as `nc -N` does
    QCOMPARE(client.reply().body, "GET /a?b=c ");
    QCOMPARE(client.reply().body, "GET /2 ");
    EVENTUALLY(client.isEnded());
    QVERIFY(!client.isReset());
    EVENTUALLY(!door.door().hasConnections());
}

void TestHttpConnection::finishesALargeAnswerAfterTheClientsEnd()
{
    TestDoor door;
    const QByteArray body(20'000'000, 'l');
    door.onRequest = [&](const HttpRequest &, const PendingResponse &response) {
        response.send({200, "text/plain", body, {}});
    };
    for (const char *connection : {"close", "keep-alive"}) {
        RawClient client(door.port(), 32 * 1024);
        client.setReading(false);
        client.send(QByteArray("GET / HTTP/1.1\r\nHost: x\r\nConnection: ") + connection
                    + "\r\n\r\n");
        client.endSending();
        settle();
        client.setReading(true);
        QCOMPARE(client.reply().body.size(), body.size());
        EVENTUALLY(client.isEnded());
        QVERIFY(!client.isReset());
    }
    EVENTUALLY(!door.door().hasConnections());
}

SIGNALBOX_EPOLL_TEST_MAIN(TestHttpConnection)

#include "tst_httpconnection.moc"
