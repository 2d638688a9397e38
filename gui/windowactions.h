// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QAction>
#include <QList>

QT_BEGIN_NAMESPACE
class QActionGroup;
class QMainWindow;
QT_END_NAMESPACE

namespace Signalbox {

class View;

/// What the window can do, with its keys, in its menus. What it means is the window's business.
class WindowActions final : public QObject
{
    Q_OBJECT

public:
    /// Fills the menu bar of \a window.
    WindowActions(const QList<View *> &views, QMainWindow *window);

    QAction *const emergency;
    QAction *const stopServer;
    QAction *const closeWindow;

    QAction *const find;
    QAction *const refresh;
    QAction *const exportRows;
    QAction *const pause;
    QAction *const utc;
    QAction *const readOnly;
    QAction *const resetLayout;

    QAction *const palette;
    QAction *const guide;
    QAction *const shortcuts;
    QAction *const about;

    /// All of them, those of the views first.
    [[nodiscard]] QList<QAction *> all() const;
    void setCurrentView(int index);
    void setTheme(Theme::Choice choice);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void viewChosen(int index);
    void themeChosen(Signalbox::Theme::Choice choice);

private:
    QAction *make(const QString &text, const QString &iconName,
                  const QList<QKeySequence> &keys = {});
    void addViews(const QList<View *> &views);
    void addThemes();

    QMainWindow *m_window;
    QList<QAction *> m_views;
    QActionGroup *m_viewGroup;
    QActionGroup *m_themeGroup;
};

} // namespace Signalbox
