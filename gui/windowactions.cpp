// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/windowactions.h"

#include "gui/view.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QMainWindow>
#include <QMenuBar>

namespace Signalbox {

WindowActions::WindowActions(const QList<View *> &views, QMainWindow *window)
    : QObject(window)
    , emergency(make(tr("&Emergency stop…"), QStringLiteral("emergency")))
    , stopServer(make(tr("&Stop the server and quit"), {}, {QKeySequence(Qt::CTRL | Qt::Key_Q)}))
    , closeWindow(make(tr("&Close the window"), {}, {QKeySequence(Qt::CTRL | Qt::Key_W)}))
    , find(make(tr("&Find"), QStringLiteral("search"), {QKeySequence(Qt::CTRL | Qt::Key_F)}))
    , refresh(make(tr("&Refresh"), QStringLiteral("refresh"), {QKeySequence(Qt::Key_F5)}))
    , exportRows(
          make(tr("&Export…"), QStringLiteral("export"), {QKeySequence(Qt::CTRL | Qt::Key_E)}))
    , pause(make(tr("&Pause"), QStringLiteral("pause"), {QKeySequence(Qt::CTRL | Qt::Key_P)}))
    , utc(make(tr("Times in &UTC"), QStringLiteral("clock"),
               {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U)}))
    , readOnly(make(tr("Read-&only"), QStringLiteral("lock"),
                    {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)}))
    , resetLayout(make(tr("Reset the &layout"), {}))
    , palette(
          make(tr("&Commands…"), QStringLiteral("keyboard"), {QKeySequence(Qt::CTRL | Qt::Key_K)}))
    , guide(make(tr("&Guide"), QStringLiteral("help"), {QKeySequence(Qt::Key_F1)}))
    , shortcuts(make(tr("&Keys…"), QStringLiteral("keyboard"),
                     {QKeySequence(Qt::CTRL | Qt::Key_Slash), QKeySequence(Qt::Key_Question)}))
    , about(make(tr("&About Signalbox"), QStringLiteral("information")))
    , m_window(window)
    , m_viewGroup(new QActionGroup(this))
    , m_themeGroup(new QActionGroup(this))
{
    for (QAction *action : {pause, utc, readOnly})
        action->setCheckable(true);

    QMenuBar *bar = window->menuBar();
    QMenu *server = bar->addMenu(tr("&Server"));
    server->addAction(emergency);
    server->addSeparator();
    server->addAction(closeWindow);
    server->addAction(stopServer);

    addViews(views);
    QMenu *view = bar->addMenu(tr("&View"));
    view->addActions(m_views);
    view->addSeparator();
    view->addActions({find, refresh, pause, exportRows});
    view->addSeparator();
    addThemes();
    view->addMenu(tr("&Theme"))->addActions(m_themeGroup->actions());
    view->addActions({utc, readOnly, resetLayout});

    QMenu *help = bar->addMenu(tr("&Help"));
    help->addActions({guide, shortcuts, palette});
    help->addSeparator();
    help->addAction(about);
    // What is in a menu has its keys only while the menu bar is shown.
    window->addActions(all());
    QCoreApplication::instance()->installEventFilter(this);
}

/// A text field that has the focus would take some of these keys for its own: under X11, Ctrl+K
/// deletes the rest of the line, and Ctrl+E goes to its end.
bool WindowActions::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const auto *widget = qobject_cast<QWidget *>(watched);
    if (!key->modifiers().testFlag(Qt::ControlModifier) || !widget || widget->window() != m_window)
        return false;
    const QKeySequence keys(key->keyCombination());
    for (const QAction *action : {palette, exportRows, find, pause, refresh}) {
        if (action->isEnabled() && action->shortcuts().contains(keys)) {
            event->ignore();
            return true;
        }
    }
    return false;
}

QAction *WindowActions::make(const QString &text, const QString &iconName,
                             const QList<QKeySequence> &keys)
{
    auto *action = new QAction(text, this);
    if (!iconName.isEmpty())
        action->setIcon(Theme::icon(iconName));
    action->setShortcuts(keys);
    return action;
}

void WindowActions::addViews(const QList<View *> &views)
{
    for (int i = 0; i < views.size(); ++i) {
        QList<QKeySequence> keys;
        if (i < 9)
            keys.append(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)));
        else if (i == 9)
            keys.append(QKeySequence(Qt::CTRL | Qt::Key_0));
        QAction *action = make(views.at(i)->title(), views.at(i)->iconName(), keys);
        action->setCheckable(true);
        m_viewGroup->addAction(action);
        m_views.append(action);
        connect(action, &QAction::triggered, this, [this, i] { Q_EMIT viewChosen(i); });
    }
}

void WindowActions::addThemes()
{
    const std::pair<QString, Theme::Choice> choices[] = {
        {tr("Theme: as the &system"), Theme::Choice::System},
        {tr("Theme: &light"), Theme::Choice::Light},
        {tr("Theme: &dark"), Theme::Choice::Dark},
    };
    for (const auto &[text, choice] : choices) {
        QAction *action = make(text, {});
        action->setCheckable(true);
        action->setData(int(choice));
        m_themeGroup->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, chosen = choice] { Q_EMIT themeChosen(chosen); });
    }
}

QList<QAction *> WindowActions::all() const
{
    return m_views + QList<QAction *>{find,     refresh,   pause, exportRows, palette, utc,
                                      readOnly, emergency, guide, shortcuts,  about,   resetLayout}
    + m_themeGroup->actions() + QList<QAction *>{closeWindow, stopServer};
}

void WindowActions::setCurrentView(int index)
{
    if (index >= 0 && index < m_views.size())
        m_views.at(index)->setChecked(true);
}

void WindowActions::setTheme(Theme::Choice choice)
{
    const QList<QAction *> themes = m_themeGroup->actions();
    for (QAction *action : themes) {
        if (action->data().toInt() == int(choice))
            action->setChecked(true);
    }
}

} // namespace Signalbox
