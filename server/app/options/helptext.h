// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Signalbox {

/// What `--help` prints: the options in groups, wrapped for a terminal, and examples. \a program is
/// the name to call it by.
QString helpText(const QString &program);

/// What `--version` prints: "signalboxd 0.1.0 (Qt 6.4.2)".
QString versionText(const QString &program);

/// The version alone, as /status tells it.
QString versionNumber();

} // namespace Signalbox
