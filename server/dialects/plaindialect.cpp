// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/plaindialect.h"

#include "common/hub/room.h"
#include "common/protocol/closecode.h"
#include "common/timestamp.h"
#include "server/dialects/clientcommand.h"
#include "server/dialects/dialecttext.h"
#include "server/dialects/plainconnection.h"
#include "server/dialects/plainkeys.h"
#include "server/dialects/plainmessage.h"

#include <algorithm>
#include <array>

namespace Signalbox {

namespace {

constexpr std::array<const char *, 4> SubscribedFromTheStart{
    "dashboard_update", "strategy_created", "backtest_started", "backtest_completed"};
constexpr qsizetype MaxNames = 1024; // in one command

QByteArray userRoom(PlainConnection &connection)
{
    return roomName("user", connection.session().identity()->user);
}

/// What the client subscribed to; that it hears what is for its user goes without saying.
QList<QByteArray> subscriptions(PlainConnection &connection)
{
    QList<QByteArray> rooms;
    QList<QByteArray> types;
    PlainKeys::split(connection, rooms, types);
    rooms.removeOne(userRoom(connection));
    return types + rooms;
}

void tellSubscriptions(PlainConnection &connection, const char *type,
                       const QList<QByteArray> &names)
{
    connection.sendText(PlainMessage::subscriptions(type, names, subscriptions(connection)));
}

} // namespace

PlainDialect::PlainDialect(const PlainOptions &options, const DialectContext &context,
                           ConnectionRegistry &connections, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_context(context)
    , m_registry(connections)
{
    connect(&context.hub, &EventHub::emergencyChanged, this, &PlainDialect::handleEmergency);
}

PlainDialect::~PlainDialect() = default;

FrontDoor::UpgradeDecision PlainDialect::decideUpgrade(const HttpRequest &request)
{
    const Handshake handshake = Handshake::fromRequest(request);
    const auto identity = m_context.authenticateJwt(handshake.address, handshake.token);
    if (!identity) {
        if (identity.error() == AuthFailure::Missing)
            return HttpResponse::error(ErrorCode::AuthRequired,
                                       QStringLiteral("Authentication required"));
        Q_EMIT authenticationFailed({}, handshake.addressText());
        if (identity.error() == AuthFailure::Expired)
            return HttpResponse::error(ErrorCode::TokenExpired,
                                       QStringLiteral("The token has expired"));
        return HttpResponse::error(ErrorCode::InvalidToken, QStringLiteral("Invalid token"));
    }
    if (!identity->scopes.testFlag(Scope::Subscribe))
        return HttpResponse::error(ErrorCode::Forbidden,
                                   QStringLiteral("The token does not allow this"));
    return FrontDoor::Upgrade{m_options.maxMessage,
                              [this, handshake, identity = *identity](WebSocketLink &link) {
                                  open(link, handshake, identity);
                              }};
}

void PlainDialect::open(WebSocketLink &link, const Handshake &handshake, const Identity &identity)
{
    auto owned = std::make_unique<PlainConnection>(link, handshake, *this);
    PlainConnection &connection = *owned;
    m_connections.emplace(connection.sid(), std::move(owned));
    connection.session().setIdentity(identity, {});
    m_rooms.join(connection, roomName("user", identity.user));
    for (const char *type : SubscribedFromTheStart)
        m_rooms.join(connection, PlainKeys::ofType(type));
    connection.sendText(PlainMessage::of(
        "connected",
        QJsonObject{{QStringLiteral("message"), QStringLiteral("WebSocket connected successfully")},
                    {QStringLiteral("user_id"), QString::fromUtf8(identity.user)},
                    {QStringLiteral("sid"), QString::fromLatin1(connection.sid())}}));
    if (m_context.hub.isTripped())
        connection.sendText(PlainMessage::of("emergency", DialectText::emergency(m_context.hub)));
    m_registry.add(connection);
}

void PlainDialect::remove(PlainConnection &connection, const CloseReason &reason)
{
    const auto found = m_connections.find(connection.sid());
    if (found == m_connections.end())
        return;
    const ConnectionInfo info = connection.info();
    m_rooms.leaveAll(connection);
    if (m_removed.empty()) // it may be what is calling us
        QMetaObject::invokeMethod(
            this, [this] { m_removed.clear(); }, Qt::QueuedConnection);
    m_removed.push_back(std::move(found->second));
    m_connections.erase(found);
    m_registry.remove(info, reason);
}

void PlainDialect::closeLater(const QByteArray &sid, quint16 code, const QByteArray &reason)
{
    QMetaObject::invokeMethod(
        this,
        [this, sid, code, reason] {
            if (const auto found = m_connections.find(sid); found != m_connections.end())
                found->second->close(code, reason);
        },
        Qt::QueuedConnection);
}

void PlainDialect::handleMessage(PlainConnection &connection, const QByteArray &text)
{
    const bool isAllowed = m_context.allowCommand(
        connection.session(), connection,
        [&](const QByteArray &code, const QString &why, const QJsonObject &more) {
            refuse(connection, code, why, more);
        });
    if (!isAllowed)
        return;
    const ClientCommand command(text);
    if (!command.isObject()) {
        refuse(connection, Signalbox::text(ErrorCode::BadRequest),
               QStringLiteral("A message is a JSON object"));
        return;
    }
    const QByteArray action = command.text("action").value_or(QByteArray());
    if (action == "subscribe") {
        subscribe(connection, command);
    } else if (action == "unsubscribe") {
        unsubscribe(connection, command);
    } else if (action == "authenticate") {
        authenticate(connection, command);
    } else if (action == "ping") {
        const QByteArray timestamp = command.json("timestamp");
        connection.sendText(PlainMessage::of(
            "pong",
            "{\"timestamp\":" + (timestamp.isNull() ? QByteArrayLiteral("null") : timestamp)
                + '}'));
    } else {
        refuse(connection, Signalbox::text(ErrorCode::BadRequest),
               QStringLiteral("Unknown action"));
    }
}

void PlainDialect::subscribe(PlainConnection &connection, const ClientCommand &command)
{
    if (connection.session().isExpired()) {
        refuse(connection, text(AuthFailure::Expired), QStringLiteral("The token has expired"));
        return;
    }
    const std::optional<QList<QByteArray>> names = command.texts("events");
    if (!names || names->size() > MaxNames) {
        refuse(connection, text(ErrorCode::BadRequest),
               QStringLiteral("events must be a list of at most %1 strings").arg(MaxNames));
        return;
    }
    const Result<std::optional<EventId>> since = command.since();
    if (!since) {
        refuse(connection, text(since.error().code), since.error().message);
        return;
    }
    QList<QByteArray> joined;
    for (const QByteArray &name : *names) {
        if (subscribeOne(connection, name))
            joined.append(name);
    }
    tellSubscriptions(connection, "subscribed", *names);
    if (!*since)
        return;
    for (const QByteArray &name : std::as_const(joined))
        replay(connection, name, **since);
}

bool PlainDialect::subscribeOne(PlainConnection &connection, const QByteArray &name)
{
    const QJsonObject event{{QStringLiteral("event"), QString::fromUtf8(name)}};
    const bool isRoom = isValidRoomName(name);
    if (!isRoom && !isValidEventType(name)) {
        refuse(connection, text(ErrorCode::BadRoom),
               QStringLiteral("Neither an event type nor a room name"), event);
        return false;
    }
    if (isRoom && !m_context.policy.mayJoin(*connection.session().identity(), name)) {
        refuse(connection, text(ErrorCode::Forbidden),
               QStringLiteral("The token gives no right to this room"), event);
        return false;
    }
    if (connection.roomCount() >= m_context.maxRooms && !connection.isIn(PlainKeys::of(name))) {
        refuse(connection, text(ErrorCode::Limit),
               QStringLiteral("At most %1 subscriptions").arg(m_context.maxRooms), event);
        return false;
    }
    m_rooms.join(connection, PlainKeys::of(name));
    return true;
}

void PlainDialect::replay(PlainConnection &connection, const QByteArray &name, const EventId &since)
{
    const History &history = m_context.hub.history();
    ReplayRequest request;
    request.isSince = true;
    request.room = PlainKeys::of(name); // by which the queue tells what was asked for
    if (isValidRoomName(name)) {
        request.replay = history.since(name, since);
    } else {
        // Of a type, what went to all or to this user.
        const Replay global = history.since(GlobalRoom.toByteArray(), since);
        const Replay own =
            history.since(roomName("user", connection.session().identity()->user), since);
        request.replay.recovered = global.recovered && own.recovered;
        for (const Event &event : global.events + own.events) {
            if (event.type == name)
                request.replay.events.append(event);
        }
        std::sort(request.replay.events.begin(), request.replay.events.end(),
                  [](const Event &a, const Event &b) { return a.id < b.id; });
        // It may have gone to both rooms.
        const auto end = std::unique(request.replay.events.begin(), request.replay.events.end(),
                                     [](const Event &a, const Event &b) { return a.id == b.id; });
        request.replay.events.erase(end, request.replay.events.end());
    }
    connection.replay(std::move(request),
                      [name](const ReplayRequest &asked, const QList<Event> &events, bool isLast) {
                          return PlainMessage::replay(name, asked, events, isLast);
                      });
}

void PlainDialect::unsubscribe(PlainConnection &connection, const ClientCommand &command)
{
    const std::optional<QList<QByteArray>> names = command.texts("events");
    if (!names || names->size() > MaxNames) {
        refuse(connection, text(ErrorCode::BadRequest),
               QStringLiteral("events must be a list of at most %1 strings").arg(MaxNames));
        return;
    }
    QList<QByteArray> keys;
    keys.reserve(names->size());
    for (const QByteArray &name : *names) {
        keys.append(PlainKeys::of(name));
        if (name != userRoom(connection))
            m_rooms.leave(connection, keys.last());
    }
    connection.forget(keys);
    tellSubscriptions(connection, "unsubscribed", *names);
}

void PlainDialect::authenticate(PlainConnection &connection, const ClientCommand &command)
{
    ClientSession &session = connection.session();
    const auto identity = m_context.authenticateJwt(connection.handshake().address,
                                                    command.text("token").value_or(QByteArray()));
    if (!identity) {
        Q_EMIT authenticationFailed(connection.sid(), connection.handshake().addressText());
        refuse(connection, text(identity.error()), QStringLiteral("Invalid token"));
        return;
    }
    if (identity->user != session.identity()->user) {
        refuse(connection, text(ErrorCode::Forbidden),
               QStringLiteral("The token is for another user"));
        return;
    }
    if (!identity->scopes.testFlag(Scope::Subscribe)) {
        refuse(connection, text(ErrorCode::Forbidden),
               QStringLiteral("The token does not allow this"));
        return;
    }
    QJsonObject data{{QStringLiteral("user_id"), QString::fromUtf8(identity->user)}};
    if (identity->expiresAt)
        data.insert(QStringLiteral("expires_at"), Timestamp::of(*identity->expiresAt));
    connection.sendText(PlainMessage::of("authenticated", data));

    const auto isAllowed = [this, &identity](const QByteArray &room) {
        return !PlainKeys::isOfType(room) && m_context.policy.mayJoin(*identity, room);
    };
    QList<QByteArray> rooms;
    QList<QByteArray> types;
    PlainKeys::split(connection, rooms, types);
    for (const QByteArray &room : std::as_const(rooms)) {
        if (!isAllowed(room))
            m_rooms.leave(connection, room);
    }
    session.setIdentity(*identity, [&isAllowed](const ReplayQueue::Waiting &waiting) {
        // The replay of a type holds what went to all or to this user, to which there is always a
        // right. A live event of the type may have gone to any room.
        return (waiting.isReplay && PlainKeys::isOfType(waiting.rooms.front()))
            || std::ranges::any_of(waiting.rooms, isAllowed);
    });
}

void PlainDialect::refuse(PlainConnection &connection, const QByteArray &code,
                          const QString &message, QJsonObject more)
{
    more.insert(QStringLiteral("code"), QString::fromLatin1(code));
    more.insert(QStringLiteral("message"), message);
    connection.sendText(PlainMessage::of("error", more));
}

/// Calls \a visitor(PlainConnection &) for each connection that gets \a event, and returns how many
/// those are. \a keys are PlainKeys::of(event).
template <typename V>
qsizetype PlainDialect::reach(const Event &event, const QList<QByteArray> &keys, V &&visitor)
{
    const qsizetype typePlace = event.rooms.size();
    qsizetype count = 0;
    m_rooms.visit(keys, [&](RoomMember &member, qsizetype place) {
        auto &connection = static_cast<PlainConnection &>(member);
        if (place == typePlace && !mayHear(connection, event))
            return;
        visitor(connection);
        ++count;
    });
    return count;
}

bool PlainDialect::mayHear(PlainConnection &connection, const Event &event) const
{
    const Identity &identity = *connection.session().identity();
    return std::any_of(event.rooms.begin(), event.rooms.end(), [&](const QByteArray &room) {
        return m_context.policy.mayJoin(identity, room);
    });
}

qsizetype PlainDialect::deliver(const Event &event)
{
    const QList<QByteArray> keys = PlainKeys::of(event);
    WebSocket::Frame frame; // made for the first who gets it
    return reach(event, keys, [&](PlainConnection &connection) {
        if (frame.bytes.isEmpty())
            frame = PlainMessage::event(event);
        connection.deliver(frame, {}, keys);
    });
}

PlainConnection *PlainDialect::find(const QByteArray &sid) const
{
    const auto found = m_connections.find(sid);
    return found == m_connections.end() ? nullptr : found->second.get();
}

QList<RoomIndex *> PlainDialect::roomIndexes()
{
    return {&m_rooms};
}

qsizetype PlainDialect::visitRecipients(const Event &event, const Visitor &visitor)
{
    return reach(event, PlainKeys::of(event), visitor);
}

bool PlainDialect::isRecipient(const QByteArray &sid, const Event &event) const
{
    PlainConnection *connection = find(sid);
    if (!connection)
        return false;
    const bool isInRoom =
        std::any_of(event.rooms.begin(), event.rooms.end(),
                    [connection](const QByteArray &room) { return connection->isIn(room); });
    return isInRoom
        || (event.user.isEmpty() && connection->isIn(PlainKeys::ofType(event.type))
            && mayHear(*connection, event));
}

bool PlainDialect::joinRoom(const QByteArray &sid, const QByteArray &room)
{
    PlainConnection *connection = find(sid);
    if (!connection || connection->roomCount() >= m_context.maxRooms
        || !m_rooms.join(*connection, room))
        return false;
    tellSubscriptions(*connection, "subscribed", {room});
    return true;
}

bool PlainDialect::leaveRoom(const QByteArray &sid, const QByteArray &room)
{
    PlainConnection *connection = find(sid);
    if (!connection || room == userRoom(*connection) || !m_rooms.leave(*connection, room))
        return false;
    connection->forget({room});
    tellSubscriptions(*connection, "unsubscribed", {room});
    return true;
}

bool PlainDialect::sendEvent(const QByteArray &sid, const Event &event)
{
    PlainConnection *connection = find(sid);
    if (connection)
        connection->deliver(PlainMessage::event(event), {}, connection->rooms());
    return connection;
}

QList<PlainConnection *> PlainDialect::connections() const
{
    QList<PlainConnection *> connections;
    connections.reserve(qsizetype(m_connections.size()));
    for (const auto &[sid, connection] : m_connections)
        connections.append(connection.get());
    return connections;
}

qsizetype PlainDialect::subscribeUser(const QByteArray &user, const QList<QByteArray> &names)
{
    qsizetype count = 0;
    for (PlainConnection *connection : connections()) {
        if (connection->session().identity()->user != user)
            continue;
        for (const QByteArray &name : names)
            subscribeOne(*connection, name);
        ++count;
    }
    return count;
}

void PlainDialect::handleEmergency()
{
    const WebSocket::Frame frame =
        WebSocket::encode(WebSocket::Opcode::Text,
                          PlainMessage::of("emergency", DialectText::emergency(m_context.hub)));
    for (PlainConnection *connection : connections())
        connection->sendFrame(frame);
}

void PlainDialect::recheckCredentials()
{
    for (PlainConnection *connection : connections()) {
        if (!m_context.authenticator.knows(*connection->session().identity()))
            connection->close(CloseCode::Forbidden, QByteArrayLiteral("credential revoked"));
    }
}

void PlainDialect::credentialExpired(ClientSession &session)
{
    refuse(static_cast<PlainConnection &>(session.subscriber()), text(AuthFailure::Expired),
           QStringLiteral("The token has expired"));
}

void PlainDialect::graceEnded(ClientSession &session)
{
    static_cast<PlainConnection &>(session.subscriber())
        .close(CloseCode::TokenExpired, QByteArrayLiteral("token expired"));
}

} // namespace Signalbox
