// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/clientsession.h"
#include "server/dialects/dialect.h"
#include "server/dialects/dialectcontext.h"
#include "server/socketio/namespace.h"

#include <QObject>

#include <vector>

namespace Signalbox {

/// Rooms over Socket.IO: clients with a JWT join rooms by name, and get each event under its own
/// type as the event's name. The guide's page on the protocol says what goes over the wire.
///
/// Network thread.
class RoomsDialect final : public QObject, public Dialect, private ClientSession::Listener
{
    Q_OBJECT

public:
    explicit RoomsDialect(const DialectContext &context, QObject *parent = nullptr);
    ~RoomsDialect() override;

    /// Serves \a nsp, too; the same clients are found at several paths. It must outlive this.
    void addNamespace(SocketIo::Namespace &nsp);

    qsizetype deliver(const Event &event) override;
    void recheckCredentials() override;
    [[nodiscard]] QList<RoomIndex *> roomIndexes() override;
    qsizetype visitRecipients(const Event &event, const Visitor &visitor) override;
    [[nodiscard]] bool isRecipient(const QByteArray &sid, const Event &event) const override;
    bool joinRoom(const QByteArray &sid, const QByteArray &room) override;
    bool leaveRoom(const QByteArray &sid, const QByteArray &room) override;
    bool sendEvent(const QByteArray &sid, const Event &event) override;

Q_SIGNALS:
    void authenticationFailed(const QByteArray &sid, const QByteArray &address);

private:
    struct Session;

    [[nodiscard]] SocketIo::Socket *find(const QByteArray &sid) const;
    [[nodiscard]] std::optional<SocketIo::ConnectRefusal> admit(SocketIo::Socket &socket);
    void handleConnect(SocketIo::Socket &socket);
    bool allowCommand(SocketIo::Socket &socket, const SocketIo::Acknowledge &ack);
    void authenticate(SocketIo::Socket &socket, const SocketIo::Arguments &arguments,
                      const SocketIo::Acknowledge &ack);
    void subscribe(SocketIo::Socket &socket, const SocketIo::Arguments &arguments,
                   const SocketIo::Acknowledge &ack);
    void unsubscribe(SocketIo::Socket &socket, const SocketIo::Arguments &arguments,
                     const SocketIo::Acknowledge &ack);
    void handleEmergency();
    void credentialExpired(ClientSession &session) override;
    void graceEnded(ClientSession &session) override;
    [[nodiscard]] static WebSocket::Frame encodeReplay(const QByteArray &nsp,
                                                       const ReplayRequest &request,
                                                       const QList<Event> &events, bool isLast);

    const DialectContext &m_context;
    std::vector<SocketIo::Namespace *> m_namespaces;
};

} // namespace Signalbox
