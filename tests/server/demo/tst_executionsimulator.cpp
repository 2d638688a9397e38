// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/executionsimulator.h"

#include "executionchecker.h"

#include <QTest>

#include <algorithm>

using namespace Signalbox;

class tst_ExecutionSimulator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eventsAreInLegalOrder_data();
    void eventsAreInLegalOrder();
    void sequenceDependsOnSeedAlone();
    void severalExecutionsRunAtOnce();
    void nodesFailAndRecoverAndSometimesDoNot();
    void everythingNamedAppears();
    void durationsAreSpread();
    void conditionDecidesThePath();
    void tooManyExecutionsAreNotStarted();
};

void tst_ExecutionSimulator::eventsAreInLegalOrder_data()
{
    QTest::addColumn<quint64>("seed");
    QTest::newRow("seed 0") << quint64(0);
    QTest::newRow("seed 1") << quint64(1);
    QTest::newRow("largest seed") << ~quint64(0);
}

void tst_ExecutionSimulator::eventsAreInLegalOrder()
{
    QFETCH(const quint64, seed);
    ExecutionSimulator simulator(seed);
    ExecutionChecker checker;
    for (int i = 0; i < 10'000; ++i) {
        const QString problem = checker.check(simulator.next());
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QCOMPARE(simulator.running(), checker.running());
    }
}

void tst_ExecutionSimulator::sequenceDependsOnSeedAlone()
{
    ExecutionSimulator first(42);
    ExecutionSimulator second(42);
    ExecutionSimulator other(43);
    int different = 0;
    for (int i = 0; i < 2000; ++i) {
        const QByteArray event = first.next();
        QCOMPARE(second.next(), event);
        different += other.next() != event ? 1 : 0;
    }
    QVERIFY(different > 1900);
}

void tst_ExecutionSimulator::severalExecutionsRunAtOnce()
{
    ExecutionSimulator simulator(7);
    constexpr int Events = 10'000;
    qint64 sum = 0;
    for (int i = 0; i < Events; ++i) {
        simulator.next();
        QVERIFY(simulator.running() <= ExecutionSimulator::MaxRunning);
        sum += simulator.running();
    }
    QVERIFY2(sum > 2 * Events, QByteArray::number(double(sum) / Events).constData());
}

void tst_ExecutionSimulator::nodesFailAndRecoverAndSometimesDoNot()
{
    ExecutionSimulator simulator(3);
    ExecutionChecker checker;
    for (int i = 0; i < 20'000; ++i)
        QCOMPARE(checker.check(simulator.next()), QString());
    const int ended = checker.completed() + checker.failed();
    QVERIFY(ended > 1000);
    QVERIFY(checker.retries() > ended / 20);
    QVERIFY(checker.retries() < ended);
    QVERIFY(checker.failed() > 10);
    QVERIFY(checker.failed() < ended / 5);
}

void tst_ExecutionSimulator::everythingNamedAppears()
{
    ExecutionSimulator simulator(11);
    ExecutionChecker checker;
    for (int i = 0; i < 10'000; ++i)
        QCOMPARE(checker.check(simulator.next()), QString());
    const QSet<QString> workflows{QStringLiteral("order-fulfilment"),
                                  QStringLiteral("invoice-intake"), QStringLiteral("market-watch"),
                                  QStringLiteral("support-triage")};
    QCOMPARE(checker.workflows(), workflows);
    const QSet<QString> bots{QStringLiteral("bot-alpha"), QStringLiteral("bot-beta")};
    QCOMPARE(checker.bots(), bots);
    const QSet<QString> strategies{QStringLiteral("momentum"), QStringLiteral("mean-reversion")};
    QCOMPARE(checker.strategies(), strategies);
    const QSet<QString> categories{
        QStringLiteral("trigger"),   QStringLiteral("http"),         QStringLiteral("transform"),
        QStringLiteral("condition"), QStringLiteral("database"),     QStringLiteral("ai"),
        QStringLiteral("trade"),     QStringLiteral("notification"),
    };
    QCOMPARE(checker.categories(), categories);
    const QSet<int> nodeCounts{3, 4, 5, 6, 7, 8};
    QCOMPARE(checker.nodeCounts(), nodeCounts);
}

void tst_ExecutionSimulator::durationsAreSpread()
{
    ExecutionSimulator simulator(5);
    QList<qint64> durations;
    while (durations.size() < 500) {
        const QJsonObject event = QJsonDocument::fromJson(simulator.next()).object();
        if (event[u"type"].toString() == u"node_completed"
            && event[u"node_id"].toString() == u"charge-card")
            durations.append(event[u"duration_ms"].toInteger());
    }
    std::sort(durations.begin(), durations.end());
    const qint64 median = durations.at(durations.size() / 2);
    QVERIFY2(median > 450 && median < 850, QByteArray::number(median).constData());
    QVERIFY(durations.at(durations.size() * 98 / 100) > 2 * median);
    QVERIFY(durations.constFirst() < median / 2);
}

void tst_ExecutionSimulator::conditionDecidesThePath()
{
    ExecutionSimulator simulator(9);
    QHash<QString, bool> answers;
    int followed = 0;
    int left = 0;
    for (int i = 0; i < 10'000; ++i) {
        const QJsonObject event = QJsonDocument::fromJson(simulator.next()).object();
        const QString execution = event[u"execution_id"].toString();
        const QString node = event[u"node_id"].toString();
        if (event[u"type"].toString() == u"node_completed" && node == u"worth-trading")
            answers.insert(execution, event[u"outputs"][u"result"].toBool());
        if (event[u"type"].toString() == u"node_started" && node == u"place-order") {
            QVERIFY(answers.value(execution));
            ++followed;
        }
        if (event[u"type"].toString() == u"execution_completed" && answers.contains(execution)
            && !answers.value(execution))
            ++left;
    }
    QVERIFY(followed > 20);
    QVERIFY(left > 20);
}

void tst_ExecutionSimulator::tooManyExecutionsAreNotStarted()
{
    WorkflowDefinition busy;
    busy.id = "busy";
    busy.name = "Busy";
    busy.triggers = {"manual"};
    busy.meanGapMs = 1;
    NodeDefinition node;
    node.id = "wait";
    node.name = "Wait";
    node.category = "http";
    node.medianMs = 10'000;
    busy.nodes = {node};
    const QList<WorkflowDefinition> workflows{busy};

    ExecutionSimulator simulator(1, workflows);
    qsizetype most = 0;
    for (int i = 0; i < 1000; ++i) {
        simulator.next();
        most = std::max(most, simulator.running());
    }
    QCOMPARE(most, ExecutionSimulator::MaxRunning);
}

QTEST_APPLESS_MAIN(tst_ExecutionSimulator)
#include "tst_executionsimulator.moc"
