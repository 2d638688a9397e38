// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/engineio/engineserver.h"

#include <QObject>

#include <chrono>
#include <map>
#include <memory>

namespace Signalbox {
class ConnectionRegistry;
}

namespace Signalbox::SocketIo {

class Client;
class Namespace;

struct ServerOptions
{
    EngineOptions engine;
    /// A session that is in no namespace is closed after that.
    std::chrono::milliseconds connectTimeout{45'000};
};

/// A Socket.IO server (protocol revision 5) at one Engine.IO path.
///
///     SocketIo::Server io({}, frontDoor.context(), connections);
///     io.of("/").on("hello", [](Socket &socket, const Arguments &, const Acknowledge &) {
///         socket.emitEvent("world");
///     });
///
/// Network thread.
class Server final : public QObject
{
    Q_OBJECT

public:
    Server(const ServerOptions &options, const NetworkContext &context,
           ConnectionRegistry &connections, QObject *parent = nullptr);
    ~Server() override;

    [[nodiscard]] const ServerOptions &options() const { return m_options; }
    [[nodiscard]] TimerWheel &wheel() const { return m_context.wheel; }
    [[nodiscard]] EngineServer &engine() { return m_engine; }

    /// The namespace called \a name; made if it is new. Clients may only enter what was made.
    Namespace &of(const QByteArray &name);
    [[nodiscard]] Namespace *find(const QByteArray &name) const;

private:
    friend class Client;

    void handleSession(EngineSession *session);

    ServerOptions m_options;
    const NetworkContext &m_context;
    ConnectionRegistry &m_connections;
    /// Outlive the clients, which go with the engine's sessions.
    std::map<QByteArray, std::unique_ptr<Namespace>> m_namespaces;
    EngineServer m_engine;
};

} // namespace Signalbox::SocketIo
