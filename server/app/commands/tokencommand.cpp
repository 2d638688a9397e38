// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/commands/tokencommand.h"

#include "common/auth/accesspolicy.h"
#include "common/auth/authenticator.h"
#include "common/hub/room.h"
#include "server/api/tokenrequest.h"
#include "server/app/commands/commandarguments.h"
#include "server/app/commands/commandhelp.h"
#include "server/app/commands/tokentext.h"
#include "server/app/credentials/jwtkeys.h"
#include "server/app/options/helptext.h"
#include "server/app/options/optionsparser.h"
#include "server/app/options/optionvalues.h"

#include <QCoreApplication>
#include <QIODevice>

namespace Signalbox::TokenCommand {

namespace {

using Outcome = OperatorCommand::Outcome;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Signalbox::TokenCommand)
};

tl::unexpected<Error> wrong(const QString &message)
{
    return fail(ErrorCode::Configuration, message);
}

QString shown(const QString &text)
{
    const QString line = text.simplified();
    return line.size() > 80 ? line.first(80) + u'…' : line;
}

/// --room and --scope may hold several, as the claims do.
QStringList words(const QStringList &values)
{
    return values.join(u' ').replace(u',', u' ').split(u' ', Qt::SkipEmptyParts);
}

Result<QList<QByteArray>> readRooms(const QStringList &values)
{
    QList<QByteArray> rooms;
    for (const QString &word : words(values)) {
        if (!AccessRules::isValidEntry(word.toUtf8()))
            return wrong(Text::tr("--room %1: must be a room such as project:7, or all of a kind "
                                  "such as project:*")
                             .arg(shown(word)));
        rooms.append(word.toUtf8());
    }
    if (rooms.isEmpty())
        return wrong(Text::tr("--room needs a value"));
    return rooms;
}

Result<Scopes> readScopes(const QStringList &values)
{
    Scopes scopes;
    for (const QString &word : words(values)) {
        const std::optional<Scope> scope = TokenRequest::scopeOf(word.toUtf8());
        if (!scope)
            return wrong(
                Text::tr("--scope %1: must be subscribe, publish or admin").arg(shown(word)));
        scopes |= *scope;
    }
    if (!scopes)
        return wrong(Text::tr("--scope needs a value"));
    return scopes;
}

Result<TokenRequest> readRequest(const CommandArguments &arguments)
{
    const QString sub = QStringLiteral("sub");
    const QString room = QStringLiteral("room");
    const QString scope = QStringLiteral("scope");
    const QString ttl = QStringLiteral("ttl");
    TokenRequest request;
    if (!arguments.has(sub))
        return wrong(Text::tr("token issue needs --sub USER"));
    request.user = arguments.value(sub).toUtf8();
    if (!isValidRoomId(request.user))
        return wrong(Text::tr("--sub %1: must be 1-255 bytes without control characters and *")
                         .arg(shown(arguments.value(sub))));
    if (arguments.has(room)) {
        const Result<QList<QByteArray>> rooms = readRooms(arguments.own.value(room));
        if (!rooms)
            return tl::unexpected<Error>(rooms.error());
        request.rooms = *rooms;
    }
    if (arguments.has(scope)) {
        const Result<Scopes> scopes = readScopes(arguments.own.value(scope));
        if (!scopes)
            return tl::unexpected<Error>(scopes.error());
        request.scopes = *scopes;
    }
    if (arguments.has(ttl)) {
        const Result<std::chrono::seconds> lifetime =
            OptionValues::readLifetime(arguments.value(ttl), TokenRequest::MaxLifetime);
        if (!lifetime)
            return wrong(Text::tr("--ttl %1: %2")
                             .arg(shown(arguments.value(ttl)), lifetime.error().message));
        request.lifetime = *lifetime;
    }
    request.name = arguments.value(QStringLiteral("name"));
    if (request.name.toUtf8().size() > TokenRequest::MaxNameBytes)
        return wrong(
            Text::tr("--name: must have at most %1 bytes").arg(TokenRequest::MaxNameBytes));
    return request;
}

Result<ParsedOptions> readOptions(const OperatorCommand &command, const QStringList &options)
{
    return OptionsParser(command.serverArguments(options), command.environment).parse();
}

Result<QByteArray> readToken(const QString &argument, QIODevice &input)
{
    const QByteArray token = argument == u"-"
        ? (input.isOpen() ? input.read(2 * Authenticator::MaxTokenBytes).trimmed() : QByteArray())
        : argument.toUtf8().trimmed();
    if (token.isEmpty())
        return wrong(Text::tr("there is no token to inspect"));
    return token;
}

/// Empty if a server with \a keys takes \a token, else why it does not.
QString rejectionOf(const QByteArray &token, const JwtKeys &keys)
{
    if (Jwt::claimedIssuer(token) == Authenticator::OwnIssuer) {
        if (keys.own.keys.isEmpty())
            return Text::tr("there is no JWT secret yet; the first start makes %1")
                .arg(keys.secretPath);
        const auto claims = Jwt::verify(token, keys.own);
        return claims ? QString() : claims.error().reason;
    }
    QString reason = Text::tr("it is not from this server, and no key of others is configured");
    for (const Jwt::KeySet &others : keys.foreign) {
        const auto claims = Jwt::verify(token, others);
        if (claims)
            return {};
        reason = claims.error().reason;
    }
    return reason;
}

} // namespace

Outcome issue(const OperatorCommand &command)
{
    const Result<CommandArguments> arguments = CommandArguments::parse(
        command.arguments,
        {QStringLiteral("sub"), QStringLiteral("room"), QStringLiteral("scope"),
         QStringLiteral("ttl"), QStringLiteral("name")},
        {QStringLiteral("room"), QStringLiteral("scope")});
    if (!arguments)
        return command.failed(arguments.error());
    if (arguments->wantsHelp)
        return {0, CommandHelp::token(command.program), {}};
    if (!arguments->positional.isEmpty())
        return command.failed(wrong(Text::tr("unexpected argument '%1'; see token --help")
                                        .arg(shown(arguments->positional.first())))
                                  .value());
    const Result<TokenRequest> request = readRequest(*arguments);
    if (!request)
        return command.failed(request.error());
    const Result<ParsedOptions> parsed = readOptions(command, arguments->others);
    if (!parsed)
        return command.failed(parsed.error());
    if (parsed->action == CommandLine::Action::ShowVersion)
        return {0, versionText(command.program) + u'\n', {}};
    const Result<JwtKeys> keys = JwtKeys::of(parsed->options);
    if (!keys)
        return command.failed(keys.error());

    Authenticator authenticator;
    authenticator.setOwnKeys(keys->own);
    Jwt::Claims claims = request->claims();
    const Result<QByteArray> token = authenticator.issue(claims);
    if (!token) // more rooms than go into a token
        return command.failed(token.error(), OperatorCommand::ExitUsage);

    Outcome outcome;
    outcome.output = QString::fromLatin1(*token) + u'\n';
    if (keys->isSecretNew)
        outcome.message = Text::tr("%1: made the secret %2, which a server with these options uses")
                              .arg(command.program, keys->secretPath)
            + u'\n';
    const QString name =
        request->name.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(shown(request->name));
    outcome.message += Text::tr("%1: token %2%3 for %4, valid until %5")
                           .arg(command.program, QString::fromUtf8(claims.tokenId), name,
                                TokenText::printable(QString::fromUtf8(claims.user)),
                                TokenText::time(claims.expiresAt))
        + u'\n';
    return outcome;
}

Outcome inspect(const OperatorCommand &command, QIODevice &input)
{
    const Result<CommandArguments> arguments = CommandArguments::parse(command.arguments, {}, {});
    if (!arguments)
        return command.failed(arguments.error());
    if (arguments->wantsHelp)
        return {0, CommandHelp::token(command.program), {}};
    if (arguments->positional.size() != 1)
        return command.failed(
            wrong(Text::tr("token inspect needs one token, or - for standard input")).value());
    const Result<ParsedOptions> parsed = readOptions(command, arguments->others);
    if (!parsed)
        return command.failed(parsed.error(), OperatorCommand::ExitUsage);
    if (parsed->action == CommandLine::Action::ShowVersion)
        return {0, versionText(command.program) + u'\n', {}};
    const Result<JwtKeys> keys = JwtKeys::of(parsed->options, JwtSecret::IfMissing::LeaveOut);
    if (!keys)
        return command.failed(keys.error(), OperatorCommand::ExitUsage);
    const Result<QByteArray> token = readToken(arguments->positional.first(), input);
    if (!token)
        return command.failed(token.error());

    const QString rejection = rejectionOf(*token, *keys);
    Outcome outcome;
    outcome.exitCode = rejection.isEmpty() ? 0 : OperatorCommand::ExitNotValid;
    outcome.output = rejection.isEmpty() ? Text::tr("valid, unless the server knows it as revoked")
                                         : Text::tr("not valid: %1").arg(rejection);
    outcome.output += u'\n' + TokenText::describe(*token);
    return outcome;
}

} // namespace Signalbox::TokenCommand
