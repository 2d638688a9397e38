// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <bit>

namespace Signalbox::Bench {

/// Counts durations in buckets that are at most 1/64 of their value wide, in constant memory.
class LatencyHistogram final
{
public:
    void add(qint64 nanoseconds)
    {
        const auto value = static_cast<quint64>(qMax<qint64>(0, nanoseconds));
        ++m_buckets[bucketOf(value)];
        ++m_count;
        m_max = qMax(m_max, value);
    }

    [[nodiscard]] quint64 count() const { return m_count; }
    [[nodiscard]] qint64 max() const { return static_cast<qint64>(m_max); }
    /// The duration that \a fraction (0-1) of all do not exceed, to the bucket's upper bound.
    [[nodiscard]] qint64 quantile(double fraction) const
    {
        const auto wanted = static_cast<quint64>(fraction * static_cast<double>(m_count) + 0.5);
        quint64 seen = 0;
        for (size_t i = 0; i < m_buckets.size(); ++i) {
            seen += m_buckets[i];
            if (seen >= wanted && seen > 0)
                return static_cast<qint64>(qMin(m_max, upperBound(i)));
        }
        return max();
    }

private:
    // Values below 128 have a bucket each; above, every power of two has 64.
    static constexpr int SubBits = 6;

    static size_t bucketOf(quint64 value)
    {
        const int shift = qMax(0, static_cast<int>(std::bit_width(value)) - (SubBits + 1));
        return (static_cast<size_t>(shift) << SubBits) + static_cast<size_t>(value >> shift);
    }
    static quint64 upperBound(size_t bucket)
    {
        if (bucket < (2U << SubBits))
            return bucket;
        const size_t shift = (bucket >> SubBits) - 1;
        const quint64 base = bucket - (shift << SubBits);
        return ((base + 1) << shift) - 1;
    }

    std::array<quint64, (65 - SubBits) << SubBits> m_buckets{};
    quint64 m_count = 0;
    quint64 m_max = 0;
};

} // namespace Signalbox::Bench
