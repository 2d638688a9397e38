// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMetaType>

#include <compare>
#include <optional>

namespace Signalbox {

/// An event's place in the hub's order, `<epoch>:<offset>` on the wire. Opaque to clients. The
/// offset strictly increases; the epoch changes when the history before it is lost, so that an id
/// from an earlier life of the server is never mistaken for one of this.
struct EventId
{
    quint64 epoch = 0;
    quint64 offset = 0;

    [[nodiscard]] QByteArray toText() const;
    [[nodiscard]] static std::optional<EventId> fromText(QByteArrayView text);

    friend auto operator<=>(const EventId &, const EventId &) = default;
};

/// An event as the hub accepted it. A plain value, cheap to copy (implicitly shared).
///
/// The publisher's bytes are kept: `body` holds JSON text as it came, so a number is never
/// re-encoded and keys keep their order.
struct Event
{
    EventId id;
    QByteArray type; ///< 1-128 bytes of [A-Za-z0-9_.:-]: needs no escaping in JSON
    QByteArray timestamp; ///< a raw JSON value: a string with its quotes, or a number
    QList<QByteArray> rooms; ///< where it goes, each once; never empty
    QByteArray user; ///< set if it is for one user only; then `rooms` is `user:<id>`
    QByteArray body; ///< the text of a JSON object, braces included
    /// The body's members without the braces, and without `type`, `event_id` and `timestamp`, for
    /// the dialect that puts those beside them. Null if it is what stands between body's braces.
    QByteArray flatMembers;

    /// The members of the body that may stand beside `type`, `event_id` and `timestamp`.
    [[nodiscard]] QByteArrayView flat() const;
    /// Writes `{type, event_id, timestamp, data}`; without event_id if it has none.
    void appendTo(QByteArray &json) const;
    /// Bytes of memory that keeping this event takes, about.
    [[nodiscard]] qsizetype cost() const;
};

/// True if \a type has a legal form: 1-128 bytes of [A-Za-z0-9_.:-].
bool isValidEventType(QByteArrayView type);
/// True if \a type is one that a client library or a protocol of ours uses for itself.
bool isReservedEventType(QByteArrayView type);

} // namespace Signalbox

Q_DECLARE_METATYPE(Signalbox::Event)
