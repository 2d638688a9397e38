// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/consoleapplication.h"

#include "common/monitor/hubmonitor.h"
#include "gui/mainwindow.h"
#include "gui/shell.h"
#include "gui/trayicon.h"

namespace Signalbox {

ConsoleApplication::ConsoleApplication(HubMonitor &monitor, HubOperator &hubOperator,
                                       Language::Loader loader, bool isReadOnlyForced,
                                       QObject *parent)
    : QObject(parent)
    , m_language(std::move(loader))
    , m_console(monitor, hubOperator)
    , m_metrics(monitor)
    , m_alerts(monitor)
    , m_isReadOnlyForced(isReadOnlyForced)
{
    m_theme.setChoice(m_settings.theme());
    m_language.set(m_settings.language());
    m_console.setReadOnly(isReadOnlyForced || m_settings.isReadOnly());
    m_console.setShowsUtc(m_settings.showsUtc());
    connect(&m_console, &Console::showsUtcChanged, this,
            [this](bool utc) { m_settings.setShowsUtc(utc); });
    connect(&m_console, &Console::readOnlyChanged, this, [this](bool readOnly) {
        if (!m_isReadOnlyForced)
            m_settings.setReadOnly(readOnly);
    });
    connect(&m_alerts, &Alerts::raised, this, &ConsoleApplication::handleAlert);
    makeTray();
    makeWindow();
    m_window->restoreState();
    // Queued: the one who asks is in the window that goes.
    connect(
        &m_language, &Language::changed, this, [this] { remakeWindow(true); },
        Qt::QueuedConnection);
}

ConsoleApplication::~ConsoleApplication() = default;

void ConsoleApplication::makeWindow()
{
    m_window = std::make_unique<MainWindow>(
        Shell{m_console, m_settings, m_theme, m_language, m_metrics, m_alerts, m_isReadOnlyForced});
    m_window->setHasTray(m_tray != nullptr);
    connect(m_window.get(), &MainWindow::stopRequested, this, &ConsoleApplication::stopRequested);
    connect(
        m_window.get(), &MainWindow::layoutResetRequested, this, [this] { remakeWindow(false); },
        Qt::QueuedConnection);
}

void ConsoleApplication::remakeWindow(bool keepsLayout)
{
    const bool wasVisible = m_window->isVisible();
    if (keepsLayout)
        m_window->saveState();
    else
        ConsoleSettings::resetLayout();
    std::unique_ptr<MainWindow> before = std::move(m_window);
    makeTray();
    makeWindow();
    if (keepsLayout)
        m_window->restoreState();
    m_window->takeOver(*before);
    before.reset();
    if (wasVisible)
        m_window->show();
}

void ConsoleApplication::makeTray()
{
    m_tray.reset();
    if (!m_settings.showsTray() || !QSystemTrayIcon::isSystemTrayAvailable())
        return;
    m_tray = std::make_unique<TrayIcon>(m_console);
    connect(m_tray.get(), &TrayIcon::windowRequested, this, &ConsoleApplication::show);
    connect(m_tray.get(), &TrayIcon::stopRequested, this, &ConsoleApplication::stopRequested);
    m_tray->show();
}

void ConsoleApplication::show()
{
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void ConsoleApplication::saveState() const
{
    m_window->saveState();
}

void ConsoleApplication::handleAlert(const QString &title, const QString &text, Console::Tone tone)
{
    const bool isSeen = m_window->isVisible() && !m_window->isMinimized();
    if (isSeen && m_console.monitor().status().isTripped && tone == Console::Tone::Error)
        return; // the banner says it
    if (isSeen)
        m_console.toast(text.isEmpty() ? title : tr("%1: %2", "alert").arg(title, text), tone);
    else if (m_tray)
        m_tray->tell(title, text, tone);
}

} // namespace Signalbox
