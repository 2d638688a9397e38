// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>

/// A JWT for people to read, whether it is valid or not.
namespace Signalbox::TokenText {

/// Header and claims, a line each, with times spelled out; a line that says so if it cannot be
/// decoded. The signature is left out.
QString describe(QByteArrayView token);

/// ISO 8601, UTC.
QString time(std::chrono::system_clock::time_point time);

/// \a text without what a terminal would obey.
QString printable(const QString &text);

} // namespace Signalbox::TokenText
