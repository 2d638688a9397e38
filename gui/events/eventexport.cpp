// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/eventexport.h"

#include "gui/events/eventtext.h"

#include <utility>

namespace Signalbox {

EventExport::EventExport(QList<ObservedEvent> events, const QString &fileName, QObject *parent)
    : FileExport(fileName, parent)
    , m_events(std::move(events))
    , m_isCsv(fileName.endsWith(u".csv", Qt::CaseInsensitive))
{ }

void EventExport::begin()
{
    if (m_isCsv)
        file().write(EventText::csvHeader());
}

bool EventExport::writeSome(QDeadlineTimer deadline)
{
    while (m_next < m_events.size() && !deadline.hasExpired()) {
        const ObservedEvent &event = m_events.at(m_next++);
        file().write(m_isCsv ? EventText::toCsvLine(event) : EventText::toJsonLine(event));
    }
    return m_next == m_events.size();
}

} // namespace Signalbox
