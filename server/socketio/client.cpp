// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/socketio/client.h"

#include "server/net/websocketlink.h"
#include "server/socketio/namespace.h"
#include "server/socketio/server.h"
#include "server/socketio/socket.h"

#include <QScopeGuard>

#include <algorithm>

namespace Signalbox::SocketIo {

Client::Client(EngineSession &session, Server &server)
    : m_session(session)
    , m_server(server)
    , m_connectDeadline(server.wheel(), *this)
{
    session.setListener(this);
    m_connectDeadline.start(server.options().connectTimeout);
}

Client::~Client() = default;

Socket *Client::find(const QByteArray &nsp) const
{
    const auto found = std::find_if(m_sockets.begin(), m_sockets.end(), [&](const auto &socket) {
        return socket->nsp().name() == nsp;
    });
    return found == m_sockets.end() ? nullptr : found->get();
}

void Client::engineMessageReceived(const QByteArray &data, bool isBinary)
{
    Result<std::optional<Decoder::Message>> message =
        isBinary ? m_decoder.addBinary(data) : m_decoder.addText(data);
    if (!message)
        close(CloseCode::ProtocolError, EngineSession::ParseError);
    else if (*message)
        handleMessage(**message);
    else if (!find(m_decoder.partialNamespace()))
        close(CloseCode::ProtocolError, EngineSession::ParseError); // nothing is kept for strangers
}

void Client::handleMessage(const Decoder::Message &message)
{
    m_isHandling = true;
    const auto done = qScopeGuard([this] {
        m_isHandling = false;
        m_removed.clear();
    });
    const Packet &packet = message.packet;
    Socket *socket = find(packet.nsp);
    if (socket && packet.type != PacketType::Connect)
        socket->handleMessage(message);
    else if (!socket && packet.type == PacketType::Connect)
        connectTo(packet);
    else if (packet.type != PacketType::Disconnect) // that may cross with ours
        close(CloseCode::ProtocolError, EngineSession::ParseError);
}

void Client::connectTo(const Packet &packet)
{
    Namespace *nsp = m_server.find(packet.nsp);
    if (!nsp) {
        m_session.send(EngineSession::encodeText(
            encodeConnectError(packet.nsp, QByteArrayLiteral("Invalid namespace"))));
        return;
    }
    auto socket = std::make_unique<Socket>(*this, *nsp, packet.payload);
    if (const std::optional<ConnectRefusal> refusal = nsp->admit(*socket)) {
        m_session.send(EngineSession::encodeText(
            encodeConnectError(packet.nsp, refusal->message, refusal->data)));
        return;
    }
    m_connectDeadline.stop();
    m_sockets.push_back(std::move(socket));
    nsp->add(*m_sockets.back());
}

void Client::remove(Socket &socket, const CloseReason &reason)
{
    const auto found = std::find_if(m_sockets.begin(), m_sockets.end(),
                                    [&](const auto &owned) { return owned.get() == &socket; });
    if (found == m_sockets.end())
        return;
    std::unique_ptr<Socket> owned = std::move(*found);
    m_sockets.erase(found);
    owned->nsp().remove(socket, reason);
    if (m_isHandling)
        m_removed.push_back(std::move(owned));
    if (m_sockets.empty() && !m_session.isClosed())
        m_connectDeadline.start(m_server.options().connectTimeout);
}

void Client::close(quint16 code, const QByteArray &reason)
{
    if (code == CloseCode::Forbidden) {
        for (const auto &socket : m_sockets)
            socket->sendFrame(EngineSession::encodeText(encodeDisconnect(socket->nsp().name())));
    }
    m_session.close(code, reason); // calls engineClosed()
}

void Client::engineDrained()
{
    for (size_t i = 0; i < m_sockets.size(); ++i)
        m_sockets[i]->continueReplay();
}

void Client::engineClosed(quint16 code, const QByteArray &reason)
{
    const bool isHandling = std::exchange(m_isHandling, true); // the sockets may be in use
    while (!m_sockets.empty())
        remove(*m_sockets.back(), {code, reason});
    m_isHandling = isHandling;
    m_connectDeadline.stop();
}

void Client::deadlinePassed(Deadline &)
{
    close(CloseCode::Normal, QByteArrayLiteral("connect timeout"));
}

} // namespace Signalbox::SocketIo
