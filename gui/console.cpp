// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/console.h"

#include <utility>

namespace Signalbox {

void Console::setReadOnly(bool readOnly)
{
    if (std::exchange(m_isReadOnly, readOnly) != readOnly)
        Q_EMIT readOnlyChanged(readOnly);
}

void Console::setShowsUtc(bool utc)
{
    if (std::exchange(m_showsUtc, utc) != utc)
        Q_EMIT showsUtcChanged(utc);
}

void Console::watch(const QObject *window, HubMonitor::Topics topics)
{
    m_watches.insert(window, topics);
    updateWatch();
}

void Console::stopWatching(const QObject *window)
{
    m_watches.remove(window);
    updateWatch();
}

void Console::updateWatch()
{
    HubMonitor::Topics all;
    for (const HubMonitor::Topics topics : std::as_const(m_watches))
        all |= topics;
    m_monitor.watch(all);
}

void Console::follow(const QByteArray &sid)
{
    if (std::exchange(m_followed, sid) == sid)
        return;
    m_monitor.follow(sid);
    Q_EMIT followedChanged(sid);
}

void Console::showEventsOf(const QByteArray &sid)
{
    follow(sid);
    Q_EMIT eventsOfConnectionRequested(sid);
}

} // namespace Signalbox
