// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/commands/commandarguments.h"

#include "server/app/options/optiontable.h"

#include <QCoreApplication>

namespace Signalbox {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Signalbox::CommandArguments)
};

bool isOption(const QString &argument)
{
    return argument.startsWith(u"--");
}

} // namespace

Result<CommandArguments> CommandArguments::parse(const QStringList &arguments,
                                                 const QStringList &names,
                                                 const QStringList &repeatable)
{
    CommandArguments result;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        if (argument == u"--help" || argument == u"-h") {
            result.wantsHelp = true;
            continue;
        }
        if (!isOption(argument)) {
            result.positional.append(argument);
            continue;
        }
        const qsizetype equals = argument.indexOf(u'=');
        const QString label = equals < 0 ? argument : argument.first(equals);
        const QString name = label.sliced(2);
        const bool hasNext = i + 1 < arguments.size() && !isOption(arguments.at(i + 1));
        if (!names.contains(name)) {
            result.others.append(argument);
            const OptionRow *row = findOption(name);
            if (row && *row->valueName != '\0' && equals < 0 && hasNext)
                result.others.append(arguments.at(++i));
            continue;
        }
        if (equals < 0 && !hasNext)
            return fail(ErrorCode::Configuration, Text::tr("%1 needs a value").arg(label));
        if (result.has(name) && !repeatable.contains(name))
            return fail(ErrorCode::Configuration, Text::tr("%1 was given twice").arg(label));
        result.own[name].append(equals < 0 ? arguments.at(++i) : argument.sliced(equals + 1));
    }
    return result;
}

} // namespace Signalbox
