// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/auth/accesspolicy.h"

#include "common/hub/room.h"

#include <algorithm>

namespace Signalbox {

namespace {

/// The kind of a pattern such as `project:*`; null if \a entry is none.
QByteArrayView patternKind(QByteArrayView entry)
{
    if (!entry.endsWith(":*"))
        return {};
    const QByteArrayView kind = entry.chopped(2);
    const bool isKind = kind.indexOf(':') < 0 && isValidRoomName(roomName(kind, "1"));
    return isKind ? kind : QByteArrayView();
}

bool isListed(const QList<QByteArray> &entries, const QByteArray &room)
{
    return std::any_of(entries.begin(), entries.end(), [&](const QByteArray &entry) {
        if (!entry.endsWith('*'))
            return entry == room;
        const QByteArrayView kind = patternKind(entry);
        return !kind.isEmpty() && roomKind(room) == kind;
    });
}

bool isOpenKind(QByteArrayView kind)
{
    return kind == "workflow" || kind == "bot" || kind == "strategy";
}

} // namespace

AccessRules::AccessRules(QList<QByteArray> defaultRooms)
    : m_defaultRooms(std::move(defaultRooms))
{ }

bool AccessRules::mayJoin(const Identity &identity, const QByteArray &room) const
{
    if (!isValidRoomName(room))
        return false;
    if (room == GlobalRoom || identity.scopes.testFlag(Scope::Admin))
        return true;
    if (!identity.user.isEmpty() && room == roomName("user", identity.user))
        return true;
    if (identity.rooms)
        return isListed(*identity.rooms, room);
    return isOpenKind(roomKind(room)) || isListed(m_defaultRooms, room);
}

bool AccessRules::isValidEntry(QByteArrayView entry)
{
    return isValidRoomName(entry) || !patternKind(entry).isEmpty();
}

} // namespace Signalbox
