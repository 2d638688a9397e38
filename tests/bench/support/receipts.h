// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <bit>

namespace Signalbox::Bench {

/// Which events of a numbered sequence one client has received. At most Window of them may be
/// outstanding, which makes it 16 bytes.
class Receipts final
{
public:
    enum class Verdict { Expected, Doubled, OutOfRange };

    static constexpr quint64 Window = 64;

    Verdict note(quint64 number)
    {
        if (number < m_base)
            return Verdict::Doubled;
        if (number >= m_base + Window)
            return Verdict::OutOfRange;
        const quint64 bit = quint64(1) << (number - m_base);
        if (m_seen & bit)
            return Verdict::Doubled;
        m_seen |= bit;
        const int done = std::countr_one(m_seen);
        m_base += static_cast<quint64>(done);
        m_seen = done == 64 ? 0 : m_seen >> done;
        return Verdict::Expected;
    }

    [[nodiscard]] quint64 count() const
    {
        return m_base + static_cast<quint64>(std::popcount(m_seen));
    }
    /// One more than the highest number that was received.
    [[nodiscard]] quint64 end() const
    {
        return m_base + static_cast<quint64>(std::bit_width(m_seen));
    }

private:
    quint64 m_base = 0;
    quint64 m_seen = 0;
};

} // namespace Signalbox::Bench
