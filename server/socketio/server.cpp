// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/socketio/server.h"

#include "server/engineio/enginesession.h"
#include "server/fanout/connectionregistry.h"
#include "server/socketio/client.h"
#include "server/socketio/namespace.h"

namespace Signalbox::SocketIo {

Server::Server(const ServerOptions &options, const NetworkContext &context,
               ConnectionRegistry &connections, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_context(context)
    , m_connections(connections)
    , m_engine(options.engine, context)
{
    connect(&m_engine, &EngineServer::sessionOpened, this, &Server::handleSession);
}

Server::~Server()
{
    // The sessions that are left go with the engine, after the clients.
    for (const auto &[session, client] : m_clients) {
        client->session().setListener(nullptr);
        client->session().disconnect(this);
    }
}

Namespace &Server::of(const QByteArray &name)
{
    std::unique_ptr<Namespace> &slot = m_namespaces[name];
    if (!slot)
        slot = std::make_unique<Namespace>(name, m_connections);
    return *slot;
}

Namespace *Server::find(const QByteArray &name) const
{
    const auto found = m_namespaces.find(name);
    return found == m_namespaces.end() ? nullptr : found->second.get();
}

void Server::handleSession(EngineSession *session)
{
    m_clients.emplace(session, std::make_unique<Client>(*session, *this));
    // The session deletes itself in a later turn than the one it ends in; the client goes with it.
    connect(session, &QObject::destroyed, this, [this, session] { m_clients.erase(session); });
}

} // namespace Signalbox::SocketIo
