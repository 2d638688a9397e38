// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tables/sortedtablemodel.h"

#include "gui/tables/cellformat.h"
#include "gui/tables/tablesorter.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace Signalbox {

namespace {

bool isFigure(FieldKind kind)
{
    return kind != FieldKind::Word && kind != FieldKind::Text && kind != FieldKind::Time;
}

QVariant rawValue(const FieldValue &value)
{
    if (value.isText())
        return QString::fromUtf8(value.toText());
    if (value.isNumber())
        return value.toNumber();
    if (value.isNull())
        return {};
    QStringList texts;
    for (const QByteArray &text : *value.toList())
        texts << QString::fromUtf8(text);
    return texts;
}

} // namespace

SortedTableModel::SortedTableModel(QList<TableColumn> columns, QObject *parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns))
    , m_now(QDateTime::currentMSecsSinceEpoch())
{
    for (int i = 0; i < m_columns.size(); ++i) {
        const TableColumn &column = m_columns[i];
        m_schema.fields.append({column.names, column.kind, column.title});
        if (column.ages)
            m_agingColumns.append(i);
    }
    m_sliceTimer.setInterval(1); // not 0: what is shown goes first
    m_changeTimer.setInterval(ChangeDelayMs);
    m_resortTimer.setInterval(ResortDelayMs);
    m_tickTimer.setInterval(1000);
    for (QTimer *timer : {&m_sliceTimer, &m_changeTimer, &m_resortTimer})
        timer->setSingleShot(true);
    connect(&m_sliceTimer, &QTimer::timeout, this, &SortedTableModel::sortSlice);
    connect(&m_changeTimer, &QTimer::timeout, this, &SortedTableModel::tellChanges);
    connect(&m_resortTimer, &QTimer::timeout, this, &SortedTableModel::resortIfStale);
    connect(&m_tickTimer, &QTimer::timeout, this, &SortedTableModel::handleTick);
    m_tickTimer.start();
}

SortedTableModel::~SortedTableModel() = default;

int SortedTableModel::columnOf(QByteArrayView key) const
{
    for (int i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].key() == key)
            return i;
    }
    return -1;
}

int SortedTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int SortedTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant SortedTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    const TableColumn &column = m_columns[section];
    switch (role) {
    case Qt::DisplayRole:
        return column.title;
    case Qt::ToolTipRole:
        return column.toolTip.isEmpty() ? QVariant() : QVariant(column.toolTip);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(
            Qt::AlignVCenter | (isFigure(column.kind) ? Qt::AlignRight : Qt::AlignLeft)));
    default:
        return {};
    }
}

QVariant SortedTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const RowSlot slot = slotAt(index.row());
    const FieldKind kind = m_columns[index.column()].kind;
    if (QVariant own = decoration(slot, index.column(), role); own.isValid())
        return own;
    switch (role) {
    case Qt::DisplayRole:
        return CellFormat::text(value(slot, index.column()), kind, m_showsUtc);
    case Qt::ToolTipRole:
        return CellFormat::fullText(value(slot, index.column()), kind, m_showsUtc);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (isFigure(kind) ? Qt::AlignRight : Qt::AlignLeft)));
    case ValueRole:
        return rawValue(value(slot, index.column()));
    default:
        return {};
    }
}

QVariant SortedTableModel::decoration(RowSlot, int, int) const
{
    return {};
}

FieldValue SortedTableModel::valueAt(int row, int column) const
{
    return value(slotAt(row), column);
}

std::vector<SortedTableModel::RowHandle> SortedTableModel::visibleRows() const
{
    std::vector<RowHandle> result;
    result.reserve(m_order.size());
    for (const RowSlot slot : m_order)
        result.push_back({slot, m_slots[slot].serial});
    return result;
}

bool SortedTableModel::isAlive(RowHandle row) const
{
    return row.slot < m_slots.size() && m_slots[row.slot].serial == row.serial;
}

FieldValue SortedTableModel::valueOf(RowHandle row, int column) const
{
    return value(row.slot, column);
}

void SortedTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0)
        setSortKeys({});
    else
        setSortKeys({{column, order}});
}

void SortedTableModel::setSortKeys(const SortKeys &keys)
{
    SortKeys valid;
    for (const SortKey &key : keys) {
        if (key.column >= 0 && key.column < m_columns.size())
            valid.append(key);
    }
    if (valid == m_keys)
        return;
    m_keys = std::move(valid);
    startSorting();
    Q_EMIT sortKeysChanged();
}

void SortedTableModel::setFilter(const Filter &filter)
{
    if (filter.isEmpty() && m_filter.isEmpty())
        return;
    m_filter = filter;
    startSorting();
}

void SortedTableModel::setLive(bool live)
{
    if (std::exchange(m_isLive, live) == live)
        return;
    if (live) {
        m_tickTimer.start();
        flushChanges();
    } else {
        m_tickTimer.stop();
        m_changeTimer.stop();
        m_resortTimer.stop();
    }
}

void SortedTableModel::setShowsUtc(bool utc)
{
    if (std::exchange(m_showsUtc, utc) != utc && !m_order.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

RowSlot SortedTableModel::addSlot()
{
    RowSlot slot = 0;
    if (m_free.empty()) {
        slot = RowSlot(m_slots.size());
        m_slots.emplace_back();
    } else {
        slot = m_free.back();
        m_free.pop_back();
    }
    SlotState &state = m_slots[slot];
    state = {};
    state.serial = ++m_lastSerial;
    state.isNew = true;
    m_added.push_back(slot);
    ++m_totalCount;
    return slot;
}

void SortedTableModel::removeSlot(RowSlot slot)
{
    SlotState &state = m_slots[slot];
    if (std::exchange(state.isRemoved, true))
        return;
    m_removed.push_back(slot);
    --m_totalCount;
}

void SortedTableModel::touchSlot(RowSlot slot)
{
    SlotState &state = m_slots[slot];
    if (state.isDirty || state.isNew)
        return;
    state.isDirty = true;
    m_dirty.push_back(slot);
    if (m_isLive && !m_changeTimer.isActive())
        m_changeTimer.start();
}

bool SortedTableModel::isLess(RowSlot left, RowSlot right) const
{
    return TableSorter::isLess(*this, m_shownKeys, left, right);
}

void SortedTableModel::commit()
{
    if (m_added.empty() && m_removed.empty())
        return;
    std::vector<RowSlot> added;
    for (const RowSlot slot : m_added) {
        SlotState &state = m_slots[slot];
        state.isNew = false;
        if (state.isRemoved)
            continue;
        if (m_sorter)
            m_addedSince.push_back({slot, state.serial});
        if (TableSorter::matches(*this, slot, m_shownFilter, m_now))
            added.push_back(slot);
    }
    m_added.clear();
    std::vector<RowSlot> kept;
    kept.reserve(m_order.size() + added.size());
    std::copy_if(m_order.begin(), m_order.end(), std::back_inserter(kept),
                 [this](RowSlot slot) { return !m_slots[slot].isRemoved; });
    std::sort(added.begin(), added.end(),
              [this](RowSlot left, RowSlot right) { return isLess(left, right); });
    show(merged(std::move(kept), std::move(added)));

    // Only now: views may have asked for these rows until they were told.
    for (const RowSlot slot : std::exchange(m_removed, {})) {
        m_slots[slot] = {};
        releaseSlot(slot);
        (m_sorter ? m_freeLater : m_free).push_back(slot);
    }
    Q_EMIT countsChanged();
}

/// \a sorted need not be sorted by the newest values; what is added is put where it fits first.
std::vector<RowSlot> SortedTableModel::merged(std::vector<RowSlot> sorted,
                                              std::vector<RowSlot> added) const
{
    if (added.empty())
        return sorted;
    // The usual case: new rows belong at the end.
    if (sorted.empty() || isLess(sorted.back(), added.front())) {
        sorted.insert(sorted.end(), added.begin(), added.end());
        return sorted;
    }
    std::vector<RowSlot> result;
    result.reserve(sorted.size() + added.size());
    // A few are found faster by halving than by comparing with every row.
    if (added.size() < sorted.size() / 32) {
        auto from = sorted.cbegin();
        for (const RowSlot slot : added) {
            const auto place = std::upper_bound(
                from, sorted.cend(), slot, [this](RowSlot a, RowSlot b) { return isLess(a, b); });
            result.insert(result.end(), from, place);
            result.push_back(slot);
            from = place;
        }
        result.insert(result.end(), from, sorted.cend());
        return result;
    }
    std::merge(sorted.begin(), sorted.end(), added.begin(), added.end(), std::back_inserter(result),
               [this](RowSlot a, RowSlot b) { return isLess(a, b); });
    return result;
}

void SortedTableModel::startSorting()
{
    commit();
    const bool wasBusy = isBusy();
    m_isStale = false;
    m_now = QDateTime::currentMSecsSinceEpoch();
    m_addedSince.clear();
    std::vector<RowSlot> rows;
    rows.reserve(size_t(m_totalCount));
    for (RowSlot slot = 0; slot < m_slots.size(); ++slot) {
        if (m_slots[slot].serial != 0)
            rows.push_back(slot);
    }
    m_sorter = std::make_unique<TableSorter>(static_cast<const RowSource &>(*this), m_keys,
                                             m_filter, std::move(rows), m_now);
    if (!wasBusy)
        Q_EMIT busyChanged(true);
    sortSlice();
}

void SortedTableModel::sortSlice()
{
    if (!m_sorter)
        return;
    if (m_sorter->run(QDeadlineTimer(m_sliceMs)))
        finishSorting();
    else
        m_sliceTimer.start();
}

void SortedTableModel::finishSorting()
{
    const std::unique_ptr<TableSorter> sorter = std::exchange(m_sorter, nullptr);
    m_shownKeys = sorter->keys();
    m_shownFilter = sorter->filter();
    std::vector<RowSlot> next = sorter->takeResult();
    // A slot is in use by the same row, or by none: none was given anew meanwhile.
    next.erase(std::remove_if(next.begin(), next.end(),
                              [this](RowSlot slot) { return m_slots[slot].serial == 0; }),
               next.end());
    std::vector<RowSlot> added;
    for (const RowHandle row : std::exchange(m_addedSince, {})) {
        if (isAlive(row) && TableSorter::matches(*this, row.slot, m_shownFilter, m_now))
            added.push_back(row.slot);
    }
    std::sort(added.begin(), added.end(),
              [this](RowSlot left, RowSlot right) { return isLess(left, right); });
    m_free.insert(m_free.end(), m_freeLater.begin(), m_freeLater.end());
    m_freeLater.clear();
    show(merged(std::move(next), std::move(added)));
    Q_EMIT countsChanged();
    Q_EMIT busyChanged(false);
}

void SortedTableModel::handleTick()
{
    m_now = QDateTime::currentMSecsSinceEpoch();
    if (m_order.empty() && m_filter.isEmpty())
        return;
    for (const int column : m_agingColumns) {
        if (!m_order.empty())
            Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column));
    }
    const bool ages = m_filter.usesAges()
        || std::any_of(m_agingColumns.begin(), m_agingColumns.end(),
                       [this](int column) { return m_filter.uses(column); });
    if (ages) {
        m_isStale = true;
        resortIfStale();
    }
}

bool SortedTableModel::isOrderVolatile() const
{
    if (std::any_of(m_keys.begin(), m_keys.end(),
                    [this](const SortKey &key) { return m_columns[key.column].changes; }))
        return true;
    for (int i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].changes && m_filter.uses(i))
            return true;
    }
    return false;
}

void SortedTableModel::tellChanges()
{
    m_changeTimer.stop();
    if (m_dirty.empty())
        return;
    constexpr size_t MaxRanges = 64; // above, one range costs the views less
    std::vector<int> rows;
    rows.reserve(m_dirty.size());
    for (const RowSlot slot : std::exchange(m_dirty, {})) {
        m_slots[slot].isDirty = false;
        if (m_slots[slot].serial != 0 && rowOf(slot) != NoRow)
            rows.push_back(rowOf(slot));
    }
    if (isOrderVolatile()) {
        m_isStale = true;
        if (!m_resortTimer.isActive())
            m_resortTimer.start();
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    std::vector<std::pair<int, int>> ranges;
    for (const int row : rows) {
        if (!ranges.empty() && ranges.back().second == row - 1)
            ranges.back().second = row;
        else
            ranges.emplace_back(row, row);
    }
    if (ranges.size() > MaxRanges || rows.size() * 2 > m_order.size())
        ranges = {{ranges.front().first, ranges.back().second}};
    const int lastColumn = columnCount() - 1;
    for (const auto &[first, last] : ranges)
        Q_EMIT dataChanged(index(first, 0), index(last, lastColumn));
    Q_EMIT valuesChanged();
}

void SortedTableModel::resortIfStale()
{
    m_resortTimer.stop();
    if (!m_isStale || !m_isLive)
        return;
    if (m_sorter) // what it has begun with is good enough for now
        m_resortTimer.start();
    else
        startSorting();
}

void SortedTableModel::flushChanges()
{
    m_now = QDateTime::currentMSecsSinceEpoch();
    tellChanges();
    if (m_isStale || m_filter.usesAges()) {
        m_isStale = true;
        resortIfStale();
    }
}

} // namespace Signalbox
