// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/log/loghistory.h"

#include "server/log/logger.h"

#include <QTest>

#include <thread>
#include <vector>

using namespace Signalbox;

class tst_LogHistory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsNew();
    void forgetsTheOldest();
    void recordsOfALogger();
    void manyThreads();
};

void tst_LogHistory::tellsWhatIsNew()
{
    LogHistory history;
    QVERIFY(history.since(0).records.records.isEmpty());
    LogRecord record;
    record.event = "a";
    history.add(record);
    record.event = "b";
    history.add(record);
    const LogHistory::Excerpt first = history.since(0);
    QCOMPARE(first.records.records.size(), qsizetype(2));
    QCOMPARE(first.records.records.constFirst().event, QByteArray("a"));
    QVERIFY(history.since(first.next).records.records.isEmpty());
    QCOMPARE(history.since(first.next).next, first.next);
    record.event = "c";
    history.add(record);
    const LogHistory::Excerpt second = history.since(first.next);
    QCOMPARE(second.records.records.size(), qsizetype(1));
    QCOMPARE(second.records.skipped, qint64(0));
    QVERIFY(history.since(1000).records.records.isEmpty());
}

void tst_LogHistory::forgetsTheOldest()
{
    LogHistory history;
    for (int i = 0; i < LogHistory::Capacity + 5; ++i) {
        LogRecord record;
        record.event = QByteArray::number(i);
        history.add(record);
    }
    const LogHistory::Excerpt all = history.since(0);
    QCOMPARE(all.records.records.size(), LogHistory::Capacity);
    QCOMPARE(all.records.skipped, qint64(5));
    QCOMPARE(all.records.records.constFirst().event, QByteArray("5"));
    QCOMPARE(history.since(3).records.skipped, qint64(2));
    QCOMPARE(history.since(5).records.skipped, qint64(0));
    QCOMPARE(history.since(7).records.records.constFirst().event, QByteArray("7"));
}

void tst_LogHistory::recordsOfALogger()
{
    Logger logger(LogFormat::Text, LogLevel::Info, -1);
    logger.debug("below_the_level");
    logger.warning("something",
                   {{"sid", "a b\n"},
                    {"count", 3},
                    {"is_good", true},
                    {"token", "hush"},
                    {"url", "/ws?token=hush&x=1"}});
    const QList<LogRecord> records = logger.history().since(0).records.records;
    QCOMPARE(records.size(), qsizetype(1));
    const LogRecord &record = records.constFirst();
    QCOMPARE(record.event, QByteArray("something"));
    QCOMPARE(record.level, LogRecord::Level::Warning);
    QCOMPARE(record.at.timeSpec(), Qt::UTC);
    const QList<std::pair<QByteArray, QString>> expected{
        {"sid", QStringLiteral("a b\n")},
        {"count", QStringLiteral("3")},
        {"is_good", QStringLiteral("true")},
        {"token", QStringLiteral("[redacted]")},
        {"url", QStringLiteral("/ws?token=[redacted]&x=1")}};
    QCOMPARE(record.fields, expected);
}

void tst_LogHistory::manyThreads()
{
    Logger logger(LogFormat::Text, LogLevel::Info, -1);
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&logger] {
            for (int line = 0; line < 1000; ++line)
                logger.info("line", {{"number", line}});
        });
    }
    quint64 next = 0;
    qint64 seen = 0;
    while (seen < 4000) {
        const LogHistory::Excerpt excerpt = logger.history().since(next);
        next = excerpt.next;
        seen += excerpt.records.records.size() + excerpt.records.skipped;
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(seen, qint64(4000));
}

QTEST_APPLESS_MAIN(tst_LogHistory)
#include "tst_loghistory.moc"
