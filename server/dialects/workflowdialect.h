// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/auth/authenticator.h"
#include "common/errors.h"
#include "common/hub/eventhub.h"
#include "server/dialects/dialect.h"
#include "server/fanout/replayqueue.h"
#include "server/socketio/namespace.h"

#include <QObject>

namespace Signalbox {

struct WorkflowOptions
{
    bool requiresAuth = false; ///< to subscribe
    qsizetype maxRooms = 1024; ///< per connection
};

/// Workflow events over Socket.IO: clients subscribe to workflows, bots and strategies by id, and
/// get their events as `workflow_event`. The guide's page on the protocol says what goes over the
/// wire.
///
/// Network thread.
class WorkflowDialect final : public QObject, public Dialect
{
    Q_OBJECT

public:
    WorkflowDialect(const WorkflowOptions &options, SocketIo::Namespace &nsp, EventHub &hub,
                    const Authenticator &authenticator, QObject *parent = nullptr);
    ~WorkflowDialect() override;

    void setOptions(const WorkflowOptions &options) { m_options = options; }

    qsizetype deliver(const Event &event) override;
    void recheckCredentials() override;

Q_SIGNALS:
    void authenticationFailed(const QByteArray &sid, const QByteArray &address);

private:
    struct Session;

    void handleConnect(SocketIo::Socket &socket);
    void authenticate(SocketIo::Socket &socket, const QByteArray &token,
                      const SocketIo::Acknowledge &ack);
    void subscribe(SocketIo::Socket &socket, const QByteArray &kind,
                   const SocketIo::Arguments &arguments, const SocketIo::Acknowledge &ack);
    void unsubscribe(SocketIo::Socket &socket, const SocketIo::Arguments &arguments,
                     const SocketIo::Acknowledge &ack);
    [[nodiscard]] QJsonObject emergency() const;
    void handleEmergency();
    void refuse(SocketIo::Socket &socket, const SocketIo::Acknowledge &ack, ErrorCode code,
                const QString &message);
    [[nodiscard]] WebSocket::Frame encodeReplay(const ReplayRequest &request,
                                                const QList<Event> &events, bool isLast) const;

    WorkflowOptions m_options;
    SocketIo::Namespace &m_nsp;
    EventHub &m_hub;
    const Authenticator &m_authenticator;
};

} // namespace Signalbox
