// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/publish/publishview.h"

#include "common/hub/eventcatalogue.h"
#include "common/protocol/json.h"
#include "gui/console.h"
#include "gui/json/jsoneditor.h"
#include "gui/json/jsontextedit.h"
#include "gui/publish/publishhistory.h"
#include "gui/subscriptions/membersview.h"
#include "tests/gui/support/fakehub.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>

using namespace Signalbox;

namespace {

const QByteArray Progress =
    R"({"type":"workflow.progress","data":{"workflow_id":"w","progress":40}})";

struct World
{
    FakeMonitor monitor;
    FakeOperator hubOperator;
    Console console{monitor, hubOperator};
    PublishView view{console};

    World()
    {
        hubOperator.publications.answer = PublishResult{{{7, 1}}, 12};
        view.resize(900, 600);
        view.show();
        view.activate();
    }

    QComboBox *types() { return named<QComboBox>(QStringLiteral("Event type")); }
    QComboBox *targets() { return named<QComboBox>(QStringLiteral("Whom it is for")); }
    QLineEdit *address()
    {
        auto *rooms = named<QLineEdit>(QStringLiteral("Rooms, separated by commas"));
        return rooms ? rooms : named<QLineEdit>(QStringLiteral("User"));
    }
    QPushButton *button(const QString &text)
    {
        for (QPushButton *one : view.findChildren<QPushButton *>()) {
            if (one->text().remove(u'&').startsWith(text))
                return one;
        }
        return nullptr;
    }
    QByteArray lastPublished()
    {
        return hubOperator.publications.calls.empty()
            ? QByteArray()
            : std::get<0>(hubOperator.publications.calls.back());
    }

private:
    template <typename T>
    T *named(const QString &name)
    {
        for (T *one : view.findChildren<T *>()) {
            if (one->accessibleName() == name)
                return one;
        }
        return nullptr;
    }
};

} // namespace

class TestPublishView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingIsCutWhereItIsNarrow();
    void offersTheCatalogue();
    void insertsExamplesButKeepsWhatWasWritten();
    void publishesWhatTheFormSays();
    void publishesToAUser();
    void noRoomsAreNotEveryone_data();
    void noRoomsAreNotEveryone();
    void publishesAWholeEvent();
    void publishesABatch();
    void refusesBeforeTheServerDoes_data();
    void refusesBeforeTheServerDoes();
    void marksTheLineWhileOneTypes();
    void showsTheServersError();
    void changesBetweenFormAndWhole();
    void keepsWhatTheFormHasNoPlaceFor();
    void remembersWhatWasPublished();
    void asksWhoWouldReceiveIt();
    void saysWhyNothingMayBePublished();
    void publishesOnceAtATime();
};

void TestPublishView::init()
{
    QLocale::setDefault(QLocale::c());
}

void TestPublishView::nothingIsCutWhereItIsNarrow()
{
    World world;
    auto *side = world.view.findChild<QTabWidget *>();
    side->setTabText(0, QStringLiteral("Vista previa")); // in a long language
    side->setTabText(1, QStringLiteral("Destinatarios"));
    side->setTabText(2, QStringLiteral("Historial de hoy"));
    auto *hint = world.view.findChild<QLabel *>(QStringLiteral("idsHint"));
    world.view.resize(700, 560); // what a window of 900 x 600 leaves it
    const QTabBar *tabs = side->tabBar();
    QTRY_VERIFY(tabs->rect().contains(tabs->tabRect(2)));
    QVERIFY(hint->isVisible());
    QTRY_VERIFY(hint->height() >= hint->heightForWidth(hint->width()));
    QVERIFY(hint->width() < hint->fontMetrics().horizontalAdvance(hint->text())); // it is wrapped
}

void TestPublishView::offersTheCatalogue()
{
    World world;
    QCOMPARE(world.types()->count(), int(EventCatalogue::entries().size()));
    QCOMPARE(world.types()->count(), 19);
    QCOMPARE(world.types()->currentText(), QString());
}

void TestPublishView::insertsExamplesButKeepsWhatWasWritten()
{
    World world;
    const auto choose = [&world](const QString &type) {
        world.types()->setCurrentIndex(world.types()->findText(type));
        Q_EMIT world.types()->activated(world.types()->currentIndex());
    };
    choose(QStringLiteral("pr.created"));
    QVERIFY(world.view.editor()->json().contains("pr_number"));
    choose(QStringLiteral("workflow.failed"));
    QVERIFY(world.view.editor()->json().contains("workflow_id"));
    world.view.editor()->setJson(R"({"mine":1})");
    choose(QStringLiteral("pr.created"));
    QVERIFY(world.view.editor()->json().contains("mine"));
    QTest::mouseClick(world.button(QStringLiteral("Insert")), Qt::LeftButton);
    QVERIFY(world.view.editor()->json().contains("pr_number"));
    world.types()->setCurrentText(QStringLiteral("of.my.own"));
    QTRY_VERIFY(!world.button(QStringLiteral("Insert"))->isEnabled());
}

void TestPublishView::publishesWhatTheFormSays()
{
    World world;
    QSignalSpy toasts(&world.console, &Console::toastRequested);
    world.types()->setFocus();
    QTest::keyClicks(world.types()->lineEdit(), QStringLiteral("order.shipped"));
    world.targets()->setCurrentIndex(1);
    QLineEdit *address = nullptr;
    for (QLineEdit *one : world.view.findChildren<QLineEdit *>()) {
        if (one->isVisible() && one != world.types()->lineEdit())
            address = one;
    }
    QVERIFY(address);
    QTest::keyClicks(address, QStringLiteral("project:7, global"));
    QTest::keyClicks(world.view.editor()->textEdit(), QStringLiteral("{\"n\": 1.50}"));
    QTest::keyClick(world.view.editor()->textEdit(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(world.lastPublished(),
             QByteArray(R"({"type": "order.shipped", "rooms": ["project:7", "global"], )"
                        R"("data": {"n": 1.50}})"));
    QTRY_VERIFY(world.view.resultText().contains(u"12"));
    QVERIFY(world.view.resultText().contains(u"7:1"));
    QCOMPARE(toasts.count(), 1);
}

void TestPublishView::publishesToAUser()
{
    World world;
    world.view.compose(R"({"type":"a","user":"anna"})");
    QCOMPARE(world.targets()->currentIndex(), 2);
    world.view.publish();
    QCOMPARE(world.lastPublished(), QByteArray(R"({"type": "a", "user": "anna"})"));
}

void TestPublishView::noRoomsAreNotEveryone_data()
{
    QTest::addColumn<int>("target");
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isPublished");
    QTest::newRow("no room") << int(EventDraft::Target::Rooms) << QString() << false;
    QTest::newRow("only commas") << int(EventDraft::Target::Rooms) << QStringLiteral(" , ,")
                                 << false;
    QTest::newRow("a room") << int(EventDraft::Target::Rooms) << QStringLiteral(" ,global") << true;
    QTest::newRow("no user") << int(EventDraft::Target::User) << QString() << false;
    QTest::newRow("where its ids say") << int(EventDraft::Target::Ids) << QString() << true;
}

void TestPublishView::noRoomsAreNotEveryone()
{
    QFETCH(const int, target);
    QFETCH(const QString, address);
    QFETCH(const bool, isPublished);
    World world;
    world.hubOperator.recipients.answer = RoomMembers{{}, 0};
    world.view.compose(R"({"type":"a"})");
    world.targets()->setCurrentIndex(world.targets()->findData(target));
    if (target != int(EventDraft::Target::Ids))
        world.address()->setText(address);
    world.view.requestRecipients();
    QCOMPARE(world.hubOperator.recipients.calls.size(), isPublished ? 1U : 0U);
    world.view.publish();
    QCOMPARE(world.hubOperator.publications.calls.size(), isPublished ? 1U : 0U);
    QCOMPARE(world.view.editor()->message().isEmpty(), isPublished);
    QVERIFY(isPublished || world.view.focusWidget() == world.address());
}

void TestPublishView::publishesAWholeEvent()
{
    World world;
    const QByteArray json = "{\n  \"type\": \"a\",\n  \"timestamp\": 1.50\n}";
    world.view.compose(json);
    QVERIFY(world.view.isWhole());
    world.view.publish();
    QCOMPARE(world.lastPublished(), json);
}

void TestPublishView::publishesABatch()
{
    World world;
    world.hubOperator.publications.answer =
        PublishResult{{{7, 1}, {7, 2}, {7, 3}, {7, 4}, {7, 5}}, 12};
    world.view.compose(R"([{"type":"a"},{"type":"b"},{"type":"b"},{"type":"b"},{"type":"b"}])");
    QVERIFY(world.view.isWhole());
    world.view.publish();
    QTRY_VERIFY(world.view.resultText().contains(u"7:3, …"));
}

void TestPublishView::refusesBeforeTheServerDoes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("message");
    QTest::addColumn<int>("line");

    QTest::newRow("nothing") << QByteArray() << QString() << -1;
    QTest::newRow("no JSON") << QByteArray("{\"type\":\n\"a\",}") << QString() << 1;
    QTest::newRow("catalogue") << QByteArray(
        R"({"type":"workflow.progress","data":{"workflow_id":"w","progress":140}})")
                               << QStringLiteral("data.progress must be a number from 0 to 100")
                               << 2;
    QTest::newRow("missing field")
        << QByteArray(R"({"type":"workflow.progress","data":{"workflow_id":"w"}})")
        << QStringLiteral("data.progress is required") << 0;
    QTest::newRow("reserved") << QByteArray(R"({"type":"connect","data":{}})")
                              << QStringLiteral("The type connect is reserved") << -1;
    QTest::newRow("room") << QByteArray(R"({"type":"a","rooms":["nowhere"]})")
                          << QStringLiteral("rooms[0] must be global or <kind>:<id>") << -1;
    QTest::newRow("repeated key in the body")
        << QByteArray(R"({"type":"a","data":{"b":1,"c":{"b":1},"b":2}})")
        << QStringLiteral("a key appears twice: \"b\"") << 5;
    QTest::newRow("repeated key of the event")
        << QByteArray(R"({"type":"a","extra":1,"type":"b"})")
        << QStringLiteral("a key appears twice: \"type\"") << 3;
    QTest::newRow("in a batch") << QByteArray(R"([{"type":"a"},{"type":"b","user":true}])")
                                << QStringLiteral("user must be a string or an integer") << 6;
}

void TestPublishView::refusesBeforeTheServerDoes()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, message);
    QFETCH(const int, line);
    World world;
    world.view.compose(json);
    world.view.publish();
    QVERIFY(world.hubOperator.publications.calls.empty());
    QVERIFY(!world.view.resultText().isEmpty());
    QVERIFY2(world.view.editor()->message().contains(message),
             qPrintable(world.view.editor()->message()));
    QCOMPARE(world.view.editor()->errorLine(), line);
}

void TestPublishView::marksTheLineWhileOneTypes()
{
    World world;
    world.view.compose(Progress);
    JsonTextEdit *edit = world.view.editor()->textEdit();
    QCOMPARE(edit->errorLine(), -1);
    QTextCursor cursor = edit->document()->find(QStringLiteral("40"));
    edit->setTextCursor(cursor);
    QTest::keyClicks(edit, QStringLiteral("400"));
    QTRY_COMPARE(edit->errorLine(), 2);
    QTest::keyClick(edit, Qt::Key_Backspace);
    QTRY_COMPARE(edit->errorLine(), -1);
}

void TestPublishView::showsTheServersError()
{
    World world;
    QSignalSpy toasts(&world.console, &Console::toastRequested);
    world.hubOperator.publications.answer = Result<PublishResult>(
        fail(ErrorCode::InvalidEvent, QStringLiteral("too slow"), QStringLiteral("data.progress")));
    world.view.compose(Progress);
    world.view.publish();
    QTRY_VERIFY(world.view.resultText().contains(u"invalid_event"));
    QCOMPARE(world.view.editor()->errorLine(), 2);
    QVERIFY(world.view.editor()->message().contains(u"too slow"));
    QCOMPARE(toasts.count(), 1);
    QCOMPARE(world.view.history()->count(), 0);
    // It is about an event that is another one by then.
    QTest::keyClick(world.view.editor()->textEdit(), Qt::Key_Space);
    QTRY_COMPARE(world.view.resultText(), QString());
}

void TestPublishView::changesBetweenFormAndWhole()
{
    World world;
    world.view.compose(Progress);
    auto *whole = world.view.findChild<QCheckBox *>();
    QVERIFY(!world.view.isWhole());
    whole->setChecked(true);
    QVERIFY(world.view.isWhole());
    QVERIFY(!world.types()->isVisible());
    QCOMPARE(Json::members(world.view.json())->size(), 2);
    whole->setChecked(false);
    QVERIFY(!world.view.isWhole());
    QCOMPARE(world.types()->currentText(), QStringLiteral("workflow.progress"));
    QCOMPARE(Json::members(world.view.editor()->json())->size(), 2);
}

void TestPublishView::keepsWhatTheFormHasNoPlaceFor()
{
    World world;
    const QByteArray json = "{\n  \"type\": \"a\",\n  \"n\": 1\n}";
    world.view.compose(json);
    auto *whole = world.view.findChild<QCheckBox *>();
    QVERIFY(whole->isChecked());
    whole->setChecked(false);
    QVERIFY(whole->isChecked());
    QCOMPARE(world.view.json(), json);
    QVERIFY(!world.view.resultText().isEmpty());
}

void TestPublishView::remembersWhatWasPublished()
{
    World world;
    for (size_t i = 0; i < PublishHistory::MaxEntries + 5; ++i) {
        world.view.compose(R"({"type":"t)" + QByteArray::number(int(i)) + R"(","data":{}})");
        world.view.publish();
        QTRY_VERIFY(world.button(QStringLiteral("Publish"))->isEnabled());
        QCOMPARE(world.view.history()->count(), int(std::min(i + 1, PublishHistory::MaxEntries)));
    }
    world.view.compose(Progress);
    auto *list = world.view.history()->findChild<QListWidget *>();
    QVERIFY(list->item(0)->text().contains(u"t54"));
    Q_EMIT list->itemClicked(list->item(1));
    QCOMPARE(world.types()->currentText(), QStringLiteral("t53"));
}

void TestPublishView::asksWhoWouldReceiveIt()
{
    World world;
    world.hubOperator.recipients.answer = RoomMembers{{}, 0};
    world.view.compose(R"({"type":"a","rooms":["nowhere"]})");
    world.view.requestRecipients();
    QVERIFY(world.hubOperator.recipients.calls.empty());
    world.view.compose(Progress);
    QTest::mouseClick(world.button(QStringLiteral("Who")), Qt::LeftButton);
    QCOMPARE(world.hubOperator.recipients.calls.size(), 1U);
    QTRY_VERIFY(world.view.recipients()->summary().startsWith(u"Nobody"));
    QVERIFY(world.hubOperator.publications.calls.empty());
}

void TestPublishView::saysWhyNothingMayBePublished()
{
    World world;
    world.view.compose(Progress);
    QPushButton *publish = world.button(QStringLiteral("Publish"));
    world.console.setReadOnly(true);
    QVERIFY(!publish->isEnabled());
    QVERIFY(publish->toolTip().contains(u"read-only"));
    QTest::keyClick(world.view.editor()->textEdit(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(world.hubOperator.publications.calls.empty());
    world.console.setReadOnly(false);
    HubStatus status;
    status.isTripped = true;
    status.emergencyReason = QStringLiteral("flood");
    world.monitor.setStatus(status);
    QVERIFY(!publish->isEnabled());
    QVERIFY(publish->toolTip().contains(u"flood"));
    QVERIFY(world.view.resultText().contains(u"flood"));
    world.monitor.setStatus({});
    QVERIFY(publish->isEnabled());
    QCOMPARE(world.view.resultText(), QString());
}

void TestPublishView::publishesOnceAtATime()
{
    World world;
    world.view.compose(Progress);
    world.view.publish();
    world.view.publish();
    QCOMPARE(world.hubOperator.publications.calls.size(), 1U);
    QTRY_VERIFY(world.button(QStringLiteral("Publish"))->isEnabled());
    world.view.publish();
    QCOMPARE(world.hubOperator.publications.calls.size(), 2U);
}

QTEST_MAIN(TestPublishView)
#include "tst_publishview.moc"
