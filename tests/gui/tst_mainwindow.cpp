// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mainwindow.h"

#include "gui/consoleapplication.h"
#include "gui/dialogs/closedialog.h"
#include "gui/dialogs/commandpalette.h"
#include "gui/dialogs/shortcutsdialog.h"
#include "gui/help/helpview.h"
#include "gui/view.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/sidebar.h"
#include "gui/widgets/toast.h"
#include "gui/widgets/toastoverlay.h"
#include "gui/windowactions.h"
#include "tests/gui/support/modaldialog.h"
#include "tests/gui/support/shellfixture.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>

using namespace Signalbox;

class tst_MainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysShowTheViews();
    void sidebarShowsTheViews();
    void keysAreUnique();
    void watchesWhatIsShown();
    void bannersFollowTheState();
    void emergencyIsOffWhileReadOnly();
    void forcedReadOnlyCannotBeLifted();
    void toastsAreShown();
    void toastsCoverNothing();
    void paletteTakesAView();
    void keysWorkInATextField();
    void keysAreListed();
    void closingAsks();
    void answerIsRemembered();
    void alertsAreCountedUntilSeen();
    void stateIsKept();
    void anotherLanguageMakesAnotherWindow();
    void themeChangesUnderEveryView();
    void fitsASmallScreen();
};

namespace {

int indexOf(const MainWindow &window, const char *className)
{
    const QList<View *> views = window.views();
    for (int i = 0; i < views.size(); ++i) {
        if (views.at(i)->inherits(className))
            return i;
    }
    return -1;
}

void show(MainWindow &window)
{
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.activateWindow();
}

Banner *visibleBanner(const MainWindow &window)
{
    const QList<Banner *> banners = window.findChildren<Banner *>();
    for (Banner *banner : banners) {
        if (banner->isVisible())
            return banner;
    }
    return nullptr;
}

/// Takes every key for its own.
struct GreedyEdit : public QLineEdit
{
    using QLineEdit::QLineEdit;

    QList<int> taken;

protected:
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::ShortcutOverride)
            return QLineEdit::event(event);
        if (const int key = static_cast<QKeyEvent *>(event)->key(); key != Qt::Key_Control)
            taken.append(key);
        event->accept();
        return true;
    }
};

} // namespace

void tst_MainWindow::keysShowTheViews()
{
    ShellFixture fixture;
    MainWindow window(fixture.shell());
    show(window);
    for (int i = 0; i < std::min<int>(int(window.views().size()), 9); ++i) {
        QTest::keyClick(&window, Qt::Key(Qt::Key_1 + i), Qt::ControlModifier);
        QCOMPARE(window.currentView(), window.views().at(i));
        QVERIFY(window.currentView()->isVisible());
    }
    QTest::keyClick(&window, Qt::Key_F1);
    QVERIFY(qobject_cast<HelpView *>(window.currentView()));
}

void tst_MainWindow::sidebarShowsTheViews()
{
    ShellFixture fixture;
    MainWindow window(fixture.shell());
    show(window);
    auto *sidebar = window.findChild<Sidebar *>();
    QCOMPARE(sidebar->count(), int(window.views().size()));
    sidebar->setFocus();
    QTest::keyClick(sidebar, Qt::Key_End);
    QCOMPARE(window.currentView(), window.views().last());
    QTest::keyClick(sidebar, Qt::Key_Up);
    QCOMPARE(window.currentView(), window.views().at(window.views().size() - 2));
}

void tst_MainWindow::keysAreUnique()
{
    ShellFixture fixture;
    const MainWindow window(fixture.shell());
    QSet<QKeySequence> seen;
    const QList<QAction *> actions = window.actions()->all();
    for (const QAction *action : actions) {
        for (const QKeySequence &keys : action->shortcuts()) {
            QVERIFY2(!seen.contains(keys), qPrintable(keys.toString()));
            seen.insert(keys);
        }
    }
}

void tst_MainWindow::watchesWhatIsShown()
{
    ShellFixture fixture;
    {
        MainWindow window(fixture.shell());
        // It may depend on what a view is at.
        const auto hidden = [&window] {
            HubMonitor::Topics topics;
            for (const View *view : window.views())
                topics |= view->topicsWhileHidden();
            return topics;
        };
        QCOMPARE(fixture.monitor.topics(), hidden());
        show(window);
        for (int i = 0; i < window.views().size(); ++i) {
            window.showView(i);
            HubMonitor::Topics wanted = window.views().at(i)->topics();
            for (const View *view : window.views()) {
                if (view != window.views().at(i))
                    wanted |= view->topicsWhileHidden();
            }
            QCOMPARE(fixture.monitor.topics(), wanted);
        }
        window.hide();
        QCOMPARE(fixture.monitor.topics(), hidden());
        show(window);
    }
    QCOMPARE(fixture.monitor.topics(), HubMonitor::Topics());
}

void tst_MainWindow::bannersFollowTheState()
{
    ShellFixture fixture;
    MainWindow window(fixture.shell());
    show(window);
    HubStatus status = ShellFixture::listening();
    fixture.monitor.setStatus(status);
    QVERIFY(!visibleBanner(window));
    status.isTripped = true;
    status.emergencyReason = QStringLiteral("wrong prices");
    fixture.monitor.setStatus(status);
    QVERIFY(visibleBanner(window));
    QVERIFY(visibleBanner(window)->text().contains(QStringLiteral("wrong prices")));
    status.isTripped = false;
    status.isDraining = true;
    fixture.monitor.setStatus(status);
    QVERIFY(visibleBanner(window)->text().contains(QStringLiteral("draining")));
}

void tst_MainWindow::emergencyIsOffWhileReadOnly()
{
    ShellFixture fixture;
    const MainWindow window(fixture.shell());
    QVERIFY(window.actions()->emergency->isEnabled());
    window.actions()->readOnly->trigger();
    QVERIFY(fixture.console.isReadOnly());
    QVERIFY(!window.actions()->emergency->isEnabled());
    QVERIFY(window.actions()->emergency->toolTip().contains(QStringLiteral("read-only")));
}

void tst_MainWindow::forcedReadOnlyCannotBeLifted()
{
    ShellFixture fixture;
    fixture.isReadOnlyForced = true;
    fixture.console.setReadOnly(true);
    const MainWindow window(fixture.shell());
    QVERIFY(window.actions()->readOnly->isChecked());
    QVERIFY(!window.actions()->readOnly->isEnabled());
}

void tst_MainWindow::toastsAreShown()
{
    ShellFixture fixture;
    MainWindow window(fixture.shell());
    show(window);
    fixture.console.toast(QStringLiteral("done"), Console::Tone::Success);
    QCOMPARE(window.toasts()->toasts().size(), 1);
    QVERIFY(window.toasts()->toasts().first()->isVisible());
}

/// An error stays for long, so it must not be where the next button is.
void tst_MainWindow::toastsCoverNothing()
{
    ShellFixture fixture;
    MainWindow window(fixture.shell());
    window.resize(900, 600);
    show(window);
    fixture.console.toast(QStringLiteral("trusted-proxy was not changed: must be an IP address or "
                                         "a block of them such as 10.0.0.0/8"),
                          Console::Tone::Error);
    fixture.console.toast(QStringLiteral("order.shipped published."), Console::Tone::Success);
    const auto *sidebar = window.findChild<Sidebar *>();
    const QRect last = sidebar->visualItemRect(sidebar->item(sidebar->count() - 1));
    const int used = sidebar->viewport()->mapTo(&window, last.bottomLeft()).y();
    QVERIFY(!window.toasts()->toasts().isEmpty());
    for (const Toast *toast : window.toasts()->toasts()) {
        const QRect place(toast->mapTo(&window, QPoint()), toast->size());
        QVERIFY(!toast->isVisible() || place.top() > used);
        QVERIFY(!place.intersects(
            QRect(window.currentView()->mapTo(&window, QPoint()), window.currentView()->size())));
    }
    QVERIFY(window.toasts()->toasts().last()->isVisible());
}

void tst_MainWindow::paletteTakesAView()
{
    ShellFixture fixture;
    MainWindow window(fixture.shell());
    show(window);
    QVERIFY(withDialog<CommandPalette>(
        [&] { QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier); },
        [](CommandPalette &palette) {
            auto *edit = palette.findChild<QLineEdit *>();
            QTest::keyClicks(edit, QStringLiteral("sett"));
            QTest::keyClick(edit, Qt::Key_Return);
        }));
    QCOMPARE(window.currentView(), window.views().at(indexOf(window, "Signalbox::SettingsView")));
}

/// Under X11, Ctrl+K deletes the rest of the line, and Ctrl+E goes to its end.
void tst_MainWindow::keysWorkInATextField()
{
    ShellFixture fixture;
    MainWindow window(fixture.shell());
    show(window);
    window.showView(indexOf(window, "Signalbox::PublishView"));
    auto *edit = new GreedyEdit(window.currentView());
    edit->show();
    edit->setFocus();
    QVERIFY(withDialog<CommandPalette>(
        [edit] { QTest::keyClick(edit, Qt::Key_K, Qt::ControlModifier); },
        [](CommandPalette &) {}));
    // What the page cannot do, the text field may.
    QVERIFY(!window.actions()->exportRows->isEnabled());
    QTest::keyClick(edit, Qt::Key_E, Qt::ControlModifier);
    QCOMPARE(edit->taken, QList<int>({Qt::Key_E}));
}

void tst_MainWindow::keysAreListed()
{
    ShellFixture fixture;
    MainWindow window(fixture.shell());
    show(window);
    QVERIFY(withDialog<ShortcutsDialog>(
        [&] { QTest::keyClick(&window, Qt::Key_Slash, Qt::ControlModifier); },
        [](ShortcutsDialog &dialog) { QVERIFY(dialog.isVisible()); }));
}

void tst_MainWindow::closingAsks()
{
    ShellFixture fixture;
    MainWindow window(fixture.shell());
    window.setHasTray(true);
    show(window);
    QSignalSpy stops(&window, &MainWindow::stopRequested);
    QVERIFY(withDialog<CloseDialog>([&] { window.close(); },
                                    [](CloseDialog &dialog) { dialog.reject(); }));
    QVERIFY(window.isVisible());
    QVERIFY(withDialog<CloseDialog>(
        [&] { window.close(); },
        [](CloseDialog &dialog) {
            dialog.findChild<QPushButton *>(QStringLiteral("keep"))->click();
        }));
    QVERIFY(!window.isVisible());
    QCOMPARE(stops.size(), 0);
    show(window);
    QVERIFY(withDialog<CloseDialog>(
        [&] { window.close(); },
        [](CloseDialog &dialog) {
            dialog.findChild<QPushButton *>(QStringLiteral("stop"))->click();
        }));
    QCOMPARE(stops.size(), 1);
}

void tst_MainWindow::answerIsRemembered()
{
    ShellFixture fixture;
    MainWindow window(fixture.shell());
    show(window);
    QSignalSpy stops(&window, &MainWindow::stopRequested);
    QVERIFY(withDialog<CloseDialog>(
        [&] { window.close(); },
        [](CloseDialog &dialog) {
            dialog.findChild<QCheckBox *>()->click();
            dialog.findChild<QPushButton *>(QStringLiteral("stop"))->click();
        }));
    window.close(); // without a question
    QCOMPARE(stops.size(), 2);
    QCOMPARE(fixture.settings.closeAction(), ConsoleSettings::CloseAction::StopServer);
}

void tst_MainWindow::alertsAreCountedUntilSeen()
{
    ShellFixture fixture;
    MainWindow window(fixture.shell());
    show(window);
    window.showView(1);
    QSignalSpy raised(&fixture.alerts, &Alerts::raised);
    HubStatus status = ShellFixture::listening();
    status.slowCloses = 3;
    fixture.monitor.setStatus(status);
    status.slowCloses = 9; // told later, with those that follow
    fixture.monitor.setStatus(status);
    QCOMPARE(raised.size(), 1);
    status.components.first().state = ComponentHealth::State::Failed;
    fixture.monitor.setStatus(status);
    fixture.monitor.setStatus(status);
    QCOMPARE(raised.size(), 2);
    QCOMPARE(window.findChild<Sidebar *>()->badge(0), 2);
    window.showView(0);
    QTRY_COMPARE(window.findChild<Sidebar *>()->badge(0), 0);
}

void tst_MainWindow::stateIsKept()
{
    ShellFixture fixture;
    {
        MainWindow window(fixture.shell());
        window.resize(1000, 650);
        window.showView(1);
        window.saveState();
    }
    MainWindow window(fixture.shell());
    window.restoreState();
    QCOMPARE(window.currentView(), window.views().at(1));
    ConsoleSettings::resetLayout();
    QVERIFY(QSettings().allKeys().filter(QStringLiteral("layout")).isEmpty());
}

void tst_MainWindow::anotherLanguageMakesAnotherWindow()
{
    const IsolatedSettings settings;
    FakeMonitor monitor;
    FakeOperator hubOperator;
    QList<QLocale> loaded;
    ConsoleApplication application(
        monitor, hubOperator, [&](const QLocale &locale) { loaded.append(locale); }, false);
    application.show();
    const QPointer<MainWindow> before = application.window();
    before->showView(1);
    application.language().set(QStringLiteral("en"));
    QTRY_VERIFY(!before);
    QVERIFY(application.window()->isVisible());
    QCOMPARE(application.window()->currentView(), application.window()->views().at(1));
    QCOMPARE(loaded.size(), 1);

    const QPointer<MainWindow> second = application.window();
    application.window()->actions()->resetLayout->trigger();
    QTRY_VERIFY(!second);
    QCOMPARE(application.window()->currentView(), application.window()->views().first());
}

void tst_MainWindow::themeChangesUnderEveryView()
{
    ShellFixture fixture;
    MainWindow window(fixture.shell());
    show(window);
    HubStatus status = ShellFixture::listening();
    status.isTripped = true;
    fixture.monitor.setStatus(status);
    for (int i = 0; i < window.views().size(); ++i) {
        window.showView(i);
        for (const auto choice : {Theme::Choice::Dark, Theme::Choice::Light}) {
            fixture.theme.setChoice(choice);
            QCoreApplication::processEvents();
            QCOMPARE(Theme::isDark(), choice == Theme::Choice::Dark);
        }
    }
}

void tst_MainWindow::fitsASmallScreen()
{
    ShellFixture fixture;
    MainWindow window(fixture.shell());
    show(window);
    const QSize smallest = window.minimumSizeHint();
    QVERIFY2(smallest.width() <= 900, qPrintable(QString::number(smallest.width())));
    QVERIFY2(smallest.height() <= 600, qPrintable(QString::number(smallest.height())));
}

QTEST_MAIN(tst_MainWindow)

#include "tst_mainwindow.moc"
