// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tables/tableview.h"

#include "gui/tables/cellformat.h"
#include "gui/tables/paddeddelegate.h"
#include "gui/tables/sortedtablemodel.h"
#include "gui/tables/sortheader.h"
#include "gui/tables/tableexport.h"
#include "gui/theme/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QSettings>

#include <algorithm>

namespace Signalbox {

TableView::TableView(QWidget *parent)
    : RowView(parent)
    , m_header(new SortHeader(this))
{
    setHorizontalHeader(m_header);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setHorizontalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false); // Tab leads on to the next control
    setCornerButtonEnabled(false);
    setItemDelegate(new PaddedDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // never measures rows
    verticalHeader()->setDefaultSectionSize(std::max(28, fontMetrics().height() + 10));
    m_header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_header, &SortHeader::sortRequested, this, &TableView::sortBy);
    connect(m_header, &QWidget::customContextMenuRequested, this, &TableView::showHeaderMenu);
}

void TableView::setModel(QAbstractItemModel *model)
{
    if (m_model)
        disconnect(m_model, nullptr, m_header, nullptr);
    m_model = qobject_cast<SortedTableModel *>(model);
    Q_ASSERT(m_model || !model);
    QTableView::setModel(model);
    if (!m_model)
        return;
    connect(m_model, &SortedTableModel::sortKeysChanged, m_header,
            [this] { m_header->setSortKeys(m_model->sortKeys()); });
    m_header->setSortKeys(m_model->sortKeys());
    resetColumns();
}

QList<int> TableView::selectedRows() const
{
    QList<int> rows;
    if (!selectionModel())
        return rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

qsizetype TableView::selectedRowCount() const
{
    // Whole rows are selected, so the ranges have no row in common.
    qsizetype count = 0;
    if (selectionModel()) {
        for (const QItemSelectionRange &range : selectionModel()->selection())
            count += range.height();
    }
    return count;
}

void TableView::showRow(int row)
{
    const QList<int> columns = visibleColumns();
    if (columns.isEmpty())
        return;
    const QModelIndex target = m_model->index(row, columns.first());
    selectionModel()->setCurrentIndex(
        target, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(target);
}

void TableView::showAtTop(int row)
{
    executeDelayedItemsLayout(); // how far it can be scrolled may not be known yet
    if (const QList<int> columns = visibleColumns(); !columns.isEmpty())
        scrollTo(m_model->index(row, columns.first()), PositionAtTop);
}

void TableView::selectRows(const QList<int> &rows)
{
    if (rows.isEmpty())
        return;
    showRow(rows.first());
    QItemSelection selection;
    const int lastColumn = m_model->columnCount() - 1;
    for (qsizetype first = 0, next = 1; first < rows.size(); first = next++) {
        // As few ranges as there can be: their number is what a selection costs.
        while (next < rows.size() && rows[next] == rows[next - 1] + 1)
            ++next;
        selection.append(
            {m_model->index(rows[first], 0), m_model->index(rows[next - 1], lastColumn)});
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

QList<int> TableView::visibleColumns() const
{
    QList<int> columns;
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int column = m_header->logicalIndex(visual);
        if (!m_header->isSectionHidden(column))
            columns.append(column);
    }
    return columns;
}

void TableView::setColumnShown(int column, bool shown)
{
    if (shown || visibleColumns() != QList<int>{column})
        m_header->setSectionHidden(column, !shown);
}

int TableView::initialWidth(int column) const
{
    m_header->ensurePolished(); // its font is the style sheet's
    const TableColumn &about = m_model->columns()[column];
    int width = std::max(about.width, m_header->sectionSizeHint(column));
    if (about.kind == FieldKind::Time)
        width = std::max(width, fontMetrics().horizontalAdvance(CellFormat::longTime()) + 20);
    return width;
}

void TableView::resetColumns()
{
    const QList<TableColumn> &columns = m_model->columns();
    for (int i = 0; i < columns.size(); ++i) {
        m_header->moveSection(m_header->visualIndex(i), i);
        m_header->setSectionHidden(i, columns[i].isHidden);
        m_header->resizeSection(i, initialWidth(i));
    }
}

void TableView::sortBy(int column, bool adds)
{
    SortKeys keys = m_model->sortKeys();
    const auto known = std::find_if(keys.begin(), keys.end(),
                                    [column](const SortKey &key) { return key.column == column; });
    const bool wasAscending = known != keys.end() && known->order == Qt::AscendingOrder;
    if (!adds)
        keys = {{column, wasAscending ? Qt::DescendingOrder : Qt::AscendingOrder}};
    else if (known == keys.end())
        keys.append({column, Qt::AscendingOrder});
    else if (wasAscending)
        known->order = Qt::DescendingOrder;
    else
        keys.erase(known);
    m_model->setSortKeys(keys);
}

QString TableView::textOf(const QList<int> &rows, const QList<int> &columns) const
{
    QString text;
    for (const int row : rows) {
        for (const int column : columns) {
            if (column != columns.first())
                text += u'\t';
            QString cell = m_model->index(row, column).data().toString();
            // Tabs and line breaks would begin other cells.
            for (QChar &c : cell) {
                if (c == u'\t' || c == u'\n' || c == u'\r')
                    c = u' ';
            }
            text += cell;
        }
        text += u'\n';
    }
    text.chop(1);
    return text;
}

QString TableView::selectedText() const
{
    return textOf(selectedRows(), visibleColumns());
}

void TableView::setClipboard(const QList<int> &rows, const QList<int> &columns)
{
    if (rows.isEmpty())
        return;
    const QList<int> copied = rows.first(std::min<qsizetype>(rows.size(), MaxCopiedRows));
    QGuiApplication::clipboard()->setText(textOf(copied, columns));
    if (copied.size() < rows.size()) {
        const QLocale locale;
        Q_EMIT noticed(tr("Copied the first %1 of %2 rows. To have all of them, export them.")
                           .arg(locale.toString(copied.size()), locale.toString(rows.size())),
                       false);
    } else {
        Q_EMIT noticed(tr("Copied %n row(s).", nullptr, int(rows.size())), false);
    }
}

void TableView::copySelection()
{
    setClipboard(selectedRows(), visibleColumns());
}

void TableView::copyColumn(int column)
{
    setClipboard(selectedRows(), {column});
}

void TableView::exportRows(const QString &suggestedName)
{
    QFileDialog dialog(this, tr("Export rows"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setNameFilters({tr("CSV (*.csv)"), tr("JSON (*.json)")});
    dialog.setDefaultSuffix(QStringLiteral("csv"));
    dialog.selectFile(suggestedName + QStringLiteral(".csv"));
    connect(&dialog, &QFileDialog::filterSelected, &dialog, [&dialog](const QString &filter) {
        const QString suffix =
            filter.contains(u".json") ? QStringLiteral("json") : QStringLiteral("csv");
        dialog.setDefaultSuffix(suffix);
        if (const QStringList files = dialog.selectedFiles(); !files.isEmpty())
            dialog.selectFile(QFileInfo(files.first()).completeBaseName() + u'.' + suffix);
    });
    if (dialog.exec() == QDialog::Accepted)
        exportRowsTo(dialog.selectedFiles().constFirst());
}

void TableView::exportRowsTo(const QString &fileName)
{
    auto *task = new TableExport(*m_model, visibleColumns(), fileName, this);
    const QString name = QFileInfo(fileName).fileName();
    connect(task, &TableExport::finished, this, [this, fileName, name](qint64 rows) {
        Q_EMIT noticed(tr("Wrote %n row(s) to %1.", nullptr, int(rows)).arg(name), false);
        Q_EMIT exported(fileName, rows);
    });
    connect(task, &TableExport::failed, this, [this, name](const QString &reason) {
        Q_EMIT noticed(tr("%1 could not be written: %2").arg(name, reason), true);
    });
    task->start();
}

void TableView::setPlaceholder(const QString &text)
{
    if (text == m_placeholder)
        return;
    m_placeholder = text;
    viewport()->update();
}

void TableView::saveState(QSettings &settings) const
{
    QStringList columns;
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int column = m_header->logicalIndex(visual);
        const bool isHidden = m_header->isSectionHidden(column);
        const bool isLast = visual == m_header->count() - 1; // stretched: that is not its width
        // What nobody has chosen may be another width in another language: it is not kept.
        const bool isChosen =
            !isHidden && !isLast && m_header->sectionSize(column) != initialWidth(column);
        const int width = isChosen ? m_header->sectionSize(column) : 0;
        columns << QStringLiteral("%1%2=%3")
                       .arg(isHidden ? QStringLiteral("-") : QString(),
                            QString::fromLatin1(m_model->columns()[column].key()))
                       .arg(width);
    }
    QStringList keys;
    for (const SortKey &key : m_model->sortKeys()) {
        keys << (key.order == Qt::AscendingOrder ? QString() : QStringLiteral("-"))
                + QString::fromLatin1(m_model->columns()[key.column].key());
    }
    settings.setValue(QStringLiteral("columns"), columns);
    settings.setValue(QStringLiteral("sort"), keys);
}

void TableView::restoreState(QSettings &settings)
{
    int visual = 0;
    for (QString entry : settings.value(QStringLiteral("columns")).toStringList()) {
        const bool isHidden = entry.startsWith(u'-');
        entry = entry.mid(int(isHidden));
        const int column = m_model->columnOf(entry.section(u'=', 0, 0).toLatin1());
        if (column < 0)
            continue; // of another version
        if (m_header->visualIndex(column) >= visual)
            m_header->moveSection(m_header->visualIndex(column), visual++);
        if (const int width = entry.section(u'=', 1).toInt(); width > 0)
            m_header->resizeSection(column, std::clamp(width, 40, 2000));
        setColumnShown(column, !isHidden);
    }
    SortKeys keys;
    for (const QString &entry : settings.value(QStringLiteral("sort")).toStringList()) {
        const bool isDescending = entry.startsWith(u'-');
        const int column = m_model->columnOf(entry.mid(int(isDescending)).toLatin1());
        if (column >= 0)
            keys.append({column, isDescending ? Qt::DescendingOrder : Qt::AscendingOrder});
    }
    if (settings.contains(QStringLiteral("sort")))
        m_model->setSortKeys(keys);
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

/// Which of the rows \a first to \a last are selected.
std::vector<bool> TableView::selectionAmong(int first, int last) const
{
    std::vector<bool> isSelected(size_t(last - first) + 1);
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        const int end = std::min(range.bottom(), last);
        for (int row = std::max(range.top(), first); row <= end; ++row)
            isSelected[size_t(row - first)] = true;
    }
    return isSelected;
}

/// What QTableView does, which looks through all ranges of the selection for each cell: where
/// 10,000 rows are selected here and there, that is 100 ms.
void TableView::paintCells(const QRect &area)
{
    const int first = rowAt(area.top());
    if (first < 0)
        return;
    const int end = rowAt(area.bottom());
    const int last = end < 0 ? m_model->rowCount() - 1 : end;
    const std::vector<bool> isSelected = selectionAmong(first, last);
    const QList<int> columns = visibleColumns();
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.state.setFlag(QStyle::State_MouseOver, false);
    option.palette.setCurrentColorGroup(isEnabled() ? QPalette::Normal : QPalette::Disabled);
    QPainter painter(viewport());
    for (int row = first; row <= last; ++row) {
        option.features.setFlag(QStyleOptionViewItem::Alternate, row % 2 != 0);
        option.state.setFlag(QStyle::State_Selected, isSelected[size_t(row - first)]);
        for (const int column : columns) {
            QStyleOptionViewItem cell = option;
            cell.rect = QRect(columnViewportPosition(column), rowViewportPosition(row),
                              columnWidth(column), rowHeight(row));
            if (!cell.rect.intersects(area))
                continue;
            const QModelIndex index = m_model->index(row, column);
            cell.state.setFlag(QStyle::State_HasFocus, hasFocus() && index == currentIndex());
            style()->drawPrimitive(QStyle::PE_PanelItemViewRow, &cell, &painter, this);
            itemDelegate()->paint(&painter, cell, index);
        }
    }
}

void TableView::paintEvent(QPaintEvent *event)
{
    if (m_model)
        paintCells(event->rect());
    if (m_placeholder.isEmpty() || (m_model && m_model->rowCount() > 0))
        return;
    QPainter painter(viewport());
    painter.setPen(Theme::color(Theme::Role::Muted));
    painter.drawText(viewport()->rect().adjusted(16, 16, -16, -16),
                     Qt::AlignCenter | Qt::TextWordWrap, m_placeholder);
}

void TableView::contextMenuEvent(QContextMenuEvent *event)
{
    if (!m_model)
        return;
    // By the keyboard it comes without a place of its own.
    const bool isByMouse = event->reason() == QContextMenuEvent::Mouse;
    const QModelIndex current =
        isByMouse ? indexAt(viewport()->mapFromGlobal(event->globalPos())) : currentIndex();
    QMenu menu(this);
    menu.setToolTipsVisible(true);
    menu.addActions(m_rowActions);
    if (!m_rowActions.isEmpty())
        menu.addSeparator();
    QAction *copy = menu.addAction(Theme::icon(QStringLiteral("copy")), tr("&Copy"), this,
                                   &TableView::copySelection);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutVisibleInContextMenu(true);
    copy->setEnabled(selectedRowCount() > 0);
    if (current.isValid()) {
        const int column = current.column();
        QAction *one = menu.addAction(tr("Copy “%1” only").arg(m_model->columns()[column].title),
                                      this, [this, column] { copyColumn(column); });
        one->setEnabled(selectedRowCount() > 0);
    }
    menu.addSeparator();
    fillSortMenu(*menu.addMenu(tr("&Sort by")));
    fillColumnMenu(*menu.addMenu(tr("Co&lumns")));
    menu.exec(isByMouse || !current.isValid()
                  ? event->globalPos()
                  : viewport()->mapToGlobal(visualRect(current).bottomLeft()));
}

void TableView::showHeaderMenu(const QPoint &position)
{
    if (!m_model)
        return;
    QMenu menu(this);
    fillColumnMenu(menu);
    menu.exec(m_header->viewport()->mapToGlobal(position));
}

void TableView::fillColumnMenu(QMenu &menu)
{
    const QList<int> shown = visibleColumns();
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int column = m_header->logicalIndex(visual);
        QAction *action = menu.addAction(m_model->columns()[column].title);
        action->setCheckable(true);
        action->setChecked(shown.contains(column));
        action->setEnabled(shown != QList<int>{column});
        connect(action, &QAction::triggered, this,
                [this, column](bool checked) { setColumnShown(column, checked); });
    }
    menu.addSeparator();
    menu.addAction(tr("&Reset columns"), this, &TableView::resetColumns);
}

void TableView::fillSortMenu(QMenu &menu)
{
    for (const int column : visibleColumns()) {
        menu.addAction(m_model->columns()[column].title, this, [this, column] {
            const bool adds =
                QGuiApplication::keyboardModifiers() & (Qt::ControlModifier | Qt::ShiftModifier);
            sortBy(column, adds);
        });
    }
    menu.addSeparator();
    menu.addAction(tr("As they &came"), this, [this] { m_model->setSortKeys({}); });
}

} // namespace Signalbox
