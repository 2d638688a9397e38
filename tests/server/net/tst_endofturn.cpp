// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/endofturn.h"

#include "tests/support/eventually.h"

#include <functional>
#include <memory>

using namespace Signalbox;
using namespace Signalbox::Test;

namespace {

class Work final : public EndOfTurn::Task
{
public:
    explicit Work(EndOfTurn &endOfTurn, std::function<void()> action = {})
        : Task(endOfTurn)
        , m_action(std::move(action))
    { }
    ~Work() override = default;

    using Task::schedule;

    int count = 0;

private:
    void endTurn() override
    {
        ++count;
        if (const auto action = m_action)
            action(); // may destroy us
    }

    std::function<void()> m_action;
};

} // namespace

class TestEndOfTurn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsOncePerTurnInOrder();
    void runsAfterWhatWasPosted();
    void schedulesAnotherRoundFromWithin();
    void isNotDueTwiceInARound();
    void survivesDestruction_data();
    void survivesDestruction();
    void forgetsTheDestroyedBeforeTheRound();
    void placesAreReused();
};

void TestEndOfTurn::runsOncePerTurnInOrder()
{
    EndOfTurn endOfTurn;
    QList<int> order;
    Work first(endOfTurn, [&] { order.append(1); });
    Work second(endOfTurn, [&] { order.append(2); });
    Work never(endOfTurn, [&] { order.append(3); });
    for (int i = 0; i < 3; ++i) {
        second.schedule();
        first.schedule();
    }
    QVERIFY(order.isEmpty()); // not before the turn ends
    settle();
    QCOMPARE(order, (QList<int>{2, 1}));
    settle();
    QCOMPARE(order, (QList<int>{2, 1}));
}

void TestEndOfTurn::runsAfterWhatWasPosted()
{
    EndOfTurn endOfTurn;
    QList<int> order;
    Work work(endOfTurn, [&] { order.append(2); });
    work.schedule();
    QMetaObject::invokeMethod(
        this, [&] { order.append(1); }, Qt::QueuedConnection);
    settle();
    QCOMPARE(order, (QList<int>{1, 2}));
}

void TestEndOfTurn::schedulesAnotherRoundFromWithin()
{
    EndOfTurn endOfTurn;
    QList<int> order;
    std::unique_ptr<Work> again;
    again = std::make_unique<Work>(endOfTurn, [&] {
        order.append(1);
        if (order.size() < 6)
            again->schedule();
    });
    Work other(endOfTurn, [&] {
        order.append(2);
        other.schedule();
    });
    again->schedule();
    other.schedule();
    for (int turn = 0; turn < 3; ++turn)
        QCoreApplication::sendPostedEvents(&endOfTurn);
    // Alternating: a task that comes back does not starve the others.
    QVERIFY(order.size() >= 6);
    QCOMPARE(order.first(6), (QList<int>{1, 2, 1, 2, 1, 2}));
}

void TestEndOfTurn::isNotDueTwiceInARound()
{
    EndOfTurn endOfTurn;
    Work second(endOfTurn);
    Work first(endOfTurn, [&] { second.schedule(); });
    first.schedule();
    second.schedule();
    settle();
    QCOMPARE(first.count, 1);
    QCOMPARE(second.count, 1);
}

void TestEndOfTurn::survivesDestruction_data()
{
    QTest::addColumn<int>("destroyer");
    QTest::addColumn<int>("victim");
    QTest::addColumn<QList<int>>("order");
    QTest::newRow("itself") << 0 << 0 << QList<int>{0, 1, 2};
    QTest::newRow("the next") << 0 << 1 << QList<int>{0, 2};
    QTest::newRow("the last") << 0 << 2 << QList<int>{0, 1};
    QTest::newRow("an earlier one") << 1 << 0 << QList<int>{0, 1, 2};
    QTest::newRow("the last itself") << 2 << 2 << QList<int>{0, 1, 2};
}

void TestEndOfTurn::survivesDestruction()
{
    QFETCH(const int, destroyer);
    QFETCH(const int, victim);
    EndOfTurn endOfTurn;
    QList<int> order;
    std::vector<std::unique_ptr<Work>> tasks;
    for (int i = 0; i < 3; ++i) {
        tasks.push_back(std::make_unique<Work>(endOfTurn, [&, i] {
            order.append(i);
            if (i == destroyer)
                tasks[size_t(victim)].reset();
        }));
        tasks.back()->schedule();
    }
    settle();
    QTEST(order, "order");
}

void TestEndOfTurn::forgetsTheDestroyedBeforeTheRound()
{
    EndOfTurn endOfTurn;
    QList<int> order;
    Work first(endOfTurn, [&] { order.append(1); });
    auto gone = std::make_unique<Work>(endOfTurn, [&] { order.append(2); });
    Work last(endOfTurn, [&] { order.append(3); });
    first.schedule();
    gone->schedule();
    last.schedule();
    gone.reset();
    settle();
    QCOMPARE(order, (QList<int>{1, 3}));
}

void TestEndOfTurn::placesAreReused()
{
    // Scheduled in the round before, destroyed in the next, with others in between: a stale place
    // would clear somebody else's.
    EndOfTurn endOfTurn;
    int runs = 0;
    auto first = std::make_unique<Work>(endOfTurn);
    first->schedule();
    settle();
    Work other(endOfTurn, [&] { ++runs; });
    other.schedule();
    first.reset();
    settle();
    QCOMPARE(runs, 1);
}

SIGNALBOX_EPOLL_TEST_MAIN(TestEndOfTurn)

#include "tst_endofturn.moc"
