// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/hub/eventscanner.h"

#include <QHash>

#include <list>

namespace Signalbox {

/// Remembers which bot and strategy an execution belongs to, from its `execution_started` until its
/// `execution_completed` or `execution_failed`, so that node events that carry only an
/// `execution_id` reach those rooms too. Bounded: the execution silent longest is forgotten first.
class ExecutionMemory final
{
public:
    explicit ExecutionMemory(qsizetype capacity);

    /// Notes a start or an end, and adds the remembered rooms to \a scanned's, unless the event is
    /// for one user only. O(1).
    void apply(ScannedEvent &scanned);
    /// Adds the same rooms, and notes nothing.
    void addRemembered(ScannedEvent &scanned) const;
    [[nodiscard]] qsizetype size() const;

private:
    struct Execution
    {
        QList<QByteArray> rooms;
        std::list<QByteArray>::iterator silent;
    };

    void remember(const ScannedEvent &started);
    static void addRooms(const QList<QByteArray> &rooms, ScannedEvent &scanned);

    qsizetype m_capacity;
    QHash<QByteArray, Execution> m_executions;
    std::list<QByteArray> m_silent; ///< execution ids, silent longest first
};

} // namespace Signalbox
