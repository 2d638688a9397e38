// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/demo/agentsimulator.h"
#include "server/demo/backtestsimulator.h"
#include "server/demo/demorandom.h"
#include "server/demo/executionsimulator.h"
#include "server/demo/projectsimulator.h"
#include "server/demo/workflowreporter.h"

#include <QByteArray>

namespace Signalbox {

/// All that the demo publishes, as one endless sequence: mostly the executions of workflows, and
/// between them what else goes on, so that every kind of client has something to see. One seed
/// gives one sequence, however fast it is read. Plain class.
class DemoStream final
{
public:
    explicit DemoStream(quint64 seed);
    Q_DISABLE_COPY_MOVE(DemoStream)

    /// The next event: the text of a JSON object as a publisher would send it, without a timestamp.
    QByteArray next();

    /// Whom the notifications are for: the subject that a token must have to see them.
    static constexpr const char *User = "demo";
    /// Of the events that are not about a workflow. Those that tell of executions in the
    /// catalogue's words come on top: together, about one in six.
    static constexpr int BesidePercent = 10;

private:
    QByteArray beside();
    [[nodiscard]] QByteArray dashboardUpdate() const;
    [[nodiscard]] QByteArray notification() const;

    ExecutionSimulator m_executions;
    DemoRandom m_random; ///< of all but the executions, which have their own
    WorkflowReporter m_reporter;
    AgentSimulator m_agents;
    ProjectSimulator m_projects;
    BacktestSimulator m_backtests;
    QByteArray m_report; ///< belongs behind the event that was given last
};

} // namespace Signalbox
