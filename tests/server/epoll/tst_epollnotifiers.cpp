// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/epoll/epolldispatcher.h"

#include "tests/server/epoll/epollfixture.h"

#include <QSignalSpy>
#include <QSocketNotifier>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Signalbox;
using namespace Signalbox::Test;

class TestEpollNotifiers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void reading();
    void writing();
    void threeNotifiersOfOneDescriptor();
    void outOfBandData();
    void hangUp_data();
    void hangUp();
    void removedWithinBatch();
    void disabledAndEnabledWithinBatch();
    void descriptorReusedWithinBatch();
    void leftBehindNotifier();
    void leftBehindNotifierOfSameType();
    void closedDescriptor();
    void duplicateOutlivesDescriptor();
    void regularFile();
    void levelTriggered();
    void moreThanOneBatch();
    void nestedLoopEndsBatch();
};

void TestEpollNotifiers::init()
{
    while (turn()) { }
}

void TestEpollNotifiers::reading()
{
    Pair pair;
    QSocketNotifier notifier(pair.nearEnd(), QSocketNotifier::Read);
    QSignalSpy spy(&notifier, &QSocketNotifier::activated);
    QVERIFY(!turn());
    QVERIFY(pair.fill());
    QVERIFY(turn());
    QCOMPARE(spy.size(), 1);
    QVERIFY(pair.drain());
    QVERIFY(!turn());
    QCOMPARE(spy.size(), 1);
    QVERIFY(pair.fill());
    notifier.setEnabled(false);
    QVERIFY(!turn());
    QCOMPARE(spy.size(), 1);
    notifier.setEnabled(true);
    QVERIFY(turn());
    QCOMPARE(spy.size(), 2);
}

void TestEpollNotifiers::writing()
{
    Pair pair;
    QSocketNotifier notifier(pair.nearEnd(), QSocketNotifier::Write);
    QSignalSpy spy(&notifier, &QSocketNotifier::activated);
    QVERIFY(turn());
    QCOMPARE(spy.size(), 1);
    const QByteArray block(65536, 'x');
    while (write(pair.nearEnd(), block.constData(), size_t(block.size())) > 0) { }
    QVERIFY(!turn());
    QCOMPARE(spy.size(), 1);
}

void TestEpollNotifiers::threeNotifiersOfOneDescriptor()
{
    Pair pair;
    QVERIFY(pair.fill());
    QSocketNotifier reader(pair.nearEnd(), QSocketNotifier::Read);
    QSocketNotifier writer(pair.nearEnd(), QSocketNotifier::Write);
    QSocketNotifier excepter(pair.nearEnd(), QSocketNotifier::Exception);
    QSignalSpy reads(&reader, &QSocketNotifier::activated);
    QSignalSpy writes(&writer, &QSocketNotifier::activated);
    QSignalSpy exceptions(&excepter, &QSocketNotifier::activated);
    QVERIFY(turn());
    QCOMPARE(reads.size(), 1);
    QCOMPARE(writes.size(), 1);
    QCOMPARE(exceptions.size(), 0);
    writer.setEnabled(false);
    QVERIFY(turn());
    QCOMPARE(reads.size(), 2);
    QCOMPARE(writes.size(), 1);
    writer.setEnabled(true);
    reader.setEnabled(false);
    QVERIFY(turn());
    QCOMPARE(reads.size(), 2);
    QCOMPARE(writes.size(), 2);
}

void TestEpollNotifiers::outOfBandData()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, server.serverPort());
    QTRY_VERIFY(server.hasPendingConnections() && client.state() == QTcpSocket::ConnectedState);
    const std::unique_ptr<QTcpSocket> peer(server.nextPendingConnection());
    QSocketNotifier notifier(peer->socketDescriptor(), QSocketNotifier::Exception);
    QSignalSpy spy(&notifier, &QSocketNotifier::activated);
    QCOMPARE(send(int(client.socketDescriptor()), "!", 1, MSG_OOB), 1);
    QTRY_VERIFY(!spy.isEmpty());
    notifier.setEnabled(false);
}

void TestEpollNotifiers::hangUp_data()
{
    QTest::addColumn<QSocketNotifier::Type>("type");
    QTest::newRow("read") << QSocketNotifier::Read;
    QTest::newRow("write") << QSocketNotifier::Write;
    QTest::newRow("exception") << QSocketNotifier::Exception;
}

void TestEpollNotifiers::hangUp()
{
    QFETCH(const QSocketNotifier::Type, type);
    Pair pair;
    QSocketNotifier notifier(pair.nearEnd(), type);
    QSignalSpy spy(&notifier, &QSocketNotifier::activated);
    const QByteArray block(65536, 'x');
    while (write(pair.nearEnd(), block.constData(), size_t(block.size())) > 0) { }
    QVERIFY(!turn());
    pair.closeFar();
    QVERIFY(turn());
    QCOMPARE(spy.size(), 1);
    notifier.setEnabled(false);
    QVERIFY(!turn());
}

void TestEpollNotifiers::removedWithinBatch()
{
    // Whichever comes first takes away all others: disabled, deleted, or with their descriptor
    // closed.
    std::array<Pair, 6> pairs;
    std::array<std::unique_ptr<QSocketNotifier>, 6> notifiers;
    int activations = 0;
    for (size_t i = 0; i < pairs.size(); ++i) {
        QVERIFY(pairs[i].fill());
        notifiers[i] = std::make_unique<QSocketNotifier>(pairs[i].nearEnd(), QSocketNotifier::Read);
        connect(notifiers[i].get(), &QSocketNotifier::activated, this, [&, i] {
            ++activations;
            for (size_t other = 0; other < pairs.size(); ++other) {
                if (other == i)
                    continue;
                if (other % 3 == 0)
                    notifiers[other]->setEnabled(false);
                else if (other % 3 == 1)
                    notifiers[other].reset();
                else {
                    pairs[other].closeNear();
                    notifiers[other].reset();
                }
            }
            notifiers[i]->setEnabled(false);
        });
    }
    QVERIFY(turn());
    QCOMPARE(activations, 1);
    QVERIFY(!turn());
}

void TestEpollNotifiers::disabledAndEnabledWithinBatch()
{
    // What was registered during a batch gets nothing of it, but the next one.
    std::array<Pair, 2> pairs;
    std::array<std::unique_ptr<QSocketNotifier>, 2> notifiers;
    int activations = 0;
    for (size_t i = 0; i < 2; ++i) {
        QVERIFY(pairs[i].fill());
        notifiers[i] = std::make_unique<QSocketNotifier>(pairs[i].nearEnd(), QSocketNotifier::Read);
        connect(notifiers[i].get(), &QSocketNotifier::activated, this, [&, i] {
            ++activations;
            const size_t other = 1 - i;
            notifiers[other]->setEnabled(false);
            QVERIFY(pairs[other].drain());
            notifiers[other]->setEnabled(true);
        });
    }
    QVERIFY(turn());
    QCOMPARE(activations, 1);
}

void TestEpollNotifiers::descriptorReusedWithinBatch()
{
    std::array<Pair, 2> pairs;
    std::array<std::unique_ptr<QSocketNotifier>, 2> notifiers;
    Pair fresh; // never readable
    std::unique_ptr<QSocketNotifier> reuser;
    int wrong = 0;
    int activations = 0;
    for (size_t i = 0; i < 2; ++i) {
        QVERIFY(pairs[i].fill());
        notifiers[i] = std::make_unique<QSocketNotifier>(pairs[i].nearEnd(), QSocketNotifier::Read);
        connect(notifiers[i].get(), &QSocketNotifier::activated, this, [&, i] {
            if (activations++ > 0)
                return;
            const size_t other = 1 - i;
            notifiers[other].reset();
            // Closes the other descriptor, and opens another file under its number.
            QCOMPARE(dup2(fresh.nearEnd(), pairs[other].nearEnd()), pairs[other].nearEnd());
            reuser =
                std::make_unique<QSocketNotifier>(pairs[other].nearEnd(), QSocketNotifier::Read);
            connect(reuser.get(), &QSocketNotifier::activated, this, [&] { ++wrong; });
            notifiers[i]->setEnabled(false);
        });
    }
    QVERIFY(turn());
    QVERIFY(!turn());
    QCOMPARE(activations, 1);
    QCOMPARE(wrong, 0);
    QVERIFY(fresh.fill());
    QVERIFY(turn());
    QCOMPARE(wrong, 1); // by now it is right
}

void TestEpollNotifiers::leftBehindNotifier()
{
    // Its descriptor was closed under it, and is another file now, that somebody else watches.
    Pair old;
    Pair fresh;
    QSocketNotifier reader(old.nearEnd(), QSocketNotifier::Read);
    QSignalSpy reads(&reader, &QSocketNotifier::activated);
    QCOMPARE(dup2(fresh.nearEnd(), old.nearEnd()), old.nearEnd());
    QSocketNotifier writer(old.nearEnd(), QSocketNotifier::Write);
    QSignalSpy writes(&writer, &QSocketNotifier::activated);
    QVERIFY(fresh.fill());
    QVERIFY(turn());
    QCOMPARE(writes.size(), 1);
    QCOMPARE(reads.size(), 0);
    reader.setEnabled(false);
    QVERIFY(turn());
    QCOMPARE(writes.size(), 2);
    reader.setEnabled(true);
    QVERIFY(turn());
    QCOMPARE(reads.size(), 1);
}

void TestEpollNotifiers::leftBehindNotifierOfSameType()
{
    Pair old;
    Pair fresh;
    auto left = std::make_unique<QSocketNotifier>(old.nearEnd(), QSocketNotifier::Read);
    QSignalSpy wrong(left.get(), &QSocketNotifier::activated);
    QCOMPARE(dup2(fresh.nearEnd(), old.nearEnd()), old.nearEnd());
    QSocketNotifier reader(old.nearEnd(), QSocketNotifier::Read);
    QSignalSpy reads(&reader, &QSocketNotifier::activated);
    QVERIFY(fresh.fill());
    QVERIFY(turn());
    QCOMPARE(reads.size(), 1);
    QCOMPARE(wrong.size(), 0);
    left.reset(); // must not take the other along
    QVERIFY(turn());
    QCOMPARE(reads.size(), 2);
}

void TestEpollNotifiers::closedDescriptor()
{
    Pair pair;
    QSocketNotifier reader(pair.nearEnd(), QSocketNotifier::Read);
    QSocketNotifier writer(pair.nearEnd(), QSocketNotifier::Write);
    pair.closeNear();
    reader.setEnabled(false);
    QVERIFY(!turn());
    writer.setEnabled(false);
    QVERIFY(!turn());

    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(QStringLiteral("cannot watch descriptor")));
    QSocketNotifier none(1'000, QSocketNotifier::Read); // not open
    QVERIFY(!turn());
}

void TestEpollNotifiers::duplicateOutlivesDescriptor()
{
    // epoll goes on watching the file, under a descriptor that is no more, and nobody can stop
    // that.
    Pair pair;
    const int duplicate = dup(pair.nearEnd());
    auto notifier = std::make_unique<QSocketNotifier>(pair.nearEnd(), QSocketNotifier::Read);
    Pair other;
    QSocketNotifier survivor(other.nearEnd(), QSocketNotifier::Read);
    QSignalSpy spy(&survivor, &QSocketNotifier::activated);
    pair.closeNear();
    notifier.reset();
    QVERIFY(pair.fill());

    TimerLog log;
    log.startTimer(50);
    int turns = 0;
    while (log.ids.isEmpty()) {
        turn(QEventLoop::WaitForMoreEvents);
        ++turns;
    }
    QVERIFY2(turns <= 4, qPrintable(QString::number(turns)));
    QVERIFY(other.fill());
    QVERIFY(turn());
    QCOMPARE(spy.size(), 1);
    close(duplicate);
}

void TestEpollNotifiers::regularFile()
{
    const int fd = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
    QVERIFY(fd >= 0);
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(QStringLiteral("cannot watch descriptor")));
    {
        QSocketNotifier notifier(fd, QSocketNotifier::Read);
        QVERIFY(!turn());
    }
    close(fd);
}

void TestEpollNotifiers::levelTriggered()
{
    Pair pair;
    QVERIFY(pair.fill());
    QVERIFY(pair.fill());
    QSocketNotifier notifier(pair.nearEnd(), QSocketNotifier::Read);
    int activations = 0;
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        ++activations;
        QVERIFY(pair.drain()); // one of two
    });
    QVERIFY(turn());
    QVERIFY(turn());
    QVERIFY(!turn());
    QCOMPARE(activations, 2);
}

void TestEpollNotifiers::moreThanOneBatch()
{
    constexpr size_t Count = 400; // a batch is 256
    std::vector<std::unique_ptr<Pair>> pairs;
    std::vector<std::unique_ptr<QSocketNotifier>> notifiers;
    std::vector<int> activations(Count);
    for (size_t i = 0; i < Count; ++i) {
        auto pair = std::make_unique<Pair>();
        if (!pair->isValid)
            QSKIP("Too few descriptors");
        QVERIFY(pair->fill());
        notifiers.push_back(
            std::make_unique<QSocketNotifier>(pair->nearEnd(), QSocketNotifier::Read));
        connect(notifiers.back().get(), &QSocketNotifier::activated, this,
                [&activations, i] { ++activations[i]; });
        pairs.push_back(std::move(pair));
    }
    // Nobody drains, so all stay ready; yet everybody gets a turn.
    for (int i = 0; i < 4; ++i)
        QVERIFY(turn());
    QVERIFY(std::all_of(activations.cbegin(), activations.cend(), [](int n) { return n > 0; }));
}

void TestEpollNotifiers::nestedLoopEndsBatch()
{
    // The nested loop drains the other descriptor; the outer batch must not report it once more.
    std::array<Pair, 2> pairs;
    std::array<std::unique_ptr<QSocketNotifier>, 2> notifiers;
    int activations = 0;
    for (size_t i = 0; i < 2; ++i) {
        QVERIFY(pairs[i].fill());
        notifiers[i] = std::make_unique<QSocketNotifier>(pairs[i].nearEnd(), QSocketNotifier::Read);
        connect(notifiers[i].get(), &QSocketNotifier::activated, this, [&, i] {
            ++activations;
            QVERIFY(pairs[i].drain());
            if (activations == 1)
                QVERIFY(turn());
        });
    }
    QVERIFY(turn());
    QCOMPARE(activations, 2);
    QVERIFY(!turn());
}

int main(int argc, char **argv)
{
    return runOnEpollDispatcher<TestEpollNotifiers>(argc, argv);
}

#include "tst_epollnotifiers.moc"
