// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mainwindow.h"

#include "tests/gui/support/fakehub.h"

#include <QLabel>
#include <QTest>

#include <memory>

using namespace Signalbox;

class tst_MainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void startsWithWhatIsKnown();
    void showsWhatChanges();
    void addressLeadsToTheClientPage();
    void figuresAreWrittenAsThePersonWritesThem();
    void everyValueHasAName();
};

namespace {

/// The text of the value that assistive technology knows by \a name.
QString valueOf(const MainWindow &window, const QString &name)
{
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        if (label->accessibleName() == name)
            return label->text();
    }
    return QStringLiteral("no such value");
}

HubStatus statusOf(const QString &address, qint64 connections, qint64 total, quint64 received,
                   quint64 sent)
{
    HubStatus status;
    status.address = address;
    status.connections = connections;
    status.totalConnections = total;
    status.eventsReceived = received;
    status.eventsSent = sent;
    return status;
}

const QString Address = QStringLiteral("Address");
const QString Connections = QStringLiteral("Connections");
const QString Events = QStringLiteral("Events");

} // namespace

void tst_MainWindow::init()
{
    QLocale::setDefault(QLocale::c());
}

void tst_MainWindow::startsWithWhatIsKnown()
{
    FakeMonitor monitor;
    const MainWindow early(monitor);
    QCOMPARE(early.windowTitle(), QStringLiteral("Signalbox"));
    QCOMPARE(valueOf(early, Address), QStringLiteral("starting…"));
    QCOMPARE(valueOf(early, Connections), QStringLiteral("0 open, 0 since the start"));
    QCOMPARE(valueOf(early, Events), QStringLiteral("0 accepted, 0 delivered"));

    monitor.setStatus(statusOf(QStringLiteral("http://localhost:1"), 2, 3, 4, 5));
    const MainWindow late(monitor);
    QVERIFY(valueOf(late, Address).contains(u"http://localhost:1<"));
    QCOMPARE(valueOf(late, Connections), QStringLiteral("2 open, 3 since the start"));
    QCOMPARE(valueOf(late, Events), QStringLiteral("4 accepted, 5 delivered"));
}

void tst_MainWindow::showsWhatChanges()
{
    FakeMonitor monitor;
    MainWindow window(monitor);
    window.show();
    monitor.setStatus(statusOf(QStringLiteral("http://localhost:1"), 1, 1, 0, 0));
    QCOMPARE(valueOf(window, Connections), QStringLiteral("1 open, 1 since the start"));
    monitor.setStatus(statusOf(QStringLiteral("http://localhost:1"), 0, 1, 7, 9));
    QCOMPARE(valueOf(window, Connections), QStringLiteral("0 open, 1 since the start"));
    QCOMPARE(valueOf(window, Events), QStringLiteral("7 accepted, 9 delivered"));
}

void tst_MainWindow::addressLeadsToTheClientPage()
{
    FakeMonitor monitor;
    MainWindow window(monitor);
    monitor.setStatus(statusOf(QStringLiteral("http://localhost:8001"), 0, 0, 0, 0));
    QCOMPARE(valueOf(window, Address),
             QStringLiteral("<a href=\"http://localhost:8001/client\">http://localhost:8001</a>"));
}

void tst_MainWindow::figuresAreWrittenAsThePersonWritesThem()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    FakeMonitor monitor;
    MainWindow window(monitor);
    monitor.setStatus(statusOf({}, 1234, 5'000'000'000, 18'446'744'073'709'551'615U, 0));
    QCOMPARE(valueOf(window, Connections),
             QStringLiteral("1.234 open, 5.000.000.000 since the start"));
    QCOMPARE(valueOf(window, Events),
             QStringLiteral("18.446.744.073.709.551.615 accepted, 0 delivered"));
}

void tst_MainWindow::everyValueHasAName()
{
    FakeMonitor monitor;
    const MainWindow window(monitor);
    for (const QString &name : {Address, Connections, Events})
        QVERIFY(valueOf(window, name) != QStringLiteral("no such value"));
}

QTEST_MAIN(tst_MainWindow)
#include "tst_mainwindow.moc"
