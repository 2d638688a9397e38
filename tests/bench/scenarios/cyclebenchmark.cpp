// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/scenarios/cyclebenchmark.h"

#include <QJsonArray>

namespace Signalbox::Bench {

namespace {

// An event's number holds its cycle, its room and its place among the room's events.
constexpr quint64 PlacesPerRoom = Receipts::Window;
constexpr quint64 RoomsPerCycle = 1000;

constexpr int EventsPerRequest = 500;

double secondsSince(qint64 start)
{
    return static_cast<double>(steadyNow() - start) / 1e9;
}

QString cell(const QString &text)
{
    return text.rightJustified(12);
}

QString cell(double seconds)
{
    return cell(QString::number(seconds, 'f', 2));
}

} // namespace

CycleBenchmark::CycleBenchmark(BenchSession &session)
    : m_session(session)
{ }

int CycleBenchmark::roomOf(int client) const
{
    return client % m_session.options().rooms;
}

quint64 CycleBenchmark::expectedDeliveries() const
{
    return static_cast<quint64>(m_session.options().clients)
        * static_cast<quint64>(m_session.options().eventsPerRoom);
}

bool CycleBenchmark::run()
{
    m_session.prepare();
    const int baselineDescriptors = m_session.descriptors();
    const qint64 baselineRss = m_session.process().rssBytes();
    printLine(QStringLiteral(
                  "%1 clients, %2 rooms, %3 events per room; at rest: RSS %4 MiB, %5 descriptors")
                  .arg(m_session.options().clients)
                  .arg(m_session.options().rooms)
                  .arg(m_session.options().eventsPerRoom)
                  .arg(mebibytes(baselineRss))
                  .arg(baselineDescriptors));
    QString head;
    for (const char *title : {"cycle", "connect s", "deliver s", "leave s", "peak MiB", "RSS MiB",
                              "descriptors", "received", "lost", "doubled", "misplaced"})
        head += cell(QLatin1String(title));
    printLine(head);

    QList<Cycle> cycles;
    for (int i = 0; i < m_session.options().cycles; ++i) {
        Cycle cycle = runCycle(i);
        cycle.descriptors = m_session.awaitDescriptors(baselineDescriptors);
        m_session.loop().runFor(0.5); // what the server frees later than the last close
        cycle.rss = m_session.process().rssBytes();
        cycles.append(cycle);
        printLine(cell(QString::number(i + 1)) + cell(cycle.connectSeconds)
                  + cell(cycle.deliverSeconds) + cell(cycle.leaveSeconds)
                  + cell(mebibytes(cycle.peakRss)) + cell(mebibytes(cycle.rss))
                  + cell(QString::number(cycle.descriptors)) + cell(QString::number(cycle.received))
                  + cell(QString::number(cycle.lost)) + cell(QString::number(cycle.doubled))
                  + cell(QString::number(cycle.misplaced)));
    }
    return judge(cycles, baselineDescriptors, baselineRss);
}

CycleBenchmark::Cycle CycleBenchmark::runCycle(int number)
{
    const BenchOptions &options = m_session.options();
    Cycle cycle;
    ClientPool pool(m_session.loop(), options, options.clients, [this](int client) {
        return QList<QByteArray>{benchWorkflow(roomOf(client))};
    });
    pool.setEventHandler([this, &cycle, number](BenchClient &client, QByteArrayView packet) {
        receive(cycle, number, client, packet);
    });

    qint64 start = steadyNow();
    pool.connectAll(options.timeout);
    cycle.connectSeconds = secondsSince(start);
    cycle.peakDescriptors = m_session.descriptors();

    start = steadyNow();
    publishToAllRooms(number);
    m_session.loop().runUntil([&] { return cycle.received >= expectedDeliveries(); },
                              options.timeout);
    cycle.deliverSeconds = secondsSince(start);
    // What comes once too often comes before the answer to a ping that is sent now.
    pool.awaitAllSent(options.timeout);
    for (const auto &client : pool.clients())
        cycle.lost += static_cast<quint64>(options.eventsPerRoom) - client->receipts().count();
    cycle.peakRss = m_session.process().rssBytes();

    start = steadyNow();
    pool.leaveAll(options.timeout);
    m_session.awaitNobody();
    cycle.leaveSeconds = secondsSince(start);
    return cycle;
}

void CycleBenchmark::receive(Cycle &cycle, int number, BenchClient &client, QByteArrayView packet)
{
    const std::optional<quint64> event = m_events.number(packet);
    if (!event)
        return;
    const quint64 place = *event % PlacesPerRoom;
    const quint64 room = *event / PlacesPerRoom % RoomsPerCycle;
    const quint64 ofCycle = *event / PlacesPerRoom / RoomsPerCycle;
    if (room != static_cast<quint64>(roomOf(client.index()))
        || ofCycle != static_cast<quint64>(number)) {
        ++cycle.misplaced;
        return;
    }
    const bool late = place < client.receipts().end();
    if (client.receipts().note(place) == Receipts::Verdict::Doubled) {
        ++cycle.doubled;
        return;
    }
    ++cycle.received;
    if (late)
        ++cycle.misplaced;
}

void CycleBenchmark::publishToAllRooms(int number)
{
    const BenchOptions &options = m_session.options();
    QByteArray batch;
    int inBatch = 0;
    const auto flush = [&] {
        if (inBatch > 0)
            m_session.publish(batch + ']');
        batch.clear();
        inBatch = 0;
    };
    for (int place = 0; place < options.eventsPerRoom; ++place) {
        for (int room = 0; room < options.rooms; ++room) {
            const quint64 event =
                (static_cast<quint64>(number) * RoomsPerCycle + static_cast<quint64>(room))
                    * PlacesPerRoom
                + static_cast<quint64>(place);
            batch += inBatch == 0 ? '[' : ',';
            batch += m_events.json(benchWorkflow(room), event, options.size);
            if (++inBatch == EventsPerRequest)
                flush();
        }
    }
    flush();
}

bool CycleBenchmark::judge(const QList<Cycle> &cycles, int baselineDescriptors, qint64 baselineRss)
{
    const double growth =
        (static_cast<double>(cycles.last().rss) / static_cast<double>(cycles.first().rss) - 1.0)
        * 100.0;
    QStringList faults;
    if (growth > m_session.options().maxGrowth)
        faults.append(QStringLiteral(
                          "RSS grew by %1 % from the first cycle's end to the last's (bound: %2 %)")
                          .arg(growth, 0, 'f', 1)
                          .arg(m_session.options().maxGrowth));
    QJsonArray rows;
    for (qsizetype i = 0; i < cycles.size(); ++i) {
        const Cycle &cycle = cycles.at(i);
        if (cycle.descriptors > baselineDescriptors)
            faults.append(QStringLiteral("cycle %1: %2 descriptors stayed open")
                              .arg(i + 1)
                              .arg(cycle.descriptors - baselineDescriptors));
        if (cycle.lost || cycle.doubled || cycle.misplaced)
            faults.append(QStringLiteral("cycle %1: %2 events lost, %3 doubled, %4 misplaced")
                              .arg(i + 1)
                              .arg(cycle.lost)
                              .arg(cycle.doubled)
                              .arg(cycle.misplaced));
        rows.append(QJsonObject{
            {QStringLiteral("connect_seconds"), cycle.connectSeconds},
            {QStringLiteral("deliver_seconds"), cycle.deliverSeconds},
            {QStringLiteral("leave_seconds"), cycle.leaveSeconds},
            {QStringLiteral("peak_rss_bytes"), cycle.peakRss},
            {QStringLiteral("peak_descriptors"), cycle.peakDescriptors},
            {QStringLiteral("rss_bytes"), cycle.rss},
            {QStringLiteral("descriptors"), cycle.descriptors},
            {QStringLiteral("received"), static_cast<qint64>(cycle.received)},
            {QStringLiteral("lost"), static_cast<qint64>(cycle.lost)},
            {QStringLiteral("doubled"), static_cast<qint64>(cycle.doubled)},
            {QStringLiteral("misplaced"), static_cast<qint64>(cycle.misplaced)},
        });
    }
    printLine(QStringLiteral("RSS from the first cycle's end to the last's: %1%2 %")
                  .arg(growth < 0 ? QString() : QStringLiteral("+"))
                  .arg(growth, 0, 'f', 1));
    for (const QString &fault : std::as_const(faults))
        printLine(QStringLiteral("FAILED: ") + fault);
    if (faults.isEmpty())
        printLine(QStringLiteral("passed"));

    m_session.writeJson({
        {QStringLiteral("measurement"), QStringLiteral("cycle")},
        {QStringLiteral("clients"), m_session.options().clients},
        {QStringLiteral("rooms"), m_session.options().rooms},
        {QStringLiteral("events_per_room"), m_session.options().eventsPerRoom},
        {QStringLiteral("baseline_rss_bytes"), baselineRss},
        {QStringLiteral("baseline_descriptors"), baselineDescriptors},
        {QStringLiteral("rss_growth_percent"), growth},
        {QStringLiteral("cycles"), rows},
        {QStringLiteral("faults"), QJsonArray::fromStringList(faults)},
        {QStringLiteral("passed"), faults.isEmpty()},
    });
    return faults.isEmpty();
}

} // namespace Signalbox::Bench
