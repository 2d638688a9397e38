// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/accesspolicy.h"
#include "common/auth/authenticator.h"
#include "common/hub/eventhub.h"
#include "server/api/apicontext.h"
#include "server/api/connectionsapi.h"
#include "server/api/emergencyapi.h"
#include "server/api/eventsapi.h"
#include "server/api/metricsapi.h"
#include "server/api/router.h"
#include "server/api/statsapi.h"
#include "server/api/statusapi.h"
#include "server/api/tokensapi.h"
#include "server/app/credentials/runningcredentials.h"
#include "server/app/data/emergencyfile.h"
#include "server/app/options/options.h"
#include "server/dialects/plaindialect.h"
#include "server/dialects/roomsdialect.h"
#include "server/dialects/workflowdialect.h"
#include "server/fanout/connectionregistry.h"
#include "server/fanout/fanout.h"
#include "server/fanout/memorytrimmer.h"
#include "server/monitor/monitorfeed.h"
#include "server/net/frontdoor.h"
#include "server/operator/operatoracts.h"
#include "server/socketio/server.h"
#include "server/store/sqlitetokenstore.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

namespace Signalbox {

class DemoEngine;

/// All that runs on the network thread, put together: hub, front door, dialects, endpoints.
///
/// Made, used and destroyed on the network thread.
class NetworkService final : public QObject
{
    Q_OBJECT

public:
    NetworkService(const Options &options, const Credentials &credentials, Logger &logger);
    ~NetworkService() override;

    /// Listens. Returns the port.
    Result<quint16> start();
    /// Takes what of \a options can change while running.
    void reload(const Options &options, const Credentials &credentials);
    /// Takes no new sessions, closes those there are little by little, then emits drained(), after
    /// Options::drainTime at the latest.
    void drain();

    [[nodiscard]] MonitorFeed &feed() { return m_feed; }
    [[nodiscard]] OperatorActs &acts() { return m_acts; }

Q_SIGNALS:
    void drained();

private:
    void logConnections();
    void startDemo();
    void continueDrain();
    void recheckCredentials();
    [[nodiscard]] QList<std::function<void()>> closers();
    void completeStatus(HubStatus &status) const;
    [[nodiscard]] QList<Dialect *> dialects();
    [[nodiscard]] QHash<QByteArray, qsizetype> roomCounts();

    static SocketIo::ServerOptions socketIoOptions(const Options &options, const QByteArray &path);
    static QString tokenFile(const Options &options);
    static FrontDoorOptions frontDoorOptions(const Options &options);

    Options m_options;
    Logger &m_logger;
    SqliteTokenStore m_tokenStore;
    Authenticator m_authenticator;
    RunningCredentials m_credentials;
    AccessRules m_policy;
    AuthGuard m_authGuard;
    CommandLimiter m_commands;
    EventHub m_hub;
    ConnectionRegistry m_connections;
    MemoryTrimmer m_memoryTrimmer{m_connections};
    EmergencyFile m_emergencyFile;
    EmergencySwitch m_emergency;
    ApiContext m_context;
    Router m_router;
    FrontDoor m_frontDoor;
    SocketIo::Server m_socketIo;
    SocketIo::Server m_roomsSocketIo; ///< the path that is for the rooms dialect alone
    DialectContext m_dialectContext;
    WorkflowDialect m_workflow;
    RoomsDialect m_rooms;
    PlainDialect m_plain;
    Fanout m_fanout;
    StatusApi m_statusApi;
    MetricsApi m_metricsApi;
    EventsApi m_eventsApi;
    ConnectionsApi m_connectionsApi;
    StatsApi m_statsApi;
    TokensApi m_tokensApi;
    EmergencyApi m_emergencyApi;
    OperatorActs m_acts;
    MonitorFeed m_feed;
    std::unique_ptr<DemoEngine> m_demo;
    QTimer m_drainTimer;
    std::chrono::steady_clock::time_point m_drainEnd;
    qsizetype m_closesPerTick = 1;
    QString m_address;
    QDateTime m_startedAt;
};

} // namespace Signalbox
