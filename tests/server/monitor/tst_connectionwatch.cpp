// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/monitor/connectionwatch.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>

#include <memory>

using namespace Signalbox;

namespace {

class FakeConnection final : public Connection
{
public:
    explicit FakeConnection(const QByteArray &sid) { m_info.sid = sid; }
    [[nodiscard]] const QByteArray &sid() const override { return m_info.sid; }
    [[nodiscard]] ConnectionInfo info() const override { return m_info; }
    [[nodiscard]] ConnectionActivity activity() const override { return now; }
    [[nodiscard]] qsizetype subscriptionCount() const override { return 0; }
    void close(quint16, const QByteArray &) override { }
    void join(const QByteArray &room)
    {
        m_info.rooms.append(room);
        ++now.subscriptionVersion;
    }

    ConnectionActivity now;

private:
    ConnectionInfo m_info;
};

/// Connections, and what somebody knows of them who applies each batch.
struct World
{
    FakeConnection &open(const QByteArray &sid)
    {
        connections.push_back(std::make_unique<FakeConnection>(sid));
        registry.add(*connections.back());
        return *connections.back();
    }
    void close(const QByteArray &sid) { registry.remove(registry.find(sid)->info(), {1000, "x"}); }

    /// False if the batch makes no sense to who knows what was told before.
    bool apply(const ConnectionChanges &changes)
    {
        bool makesSense = true;
        if (changes.isReset)
            known.clear();
        for (const ConnectionInfo &info : changes.opened) {
            makesSense &= !known.contains(info.sid);
            known.insert(info.sid);
        }
        for (const ConnectionSubscriptions &one : changes.subscriptions)
            makesSense &= known.contains(one.sid);
        for (const ConnectionFigures &one : changes.figures)
            makesSense &= known.contains(one.sid);
        for (const ClosedConnection &one : changes.closed)
            makesSense &= known.remove(one.info.sid);
        closed += changes.closed.size();
        return makesSense;
    }
    /// Takes what there is to take, in some batches.
    bool takeAll(ConnectionWatch &watch, int quietBatches = 1)
    {
        bool makesSense = true;
        for (int quiet = 0; quiet < quietBatches;) {
            const auto changes = watch.take();
            quiet += !changes;
            makesSense &= !changes || apply(*changes);
        }
        return makesSense;
    }
    [[nodiscard]] bool knowsAll() const
    {
        QSet<QByteArray> there;
        for (const Connection *connection : registry.all())
            there.insert(connection->sid());
        return known == there;
    }

    ConnectionRegistry registry;
    std::vector<std::unique_ptr<FakeConnection>> connections;
    QSet<QByteArray> known;
    qsizetype closed = 0;
};

} // namespace

class tst_ConnectionWatch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithAReset();
    void manyExistingInSlices();
    void changesWhileItBegins();
    void openedAndClosedInBetween();
    void burstsAreSpread();
    void tooMuchBeginsAgain();
    void figuresOnlyIfChanged();
    void subscriptionsOnlyIfChanged();
    void nothingIsLostInAStorm();
};

void tst_ConnectionWatch::beginsWithAReset()
{
    World world;
    ConnectionWatch empty(world.registry);
    const auto changes = empty.take();
    QVERIFY(changes && changes->isReset && changes->opened.isEmpty());
    QVERIFY(!empty.take());

    world.open("a");
    ConnectionWatch watch(world.registry);
    const auto first = watch.take();
    QVERIFY(first && first->isReset);
    QCOMPARE(first->opened.size(), qsizetype(1));
    QCOMPARE(first->opened.constFirst().sid, QByteArray("a"));
}

void tst_ConnectionWatch::manyExistingInSlices()
{
    constexpr qsizetype Count = 100'000;
    World world;
    for (qsizetype i = 0; i < Count; ++i)
        world.open(QByteArray::number(i));
    ConnectionWatch watch(world.registry);
    int batches = 0;
    for (; world.known.size() < Count; ++batches) {
        const auto changes = watch.take();
        QVERIFY(changes);
        QCOMPARE(changes->isReset, batches == 0);
        QVERIFY(changes->opened.size() <= ConnectionWatch::MaxPerBatch);
        QVERIFY(world.apply(*changes));
    }
    QVERIFY(batches >= Count / ConnectionWatch::MaxPerBatch);
    QVERIFY(world.knowsAll());
}

void tst_ConnectionWatch::changesWhileItBegins()
{
    World world;
    for (int i = 0; i < 5000; ++i)
        world.open("old" + QByteArray::number(i));
    ConnectionWatch watch(world.registry);
    QVERIFY(world.apply(*watch.take()));
    world.close("old0"); // was told
    world.close("old4999"); // was not
    world.open("new0"); // in the place of the one
    world.open("new1"); // in the place of the other
    world.open("new2");
    QVERIFY(world.takeAll(watch));
    QCOMPARE(world.closed, qsizetype(2));
    QVERIFY(world.knowsAll());
}

void tst_ConnectionWatch::openedAndClosedInBetween()
{
    World world;
    ConnectionWatch watch(world.registry);
    QVERIFY(watch.take());
    world.open("a");
    world.close("a");
    const auto changes = watch.take();
    QVERIFY(changes);
    QCOMPARE(changes->opened.size(), qsizetype(1));
    QCOMPARE(changes->closed.size(), qsizetype(1));
    QCOMPARE(changes->closed.constFirst().reason.text, QByteArray("x"));
    QVERIFY(changes->closed.constFirst().closedAt.isValid());
}

void tst_ConnectionWatch::burstsAreSpread()
{
    World world;
    ConnectionWatch watch(world.registry);
    QVERIFY(watch.take());
    for (int i = 0; i < 2500; ++i)
        world.open(QByteArray::number(i));
    for (const qsizetype expected : {1000, 1000, 500}) {
        const auto changes = watch.take();
        QVERIFY(changes && !changes->isReset);
        QCOMPARE(changes->opened.size(), expected);
        QVERIFY(world.apply(*changes));
    }
    QVERIFY(world.knowsAll());
}

void tst_ConnectionWatch::tooMuchBeginsAgain()
{
    World world;
    ConnectionWatch watch(world.registry);
    QVERIFY(watch.take());
    world.open("stays");
    for (int i = 0; i < ConnectionWatch::MaxPending; ++i) {
        world.open(QByteArray::number(i));
        world.close(QByteArray::number(i));
    }
    const auto changes = watch.take();
    QVERIFY(changes && changes->isReset);
    QVERIFY(world.apply(*changes));
    QVERIFY(world.takeAll(watch));
    QVERIFY(world.knowsAll());
}

void tst_ConnectionWatch::figuresOnlyIfChanged()
{
    World world;
    FakeConnection &a = world.open("a");
    world.open("b");
    ConnectionWatch watch(world.registry);
    QVERIFY(watch.take());
    a.now.sent = {3, 300};
    a.now.queuedBytes = 70;
    a.now.isPolling = true;
    a.now.lastReceived = std::chrono::steady_clock::now() - std::chrono::seconds(60);
    QList<ConnectionFigures> told;
    for (quint32 i = 0; i < 3 * ConnectionWatch::BatchesPerRound; ++i) {
        if (const auto changes = watch.take()) {
            QVERIFY(changes->subscriptions.isEmpty());
            told += changes->figures;
        }
    }
    QCOMPARE(told.size(), qsizetype(1));
    QCOMPARE(told.constFirst().sid, QByteArray("a"));
    QCOMPARE(told.constFirst().sent.messages, quint64(3));
    QCOMPARE(told.constFirst().sent.bytes, quint64(300));
    QCOMPARE(told.constFirst().queuedBytes, qint64(70));
    QCOMPARE(told.constFirst().transport, QByteArray("polling"));
    const qint64 idle = told.constFirst().lastReceivedAt.secsTo(QDateTime::currentDateTimeUtc());
    QVERIFY(idle >= 59 && idle < 90);
}

void tst_ConnectionWatch::subscriptionsOnlyIfChanged()
{
    World world;
    FakeConnection &a = world.open("a");
    world.open("b");
    ConnectionWatch watch(world.registry);
    QVERIFY(watch.take());
    a.join("bot:1");
    QList<ConnectionSubscriptions> told;
    for (quint32 i = 0; i < 3 * ConnectionWatch::BatchesPerRound; ++i) {
        if (const auto changes = watch.take()) {
            QVERIFY(changes->figures.isEmpty());
            told += changes->subscriptions;
        }
    }
    QCOMPARE(told.size(), qsizetype(1));
    QCOMPARE(told.constFirst().sid, QByteArray("a"));
    QCOMPARE(told.constFirst().rooms, QList<QByteArray>{"bot:1"});
}

void tst_ConnectionWatch::nothingIsLostInAStorm()
{
    World world;
    ConnectionWatch watch(world.registry);
    for (int round = 0; round < 300; ++round) {
        for (int i = 0; i < 40; ++i)
            world.open(QByteArray::number(round) + '.' + QByteArray::number(i));
        for (int i = 0; i < 40; i += 1 + round % 3)
            world.close(QByteArray::number(round) + '.' + QByteArray::number(i));
        for (const auto &connection : world.connections)
            ++connection->now.received.messages;
        if (const auto changes = watch.take())
            QVERIFY(world.apply(*changes));
    }
    QVERIFY(world.takeAll(watch, 25));
    QVERIFY(world.knowsAll());
}

QTEST_GUILESS_MAIN(tst_ConnectionWatch)
#include "tst_connectionwatch.moc"
