// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/socketio/acknowledge.h"

#include "server/socketio/namespace.h"
#include "server/socketio/socket.h"

#include <QJsonObject>

namespace Signalbox::SocketIo {

Acknowledge::Acknowledge(Namespace &nsp, const QByteArray &sid, quint64 id)
    : m_state(std::make_shared<State>(State{&nsp, sid, id}))
{ }

void Acknowledge::operator()(const Arguments &arguments) const
{
    if (!m_state || std::exchange(m_state->isAnswered, true))
        return;
    if (Socket *socket = m_state->nsp->find(m_state->sid))
        socket->send(encodeAck(m_state->nsp->name(), m_state->id, arguments));
}

void Acknowledge::operator()(const QJsonObject &argument) const
{
    (*this)(Arguments() << argument);
}

} // namespace Signalbox::SocketIo
