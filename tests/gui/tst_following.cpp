// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connections/connectionpane.h"
#include "gui/connections/connectionsview.h"
#include "gui/events/eventsmodel.h"
#include "gui/events/eventsview.h"
#include "gui/widgets/banner.h"
#include "tests/gui/connections/connectionsfixture.h"
#include "tests/gui/support/observed.h"

#include <QListWidget>

using namespace Signalbox;
using namespace Signalbox::Test;

/// One connection is followed, or none, and every view shows the same.
class tst_Following : public QObject, private ConnectionsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void eventsShowWhomThePaneFollows();
    void paneShowsThatItWasStopped();
    void whatWasOnItsWayStaysTheOthers();
    void anotherViewBeginsWithIt();

private:
    void observe(quint64 number, const QByteArray &sid)
    {
        ObservedEvent event = observed(number, "t" + QByteArray::number(number));
        event.followedSid = sid;
        Q_EMIT m_monitor->eventsObserved({{event}, 0});
    }
    [[nodiscard]] QStringList shownEvents() const
    {
        QStringList types;
        for (int row = 0; row < m_events->model()->rowCount(); ++row)
            types << QString::fromLatin1(m_events->model()->eventAt(row)->event.type);
        return types;
    }
    [[nodiscard]] QString banner() const
    {
        const Banner *banner = m_events->findChild<Banner *>();
        return banner->isHidden() ? QString() : banner->text();
    }
    [[nodiscard]] QListWidget *list() const
    {
        return m_pane->findChild<QListWidget *>(QStringLiteral("events"));
    }
    /// The pane's own, which says what it would do.
    [[nodiscard]] QPushButton *button() const
    {
        for (QPushButton *candidate : m_pane->findChildren<QPushButton *>()) {
            if (candidate->text().contains(u"ollow"))
                return candidate;
        }
        return nullptr;
    }

    std::unique_ptr<EventsView> m_events;
};

void tst_Following::init()
{
    openWithThree();
    m_events = std::make_unique<EventsView>(*m_console);
    m_events->show();
}

void tst_Following::cleanup()
{
    m_events.reset();
    close();
}

void tst_Following::eventsShowWhomThePaneFollows()
{
    select("s1");
    m_actions->follow()->trigger();
    observe(1, "s1");
    QCOMPARE(shownEvents(), QStringList{QStringLiteral("t1")});
    select("s2");
    button()->click();
    QCOMPARE(m_monitor->followed(), QByteArray("s2"));
    QVERIFY2(banner().contains(u"s2"), qPrintable(banner()));
    QCOMPARE(shownEvents(), QStringList());
    observe(2, "s2");
    observe(3, {});
    QCOMPARE(shownEvents(), QStringList{QStringLiteral("t2")});
    QCOMPARE(list()->count(), 1);
    select("s1");
    button()->click();
    QCOMPARE(shownEvents(), QStringList{QStringLiteral("t1")});
}

void tst_Following::paneShowsThatItWasStopped()
{
    select("s2");
    button()->click();
    QVERIFY(button()->text().contains(u"Stop"));
    QTest::mouseClick(m_events->findChild<Banner *>()->button(), Qt::LeftButton);
    QCOMPARE(m_monitor->followed(), QByteArray());
    QVERIFY(!button()->text().contains(u"Stop"));
    QVERIFY(!m_view->topics().testFlag(HubMonitor::Topic::Events));
    QVERIFY(banner().isEmpty());
    button()->click();
    QVERIFY(button()->text().contains(u"Stop"));
    QVERIFY(!banner().isEmpty());
    button()->click();
    QCOMPARE(m_monitor->followed(), QByteArray());
    QVERIFY(banner().isEmpty());
}

void tst_Following::whatWasOnItsWayStaysTheOthers()
{
    m_console->follow("s1");
    select("s2");
    button()->click();
    observe(1, "s1"); // told when the server did not know yet
    QCOMPARE(shownEvents(), QStringList());
    QCOMPARE(list()->count(), 0);
}

void tst_Following::anotherViewBeginsWithIt()
{
    m_console->follow("s1");
    m_events = std::make_unique<EventsView>(*m_console);
    QVERIFY(banner().contains(u"s1"));
    observe(1, {});
    observe(2, "s1");
    QCOMPARE(shownEvents(), QStringList{QStringLiteral("t2")});
}

QTEST_MAIN(tst_Following)
#include "tst_following.moc"
