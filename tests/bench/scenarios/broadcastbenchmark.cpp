// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/scenarios/broadcastbenchmark.h"

#include "tests/bench/scenarios/broadcaster.h"

namespace Signalbox::Bench {

BroadcastBenchmark::BroadcastBenchmark(BenchSession &session)
    : m_session(session)
{ }

bool BroadcastBenchmark::run()
{
    const BenchOptions &options = m_session.options();
    m_session.prepare();
    ClientPool pool(m_session.loop(), options, options.clients, [&options](int client) {
        return QList<QByteArray>{benchWorkflow(client % options.rooms)};
    });
    pool.connectAll(options.timeout);

    Broadcaster broadcaster(m_session, pool, options.rooms);
    // A slow server's warm-up must not take longer than what is measured.
    const quint64 doubledBefore =
        broadcaster.run(static_cast<quint64>(options.warmup), options.duration).doubled;
    const Broadcaster::Figures figures =
        broadcaster.run(static_cast<quint64>(options.events), options.duration);
    pool.awaitAllSent(options.timeout);
    broadcaster.finish();
    pool.leaveAll(options.timeout);
    m_session.awaitNobody();

    const auto deliveries = static_cast<double>(figures.deliveries);
    const auto events = static_cast<double>(figures.events);
    const quint64 doubled = doubledBefore + figures.doubled;
    const auto ms = [&figures](double fraction) {
        return static_cast<double>(figures.latency.quantile(fraction)) / 1e6;
    };
    const double maxMs = static_cast<double>(figures.latency.max()) / 1e6;
    const double usPerDelivery = figures.cpuSeconds / deliveries * 1e6;
    // The main thread only waits, unless it has a window to draw.
    const double usPerDeliveryWithoutMain =
        (figures.cpuSeconds - figures.mainThreadCpuSeconds) / deliveries * 1e6;
    const double usPerEvent = figures.cpuSeconds / events * 1e6;
    printLine(QStringLiteral(
                  "%1 clients in %2 rooms, window %3, %4 events of %5 bytes, %6 deliveries in %7 s")
                  .arg(options.clients)
                  .arg(options.rooms)
                  .arg(options.window)
                  .arg(figures.events)
                  .arg(options.size)
                  .arg(figures.deliveries)
                  .arg(figures.seconds, 0, 'f', 2));
    printLine(QStringLiteral("server CPU per delivery  %1 us").arg(usPerDelivery, 0, 'f', 3));
    if (figures.mainThreadCpuSeconds > 0)
        printLine(QStringLiteral("  without its main thread %1 us")
                      .arg(usPerDeliveryWithoutMain, 0, 'f', 3));
    printLine(QStringLiteral("server CPU per event     %1 us").arg(usPerEvent, 0, 'f', 1));
    printLine(
        QStringLiteral("deliveries per second    %1").arg(deliveries / figures.seconds, 0, 'f', 0));
    printLine(QStringLiteral("latency p50 / p99 / p99.9 / max  %1 / %2 / %3 / %4 ms")
                  .arg(ms(0.5), 0, 'f', 3)
                  .arg(ms(0.99), 0, 'f', 3)
                  .arg(ms(0.999), 0, 'f', 3)
                  .arg(maxMs, 0, 'f', 3));
    if (figures.cpuSeconds < 0.5)
        printLine(
            QStringLiteral("note: the server's CPU time was only %1 s; take more --events for "
                           "an exact figure")
                .arg(figures.cpuSeconds, 0, 'f', 2));
    if (doubled > 0)
        printLine(QStringLiteral("FAILED: %1 deliveries came twice").arg(doubled));

    m_session.writeJson({
        {QStringLiteral("measurement"), QStringLiteral("broadcast")},
        {QStringLiteral("clients"), options.clients},
        {QStringLiteral("rooms"), options.rooms},
        {QStringLiteral("window"), options.window},
        {QStringLiteral("batch"), options.batch},
        {QStringLiteral("events"), events},
        {QStringLiteral("size_bytes"), options.size},
        {QStringLiteral("events_per_second_wanted"), options.rate},
        {QStringLiteral("events_per_second"), events / figures.seconds},
        {QStringLiteral("deliveries"), deliveries},
        {QStringLiteral("doubled"), static_cast<qint64>(doubled)},
        {QStringLiteral("started_monotonic_ms"), static_cast<double>(figures.startedAt) / NsPerMs},
        {QStringLiteral("seconds"), figures.seconds},
        {QStringLiteral("server_cpu_seconds"), figures.cpuSeconds},
        {QStringLiteral("server_cpu_us_per_delivery"), usPerDelivery},
        {QStringLiteral("server_cpu_us_per_delivery_without_main_thread"),
         usPerDeliveryWithoutMain},
        {QStringLiteral("main_thread_core_percent"),
         figures.mainThreadCpuSeconds / figures.seconds * 100},
        {QStringLiteral("server_cpu_us_per_event"), usPerEvent},
        {QStringLiteral("deliveries_per_second"), deliveries / figures.seconds},
        {QStringLiteral("latency_p50_ms"), ms(0.5)},
        {QStringLiteral("latency_p99_ms"), ms(0.99)},
        {QStringLiteral("latency_p999_ms"), ms(0.999)},
        {QStringLiteral("latency_max_ms"), maxMs},
        {QStringLiteral("passed"), doubled == 0},
    });
    return doubled == 0;
}

} // namespace Signalbox::Bench
