// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/huboperator.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QAction;
class QLabel;
class QStackedWidget;
QT_END_NAMESPACE

namespace Signalbox {

class MembersModel;
class TableView;

/// Lists connections, with how many there are in all. Enter or a double click on one asks for it.
class MembersView final : public QWidget
{
    Q_OBJECT

public:
    explicit MembersView(QWidget *parent = nullptr);

    void setMembers(const RoomMembers &members);
    /// A text in their place: why there are none, or what to do.
    void showMessage(const QString &text);
    [[nodiscard]] QString summary() const;
    [[nodiscard]] TableView *table() const { return m_table; }

Q_SIGNALS:
    void connectionActivated(const QByteArray &sid);

private:
    void activate();

    MembersModel *m_model;
    TableView *m_table;
    QLabel *m_summary;
    QLabel *m_message;
    QStackedWidget *m_pages;
    QAction *m_open;
};

} // namespace Signalbox
