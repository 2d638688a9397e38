// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace Signalbox::Test {

struct Run
{
    int exitCode = -1;
    QByteArray output;
    QByteArray message;
};

/// An operator with a folder of their own, who gives commands to the program itself.
class CommandLine
{
public:
    Run run(const QStringList &arguments, const QByteArray &input = {},
            const QStringList &assignments = {}) const
    {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("HOME"), m_folder.path());
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        environment.insert(QStringLiteral("SIGNALBOX_DATA_DIR"), dataFolder());
        for (const QString &assignment : assignments)
            environment.insert(assignment.section(u'=', 0, 0), assignment.section(u'=', 1));
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(SIGNALBOXD), arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(30'000) || process.exitStatus() != QProcess::NormalExit)
            return {};
        return {process.exitCode(), process.readAllStandardOutput(),
                process.readAllStandardError()};
    }
    Run run(const char *arguments, const QByteArray &input = {}) const
    {
        return run(QString::fromUtf8(arguments).split(u' ', Qt::SkipEmptyParts), input);
    }
    QByteArray issued(const char *arguments) const { return run(arguments).output.trimmed(); }
    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()
            || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            return {};
        return file.fileName();
    }
    [[nodiscard]] QString filePath(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString dataFolder() const { return filePath(QStringLiteral("data")); }

private:
    const QTemporaryDir m_folder;
};

} // namespace Signalbox::Test
