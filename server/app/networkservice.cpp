// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/networkservice.h"

#include "common/hub/room.h"
#include "server/api/clientpage.h"
#include "server/app/data/datafolder.h"
#include "server/app/options/helptext.h"
#include "server/demo/demoengine.h"
#include "server/dialects/plainconnection.h"
#include "server/engineio/enginesession.h"
#include "server/net/websocketlink.h"

#include <QRandomGenerator>

#include <algorithm>

namespace Signalbox {

namespace {

constexpr std::chrono::milliseconds DrainTick{20};
// Clients that are sent away come back all at once if they are sent away all at once.
constexpr qsizetype ClosesPerSecond = 1000;

// A batch is at most 1000 events; larger ones go in several requests.
constexpr qint64 MaxPublishBody = 8 * 1024 * 1024;

} // namespace

NetworkService::NetworkService(const Options &options, const Credentials &credentials,
                               Logger &logger)
    : m_options(options)
    , m_logger(logger)
    , m_tokenStore(tokenFile(options), logger)
    , m_credentials(m_authenticator, [this] { recheckCredentials(); })
    , m_policy(options.defaultRooms)
    , m_hub({.maxRecentEvents = options.maxRecentEvents,
             .maxHistoryBytes = options.maxHistoryBytes,
             .maxEventBytes = options.maxPayload})
    , m_emergencyFile(options.dataFolder)
    , m_emergency(m_hub, m_emergencyFile)
    , m_context{.hub = m_hub,
                .connections = m_connections,
                .authenticator = m_authenticator,
                .policy = m_policy,
                .authGuard = m_authGuard,
                .logger = logger,
                .version = versionNumber().toLatin1(),
                .requiresAuth = options.requireAuth,
                .allowsAnonymous = options.allowAnonymous}
    , m_router(MaxPublishBody)
    , m_frontDoor(frontDoorOptions(options), m_router)
    , m_socketIo(socketIoOptions(options, "/socket.io/"), m_frontDoor.context(), m_connections)
    , m_roomsSocketIo(socketIoOptions(options, "/ws/socket.io/"), m_frontDoor.context(),
                      m_connections)
    , m_dialectContext{.hub = m_hub,
                       .authenticator = m_authenticator,
                       .policy = m_policy,
                       .authGuard = m_authGuard,
                       .commands = m_commands,
                       .wheel = m_frontDoor.context().wheel,
                       .requiresAuth = options.subscribingNeedsToken(),
                       .maxRooms = options.maxRooms}
    , m_workflow(m_dialectContext, m_socketIo.of("/"))
    , m_rooms(m_dialectContext,
              {&m_socketIo.of("/ws"), &m_roomsSocketIo.of("/"), &m_roomsSocketIo.of("/ws")})
    , m_plain({.pingInterval = options.pingInterval,
               .pingTimeout = options.pingTimeout,
               .maxMessage = options.maxPayload,
               .queueBytes = options.queueBytes},
              m_dialectContext, m_connections)
    , m_fanout(m_hub)
    , m_statusApi(m_context)
    , m_metricsApi(m_context)
    , m_eventsApi(m_context)
    , m_connectionsApi(m_context, [this] { return roomCounts(); })
    , m_statsApi(m_context, [this] { return roomCounts(); })
    , m_tokensApi(m_context, m_tokenStore)
    , m_emergencyApi(m_context, m_emergency)
    , m_acts{.connections = {m_hub, m_connections, dialects(), logger},
             .hub = {m_hub, m_emergency, logger},
             .tokens = {m_authenticator, m_tokenStore, logger, &m_credentials}}
    , m_feed({.hub = m_hub,
              .fanout = m_fanout,
              .connections = m_connections,
              .sendQueues = m_frontDoor.context().queueLedger,
              .authGuard = m_authGuard,
              .dialects = dialects(),
              .completeStatus = [this](HubStatus &status) { completeStatus(status); }})
{
    m_context.sendQueues = &m_frontDoor.context().queueLedger;
    m_authenticator.setTokenStore(&m_tokenStore);
    m_tokenStore.setRefusesDoubtful(options.onStoreFailure == StoreFailure::Deny);
    m_eventsApi.setPublishRate(options.publishRate);
    m_credentials.apply(options, credentials);
    if (const QList<QByteArray> keys = m_authenticator.ownKeyDigests(); !keys.isEmpty())
        m_tokenStore.assumeKey(keys.constFirst());
    m_fanout.addSink(m_workflow);
    m_fanout.addSink(m_rooms);
    m_fanout.addSink(m_plain);
    m_router.add(m_socketIo.engine());
    m_router.add(m_roomsSocketIo.engine());
    m_router.addWebSocket(
        "/ws", [this](const HttpRequest &request) { return m_plain.decideUpgrade(request); });
    m_statusApi.addTo(m_router);
    m_metricsApi.addTo(m_router);
    m_eventsApi.addTo(m_router);
    m_connectionsApi.addTo(m_router);
    m_statsApi.addTo(m_router);
    m_tokensApi.addTo(m_router);
    m_emergencyApi.addTo(m_router);
    ClientPage::addTo(m_router);
    m_commands.setLimit(options.commandRate);
    logConnections();

    connect(&m_tokenStore, &TokenStore::tokenRevoked, this, &NetworkService::recheckCredentials);
    connect(&m_drainTimer, &QTimer::timeout, this, &NetworkService::continueDrain);
}

NetworkService::~NetworkService()
{
    m_frontDoor.stopListening();
    m_frontDoor.closeConnections();
}

SocketIo::ServerOptions NetworkService::socketIoOptions(const Options &options,
                                                        const QByteArray &path)
{
    SocketIo::ServerOptions result;
    result.engine.path = path;
    result.engine.pingInterval = options.pingInterval;
    result.engine.pingTimeout = options.pingTimeout;
    result.engine.maxPayload = options.maxPayload;
    result.engine.queueBytes = options.queueBytes;
    return result;
}

/// Empty if there is no folder for it. One that cannot be made is for the store to tell.
QString NetworkService::tokenFile(const Options &options)
{
    if (options.dataFolder.isEmpty())
        return {};
    [[maybe_unused]] const Result<DataFolder> made = DataFolder::open(options.dataFolder);
    return options.dataFolder + QStringLiteral("/tokens.db");
}

FrontDoorOptions NetworkService::frontDoorOptions(const Options &options)
{
    FrontDoorOptions result;
    // Both lists were checked when the options were read.
    result.origins = OriginPolicy::fromList(options.allowedOrigins).value_or(OriginPolicy());
    result.proxies = TrustedProxies::fromList(options.trustedProxies).value_or(TrustedProxies());
    result.queueBytes = options.queueBytes;
    return result;
}

void NetworkService::logConnections()
{
    connect(&m_connections, &ConnectionRegistry::connectionOpened, this,
            [this](const ConnectionInfo &info) {
                m_logger.info("client_connected",
                              {{"sid", info.sid},
                               {"dialect", info.dialect},
                               {"transport", info.transport},
                               {"address", info.address},
                               {"total_connections", qint64(m_connections.count())}});
            });
    connect(&m_connections, &ConnectionRegistry::connectionClosed, this,
            [this](const ConnectionInfo &info, const CloseReason &reason) {
                m_logger.info("client_disconnected",
                              {{"sid", info.sid},
                               {"code", int(reason.code)},
                               {"reason", reason.text},
                               {"total_connections", qint64(m_connections.count())}});
            });
    connect(&m_memoryTrimmer, &MemoryTrimmer::trimmed, this,
            [this](std::chrono::microseconds duration) {
                m_logger.debug("memory_trimmed", {{"duration_us", qint64(duration.count())}});
            });
    const auto logFailure = [this](const QByteArray &sid, const QByteArray &address) {
        m_logger.info("auth_failed", {{"sid", sid}, {"address", address}});
    };
    connect(&m_workflow, &WorkflowDialect::authenticationFailed, this, logFailure);
    connect(&m_rooms, &RoomsDialect::authenticationFailed, this, logFailure);
    connect(&m_plain, &PlainDialect::authenticationFailed, this, logFailure);
    connect(&m_frontDoor, &FrontDoor::requestRefused, this,
            [this](const QHostAddress &peer, int status, const QByteArray &reason) {
                m_logger.debug(
                    "request_refused",
                    {{"address", peer.toString()}, {"status", status}, {"reason", reason}});
            });
    connect(&m_frontDoor, &FrontDoor::acceptFailed, this, [this](const QString &reason) {
        m_logger.warning("accept_failed", {{"reason", reason}});
    });
    connect(&m_hub, &EventHub::eventsAccepted, this, [this](const QList<Event> &events) {
        if (!m_logger.isEnabled(LogLevel::Debug))
            return;
        for (const Event &event : events)
            m_logger.debug("event_published",
                           {{"type", event.type},
                            {"event_id", event.id.toText()},
                            {"rooms", event.rooms.join(' ')}});
    });
    connect(&m_hub, &EventHub::emergencyChanged, this, [this](bool tripped, const QString &reason) {
        m_logger.warning("emergency_changed",
                         {{"state", tripped ? "tripped" : "normal"}, {"reason", reason}});
    });
}

Result<quint16> NetworkService::start()
{
    if (const Result<void> restored = m_emergency.restore(); !restored)
        m_logger.error("emergency_not_restored", {{"reason", restored.error().message}});
    const Result<quint16> port = m_frontDoor.listen(m_options.hosts, m_options.port);
    if (!port)
        return port;
    m_address = QStringLiteral("http://localhost:%1").arg(*port);
    m_startedAt = QDateTime::currentDateTimeUtc();
    m_feed.start();
    if (m_options.demo)
        startDemo();
    return port;
}

void NetworkService::startDemo()
{
    const quint64 seed =
        m_options.demoSeed ? *m_options.demoSeed : QRandomGenerator::global()->generate64();
    m_demo = std::make_unique<DemoEngine>(
        [this](QByteArrayView events) { return m_hub.publish(events); }, m_options.demoRate, seed);
    m_logger.info("demo_started", {{"seed", QString::number(seed)}, {"rate", m_options.demoRate}});
    m_demo->start();
}

void NetworkService::reload(const Options &options, const Credentials &credentials)
{
    m_options = options;
    m_credentials.apply(options, credentials);
    m_tokenStore.setRefusesDoubtful(options.onStoreFailure == StoreFailure::Deny);
    const FrontDoorOptions policies = frontDoorOptions(options);
    m_frontDoor.setPolicies(policies.origins, policies.proxies);
    m_context.requiresAuth = options.requireAuth;
    m_context.allowsAnonymous = options.allowAnonymous;
    m_dialectContext.requiresAuth = options.subscribingNeedsToken();
    m_dialectContext.maxRooms = options.maxRooms;
    m_policy = AccessRules(options.defaultRooms);
    m_commands.setLimit(options.commandRate);
    m_eventsApi.setPublishRate(options.publishRate);
    recheckCredentials();
}

void NetworkService::recheckCredentials()
{
    m_workflow.recheckCredentials();
    m_rooms.recheckCredentials();
    m_plain.recheckCredentials();
}

void NetworkService::drain()
{
    if (m_context.isDraining)
        return;
    m_context.isDraining = true;
    m_router.setDraining();
    if (m_demo)
        m_demo->stop();
    const qsizetype sessions = closers().size();
    m_logger.info("draining", {{"sessions", qint64(sessions)}});
    m_drainEnd = std::chrono::steady_clock::now() + m_options.drainTime;

    // Half of the time for sending them away, half for them to go.
    const qsizetype ticks = std::max<qsizetype>(1, m_options.drainTime / (2 * DrainTick));
    m_closesPerTick = std::max(qsizetype(ClosesPerSecond * DrainTick / std::chrono::seconds(1)),
                               sessions / ticks + 1);
    m_drainTimer.start(DrainTick);
    continueDrain();
}

/// What ends each session, in a way that brings its client back.
QList<std::function<void()>> NetworkService::closers()
{
    static const QByteArray reason = "server restart";
    QList<std::function<void()>> closers;
    for (SocketIo::Server *server : {&m_socketIo, &m_roomsSocketIo}) {
        for (EngineSession *session : server->engine().sessions())
            closers.append([session] { session->close(CloseCode::ServiceRestart, reason); });
    }
    for (PlainConnection *connection : m_plain.connections())
        closers.append([connection] { connection->close(CloseCode::ServiceRestart, reason); });
    return closers;
}

void NetworkService::continueDrain()
{
    const QList<std::function<void()>> sessions = closers();
    const bool isLate = std::chrono::steady_clock::now() >= m_drainEnd;
    const qsizetype count = isLate ? sessions.size() : std::min(sessions.size(), m_closesPerTick);
    for (qsizetype i = 0; i < count; ++i)
        sessions.at(i)();
    if (count < sessions.size())
        return;
    // Only now: until here health checks are told that we are not ready.
    m_frontDoor.stopListening();
    if (isLate || !m_frontDoor.hasConnections()) {
        m_drainTimer.stop();
        Q_EMIT drained();
    }
}

void NetworkService::completeStatus(HubStatus &status) const
{
    status.address = m_address;
    status.version = versionNumber();
    status.startedAt = m_startedAt;
    status.isDraining = m_context.isDraining;
    using State = ComponentHealth::State;
    status.components = {
        {"state", State::Healthy, {}}, {"events", State::Healthy, {}}, m_tokenStore.health()};
}

QList<Dialect *> NetworkService::dialects()
{
    return {&m_workflow, &m_rooms, &m_plain};
}

QHash<QByteArray, qsizetype> NetworkService::roomCounts()
{
    QHash<QByteArray, qsizetype> counts;
    const QList<RoomIndex *> indexes = roomIndexesOf(dialects());
    for (const RoomIndex *index : indexes) {
        for (const QByteArray &room : index->rooms()) {
            if (isValidRoomName(room)) // the plain dialect has its event types in there, too
                counts[room] += index->memberCount(room);
        }
    }
    return counts;
}

} // namespace Signalbox
