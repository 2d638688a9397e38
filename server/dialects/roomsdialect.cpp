// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/roomsdialect.h"

#include "common/hub/room.h"
#include "common/protocol/closecode.h"
#include "common/protocol/json.h"
#include "server/dialects/clientcommand.h"
#include "server/dialects/dialecttext.h"
#include "server/engineio/enginesession.h"
#include "server/socketio/socket.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Signalbox {

using SocketIo::Acknowledge;
using SocketIo::Arguments;
using SocketIo::ConnectRefusal;
using SocketIo::Namespace;
using SocketIo::Socket;

struct RoomsDialect::Session final : SocketIo::SocketData
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

namespace {

QByteArray userRoom(const Identity &identity)
{
    return roomName("user", identity.user);
}

QByteArray packetHead(const QByteArray &nsp)
{
    return nsp == "/" ? QByteArrayLiteral("2[\"") : "2" + nsp + ",[\"";
}

/// `{type, room, timestamp, event_id, data}`; without event_id if it has none.
void appendEvent(QByteArray &json, const Event &event, QByteArrayView room)
{
    json += "{\"type\":\"" + event.type + "\",\"room\":" + Json::quoted(room)
        + ",\"timestamp\":" + event.timestamp;
    if (event.id.offset > 0)
        json += ",\"event_id\":\"" + event.id.toText() + '"';
    json += ",\"data\":" + event.body + '}';
}

/// An error to the client, as event and acknowledgement.
void refuse(Socket &socket, const Acknowledge &ack, const QByteArray &code, const QString &message,
            const QByteArray &room = {}, QJsonObject more = {})
{
    more.insert(QStringLiteral("code"), QString::fromLatin1(code));
    more.insert(QStringLiteral("message"), message);
    if (!room.isNull())
        more.insert(QStringLiteral("room"), QString::fromUtf8(room));
    socket.emitEvent("error", more);
    ack(more);
}

void reply(Socket &socket, const Acknowledge &ack, const char *event, const Arguments &arguments)
{
    socket.emitEvent(event, arguments);
    ack(arguments);
}

WebSocket::Frame encodeEvent(const QByteArray &nsp, const Event &event, QByteArrayView room)
{
    QByteArray packet = packetHead(nsp) + event.type + "\",";
    appendEvent(packet, event, room);
    packet += ']';
    return EngineSession::encodeText(packet);
}

Arguments roomReply(const QByteArray &room)
{
    return Arguments().addJson("{\"room\":" + Json::quoted(room) + '}');
}

} // namespace

RoomsDialect::RoomsDialect(const DialectContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    connect(&context.hub, &EventHub::emergencyChanged, this, &RoomsDialect::handleEmergency);
}

RoomsDialect::~RoomsDialect() = default;

void RoomsDialect::addNamespace(Namespace &nsp)
{
    m_namespaces.push_back(&nsp);
    nsp.setDialect(QByteArrayLiteral("rooms"));
    nsp.setAdmission([this](Socket &socket) { return admit(socket); });
    nsp.onConnect([this](Socket &socket) { handleConnect(socket); });
    nsp.setGate(
        [this](Socket &socket, const Acknowledge &ack) { return allowCommand(socket, ack); });
    nsp.on("authenticate",
           [this](Socket &socket, const Arguments &arguments, const Acknowledge &ack) {
               authenticate(socket, arguments, ack);
           });
    nsp.on("subscribe", [this](Socket &socket, const Arguments &arguments, const Acknowledge &ack) {
        subscribe(socket, arguments, ack);
    });
    nsp.on("unsubscribe",
           [this](Socket &socket, const Arguments &arguments, const Acknowledge &ack) {
               unsubscribe(socket, arguments, ack);
           });
    nsp.on("ping", [](Socket &socket, const Arguments &arguments, const Acknowledge &ack) {
        const QByteArray timestamp = ClientCommand(arguments.json(0)).json("timestamp");
        reply(socket, ack, "pong",
              Arguments().addJson("{\"timestamp\":"
                                  + (timestamp.isNull() ? QByteArrayLiteral("null") : timestamp)
                                  + '}'));
    });
    nsp.onAny([](Socket &socket, const Arguments &, const Acknowledge &ack) {
        refuse(socket, ack, text(ErrorCode::BadRequest), QStringLiteral("Unknown event"));
    });
}

std::optional<ConnectRefusal> RoomsDialect::admit(Socket &socket)
{
    QByteArray token = ClientCommand(socket.auth()).text("token").value_or(QByteArray());
    if (token.isEmpty())
        token = socket.handshake().token;
    const auto identity = m_context.authenticateJwt(socket.handshake().address, token);
    if (!identity) {
        if (identity.error() != AuthFailure::Missing)
            Q_EMIT authenticationFailed(socket.sid(), socket.handshake().addressText());
        return ConnectRefusal{
            "Authentication failed",
            {{QStringLiteral("type"), QStringLiteral("connection.error")},
             {QStringLiteral("code"), QString::fromLatin1(text(identity.error()))}}};
    }
    if (!identity->scopes.testFlag(Scope::Subscribe))
        return ConnectRefusal{
            "Authentication failed",
            {{QStringLiteral("type"), QStringLiteral("connection.error")},
             {QStringLiteral("code"), QString::fromLatin1(text(ErrorCode::Forbidden))}}};
    auto session = std::unique_ptr<Session>(new Session(socket, m_context.wheel, *this));
    session->client.setIdentity(*identity, {});
    socket.setUser(identity->user);
    socket.setData(std::move(session));
    return {};
}

void RoomsDialect::handleConnect(Socket &socket)
{
    const Identity &identity = *socket.data<Session>().client.identity();
    socket.join(GlobalRoom.toByteArray());
    socket.join(userRoom(identity));

    QJsonArray rooms;
    for (const QByteArray &room : socket.rooms())
        rooms.append(QString::fromUtf8(room));
    const QJsonObject established{
        {QStringLiteral("type"), QStringLiteral("connection.established")},
        {QStringLiteral("timestamp"), DialectText::timestamp()},
        {QStringLiteral("data"),
         QJsonObject{{QStringLiteral("sid"), QString::fromLatin1(socket.sid())},
                     {QStringLiteral("user_id"), QString::fromUtf8(identity.user)},
                     {QStringLiteral("rooms"), rooms}}}};
    socket.emitEvent("connection_established", established);
    socket.emitEvent("connection.established", established);
    if (m_context.hub.isTripped())
        socket.emitEvent("emergency", DialectText::emergency(m_context.hub));
}

bool RoomsDialect::allowCommand(Socket &socket, const Acknowledge &ack)
{
    ClientSession &client = socket.data<Session>().client;
    const CommandLimiter::Answer answer =
        m_context.commands.check(client.allowance(), client.identity()->user);
    switch (answer.verdict) {
    case CommandLimiter::Verdict::Allowed:
        return true;
    case CommandLimiter::Verdict::Refused:
        refuse(socket, ack, text(ErrorCode::RateLimited), QStringLiteral("Too many commands"), {},
               {{QStringLiteral("retry_after_ms"), qint64(answer.retryAfter.count())}});
        return false;
    case CommandLimiter::Verdict::Flooding:
        socket.close(CloseCode::Flooding, QByteArrayLiteral("flooding"));
        return false;
    }
    return false;
}

void RoomsDialect::authenticate(Socket &socket, const Arguments &arguments, const Acknowledge &ack)
{
    ClientSession &client = socket.data<Session>().client;
    const auto identity = m_context.authenticateJwt(
        socket.handshake().address,
        ClientCommand(arguments.json(0)).text("token").value_or(QByteArray()));
    QString message = QStringLiteral("Authentication successful");
    if (!identity)
        message = QStringLiteral("Invalid token");
    else if (identity->user != client.identity()->user)
        message = QStringLiteral("The token is for another user");
    else if (!identity->scopes.testFlag(Scope::Subscribe))
        message = QStringLiteral("The token does not allow this");
    const bool isGood = identity && identity->user == client.identity()->user
        && identity->scopes.testFlag(Scope::Subscribe);
    if (!isGood)
        Q_EMIT authenticationFailed(socket.sid(), socket.handshake().addressText());

    const QJsonObject response{{QStringLiteral("success"), isGood},
                               {QStringLiteral("message"), message}};
    socket.emitEvent("auth_response", response);
    ack(response);
    if (!isGood)
        return;
    const auto isAllowed = [this, &identity](const QByteArray &room) {
        return m_context.policy.mayJoin(*identity, room);
    };
    for (const QByteArray &room : socket.rooms()) {
        if (!isAllowed(room))
            socket.leave(room);
    }
    client.setIdentity(*identity, isAllowed);
}

void RoomsDialect::subscribe(Socket &socket, const Arguments &arguments, const Acknowledge &ack)
{
    ClientSession &client = socket.data<Session>().client;
    const ClientCommand command(arguments.json(0));
    const QByteArray room = command.text("room").value_or(QByteArray());
    if (client.isExpired()) {
        refuse(socket, ack, text(AuthFailure::Expired), QStringLiteral("The token has expired"),
               room);
        return;
    }
    if (!isValidRoomName(room)) {
        refuse(socket, ack, text(ErrorCode::BadRoom), QStringLiteral("Not a valid room name"),
               room);
        return;
    }
    const Result<std::optional<EventId>> since = command.since();
    if (!since) {
        refuse(socket, ack, text(since.error().code), since.error().message, room);
        return;
    }
    if (!m_context.policy.mayJoin(*client.identity(), room)) {
        refuse(socket, ack, text(ErrorCode::Forbidden),
               QStringLiteral("The token gives no right to this room"), room);
        return;
    }
    if (socket.roomCount() >= m_context.maxRooms && !socket.isIn(room)) {
        refuse(socket, ack, text(ErrorCode::Limit),
               QStringLiteral("At most %1 rooms").arg(m_context.maxRooms), room);
        return;
    }
    socket.join(room);
    reply(socket, ack, "subscribed", Arguments().addJson("{\"room\":" + Json::quoted(room) + '}'));
    if (!*since)
        return;
    socket.replay({room, m_context.hub.history().since(room, **since), true},
                  [nsp = socket.nsp().name()](const ReplayRequest &request,
                                              const QList<Event> &events, bool isLast) {
                      return encodeReplay(nsp, request, events, isLast);
                  });
}

void RoomsDialect::unsubscribe(Socket &socket, const Arguments &arguments, const Acknowledge &ack)
{
    const QByteArray room = ClientCommand(arguments.json(0)).text("room").value_or(QByteArray());
    if (!isValidRoomName(room)) {
        refuse(socket, ack, text(ErrorCode::BadRoom), QStringLiteral("Not a valid room name"),
               room);
        return;
    }
    socket.leave(room);
    socket.cancelReplay(room);
    reply(socket, ack, "unsubscribed",
          Arguments().addJson("{\"room\":" + Json::quoted(room) + '}'));
}

qsizetype RoomsDialect::deliver(const Event &event)
{
    qsizetype count = 0;
    for (Namespace *nsp : m_namespaces) {
        QVarLengthArray<WebSocket::Frame, 8> frames(
            event.rooms.size()); // one for each room, if needed
        count += nsp->rooms().visit(event.rooms, [&](RoomMember &member, qsizetype room) {
            WebSocket::Frame &frame = frames[room];
            if (frame.bytes.isEmpty())
                frame = encodeEvent(nsp->name(), event, event.rooms.at(room));
            static_cast<Subscriber &>(member).deliver(frame, {}, event.rooms);
        });
    }
    return count;
}

WebSocket::Frame RoomsDialect::encodeReplay(const QByteArray &nsp, const ReplayRequest &request,
                                            const QList<Event> &events, bool isLast)
{
    QByteArray packet = packetHead(nsp) + "recent_events\",{\"room\":" + Json::quoted(request.room)
        + ",\"events\":[";
    for (qsizetype i = 0; i < events.size(); ++i) {
        if (i > 0)
            packet += ',';
        appendEvent(packet, events.at(i), request.room);
    }
    packet += "]," + DialectText::replayTail(request, events, isLast) + "}]";
    return EngineSession::encodeText(packet);
}

Socket *RoomsDialect::find(const QByteArray &sid) const
{
    for (const Namespace *nsp : m_namespaces) {
        if (Socket *socket = nsp->find(sid))
            return socket;
    }
    return nullptr;
}

QList<RoomIndex *> RoomsDialect::roomIndexes()
{
    QList<RoomIndex *> indexes;
    for (Namespace *nsp : m_namespaces)
        indexes.append(&nsp->rooms());
    return indexes;
}

qsizetype RoomsDialect::visitRecipients(const Event &event, const Visitor &visitor)
{
    qsizetype count = 0;
    for (Namespace *nsp : m_namespaces) {
        count += nsp->rooms().visit(event.rooms, [&visitor](RoomMember &member, qsizetype) {
            visitor(static_cast<Socket &>(member));
        });
    }
    return count;
}

bool RoomsDialect::isRecipient(const QByteArray &sid, const Event &event) const
{
    const Socket *socket = find(sid);
    return socket && socket->isInAny(event.rooms);
}

bool RoomsDialect::joinRoom(const QByteArray &sid, const QByteArray &room)
{
    Socket *socket = find(sid);
    if (!socket || socket->roomCount() >= m_context.maxRooms || !socket->join(room))
        return false;
    socket->emitEvent("subscribed", roomReply(room));
    return true;
}

bool RoomsDialect::leaveRoom(const QByteArray &sid, const QByteArray &room)
{
    Socket *socket = find(sid);
    if (!socket || !socket->leave(room))
        return false;
    socket->cancelReplay(room);
    socket->emitEvent("unsubscribed", roomReply(room));
    return true;
}

bool RoomsDialect::sendEvent(const QByteArray &sid, const Event &event)
{
    Socket *socket = find(sid);
    // It came through no room; the one that only this user is in says so best.
    if (socket)
        socket->deliver(encodeEvent(socket->nsp().name(), event,
                                    userRoom(*socket->data<Session>().client.identity())));
    return socket;
}

void RoomsDialect::handleEmergency()
{
    for (Namespace *nsp : m_namespaces)
        nsp->emitEvent("emergency", Arguments() << DialectText::emergency(m_context.hub));
}

void RoomsDialect::recheckCredentials()
{
    for (Namespace *nsp : m_namespaces) {
        const QHash<QByteArray, Socket *> sockets = nsp->sockets();
        for (Socket *socket : sockets) {
            if (!m_context.authenticator.knows(*socket->data<Session>().client.identity()))
                socket->close(CloseCode::Forbidden, QByteArrayLiteral("credential revoked"));
        }
    }
}

void RoomsDialect::credentialExpired(ClientSession &session)
{
    refuse(static_cast<Socket &>(session.subscriber()), {}, text(AuthFailure::Expired),
           QStringLiteral("The token has expired"));
}

void RoomsDialect::graceEnded(ClientSession &session)
{
    static_cast<Socket &>(session.subscriber())
        .close(CloseCode::TokenExpired, QByteArrayLiteral("token expired"));
}

} // namespace Signalbox
