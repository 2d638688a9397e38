// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/fanout/memorytrimmer.h"

#include "server/fanout/connectionregistry.h"

#include <algorithm>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace Signalbox {

using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;

MemoryTrimmer::MemoryTrimmer(const ConnectionRegistry &connections, QObject *parent)
    : MemoryTrimmer(connections, Pace(), parent)
{ }

MemoryTrimmer::MemoryTrimmer(const ConnectionRegistry &connections, Pace pace, QObject *parent)
    : QObject(parent)
    , m_pace(pace)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &MemoryTrimmer::trim);
    connect(&connections, &ConnectionRegistry::connectionClosed, this,
            &MemoryTrimmer::handleClosed);
}

void MemoryTrimmer::handleClosed()
{
    if (++m_leavers < MinLeavers || m_timer.isActive())
        return;
    milliseconds wait = m_pace.delay;
    if (m_sinceTrim.isValid())
        wait = std::max(wait, m_pace.interval - milliseconds(m_sinceTrim.elapsed()));
    m_timer.start(wait);
}

void MemoryTrimmer::trim()
{
    m_leavers = 0;
    m_sinceTrim.start();
#if defined(__GLIBC__)
    ::malloc_trim(0);
#endif
    Q_EMIT trimmed(
        std::chrono::duration_cast<microseconds>(nanoseconds(m_sinceTrim.nsecsElapsed())));
}

} // namespace Signalbox
