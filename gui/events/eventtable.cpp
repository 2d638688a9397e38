// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/eventtable.h"

#include "gui/events/eventsmodel.h"
#include "gui/tables/paddeddelegate.h"
#include "gui/theme/theme.h"

#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>

namespace Signalbox {

namespace {

constexpr int Margin = 12;

} // namespace

EventTable::EventTable(EventsModel *model, QWidget *parent)
    : RowView(parent)
    , m_model(model)
    , m_newest(new QPushButton(this))
    , m_scrollTimer(new QTimer(this))
{
    setModel(model);
    setItemDelegate(new PaddedDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setAccessibleName(tr("Events"));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);

    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setStretchLastSection(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    const int digit = fontMetrics().averageCharWidth();
    const auto setWidth = [this, digit](int column, int characters) {
        const QString title =
            m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        setColumnWidth(
            column,
            std::max(characters * digit, fontMetrics().horizontalAdvance(title) + 3 * digit) + 32);
    };
    setWidth(EventsModel::TimeColumn, 12);
    setWidth(EventsModel::IdColumn, 20);
    setWidth(EventsModel::TypeColumn, 22);
    setWidth(EventsModel::RoomsColumn, 15);
    setWidth(EventsModel::UserColumn, 10);
    setWidth(EventsModel::RecipientsColumn, 7);
    setWidth(EventsModel::SizeColumn, 7);
    // The details say these as well; in a narrow window the body is worth more.
    setColumnHidden(EventsModel::IdColumn, true);
    setColumnHidden(EventsModel::UserColumn, true);

    m_newest->setIcon(Theme::icon(QStringLiteral("chevron-down")));
    m_newest->setFocusPolicy(Qt::NoFocus); // End does the same
    m_newest->hide();
    m_scrollTimer->setSingleShot(true);
    m_scrollTimer->setInterval(0);

    connect(m_scrollTimer, &QTimer::timeout, this, &QTableView::scrollToBottom);
    connect(m_newest, &QPushButton::clicked, this, &EventTable::goToEnd);
    connect(header, &QWidget::customContextMenuRequested, this, &EventTable::showColumnMenu);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &EventTable::handleScrolled);
    connect(model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { handleInserted(first, last); });
    connect(model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { handleRemoved(first, last); });
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        m_isAtEnd = true;
        updateButton();
    });
}

void EventTable::handleInserted(int first, int last)
{
    if (m_isAtEnd) {
        m_scrollTimer->start();
        return;
    }
    const int count = last - first + 1;
    if (last == m_model->rowCount() - 1)
        m_unseen += count;
    else // in front of what is being looked at
        verticalScrollBar()->setValue(verticalScrollBar()->value() + count);
    updateButton();
}

void EventTable::rowsAboutToBeRemoved(const QModelIndex &parentIndex, int first, int last)
{
    // Else the selection would move on to a row that nobody has chosen, and the view after it.
    const int current = currentIndex().row();
    if (current >= first && current <= last)
        selectionModel()->setCurrentIndex({}, QItemSelectionModel::NoUpdate);
    QTableView::rowsAboutToBeRemoved(parentIndex, first, last);
}

void EventTable::handleRemoved(int first, int last)
{
    if (m_isAtEnd)
        return;
    if (first == 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() - (last - first + 1));
    m_unseen = std::min(m_unseen, m_model->rowCount());
    updateButton();
}

void EventTable::handleScrolled()
{
    // While rows come, the bar's range grows before its value follows.
    if (m_scrollTimer->isActive())
        return;
    m_isAtEnd = verticalScrollBar()->value() >= verticalScrollBar()->maximum();
    if (m_isAtEnd)
        m_unseen = 0;
    updateButton();
}

void EventTable::goToEnd()
{
    m_scrollTimer->stop();
    m_isAtEnd = true;
    m_unseen = 0;
    scrollToBottom();
    updateButton();
}

void EventTable::showRow(int row)
{
    m_scrollTimer->stop();
    // Not selectRow(): with Shift held down, as for Shift+F3, that would select all in between.
    const QModelIndex index = m_model->index(row, EventsModel::TimeColumn);
    selectionModel()->setCurrentIndex(
        index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index, PositionAtCenter);
    handleScrolled();
}

void EventTable::stayAt(int row)
{
    m_scrollTimer->stop();
    executeDelayedItemsLayout(); // how far it can be scrolled may not be known yet
    scrollTo(m_model->index(row, EventsModel::TimeColumn), PositionAtTop);
    handleScrolled();
}

void EventTable::selectRows(const QList<int> &rows)
{
    if (rows.isEmpty())
        return;
    QItemSelection selection;
    for (const int row : rows)
        selection.select(m_model->index(row, 0), m_model->index(row, EventsModel::ColumnCount - 1));
    const bool wasAtEnd = m_isAtEnd;
    showRow(rows.last());
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (wasAtEnd)
        goToEnd();
}

QList<int> EventTable::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    return rows;
}

void EventTable::setPlaceholder(const QString &text)
{
    m_placeholder = text;
    viewport()->update();
}

void EventTable::showColumnMenu(const QPoint &position)
{
    QMenu menu(this);
    for (int column = 0; column < EventsModel::ColumnCount; ++column) {
        const QString title =
            m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        QAction *action = menu.addAction(title);
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        // One stays, or there would be no header to bring the others back.
        action->setEnabled(isColumnHidden(column)
                           || horizontalHeader()->hiddenSectionCount()
                               < EventsModel::ColumnCount - 1);
        connect(action, &QAction::toggled, this,
                [this, column](bool shown) { setColumnHidden(column, !shown); });
    }
    menu.exec(horizontalHeader()->mapToGlobal(position));
}

void EventTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_model->rowCount() > 0 || m_placeholder.isEmpty())
        return;
    QPainter painter(viewport());
    painter.setPen(Theme::color(Theme::Role::Muted));
    painter.drawText(viewport()->rect().adjusted(Margin, Margin, -Margin, -Margin),
                     Qt::AlignCenter | Qt::TextWordWrap, m_placeholder);
}

void EventTable::resizeEvent(QResizeEvent *event)
{
    const bool wasAtEnd = m_isAtEnd;
    QTableView::resizeEvent(event);
    if (wasAtEnd)
        m_scrollTimer->start();
    m_isAtEnd = wasAtEnd;
    placeButton();
}

void EventTable::updateButton()
{
    m_newest->setVisible(!m_isAtEnd);
    if (m_isAtEnd)
        return;
    m_newest->setText(m_unseen > 0 ? tr("%Ln new", "events", m_unseen) : tr("Newest"));
    m_newest->setToolTip(tr("To the newest event, and on with what comes (End)"));
    placeButton();
}

void EventTable::placeButton()
{
    m_newest->adjustSize();
    const QRect area = viewport()->geometry();
    m_newest->move(area.right() - m_newest->width() - Margin,
                   area.bottom() - m_newest->height() - Margin);
    m_newest->raise();
}

} // namespace Signalbox
