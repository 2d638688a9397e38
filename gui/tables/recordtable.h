// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/tables/sortedtablemodel.h"

#include <QHash>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace Signalbox {

/// A SortedTableModel that keeps its rows, found by an id. \a Row has a default constructor;
/// derived classes say what is in its columns, by recordValue().
///
/// Public changes are theirs to offer; each batch ends with commit().
template <typename Row>
class RecordTable : public SortedTableModel
{
public:
    using SortedTableModel::SortedTableModel;

    [[nodiscard]] const Row &recordAt(int row) const { return m_records[slotAt(row)]; }
    /// Null if there is no such row, shown or not. Valid until rows are added or removed.
    [[nodiscard]] const Row *find(const QByteArray &id) const
    {
        const auto slot = m_slotById.constFind(id);
        return slot == m_slotById.cend() ? nullptr : &m_records[*slot];
    }
    /// Negative if it is not shown.
    [[nodiscard]] int rowOfId(const QByteArray &id) const
    {
        const auto slot = m_slotById.constFind(id);
        return slot == m_slotById.cend() ? NoRow : rowOf(*slot);
    }
    /// Those of them that are shown, in order.
    [[nodiscard]] QList<int> rowsOf(const QList<QByteArray> &ids) const
    {
        QList<int> rows;
        for (const QByteArray &id : ids) {
            if (const int row = rowOfId(id); row != NoRow)
                rows.append(row);
        }
        std::sort(rows.begin(), rows.end());
        return rows;
    }
    /// The ids of rows that are shown.
    [[nodiscard]] QList<QByteArray> idsOf(const QList<int> &rows) const
    {
        std::vector<QByteArray> bySlot(m_records.size());
        for (auto it = m_slotById.cbegin(); it != m_slotById.cend(); ++it)
            bySlot[*it] = it.key();
        QList<QByteArray> ids;
        for (const int row : rows)
            ids.append(bySlot[slotAt(row)]);
        return ids;
    }

protected:
    [[nodiscard]] virtual FieldValue recordValue(const Row &row, int column) const = 0;

    /// Replaces a row of the same id.
    void put(const QByteArray &id, Row row)
    {
        if (const auto known = m_slotById.constFind(id); known != m_slotById.cend()) {
            m_records[*known] = std::move(row);
            touchSlot(*known);
            return;
        }
        const RowSlot slot = addSlot();
        if (slot >= m_records.size())
            m_records.resize(size_t(slot) + 1);
        m_records[slot] = std::move(row);
        m_slotById.insert(id, slot);
    }
    /// Calls \a change with the row, if there is one.
    template <typename Change>
    bool update(const QByteArray &id, Change change)
    {
        const auto slot = m_slotById.constFind(id);
        if (slot == m_slotById.cend())
            return false;
        change(m_records[*slot]);
        touchSlot(*slot);
        return true;
    }
    /// The row as it was.
    std::optional<Row> remove(const QByteArray &id)
    {
        const auto slot = m_slotById.constFind(id);
        if (slot == m_slotById.cend())
            return std::nullopt;
        const RowSlot removed = *slot;
        m_slotById.erase(slot);
        removeSlot(removed);
        return m_records[removed];
    }
    [[nodiscard]] QList<QByteArray> ids() const { return m_slotById.keys(); }
    /// Calls \a take with id and row of each, in the order in which they came.
    template <typename Take>
    void forEach(Take take) const
    {
        std::vector<std::pair<quint64, QByteArray>> all;
        all.reserve(size_t(m_slotById.size()));
        for (auto it = m_slotById.cbegin(); it != m_slotById.cend(); ++it)
            all.emplace_back(serial(*it), it.key());
        std::sort(all.begin(), all.end());
        for (const auto &[serial, id] : all)
            take(id, *find(id));
    }
    [[nodiscard]] const Row &record(RowSlot slot) const { return m_records[slot]; }

    void releaseSlot(RowSlot slot) override { m_records[slot] = Row(); }
    [[nodiscard]] FieldValue value(RowSlot slot, int column) const final
    {
        return recordValue(m_records[slot], column);
    }

private:
    std::vector<Row> m_records;
    QHash<QByteArray, RowSlot> m_slotById;
};

} // namespace Signalbox
