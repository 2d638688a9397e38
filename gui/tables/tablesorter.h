// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/filter/filter.h"
#include "gui/tables/rowsource.h"
#include "gui/tables/tablecolumn.h"

#include <QDeadlineTimer>

#include <vector>

namespace Signalbox {

/// Filters and sorts rows, a slice of time after the other.
///
/// Rows may change meanwhile: the first key's values are those of when a row was looked at, so the
/// result may not be sorted by the newest ones, but is complete. A slot must not be given to
/// another row before the end.
class TableSorter
{
public:
    /// \a source must outlive this. \a now in milliseconds since 1970.
    TableSorter(const RowSource &source, SortKeys keys, Filter filter, std::vector<RowSlot> rows,
                qint64 now);

    /// Works until \a deadline or a little longer. True if all is done.
    bool run(QDeadlineTimer deadline);
    /// The rows that match, in order. Call it once, at the end.
    [[nodiscard]] std::vector<RowSlot> takeResult();

    [[nodiscard]] const SortKeys &keys() const { return m_keys; }
    [[nodiscard]] const Filter &filter() const { return m_filter; }

    [[nodiscard]] static bool matches(const RowSource &source, RowSlot slot, const Filter &filter,
                                      qint64 now);
    /// The order of rows: total, since no two have the same serial.
    [[nodiscard]] static bool isLess(const RowSource &source, const SortKeys &keys, RowSlot left,
                                     RowSlot right);

private:
    enum class Phase { Filter, SortRuns, Merge, Done };

    /// Most comparisons are decided by the beginning of the first key, without a look at the row.
    struct Entry
    {
        quint64 prefix;
        RowSlot slot;
    };

    [[nodiscard]] Entry entryOf(RowSlot slot) const;
    [[nodiscard]] bool isLess(const Entry &left, const Entry &right) const;
    void filterSome();
    void sortRun();
    void mergeSome();
    void beginMerge();

    const RowSource &m_source;
    const SortKeys m_keys;
    const Filter m_filter;
    const qint64 m_now;
    Phase m_phase = Phase::Filter;
    std::vector<RowSlot> m_rows;
    size_t m_next = 0; ///< of m_rows, or of m_entries
    std::vector<Entry> m_entries;
    std::vector<Entry> m_merged;
    size_t m_width = 0; ///< of the sorted runs that are being merged
    size_t m_left = 0;
    size_t m_leftEnd = 0;
    size_t m_right = 0;
    size_t m_rightEnd = 0;
};

} // namespace Signalbox
