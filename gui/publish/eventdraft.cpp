// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/publish/eventdraft.h"

#include "common/protocol/json.h"
#include "common/protocol/jsontext.h"

namespace Signalbox {

namespace {

/// What stands before the body.
QByteArray headOf(const EventDraft &draft)
{
    QByteArray json("{\"type\": ");
    json.append(Json::quoted(draft.type));
    if (draft.target == EventDraft::Target::User) {
        json.append(", \"user\": ").append(Json::quoted(draft.user));
    } else if (draft.target == EventDraft::Target::Rooms) {
        QByteArray rooms;
        for (const QByteArray &room : draft.rooms)
            rooms.append(rooms.isEmpty() ? "" : ", ").append(Json::quoted(room));
        json.append(", \"rooms\": [").append(rooms).append(']');
    }
    return json;
}

constexpr QByteArrayView DataKey = ", \"data\": ";

} // namespace

QByteArray EventDraft::toJson() const
{
    QByteArray json = headOf(*this);
    if (!Json::trimmed(body).isEmpty())
        json.append(DataKey).append(body);
    return json.append('}');
}

qsizetype EventDraft::bodyOffset() const
{
    return Json::trimmed(body).isEmpty() ? -1 : headOf(*this).size() + DataKey.size();
}

std::optional<EventDraft> EventDraft::fromJson(QByteArrayView json)
{
    const Result<QList<Json::Member>> members = Json::members(json);
    if (!members)
        return std::nullopt;
    EventDraft draft;
    for (const Json::Member &member : *members) {
        const Json::Kind kind = Json::kindOf(member.value);
        if (member.key == "type" && kind == Json::Kind::String) {
            draft.type = Json::unquoted(member.value);
        } else if (member.key == "data") {
            draft.body = member.value.toByteArray();
        } else if (member.key == "user" && kind == Json::Kind::String) {
            draft.user = Json::unquoted(member.value);
        } else if (member.key == "rooms") {
            const Result<QList<Json::Member>> rooms = Json::elements(member.value);
            if (!rooms)
                return std::nullopt;
            for (const Json::Member &room : *rooms) {
                if (Json::kindOf(room.value) != Json::Kind::String)
                    return std::nullopt;
                draft.rooms.append(Json::unquoted(room.value));
            }
        } else if (member.key == "room" && kind == Json::Kind::String) {
            draft.rooms.append(Json::unquoted(member.value));
        } else {
            return std::nullopt;
        }
    }
    // Both at once are legal, but there is one field for them.
    if (!draft.user.isEmpty() && !draft.rooms.isEmpty())
        return std::nullopt;
    // The field separates rooms by commas.
    for (const QByteArray &room : std::as_const(draft.rooms)) {
        if (room.contains(',') || room != room.trimmed())
            return std::nullopt;
    }
    if (!draft.user.isEmpty())
        draft.target = Target::User;
    else if (!draft.rooms.isEmpty())
        draft.target = Target::Rooms;
    return draft;
}

} // namespace Signalbox
