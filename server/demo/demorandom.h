// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QtGlobal>

#include <cmath>
#include <numbers>
#include <random>

namespace Signalbox {

/// The dice of the simulation. The distributions are our own: those of the standard library may
/// give other numbers for the same seed with another compiler.
class DemoRandom final
{
public:
    explicit DemoRandom(quint64 seed)
        : m_engine(seed)
    { }

    /// In [0, 1).
    double unit() { return static_cast<double>(m_engine() >> 11) * 0x1p-53; }
    /// From \a low to \a high, both included.
    qint64 integer(qint64 low, qint64 high)
    {
        return low + static_cast<qint64>(unit() * static_cast<double>(high - low + 1));
    }
    bool chance(int percent) { return unit() * 100.0 < percent; }
    /// One of \a values, which must not be empty.
    template <typename T>
    const T &oneOf(const QList<T> &values)
    {
        return values.at(integer(0, values.size() - 1));
    }
    double exponential(double mean) { return -mean * std::log(1.0 - unit()); }
    /// Durations of real work: most near \a median, a few far longer. \a spread is the standard
    /// deviation of the logarithm.
    double logNormal(double median, double spread)
    {
        // Box-Muller; 1 - unit() is never 0.
        const double radius = std::sqrt(-2.0 * std::log(1.0 - unit()));
        return median * std::exp(spread * radius * std::cos(2.0 * std::numbers::pi * unit()));
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace Signalbox
