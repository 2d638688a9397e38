// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/hub/eventscanner.h"

#include "common/hub/eventcatalogue.h"
#include "common/hub/room.h"
#include "common/protocol/json.h"

#include <QVarLengthArray>

#include <array>
#include <optional>
#include <utility>

namespace Signalbox {

namespace {

constexpr qsizetype MaxBatch = 1000;
constexpr qsizetype MaxRoomsMember = 100;

/// The members that mean something to us.
enum Key {
    WorkflowId, // the ids first, in the order of their rooms: they index IdMembers
    BotId,
    StrategyId,
    ProjectId,
    AgentId,
    ExecutionId,
    Type,
    Room,
    Rooms,
    User,
    Timestamp,
    EventIdMember,
    Data,
    KeyCount,
    OtherKey = KeyCount
};

constexpr std::array<QByteArrayView, KeyCount> KeyNames{
    "workflow_id", "bot_id", "strategy_id", "project_id", "agent_id", "execution_id", "type",
    "room",        "rooms",  "user",        "timestamp",  "event_id", "data"};

constexpr std::array<QByteArrayView, ExecutionId> IdRoomKinds{"workflow", "bot", "strategy",
                                                              "project", "agent"};

using KeySet = quint32;

constexpr KeySet setOf(std::initializer_list<Key> keys)
{
    KeySet set = 0;
    for (const Key key : keys)
        set |= 1U << key;
    return set;
}

Key keyOf(const QByteArray &name)
{
    for (int key = 0; key < KeyCount; ++key) {
        if (KeyNames[static_cast<size_t>(key)] == name)
            return static_cast<Key>(key);
    }
    return OtherKey;
}

QString text(QByteArrayView ascii)
{
    return QString::fromLatin1(ascii);
}

tl::unexpected<Error> invalid(const QString &message, const QString &field)
{
    return fail(ErrorCode::InvalidEvent, message, field);
}

/// The members of one object, each name looked up once.
class Members final
{
public:
    explicit Members(QList<Json::Member> list)
        : m_list(std::move(list))
    {
        m_keys.reserve(m_list.size());
        for (const Json::Member &member : std::as_const(m_list)) {
            const Key key = keyOf(member.key);
            m_keys.append(key);
            if (key != OtherKey)
                m_values[static_cast<size_t>(key)] = member.value;
        }
    }

    [[nodiscard]] const QList<Json::Member> &list() const { return m_list; }

    /// The value as written; null if it is not there or is JSON's null, which are one to us.
    [[nodiscard]] QByteArrayView value(Key key) const
    {
        const QByteArrayView raw = m_values[static_cast<size_t>(key)];
        return raw.isNull() || Json::kindOf(raw) == Json::Kind::Null ? QByteArrayView() : raw;
    }

    [[nodiscard]] bool hasAny(KeySet keys) const
    {
        for (size_t key = 0; key < m_values.size(); ++key) {
            if ((keys & (1U << key)) && !m_values[key].isNull())
                return true;
        }
        return false;
    }

    /// Appends the members as they were written, without those of \a left. What stands between
    /// two that stay is kept too, so that an object of which nothing is left out stays as it was.
    void appendTo(QByteArray &out, KeySet left) const
    {
        bool isFirst = true;
        for (qsizetype i = 0; i < m_list.size(); ++i) {
            if (isLeftOut(i, left))
                continue;
            const char *begin = m_list.at(i).rawKey.data();
            while (i + 1 < m_list.size() && !isLeftOut(i + 1, left))
                ++i;
            const QByteArrayView last = m_list.at(i).value;
            if (!isFirst)
                out.append(',');
            isFirst = false;
            out.append(begin, last.data() + last.size() - begin);
        }
    }

private:
    [[nodiscard]] bool isLeftOut(qsizetype index, KeySet left) const
    {
        return m_keys[index] != OtherKey && (left & (1U << m_keys[index]));
    }

    QList<Json::Member> m_list;
    QVarLengthArray<Key, 32> m_keys;
    std::array<QByteArrayView, KeyCount> m_values;
};

/// Reads one event. The fields of its errors are paths in the event; the index is the caller's.
class EventReader final
{
public:
    Result<ScannedEvent> read(QByteArrayView json)
    {
        if (Json::kindOf(json) != Json::Kind::Object)
            return invalid(QStringLiteral("An event must be a JSON object"), {});
        Result<QList<Json::Member>> list = Json::members(json);
        if (!list)
            return tl::unexpected(std::move(list).error());
        const Members top(std::move(*list));

        const QByteArrayView data = top.value(Data);
        std::optional<Members> inner;
        if (!data.isNull() && Json::kindOf(data) == Json::Kind::Object) {
            Result<QList<Json::Member>> innerList = Json::members(data);
            if (!innerList) {
                Error error = std::move(innerList).error();
                error.field = text(KeyNames[Data]);
                return tl::unexpected(std::move(error));
            }
            inner.emplace(std::move(*innerList));
        }

        if (auto done = readType(top); !done)
            return tl::unexpected(std::move(done).error());
        if (auto done = readTimestamp(top); !done)
            return tl::unexpected(std::move(done).error());
        if (auto done = readRooms(top, inner); !done)
            return tl::unexpected(std::move(done).error());
        if (const auto *entry = EventCatalogue::find(m_scanned.event.type)) {
            const Members &body = inner ? *inner : top;
            if (auto done = EventCatalogue::check(*entry, body.list(), !inner); !done)
                return tl::unexpected(std::move(done).error());
        }
        readExecution(top, inner);
        if (inner)
            keepData(data, *inner);
        else
            keepMembers(top, json.size());
        return std::move(m_scanned);
    }

private:
    /// Nothing, or the error.
    using Done = tl::expected<void, Error>;

    Done readType(const Members &top)
    {
        const QString field = text(KeyNames[Type]);
        const QByteArrayView value = top.value(Type);
        if (value.isNull())
            return invalid(QStringLiteral("type is required"), field);
        if (Json::kindOf(value) != Json::Kind::String)
            return invalid(QStringLiteral("type must be a string"), field);
        QByteArray type = Json::unquoted(value);
        if (!isValidEventType(type)) {
            return invalid(QStringLiteral("type must be 1-128 characters of A-Z a-z 0-9 _ . : -"),
                           field);
        }
        if (isReservedEventType(type)) {
            return fail(ErrorCode::ReservedType,
                        QStringLiteral("The type %1 is reserved").arg(text(type)), field);
        }
        m_scanned.event.type = std::move(type);
        return {};
    }

    Done readTimestamp(const Members &top)
    {
        const QByteArrayView value = top.value(Timestamp);
        if (value.isNull())
            return {};
        const Json::Kind kind = Json::kindOf(value);
        if (kind != Json::Kind::String && kind != Json::Kind::Number) {
            return invalid(QStringLiteral("timestamp must be a string or a number"),
                           text(KeyNames[Timestamp]));
        }
        m_scanned.event.timestamp = value.toByteArray();
        return {};
    }

    Done readRooms(const Members &top, const std::optional<Members> &inner)
    {
        for (int key = 0; key < ExecutionId; ++key) {
            if (auto done = readId(static_cast<Key>(key), top, {}); !done)
                return done;
            if (!inner)
                continue;
            if (auto done = readId(static_cast<Key>(key), *inner, QStringLiteral("data.")); !done)
                return done;
        }

        if (const QByteArrayView room = top.value(Room); !room.isNull()) {
            if (auto done = readRoom(room, text(KeyNames[Room])); !done)
                return done;
        }
        if (const QByteArrayView rooms = top.value(Rooms); !rooms.isNull()) {
            if (auto done = readRoomList(rooms); !done)
                return done;
        }
        if (const QByteArrayView user = top.value(User); !user.isNull()) {
            Result<QByteArray> id = readIdText(user, text(KeyNames[User]));
            if (!id)
                return tl::unexpected(std::move(id).error());
            m_scanned.event.rooms = {roomName("user", *id)};
            m_scanned.event.user = std::move(*id);
            return {};
        }

        const bool isForAll = !m_namesRooms && isGlobalType();
        m_scanned.roomsAreImplied = m_scanned.event.rooms.isEmpty() && !isForAll;
        if (m_scanned.event.rooms.isEmpty() || isForAll)
            addRoom(GlobalRoom.toByteArray());
        return {};
    }

    /// Types that everyone's dashboard shows, whatever ids they carry.
    [[nodiscard]] bool isGlobalType() const
    {
        const QByteArray &type = m_scanned.event.type;
        return type == "strategy_created" || type == "dashboard_update"
            || type.startsWith("backtest_");
    }

    Done readId(Key key, const Members &members, const QString &path)
    {
        const QByteArrayView value = members.value(key);
        if (value.isNull())
            return {};
        Result<QByteArray> id = readIdText(value, path + text(KeyNames[static_cast<size_t>(key)]));
        if (!id)
            return tl::unexpected(std::move(id).error());
        const QByteArray room = roomName(IdRoomKinds[static_cast<size_t>(key)], *id);
        addRoom(room);
        if ((key == BotId || key == StrategyId) && !m_scanned.ownerRooms.contains(room))
            m_scanned.ownerRooms.append(room);
        return {};
    }

    static Result<QByteArray> readIdText(QByteArrayView value, const QString &field)
    {
        QByteArray id;
        if (Json::kindOf(value) == Json::Kind::String)
            id = Json::unquoted(value);
        else if (Json::kindOf(value) == Json::Kind::Number && Json::isInteger(value))
            id = value.toByteArray();
        else
            return invalid(QStringLiteral("%1 must be a string or an integer").arg(field), field);
        if (!isValidRoomId(id)) {
            return invalid(QStringLiteral("%1 must be 1-255 bytes without control characters and *")
                               .arg(field),
                           field);
        }
        return id;
    }

    Done readRoomList(QByteArrayView value)
    {
        const QString field = text(KeyNames[Rooms]);
        if (Json::kindOf(value) != Json::Kind::Array)
            return invalid(QStringLiteral("rooms must be an array of strings"), field);
        const Result<QList<Json::Member>> elements = Json::elements(value);
        if (!elements)
            return tl::unexpected(elements.error());
        if (elements->size() > MaxRoomsMember) {
            return invalid(QStringLiteral("rooms may hold at most %1").arg(MaxRoomsMember), field);
        }
        for (qsizetype i = 0; i < elements->size(); ++i) {
            const QString path = QStringLiteral("%1[%2]").arg(field).arg(i);
            if (auto done = readRoom(elements->at(i).value, path); !done)
                return done;
        }
        return {};
    }

    Done readRoom(QByteArrayView value, const QString &field)
    {
        if (Json::kindOf(value) != Json::Kind::String)
            return invalid(QStringLiteral("%1 must be a string").arg(field), field);
        QByteArray room = Json::unquoted(value);
        if (!isValidRoomName(room)) {
            return invalid(QStringLiteral("%1 must be global or <kind>:<id>").arg(field), field);
        }
        addRoom(std::move(room));
        m_namesRooms = true;
        return {};
    }

    void addRoom(QByteArray room)
    {
        if (!m_scanned.event.rooms.contains(room))
            m_scanned.event.rooms.append(std::move(room));
    }

    void readExecution(const Members &top, const std::optional<Members> &inner)
    {
        QByteArrayView value = top.value(ExecutionId);
        if (value.isNull() && inner)
            value = inner->value(ExecutionId);
        if (value.isNull())
            return;
        if (Result<QByteArray> id = readIdText(value, {}))
            m_scanned.executionId = std::move(*id);
    }

    void keepData(QByteArrayView data, const Members &inner)
    {
        constexpr KeySet BesideBody = setOf({Type, EventIdMember, Timestamp});
        m_scanned.event.body = data.toByteArray();
        if (inner.hasAny(BesideBody))
            m_scanned.event.flatMembers = members(inner, BesideBody, data.size());
    }

    void keepMembers(const Members &top, qsizetype size)
    {
        constexpr KeySet Envelope = setOf({Type, Room, Rooms, User, Timestamp});
        QByteArray &body = m_scanned.event.body;
        body.reserve(size);
        body.append('{');
        top.appendTo(body, Envelope);
        body.append('}');
        if (top.hasAny(setOf({EventIdMember})))
            m_scanned.event.flatMembers = members(top, Envelope | setOf({EventIdMember}), size);
    }

    /// Never null, even when nothing is left.
    static QByteArray members(const Members &from, KeySet left, qsizetype size)
    {
        QByteArray out("");
        out.reserve(size);
        from.appendTo(out, left);
        return out;
    }

    ScannedEvent m_scanned;
    bool m_namesRooms = false; ///< by `room` or `rooms`
};

/// What JSON calls white space, which is less than QByteArrayView::trimmed() takes away.
QByteArrayView withoutSpaces(QByteArrayView json)
{
    constexpr QByteArrayView Spaces = " \t\r\n";
    while (!json.isEmpty() && Spaces.contains(json.front()))
        json = json.sliced(1);
    while (!json.isEmpty() && Spaces.contains(json.back()))
        json = json.chopped(1);
    return json;
}

Result<ScannedEvent> scanOne(QByteArrayView json, qsizetype maxEventBytes)
{
    if (json.size() > maxEventBytes) {
        return fail(ErrorCode::PayloadTooLarge,
                    QStringLiteral("An event may be at most %1 bytes").arg(maxEventBytes));
    }
    return EventReader().read(json);
}

Result<QList<ScannedEvent>> scanBatch(QByteArrayView json, qsizetype maxEventBytes)
{
    const Result<QList<Json::Member>> elements = Json::elements(json);
    if (!elements)
        return tl::unexpected(elements.error());
    if (elements->isEmpty() || elements->size() > MaxBatch) {
        return fail(ErrorCode::InvalidEvent,
                    QStringLiteral("A batch must hold 1-%1 events").arg(MaxBatch));
    }
    QList<ScannedEvent> all;
    all.reserve(elements->size());
    for (const Json::Member &element : *elements) {
        Result<ScannedEvent> one = scanOne(element.value, maxEventBytes);
        if (!one) {
            Error error = std::move(one).error();
            error.index = static_cast<int>(all.size());
            return tl::unexpected(std::move(error));
        }
        all.append(std::move(*one));
    }
    return all;
}

} // namespace

Result<QList<ScannedEvent>> scanEvents(QByteArrayView json, qsizetype maxEventBytes)
{
    const QByteArrayView value = withoutSpaces(json);
    if (value.startsWith('['))
        return scanBatch(value, maxEventBytes);
    if (!value.startsWith('{')) {
        const Result<Json::Kind> kind = Json::check(value);
        if (!kind)
            return tl::unexpected(kind.error());
    }
    Result<ScannedEvent> one = scanOne(value, maxEventBytes);
    if (!one)
        return tl::unexpected(std::move(one).error());
    return QList<ScannedEvent>{std::move(*one)};
}

} // namespace Signalbox
