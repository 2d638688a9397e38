// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace Signalbox {

class ConnectionRegistry;

/// Gives memory back to the system when many clients have left: freed as it is, the allocator would
/// keep it. That stops the network thread for some 10 ms per 10,000 clients, so it waits until the
/// rush is over, and then does it no more for a minute.
///
/// Network thread.
class MemoryTrimmer final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype MinLeavers = 500;

    struct Pace
    {
        std::chrono::milliseconds delay{3'000}; ///< after so many have left
        std::chrono::milliseconds interval{60'000}; ///< at least, from one time to the next
    };

    explicit MemoryTrimmer(const ConnectionRegistry &connections, QObject *parent = nullptr);
    /// \a pace is for tests.
    MemoryTrimmer(const ConnectionRegistry &connections, Pace pace, QObject *parent = nullptr);

Q_SIGNALS:
    void trimmed(std::chrono::microseconds duration);

private:
    void handleClosed();
    void trim();

    const Pace m_pace;
    QTimer m_timer;
    QElapsedTimer m_sinceTrim;
    qsizetype m_leavers = 0; ///< since then
};

} // namespace Signalbox
