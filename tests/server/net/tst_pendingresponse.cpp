// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/pendingresponse.h"

#include "tests/support/eventually.h"
#include "tests/support/rawclient.h"
#include "tests/support/testdoor.h"

#include <vector>

using namespace Signalbox;
using namespace Signalbox::Test;

namespace {

constexpr auto Get = "GET /poll HTTP/1.1\r\nHost: x\r\n\r\n";

HttpResponse textResponse(const QByteArray &body)
{
    return {200, "text/plain", body, {}};
}

/// A door whose requests wait until the test answers them.
struct Waiting
{
    Waiting()
    {
        door.onRequest = [this](const HttpRequest &, PendingResponse response) {
            pending.push_back(std::move(response));
        };
    }

    TestDoor door;
    std::vector<PendingResponse> pending;
};

} // namespace

class TestPendingResponse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standsForNothingByDefault();
    void answersLater();
    void onlyTheFirstAnswerCounts();
    void isAnsweredWhenForgotten_data();
    void isAnsweredWhenForgotten();
    void servesOnAfterAForgottenAnswer();
    void tellsThatTheClientLeft_data();
    void tellsThatTheClientLeft();
    void tellsNothingWhenAnswered();
    void abandonedMayAnswerAndRelease();
    void outlivesTheDoor();
};

void TestPendingResponse::standsForNothingByDefault()
{
    const PendingResponse none;
    QVERIFY(!none.isPending());
    none.onAbandoned([] { QFAIL("called"); });
    none.send(textResponse("x"));
    QVERIFY(!none.isPending());
}

void TestPendingResponse::answersLater()
{
    Waiting waiting;
    RawClient client(waiting.door.port());
    client.send(Get);
    EVENTUALLY_EQUAL(waiting.pending.size(), size_t(1));
    settle();
    QVERIFY(client.received().isEmpty());
    QVERIFY(waiting.pending[0].isPending());
    waiting.pending[0].send(textResponse("late"));
    QVERIFY(!waiting.pending[0].isPending());
    const HttpReply reply = client.reply();
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.body, "late");
    QCOMPARE(reply.value("content-type"), "text/plain");
    QCOMPARE(reply.count("content-length"), 1);
    QCOMPARE(reply.count("date"), 1);
}

void TestPendingResponse::onlyTheFirstAnswerCounts()
{
    Waiting waiting;
    RawClient client(waiting.door.port());
    client.send(Get);
    EVENTUALLY_EQUAL(waiting.pending.size(), size_t(1));
    const PendingResponse copy = waiting.pending[0];
    copy.send(textResponse("first"));
    QVERIFY(!waiting.pending[0].isPending());
    waiting.pending[0].send(textResponse("second"));
    waiting.pending.clear();
    QCOMPARE(client.reply().body, "first");
    settle();
    QVERIFY(client.received().isEmpty());
}

void TestPendingResponse::isAnsweredWhenForgotten_data()
{
    QTest::addColumn<bool>("later");
    QTest::newRow("by the handler") << false;
    QTest::newRow("later") << true;
}

void TestPendingResponse::isAnsweredWhenForgotten()
{
    QFETCH(const bool, later);
    Waiting waiting;
    if (!later)
        waiting.door.onRequest = [](const HttpRequest &, const PendingResponse &) {};
    RawClient client(waiting.door.port());
    client.send(Get);
    if (later) {
        EVENTUALLY_EQUAL(waiting.pending.size(), size_t(1));
        waiting.pending.clear();
    }
    const HttpReply reply = client.reply();
    QCOMPARE(reply.status, 500);
    QVERIFY(reply.body.contains("\"internal\""));
}

void TestPendingResponse::servesOnAfterAForgottenAnswer()
{
    TestDoor door;
    int count = 0;
    door.onRequest = [&](const HttpRequest &, const PendingResponse &response) {
        if (++count % 2 == 0)
            response.send(textResponse("fine"));
    };
    RawClient client(door.port());
    client.send(QByteArray(Get).repeated(4));
    for (int i = 0; i < 4; ++i)
        QCOMPARE(client.reply().status, i % 2 == 0 ? 500 : 200);
}

void TestPendingResponse::tellsThatTheClientLeft_data()
{
    QTest::addColumn<bool>("byReset");
    QTest::newRow("closed") << false;
    QTest::newRow("reset") << true;
}

void TestPendingResponse::tellsThatTheClientLeft()
{
    QFETCH(const bool, byReset);
    Waiting waiting;
    RawClient client(waiting.door.port());
    client.send(Get);
    EVENTUALLY_EQUAL(waiting.pending.size(), size_t(1));
    int abandoned = 0;
    waiting.pending[0].onAbandoned([&] { ++abandoned; });
    if (byReset)
        client.reset();
    else
        client.close();
    EVENTUALLY_EQUAL(abandoned, 1);
    EVENTUALLY(!waiting.door.door().hasConnections());
    QVERIFY(waiting.pending[0].isPending()); // nobody answered
    waiting.pending[0].send(textResponse("to nobody"));
    QVERIFY(!waiting.pending[0].isPending());
    settle();
    QCOMPARE(abandoned, 1);
}

void TestPendingResponse::tellsNothingWhenAnswered()
{
    Waiting waiting;
    RawClient client(waiting.door.port());
    client.send(Get);
    EVENTUALLY_EQUAL(waiting.pending.size(), size_t(1));
    int abandoned = 0;
    waiting.pending[0].onAbandoned([&] { ++abandoned; });
    waiting.pending[0].send(textResponse("x"));
    QCOMPARE(client.reply().status, 200);
    client.close();
    EVENTUALLY(!waiting.door.door().hasConnections());
    QCOMPARE(abandoned, 0);
}

void TestPendingResponse::abandonedMayAnswerAndRelease()
{
    Waiting waiting;
    RawClient client(waiting.door.port());
    client.send(Get);
    EVENTUALLY_EQUAL(waiting.pending.size(), size_t(1));
    int abandoned = 0;
    waiting.pending[0].onAbandoned([&] {
        ++abandoned;
        waiting.pending[0].send(textResponse("x"));
        waiting.pending.clear();
    });
    client.close();
    EVENTUALLY_EQUAL(abandoned, 1);
    EVENTUALLY(!waiting.door.door().hasConnections());
}

void TestPendingResponse::outlivesTheDoor()
{
    Waiting waiting;
    RawClient client(waiting.door.port());
    client.send(Get);
    EVENTUALLY_EQUAL(waiting.pending.size(), size_t(1));
    waiting.door.destroyDoor();
    waiting.pending[0].send(textResponse("x"));
    waiting.pending.clear();
    EVENTUALLY(client.isEnded());
}

SIGNALBOX_EPOLL_TEST_MAIN(TestPendingResponse)

#include "tst_pendingresponse.moc"
