// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/executionsimulator.h"

#include "server/demo/jsonobjectwriter.h"

#include <algorithm>

namespace Signalbox {

namespace {

// An attempt after a failed one meets the same trouble more often than a fresh one.
constexpr int RetryFaultPercent = 30;
constexpr qint64 FirstRetryDelayMs = 400;
constexpr double SlowFactor = 6; // of a node's median, for what fails by taking too long

JsonObjectWriter eventOf(const char *type, const QByteArray &executionId,
                         const WorkflowDefinition &workflow)
{
    JsonObjectWriter event;
    event.text("type", type).text("execution_id", executionId).text("workflow_id", workflow.id);
    return event;
}

void addNode(JsonObjectWriter &event, const NodeDefinition &node, int attempt)
{
    event.text("node_id", node.id)
        .text("node_name", node.name)
        .text("node_category", node.category)
        .number("attempt", attempt);
}

} // namespace

ExecutionSimulator::ExecutionSimulator(quint64 seed, const QList<WorkflowDefinition> &workflows)
    : m_workflows(workflows)
    , m_random(seed)
{
    for (qsizetype i = 0; i < m_workflows.size(); ++i) {
        plan(static_cast<qint64>(m_random.exponential(m_workflows.at(i).meanGapMs)),
             Action::StartExecution, static_cast<quint64>(i));
    }
}

QByteArray ExecutionSimulator::next()
{
    for (;;) {
        const Step step = m_steps.top();
        m_steps.pop();
        m_now = step.time;
        QByteArray event;
        switch (step.action) {
        case Action::StartExecution:
            event = startExecution(static_cast<qsizetype>(step.subject));
            break;
        case Action::StartNode:
            event = startNode(step.subject);
            break;
        case Action::EndNode:
            event = endNode(step.subject);
            break;
        case Action::EndExecution:
            event = endExecution(step.subject);
            break;
        }
        if (!event.isEmpty())
            return event;
    }
}

const ExecutionNews &ExecutionSimulator::news() const
{
    return m_news;
}

qsizetype ExecutionSimulator::running() const
{
    return m_executions.size();
}

void ExecutionSimulator::tell(ExecutionNews::Kind kind, const Execution &execution)
{
    m_news = {};
    m_news.kind = kind;
    m_news.executionId = execution.id;
    m_news.workflowId = execution.workflow->id;
    if (execution.node < execution.nodes.size())
        m_news.nodeName = execution.nodes.at(execution.node)->name;
    m_news.nodesDone = execution.node;
    m_news.nodeCount = execution.nodes.size();
    m_news.durationMs = m_now - execution.startedAt;
    if (execution.fault)
        m_news.error = execution.fault->message;
}

void ExecutionSimulator::plan(qint64 delay, Action action, quint64 subject)
{
    m_steps.push({m_now + delay, m_serial++, action, subject});
}

/// Null if too many executions run already: then this start is left out.
QByteArray ExecutionSimulator::startExecution(qsizetype workflowIndex)
{
    const WorkflowDefinition &workflow = m_workflows.at(workflowIndex);
    plan(1 + static_cast<qint64>(m_random.exponential(workflow.meanGapMs)), Action::StartExecution,
         static_cast<quint64>(workflowIndex));
    if (m_executions.size() >= MaxRunning)
        return {};

    const quint64 number = ++m_executionNumber;
    Execution execution;
    execution.workflow = &workflow;
    execution.startedAt = m_now;
    // The number makes it unique, the rest makes it look like what engines use.
    execution.id = "exec-" + QByteArray::number(number).rightJustified(6, '0') + '-'
        + QByteArray::number(m_random.integer(0x1000'0000, 0xffff'ffff), 16);
    if (!workflow.bots.isEmpty())
        execution.bot = m_random.oneOf(workflow.bots);
    if (!workflow.strategies.isEmpty())
        execution.strategy = m_random.oneOf(workflow.strategies);
    drawPath(execution);

    JsonObjectWriter event = eventOf("execution_started", execution.id, workflow);
    event.text("workflow_name", workflow.name);
    if (!execution.bot.isEmpty())
        event.text("bot_id", execution.bot);
    if (!execution.strategy.isEmpty())
        event.text("strategy_id", execution.strategy);
    event.number("node_count", execution.nodes.size())
        .text("trigger", m_random.oneOf(workflow.triggers));

    tell(ExecutionNews::Kind::Started, execution);
    m_executions.insert(number, execution);
    plan(m_random.integer(1, 15), Action::StartNode, number);
    return event.object();
}

QByteArray ExecutionSimulator::startNode(quint64 number)
{
    Execution &execution = m_executions[number];
    const NodeDefinition &node = *execution.nodes.at(execution.node);

    const int faultPercent = execution.attempt == 1 || node.faultPercent == 0
        ? node.faultPercent
        : std::max(node.faultPercent, RetryFaultPercent);
    execution.fault = m_random.chance(faultPercent) ? &m_random.oneOf(node.faults) : nullptr;

    const double median =
        execution.fault && execution.fault->slow ? node.medianMs * SlowFactor : node.medianMs;
    const double longest = node.medianMs * SlowFactor * 2;
    execution.nodeDuration =
        std::max<qint64>(1, qRound64(std::min(longest, m_random.logNormal(median, node.spread))));

    JsonObjectWriter event = eventOf("node_started", execution.id, *execution.workflow);
    addNode(event, node, execution.attempt);
    tell(ExecutionNews::Kind::NodeStarted, execution);
    plan(execution.nodeDuration, Action::EndNode, number);
    return event.object();
}

QByteArray ExecutionSimulator::endNode(quint64 number)
{
    Execution &execution = m_executions[number];
    const NodeDefinition &node = *execution.nodes.at(execution.node);

    if (execution.fault) {
        tell(ExecutionNews::Kind::NodeFailed, execution);
        JsonObjectWriter event = eventOf("node_failed", execution.id, *execution.workflow);
        addNode(event, node, execution.attempt);
        event.number("duration_ms", execution.nodeDuration)
            .text("status", "failed")
            .text("error", execution.fault->message)
            .text("error_type", execution.fault->type);
        if (execution.attempt < node.maxAttempts) {
            const qint64 delay = FirstRetryDelayMs << (execution.attempt - 1);
            event.number("retry_in_ms", delay);
            ++execution.attempt;
            ++execution.retries;
            plan(delay, Action::StartNode, number);
        } else {
            plan(m_random.integer(1, 8), Action::EndExecution, number);
        }
        return event.object();
    }

    JsonObjectWriter event = eventOf("node_completed", execution.id, *execution.workflow);
    addNode(event, node, execution.attempt);
    event.number("duration_ms", execution.nodeDuration)
        .text("status", "success")
        .raw("outputs", drawOutputs(execution, node));
    tell(ExecutionNews::Kind::NodeCompleted, execution);
    execution.attempt = 1;
    ++execution.node;
    m_news.nodesDone = execution.node;
    plan(m_random.integer(1, 8),
         execution.node < execution.nodes.size() ? Action::StartNode : Action::EndExecution,
         number);
    return event.object();
}

QByteArray ExecutionSimulator::endExecution(quint64 number)
{
    const Execution execution = m_executions.take(number);
    const bool failed = execution.fault != nullptr;
    tell(failed ? ExecutionNews::Kind::Failed : ExecutionNews::Kind::Completed, execution);

    JsonObjectWriter event = eventOf(failed ? "execution_failed" : "execution_completed",
                                     execution.id, *execution.workflow);
    if (!execution.bot.isEmpty())
        event.text("bot_id", execution.bot);
    if (!execution.strategy.isEmpty())
        event.text("strategy_id", execution.strategy);
    event.number("duration_ms", m_now - execution.startedAt)
        .text("status", failed ? "failed" : "success");
    if (failed) {
        event.text("error", execution.fault->message)
            .text("error_type", execution.fault->type)
            .text("failed_node_id", execution.nodes.at(execution.node)->id);
    }

    JsonObjectWriter results;
    results.number("nodes_completed", execution.node).number("retries", execution.retries);
    for (const auto &[name, value] : execution.shared)
        results.raw(name, value);
    event.raw("results", results.object());
    return event.object();
}

void ExecutionSimulator::drawPath(Execution &execution)
{
    bool answer = true; // of the last condition
    for (const NodeDefinition &node : execution.workflow->nodes) {
        if ((node.onlyIfTrue && !answer) || !m_random.chance(node.presentPercent))
            continue;
        if (node.truePercent >= 0) {
            answer = m_random.chance(node.truePercent);
            if (answer)
                execution.trueConditions.append(&node);
        }
        execution.nodes.append(&node);
    }
}

QByteArray ExecutionSimulator::drawOutputs(Execution &execution, const NodeDefinition &node)
{
    JsonObjectWriter outputs;
    // What an execution is about goes along from node to node, as an order's number does.
    if (!execution.shared.isEmpty())
        outputs.raw(execution.shared.first().first, execution.shared.first().second);
    if (node.truePercent >= 0)
        outputs.raw("result", execution.trueConditions.contains(&node) ? "true" : "false");
    for (const OutputField &field : node.outputs) {
        const QByteArray value = drawValue(field);
        outputs.raw(field.name, value);
        if (field.shared)
            execution.shared.append({field.name, value});
    }
    return outputs.object();
}

QByteArray ExecutionSimulator::drawValue(const OutputField &field)
{
    switch (field.kind) {
    case OutputField::Kind::Reference:
        return JsonObjectWriter::quoted(
            field.prefix + QByteArray::number(m_random.integer(field.low, field.high)));
    case OutputField::Kind::Integer:
        return QByteArray::number(m_random.integer(field.low, field.high));
    case OutputField::Kind::Decimal:
        return JsonObjectWriter::decimalText(m_random.integer(field.low, field.high));
    case OutputField::Kind::Choice:
        return JsonObjectWriter::quoted(m_random.oneOf(field.choices));
    case OutputField::Kind::Flag:
        return m_random.chance(static_cast<int>(field.low)) ? "true" : "false";
    }
    return "null";
}

} // namespace Signalbox
