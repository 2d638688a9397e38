// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/workflowdialect.h"
#include "server/fanout/fanout.h"
#include "tests/server/socketio/testclient.h"
#include "tests/server/socketio/testserver.h"

namespace Signalbox {

/// A server that speaks the workflow dialect, on a free port of the loopback interface. The tokens
/// `secret` and `other` (static ones) and `admin` are known.
struct WorkflowServer
{
    explicit WorkflowServer(const WorkflowOptions &options = {}, const HubLimits &limits = {},
                            const SocketIo::ServerOptions &ioOptions = {})
        : hub(limits)
        , server(ioOptions)
        , dialect(options, server.of("/"), hub, authenticator)
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
    TestServer server;
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
