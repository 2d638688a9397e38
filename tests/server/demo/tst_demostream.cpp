// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demostream.h"

#include "common/hub/eventcatalogue.h"
#include "common/hub/eventscanner.h"
#include "demochecker.h"

#include <QTest>

using namespace Signalbox;

class tst_DemoStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eventsAreInLegalOrder_data();
    void eventsAreInLegalOrder();
    void sequenceDependsOnSeedAlone();
    void executionsAreThoseOfTheSimulator();
    void hubAcceptsAll();
    void shareIsModest_data();
    void shareIsModest();
    void everyTypeAppears();
    void backtestsSucceedAndFail();
};

void tst_DemoStream::eventsAreInLegalOrder_data()
{
    QTest::addColumn<quint64>("seed");
    QTest::newRow("seed 0") << quint64(0);
    QTest::newRow("seed 1") << quint64(1);
    QTest::newRow("seed 42") << quint64(42);
    QTest::newRow("largest seed") << ~quint64(0);
}

void tst_DemoStream::eventsAreInLegalOrder()
{
    QFETCH(const quint64, seed);
    DemoStream stream(seed);
    DemoChecker checker;
    for (int i = 0; i < 20'000; ++i) {
        const QString problem = checker.check(stream.next());
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
}

void tst_DemoStream::sequenceDependsOnSeedAlone()
{
    DemoStream first(42);
    DemoStream second(42);
    DemoStream other(43);
    int different = 0;
    for (int i = 0; i < 5000; ++i) {
        const QByteArray event = first.next();
        QCOMPARE(second.next(), event);
        different += other.next() != event ? 1 : 0;
    }
    QVERIFY(different > 4500);
}

void tst_DemoStream::executionsAreThoseOfTheSimulator()
{
    DemoStream stream(5);
    ExecutionSimulator simulator(5);
    for (int i = 0; i < 5000; ++i) {
        const QByteArray event = stream.next();
        if (event.startsWith(R"({"type":"execution_)") || event.startsWith(R"({"type":"node_)"))
            QCOMPARE(event, simulator.next());
    }
}

void tst_DemoStream::hubAcceptsAll()
{
    DemoStream stream(6);
    for (int i = 0; i < 10'000; ++i) {
        const QByteArray json = stream.next();
        const auto result = scanEvents(json, 1'000'000);
        QVERIFY2(result, json.constData());
        const Event &event = result->first().event;
        const bool isForAll = event.type.startsWith("backtest_") || event.type == "strategy_created"
            || event.type == "dashboard_update";
        QCOMPARE(event.rooms.contains("global"), isForAll);
        if (event.type == "notification")
            QCOMPARE(event.rooms, QList<QByteArray>{"user:demo"});
        if (event.type.startsWith("pr.") || event.type.startsWith("issue."))
            QVERIFY(event.rooms == QList<QByteArray>{"project:project-7"}
                    || event.rooms == QList<QByteArray>{"project:project-12"});
        if (event.type.startsWith("agent."))
            QVERIFY(event.rooms.first().startsWith("agent:agent-"));
    }
}

void tst_DemoStream::shareIsModest_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 5; ++seed)
        QTest::addRow("seed %d", int(seed)) << seed;
}

void tst_DemoStream::shareIsModest()
{
    QFETCH(const quint64, seed);
    DemoStream stream(seed);
    DemoChecker checker;
    constexpr int Events = 20'000;
    for (int i = 0; i < Events; ++i)
        QCOMPARE(checker.check(stream.next()), QString());
    QCOMPARE(checker.executionEvents() + checker.otherEvents(), Events);
    const double percent = 100.0 * checker.otherEvents() / Events;
    QVERIFY2(percent > 14 && percent < 20, QByteArray::number(percent).constData());
    QVERIFY(checker.activity().counts().value(QStringLiteral("notification")) > Events / 1000);
}

void tst_DemoStream::everyTypeAppears()
{
    DemoStream stream(11);
    DemoChecker checker;
    for (int i = 0; i < 20'000; ++i)
        QCOMPARE(checker.check(stream.next()), QString());
    const QHash<QString, int> &counts = checker.activity().counts();
    for (const EventCatalogue::Entry &entry : EventCatalogue::entries()) {
        if (entry.isPublishable)
            QVERIFY2(counts.value(QString::fromLatin1(entry.type)) > 0, entry.type.constData());
    }
    for (const char *type : {"backtest_started", "backtest_progress", "backtest_completed",
                             "backtest_failed", "strategy_created", "dashboard_update"})
        QVERIFY2(counts.value(QLatin1String(type)) > 0, type);
    QCOMPARE(checker.executions().workflows().size(), 4);
}

void tst_DemoStream::backtestsSucceedAndFail()
{
    DemoStream stream(3);
    DemoChecker checker;
    for (int i = 0; i < 20'000; ++i)
        QCOMPARE(checker.check(stream.next()), QString());
    const QHash<QString, int> &counts = checker.activity().counts();
    const int completed = counts.value(QStringLiteral("backtest_completed"));
    const int failed = counts.value(QStringLiteral("backtest_failed"));
    QVERIFY(completed > 20);
    QVERIFY(failed > 2);
    QVERIFY(failed < completed);
    QVERIFY(counts.value(QStringLiteral("backtest_progress")) > 4 * completed);
}

QTEST_APPLESS_MAIN(tst_DemoStream)
#include "tst_demostream.moc"
