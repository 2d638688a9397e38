// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/support/serverprocess.h"

#include "tests/bench/support/benchfailure.h"

#include <QFile>

#include <dirent.h>

#include <ctime>

namespace Signalbox::Bench {

namespace {

QByteArray readProc(pid_t pid, const char *name)
{
    QFile file(QStringLiteral("/proc/%1/%2").arg(pid).arg(QLatin1String(name)));
    if (!file.open(QIODevice::ReadOnly))
        throw BenchFailure(QStringLiteral("cannot read %1 (has the server ended?): %2")
                               .arg(file.fileName(), file.errorString()));
    return file.readAll();
}

} // namespace

ServerProcess::ServerProcess(pid_t pid)
    : m_pid(pid)
{ }

qint64 ServerProcess::rssBytes() const
{
    const QList<QByteArray> lines = readProc(m_pid, "status").split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmRSS:"))
            return line.sliced(6).simplified().split(' ').first().toLongLong() * 1024;
    }
    throw BenchFailure(
        QStringLiteral("/proc/%1/status has no VmRSS: has the server ended?").arg(m_pid));
}

int ServerProcess::descriptors() const
{
    const QByteArray path = "/proc/" + QByteArray::number(m_pid) + "/fd";
    DIR *folder = opendir(path.constData());
    if (!folder)
        throw systemFailure(QStringLiteral("cannot list ") + QString::fromLatin1(path));
    int count = 0;
    while (const dirent *entry = readdir(folder))
        count += entry->d_name[0] != '.' ? 1 : 0;
    closedir(folder);
    return count;
}

double ServerProcess::cpuSeconds() const
{
    // As /proc/PID/stat, with the threads that have ended, but to the nanosecond.
    clockid_t clock{};
    timespec time{};
    if (clock_getcpuclockid(m_pid, &clock) != 0 || clock_gettime(clock, &time) != 0)
        throw BenchFailure(
            QStringLiteral("cannot read the CPU time of process %1: has the server ended?")
                .arg(m_pid));
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

} // namespace Signalbox::Bench
