// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/support/serverprocess.h"

#include "tests/bench/support/benchfailure.h"

#include <QFile>

#include <dirent.h>
#include <unistd.h>

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

double ServerProcess::mainThreadCpuSeconds() const
{
    // The CPU clock of a thread is only for its own process to read.
    const QByteArray name = "task/" + QByteArray::number(m_pid) + "/stat";
    const QByteArray stat = readProc(m_pid, name.constData());
    // Fields of proc(5) from the third on: the second is a name, which may have spaces and
    // brackets.
    constexpr int Utime = 14 - 3;
    constexpr int Stime = 15 - 3;
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    bool hasUser = false;
    bool hasSystem = false;
    const qint64 ticks =
        fields.value(Utime).toLongLong(&hasUser) + fields.value(Stime).toLongLong(&hasSystem);
    if (!hasUser || !hasSystem)
        throw BenchFailure(QStringLiteral("/proc/%1/%2 has no CPU time: %3")
                               .arg(m_pid)
                               .arg(QString::fromLatin1(name), QString::fromLatin1(stat)));
    return static_cast<double>(ticks) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

} // namespace Signalbox::Bench
