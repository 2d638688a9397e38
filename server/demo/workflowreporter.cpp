// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/workflowreporter.h"

#include "server/demo/jsonobjectwriter.h"

namespace Signalbox {

WorkflowReporter::WorkflowReporter(DemoRandom &random)
    : m_random(random)
{ }

QByteArray WorkflowReporter::report(const ExecutionNews &news)
{
    JsonObjectWriter body;
    body.text("workflow_id", news.workflowId).text("execution_id", news.executionId);

    if (news.kind == ExecutionNews::Kind::Started) {
        if (m_followed.contains(news.workflowId) || !m_random.chance(FollowPercent))
            return {};
        m_followed.insert(news.workflowId, news.executionId);
        return eventWithData("workflow.started", body.number("step_count", news.nodeCount));
    }
    if (m_followed.value(news.workflowId) != news.executionId)
        return {};

    switch (news.kind) {
    case ExecutionNews::Kind::Started:
    case ExecutionNews::Kind::NodeStarted:
    case ExecutionNews::Kind::NodeFailed:
        return {};
    case ExecutionNews::Kind::NodeCompleted:
        body.number("progress", 100 * news.nodesDone / news.nodeCount)
            .text("current_step", news.nodeName)
            .text("message",
                  QByteArray::number(news.nodesDone) + " of " + QByteArray::number(news.nodeCount)
                      + " steps done");
        return eventWithData("workflow.progress", body);
    case ExecutionNews::Kind::Completed:
        m_followed.remove(news.workflowId);
        body.raw("result", JsonObjectWriter().number("steps", news.nodesDone).object())
            .number("duration_ms", news.durationMs);
        return eventWithData("workflow.completed", body);
    case ExecutionNews::Kind::Failed:
        m_followed.remove(news.workflowId);
        body.text("error", news.error).text("failed_step", news.nodeName);
        return eventWithData("workflow.failed", body);
    }
    return {};
}

} // namespace Signalbox
