// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/hub/event.h"
#include "common/protocol/websocketframe.h"
#include "server/fanout/replayqueue.h"

#include <QJsonObject>

/// What the plain dialect sends: JSON in text frames.
namespace Signalbox::PlainMessage {

/// `{"type":...,"data":...}`; \a data is JSON.
[[nodiscard]] QByteArray of(const char *type, const QByteArray &data);
[[nodiscard]] QByteArray of(const char *type, const QJsonObject &data);
/// What was asked for, and all that this leaves the client with.
[[nodiscard]] QByteArray subscriptions(const char *type, const QList<QByteArray> &names,
                                       const QList<QByteArray> &current);
[[nodiscard]] WebSocket::Frame event(const Event &event);
/// \a name is the room or the type that was asked for.
[[nodiscard]] WebSocket::Frame replay(const QByteArray &name, const ReplayRequest &request,
                                      const QList<Event> &events, bool isLast);

} // namespace Signalbox::PlainMessage
