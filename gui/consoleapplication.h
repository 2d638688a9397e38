// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/alerts.h"
#include "gui/console.h"
#include "gui/overview/metricshistory.h"
#include "gui/settings/consolesettings.h"
#include "gui/settings/language.h"
#include "gui/theme/theme.h"

#include <QPointer>

#include <memory>

namespace Signalbox {

class MainWindow;
class TrayIcon;

/// The console around a hub: its window, its tray icon, and what outlives a window.
class ConsoleApplication final : public QObject
{
    Q_OBJECT

public:
    /// \a monitor and \a hubOperator must outlive this. \a isReadOnlyForced: the operator cannot
    /// lift it.
    ConsoleApplication(HubMonitor &monitor, HubOperator &hubOperator, Language::Loader loader,
                       bool isReadOnlyForced, QObject *parent = nullptr);
    ~ConsoleApplication() override;

    void show();
    [[nodiscard]] MainWindow *window() const { return m_window.get(); }
    [[nodiscard]] Console &console() { return m_console; }
    [[nodiscard]] Language &language() { return m_language; }
    [[nodiscard]] Theme &theme() { return m_theme; }
    void saveState() const;

Q_SIGNALS:
    void stopRequested();

private:
    void makeWindow();
    /// Another window in the place of the one that is there, with what that one has; its layout
    /// kept or not.
    void remakeWindow(bool keepsLayout);
    void makeTray();
    void handleAlert(const QString &title, const QString &text, Console::Tone tone);

    ConsoleSettings m_settings;
    Theme m_theme;
    Language m_language;
    Console m_console;
    MetricsHistory m_metrics;
    Alerts m_alerts;
    bool m_isReadOnlyForced;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<TrayIcon> m_tray;
};

} // namespace Signalbox
