// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/observedevents.h"

#include <QByteArray>
#include <QString>

/// An event as text, for people and other programs. The publisher's bytes stay as they are.
namespace Signalbox::EventText {

/// What the hub made of it: `event_id`, `type`, `timestamp`, `rooms`, `user` if there is one, and
/// `data`.
QByteArray toJson(const Event &event);
/// What publishes it once more: without id and time, which it will get anew.
QByteArray toPublishable(const Event &event);
/// A shell's command that publishes it at \a address (`http://localhost:8001`); the token is for
/// whoever runs it to fill in.
QString toCurl(const Event &event, const QString &address);
/// \a text as one word of a POSIX shell.
QString shellQuoted(const QString &text);

/// A line of JSON Lines: toJson(), without line breaks, with `accepted_at` and `recipients`.
QByteArray toJsonLine(const ObservedEvent &observed);
QByteArray csvHeader();
/// By RFC 4180, lines ending in CRLF. A text that a spreadsheet would take for a formula begins
/// with an apostrophe.
QByteArray toCsvLine(const ObservedEvent &observed);

} // namespace Signalbox::EventText
