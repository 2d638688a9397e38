// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/hubmonitor.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QAction;
class QSettings;
QT_END_NAMESPACE

namespace Signalbox {

class Console;

/// A page of the console's window.
///
/// The window calls activate() and deactivate() as the operator moves between pages, and offers the
/// operations below through its menu and keys. A page whose operation makes no sense leaves it be.
class View : public QWidget
{
    Q_OBJECT

public:
    /// \a console must outlive this.
    explicit View(Console &console, QWidget *parent = nullptr)
        : QWidget(parent)
        , m_console(console)
    { }

    [[nodiscard]] virtual QString title() const = 0; ///< translated
    [[nodiscard]] virtual QString iconName() const = 0; ///< an argument of Theme::icon()
    /// What it needs watched: while it is shown, and while it is not.
    [[nodiscard]] virtual HubMonitor::Topics topics() const { return {}; }
    [[nodiscard]] virtual HubMonitor::Topics topicsWhileHidden() const { return {}; }

    virtual void activate() { }
    virtual void deactivate() { }

    /// What has the keyboard when the view is opened. While it is not there, as a table without
    /// rows, that is the first that can have it.
    [[nodiscard]] virtual QWidget *keyboardOwner() const = 0;

    [[nodiscard]] virtual bool canFind() const { return false; }
    virtual void find() { } ///< Ctrl+F: to the filter
    virtual void refresh() { } ///< F5
    [[nodiscard]] virtual bool canExport() const { return false; }
    virtual void exportRows() { } ///< Ctrl+E
    [[nodiscard]] virtual bool canPause() const { return false; }
    [[nodiscard]] virtual bool isPaused() const { return false; }
    virtual void setPaused(bool) { } ///< Ctrl+P

    /// What the palette (Ctrl+K) offers besides; owned by the view.
    [[nodiscard]] virtual QList<QAction *> paletteActions() const { return {}; }

    /// Columns, splitters, filters: never anything secret. The group is the view's own.
    virtual void saveState(QSettings &) const { }
    virtual void restoreState(QSettings &) { }

    /// Goes on where \a predecessor is, the same view of another window that goes now: with what it
    /// has gathered, what was written, and what is selected; not with its layout. Monitors tell
    /// nothing in between.
    virtual void takeOver(const View &) { }

    [[nodiscard]] Console &console() const { return m_console; }

Q_SIGNALS:
    void pausedChanged(bool paused);
    /// topics() or topicsWhileHidden() say something else now.
    void topicsChanged();

private:
    Console &m_console;
};

} // namespace Signalbox
