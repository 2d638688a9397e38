// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/fanout/fanout.h"

namespace Signalbox {

Fanout::Fanout(EventHub &hub, QObject *parent)
    : QObject(parent)
    , m_hub(hub)
{
    connect(&hub, &EventHub::eventsAccepted, this, &Fanout::handleEvents);
}

void Fanout::handleEvents(const QList<Event> &events)
{
    quint64 deliveries = 0;
    for (const Event &event : events) {
        qsizetype recipients = 0;
        for (EventSink *sink : m_sinks)
            recipients += sink->deliver(event);
        deliveries += quint64(recipients);
        if (m_observer)
            m_observer->eventDelivered(event, recipients);
    }
    m_hub.counters().eventsSent.fetch_add(deliveries, std::memory_order_relaxed);
}

} // namespace Signalbox
