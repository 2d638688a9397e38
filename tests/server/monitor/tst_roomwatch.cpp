// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/monitor/roomwatch.h"

#include "tests/server/dialects/dialectclient.h"
#include "tests/server/dialects/dialectworld.h"

#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;

namespace {

struct Known
{
    explicit Known(DialectWorld &world)
        : watch(world.hub, {&world.workflow, &world.rooms, &world.plain})
    { }

    void apply(const RoomChanges &changes)
    {
        if (changes.isReset)
            rooms.clear();
        resets += changes.isReset;
        largest = std::max(largest, changes.changed.size() + changes.gone.size());
        for (const RoomInfo &room : changes.changed)
            rooms.insert(room.name, room);
        for (const QByteArray &name : changes.gone)
            isSane &= rooms.remove(name);
        told += changes.changed.size();
    }
    /// As many batches as come one after the other, and those of a whole round.
    void takeAll()
    {
        for (int quiet = 0; quiet <= RoomWatch::BatchesPerRound;) {
            const auto changes = watch.take();
            quiet = changes ? 0 : quiet + 1;
            if (changes)
                apply(*changes);
        }
    }

    RoomWatch watch;
    QHash<QByteArray, RoomInfo> rooms;
    qsizetype largest = 0;
    qsizetype told = 0;
    int resets = 0;
    bool isSane = true;
};

} // namespace

class tst_RoomWatch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingYet();
    void manyInSlices();
    void changesWhileItBegins();
    void evictedRoomsGo();
    void onlyChangesAreTold();
    void typesAreNoRooms();
    void withoutHistory();
    void tooMuchBeginsAgain();
};

void tst_RoomWatch::nothingYet()
{
    DialectWorld world;
    Known known(world);
    known.takeAll();
    QCOMPARE(known.resets, 1);
    QVERIFY(known.rooms.isEmpty());
}

void tst_RoomWatch::manyInSlices()
{
    DialectWorld world;
    for (int i = 0; i < 20'000; ++i)
        world.publish("{\"type\":\"a\",\"bot_id\":" + QByteArray::number(i) + '}');
    Known known(world);
    known.takeAll();
    QCOMPARE(known.rooms.size(), qsizetype(20'000));
    QVERIFY(known.largest <= RoomWatch::MaxPerBatch + 100);
    QCOMPARE(known.resets, 1);
    QCOMPARE(known.told, qsizetype(20'000));
    QCOMPARE(known.rooms.value("bot:7").retained, qint64(1));
}

void tst_RoomWatch::changesWhileItBegins()
{
    DialectWorld world;
    for (int i = 0; i < 5000; ++i)
        world.publish("{\"type\":\"a\",\"bot_id\":" + QByteArray::number(i) + '}');
    Known known(world);
    known.apply(*known.watch.take());
    for (int i = 0; i < 5010; i += 10) // some of which were told, some not
        world.publish("{\"type\":\"b\",\"bot_id\":" + QByteArray::number(i) + '}');
    known.takeAll();
    QCOMPARE(known.rooms.size(), qsizetype(5001));
    for (int i = 0; i < 5000; ++i) {
        const RoomInfo room = known.rooms.value("bot:" + QByteArray::number(i));
        QCOMPARE(room.retained, qint64(i % 10 == 0 ? 2 : 1));
        QCOMPARE(room.events, quint64(i % 10 == 0 ? 1 : 0));
    }
}

void tst_RoomWatch::evictedRoomsGo()
{
    WorldOptions options;
    options.hub.maxHistoryBytes = 20'000;
    DialectWorld world(options);
    Known known(world);
    for (int i = 0; i < 500; ++i) {
        world.publish("{\"type\":\"a\",\"bot_id\":" + QByteArray::number(i) + '}');
        if (i % 20 == 0)
            known.takeAll();
    }
    known.takeAll();
    QVERIFY(known.isSane);
    QCOMPARE(known.rooms.size(), world.hub.history().rooms().size());
    QVERIFY(known.rooms.size() < 100);
    QVERIFY(known.rooms.contains("bot:499"));
}

void tst_RoomWatch::onlyChangesAreTold()
{
    DialectWorld world;
    for (int i = 0; i < 100; ++i)
        world.publish("{\"type\":\"a\",\"bot_id\":" + QByteArray::number(i) + '}');
    Known known(world);
    known.takeAll();
    QCOMPARE(known.told, qsizetype(100));
    for (int i = 0; i < 50; ++i)
        world.publish("{\"type\":\"a\",\"bot_id\":3}");
    known.takeAll();
    QCOMPARE(known.told, qsizetype(101));
    QCOMPARE(known.rooms.value("bot:3").events, quint64(50));
}

void tst_RoomWatch::typesAreNoRooms()
{
    DialectWorld world;
    Known known(world);
    DialectClient client(world.port(), Family::Plain, world.tokenOf("ann"));
    QVERIFY(client.awaits(1));
    known.takeAll();
    QCOMPARE(known.rooms.keys(), QList<QByteArray>{"user:ann"});
    QCOMPARE(known.rooms.value("user:ann").members, qint64(1));
    client.hangUp();
    EVENTUALLY_EQUAL(world.registry.count(), qsizetype(0));
    known.takeAll();
    QVERIFY(known.rooms.isEmpty() && known.isSane);
}

void tst_RoomWatch::withoutHistory()
{
    WorldOptions options;
    options.hub.maxRecentEvents = 0;
    DialectWorld world(options);
    Known known(world);
    for (int i = 0; i < 100; ++i)
        world.publish("{\"type\":\"a\",\"bot_id\":" + QByteArray::number(i) + '}');
    known.takeAll();
    QVERIFY(known.rooms.isEmpty());
}

void tst_RoomWatch::tooMuchBeginsAgain()
{
    WorldOptions options;
    options.hub.maxRecentEvents = 0;
    DialectWorld world(options);
    Known known(world);
    known.takeAll();
    for (qsizetype i = 0; i <= RoomWatch::MaxChanged; i += 1000) {
        QByteArray batch = "[";
        for (qsizetype j = i; j < i + 1000; ++j)
            batch += (j > i ? "," : "") + QByteArray("{\"type\":\"a\",\"bot_id\":")
                + QByteArray::number(j) + '}';
        world.publish(batch + ']');
    }
    known.takeAll();
    QCOMPARE(known.resets, 2);
    QVERIFY(known.rooms.isEmpty());
}

SIGNALBOX_EPOLL_TEST_MAIN(tst_RoomWatch)
#include "tst_roomwatch.moc"
