// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/optiontable.h"

#include "server/app/optionvalues.h"
#include "server/app/tokenfile.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Signalbox {

namespace {

using std::chrono::milliseconds;
using namespace std::chrono_literals;

constexpr qint64 KiB = 1024;
constexpr qint64 MiB = 1024 * KiB;
constexpr qint64 GiB = 1024 * MiB;
constexpr qsizetype shortTokenLength = 16;

QString tr(const char *text)
{
    return QCoreApplication::translate("Signalbox::OptionTable", text);
}

// A codec reads one kind of value and shows it.

template <qint64 Min, qint64 Max>
struct Integer
{
    static Result<qint64> read(const QString &text)
    {
        return OptionValues::readInteger(text, Min, Max);
    }
    static QString show(qint64 value) { return QString::number(value); }
};

template <qint64 Min, qint64 Max>
struct Bytes
{
    static Result<qint64> read(const QString &text)
    {
        return OptionValues::readBytes(text, Min, Max);
    }
    static QString show(qint64 value) { return OptionValues::showBytes(value); }
};

template <qint64 MinMs, qint64 MaxMs>
struct Duration
{
    static Result<milliseconds> read(const QString &text)
    {
        return OptionValues::readDuration(text, milliseconds(MinMs), milliseconds(MaxMs));
    }
    static QString show(milliseconds value) { return OptionValues::showDuration(value); }
};

struct DemoRate
{
    static Result<double> read(const QString &text)
    {
        return OptionValues::readDecimal(text, 0.1, 10'000);
    }
    static QString show(double value) { return QString::number(value); }
};

/// For values whose default the row words itself, or that need none.
template <auto Read>
struct Unshown
{
    static auto read(const QString &text) { return Read(text); }
    template <typename T>
    static QString show(const T &)
    {
        return {};
    }
};

template <auto Member, typename Codec>
struct Scalar
{
    static Result<void> apply(Options &options, const QString &text, bool, QStringList &)
    {
        const auto value = Codec::read(text);
        if (!value)
            return tl::unexpected<Error>(value.error());
        using Type = std::remove_reference_t<decltype(options.*Member)>;
        options.*Member = static_cast<Type>(*value);
        return {};
    }
    static bool isSame(const Options &a, const Options &b) { return a.*Member == b.*Member; }
    static void copy(Options &to, const Options &from) { to.*Member = from.*Member; }
    static QString show(const Options &options) { return Codec::show(options.*Member); }
};

/// The same for a list that is given value by value.
template <auto Member, auto Read>
struct List : Scalar<Member, Unshown<Read>>
{
    static Result<void> apply(Options &options, const QString &text, bool isFirst, QStringList &)
    {
        const auto value = Read(text);
        if (!value)
            return tl::unexpected<Error>(value.error());
        if (isFirst)
            (options.*Member).clear();
        (options.*Member).append(*value);
        return {};
    }
};

/// \a source is an option, a variable or a file.
void warnOfShortTokens(const QList<QByteArray> &tokens, const QString &source,
                       QStringList &warnings)
{
    if (std::ranges::any_of(tokens, [](const auto &t) { return t.size() < shortTokenLength; }))
        warnings.append(tr("%1: a token of less than %2 characters can be guessed")
                            .arg(source)
                            .arg(shortTokenLength));
}

Result<void> addTokens(Options &options, const QList<QByteArray> &tokens)
{
    // They may come from several options and files: each counts once.
    for (const QByteArray &token : tokens) {
        if (!options.authTokens.contains(token))
            options.authTokens.append(token);
    }
    return {};
}

struct AuthToken : Scalar<&Options::authTokens, Unshown<&OptionValues::readToken>>
{
    static Result<void> apply(Options &options, const QString &text, bool, QStringList &warnings)
    {
        const Result<QByteArray> token = OptionValues::readToken(text);
        if (!token)
            return tl::unexpected<Error>(token.error());
        warnOfShortTokens({*token}, QStringLiteral("--auth-token"), warnings);
        return addTokens(options, {*token});
    }
};

struct AuthTokenFile : Scalar<&Options::authTokens, Unshown<&OptionValues::readToken>>
{
    static Result<void> apply(Options &options, const QString &text, bool, QStringList &warnings)
    {
        const Result<TokenFile> file = TokenFile::read(text);
        if (!file)
            return tl::unexpected<Error>(file.error());
        warnings.append(file->warnings);
        warnOfShortTokens(file->tokens, text, warnings);
        return addTokens(options, file->tokens);
    }
};

struct AdminToken : Scalar<&Options::adminToken, Unshown<&OptionValues::readToken>>
{
    static Result<void> apply(Options &options, const QString &text, bool, QStringList &warnings)
    {
        const Result<QByteArray> token = OptionValues::readToken(text);
        if (!token)
            return tl::unexpected<Error>(token.error());
        warnOfShortTokens({*token}, QStringLiteral("SIGNALBOX_ADMIN_TOKEN"), warnings);
        options.adminToken = *token;
        return {};
    }
};

struct AdminTokenFile : Scalar<&Options::adminToken, Unshown<&OptionValues::readToken>>
{
    static Result<void> apply(Options &options, const QString &text, bool, QStringList &warnings)
    {
        const Result<TokenFile> file = TokenFile::read(text);
        if (!file)
            return tl::unexpected<Error>(file.error());
        if (file->tokens.size() > 1)
            return fail(ErrorCode::Configuration,
                        tr("%1 holds %2 tokens; there is one admin token")
                            .arg(text)
                            .arg(file->tokens.size()));
        warnings.append(file->warnings);
        warnOfShortTokens(file->tokens, text, warnings);
        options.adminToken = file->tokens.first();
        return {};
    }
};

template <typename F>
constexpr OptionField field = {&F::apply, &F::isSame, &F::copy, &F::show};

template <auto Member, typename Codec>
constexpr const OptionField *scalar = &field<Scalar<Member, Codec>>;
template <auto Member, auto Read>
constexpr const OptionField *plain = &field<Scalar<Member, Unshown<Read>>>;
template <auto Member, auto Read>
constexpr const OptionField *list = &field<List<Member, Read>>;

using Group = OptionRow::Group;
using Kind = OptionRow::Kind;

#define SIGNALBOX_TEXT(text) QT_TRANSLATE_NOOP("Signalbox::OptionTable", text)

constexpr std::array table{
    OptionRow{
        .name = "host",
        .valueName = "ADDRESS",
        .environment = "WS_HOST",
        .help = SIGNALBOX_TEXT("Listen on this IP address; localhost is both loopback addresses, "
                               ":: everything over IPv4 and IPv6."),
        .defaultNote = SIGNALBOX_TEXT("127.0.0.1 and ::1; in production ::"),
        .group = Group::Network,
        .isRepeatable = true,
        .isCommaSeparated = true,
        .field = list<&Options::hosts, &OptionValues::readHost>,
    },
    OptionRow{
        .name = "port",
        .valueName = "PORT",
        .environment = "WS_PORT",
        .help = SIGNALBOX_TEXT("Listen on this port; 0 picks a free one."),
        .group = Group::Network,
        .field = scalar<&Options::port, Integer<0, 65535>>,
    },
    OptionRow{
        .name = "allowed-origin",
        .valueName = "ORIGIN",
        .environment = "WS_ALLOWED_ORIGINS",
        .help = SIGNALBOX_TEXT("Let web pages of this origin in (scheme://host[:port], or * for "
                               "all). Pages from this server may always."),
        .defaultNote = SIGNALBOX_TEXT("*; in production none"),
        .group = Group::Network,
        .isRepeatable = true,
        .isCommaSeparated = true,
        .isReloadable = true,
        .field = list<&Options::allowedOrigins, &OptionValues::readOrigin>,
    },
    OptionRow{
        .name = "trusted-proxy",
        .valueName = "CIDR",
        .environment = "WS_TRUSTED_PROXIES",
        .help = SIGNALBOX_TEXT("Believe the X-Forwarded-For, -Proto and -Host headers of this "
                               "address or block of addresses."),
        .defaultNote = SIGNALBOX_TEXT("none"),
        .group = Group::Network,
        .isRepeatable = true,
        .isCommaSeparated = true,
        .isReloadable = true,
        .field = list<&Options::trustedProxies, &OptionValues::readNetwork>,
    },

    OptionRow{
        .name = "env",
        .valueName = "development|production",
        .environment = "ENV",
        .help = SIGNALBOX_TEXT("Choose the defaults. Production requires authentication, and "
                               "starts only with an auth token or --allow-anonymous."),
        .defaultNote = SIGNALBOX_TEXT("development"),
        .group = Group::Access,
        .field = plain<&Options::environment, &OptionValues::readEnvironment>,
    },
    OptionRow{
        .name = "auth-token",
        .valueName = "TOKEN",
        .environment = "WS_AUTH_TOKEN",
        .help = SIGNALBOX_TEXT("A token that may subscribe and publish. Other users of this "
                               "machine can see it on the command line: a file is better."),
        .defaultNote = SIGNALBOX_TEXT("none"),
        .group = Group::Access,
        .isRepeatable = true,
        .isReloadable = true,
        .isSecret = true,
        .family = "auth-token",
        .field = &field<AuthToken>,
    },
    OptionRow{
        .name = "auth-token-file",
        .valueName = "FILE",
        .help = SIGNALBOX_TEXT("The same from a file: one token per line, # starts a comment."),
        .group = Group::Access,
        .isRepeatable = true,
        .isReloadable = true,
        .family = "auth-token",
        .field = &field<AuthTokenFile>,
    },
    OptionRow{
        .name = "admin-token-file",
        .valueName = "FILE",
        .help = SIGNALBOX_TEXT("The operator's token, alone in a file."),
        .defaultNote = SIGNALBOX_TEXT("a random one in the data folder"),
        .group = Group::Access,
        .isReloadable = true,
        .family = "admin-token",
        .field = &field<AdminTokenFile>,
    },
    OptionRow{
        .name = "admin-token",
        .environment = "SIGNALBOX_ADMIN_TOKEN",
        .help = SIGNALBOX_TEXT("The operator's token itself."),
        .group = Group::Access,
        .kind = Kind::EnvironmentOnly,
        .isReloadable = true,
        .isSecret = true,
        .family = "admin-token",
        .field = &field<AdminToken>,
    },
    OptionRow{
        .name = "require-auth",
        .environment = "WS_REQUIRE_AUTH",
        .help = SIGNALBOX_TEXT("Let nobody subscribe or publish without a token."),
        .defaultNote = SIGNALBOX_TEXT("off; in production on"),
        .group = Group::Access,
        .kind = Kind::Switch,
        .field = plain<&Options::requireAuth, &OptionValues::readBoolean>,
    },
    OptionRow{
        .name = "allow-anonymous",
        .help = SIGNALBOX_TEXT(
            "Let everybody subscribe in spite of --require-auth; publishing still needs a token."),
        .group = Group::Access,
        .kind = Kind::Switch,
        .field = plain<&Options::allowAnonymous, &OptionValues::readBoolean>,
    },

    OptionRow{
        .name = "data-dir",
        .valueName = "FOLDER",
        .environment = "SIGNALBOX_DATA_DIR",
        .help = SIGNALBOX_TEXT("Keep what must survive a restart here."),
        .defaultNote = SIGNALBOX_TEXT("~/.local/share/signalbox"),
        .group = Group::Limits,
        .field = plain<&Options::dataFolder, &OptionValues::readPath>,
    },
    OptionRow{
        .name = "max-recent-events",
        .valueName = "COUNT",
        .environment = "WS_MAX_RECENT_EVENTS",
        .help = SIGNALBOX_TEXT("Keep this many events per room for those who come later."),
        .group = Group::Limits,
        .field = scalar<&Options::maxRecentEvents, Integer<0, 1'000'000>>,
    },
    OptionRow{
        .name = "max-history-bytes",
        .valueName = "BYTES",
        .help = SIGNALBOX_TEXT("Keep at most this much over all rooms; those idle longest are "
                               "forgotten first."),
        .group = Group::Limits,
        .field = scalar<&Options::maxHistoryBytes, Bytes<0, 1024 * GiB>>,
    },
    OptionRow{
        .name = "max-payload",
        .valueName = "BYTES",
        .help = SIGNALBOX_TEXT("Refuse messages and request bodies over this size."),
        .group = Group::Limits,
        .field = scalar<&Options::maxPayload, Bytes<100, GiB>>,
    },
    OptionRow{
        .name = "queue-bytes",
        .valueName = "BYTES",
        .help = SIGNALBOX_TEXT("Close a connection that has this much waiting as too slow."),
        .group = Group::Limits,
        .field = scalar<&Options::queueBytes, Bytes<KiB, GiB>>,
    },
    OptionRow{
        .name = "max-rooms",
        .valueName = "COUNT",
        .help = SIGNALBOX_TEXT("Let one connection be in this many rooms."),
        .group = Group::Limits,
        .field = scalar<&Options::maxRooms, Integer<1, 1'000'000>>,
    },
    OptionRow{
        .name = "ping-interval",
        .valueName = "SECONDS",
        .help = SIGNALBOX_TEXT("Ask every client this often whether it is still there."),
        .group = Group::Limits,
        .field = scalar<&Options::pingInterval, Duration<10, 86'400'000>>,
    },
    OptionRow{
        .name = "ping-timeout",
        .valueName = "SECONDS",
        .help = SIGNALBOX_TEXT("Close a connection that has not answered for this long."),
        .group = Group::Limits,
        .field = scalar<&Options::pingTimeout, Duration<10, 86'400'000>>,
    },
    OptionRow{
        .name = "drain-seconds",
        .valueName = "SECONDS",
        .help = SIGNALBOX_TEXT("Take this long to send all clients away on SIGTERM."),
        .group = Group::Limits,
        .field = scalar<&Options::drainTime, Duration<0, 3'600'000>>,
    },

    OptionRow{
        .name = "log-format",
        .valueName = "text|json",
        .environment = "LOG_FORMAT",
        .help = SIGNALBOX_TEXT("Write the log, which goes to standard error, for people or "
                               "for programs."),
        .defaultNote = SIGNALBOX_TEXT("text; in production json"),
        .group = Group::Logging,
        .isReloadable = true,
        .field = plain<&Options::logFormat, &OptionValues::readLogFormat>,
    },
    OptionRow{
        .name = "log-level",
        .valueName = "debug|info|warning|error",
        .environment = "LOG_LEVEL",
        .help = SIGNALBOX_TEXT("Log what is at least this important; debug logs every event."),
        .defaultNote = SIGNALBOX_TEXT("info"),
        .group = Group::Logging,
        .isReloadable = true,
        .field = plain<&Options::logLevel, &OptionValues::readLogLevel>,
    },

    OptionRow{
        .name = "demo",
        .help = SIGNALBOX_TEXT("Run a simulated workflow engine, to have something to see."),
        .group = Group::Demo,
        .kind = Kind::Switch,
        .field = plain<&Options::demo, &OptionValues::readBoolean>,
    },
    OptionRow{
        .name = "demo-rate",
        .valueName = "EVENTS_PER_SECOND",
        .help = SIGNALBOX_TEXT("Let it publish this fast."),
        .group = Group::Demo,
        .field = scalar<&Options::demoRate, DemoRate>,
    },
    OptionRow{
        .name = "demo-seed",
        .valueName = "NUMBER",
        .help = SIGNALBOX_TEXT("Let it tell the same story at every start."),
        .defaultNote = SIGNALBOX_TEXT("another story each time"),
        .group = Group::Demo,
        .field = plain<&Options::demoSeed, &OptionValues::readSeed>,
    },

    OptionRow{
        .name = "config",
        .valueName = "FILE",
        .help = SIGNALBOX_TEXT("Read options from this INI file, as lines of name=value with the "
                               "names above without dashes."),
        .kind = Kind::CommandLineOnly,
    },
    OptionRow{
        .name = "help",
        .help = SIGNALBOX_TEXT("Show this help and exit."),
        .kind = Kind::CommandLineOnly,
    },
    OptionRow{
        .name = "version",
        .help = SIGNALBOX_TEXT("Show the version and exit."),
        .kind = Kind::CommandLineOnly,
    },

    // Refused by name: an operator who sets one of these relies on it.
    OptionRow{.name = "jwt-secret-file", .environment = "JWT_SECRET", .group = Group::NotAvailable},
    OptionRow{.name = "jwt-public-key-file", .group = Group::NotAvailable},
    OptionRow{.name = "jwt-algorithm", .group = Group::NotAvailable},
    OptionRow{.name = "jwt-issuer", .group = Group::NotAvailable},
    OptionRow{.name = "jwt-audience", .group = Group::NotAvailable},
    OptionRow{.name = "jwt-user-claim", .group = Group::NotAvailable},
    OptionRow{
        .name = "default-rooms", .environment = "WS_DEFAULT_ROOMS", .group = Group::NotAvailable},
    OptionRow{.name = "redis-url", .environment = "REDIS_URL", .group = Group::NotAvailable},
    OptionRow{.name = "tls-cert", .environment = "WS_TLS_CERT", .group = Group::NotAvailable},
    OptionRow{.name = "tls-key", .environment = "WS_TLS_KEY", .group = Group::NotAvailable},
    OptionRow{.name = "command-rate", .group = Group::NotAvailable},
    OptionRow{.name = "publish-rate", .group = Group::NotAvailable},
};

#undef SIGNALBOX_TEXT

} // namespace

QString OptionRow::label() const
{
    return kind == Kind::EnvironmentOnly ? QString::fromLatin1(environment)
                                         : QStringLiteral("--") + nameText();
}

std::span<const OptionRow> optionTable()
{
    return table;
}

const OptionRow *findOption(QStringView name)
{
    const auto row = std::ranges::find_if(table, [name](const OptionRow &candidate) {
        return candidate.kind != Kind::EnvironmentOnly && name == QLatin1String(candidate.name);
    });
    return row == table.end() ? nullptr : &*row;
}

} // namespace Signalbox
