// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/eventsview.h"

#include "gui/console.h"
#include "gui/events/eventdetails.h"
#include "gui/events/eventsmodel.h"
#include "gui/events/eventtable.h"
#include "gui/events/eventtext.h"
#include "gui/json/jsonview.h"
#include "gui/subscriptions/membersview.h"
#include "gui/tables/filterbar.h"
#include "gui/widgets/banner.h"
#include "tests/gui/support/fakehub.h"
#include "tests/gui/support/observed.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Signalbox;

namespace {

struct World
{
    FakeMonitor monitor;
    FakeOperator hubOperator;
    Console console{monitor, hubOperator};
    EventsView view{console};

    World()
    {
        view.resize(900, 600);
        view.show();
        view.activate();
        // Shortcuts are for the active window.
        if (!QTest::qWaitForWindowActive(&view))
            qFatal("the window was not activated");
    }

    void observe(const QList<ObservedEvent> &events, qint64 skipped = 0)
    {
        Q_EMIT monitor.eventsObserved({events, skipped});
    }
    /// Events of the types a, b, a, b, ...
    void observeMixed(int count)
    {
        QList<ObservedEvent> events;
        for (int i = 1; i <= count; ++i)
            events.append(observed(quint64(i), i % 2 ? "a" : "b"));
        observe(events);
    }
    void type(const QString &text)
    {
        view.filterBar()->edit()->setFocus();
        QTest::keyClicks(view.filterBar()->edit(), text);
    }
    Banner *banner(int index) { return view.findChildren<Banner *>().at(index); }
};

} // namespace

class TestEventsView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void watchesFromTheFirstTimeOn();
    void showsWhatPasses();
    void filtersAsOneTypes();
    void leadsFromMatchToMatch();
    void leadsFromMarkToMark();
    void pausesAndCounts();
    void followsAConnection();
    void copiesAsJson();
    void copiesAsCurl();
    void asksWhoWouldReceiveIt();
    void publishesAgainUnlessReadOnly();
    void keepsTheSelectedEventWhenItsRowIsGone();
    void exportsWhatTheFilterLeaves();
    void clears();
    void keepsItsState();
};

void TestEventsView::init()
{
    QLocale::setDefault(QLocale::c());
}

void TestEventsView::watchesFromTheFirstTimeOn()
{
    FakeMonitor monitor;
    FakeOperator hubOperator;
    Console console(monitor, hubOperator);
    EventsView view(console);
    QCOMPARE(view.topics(), HubMonitor::Topics(HubMonitor::Topic::Events));
    QCOMPARE(view.topicsWhileHidden(), HubMonitor::Topics());
    view.activate();
    QCOMPARE(view.topicsWhileHidden(), HubMonitor::Topics(HubMonitor::Topic::Events));
}

void TestEventsView::showsWhatPasses()
{
    World world;
    QVERIFY(!world.view.table()->isVisible());
    QSignalSpy composed(&world.console, &Console::composeRequested);
    for (QPushButton *button : world.view.findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text().startsWith(u"Publish an"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(composed.count(), 1);

    world.observe({observed(1, "pr.created", R"({"n":1.50})")});
    QVERIFY(world.view.table()->isVisible());
    world.view.table()->setFocus();
    QTest::keyClick(world.view.table(), Qt::Key_Home, Qt::ControlModifier);
    world.view.table()->showRow(0);
    QVERIFY(world.view.details()->jsonView()->text().contains(u"\"n\": 1.50"));
    QVERIFY(world.view.details()->jsonView()->text().contains(u"\"event_id\": \"7:1\""));
}

void TestEventsView::filtersAsOneTypes()
{
    World world;
    world.observeMixed(10);
    world.type(QStringLiteral("type:a"));
    QTRY_COMPARE(world.view.model()->rowCount(), 5);
    QTRY_VERIFY(world.view.filterBar()->countText().contains(u"5"));
    world.observe({observed(11, "a"), observed(12, "b")});
    QCOMPARE(world.view.model()->rowCount(), 6);
    world.view.filterBar()->setText(QStringLiteral("room:project:atlas recipients>2 n\":1.5"));
    QTRY_COMPARE(world.view.model()->rowCount(), 12);
    world.view.filterBar()->setText(QStringLiteral("id:7:3"));
    QTRY_COMPARE(world.view.model()->rowCount(), 1);
}

void TestEventsView::leadsFromMatchToMatch()
{
    World world;
    world.observeMixed(6);
    for (QToolButton *button : world.view.findChildren<QToolButton *>()) {
        if (button->text() == u"Only matches")
            QTest::mouseClick(button, Qt::LeftButton);
    }
    world.type(QStringLiteral("type:b"));
    QTRY_VERIFY(!world.view.filterBar()->filter().isEmpty());
    QCOMPARE(world.view.model()->rowCount(), 6);
    world.view.table()->setFocus();
    world.view.table()->showRow(1);
    QTest::keyClick(world.view.table(), Qt::Key_F3);
    QCOMPARE(world.view.table()->selectedRows(), QList<int>{3});
    QTest::keyClick(world.view.table(), Qt::Key_F3);
    QTest::keyClick(world.view.table(), Qt::Key_F3);
    QCOMPARE(world.view.table()->selectedRows(), QList<int>{1});
    QTest::keyClick(world.view.table(), Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(world.view.table()->selectedRows(), QList<int>{5});
    QSignalSpy toasts(&world.console, &Console::toastRequested);
    world.view.filterBar()->setText(QStringLiteral("type:c"));
    world.view.goToNext(1);
    QTRY_COMPARE(toasts.count(), 1);
}

void TestEventsView::leadsFromMarkToMark()
{
    World world;
    world.observeMixed(6);
    QSignalSpy toasts(&world.console, &Console::toastRequested);
    world.view.goToNext(1);
    QCOMPARE(toasts.count(), 1);
    EventTable *table = world.view.table();
    table->setFocus();
    table->showRow(1);
    QTest::keyClick(table, Qt::Key_M);
    QVERIFY(world.view.model()->isMarked(1));
    table->showRow(4);
    QTest::keyClick(table, Qt::Key_M);
    QTest::keyClick(table, Qt::Key_F3);
    QCOMPARE(table->selectedRows(), QList<int>{1});
    QTest::keyClick(table, Qt::Key_M);
    QVERIFY(!world.view.model()->isMarked(1));
    QTest::keyClick(table, Qt::Key_F3);
    QCOMPARE(table->selectedRows(), QList<int>{4});
    // Several at once: all of them are marked if one was not.
    table->selectAll();
    QTest::keyClick(table, Qt::Key_M);
    QCOMPARE(world.view.model()->markedCount(), 6);
    QTest::keyClick(table, Qt::Key_M);
    QCOMPARE(world.view.model()->markedCount(), 0);
}

void TestEventsView::pausesAndCounts()
{
    World world;
    world.observeMixed(3);
    QSignalSpy paused(&world.view, &View::pausedChanged);
    QToolButton *button = nullptr;
    for (QToolButton *one : world.view.findChildren<QToolButton *>()) {
        if (one->text() == u"Pause")
            button = one;
    }
    QVERIFY(button);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(world.view.isPaused());
    QCOMPARE(paused.count(), 1);
    world.observe({observed(4), observed(5)}, 40);
    QCOMPARE(world.view.model()->rowCount(), 3);
    const QString text = world.banner(1)->text();
    QVERIFY(world.banner(1)->isVisible());
    QVERIFY2(text.contains(u"42") && text.contains(u"40"), qPrintable(text));
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!world.view.isPaused());
    QVERIFY(!world.banner(1)->isVisible());
    QCOMPARE(world.view.model()->rowCount(), 6);
    QCOMPARE(paused.count(), 2);
}

void TestEventsView::followsAConnection()
{
    World world;
    world.observeMixed(2);
    world.console.showEventsOf("sid-7");
    QCOMPARE(world.monitor.followed(), QByteArray("sid-7"));
    QVERIFY(world.banner(0)->isVisible());
    QVERIFY(world.banner(0)->text().contains(u"sid-7"));
    QTRY_COMPARE(world.view.model()->rowCount(), 0);
    ObservedEvent mine = observed(3, "a");
    mine.followedSid = "sid-7";
    world.observe({observed(4), mine});
    QCOMPARE(world.view.model()->rowCount(), 1);
    world.view.filterBar()->setText(QStringLiteral("type:b"));
    QTRY_COMPARE(world.view.model()->rowCount(), 0);
    world.view.filterBar()->setText({});
    QTest::mouseClick(world.banner(0)->button(), Qt::LeftButton);
    QVERIFY(world.monitor.followed().isEmpty());
    QVERIFY(!world.banner(0)->isVisible());
    QTRY_COMPARE(world.view.model()->rowCount(), 4);
}

void TestEventsView::copiesAsJson()
{
    World world;
    world.observeMixed(3);
    world.view.table()->setFocus();
    world.view.table()->selectAll();
    QSignalSpy toasts(&world.console, &Console::toastRequested);
    QTest::keyClick(world.view.table(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(toasts.count(), 1);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines.at(1).toUtf8(), EventText::toJson(observed(2, "b").event));
}

void TestEventsView::copiesAsCurl()
{
    World world;
    HubStatus status;
    status.address = QStringLiteral("http://localhost:4711");
    world.monitor.setStatus(status);
    world.observeMixed(1);
    world.view.table()->showRow(0);
    world.view.details()->copyCurl();
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY(text.startsWith(u"curl 'http://localhost:4711/api/v1/events'"));
    QVERIFY(text.contains(u"$SIGNALBOX_TOKEN"));
}

void TestEventsView::asksWhoWouldReceiveIt()
{
    World world;
    ConnectionInfo connection;
    connection.sid = "sid-7";
    world.hubOperator.recipients.answer = RoomMembers{{connection}, 1};
    world.observeMixed(2);
    world.view.table()->showRow(0);
    QVERIFY(world.hubOperator.recipients.calls.empty());
    world.view.details()->requestRecipients();
    QCOMPARE(world.hubOperator.recipients.calls.size(), 1U);
    QCOMPARE(std::get<0>(world.hubOperator.recipients.calls.front()),
             EventText::toPublishable(observed(1, "a").event));
    MembersView *members = world.view.details()->recipients();
    QTRY_VERIFY(members->summary().startsWith(u"1 connection"));
    // An answer about another event is not taken for this one's.
    world.view.details()->requestRecipients();
    world.view.table()->showRow(1);
    QTest::qWait(20);
    QVERIFY(!members->summary().startsWith(u"1 connection"));
    world.hubOperator.recipients.answer =
        Result<RoomMembers>(fail(ErrorCode::InvalidEvent, QStringLiteral("no such thing")));
    world.view.details()->requestRecipients();
    QTRY_COMPARE(members->summary(), QStringLiteral("no such thing"));
}

void TestEventsView::publishesAgainUnlessReadOnly()
{
    World world;
    world.observeMixed(1);
    world.view.table()->showRow(0);
    QSignalSpy composed(&world.console, &Console::composeRequested);
    world.view.details()->publishAgain();
    QCOMPARE(composed.count(), 1);
    QCOMPARE(composed.first().first().toByteArray(),
             EventText::toPublishable(observed(1, "a").event));
    world.console.setReadOnly(true);
    world.view.details()->publishAgain();
    QCOMPARE(composed.count(), 1);
    for (QPushButton *button : world.view.details()->findChildren<QPushButton *>()) {
        if (button->text().startsWith(u"Publish again")) {
            QVERIFY(!button->isEnabled());
            QVERIFY(button->toolTip().contains(u"read-only"));
        }
    }
}

void TestEventsView::keepsTheSelectedEventWhenItsRowIsGone()
{
    World world;
    world.observe(observedBatch(1, 10).events);
    world.view.table()->showRow(2);
    QVERIFY(world.view.details()->event());
    world.observe(observedBatch(11, 10'000).events);
    QCOMPARE(world.view.model()->eventAt(0)->event.id.offset, 11U);
    QVERIFY(world.view.details()->event());
    QCOMPARE(world.view.details()->event()->event.id.offset, 3U);
    QVERIFY(world.view.table()->selectedRows().isEmpty());
}

void TestEventsView::exportsWhatTheFilterLeaves()
{
    World world;
    world.observeMixed(10);
    world.observe({}, 5);
    world.view.filterBar()->setText(QStringLiteral("type:b"));
    QTRY_COMPARE(world.view.model()->rowCount(), 6);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.jsonl"));
    QSignalSpy toasts(&world.console, &Console::toastRequested);
    world.view.exportTo(path);
    QTRY_COMPARE(toasts.count(), 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 5);
    QVERIFY(lines.first().contains(R"("event_id":"7:2")"));
    world.view.exportTo(QStringLiteral("/nonexistent/x.csv"));
    QTRY_COMPARE(toasts.count(), 2);
    QCOMPARE(toasts.last().at(1).value<Console::Tone>(), Console::Tone::Error);
}

void TestEventsView::clears()
{
    World world;
    world.observeMixed(3);
    world.view.table()->showRow(1);
    world.view.clear();
    QCOMPARE(world.view.model()->size(), 0);
    QVERIFY(!world.view.details()->event());
    QVERIFY(!world.view.table()->isVisible());
}

void TestEventsView::keepsItsState()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    {
        World world;
        world.view.filterBar()->setText(QStringLiteral("type:b"));
        world.view.table()->setColumnHidden(EventsModel::IdColumn, false);
        world.view.saveState(settings);
    }
    World world;
    world.view.restoreState(settings);
    QVERIFY(!world.view.table()->isColumnHidden(EventsModel::IdColumn));
    world.observeMixed(2);
    QTRY_COMPARE(world.view.model()->rowCount(), 1);
}

QTEST_MAIN(TestEventsView)
#include "tst_eventsview.moc"
