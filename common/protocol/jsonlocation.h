// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/errors.h"

#include <QByteArrayView>
#include <QStringView>

/// Where something is in JSON text, for whoever shows that text to its author. Offsets are bytes.
namespace Signalbox::Json {

/// Where \a json ceases to be one strict JSON text, by the rules of check(): the first token that
/// may not stand where it does, or the end, if it ends too early. Negative if nothing is wrong.
/// Unlike check() it looks for nothing but the place, and takes its time.
qsizetype errorOffset(QByteArrayView json);

/// Where the value begins that the \a path of an Error names, such as `data.progress` or
/// `rooms[2]`; \a index is the event's place in a batch, negative if \a json is one event. If there
/// is no such value, what comes nearest: the object that lacks it. Negative if \a json is not
/// strict JSON.
qsizetype offsetOf(QByteArrayView json, QStringView path, int index = -1);
/// Where \a error, which scanEvents() has found in \a json, is: what its path names, or in it the
/// key that comes a second time. Negative also if it is about the whole.
qsizetype offsetOf(QByteArrayView json, const Error &error);

} // namespace Signalbox::Json
