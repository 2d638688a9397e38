// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connections/connectionactions.h"

#include "common/monitor/huboperator.h"
#include "gui/connections/roomdialog.h"
#include "gui/connections/sendeventdialog.h"
#include "gui/connections/usertext.h"
#include "gui/console.h"
#include "gui/dialogs/confirmdialog.h"
#include "gui/theme/theme.h"

#include <QAction>
#include <QInputDialog>
#include <QSet>

namespace Signalbox {

ConnectionActions::ConnectionActions(Console &console, QWidget &window)
    : QObject(&window)
    , m_console(console)
    , m_window(window)
    , m_disconnect(add(QStringLiteral("disconnect"), tr("&Disconnect…"),
                       tr("Close the selected connections for good"),
                       &ConnectionActions::handleDisconnect))
    , m_disconnectMatching(add(QStringLiteral("disconnect"), tr("Disconnect &all matching…"),
                               tr("Close all connections that match the filter"),
                               &ConnectionActions::handleDisconnectMatching))
    , m_join(add(QStringLiteral("join"), tr("&Join a room…"),
                 tr("Put the selected connections into a room"), &ConnectionActions::handleJoin))
    , m_leave(add(QStringLiteral("leave"), tr("&Leave a room…"),
                  tr("Take the selected connections out of a room"),
                  &ConnectionActions::handleLeave))
    , m_send(add(QStringLiteral("publish"), tr("&Send an event…"),
                 tr("Send an event to the selected connections alone"),
                 &ConnectionActions::handleSend))
    , m_follow(add(QStringLiteral("events"), tr("&Follow its events"),
                   tr("Show the events that the selected connection gets"),
                   &ConnectionActions::handleFollow))
{
    m_disconnect->setShortcut(QKeySequence::Delete);
    m_disconnect->setShortcutContext(Qt::WidgetShortcut);
    m_disconnect->setShortcutVisibleInContextMenu(true);
    update(0, 0, false);
}

QAction *ConnectionActions::add(const QString &icon, const QString &text, const QString &toolTip,
                                void (ConnectionActions::*slot)())
{
    auto *action = new QAction(Theme::icon(icon), text, this);
    action->setWhatsThis(toolTip); // the tool tip may say why it is not possible instead
    connect(action, &QAction::triggered, this, slot);
    return action;
}

QList<QAction *> ConnectionActions::all() const
{
    return {m_disconnect, m_disconnectMatching, m_join, m_leave, m_send, m_follow};
}

void ConnectionActions::setTargets(std::function<Connections()> selected,
                                   std::function<Connections()> matching)
{
    m_selected = std::move(selected);
    m_matching = std::move(matching);
}

void ConnectionActions::setEnabled(QAction *action, const QString &reasonNot)
{
    action->setEnabled(reasonNot.isEmpty());
    action->setToolTip(reasonNot.isEmpty() ? action->whatsThis() : reasonNot);
}

void ConnectionActions::update(qsizetype selected, qsizetype matching, bool isFiltered)
{
    const QString readOnly = m_console.isReadOnly() ? tr("The console is read-only.") : QString();
    const QString nothing = selected > 0 ? QString() : tr("Select a connection first.");
    const QString changing = readOnly.isEmpty() ? nothing : readOnly;
    for (QAction *action : {m_disconnect, m_join, m_leave, m_send})
        setEnabled(action, changing);
    setEnabled(m_follow, selected > 1 ? tr("Only one connection can be followed.") : nothing);
    QString reason = readOnly;
    if (reason.isEmpty() && !isFiltered)
        reason = tr("Write a filter first: this is for those that match it.");
    if (reason.isEmpty() && matching == 0)
        reason = tr("No connection matches the filter.");
    setEnabled(m_disconnectMatching, reason);
}

QString ConnectionActions::nameOf(const ConnectionInfo &info)
{
    // In one line, whatever it is called: it stands for one target in a list of them.
    return tr("%1, %2, %3")
        .arg(userText(info.user), QString::fromUtf8(info.address), QString::fromUtf8(info.sid))
        .simplified();
}

QList<QByteArray> ConnectionActions::sidsOf(const Connections &targets)
{
    QList<QByteArray> sids;
    for (const ConnectionInfo &info : targets)
        sids << info.sid;
    return sids;
}

QStringList ConnectionActions::namesOf(const Connections &targets)
{
    QStringList names;
    // The dialog tells the others by number; their places suffice.
    for (qsizetype i = 0; i < targets.size(); ++i)
        names << (i < ConfirmDialog::MaxListed ? nameOf(targets[i]) : QString());
    return names;
}

void ConnectionActions::tell(const Result<qint64> &result, const QString &success)
{
    if (result)
        m_console.toast(success, Console::Tone::Success);
    else
        m_console.toast(result.error().message, Console::Tone::Error);
}

void ConnectionActions::handleDisconnect()
{
    const Connections targets = m_selected();
    disconnectClients(targets,
                      tr("Disconnect %n client(s)? They are told not to come back.", nullptr,
                         int(targets.size())));
}

void ConnectionActions::handleDisconnectMatching()
{
    const Connections targets = m_matching();
    disconnectClients(
        targets,
        tr("Disconnect all %n client(s) that match the filter? They are told not to come "
           "back.",
           nullptr, int(targets.size())));
}

void ConnectionActions::disconnectClients(const Connections &targets, const QString &question)
{
    if (targets.isEmpty()
        || !ConfirmDialog::ask(&m_window, tr("Disconnect"), question, namesOf(targets),
                               tr("Disconnect")))
        return;
    m_console.hubOperator().disconnectClients(
        sidsOf(targets), this, [this](const Result<qint64> &result) {
            tell(result, tr("Disconnected %n client(s).", nullptr, int(result.value_or(0))));
        });
}

void ConnectionActions::handleJoin()
{
    const Connections targets = m_selected();
    if (targets.isEmpty())
        return;
    RoomDialog dialog(tr("Join a room"),
                      tr("Room that %n client(s) shall join:", nullptr, int(targets.size())),
                      &m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const QByteArray room = dialog.room();
    m_console.hubOperator().join(
        sidsOf(targets), room, this, [this, room](const Result<qint64> &result) {
            tell(result,
                 tr("%n client(s) joined %1.", nullptr, int(result.value_or(0)))
                     .arg(QString::fromUtf8(room)));
        });
}

void ConnectionActions::handleLeave()
{
    const Connections targets = m_selected();
    QSet<QByteArray> rooms;
    for (const ConnectionInfo &info : targets)
        rooms.unite(QSet<QByteArray>(info.rooms.begin(), info.rooms.end()));
    if (rooms.isEmpty()) {
        if (!targets.isEmpty())
            m_console.toast(tr("The selected clients are in no room."));
        return;
    }
    QStringList known;
    for (const QByteArray &room : std::as_const(rooms))
        known << QString::fromUtf8(room);
    known.sort();
    bool ok = false;
    const QString room = QInputDialog::getItem(
        &m_window, tr("Leave a room"),
        tr("Room that %n client(s) shall leave:", nullptr, int(targets.size())), known, 0, false,
        &ok);
    if (ok)
        leaveRoom(targets, room.toUtf8());
}

void ConnectionActions::leaveRoom(const Connections &targets, const QByteArray &room)
{
    const QString name = QString::fromUtf8(room);
    if (!ConfirmDialog::ask(
            &m_window, tr("Leave a room"),
            tr("Take %n client(s) out of %1?", nullptr, int(targets.size())).arg(name),
            namesOf(targets), tr("Take out")))
        return;
    m_console.hubOperator().leave(
        sidsOf(targets), room, this, [this, name](const Result<qint64> &result) {
            tell(result, tr("%n client(s) left %1.", nullptr, int(result.value_or(0))).arg(name));
        });
}

void ConnectionActions::handleSend()
{
    const Connections targets = m_selected();
    if (targets.isEmpty())
        return;
    SendEventDialog dialog(targets.size() == 1 ? nameOf(targets.first())
                                               : tr("%n client(s)", nullptr, int(targets.size())),
                           &m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_console.hubOperator().send(
        sidsOf(targets), dialog.event(), this, [this](const Result<qint64> &result) {
            tell(result, tr("Sent to %n client(s).", nullptr, int(result.value_or(0))));
        });
}

void ConnectionActions::handleFollow()
{
    if (const Connections targets = m_selected(); targets.size() == 1)
        m_console.showEventsOf(targets.first().sid);
}

} // namespace Signalbox
