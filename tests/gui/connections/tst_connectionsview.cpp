// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connections/connectionsview.h"

#include "gui/connections/closedmodel.h"
#include "gui/tables/filterbar.h"
#include "gui/widgets/emptystate.h"
#include "tests/gui/connections/connectionsfixture.h"

#include <QClipboard>
#include <QLineEdit>
#include <QSettings>
#include <QTabWidget>
#include <QTemporaryDir>

using namespace Signalbox;
using namespace Signalbox::Test;

class tst_ConnectionsView : public QObject, private ConnectionsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openWithThree(); }
    void cleanup() { close(); }
    void saysHowToBegin();
    void showsWhoIsConnected();
    void selectionSurvivesRefreshes();
    void closedOnesAreListed();
    void findsTheFilter();
    void showsAConnection();
    void hidesNoConnectionThatIsAskedFor();
    void isRestored();
};

void tst_ConnectionsView::saysHowToBegin()
{
    close();
    open(); // nobody is connected yet
    auto *empty = m_view->findChild<EmptyState *>(QStringLiteral("noClients"));
    QVERIFY(empty->isVisible());
    auto *copy = empty->findChildren<QPushButton *>().first();
    QVERIFY(!copy->isEnabled()); // the server has no address yet
    HubStatus status;
    status.address = QStringLiteral("http://localhost:8001");
    m_monitor->setStatus(status);
    QVERIFY(copy->isEnabled());
    QTest::mouseClick(copy, Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("http://localhost:8001/client"));
    QCOMPARE(m_toasts->count(), 1);
    Q_EMIT m_monitor->connectionsChanged(three());
    QVERIFY(!empty->isVisible());
    QVERIFY(m_table->isVisible());
}

void tst_ConnectionsView::showsWhoIsConnected()
{
    QCOMPARE(m_table->model()->rowCount(), 3);
    auto *tabs = m_view->findChild<QTabWidget *>(QStringLiteral("openOrClosed"));
    QCOMPARE(tabs->tabText(0), QStringLiteral("Open (3)"));
    QCOMPARE(m_view->topics(), HubMonitor::Topics(HubMonitor::Topic::Connections));
}

void tst_ConnectionsView::selectionSurvivesRefreshes()
{
    m_model->setSortKeys({{ConnectionsModel::Queued, Qt::DescendingOrder}});
    select("s3");
    ConnectionChanges changes;
    ConnectionFigures figures;
    figures.sid = "s3";
    figures.queuedBytes = 5000;
    changes.figures << figures;
    Q_EMIT m_monitor->connectionsChanged(changes);
    m_view->refresh();
    QCOMPARE(m_model->rowOfId("s3"), 0);
    QCOMPARE(m_table->selectedRows(), QList<int>{0});
    Q_EMIT m_monitor->connectionsChanged(three()); // a reset
    QCOMPARE(m_pane->sid(), QByteArray("s3"));
    QCOMPARE(m_table->selectedRowCount(), 1);
}

void tst_ConnectionsView::closedOnesAreListed()
{
    auto *closedTable = table("Closed connections");
    Q_EMIT m_monitor->connectionsChanged(closed(infoOf("s1", "anna"), 1000, {}));
    ConnectionChanges later = closed(infoOf("s2", "bob"), 4403, "revoked");
    later.closed[0].closedAt = later.closed[0].closedAt.addSecs(5);
    Q_EMIT m_monitor->connectionsChanged(later);
    QCOMPARE(closedTable->model()->rowCount(), 2);
    QCOMPARE(closedTable->model()->index(0, ClosedModel::Sid).data().toString(),
             QStringLiteral("s2")); // the newest first
    QCOMPARE(m_view->findChild<QTabWidget *>(QStringLiteral("openOrClosed"))->tabText(1),
             QStringLiteral("Closed (2)"));
    QCOMPARE(m_view->topicsWhileHidden(), HubMonitor::Topics(HubMonitor::Topic::Connections));
}

void tst_ConnectionsView::findsTheFilter()
{
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_view->find();
    QTRY_VERIFY(m_view->findChild<FilterBar *>(QStringLiteral("openFilter"))->edit()->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("user:bob"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(m_table->hasFocus());
    QCOMPARE(m_table->model()->rowCount(), 1);
}

void tst_ConnectionsView::showsAConnection()
{
    m_view->findChild<QTabWidget *>(QStringLiteral("openOrClosed"))->setCurrentIndex(1);
    m_view->showConnection("s2");
    QVERIFY(m_table->isVisible());
    QCOMPARE(m_table->selectedRows(), QList<int>{1});
    m_view->showConnection("no such");
    QCOMPARE(m_toasts->count(), 1);
}

void tst_ConnectionsView::hidesNoConnectionThatIsAskedFor()
{
    m_view->findChild<FilterBar *>(QStringLiteral("openFilter"))
        ->setText(QStringLiteral("user:anna"));
    QCOMPARE(m_model->rowOfId("s2"), -1);
    m_view->showConnection("s2");
    QCOMPARE(m_table->selectedRows(), QList<int>{m_model->rowOfId("s2")});
}

void tst_ConnectionsView::isRestored()
{
    const QTemporaryDir directory;
    QSettings settings(directory.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    m_view->findChild<FilterBar *>(QStringLiteral("openFilter"))
        ->setText(QStringLiteral("user:anna"));
    m_table->setColumnShown(ConnectionsModel::Agent, false);
    m_view->saveState(settings);
    ConnectionsView other(*m_console);
    other.restoreState(settings);
    QCOMPARE(other.findChild<FilterBar *>(QStringLiteral("openFilter"))->text(),
             QStringLiteral("user:anna"));
    for (const TableView *candidate : other.findChildren<TableView *>()) {
        if (candidate->accessibleName() == m_table->accessibleName())
            QCOMPARE(candidate->visibleColumns(), m_table->visibleColumns());
    }
}

QTEST_MAIN(tst_ConnectionsView)
#include "tst_connectionsview.moc"
