// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/fanout/replayqueue.h"

#include <QTest>

#include <algorithm>

using namespace Signalbox;

Q_DECLARE_METATYPE(Signalbox::ReplayQueue::Filter)

class tst_ReplayQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyAtFirst();
    void whatIsSmallGoesInOneMessage_data();
    void whatIsSmallGoesInOneMessage();
    void nothingToTell_data();
    void nothingToTell();
    void sinceIsCutIntoMessages_data();
    void sinceIsCutIntoMessages();
    void withoutSinceTheOldestAreLeftOut();
    void newestIsNeverLeftOut();
    void liveComesInItsPlace();
    void attachmentsStayWithTheirEvent();
    void countsHeldBytes();
    void honoursItsMessageSize();
    void answersOnceWhoAsksAgain_data();
    void answersOnceWhoAsksAgain();
    void retainsWhatIsWanted_data();
    void retainsWhatIsWanted();
    void asksAboutAllThatIsOfARoom();
};

namespace {

Replay replayOf(int count, qsizetype bodyBytes, quint64 first = 1)
{
    Replay replay;
    for (int i = 0; i < count; ++i) {
        Event event;
        event.id = {1, first + quint64(i)};
        event.type = "t";
        event.timestamp = "1";
        event.body = '{' + QByteArray(bodyBytes - 2, ' ') + '}';
        replay.events.append(event);
    }
    return replay;
}

/// Writes `room: offsets`, and `+` behind all but the last message.
WebSocket::Frame encode(const ReplayRequest &request, const QList<Event> &events, bool isLast)
{
    QByteArray text = request.room + ':';
    for (const Event &event : events)
        text += ' ' + QByteArray::number(event.id.offset);
    return WebSocket::encode(WebSocket::Opcode::Text, isLast ? text : text + " +");
}

WebSocket::Frame live(const QByteArray &text)
{
    return WebSocket::encode(WebSocket::Opcode::Text, text);
}

QByteArray takeOne(ReplayQueue &queue)
{
    const QList<WebSocket::Frame> frames = queue.next();
    return frames.size() == 1 ? frames.first().payload().toByteArray() : QByteArray("not one");
}

QByteArrayList takeAll(ReplayQueue &queue)
{
    QByteArrayList messages;
    while (!queue.isEmpty())
        messages.append(takeOne(queue));
    return messages;
}

qsizetype bodyBytesOf(const QList<Event> &events)
{
    qsizetype bytes = 0;
    for (const Event &event : events)
        bytes += event.body.size();
    return bytes;
}

} // namespace

void tst_ReplayQueue::emptyAtFirst()
{
    ReplayQueue queue;
    QVERIFY(queue.isEmpty());
    QVERIFY(queue.next().isEmpty());
    QCOMPARE(queue.heldBytes(), qint64(0));
}

void tst_ReplayQueue::whatIsSmallGoesInOneMessage_data()
{
    QTest::addColumn<bool>("isSince");
    QTest::newRow("recent") << false;
    QTest::newRow("since") << true;
}

void tst_ReplayQueue::whatIsSmallGoesInOneMessage()
{
    QFETCH(bool, isSince);
    ReplayQueue queue;
    queue.add({"r", replayOf(3, 100), isSince}, encode);
    QVERIFY(!queue.isEmpty());
    QCOMPARE(takeAll(queue), QByteArrayList{"r: 1 2 3"});
}

void tst_ReplayQueue::nothingToTell_data()
{
    QTest::addColumn<bool>("isSince");
    QTest::addColumn<QByteArrayList>("messages");
    QTest::newRow("recent: no message") << false << QByteArrayList{};
    QTest::newRow("since: always one") << true << QByteArrayList{"r:"};
}

void tst_ReplayQueue::nothingToTell()
{
    QFETCH(bool, isSince);
    ReplayQueue queue;
    queue.add({"r", {}, isSince}, encode);
    QTEST(takeAll(queue), "messages");
}

void tst_ReplayQueue::sinceIsCutIntoMessages_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<qsizetype>("bodyBytes");
    QTest::addColumn<QByteArrayList>("messages");

    constexpr qsizetype Max = ReplayQueue::MaxMessageBytes;
    QTest::newRow("two halves") << 2 << Max / 2 << QByteArrayList{"r: 1 +", "r: 2"};
    QTest::newRow("three to a message")
        << 7 << Max / 4 << QByteArrayList{"r: 1 2 3 +", "r: 4 5 6 +", "r: 7"};
    QTest::newRow("last one full") << 6 << Max / 4 << QByteArrayList{"r: 1 2 3 +", "r: 4 5 6"};
    QTest::newRow("each over the limit")
        << 3 << 2 * Max << QByteArrayList{"r: 1 +", "r: 2 +", "r: 3"};
}

void tst_ReplayQueue::sinceIsCutIntoMessages()
{
    QFETCH(int, count);
    QFETCH(qsizetype, bodyBytes);
    ReplayQueue queue;
    queue.add({"r", replayOf(count, bodyBytes), true}, encode);
    QTEST(takeAll(queue), "messages");
}

void tst_ReplayQueue::withoutSinceTheOldestAreLeftOut()
{
    ReplayQueue queue;
    queue.add({"r", replayOf(9, ReplayQueue::MaxMessageBytes / 4), false}, encode);
    QCOMPARE(takeAll(queue), QByteArrayList{"r: 7 8 9"});
}

void tst_ReplayQueue::newestIsNeverLeftOut()
{
    ReplayQueue queue;
    queue.add({"r", replayOf(3, ReplayQueue::MaxMessageBytes + 1), false}, encode);
    QCOMPARE(takeAll(queue), QByteArrayList{"r: 3"});
}

void tst_ReplayQueue::liveComesInItsPlace()
{
    ReplayQueue queue;
    queue.add({"a", replayOf(2, ReplayQueue::MaxMessageBytes / 2), true}, encode);
    queue.hold(live("live 3"));
    // Its history holds the live event too, so it was asked for after that.
    queue.add({"b", replayOf(1, 10, 3), true}, encode);
    queue.hold(live("live 4"));
    QCOMPARE(takeOne(queue), QByteArray("a: 1 +"));
    queue.hold(live("live 5"));
    QCOMPARE(takeAll(queue), (QByteArrayList{"a: 2", "live 3", "b: 3", "live 4", "live 5"}));
}

void tst_ReplayQueue::attachmentsStayWithTheirEvent()
{
    ReplayQueue queue;
    queue.add({"r", replayOf(1, 10), true}, encode);
    queue.hold(live("event"), {live("first"), live("second")});
    QCOMPARE(takeOne(queue), QByteArray("r: 1"));
    QByteArrayList texts;
    for (const WebSocket::Frame &frame : queue.next())
        texts.append(frame.payload().toByteArray());
    QCOMPARE(texts, (QByteArrayList{"event", "first", "second"}));
    QCOMPARE(queue.heldBytes(), qint64(0));
    QVERIFY(queue.isEmpty());
}

void tst_ReplayQueue::countsHeldBytes()
{
    ReplayQueue queue;
    queue.add({"r", replayOf(1, 10), true}, encode);
    const WebSocket::Frame frame = live("0123456789");
    queue.hold(frame);
    queue.hold(frame);
    QCOMPARE(queue.heldBytes(), qint64(2 * frame.bytes.size()));
    (void)queue.next();
    QCOMPARE(queue.heldBytes(), qint64(2 * frame.bytes.size()));
    (void)queue.next();
    QCOMPARE(queue.heldBytes(), qint64(frame.bytes.size()));
    (void)queue.next();
    QCOMPARE(queue.heldBytes(), qint64(0));
    QVERIFY(queue.isEmpty());
}

void tst_ReplayQueue::honoursItsMessageSize()
{
    constexpr qsizetype Max = 10'000;
    ReplayQueue queue(Max);
    qsizetype count = 0;
    int messages = 0;
    const auto check = [&](const ReplayRequest &, const QList<Event> &events, bool) {
        ++messages;
        count += events.size();
        [&] { QVERIFY(bodyBytesOf(events) <= Max); }();
        return live("x");
    };
    queue.add({"r", replayOf(100, 990), true}, check);
    (void)takeAll(queue);
    QCOMPARE(count, qsizetype(100));
    QCOMPARE(messages, 12); // nine to a message
    queue.add({"r", replayOf(100, 990), false}, check);
    (void)takeAll(queue);
    QCOMPARE(count, qsizetype(109));
    QCOMPARE(messages, 13);
}

void tst_ReplayQueue::answersOnceWhoAsksAgain_data()
{
    QTest::addColumn<bool>("isSince");
    QTest::addColumn<Replay>("second");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("the same") << true << replayOf(3, 20, 5) << QByteArray("r: 5 6 7");
    QTest::newRow("the same without since")
        << false << replayOf(3, 20, 5) << QByteArray("r: 5 6 7");
    QTest::newRow("and what came since") << true << replayOf(4, 20, 5) << QByteArray("r: 5 6 7");
    QTest::newRow("from a later one") << true << replayOf(2, 20, 7) << QByteArray("r: 5 6 7");
    QTest::newRow("nothing more") << true << Replay{} << QByteArray("r: 5 6 7");
    QTest::newRow("from an earlier one")
        << true << replayOf(5, 20, 3) << QByteArray("r: 3 4 5 6 7");
}

void tst_ReplayQueue::answersOnceWhoAsksAgain()
{
    QFETCH(bool, isSince);
    QFETCH(Replay, second);
    ReplayQueue queue;
    queue.add({"other", replayOf(1, 20), true}, encode);
    queue.add({"r", replayOf(3, 20, 5), isSince}, encode);
    queue.hold(live("live"));
    for (int i = 0; i < 1000; ++i)
        queue.add({"r", second, isSince}, encode);
    QFETCH(QByteArray, expected);
    QCOMPARE(takeAll(queue), (QByteArrayList{"other: 1", expected, "live"}));
}

void tst_ReplayQueue::retainsWhatIsWanted_data()
{
    QTest::addColumn<ReplayQueue::Filter>("isWanted");
    QTest::addColumn<QByteArrayList>("messages");
    using Waiting = ReplayQueue::Waiting;
    const ReplayQueue::Filter all = [](const Waiting &) { return true; };
    QTest::newRow("all") << all << QByteArrayList{"a: 2", "b: 1", "live a", "live ab", "live none"};
    const ReplayQueue::Filter none = [](const Waiting &) { return false; };
    QTest::newRow("none: only what has no room") << none << QByteArrayList{"live none"};
    const ReplayQueue::Filter ofB = [](const Waiting &waiting) {
        return std::ranges::find(waiting.rooms, "b") != waiting.rooms.end();
    };
    QTest::newRow("a room's") << ofB << QByteArrayList{"b: 1", "live ab", "live none"};
    const ReplayQueue::Filter begun = [](const Waiting &waiting) { return waiting.isBegun; };
    QTest::newRow("what is begun") << begun << QByteArrayList{"a: 2", "live none"};
    const ReplayQueue::Filter replays = [](const Waiting &waiting) { return waiting.isReplay; };
    QTest::newRow("replays") << replays << QByteArrayList{"a: 2", "b: 1", "live none"};
}

void tst_ReplayQueue::retainsWhatIsWanted()
{
    QFETCH(ReplayQueue::Filter, isWanted);
    QFETCH(QByteArrayList, messages);
    ReplayQueue queue;
    queue.add({"a", replayOf(2, ReplayQueue::MaxMessageBytes / 2), true}, encode);
    queue.add({"b", replayOf(1, 20), true}, encode);
    queue.hold(live("live a"), {}, {"a"});
    queue.hold(live("live ab"), {}, {"a", "b"});
    queue.hold(live("live none"));
    QCOMPARE(takeOne(queue), QByteArray("a: 1 +"));
    queue.retain(isWanted);
    qint64 held = 0;
    for (const QByteArray &message : messages) {
        if (message.startsWith("live"))
            held += live(message).bytes.size();
    }
    QCOMPARE(queue.heldBytes(), held);
    QCOMPARE(takeAll(queue), messages);
    QCOMPARE(queue.heldBytes(), qint64(0));
}

void tst_ReplayQueue::asksAboutAllThatIsOfARoom()
{
    ReplayQueue queue;
    queue.add({"a", replayOf(1, 20), true}, encode);
    queue.hold(live("live"), {}, {"b", "c"});
    queue.hold(live("of none"));
    QByteArrayList asked;
    queue.retain([&asked](const ReplayQueue::Waiting &waiting) {
        asked.append(QByteArrayList(waiting.rooms.begin(), waiting.rooms.end()).join(' '));
        return true;
    });
    QCOMPARE(asked, (QByteArrayList{"a", "b c"}));
}

QTEST_APPLESS_MAIN(tst_ReplayQueue)
#include "tst_replayqueue.moc"
