// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Signalbox {

/// What the palette cannot say: corners, padding, and the few kinds of widgets that differ by a
/// property:
///   QPushButton kind="primary" | "danger" | "link"; QFrame kind="card"; QLabel kind="title" |
///   "heading" | "muted"
QString styleSheet(bool isDark);

} // namespace Signalbox
