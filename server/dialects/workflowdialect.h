// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/clientsession.h"
#include "server/dialects/dialect.h"
#include "server/dialects/dialectcontext.h"
#include "server/fanout/replayqueue.h"
#include "server/socketio/namespace.h"

#include <QObject>

namespace Signalbox {

/// Workflow events over Socket.IO: clients subscribe to workflows, bots and strategies by id, and
/// get their events as `workflow_event`. The guide's page on the protocol says what goes over the
/// wire.
///
/// Network thread.
class WorkflowDialect final : public QObject, public Dialect, private ClientSession::Listener
{
    Q_OBJECT

public:
    WorkflowDialect(const DialectContext &context, SocketIo::Namespace &nsp,
                    QObject *parent = nullptr);
    ~WorkflowDialect() override;

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

    void handleConnect(SocketIo::Socket &socket);
    bool allowCommand(SocketIo::Socket &socket, const SocketIo::Acknowledge &ack);
    [[nodiscard]] bool mayJoin(const ClientSession &client, const QByteArray &room) const;
    void authenticate(SocketIo::Socket &socket, const QByteArray &token,
                      const SocketIo::Acknowledge &ack);
    void subscribe(SocketIo::Socket &socket, const QByteArray &kind,
                   const SocketIo::Arguments &arguments, const SocketIo::Acknowledge &ack);
    void unsubscribe(SocketIo::Socket &socket, const SocketIo::Arguments &arguments,
                     const SocketIo::Acknowledge &ack);
    void handleEmergency();
    void credentialExpired(ClientSession &session) override;
    void graceEnded(ClientSession &session) override;
    [[nodiscard]] static WebSocket::Frame encodeReplay(const ReplayRequest &request,
                                                       const QList<Event> &events, bool isLast);

    const DialectContext &m_context;
    SocketIo::Namespace &m_nsp;
};

} // namespace Signalbox
