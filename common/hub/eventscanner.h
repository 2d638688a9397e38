// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/hub/event.h"
#include "common/result.h"

#include <QByteArrayView>
#include <QList>

namespace Signalbox {

/// An event as a publisher wrote it, before the hub gives it its id.
struct ScannedEvent
{
    Event event; ///< without id; timestamp null if the publisher gave none
    /// Empty if there is none. Not an address: what is no legal id is just a member of the body.
    QByteArray executionId;
    QList<QByteArray> ownerRooms; ///< the `bot:` and `strategy:` rooms that its own ids name
    bool roomsAreImplied = false; ///< `global` because nothing addresses it
};

/// Reads one event object, or an array of 1-1000 of them, in one strict scan: UTF-8, RFC 8259,
/// depth 64, no duplicate keys at the levels that are read (the event and its `data`). Nothing is
/// re-encoded: the events hold slices of \a json (copied, once each).
///
/// The rooms are in this order, each once: those of the ids (workflow, bot, strategy, project,
/// agent; top level before body), `room`, `rooms`, `global`. `rooms: []` addresses nobody, as if
/// left out.
///
/// An event of a type of the EventCatalogue must have the body that the catalogue says.
///
/// Errors: InvalidJson; InvalidEvent, ReservedType with `field` and, in an array, `index`;
/// PayloadTooLarge for an event over \a maxEventBytes. All or nothing.
Result<QList<ScannedEvent>> scanEvents(QByteArrayView json, qsizetype maxEventBytes);

} // namespace Signalbox
