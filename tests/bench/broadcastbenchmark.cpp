// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/broadcastbenchmark.h"

#include "tests/bench/benchfailure.h"

#include <algorithm>

namespace Signalbox::Bench {

BroadcastBenchmark::BroadcastBenchmark(BenchSession &session)
    : m_session(session)
{
    const BenchOptions &options = session.options();
    for (int i = 0; i < options.window; ++i)
        m_publishers.push_back(std::make_unique<HttpConnection>(
            session.loop(), options.publishHost, options.publishPort, options.token));
}

bool BroadcastBenchmark::run()
{
    const BenchOptions &options = m_session.options();
    m_session.prepare();
    ClientPool pool(m_session.loop(), options, options.clients,
                    [](int) { return QList<QByteArray>{benchWorkflow(0)}; });
    pool.setEventHandler(
        [this](BenchClient &client, QByteArrayView packet) { receive(client, packet); });
    pool.connectAll(options.timeout);

    const auto warmup = static_cast<quint64>(options.warmup);
    const auto events = static_cast<quint64>(options.events);
    publishUntil(warmup, false);
    const double cpuBefore = m_session.process().cpuSeconds();
    const qint64 start = steadyNow();
    publishUntil(warmup + events, true);
    const double seconds = static_cast<double>(steadyNow() - start) / 1e9;
    const double cpu = m_session.process().cpuSeconds() - cpuBefore;
    pool.awaitAllSent(options.timeout);
    pool.leaveAll(options.timeout);
    m_session.awaitNobody();

    const auto deliveries = static_cast<double>(m_deliveries);
    const auto ms = [this](double fraction) {
        return static_cast<double>(m_latency.quantile(fraction)) / 1e6;
    };
    const double maxMs = static_cast<double>(m_latency.max()) / 1e6;
    printLine(QStringLiteral("%1 clients, window %2, %3 events of %4 bytes, %5 deliveries in %6 s")
                  .arg(options.clients)
                  .arg(options.window)
                  .arg(events)
                  .arg(options.size)
                  .arg(m_deliveries)
                  .arg(seconds, 0, 'f', 2));
    printLine(
        QStringLiteral("server CPU per delivery  %1 us").arg(cpu / deliveries * 1e6, 0, 'f', 3));
    printLine(QStringLiteral("deliveries per second    %1").arg(deliveries / seconds, 0, 'f', 0));
    printLine(QStringLiteral("latency p50 / p99 / max  %1 / %2 / %3 ms")
                  .arg(ms(0.5), 0, 'f', 3)
                  .arg(ms(0.99), 0, 'f', 3)
                  .arg(maxMs, 0, 'f', 3));
    if (cpu < 100 * ServerProcess::cpuResolution())
        printLine(
            QStringLiteral(
                "note: the server's CPU time was only %1 s; take more --events for an exact figure")
                .arg(cpu));
    if (m_doubled > 0)
        printLine(QStringLiteral("FAILED: %1 deliveries came twice").arg(m_doubled));

    m_session.writeJson({
        {QStringLiteral("measurement"), QStringLiteral("broadcast")},
        {QStringLiteral("clients"), options.clients},
        {QStringLiteral("window"), options.window},
        {QStringLiteral("events"), static_cast<qint64>(events)},
        {QStringLiteral("size_bytes"), options.size},
        {QStringLiteral("events_per_second_wanted"), options.rate},
        {QStringLiteral("deliveries"), static_cast<qint64>(m_deliveries)},
        {QStringLiteral("doubled"), static_cast<qint64>(m_doubled)},
        {QStringLiteral("seconds"), seconds},
        {QStringLiteral("server_cpu_seconds"), cpu},
        {QStringLiteral("server_cpu_us_per_delivery"), cpu / deliveries * 1e6},
        {QStringLiteral("deliveries_per_second"), deliveries / seconds},
        {QStringLiteral("latency_p50_ms"), ms(0.5)},
        {QStringLiteral("latency_p99_ms"), ms(0.99)},
        {QStringLiteral("latency_max_ms"), maxMs},
        {QStringLiteral("passed"), m_doubled == 0},
    });
    return m_doubled == 0;
}

qint64 BroadcastBenchmark::scheduledAt(quint64 event) const
{
    return m_scheduleTime
        + static_cast<qint64>(static_cast<double>(event - m_scheduleStart) * 1e9
                              / m_session.options().rate);
}

void BroadcastBenchmark::publishUntil(quint64 end, bool measured)
{
    m_measured = measured;
    m_scheduleStart = m_next;
    m_scheduleTime = steadyNow();
    const bool paced = m_session.options().rate > 0;
    quint64 progress = m_completed;
    qint64 progressAt = steadyNow();
    const auto busy = [this] {
        return std::any_of(m_publishers.cbegin(), m_publishers.cend(),
                           [](const auto &publisher) { return publisher->isBusy(); });
    };
    while (m_completed < end || busy()) {
        while (m_next < end && publishNext(end)) { }
        int timeoutMs = 50;
        // The last millisecond is spent turning: epoll_wait() is no finer.
        if (paced && m_next < end)
            timeoutMs = static_cast<int>(
                std::clamp<qint64>((scheduledAt(m_next) - steadyNow()) / NsPerMs, 0, 50));
        m_session.loop().turn(timeoutMs);

        const qint64 now = steadyNow();
        if (m_completed != progress || (paced && m_next == m_completed && !busy())) {
            progress = m_completed;
            progressAt = now;
        } else if (static_cast<double>(now - progressAt) > m_session.options().timeout * 1e9) {
            throw BenchFailure(
                QStringLiteral("event %1 was not delivered to %2 of %3 clients within %4 s: lost")
                    .arg(m_completed)
                    .arg(m_flights[m_completed % m_flights.size()].missing)
                    .arg(m_session.options().clients)
                    .arg(m_session.options().timeout));
        }
    }
}

/// Publishes the next event if the window, the pace and the connections allow it.
bool BroadcastBenchmark::publishNext(quint64 end)
{
    const BenchOptions &options = m_session.options();
    qint64 now = steadyNow();
    if (m_next >= end || m_next >= m_completed + static_cast<quint64>(options.window)
        || (options.rate > 0 && now < scheduledAt(m_next)))
        return false;
    const auto idle = std::find_if(m_publishers.begin(), m_publishers.end(),
                                   [](const auto &publisher) { return !publisher->isBusy(); });
    if (idle == m_publishers.end())
        return false;
    // With a pace, an event that waits for the window is late from when it was due.
    if (options.rate > 0)
        now = scheduledAt(m_next);
    m_flights[m_next % m_flights.size()] = {now, options.clients};
    const QByteArray json = m_events.json(benchWorkflow(0), m_next, options.size);
    ++m_next;
    (*idle)->send("POST", options.publishPath, '[' + json + ']', [](const HttpReply &reply) {
        if (reply.status != 202)
            throw BenchFailure(QStringLiteral("publishing was answered %1: %2")
                                   .arg(reply.status)
                                   .arg(QString::fromUtf8(reply.body.left(200))));
    });
    return true;
}

void BroadcastBenchmark::receive(BenchClient &client, QByteArrayView packet)
{
    const std::optional<quint64> event = m_events.number(packet);
    if (!event)
        return;
    if (*event >= m_next)
        throw BenchFailure(QStringLiteral("event %1 came before it was published").arg(*event));
    if (client.receipts().note(*event) != Receipts::Verdict::Expected) {
        ++m_doubled;
        return;
    }
    Flight &flight = m_flights[*event % m_flights.size()];
    if (m_measured) {
        m_latency.add(steadyNow() - flight.startedAt);
        ++m_deliveries;
    }
    --flight.missing;
    while (m_completed < m_next && m_flights[m_completed % m_flights.size()].missing == 0)
        ++m_completed;
}

} // namespace Signalbox::Bench
