// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/tables/rowview.h"

#include <QTableView>

QT_BEGIN_NAMESPACE
class QPushButton;
class QTimer;
QT_END_NAMESPACE

namespace Signalbox {

class EventsModel;

/// Shows an EventsModel. At its end it stays there, however many events come; scrolled up, the
/// rows stay where they are while others come and go, and a button leads back.
class EventTable final : public RowView<QTableView>
{
    Q_OBJECT

public:
    /// \a model must outlive this.
    explicit EventTable(EventsModel *model, QWidget *parent = nullptr);

    [[nodiscard]] bool isAtEnd() const { return m_isAtEnd; }
    void goToEnd();
    /// Selects a row and scrolls to it.
    void showRow(int row);
    /// The row that is uppermost; negative if there is none.
    [[nodiscard]] int topRow() const { return rowAt(0); }
    /// Makes it the uppermost, and stays there.
    void stayAt(int row);
    /// Selects these alone, in ascending order, and scrolls to the last of them.
    void selectRows(const QList<int> &rows);
    /// Ascending.
    [[nodiscard]] QList<int> selectedRows() const;
    /// What is written in the middle while there are no rows.
    void setPlaceholder(const QString &text);

protected:
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void handleInserted(int first, int last);
    void handleRemoved(int first, int last);
    void handleScrolled();
    void showColumnMenu(const QPoint &position);
    void placeButton();
    void updateButton();

    EventsModel *m_model;
    QPushButton *m_newest;
    QTimer *m_scrollTimer;
    QString m_placeholder;
    bool m_isAtEnd = true;
    int m_unseen = 0; ///< rows that came since it was scrolled up
};

} // namespace Signalbox
