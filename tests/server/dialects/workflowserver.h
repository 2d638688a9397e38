// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/workflowdialect.h"
#include "server/fanout/fanout.h"
#include "tests/server/socketio/testclient.h"
#include "tests/server/socketio/testserver.h"

namespace Signalbox {

struct WorkflowOptions
{
    bool requiresAuth = false;
    qsizetype maxRooms = 1024;
};

/// A server that speaks the workflow dialect, on a free port of the loopback interface. The tokens
/// `secret` and `other` (static ones) and `admin` are known.
struct WorkflowServer
{
    explicit WorkflowServer(const WorkflowOptions &options = {}, const HubLimits &limits = {},
                            const SocketIo::ServerOptions &ioOptions = {})
        : hub(limits)
        , server(ioOptions)
        , context{.hub = hub,
                  .authenticator = authenticator,
                  .policy = policy,
                  .authGuard = authGuard,
                  .commands = commands,
                  .wheel = server.wheel(),
                  .requiresAuth = options.requiresAuth,
                  .maxRooms = options.maxRooms}
        , dialect(context, server.of("/"))
        , fanout(hub)
    {
        authenticator.setStaticTokens({"secret", "other"});
        authenticator.setAdminToken("admin");
        fanout.addSink(dialect);
    }

    /// Returns the event's id as text.
    QByteArray publish(const QByteArray &json)
    {
        const auto ids = hub.publish(json);
        return ids ? ids->constFirst().toText() : QByteArray("refused");
    }
    [[nodiscard]] quint16 port() const { return server.port(); }

    EventHub hub;
    Authenticator authenticator;
    AccessRules policy;
    AuthGuard authGuard;
    CommandLimiter commands;
    TestServer server;
    DialectContext context;
    WorkflowDialect dialect;
    Fanout fanout;
};

/// Enters, and takes what every client is told first. False if that was something else.
inline bool greet(TestClient &client, const WorkflowServer &server,
                  const QByteArray &connectPacket = "0")
{
    return client.enter(server.port(), connectPacket).startsWith("0{\"sid\"")
        && client.text().startsWith("2[\"connected\",");
}

} // namespace Signalbox
