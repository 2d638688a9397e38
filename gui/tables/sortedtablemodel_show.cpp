// SPDX-License-Identifier: GPL-3.0-or-later
// How SortedTableModel gets from the rows that it shows to others, and tells the views.
#include "gui/tables/sortedtablemodel.h"

#include <algorithm>
#include <utility>

namespace Signalbox {

namespace {

// A header view moves all of its sections for each range. For more ranges, one change of the
// layout costs less.
constexpr int MaxRanges = 32;

} // namespace

int SortedTableModel::rowOf(RowSlot slot) const
{
    if (!m_hasRows) {
        m_rows.assign(m_slots.size(), NoRow);
        for (size_t row = 0; row < m_order.size(); ++row)
            m_rows[m_order[row]] = int(row);
        m_hasRows = true;
    }
    return slot < m_rows.size() ? m_rows[slot] : NoRow;
}

/// Any order and any choice of rows may follow any other. If rows only come and go, and in few
/// places, exactly that is told.
void SortedTableModel::show(std::vector<RowSlot> next)
{
    if (next == m_order)
        return;
    std::vector<int> nextRows(m_slots.size(), NoRow);
    for (size_t row = 0; row < next.size(); ++row)
        nextRows[next[row]] = int(row);
    std::vector<bool> isKept(m_slots.size());
    int ranges = 0;
    int lastKept = NoRow;
    bool isSameOrder = true;
    bool wasKept = true;
    for (const RowSlot slot : m_order) {
        const int row = nextRows[slot];
        isKept[slot] = row != NoRow;
        ranges += int(wasKept && row == NoRow);
        wasKept = row != NoRow;
        if (row != NoRow) {
            isSameOrder = isSameOrder && row > lastKept;
            lastKept = row;
        }
    }
    wasKept = true;
    for (const RowSlot slot : next) {
        ranges += int(wasKept && !isKept[slot]);
        wasKept = isKept[slot];
    }
    if (isSameOrder && ranges <= MaxRanges)
        showByRanges(next, isKept);
    else
        showByLayout(next, isKept);
}

void SortedTableModel::showByRanges(const std::vector<RowSlot> &next,
                                    const std::vector<bool> &isKept)
{
    for (auto end = int(m_order.size()); end > 0;) {
        if (isKept[m_order[size_t(end) - 1]]) {
            --end;
            continue;
        }
        int first = end - 1;
        while (first > 0 && !isKept[m_order[size_t(first) - 1]])
            --first;
        beginRemoveRows({}, first, end - 1);
        m_order.erase(m_order.begin() + first, m_order.begin() + end);
        m_hasRows = false;
        endRemoveRows();
        end = first;
    }
    for (size_t first = 0; first < next.size();) {
        if (isKept[next[first]]) {
            ++first;
            continue;
        }
        size_t end = first;
        while (end < next.size() && !isKept[next[end]])
            ++end;
        beginInsertRows({}, int(first), int(end) - 1);
        m_order.insert(m_order.begin() + ptrdiff_t(first), next.begin() + ptrdiff_t(first),
                       next.begin() + ptrdiff_t(end));
        m_hasRows = false;
        endInsertRows();
        first = end;
    }
}

/// What goes is moved to the end and cut off there; what comes is added at the end and then moved
/// to its place.
void SortedTableModel::showByLayout(const std::vector<RowSlot> &next,
                                    const std::vector<bool> &isKept)
{
    std::vector<RowSlot> arranged;
    arranged.reserve(std::max(next.size(), m_order.size()));
    std::copy_if(next.begin(), next.end(), std::back_inserter(arranged),
                 [&isKept](RowSlot slot) { return isKept[slot]; });
    const size_t kept = arranged.size();
    std::copy_if(m_order.begin(), m_order.end(), std::back_inserter(arranged),
                 [&isKept](RowSlot slot) { return !isKept[slot]; });
    permute(std::move(arranged));
    if (m_order.size() > kept) {
        beginRemoveRows({}, int(kept), int(m_order.size()) - 1);
        m_order.resize(kept);
        m_hasRows = false;
        endRemoveRows();
    }
    if (next.size() > kept) {
        beginInsertRows({}, int(kept), int(next.size()) - 1);
        std::copy_if(next.begin(), next.end(), std::back_inserter(m_order),
                     [&isKept](RowSlot slot) { return !isKept[slot]; });
        m_hasRows = false;
        endInsertRows();
        permute(next);
    }
}

/// \a next holds the same rows in another order.
void SortedTableModel::permute(std::vector<RowSlot> next)
{
    if (next == m_order)
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const std::vector<RowSlot> before = std::exchange(m_order, std::move(next));
    m_hasRows = false;
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex &old : from)
        to.append(index(rowOf(before[size_t(old.row())]), old.column()));
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

} // namespace Signalbox
