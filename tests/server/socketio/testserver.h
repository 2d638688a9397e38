// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/router.h"
#include "server/fanout/connectionregistry.h"
#include "server/net/frontdoor.h"
#include "server/socketio/namespace.h"
#include "server/socketio/server.h"
#include "server/socketio/socket.h"

namespace Signalbox {

/// A Socket.IO server on a free port of the loopback interface, without any dialect.
class TestServer final
{
public:
    explicit TestServer(const SocketIo::ServerOptions &options = {})
        : m_door(doorOptions(options), m_router)
        , m_io(options, m_door.context(), m_connections)
    {
        m_router.add(m_io.engine());
        m_port = m_door.listen({QHostAddress(QHostAddress::LocalHost)}, 0).value_or(0);
    }

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] SocketIo::Server &io() { return m_io; }
    [[nodiscard]] SocketIo::Namespace &of(const QByteArray &name) { return m_io.of(name); }
    [[nodiscard]] ConnectionRegistry &connections() { return m_connections; }
    [[nodiscard]] TimerWheel &wheel() { return m_door.context().wheel; }
    [[nodiscard]] const QueueLedger &queueLedger() const { return m_door.context().queueLedger; }
    [[nodiscard]] Router &router() { return m_router; }

private:
    static FrontDoorOptions doorOptions(const SocketIo::ServerOptions &options)
    {
        FrontDoorOptions result;
        result.queueBytes = options.engine.queueBytes;
        return result;
    }

    ConnectionRegistry m_connections;
    Router m_router{1'000'000};
    FrontDoor m_door;
    SocketIo::Server m_io;
    quint16 m_port = 0;
};

} // namespace Signalbox
