// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/tables/rowview.h"
#include "gui/tables/tablecolumn.h"

#include <QTableView>

#include <vector>

QT_BEGIN_NAMESPACE
class QMenu;
class QSettings;
QT_END_NAMESPACE

namespace Signalbox {

class SortedTableModel;
class SortHeader;

/// Shows a SortedTableModel. Columns are chosen in the menu of the header and moved with the mouse.
/// A click sorts by a column, Ctrl+click or Shift+click by it as well; the menu of the rows does
/// both by the keyboard. Rows are copied with Ctrl+C and exported.
class TableView final : public RowView<QTableView>
{
    Q_OBJECT

public:
    /// More rows are not put into the clipboard: it has to be filled at once.
    static constexpr int MaxCopiedRows = 5000;

    explicit TableView(QWidget *parent = nullptr);

    /// \a model must be a SortedTableModel, or null.
    void setModel(QAbstractItemModel *model) override;
    [[nodiscard]] SortedTableModel *tableModel() const { return m_model; }

    /// Which rows are selected, in order.
    [[nodiscard]] QList<int> selectedRows() const;
    [[nodiscard]] qsizetype selectedRowCount() const; ///< without a list of them
    /// Selects the row alone and scrolls to it.
    void showRow(int row);
    /// The row that is uppermost; negative if there is none.
    [[nodiscard]] int topRow() const { return rowAt(0); }
    /// Makes it the uppermost.
    void showAtTop(int row);
    /// Selects these alone, in ascending order, and scrolls to the first of them.
    void selectRows(const QList<int> &rows);

    /// The columns that are shown, as they are.
    [[nodiscard]] QList<int> visibleColumns() const;
    void setColumnShown(int column, bool shown); ///< the last one stays
    void resetColumns();
    /// What its model says, or more where the title needs it.
    [[nodiscard]] int initialWidth(int column) const;

    /// Sorts by \a column; in the other order if that is how it is sorted. \a adds: by the keys
    /// that there are first; a key that had both orders is taken away.
    void sortBy(int column, bool adds);

    [[nodiscard]] QString selectedText() const; ///< cells as they are shown, tabs between them
    void copySelection();
    void copyColumn(int column);
    /// Asks for a file, then writes the rows that the filter leaves to it, a slice after the other.
    void exportRows(const QString &suggestedName);
    /// The same without the question. The format follows from the name: JSON or CSV.
    void exportRowsTo(const QString &fileName);

    /// What the view's owner has to offer, above the view's own entries.
    void addRowActions(const QList<QAction *> &actions) { m_rowActions += actions; }

    /// What is written in the middle while there are no rows.
    void setPlaceholder(const QString &text);

    void saveState(QSettings &settings) const;
    void restoreState(QSettings &settings);

Q_SIGNALS:
    /// Something was done, or not, of which the operator should be told.
    void noticed(const QString &text, bool isError);
    void exported(const QString &fileName, qint64 rows);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void showHeaderMenu(const QPoint &position);
    void fillColumnMenu(QMenu &menu);
    void fillSortMenu(QMenu &menu);
    [[nodiscard]] std::vector<bool> selectionAmong(int first, int last) const;
    void paintCells(const QRect &area);
    void setClipboard(const QList<int> &rows, const QList<int> &columns);
    [[nodiscard]] QString textOf(const QList<int> &rows, const QList<int> &columns) const;

    SortedTableModel *m_model = nullptr;
    SortHeader *m_header;
    QList<QAction *> m_rowActions;
    QString m_placeholder;
};

} // namespace Signalbox
