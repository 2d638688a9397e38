// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/hub/eventhub.h"
#include "server/fanout/replayqueue.h"

#include <QJsonObject>

/// What all dialects say alike.
namespace Signalbox::DialectText {

/// `{state, reason, timestamp}`
QJsonObject emergency(const EventHub &hub);
/// The members of `recent_events` behind the events: `"count":2,"recovered":true`, and
/// `"more":true` on all but the last of several.
QByteArray replayTail(const ReplayRequest &request, const QList<Event> &events, bool isLast);

} // namespace Signalbox::DialectText
