// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/workflowdialect.h"

#include "tests/server/dialects/workflowserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Signalbox;

class tst_WorkflowReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recent_data();
    void recent();
    void sinceAnEvent_data();
    void sinceAnEvent();
    void sinceAnEventThatIsGone();
    void acknowledgedBeforeTheReplay();
    void bytesAreKept();
    void largeRecentLeavesTheOldestOut();
    void largeSinceComesInPieces();
    void liveFollowsTheReplay_data();
    void liveFollowsTheReplay();
};

namespace {

struct Piece
{
    QList<int> numbers; ///< the `n` of the events
    QJsonObject rest; ///< without the events
    qsizetype size = 0; ///< of the packet
};

Piece pieceOf(const QByteArray &packet)
{
    Piece piece;
    piece.size = packet.size();
    const QJsonArray array = QJsonDocument::fromJson(packet.sliced(1)).array();
    if (array.at(0) != QJsonValue(QStringLiteral("recent_events")))
        return piece;
    piece.rest = array.at(1).toObject();
    const QJsonArray events = piece.rest.take(u"events").toArray();
    for (const QJsonValue &event : events)
        piece.numbers.append(event[u"n"].toInt());
    return piece;
}

int numberOf(const QByteArray &packet)
{
    return QJsonDocument::fromJson(packet.sliced(1)).array().at(1)[u"n"].toInt();
}

/// Publishes n = \a first ... \a last to bot 1. Returns their ids.
QByteArrayList publish(WorkflowServer &server, int first, int last, qsizetype padding = 0)
{
    QByteArrayList ids;
    for (int n = first; n <= last; ++n)
        ids.append(server.publish("{\"type\":\"t\",\"bot_id\":1,\"n\":" + QByteArray::number(n)
                                  + ",\"p\":\"" + QByteArray(padding, 'x') + "\"}"));
    return ids;
}

QByteArray subscribe(const QByteArray &since = {})
{
    return "2[\"subscribe_bot\",{\"bot_id\":1"
        + (since.isNull() ? QByteArray() : ",\"since\":\"" + since + '"') + "}]";
}

QList<int> range(int first, int last)
{
    QList<int> numbers;
    for (int n = first; n <= last; ++n)
        numbers.append(n);
    return numbers;
}

const QString Count = QStringLiteral("count");
const QString Recovered = QStringLiteral("recovered");
const QString More = QStringLiteral("more");

} // namespace

void tst_WorkflowReplay::recent_data()
{
    QTest::addColumn<int>("published");
    QTest::addColumn<QList<int>>("numbers");
    QTest::newRow("one") << 1 << range(1, 1);
    QTest::newRow("all") << 5 << range(1, 5);
    QTest::newRow("the last ones") << 12 << range(3, 12);
}

void tst_WorkflowReplay::recent()
{
    QFETCH(int, published);
    QFETCH(QList<int>, numbers);
    WorkflowServer server({}, {.maxRecentEvents = 10});
    publish(server, 1, published);
    TestClient client;
    QVERIFY(greet(client, server));
    client.send(subscribe());
    QVERIFY(client.text().startsWith("2[\"subscribed\""));
    const Piece piece = pieceOf(client.text());
    QCOMPARE(piece.numbers, numbers);
    QCOMPARE(piece.rest, (QJsonObject{{Count, numbers.size()}}));
}

void tst_WorkflowReplay::sinceAnEvent_data()
{
    QTest::addColumn<int>("since");
    QTest::addColumn<QList<int>>("numbers");
    QTest::addColumn<bool>("recovered");
    QTest::newRow("the last") << 12 << QList<int>{} << true;
    QTest::newRow("one before") << 11 << range(12, 12) << true;
    QTest::newRow("all that are kept") << 2 << range(3, 12) << true;
    QTest::newRow("one is missing") << 1 << range(3, 12) << false;
}

void tst_WorkflowReplay::sinceAnEvent()
{
    QFETCH(int, since);
    QFETCH(QList<int>, numbers);
    QFETCH(bool, recovered);
    WorkflowServer server({}, {.maxRecentEvents = 10});
    const QByteArrayList ids = publish(server, 1, 12);
    TestClient client;
    QVERIFY(greet(client, server));
    client.send(subscribe(ids.at(since - 1)));
    QVERIFY(client.text().startsWith("2[\"subscribed\""));
    const Piece piece = pieceOf(client.text());
    QCOMPARE(piece.numbers, numbers);
    QCOMPARE(piece.rest, (QJsonObject{{Count, numbers.size()}, {Recovered, recovered}}));
}

void tst_WorkflowReplay::sinceAnEventThatIsGone()
{
    WorkflowServer server;
    publish(server, 1, 2);
    TestClient client;
    QVERIFY(greet(client, server));
    client.send(subscribe("1:1")); // of another life of the server
    QVERIFY(client.text().startsWith("2[\"subscribed\""));
    const Piece piece = pieceOf(client.text());
    QCOMPARE(piece.numbers, range(1, 2));
    QCOMPARE(piece.rest.value(Recovered), QJsonValue(false));
}

void tst_WorkflowReplay::acknowledgedBeforeTheReplay()
{
    WorkflowServer server;
    publish(server, 1, 2);
    TestClient client;
    QVERIFY(greet(client, server));
    client.send("29[\"subscribe_bot\",{\"bot_id\":1}]");
    QVERIFY(client.text().startsWith("2[\"subscribed\""));
    QCOMPARE(client.text(), QByteArray("39[{\"type\":\"bot\",\"bot_id\":1}]"));
    QCOMPARE(pieceOf(client.text()).numbers, range(1, 2));
}

void tst_WorkflowReplay::bytesAreKept()
{
    WorkflowServer server;
    const QByteArray id = server.publish("{\"type\":\"t\",\"timestamp\":\"then\","
                                         "\"data\":{\"bot_id\":1,\"b\":1.0,\"a\":1e400}}");
    TestClient client;
    QVERIFY(greet(client, server));
    client.send(subscribe());
    QVERIFY(client.text().startsWith("2[\"subscribed\""));
    QCOMPARE(client.text(),
             "2[\"recent_events\",{\"events\":[{\"bot_id\":1,\"b\":1.0,\"a\":1e400,\"type\":\"t\","
             "\"event_id\":\""
                 + id + "\",\"timestamp\":\"then\"}],\"count\":1}]");
}

void tst_WorkflowReplay::largeRecentLeavesTheOldestOut()
{
    WorkflowServer server;
    publish(server, 1, 10, 100'000);
    TestClient client;
    QVERIFY(greet(client, server));
    client.send(subscribe());
    QVERIFY(client.text().startsWith("2[\"subscribed\""));
    const Piece piece = pieceOf(client.text());
    QCOMPARE(piece.numbers, range(6, 10));
    QCOMPARE(piece.rest, (QJsonObject{{Count, 5}}));
    QVERIFY(piece.size <= 512 * 1024);
    publish(server, 11, 11);
    QCOMPARE(numberOf(client.text()), 11);
}

void tst_WorkflowReplay::largeSinceComesInPieces()
{
    WorkflowServer server;
    const QByteArrayList ids = publish(server, 1, 31, 100'000);
    TestClient client;
    QVERIFY(greet(client, server));
    client.send(subscribe(ids.first()));
    QVERIFY(client.text().startsWith("2[\"subscribed\""));
    QList<int> numbers;
    for (int pieces = 1; pieces <= 6; ++pieces) {
        const Piece piece = pieceOf(client.text());
        QCOMPARE(piece.numbers.size(), 5);
        QVERIFY(piece.size <= 512 * 1024);
        QJsonObject rest{{Count, 5}, {Recovered, true}};
        if (pieces < 6)
            rest.insert(More, true);
        QCOMPARE(piece.rest, rest);
        numbers += piece.numbers;
    }
    QCOMPARE(numbers, range(2, 31));
    QVERIFY(!client.isClosed());
}

void tst_WorkflowReplay::liveFollowsTheReplay_data()
{
    QTest::addColumn<qint64>("queueBytes");
    QTest::newRow("default queue") << qint64(1024 * 1024);
    QTest::newRow("small queue") << qint64(256 * 1024);
}

void tst_WorkflowReplay::liveFollowsTheReplay()
{
    QFETCH(qint64, queueBytes);
    SocketIo::ServerOptions options;
    options.engine.queueBytes = queueBytes;
    WorkflowServer server({}, {}, options);
    const QByteArrayList ids = publish(server, 1, 60, 100'000);
    // Live events are published in the turns in which the replay is still on its way.
    int next = 61;
    server.server.of("/").on(
        "more",
        [&](SocketIo::Socket &, const SocketIo::Arguments &, const SocketIo::Acknowledge &) {
            publish(server, next, next);
            ++next;
        });
    TestClient client;
    QVERIFY(greet(client, server));
    client.send(subscribe(ids.first()));
    for (int i = 0; i < 40; ++i)
        client.send("2[\"more\"]");
    QVERIFY(client.text().startsWith("2[\"subscribed\""));
    QList<int> numbers;
    bool isLive = false;
    while (numbers.size() < 99) {
        const QByteArray packet = client.text();
        QVERIFY2(!packet.isEmpty(), qPrintable(QString::number(numbers.size())));
        const bool isReplay = packet.startsWith("2[\"recent_events\"");
        QVERIFY(!isReplay || !isLive);
        isLive = !isReplay;
        numbers += isReplay ? pieceOf(packet).numbers : QList<int>{numberOf(packet)};
    }
    QCOMPARE(numbers, range(2, 100));
    QVERIFY(!client.isClosed());
}

QTEST_GUILESS_MAIN(tst_WorkflowReplay)
#include "tst_workflowreplay.moc"
