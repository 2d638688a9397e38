// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/monitor/localmonitor.h"

#include "server/log/loghistory.h"
#include "server/monitor/monitorfeed.h"
#include "server/monitor/monitorwindow.h"

#include <QTimerEvent>

namespace Signalbox {

LocalMonitor::LocalMonitor(Post post, const LogHistory &log, QObject *parent)
    : HubMonitor(parent)
    , m_post(std::move(post))
    , m_log(log)
    , m_window(std::make_shared<MonitorWindow>())
{ }

LocalMonitor::~LocalMonitor() = default;

void LocalMonitor::attach(MonitorFeed &feed)
{
    feed.setWindow(m_window);
    connect(&feed, &MonitorFeed::statusSampled, this, &LocalMonitor::handleStatus);
    connect(&feed, &MonitorFeed::connectionsChanged, this, &LocalMonitor::handleConnections);
    connect(&feed, &MonitorFeed::roomsChanged, this, &LocalMonitor::handleRooms);
    connect(&feed, &MonitorFeed::eventsObserved, this, &LocalMonitor::handleEvents);
    QMetaObject::invokeMethod(this, &LocalMonitor::handleAttached, Qt::QueuedConnection);
}

void LocalMonitor::handleAttached()
{
    m_post([topics = m_topics, followed = m_followed](MonitorFeed &feed) {
        feed.watch(topics);
        feed.follow(followed);
    });
}

void LocalMonitor::watch(Topics topics)
{
    if (topics == m_topics)
        return;
    const Topics begun = topics & ~m_topics;
    m_awaitReset = (m_awaitReset & topics) | begun;
    m_topics = topics;
    m_post([topics](MonitorFeed &feed) { feed.watch(topics); });

    if (!isWatched(Topic::Log)) {
        m_logTimer.stop();
    } else if (begun.testFlag(Topic::Log)) {
        m_nextLogRecord = 0;
        m_resetsLog = true;
        m_logTimer.start(int(MonitorFeed::Interval.count()), Qt::PreciseTimer, this);
    }
}

void LocalMonitor::follow(const QByteArray &sid)
{
    m_followed = sid;
    m_post([sid](MonitorFeed &feed) { feed.follow(sid); });
}

void LocalMonitor::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_logTimer.timerId())
        tellLog();
}

void LocalMonitor::handleStatus(const HubStatus &status)
{
    m_window->remove();
    m_status = status;
    Q_EMIT statusChanged(status);
}

void LocalMonitor::handleConnections(const ConnectionChanges &changes)
{
    m_window->remove();
    m_awaitReset.setFlag(Topic::Connections,
                         m_awaitReset.testFlag(Topic::Connections) && !changes.isReset);
    if (isWatched(Topic::Connections) && !m_awaitReset.testFlag(Topic::Connections))
        Q_EMIT connectionsChanged(changes);
}

void LocalMonitor::handleRooms(const RoomChanges &changes)
{
    m_window->remove();
    m_awaitReset.setFlag(Topic::Rooms, m_awaitReset.testFlag(Topic::Rooms) && !changes.isReset);
    if (isWatched(Topic::Rooms) && !m_awaitReset.testFlag(Topic::Rooms))
        Q_EMIT roomsChanged(changes);
}

void LocalMonitor::handleEvents(const ObservedEvents &events)
{
    m_window->remove();
    if (isWatched(Topic::Events))
        Q_EMIT eventsObserved(events);
}

void LocalMonitor::tellLog()
{
    LogHistory::Excerpt excerpt = m_log.since(m_nextLogRecord);
    m_nextLogRecord = excerpt.next;
    excerpt.records.isReset = std::exchange(m_resetsLog, false);
    // What the log had forgotten when it began to be watched was not missed.
    if (excerpt.records.isReset)
        excerpt.records.skipped = 0;
    if (excerpt.records.isReset || !excerpt.records.records.isEmpty())
        Q_EMIT logged(excerpt.records);
}

} // namespace Signalbox
