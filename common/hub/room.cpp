// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/hub/room.h"

#include <algorithm>
#include <array>

namespace Signalbox {

namespace {

constexpr qsizetype MaxRoomIdBytes = 255;
constexpr std::array<QByteArrayView, 6> RoomKinds{"workflow", "bot",  "strategy",
                                                  "project",  "user", "agent"};

} // namespace

bool isValidRoomId(QByteArrayView id)
{
    if (id.isEmpty() || id.size() > MaxRoomIdBytes)
        return false;

    bool isAscii = true;
    for (const char c : id) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7f || byte == '*')
            return false;
        isAscii &= byte < 0x80;
    }
    if (isAscii)
        return true;
    if (!id.isValidUtf8())
        return false;

    // C1, U+0080 to U+009F, is C2 80 to C2 9F in UTF-8; C2 is never a continuation byte.
    for (qsizetype i = 0; i + 1 < id.size(); ++i) {
        if (static_cast<unsigned char>(id[i]) == 0xc2
            && static_cast<unsigned char>(id[i + 1]) < 0xa0)
            return false;
    }
    return true;
}

bool isValidRoomName(QByteArrayView name)
{
    if (name == GlobalRoom)
        return true;
    const qsizetype colon = name.indexOf(':');
    return colon > 0
        && std::find(RoomKinds.begin(), RoomKinds.end(), name.first(colon)) != RoomKinds.end()
        && isValidRoomId(name.sliced(colon + 1));
}

QByteArrayView roomKind(QByteArrayView name)
{
    const qsizetype colon = name.indexOf(':');
    return colon < 0 ? name : name.first(colon);
}

QByteArray roomName(QByteArrayView kind, QByteArrayView id)
{
    QByteArray name;
    name.reserve(kind.size() + 1 + id.size());
    name.append(kind).append(':').append(id);
    return name;
}

} // namespace Signalbox
