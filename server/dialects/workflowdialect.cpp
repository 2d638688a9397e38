// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/workflowdialect.h"

#include "common/hub/room.h"
#include "common/protocol/json.h"
#include "server/engineio/enginesession.h"
#include "server/net/websocketlink.h"
#include "server/socketio/socket.h"

#include <QDateTime>
#include <QJsonObject>

namespace Signalbox {

using SocketIo::Acknowledge;
using SocketIo::Arguments;
using SocketIo::Socket;

struct WorkflowDialect::Session final : SocketIo::SocketData
{
    std::optional<Identity> identity;
};

namespace {

QString timestamp()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
}

bool isSubscribable(QByteArrayView kind)
{
    return kind == "workflow" || kind == "bot" || kind == "strategy";
}

/// What a client names in a command: a workflow, bot or strategy.
struct Subject
{
    QByteArray id;
    QByteArray json; ///< the id as the client wrote it: a string or an integer
};

Result<Subject> readSubject(const QList<Json::Member> &members, const QByteArray &field)
{
    for (const Json::Member &member : members) {
        if (member.key != field)
            continue;
        const Json::Kind kind = Json::kindOf(member.value);
        QByteArray id;
        if (kind == Json::Kind::String)
            id = Json::unquoted(member.value);
        else if (kind == Json::Kind::Number && Json::isInteger(member.value))
            id = member.value.toByteArray();
        else
            break;
        if (id.isEmpty())
            break;
        if (!isValidRoomId(id))
            return fail(ErrorCode::BadRequest,
                        QStringLiteral("%1 is not a valid id").arg(QLatin1StringView(field)));
        return Subject{id, member.value.toByteArray()};
    }
    return fail(ErrorCode::BadRequest,
                QStringLiteral("%1 is required").arg(QLatin1StringView(field)));
}

/// The members of a command's payload; none if it is no object.
QList<Json::Member> readPayload(const QByteArray &payload)
{
    Result<QList<Json::Member>> members = Json::members(payload);
    return members ? *members : QList<Json::Member>();
}

QByteArray stringMember(const QList<Json::Member> &members, QByteArrayView key)
{
    for (const Json::Member &member : members) {
        if (member.key == key && Json::kindOf(member.value) == Json::Kind::String)
            return Json::unquoted(member.value);
    }
    return {};
}

Arguments subscriptionReply(const QByteArray &kind, const Subject &subject)
{
    return Arguments().addJson("{\"type\":\"" + kind + "\",\"" + kind + "_id\":" + subject.json
                               + '}');
}

/// `{...body, type, event_id, timestamp}`
void appendEvent(QByteArray &json, const Event &event)
{
    const QByteArrayView members = event.flat();
    json += '{';
    json += members;
    if (!members.isEmpty())
        json += ',';
    json += "\"type\":\"" + event.type + "\",\"event_id\":\"" + event.id.toText()
        + "\",\"timestamp\":" + event.timestamp + '}';
}

} // namespace

WorkflowDialect::WorkflowDialect(const WorkflowOptions &options, SocketIo::Namespace &nsp,
                                 EventHub &hub, const Authenticator &authenticator, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_nsp(nsp)
    , m_hub(hub)
    , m_authenticator(authenticator)
{
    nsp.setDialect(QByteArrayLiteral("workflow"));
    nsp.onConnect([this](Socket &socket) { handleConnect(socket); });
    nsp.on("authenticate",
           [this](Socket &socket, const Arguments &arguments, const Acknowledge &ack) {
               const QByteArray payload = arguments.json(0);
               authenticate(socket, stringMember(readPayload(payload), "token"), ack);
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
    nsp.onAny([this](Socket &socket, const Arguments &, const Acknowledge &ack) {
        refuse(socket, ack, ErrorCode::BadRequest, QStringLiteral("Unknown event"));
    });
    connect(&hub, &EventHub::emergencyChanged, this, &WorkflowDialect::handleEmergency);
}

WorkflowDialect::~WorkflowDialect() = default;

void WorkflowDialect::handleConnect(Socket &socket)
{
    socket.setData(std::make_unique<Session>());
    socket.emitEvent(
        "connected",
        QJsonObject{{QStringLiteral("sid"), QString::fromLatin1(socket.sid())},
                    {QStringLiteral("message"), QStringLiteral("Connected to workflow events")},
                    {QStringLiteral("auth_required"), m_options.requiresAuth},
                    {QStringLiteral("server_time"), timestamp()}});
    QByteArray token = stringMember(readPayload(socket.auth()), "token");
    if (token.isEmpty())
        token = socket.handshake().token;
    if (!token.isEmpty())
        authenticate(socket, token, {});
    if (m_hub.isTripped())
        socket.emitEvent("emergency", emergency());
}

void WorkflowDialect::authenticate(Socket &socket, const QByteArray &token, const Acknowledge &ack)
{
    const tl::expected<Identity, AuthFailure> identity = m_authenticator.authenticate(token);
    const bool isGood = identity && identity->scopes.testFlag(Scope::Subscribe);
    QString message;
    if (!m_options.requiresAuth)
        message = QStringLiteral("Authentication not required");
    else
        message =
            isGood ? QStringLiteral("Authentication successful") : QStringLiteral("Invalid token");
    if (isGood) {
        socket.data<Session>().identity = *identity;
        socket.setUser(identity->user);
    } else if (!token.isEmpty()) {
        Q_EMIT authenticationFailed(socket.sid(), socket.handshake().addressText());
    }
    const QJsonObject reply{{QStringLiteral("success"), isGood || !m_options.requiresAuth},
                            {QStringLiteral("message"), message}};
    socket.emitEvent("auth_response", reply);
    ack(reply);
}

void WorkflowDialect::subscribe(Socket &socket, const QByteArray &kind, const Arguments &arguments,
                                const Acknowledge &ack)
{
    if (m_options.requiresAuth && !socket.data<Session>().identity) {
        refuse(socket, ack, ErrorCode::AuthRequired, QStringLiteral("Authentication required"));
        return;
    }
    const QByteArray payload = arguments.json(0);
    const QList<Json::Member> members = readPayload(payload);
    const Result<Subject> subject = readSubject(members, kind + "_id");
    if (!subject) {
        refuse(socket, ack, subject.error().code, subject.error().message);
        return;
    }
    std::optional<EventId> since;
    for (const Json::Member &member : members) {
        if (member.key != "since" || Json::kindOf(member.value) == Json::Kind::Null)
            continue;
        if (Json::kindOf(member.value) == Json::Kind::String)
            since = EventId::fromText(Json::unquoted(member.value));
        if (!since) {
            refuse(socket, ack, ErrorCode::BadRequest, QStringLiteral("since is not an event id"));
            return;
        }
    }
    const QByteArray room = roomName(kind, subject->id);
    if (socket.roomCount() >= m_options.maxRooms && !socket.isIn(room)) {
        refuse(socket, ack, ErrorCode::Limit,
               QStringLiteral("At most %1 subscriptions").arg(m_options.maxRooms));
        return;
    }
    socket.join(room);
    const Arguments reply = subscriptionReply(kind, *subject);
    socket.emitEvent("subscribed", reply);
    ack(reply);

    ReplayRequest request;
    request.room = room;
    request.isSince = since.has_value();
    request.replay = since ? m_hub.history().since(room, *since) : m_hub.history().recent(room);
    socket.replay(std::move(request),
                  [this](const ReplayRequest &asked, const QList<Event> &events, bool isLast) {
                      return encodeReplay(asked, events, isLast);
                  });
}

void WorkflowDialect::unsubscribe(Socket &socket, const Arguments &arguments,
                                  const Acknowledge &ack)
{
    const QByteArray payload = arguments.json(0);
    const QList<Json::Member> members = readPayload(payload);
    const QByteArray kind = stringMember(members, "type");
    if (!isSubscribable(kind)) {
        refuse(socket, ack, ErrorCode::BadRequest,
               QStringLiteral("type must be workflow, bot or strategy"));
        return;
    }
    const Result<Subject> subject = readSubject(members, kind + "_id");
    if (!subject) {
        refuse(socket, ack, subject.error().code, subject.error().message);
        return;
    }
    const QByteArray room = roomName(kind, subject->id);
    socket.leave(room);
    socket.cancelReplay(room);
    const Arguments reply = subscriptionReply(kind, *subject);
    socket.emitEvent("unsubscribed", reply);
    ack(reply);
}

void WorkflowDialect::refuse(Socket &socket, const Acknowledge &ack, ErrorCode code,
                             const QString &message)
{
    const QJsonObject reply{{QStringLiteral("message"), message},
                            {QStringLiteral("code"), QString::fromLatin1(text(code))}};
    socket.emitEvent("error", reply);
    ack(reply);
}

qsizetype WorkflowDialect::deliver(const Event &event)
{
    WebSocket::Frame frame; // made for the first who gets it
    return m_nsp.rooms().visit(event.rooms, [&](RoomMember &member) {
        if (frame.bytes.isEmpty()) {
            QByteArray packet;
            packet.reserve(event.flat().size() + event.type.size() + 160);
            packet += "2[\"workflow_event\",";
            appendEvent(packet, event);
            packet += ']';
            frame = EngineSession::encodeText(packet);
        }
        static_cast<Subscriber &>(member).deliver(frame);
    });
}

WebSocket::Frame WorkflowDialect::encodeReplay(const ReplayRequest &request,
                                               const QList<Event> &events, bool isLast) const
{
    QByteArray packet = "2[\"recent_events\",{\"events\":[";
    for (qsizetype i = 0; i < events.size(); ++i) {
        if (i > 0)
            packet += ',';
        appendEvent(packet, events.at(i));
    }
    packet += "],\"count\":" + QByteArray::number(events.size());
    if (request.isSince)
        packet += request.replay.recovered ? ",\"recovered\":true" : ",\"recovered\":false";
    if (!isLast)
        packet += ",\"more\":true";
    packet += "}]";
    return EngineSession::encodeText(packet);
}

QJsonObject WorkflowDialect::emergency() const
{
    return {{QStringLiteral("state"),
             m_hub.isTripped() ? QStringLiteral("tripped") : QStringLiteral("normal")},
            {QStringLiteral("reason"), m_hub.emergencyReason()},
            {QStringLiteral("timestamp"), timestamp()}};
}

void WorkflowDialect::handleEmergency()
{
    m_nsp.emitEvent("emergency", Arguments() << emergency());
}

void WorkflowDialect::recheckCredentials()
{
    const QHash<QByteArray, Socket *> sockets = m_nsp.sockets();
    for (Socket *socket : sockets) {
        const std::optional<Identity> &identity = socket->data<Session>().identity;
        if (identity && !m_authenticator.knows(*identity))
            socket->close(CloseCode::Forbidden, QByteArrayLiteral("credential revoked"));
    }
}

} // namespace Signalbox
