// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/hub/executionmemory.h"

#include <QTest>

using namespace Signalbox;

class tst_ExecutionMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nodeEventsGetTheRoomsUntilTheEnd_data();
    void nodeEventsGetTheRoomsUntilTheEnd();
    void onlyAStartThatNamesAnOwnerIsRemembered_data();
    void onlyAStartThatNamesAnOwnerIsRemembered();
    void impliedGlobalGivesWay();
    void impliedGlobalStaysWithoutMemory();
    void explicitGlobalStays();
    void eachRoomOnce();
    void eventsForOneUserGetNoRooms();
    void newStartReplacesTheOwner();
    void silentLongestIsForgottenFirst();
    void capacityIsKept();
    void capacityOfNothing();
};

namespace {

ScannedEvent eventOf(const QByteArray &type, const QByteArray &execution,
                     const QList<QByteArray> &rooms = {"workflow:w"},
                     const QList<QByteArray> &owners = {})
{
    ScannedEvent scanned;
    scanned.event.type = type;
    scanned.event.rooms = rooms + owners;
    scanned.executionId = execution;
    scanned.ownerRooms = owners;
    return scanned;
}

void start(ExecutionMemory &memory, const QByteArray &execution,
           const QList<QByteArray> &owners = {"bot:b"})
{
    ScannedEvent started = eventOf("execution_started", execution, {"workflow:w"}, owners);
    memory.apply(started);
}

QList<QByteArray> roomsOf(ExecutionMemory &memory, ScannedEvent scanned)
{
    memory.apply(scanned);
    return scanned.event.rooms;
}

} // namespace

void tst_ExecutionMemory::nodeEventsGetTheRoomsUntilTheEnd_data()
{
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("completed") << QByteArray("execution_completed");
    QTest::newRow("failed") << QByteArray("execution_failed");
}

void tst_ExecutionMemory::nodeEventsGetTheRoomsUntilTheEnd()
{
    QFETCH(QByteArray, end);
    ExecutionMemory memory(10);
    const QList<QByteArray> plain{"workflow:w"};
    const QList<QByteArray> extended{"workflow:w", "bot:b", "strategy:s"};

    QCOMPARE(roomsOf(memory, eventOf("node_started", "e")), plain);
    QCOMPARE(roomsOf(memory, eventOf("execution_started", "e", plain, {"bot:b", "strategy:s"})),
             extended);
    QCOMPARE(memory.size(), 1);
    QCOMPARE(roomsOf(memory, eventOf("node_started", "e")), extended);
    QCOMPARE(roomsOf(memory, eventOf("anything", "e")), extended);
    QCOMPARE(roomsOf(memory, eventOf("node_started", "other")), plain);
    QCOMPARE(roomsOf(memory, eventOf("node_started", {})), plain);
    QCOMPARE(roomsOf(memory, eventOf(end, "e")), extended);
    QCOMPARE(memory.size(), 0);
    QCOMPARE(roomsOf(memory, eventOf("node_started", "e")), plain);
}

void tst_ExecutionMemory::onlyAStartThatNamesAnOwnerIsRemembered_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("execution");
    QTest::addColumn<QList<QByteArray>>("owners");

    using List = QList<QByteArray>;
    QTest::newRow("other type") << QByteArray("node_started") << QByteArray("e") << List{"bot:b"};
    QTest::newRow("no execution") << QByteArray("execution_started") << QByteArray()
                                  << List{"bot:b"};
    QTest::newRow("no owner") << QByteArray("execution_started") << QByteArray("e") << List{};
    QTest::newRow("an end") << QByteArray("execution_completed") << QByteArray("e")
                            << List{"bot:b"};
}

void tst_ExecutionMemory::onlyAStartThatNamesAnOwnerIsRemembered()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, execution);
    QFETCH(QList<QByteArray>, owners);

    ExecutionMemory memory(10);
    ScannedEvent scanned = eventOf(type, execution, {"workflow:w"}, owners);
    memory.apply(scanned);
    QCOMPARE(memory.size(), 0);
    QCOMPARE(roomsOf(memory, eventOf("node_started", "e")), QList<QByteArray>{"workflow:w"});
}

void tst_ExecutionMemory::impliedGlobalGivesWay()
{
    ExecutionMemory memory(10);
    start(memory, "e");
    ScannedEvent scanned = eventOf("node_started", "e", {"global"});
    scanned.roomsAreImplied = true;
    QCOMPARE(roomsOf(memory, scanned), QList<QByteArray>{"bot:b"});
}

void tst_ExecutionMemory::impliedGlobalStaysWithoutMemory()
{
    ExecutionMemory memory(10);
    ScannedEvent scanned = eventOf("node_started", "e", {"global"});
    scanned.roomsAreImplied = true;
    QCOMPARE(roomsOf(memory, scanned), QList<QByteArray>{"global"});
}

void tst_ExecutionMemory::explicitGlobalStays()
{
    ExecutionMemory memory(10);
    start(memory, "e");
    QCOMPARE(roomsOf(memory, eventOf("node_started", "e", {"global"})),
             (QList<QByteArray>{"global", "bot:b"}));
}

void tst_ExecutionMemory::eachRoomOnce()
{
    ExecutionMemory memory(10);
    start(memory, "e", {"bot:b", "strategy:s"});
    QCOMPARE(roomsOf(memory, eventOf("node_started", "e", {"strategy:s", "workflow:w"})),
             (QList<QByteArray>{"strategy:s", "workflow:w", "bot:b"}));
}

void tst_ExecutionMemory::eventsForOneUserGetNoRooms()
{
    ExecutionMemory memory(10);
    start(memory, "e");
    ScannedEvent scanned = eventOf("node_started", "e", {"user:u"});
    scanned.event.user = "u";
    QCOMPARE(roomsOf(memory, scanned), QList<QByteArray>{"user:u"});

    ScannedEvent end = eventOf("execution_completed", "e", {"user:u"});
    end.event.user = "u";
    QCOMPARE(roomsOf(memory, end), QList<QByteArray>{"user:u"});
    QCOMPARE(memory.size(), 0);
}

void tst_ExecutionMemory::newStartReplacesTheOwner()
{
    ExecutionMemory memory(10);
    start(memory, "e", {"bot:b"});
    start(memory, "e", {"strategy:s"});
    QCOMPARE(memory.size(), 1);
    QCOMPARE(roomsOf(memory, eventOf("node_started", "e", {"workflow:w"})),
             (QList<QByteArray>{"workflow:w", "strategy:s"}));
}

void tst_ExecutionMemory::silentLongestIsForgottenFirst()
{
    ExecutionMemory memory(2);
    start(memory, "first");
    start(memory, "second");
    roomsOf(memory, eventOf("node_started", "first")); // now "second" is the silent one
    start(memory, "third");
    QCOMPARE(memory.size(), 2);
    QCOMPARE(roomsOf(memory, eventOf("node_started", "second")).size(), 1);
    QCOMPARE(roomsOf(memory, eventOf("node_started", "first")).size(), 2);
    QCOMPARE(roomsOf(memory, eventOf("node_started", "third")).size(), 2);
}

void tst_ExecutionMemory::capacityIsKept()
{
    ExecutionMemory memory(100);
    for (int i = 0; i < 10'000; ++i) {
        start(memory, QByteArray::number(i));
        QVERIFY(memory.size() <= 100);
    }
    for (int i = 0; i < 10'000; ++i) {
        QCOMPARE(roomsOf(memory, eventOf("execution_completed", QByteArray::number(i))).size(),
                 i < 9'900 ? 1 : 2);
    }
    QCOMPARE(memory.size(), 0);
}

void tst_ExecutionMemory::capacityOfNothing()
{
    ExecutionMemory memory(0);
    start(memory, "e");
    QCOMPARE(memory.size(), 0);
    QCOMPARE(roomsOf(memory, eventOf("node_started", "e")), QList<QByteArray>{"workflow:w"});
}

QTEST_APPLESS_MAIN(tst_ExecutionMemory)
#include "tst_executionmemory.moc"
