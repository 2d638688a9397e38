// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/roomchanges.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QTabWidget;
class QTimer;
QT_END_NAMESPACE

namespace Signalbox {

class Console;
class EventDetails;
class EventTable;
class EventsModel;
class JsonEditor;
class MembersView;

/// What is to be seen of one room: its members and its history; and who would receive an event,
/// which needs no room.
class RoomPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit RoomPanel(Console &console, QWidget *parent = nullptr);

    /// Null: no room is selected.
    void setRoom(const RoomInfo *room);
    /// The room as it is now; members are asked for anew, a while after, if their number changed.
    void updateRoom(const RoomInfo &room);
    [[nodiscard]] const QByteArray &room() const { return m_info.name; }
    /// Goes on where \a predecessor is.
    void takeOver(const RoomPanel &predecessor);
    void refresh();
    void askForRecipients();

    [[nodiscard]] MembersView *members() const { return m_members; }
    [[nodiscard]] MembersView *recipients() const { return m_recipients; }
    [[nodiscard]] EventsModel *history() const { return m_history; }
    [[nodiscard]] EventTable *historyTable() const { return m_historyTable; }
    [[nodiscard]] EventDetails *eventDetails() const { return m_details; }
    [[nodiscard]] JsonEditor *eventEditor() const { return m_editor; }
    [[nodiscard]] QTabWidget *tabs() const { return m_tabs; }

    static constexpr qsizetype MaxHistory = 1000;

private:
    QWidget *makeHistoryPage();
    QWidget *makeRecipientsPage();
    void requestMembers();
    void requestHistory();
    void showFacts();
    void updateActions();
    void publishHere();

    Console &m_console;
    RoomInfo m_info; ///< as it was last told; without a name: none
    QLabel *m_name;
    QLabel *m_facts;
    QPushButton *m_publish;
    QTabWidget *m_tabs;
    MembersView *m_members;
    EventsModel *m_history;
    EventTable *m_historyTable;
    EventDetails *m_details;
    JsonEditor *m_editor;
    QPushButton *m_ask;
    MembersView *m_recipients;
    QTimer *m_refreshTimer;
};

} // namespace Signalbox
