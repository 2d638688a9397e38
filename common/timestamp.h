// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

/// Points in time as all of our protocols write them: ISO 8601, UTC, milliseconds.
namespace Signalbox::Timestamp {

QString now();
QString of(std::chrono::system_clock::time_point time);

} // namespace Signalbox::Timestamp
