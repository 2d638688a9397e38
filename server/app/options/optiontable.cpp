// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/options/optiontable.h"

#include "server/app/options/optionfields.h"
#include "server/app/options/optionvalues.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Signalbox {

namespace {

using namespace OptionFields;

constexpr qint64 KiB = 1024;
constexpr qint64 GiB = 1024 * 1024 * KiB;

using Group = OptionRow::Group;
using Kind = OptionRow::Kind;

constexpr std::array table{
    OptionRow{
        .name = "host",
        .valueName = "ADDRESS",
        .environment = "WS_HOST",
        .help =
            QT_TRANSLATE_NOOP("Signalbox::OptionTable",
                              "Listen on this IP address; localhost is both loopback addresses, "
                              ":: everything over IPv4 and IPv6."),
        .defaultNote =
            QT_TRANSLATE_NOOP("Signalbox::OptionTable", "127.0.0.1 and ::1; in production ::"),
        .group = Group::Network,
        .isRepeatable = true,
        .isCommaSeparated = true,
        .field = list<&Options::hosts, &OptionValues::readHost>,
    },
    OptionRow{
        .name = "port",
        .valueName = "PORT",
        .environment = "WS_PORT",
        .help =
            QT_TRANSLATE_NOOP("Signalbox::OptionTable", "Listen on this port; 0 picks a free one."),
        .group = Group::Network,
        .field = scalar<&Options::port, Integer<0, 65535>>,
    },
    OptionRow{
        .name = "allowed-origin",
        .valueName = "ORIGIN",
        .environment = "WS_ALLOWED_ORIGINS",
        .help = QT_TRANSLATE_NOOP("Signalbox::OptionTable",
                                  "Let web pages of this origin in (scheme://host[:port], or * for "
                                  "all). Pages from this server may always."),
        .defaultNote = QT_TRANSLATE_NOOP("Signalbox::OptionTable", "*; in production none"),
        .group = Group::Network,
        .isRepeatable = true,
        .isCommaSeparated = true,
        .isReloadable = true,
        .isEditable = true,
        .field = list<&Options::allowedOrigins, &OptionValues::readOrigin>,
    },
    OptionRow{
        .name = "trusted-proxy",
        .valueName = "CIDR",
        .environment = "WS_TRUSTED_PROXIES",
        .help = QT_TRANSLATE_NOOP("Signalbox::OptionTable",
                                  "Believe the X-Forwarded-For, -Proto and -Host headers of this "
                                  "address or block of addresses."),
        .defaultNote = QT_TRANSLATE_NOOP("Signalbox::OptionTable", "none"),
        .group = Group::Network,
        .isRepeatable = true,
        .isCommaSeparated = true,
        .isReloadable = true,
        .isEditable = true,
        .field = list<&Options::trustedProxies, &OptionValues::readNetwork>,
    },

    OptionRow{
        .name = "env",
        .valueName = "development|production",
        .environment = "ENV",
        .help =
            QT_TRANSLATE_NOOP("Signalbox::OptionTable",
                              "Choose the defaults. Production requires authentication, and "
                              "starts only with an auth token, a JWT key or --allow-anonymous."),
        .defaultNote = QT_TRANSLATE_NOOP("Signalbox::OptionTable", "development"),
        .group = Group::Access,
        .field = plain<&Options::environment, &OptionValues::readEnvironment>,
    },
    OptionRow{
        .name = "auth-token",
        .valueName = "TOKEN",
        .environment = "WS_AUTH_TOKEN",
        .help = QT_TRANSLATE_NOOP("Signalbox::OptionTable",
                                  "A token that may subscribe and publish. Other users of this "
                                  "machine can see it on the command line: a file is better."),
        .defaultNote = QT_TRANSLATE_NOOP("Signalbox::OptionTable", "none"),
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
        .help = QT_TRANSLATE_NOOP("Signalbox::OptionTable",
                                  "The same from a file: one token per line, # starts a comment."),
        .group = Group::Access,
        .isRepeatable = true,
        .isCommaSeparated = true,
        .isReloadable = true,
        .family = "auth-token",
        .field = &field<AuthTokenFile>,
    },
    OptionRow{
        .name = "admin-token-file",
        .valueName = "FILE",
        .help =
            QT_TRANSLATE_NOOP("Signalbox::OptionTable", "The operator's token, alone in a file."),
        .defaultNote =
            QT_TRANSLATE_NOOP("Signalbox::OptionTable", "a random one in the data folder"),
        .group = Group::Access,
        .isReloadable = true,
        .family = "admin-token",
        .field = &field<AdminTokenFile>,
    },
    OptionRow{
        .name = "admin-token",
        .environment = "SIGNALBOX_ADMIN_TOKEN",
        .help = QT_TRANSLATE_NOOP("Signalbox::OptionTable", "The operator's token itself."),
        .group = Group::Access,
        .kind = Kind::EnvironmentOnly,
        .isReloadable = true,
        .isSecret = true,
        .family = "admin-token",
        .field = &field<AdminToken>,
    },
    OptionRow{
        .name = "jwt-secret-file",
        .valueName = "FILE",
        .help =
            QT_TRANSLATE_NOOP("Signalbox::OptionTable",
                              "A secret that signs JWTs (HS256, HS384, HS512), alone in a file, "
                              "of 32 bytes or more. The first signs the tokens issued here."),
        .defaultNote =
            QT_TRANSLATE_NOOP("Signalbox::OptionTable", "a random one in the data folder"),
        .group = Group::Access,
        .isRepeatable = true,
        .isCommaSeparated = true,
        .isReloadable = true,
        .family = "jwt-secret",
        .field = &field<JwtSecretFile>,
    },
    OptionRow{
        .name = "jwt-secret",
        .environment = "JWT_SECRET",
        .help = QT_TRANSLATE_NOOP("Signalbox::OptionTable", "The secret itself."),
        .group = Group::Access,
        .kind = Kind::EnvironmentOnly,
        .isReloadable = true,
        .isSecret = true,
        .family = "jwt-secret",
        .field = &field<JwtSecret>,
    },
    OptionRow{
        .name = "jwt-public-key-file",
        .valueName = "FILE",
        .help = QT_TRANSLATE_NOOP("Signalbox::OptionTable",
                                  "A public key (PEM) that JWTs of others are signed for: with "
                                  "--jwt-algorithm RS256 or ES256."),
        .defaultNote = QT_TRANSLATE_NOOP("Signalbox::OptionTable", "none"),
        .group = Group::Access,
        .isRepeatable = true,
        .isCommaSeparated = true,
        .isReloadable = true,
        .field = &field<JwtPublicKeyFile>,
    },
    OptionRow{
        .name = "jwt-algorithm",
        .valueName = "HS256|HS384|HS512|RS256|ES256",
        .help = QT_TRANSLATE_NOOP("Signalbox::OptionTable",
                                  "How JWTs of others are signed. What a token says about it never "
                                  "counts."),
        .defaultNote = QT_TRANSLATE_NOOP("Signalbox::OptionTable", "HS256"),
        .group = Group::Access,
        .isReloadable = true,
        .field = plain<&Options::jwtAlgorithm, &OptionValues::readAlgorithm>,
    },
    OptionRow{
        .name = "jwt-issuer",
        .valueName = "TEXT",
        .help = QT_TRANSLATE_NOOP("Signalbox::OptionTable",
                                  "Take JWTs of others only if their iss is exactly this."),
        .defaultNote = QT_TRANSLATE_NOOP("Signalbox::OptionTable", "any"),
        .group = Group::Access,
        .isReloadable = true,
        .field = plain<&Options::jwtIssuer, &OptionValues::readClaimText>,
    },
    OptionRow{
        .name = "jwt-audience",
        .valueName = "TEXT",
        .help = QT_TRANSLATE_NOOP("Signalbox::OptionTable",
                                  "Take JWTs of others only if their aud has this."),
        .defaultNote = QT_TRANSLATE_NOOP("Signalbox::OptionTable", "any"),
        .group = Group::Access,
        .isReloadable = true,
        .field = plain<&Options::jwtAudience, &OptionValues::readClaimText>,
    },
    OptionRow{
        .name = "jwt-user-claim",
        .valueName = "NAME",
        .help = QT_TRANSLATE_NOOP("Signalbox::OptionTable",
                                  "The claim that names the user in JWTs of others."),
        .defaultNote = QT_TRANSLATE_NOOP("Signalbox::OptionTable", "sub"),
        .group = Group::Access,
        .isReloadable = true,
        .field = plain<&Options::jwtUserClaim, &OptionValues::readClaimText>,
    },
    OptionRow{
        .name = "default-rooms",
        .valueName = "ROOMS",
        .environment = "WS_DEFAULT_ROOMS",
        .help =
            QT_TRANSLATE_NOOP("Signalbox::OptionTable",
                              "Rooms that a token without a rooms claim may join, besides every "
                              "workflow, bot and strategy: names, or all of a kind such as "
                              "project:*, with blanks or commas between."),
        .defaultNote = QT_TRANSLATE_NOOP("Signalbox::OptionTable", "none"),
        .group = Group::Access,
        .isRepeatable = true,
        .isReloadable = true,
        .isEditable = true,
        .field = list<&Options::defaultRooms, &OptionValues::readRoomEntries>,
    },
    OptionRow{
        .name = "require-auth",
        .environment = "WS_REQUIRE_AUTH",
        .help = QT_TRANSLATE_NOOP("Signalbox::OptionTable",
                                  "Let nobody subscribe or publish without a token."),
        .defaultNote = QT_TRANSLATE_NOOP("Signalbox::OptionTable", "off; in production on"),
        .group = Group::Access,
        .kind = Kind::Switch,
        .field = plain<&Options::requireAuth, &OptionValues::readBoolean>,
    },
    OptionRow{
        .name = "allow-anonymous",
        .help = QT_TRANSLATE_NOOP(
            "Signalbox::OptionTable",
            "Let everybody subscribe in spite of --require-auth; publishing still needs a token."),
        .group = Group::Access,
        .kind = Kind::Switch,
        .field = plain<&Options::allowAnonymous, &OptionValues::readBoolean>,
    },

    OptionRow{
        .name = "on-store-failure",
        .valueName = "deny|allow",
        .help = QT_TRANSLATE_NOOP(
            "Signalbox::OptionTable",
            "When the file of tokens was corrupt or cannot be read: refuse the older tokens that "
            "were issued here, any of which may have been revoked, or let them in."),
        .defaultNote = QT_TRANSLATE_NOOP("Signalbox::OptionTable", "deny"),
        .group = Group::Access,
        .isReloadable = true,
        .isEditable = true,
        .field = plain<&Options::onStoreFailure, &OptionValues::readStoreFailure>,
    },

    OptionRow{
        .name = "data-dir",
        .valueName = "FOLDER",
        .environment = "SIGNALBOX_DATA_DIR",
        .help =
            QT_TRANSLATE_NOOP("Signalbox::OptionTable", "Keep what must survive a restart here."),
        .defaultNote = QT_TRANSLATE_NOOP("Signalbox::OptionTable", "~/.local/share/signalbox"),
        .group = Group::Limits,
        .field = plain<&Options::dataFolder, &OptionValues::readPath>,
    },
    OptionRow{
        .name = "max-recent-events",
        .valueName = "COUNT",
        .environment = "WS_MAX_RECENT_EVENTS",
        .help = QT_TRANSLATE_NOOP("Signalbox::OptionTable",
                                  "Keep this many events per room for those who come later."),
        .group = Group::Limits,
        .field = scalar<&Options::maxRecentEvents, Integer<0, 1'000'000>>,
    },
    OptionRow{
        .name = "max-history-bytes",
        .valueName = "BYTES",
        .help = QT_TRANSLATE_NOOP("Signalbox::OptionTable",
                                  "Keep at most this much over all rooms; those idle longest are "
                                  "forgotten first."),
        .group = Group::Limits,
        .field = scalar<&Options::maxHistoryBytes, Bytes<0, 1024 * GiB>>,
    },
    OptionRow{
        .name = "max-payload",
        .valueName = "BYTES",
        .help = QT_TRANSLATE_NOOP("Signalbox::OptionTable",
                                  "Refuse messages and request bodies over this size."),
        .group = Group::Limits,
        .field = scalar<&Options::maxPayload, Bytes<100, GiB>>,
    },
    OptionRow{
        .name = "queue-bytes",
        .valueName = "BYTES",
        .help = QT_TRANSLATE_NOOP("Signalbox::OptionTable",
                                  "Close a connection that has this much waiting as too slow."),
        .group = Group::Limits,
        .field = scalar<&Options::queueBytes, Bytes<KiB, GiB>>,
    },
    OptionRow{
        .name = "max-rooms",
        .valueName = "COUNT",
        .help = QT_TRANSLATE_NOOP("Signalbox::OptionTable",
                                  "Let one connection be in this many rooms."),
        .group = Group::Limits,
        .isReloadable = true,
        .isEditable = true,
        .field = scalar<&Options::maxRooms, Integer<1, 1'000'000>>,
    },
    OptionRow{
        .name = "command-rate",
        .valueName = "RATE[:BURST]",
        .help = QT_TRANSLATE_NOOP("Signalbox::OptionTable",
                                  "Let one connection, and one user, send this many commands a "
                                  "second, and BURST of them at once (2048 if not given)."),
        .group = Group::Limits,
        .isReloadable = true,
        .isEditable = true,
        .field = &field<Rate<&Options::commandRate, 2048>>,
    },
    OptionRow{
        .name = "publish-rate",
        .valueName = "RATE[:BURST]",
        .help = QT_TRANSLATE_NOOP("Signalbox::OptionTable",
                                  "Let one credential publish this many events a second, and BURST "
                                  "of them at once (a second's worth if not given)."),
        .defaultNote = QT_TRANSLATE_NOOP("Signalbox::OptionTable", "unlimited"),
        .group = Group::Limits,
        .isReloadable = true,
        .isEditable = true,
        .field = &field<Rate<&Options::publishRate, 0>>,
    },
    OptionRow{
        .name = "ping-interval",
        .valueName = "SECONDS",
        .help = QT_TRANSLATE_NOOP("Signalbox::OptionTable",
                                  "Ask every client this often whether it is still there."),
        .group = Group::Limits,
        .field = scalar<&Options::pingInterval, Duration<10, 86'400'000>>,
    },
    OptionRow{
        .name = "ping-timeout",
        .valueName = "SECONDS",
        .help = QT_TRANSLATE_NOOP("Signalbox::OptionTable",
                                  "Close a connection that has not answered for this long."),
        .group = Group::Limits,
        .field = scalar<&Options::pingTimeout, Duration<10, 86'400'000>>,
    },
    OptionRow{
        .name = "drain-seconds",
        .valueName = "SECONDS",
        .help = QT_TRANSLATE_NOOP("Signalbox::OptionTable",
                                  "Take this long to send all clients away on SIGTERM."),
        .group = Group::Limits,
        .field = scalar<&Options::drainTime, Duration<0, 3'600'000>>,
    },

    OptionRow{
        .name = "log-format",
        .valueName = "text|json",
        .environment = "LOG_FORMAT",
        .help = QT_TRANSLATE_NOOP("Signalbox::OptionTable",
                                  "Write the log, which goes to standard error, for people or "
                                  "for programs."),
        .defaultNote = QT_TRANSLATE_NOOP("Signalbox::OptionTable", "text; in production json"),
        .group = Group::Logging,
        .isReloadable = true,
        .isEditable = true,
        .field = plain<&Options::logFormat, &OptionValues::readLogFormat>,
    },
    OptionRow{
        .name = "log-level",
        .valueName = "debug|info|warning|error",
        .environment = "LOG_LEVEL",
        .help = QT_TRANSLATE_NOOP("Signalbox::OptionTable",
                                  "Log what is at least this important; debug logs every event."),
        .defaultNote = QT_TRANSLATE_NOOP("Signalbox::OptionTable", "info"),
        .group = Group::Logging,
        .isReloadable = true,
        .isEditable = true,
        .field = plain<&Options::logLevel, &OptionValues::readLogLevel>,
    },

    OptionRow{
        .name = "demo",
        .help = QT_TRANSLATE_NOOP("Signalbox::OptionTable",
                                  "Run a simulated workflow engine, to have something to see."),
        .group = Group::Demo,
        .kind = Kind::Switch,
        .field = plain<&Options::demo, &OptionValues::readBoolean>,
    },
    OptionRow{
        .name = "demo-rate",
        .valueName = "EVENTS_PER_SECOND",
        .help = QT_TRANSLATE_NOOP("Signalbox::OptionTable", "Let it publish this fast."),
        .group = Group::Demo,
        .field = scalar<&Options::demoRate, DemoRate>,
    },
    OptionRow{
        .name = "demo-seed",
        .valueName = "NUMBER",
        .help = QT_TRANSLATE_NOOP("Signalbox::OptionTable",
                                  "Let it tell the same story at every start."),
        .defaultNote = QT_TRANSLATE_NOOP("Signalbox::OptionTable", "another story each time"),
        .group = Group::Demo,
        .field = plain<&Options::demoSeed, &OptionValues::readSeed>,
    },

    OptionRow{
        .name = "config",
        .valueName = "FILE",
        .help =
            QT_TRANSLATE_NOOP("Signalbox::OptionTable",
                              "Read options from this INI file, as lines of name=value with the "
                              "names above without dashes."),
        .kind = Kind::CommandLineOnly,
    },
    OptionRow{
        .name = "help",
        .help = QT_TRANSLATE_NOOP("Signalbox::OptionTable", "Show this help and exit."),
        .kind = Kind::CommandLineOnly,
    },
    OptionRow{
        .name = "version",
        .help = QT_TRANSLATE_NOOP("Signalbox::OptionTable", "Show the version and exit."),
        .kind = Kind::CommandLineOnly,
    },

    // Refused by name: an operator who sets one of these relies on it.
    OptionRow{.name = "redis-url", .environment = "REDIS_URL", .group = Group::NotAvailable},
    OptionRow{.name = "tls-cert", .environment = "WS_TLS_CERT", .group = Group::NotAvailable},
    OptionRow{.name = "tls-key", .environment = "WS_TLS_KEY", .group = Group::NotAvailable},
};

} // namespace

QString OptionRow::label() const
{
    return kind == Kind::EnvironmentOnly ? QString::fromLatin1(environment)
                                         : QStringLiteral("--") + nameText();
}

QString OptionRow::helpText() const
{
    return QCoreApplication::translate("Signalbox::OptionTable", help);
}

QString OptionRow::defaultText() const
{
    return defaultNote ? QCoreApplication::translate("Signalbox::OptionTable", defaultNote)
                       : QString();
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
