// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/overview/overviewview.h"

#include "gui/dialogs/emergencydialog.h"
#include "gui/overview/metrictile.h"
#include "gui/widgets/emptystate.h"
#include "tests/gui/support/modaldialog.h"
#include "tests/gui/support/shellfixture.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace Signalbox;

class tst_OverviewView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void tilesShowTheStatus();
    void emptyStateSaysWhatToDo();
    void emergencySwitchAsks();
    void readOnlyDisablesTheSwitch();
    void narrowHasFewerColumns();
    void stateIsKept();
    void noteTakesTwoLines();
};

namespace {

QString valueOf(const QWidget &view, const QString &name)
{
    const QList<MetricTile *> tiles = view.findChildren<MetricTile *>();
    for (const MetricTile *tile : tiles) {
        if (tile->accessibleName() == name)
            return tile->value();
    }
    return QStringLiteral("there is no such tile");
}

} // namespace

void tst_OverviewView::tilesShowTheStatus()
{
    ShellFixture fixture;
    OverviewView view(fixture.console, fixture.metrics);
    HubStatus status = ShellFixture::listening();
    status.connections = 12;
    status.rooms = 3;
    status.slowCloses = 2;
    status.authFailures = 7;
    fixture.monitor.setStatus(status);
    fixture.metrics.add(status, 1000);
    status.eventsReceived = 40;
    status.eventsSent = 400;
    fixture.metrics.add(status, 2000);
    QCOMPARE(valueOf(view, QStringLiteral("Connections")), QStringLiteral("12"));
    QCOMPARE(valueOf(view, QStringLiteral("Rooms")), QStringLiteral("3"));
    QCOMPARE(valueOf(view, QStringLiteral("Events in")), QStringLiteral("40/s"));
    QCOMPARE(valueOf(view, QStringLiteral("Deliveries out")), QStringLiteral("400/s"));
    QCOMPARE(valueOf(view, QStringLiteral("Slow closes")), QStringLiteral("2"));
    QCOMPARE(valueOf(view, QStringLiteral("Auth failures")), QStringLiteral("7"));
    QCOMPARE(valueOf(view, QStringLiteral("Uptime")), QStringLiteral("1 h 1 min"));
}

void tst_OverviewView::emptyStateSaysWhatToDo()
{
    ShellFixture fixture;
    OverviewView view(fixture.console, fixture.metrics);
    view.show();
    const auto *empty = view.findChild<EmptyState *>();
    QVERIFY(!empty->isVisible()); // it does not listen yet
    fixture.monitor.setStatus(ShellFixture::listening());
    QVERIFY(empty->isVisible());
    QSignalSpy toasts(&fixture.console, &Console::toastRequested);
    view.findChild<QPushButton *>(QStringLiteral("copyTestUrl"))->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("http://localhost:8001"));
    QCOMPARE(toasts.size(), 1);
    HubStatus status = ShellFixture::listening();
    status.connections = 1;
    fixture.monitor.setStatus(status);
    QVERIFY(!empty->isVisible());
}

void tst_OverviewView::emergencySwitchAsks()
{
    ShellFixture fixture;
    OverviewView view(fixture.console, fixture.metrics);
    fixture.monitor.setStatus(ShellFixture::listening());
    view.show();
    auto *button = view.findChild<QPushButton *>(QStringLiteral("emergency"));
    QVERIFY(withDialog<EmergencyDialog>(
        [button] { QTest::mouseClick(button, Qt::LeftButton); },
        [](EmergencyDialog &dialog) {
            dialog.findChild<QPushButton *>(QStringLiteral("action"))->click();
        }));
    QCOMPARE(fixture.hubOperator.emergencies.calls.size(), size_t(1));
}

void tst_OverviewView::readOnlyDisablesTheSwitch()
{
    ShellFixture fixture;
    const OverviewView view(fixture.console, fixture.metrics);
    const auto *button = view.findChild<QPushButton *>(QStringLiteral("emergency"));
    QVERIFY(button->isEnabled());
    fixture.console.setReadOnly(true);
    QVERIFY(!button->isEnabled());
    QVERIFY(button->toolTip().contains(QStringLiteral("read-only")));
}

void tst_OverviewView::narrowHasFewerColumns()
{
    ShellFixture fixture;
    OverviewView view(fixture.console, fixture.metrics);
    view.show();
    const auto topRow = [&view] {
        const QList<MetricTile *> tiles = view.findChildren<MetricTile *>();
        int count = 0;
        for (const MetricTile *tile : tiles)
            count += tile->y() == tiles.first()->y() ? 1 : 0;
        return count;
    };
    view.resize(1000, 700);
    QTRY_COMPARE(topRow(), 5);
    view.resize(500, 700);
    QTRY_COMPARE(topRow(), 3);
}

void tst_OverviewView::stateIsKept()
{
    ShellFixture fixture;
    QSettings settings;
    settings.setValue(QStringLiteral("chart"), 1);
    settings.setValue(QStringLiteral("span"), 300);
    OverviewView view(fixture.console, fixture.metrics);
    view.restoreState(settings);
    settings.clear();
    view.saveState(settings);
    QCOMPARE(settings.value(QStringLiteral("chart")).toInt(), 1);
    QCOMPARE(settings.value(QStringLiteral("span")).toInt(), 300);
}

void tst_OverviewView::noteTakesTwoLines()
{
    MetricTile tile(QStringLiteral("clock"), QStringLiteral("Uptime"));
    tile.setNote(QStringLiteral("24 connections until now"));
    tile.resize(150, 110);
    tile.show();
    const QString text = tile.findChild<QLabel *>(QStringLiteral("note"))->text();
    QCOMPARE(text.count(u'\n'), 1);
    QVERIFY2(!text.contains(u'…'), qPrintable(text));
    tile.resize(600, 110);
    QTRY_COMPARE(tile.findChild<QLabel *>(QStringLiteral("note"))->text(),
                 QStringLiteral("24 connections until now"));
}

QTEST_MAIN(tst_OverviewView)

#include "tst_overviewview.moc"
