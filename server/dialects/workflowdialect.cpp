// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/workflowdialect.h"

#include "common/hub/room.h"
#include "common/timestamp.h"
#include "server/dialects/clientcommand.h"
#include "server/dialects/dialecttext.h"
#include "server/engineio/enginesession.h"
#include "server/socketio/socket.h"

#include <QJsonObject>

namespace Signalbox {

using SocketIo::Acknowledge;
using SocketIo::Arguments;
using SocketIo::Socket;

namespace {

bool isSubscribable(QByteArrayView kind)
{
    return kind == "workflow" || kind == "bot" || kind == "strategy";
}

/// What a client names in a command: a workflow, bot or strategy.
struct Subject
{
    QByteArray kind;
    QByteArray room;
    QByteArray json; ///< the id as the client wrote it: a string or an integer
};

Result<Subject> readSubject(const ClientCommand &command, const QByteArray &kind)
{
    const QByteArray field = kind + "_id";
    const std::optional<QByteArray> id = command.id(field);
    if (!id)
        return fail(ErrorCode::BadRequest,
                    QStringLiteral("%1 is required").arg(QLatin1StringView(field)));
    if (!isValidRoomId(*id))
        return fail(ErrorCode::BadRequest,
                    QStringLiteral("%1 is not a valid id").arg(QLatin1StringView(field)));
    return Subject{kind, roomName(kind, *id), command.json(field)};
}

/// What a client would have named to be in \a room.
Subject subjectOf(const QByteArray &room)
{
    const QByteArray kind = roomKind(room).toByteArray();
    return {kind, room, Json::quoted(room.sliced(kind.size() + 1))};
}

Arguments subscriptionReply(const Subject &subject)
{
    return Arguments().addJson("{\"type\":\"" + subject.kind + "\",\"" + subject.kind
                               + "_id\":" + subject.json + '}');
}

/// `{...body, type, event_id, timestamp}`; without event_id if it has none.
void appendEvent(QByteArray &json, const Event &event)
{
    const QByteArrayView members = event.flat();
    json += '{';
    json += members;
    if (!members.isEmpty())
        json += ',';
    json += "\"type\":\"" + event.type;
    if (event.id.offset > 0)
        json += "\",\"event_id\":\"" + event.id.toText();
    json += "\",\"timestamp\":" + event.timestamp + '}';
}

WebSocket::Frame encodeEvent(const Event &event)
{
    QByteArray packet;
    packet.reserve(event.flat().size() + event.type.size() + 160);
    packet += "2[\"workflow_event\",";
    appendEvent(packet, event);
    packet += ']';
    return EngineSession::encodeText(packet);
}

} // namespace

WorkflowDialect::WorkflowDialect(const DialectContext &context, SocketIo::Namespace &nsp,
                                 QObject *parent)
    : SocketIoDialect(context, QByteArrayLiteral("workflow"), parent)
    , m_nsp(nsp)
{
    serve(nsp);
    nsp.setAdmission([this](Socket &socket) {
        openSession(socket);
        return std::optional<SocketIo::ConnectRefusal>();
    });
    nsp.onConnect([this](Socket &socket) { handleConnect(socket); });
    nsp.on("authenticate",
           [this](Socket &socket, const Arguments &arguments, const Acknowledge &ack) {
               const ClientCommand command(arguments.json(0));
               authenticate(socket, command.text("token").value_or(QByteArray()), ack);
           });
    for (const QByteArray kind : {"workflow", "bot", "strategy"}) {
        nsp.on("subscribe_" + kind,
               [this, kind](Socket &socket, const Arguments &arguments, const Acknowledge &ack) {
                   subscribe(socket, kind, arguments, ack);
               });
    }
    nsp.on("unsubscribe",
           [this](Socket &socket, const Arguments &arguments, const Acknowledge &ack) {
               unsubscribe(socket, arguments, ack);
           });
}

WorkflowDialect::~WorkflowDialect() = default;

void WorkflowDialect::handleConnect(Socket &socket)
{
    socket.emitEvent(
        "connected",
        QJsonObject{{QStringLiteral("sid"), QString::fromLatin1(socket.sid())},
                    {QStringLiteral("message"), QStringLiteral("Connected to workflow events")},
                    {QStringLiteral("auth_required"), context().requiresAuth},
                    {QStringLiteral("server_time"), Timestamp::now()}});
    const QByteArray token = tokenOf(socket);
    if (!token.isEmpty())
        authenticate(socket, token, {});
    tellEmergency(socket);
}

bool WorkflowDialect::mayJoin(const ClientSession &client, const QByteArray &room) const
{
    // Where anybody may listen, a token takes nothing away.
    return !context().requiresAuth || context().policy.mayJoin(*client.identity(), room);
}

void WorkflowDialect::authenticate(Socket &socket, const QByteArray &token, const Acknowledge &ack)
{
    const auto identity = context().authenticate(socket.handshake().address, token);
    const bool isGood = identity && identity->scopes.testFlag(Scope::Subscribe);
    QString message;
    if (!context().requiresAuth)
        message = QStringLiteral("Authentication not required");
    else
        message =
            isGood ? QStringLiteral("Authentication successful") : QStringLiteral("Invalid token");
    if (!isGood && !token.isEmpty())
        reportFailure(socket);
    const QJsonObject reply{{QStringLiteral("success"), isGood || !context().requiresAuth},
                            {QStringLiteral("message"), message}};
    socket.emitEvent("auth_response", reply);
    ack(reply);
    if (!isGood)
        return;

    renew(socket, *identity, [this, &identity](const QByteArray &room) {
        return !context().requiresAuth || context().policy.mayJoin(*identity, room);
    });
}

void WorkflowDialect::subscribe(Socket &socket, const QByteArray &kind, const Arguments &arguments,
                                const Acknowledge &ack)
{
    const ClientSession &client = sessionOf(socket);
    if (context().requiresAuth && !client.identity()) {
        refuse(socket, ack, text(ErrorCode::AuthRequired),
               QStringLiteral("Authentication required"));
        return;
    }
    if (client.isExpired()) {
        refuse(socket, ack, text(AuthFailure::Expired), QStringLiteral("The token has expired"));
        return;
    }
    const ClientCommand command(arguments.json(0));
    const Result<Subject> subject = readSubject(command, kind);
    if (!subject) {
        refuse(socket, ack, subject.error());
        return;
    }
    const Result<std::optional<EventId>> since = command.since();
    if (!since) {
        refuse(socket, ack, since.error());
        return;
    }
    const QByteArray &room = subject->room;
    if (!mayJoin(client, room)) {
        refuse(socket, ack, text(ErrorCode::Forbidden),
               QStringLiteral("The token gives no right to this"));
        return;
    }
    if (socket.roomCount() >= context().maxRooms && !socket.isIn(room)) {
        refuse(socket, ack, text(ErrorCode::Limit),
               QStringLiteral("At most %1 subscriptions").arg(context().maxRooms));
        return;
    }
    socket.join(room);
    const Arguments reply = subscriptionReply(*subject);
    socket.emitEvent("subscribed", reply);
    ack(reply);

    const History &history = context().hub.history();
    socket.replay(
        {room, *since ? history.since(room, **since) : history.recent(room), since->has_value()},
        &WorkflowDialect::encodeReplay);
}

void WorkflowDialect::unsubscribe(Socket &socket, const Arguments &arguments,
                                  const Acknowledge &ack)
{
    const ClientCommand command(arguments.json(0));
    const QByteArray kind = command.text("type").value_or(QByteArray());
    if (!isSubscribable(kind)) {
        refuse(socket, ack, text(ErrorCode::BadRequest),
               QStringLiteral("type must be workflow, bot or strategy"));
        return;
    }
    const Result<Subject> subject = readSubject(command, kind);
    if (!subject) {
        refuse(socket, ack, subject.error());
        return;
    }
    socket.leave(subject->room);
    socket.forget({subject->room});
    const Arguments reply = subscriptionReply(*subject);
    socket.emitEvent("unsubscribed", reply);
    ack(reply);
}

qsizetype WorkflowDialect::deliver(const Event &event)
{
    WebSocket::Frame frame; // made for the first who gets it
    return m_nsp.rooms().visit(event.rooms, [&](RoomMember &member, qsizetype) {
        if (frame.bytes.isEmpty())
            frame = encodeEvent(event);
        static_cast<Subscriber &>(member).deliver(frame, {}, event.rooms);
    });
}

WebSocket::Frame WorkflowDialect::encodeReplay(const ReplayRequest &request,
                                               const QList<Event> &events, bool isLast)
{
    QByteArray packet = "2[\"recent_events\",{\"events\":[";
    for (qsizetype i = 0; i < events.size(); ++i) {
        if (i > 0)
            packet += ',';
        appendEvent(packet, events.at(i));
    }
    packet += "]," + DialectText::replayTail(request, events, isLast) + "}]";
    return EngineSession::encodeText(packet);
}

bool WorkflowDialect::joinRoom(const QByteArray &sid, const QByteArray &room)
{
    Socket *socket = find(sid);
    if (!socket || socket->roomCount() >= context().maxRooms || !socket->join(room))
        return false;
    if (isSubscribable(roomKind(room))) {
        socket->emitEvent("subscribed", subscriptionReply(subjectOf(room)));
        socket->replay({room, context().hub.history().recent(room)},
                       &WorkflowDialect::encodeReplay);
    }
    return true;
}

bool WorkflowDialect::leaveRoom(const QByteArray &sid, const QByteArray &room)
{
    Socket *socket = find(sid);
    if (!socket || !socket->leave(room))
        return false;
    socket->forget({room});
    if (isSubscribable(roomKind(room)))
        socket->emitEvent("unsubscribed", subscriptionReply(subjectOf(room)));
    return true;
}

bool WorkflowDialect::sendEvent(const QByteArray &sid, const Event &event)
{
    Socket *socket = find(sid);
    if (socket)
        socket->deliver(encodeEvent(event), {}, socket->rooms());
    return socket;
}

} // namespace Signalbox
