// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/generator/benchevent.h"
#include "tests/bench/generator/benchsession.h"

#include <QList>

namespace Signalbox::Bench {

/// Clients connect, subscribe, receive and leave, again and again. Each must receive each event of
/// its room once and in order; when they have left, the server must be what it was before.
class CycleBenchmark final
{
public:
    explicit CycleBenchmark(BenchSession &session);

    /// True if all bounds were kept. Throws BenchFailure if a step does not end.
    bool run();

private:
    struct Cycle
    {
        double connectSeconds = 0;
        double deliverSeconds = 0;
        double leaveSeconds = 0;
        qint64 peakRss = 0; ///< with all clients connected
        int peakDescriptors = 0;
        qint64 rss = 0; ///< after all have left
        int descriptors = 0;
        quint64 received = 0;
        quint64 lost = 0;
        quint64 doubled = 0;
        quint64 misplaced = 0; ///< out of order, or of another room or cycle
    };

    Cycle runCycle(int number);
    void receive(Cycle &cycle, int number, BenchClient &client, QByteArrayView packet);
    void publishToAllRooms(int number);
    [[nodiscard]] int roomOf(int client) const;
    [[nodiscard]] quint64 expectedDeliveries() const;
    bool judge(const QList<Cycle> &cycles, int baselineDescriptors, qint64 baselineRss);

    BenchSession &m_session;
    BenchEvents m_events;
};

} // namespace Signalbox::Bench
