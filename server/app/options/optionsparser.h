// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/result.h"
#include "server/app/options/commandline.h"
#include "server/app/options/options.h"

#include <QProcessEnvironment>
#include <QStringList>

namespace Signalbox {

/// What a process is to do.
struct ParsedOptions
{
    CommandLine::Action action = CommandLine::Action::Run;
    Options options; ///< of interest only if it is to run
    QStringList warnings; ///< for the log, a sentence each; they hold no token
};

/// What SIGHUP brought.
struct ReloadedOptions
{
    Options options; ///< what runs, with the reloadable options replaced
    QStringList needRestart; ///< options that changed and do not take effect now: "--port"
    QStringList warnings;
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

private:
    QStringList m_arguments;
    QProcessEnvironment m_environment;
};

} // namespace Signalbox
