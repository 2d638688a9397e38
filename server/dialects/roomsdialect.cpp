// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/roomsdialect.h"

#include "common/hub/room.h"
#include "common/protocol/json.h"
#include "common/timestamp.h"
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

/// What an error tells beside its code and message: the room, if the client named one.
QJsonObject about(const QByteArray &room)
{
    if (room.isNull())
        return {};
    return {{QStringLiteral("room"), QString::fromUtf8(room)}};
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

RoomsDialect::RoomsDialect(const DialectContext &context, const QList<Namespace *> &namespaces,
                           QObject *parent)
    : SocketIoDialect(context, QByteArrayLiteral("rooms"), parent)
{
    for (Namespace *nsp : namespaces)
        prepare(*nsp);
}

RoomsDialect::~RoomsDialect() = default;

void RoomsDialect::prepare(Namespace &nsp)
{
    serve(nsp);
    nsp.setAdmission([this](Socket &socket) { return admit(socket); });
    nsp.onConnect([this](Socket &socket) { handleConnect(socket); });
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
}

std::optional<ConnectRefusal> RoomsDialect::admit(Socket &socket)
{
    const auto identity = context().authenticateJwt(socket.handshake().address, tokenOf(socket));
    if (!identity) {
        if (identity.error() != AuthFailure::Missing)
            reportFailure(socket);
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
    openSession(socket).setIdentity(*identity, {});
    socket.setUser(identity->user);
    return {};
}

void RoomsDialect::handleConnect(Socket &socket)
{
    const Identity &identity = *sessionOf(socket).identity();
    socket.join(GlobalRoom.toByteArray());
    socket.join(userRoom(identity));

    QJsonArray rooms;
    for (const QByteArray &room : socket.rooms())
        rooms.append(QString::fromUtf8(room));
    const QJsonObject established{
        {QStringLiteral("type"), QStringLiteral("connection.established")},
        {QStringLiteral("timestamp"), Timestamp::now()},
        {QStringLiteral("data"),
         QJsonObject{{QStringLiteral("sid"), QString::fromLatin1(socket.sid())},
                     {QStringLiteral("user_id"), QString::fromUtf8(identity.user)},
                     {QStringLiteral("rooms"), rooms}}}};
    socket.emitEvent("connection_established", established);
    socket.emitEvent("connection.established", established);
    tellEmergency(socket);
}

void RoomsDialect::authenticate(Socket &socket, const Arguments &arguments, const Acknowledge &ack)
{
    ClientSession &client = sessionOf(socket);
    const auto identity = context().authenticateJwt(
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
        reportFailure(socket);

    const QJsonObject response{{QStringLiteral("success"), isGood},
                               {QStringLiteral("message"), message}};
    socket.emitEvent("auth_response", response);
    ack(response);
    if (!isGood)
        return;
    renew(socket, *identity, [this, &identity](const QByteArray &room) {
        return context().policy.mayJoin(*identity, room);
    });
}

void RoomsDialect::subscribe(Socket &socket, const Arguments &arguments, const Acknowledge &ack)
{
    ClientSession &client = sessionOf(socket);
    const ClientCommand command(arguments.json(0));
    const QByteArray room = command.text("room").value_or(QByteArray());
    if (client.isExpired()) {
        refuse(socket, ack, text(AuthFailure::Expired), QStringLiteral("The token has expired"),
               about(room));
        return;
    }
    if (!isValidRoomName(room)) {
        refuse(socket, ack, text(ErrorCode::BadRoom), QStringLiteral("Not a valid room name"),
               about(room));
        return;
    }
    const Result<std::optional<EventId>> since = command.since();
    if (!since) {
        refuse(socket, ack, since.error(), about(room));
        return;
    }
    if (!context().policy.mayJoin(*client.identity(), room)) {
        refuse(socket, ack, text(ErrorCode::Forbidden),
               QStringLiteral("The token gives no right to this room"), about(room));
        return;
    }
    if (socket.roomCount() >= context().maxRooms && !socket.isIn(room)) {
        refuse(socket, ack, text(ErrorCode::Limit),
               QStringLiteral("At most %1 rooms").arg(context().maxRooms), about(room));
        return;
    }
    socket.join(room);
    reply(socket, ack, "subscribed", Arguments().addJson("{\"room\":" + Json::quoted(room) + '}'));
    if (!*since)
        return;
    socket.replay({room, context().hub.history().since(room, **since), true},
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
               about(room));
        return;
    }
    socket.leave(room);
    socket.forget({room});
    reply(socket, ack, "unsubscribed",
          Arguments().addJson("{\"room\":" + Json::quoted(room) + '}'));
}

qsizetype RoomsDialect::deliver(const Event &event)
{
    qsizetype count = 0;
    for (Namespace *nsp : namespaces()) {
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

bool RoomsDialect::joinRoom(const QByteArray &sid, const QByteArray &room)
{
    Socket *socket = find(sid);
    if (!socket || socket->roomCount() >= context().maxRooms || !socket->join(room))
        return false;
    socket->emitEvent("subscribed", roomReply(room));
    return true;
}

bool RoomsDialect::leaveRoom(const QByteArray &sid, const QByteArray &room)
{
    Socket *socket = find(sid);
    if (!socket || !socket->leave(room))
        return false;
    socket->forget({room});
    socket->emitEvent("unsubscribed", roomReply(room));
    return true;
}

bool RoomsDialect::sendEvent(const QByteArray &sid, const Event &event)
{
    Socket *socket = find(sid);
    // It came through no room; the one that only this user is in says so best.
    if (socket)
        socket->deliver(
            encodeEvent(socket->nsp().name(), event, userRoom(*sessionOf(*socket).identity())), {},
            socket->rooms());
    return socket;
}

} // namespace Signalbox
