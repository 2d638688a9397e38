// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/errors.h"

#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <optional>

class QIODevice;

namespace Signalbox {

/// What an operator asks of the program instead of being a server: `token issue`, `inspect`,
/// `list`, `revoke`, `check-config`. They take the options of a server, and speak of the server
/// that these make.
struct OperatorCommand
{
    QString program; ///< the name to call it by
    QStringList arguments; ///< behind the command
    QProcessEnvironment environment;

    struct Outcome
    {
        int exitCode = 0;
        QString output; ///< for standard output
        QString message; ///< for standard error
    };
    static constexpr int ExitNotValid = 1; ///< also when something is in the way
    static constexpr int ExitUsage = 2;

    /// nullopt if \a arguments, which start with the program's name, are those of a server.
    static std::optional<Outcome> run(const QStringList &arguments,
                                      const QProcessEnvironment &environment, QIODevice &input);

    [[nodiscard]] Outcome failed(const Error &error) const;
    [[nodiscard]] Outcome failed(const Error &error, int exitCode) const;
    /// The arguments that OptionsParser takes.
    [[nodiscard]] QStringList serverArguments(const QStringList &options) const
    {
        return QStringList{program} + options;
    }
};

} // namespace Signalbox
