// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/serverprocess.h"

#include "tests/bench/benchfailure.h"

#include <QFile>

#include <dirent.h>
#include <unistd.h>

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
    // The second field is the command in parentheses and may hold blanks: count after the last one.
    const QByteArray stat = readProc(m_pid, "stat");
    const QList<QByteArray> fields = stat.sliced(stat.lastIndexOf(')') + 1).simplified().split(' ');
    constexpr qsizetype Utime = 14 - 3;
    constexpr qsizetype Stime = 15 - 3;
    if (fields.size() <= Stime)
        throw BenchFailure(QStringLiteral("/proc/%1/stat cannot be understood").arg(m_pid));
    return static_cast<double>(fields.at(Utime).toLongLong() + fields.at(Stime).toLongLong())
        * cpuResolution();
}

double ServerProcess::cpuResolution()
{
    return 1.0 / static_cast<double>(sysconf(_SC_CLK_TCK));
}

} // namespace Signalbox::Bench
