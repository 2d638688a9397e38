// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/demo/demorandom.h"
#include "server/demo/workflowdefinition.h"

#include <QByteArray>
#include <QHash>

#include <queue>
#include <utility>
#include <vector>

namespace Signalbox {

/// What an event of an ExecutionSimulator told, for whoever tells it in another way.
struct ExecutionNews
{
    enum class Kind { Started, NodeStarted, NodeCompleted, NodeFailed, Completed, Failed };

    Kind kind = Kind::Started;
    QByteArray executionId;
    QByteArray workflowId;
    QByteArray nodeName; ///< of a node's news
    qsizetype nodesDone = 0;
    qsizetype nodeCount = 0;
    qint64 durationMs = 0; ///< since the execution started
    QByteArray error; ///< of failures
};

/// Plays workflows: an endless sequence of events in the order of a simulated clock of its own.
/// Several executions run at once; nodes fail and are tried again, and some executions fail.
///
/// One seed and one set of workflows give one sequence, however fast it is read. Plain class.
class ExecutionSimulator final
{
public:
    /// \a workflows must outlive the simulator and hold at least one with a node.
    explicit ExecutionSimulator(quint64 seed,
                                const QList<WorkflowDefinition> &workflows = demoWorkflows());

    /// The next event: the text of a JSON object as a publisher would send it, without a timestamp.
    QByteArray next();
    /// What the event told that next() gave last.
    [[nodiscard]] const ExecutionNews &news() const;
    [[nodiscard]] qsizetype running() const; ///< executions that have started and not ended

    static constexpr qsizetype MaxRunning = 12;

private:
    enum class Action { StartExecution, StartNode, EndNode, EndExecution };

    struct Step
    {
        qint64 time; ///< simulated milliseconds
        quint64 serial; ///< of two steps at one time, the one planned first comes first
        Action action;
        quint64 subject; ///< an execution's number; for StartExecution a workflow's index
    };
    struct Later
    {
        bool operator()(const Step &a, const Step &b) const
        {
            return a.time != b.time ? a.time > b.time : a.serial > b.serial;
        }
    };

    struct Execution
    {
        QByteArray id;
        const WorkflowDefinition *workflow = nullptr;
        QByteArray bot;
        QByteArray strategy;
        QList<const NodeDefinition *> nodes; ///< its path
        QList<const NodeDefinition *> trueConditions; ///< those of them that will say true
        qsizetype node = 0;
        int attempt = 1;
        int retries = 0;
        qint64 startedAt = 0;
        qint64 nodeDuration = 0;
        const NodeFault *fault = nullptr; ///< how the attempt that runs will end; null: well
        QList<std::pair<QByteArray, QByteArray>> shared; ///< name and JSON value
    };

    void tell(ExecutionNews::Kind kind, const Execution &execution);
    void plan(qint64 delay, Action action, quint64 subject);
    QByteArray startExecution(qsizetype workflowIndex);
    QByteArray startNode(quint64 number);
    QByteArray endNode(quint64 number);
    QByteArray endExecution(quint64 number);
    void drawPath(Execution &execution);
    QByteArray drawOutputs(Execution &execution, const NodeDefinition &node);
    QByteArray drawValue(const OutputField &field);

    const QList<WorkflowDefinition> &m_workflows;
    DemoRandom m_random;
    qint64 m_now = 0;
    quint64 m_serial = 0;
    quint64 m_executionNumber = 0;
    std::priority_queue<Step, std::vector<Step>, Later> m_steps;
    QHash<quint64, Execution> m_executions;
    ExecutionNews m_news;
};

} // namespace Signalbox
