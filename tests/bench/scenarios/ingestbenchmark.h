// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/generator/benchevent.h"
#include "tests/bench/generator/benchsession.h"
#include "tests/bench/support/latencyhistogram.h"

#include <memory>
#include <vector>

namespace Signalbox::Bench {

/// POST /api/v1/events over keep-alive connections, each with one request under way, to rooms
/// that nobody is in: how many events the server takes in a second, and its CPU time for each.
class IngestBenchmark final
{
public:
    explicit IngestBenchmark(BenchSession &session);

    bool run();

private:
    void post(HttpConnection &connection);
    quint64 publishFor(double seconds);

    BenchSession &m_session;
    std::vector<QByteArray> m_bodies; ///< written before the measurement, sent again and again
    std::vector<std::unique_ptr<HttpConnection>> m_connections;
    LatencyHistogram m_latency;
    size_t m_nextBody = 0;
    qint64 m_deadline = 0;
    quint64 m_requests = 0;
    int m_busy = 0;
};

} // namespace Signalbox::Bench
