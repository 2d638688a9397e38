// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connections/connectionpane.h"

#include "tests/gui/connections/connectionsfixture.h"

#include <QAction>
#include <QListWidget>
#include <QTabWidget>

using namespace Signalbox;
using namespace Signalbox::Test;

class tst_ConnectionPane : public QObject, private ConnectionsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openWithThree(); }
    void cleanup() { close(); }
    void detailsFollowTheSelection();
    void detailsAreOfTheLastSelected();
    void detailsKeepUp();
    void detailsSayHowItEnded();
    void roomIsLeftFromTheDetails();
    void followedEventsAreKept();
};

void tst_ConnectionPane::detailsFollowTheSelection()
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
void tst_ConnectionPane::detailsAreOfTheLastSelected()
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

void tst_ConnectionPane::detailsKeepUp()
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

void tst_ConnectionPane::detailsSayHowItEnded()
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

void tst_ConnectionPane::roomIsLeftFromTheDetails()
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

void tst_ConnectionPane::followedEventsAreKept()
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
        event.followedSid = i % 100 == 50 ? QByteArray() : QByteArray("s2");
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

QTEST_MAIN(tst_ConnectionPane)
#include "tst_connectionpane.moc"
