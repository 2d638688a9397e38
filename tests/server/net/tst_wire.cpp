// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/wire.h"

#include "server/net/websocketguard.h"
#include "tests/server/net/wireline.h"
#include "tests/support/eventually.h"

#include <QElapsedTimer>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace std::chrono_literals;

namespace {

/// Numbered, so that a gap, a repeat or another order shows.
QByteArray block(int number, qsizetype size = 1024)
{
    return QByteArray::number(number).rightJustified(size, char('a' + number % 26));
}

} // namespace

class TestWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsItsPeer();
    void offersAgainWhatIsLeft();
    void resumesWithWhatIsLeft();
    void stopsReading();
    void sendsOncePerTurnInOrder();
    void sharesWhatItSends();
    void countsWhatWaitsOnce_data();
    void countsWhatWaitsOnce();
    void streamsThroughASmallBuffer();
    void tellsWhenTheQueueIsTooLong();
    void tellsWhenNothingMoves();
    void dropsAllButTheFrameThatHasBegun();
    void dropsAllOfWhatHasNotBegun();
    void flushesWhenClosedGracefully();
    void endsTheCloseWithThePeersEnd();
    void endsTheCloseInTime();
    void discardsWhatComesDuringAClose();
    void closesAtOnce();
    void noticesTheClientsEnd_data();
    void noticesTheClientsEnd();
    void mayBeClosedByItsListener_data();
    void mayBeClosedByItsListener();
    void mayBeDestroyedWithWorkAhead();
};

void TestWire::knowsItsPeer()
{
    Line line;
    QCOMPARE(line.wire->peerAddress(), QHostAddress(QHostAddress::LocalHost));
    QCOMPARE(line.wire->peerPort(), line.client.localPort());
    QCOMPARE(line.wire->state(), QAbstractSocket::ConnectedState);
}

void TestWire::offersAgainWhatIsLeft()
{
    Line line;
    // Takes whole lines only.
    line.use = [](QByteArrayView bytes) { return bytes.lastIndexOf('\n') + 1; };
    line.client.sendSingly("ab\nc\n");
    EVENTUALLY(!line.offers.isEmpty() && line.offers.last() == "c\n");
    QCOMPARE(line.offers, (QList<QByteArray>{"a", "ab", "ab\n", "c", "c\n"}));
    line.client.send("d\ne");
    EVENTUALLY_EQUAL(line.offers.size(), 6);
    line.client.send("f\n");
    EVENTUALLY_EQUAL(line.offers.last(), "ef\n");
}

void TestWire::resumesWithWhatIsLeft()
{
    Line line;
    bool ready = false;
    line.use = [&](QByteArrayView bytes) { return ready ? bytes.size() : 0; };
    line.client.send("waiting");
    EVENTUALLY_EQUAL(line.offers.size(), 1);
    settle();
    QCOMPARE(line.offers.size(), 1); // not offered in circles
    ready = true;
    line.wire->resume();
    QCOMPARE(line.offers.size(), 1); // not from within
    EVENTUALLY_EQUAL(line.offers, (QList<QByteArray>{"waiting", "waiting"}));
    line.wire->resume();
    settle();
    QCOMPARE(line.offers.size(), 2);
}

void TestWire::stopsReading()
{
    Line line;
    line.wire->setReading(false);
    line.client.send("later");
    settle();
    QVERIFY(line.offers.isEmpty());
    line.wire->resume();
    EVENTUALLY_EQUAL(line.offers, QList<QByteArray>{"later"});
}

void TestWire::sendsOncePerTurnInOrder()
{
    Line line;
    QByteArray expected;
    for (int i = 0; i < 5000; ++i) {
        const QByteArray bytes = block(i, 1 + i % 40);
        expected += bytes;
        line.wire->send(bytes);
    }
    line.wire->send({});
    QCOMPARE(line.wire->queuedBytes(), expected.size());
    line.wire->awaitDrain();
    QCOMPARE(line.drains, 0);
    EVENTUALLY(line.client.receivedCount() >= expected.size());
    QVERIFY(line.client.received() == expected);
    QCOMPARE(line.wire->queuedBytes(), 0);
    QCOMPARE(line.drains, 1);

    line.wire->send("nobody asked");
    EVENTUALLY(line.client.receivedCount() > expected.size());
    QCOMPARE(line.wire->queuedBytes(), 0);
    QCOMPARE(line.drains, 1);
}

void TestWire::sharesWhatItSends()
{
    Line line(4096, 4096);
    const QByteArray frame(1'000'000, 'f');
    line.client.setReading(false);
    line.wire->send(frame);
    settle();
    QVERIFY(line.wire->queuedBytes() > 0);
    QVERIFY(!frame.isDetached()); // the queue holds the same bytes
    line.client.setReading(true);
    EVENTUALLY_EQUAL(line.client.receivedCount(), frame.size());
    EVENTUALLY(frame.isDetached()); // and lets go of them
}

void TestWire::countsWhatWaitsOnce_data()
{
    QTest::addColumn<QByteArray>("end");
    for (const char *end : {"read", "dropped", "closed", "destroyed"})
        QTest::newRow(end) << QByteArray(end);
}

void TestWire::countsWhatWaitsOnce()
{
    QFETCH(const QByteArray, end);
    Line line(4096, 4096);
    QueueLedger &ledger = line.ledger();
    line.wire->send("goes at once");
    settle();
    QCOMPARE(ledger.bytes(), 0);

    line.client.setReading(false);
    const QByteArray large(500'000, 'x');
    const QByteArray small(1000, 'y');
    for (const QByteArray &bytes : {large, small, small})
        line.wire->send(bytes);
    settle();
    QVERIFY(line.wire->queuedBytes() > small.size() * 2);
    QCOMPARE(ledger.bytes(), large.size() + small.size());
    line.wire->send(small); // while it is blocked already
    line.wire->send(QByteArray(10, 'z'));
    settle();
    QCOMPARE(ledger.bytes(), large.size() + small.size() + 10);

    if (end == "read") {
        line.client.setReading(true);
        EVENTUALLY_EQUAL(line.wire->queuedBytes(), 0);
    } else if (end == "dropped") {
        line.wire->dropQueue();
        QCOMPARE(ledger.bytes(), large.size()); // it was sent in part
        line.wire->closeNow();
    } else if (end == "closed") {
        line.wire->closeNow();
    } else {
        line.wire.reset();
    }
    QCOMPARE(ledger.bytes(), 0);
}

void TestWire::streamsThroughASmallBuffer()
{
    Line line(8 * 1024, 16 * 1024);
    constexpr qint64 total = 50'000'000;
    const QByteArray piece = block(7, 99'991); // a prime: no boundary falls together with another
    line.wire->setQueueLimit(4'000'000);
    qint64 sent = 0;
    const auto fill = [&] {
        while (sent < total && line.wire->queuedBytes() < 1'000'000) {
            const QByteArray bytes = piece.left(total - sent);
            line.wire->send(bytes);
            sent += bytes.size();
        }
        line.wire->awaitDrain();
    };
    line.onDrained = fill;
    fill();
    qint64 checked = 0;
    bool isExact = true;
    const auto check = [&] {
        const QByteArray bytes = line.client.take();
        for (qsizetype start = 0; start < bytes.size();) {
            const qsizetype offset = checked % piece.size();
            const qsizetype size = std::min(bytes.size() - start, piece.size() - offset);
            isExact = isExact
                && std::memcmp(bytes.constData() + start, piece.constData() + offset, size_t(size))
                    == 0;
            start += size;
            checked += size;
        }
        return checked >= total || !isExact;
    };
    QVERIFY(eventually(check, 60s));
    QVERIFY(isExact);
    QCOMPARE(checked, total);
    QCOMPARE(line.stalls, 0);
    EVENTUALLY_EQUAL(line.wire->queuedBytes(), 0);
}

void TestWire::tellsWhenTheQueueIsTooLong()
{
    Line line(4096, 4096);
    line.client.setReading(false);
    line.wire->setQueueLimit(300'000);
    line.wire->send(QByteArray(200'000, 'a'));
    settle();
    QCOMPARE(line.stalls, 0);
    line.wire->send(QByteArray(300'000, 'b'));
    settle();
    QCOMPARE(line.stalls, 1);
    QVERIFY(!line.wire->isClosing()); // that is for the listener to do
    QVERIFY(line.wire->queuedBytes() > 300'000);
    line.client.setReading(true);
    EVENTUALLY_EQUAL(line.client.receivedCount(), 500'000);
}

void TestWire::tellsWhenNothingMoves()
{
    Line line(4096, 4096);
    line.client.setReading(false);
    QElapsedTimer clock;
    clock.start();
    line.wire->send(QByteArray(500'000, 'a'));
    EVENTUALLY_EQUAL(line.stalls, 1);
    QVERIFY(std::chrono::milliseconds(clock.elapsed()) >= Wire::StallTime);
    QVERIFY(!line.wire->isClosing());
}

void TestWire::dropsAllButTheFrameThatHasBegun()
{
    Line line(4096, 4096);
    line.client.setReading(false);
    QByteArray all;
    for (int i = 0; i < 100; ++i) {
        line.wire->send(block(i, 10'007));
        all += block(i, 10'007);
    }
    settle();
    QVERIFY(line.wire->queuedBytes() > 0);
    line.wire->dropQueue();
    QVERIFY(line.wire->queuedBytes() <= 10'007);
    line.wire->send("goodbye");
    line.wire->closeGracefully();
    line.client.setReading(true);
    EVENTUALLY(line.client.isEnded());
    QByteArray received = line.client.take();
    QVERIFY(received.endsWith("goodbye"));
    received.chop(7);
    QVERIFY(received.size() < all.size());
    QCOMPARE(received.size() % 10'007, 0); // whole frames
    QVERIFY(all.startsWith(received));
}

void TestWire::dropsAllOfWhatHasNotBegun()
{
    Line line;
    line.wire->send("never sent");
    line.wire->dropQueue();
    QCOMPARE(line.wire->queuedBytes(), 0);
    line.wire->dropQueue();
    settle();
    line.wire->send("sent");
    EVENTUALLY_EQUAL(line.client.received(), "sent");
}

void TestWire::flushesWhenClosedGracefully()
{
    Line line(8 * 1024, 8 * 1024);
    const QByteArray bytes = block(3, 5'000'000);
    line.wire->send(bytes);
    line.wire->closeGracefully();
    line.wire->send("too late");
    QVERIFY(line.wire->isClosing());
    EVENTUALLY(line.client.isEnded());
    QVERIFY(!line.client.isReset());
    QVERIFY(line.client.received() == bytes);
    QCOMPARE(line.closes, 0); // the peer has not ended yet
    QVERIFY(!line.wire->isClosed());
}

void TestWire::endsTheCloseWithThePeersEnd()
{
    Line line;
    line.wire->send("bye");
    line.wire->closeGracefully();
    EVENTUALLY(line.client.isEnded());
    QVERIFY(line.wire->wasClosedGracefully());
    QElapsedTimer clock;
    clock.start();
    line.client.endSending();
    EVENTUALLY_EQUAL(line.closes, 1);
    QVERIFY(line.wire->isClosed());
    QVERIFY(std::chrono::milliseconds(clock.elapsed()) < Wire::LingerTime);
    QCOMPARE(line.wire->state(), QAbstractSocket::UnconnectedState);
}

void TestWire::endsTheCloseInTime()
{
    // Neither of them ends: one reads and stays, one does not even read.
    Line staying;
    Line blocked(4096, 4096);
    blocked.client.setReading(false);
    blocked.wire->send(QByteArray(1'000'000, 'x'));
    settle();
    QElapsedTimer clock;
    clock.start();
    staying.wire->closeGracefully();
    blocked.wire->closeGracefully();
    EVENTUALLY(staying.closes == 1 && blocked.closes == 1);
    QVERIFY(std::chrono::milliseconds(clock.elapsed()) >= Wire::LingerTime);
    QVERIFY(staying.client.isEnded());
    QVERIFY(staying.wire->isClosed() && blocked.wire->isClosed());
    QCOMPARE(blocked.stalls, 0);
    // Nothing waits in the kernel for somebody who takes nothing.
    blocked.client.setReading(true);
    EVENTUALLY(blocked.client.isReset());
}

void TestWire::discardsWhatComesDuringAClose()
{
    Line line;
    line.wire->send("refused");
    line.wire->closeGracefully();
    line.client.send(QByteArray(3'000'000, 'x'));
    EVENTUALLY(line.client.hasSentAll() && line.client.isEnded());
    QVERIFY(line.offers.isEmpty());
    QVERIFY(!line.client.isReset());
    QCOMPARE(line.client.received(), "refused");
}

void TestWire::closesAtOnce()
{
    Line line;
    line.wire->send("dropped");
    line.wire->closeNow();
    QCOMPARE(line.closes, 1);
    QVERIFY(line.wire->isClosed());
    QVERIFY(!line.wire->wasClosedGracefully());
    QCOMPARE(line.wire->queuedBytes(), 0);
    line.wire->closeNow();
    line.wire->closeGracefully();
    line.wire->send("x");
    line.wire->setReading(true);
    line.wire->resume();
    settle();
    QCOMPARE(line.closes, 1);
    QCOMPARE(line.wire->queuedBytes(), 0);
    EVENTUALLY(line.client.isEnded());
    QVERIFY(line.client.received().isEmpty());
}

void TestWire::noticesTheClientsEnd_data()
{
    QTest::addColumn<bool>("byReset");
    QTest::addColumn<bool>("isSending");
    QTest::newRow("closed") << false << false;
    QTest::newRow("closed while much is queued") << false << true;
    QTest::newRow("reset") << true << false;
    QTest::newRow("reset while much is queued") << true << true;
}

void TestWire::noticesTheClientsEnd()
{
    QFETCH(const bool, byReset);
    QFETCH(const bool, isSending);
    Line line(4096, 4096);
    if (isSending) {
        line.client.setReading(false);
        line.wire->send(QByteArray(1'000'000, 'x'));
        settle();
        QVERIFY(line.wire->queuedBytes() > 0);
    }
    if (byReset)
        line.client.reset();
    else
        line.client.close();
    EVENTUALLY_EQUAL(line.closes, 1);
    QVERIFY(!line.wire->wasClosedGracefully()); // nobody said goodbye
    settle();
    QCOMPARE(line.closes, 1);
}

void TestWire::mayBeClosedByItsListener_data()
{
    QTest::addColumn<QByteArray>("when");
    QTest::addColumn<bool>("atOnce");
    for (const bool atOnce : {false, true}) {
        const QByteArray how = atOnce ? " at once" : " gracefully";
        for (const QByteArray when : {"received", "drained", "stalled"})
            QTest::newRow((when + how).constData()) << when << atOnce;
    }
}

void TestWire::mayBeClosedByItsListener()
{
    QFETCH(const QByteArray, when);
    QFETCH(const bool, atOnce);
    Line line(4096, 4096);
    const auto close = [&] {
        line.wire->send("last");
        if (atOnce)
            line.wire->closeNow();
        else
            line.wire->closeGracefully();
    };
    if (when == "received") {
        line.use = [&](QByteArrayView) {
            close();
            return 0;
        };
        line.client.send("x");
    } else if (when == "drained") {
        line.onDrained = close;
        line.wire->send("x");
        line.wire->awaitDrain();
    } else {
        line.client.setReading(false);
        line.onStalled = close;
        line.wire->send(QByteArray(2'000'000, 'x'));
        settle();
        line.client.setReading(true);
    }
    EVENTUALLY(line.client.isEnded());
    line.client.close();
    EVENTUALLY_EQUAL(line.closes, 1);
    if (when == "stalled")
        QCOMPARE(line.stalls, 1);
}

void TestWire::mayBeDestroyedWithWorkAhead()
{
    Line line;
    line.wire->send("x"); // scheduled for the end of the turn
    line.wire.reset();
    settle();
    EVENTUALLY(line.client.isEnded());
    QCOMPARE(line.closes, 0);
    Line blocked(4096, 4096);
    blocked.client.setReading(false);
    blocked.wire->send(QByteArray(1'000'000, 'x'));
    settle();
    blocked.wire->closeGracefully(); // with a deadline
    blocked.wire.reset();
    settle();
}

SIGNALBOX_EPOLL_TEST_MAIN(TestWire)

#include "tst_wire.moc"
