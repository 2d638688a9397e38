// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/monitor/monitorfeed.h"

#include "server/monitor/monitorwindow.h"

#include <QTimerEvent>

namespace Signalbox {

using Topic = HubMonitor::Topic;

MonitorFeed::MonitorFeed(MonitorSources sources, QObject *parent)
    : QObject(parent)
    , m_sources(std::move(sources))
    , m_sampler(m_sources.hub, m_sources.connections, m_sources.sendQueues, m_sources.authGuard,
                m_sources.dialects)
{ }

MonitorFeed::~MonitorFeed() = default;

void MonitorFeed::start()
{
    m_statusTimer.start(int(StatusInterval.count()), this);
    sampleStatus();
}

void MonitorFeed::watch(HubMonitor::Topics topics)
{
    // A watch that is destroyed is disconnected from everything.
    const auto toggle = [topics](Topic topic, auto &slot, auto &&...arguments) {
        if (!topics.testFlag(topic))
            slot.reset();
        else if (!slot)
            slot.emplace(arguments...);
    };
    toggle(Topic::Connections, m_connections, m_sources.connections);
    toggle(Topic::Rooms, m_rooms, m_sources.hub, m_sources.dialects);
    toggle(Topic::Events, m_events, m_sources.fanout, m_sources.dialects);
    if (m_events)
        m_events->follow(m_followed);

    if (!m_connections && !m_rooms && !m_events)
        m_timer.stop();
    else if (!m_timer.isActive())
        m_timer.start(int(Interval.count()), Qt::PreciseTimer, this);
}

void MonitorFeed::follow(const QByteArray &sid)
{
    m_followed = sid;
    if (m_events)
        m_events->follow(sid);
}

void MonitorFeed::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_timer.timerId())
        tell();
    else if (event->timerId() == m_statusTimer.timerId())
        sampleStatus();
}

bool MonitorFeed::mayTell()
{
    return !m_window || !m_window->isFull();
}

void MonitorFeed::tell()
{
    const auto tellOf = [this](auto &watch, auto signal) {
        if (!watch || !mayTell())
            return;
        const auto batch = watch->take();
        if (!batch)
            return;
        if (m_window)
            m_window->add();
        Q_EMIT(this->*signal)(*batch);
    };
    tellOf(m_connections, &MonitorFeed::connectionsChanged);
    tellOf(m_rooms, &MonitorFeed::roomsChanged);
    tellOf(m_events, &MonitorFeed::eventsObserved);
}

void MonitorFeed::sampleStatus()
{
    if (!mayTell())
        return;
    HubStatus status = m_sampler.sample();
    m_sources.completeStatus(status);
    if (status == m_status)
        return;
    m_status = status;
    if (m_window)
        m_window->add();
    Q_EMIT statusSampled(status);
}

} // namespace Signalbox
