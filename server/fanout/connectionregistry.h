// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/hub/connectioninfo.h"

#include <QHash>
#include <QObject>

#include <chrono>
#include <vector>

namespace Signalbox {

struct Identity;

/// What changes all the time about a connection; costs no allocation.
struct ConnectionActivity
{
    Traffic sent;
    Traffic received;
    qint64 queuedBytes = 0;
    qint64 roundTripMs = -1; ///< negative if not measured yet
    /// When it last sent a message of its own, or came. Heartbeats do not count: a client of any
    /// dialect answers them for as long as it lives.
    std::chrono::steady_clock::time_point lastReceived;
    bool isPolling = false;
    quint32 subscriptionVersion = 0; ///< as RoomMember::subscriptionVersion()

    friend bool operator==(const ConnectionActivity &, const ConnectionActivity &) = default;
};

/// Something that an operator sees as a connection.
class Connection
{
public:
    [[nodiscard]] virtual const QByteArray &sid() const = 0;
    [[nodiscard]] virtual ConnectionInfo info() const = 0;
    [[nodiscard]] virtual ConnectionActivity activity() const = 0;
    /// Header lines of the handshake, secrets redacted.
    [[nodiscard]] virtual QByteArray headers() const { return {}; }
    /// Null if it has shown no credential.
    [[nodiscard]] virtual const Identity *identity() const { return nullptr; }
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

    [[nodiscard]] Connection *find(const QByteArray &sid) const;
    [[nodiscard]] QList<Connection *> all() const;
    [[nodiscard]] qsizetype count() const { return m_places.size(); }
    /// Each connection keeps one of the places 0 to placeCount() - 1 while it is there, so that one
    /// can go through them all a few at a time.
    [[nodiscard]] quint32 placeCount() const { return quint32(m_connections.size()); }
    /// Null if the place is empty.
    [[nodiscard]] Connection *at(quint32 place) const { return m_connections[place]; }
    [[nodiscard]] quint64 total() const { return m_total; } ///< since the start
    [[nodiscard]] quint64 slowCloses() const { return m_slowCloses; } ///< since the start

    /// Over all connections since the start, those that are closed included.
    [[nodiscard]] const Traffic &sent() const { return m_sent; }
    [[nodiscard]] const Traffic &received() const { return m_received; }
    void noteSent(qint64 bytes) { note(m_sent, bytes); }
    void noteReceived(qint64 bytes) { note(m_received, bytes); }

Q_SIGNALS:
    void connectionOpened(const Signalbox::ConnectionInfo &connection, quint32 place);
    void connectionClosed(const Signalbox::ConnectionInfo &connection,
                          const Signalbox::CloseReason &reason, quint32 place);

private:
    static void note(Traffic &traffic, qint64 bytes)
    {
        ++traffic.messages;
        traffic.bytes += quint64(bytes);
    }

    QHash<QByteArray, quint32> m_places; ///< by sid
    std::vector<Connection *> m_connections; ///< by place
    std::vector<quint32> m_freePlaces;
    Traffic m_sent;
    Traffic m_received;
    quint64 m_total = 0;
    quint64 m_slowCloses = 0;
};

} // namespace Signalbox
