// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/eventring.h"

#include <algorithm>
#include <utility>

namespace Signalbox {

double EventRing::fill() const
{
    return std::min(
        1.0,
        std::max(double(size()) / double(m_limits.rows), double(m_bytes) / double(m_limits.bytes)));
}

void EventRing::append(EventRow row)
{
    if (row.isGap() && !m_rows.empty() && m_rows.back().isGap()) {
        m_rows.back().skipped += row.skipped;
        return;
    }
    m_bytes += costOf(row);
    m_rows.push_back(std::move(row));
}

quint64 EventRing::nextBegin() const
{
    qsizetype rows = size();
    qsizetype bytes = m_bytes;
    quint64 begin = m_begin;
    while (rows > 1 && (rows > m_limits.rows || bytes > m_limits.bytes)) {
        bytes -= costOf(at(begin));
        --rows;
        ++begin;
    }
    return begin;
}

qint64 EventRing::dropBefore(quint64 number)
{
    qint64 dropped = 0;
    while (m_begin < number && !m_rows.empty()) {
        const EventRow &row = m_rows.front();
        dropped += row.isGap() ? row.skipped : 1;
        m_bytes -= costOf(row);
        m_rows.pop_front();
        ++m_begin;
    }
    return dropped;
}

void EventRing::clear()
{
    m_begin = end();
    m_rows.clear();
    m_bytes = 0;
}

qsizetype EventRing::costOf(const EventRow &row)
{
    return static_cast<qsizetype>(sizeof(EventRow) - sizeof(Event)) + row.observed.event.cost();
}

} // namespace Signalbox
