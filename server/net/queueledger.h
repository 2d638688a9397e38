// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <unordered_map>

namespace Signalbox {

/// The memory that waits in the queues of slow clients: a buffer that is in many of them counts
/// once. What goes out in the turn in which it was queued never gets here, so this costs those who
/// keep up nothing.
///
/// Network thread. Outlives the queues.
class QueueLedger final
{
public:
    /// \a bytes waits in one more queue; keep it, and not detached, until it is removed.
    void add(const QByteArray &bytes);
    void remove(const QByteArray &bytes);
    [[nodiscard]] qint64 bytes() const { return m_bytes; }

private:
    std::unordered_map<const char *, quint32> m_queues; ///< how many, by buffer
    qint64 m_bytes = 0;
};

} // namespace Signalbox
