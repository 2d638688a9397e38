// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/publish/eventdraft.h"

#include "common/protocol/json.h"

#include <QTest>

using namespace Signalbox;

class TestEventDraft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrites_data();
    void readsWhatItWrites();
    void leavesOtherEventsAlone_data();
    void leavesOtherEventsAlone();
    void keepsTheBody();
    void staysSound();
};

void TestEventDraft::readsWhatItWrites_data()
{
    QTest::addColumn<QByteArray>("json");

    QTest::newRow("type alone") << QByteArray(R"({"type": "a"})");
    QTest::newRow("body") << QByteArray(R"({"type": "a", "data": {"n": 1.50}})");
    QTest::newRow("rooms") << QByteArray(
        R"({"type": "a", "rooms": ["project:1", "user:é"], "data": []})");
    QTest::newRow("user") << QByteArray(R"({"type": "a", "user": "o\"neil"})");
    QTest::newRow("no type yet") << QByteArray(R"({"type": "", "rooms": ["global"]})");
}

void TestEventDraft::readsWhatItWrites()
{
    QFETCH(const QByteArray, json);
    const auto draft = EventDraft::fromJson(json);
    QVERIFY(draft.has_value());
    QCOMPARE(draft->toJson(), json);
}

void TestEventDraft::leavesOtherEventsAlone_data()
{
    QTest::addColumn<QByteArray>("json");

    QTest::newRow("array") << QByteArray(R"([{"type":"a"}])");
    QTest::newRow("no JSON") << QByteArray(R"({"type":)");
    QTest::newRow("flat body") << QByteArray(R"({"type":"a","n":1})");
    QTest::newRow("timestamp") << QByteArray(R"({"type":"a","timestamp":1})");
    QTest::newRow("rooms and user") << QByteArray(R"({"type":"a","rooms":["global"],"user":"b"})");
    QTest::newRow("rooms of another kind") << QByteArray(R"({"type":"a","rooms":[1]})");
    QTest::newRow("rooms as a string") << QByteArray(R"({"type":"a","rooms":"global"})");
    QTest::newRow("user as a number") << QByteArray(R"({"type":"a","user":7})");
    QTest::newRow("comma in a room") << QByteArray(R"({"type":"a","rooms":["project:a,b"]})");
}

void TestEventDraft::leavesOtherEventsAlone()
{
    QFETCH(const QByteArray, json);
    QVERIFY(!EventDraft::fromJson(json).has_value());
}

void TestEventDraft::keepsTheBody()
{
    EventDraft draft{.type = "a",
                     .target = EventDraft::Target::Ids,
                     .rooms = {},
                     .user = {},
                     .body = "\n{ \"n\" : 1e400 }\n"};
    const QByteArray json = draft.toJson();
    QCOMPARE(json.sliced(draft.bodyOffset(), draft.body.size()), draft.body);
    draft.body = "  ";
    QCOMPARE(draft.bodyOffset(), -1);
    QCOMPARE(draft.toJson(), QByteArray(R"({"type": "a"})"));
}

void TestEventDraft::staysSound()
{
    const EventDraft draft{.type = "a\"b\\",
                           .target = EventDraft::Target::Rooms,
                           .rooms = {"x\"y", "\n"},
                           .user = {},
                           .body = "{}"};
    QVERIFY(Json::check(draft.toJson()).has_value());
}

QTEST_APPLESS_MAIN(TestEventDraft)
#include "tst_eventdraft.moc"
