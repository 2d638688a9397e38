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

Server::~Server() = default;

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
    session->setCompanion(std::make_unique<Client>(*session, *this));
}

} // namespace Signalbox::SocketIo
