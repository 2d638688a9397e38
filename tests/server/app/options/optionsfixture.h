// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/options/optionsparser.h"

#include <QFile>
#include <QTemporaryDir>

namespace Signalbox::Test {

// Read with the options, and looked at by JwtKeys.
inline constexpr char PublicKey[] = "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n";

/// What a process with these arguments, and these variables beside HOME, is to do.
inline Result<ParsedOptions> parse(const QStringList &arguments,
                                   const QStringList &assignments = {})
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("HOME"), QStringLiteral("/users/of"));
    for (const QString &assignment : assignments)
        environment.insert(assignment.section(u'=', 0, 0), assignment.section(u'=', 1));
    return OptionsParser(QStringList{QStringLiteral("signalboxd")} + arguments, environment)
        .parse();
}

/// Files that options name.
class OptionFiles final
{
public:
    /// The path; an empty one if that did not work.
    QString write(const QString &name, const QByteArray &content)
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()
            || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            return {};
        return file.fileName();
    }
    /// The argument that names a file of \a content.
    QString config(const QByteArray &content)
    {
        return QStringLiteral("--config=") + write(QStringLiteral("signalbox.ini"), content);
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

} // namespace Signalbox::Test
