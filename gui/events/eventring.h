// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/observedevents.h"

#include <deque>

namespace Signalbox {

/// An event, or a gap: events that passed without being shown.
struct EventRow
{
    ObservedEvent observed;
    qint64 skipped = 0; ///< of a gap, how many; 0 of an event
    bool isMarked = false;

    [[nodiscard]] bool isGap() const { return skipped > 0; }
};

/// The last rows of a stream, bounded in number and in bytes. Rows are known by a number that grows
/// with each and stays when older ones go.
class EventRing final
{
public:
    struct Limits
    {
        qsizetype rows = 10'000;
        qsizetype bytes = 64 * 1024 * 1024;
    };

    explicit EventRing(const Limits &limits)
        : m_limits(limits)
    { }

    [[nodiscard]] quint64 begin() const { return m_begin; }
    [[nodiscard]] quint64 end() const { return m_begin + m_rows.size(); }
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_rows.size()); }
    [[nodiscard]] qsizetype bytes() const { return m_bytes; }
    /// How full it is, by whichever limit is nearer: 0 to 1.
    [[nodiscard]] double fill() const;

    [[nodiscard]] const EventRow &at(quint64 number) const { return m_rows[number - m_begin]; }
    [[nodiscard]] EventRow &at(quint64 number) { return m_rows[number - m_begin]; }

    /// Adds rows without a look at the limits; a gap after a gap widens that one.
    void append(EventRow row);
    /// Where the ring will begin when the limits are kept again. The newest row always stays.
    [[nodiscard]] quint64 nextBegin() const;
    /// Forgets the rows before \a number. Returns how many events those were, gaps included.
    qint64 dropBefore(quint64 number);
    void clear();

private:
    static qsizetype costOf(const EventRow &row);

    Limits m_limits;
    std::deque<EventRow> m_rows;
    quint64 m_begin = 0;
    qsizetype m_bytes = 0;
};

} // namespace Signalbox
