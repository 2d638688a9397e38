// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/commands/commandhelp.h"

#include <QCoreApplication>

namespace Signalbox::CommandHelp {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Signalbox::CommandHelp)
};

} // namespace

QString token(const QString &program)
{
    return Text::
        tr("Usage: %1 token issue --sub USER [--room ROOM]... [--scope SCOPE]... [--ttl TIME]\n"
           "           [--name NAME] [options of the server]\n"
           "       %1 token inspect TOKEN|- [options of the server]\n"
           "       %1 token list [options of the server]\n"
           "       %1 token revoke ID [options of the server]\n"
           "\n"
           "issue signs a JWT with the secret that a server with these options has, and\n"
           "prints it, alone, on standard output; what to revoke it by goes to standard error.\n"
           "\n"
           "  --sub USER      the user it is for\n"
           "  --room ROOM     a room that it may join, or all of a kind such as project:*;\n"
           "                  given once or more, these rooms are all. Without, every workflow,\n"
           "                  bot and strategy, and the --default-rooms\n"
           "  --scope SCOPE   subscribe, publish or admin [default: subscribe]\n"
           "  --ttl TIME      how long it is valid: 90s, 15m, 1h, 7d [default: 1h]\n"
           "  --name NAME     a note, for the line on standard error\n"
           "\n"
           "inspect shows what a token says, and whether a server with these options would\n"
           "take it: exit code 0 if it would, 1 if not. - reads it from standard input, where\n"
           "other users of this machine cannot see it.\n"
           "\n"
           "A running server knows a token that was issued here by its signature alone: it does\n"
           "not stand in GET /api/v1/tokens. It can be revoked all the same.\n"
           "\n"
           "list shows the tokens that the server has issued itself and those that were revoked,\n"
           "revoke takes one back by its id (--id=ID if it starts with dashes). Both ask the\n"
           "server that listens where one with these options would, with its admin token; if\n"
           "none does, they read or write the file tokens.db in the data folder, which the next\n"
           "start goes by. A server that runs on another port notices that only then.\n"
           "\n"
           "Examples\n"
           "  %1 token issue --sub alice --room project:7 --scope subscribe --ttl 8h\n"
           "  %1 token issue --sub ci --scope publish --ttl 7d --config signalbox.ini\n"
           "  %1 token inspect - < token\n"
           "  %1 token revoke Gd0mSN3RzUqJ2nHqO0s1bw\n")
            .arg(program);
}

QString checkConfig(const QString &program)
{
    return Text::tr(
               "Usage: %1 check-config [options of the server]\n"
               "\n"
               "Reads options, environment and files as a start would, makes and changes\n"
               "nothing, and prints what a server would go by, without secrets. Exit code 0 if\n"
               "it would start, 2 and one line on standard error if not.\n")
        .arg(program);
}

} // namespace Signalbox::CommandHelp
