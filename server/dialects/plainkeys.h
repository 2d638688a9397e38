// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/hub/event.h"
#include "server/fanout/roomindex.h"

/// Under which names the plain dialect keeps its subscriptions in the one room index: a room under
/// its own, an event type under one that no room can have.
namespace Signalbox::PlainKeys {

[[nodiscard]] QByteArray ofType(const QByteArray &type);
[[nodiscard]] bool isOfType(const QByteArray &key);
/// Of what a client names: a room, or else an event type.
[[nodiscard]] QByteArray of(const QByteArray &name);
/// Where those are who get \a event: its rooms and then, if it is not for one user only, its type.
[[nodiscard]] QList<QByteArray> of(const Event &event);
/// What \a member listens to, as rooms and as event types.
void split(const RoomMember &member, QList<QByteArray> &rooms, QList<QByteArray> &types);

} // namespace Signalbox::PlainKeys
