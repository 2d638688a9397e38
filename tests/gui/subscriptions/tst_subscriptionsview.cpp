// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/subscriptions/subscriptionsview.h"

#include "gui/console.h"
#include "gui/events/eventdetails.h"
#include "gui/events/eventsmodel.h"
#include "gui/events/eventtable.h"
#include "gui/json/jsoneditor.h"
#include "gui/json/jsontextedit.h"
#include "gui/json/jsonview.h"
#include "gui/subscriptions/membersview.h"
#include "gui/subscriptions/roompanel.h"
#include "gui/subscriptions/roomsmodel.h"
#include "gui/tables/filterbar.h"
#include "gui/tables/tableview.h"
#include "tests/gui/support/fakehub.h"
#include "tests/gui/support/observed.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

using namespace Signalbox;

namespace {

RoomInfo room(const QByteArray &name, qint64 members = 1)
{
    return {.name = name,
            .members = members,
            .retained = 2,
            .events = 0,
            .lastEvent = {},
            .lastEventAt = {}};
}

ConnectionInfo connection(const QByteArray &sid)
{
    ConnectionInfo info;
    info.sid = sid;
    info.user = "anna";
    return info;
}

struct World
{
    FakeMonitor monitor;
    FakeOperator hubOperator;
    Console console{monitor, hubOperator};
    SubscriptionsView view{console};

    World()
    {
        hubOperator.members.answer = RoomMembers{{connection("sid-1"), connection("sid-2")}, 2};
        hubOperator.histories.answer = QList<Event>{observed(1).event, observed(2).event};
        view.resize(900, 600);
        view.show();
        view.activate();
    }

    void tell(const QList<RoomInfo> &rooms, bool isReset = false)
    {
        Q_EMIT monitor.roomsChanged({isReset, rooms, {}});
    }
    void tellSome()
    {
        tell({room("global", 9), room("project:1", 3), room("project:2"), room("user:anna")}, true);
    }
    QByteArray selected()
    {
        const RoomInfo *info = view.model()->roomAt(view.tree()->currentIndex());
        return info ? info->name : QByteArray();
    }
};

} // namespace

class TestSubscriptionsView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysWhenThereIsNothing();
    void showsTheTree();
    void keepsWhatIsClosed();
    void filters();
    void drillsDown();
    void leadsToAConnection();
    void asksAnewWhenMembersChange();
    void ignoresTheAnswerAboutAnotherRoom();
    void browsesTheHistory();
    void showsARoomOnRequest();
    void keepsTheSelectionOverAReset();
    void asksWhoWouldReceiveAnEvent();
    void marksWhatIsWrongWithTheEvent();
    void publishesToTheRoom();
};

void TestSubscriptionsView::init()
{
    QLocale::setDefault(QLocale::c());
}

void TestSubscriptionsView::saysWhenThereIsNothing()
{
    World world;
    QVERIFY(!world.view.tree()->isVisible());
    world.tellSome();
    QVERIFY(world.view.tree()->isVisible());
    world.tell({}, true);
    QVERIFY(!world.view.tree()->isVisible());
}

void TestSubscriptionsView::showsTheTree()
{
    World world;
    world.tellSome();
    QCOMPARE(world.view.model()->rowCount(), 3);
    for (int row = 1; row < 3; ++row)
        QVERIFY(world.view.tree()->isExpanded(world.view.model()->index(row, 0)));
    // A kind that comes later is open, too.
    world.tell({room("agent:1")});
    QTRY_VERIFY(world.view.tree()->isExpanded(world.view.model()->index(0, 0)));
}

void TestSubscriptionsView::keepsWhatIsClosed()
{
    World world;
    world.tellSome();
    world.view.tree()->collapse(world.view.model()->index(1, 0));
    world.tellSome();
    QVERIFY(!world.view.tree()->isExpanded(world.view.model()->index(1, 0)));
    QVERIFY(world.view.tree()->isExpanded(world.view.model()->index(2, 0)));
}

void TestSubscriptionsView::filters()
{
    World world;
    world.tellSome();
    world.view.find();
    QTest::keyClicks(world.view.focusWidget(), QStringLiteral("members>2"));
    QTRY_COMPARE(world.view.model()->shownCount(), 2);
    QVERIFY(world.view.filterBar()->countText().contains(u"2"));
}

void TestSubscriptionsView::drillsDown()
{
    World world;
    world.tellSome();
    world.view.tree()->setFocus();
    QTest::keyClick(world.view.tree(), Qt::Key_Home);
    QTest::keyClick(world.view.tree(), Qt::Key_Down);
    QTest::keyClick(world.view.tree(), Qt::Key_Down);
    QCOMPARE(world.selected(), QByteArray("project:1"));
    QCOMPARE(std::get<0>(world.hubOperator.members.calls.back()), QByteArray("project:1"));
    QTRY_VERIFY(world.view.panel()->members()->summary().startsWith(u"2 connection"));
    world.hubOperator.members.answer =
        Result<RoomMembers>(fail(ErrorCode::Internal, QStringLiteral("out of order")));
    world.view.refresh();
    QTRY_COMPARE(world.view.panel()->members()->summary(), QStringLiteral("out of order"));
    world.hubOperator.members.answer = RoomMembers{};
    world.view.refresh();
    QTRY_VERIFY(world.view.panel()->members()->summary().startsWith(u"Nobody"));
}

void TestSubscriptionsView::leadsToAConnection()
{
    World world;
    world.tellSome();
    world.view.showRoom("project:1");
    QTRY_VERIFY(world.view.panel()->members()->summary().startsWith(u"2"));
    QSignalSpy requested(&world.console, &Console::connectionRequested);
    TableView *table = world.view.panel()->members()->table();
    table->setFocus();
    table->showRow(1);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.first().first().toByteArray(), QByteArray("sid-2"));
}

void TestSubscriptionsView::asksAnewWhenMembersChange()
{
    World world;
    world.tellSome();
    world.view.showRoom("project:1");
    const size_t before = world.hubOperator.members.calls.size();
    world.tell({room("project:1", 3)});
    world.tell({room("project:1", 4)});
    world.tell({room("project:1", 5)});
    QCOMPARE(world.hubOperator.members.calls.size(), before);
    QTRY_COMPARE(world.hubOperator.members.calls.size(), before + 1);
}

void TestSubscriptionsView::ignoresTheAnswerAboutAnotherRoom()
{
    World world;
    world.tellSome();
    world.view.showRoom("project:1");
    world.hubOperator.members.answer = RoomMembers{{connection("sid-9")}, 1};
    world.view.showRoom("project:2");
    QTRY_VERIFY(world.view.panel()->members()->summary().startsWith(u"1 connection"));
}

void TestSubscriptionsView::browsesTheHistory()
{
    World world;
    world.tellSome();
    world.view.showRoom("user:anna");
    world.view.panel()->tabs()->setCurrentIndex(1);
    QTRY_COMPARE(world.view.panel()->history()->rowCount(), 2);
    EventTable *table = world.view.panel()->historyTable();
    table->setFocus();
    table->showRow(1);
    const QString text = world.view.panel()->eventDetails()->jsonView()->text();
    QVERIFY(text.contains(u"\"event_id\": \"7:2\""));
    world.view.panel()->history()->setShowsUtc(true);
    QCOMPARE(world.view.panel()->history()->index(1, EventsModel::TimeColumn).data().toString(),
             QStringLiteral("12:00:00.000"));
}

void TestSubscriptionsView::showsARoomOnRequest()
{
    World world;
    world.console.showRoom("user:anna"); // nothing is known yet
    world.tellSome();
    QCOMPARE(world.selected(), QByteArray("user:anna"));
    world.view.filterBar()->setText(QStringLiteral("user"));
    world.console.showRoom("project:2");
    QCOMPARE(world.selected(), QByteArray("project:2"));
    QVERIFY(world.view.filterBar()->text().isEmpty());
}

void TestSubscriptionsView::keepsTheSelectionOverAReset()
{
    World world;
    world.tellSome();
    world.view.showRoom("project:2");
    const size_t before = world.hubOperator.members.calls.size();
    world.tellSome();
    QCOMPARE(world.selected(), QByteArray("project:2"));
    QCOMPARE(world.hubOperator.members.calls.size(), before);
}

void TestSubscriptionsView::asksWhoWouldReceiveAnEvent()
{
    World world;
    world.hubOperator.recipients.answer = RoomMembers{{connection("sid-5")}, 1};
    RoomPanel *panel = world.view.panel();
    panel->tabs()->setCurrentIndex(2);
    panel->askForRecipients();
    QVERIFY(world.hubOperator.recipients.calls.empty());
    QTest::keyClicks(panel->eventEditor()->textEdit(), QStringLiteral("{\"type\":\"a\"}"));
    QTest::keyClick(panel->eventEditor()->textEdit(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(panel->recipients()->summary().startsWith(u"1 connection"));
    QCOMPARE(std::get<0>(world.hubOperator.recipients.calls.back()),
             QByteArray("{\"type\":\"a\"}"));
}

void TestSubscriptionsView::marksWhatIsWrongWithTheEvent()
{
    World world;
    RoomPanel *panel = world.view.panel();
    world.hubOperator.recipients.answer = Result<RoomMembers>(
        fail(ErrorCode::InvalidEvent, QStringLiteral("no room"), QStringLiteral("rooms[1]")));
    panel->eventEditor()->setJson(R"({"type":"a","rooms":["global","b"]})");
    panel->askForRecipients();
    QTRY_COMPARE(panel->recipients()->summary(), QStringLiteral("no room"));
    QCOMPARE(panel->eventEditor()->errorLine(), 4);
    // An answer to what was asked before says nothing of what is there now.
    panel->askForRecipients();
    panel->eventEditor()->setJson(R"({"type":"b"})");
    QTRY_VERIFY(panel->recipients()->summary().contains(u"changed"));
    QCOMPARE(panel->eventEditor()->errorLine(), -1);
}

void TestSubscriptionsView::publishesToTheRoom()
{
    World world;
    world.tellSome();
    QPushButton *publish = nullptr;
    for (QPushButton *button : world.view.findChildren<QPushButton *>()) {
        if (button->text().startsWith(u"Publish here"))
            publish = button;
    }
    QVERIFY(publish);
    QVERIFY(!publish->isEnabled());
    world.view.showRoom("project:2");
    QSignalSpy composed(&world.console, &Console::composeRequested);
    QTest::mouseClick(publish, Qt::LeftButton);
    QCOMPARE(composed.count(), 1);
    QVERIFY(composed.first().first().toByteArray().contains("project:2"));
    world.console.setReadOnly(true);
    QVERIFY(!publish->isEnabled());
    QVERIFY(publish->toolTip().contains(u"read-only"));
}

QTEST_MAIN(TestSubscriptionsView)
#include "tst_subscriptionsview.moc"
