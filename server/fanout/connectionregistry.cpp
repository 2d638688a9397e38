// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/fanout/connectionregistry.h"

#include "common/protocol/closecode.h"

#include <algorithm>

namespace Signalbox {

ConnectionRegistry::ConnectionRegistry(QObject *parent)
    : QObject(parent)
{ }

void ConnectionRegistry::add(Connection &connection)
{
    quint32 place = placeCount();
    if (m_freePlaces.empty()) {
        m_connections.push_back(&connection);
    } else {
        place = m_freePlaces.back();
        m_freePlaces.pop_back();
        m_connections[place] = &connection;
    }
    m_places.insert(connection.sid(), place);
    ++m_total;
    Q_EMIT connectionOpened(connection.info(), place);
}

void ConnectionRegistry::remove(const ConnectionInfo &info, const CloseReason &reason)
{
    const auto found = m_places.constFind(info.sid);
    if (found == m_places.cend())
        return;
    const quint32 place = *found;
    m_places.erase(found);
    m_connections[place] = nullptr;
    m_freePlaces.push_back(place);
    m_slowCloses += reason.code == CloseCode::SlowConsumer;
    Q_EMIT connectionClosed(info, reason, place);
}

Connection *ConnectionRegistry::find(const QByteArray &sid) const
{
    const auto found = m_places.constFind(sid);
    return found == m_places.cend() ? nullptr : m_connections[*found];
}

QList<Connection *> ConnectionRegistry::all() const
{
    QList<Connection *> all;
    all.reserve(count());
    std::copy_if(m_connections.cbegin(), m_connections.cend(), std::back_inserter(all),
                 [](const Connection *connection) { return connection; });
    return all;
}

} // namespace Signalbox
