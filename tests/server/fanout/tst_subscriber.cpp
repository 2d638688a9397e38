// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/fanout/subscriber.h"

#include <QTest>

#include <algorithm>

using namespace Signalbox;

class tst_Subscriber : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutReplayAllGoesAtOnce();
    void smallReplayGoesAtOnce();
    void replayWaitsForTheQueue();
    void repliesOvertakeWhatIsHeld();
    void nothingIsLostOrDoubledOrReordered();
    void replayNeverFillsTheQueue_data();
    void replayNeverFillsTheQueue();
    void overflowOfWhatIsHeld();
    void countsWhatItSends();
    void forgetsRoomsThatWereLeft_data();
    void forgetsRoomsThatWereLeft();
    void resumesWithWhatIsAllowed();
};

namespace {

WebSocket::Frame frameOf(const QByteArray &text)
{
    return WebSocket::encode(WebSocket::Opcode::Text, text);
}

/// Its queue is read by nobody until drain().
class FakeSubscriber final : public Subscriber
{
public:
    explicit FakeSubscriber(qint64 queueLimit = 1024 * 1024)
        : m_queueLimit(queueLimit)
    { }

    /// All that was queued is read.
    void drain()
    {
        m_queued = 0;
        continueReplay();
    }
    [[nodiscard]] QByteArrayList takeTexts() { return std::exchange(m_texts, {}); }
    [[nodiscard]] qint64 mostQueued() const { return m_mostQueued; }
    [[nodiscard]] int overflows() const { return m_overflows; }
    [[nodiscard]] const Traffic &traffic() const { return sent(); }

private:
    void transmit(const WebSocket::Frame &frame) override
    {
        m_texts.append(frame.payload().toByteArray().left(40).trimmed());
        m_queued += frame.bytes.size();
        m_mostQueued = std::max(m_mostQueued, m_queued);
    }
    [[nodiscard]] qint64 transmitQueueBytes() const override { return m_queued; }
    [[nodiscard]] qint64 transmitQueueLimit() const override { return m_queueLimit; }
    void awaitDrain() override { } // drain() stands for that it comes
    void handleOverflow() override { ++m_overflows; }

    qint64 m_queueLimit;
    qint64 m_queued = 0;
    qint64 m_mostQueued = 0;
    int m_overflows = 0;
    QByteArrayList m_texts;
};

ReplayRequest since(const QByteArray &room, quint64 first, quint64 last, qsizetype bodyBytes)
{
    ReplayRequest request;
    request.room = room;
    request.isSince = true;
    for (quint64 offset = first; offset <= last; ++offset) {
        Event event;
        event.id = {1, offset};
        event.body = '{' + QByteArray(bodyBytes, ' ') + '}';
        request.replay.events.append(event);
    }
    return request;
}

/// `room offset ...`, then as many spaces as the bodies had bytes.
WebSocket::Frame encode(const ReplayRequest &request, const QList<Event> &events, bool)
{
    QByteArray text = request.room;
    qsizetype bytes = 0;
    for (const Event &event : events) {
        text += ' ' + QByteArray::number(event.id.offset);
        bytes += event.body.size();
    }
    return frameOf(text.leftJustified(40) + QByteArray(bytes, ' '));
}

constexpr qsizetype Large = 300 * 1024; // one to a message

/// In the rooms `a`, `b` and `\nt`, and has all sorts of things waiting: a part of the past of `a`
/// is sent.
struct WaitingSubscriber
{
    WaitingSubscriber()
    {
        for (const char *room : {"a", "b", "\nt"})
            index.join(subscriber, room);
        subscriber.replay(since("a", 1, 2, Large), encode);
        subscriber.replay(since("b", 1, 1, 10), encode);
        subscriber.deliver(frameOf("live a"), {}, {"a"});
        subscriber.deliver(frameOf("live b"), {}, {"b"});
        subscriber.deliver(frameOf("live ab"), {}, {"a", "b"});
        subscriber.deliver(frameOf("live at"), {}, {"a", "\nt"});
        subscriber.deliver(frameOf("live ax"), {}, {"a", "x"});
        (void)subscriber.takeTexts();
    }

    /// All that it still gets.
    QByteArrayList rest()
    {
        for (int i = 0; i < 10; ++i)
            subscriber.drain();
        return subscriber.takeTexts();
    }

    RoomIndex index;
    FakeSubscriber subscriber;
};

} // namespace

void tst_Subscriber::withoutReplayAllGoesAtOnce()
{
    FakeSubscriber subscriber;
    subscriber.deliver(frameOf(QByteArray(10'000'000, 'x'))); // to refuse that is the transport's
    subscriber.deliver(frameOf("1"));
    subscriber.sendFrame(frameOf("2"));
    subscriber.drain();
    QCOMPARE(subscriber.takeTexts().sliced(1), (QByteArrayList{"1", "2"}));
    QCOMPARE(subscriber.overflows(), 0);
}

void tst_Subscriber::smallReplayGoesAtOnce()
{
    FakeSubscriber subscriber;
    subscriber.replay(since("r", 1, 3, 10), encode);
    subscriber.deliver(frameOf("live"));
    QCOMPARE(subscriber.takeTexts(), (QByteArrayList{"r 1 2 3", "live"}));
}

void tst_Subscriber::replayWaitsForTheQueue()
{
    FakeSubscriber subscriber;
    subscriber.replay(since("r", 1, 3, Large), encode);
    subscriber.deliver(frameOf("live 4"));
    QCOMPARE(subscriber.takeTexts(), QByteArrayList{"r 1"});
    subscriber.drain();
    QCOMPARE(subscriber.takeTexts(), QByteArrayList{"r 2"});
    subscriber.deliver(frameOf("live 5"));
    QCOMPARE(subscriber.takeTexts(), QByteArrayList{});
    subscriber.drain();
    QCOMPARE(subscriber.takeTexts(), QByteArrayList{"r 3"});
    subscriber.drain();
    QCOMPARE(subscriber.takeTexts(), (QByteArrayList{"live 4", "live 5"}));
    subscriber.deliver(frameOf("live 6"));
    QCOMPARE(subscriber.takeTexts(), QByteArrayList{"live 6"});
}

void tst_Subscriber::repliesOvertakeWhatIsHeld()
{
    FakeSubscriber subscriber;
    subscriber.replay(since("r", 1, 2, Large), encode);
    subscriber.deliver(frameOf("live"));
    subscriber.sendFrame(frameOf("reply"));
    QCOMPARE(subscriber.takeTexts(), (QByteArrayList{"r 1", "reply"}));
    QCOMPARE(subscriber.overflows(), 0);
}

void tst_Subscriber::nothingIsLostOrDoubledOrReordered()
{
    FakeSubscriber subscriber;
    QByteArrayList got;
    QByteArrayList expected;
    int offset = 0;
    const auto deliver = [&] {
        expected.append("live " + QByteArray::number(++offset));
        subscriber.deliver(frameOf(expected.last()));
    };
    for (int round = 0; round < 20; ++round) {
        deliver();
        const QByteArray room = "r" + QByteArray::number(round);
        const auto first = quint64(offset) + 1;
        for (int i = 0; i < 3; ++i)
            expected.append(room + ' ' + QByteArray::number(++offset));
        subscriber.replay(since(room, first, quint64(offset), Large), encode);
        deliver();
        if (round % 3 == 0)
            subscriber.drain();
    }
    got = subscriber.takeTexts();
    while (got.size() < expected.size()) {
        subscriber.drain();
        const QByteArrayList more = subscriber.takeTexts();
        QVERIFY2(!more.isEmpty(), "a drained queue gets something");
        got += more;
    }
    QCOMPARE(got, expected);
}

void tst_Subscriber::replayNeverFillsTheQueue_data()
{
    QTest::addColumn<qint64>("limit");
    QTest::addColumn<qsizetype>("bodyBytes");
    QTest::newRow("default, small events") << qint64(1024 * 1024) << qsizetype(1000);
    QTest::newRow("default, largest events") << qint64(1024 * 1024) << qsizetype(999'000);
    QTest::newRow("small queue") << qint64(64 * 1024) << qsizetype(1000);
    QTest::newRow("smallest queue") << qint64(1024) << qsizetype(100);
    QTest::newRow("large queue") << qint64(64 * 1024 * 1024) << qsizetype(100'000);
}

void tst_Subscriber::replayNeverFillsTheQueue()
{
    QFETCH(qint64, limit);
    QFETCH(qsizetype, bodyBytes);
    FakeSubscriber subscriber(limit);
    subscriber.replay(since("r", 1, 100, 10), encode);
    subscriber.replay(since("r", 101, 200, bodyBytes), encode);
    int drains = 0;
    QByteArray text = subscriber.takeTexts().join(' ');
    while (!text.contains(" 200") && ++drains < 1000) {
        subscriber.drain();
        text = subscriber.takeTexts().join(' ');
        if (drains >= 100 && text.isEmpty())
            break;
    }
    QVERIFY2(subscriber.mostQueued() <= limit,
             QByteArray::number(subscriber.mostQueued()).constData());
    QCOMPARE(subscriber.overflows(), 0);
}

void tst_Subscriber::overflowOfWhatIsHeld()
{
    FakeSubscriber subscriber(100'000);
    subscriber.replay(since("r", 1, 2, Large), encode);
    const WebSocket::Frame frame = frameOf(QByteArray(40'000, 'x'));
    subscriber.deliver(frame);
    subscriber.deliver(frame);
    QCOMPARE(subscriber.overflows(), 0);
    subscriber.deliver(frame);
    QCOMPARE(subscriber.overflows(), 1);
}

void tst_Subscriber::countsWhatItSends()
{
    FakeSubscriber subscriber;
    subscriber.deliver(frameOf("12345"));
    subscriber.sendFrame(frameOf("123"));
    QCOMPARE(subscriber.traffic().messages, quint64(2));
    QCOMPARE(subscriber.traffic().bytes,
             quint64(frameOf("12345").bytes.size() + frameOf("123").bytes.size()));
}

void tst_Subscriber::forgetsRoomsThatWereLeft_data()
{
    QTest::addColumn<QList<QByteArray>>("left");
    QTest::addColumn<QList<QByteArray>>("forgotten");
    QTest::addColumn<QByteArrayList>("rest");
    using Rooms = QList<QByteArray>;
    const QByteArrayList all{"a 2", "b 1", "live a", "live b", "live ab", "live at", "live ax"};
    QTest::newRow("none") << Rooms{} << Rooms{} << all;
    QTest::newRow("one of nobody") << Rooms{} << Rooms{"unknown"} << all;
    QTest::newRow("one that it is not in, of an event that it gets by another")
        << Rooms{} << Rooms{"x"} << all;
    QTest::newRow("one whose past is begun")
        << Rooms{"a"} << Rooms{"a"} << QByteArrayList{"a 2", "b 1", "live b", "live ab", "live at"};
    QTest::newRow("one whose past is not begun")
        << Rooms{"b"} << Rooms{"b"}
        << QByteArrayList{"a 2", "live a", "live ab", "live at", "live ax"};
    QTest::newRow("the past of one that it stays in")
        << Rooms{} << Rooms{"b"}
        << QByteArrayList{"a 2", "live a", "live b", "live ab", "live at", "live ax"};
    QTest::newRow("two") << Rooms{"a", "b"} << Rooms{"a", "b"} << QByteArrayList{"a 2", "live at"};
    QTest::newRow("all") << Rooms{"a", "b", "\nt"} << Rooms{"a", "b", "\nt"}
                         << QByteArrayList{"a 2"};
}

void tst_Subscriber::forgetsRoomsThatWereLeft()
{
    QFETCH(QList<QByteArray>, left);
    QFETCH(QList<QByteArray>, forgotten);
    WaitingSubscriber waiting;
    for (const QByteArray &room : std::as_const(left))
        QVERIFY(waiting.index.leave(waiting.subscriber, room));
    waiting.subscriber.forget(forgotten);
    QTEST(waiting.rest(), "rest");
}

void tst_Subscriber::resumesWithWhatIsAllowed()
{
    WaitingSubscriber waiting;
    waiting.subscriber.suspend();
    QCOMPARE(waiting.rest(), QByteArrayList{});
    waiting.index.leave(waiting.subscriber, "a");
    waiting.subscriber.resume([](const ReplayQueue::Waiting &item) {
        return std::ranges::find(item.rooms, "b") != item.rooms.end()
            || std::ranges::find(item.rooms, "x") != item.rooms.end();
    });
    QCOMPARE(waiting.rest(), (QByteArrayList{"b 1", "live b", "live ab"}));
}

QTEST_APPLESS_MAIN(tst_Subscriber)
#include "tst_subscriber.moc"
