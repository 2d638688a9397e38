// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/socketiodialect.h"

namespace Signalbox {

/// Rooms over Socket.IO: clients with a JWT join rooms by name, and get each event under its own
/// type as the event's name. The guide's page on the protocol says what goes over the wire.
///
/// Network thread.
class RoomsDialect final : public SocketIoDialect
{
    Q_OBJECT

public:
    /// Serves all of \a namespaces: the same clients are found at several paths. They must outlive
    /// this.
    RoomsDialect(const DialectContext &context, const QList<SocketIo::Namespace *> &namespaces,
                 QObject *parent = nullptr);
    ~RoomsDialect() override;

    qsizetype deliver(const Event &event) override;
    bool joinRoom(const QByteArray &sid, const QByteArray &room) override;
    bool leaveRoom(const QByteArray &sid, const QByteArray &room) override;
    bool sendEvent(const QByteArray &sid, const Event &event) override;

private:
    void prepare(SocketIo::Namespace &nsp);
    [[nodiscard]] std::optional<SocketIo::ConnectRefusal> admit(SocketIo::Socket &socket);
    void handleConnect(SocketIo::Socket &socket);
    void authenticate(SocketIo::Socket &socket, const SocketIo::Arguments &arguments,
                      const SocketIo::Acknowledge &ack);
    void subscribe(SocketIo::Socket &socket, const SocketIo::Arguments &arguments,
                   const SocketIo::Acknowledge &ack);
    void unsubscribe(SocketIo::Socket &socket, const SocketIo::Arguments &arguments,
                     const SocketIo::Acknowledge &ack);
    [[nodiscard]] static WebSocket::Frame encodeReplay(const QByteArray &nsp,
                                                       const ReplayRequest &request,
                                                       const QList<Event> &events, bool isLast);
};

} // namespace Signalbox
