// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/scenarios/idlebenchmark.h"

#include "tests/bench/generator/benchevent.h"

namespace Signalbox::Bench {

namespace {

// The clients' rooms overlap, as dashboards' do.
constexpr int DistinctRooms = 1000;

} // namespace

IdleBenchmark::IdleBenchmark(BenchSession &session)
    : m_session(session)
{ }

bool IdleBenchmark::run()
{
    const BenchOptions &options = m_session.options();
    m_session.prepare();
    const qint64 before = m_session.process().rssBytes();
    ClientPool pool(m_session.loop(), options, options.clients, [&options](int client) {
        QList<QByteArray> workflows;
        for (int i = 0; i < options.rooms; ++i)
            workflows.append(benchWorkflow((client * 7 + i) % DistinctRooms));
        return workflows;
    });
    const qint64 start = steadyNow();
    pool.connectAll(options.timeout);
    const double connectSeconds = static_cast<double>(steadyNow() - start) / 1e9;
    pool.awaitAllSent(options.timeout);
    m_session.loop().runFor(1); // what the server frees after the handshakes
    const qint64 after = m_session.process().rssBytes();
    const double perClient = static_cast<double>(after - before) / options.clients;

    double corePercent = 0;
    if (options.duration > 0) {
        const double cpuBefore = m_session.process().cpuSeconds();
        m_session.loop().runFor(options.duration);
        corePercent = (m_session.process().cpuSeconds() - cpuBefore) / options.duration * 100.0;
    }
    pool.leaveAll(options.timeout);
    m_session.awaitNobody();

    printLine(QStringLiteral("%1 clients in %2 rooms each, connected in %3 s")
                  .arg(options.clients)
                  .arg(options.rooms)
                  .arg(connectSeconds, 0, 'f', 2));
    printLine(QStringLiteral("RSS before / with clients  %1 / %2 MiB")
                  .arg(mebibytes(before), mebibytes(after)));
    printLine(QStringLiteral("RSS per idle client        %1 KiB").arg(perClient / 1024, 0, 'f', 2));
    QJsonObject figures{
        {QStringLiteral("measurement"), QStringLiteral("idle")},
        {QStringLiteral("clients"), options.clients},
        {QStringLiteral("rooms_per_client"), options.rooms},
        {QStringLiteral("connect_seconds"), connectSeconds},
        {QStringLiteral("rss_before_bytes"), before},
        {QStringLiteral("rss_with_clients_bytes"), after},
        {QStringLiteral("rss_per_client_bytes"), perClient},
        {QStringLiteral("passed"), true},
    };
    if (options.duration > 0) {
        printLine(QStringLiteral("CPU while idle for %1 s     %2 % of a core")
                      .arg(options.duration)
                      .arg(corePercent, 0, 'f', 2));
        figures.insert(QStringLiteral("idle_seconds"), options.duration);
        figures.insert(QStringLiteral("idle_core_percent"), corePercent);
    }
    m_session.writeJson(figures);
    return true;
}

} // namespace Signalbox::Bench
