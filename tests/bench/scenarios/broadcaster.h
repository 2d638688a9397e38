// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/client/publisher.h"
#include "tests/bench/generator/benchevent.h"
#include "tests/bench/generator/benchsession.h"
#include "tests/bench/support/latencyhistogram.h"

#include <functional>
#include <memory>
#include <vector>

namespace Signalbox::Bench {

/// Publishes numbered events to rooms in turn, so many in flight at once, and waits for each until
/// all clients of its room have it.
class Broadcaster final
{
public:
    /// Client i of \a pool must be in the room benchWorkflow(i % \a rooms), and only there. Sets
    /// the pool's event handler.
    Broadcaster(BenchSession &session, ClientPool &pool, int rooms);

    struct Figures
    {
        quint64 events = 0;
        quint64 deliveries = 0;
        quint64 doubled = 0;
        double seconds = 0;
        double cpuSeconds = 0; ///< the server's
        double mainThreadCpuSeconds = 0; ///< of its main thread, which is part of it
        qint64 startedAt = 0; ///< steadyNow()
        LatencyHistogram latency; ///< from the publisher's send() to a client's recv()
    };
    /// Publishes \a events and waits for their deliveries; publishes no more when \a maxSeconds (0:
    /// no limit) are over. Throws BenchFailure if one does not arrive.
    Figures run(quint64 events, double maxSeconds = 0);
    /// Called about every 50 ms while it runs.
    void setObserver(std::function<void()> observer) { m_observer = std::move(observer); }
    /// Closes the publishers' connections.
    void finish() { m_publishers.clear(); }

private:
    /// An event that not all clients have received.
    struct Flight
    {
        qint64 startedAt = 0;
        int missing = 0;
    };

    void publishUntil(quint64 end, qint64 deadline);
    bool publishNext(quint64 end);
    void receive(BenchClient &client, QByteArrayView packet);
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] qint64 scheduledAt(quint64 event) const;
    [[nodiscard]] qint64 nextRequestAt(quint64 end) const;

    BenchSession &m_session;
    BenchEvents m_events;
    quint64 m_rooms;
    int m_clientsPerRoom;
    std::vector<std::unique_ptr<Publisher>> m_publishers; ///< one for each request in flight
    std::vector<Flight> m_flights; ///< by the event's number, modulo its size
    Figures m_figures;
    std::function<void()> m_observer;
    quint64 m_next = 0; ///< the event to publish next
    quint64 m_completed = 0; ///< all events below were received by all clients
    quint64 m_scheduleStart = 0; ///< the event that is due at m_scheduleTime
    qint64 m_scheduleTime = 0;
};

} // namespace Signalbox::Bench
