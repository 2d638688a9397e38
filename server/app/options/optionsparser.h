// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/result.h"
#include "server/app/options/commandline.h"
#include "server/app/options/options.h"

#include <QHash>
#include <QProcessEnvironment>
#include <QStringList>

namespace Signalbox {

/// Where the value of an option comes from.
struct OptionOrigin
{
    QString source; ///< "command line", "environment", or a file's name
    QString text; ///< what was said there; of a secret nothing
    qsizetype count = 0; ///< of values
};

/// By name; options that nobody speaks of are missing.
using OptionOrigins = QHash<QByteArray, OptionOrigin>;

/// What a process is to do.
struct ParsedOptions
{
    CommandLine::Action action = CommandLine::Action::Run;
    Options options; ///< of interest only if it is to run
    QStringList warnings; ///< for the log, a sentence each; they hold no token
    OptionOrigins origins;
};

/// What SIGHUP brought.
struct ReloadedOptions
{
    Options options; ///< what runs, with the reloadable options replaced
    QStringList needRestart; ///< options that changed and do not take effect now: "--port"
    QStringList warnings;
    OptionOrigins origins;
};

/// Makes Options of the command line, the environment, the --config file and the defaults, in this
/// order of strength. Keeps the first two, to ask files again on reload.
///
/// Errors are Configuration (exit code 2), or Io (1) for a file that cannot be read; their message
/// is one line that names the option and where it stands, and holds no token.
class OptionsParser final
{
public:
    /// \a arguments start with the program's name, as QCoreApplication::arguments() does.
    OptionsParser(const QStringList &arguments, const QProcessEnvironment &environment);

    [[nodiscard]] Result<ParsedOptions> parse() const;
    /// On an error \a running stays in force as it is.
    [[nodiscard]] Result<ReloadedOptions> reload(const Options &running) const;
    /// \a running with another value for one option, which is written as in the environment, and
    /// judged as if it stood there.
    [[nodiscard]] static Result<Options> change(const Options &running, const OptionRow &row,
                                                const QString &value, QStringList &warnings);

private:
    QStringList m_arguments;
    QProcessEnvironment m_environment;
};

} // namespace Signalbox
