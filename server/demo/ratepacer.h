// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Signalbox {

/// Says how many events are due at a rate, so that the average is exact however late the ticks
/// come. All times are nanoseconds of one steady clock. Plain class.
class RatePacer final
{
public:
    /// \a perSecond must be above 0.
    explicit RatePacer(double perSecond);

    /// Begins anew: the first event is due at once, and nothing is owed for the time before.
    void restart(qint64 now);
    /// How many events are due and not yet taken. A process that was stopped for longer than
    /// MaxBacklogSeconds does not make up for the rest.
    qint64 due(qint64 now);
    void take(qint64 count);
    /// How long to sleep until something is due, at least TickNs: at high rates, events go in
    /// batches.
    [[nodiscard]] qint64 delay(qint64 now) const;

    static constexpr qint64 TickNs = 20'000'000;
    static constexpr double MaxBacklogSeconds = 5;

private:
    double m_perNanosecond;
    qint64 m_start = 0;
    qint64 m_taken = 0;
};

} // namespace Signalbox
