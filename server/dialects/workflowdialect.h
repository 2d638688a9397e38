// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/socketiodialect.h"

namespace Signalbox {

/// Workflow events over Socket.IO: clients subscribe to workflows, bots and strategies by id, and
/// get their events as `workflow_event`. The guide's page on the protocol says what goes over the
/// wire.
///
/// Network thread.
class WorkflowDialect final : public SocketIoDialect
{
    Q_OBJECT

public:
    WorkflowDialect(const DialectContext &context, SocketIo::Namespace &nsp,
                    QObject *parent = nullptr);
    ~WorkflowDialect() override;

    qsizetype deliver(const Event &event) override;
    bool joinRoom(const QByteArray &sid, const QByteArray &room) override;
    bool leaveRoom(const QByteArray &sid, const QByteArray &room) override;
    bool sendEvent(const QByteArray &sid, const Event &event) override;

private:
    void handleConnect(SocketIo::Socket &socket);
    [[nodiscard]] bool mayJoin(const ClientSession &client, const QByteArray &room) const;
    void authenticate(SocketIo::Socket &socket, const QByteArray &token,
                      const SocketIo::Acknowledge &ack);
    void subscribe(SocketIo::Socket &socket, const QByteArray &kind,
                   const SocketIo::Arguments &arguments, const SocketIo::Acknowledge &ack);
    void unsubscribe(SocketIo::Socket &socket, const SocketIo::Arguments &arguments,
                     const SocketIo::Acknowledge &ack);
    [[nodiscard]] static WebSocket::Frame encodeReplay(const ReplayRequest &request,
                                                       const QList<Event> &events, bool isLast);

    SocketIo::Namespace &m_nsp;
};

} // namespace Signalbox
