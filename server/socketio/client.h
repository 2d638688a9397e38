// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/hub/connectioninfo.h"
#include "common/protocol/socketio.h"
#include "server/engineio/enginesession.h"
#include "server/net/timerwheel.h"

#include <memory>
#include <vector>

namespace Signalbox::SocketIo {

class Namespace;
class Server;
class Socket;

/// An Engine.IO session that speaks Socket.IO: takes its packets apart for the namespaces it is in.
///
/// Network thread. Owned by its session.
class Client final : public EngineSession::Companion,
                     private EngineSession::Listener,
                     private Deadline::Listener
{
public:
    Client(EngineSession &session, Server &server);
    ~Client() override;
    Q_DISABLE_COPY_MOVE(Client)

    [[nodiscard]] EngineSession &session() const { return m_session; }
    /// Takes \a socket out of its namespace and destroys it, at the end of the turn.
    void remove(Socket &socket, const CloseReason &reason);
    /// Ends the session. With CloseCode::Forbidden each namespace gets a Disconnect packet first,
    /// which tells the client's library to stay away.
    void close(quint16 code, const QByteArray &reason);

private:
    void engineMessageReceived(const QByteArray &data, bool isBinary) override;
    void engineDrained() override;
    void engineClosed(quint16 code, const QByteArray &reason) override;
    void deadlinePassed(Deadline &deadline) override;

    void handleMessage(const Decoder::Message &message);
    void connectTo(const Packet &packet);
    [[nodiscard]] Socket *find(const QByteArray &nsp) const;

    EngineSession &m_session;
    Server &m_server;
    Decoder m_decoder;
    std::vector<std::unique_ptr<Socket>> m_sockets;
    std::vector<std::unique_ptr<Socket>> m_removed; ///< until nobody uses them any more
    Deadline m_connectDeadline; ///< for the first CONNECT, and after the last namespace was left
    bool m_isHandling = false;
};

} // namespace Signalbox::SocketIo
