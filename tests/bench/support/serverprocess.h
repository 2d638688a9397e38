// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <sys/types.h>

namespace Signalbox::Bench {

/// What Linux tells of another process. All functions throw BenchFailure when it is gone, or not
/// ours to look at.
class ServerProcess final
{
public:
    explicit ServerProcess(pid_t pid);

    [[nodiscard]] qint64 rssBytes() const; ///< VmRSS of /proc/PID/status
    [[nodiscard]] int descriptors() const; ///< entries of /proc/PID/fd
    [[nodiscard]] double cpuSeconds() const; ///< user and system time of all its threads
    /// Of the thread that runs main(), in steps of a clock tick, which is 10 ms.
    [[nodiscard]] double mainThreadCpuSeconds() const;

private:
    pid_t m_pid;
};

} // namespace Signalbox::Bench
