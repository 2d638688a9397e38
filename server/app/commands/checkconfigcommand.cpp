// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/commands/checkconfigcommand.h"

#include "server/app/commands/commandarguments.h"
#include "server/app/commands/commandhelp.h"
#include "server/app/credentials/admintoken.h"
#include "server/app/credentials/jwtkeys.h"
#include "server/app/credentials/statictoken.h"
#include "server/app/data/datafolder.h"
#include "server/app/data/emergencyfile.h"
#include "server/app/options/helptext.h"
#include "server/app/options/optionsparser.h"
#include "server/app/options/optionvalues.h"
#include "server/http/originpolicy.h"
#include "server/http/trustedproxies.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace Signalbox::CheckConfigCommand {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Signalbox::CheckConfigCommand)
};

/// All that a start reads.
struct Configuration
{
    ParsedOptions parsed;
    AdminToken admin;
    JwtKeys jwt;
    EmergencyState emergency;

    static Result<Configuration> read(const OperatorCommand &command, const QStringList &options);
};

Result<Configuration> Configuration::read(const OperatorCommand &command,
                                          const QStringList &arguments)
{
    const Result<ParsedOptions> parsed =
        OptionsParser(command.serverArguments(arguments), command.environment).parse();
    if (!parsed)
        return tl::unexpected<Error>(parsed.error());
    if (parsed->action != CommandLine::Action::Run)
        return Configuration{*parsed, {}, {}, {}};
    const Options &options = parsed->options;
    if (const auto origins = OriginPolicy::fromList(options.allowedOrigins); !origins)
        return tl::unexpected<Error>(origins.error());
    if (const auto proxies = TrustedProxies::fromList(options.trustedProxies); !proxies)
        return tl::unexpected<Error>(proxies.error());
    const Result<AdminToken> admin = AdminToken::look(options);
    if (!admin)
        return tl::unexpected<Error>(admin.error());
    const Result<JwtKeys> jwt = JwtKeys::of(options, JwtSecret::IfMissing::LeaveOut);
    if (!jwt)
        return tl::unexpected<Error>(jwt.error());
    if (const Result<QByteArray> digest = StaticToken::digest(options); !digest)
        return tl::unexpected<Error>(digest.error());
    // A server starts with an unreadable one, tripped; whoever checks wants to know before.
    const Result<EmergencyState> emergency = EmergencyFile(options.dataFolder).load();
    if (!emergency)
        return tl::unexpected<Error>(emergency.error());
    return Configuration{*parsed, *admin, *jwt, *emergency};
}

QString line(const QString &name, const QString &value)
{
    return QStringLiteral("%1 %2\n").arg((name + u':').leftJustified(20), value);
}

QString listed(const QList<QByteArray> &texts)
{
    return texts.isEmpty() ? Text::tr("none") : QString::fromUtf8(texts.join(' '));
}

QString orAny(const QByteArray &text)
{
    return text.isEmpty() ? Text::tr("any") : QString::fromUtf8(text);
}

QString authentication(const Options &options)
{
    if (!options.publishingNeedsToken())
        return Text::tr("not required");
    return options.subscribingNeedsToken() ? Text::tr("required")
                                           : Text::tr("required, but not to subscribe");
}

/// Where a secret comes from: \a path is empty if it was given.
QString origin(const QString &path, bool isThere)
{
    if (path.isEmpty())
        return Text::tr("given");
    return isThere ? path : Text::tr("will be made: %1").arg(path);
}

QString summary(const Configuration &configuration)
{
    const Options &options = configuration.parsed.options;
    const JwtKeys &jwt = configuration.jwt;
    QStringList hosts;
    for (const QHostAddress &host : options.hosts)
        hosts.append(host == QHostAddress(QHostAddress::Any) ? QStringLiteral("::")
                                                             : host.toString());
    QString out;
    out += line(Text::tr("environment"),
                options.environment == Environment::Production ? QStringLiteral("production")
                                                               : QStringLiteral("development"));
    out += line(Text::tr("listens on"),
                Text::tr("%1, port %2").arg(hosts.join(u' ')).arg(options.port));
    out += line(Text::tr("allowed origins"), listed(options.allowedOrigins));
    out += line(Text::tr("trusted proxies"), listed(options.trustedProxies));
    out += line(Text::tr("authentication"), authentication(options));
    out += line(Text::tr("auth tokens"), QString::number(options.authTokens.size()));
    out += line(Text::tr("admin token"),
                origin(configuration.admin.path, !configuration.admin.token.isEmpty()));
    out += line(Text::tr("own JWTs"),
                QStringLiteral("%1, %2").arg(QString::fromLatin1(Jwt::name(jwt.own.algorithm)),
                                             origin(jwt.secretPath, !jwt.own.keys.isEmpty())));
    QString others = Text::tr("none");
    for (const Jwt::KeySet &keys : jwt.foreign)
        others =
            Text::tr("%1, keys: %2, issuer: %3, audience: %4, user claim: %5")
                .arg(QString::fromLatin1(Jwt::name(keys.algorithm)))
                .arg(keys.keys.size())
                .arg(orAny(keys.issuer), orAny(keys.audience), QString::fromUtf8(keys.userClaim));
    out += line(Text::tr("JWTs of others"), others);
    out += line(Text::tr("default rooms"), listed(options.defaultRooms));
    out += line(Text::tr("command rate"), OptionValues::showRate(options.commandRate));
    out += line(Text::tr("publish rate"), OptionValues::showRate(options.publishRate));
    out += line(Text::tr("data folder"),
                QFileInfo::exists(options.dataFolder)
                    ? options.dataFolder
                    : Text::tr("%1, which is not there yet").arg(options.dataFolder));
    out += line(Text::tr("emergency"),
                configuration.emergency.isTripped ? Text::tr("tripped: publishing is stopped")
                                                  : Text::tr("normal"));
    for (const QString &warning : configuration.parsed.warnings)
        out += line(Text::tr("warning"), warning);
    return out;
}

} // namespace

OperatorCommand::Outcome run(const OperatorCommand &command)
{
    const Result<CommandArguments> arguments = CommandArguments::parse(command.arguments, {}, {});
    if (!arguments)
        return command.failed(arguments.error());
    if (arguments->wantsHelp)
        return {0, CommandHelp::checkConfig(command.program), {}};
    const Result<Configuration> configuration =
        Configuration::read(command, arguments->others + arguments->positional);
    if (!configuration)
        return command.failed(configuration.error(), OperatorCommand::ExitUsage);
    if (configuration->parsed.action == CommandLine::Action::ShowVersion)
        return {0, versionText(command.program) + u'\n', {}};
    return {0, summary(*configuration), {}};
}

} // namespace Signalbox::CheckConfigCommand
