// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/plainkeys.h"

#include "common/hub/room.h"

namespace Signalbox::PlainKeys {

namespace {

constexpr char TypeMark = '\n';

} // namespace

QByteArray ofType(const QByteArray &type)
{
    return TypeMark + type;
}

bool isOfType(const QByteArray &key)
{
    return key.startsWith(TypeMark);
}

QByteArray of(const QByteArray &name)
{
    return isValidRoomName(name) ? name : ofType(name);
}

QList<QByteArray> of(const Event &event)
{
    QList<QByteArray> keys = event.rooms;
    if (event.user.isEmpty())
        keys.append(ofType(event.type));
    return keys;
}

void split(const RoomMember &member, QList<QByteArray> &rooms, QList<QByteArray> &types)
{
    for (const QByteArray &key : member.rooms()) {
        if (isOfType(key))
            types.append(key.sliced(1));
        else
            rooms.append(key);
    }
}

} // namespace Signalbox::PlainKeys
