// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connections/sendeventdialog.h"
#include "gui/dialogs/aboutdialog.h"
#include "gui/dialogs/commandpalette.h"
#include "gui/dialogs/confirmdialog.h"
#include "gui/dialogs/portinusedialog.h"
#include "gui/mainwindow.h"
#include "gui/tokens/decodetokendialog.h"
#include "gui/trayicon.h"
#include "gui/view.h"
#include "gui/windowactions.h"
#include "tests/gui/support/modaldialog.h"
#include "tests/gui/support/observed.h"
#include "tests/gui/support/shellfixture.h"

#include <QAbstractItemView>
#include <QAction>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>
#include <QTextEdit>
#include <QToolTip>

using namespace Signalbox;

namespace {

const QByteArray Hostile = R"(<img src="file:///nowhere/x.png"><b>boo</b>)";
const QString HostileText = QString::fromUtf8(Hostile);

/// Whether \a text has the markup in it, not escaped.
bool isHostile(const QString &text)
{
    return text.contains(QStringLiteral("<b>boo"));
}

ConnectionInfo hostileConnection()
{
    ConnectionInfo info;
    info.sid = Hostile;
    info.user = Hostile;
    info.dialect = Hostile;
    info.transport = Hostile;
    info.address = Hostile;
    info.userAgent = Hostile;
    info.rooms = {Hostile, "workflow:" + Hostile};
    info.types = {Hostile};
    info.connectedAt = QDateTime::currentDateTimeUtc();
    return info;
}

ObservedEvent hostileEvent()
{
    ObservedEvent event = observed(1, Hostile, R"({"a":")" + Hostile + R"("})");
    event.event.rooms = {Hostile};
    event.event.user = Hostile;
    event.event.timestamp = '"' + Hostile + '"';
    return event;
}

TokenRecord hostileToken()
{
    TokenRecord token;
    token.id = Hostile;
    token.name = HostileText;
    token.user = Hostile;
    token.rooms = {Hostile};
    token.hasRooms = true;
    token.createdAt = std::chrono::system_clock::now();
    token.expiresAt = token.createdAt + std::chrono::hours(1);
    return token;
}

/// Everything that a stranger may write into, or a server say.
void fill(ShellFixture &fixture)
{
    FakeOperator &hub = fixture.hubOperator;
    const RoomMembers members{{hostileConnection()}, 1};
    hub.details.answer = ConnectionDetails{hostileConnection(),
                                           "X-" + Hostile + ": " + Hostile + "\r\n",
                                           Hostile,
                                           QDateTime::currentDateTimeUtc(),
                                           {Hostile}};
    hub.members.answer = members;
    hub.recipients.answer = members;
    hub.previews.answer = members;
    hub.histories.answer = QList<Event>{hostileEvent().event};
    hub.tokens.answer = QList<TokenRecord>{hostileToken()};
    hub.decodings.answer = DecodedToken{
        {{HostileText, HostileText}}, {{QStringLiteral("sub"), HostileText}}, false, HostileText};
    hub.settings.answer =
        QList<Setting>{{Hostile, HostileText, HostileText, HostileText, HostileText, true, true}};
    hub.publications.answer = tl::unexpected(Error{ErrorCode::InvalidEvent, HostileText, {}, {}});
}

void tellAll(FakeMonitor &monitor)
{
    HubStatus status = ShellFixture::listening();
    status.address = QStringLiteral("http://") + HostileText;
    status.version = HostileText;
    status.isTripped = true;
    status.emergencyReason = HostileText;
    status.components.append({Hostile, ComponentHealth::State::Failed, HostileText});
    monitor.setStatus(status);
    ConnectionChanges connections;
    connections.isReset = true;
    connections.opened = {hostileConnection()};
    connections.closed = {{hostileConnection(), {1006, Hostile}, QDateTime::currentDateTimeUtc()}};
    Q_EMIT monitor.connectionsChanged(connections);
    RoomChanges rooms;
    rooms.isReset = true;
    RoomInfo room;
    room.name = Hostile;
    room.members = 1;
    RoomInfo workflow = room;
    workflow.name = "workflow:" + Hostile;
    rooms.changed = {room, workflow};
    Q_EMIT monitor.roomsChanged(rooms);
    Q_EMIT monitor.eventsObserved({{hostileEvent()}, 0});
    LogRecords log;
    log.isReset = true;
    log.records = {{QDateTime::currentDateTimeUtc(),
                    LogRecord::Level::Error,
                    Hostile,
                    {{Hostile, HostileText}}}};
    Q_EMIT monitor.logged(log);
}

void gatherRows(const QAbstractItemModel &model, const QModelIndex &parent, QStringList &tips)
{
    for (int row = 0; row < std::min(model.rowCount(parent), 50); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column)
            tips.append(model.index(row, column, parent).data(Qt::ToolTipRole).toString());
        gatherRows(model, model.index(row, 0, parent), tips);
    }
}

QStringList toolTips()
{
    QStringList tips;
    const QWidgetList widgets = QApplication::allWidgets();
    for (const QWidget *widget : widgets) {
        tips << widget->toolTip() << widget->statusTip() << widget->whatsThis();
        for (const QAction *action : widget->actions())
            tips << action->toolTip() << action->statusTip() << action->whatsThis();
        const auto *view = qobject_cast<const QAbstractItemView *>(widget);
        if (!view || !view->model())
            continue;
        gatherRows(*view->model(), {}, tips);
        for (int column = 0; column < view->model()->columnCount(); ++column) {
            tips << view->model()->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString();
        }
    }
    tips.removeDuplicates();
    return tips;
}

QLabel *shownToolTip()
{
    const QWidgetList widgets = QApplication::topLevelWidgets();
    for (QWidget *widget : widgets) {
        if (widget->inherits("QTipLabel") && widget->isVisible())
            return qobject_cast<QLabel *>(widget);
    }
    return nullptr;
}

} // namespace

/// What strangers have written is shown as they have written it, never as markup: that could load
/// files, and look like something that the console says.
class tst_HostileText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void views_data();
    void views();
    void dialogs_data();
    void dialogs();
    void toasts();
    void toolTipsAreText();
    void notificationsHaveNoMarkup();

private:
    /// Every label that there is, visible or yet to be.
    void checkLabels();
    void checkToolTips();

    std::unique_ptr<ShellFixture> m_fixture;
    std::unique_ptr<MainWindow> m_window;
    int m_labels = 0; ///< that had hostile text
    int m_toolTips = 0;
};

void tst_HostileText::init()
{
    m_labels = 0;
    m_toolTips = 0;
    m_fixture = std::make_unique<ShellFixture>();
    fill(*m_fixture);
    m_window = std::make_unique<MainWindow>(m_fixture->shell());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void tst_HostileText::cleanup()
{
    m_window.reset();
    m_fixture.reset();
}

void tst_HostileText::checkLabels()
{
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        if (const auto *text = qobject_cast<QTextEdit *>(widget))
            QVERIFY(!text->toHtml().contains(QStringLiteral("nowhere/x.png")));
        auto *label = qobject_cast<QLabel *>(widget);
        if (!label)
            continue;
        label->ensurePolished();
        if (label->text().contains(QStringLiteral("boo")))
            ++m_labels;
        if (label->textFormat() == Qt::RichText)
            QVERIFY2(!isHostile(label->text()), qPrintable(label->text()));
        else
            QVERIFY2(label->textFormat() == Qt::PlainText || !Qt::mightBeRichText(label->text()),
                     qPrintable(label->text()));
    }
}

void tst_HostileText::checkToolTips()
{
    const QStringList tips = toolTips();
    for (const QString &tip : tips) {
        if (!isHostile(tip))
            continue;
        ++m_toolTips;
        QToolTip::showText(m_window->mapToGlobal(QPoint(20, 20)), tip, m_window.get());
        const QLabel *shown = shownToolTip();
        QVERIFY(shown);
        QCOMPARE(shown->text(), tip);
        QCOMPARE(shown->textFormat(), Qt::PlainText);
    }
    QToolTip::hideText();
}

void tst_HostileText::views_data()
{
    QTest::addColumn<int>("view");
    QTest::addColumn<int>("labels"); // that say at least something of it
    QTest::addColumn<int>("tips");

    QTest::newRow("overview") << 0 << 3 << 1;
    QTest::newRow("connections") << 1 << 8 << 5;
    QTest::newRow("subscriptions") << 2 << 2 << 2;
    QTest::newRow("events") << 3 << 2 << 2;
    QTest::newRow("publish") << 4 << 2 << 1;
    QTest::newRow("tokens") << 5 << 1 << 1;
    QTest::newRow("log") << 6 << 1 << 1;
    QTest::newRow("settings") << 7 << 1 << 1;
    QTest::newRow("help") << 8 << 1 << 0;
}

void tst_HostileText::views()
{
    QFETCH(const int, view);
    QFETCH(const int, labels);
    QFETCH(const int, tips);
    m_window->showView(view);
    QCoreApplication::processEvents();
    tellAll(m_fixture->monitor);
    m_fixture->console.composeEvent(R"({"type":"a","room":"b","data":{}})");
    m_window->showView(view);
    QTest::qWait(0);
    const auto visit = [this] {
        const auto rows = m_window->currentView()->findChildren<QAbstractItemView *>();
        for (QAbstractItemView *list : rows) {
            if (list->isVisible() && list->model() && list->model()->rowCount() > 0) {
                QModelIndex index = list->model()->index(0, 0);
                while (list->model()->hasChildren(index))
                    index = list->model()->index(0, 0, index);
                list->setCurrentIndex(index);
            }
        }
        QTest::qWait(150); // until what is asked for when something is selected is there
        checkLabels();
        if (!QTest::currentTestFailed())
            checkToolTips();
    };
    visit();
    for (QTabWidget *tabs : m_window->currentView()->findChildren<QTabWidget *>()) {
        for (int i = 0; i < tabs->count() && !QTest::currentTestFailed(); ++i) {
            tabs->setCurrentIndex(i);
            visit();
        }
    }
    QVERIFY2(m_labels >= labels, qPrintable(QString::number(m_labels)));
    QVERIFY2(m_toolTips >= tips, qPrintable(QString::number(m_toolTips)));
}

void tst_HostileText::dialogs_data()
{
    using Make = std::function<std::unique_ptr<QDialog>(tst_HostileText &)>;
    QTest::addColumn<Make>("make");

    QTest::newRow("about") << Make([](tst_HostileText &test) {
        return std::make_unique<AboutDialog>(HostileText, test.m_window.get());
    });
    QTest::newRow("confirm") << Make([](tst_HostileText &test) {
        return std::make_unique<ConfirmDialog>(HostileText, HostileText, QStringList{HostileText},
                                               HostileText, test.m_window.get());
    });
    QTest::newRow("port in use") << Make([](tst_HostileText &test) {
        return std::make_unique<PortInUseDialog>(8001, HostileText, 0, test.m_window.get());
    });
    QTest::newRow("send") << Make([](tst_HostileText &test) {
        return std::make_unique<SendEventDialog>(HostileText, test.m_window.get());
    });
    QTest::newRow("decode") << Make([](tst_HostileText &test) {
        auto dialog =
            std::make_unique<DecodeTokenDialog>(test.m_fixture->hubOperator, test.m_window.get());
        dialog->findChild<QPlainTextEdit *>()->setPlainText(HostileText);
        return dialog;
    });
    QTest::newRow("one of Qt") << Make([](tst_HostileText &test) {
        auto dialog = std::make_unique<QInputDialog>(test.m_window.get());
        dialog->setLabelText(HostileText);
        dialog->setComboBoxItems({HostileText});
        return dialog;
    });
    QTest::newRow("palette") << Make([](tst_HostileText &test) {
        test.m_window->actions()->about->setEnabled(false);
        test.m_window->actions()->about->setToolTip(HostileText);
        return std::make_unique<CommandPalette>(test.m_window->actions()->all(),
                                                test.m_window.get());
    });
}

void tst_HostileText::dialogs()
{
    using Make = std::function<std::unique_ptr<QDialog>(tst_HostileText &)>;
    QFETCH(const Make, make);
    const std::unique_ptr<QDialog> dialog = make(*this);
    dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(dialog.get()));
    QTest::qWait(250);
    checkLabels();
    if (!QTest::currentTestFailed())
        checkToolTips();
    QVERIFY(m_labels + m_toolTips > 0);
}

void tst_HostileText::toasts()
{
    m_fixture->console.toast(HostileText, Console::Tone::Error);
    checkLabels();
    QVERIFY(m_labels > 0);
}

/// As it comes about by a pointer that rests, not by a call of the test.
void tst_HostileText::toolTipsAreText()
{
    auto *button = m_window->findChild<QPushButton *>();
    button->setToolTip(HostileText);
    QHelpEvent event(QEvent::ToolTip, {1, 1}, button->mapToGlobal(QPoint(1, 1)));
    QCoreApplication::sendEvent(button, &event);
    QVERIFY(shownToolTip());
    QCOMPARE(shownToolTip()->textFormat(), Qt::PlainText);
    QToolTip::hideText();
}

void tst_HostileText::notificationsHaveNoMarkup()
{
    const QString text = TrayIcon::withoutMarkup(HostileText + QStringLiteral(" & &lt;"));
    QVERIFY(!text.contains(u'<'));
    QVERIFY(!text.contains(u'&'));
    QVERIFY(text.contains(QStringLiteral("boo")));
    QCOMPARE(TrayIcon::withoutMarkup(QStringLiteral("wrong prices")),
             QStringLiteral("wrong prices"));
}

QTEST_MAIN(tst_HostileText)

#include "tst_hostiletext.moc"
