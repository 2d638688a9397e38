// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/scenarios/slowbenchmark.h"

#include "tests/bench/scenarios/broadcaster.h"

namespace Signalbox::Bench {

namespace {

// A server may wait for the rest of a frame to be taken before it closes.
constexpr double PartingSeconds = 10;

double ms(const LatencyHistogram &latency, double fraction)
{
    return static_cast<double>(latency.quantile(fraction)) / 1e6;
}

QString latencies(const LatencyHistogram &latency)
{
    return QStringLiteral("%1 / %2 / %3 ms")
        .arg(ms(latency, 0.5), 0, 'f', 3)
        .arg(ms(latency, 0.99), 0, 'f', 3)
        .arg(ms(latency, 0.999), 0, 'f', 3);
}

} // namespace

SlowBenchmark::SlowBenchmark(BenchSession &session)
    : m_session(session)
{ }

bool SlowBenchmark::run()
{
    const BenchOptions &options = m_session.options();
    m_session.prepare();
    const auto room = [](int) { return QList<QByteArray>{benchWorkflow(0)}; };
    ClientPool readers(m_session.loop(), options, options.clients, room);
    readers.connectAll(options.timeout);
    Broadcaster broadcaster(m_session, readers, 1);
    const auto events = static_cast<quint64>(options.events);
    broadcaster.run(static_cast<quint64>(options.warmup));
    const Broadcaster::Figures without = broadcaster.run(events, options.duration);

    ClientPool sleepers(m_session.loop(), options, options.slowReaders, room);
    sleepers.connectAll(options.timeout);
    sleepers.awaitAllSent(options.timeout); // what is replayed to them is not part of it
    sleepers.expectDismissals();
    for (const auto &client : sleepers.clients())
        client->pause();
    const qint64 rssBefore = m_session.process().rssBytes();
    qint64 rssPeak = rssBefore;
    broadcaster.setObserver([&] { rssPeak = qMax(rssPeak, m_session.process().rssBytes()); });
    const Broadcaster::Figures with = broadcaster.run(events, options.duration);
    rssPeak = qMax(rssPeak, m_session.process().rssBytes());

    // They read again: what the kernel holds, and how the server parted with them, if it did.
    for (const auto &client : sleepers.clients())
        client->resume();
    m_session.loop().runUntil(
        [&sleepers] { return sleepers.dismissed() == sleepers.clients().size(); }, PartingSeconds);
    broadcaster.finish();
    sleepers.leaveAll(options.timeout);
    readers.leaveAll(options.timeout);
    m_session.awaitNobody();

    QJsonObject closed;
    QString codes;
    for (const auto &[code, count] : sleepers.dismissals()) {
        closed.insert(QString::number(code), count);
        codes += QStringLiteral("%1%2 with %3")
                     .arg(codes.isEmpty() ? QString() : QStringLiteral(", "))
                     .arg(count)
                     .arg(code);
    }
    const auto published = static_cast<double>(with.events) * options.size;
    printLine(QStringLiteral("%1 clients that read, %2 that do not, %3 MiB published in %4 s")
                  .arg(options.clients)
                  .arg(options.slowReaders)
                  .arg(mebibytes(static_cast<qint64>(published)))
                  .arg(with.seconds, 0, 'f', 1));
    printLine(QStringLiteral("RSS before / peak                        %1 / %2 MiB")
                  .arg(mebibytes(rssBefore), mebibytes(rssPeak)));
    printLine(QStringLiteral("slow clients closed by the server        %1%2")
                  .arg(static_cast<int>(sleepers.dismissed()))
                  .arg(codes.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(codes)));
    printLine(QStringLiteral("latency p50 / p99 / p99.9 without them   ")
              + latencies(without.latency));
    printLine(QStringLiteral("                          with them      ")
              + latencies(with.latency));
    const quint64 doubled = without.doubled + with.doubled;
    m_session.writeJson({
        {QStringLiteral("measurement"), QStringLiteral("slow")},
        {QStringLiteral("clients"), options.clients},
        {QStringLiteral("slow_readers"), options.slowReaders},
        {QStringLiteral("published_bytes"), published},
        {QStringLiteral("seconds"), with.seconds},
        {QStringLiteral("rss_before_bytes"), rssBefore},
        {QStringLiteral("rss_peak_bytes"), rssPeak},
        {QStringLiteral("rss_growth_per_slow_reader_bytes"),
         options.slowReaders > 0 ? static_cast<double>(rssPeak - rssBefore) / options.slowReaders
                                 : 0.0},
        {QStringLiteral("slow_closed"), static_cast<int>(sleepers.dismissed())},
        {QStringLiteral("slow_closed_by_code"), closed},
        {QStringLiteral("without_p50_ms"), ms(without.latency, 0.5)},
        {QStringLiteral("without_p99_ms"), ms(without.latency, 0.99)},
        {QStringLiteral("without_p999_ms"), ms(without.latency, 0.999)},
        {QStringLiteral("with_p50_ms"), ms(with.latency, 0.5)},
        {QStringLiteral("with_p99_ms"), ms(with.latency, 0.99)},
        {QStringLiteral("with_p999_ms"), ms(with.latency, 0.999)},
        {QStringLiteral("doubled"), static_cast<qint64>(doubled)},
        {QStringLiteral("passed"), doubled == 0},
    });
    return doubled == 0;
}

} // namespace Signalbox::Bench
