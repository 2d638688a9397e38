// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <stdexcept>

namespace Signalbox::Bench {

/// Why a measurement could not be made or does not count; what() is one clear line. Thrown from
/// anywhere, caught in main(): there is no event loop of Qt's below it.
class BenchFailure final : public std::runtime_error
{
public:
    explicit BenchFailure(const QString &message)
        : std::runtime_error(message.toStdString())
    { }
};

/// The current errno in words, after \a what.
BenchFailure systemFailure(const QString &what);

} // namespace Signalbox::Bench
