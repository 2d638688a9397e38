// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/hub/event.h"

#include <QTest>

#include <limits>

using namespace Signalbox;

class tst_Event : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idFromText_data();
    void idFromText();
    void idsAreOrdered();
    void isValidEventType_data();
    void isValidEventType();
    void isReservedEventType_data();
    void isReservedEventType();
    void flat_data();
    void flat();
    void appendTo();
    void costCoversTheBytes();
};

void tst_Event::idFromText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isValid");
    QTest::addColumn<quint64>("epoch");
    QTest::addColumn<quint64>("offset");

    constexpr quint64 Max = std::numeric_limits<quint64>::max();
    const quint64 none = 0;
    QTest::newRow("zeros") << QByteArray("0:0") << true << none << none;
    QTest::newRow("plain") << QByteArray("1700:42") << true << quint64(1700) << quint64(42);
    QTest::newRow("largest") << QByteArray("18446744073709551615:18446744073709551615") << true
                             << Max << Max;
    const QList<QByteArray> invalid{"",
                                    ":",
                                    "1",
                                    "1:",
                                    ":1",
                                    "1:2:3",
                                    "-1:2",
                                    "1:-2",
                                    "+1:2",
                                    "1:+2",
                                    " 1:2",
                                    "1:2 ",
                                    "1: 2",
                                    "1:0x2",
                                    "1.0:2",
                                    "1:2e3",
                                    "18446744073709551616:1",
                                    "1:18446744073709551616",
                                    "1:99999999999999999999999999"};
    for (const QByteArray &text : invalid)
        QTest::addRow("\"%s\"", text.constData()) << text << false << none << none;
    QTest::newRow("NUL") << QByteArray("1:2\0", 4) << false << none << none;
}

void tst_Event::idFromText()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isValid);
    QFETCH(quint64, epoch);
    QFETCH(quint64, offset);

    const std::optional<EventId> id = EventId::fromText(text);
    QCOMPARE(id.has_value(), isValid);
    if (!isValid)
        return;
    QCOMPARE(id->epoch, epoch);
    QCOMPARE(id->offset, offset);
    QCOMPARE(id->toText(), text);
}

void tst_Event::idsAreOrdered()
{
    QVERIFY((EventId{1, 9} < EventId{1, 10}));
    QVERIFY((EventId{1, 10} < EventId{2, 1}));
    QVERIFY((EventId{1, 1} == EventId{1, 1}));
}

void tst_Event::isValidEventType_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("isValid");

    QTest::newRow("word") << QByteArray("node_started") << true;
    QTest::newRow("all kinds of characters") << QByteArray("aZ09_.:-") << true;
    QTest::newRow("one byte") << QByteArray("x") << true;
    QTest::newRow("128 bytes") << QByteArray(128, 'x') << true;
    QTest::newRow("129 bytes") << QByteArray(129, 'x') << false;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("space") << QByteArray("a b") << false;
    QTest::newRow("quote") << QByteArray("a\"") << false;
    QTest::newRow("slash") << QByteArray("a/b") << false;
    QTest::newRow("asterisk") << QByteArray("a*") << false;
    QTest::newRow("UTF-8") << QByteArray("\xc3\xa9") << false;
    QTest::newRow("newline after") << QByteArray("a\n") << false;
    QTest::newRow("NUL") << QByteArray("a\0", 2) << false;
    QTest::newRow("before A") << QByteArray("@") << false;
    QTest::newRow("after Z") << QByteArray("[") << false;
    QTest::newRow("before a") << QByteArray("`") << false;
    QTest::newRow("after z") << QByteArray("{") << false;
}

void tst_Event::isValidEventType()
{
    QFETCH(QByteArray, type);
    QFETCH(bool, isValid);
    QCOMPARE(Signalbox::isValidEventType(type), isValid);
}

void tst_Event::isReservedEventType_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("isReserved");

    for (const char *type : {"connect",
                             "connect_error",
                             "disconnect",
                             "disconnecting",
                             "newListener",
                             "removeListener",
                             "__disconnect_final",
                             "connected",
                             "authenticate",
                             "auth_response",
                             "subscribe",
                             "subscribe_workflow",
                             "subscribe_bot",
                             "subscribe_strategy",
                             "subscribed",
                             "unsubscribe",
                             "unsubscribed",
                             "recent_events",
                             "workflow_event",
                             "error",
                             "emergency",
                             "connection_established",
                             "connection.established",
                             "connection.error",
                             "ping",
                             "pong",
                             "authenticated"}) {
        QTest::newRow(type) << QByteArray(type) << true;
    }
    for (const char *type : {"execution_started", "node_failed", "workflow.started",
                             "agent.connected", "agent.disconnected", "dashboard_update",
                             "notification", "message", "Connect", "connect_", "pin", "z", "_"}) {
        QTest::newRow(type) << QByteArray(type) << false;
    }
}

void tst_Event::isReservedEventType()
{
    QFETCH(QByteArray, type);
    QFETCH(bool, isReserved);
    QCOMPARE(Signalbox::isReservedEventType(type), isReserved);
}

void tst_Event::flat_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("flatMembers");
    QTest::addColumn<QByteArray>("flat");

    QTest::newRow("of the body") << QByteArray("{\"a\":1}") << QByteArray()
                                 << QByteArray("\"a\":1");
    QTest::newRow("given") << QByteArray("{\"type\":2,\"a\":1}") << QByteArray("\"a\":1")
                           << QByteArray("\"a\":1");
    QTest::newRow("nothing is left")
        << QByteArray("{\"type\":2}") << QByteArray("") << QByteArray();
    QTest::newRow("empty body") << QByteArray("{}") << QByteArray() << QByteArray();
    QTest::newRow("spaces only") << QByteArray("{ \r\n\t}") << QByteArray() << QByteArray();
    QTest::newRow("spaces around")
        << QByteArray("{ \"a\" : 1 }") << QByteArray() << QByteArray("\"a\" : 1");
    QTest::newRow("default event") << QByteArray() << QByteArray() << QByteArray();
}

void tst_Event::flat()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, flatMembers);
    QFETCH(QByteArray, flat);

    Event event;
    event.body = body;
    event.flatMembers = flatMembers;
    QCOMPARE(event.flat().toByteArray(), flat);
}

void tst_Event::appendTo()
{
    Event event;
    event.id = {1, 2};
    event.type = "a.b";
    event.timestamp = "1.50";
    event.body = "{ \"x\":1e0 }";
    QByteArray json = "[";
    event.appendTo(json);
    QCOMPARE(json,
             QByteArray("[{\"type\":\"a.b\",\"event_id\":\"1:2\",\"timestamp\":1.50,"
                        "\"data\":{ \"x\":1e0 }}"));
}

void tst_Event::costCoversTheBytes()
{
    Event event;
    const qsizetype empty = event.cost();
    QVERIFY(empty >= qsizetype(sizeof(Event)));
    event.body = QByteArray(1000, 'x');
    const qsizetype withBody = event.cost();
    QVERIFY(withBody >= empty + 1000);
    event.timestamp.reserve(500); // taken, though not used
    QVERIFY(event.cost() >= withBody + 500);
    event.rooms = {QByteArray(100, 'a'), QByteArray(100, 'b')};
    QVERIFY(event.cost() >= withBody + 200);
}

QTEST_APPLESS_MAIN(tst_Event)
#include "tst_event.moc"
