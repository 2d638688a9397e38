// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/hub/connectioninfo.h"

#include <QHash>
#include <QObject>

namespace Signalbox {

/// Something that an operator sees as a connection.
class Connection
{
public:
    [[nodiscard]] virtual const QByteArray &sid() const = 0;
    [[nodiscard]] virtual ConnectionInfo info() const = 0;
    [[nodiscard]] virtual qint64 queuedBytes() const = 0;
    [[nodiscard]] virtual qsizetype subscriptionCount() const = 0;
    /// Ends its transport with a WebSocket close code.
    virtual void close(quint16 code, const QByteArray &reason) = 0;

protected:
    ~Connection() = default;
};

/// All connections of the server, over all dialects.
///
/// Network thread.
class ConnectionRegistry final : public QObject
{
    Q_OBJECT

public:
    explicit ConnectionRegistry(QObject *parent = nullptr);

    void add(Connection &connection);
    /// \a info is what is left to tell of it.
    void remove(const ConnectionInfo &info, const CloseReason &reason);

    [[nodiscard]] Connection *find(const QByteArray &sid) const { return m_connections.value(sid); }
    [[nodiscard]] QList<Connection *> all() const { return m_connections.values(); }
    [[nodiscard]] qsizetype count() const { return m_connections.size(); }
    [[nodiscard]] quint64 total() const { return m_total; } ///< since the start
    [[nodiscard]] quint64 slowCloses() const { return m_slowCloses; } ///< since the start

Q_SIGNALS:
    void connectionOpened(const Signalbox::ConnectionInfo &connection);
    void connectionClosed(const Signalbox::ConnectionInfo &connection,
                          const Signalbox::CloseReason &reason);

private:
    QHash<QByteArray, Connection *> m_connections;
    quint64 m_total = 0;
    quint64 m_slowCloses = 0;
};

} // namespace Signalbox
