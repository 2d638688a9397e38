// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/scenarios/broadcaster.h"

#include "tests/bench/support/benchfailure.h"

#include <algorithm>
#include <limits>

namespace Signalbox::Bench {

Broadcaster::Broadcaster(BenchSession &session, ClientPool &pool, int rooms)
    : m_session(session)
    , m_rooms(static_cast<quint64>(rooms))
    , m_clientsPerRoom(static_cast<int>(pool.clients().size()) / rooms)
    , m_flights(static_cast<size_t>(session.options().window))
{
    const BenchOptions &options = session.options();
    const int requests = (options.window + options.batch - 1) / options.batch;
    for (int i = 0; i < requests; ++i)
        m_publishers.push_back(makePublisher(session.loop(), session.options()));
    pool.setEventHandler(
        [this](BenchClient &client, QByteArrayView packet) { receive(client, packet); });
}

Broadcaster::Figures Broadcaster::run(quint64 events, double maxSeconds)
{
    m_figures = {};
    const quint64 first = m_next;
    const ServerProcess &process = m_session.process();
    const double mainThreadBefore = process.mainThreadCpuSeconds();
    const double cpuBefore = process.cpuSeconds();
    const qint64 start = steadyNow();
    publishUntil(m_next + events,
                 maxSeconds > 0 ? start + static_cast<qint64>(maxSeconds * 1e9)
                                : std::numeric_limits<qint64>::max());
    m_figures.seconds = static_cast<double>(steadyNow() - start) / 1e9;
    m_figures.cpuSeconds = process.cpuSeconds() - cpuBefore;
    m_figures.mainThreadCpuSeconds = process.mainThreadCpuSeconds() - mainThreadBefore;
    m_figures.startedAt = start;
    m_figures.events = m_next - first;
    return m_figures;
}

bool Broadcaster::isBusy() const
{
    return std::any_of(m_publishers.cbegin(), m_publishers.cend(),
                       [](const auto &publisher) { return publisher->isBusy(); });
}

qint64 Broadcaster::scheduledAt(quint64 event) const
{
    return m_scheduleTime
        + static_cast<qint64>(static_cast<double>(event - m_scheduleStart) * 1e9
                              / m_session.options().rate);
}

/// A request goes out when the last of its events is due: none of them is early.
qint64 Broadcaster::nextRequestAt(quint64 end) const
{
    const auto batch = static_cast<quint64>(m_session.options().batch);
    return scheduledAt(std::min(m_next + batch, end) - 1);
}

void Broadcaster::publishUntil(quint64 end, qint64 deadline)
{
    m_scheduleStart = m_next;
    m_scheduleTime = steadyNow();
    const bool paced = m_session.options().rate > 0;
    quint64 progress = m_completed;
    qint64 progressAt = steadyNow();
    qint64 observedAt = progressAt;
    while (m_completed < end || isBusy()) {
        while (m_next < end && publishNext(end)) { }
        int timeoutMs = 50;
        // The last millisecond is spent turning: epoll_wait() is no finer.
        if (paced && m_next < end)
            timeoutMs = static_cast<int>(
                std::clamp<qint64>((nextRequestAt(end) - steadyNow()) / NsPerMs, 0, 50));
        m_session.loop().turn(timeoutMs);

        const qint64 now = steadyNow();
        if (m_observer && now - observedAt > 50 * NsPerMs) {
            m_observer();
            observedAt = now;
        }
        if (now > deadline)
            end = qMin(end, m_next);
        if (m_completed != progress || (paced && m_next == m_completed && !isBusy())) {
            progress = m_completed;
            progressAt = now;
        } else if (static_cast<double>(now - progressAt) > m_session.options().timeout * 1e9) {
            throw BenchFailure(
                QStringLiteral("event %1 was not delivered to %2 of %3 clients within %4 s: lost")
                    .arg(m_completed)
                    .arg(m_flights[m_completed % m_flights.size()].missing)
                    .arg(m_clientsPerRoom)
                    .arg(m_session.options().timeout));
        }
    }
}

/// Publishes the next events, as many as go into a request, if the window, the pace and the
/// connections allow it.
bool Broadcaster::publishNext(quint64 end)
{
    const BenchOptions &options = m_session.options();
    const auto batch = static_cast<quint64>(options.batch);
    const qint64 now = steadyNow();
    if (m_next >= end || m_next + batch > m_completed + static_cast<quint64>(options.window)
        || (options.rate > 0 && now < nextRequestAt(end)))
        return false;
    const auto idle = std::find_if(m_publishers.begin(), m_publishers.end(),
                                   [](const auto &publisher) { return !publisher->isBusy(); });
    if (idle == m_publishers.end())
        return false;
    QList<Publication> publications;
    for (quint64 i = 0; i < batch && m_next < end; ++i, ++m_next) {
        // With a pace, an event that waits for the window is late from when it was due.
        m_flights[m_next % m_flights.size()] = {options.rate > 0 ? scheduledAt(m_next) : now,
                                                m_clientsPerRoom};
        const QByteArray room = benchWorkflow(static_cast<int>(m_next % m_rooms));
        publications.append({room, m_events.json(room, m_next, options.size)});
    }
    (*idle)->publish(publications);
    return true;
}

void Broadcaster::receive(BenchClient &client, QByteArrayView packet)
{
    const std::optional<quint64> event = m_events.number(packet);
    if (!event)
        return;
    if (*event >= m_next)
        throw BenchFailure(QStringLiteral("event %1 came before it was published").arg(*event));
    if (*event % m_rooms != static_cast<quint64>(client.index()) % m_rooms)
        throw BenchFailure(QStringLiteral("event %1 came to client %2, which is not in its room")
                               .arg(*event)
                               .arg(client.index()));
    if (client.receipts().note(*event / m_rooms) != Receipts::Verdict::Expected) {
        ++m_figures.doubled;
        return;
    }
    Flight &flight = m_flights[*event % m_flights.size()];
    m_figures.latency.add(steadyNow() - flight.startedAt);
    ++m_figures.deliveries;
    --flight.missing;
    while (m_completed < m_next && m_flights[m_completed % m_flights.size()].missing == 0)
        ++m_completed;
}

} // namespace Signalbox::Bench
