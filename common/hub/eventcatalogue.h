// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/result.h"

#include <QByteArray>
#include <QList>

namespace Signalbox {

/// The event types that have a fixed shape: which members their body must have, and of what kind the
/// known ones are. Other types, and other members, pass unseen.
namespace EventCatalogue {

enum class Kind { String, Integer, Number, Boolean, Object, Array, Any };

struct Field
{
    QByteArray name;
    Kind kind = Kind::String;
    bool isRequired = false;
    double minimum = 0; ///< of a number, if maximum > minimum
    double maximum = 0;
    QList<QByteArray> allowed; ///< of a string; empty: any
};

struct Entry
{
    QByteArray type;
    QList<Field> fields;
    bool isPublishable = true; ///< false for what only the server says
};

/// All 19, in the order of the guide.
const QList<Entry> &entries();
/// Null if \a type has no fixed shape.
const Entry *find(QByteArrayView type);

/// Checks the body (a JSON object that was checked before) of an event of \a type. InvalidEvent with the
/// member's path in `field`: `data.progress`, or `progress` if \a isFlat (the event has no `data`).
Result<void> check(QByteArrayView type, QByteArrayView body, bool isFlat);

} // namespace EventCatalogue

} // namespace Signalbox
