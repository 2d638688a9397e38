// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tables/tablesorter.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace Signalbox {

namespace {

// So many steps take well below a millisecond.
constexpr size_t StepsPerLook = 512;

class RowView final : public FieldSource
{
public:
    RowView(const RowSource &source, RowSlot slot)
        : m_source(source)
        , m_slot(slot)
    { }
    [[nodiscard]] FieldValue value(int field) const override
    {
        return m_source.value(m_slot, field);
    }
    [[nodiscard]] FieldValue otherValue(QByteArrayView name) const override
    {
        return m_source.otherValue(m_slot, name);
    }

private:
    const RowSource &m_source;
    const RowSlot m_slot;
};

/// A number that is less if \a value is; the same for values that differ further behind only.
quint64 prefixOf(const FieldValue &value)
{
    if (value.isNull())
        return 0;
    if (!value.isText()) {
        // IEEE 754 numbers order as integers do, but for the sign.
        const double number = value.toNumber() == 0 ? 0 : value.toNumber(); // no -0
        auto bits = std::bit_cast<quint64>(number);
        constexpr quint64 Sign = quint64(1) << 63;
        bits = (bits & Sign) ? ~bits : bits | Sign;
        return (bits >> 2) + 1;
    }
    quint64 result = 0;
    const QByteArrayView text = value.toText();
    for (qsizetype i = 0; i < 7; ++i) {
        auto c = i < text.size() ? quint8(text[i]) : quint8(0);
        if (c >= 'A' && c <= 'Z')
            c = quint8(c - 'A' + 'a');
        result = result << 8 | c;
    }
    return result | quint64(1) << 62; // behind all numbers
}

} // namespace

TableSorter::TableSorter(const RowSource &source, SortKeys keys, Filter filter,
                         std::vector<RowSlot> rows, qint64 now)
    : m_source(source)
    , m_keys(std::move(keys))
    , m_filter(std::move(filter))
    , m_now(now)
    , m_rows(std::move(rows))
{
    m_entries.reserve(m_rows.size());
}

bool TableSorter::matches(const RowSource &source, RowSlot slot, const Filter &filter, qint64 now)
{
    return filter.isEmpty() || filter.matches(RowView(source, slot), now);
}

bool TableSorter::isLess(const RowSource &source, const SortKeys &keys, RowSlot left, RowSlot right)
{
    for (const SortKey &key : keys) {
        const int order = compare(source.value(left, key.column), source.value(right, key.column));
        if (order != 0)
            return key.order == Qt::AscendingOrder ? order < 0 : order > 0;
    }
    return source.serial(left) < source.serial(right);
}

TableSorter::Entry TableSorter::entryOf(RowSlot slot) const
{
    if (m_keys.isEmpty())
        return {m_source.serial(slot), slot};
    const quint64 prefix = prefixOf(m_source.value(slot, m_keys.first().column));
    return {m_keys.first().order == Qt::AscendingOrder ? prefix : ~prefix, slot};
}

bool TableSorter::isLess(const Entry &left, const Entry &right) const
{
    if (left.prefix != right.prefix)
        return left.prefix < right.prefix;
    return isLess(m_source, m_keys, left.slot, right.slot);
}

bool TableSorter::run(QDeadlineTimer deadline)
{
    while (m_phase != Phase::Done) {
        switch (m_phase) {
        case Phase::Filter:
            filterSome();
            break;
        case Phase::SortRuns:
            sortRun();
            break;
        case Phase::Merge:
            mergeSome();
            break;
        case Phase::Done:
            break;
        }
        if (deadline.hasExpired())
            break;
    }
    return m_phase == Phase::Done;
}

void TableSorter::filterSome()
{
    const size_t end = std::min(m_rows.size(), m_next + StepsPerLook);
    for (; m_next < end; ++m_next) {
        if (matches(m_source, m_rows[m_next], m_filter, m_now))
            m_entries.push_back(entryOf(m_rows[m_next]));
    }
    if (m_next == m_rows.size()) {
        m_phase = Phase::SortRuns;
        m_next = 0;
    }
}

void TableSorter::sortRun()
{
    const size_t end = std::min(m_entries.size(), m_next + StepsPerLook);
    // Values change between the slices only, so within one the order is strict and weak.
    std::sort(m_entries.begin() + ptrdiff_t(m_next), m_entries.begin() + ptrdiff_t(end),
              [this](const Entry &left, const Entry &right) { return isLess(left, right); });
    m_next = end;
    if (m_next == m_entries.size()) {
        m_phase = Phase::Merge;
        m_width = StepsPerLook;
        m_next = 0;
        beginMerge();
    }
}

/// The next two runs of this width, or the first two of the next.
void TableSorter::beginMerge()
{
    if (m_next == m_entries.size() && m_next != 0) {
        m_entries.swap(m_merged);
        m_width *= 2;
        m_next = 0;
    }
    if (m_width >= m_entries.size()) {
        m_phase = Phase::Done;
        return;
    }
    if (m_next == 0) {
        m_merged.clear();
        m_merged.reserve(m_entries.size());
    }
    m_left = m_next;
    m_leftEnd = std::min(m_entries.size(), m_left + m_width);
    m_right = m_leftEnd;
    m_rightEnd = std::min(m_entries.size(), m_right + m_width);
}

void TableSorter::mergeSome()
{
    for (size_t i = 0; i < StepsPerLook; ++i) {
        if (m_left == m_leftEnd && m_right == m_rightEnd) {
            m_next = m_rightEnd;
            beginMerge();
            return;
        }
        const bool takesRight = m_left == m_leftEnd
            || (m_right != m_rightEnd && isLess(m_entries[m_right], m_entries[m_left]));
        m_merged.push_back(m_entries[takesRight ? m_right++ : m_left++]);
    }
}

std::vector<RowSlot> TableSorter::takeResult()
{
    std::vector<RowSlot> result;
    result.reserve(m_entries.size());
    for (const Entry &entry : m_entries)
        result.push_back(entry.slot);
    m_entries.clear();
    return result;
}

} // namespace Signalbox
