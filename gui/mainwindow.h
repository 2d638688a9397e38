// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/shell.h"
#include "gui/views.h"

#include <QMainWindow>

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace Signalbox {

class Banner;
class Sidebar;
class StatusLine;
class ToastOverlay;
class View;
class WindowActions;
struct HubStatus;

/// The console's window: a list of views, one of which is shown, and what they have in common.
///
/// Watches of the hub what its views need: while it is hidden, only what they need hidden.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// What \a shell refers to must outlive the window.
    explicit MainWindow(const Shell &shell, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] QList<View *> views() const;
    [[nodiscard]] View *currentView() const;
    void showView(int index);
    [[nodiscard]] WindowActions *actions() const { return m_actions; }
    [[nodiscard]] ToastOverlay *toasts() const { return m_toasts; }

    /// Goes on where \a predecessor is, which shall go then: nothing that its views have gathered
    /// is lost, and nothing that comes is missed.
    void takeOver(const MainWindow &predecessor);
    /// Geometry, columns, filters.
    void saveState() const;
    void restoreState();
    /// With a tray, closing may leave the server running.
    void setHasTray(bool hasTray) { m_hasTray = hasTray; }

Q_SIGNALS:
    /// The operator wants the server to end.
    void stopRequested();
    /// The layout was forgotten: another window would have that of the beginning.
    void layoutResetRequested();

protected:
    void closeEvent(QCloseEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void assemble();
    void connectActions();
    void connectConsole();
    void open(Page::Answer answer);
    /// Gives the keyboard to the view that is shown.
    void giveKeyboard();
    void watch();
    void updateActions();
    void showStatus(const HubStatus &status);
    void showPalette();
    void showGuide();
    void markAlertsSeen();

    const Shell m_shell;
    QList<Page> m_pages;
    Sidebar *m_sidebar;
    QStackedWidget *m_stack;
    Banner *m_emergencyBanner;
    Banner *m_drainingBanner;
    ToastOverlay *m_toasts = nullptr;
    WindowActions *m_actions = nullptr;
    StatusLine *m_statusLine = nullptr;
    View *m_shown = nullptr; ///< was told to be active
    bool m_hasTray = false;
};

} // namespace Signalbox
