// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace Signalbox {

/// The arguments of a command such as `token issue`, which has options of its own beside those of a
/// server.
struct CommandArguments
{
    QHash<QString, QStringList> own; ///< values by name, without dashes
    QStringList others; ///< for OptionsParser
    QStringList positional;
    bool wantsHelp = false;

    /// \a names are those of its own options, all of which take a value; those in \a repeatable may
    /// come again. Configuration for a missing value, and for an option that came twice.
    static Result<CommandArguments> parse(const QStringList &arguments, const QStringList &names,
                                          const QStringList &repeatable);

    [[nodiscard]] bool has(const QString &name) const { return own.contains(name); }
    [[nodiscard]] QString value(const QString &name) const { return own.value(name).value(0); }
};

} // namespace Signalbox
