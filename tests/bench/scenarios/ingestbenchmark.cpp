// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/scenarios/ingestbenchmark.h"

#include "tests/bench/support/benchfailure.h"

namespace Signalbox::Bench {

namespace {

constexpr int Bodies = 128;
constexpr int DistinctRooms = 100;
constexpr double WarmupSeconds = 0.5;

} // namespace

IngestBenchmark::IngestBenchmark(BenchSession &session)
    : m_session(session)
{
    const BenchOptions &options = session.options();
    const BenchEvents events;
    quint64 number = 0;
    for (int i = 0; i < Bodies; ++i) {
        QByteArray body = "[";
        for (int j = 0; j < options.batch; ++j) {
            if (j > 0)
                body += ',';
            body += events.json(benchWorkflow(static_cast<int>(number % DistinctRooms)), number,
                                options.size);
            ++number;
        }
        m_bodies.push_back(body + ']');
    }
    for (int i = 0; i < options.connections; ++i)
        m_connections.push_back(std::make_unique<HttpConnection>(
            session.loop(), options.publishHost, options.publishPort, options.token));
}

void IngestBenchmark::post(HttpConnection &connection)
{
    ++m_busy;
    const QByteArray &body = m_bodies[m_nextBody++ % m_bodies.size()];
    const qint64 start = steadyNow();
    connection.send("POST", m_session.options().publishPath, body,
                    [this, &connection, start](const HttpReply &reply) {
                        requireAccepted(reply);
                        const qint64 now = steadyNow();
                        m_latency.add(now - start);
                        ++m_requests;
                        --m_busy;
                        if (now < m_deadline)
                            post(connection);
                    });
}

quint64 IngestBenchmark::publishFor(double seconds)
{
    m_requests = 0;
    m_latency = {};
    m_deadline = steadyNow() + static_cast<qint64>(seconds * 1e9);
    for (const auto &connection : m_connections)
        post(*connection);
    if (!m_session.loop().runUntil([this] { return m_busy == 0; },
                                   seconds + m_session.options().timeout))
        throw BenchFailure(QStringLiteral("%1 requests were not answered within %2 s")
                               .arg(m_busy)
                               .arg(m_session.options().timeout));
    return m_requests;
}

bool IngestBenchmark::run()
{
    const BenchOptions &options = m_session.options();
    m_session.prepare();
    publishFor(WarmupSeconds);
    const double cpuBefore = m_session.process().cpuSeconds();
    const qint64 start = steadyNow();
    const auto requests = static_cast<double>(publishFor(options.duration));
    const double seconds = static_cast<double>(steadyNow() - start) / 1e9;
    const double cpu = m_session.process().cpuSeconds() - cpuBefore;
    const double events = requests * options.batch;
    const double p50 = static_cast<double>(m_latency.quantile(0.5)) / 1e6;
    const double p99 = static_cast<double>(m_latency.quantile(0.99)) / 1e6;

    printLine(QStringLiteral("%1 connections, %2 events of %3 bytes in a request, for %4 s")
                  .arg(options.connections)
                  .arg(options.batch)
                  .arg(options.size)
                  .arg(seconds, 0, 'f', 2));
    printLine(QStringLiteral("events per second        %1").arg(events / seconds, 0, 'f', 0));
    printLine(QStringLiteral("server CPU per event     %1 us").arg(cpu / events * 1e6, 0, 'f', 3));
    printLine(QStringLiteral("server's share of a core %1 %").arg(cpu / seconds * 100, 0, 'f', 0));
    printLine(QStringLiteral("request p50 / p99        %1 / %2 ms")
                  .arg(p50, 0, 'f', 3)
                  .arg(p99, 0, 'f', 3));
    m_session.writeJson({
        {QStringLiteral("measurement"), QStringLiteral("ingest")},
        {QStringLiteral("connections"), options.connections},
        {QStringLiteral("batch"), options.batch},
        {QStringLiteral("size_bytes"), options.size},
        {QStringLiteral("seconds"), seconds},
        {QStringLiteral("events"), events},
        {QStringLiteral("events_per_second"), events / seconds},
        {QStringLiteral("server_cpu_us_per_event"), cpu / events * 1e6},
        {QStringLiteral("server_core_percent"), cpu / seconds * 100},
        {QStringLiteral("request_p50_ms"), p50},
        {QStringLiteral("request_p99_ms"), p99},
        {QStringLiteral("passed"), true},
    });
    return true;
}

} // namespace Signalbox::Bench
