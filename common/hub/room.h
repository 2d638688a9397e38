// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace Signalbox {

/// Rooms are addressed by name: `global`, or `<kind>:<id>` with a kind of
/// `workflow bot strategy project user agent` and an id of 1-255 bytes of printable UTF-8 without
/// control characters (C0, DEL, C1) and without `*`.
inline constexpr QByteArrayView GlobalRoom = "global";

bool isValidRoomId(QByteArrayView id);
bool isValidRoomName(QByteArrayView name);
/// The part before the colon; `global` for the global room.
QByteArrayView roomKind(QByteArrayView name);
QByteArray roomName(QByteArrayView kind, QByteArrayView id);

} // namespace Signalbox
