// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/fanout/connectionregistry.h"

#include "common/protocol/closecode.h"

namespace Signalbox {

ConnectionRegistry::ConnectionRegistry(QObject *parent)
    : QObject(parent)
{ }

void ConnectionRegistry::add(Connection &connection)
{
    m_connections.insert(connection.sid(), &connection);
    ++m_total;
    Q_EMIT connectionOpened(connection.info());
}

void ConnectionRegistry::remove(const ConnectionInfo &info, const CloseReason &reason)
{
    if (!m_connections.remove(info.sid))
        return;
    m_slowCloses += reason.code == CloseCode::SlowConsumer;
    Q_EMIT connectionClosed(info, reason);
}

} // namespace Signalbox
