// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/commands/tokenregistrycommand.h"

#include "common/auth/authenticator.h"
#include "common/auth/memorytokenstore.h"
#include "server/api/tokenjson.h"
#include "server/app/commands/commandarguments.h"
#include "server/app/commands/commandhelp.h"
#include "server/app/commands/tokentext.h"
#include "server/app/credentials/admintoken.h"
#include "server/app/credentials/jwtkeys.h"
#include "server/app/options/helptext.h"
#include "server/app/options/optionsparser.h"
#include "server/store/tokendatabase.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QUrl>

#include <memory>

namespace Signalbox::TokenRegistryCommand {

namespace {

using Outcome = OperatorCommand::Outcome;

constexpr int TimeoutMs = 10'000;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Signalbox::TokenRegistryCommand)
};

/// Where a server with \a options listens; invalid if that is not known beforehand.
QUrl addressOf(const Options &options)
{
    if (options.port == 0 || options.hosts.isEmpty())
        return {};
    QHostAddress host = options.hosts.first();
    if (host == QHostAddress(QHostAddress::Any) || host == QHostAddress(QHostAddress::AnyIPv4))
        host = QHostAddress(QHostAddress::LocalHost);
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(host.toString());
    url.setPort(options.port);
    url.setPath(QStringLiteral("/api/v1/tokens"));
    return url;
}

/// The answer of the server; nullopt if there is none that listens.
std::optional<Result<QJsonObject>> ask(const Options &options, const QByteArray &method,
                                       const QByteArray &id)
{
    QUrl url = addressOf(options);
    if (!url.isValid())
        return std::nullopt;
    const Result<AdminToken> admin = AdminToken::look(options);
    if (!id.isEmpty())
        url.setPath(url.path(QUrl::FullyEncoded) + u'/'
                        + QString::fromLatin1(id.toPercentEncoding()),
                    QUrl::TolerantMode);
    QNetworkRequest request(url);
    request.setTransferTimeout(TimeoutMs);
    if (admin && !admin->token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + admin->token);

    QNetworkAccessManager network;
    network.setProxy(QNetworkProxy::NoProxy);
    const std::unique_ptr<QNetworkReply> reply(network.sendCustomRequest(request, method));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    if (reply->error() == QNetworkReply::ConnectionRefusedError)
        return std::nullopt;
    const QString place = url.adjusted(QUrl::RemovePath).toString();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0)
        return fail(ErrorCode::Io, Text::tr("%1: %2").arg(place, reply->errorString()));
    if (status == 401 || status == 403)
        return fail(ErrorCode::Io,
                    Text::tr("%1 does not take the admin token of these options").arg(place));
    const QJsonDocument answer = QJsonDocument::fromJson(reply->readAll());
    if (status == 200 && answer.isObject())
        return answer.object();
    const QString message = answer[QStringLiteral("error")][QStringLiteral("message")].toString();
    return fail(ErrorCode::Io,
                message.isEmpty() ? Text::tr("%1 answers with status %2").arg(place).arg(status)
                                  : Text::tr("%1: %2").arg(place, message));
}

struct Registry
{
    QString path;
    std::unique_ptr<TokenDatabase> database;
    MemoryTokenStore tokens;
};

tl::unexpected<Error> broken(const QString &path, const TokenDatabase::Failure &failure)
{
    return fail(ErrorCode::Io, Text::tr("%1: %2").arg(path, failure.reason));
}

/// The file that servers with \a options leave. \a makes it if it is not there.
Result<void> open(Registry &registry, const Options &options, bool makes)
{
    if (options.dataFolder.isEmpty())
        return fail(ErrorCode::Io, Text::tr("there is no data folder; --data-dir names one"));
    registry.path = options.dataFolder + QStringLiteral("/tokens.db");
    if (!makes && !QFileInfo::exists(registry.path))
        return {};
    auto database = TokenDatabase::open(registry.path);
    if (!database)
        return broken(registry.path, database.error());
    const auto records = (*database)->records();
    if (!records)
        return broken(registry.path, records.error());
    for (const TokenRecord &record : *records) {
        if (const Result<void> added = registry.tokens.add(record); !added)
            return added;
    }
    registry.database = std::move(*database);
    return {};
}

QString cell(const QJsonValue &value)
{
    QStringList texts;
    if (value.isArray()) {
        for (const QJsonValue &text : value.toArray())
            texts.append(text.toString());
    } else {
        texts.append(value.toString());
    }
    const QString text = TokenText::printable(texts.join(u' '));
    return text.isEmpty() ? QStringLiteral("-") : text;
}

QString table(const QJsonArray &tokens)
{
    const QStringList fields{QStringLiteral("id"),         QStringLiteral("status"),
                             QStringLiteral("user"),       QStringLiteral("scopes"),
                             QStringLiteral("expires_at"), QStringLiteral("last_used_at"),
                             QStringLiteral("rooms"),      QStringLiteral("name")};
    QList<QStringList> rows{{Text::tr("ID"), Text::tr("STATUS"), Text::tr("USER"),
                             Text::tr("SCOPES"), Text::tr("EXPIRES"), Text::tr("LAST USED"),
                             Text::tr("ROOMS"), Text::tr("NAME")}};
    for (const QJsonValue &token : tokens) {
        QStringList row;
        for (const QString &field : fields)
            row.append(cell(token[field]));
        rows.append(row);
    }
    QString out;
    QList<qsizetype> widths(fields.size(), 0);
    for (const QStringList &row : std::as_const(rows)) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], std::min<qsizetype>(row[i].size(), 40));
    }
    for (const QStringList &row : std::as_const(rows)) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += row[i].leftJustified(widths[i] + 2);
        out += line.trimmed() + u'\n';
    }
    return out;
}

/// What both have in common: nullopt if there is more to do.
std::optional<Outcome> readOptions(const OperatorCommand &command,
                                   const CommandArguments &arguments, Options &options)
{
    if (arguments.wantsHelp)
        return Outcome{0, CommandHelp::token(command.program), {}};
    const Result<ParsedOptions> parsed =
        OptionsParser(command.serverArguments(arguments.others), command.environment).parse();
    if (!parsed)
        return command.failed(parsed.error(), OperatorCommand::ExitUsage);
    if (parsed->action == CommandLine::Action::ShowVersion)
        return Outcome{0, versionText(command.program) + u'\n', {}};
    options = parsed->options;
    return std::nullopt;
}

QString fromFile(const OperatorCommand &command, const QString &path)
{
    return Text::tr("%1: no server answers there; this is what %2 says").arg(command.program, path)
        + u'\n';
}

} // namespace

Outcome list(const OperatorCommand &command)
{
    const Result<CommandArguments> arguments = CommandArguments::parse(command.arguments, {}, {});
    if (!arguments)
        return command.failed(arguments.error());
    Options options;
    if (const std::optional<Outcome> outcome = readOptions(command, *arguments, options))
        return *outcome;
    if (!arguments->positional.isEmpty())
        return command.failed({ErrorCode::Configuration,
                               Text::tr("token list takes options only; see token --help"),
                               {},
                               -1,
                               {}});
    if (const auto answer = ask(options, "GET", {})) {
        if (!*answer)
            return command.failed(answer->error());
        return {0, table((*answer)->value(QStringLiteral("tokens")).toArray()), {}};
    }
    Registry registry;
    if (const Result<void> opened = open(registry, options, false); !opened)
        return command.failed(opened.error());
    Authenticator authenticator;
    const Result<JwtKeys> keys = JwtKeys::of(options, JwtSecret::IfMissing::LeaveOut);
    const bool knowsKeys = keys && !keys->own.keys.isEmpty();
    if (knowsKeys)
        authenticator.setOwnKeys(keys->own);
    QJsonArray tokens;
    for (TokenRecord &record : registry.tokens.all()) {
        record.isKeyGone = knowsKeys && authenticator.isKeyGone(record);
        tokens.append(TokenJson::of(record));
    }
    return {0, table(tokens), fromFile(command, registry.path)};
}

Outcome revoke(const OperatorCommand &command)
{
    const QString idOption = QStringLiteral("id");
    const Result<CommandArguments> arguments =
        CommandArguments::parse(command.arguments, {idOption}, {});
    if (!arguments)
        return command.failed(arguments.error());
    Options options;
    if (const std::optional<Outcome> outcome = readOptions(command, *arguments, options))
        return *outcome;
    QStringList ids = arguments->positional;
    if (arguments->has(idOption))
        ids.append(arguments->value(idOption));
    if (ids.size() != 1 || ids.first().isEmpty())
        return command.failed({ErrorCode::Configuration,
                               Text::tr("token revoke needs the id of one token"),
                               {},
                               -1,
                               {}});
    const QByteArray id = ids.first().toUtf8();
    const QString done =
        Text::tr("%1: token %2 is revoked").arg(command.program, TokenText::printable(ids.first()))
        + u'\n';
    if (const auto answer = ask(options, "DELETE", id)) {
        if (!*answer)
            return command.failed(answer->error());
        return {0, {}, done};
    }
    Registry registry;
    if (const Result<void> opened = open(registry, options, true); !opened)
        return command.failed(opened.error());
    const Result<TokenRecord> record = registry.tokens.revoke(id);
    if (!record)
        return command.failed(record.error());
    const auto written = registry.database->write({{*record}, {}});
    if (!written)
        return command.failed(broken(registry.path, written.error()).value());
    return {0, {}, done + fromFile(command, registry.path)};
}

} // namespace Signalbox::TokenRegistryCommand
