// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/console/stallwatch.h"

#include <QJsonObject>

#include <ctime>
#include <pthread.h>

namespace Signalbox::Bench {

namespace {

constexpr qint64 NsPerSecond = 1'000'000'000;

timespec toTimespec(qint64 nanoseconds)
{
    return {.tv_sec = time_t(nanoseconds / NsPerSecond),
            .tv_nsec = long(nanoseconds % NsPerSecond)};
}

qint64 steadyNow()
{
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return qint64(time.tv_sec) * NsPerSecond + time.tv_nsec;
}

} // namespace

StallWatch::~StallWatch()
{
    stop();
}

bool StallWatch::startWatching()
{
    // The thread takes its priority from the one that starts it.
    int policy = SCHED_OTHER;
    sched_param before{};
    pthread_getschedparam(pthread_self(), &policy, &before);
    sched_param first{};
    first.sched_priority = sched_get_priority_max(SCHED_FIFO);
    if (pthread_setschedparam(pthread_self(), SCHED_FIFO, &first) != 0)
        return false;
    m_isStopping = false;
    m_stalls.clear();
    start(QThread::InheritPriority);
    pthread_setschedparam(pthread_self(), policy, &before);
    return true;
}

QJsonArray StallWatch::stop()
{
    m_isStopping = true;
    wait();
    QJsonArray array;
    for (const Stall &stall : m_stalls)
        array.append(QJsonObject{{QStringLiteral("from_ms"), double(stall.from) / 1e6},
                                 {QStringLiteral("to_ms"), double(stall.to) / 1e6}});
    return array;
}

void StallWatch::run()
{
    qint64 due = steadyNow();
    while (!m_isStopping) {
        due += IntervalMs * NsPerSecond / 1000;
        const timespec until = toTimespec(due);
        clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, nullptr);
        const qint64 woken = steadyNow();
        if (woken - due < ShortestNs)
            continue;
        m_stalls.push_back({due, woken});
        due = woken;
    }
}

} // namespace Signalbox::Bench
