// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/hubmonitor.h"
#include "server/monitor/connectionwatch.h"
#include "server/monitor/eventwatch.h"
#include "server/monitor/roomwatch.h"
#include "server/monitor/statussampler.h"

#include <QBasicTimer>
#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace Signalbox {

class ConnectionRegistry;
class Dialect;
class EventHub;
class Fanout;
class MonitorWindow;
class QueueLedger;

/// What a feed looks at. All of it outlives the feed.
struct MonitorSources
{
    EventHub &hub;
    Fanout &fanout;
    ConnectionRegistry &connections;
    const QueueLedger &sendQueues;
    const AuthGuard &authGuard;
    QList<Dialect *> dialects;
    /// What only the service knows of the status: its address, how its components do, ...
    std::function<void(HubStatus &)> completeStatus;
};

/// The network thread's side of a monitor: batches of what happened, Interval apart, and nothing
/// of what nobody watches. A turn of it takes a few milliseconds, however much there is to tell.
///
/// Network thread.
class MonitorFeed final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds Interval{50};
    static constexpr std::chrono::milliseconds StatusInterval{250};

    explicit MonitorFeed(MonitorSources sources, QObject *parent = nullptr);
    ~MonitorFeed() override;

    /// Says nothing while \a window is full. Without one it never is.
    void setWindow(std::shared_ptr<MonitorWindow> window) { m_window = std::move(window); }
    /// Begins to tell the status.
    void start();
    void watch(HubMonitor::Topics topics);
    void follow(const QByteArray &sid);
    [[nodiscard]] const HubStatus &status() const { return m_status; }
    /// Tells the status now, if it has changed.
    void sampleStatus();

Q_SIGNALS:
    void statusSampled(const Signalbox::HubStatus &status);
    void connectionsChanged(const Signalbox::ConnectionChanges &changes);
    void roomsChanged(const Signalbox::RoomChanges &changes);
    void eventsObserved(const Signalbox::ObservedEvents &events);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void tell();
    [[nodiscard]] bool mayTell();

    const MonitorSources m_sources;
    StatusSampler m_sampler;
    std::optional<ConnectionWatch> m_connections;
    std::optional<RoomWatch> m_rooms;
    std::optional<EventWatch> m_events;
    QByteArray m_followed;
    std::shared_ptr<MonitorWindow> m_window;
    QBasicTimer m_timer; ///< while a topic is watched
    QBasicTimer m_statusTimer;
    HubStatus m_status;
};

} // namespace Signalbox
