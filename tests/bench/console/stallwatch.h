// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QThread>

#include <atomic>
#include <vector>

namespace Signalbox::Bench {

/// When the machine let nothing run at all, as a virtual one does whose host is busy: a thread that
/// every other one gives way to notes when it is woken too late.
///
/// It needs the privilege of SCHED_FIFO (sched(7)); without, isWatching() is false, and there is
/// nothing to tell.
class StallWatch final : public QThread
{
    Q_OBJECT

public:
    static constexpr int IntervalMs = 5;

    using QThread::QThread;
    ~StallWatch() override;

    /// Starts the thread. False if it may not have the priority, and has ended.
    bool startWatching();
    /// Ends it. An object for each stall: `from_ms`, when the thread should have been woken, to
    /// `to_ms`, when it was; of the steady clock.
    QJsonArray stop();

protected:
    void run() override;

private:
    /// Any shorter is what waking a thread takes.
    static constexpr qint64 ShortestNs = 1'000'000;

    struct Stall
    {
        qint64 from; ///< ns
        qint64 to; ///< ns
    };

    std::atomic<bool> m_isStopping = false;
    std::vector<Stall> m_stalls; ///< the thread's own while it runs
};

} // namespace Signalbox::Bench
