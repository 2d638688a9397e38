// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/generator/benchoptions.h"

#include "tests/bench/support/receipts.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QHash>
#include <QHostAddress>
#include <QUrl>

#include <limits>

namespace Signalbox::Bench {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Signalbox::Bench", text);
}

/// Reads numbers from a parser and remembers the first that is none.
class NumberReader final
{
public:
    explicit NumberReader(const QCommandLineParser &parser)
        : m_parser(parser)
    { }

    /// Leaves \a target as it is if the option is not there.
    template <typename T>
    void read(const char *name, T &target, double low, double high)
    {
        const QString option = QString::fromLatin1(name);
        if (!m_parser.isSet(option))
            return;
        bool ok = false;
        const QString text = m_parser.value(option);
        double value = 0;
        if constexpr (std::is_integral_v<T>)
            value = static_cast<double>(text.toLongLong(&ok));
        else
            value = text.toDouble(&ok);
        if (!ok || !(value >= low && value <= high)) {
            if (m_problem.isEmpty()) {
                m_problem = tr("--%1 takes a number from %2 to %3, not \"%4\"")
                                .arg(option)
                                .arg(low)
                                .arg(high, 0, 'f', 0)
                                .arg(text);
            }
            return;
        }
        target = static_cast<T>(value);
    }

    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    const QCommandLineParser &m_parser;
    QString m_problem;
};

void addOptions(QCommandLineParser &parser)
{
    const auto add = [&parser](const char *name, const QString &text, const char *value) {
        parser.addOption({QString::fromLatin1(name), text, QString::fromLatin1(value)});
    };
    add("port", tr("The server's port (needed)."), "N");
    add("pid",
        tr("The server's process, whose memory, descriptors and CPU time are read "
           "(needed)."),
        "PID");
    add("host", tr("The server's IPv4 address. Default: 127.0.0.1"), "ADDRESS");
    add("path", tr("The Engine.IO path. Default: /socket.io/"), "PATH");
    add("token", tr("A token, for clients and for publishing."), "T");
    add("publish-url", tr("Where to publish. Default: http://HOST:PORT/api/v1/events"), "URL");
    add("json", tr("Write the figures into this file, too."), "FILE");
    add("timeout", tr("No step may take longer. Default: 60"), "SECONDS");
    add("protocol",
        tr("What the clients speak: socketio, rooms (Socket.IO's namespace /ws), plain (JSON on a "
           "WebSocket at /ws), mixed (those three) or nats. Default: socketio"),
        "NAME");
    add("leave",
        tr("How clients leave: polite (with a close frame), bare (TCP's FIN alone) or both (every "
           "other). Default: both"),
        "HOW");
    add("control-port",
        tr("Where GET /health (nats: /varz) tells how many clients there are. Default: --port"),
        "N");
    add("clients", tr("How many clients. Default: 5000 (broadcast, slow: 1000)"), "N");
    add("cycles", tr("cycle, connect: how often they come and leave. Default: 3"), "N");
    add("rooms",
        tr("cycle and broadcast: rooms over which the clients are spread, default 100 and 1; "
           "idle: rooms that each client subscribes to, default 20."),
        "N");
    add("events-per-room", tr("cycle: events for each room in a cycle, up to 64. Default: 5"), "N");
    add("max-growth",
        tr("cycle: how much larger the RSS may be after the last cycle than after the first. "
           "Default: 5"),
        "PERCENT");
    add("window",
        tr("broadcast, slow: events in flight, up to 64 in each room. Default: 1 (slow: 64)"), "W");
    add("events", tr("broadcast, slow: events that are measured. Default: 1000"), "M");
    add("warmup", tr("broadcast: events before those. Default: 50"), "N");
    add("size", tr("bytes of an event's JSON as published, at least 128. Default: 256"), "BYTES");
    add("rate",
        tr("broadcast, slow: publish at this pace instead of as fast as the window allows."),
        "EVENTS_PER_SECOND");
    add("connections", tr("ingest: connections that publish. Default: 16"), "N");
    add("batch",
        tr("ingest, broadcast: events in a request, up to 1000 and up to --window. Default: 1"),
        "N");
    add("slow", tr("slow: clients that stop reading. Default: 10"), "N");
    add("duration",
        tr("idle: watch the CPU time of heartbeats for so long, default 0; broadcast: publish for "
           "no longer; ingest: publish for so long, default 5."),
        "SECONDS");
}

const QHash<QString, Subcommand> &subcommands()
{
    static const QHash<QString, Subcommand> names{
        {QStringLiteral("cycle"), Subcommand::Cycle},
        {QStringLiteral("broadcast"), Subcommand::Broadcast},
        {QStringLiteral("ingest"), Subcommand::Ingest},
        {QStringLiteral("idle"), Subcommand::Idle},
        {QStringLiteral("connect"), Subcommand::Connect},
        {QStringLiteral("slow"), Subcommand::Slow},
    };
    return names;
}

const QHash<QString, Protocol> &protocols()
{
    static const QHash<QString, Protocol> names{
        {QStringLiteral("socketio"), Protocol::SocketIo},
        {QStringLiteral("rooms"), Protocol::Rooms},
        {QStringLiteral("plain"), Protocol::Plain},
        {QStringLiteral("mixed"), Protocol::Mixed},
        {QStringLiteral("nats"), Protocol::Nats},
    };
    return names;
}

const QHash<QString, Leaving> &leavings()
{
    static const QHash<QString, Leaving> names{
        {QStringLiteral("polite"), Leaving::Polite},
        {QStringLiteral("bare"), Leaving::Bare},
        {QStringLiteral("both"), Leaving::Both},
    };
    return names;
}

void setDefaults(BenchOptions &options)
{
    switch (options.subcommand) {
    case Subcommand::Broadcast:
        options.rooms = 1;
        break;
    case Subcommand::Slow:
        options.window = 64;
        break;
    case Subcommand::Idle:
        options.clients = 5000;
        options.rooms = 20;
        break;
    case Subcommand::Ingest:
        options.duration = 5;
        break;
    case Subcommand::Cycle:
    case Subcommand::Connect:
        options.clients = 5000;
        break;
    }
}

Result<void> readPublishUrl(const QString &text, BenchOptions &options)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != u"http" || url.host().isEmpty())
        return fail(ErrorCode::Configuration,
                    tr("--publish-url is not an http:// address: %1").arg(text));
    options.publishHost = url.host() == u"localhost" ? QStringLiteral("127.0.0.1") : url.host();
    options.publishPort = static_cast<quint16>(url.port(80));
    options.publishPath = url.path(QUrl::FullyEncoded).toLatin1();
    if (url.hasQuery())
        options.publishPath += '?' + url.query(QUrl::FullyEncoded).toLatin1();
    if (options.publishPath.isEmpty())
        options.publishPath = "/";
    return {};
}

bool isIpv4(const QString &host)
{
    QHostAddress address;
    return address.setAddress(host) && address.protocol() == QAbstractSocket::IPv4Protocol;
}

} // namespace

Result<BenchOptions> parseBenchOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        tr("Measures a running Signalbox server with clients of its own.\n\n"
           "  cycle      clients connect, subscribe, receive and leave, again and again:\n"
           "             does memory grow, stay descriptors open, is an event lost or doubled?\n"
           "  broadcast  the server's CPU time per delivery, deliveries per second, latency\n"
           "  ingest     events per second that POST takes, and the server's CPU time for each\n"
           "  idle       memory per idle client, CPU time of heartbeats\n"
           "  connect    connections per second, and per second of the server's CPU time\n"
           "  slow       clients that stop reading: the server's memory, the others' latency\n\n"
           "Exit status: 0 well, 1 a measurement failed or broke its bound, 2 wrong options."));
    parser.addPositionalArgument(QStringLiteral("subcommand"),
                                 tr("cycle, broadcast, ingest, idle, connect or slow"));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                  tr("Show this and exit."));
    parser.addOption(help);
    addOptions(parser);

    BenchOptions options;
    if (!parser.parse(arguments))
        return fail(ErrorCode::Configuration, parser.errorText());
    options.helpText = parser.helpText();
    if (parser.isSet(help)) {
        options.helpWanted = true;
        return options;
    }

    const QStringList positional = parser.positionalArguments();
    const QString name = positional.value(0);
    if (positional.size() != 1 || !subcommands().contains(name))
        return fail(
            ErrorCode::Configuration,
            tr("one subcommand is needed: cycle, broadcast, ingest, idle, connect or slow"));
    options.subcommand = subcommands().value(name);
    setDefaults(options);

    const QString protocol = parser.value(QStringLiteral("protocol"));
    if (!protocol.isEmpty() && !protocols().contains(protocol))
        return fail(ErrorCode::Configuration, tr("there is no --protocol %1").arg(protocol));
    options.protocol = protocols().value(protocol, Protocol::SocketIo);
    const QString leaving = parser.value(QStringLiteral("leave"));
    if (!leaving.isEmpty() && !leavings().contains(leaving))
        return fail(ErrorCode::Configuration, tr("--leave is polite, bare or both"));
    options.leaving = leavings().value(leaving, Leaving::Both);

    NumberReader numbers(parser);
    numbers.read("port", options.port, 1, 65535);
    numbers.read("control-port", options.controlPort, 1, 65535);
    numbers.read("pid", options.pid, 1, std::numeric_limits<pid_t>::max());
    numbers.read("timeout", options.timeout, 1, 3600);
    numbers.read("clients", options.clients, 1, 1'000'000);
    numbers.read("cycles", options.cycles, 1, 1000);
    numbers.read("rooms", options.rooms, 1, 100'000);
    numbers.read("events-per-room", options.eventsPerRoom, 1, 64);
    numbers.read("max-growth", options.maxGrowth, 0, 1000);
    numbers.read("window", options.window, 1, 4096);
    numbers.read("events", options.events, 1, 100'000'000);
    numbers.read("warmup", options.warmup, 0, 1'000'000);
    numbers.read("size", options.size, 128, 900'000);
    numbers.read("rate", options.rate, 0.1, 1'000'000);
    numbers.read("connections", options.connections, 1, 10'000);
    numbers.read("batch", options.batch, 1, 1000);
    numbers.read("slow", options.slowReaders, 0, 100'000);
    numbers.read("duration", options.duration, 0, 86400);
    if (!numbers.problem().isEmpty())
        return fail(ErrorCode::Configuration, numbers.problem());
    if (options.port == 0 || options.pid == 0)
        return fail(ErrorCode::Configuration, tr("--port and --pid are needed"));
    if (options.controlPort == 0)
        options.controlPort = options.port;
    if (options.subcommand == Subcommand::Broadcast && options.clients % options.rooms != 0)
        return fail(ErrorCode::Configuration,
                    tr("broadcast: --clients must be a multiple of --rooms"));
    constexpr int MaxWindow = Receipts::Window; // of each client, whose room gets every n-th event
    const int sharedBy = options.subcommand == Subcommand::Broadcast ? options.rooms : 1;
    if (options.window > qint64(MaxWindow) * sharedBy)
        return fail(ErrorCode::Configuration,
                    tr("--window is more than %1 in a room").arg(MaxWindow));
    if (options.subcommand != Subcommand::Ingest && options.batch > options.window)
        return fail(ErrorCode::Configuration, tr("--batch is larger than --window"));
    if (options.subcommand == Subcommand::Cycle && options.rooms > 1000)
        return fail(ErrorCode::Configuration, tr("cycle: at most 1000 --rooms"));
    if (options.protocol == Protocol::Nats
        && (options.subcommand == Subcommand::Ingest || options.subcommand == Subcommand::Cycle))
        return fail(ErrorCode::Configuration, tr("NATS is not published to by HTTP"));

    if (parser.isSet(QStringLiteral("host")))
        options.host = parser.value(QStringLiteral("host"));
    if (parser.isSet(QStringLiteral("path")))
        options.path = parser.value(QStringLiteral("path")).toLatin1();
    if (!options.path.startsWith('/'))
        return fail(ErrorCode::Configuration, tr("--path must begin with a slash"));
    options.token = parser.value(QStringLiteral("token")).toUtf8();
    if (options.token.isEmpty()
        && (options.protocol == Protocol::Rooms || options.protocol == Protocol::Mixed))
        return fail(ErrorCode::Configuration, tr("this --protocol needs a --token"));
    if (options.token.contains('"') || options.token.contains('\\'))
        return fail(ErrorCode::Configuration, tr("--token has a character that no token has"));
    options.jsonFile = parser.value(QStringLiteral("json"));
    options.publishHost = options.host;
    options.publishPort = options.port;
    if (parser.isSet(QStringLiteral("publish-url"))) {
        if (auto read = readPublishUrl(parser.value(QStringLiteral("publish-url")), options); !read)
            return tl::unexpected<Error>(read.error());
    }
    if (!isIpv4(options.host) || !isIpv4(options.publishHost))
        return fail(ErrorCode::Configuration, tr("the server's address must be an IPv4 address"));
    return options;
}

} // namespace Signalbox::Bench
