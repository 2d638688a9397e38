// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/ratepacer.h"

#include <algorithm>
#include <cmath>

namespace Signalbox {

RatePacer::RatePacer(double perSecond)
    : m_perNanosecond(perSecond / 1e9)
{ }

void RatePacer::restart(qint64 now)
{
    m_start = now;
    m_taken = 0;
}

qint64 RatePacer::due(qint64 now)
{
    const double elapsed = static_cast<double>(now - m_start);
    qint64 due = static_cast<qint64>(elapsed * m_perNanosecond) + 1 - m_taken;
    const qint64 most =
        std::max<qint64>(1, static_cast<qint64>(MaxBacklogSeconds * 1e9 * m_perNanosecond));
    if (due > most) {
        m_taken += due - most;
        due = most;
    }
    return std::max<qint64>(0, due);
}

void RatePacer::take(qint64 count)
{
    m_taken += count;
}

qint64 RatePacer::delay(qint64 now) const
{
    const double nextAt = static_cast<double>(m_taken) / m_perNanosecond;
    return std::max(TickNs, m_start + static_cast<qint64>(std::ceil(nextAt)) - now);
}

} // namespace Signalbox
