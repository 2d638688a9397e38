// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/accesspolicy.h"
#include "common/auth/authenticator.h"
#include "common/auth/memorytokenstore.h"
#include "server/api/router.h"
#include "server/dialects/plainconnection.h"
#include "server/dialects/plaindialect.h"
#include "server/dialects/roomsdialect.h"
#include "server/dialects/workflowdialect.h"
#include "server/fanout/fanout.h"
#include "server/socketio/namespace.h"
#include "server/socketio/server.h"

namespace Signalbox::Test {

struct WorldOptions
{
    HubLimits hub{};
    RateLimit commands{};
    qsizetype maxRooms = 1024;
    QList<QByteArray> defaultRooms{};
    PlainOptions plain{};
};

/// All three dialects over one hub at one port of the loopback interface, as the server has them.
/// All want a token; `secret` is a static one.
class DialectWorld final : public QObject
{
public:
    explicit DialectWorld(const WorldOptions &options = {})
        : hub(options.hub)
        , policy(options.defaultRooms)
        , authGuard(RateLimit{})
        , commands(options.commands)
        , m_router(1'000'000)
        , m_door({}, m_router)
        , m_io(engineAt("/socket.io/"), m_door.context(), registry)
        , m_roomsIo(engineAt("/ws/socket.io/"), m_door.context(), registry)
        , context{.hub = hub,
                  .authenticator = authenticator,
                  .policy = policy,
                  .authGuard = authGuard,
                  .commands = commands,
                  .wheel = m_door.context().wheel,
                  .requiresAuth = true,
                  .maxRooms = options.maxRooms}
        , workflow(context, m_io.of("/"))
        , rooms(context, {&m_io.of("/ws"), &m_roomsIo.of("/"), &m_roomsIo.of("/ws")})
        , plain(options.plain, context, registry)
        , m_fanout(hub)
    {
        authenticator.setStaticTokens({"secret"});
        Jwt::KeySet keys;
        keys.keys = {QByteArray(32, 'k')};
        authenticator.setOwnKeys(keys);
        authenticator.setTokenStore(&store);
        m_fanout.addSink(workflow);
        m_fanout.addSink(rooms);
        m_fanout.addSink(plain);
        m_router.add(m_io.engine());
        m_router.add(m_roomsIo.engine());
        m_router.addWebSocket(
            "/ws", [this](const HttpRequest &request) { return plain.decideUpgrade(request); });
        connect(&store, &TokenStore::tokenRevoked, this, [this] {
            workflow.recheckCredentials();
            rooms.recheckCredentials();
            plain.recheckCredentials();
        });
        m_port = m_door.listen({QHostAddress(QHostAddress::LocalHost)}, 0).value_or(0);
    }
    ~DialectWorld() override
    {
        m_door.stopListening();
        m_door.closeConnections();
    }

    [[nodiscard]] quint16 port() const { return m_port; }

    /// A token of the server's own; fills in its id.
    [[nodiscard]] QByteArray issue(Jwt::Claims &claims) const
    {
        return authenticator.issue(claims).value_or("not issued");
    }
    /// One for \a user that is good for an hour.
    [[nodiscard]] QByteArray tokenOf(const QByteArray &user,
                                     const std::optional<QList<QByteArray>> &toRooms = {},
                                     Scopes scopes = Scope::Subscribe) const
    {
        Jwt::Claims claims;
        claims.user = user;
        claims.rooms = toRooms;
        claims.scopes = scopes;
        claims.expiresAt = std::chrono::system_clock::now() + std::chrono::hours(1);
        return issue(claims);
    }
    /// The event's id as text.
    QByteArray publish(const QByteArray &json)
    {
        const auto ids = hub.publish(json);
        return ids ? ids->constFirst().toText() : "refused: " + ids.error().message.toUtf8();
    }

    EventHub hub;
    Authenticator authenticator;
    MemoryTokenStore store;
    AccessRules policy;
    AuthGuard authGuard;
    CommandLimiter commands;
    ConnectionRegistry registry;

private:
    static SocketIo::ServerOptions engineAt(const QByteArray &path)
    {
        SocketIo::ServerOptions options;
        options.engine.path = path;
        return options;
    }

    Router m_router;
    FrontDoor m_door;
    SocketIo::Server m_io;
    SocketIo::Server m_roomsIo;
    quint16 m_port = 0;

public:
    DialectContext context;
    WorkflowDialect workflow;
    RoomsDialect rooms;
    PlainDialect plain;

private:
    Fanout m_fanout;
};

} // namespace Signalbox::Test
