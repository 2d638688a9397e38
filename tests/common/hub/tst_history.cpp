// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/hub/history.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <iterator>

using namespace Signalbox;

class tst_History : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recentIsOldestFirst();
    void recentHonoursTheLimit_data();
    void recentHonoursTheLimit();
    void since_data();
    void since();
    void sinceInARoomThatNeverWas();
    void droppedRoomIsNotRecovered();
    void recreatedRoomRemembersThatItWasDropped();
    void idlestRoomIsDroppedFirst();
    void busyRoomLosesItsOldestWhenAlone();
    void sharedEventCountsOnce();
    void oversizeEventDropsItsRooms();
    void keepingNoneNeverClaimsRecovery();
    void endlessRoomNamesAreBounded();
    void infoAndRooms();
    void walksThroughAllRooms();
    void walkWhileRoomsChange();
    void tellsOfDroppedRooms();
    void agreesWithAModel_data();
    void agreesWithAModel();
};

namespace {

constexpr quint64 Epoch = 7;
constexpr qint64 Plenty = 1 << 30;

Event eventAt(quint64 offset, const QList<QByteArray> &rooms, qsizetype bodyBytes = 10)
{
    Event event;
    event.id = {Epoch, offset};
    event.type = "t";
    event.timestamp = "1";
    event.rooms = rooms;
    event.body = '{' + QByteArray(bodyBytes, ' ') + '}';
    return event;
}

QList<quint64> offsetsOf(const Replay &replay)
{
    QList<quint64> offsets;
    for (const Event &event : replay.events)
        offsets.append(event.id.offset);
    return offsets;
}

using Offsets = QList<quint64>;

} // namespace

void tst_History::recentIsOldestFirst()
{
    History history(Epoch, 3, Plenty);
    for (quint64 offset = 1; offset <= 5; ++offset)
        history.append(eventAt(offset, {offset == 2 ? "bot:b" : "global"}));
    QCOMPARE(offsetsOf(history.recent("global")), (Offsets{3, 4, 5}));
    QCOMPARE(offsetsOf(history.recent("bot:b")), Offsets{2});
    QCOMPARE(offsetsOf(history.recent("bot:c")), Offsets{});
    QCOMPARE(history.retained(), 4);
}

void tst_History::recentHonoursTheLimit_data()
{
    QTest::addColumn<qsizetype>("limit");
    QTest::addColumn<Offsets>("offsets");

    QTest::newRow("none") << qsizetype(-1) << Offsets{1, 2, 3};
    QTest::newRow("zero") << qsizetype(0) << Offsets{};
    QTest::newRow("the newest") << qsizetype(2) << Offsets{2, 3};
    QTest::newRow("all") << qsizetype(3) << Offsets{1, 2, 3};
    QTest::newRow("more") << qsizetype(4) << Offsets{1, 2, 3};
}

void tst_History::recentHonoursTheLimit()
{
    QFETCH(qsizetype, limit);
    QFETCH(Offsets, offsets);
    History history(Epoch, 10, Plenty);
    for (quint64 offset = 1; offset <= 3; ++offset)
        history.append(eventAt(offset, {"global"}));
    QCOMPARE(offsetsOf(history.recent("global", limit)), offsets);
}

void tst_History::since_data()
{
    QTest::addColumn<quint64>("epoch");
    QTest::addColumn<quint64>("offset");
    QTest::addColumn<Offsets>("offsets");
    QTest::addColumn<bool>("recovered");

    // The room had 2, 4, 6, 8 and keeps three; others have the odd ones up to 9.
    const auto row = [](const char *name, quint64 epoch, quint64 offset, const Offsets &offsets,
                        bool recovered) {
        QTest::newRow(name) << epoch << offset << offsets << recovered;
    };
    row("last of all", Epoch, 9, {}, true);
    row("last of the room", Epoch, 8, {}, true);
    row("between", Epoch, 5, {6, 8}, true);
    row("a retained one", Epoch, 4, {6, 8}, true);
    row("just before the retained", Epoch, 3, {4, 6, 8}, true);
    row("the evicted one", Epoch, 2, {4, 6, 8}, true);
    row("before the evicted", Epoch, 1, {4, 6, 8}, false);
    row("from the start", Epoch, 0, {4, 6, 8}, false);
    row("the future", Epoch, 10, {4, 6, 8}, false);
    row("earlier epoch", Epoch - 1, 8, {4, 6, 8}, false);
    row("later epoch", Epoch + 1, 8, {4, 6, 8}, false);
}

void tst_History::since()
{
    QFETCH(quint64, epoch);
    QFETCH(quint64, offset);
    QFETCH(Offsets, offsets);
    QFETCH(bool, recovered);

    History history(Epoch, 3, Plenty);
    for (quint64 i = 1; i <= 9; ++i)
        history.append(eventAt(i, {i % 2 ? "global" : "bot:b"}));
    const Replay replay = history.since("bot:b", {epoch, offset});
    QCOMPARE(offsetsOf(replay), offsets);
    QCOMPARE(replay.recovered, recovered);
}

void tst_History::sinceInARoomThatNeverWas()
{
    History history(Epoch, 3, Plenty);
    QVERIFY(history.since("bot:b", {Epoch, 0}).recovered);
    history.append(eventAt(1, {"global"}));
    QVERIFY(history.since("bot:b", {Epoch, 0}).recovered);
    QVERIFY(history.since("bot:b", {Epoch, 1}).recovered);
    QVERIFY(!history.since("bot:b", {Epoch, 2}).recovered);
    QVERIFY(!history.since("bot:b", {Epoch + 1, 0}).recovered);
}

void tst_History::droppedRoomIsNotRecovered()
{
    History history(Epoch, 100, 6000);
    history.append(eventAt(1, {"bot:a"}, 3000));
    history.append(eventAt(2, {"bot:b"}, 3000));
    QCOMPARE(history.recent("bot:a").events.size(), 0);
    QVERIFY(!history.since("bot:a", {Epoch, 0}).recovered);
    QVERIFY(history.since("bot:a", {Epoch, 1}).recovered);
    QVERIFY(history.since("bot:b", {Epoch, 0}).recovered);
    QVERIFY(history.bytes() <= 6000);
}

void tst_History::recreatedRoomRemembersThatItWasDropped()
{
    History history(Epoch, 100, 6000);
    history.append(eventAt(1, {"bot:a"}, 3000));
    history.append(eventAt(2, {"bot:b"}, 3000));
    history.append(eventAt(3, {"bot:a"}));
    const Replay replay = history.since("bot:a", {Epoch, 0});
    QCOMPARE(offsetsOf(replay), Offsets{3});
    QVERIFY(!replay.recovered);
    QVERIFY(history.since("bot:a", {Epoch, 1}).recovered);
}

void tst_History::idlestRoomIsDroppedFirst()
{
    History history(Epoch, 100, 12'000);
    history.append(eventAt(1, {"bot:a"}, 3000));
    history.append(eventAt(2, {"bot:b"}, 3000));
    history.append(eventAt(3, {"bot:a"}, 100)); // now b is the idlest
    history.append(eventAt(4, {"bot:c"}, 4000));
    QCOMPARE(offsetsOf(history.recent("bot:a")), (Offsets{1, 3}));
    QCOMPARE(offsetsOf(history.recent("bot:b")), Offsets{});
    QCOMPARE(offsetsOf(history.recent("bot:c")), Offsets{4});
}

void tst_History::busyRoomLosesItsOldestWhenAlone()
{
    History history(Epoch, 100, 10'000);
    for (quint64 offset = 1; offset <= 9; ++offset) {
        history.append(eventAt(offset, {"bot:a", "bot:b"}, 3000));
        QVERIFY(history.bytes() <= 10'000);
    }
    for (const char *room : {"bot:a", "bot:b"})
        QCOMPARE(history.recent(room).events.last().id.offset, quint64(9));
    QVERIFY(history.recent("bot:b").events.size() >= 2);
    QVERIFY(!history.since("bot:a", {Epoch, 5}).recovered);
}

void tst_History::sharedEventCountsOnce()
{
    History one(Epoch, 1, Plenty);
    one.append(eventAt(1, {"bot:a"}, 100'000));
    History three(Epoch, 1, Plenty);
    three.append(eventAt(1, {"bot:a", "bot:b", "bot:c"}, 100'000));
    QCOMPARE(three.retained(), 3);
    QVERIFY(three.bytes() < one.bytes() + 5000);

    three.append(eventAt(2, {"bot:a", "bot:b"}));
    QVERIFY(three.bytes() > 100'000); // c still holds it
    three.append(eventAt(3, {"bot:c"}));
    QVERIFY(three.bytes() < 5000);
}

void tst_History::oversizeEventDropsItsRooms()
{
    History history(Epoch, 100, 5000);
    history.append(eventAt(1, {"bot:a"}));
    history.append(eventAt(2, {"bot:b"}));
    history.append(eventAt(3, {"bot:a", "bot:c"}, 10'000));
    QVERIFY(history.bytes() <= 5000);
    QCOMPARE(offsetsOf(history.recent("bot:a")), Offsets{});
    QVERIFY(!history.since("bot:a", {Epoch, 1}).recovered);
    QVERIFY(!history.since("bot:c", {Epoch, 2}).recovered);
    QVERIFY(history.since("bot:c", {Epoch, 3}).recovered);
    QCOMPARE(offsetsOf(history.since("bot:b", {Epoch, 0})), Offsets{2});
    QVERIFY(history.since("bot:b", {Epoch, 0}).recovered);

    history.append(eventAt(4, {"bot:b"}, 10'000));
    QCOMPARE(history.bytes(), 0);
    QCOMPARE(history.retained(), 0);
    QCOMPARE(history.rooms().size(), 0);
}

void tst_History::keepingNoneNeverClaimsRecovery()
{
    History history(Epoch, 0, Plenty);
    QVERIFY(history.since("bot:a", {Epoch, 0}).recovered);
    history.append(eventAt(1, {"bot:a"}));
    history.append(eventAt(2, {"bot:b"}));
    QCOMPARE(history.bytes(), 0);
    QCOMPARE(history.retained(), 0);
    QVERIFY(history.recent("bot:a").events.isEmpty());
    QVERIFY(!history.since("bot:a", {Epoch, 0}).recovered);
    QVERIFY(!history.since("bot:b", {Epoch, 1}).recovered);
    QVERIFY(history.since("bot:b", {Epoch, 2}).recovered);
}

void tst_History::endlessRoomNamesAreBounded()
{
    constexpr qint64 MaxBytes = 1'000'000;
    History history(Epoch, 100, MaxBytes);
    for (quint64 offset = 1; offset <= 100'000; ++offset) {
        history.append(eventAt(offset, {"workflow:" + QByteArray::number(offset)}, 0));
        QVERIFY(history.bytes() <= MaxBytes);
    }
    // A room with one tiny event takes several hundred bytes, whatever its event's size.
    QVERIFY(history.rooms().size() <= MaxBytes / 500);
    QVERIFY(history.rooms().size() >= MaxBytes / 2000);
}

void tst_History::infoAndRooms()
{
    History history(Epoch, 2, Plenty);
    history.append(eventAt(1, {"bot:a", "bot:b"}));
    history.append(eventAt(2, {"bot:a"}));
    history.append(eventAt(3, {"bot:a"}));

    const RoomHistoryInfo a = history.info("bot:a");
    QCOMPARE(a.room, QByteArray("bot:a"));
    QCOMPARE(a.retained, 2);
    QCOMPARE(a.lastEvent, (EventId{Epoch, 3}));
    QCOMPARE(history.info("bot:x").retained, 0);
    QCOMPARE(history.info("bot:x").lastEvent, EventId());

    const QList<RoomHistoryInfo> rooms = history.rooms();
    QCOMPARE(rooms.size(), 2);
    QCOMPARE(rooms.first().room, QByteArray("bot:a"));
    QCOMPARE(rooms.last().room, QByteArray("bot:b"));
    QCOMPARE(rooms.last().retained, 1);
}

void tst_History::walksThroughAllRooms()
{
    History history(Epoch, 100, Plenty);
    QVERIFY(history.walk(10).isEmpty()); // none was started
    history.startWalk();
    QVERIFY(history.walk(10).isEmpty()); // there are none
    for (quint64 i = 1; i <= 25; ++i)
        history.append(eventAt(i, {"bot:" + QByteArray::number(i)}));
    for (int round = 0; round < 2; ++round) {
        history.startWalk();
        QCOMPARE(history.walk(10).size(), qsizetype(10));
        const QList<RoomHistoryInfo> more = history.walk(10);
        QCOMPARE(more.size(), qsizetype(10));
        QCOMPARE(more.constFirst().room, QByteArray("bot:11"));
        QCOMPARE(more.constFirst().retained, qsizetype(1));
        QCOMPARE(history.walk(10).size(), qsizetype(5));
        QVERIFY(history.walk(10).isEmpty());
    }
}

void tst_History::walkWhileRoomsChange()
{
    History history(Epoch, 100, 20'000);
    quint64 offset = 0;
    for (int i = 0; i < 30; ++i)
        history.append(eventAt(++offset, {"bot:" + QByteArray::number(i)}));
    QSet<QByteArray> untouched;
    for (const RoomHistoryInfo &info : history.rooms())
        untouched.insert(info.room);
    history.startWalk();
    QSet<QByteArray> walked;
    // Rooms get events or are dropped ahead of the walk, behind it, and where it is.
    for (int i = 0;; ++i) {
        const QList<RoomHistoryInfo> some = history.walk(1);
        if (some.isEmpty())
            break;
        walked.insert(some.constFirst().room);
        const QByteArray name = "bot:" + QByteArray::number((i * 7) % 30);
        history.append(eventAt(++offset, {name}, i % 3 == 0 ? 2000 : 10));
        untouched.remove(name);
        QSet<QByteArray> there;
        for (const RoomHistoryInfo &info : history.rooms())
            there.insert(info.room);
        untouched.intersect(there);
        QVERIFY(i < 100);
    }
    QVERIFY(walked.contains(untouched));
}

void tst_History::tellsOfDroppedRooms()
{
    History history(Epoch, 100, 5000);
    QByteArrayList dropped;
    history.setDropHandler([&](const QByteArray &room) { dropped.append(room); });
    history.append(eventAt(1, {"bot:1"}, 1000));
    history.append(eventAt(2, {"bot:2"}, 1000));
    QVERIFY(dropped.isEmpty());
    history.append(eventAt(3, {"bot:3"}, 3000));
    QVERIFY(dropped.startsWith("bot:1"));
    QCOMPARE(history.info("bot:1").retained, qsizetype(0));
}

void tst_History::agreesWithAModel_data()
{
    QTest::addColumn<qsizetype>("maxPerRoom");
    QTest::addColumn<qint64>("maxBytes");
    QTest::addColumn<bool>("isExact"); // no room is ever dropped whole

    QTest::newRow("memory for all") << qsizetype(1000) << Plenty << true;
    QTest::newRow("few per room") << qsizetype(5) << Plenty << true;
    QTest::newRow("one per room") << qsizetype(1) << Plenty << true;
    QTest::newRow("little memory") << qsizetype(20) << qint64(20'000) << false;
    QTest::newRow("hardly any memory") << qsizetype(20) << qint64(3'000) << false;
    QTest::newRow("no memory") << qsizetype(20) << qint64(0) << false;
    QTest::newRow("none per room") << qsizetype(0) << Plenty << false;
}

void tst_History::agreesWithAModel()
{
    QFETCH(qsizetype, maxPerRoom);
    QFETCH(qint64, maxBytes);
    QFETCH(bool, isExact);

    constexpr int Rooms = 15;
    QRandomGenerator random(20240229);
    QList<QByteArray> names;
    for (int i = 0; i < Rooms; ++i)
        names.append("bot:" + QByteArray::number(i));

    History history(Epoch, maxPerRoom, maxBytes);
    QHash<QByteArray, Offsets> published; // the model: everything, for ever
    int recoveries = 0;
    for (quint64 offset = 1; offset <= 2000; ++offset) {
        QList<QByteArray> rooms;
        for (int i = 0; i < 1 + random.bounded(3); ++i) {
            // Low numbers are busy, high ones mostly idle.
            const QByteArray &name = names.at(random.bounded(1 + random.bounded(Rooms)));
            if (!rooms.contains(name))
                rooms.append(name);
        }
        const qsizetype bodyBytes = random.bounded(50) == 0 ? 5000 : random.bounded(300);
        history.append(eventAt(offset, rooms, bodyBytes));
        for (const QByteArray &room : std::as_const(rooms))
            published[room].append(offset);
        QVERIFY(history.bytes() >= 0 && history.bytes() <= maxBytes);

        const QByteArray &room = names.at(random.bounded(Rooms));
        const quint64 since =
            offset < 30 ? random.bounded(int(offset) + 1) : offset - quint64(random.bounded(30));
        const Offsets &all = published[room];
        const Offsets retained = offsetsOf(history.recent(room));
        QVERIFY(retained.size() <= maxPerRoom);
        QCOMPARE(retained, all.last(retained.size())); // a suffix: no hole
        const auto isAfter = [since](quint64 one) { return one > since; };
        Offsets missed;
        std::copy_if(all.cbegin(), all.cend(), std::back_inserter(missed), isAfter);
        Offsets expected;
        std::copy_if(retained.cbegin(), retained.cend(), std::back_inserter(expected), isAfter);

        const Replay replay = history.since(room, {Epoch, since});
        QCOMPARE(offsetsOf(replay), expected);
        if (replay.recovered)
            QCOMPARE(expected, missed);
        if (isExact)
            QCOMPARE(replay.recovered, expected == missed);
        recoveries += replay.recovered && !missed.isEmpty();
    }
    if (maxPerRoom > 0 && maxBytes > 5000)
        QVERIFY(recoveries > 100); // it does not just refuse

    qsizetype total = 0;
    for (const RoomHistoryInfo &info : history.rooms()) {
        QCOMPARE(info.retained, history.recent(info.room).events.size());
        QCOMPARE(info.lastEvent.offset, published[info.room].last());
        total += info.retained;
    }
    QCOMPARE(history.retained(), total);
}

QTEST_APPLESS_MAIN(tst_History)
#include "tst_history.moc"
