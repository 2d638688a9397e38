// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/clientsession.h"
#include "server/dialects/dialect.h"
#include "server/dialects/dialectcontext.h"
#include "server/socketio/namespace.h"

#include <QObject>

#include <functional>
#include <vector>

namespace Signalbox {

/// A dialect that is spoken over Socket.IO: its namespaces, and the sessions of the clients in
/// them, with what all such dialects do alike. Every socket that enters has a session.
///
/// Network thread.
class SocketIoDialect : public QObject, public Dialect, private ClientSession::Listener
{
    Q_OBJECT

public:
    ~SocketIoDialect() override;

    void recheckCredentials() override;
    [[nodiscard]] QList<RoomIndex *> roomIndexes() override;
    qsizetype visitRecipients(const Event &event, const Visitor &visitor) override;
    [[nodiscard]] bool isRecipient(const QByteArray &sid, const Event &event) const override;

Q_SIGNALS:
    void authenticationFailed(const QByteArray &sid, const QByteArray &address);

protected:
    SocketIoDialect(const DialectContext &context, QByteArray name, QObject *parent);

    /// Serves \a nsp, which must outlive this. Its admission, greeting and commands are set by
    /// who calls.
    void serve(SocketIo::Namespace &nsp);
    [[nodiscard]] const DialectContext &context() const { return m_context; }
    [[nodiscard]] const std::vector<SocketIo::Namespace *> &namespaces() const
    {
        return m_namespaces;
    }

    [[nodiscard]] SocketIo::Socket *find(const QByteArray &sid) const;
    /// At a socket's admission.
    ClientSession &openSession(SocketIo::Socket &socket);
    [[nodiscard]] static ClientSession &sessionOf(const SocketIo::Socket &socket);
    /// The token that a client came with; empty if none.
    [[nodiscard]] static QByteArray tokenOf(const SocketIo::Socket &socket);
    /// A client has shown a new credential: takes it out of the rooms that \a isAllowed says no to,
    /// and goes on with what it missed.
    static void renew(SocketIo::Socket &socket, const Identity &identity,
                      const std::function<bool(const QByteArray &room)> &isAllowed);
    void reportFailure(const SocketIo::Socket &socket);
    /// The end of every greeting.
    void tellEmergency(SocketIo::Socket &socket) const;

    /// An error to the client, as event and acknowledgement, with \a more members.
    static void refuse(SocketIo::Socket &socket, const SocketIo::Acknowledge &ack,
                       const QByteArray &code, const QString &message, QJsonObject more = {});
    static void refuse(SocketIo::Socket &socket, const SocketIo::Acknowledge &ack,
                       const Error &error, const QJsonObject &more = {});

private:
    struct Session;

    void handleEmergency();
    void credentialExpired(ClientSession &session) override;
    void graceEnded(ClientSession &session) override;

    const DialectContext &m_context;
    const QByteArray m_name;
    std::vector<SocketIo::Namespace *> m_namespaces;
};

} // namespace Signalbox
