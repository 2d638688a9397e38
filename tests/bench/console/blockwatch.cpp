// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/console/blockwatch.h"

#include <QJsonObject>

#include <ctime>

namespace Signalbox::Bench {

namespace {

qint64 nanoseconds(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

double milliseconds(qint64 nanoseconds)
{
    return double(nanoseconds) / 1e6;
}

} // namespace

void BlockWatch::start()
{
    m_lastAt = nanoseconds(CLOCK_MONOTONIC);
    m_lastCpu = nanoseconds(CLOCK_THREAD_CPUTIME_ID);
    m_timer.start(IntervalMs, Qt::PreciseTimer, this);
}

void BlockWatch::timerEvent(QTimerEvent *)
{
    const qint64 at = nanoseconds(CLOCK_MONOTONIC);
    const qint64 cpu = nanoseconds(CLOCK_THREAD_CPUTIME_ID);
    const Turn turn{at, at - m_lastAt, cpu - m_lastCpu, m_stage};
    if (m_turns.size() < MaxTurns) {
        m_turns.push_back(turn);
    } else {
        m_turns[m_oldest] = turn;
        m_oldest = (m_oldest + 1) % MaxTurns;
    }
    m_lastAt = at;
    m_lastCpu = cpu;
}

QJsonArray BlockWatch::turns() const
{
    QJsonArray array;
    for (size_t i = 0; i < m_turns.size(); ++i) {
        const Turn &turn = m_turns[(m_oldest + i) % m_turns.size()];
        array.append(QJsonObject{{QStringLiteral("at_ms"), milliseconds(turn.at)},
                                 {QStringLiteral("gap_ms"), milliseconds(turn.gap)},
                                 {QStringLiteral("cpu_ms"), milliseconds(turn.cpu)},
                                 {QStringLiteral("stage"), QString::fromLatin1(turn.stage)}});
    }
    return array;
}

} // namespace Signalbox::Bench
