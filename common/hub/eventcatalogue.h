// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/json.h"
#include "common/result.h"

#include <QByteArray>
#include <QFlags>
#include <QList>

namespace Signalbox {

/// The event types that have a fixed shape: which members their body must have, and of what kind
/// the known ones are. Other types, and other members, pass unseen.
namespace EventCatalogue {

enum class Kind {
    String = 0x01,
    Integer = 0x02, ///< written without fraction and exponent
    Number = 0x04, ///< an integer too
    Boolean = 0x08,
    Object = 0x10,
    Array = 0x20,
};
Q_DECLARE_FLAGS(Kinds, Kind)
Q_DECLARE_OPERATORS_FOR_FLAGS(Kinds)

inline constexpr Kinds AnyKinds =
    Kind::String | Kind::Number | Kind::Boolean | Kind::Object | Kind::Array;
/// As in addressing, where an integer stands for its decimal text.
inline constexpr Kinds IdKinds = Kind::String | Kind::Integer;

struct Field
{
    QByteArray name;
    Kinds kinds = Kind::String; ///< it may be any of these
    bool isRequired = false;
    int minimum = 0; ///< of a number, if maximum > minimum; both belong to the range
    int maximum = 0;
    QList<QByteArray> allowed{}; ///< of a string; empty: any
};

struct Entry
{
    QByteArray type;
    QList<Field> fields;
    bool isPublishable = true; ///< false for what only the server says
};

/// All 19, in the order of the guide.
const QList<Entry> &entries();
/// Null if \a type has no fixed shape. Every event asks: it costs about 20 ns.
const Entry *find(QByteArrayView type);

/// Checks the members of a body against \a entry. A member that is JSON's null counts as left out.
/// A number is judged by its text, however many digits or how large an exponent it has.
///
/// InvalidEvent for the first field, in the catalogue's order, that is required and missing, or
/// there and of the wrong kind or out of range, with its path in `field`: `data.progress`, or
/// `progress` if \a isFlat (the event has no `data`).
Result<void> check(const Entry &entry, const QList<Json::Member> &members, bool isFlat);

/// The same for the text of a body; nothing is wrong with a \a type that has no fixed shape.
/// InvalidJson if \a body is no JSON object.
Result<void> check(QByteArrayView type, QByteArrayView body, bool isFlat);

} // namespace EventCatalogue

} // namespace Signalbox
