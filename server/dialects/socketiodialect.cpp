// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/socketiodialect.h"

#include "common/protocol/closecode.h"
#include "server/dialects/clientcommand.h"
#include "server/dialects/dialecttext.h"
#include "server/socketio/socket.h"

#include <QJsonObject>

#include <algorithm>

namespace Signalbox {

using SocketIo::Acknowledge;
using SocketIo::Arguments;
using SocketIo::Namespace;
using SocketIo::Socket;

struct SocketIoDialect::Session final : SocketIo::SocketData
{
    Session(Socket &owner, TimerWheel &wheel, ClientSession::Listener &listener)
        : client(owner, wheel, listener)
    { }
    [[nodiscard]] const Identity *identity() const override
    {
        return client.identity() ? &*client.identity() : nullptr;
    }
    ClientSession client;
};

SocketIoDialect::SocketIoDialect(const DialectContext &context, QByteArray name, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_name(std::move(name))
{
    connect(&context.hub, &EventHub::emergencyChanged, this, &SocketIoDialect::handleEmergency);
}

SocketIoDialect::~SocketIoDialect() = default;

void SocketIoDialect::serve(Namespace &nsp)
{
    m_namespaces.push_back(&nsp);
    nsp.setDialect(m_name);
    nsp.setGate([this](Socket &socket, const Acknowledge &ack) {
        return m_context.allowCommand(
            sessionOf(socket), socket,
            [&](const QByteArray &code, const QString &message, const QJsonObject &more) {
                refuse(socket, ack, code, message, more);
            });
    });
    nsp.onAny([](Socket &socket, const Arguments &, const Acknowledge &ack) {
        refuse(socket, ack, text(ErrorCode::BadRequest), QStringLiteral("Unknown event"));
    });
}

ClientSession &SocketIoDialect::openSession(Socket &socket)
{
    // Its listener is a private base, so std::make_unique cannot have it.
    socket.setData(std::unique_ptr<Session>(new Session(socket, m_context.wheel, *this)));
    return sessionOf(socket);
}

ClientSession &SocketIoDialect::sessionOf(const Socket &socket)
{
    return socket.data<Session>().client;
}

QByteArray SocketIoDialect::tokenOf(const Socket &socket)
{
    const QByteArray token = ClientCommand(socket.auth()).text("token").value_or(QByteArray());
    return token.isEmpty() ? socket.handshake().token : token;
}

void SocketIoDialect::renew(Socket &socket, const Identity &identity,
                            const std::function<bool(const QByteArray &room)> &isAllowed)
{
    const QList<QByteArray> rooms = socket.rooms();
    for (const QByteArray &room : rooms) {
        if (!isAllowed(room))
            socket.leave(room);
    }
    socket.setUser(identity.user);
    sessionOf(socket).setIdentity(identity, [&isAllowed](const ReplayQueue::Waiting &waiting) {
        return std::ranges::any_of(waiting.rooms, isAllowed);
    });
}

void SocketIoDialect::reportFailure(const Socket &socket)
{
    Q_EMIT authenticationFailed(socket.sid(), socket.handshake().addressText());
}

void SocketIoDialect::tellEmergency(Socket &socket) const
{
    if (m_context.hub.isTripped())
        socket.emitEvent("emergency", DialectText::emergency(m_context.hub));
}

void SocketIoDialect::refuse(Socket &socket, const Acknowledge &ack, const QByteArray &code,
                             const QString &message, QJsonObject more)
{
    more.insert(QStringLiteral("code"), QString::fromLatin1(code));
    more.insert(QStringLiteral("message"), message);
    socket.emitEvent("error", more);
    ack(more);
}

void SocketIoDialect::refuse(Socket &socket, const Acknowledge &ack, const Error &error,
                             const QJsonObject &more)
{
    refuse(socket, ack, text(error.code), error.message, more);
}

void SocketIoDialect::handleEmergency()
{
    for (Namespace *nsp : m_namespaces)
        nsp->emitEvent("emergency", Arguments() << DialectText::emergency(m_context.hub));
}

void SocketIoDialect::recheckCredentials()
{
    for (Namespace *nsp : m_namespaces) {
        const QHash<QByteArray, Socket *> sockets = nsp->sockets();
        for (Socket *socket : sockets) {
            const std::optional<Identity> &identity = sessionOf(*socket).identity();
            if (identity && !m_context.authenticator.knows(*identity))
                socket->close(CloseCode::Forbidden, QByteArrayLiteral("credential revoked"));
        }
    }
}

Socket *SocketIoDialect::find(const QByteArray &sid) const
{
    for (const Namespace *nsp : m_namespaces) {
        if (Socket *socket = nsp->find(sid))
            return socket;
    }
    return nullptr;
}

QList<RoomIndex *> SocketIoDialect::roomIndexes()
{
    QList<RoomIndex *> indexes;
    for (Namespace *nsp : m_namespaces)
        indexes.append(&nsp->rooms());
    return indexes;
}

qsizetype SocketIoDialect::visitRecipients(const Event &event, const Visitor &visitor)
{
    qsizetype count = 0;
    for (Namespace *nsp : m_namespaces) {
        count += nsp->rooms().visit(event.rooms, [&visitor](RoomMember &member, qsizetype) {
            visitor(static_cast<Socket &>(member));
        });
    }
    return count;
}

bool SocketIoDialect::isRecipient(const QByteArray &sid, const Event &event) const
{
    const Socket *socket = find(sid);
    return socket && socket->isInAny(event.rooms);
}

void SocketIoDialect::credentialExpired(ClientSession &session)
{
    refuse(static_cast<Socket &>(session.subscriber()), {}, text(AuthFailure::Expired),
           QStringLiteral("The token has expired"));
}

void SocketIoDialect::graceEnded(ClientSession &session)
{
    static_cast<Socket &>(session.subscriber())
        .close(CloseCode::TokenExpired, QByteArrayLiteral("token expired"));
}

} // namespace Signalbox
