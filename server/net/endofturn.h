// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <vector>

namespace Signalbox {

/// Runs work once at the end of the current turn of the event loop: what many events of a turn
/// wrote to one client leaves in one system call. On an idle loop the end of the turn is at once,
/// so this adds no latency.
///
/// Lives on the network thread; works on any event dispatcher (it posts itself an event).
class EndOfTurn final : public QObject
{
    Q_OBJECT

public:
    /// Something with work to do at the end of a turn. Takes itself off the list when destroyed.
    class Task
    {
    public:
        Q_DISABLE_COPY_MOVE(Task)

    protected:
        explicit Task(EndOfTurn &endOfTurn);
        virtual ~Task();

        /// Has endTurn() called once, at the end of this turn. O(1), and nothing if that is due
        /// already.
        void schedule();
        virtual void endTurn() = 0;

    private:
        friend class EndOfTurn;

        EndOfTurn &m_endOfTurn;
        qsizetype m_place = -1; ///< in the list; -1 when not scheduled
    };

    explicit EndOfTurn(QObject *parent = nullptr);

protected:
    bool event(QEvent *event) override;

private:
    std::vector<Task *> m_tasks;
    std::vector<Task *> m_running; ///< kept between turns for its memory
    bool m_isPosted = false;
};

} // namespace Signalbox
