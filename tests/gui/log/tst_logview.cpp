// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/console.h"
#include "gui/log/logmodel.h"
#include "gui/log/logview.h"
#include "gui/tables/filterbar.h"
#include "gui/tables/tableview.h"
#include "gui/widgets/emptystate.h"
#include "tests/gui/support/fakehub.h"

#include <QComboBox>
#include <QLabel>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace Signalbox;

class tst_LogView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsWhatIsLogged();
    void filtersByLevelAndText();
    void pauseKeepsAndCounts();
    void pauseIsBounded();
    void tellsWhatWasSkipped();
    void followsTheEnd();
    void staysWhereOneReads();
    void resetVoidsWhatWas();
    void isCleared();
    void isRestored();

private:
    void log(int count, LogRecord::Level level = LogRecord::Level::Info, qint64 skipped = 0);
    [[nodiscard]] QString status() const;

    std::unique_ptr<FakeMonitor> m_monitor;
    std::unique_ptr<FakeOperator> m_operator;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<LogView> m_view;
    TableView *m_table = nullptr;
    LogModel *m_model = nullptr;
};

void tst_LogView::init()
{
    QLocale::setDefault(QLocale::c());
    m_monitor = std::make_unique<FakeMonitor>();
    m_operator = std::make_unique<FakeOperator>();
    m_console = std::make_unique<Console>(*m_monitor, *m_operator);
    m_view = std::make_unique<LogView>(*m_console);
    m_view->resize(900, 400);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_table = m_view->findChild<TableView *>();
    m_model = m_view->findChild<LogModel *>();
}

void tst_LogView::cleanup()
{
    m_view.reset();
    m_console.reset();
    m_operator.reset();
    m_monitor.reset();
}

void tst_LogView::log(int count, LogRecord::Level level, qint64 skipped)
{
    LogRecords records;
    records.skipped = skipped;
    for (int i = 0; i < count; ++i) {
        LogRecord record;
        record.at = QDateTime::currentDateTimeUtc();
        record.level = level;
        record.event = "event" + QByteArray::number(i);
        records.records << record;
    }
    Q_EMIT m_monitor->logged(records);
}

QString tst_LogView::status() const
{
    for (const QLabel *label : m_view->findChildren<QLabel *>()) {
        if (label->accessibleName() == QStringLiteral("Log state"))
            return label->isVisible() ? label->text() : QString();
    }
    return QStringLiteral("no such label");
}

void tst_LogView::showsWhatIsLogged()
{
    QVERIFY(m_view->findChild<EmptyState *>()->isVisible());
    log(3);
    QVERIFY(!m_view->findChild<EmptyState *>()->isVisible());
    QCOMPARE(m_table->model()->rowCount(), 3);
    QVERIFY(status().isEmpty());
    QCOMPARE(m_view->topics(), HubMonitor::Topics(HubMonitor::Topic::Log));
}

void tst_LogView::filtersByLevelAndText()
{
    log(3, LogRecord::Level::Debug);
    log(3, LogRecord::Level::Info);
    log(2, LogRecord::Level::Warning);
    log(1, LogRecord::Level::Error);
    auto *level = m_view->findChild<QComboBox *>();
    auto *filter = m_view->findChild<FilterBar *>();
    const QList<int> counts{9, 6, 3, 1};
    for (int i = 0; i < counts.size(); ++i) {
        level->setCurrentIndex(i);
        QCOMPARE(m_model->rowCount(), counts[i]);
    }
    level->setCurrentIndex(2);
    filter->setText(QStringLiteral("event0"));
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(filter->countText(), QStringLiteral("2 of 9"));
    filter->setText(QStringLiteral("level:debug"));
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(m_table->isVisible()); // with its placeholder
}

void tst_LogView::pauseKeepsAndCounts()
{
    log(1);
    QSignalSpy paused(m_view.get(), &View::pausedChanged);
    QToolButton *button = nullptr;
    for (QToolButton *candidate : m_view->findChildren<QToolButton *>()) {
        if (candidate->text() == QStringLiteral("Pause"))
            button = candidate;
    }
    QVERIFY(button);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(m_view->isPaused());
    QCOMPARE(button->text(), QStringLiteral("Resume"));
    log(4);
    QCOMPARE(m_model->rowCount(), 1);
    QVERIFY(status().contains(u"4"));
    m_view->setPaused(false);
    QVERIFY(!button->isChecked());
    QCOMPARE(m_model->rowCount(), 5);
    QVERIFY(status().isEmpty());
    QCOMPARE(paused.count(), 2);
}

void tst_LogView::pauseIsBounded()
{
    m_view->setPaused(true);
    log(int(LogModel::MaxRows));
    log(int(LogModel::MaxRows));
    QVERIFY(status().contains(QStringLiteral("20000")));
    m_view->setPaused(false);
    QCOMPARE(m_model->totalCount(), LogModel::MaxRows);
    QVERIFY(status().contains(QStringLiteral("10000"))); // those came too fast
}

void tst_LogView::tellsWhatWasSkipped()
{
    log(2, LogRecord::Level::Info, 17);
    QVERIFY(status().contains(QStringLiteral("17")));
}

void tst_LogView::followsTheEnd()
{
    log(100);
    QScrollBar *bar = m_table->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    QTRY_COMPARE(bar->value(), bar->maximum());
    const int before = bar->maximum();
    log(50);
    QTRY_VERIFY(bar->maximum() > before);
    QTRY_COMPARE(bar->value(), bar->maximum());
}

void tst_LogView::staysWhereOneReads()
{
    log(100);
    QScrollBar *bar = m_table->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0 && bar->value() == bar->maximum());
    bar->setValue(10);
    const int before = bar->maximum();
    log(50);
    QTRY_VERIFY(bar->maximum() > before);
    QCOMPARE(bar->value(), 10);
    bar->setValue(bar->maximum()); // back again
    log(50);
    QTRY_COMPARE(bar->value(), bar->maximum());
}

void tst_LogView::resetVoidsWhatWas()
{
    LogRecords reset;
    reset.isReset = true;
    reset.records << LogRecord{};
    log(5, LogRecord::Level::Info, 3);
    Q_EMIT m_monitor->logged(reset);
    QCOMPARE(m_model->totalCount(), 1);
    QVERIFY(status().isEmpty());
    m_view->setPaused(true);
    log(5);
    Q_EMIT m_monitor->logged(reset);
    log(2);
    m_view->setPaused(false);
    QCOMPARE(m_model->totalCount(), 3);
}

void tst_LogView::isCleared()
{
    log(5, LogRecord::Level::Info, 3);
    for (QToolButton *button : m_view->findChildren<QToolButton *>()) {
        if (button->accessibleName() == QStringLiteral("Clear"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(m_model->totalCount(), 0);
    QVERIFY(status().isEmpty());
    QVERIFY(m_view->findChild<EmptyState *>()->isVisible());
}

void tst_LogView::isRestored()
{
    const QTemporaryDir directory;
    QSettings settings(directory.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    m_view->findChild<QComboBox *>()->setCurrentIndex(2);
    m_view->findChild<FilterBar *>()->setText(QStringLiteral("event:x"));
    m_view->saveState(settings);
    LogView other(*m_console);
    other.restoreState(settings);
    QCOMPARE(other.findChild<QComboBox *>()->currentIndex(), 2);
    QCOMPARE(other.findChild<FilterBar *>()->text(), QStringLiteral("event:x"));
}

QTEST_MAIN(tst_LogView)
#include "tst_logview.moc"
