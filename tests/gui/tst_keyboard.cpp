// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connections/closedmodel.h"
#include "gui/connections/connectionsmodel.h"
#include "gui/events/eventsmodel.h"
#include "gui/log/logmodel.h"
#include "gui/mainwindow.h"
#include "gui/settings/settingsmodel.h"
#include "gui/subscriptions/roomsmodel.h"
#include "gui/tokens/tokensmodel.h"
#include "gui/view.h"
#include "tests/gui/support/observed.h"
#include "tests/gui/support/shellfixture.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTest>

using namespace Signalbox;

/// Who has the keyboard when a page was opened by its key, and what the arrows do there.
class tst_Keyboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void pageHasTheKeyboard_data();
    void pageHasTheKeyboard();
    void downSelectsTheFirstRow_data();
    void downSelectsTheFirstRow();
    void homeAndEndLeadToTheOutermost_data() { downSelectsTheFirstRow_data(); }
    void homeAndEndLeadToTheOutermost();
    void pageThatAnotherOpensHasIt();

private:
    /// So many of everything.
    void fill(int rows);
    void open(int page)
    {
        QTest::keyClick(m_window.get(), Qt::Key(Qt::Key_1 + page), Qt::ControlModifier);
        QCoreApplication::processEvents();
    }
    /// The table of the page that the row of the test names, which has the keyboard; else null.
    [[nodiscard]] QAbstractItemView *openTable();
    [[nodiscard]] static int selectedRow(const QAbstractItemView &table)
    {
        const QModelIndexList selected = table.selectionModel()->selectedIndexes();
        return selected.isEmpty() ? -1 : selected.first().row();
    }
    [[nodiscard]] static QByteArray focused()
    {
        const QWidget *widget = QApplication::focusWidget();
        return widget ? QByteArray(widget->metaObject()->className()) : QByteArray("nobody");
    }

    std::unique_ptr<ShellFixture> m_fixture;
    std::unique_ptr<MainWindow> m_window;
};

void tst_Keyboard::init()
{
    m_fixture = std::make_unique<ShellFixture>();
    m_window = std::make_unique<MainWindow>(m_fixture->shell());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void tst_Keyboard::cleanup()
{
    m_window.reset();
    m_fixture.reset();
}

void tst_Keyboard::fill(int rows)
{
    ConnectionChanges connections;
    connections.isReset = true;
    RoomChanges rooms{.isReset = true, .changed = {}, .gone = {}};
    LogRecords log;
    QList<TokenRecord> tokens;
    QList<Setting> settings;
    for (int i = 0; i < rows; ++i) {
        const QByteArray name = "a" + QByteArray::number(i);
        ConnectionInfo info;
        info.sid = name;
        connections.opened << info;
        RoomInfo room;
        room.name = name; // of no kind
        rooms.changed << room;
        log.records << LogRecord{QDateTime::currentDateTimeUtc(), LogRecord::Level::Info, name, {}};
        TokenRecord token;
        token.id = name;
        tokens << token;
        Setting setting;
        setting.name = name;
        settings << setting;
    }
    m_fixture->hubOperator.tokens.answer = tokens;
    m_fixture->hubOperator.settings.answer = settings;
    Q_EMIT m_fixture->monitor.connectionsChanged(connections);
    for (const ConnectionInfo &info : connections.opened) {
        ConnectionChanges closing;
        closing.closed << ClosedConnection{info, {1000, {}}, QDateTime::currentDateTimeUtc()};
        closing.opened << info;
        Q_EMIT m_fixture->monitor.connectionsChanged(closing);
    }
    Q_EMIT m_fixture->monitor.connectionsChanged(connections);
    Q_EMIT m_fixture->monitor.roomsChanged(rooms);
    Q_EMIT m_fixture->monitor.eventsObserved(observedBatch(1, rows));
    Q_EMIT m_fixture->monitor.logged(log);
}

void tst_Keyboard::pageHasTheKeyboard_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<int>("rows");
    for (int page = 0; page < 9; ++page) {
        QTest::addRow("page %d without rows", page + 1) << page << 0;
        QTest::addRow("page %d with rows", page + 1) << page << 3;
    }
}

void tst_Keyboard::pageHasTheKeyboard()
{
    QFETCH(int, page);
    QFETCH(int, rows);
    fill(rows);
    open(page == 0 ? 1 : 0);
    open(page);
    const QWidget *owner = QApplication::focusWidget();
    QVERIFY2(owner && m_window->currentView()->isAncestorOf(owner), focused().constData());
    QVERIFY2(owner->isVisible() && owner->isEnabled(), focused().constData());
    QVERIFY2(owner->focusPolicy() & Qt::TabFocus, focused().constData());
}

void tst_Keyboard::downSelectsTheFirstRow_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<int>("tab");
    QTest::addColumn<int>("rows");
    for (const int rows : {1, 3}) {
        QTest::addRow("connections, %d", rows) << 1 << 0 << rows;
        QTest::addRow("closed connections, %d", rows) << 1 << 1 << rows;
        QTest::addRow("rooms, %d", rows) << 2 << -1 << rows;
        QTest::addRow("events, %d", rows) << 3 << -1 << rows;
        QTest::addRow("tokens, %d", rows) << 5 << -1 << rows;
        QTest::addRow("log, %d", rows) << 6 << -1 << rows;
        QTest::addRow("options, %d", rows) << 7 << 1 << rows;
    }
}

QAbstractItemView *tst_Keyboard::openTable()
{
    QFETCH(int, page);
    QFETCH(int, tab);
    QFETCH(int, rows);
    fill(rows);
    if (tab >= 0)
        m_window->views().at(page)->findChild<QTabWidget *>()->setCurrentIndex(tab);
    open(page); // tokens and options are asked for now
    open(page == 1 ? 0 : 1);
    open(page);
    auto *table = qobject_cast<QAbstractItemView *>(QApplication::focusWidget());
    return table && table->model()->rowCount() == rows ? table : nullptr;
}

void tst_Keyboard::downSelectsTheFirstRow()
{
    QFETCH(int, rows);
    QAbstractItemView *table = openTable();
    QVERIFY2(table, focused().constData());
    QVERIFY(!table->selectionModel()->hasSelection());
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(selectedRow(*table), 0);
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(selectedRow(*table), std::min(1, rows - 1));
}

void tst_Keyboard::homeAndEndLeadToTheOutermost()
{
    QFETCH(int, rows);
    QAbstractItemView *table = openTable();
    QVERIFY2(table, focused().constData());
    QTest::keyClick(table, Qt::Key_End);
    QCOMPARE(selectedRow(*table), rows - 1);
    QTest::keyClick(table, Qt::Key_Home);
    QCOMPARE(selectedRow(*table), 0);
    QTest::keyClick(table, Qt::Key_End); // from a row, too
    QCOMPARE(selectedRow(*table), rows - 1);
}

void tst_Keyboard::pageThatAnotherOpensHasIt()
{
    fill(2);
    open(0);
    m_fixture->console.showConnection("a1");
    const auto *table = qobject_cast<QAbstractItemView *>(QApplication::focusWidget());
    QVERIFY2(table && qobject_cast<ConnectionsModel *>(table->model()), focused().constData());
    m_fixture->console.composeEvent(R"({"type":"order.shipped","data":{}})");
    QVERIFY2(qobject_cast<QPlainTextEdit *>(QApplication::focusWidget()), focused().constData());
    m_fixture->console.composeEvent({});
    QVERIFY2(focused().contains("ComboBox") || focused().contains("LineEdit"),
             focused().constData());
    QTest::keyClick(m_window.get(), Qt::Key_F1);
    QVERIFY2(focused().contains("GuideBrowser"), focused().constData());
}

QTEST_MAIN(tst_Keyboard)
#include "tst_keyboard.moc"
