// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mainwindow.h"

#include "gui/alerts.h"
#include "gui/console.h"
#include "gui/dialogs/aboutdialog.h"
#include "gui/dialogs/closedialog.h"
#include "gui/dialogs/commandpalette.h"
#include "gui/dialogs/emergencydialog.h"
#include "gui/dialogs/shortcutsdialog.h"
#include "gui/help/helpview.h"
#include "gui/settings/consolesettings.h"
#include "gui/settings/settingsview.h"
#include "gui/statusline.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/sidebar.h"
#include "gui/widgets/toastoverlay.h"
#include "gui/windowactions.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

namespace Signalbox {

namespace {

constexpr QSize InitialSize(1200, 780);

/// The group of a view's settings: the name of its class.
QString groupOf(const View &view)
{
    const QString name = QString::fromLatin1(view.metaObject()->className());
    return ConsoleSettings::LayoutGroup + u'/' + name.section(QStringLiteral("::"), -1);
}

} // namespace

MainWindow::MainWindow(const Shell &shell, QWidget *parent)
    : QMainWindow(parent)
    , m_shell(shell)
    , m_sidebar(new Sidebar)
    , m_stack(new QStackedWidget)
    , m_emergencyBanner(new Banner(Console::Tone::Error, tr("Take events again…")))
    , m_drainingBanner(new Banner(Console::Tone::Warning))
{
    setWindowTitle(tr("Signalbox"));
    setMinimumSize(640, 420);
    resize(InitialSize);
    m_pages = makePages(shell, nullptr);
    assemble();
    m_actions = new WindowActions(views(), this);
    m_statusLine = new StatusLine(shell.console, statusBar());
    // Below the views' names there is never anything else.
    m_toasts = new ToastOverlay(m_sidebar);
    m_toasts->setUsedHeight(m_sidebar->contentHeight());
    connectActions();
    connectConsole();
    showView(0);
    showStatus(shell.console.monitor().status());
}

MainWindow::~MainWindow()
{
    m_shell.console.stopWatching(this);
}

void MainWindow::assemble()
{
    for (int i = 0; i < m_pages.size(); ++i) {
        View *view = m_pages.at(i).view;
        const QString keys = i < 10 ? QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + (i + 1) % 10))
                                          .toString(QKeySequence::NativeText)
                                    : QString();
        m_sidebar->addPage(view->iconName(), view->title(), keys);
        m_stack->addWidget(view);
        connect(view, &View::pausedChanged, this, [this] {
            updateActions();
            watch();
        });
        if (auto *settings = qobject_cast<SettingsView *>(view))
            connect(settings, &SettingsView::layoutResetRequested, this,
                    &MainWindow::layoutResetRequested);
    }
    m_drainingBanner->setText(
        tr("The server is draining: it takes no new clients and ends when the last one is gone."));

    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(m_sidebar);
    body->addWidget(m_stack, 1);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_emergencyBanner);
    layout->addWidget(m_drainingBanner);
    layout->addLayout(body, 1);
    setCentralWidget(content);
    connect(m_sidebar, &QListWidget::currentRowChanged, this, &MainWindow::showView);
}

void MainWindow::connectActions()
{
    Console &console = m_shell.console;
    connect(m_actions, &WindowActions::viewChosen, this, [this](int index) {
        showView(index);
        giveKeyboard();
    });
    connect(m_actions, &WindowActions::themeChosen, this, [this](Theme::Choice choice) {
        m_shell.settings.setTheme(choice);
        m_shell.theme.setChoice(choice);
    });
    connect(&m_shell.theme, &Theme::changed, m_actions,
            [this] { m_actions->setTheme(m_shell.theme.choice()); });
    m_actions->setTheme(m_shell.theme.choice());

    connect(m_actions->find, &QAction::triggered, this, [this] { currentView()->find(); });
    connect(m_actions->refresh, &QAction::triggered, this, [this] { currentView()->refresh(); });
    connect(m_actions->exportRows, &QAction::triggered, this,
            [this] { currentView()->exportRows(); });
    connect(m_actions->pause, &QAction::triggered, this,
            [this](bool paused) { currentView()->setPaused(paused); });
    connect(m_actions->utc, &QAction::toggled, &console, &Console::setShowsUtc);
    connect(m_actions->readOnly, &QAction::toggled, &console, &Console::setReadOnly);
    connect(m_actions->resetLayout, &QAction::triggered, this, &MainWindow::layoutResetRequested);
    connect(m_actions->emergency, &QAction::triggered, this,
            [this] { EmergencyDialog::toggle(m_shell.console, this); });
    connect(m_actions->closeWindow, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->stopServer, &QAction::triggered, this, &MainWindow::stopRequested);
    connect(m_actions->palette, &QAction::triggered, this, &MainWindow::showPalette);
    connect(m_actions->guide, &QAction::triggered, this, &MainWindow::showGuide);
    connect(m_actions->shortcuts, &QAction::triggered, this,
            [this] { ShortcutsDialog(m_actions->all(), this).exec(); });
    connect(m_actions->about, &QAction::triggered, this,
            [this] { AboutDialog(m_shell.console.monitor().status().version, this).exec(); });
    connect(m_emergencyBanner, &Banner::triggered, m_actions->emergency, &QAction::trigger);
}

void MainWindow::connectConsole()
{
    Console &console = m_shell.console;
    connect(&console.monitor(), &HubMonitor::statusChanged, this, &MainWindow::showStatus);
    for (const Page &page : std::as_const(m_pages))
        connect(page.view, &View::topicsChanged, this, &MainWindow::watch);
    connect(&console, &Console::toastRequested, m_toasts, &ToastOverlay::show);
    connect(&console, &Console::connectionRequested, this,
            [this] { open(Page::Answer::Connection); });
    connect(&console, &Console::roomRequested, this, [this] { open(Page::Answer::Room); });
    connect(&console, &Console::eventsOfConnectionRequested, this,
            [this] { open(Page::Answer::EventsOfConnection); });
    connect(&console, &Console::composeRequested, this, [this] { open(Page::Answer::Compose); });
    connect(&console, &Console::readOnlyChanged, this, &MainWindow::updateActions);
    connect(&console, &Console::showsUtcChanged, this, &MainWindow::updateActions);
    connect(&m_shell.alerts, &Alerts::unseenChanged, this, [this](int unseen) {
        m_sidebar->setBadge(0, unseen);
        markAlertsSeen();
    });
    m_sidebar->setBadge(0, m_shell.alerts.unseen());
}

QList<View *> MainWindow::views() const
{
    QList<View *> result;
    for (const Page &page : m_pages)
        result.append(page.view);
    return result;
}

View *MainWindow::currentView() const
{
    return m_pages.at(m_stack->currentIndex()).view;
}

void MainWindow::showView(int index)
{
    if (index < 0 || index >= m_pages.size())
        return;
    if (index != m_stack->currentIndex())
        m_toasts->letErrorsGo();
    m_sidebar->setCurrentRow(index);
    m_stack->setCurrentIndex(index);
    m_actions->setCurrentView(index);
    watch();
    updateActions();
    markAlertsSeen();
}

void MainWindow::open(Page::Answer answer)
{
    for (int i = 0; i < m_pages.size(); ++i) {
        if (m_pages.at(i).answers.testFlag(answer)) {
            showView(i);
            giveKeyboard();
            return;
        }
    }
}

void MainWindow::giveKeyboard()
{
    const View *view = currentView();
    const auto canHave = [view](const QWidget *widget) {
        return view->isAncestorOf(widget) && widget->isVisibleTo(view) && widget->isEnabled();
    };
    QWidget *owner = view->keyboardOwner();
    if (!canHave(owner)) {
        owner = view->nextInFocusChain();
        while (
            owner != view
            && !(canHave(owner) && (owner->focusPolicy() & Qt::TabFocus) && !owner->focusProxy()))
            owner = owner->nextInFocusChain();
    }
    owner->setFocus(Qt::ShortcutFocusReason);
}

/// Also tells the views whether they are looked at: before one is, what it needs is watched.
void MainWindow::watch()
{
    View *shown = isVisible() && !isMinimized() ? currentView() : nullptr;
    HubMonitor::Topics topics = shown ? shown->topics() : HubMonitor::Topics();
    for (const Page &page : std::as_const(m_pages)) {
        if (page.view != shown)
            topics |= page.view->topicsWhileHidden();
    }
    m_shell.console.watch(this, topics);
    View *before = std::exchange(m_shown, shown);
    if (before == shown)
        return;
    if (before)
        before->deactivate();
    if (shown)
        shown->activate();
}

void MainWindow::updateActions()
{
    const View *view = currentView();
    const bool isReadOnly = m_shell.console.isReadOnly();
    m_actions->find->setEnabled(view->canFind());
    m_actions->exportRows->setEnabled(view->canExport());
    m_actions->pause->setEnabled(view->canPause());
    m_actions->pause->setChecked(view->canPause() && view->isPaused());
    m_actions->utc->setChecked(m_shell.console.showsUtc());
    m_actions->readOnly->setChecked(isReadOnly);
    m_actions->readOnly->setEnabled(!m_shell.isReadOnlyForced);
    m_actions->emergency->setEnabled(!isReadOnly);
    const QString why = isReadOnly ? tr("The console is read-only") : QString();
    m_actions->emergency->setToolTip(why.isEmpty() ? tr("Refuse every event that is published")
                                                   : why);
    m_emergencyBanner->button()->setEnabled(!isReadOnly);
    m_emergencyBanner->button()->setToolTip(why);
}

void MainWindow::showStatus(const HubStatus &status)
{
    m_emergencyBanner->setText(status.emergencyReason.isEmpty()
                                   ? tr("Publishing is stopped: every event is refused.")
                                   : tr("Publishing is stopped: every event is refused. Reason: %1")
                                         .arg(status.emergencyReason));
    m_emergencyBanner->setVisible(status.isTripped);
    m_drainingBanner->setVisible(status.isDraining);
    m_actions->emergency->setText(status.isTripped ? tr("Take &events again…")
                                                   : tr("&Emergency stop…"));
    setWindowTitle(status.address.isEmpty() ? tr("Signalbox")
                                            : tr("Signalbox – %1").arg(status.address));
}

void MainWindow::showPalette()
{
    QList<QAction *> actions = m_actions->all();
    actions.removeOne(m_actions->palette);
    actions = currentView()->paletteActions() + actions;
    for (const Page &page : std::as_const(m_pages)) {
        if (page.view != currentView())
            actions += page.view->paletteActions();
    }
    QPointer<QAction> chosen;
    {
        CommandPalette palette(actions, this);
        if (palette.exec() == QDialog::Accepted)
            chosen = palette.chosen();
    }
    if (chosen)
        chosen->trigger();
}

void MainWindow::showGuide()
{
    for (int i = 0; i < m_pages.size(); ++i) {
        if (qobject_cast<HelpView *>(m_pages.at(i).view))
            showView(i);
    }
    giveKeyboard();
}

void MainWindow::markAlertsSeen()
{
    if (m_stack->currentIndex() == 0 && isVisible() && isActiveWindow())
        m_shell.alerts.markSeen();
}

void MainWindow::takeOver(const MainWindow &predecessor)
{
    for (int i = 0; i < m_pages.size(); ++i)
        m_pages.at(i).view->takeOver(*predecessor.m_pages.at(i).view);
    watch();
    updateActions();
}

void MainWindow::saveState() const
{
    QSettings settings;
    settings.beginGroup(ConsoleSettings::LayoutGroup);
    settings.setValue(QStringLiteral("geometry"), saveGeometry());
    settings.setValue(QStringLiteral("view"), m_stack->currentIndex());
    settings.endGroup();
    for (const Page &page : m_pages) {
        settings.beginGroup(groupOf(*page.view));
        page.view->saveState(settings);
        settings.endGroup();
    }
}

void MainWindow::restoreState()
{
    QSettings settings;
    for (const Page &page : std::as_const(m_pages)) {
        settings.beginGroup(groupOf(*page.view));
        if (!settings.allKeys().isEmpty())
            page.view->restoreState(settings);
        settings.endGroup();
    }
    settings.beginGroup(ConsoleSettings::LayoutGroup);
    restoreGeometry(settings.value(QStringLiteral("geometry")).toByteArray());
    showView(settings.value(QStringLiteral("view")).toInt());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    using Action = ConsoleSettings::CloseAction;
    saveState();
    Action action = m_shell.settings.closeAction();
    if (action == Action::KeepInTray && !m_hasTray)
        action = Action::Ask;
    if (action == Action::Ask) {
        CloseDialog dialog(m_shell.console.monitor().status().connections, m_hasTray, this);
        dialog.exec();
        if (dialog.answer() == CloseDialog::Answer::Cancel) {
            event->ignore();
            return;
        }
        action = dialog.answer() == CloseDialog::Answer::KeepInTray ? Action::KeepInTray
                                                                    : Action::StopServer;
        if (dialog.isRemembered())
            m_shell.settings.setCloseAction(action);
    }
    event->ignore(); // it is seen until the server has ended, or can be brought back
    if (action == Action::KeepInTray)
        hide();
    else
        Q_EMIT stopRequested();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    watch();
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    watch();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (!m_statusLine) // it is being made
        return;
    if (event->type() == QEvent::WindowStateChange)
        watch();
    else if (event->type() == QEvent::ActivationChange)
        markAlertsSeen();
}

} // namespace Signalbox
