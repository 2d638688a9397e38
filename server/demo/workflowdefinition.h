// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace Signalbox {

/// One member of what a node puts out, and how its value is drawn.
struct OutputField
{
    enum class Kind {
        Reference, ///< `prefix` and a number, such as "SO-48213"; one per execution
        Integer,
        Decimal, ///< with two places
        Choice,
        Flag, ///< true in `low` percent of all cases
    };

    QByteArray name;
    Kind kind = Kind::Integer;
    qint64 low = 0; ///< of a Decimal: in hundredths, like `high`
    qint64 high = 0;
    QByteArray prefix;
    QList<QByteArray> choices;
    bool shared = false; ///< later nodes of the execution repeat the value, and so do the results
};

/// A way in which a node fails.
struct NodeFault
{
    QByteArray type; ///< `error_type`
    QByteArray message; ///< `error`
    bool slow = false; ///< fails by taking too long
};

/// A step of a workflow.
struct NodeDefinition
{
    QByteArray id;
    QByteArray name;
    QByteArray category;
    double medianMs = 100;
    double spread = 0.4; ///< see DemoRandom::logNormal()
    QList<OutputField> outputs{};
    int faultPercent = 0; ///< of first attempts that fail
    QList<NodeFault> faults{}; ///< at least one if faultPercent is not 0
    int maxAttempts = 3;
    int presentPercent = 100; ///< of the executions whose path takes this node
    int truePercent = -1; ///< of a condition: how often its `result` is true
    bool onlyIfTrue = false; ///< left out if the condition before it said false
};

/// A workflow as an engine's author would draw it. 3-8 nodes are on the path of every execution.
struct WorkflowDefinition
{
    QByteArray id;
    QByteArray name;
    QList<QByteArray> triggers;
    double meanGapMs = 3000; ///< between two starts, in simulated time
    QList<QByteArray> bots{}; ///< one of them runs an execution; none if empty
    QList<QByteArray> strategies{};
    QList<NodeDefinition> nodes;
};

/// The workflows of the demo.
const QList<WorkflowDefinition> &demoWorkflows();

} // namespace Signalbox
