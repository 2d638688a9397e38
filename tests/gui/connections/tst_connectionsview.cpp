// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connections/closedmodel.h"
#include "gui/connections/connectionactions.h"
#include "gui/connections/connectionpane.h"
#include "gui/connections/connectionsmodel.h"
#include "gui/connections/connectionsview.h"
#include "gui/connections/sendeventdialog.h"
#include "gui/console.h"
#include "gui/dialogs/confirmdialog.h"
#include "gui/tables/filterbar.h"
#include "gui/tables/tableview.h"
#include "gui/widgets/emptystate.h"
#include "tests/gui/support/fakehub.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

using namespace Signalbox;

class tst_ConnectionsView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysHowToBegin();
    void showsWhoIsConnected();
    void deleteDisconnectsWhatIsSelected();
    void cancelDisconnectsNobody();
    void allMatchingNeedAFilter();
    void disconnectsAllMatching();
    void joinsARoom();
    void leavesARoom();
    void sendsAnEvent();
    void tellsErrors();
    void disabledActionsSayWhy();
    void detailsFollowTheSelection();
    void detailsAreOfTheLastSelected();
    void detailsKeepUp();
    void detailsSayHowItEnded();
    void roomIsLeftFromTheDetails();
    void followedEventsAreKept();
    void selectionSurvivesRefreshes();
    void closedOnesAreListed();
    void findsTheFilter();
    void showsAConnection();
    void hidesNoConnectionThatIsAskedFor();
    void isRestored();
    void namesAreOneLine();

private:
    template <typename Dialog>
    void inDialog(const std::function<void(Dialog &)> &act);
    void confirm(bool accepted, QString *text = nullptr);
    [[nodiscard]] TableView *table(const char *name) const;
    void select(const QByteArray &sid, bool adds = false);
    [[nodiscard]] QString fact(const char *name) const;

    std::unique_ptr<FakeMonitor> m_monitor;
    std::unique_ptr<FakeOperator> m_operator;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<QSignalSpy> m_toasts;
    std::unique_ptr<ConnectionsView> m_view;
    ConnectionsModel *m_model = nullptr;
    TableView *m_table = nullptr;
    ConnectionActions *m_actions = nullptr;
    ConnectionPane *m_pane = nullptr;
};

namespace {

ConnectionInfo infoOf(const QByteArray &sid, const QByteArray &user)
{
    ConnectionInfo info;
    info.sid = sid;
    info.user = user;
    info.address = "192.0.2.1:4711";
    info.transport = "websocket";
    info.rooms = {"project:7", "user:" + user};
    info.connectedAt = QDateTime::currentDateTimeUtc().addSecs(-60);
    return info;
}

ConnectionChanges three()
{
    ConnectionChanges changes;
    changes.isReset = true;
    changes.opened << infoOf("s1", "anna") << infoOf("s2", "bob") << infoOf("s3", "anna");
    return changes;
}

ConnectionChanges closed(const ConnectionInfo &info, quint16 code, const QByteArray &text)
{
    ConnectionChanges changes;
    changes.closed << ClosedConnection{info, {code, text}, QDateTime::currentDateTimeUtc()};
    return changes;
}

const QString ReadOnly = QStringLiteral("The console is read-only.");

} // namespace

void tst_ConnectionsView::init()
{
    QLocale::setDefault(QLocale::c());
    m_monitor = std::make_unique<FakeMonitor>();
    m_operator = std::make_unique<FakeOperator>();
    m_console = std::make_unique<Console>(*m_monitor, *m_operator);
    m_toasts = std::make_unique<QSignalSpy>(m_console.get(), &Console::toastRequested);
    m_view = std::make_unique<ConnectionsView>(*m_console);
    m_view->resize(1200, 700);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_model = m_view->findChild<ConnectionsModel *>();
    m_table = table("Open connections");
    m_actions = m_view->findChild<ConnectionActions *>();
    m_pane = m_view->findChild<ConnectionPane *>();
    QVERIFY(m_model && m_table && m_actions && m_pane);
    if (QTest::currentTestFunction() != QByteArray("saysHowToBegin"))
        Q_EMIT m_monitor->connectionsChanged(three());
}

void tst_ConnectionsView::cleanup()
{
    m_view.reset();
    m_toasts.reset();
    m_console.reset();
    m_operator.reset();
    m_monitor.reset();
}

/// Modal dialogs block; \a act is called while the next one is open.
template <typename Dialog>
void tst_ConnectionsView::inDialog(const std::function<void(Dialog &)> &act)
{
    QTimer::singleShot(0, m_view.get(), [this, act] {
        auto *dialog = qobject_cast<Dialog *>(QApplication::activeModalWidget());
        if (dialog)
            act(*dialog);
        else
            inDialog(act);
    });
}

void tst_ConnectionsView::confirm(bool accepted, QString *text)
{
    inDialog<ConfirmDialog>([accepted, text](ConfirmDialog &dialog) {
        if (text)
            *text = dialog.findChild<QPlainTextEdit *>()->toPlainText();
        if (accepted)
            QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("action")),
                              Qt::LeftButton);
        else
            QTest::keyClick(&dialog, Qt::Key_Return);
    });
}

TableView *tst_ConnectionsView::table(const char *name) const
{
    for (TableView *candidate : m_view->findChildren<TableView *>()) {
        if (candidate->accessibleName() == QString::fromLatin1(name))
            return candidate;
    }
    return nullptr;
}

void tst_ConnectionsView::select(const QByteArray &sid, bool adds)
{
    if (!adds)
        m_table->clearSelection();
    m_table->selectionModel()->setCurrentIndex(m_model->index(m_model->rowOfId(sid), 0),
                                               QItemSelectionModel::Select
                                                   | QItemSelectionModel::Rows);
    QCoreApplication::processEvents();
}

QString tst_ConnectionsView::fact(const char *name) const
{
    for (const QLabel *label : m_pane->findChildren<QLabel *>()) {
        if (label->accessibleName() == QString::fromLatin1(name))
            return label->text();
    }
    return QStringLiteral("no such fact");
}

void tst_ConnectionsView::saysHowToBegin()
{
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

void tst_ConnectionsView::deleteDisconnectsWhatIsSelected()
{
    select("s1");
    select("s3", true);
    m_operator->disconnections.answer = 2;
    QString targets;
    confirm(true, &targets);
    m_table->setFocus();
    QTest::keyClick(m_table, Qt::Key_Delete);
    QCOMPARE(m_operator->disconnections.calls.size(), size_t(1));
    QCOMPARE(std::get<0>(m_operator->disconnections.calls[0]), QList<QByteArray>({"s1", "s3"}));
    QCOMPARE(targets, QStringLiteral("anna, 192.0.2.1:4711, s1\nanna, 192.0.2.1:4711, s3"));
    QTRY_COMPARE(m_toasts->count(), 1);
    QCOMPARE(m_toasts->last().last().value<Console::Tone>(), Console::Tone::Success);
}

void tst_ConnectionsView::cancelDisconnectsNobody()
{
    select("s1");
    confirm(false);
    m_actions->disconnectSelected()->trigger();
    QVERIFY(m_operator->disconnections.calls.empty());
}

void tst_ConnectionsView::allMatchingNeedAFilter()
{
    QAction *action = m_actions->disconnectMatching();
    QVERIFY(!action->isEnabled());
    QCOMPARE(action->toolTip(),
             QStringLiteral("Write a filter first: this is for those that match it."));
    auto *filter = m_view->findChild<FilterBar *>(QStringLiteral("openFilter"));
    filter->setText(QStringLiteral("user:nobody"));
    QVERIFY(!action->isEnabled());
    QCOMPARE(action->toolTip(), QStringLiteral("No connection matches the filter."));
    filter->setText(QStringLiteral("user:anna"));
    QVERIFY(action->isEnabled());
}

void tst_ConnectionsView::disconnectsAllMatching()
{
    m_view->findChild<FilterBar *>(QStringLiteral("openFilter"))
        ->setText(QStringLiteral("user:anna"));
    confirm(true);
    m_actions->disconnectMatching()->trigger();
    QCOMPARE(m_operator->disconnections.calls.size(), size_t(1));
    QCOMPARE(std::get<0>(m_operator->disconnections.calls[0]), QList<QByteArray>({"s1", "s3"}));
}

void tst_ConnectionsView::joinsARoom()
{
    select("s2");
    inDialog<QInputDialog>([](QInputDialog &dialog) {
        dialog.setTextValue(QStringLiteral(" project:9 "));
        dialog.accept();
    });
    m_actions->join()->trigger();
    QCOMPARE(m_operator->joins.calls.size(), size_t(1));
    QCOMPARE(std::get<0>(m_operator->joins.calls[0]), QList<QByteArray>{"s2"});
    QCOMPARE(std::get<1>(m_operator->joins.calls[0]), QByteArray("project:9"));
    inDialog<QInputDialog>([](QInputDialog &dialog) { dialog.reject(); });
    m_actions->join()->trigger();
    QCOMPARE(m_operator->joins.calls.size(), size_t(1));
}

void tst_ConnectionsView::leavesARoom()
{
    select("s2");
    QStringList offered;
    inDialog<QInputDialog>([this, &offered](QInputDialog &dialog) {
        offered = dialog.comboBoxItems();
        dialog.setTextValue(QStringLiteral("user:bob"));
        confirm(true);
        dialog.accept();
    });
    m_actions->leave()->trigger();
    QCOMPARE(offered, QStringList({QStringLiteral("project:7"), QStringLiteral("user:bob")}));
    QCOMPARE(m_operator->leaves.calls.size(), size_t(1));
    QCOMPARE(std::get<1>(m_operator->leaves.calls[0]), QByteArray("user:bob"));
}

void tst_ConnectionsView::sendsAnEvent()
{
    select("s2");
    inDialog<SendEventDialog>([](SendEventDialog &dialog) {
        dialog.findChild<QLineEdit *>()->setText(QStringLiteral("hello"));
        dialog.findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("{\"a\":1}"));
        dialog.findChild<QPushButton *>(QStringLiteral("send"))->click();
    });
    m_actions->send()->trigger();
    QCOMPARE(m_operator->sends.calls.size(), size_t(1));
    QCOMPARE(std::get<1>(m_operator->sends.calls[0]),
             QByteArray("{\"type\":\"hello\",\"data\":{\"a\":1}}"));
}

void tst_ConnectionsView::tellsErrors()
{
    select("s2");
    m_operator->joins.answer = fail(ErrorCode::BadRoom, QStringLiteral("no such room"));
    inDialog<QInputDialog>([](QInputDialog &dialog) {
        dialog.setTextValue(QStringLiteral("bad room"));
        dialog.accept();
    });
    m_actions->join()->trigger();
    QTRY_COMPARE(m_toasts->count(), 1);
    QCOMPARE(m_toasts->last().first().toString(), QStringLiteral("no such room"));
    QCOMPARE(m_toasts->last().last().value<Console::Tone>(), Console::Tone::Error);
}

void tst_ConnectionsView::disabledActionsSayWhy()
{
    const QList<QAction *> changing{m_actions->disconnectSelected(), m_actions->join(),
                                    m_actions->leave(), m_actions->send()};
    for (const QAction *action : changing) {
        QVERIFY(!action->isEnabled());
        QCOMPARE(action->toolTip(), QStringLiteral("Select a connection first."));
    }
    select("s1");
    for (const QAction *action : changing) {
        QVERIFY(action->isEnabled());
        QVERIFY(!action->toolTip().isEmpty());
    }
    m_console->setReadOnly(true);
    for (const QAction *action : changing) {
        QVERIFY(!action->isEnabled());
        QCOMPARE(action->toolTip(), ReadOnly);
    }
    QVERIFY(m_actions->follow()->isEnabled()); // changes nothing
    QTest::keyClick(m_table, Qt::Key_Delete);
    QVERIFY(m_operator->disconnections.calls.empty());
    m_console->setReadOnly(false);
    select("s2", true);
    QVERIFY(m_actions->disconnectSelected()->isEnabled());
    QVERIFY(!m_actions->follow()->isEnabled());
}

void tst_ConnectionsView::detailsFollowTheSelection()
{
    ConnectionDetails details;
    details.headers = "GET / HTTP/1.1\r\nAuthorization: [redacted]\r\n";
    details.tokenId = "t-1";
    details.scopes = {"subscribe", "publish"};
    m_operator->details.answer = details;
    select("s2");
    QCOMPARE(fact("Session"), QStringLiteral("s2"));
    QCOMPARE(fact("User"), QStringLiteral("bob"));
    QTRY_COMPARE(fact("Token"), QStringLiteral("t-1"));
    QCOMPARE(fact("Token expires"), QStringLiteral("never"));
    QCOMPARE(fact("Scopes"), QStringLiteral("subscribe, publish"));
    QCOMPARE(m_pane->findChild<QPlainTextEdit *>()->toPlainText(),
             QStringLiteral("GET / HTTP/1.1\nAuthorization: [redacted]\n"));
    QCOMPARE(m_pane->findChild<QListWidget *>(QStringLiteral("rooms"))->count(), 2);
    m_table->clearSelection();
    QTRY_VERIFY(m_pane->sid().isEmpty());
    QVERIFY(!m_pane->findChild<QTabWidget *>()->isVisible());
}

/// An answer that comes late is not shown for another connection.
void tst_ConnectionsView::detailsAreOfTheLastSelected()
{
    ConnectionDetails details;
    details.tokenId = "of the first";
    m_operator->details.answer = details;
    m_pane->showConnection("s1");
    m_operator->details.answer = fail(ErrorCode::NotFound, QStringLiteral("gone"));
    m_pane->showConnection("s2");
    QTRY_VERIFY(m_pane->findChild<QPlainTextEdit *>()->toPlainText().contains(u"gone"));
    QCOMPARE(fact("Token"), QStringLiteral("–"));
}

void tst_ConnectionsView::detailsKeepUp()
{
    select("s2");
    ConnectionChanges changes;
    changes.subscriptions << ConnectionSubscriptions{"s2", "bob", {"a", "b", "c"}, {"t"}};
    ConnectionFigures figures;
    figures.sid = "s2";
    figures.queuedBytes = 70'000;
    figures.transport = "websocket";
    changes.figures << figures;
    Q_EMIT m_monitor->connectionsChanged(changes);
    QCOMPARE(m_pane->findChild<QListWidget *>(QStringLiteral("rooms"))->count(), 3);
    QTRY_COMPARE(fact("Queued"), QStringLiteral("70.0 kB"));
    QCOMPARE(fact("State"), QStringLiteral("slow"));
}

void tst_ConnectionsView::detailsSayHowItEnded()
{
    select("s2");
    Q_EMIT m_monitor->connectionsChanged(closed(infoOf("s2", "bob"), 4408, "too slow"));
    QCoreApplication::processEvents();
    QCOMPARE(m_pane->sid(), QByteArray("s2"));
    QVERIFY(fact("How it ended").contains(u"4408 slow consumer “too slow”"));
    QCOMPARE(fact("User"), QStringLiteral("bob"));
    QVERIFY(!m_actions->disconnectSelected()->isEnabled());
    select("s1");
    QCOMPARE(fact("User"), QStringLiteral("anna"));
    QVERIFY(!m_pane->findChild<QLabel *>(QStringLiteral("ended"))->isVisible());
}

void tst_ConnectionsView::roomIsLeftFromTheDetails()
{
    select("s2");
    m_pane->findChild<QTabWidget *>()->setCurrentIndex(1);
    auto *rooms = m_pane->findChild<QListWidget *>(QStringLiteral("rooms"));
    auto *leave = m_pane->findChild<QPushButton *>(QStringLiteral("leave"));
    QVERIFY(leave);
    QVERIFY(!leave->isEnabled());
    rooms->setCurrentRow(1);
    QVERIFY(leave->isEnabled());
    confirm(true);
    QTest::mouseClick(leave, Qt::LeftButton);
    QCOMPARE(m_operator->leaves.calls.size(), size_t(1));
    QCOMPARE(std::get<0>(m_operator->leaves.calls[0]), QList<QByteArray>{"s2"});
    QCOMPARE(std::get<1>(m_operator->leaves.calls[0]), QByteArray("user:bob"));
    m_console->setReadOnly(true);
    QVERIFY(!leave->isEnabled());
    QCOMPARE(leave->toolTip(), ReadOnly);
}

void tst_ConnectionsView::followedEventsAreKept()
{
    QSignalSpy requested(m_console.get(), &Console::eventsOfConnectionRequested);
    QSignalSpy topics(m_view.get(), &View::topicsChanged);
    select("s2");
    m_actions->follow()->trigger();
    QCOMPARE(requested.count(), 1);
    QCOMPARE(m_monitor->followed(), QByteArray("s2"));
    QCOMPARE(topics.count(), 1);
    QVERIFY(m_view->topics().testFlag(HubMonitor::Topic::Events));
    ObservedEvents events;
    for (int i = 0; i < ConnectionPane::MaxEvents + 20; ++i) {
        ObservedEvent event;
        event.event.type = "type" + QByteArray::number(i);
        event.event.body = "{}";
        event.acceptedAt = QDateTime::currentDateTimeUtc();
        event.isFollowed = i % 100 != 50;
        events.events << event;
    }
    Q_EMIT m_monitor->eventsObserved(events);
    const auto *list = m_pane->findChild<QListWidget *>(QStringLiteral("events"));
    QVERIFY(list);
    QCOMPARE(list->count(), ConnectionPane::MaxEvents);
    QVERIFY(list->item(0)->text().contains(u"type119"));
    QVERIFY(list->findItems(QStringLiteral("type50 "), Qt::MatchContains).isEmpty());
    select("s1"); // not followed
    QCOMPARE(list->count(), 0);
    Q_EMIT m_monitor->eventsObserved(events);
    QCOMPARE(list->count(), 0);
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

void tst_ConnectionsView::namesAreOneLine()
{
    ConnectionInfo info = infoOf("s9", "anna\nbob, 192.0.2.9:1, s2");
    QVERIFY(!ConnectionActions::nameOf(info).contains(u'\n'));
}

QTEST_MAIN(tst_ConnectionsView)
#include "tst_connectionsview.moc"
