// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/commands/operatorcommand.h"

#include "server/app/commands/checkconfigcommand.h"
#include "server/app/commands/commandhelp.h"
#include "server/app/commands/tokencommand.h"
#include "server/app/commands/tokenregistrycommand.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace Signalbox {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Signalbox::OperatorCommand)
};

OperatorCommand::Outcome runToken(const OperatorCommand &command, QIODevice &input)
{
    const QString action = command.arguments.value(0);
    OperatorCommand rest = command;
    rest.arguments = command.arguments.mid(1);
    if (action == u"issue")
        return TokenCommand::issue(rest);
    if (action == u"inspect")
        return TokenCommand::inspect(rest, input);
    if (action == u"list")
        return TokenRegistryCommand::list(rest);
    if (action == u"revoke")
        return TokenRegistryCommand::revoke(rest);
    if (action == u"--help" || action == u"-h")
        return {0, CommandHelp::token(command.program), {}};
    return command.failed(
        {ErrorCode::Configuration,
         Text::tr("token needs issue, inspect, list or revoke; see %1 token --help")
             .arg(command.program),
         {},
         -1,
         {}});
}

} // namespace

std::optional<OperatorCommand::Outcome> OperatorCommand::run(const QStringList &arguments,
                                                             const QProcessEnvironment &environment,
                                                             QIODevice &input)
{
    const QString name = arguments.value(1);
    const OperatorCommand command{QFileInfo(arguments.value(0)).fileName(), arguments.mid(2),
                                  environment};
    if (name == u"token")
        return runToken(command, input);
    if (name == u"check-config")
        return CheckConfigCommand::run(command);
    return std::nullopt;
}

OperatorCommand::Outcome OperatorCommand::failed(const Error &error) const
{
    return failed(error, error.code == ErrorCode::Configuration ? ExitUsage : ExitNotValid);
}

OperatorCommand::Outcome OperatorCommand::failed(const Error &error, int exitCode) const
{
    return {exitCode, {}, QStringLiteral("%1: %2\n").arg(program, error.message)};
}

} // namespace Signalbox
