// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/hub/connectioninfo.h"
#include "common/result.h"

#include <QObject>

#include <functional>

QT_BEGIN_NAMESPACE
class QAction;
class QWidget;
QT_END_NAMESPACE

namespace Signalbox {

class Console;

/// What can be done to connections: the actions, when they are possible, and how it is asked about
/// and done. The outcome is told by a toast.
class ConnectionActions final : public QObject
{
    Q_OBJECT

public:
    using Connections = QList<ConnectionInfo>;

    /// \a window: the parent of dialogs. Both outlive this.
    ConnectionActions(Console &console, QWidget &window);

    /// Where the actions get their targets from: what is selected, and all that the filter leaves.
    void setTargets(std::function<Connections()> selected, std::function<Connections()> matching);
    /// To be said whenever one of them may be another.
    void update(qsizetype selected, qsizetype matching, bool isFiltered);

    [[nodiscard]] QAction *disconnectSelected() const { return m_disconnect; }
    [[nodiscard]] QAction *disconnectMatching() const { return m_disconnectMatching; }
    [[nodiscard]] QAction *join() const { return m_join; }
    [[nodiscard]] QAction *leave() const { return m_leave; }
    [[nodiscard]] QAction *send() const { return m_send; }
    [[nodiscard]] QAction *follow() const { return m_follow; }
    [[nodiscard]] QList<QAction *> all() const;

    /// Takes \a targets out of \a room, after a question.
    void leaveRoom(const Connections &targets, const QByteArray &room);

    /// How a connection is called in a question: "anna, 192.0.2.7:4711, Xy3".
    [[nodiscard]] static QString nameOf(const ConnectionInfo &info);
    /// Of as many as ConfirmDialog lists; the others are empty.
    [[nodiscard]] static QStringList namesOf(const Connections &targets);

private:
    [[nodiscard]] QAction *add(const QString &icon, const QString &text, const QString &toolTip,
                               void (ConnectionActions::*slot)());
    void setEnabled(QAction *action, const QString &reasonNot);
    void handleDisconnect();
    void handleDisconnectMatching();
    void handleJoin();
    void handleLeave();
    void handleSend();
    void handleFollow();
    void disconnectClients(const Connections &targets, const QString &question);
    [[nodiscard]] static QList<QByteArray> sidsOf(const Connections &targets);
    void tell(const Result<qint64> &result, const QString &success);

    Console &m_console;
    QWidget &m_window;
    std::function<Connections()> m_selected;
    std::function<Connections()> m_matching;
    QAction *m_disconnect;
    QAction *m_disconnectMatching;
    QAction *m_join;
    QAction *m_leave;
    QAction *m_send;
    QAction *m_follow;
};

} // namespace Signalbox
