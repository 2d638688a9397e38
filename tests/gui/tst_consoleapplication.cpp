// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/consoleapplication.h"

#include "gui/connections/closedmodel.h"
#include "gui/connections/connectionpane.h"
#include "gui/connections/connectionsmodel.h"
#include "gui/connections/connectionsview.h"
#include "gui/events/eventdetails.h"
#include "gui/events/eventsmodel.h"
#include "gui/events/eventsview.h"
#include "gui/events/eventtable.h"
#include "gui/json/jsoneditor.h"
#include "gui/json/jsontextedit.h"
#include "gui/log/logmodel.h"
#include "gui/log/logview.h"
#include "gui/mainwindow.h"
#include "gui/publish/publishhistory.h"
#include "gui/publish/publishview.h"
#include "gui/subscriptions/roompanel.h"
#include "gui/subscriptions/roomsmodel.h"
#include "gui/subscriptions/subscriptionsview.h"
#include "gui/tables/filterbar.h"
#include "gui/tables/tableview.h"
#include "gui/widgets/banner.h"
#include "gui/windowactions.h"
#include "tests/gui/support/fakehub.h"
#include "tests/gui/support/isolatedsettings.h"
#include "tests/gui/support/observed.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

using namespace Signalbox;

using Topic = HubMonitor::Topic;

/// Another language and another layout make another window, which has all that the one before had.
class tst_ConsoleApplication : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void connectionsStay_data() { waysToRemake(); }
    void connectionsStay();
    void endedConnectionStays_data() { waysToRemake(); }
    void endedConnectionStays();
    void manyConnectionsStay();
    void roomsStay_data() { waysToRemake(); }
    void roomsStay();
    void eventsStay_data() { waysToRemake(); }
    void eventsStay();
    void placeInTheEventsStays();
    void draftStays_data() { waysToRemake(); }
    void draftStays();
    void logStays_data() { waysToRemake(); }
    void logStays();
    void placeInTheLogStays();
    void nothingIsMissedMeanwhile_data() { waysToRemake(); }
    void nothingIsMissedMeanwhile();

private:
    static void waysToRemake();
    /// As the row of the test says, or by another language.
    void remake();
    template <typename V>
    V *show()
    {
        const QList<View *> views = m_application->window()->views();
        for (int i = 0; i < views.size(); ++i) {
            if (auto *view = qobject_cast<V *>(views.at(i))) {
                m_application->window()->showView(i);
                return view;
            }
        }
        return nullptr;
    }
    void connectThree();
    void closeConnection(const QByteArray &sid);
    void observe(quint64 number, const QByteArray &sid = {})
    {
        ObservedEvent event = observed(number, "t" + QByteArray::number(number));
        event.followedSid = sid;
        Q_EMIT m_monitor->eventsObserved({{event}, 0});
    }
    void log(const QByteArray &name)
    {
        const LogRecord record{
            QDateTime::currentDateTimeUtc(), LogRecord::Level::Warning, name, {}};
        Q_EMIT m_monitor->logged({false, {record}, 0});
    }
    [[nodiscard]] static QByteArrayList typesIn(const EventsView &view)
    {
        QByteArrayList types;
        for (int row = 0; row < view.model()->rowCount(); ++row)
            types << view.model()->eventAt(row)->event.type;
        return types;
    }
    [[nodiscard]] static QByteArrayList sidsOf(const ConnectionsView &view)
    {
        const auto *model = view.findChild<ConnectionsModel *>();
        QByteArrayList sids;
        for (int row = 0; row < model->rowCount(); ++row)
            sids << model->recordAt(row).info.sid;
        return sids;
    }

    [[nodiscard]] static TableView *openTable(const ConnectionsView &view)
    {
        for (TableView *table : view.findChildren<TableView *>()) {
            if (qobject_cast<ConnectionsModel *>(table->model()))
                return table;
        }
        return nullptr;
    }

    std::unique_ptr<IsolatedSettings> m_settings;
    std::unique_ptr<FakeMonitor> m_monitor;
    std::unique_ptr<FakeOperator> m_operator;
    std::unique_ptr<ConsoleApplication> m_application;
};

void tst_ConsoleApplication::init()
{
    m_settings = std::make_unique<IsolatedSettings>();
    m_monitor = std::make_unique<FakeMonitor>();
    m_operator = std::make_unique<FakeOperator>();
    m_application = std::make_unique<ConsoleApplication>(
        *m_monitor, *m_operator, [](const QLocale &) {}, false);
    m_application->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_application->window()));
}

void tst_ConsoleApplication::cleanup()
{
    m_application.reset();
    m_operator.reset();
    m_monitor.reset();
    m_settings.reset();
}

void tst_ConsoleApplication::waysToRemake()
{
    QTest::addColumn<bool>("resetsLayout");
    QTest::newRow("another language") << false;
    QTest::newRow("layout reset") << true;
}

void tst_ConsoleApplication::remake()
{
    bool resetsLayout = false;
    if (QTest::currentDataTag())
        resetsLayout = *static_cast<bool *>(QTest::qData("resetsLayout", QMetaType::Bool));
    const QPointer<MainWindow> before = m_application->window();
    if (resetsLayout)
        before->actions()->resetLayout->trigger();
    else
        m_application->language().set(m_application->language().code() == u"de"
                                          ? QStringLiteral("en")
                                          : QStringLiteral("de"));
    QTRY_VERIFY(!before);
    QVERIFY(m_application->window()->isVisible());
}

void tst_ConsoleApplication::connectThree()
{
    ConnectionChanges changes;
    changes.isReset = true;
    for (const QByteArray sid : {"s1", "s2", "s3"}) {
        ConnectionInfo info;
        info.sid = sid;
        info.user = sid == "s3" ? "bert" : "anna";
        info.connectedAt = QDateTime::currentDateTimeUtc();
        changes.opened << info;
    }
    Q_EMIT m_monitor->connectionsChanged(changes);
}

void tst_ConsoleApplication::closeConnection(const QByteArray &sid)
{
    ConnectionInfo info;
    info.sid = sid;
    info.user = "ended";
    ConnectionChanges changes;
    changes.closed << ClosedConnection{info, {4400, "bad"}, QDateTime::currentDateTimeUtc()};
    Q_EMIT m_monitor->connectionsChanged(changes);
}

void tst_ConsoleApplication::connectionsStay()
{
    auto *view = show<ConnectionsView>();
    connectThree();
    closeConnection("s3");
    view->showConnection("s2");
    view->findChild<FilterBar *>(QStringLiteral("openFilter"))->setText(QStringLiteral("anna"));
    QTRY_COMPARE(view->findChild<ConnectionPane *>()->sid(), QByteArray("s2"));
    m_application->console().follow("s2");
    observe(1, "s2");

    remake();
    view = show<ConnectionsView>();
    QCOMPARE(sidsOf(*view), (QByteArrayList{"s1", "s2"}));
    const auto *closed = view->findChild<ClosedModel *>();
    QCOMPARE(closed->rowCount(), 1);
    QCOMPARE(closed->recordAt(0).closed.reason.text, QByteArray("bad"));
    QCOMPARE(view->findChild<FilterBar *>(QStringLiteral("openFilter"))->text(),
             QStringLiteral("anna"));
    const auto *pane = view->findChild<ConnectionPane *>();
    QCOMPARE(openTable(*view)->selectedRows(), QList<int>{1});
    QCOMPARE(pane->sid(), QByteArray("s2"));
    const auto *events = pane->findChild<QListWidget *>(QStringLiteral("events"));
    QCOMPARE(events->count(), 1);

    observe(2, "s2");
    QCOMPARE(events->count(), 2);
    closeConnection("s1");
    QCOMPARE(sidsOf(*view), QByteArrayList{"s2"});
    QCOMPARE(closed->rowCount(), 2);
}

void tst_ConsoleApplication::endedConnectionStays()
{
    auto *view = show<ConnectionsView>();
    connectThree();
    ConnectionDetails details;
    details.headers = "GET / HTTP/1.1\r\n";
    m_operator->details.answer = details;
    view->showConnection("s3");
    const auto headers = [&view] {
        return view->findChild<QPlainTextEdit *>(QStringLiteral("headers"))->toPlainText();
    };
    QTRY_VERIFY(!headers().isEmpty());
    closeConnection("s3");
    QCoreApplication::processEvents();

    m_operator->details.answer = fail(ErrorCode::NotFound, QStringLiteral("gone"));
    remake();
    view = show<ConnectionsView>();
    QCoreApplication::processEvents();
    QVERIFY2(headers().startsWith(u"GET"), qPrintable(headers()));
    const auto *ended = view->findChild<QLabel *>(QStringLiteral("ended"));
    QVERIFY(ended->isVisible());
    QVERIFY2(ended->text().contains(u"4400"), qPrintable(ended->text()));
    bool saysWho = false;
    for (const QLabel *label : view->findChild<ConnectionPane *>()->findChildren<QLabel *>())
        saysWho = saysWho || label->text() == u"bert";
    QVERIFY(saysWho);
}

/// So many that they are taken over in slices.
void tst_ConsoleApplication::manyConnectionsStay()
{
    constexpr int Count = 60'000;
    ConnectionChanges changes;
    changes.isReset = true;
    for (int i = 0; i < Count; ++i) {
        ConnectionInfo info;
        info.sid = "s" + QByteArray::number(i);
        changes.opened << info;
    }
    auto *view = show<ConnectionsView>();
    Q_EMIT m_monitor->connectionsChanged(changes);
    QTRY_COMPARE(view->findChild<ConnectionsModel *>()->rowCount(), Count);
    view->showConnection("s59999");
    remake();
    closeConnection("s7");
    view = show<ConnectionsView>();
    QTRY_COMPARE(view->findChild<ConnectionsModel *>()->rowCount(), Count - 1);
    QCOMPARE(openTable(*view)->selectedRows(), QList<int>{Count - 2});
    QCOMPARE(sidsOf(*view).first(), QByteArray("s0")); // in the order in which they came
}

void tst_ConsoleApplication::roomsStay()
{
    const auto tell = [this] {
        RoomInfo room;
        room.name = "workflow:a";
        room.members = 3;
        Q_EMIT m_monitor->roomsChanged({true, {room}, {}});
    };
    auto *view = show<SubscriptionsView>();
    tell();
    view->showRoom("workflow:a");
    QCOMPARE(view->panel()->room(), QByteArray("workflow:a"));
    view->panel()->eventEditor()->setJson("{\"type\":\"a\"}");
    m_monitor->beginWatched();
    remake();
    view = show<SubscriptionsView>();
    QCOMPARE(view->panel()->room(), QByteArray("workflow:a"));
    QVERIFY(view->panel()->eventEditor()->json().contains("type"));
    QVERIFY2(!m_monitor->watched().testFlag(Topic::Rooms), "so they are told anew");
    tell();
    QCOMPARE(view->model()->roomCount(), 1);
    QVERIFY(view->model()->roomAt(view->tree()->currentIndex()));
}

void tst_ConsoleApplication::eventsStay()
{
    auto *view = show<EventsView>();
    for (quint64 number = 1; number <= 4; ++number)
        observe(number, number % 2 ? "s1" : "");
    view->model()->setMarked(1, true);
    view->table()->showRow(2);
    view->setPaused(true);
    observe(5);

    remake();
    view = show<EventsView>();
    QCOMPARE(typesIn(*view), (QByteArrayList{"t1", "t2", "t3", "t4"}));
    QVERIFY(view->model()->isMarked(1));
    QCOMPARE(view->model()->markedCount(), 1);
    QCOMPARE(view->table()->selectedRows(), QList<int>{2});
    QCOMPARE(view->details()->event()->event.type, QByteArray("t3"));
    QVERIFY(view->isPaused());
    QVERIFY(m_application->window()->actions()->pause->isChecked());
    QCOMPARE(view->model()->passedMeanwhile(), 1);
    observe(6);
    view->setPaused(false);
    QCOMPARE(typesIn(*view), (QByteArrayList{"t1", "t2", "t3", "t4", "t5", "t6"}));

    m_application->console().follow("s1");
    view->filterBar()->setText(QStringLiteral("type:t*"));
    remake();
    QCOMPARE(m_monitor->followed(), QByteArray("s1"));
    view = show<EventsView>();
    QCOMPARE(typesIn(*view), (QByteArrayList{"t1", "t3"}));
    QCOMPARE(view->filterBar()->text(), QStringLiteral("type:t*"));
    QVERIFY(view->findChild<Banner *>()->isVisible());
}

void tst_ConsoleApplication::placeInTheEventsStays()
{
    auto *view = show<EventsView>();
    for (quint64 number = 0; number < 500; ++number)
        observe(number);
    QTRY_VERIFY(view->table()->topRow() > 400);
    view->table()->stayAt(100);
    QVERIFY(!view->table()->isAtEnd());
    remake();
    view = show<EventsView>();
    observe(500);
    QCoreApplication::processEvents();
    QVERIFY(!view->table()->isAtEnd());
    QCOMPARE(view->table()->topRow(), 100);
    view->table()->goToEnd();
    remake();
    view = show<EventsView>();
    QVERIFY(view->table()->isAtEnd());
    QTRY_VERIFY(view->table()->topRow() > 400);
}

void tst_ConsoleApplication::draftStays()
{
    auto *view = show<PublishView>();
    view->compose(R"({"type":"order.shipped","data":{"n":1}})");
    m_operator->publications.answer = PublishResult{{{7, 1}}, 3};
    view->publish();
    QTRY_COMPARE(view->history()->count(), 1);
    const QString unfinished = QStringLiteral("{ \"n\":   1.50,");
    view->compose(R"({"type":"order.lost","rooms":["project:7"],"data":{}})");
    view->editor()->textEdit()->setPlainText(unfinished);
    const QByteArray json = view->json();

    remake();
    view = show<PublishView>();
    QCOMPARE(view->json(), json);
    QCOMPARE(view->editor()->textEdit()->toPlainText(), unfinished);
    QVERIFY(json.contains("order.lost") && json.contains("project:7"));
    QCOMPARE(view->history()->count(), 1);

    view->compose("[1,");
    QVERIFY(view->isWhole());
    remake();
    view = show<PublishView>();
    QVERIFY(view->isWhole());
    QCOMPARE(view->json(), QByteArray("[1,"));
}

void tst_ConsoleApplication::logStays()
{
    auto *view = show<LogView>();
    log("first");
    log("second");
    view->findChild<FilterBar *>()->setText(QStringLiteral("event:*s*"));
    view->findChild<TableView *>()->showRow(1);
    view->setPaused(true);
    log("third_s");

    remake();
    view = show<LogView>();
    const auto *model = view->findChild<LogModel *>();
    QCOMPARE(model->rowCount(), 2);
    QCOMPARE(model->recordAt(1).event, QByteArray("second"));
    QCOMPARE(view->findChild<TableView *>()->selectedRows(), QList<int>{1});
    QCOMPARE(view->findChild<FilterBar *>()->text(), QStringLiteral("event:*s*"));
    QVERIFY(view->isPaused());
    log("fourth_s");
    view->setPaused(false);
    QCOMPARE(model->rowCount(), 4);
    QCOMPARE(model->recordAt(3).event, QByteArray("fourth_s"));
}

void tst_ConsoleApplication::placeInTheLogStays()
{
    auto *view = show<LogView>();
    for (int i = 0; i < 500; ++i)
        log("line");
    QTRY_VERIFY(view->findChild<TableView *>()->topRow() > 400);
    view->findChild<TableView *>()->showAtTop(100);
    remake();
    view = show<LogView>();
    log("another");
    QCoreApplication::processEvents();
    QCOMPARE(view->findChild<TableView *>()->topRow(), 100);
}

void tst_ConsoleApplication::nothingIsMissedMeanwhile()
{
    show<EventsView>(); // from then on they are watched all the time
    show<PublishView>();
    const HubMonitor::Topics all = Topic::Connections | Topic::Events | Topic::Log;
    QCOMPARE(m_monitor->topics(), all);
    m_monitor->beginWatched();
    remake();
    // A watch that ended and began again would have lost what came in between.
    QCOMPARE(m_monitor->watched(), all);
    QCOMPARE(m_monitor->topics(), all);
    m_application.reset();
    QCOMPARE(m_monitor->topics(), HubMonitor::Topics());
}

QTEST_MAIN(tst_ConsoleApplication)
#include "tst_consoleapplication.moc"
