// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/log/loghistory.h"

#include <algorithm>

namespace Signalbox {

void LogHistory::add(LogRecord record)
{
    const std::lock_guard lock(m_mutex);
    m_records.push_back(std::move(record));
    if (qsizetype(m_records.size()) > Capacity) {
        m_records.pop_front();
        ++m_forgotten;
    }
}

LogHistory::Excerpt LogHistory::since(quint64 first) const
{
    const std::lock_guard lock(m_mutex);
    Excerpt excerpt;
    const quint64 end = m_forgotten + m_records.size();
    const quint64 begin = std::clamp(first, m_forgotten, end);
    excerpt.next = end;
    excerpt.records.skipped = qint64(begin - std::min(first, begin));
    excerpt.records.records.reserve(qsizetype(end - begin));
    std::copy(m_records.cbegin() + qptrdiff(begin - m_forgotten), m_records.cend(),
              std::back_inserter(excerpt.records.records));
    return excerpt;
}

} // namespace Signalbox
