// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/result.h"
#include "server/app/options/optiontable.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Signalbox {

/// What the arguments of a process say, name by name; what the values mean is not looked at.
struct CommandLine
{
    enum class Action { Run, ShowHelp, ShowVersion };
    struct Entry
    {
        const OptionRow *row = nullptr;
        QString value;
        QString label; ///< how it was written, for messages: "--no-demo"
    };

    Action action = Action::Run;
    QString configFile; ///< empty: none
    QList<Entry> entries; ///< in the order given; only options that are a setting

    /// Takes `--name VALUE` and `--name=VALUE`; \a arguments start behind the program's name.
    /// Configuration if a name is unknown or not available, a value is missing or too much.
    static Result<CommandLine> parse(const QStringList &arguments);
};

} // namespace Signalbox
