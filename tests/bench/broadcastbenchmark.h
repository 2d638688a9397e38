// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/benchevent.h"
#include "tests/bench/benchsession.h"
#include "tests/bench/latencyhistogram.h"

#include <array>
#include <memory>
#include <vector>

namespace Signalbox::Bench {

/// One room, many clients: what a delivery costs the server, how many there are in a second, and
/// how long one takes from the publisher's send() to the client's recv().
class BroadcastBenchmark final
{
public:
    explicit BroadcastBenchmark(BenchSession &session);

    bool run();

private:
    /// An event that not all clients have received.
    struct Flight
    {
        qint64 startedAt = 0;
        int missing = 0;
    };

    void publishUntil(quint64 end, bool measured);
    bool publishNext(quint64 end);
    void receive(BenchClient &client, QByteArrayView packet);
    [[nodiscard]] qint64 scheduledAt(quint64 event) const;

    BenchSession &m_session;
    BenchEvents m_events;
    std::vector<std::unique_ptr<HttpConnection>> m_publishers; ///< one for each event in flight
    std::array<Flight, Receipts::Window> m_flights{}; ///< by the event's number, modulo its size
    LatencyHistogram m_latency;
    bool m_measured = false;
    quint64 m_next = 0; ///< the event to publish next
    quint64 m_completed = 0; ///< all events below were received by all clients
    quint64 m_scheduleStart = 0; ///< the event that is due at m_scheduleTime
    qint64 m_scheduleTime = 0;
    quint64 m_deliveries = 0;
    quint64 m_doubled = 0;
};

} // namespace Signalbox::Bench
