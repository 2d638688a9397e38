// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/logrecord.h"

#include <deque>
#include <mutex>

namespace Signalbox {

/// The last lines of the log, for those who want to see it where it arises. May be used from any
/// thread.
class LogHistory final
{
public:
    static constexpr qsizetype Capacity = 1000;

    /// Forgets the oldest record if there are too many.
    void add(LogRecord record);

    struct Excerpt
    {
        LogRecords records;
        quint64 next = 0; ///< what to ask for next time
    };
    /// What came from the record number \a first on; 0 is the first of all.
    [[nodiscard]] Excerpt since(quint64 first) const;

private:
    mutable std::mutex m_mutex;
    std::deque<LogRecord> m_records;
    quint64 m_forgotten = 0; ///< records before the first that is kept
};

} // namespace Signalbox
