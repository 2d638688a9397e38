// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/scenarios/connectbenchmark.h"

#include "tests/bench/generator/benchevent.h"

namespace Signalbox::Bench {

ConnectBenchmark::ConnectBenchmark(BenchSession &session)
    : m_session(session)
{ }

bool ConnectBenchmark::run()
{
    constexpr int DistinctRooms = 100;
    const BenchOptions &options = m_session.options();
    m_session.prepare();
    double connectSeconds = 0;
    double connectCpu = 0;
    double leaveCpu = 0;
    for (int cycle = 0; cycle < options.cycles; ++cycle) {
        ClientPool pool(m_session.loop(), options, options.clients, [](int client) {
            return QList<QByteArray>{benchWorkflow(client % DistinctRooms)};
        });
        const double cpuBefore = m_session.process().cpuSeconds();
        const qint64 start = steadyNow();
        pool.connectAll(options.timeout);
        connectSeconds += static_cast<double>(steadyNow() - start) / 1e9;
        const double cpuConnected = m_session.process().cpuSeconds();
        pool.leaveAll(options.timeout);
        m_session.awaitNobody();
        connectCpu += cpuConnected - cpuBefore;
        leaveCpu += m_session.process().cpuSeconds() - cpuConnected;
    }
    const double connections = static_cast<double>(options.clients) * options.cycles;
    printLine(QStringLiteral("%1 clients connected and left %2 times")
                  .arg(options.clients)
                  .arg(options.cycles));
    printLine(QStringLiteral("connections per second               %1")
                  .arg(connections / connectSeconds, 0, 'f', 0));
    printLine(QStringLiteral("connections per second of server CPU %1")
                  .arg(connections / connectCpu, 0, 'f', 0));
    printLine(QStringLiteral("server CPU to connect / to leave     %1 / %2 us")
                  .arg(connectCpu / connections * 1e6, 0, 'f', 1)
                  .arg(leaveCpu / connections * 1e6, 0, 'f', 1));
    m_session.writeJson({
        {QStringLiteral("measurement"), QStringLiteral("connect")},
        {QStringLiteral("clients"), options.clients},
        {QStringLiteral("cycles"), options.cycles},
        {QStringLiteral("connections_per_second"), connections / connectSeconds},
        {QStringLiteral("connections_per_cpu_second"), connections / connectCpu},
        {QStringLiteral("server_cpu_us_to_connect"), connectCpu / connections * 1e6},
        {QStringLiteral("server_cpu_us_to_leave"), leaveCpu / connections * 1e6},
        {QStringLiteral("passed"), true},
    });
    return true;
}

} // namespace Signalbox::Bench
