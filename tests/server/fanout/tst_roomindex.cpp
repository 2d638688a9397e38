// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/fanout/roomindex.h"

#include <QMap>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Signalbox;

class tst_RoomIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joinAndLeave();
    void visitReachesEachOnce();
    void visitOfTheSameRoomTwice();
    void memberLeavesWhenDestroyed();
    void membersOutliveTheIndex();
    void leaveAllOfNobody();
    void observed();
    void walkReachesAllRooms();
    void agreesWithAModel_data();
    void agreesWithAModel();
};

namespace {

class Member final : public RoomMember
{
public:
    Member() = default;
    ~Member() = default;
};

using Rooms = QSet<QByteArray>;

Rooms toSet(const QList<QByteArray> &rooms)
{
    return {rooms.cbegin(), rooms.cend()};
}

QList<RoomMember *> reached(RoomIndex &index, const QList<QByteArray> &rooms)
{
    QList<RoomMember *> members;
    const qsizetype count =
        index.visit(rooms, [&](RoomMember &member, qsizetype) { members.append(&member); });
    return count == members.size() ? members : QList<RoomMember *>{nullptr};
}

} // namespace

void tst_RoomIndex::joinAndLeave()
{
    RoomIndex index;
    Member member;
    QVERIFY(index.join(member, "a"));
    QVERIFY(!index.join(member, "a"));
    QVERIFY(index.join(member, "b"));
    QCOMPARE(member.rooms(), (QList<QByteArray>{"a", "b"}));
    QCOMPARE(index.size(), qsizetype(2));
    QCOMPARE(index.memberCount("a"), qsizetype(1));
    QVERIFY(member.isIn("a"));
    QVERIFY(index.leave(member, "a"));
    QVERIFY(!index.leave(member, "a"));
    QVERIFY(!index.leave(member, "never"));
    QVERIFY(!member.isIn("a"));
    QCOMPARE(index.rooms(), QList<QByteArray>{"b"});
    QCOMPARE(index.memberCount("a"), qsizetype(0));
}

void tst_RoomIndex::visitReachesEachOnce()
{
    RoomIndex index;
    Member both;
    Member one;
    Member none;
    index.join(both, "a");
    index.join(both, "b");
    index.join(one, "b");
    index.join(none, "c");
    QCOMPARE(reached(index, {"a", "b", "nobody"}), (QList<RoomMember *>{&both, &one}));
    QCOMPARE(reached(index, {"b"}), (QList<RoomMember *>{&both, &one}));
    QCOMPARE(reached(index, {}), QList<RoomMember *>{});
    QCOMPARE(reached(index, {"nobody"}), QList<RoomMember *>{});
}

void tst_RoomIndex::visitOfTheSameRoomTwice()
{
    RoomIndex index;
    Member member;
    index.join(member, "a");
    QCOMPARE(reached(index, {"a", "a"}), QList<RoomMember *>{&member});
    QCOMPARE(reached(index, {"a"}), QList<RoomMember *>{&member});
}

void tst_RoomIndex::memberLeavesWhenDestroyed()
{
    RoomIndex index;
    Member stays;
    index.join(stays, "a");
    {
        Member goes;
        index.join(goes, "a");
        index.join(goes, "b");
        QCOMPARE(index.size(), qsizetype(3));
    }
    QCOMPARE(index.size(), qsizetype(1));
    QCOMPARE(index.rooms(), QList<QByteArray>{"a"});
    QCOMPARE(reached(index, {"a", "b"}), QList<RoomMember *>{&stays});
}

void tst_RoomIndex::membersOutliveTheIndex()
{
    auto index = std::make_unique<RoomIndex>();
    Member member;
    index->join(member, "a");
    index.reset();
    QCOMPARE(member.roomCount(), qsizetype(0));
    QVERIFY(!member.isIn("a"));

    RoomIndex other;
    QVERIFY(other.join(member, "a"));
}

void tst_RoomIndex::leaveAllOfNobody()
{
    RoomIndex index;
    Member member;
    index.leaveAll(member);
    index.join(member, "a");
    index.leaveAll(member);
    index.leaveAll(member);
    QCOMPARE(index.size(), qsizetype(0));
    QVERIFY(index.rooms().isEmpty());
}

void tst_RoomIndex::observed()
{
    struct Observer final : RoomObserver
    {
        void roomMembersChanged(const QByteArray &room) override { rooms.append(room); }
        QByteArrayList rooms;
    };
    Observer observer;
    RoomIndex index;
    Member a;
    Member b;
    index.setObserver(&observer);
    const quint64 rooms = index.roomsVersion();
    quint32 version = a.subscriptionVersion();
    index.join(a, "x");
    index.join(a, "x"); // is there
    QCOMPARE(observer.rooms, QByteArrayList{"x"});
    QVERIFY(a.subscriptionVersion() != std::exchange(version, a.subscriptionVersion()));
    index.join(b, "x");
    QCOMPARE(a.subscriptionVersion(), version);
    QCOMPARE(index.roomsVersion(), rooms + 1);
    index.leave(a, "x");
    QVERIFY(a.subscriptionVersion() != version);
    index.leaveAll(b);
    QCOMPARE(index.roomsVersion(), rooms + 2);
    QCOMPARE(observer.rooms, (QByteArrayList{"x", "x", "x", "x"}));
    index.setObserver(nullptr);
    index.join(a, "y");
    QCOMPARE(observer.rooms.size(), qsizetype(4));
}

void tst_RoomIndex::walkReachesAllRooms()
{
    RoomIndex index;
    std::vector<std::unique_ptr<Member>> members;
    const auto fill = [&](int from, int to) {
        for (int i = from; i < to; ++i) {
            members.push_back(std::make_unique<Member>());
            index.join(*members.back(), QByteArray::number(i));
        }
    };
    fill(0, 1000);
    RoomIndex::Walk walk;
    QSet<QByteArray> seen;
    const auto note = [&](const QByteArray &name) { seen.insert(name); };
    int steps = 1;
    for (; index.visitRooms(walk, 50, note); ++steps) {
        if (steps == 3) { // so many come that all are shuffled
            fill(1000, 20'000);
            QVERIFY(index.isVoid(walk));
        }
    }
    QVERIFY(!index.isVoid(walk));
    QCOMPARE(seen.size(), qsizetype(20'000));
    QVERIFY(steps > 100);
    RoomIndex empty;
    RoomIndex::Walk none;
    QVERIFY(!empty.visitRooms(none, 50, note));
}

void tst_RoomIndex::agreesWithAModel_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<int>("members");
    QTest::addColumn<int>("rooms");
    QTest::newRow("few members, many rooms") << 1U << 5 << 60;
    QTest::newRow("many members, few rooms") << 2U << 200 << 4;
    QTest::newRow("many of both") << 3U << 80 << 80;
}

void tst_RoomIndex::agreesWithAModel()
{
    QFETCH(quint32, seed);
    QFETCH(int, members);
    QFETCH(int, rooms);

    QRandomGenerator random(seed);
    RoomIndex index;
    QList<std::shared_ptr<Member>> all;
    QMap<Member *, Rooms> model;
    const auto add = [&] {
        all.append(std::make_shared<Member>());
        model.insert(all.last().get(), {});
    };
    while (all.size() < members)
        add();
    const auto anyRoom = [&] { return "room:" + QByteArray::number(random.bounded(rooms)); };

    for (int step = 0; step < 20'000; ++step) {
        const qsizetype place = random.bounded(int(all.size()));
        Member &member = *all.at(place);
        Rooms &expected = model[&member];
        const QByteArray room = anyRoom();
        const int action = random.bounded(100);
        if (action < 55) {
            QCOMPARE(index.join(member, room), !expected.contains(room));
            expected.insert(room);
        } else if (action < 85) {
            QCOMPARE(index.leave(member, room), expected.remove(room));
        } else if (action < 87) {
            index.leaveAll(member);
            expected.clear();
        } else if (action < 89) {
            model.remove(&member);
            all.removeAt(place);
            add();
            continue;
        } else {
            QList<QByteArray> names;
            for (int i = random.bounded(5); i >= 0; --i)
                names.append(anyRoom());
            QList<RoomMember *> wanted;
            for (auto it = model.cbegin(); it != model.cend(); ++it) {
                if (it->intersects(toSet(names)))
                    wanted.append(it.key());
            }
            QList<RoomMember *> got = reached(index, names);
            std::sort(got.begin(), got.end());
            std::sort(wanted.begin(), wanted.end());
            QCOMPARE(got, wanted);
            continue;
        }
        QCOMPARE(toSet(member.rooms()), expected);
        QCOMPARE(member.roomCount(), expected.size());
        QCOMPARE(member.isIn(room), expected.contains(room));
    }

    qsizetype size = 0;
    QMap<QByteArray, qsizetype> counts;
    for (const Rooms &names : std::as_const(model)) {
        size += names.size();
        for (const QByteArray &name : names)
            ++counts[name];
    }
    QCOMPARE(index.size(), size);
    QCOMPARE(toSet(index.rooms()), toSet(counts.keys()));
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        QCOMPARE(index.memberCount(it.key()), it.value());
    all.clear();
    QCOMPARE(index.size(), qsizetype(0));
}

QTEST_APPLESS_MAIN(tst_RoomIndex)
#include "tst_roomindex.moc"
