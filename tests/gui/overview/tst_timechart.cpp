// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/overview/timechart.h"

#include "gui/overview/throughputpanel.h"
#include "gui/theme/theme.h"
#include "tests/gui/support/fakehub.h"

#include <QLocale>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Signalbox;

class tst_TimeChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysSoWhileThereIsNothing();
    void drawsItsSeries();
    void mouseReadsASecond();
    void keysReadASecond();
    void pauseHoldsItStill();
    void panelSavesAPicture();
    void panelKeepsItsChoice();

private:
    void fill(int seconds);

    std::unique_ptr<FakeMonitor> m_monitor;
    std::unique_ptr<MetricsHistory> m_history;
    HubStatus m_status;
    qint64 m_at = 0;
};

void tst_TimeChart::init()
{
    QLocale::setDefault(QLocale::c());
    m_monitor = std::make_unique<FakeMonitor>();
    m_history = std::make_unique<MetricsHistory>(*m_monitor);
    m_status = {};
    m_at = 1'700'000'000'000;
}

/// The n th second has 10 n deliveries.
void tst_TimeChart::fill(int seconds)
{
    for (int i = 0; i < seconds; ++i) {
        m_status.eventsSent += quint64(10 * i);
        m_history->add(m_status, m_at);
        m_at += 1000;
    }
}

void tst_TimeChart::saysSoWhileThereIsNothing()
{
    TimeChart chart(*m_history);
    chart.resize(400, 200);
    chart.show();
    QVERIFY(chart.reading().isEmpty());
    QVERIFY(!chart.grab().isNull());
}

void tst_TimeChart::drawsItsSeries()
{
    Theme theme;
    theme.setChoice(Theme::Choice::Light);
    fill(60);
    TimeChart chart(*m_history);
    chart.resize(400, 200);
    chart.setSeries(
        {{QStringLiteral("out"), Metric::DeliveriesOut, ThemeRole::Accent, Qt::SolidLine}},
        TimeChart::Unit::Rate);
    const QImage with = chart.grab().toImage();
    chart.setSeries({{QStringLiteral("out"), Metric::EventsIn, ThemeRole::Accent, Qt::SolidLine}},
                    TimeChart::Unit::Rate);
    QVERIFY(with != chart.grab().toImage());
}

void tst_TimeChart::mouseReadsASecond()
{
    fill(60);
    TimeChart chart(*m_history);
    chart.resize(400, 200);
    chart.setSeries(
        {{QStringLiteral("out"), Metric::DeliveriesOut, ThemeRole::Accent, Qt::SolidLine}},
        TimeChart::Unit::Rate);
    chart.show();
    QTest::mouseMove(&chart, QPoint(387, 100)); // the right edge of the plot
    QTRY_VERIFY(chart.reading().contains(QStringLiteral("out: 590/s")));
    QTest::mouseMove(&chart, QPoint(1, 100));
    QTRY_VERIFY(chart.reading().isEmpty());
}

void tst_TimeChart::keysReadASecond()
{
    fill(60);
    TimeChart chart(*m_history);
    chart.resize(400, 200);
    chart.setSeries(
        {{QStringLiteral("out"), Metric::DeliveriesOut, ThemeRole::Accent, Qt::SolidLine}},
        TimeChart::Unit::Rate);
    chart.show();
    QTest::keyClick(&chart, Qt::Key_Left);
    QVERIFY(chart.reading().endsWith(QStringLiteral("out: 590/s")));
    QTest::keyClick(&chart, Qt::Key_Left);
    QTest::keyClick(&chart, Qt::Key_Left);
    QVERIFY(chart.reading().endsWith(QStringLiteral("out: 570/s")));
    QVERIFY(chart.accessibleDescription().contains(QStringLiteral("570/s")));
    QTest::keyClick(&chart, Qt::Key_Right);
    QVERIFY(chart.reading().endsWith(QStringLiteral("out: 580/s")));
    QTest::keyClick(&chart, Qt::Key_Escape);
    QVERIFY(chart.reading().isEmpty());
}

void tst_TimeChart::pauseHoldsItStill()
{
    fill(60);
    TimeChart chart(*m_history);
    chart.resize(400, 200);
    chart.setSeries(
        {{QStringLiteral("out"), Metric::DeliveriesOut, ThemeRole::Accent, Qt::SolidLine}},
        TimeChart::Unit::Rate);
    chart.show();
    chart.setPaused(true);
    const QImage before = chart.grab().toImage();
    fill(20);
    QCOMPARE(chart.grab().toImage(), before);
    chart.setPaused(false);
    QVERIFY(chart.grab().toImage() != before);
}

void tst_TimeChart::panelSavesAPicture()
{
    fill(60);
    ThroughputPanel panel(*m_history);
    panel.resize(600, 300);
    panel.show();
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("chart.png"));
    QVERIFY(panel.save(path));
    QVERIFY(QImage(path).width() > 200);
    QVERIFY(!panel.save(folder.filePath(QStringLiteral("no/such/folder.png"))));
}

void tst_TimeChart::panelKeepsItsChoice()
{
    ThroughputPanel panel(*m_history);
    panel.choose(1, 3600);
    QCOMPARE(panel.subject(), 1);
    QCOMPARE(panel.chart()->span(), 3600);
    panel.choose(99, 7); // of another version
    QCOMPARE(panel.span(), 3600);
    QSignalSpy paused(&panel, &ThroughputPanel::pausedChanged);
    panel.setPaused(true);
    panel.setPaused(true);
    QCOMPARE(paused.size(), 1);
}

QTEST_MAIN(tst_TimeChart)

#include "tst_timechart.moc"
