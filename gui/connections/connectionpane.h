// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/connectionchanges.h"
#include "common/monitor/huboperator.h"
#include "common/monitor/observedevents.h"
#include "gui/connections/connectionsmodel.h"

#include <QWidget>

#include <array>
#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;
QT_END_NAMESPACE

namespace Signalbox {

class Console;

/// All that is known of one connection: identity and figures as they change, its rooms and types,
/// the request that it began with, and, while it is followed, the last events that it got. Stays at
/// a connection that has ended, and says how.
class ConnectionPane final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int MaxEvents = 100;

    ConnectionPane(Console &console, ConnectionsModel &model, QWidget *parent = nullptr);

    /// Shows the connection \a sid; empty: none.
    void showConnection(const QByteArray &sid);
    [[nodiscard]] const QByteArray &sid() const { return m_sid; }
    /// Goes on where \a predecessor is, whether or not that connection is still there.
    void takeOver(const ConnectionPane &predecessor);
    /// How many are selected, where that is not one.
    void setSelectedCount(qsizetype count);

Q_SIGNALS:
    void leaveRequested(const QByteArray &room);

private:
    enum Fact {
        Session,
        User,
        Address,
        Agent,
        Dialect,
        Transport,
        State,
        Connected,
        Idle,
        RoundTrip,
        Sent,
        Received,
        Queued,
        TokenId,
        TokenExpiry,
        Scopes,
        FactCount
    };

    [[nodiscard]] QWidget *makeFacts();
    [[nodiscard]] QWidget *makeRooms();
    [[nodiscard]] QWidget *makeEvents();
    void setFact(Fact fact, const QString &text, const QString &toolTip = {});
    void begin(const QByteArray &sid);
    void requestDetails();
    void updateLive();
    /// All that is known of it, once more.
    void showAgain();
    void showFigures();
    void showEnd();
    void updateLists(const ConnectionInfo &info);
    void updateLeave();
    [[nodiscard]] bool isFollowed() const;
    void handleFollowed();
    void updateFollow();
    void showDetails();
    void handleApplied();
    void handleChanges(const ConnectionChanges &changes);
    void handleEvents(const ObservedEvents &events);

    Console &m_console;
    ConnectionsModel &m_model;
    QByteArray m_sid;
    ConnectionRow m_row; ///< as it was last seen
    std::optional<Result<ConnectionDetails>> m_details; ///< what was answered
    std::optional<ClosedConnection> m_closed; ///< if it has ended
    QList<QByteArray> m_rooms; ///< as listed
    QList<QByteArray> m_types; ///< as listed

    QLabel *m_hint; ///< instead of all, while there is no connection
    QLabel *m_ended;
    QTabWidget *m_tabs;
    std::array<QLabel *, FactCount> m_facts{};
    QListWidget *m_roomList;
    QListWidget *m_typeList;
    QPushButton *m_leave;
    QPlainTextEdit *m_headers;
    QListWidget *m_eventList;
    QLabel *m_eventHint;
    QPushButton *m_follow;
};

} // namespace Signalbox
