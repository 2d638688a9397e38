// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/demo/demorandom.h"
#include "server/demo/executionsimulator.h"

#include <QByteArray>
#include <QHash>

namespace Signalbox {

/// Tells of some executions in the catalogue's words too, as a tool that shows progress bars would:
/// `workflow.started`, `workflow.progress` after each node, `workflow.completed` or
/// `workflow.failed`. Of each workflow it follows one execution at a time. Plain class.
class WorkflowReporter final
{
public:
    /// \a random must outlive the reporter.
    explicit WorkflowReporter(DemoRandom &random);

    /// The event that belongs behind the one that \a news is of; null if there is none.
    QByteArray report(const ExecutionNews &news);

    static constexpr int FollowPercent = 15; ///< of the executions

private:
    DemoRandom &m_random;
    QHash<QByteArray, QByteArray> m_followed; ///< a workflow's id to its execution's
};

} // namespace Signalbox
