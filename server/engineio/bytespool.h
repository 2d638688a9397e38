// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSet>

namespace Signalbox {

/// Keeps one copy of texts that many connections have in common, such as the name of their browser.
/// One that nobody else uses any more goes when the pool has grown to twice what was in use the
/// last time it looked.
class BytesPool final
{
public:
    /// \a bytes, as the copy that all share.
    [[nodiscard]] QByteArray share(const QByteArray &bytes);
    [[nodiscard]] qsizetype size() const { return m_pool.size(); }

private:
    static constexpr qsizetype MinSize = 64;

    void sweep();

    QSet<QByteArray> m_pool;
    qsizetype m_sweepSize = MinSize;
};

} // namespace Signalbox
