// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/options/optionsparser.h"

#include "common/auth/authenticator.h"
#include "server/app/options/configfile.h"
#include "server/app/options/optionvalues.h"

#include <QCoreApplication>
#include <QDir>
#include <QHash>

#include <algorithm>
#include <optional>

namespace Signalbox {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Signalbox::OptionsParser)
};

tl::unexpected<Error> wrong(const QString &message)
{
    return fail(ErrorCode::Configuration, message);
}

// Of two, the stronger wins.
enum class Source { None, File, Environment, CommandLine };

struct Setting
{
    const OptionRow *row = nullptr;
    Source source = Source::None;
    QString value;
    QString place; ///< "--port 1", "WS_PORT=1", "file:3: port=1"; of a secret without its value
    QString file{}; ///< if it is from one
};

QString shown(const QString &value)
{
    const QString line = value.simplified();
    return line.size() > 80 ? line.first(80) + u'…' : line;
}

QString place(const OptionRow &row, const QString &label, const QString &value)
{
    return row.isSecret ? label : label + shown(value);
}

/// All that was said, everywhere.
class Settings final
{
public:
    Result<void> addCommandLine(const CommandLine &line);
    Result<void> addEnvironment(const QProcessEnvironment &environment);
    Result<void> addFile(const QString &path, QStringList &warnings);

    [[nodiscard]] bool has(const OptionRow *row) const;
    /// What counts for \a row: what its strongest source says.
    [[nodiscard]] QList<Setting> of(const OptionRow &row) const;
    [[nodiscard]] OptionOrigins origins() const;

private:
    void add(const Setting &setting, const QString &value);

    QList<Setting> m_settings;
};

void Settings::add(const Setting &setting, const QString &value)
{
    const bool splits = setting.row->isCommaSeparated;
    const QStringList parts = splits ? value.split(u',') : QStringList{value};
    for (const QString &part : parts) {
        Setting one = setting;
        one.value = splits ? part.trimmed() : part;
        m_settings.append(one);
    }
}

Result<void> Settings::addCommandLine(const CommandLine &line)
{
    for (const CommandLine::Entry &entry : line.entries) {
        const bool isSwitch = entry.row->kind == OptionRow::Kind::Switch;
        m_settings.append({entry.row, Source::CommandLine, entry.value,
                           isSwitch
                               ? place(*entry.row, entry.label + u'=', entry.value)
                               : place(*entry.row, entry.label + u' ', entry.value).trimmed()});
    }
    return {};
}

Result<void> Settings::addEnvironment(const QProcessEnvironment &environment)
{
    for (const OptionRow &row : optionTable()) {
        const QString name = QString::fromLatin1(row.environment ? row.environment : "");
        // Compose files pass what is not set on as an empty text.
        const QString value = name.isEmpty() ? QString() : environment.value(name);
        if (value.isEmpty())
            continue;
        if (!row.isAvailable())
            return wrong(
                Text::tr("%1 (%2) is not available in this version").arg(name, row.label()));
        add({&row, Source::Environment, {}, row.isSecret ? name : place(row, name + u'=', value)},
            value);
    }
    return {};
}

Result<void> Settings::addFile(const QString &path, QStringList &warnings)
{
    const Result<ConfigFile> file = ConfigFile::read(path);
    if (!file)
        return tl::unexpected<Error>(file.error());
    QHash<const OptionRow *, int> firstLines;
    for (const ConfigFile::Entry &entry : file->entries) {
        const QString where = QStringLiteral("%1:%2: ").arg(path).arg(entry.line);
        const OptionRow *row = findOption(entry.key);
        if (!row || row->kind == OptionRow::Kind::CommandLineOnly)
            return wrong(where + Text::tr("unknown option %1").arg(shown(entry.key)));
        if (!row->isAvailable())
            return wrong(where + Text::tr("%1 is not available in this version").arg(entry.key));
        if (!row->isRepeatable && firstLines.contains(row))
            return wrong(where
                         + Text::tr("%1 stands in line %2 already")
                               .arg(entry.key)
                               .arg(firstLines.value(row)));
        firstLines.insert(row, entry.line);
        if (row->isSecret && file->isReadableByOthers)
            warnings.append(
                Text::tr("%1 holds a token and can be read by other users of this machine")
                    .arg(path));
        add({row,
             Source::File,
             {},
             where + (row->isSecret ? entry.key : place(*row, entry.key + u'=', entry.value)),
             path},
            entry.value);
    }
    warnings.removeDuplicates();
    return {};
}

bool Settings::has(const OptionRow *row) const
{
    return std::ranges::any_of(m_settings, [row](const Setting &s) { return s.row == row; });
}

QList<Setting> Settings::of(const OptionRow &row) const
{
    const auto isKin = [&row](const Setting &setting) {
        return setting.row == &row
            || (row.family && setting.row->family
                && QLatin1String(row.family) == QLatin1String(setting.row->family));
    };
    Source strongest = Source::None;
    for (const Setting &setting : m_settings) {
        if (isKin(setting))
            strongest = std::max(strongest, setting.source);
    }
    QList<Setting> result;
    for (const Setting &setting : m_settings) {
        if (setting.row == &row && setting.source == strongest)
            result.append(setting);
    }
    // Said twice on a command line, the last word counts: scripts append to what others gave them.
    if (!row.isRepeatable && result.size() > 1)
        result = {result.last()};
    return result;
}

OptionOrigins Settings::origins() const
{
    OptionOrigins origins;
    for (const OptionRow &row : optionTable()) {
        const QList<Setting> values = of(row);
        if (values.isEmpty())
            continue;
        OptionOrigin &origin = origins[row.name];
        origin.count = values.size();
        switch (values.first().source) {
        case Source::CommandLine:
            origin.source = Text::tr("command line");
            break;
        case Source::Environment:
            origin.source = Text::tr("environment");
            break;
        case Source::File:
        case Source::None:
            origin.source = values.first().file;
            break;
        }
        QStringList texts;
        for (const Setting &setting : values)
            texts.append(setting.value);
        if (!row.isSecret)
            origin.text = texts.join(QStringLiteral(", "));
    }
    return origins;
}

Result<void> applyTo(Options &options, const OptionRow &row, const Settings &settings,
                     QStringList &warnings)
{
    bool isFirst = true;
    const QList<Setting> values = settings.of(row);
    for (const Setting &setting : values) {
        const Result<void> applied = row.field->apply(options, setting.value, isFirst, warnings);
        if (!applied)
            return fail(applied.error().code,
                        QStringLiteral("%1: %2").arg(setting.place, applied.error().message));
        isFirst = false;
    }
    return {};
}

QString defaultDataFolder(const QProcessEnvironment &environment)
{
    // The XDG base directory specification: a relative path is to be ignored.
    const QString data = environment.value(QStringLiteral("XDG_DATA_HOME"));
    if (QDir::isAbsolutePath(data))
        return QDir::cleanPath(data + QStringLiteral("/signalbox"));
    const QString home = environment.value(QStringLiteral("HOME"));
    if (QDir::isAbsolutePath(home))
        return QDir::cleanPath(home + QStringLiteral("/.local/share/signalbox"));
    return {};
}

bool isLoopbackOnly(const Options &options)
{
    return std::ranges::all_of(options.hosts, [](const QHostAddress &h) { return h.isLoopback(); });
}

/// Whether the kinds of keys that were given go with the algorithm. The keys themselves are looked
/// at by JwtKeys.
Result<void> checkJwtRules(const Options &options)
{
    const QString algorithm = QString::fromLatin1(Jwt::name(options.jwtAlgorithm));
    const bool isHmac = Jwt::isHmac(options.jwtAlgorithm);
    if (isHmac && !options.jwtPublicKeys.isEmpty())
        return wrong(Text::tr("--jwt-public-key-file needs --jwt-algorithm RS256 or ES256, not %1")
                         .arg(algorithm));
    if (!isHmac && options.jwtPublicKeys.isEmpty())
        return wrong(
            Text::tr("--jwt-algorithm %1 needs --jwt-public-key-file FILE").arg(algorithm));
    if (options.jwtIssuer == Authenticator::OwnIssuer)
        return wrong(Text::tr("--jwt-issuer cannot be %1, the issuer of the server's own tokens")
                         .arg(QLatin1String(Authenticator::OwnIssuer)));
    return {};
}

/// What no single option can tell. The error says why a server must not start so.
Result<void> checkRules(const Options &options)
{
    const bool isProduction = options.environment == Environment::Production;
    if (isProduction && !options.requireAuth)
        return wrong(Text::tr("--require-auth cannot be off in production; --allow-anonymous lets "
                              "everybody subscribe"));
    if (isProduction && options.authTokens.isEmpty() && !options.hasJwtKeys()
        && !options.allowAnonymous)
        return wrong(
            Text::tr("production needs an auth token or a JWT key: give --auth-token-file FILE, "
                     "--auth-token, WS_AUTH_TOKEN, --jwt-secret-file FILE, JWT_SECRET or "
                     "--jwt-public-key-file FILE, or let everybody subscribe with "
                     "--allow-anonymous"));
    if (!options.adminToken.isEmpty() && options.authTokens.contains(options.adminToken))
        return wrong(Text::tr("the admin token must differ from every auth token, which would "
                              "otherwise give an operator's rights"));
    for (const QByteArray &secret : options.jwtSecrets) {
        if (secret == options.adminToken || options.authTokens.contains(secret))
            return wrong(Text::tr("a JWT secret must differ from every token: whoever knows it "
                                  "can sign tokens for anybody"));
    }
    return checkJwtRules(options);
}

/// What is allowed, and may not be meant.
void adviseOn(const Options &options, bool hasDemoDetails, QStringList &warnings)
{
    if (!options.requireAuth && !isLoopbackOnly(options))
        warnings.append(
            Text::tr("--require-auth is off: whoever can reach this machine can subscribe "
                     "and publish"));
    if (options.requireAuth && options.authTokens.isEmpty() && !options.hasJwtKeys())
        warnings.append(options.allowAnonymous
                            ? Text::tr("there is no auth token and no JWT key: only the admin "
                                       "token and tokens issued here can publish")
                            : Text::tr("there is no auth token and no JWT key: only the admin "
                                       "token and tokens issued here let anybody in"));
    if (!options.hasJwtKeys()
        && (!options.jwtIssuer.isEmpty() || !options.jwtAudience.isEmpty()
            || options.jwtUserClaim != Options().jwtUserClaim))
        warnings.append(Text::tr("--jwt-issuer, --jwt-audience and --jwt-user-claim mean nothing "
                                 "without a JWT key"));
    if (!options.requireAuth && options.allowAnonymous)
        warnings.append(Text::tr("--allow-anonymous means nothing without --require-auth"));
    if (options.queueBytes < options.maxPayload)
        warnings.append(Text::tr("--queue-bytes is under --max-payload: the largest event closes "
                                 "everyone whom it is sent to as too slow"));
    if (hasDemoDetails && !options.demo)
        warnings.append(Text::tr("--demo-rate and --demo-seed mean nothing without --demo"));
    warnings.removeDuplicates();
}

/// Options under the defaults of \a forced, or else of the environment that the settings name.
Result<Options> evaluate(const Settings &settings, const QProcessEnvironment &environment,
                         std::optional<Environment> forced, QStringList &warnings)
{
    Options named;
    const OptionRow *environmentRow = findOption(u"env");
    const Result<void> chosen = applyTo(named, *environmentRow, settings, warnings);
    if (!chosen)
        return tl::unexpected<Error>(chosen.error());

    Options options = Options::defaults(forced.value_or(named.environment));
    options.environment = named.environment;
    options.dataFolder = defaultDataFolder(environment);
    for (const OptionRow &row : optionTable()) {
        if (!row.field || &row == environmentRow)
            continue;
        const Result<void> applied = applyTo(options, row, settings, warnings);
        if (!applied)
            return tl::unexpected<Error>(applied.error());
    }
    return options;
}

Result<Settings> collect(const CommandLine &line, const QProcessEnvironment &environment,
                         QStringList &warnings)
{
    Settings settings;
    Result<void> added = settings.addCommandLine(line);
    if (added)
        added = settings.addEnvironment(environment);
    if (added && !line.configFile.isEmpty())
        added = settings.addFile(line.configFile, warnings);
    if (!added)
        return tl::unexpected<Error>(added.error());
    return settings;
}

bool hasDemoDetails(const Settings &settings)
{
    return settings.has(findOption(u"demo-rate")) || settings.has(findOption(u"demo-seed"));
}

} // namespace

OptionsParser::OptionsParser(const QStringList &arguments, const QProcessEnvironment &environment)
    : m_arguments(arguments.mid(1))
    , m_environment(environment)
{ }

Result<ParsedOptions> OptionsParser::parse() const
{
    const Result<CommandLine> line = CommandLine::parse(m_arguments);
    if (!line)
        return tl::unexpected<Error>(line.error());
    ParsedOptions parsed;
    parsed.action = line->action;
    if (line->action != CommandLine::Action::Run)
        return parsed;

    const Result<Settings> settings = collect(*line, m_environment, parsed.warnings);
    if (!settings)
        return tl::unexpected<Error>(settings.error());
    const Result<Options> options =
        evaluate(*settings, m_environment, std::nullopt, parsed.warnings);
    if (!options)
        return tl::unexpected<Error>(options.error());
    const Result<void> checked = checkRules(*options);
    if (!checked)
        return tl::unexpected<Error>(checked.error());
    parsed.options = *options;
    parsed.origins = settings->origins();
    adviseOn(parsed.options, hasDemoDetails(*settings), parsed.warnings);
    return parsed;
}

Result<ReloadedOptions> OptionsParser::reload(const Options &running) const
{
    const Result<CommandLine> line = CommandLine::parse(m_arguments);
    if (!line)
        return tl::unexpected<Error>(line.error());
    ReloadedOptions reloaded;
    const Result<Settings> settings = collect(*line, m_environment, reloaded.warnings);
    if (!settings)
        return tl::unexpected<Error>(settings.error());
    // The environment cannot change in flight. Would a file that now says "development" bring its
    // open defaults into what runs in production?
    const Result<Options> wanted =
        evaluate(*settings, m_environment, running.environment, reloaded.warnings);
    if (!wanted)
        return tl::unexpected<Error>(wanted.error());

    reloaded.options = running;
    reloaded.origins = settings->origins();
    for (const OptionRow &row : optionTable()) {
        if (!row.field || row.field->isSame(running, *wanted))
            continue;
        if (row.isReloadable)
            row.field->copy(reloaded.options, *wanted);
        else
            reloaded.needRestart.append(row.label());
    }
    const Result<void> checked = checkRules(reloaded.options);
    if (!checked)
        return tl::unexpected<Error>(checked.error());
    adviseOn(reloaded.options, hasDemoDetails(*settings), reloaded.warnings);
    return reloaded;
}

Result<Options> OptionsParser::change(const Options &running, const OptionRow &row,
                                      const QString &value, QStringList &warnings)
{
    Options options = running;
    bool isFirst = true;
    const QStringList parts = row.isCommaSeparated ? value.split(u',') : QStringList{value};
    for (const QString &part : parts) {
        const Result<void> applied = row.field->apply(
            options, row.isCommaSeparated ? part.trimmed() : part, isFirst, warnings);
        if (!applied)
            return tl::unexpected<Error>(applied.error());
        isFirst = false;
    }
    const Result<void> checked = checkRules(options);
    if (!checked)
        return tl::unexpected<Error>(checked.error());
    adviseOn(options, true, warnings);
    return options;
}

} // namespace Signalbox
