// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/overview/metricshistory.h"

#include "gui/figures.h"
#include "tests/gui/support/fakehub.h"

#include <QLocale>
#include <QTest>
#include <QTimeZone>

using namespace Signalbox;

class tst_MetricsHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void ratesArePerSecond();
    void anotherStartIsNoRate();
    void keepsAnHour();
    void samplesWhatTheMonitorSays();
    void durations_data();
    void durations();
    void figures();
};

void tst_MetricsHistory::ratesArePerSecond()
{
    const FakeMonitor monitor;
    MetricsHistory history(monitor);
    HubStatus status;
    status.eventsReceived = 1000;
    status.queuedBytes = 77;
    history.add(status, 10'000);
    QCOMPARE(history.newest().value(Metric::EventsIn), 0.0); // nothing to compare with
    status.eventsReceived = 1300;
    status.bytesSent = 500;
    history.add(status, 12'000);
    QCOMPARE(history.newest().value(Metric::EventsIn), 150.0);
    QCOMPARE(history.newest().value(Metric::BytesOut), 250.0);
    QCOMPARE(history.newest().value(Metric::QueuedBytes), 77.0);
}

void tst_MetricsHistory::anotherStartIsNoRate()
{
    const FakeMonitor monitor;
    MetricsHistory history(monitor);
    HubStatus status;
    status.eventsSent = 1000;
    history.add(status, 1000);
    status.eventsSent = 5;
    history.add(status, 2000);
    QCOMPARE(history.newest().value(Metric::DeliveriesOut), 0.0);
    history.add(status, 2000); // no time has passed
    QCOMPARE(history.newest().value(Metric::DeliveriesOut), 0.0);
}

void tst_MetricsHistory::keepsAnHour()
{
    const FakeMonitor monitor;
    MetricsHistory history(monitor);
    QCOMPARE(history.last(Metric::Rooms, 10), QList<double>());
    HubStatus status;
    for (int i = 1; i <= MetricsHistory::Capacity + 10; ++i) {
        status.rooms = i;
        history.add(status, i * 1000);
    }
    QCOMPARE(history.size(), MetricsHistory::Capacity);
    QCOMPARE(history.newest().value(Metric::Rooms), double(MetricsHistory::Capacity + 10));
    QCOMPARE(history.last(Metric::Rooms, 2),
             (QList<double>{MetricsHistory::Capacity + 9, MetricsHistory::Capacity + 10}));
    const QList<MetricsSample> all = history.last(100'000);
    QCOMPARE(all.size(), MetricsHistory::Capacity);
    QCOMPARE(all.first().at, 11'000);
    QVERIFY(std::is_sorted(all.cbegin(), all.cend(),
                           [](const auto &a, const auto &b) { return a.at < b.at; }));
}

void tst_MetricsHistory::samplesWhatTheMonitorSays()
{
    FakeMonitor monitor;
    const MetricsHistory history(monitor);
    HubStatus status;
    status.startedAt = QDateTime::currentDateTimeUtc();
    status.connections = 5;
    monitor.setStatus(status);
    QTRY_COMPARE(history.newest().value(Metric::Connections), 5.0);
}

void tst_MetricsHistory::durations_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64(0) << QStringLiteral("0 s");
    QTest::newRow("a clock that was set back") << qint64(-5) << QStringLiteral("0 s");
    QTest::newRow("seconds") << qint64(59) << QStringLiteral("59 s");
    QTest::newRow("minutes") << qint64(61) << QStringLiteral("1 min 1 s");
    QTest::newRow("hours") << qint64(7384) << QStringLiteral("2 h 3 min");
    QTest::newRow("days") << qint64(90'000) << QStringLiteral("1 d 1 h");
}

void tst_MetricsHistory::durations()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, text);
    QCOMPARE(Figures::duration(seconds), text);
}

void tst_MetricsHistory::figures()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(Figures::count(1234), QStringLiteral("1,234"));
    QCOMPARE(Figures::count(12'345'678), QStringLiteral("12.3 M"));
    QCOMPARE(Figures::rate(0), QStringLiteral("0/s"));
    QCOMPARE(Figures::rate(0.44), QStringLiteral("0.4/s"));
    QCOMPARE(Figures::rate(9.96), QStringLiteral("10/s"));
    QCOMPARE(Figures::bytes(999), QStringLiteral("999 B"));
    QCOMPARE(Figures::byteRate(1'234'567), QStringLiteral("1.2 MB/s"));
    const QDateTime at = QDateTime(QDate(2024, 1, 2), QTime(14, 3, 4), QTimeZone::utc()).toUTC();
    QVERIFY(Figures::time(at, true).contains(QStringLiteral(":03:04")));
    QLocale::setDefault(QLocale(QLocale::German));
    QCOMPARE(Figures::count(1234), QStringLiteral("1.234"));
    QCOMPARE(Figures::time(at, true), QStringLiteral("14:03:04"));
    QLocale::setDefault(QLocale::c());
}

QTEST_GUILESS_MAIN(tst_MetricsHistory)

#include "tst_metricshistory.moc"
