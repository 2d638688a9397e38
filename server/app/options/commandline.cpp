// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/options/commandline.h"

#include <QCoreApplication>

namespace Signalbox {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Signalbox::CommandLine)
};

tl::unexpected<Error> wrong(const QString &message)
{
    return fail(ErrorCode::Configuration, message);
}

/// One argument, shown in a message of one line.
QString shown(const QString &argument)
{
    const QString line = argument.simplified();
    return line.size() > 80 ? line.first(80) + u'…' : line;
}

} // namespace

Result<CommandLine> CommandLine::parse(const QStringList &arguments)
{
    CommandLine result;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        if (argument == u"-h")
            return CommandLine{Action::ShowHelp, {}, {}};
        if (!argument.startsWith(u"--"))
            return wrong(Text::tr("unexpected argument '%1'; see --help").arg(shown(argument)));

        const qsizetype equals = argument.indexOf(u'=');
        const QString label = argument.first(equals < 0 ? argument.size() : equals);
        QStringView name = QStringView(label).sliced(2);
        bool isNegated = false;
        const OptionRow *row = findOption(name);
        if (!row && name.startsWith(u"no-")) {
            row = findOption(name.sliced(3));
            isNegated = row && row->kind == OptionRow::Kind::Switch;
            if (!isNegated)
                row = nullptr;
        }
        if (!row)
            return wrong(Text::tr("unknown option %1; see --help").arg(shown(label)));
        if (!row->isAvailable())
            return wrong(Text::tr("%1 is not available in this version").arg(label));

        const bool takesValue = *row->valueName != '\0';
        QString value = equals < 0 ? QString() : argument.sliced(equals + 1);
        if (takesValue && equals < 0) {
            if (++i == arguments.size())
                return wrong(Text::tr("%1 needs a value: %1 %2")
                                 .arg(label, QString::fromLatin1(row->valueName)));
            value = arguments.at(i);
            // A forgotten value must not swallow the next option.
            const QString next = value.section(u'=', 0, 0);
            if (next.startsWith(u"--") && findOption(QStringView(next).sliced(2)))
                return wrong(Text::tr("%1 needs a value, but %2 follows").arg(label, next));
        } else if (!takesValue && equals >= 0
                   && (isNegated || row->kind != OptionRow::Kind::Switch)) {
            return wrong(Text::tr("%1 takes no value").arg(label));
        } else if (!takesValue && equals < 0) {
            value = isNegated ? QStringLiteral("false") : QStringLiteral("true");
        }

        if (row->kind != OptionRow::Kind::CommandLineOnly) {
            result.entries.append({row, value, label});
        } else if (name == u"config") {
            if (value.isEmpty())
                return wrong(
                    Text::tr("%1 needs a value: %1 %2").arg(label, QStringLiteral("FILE")));
            result.configFile = value;
        } else {
            return CommandLine{name == u"help" ? Action::ShowHelp : Action::ShowVersion, {}, {}};
        }
    }
    return result;
}

} // namespace Signalbox
