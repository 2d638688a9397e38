// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/hubmonitor.h"

#include <QBasicTimer>

#include <functional>
#include <memory>

namespace Signalbox {

class LogHistory;
class MonitorFeed;
class MonitorWindow;

/// The monitor of a hub in this process: gets batches from the network thread's MonitorFeed, and
/// the log where it is.
///
/// Lives on the main thread.
class LocalMonitor final : public HubMonitor
{
    Q_OBJECT

public:
    /// Runs a function with the feed on the network thread, if there is one.
    using Post = std::function<void(std::function<void(MonitorFeed &)>)>;

    /// \a log must outlive this.
    LocalMonitor(Post post, const LogHistory &log, QObject *parent = nullptr);
    ~LocalMonitor() override;

    /// On the network thread: \a feed is there now. What is watched already is watched there.
    void attach(MonitorFeed &feed);

    [[nodiscard]] HubStatus status() const override { return m_status; }
    void watch(Topics topics) override;
    void follow(const QByteArray &sid) override;

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    [[nodiscard]] bool isWatched(Topic topic) const { return m_topics.testFlag(topic); }
    void handleStatus(const HubStatus &status);
    void handleConnections(const ConnectionChanges &changes);
    void handleRooms(const RoomChanges &changes);
    void handleEvents(const ObservedEvents &events);
    void handleAttached();
    void tellLog();

    const Post m_post;
    const LogHistory &m_log;
    const std::shared_ptr<MonitorWindow> m_window;
    HubStatus m_status;
    Topics m_topics;
    QByteArray m_followed;
    /// Topics that were not watched a moment ago: what is not the reset was meant for then.
    Topics m_awaitReset;
    QBasicTimer m_logTimer;
    quint64 m_nextLogRecord = 0;
    bool m_resetsLog = false;
};

} // namespace Signalbox
