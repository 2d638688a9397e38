// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/hub/broadcaster.h"

#include "common/hub/eventhub.h"

#include <QJsonArray>

#include <utility>

namespace Signalbox {

namespace {

/// The members of a body, in which what is not set has no place.
class Body final
{
public:
    Body &add(const char *name, const QJsonValue &value)
    {
        if (!value.isUndefined())
            m_members.insert(QLatin1String(name), value);
        return *this;
    }
    template <typename T>
    Body &add(const char *name, const std::optional<T> &value)
    {
        return value ? add(name, QJsonValue(*value)) : *this;
    }

    [[nodiscard]] const QJsonObject &members() const { return m_members; }

private:
    QJsonObject m_members;
};

QString text(Broadcast::AgentStatus status)
{
    switch (status) {
    case Broadcast::AgentStatus::Idle:
        return QStringLiteral("idle");
    case Broadcast::AgentStatus::Busy:
        return QStringLiteral("busy");
    case Broadcast::AgentStatus::Offline:
        return QStringLiteral("offline");
    case Broadcast::AgentStatus::Error:
        break;
    }
    return QStringLiteral("error");
}

} // namespace

Broadcaster::Broadcaster(EventHub *hub, QObject *parent)
    : QObject(parent)
    , m_hub(hub)
{ }

Result<EventId> Broadcaster::projectUpdated(const QString &projectId, const QString &projectName,
                                            const QString &status, const QString &updatedBy,
                                            const Broadcast::ProjectDetails &details,
                                            const Broadcast::Audience &audience)
{
    const Body body = Body()
                          .add("project_id", projectId)
                          .add("project_name", projectName)
                          .add("status", status)
                          .add("updated_by", updatedBy)
                          .add("repository_url", details.repositoryUrl)
                          .add("changes", details.changes);
    return publish(QStringLiteral("project.updated"), body.members(), audience);
}

Result<EventId> Broadcaster::projectDeleted(const QString &projectId, const QString &deletedBy,
                                            const Broadcast::Audience &audience)
{
    const Body body = Body().add("project_id", projectId).add("deleted_by", deletedBy);
    return publish(QStringLiteral("project.deleted"), body.members(), audience);
}

Result<EventId> Broadcaster::agentStatusChanged(const QString &agentId,
                                                Broadcast::AgentStatus status,
                                                const Broadcast::AgentDetails &details,
                                                const Broadcast::Audience &audience)
{
    Body body;
    body.add("agent_id", agentId).add("status", text(status));
    if (details.previousStatus)
        body.add("previous_status", text(*details.previousStatus));
    body.add("current_task", details.currentTask);
    return publish(QStringLiteral("agent.status_changed"), body.members(), audience);
}

Result<EventId> Broadcaster::agentConnected(const QString &agentId,
                                            const Broadcast::Audience &audience)
{
    const Body body = Body().add("agent_id", agentId);
    return publish(QStringLiteral("agent.connected"), body.members(), audience);
}

Result<EventId> Broadcaster::agentDisconnected(const QString &agentId,
                                               const std::optional<QString> &reason,
                                               const Broadcast::Audience &audience)
{
    const Body body = Body().add("agent_id", agentId).add("reason", reason);
    return publish(QStringLiteral("agent.disconnected"), body.members(), audience);
}

Result<EventId> Broadcaster::workflowStarted(const QString &workflowId,
                                             const Broadcast::Audience &audience)
{
    const Body body = Body().add("workflow_id", workflowId);
    return publish(QStringLiteral("workflow.started"), body.members(), audience);
}

Result<EventId> Broadcaster::workflowProgress(const QString &workflowId, double progress,
                                              const Broadcast::ProgressDetails &details,
                                              const Broadcast::Audience &audience)
{
    const Body body = Body()
                          .add("workflow_id", workflowId)
                          .add("progress", progress)
                          .add("current_step", details.currentStep)
                          .add("message", details.message);
    return publish(QStringLiteral("workflow.progress"), body.members(), audience);
}

Result<EventId> Broadcaster::workflowCompleted(const QString &workflowId,
                                               const Broadcast::CompletionDetails &details,
                                               const Broadcast::Audience &audience)
{
    const Body body = Body()
                          .add("workflow_id", workflowId)
                          .add("result", details.result)
                          .add("duration_ms", details.durationMs);
    return publish(QStringLiteral("workflow.completed"), body.members(), audience);
}

Result<EventId> Broadcaster::workflowFailed(const QString &workflowId, const QString &error,
                                            const Broadcast::Audience &audience)
{
    const Body body = Body().add("workflow_id", workflowId).add("error", error);
    return publish(QStringLiteral("workflow.failed"), body.members(), audience);
}

Result<EventId> Broadcaster::prCreated(qint64 number, const QString &projectId,
                                       const QString &title,
                                       const Broadcast::PullRequestDetails &details,
                                       const Broadcast::Audience &audience)
{
    return pullRequest("pr.created", number, projectId, title, details, audience);
}

Result<EventId> Broadcaster::prUpdated(qint64 number, const QString &projectId,
                                       const QString &title,
                                       const Broadcast::PullRequestDetails &details,
                                       const Broadcast::Audience &audience)
{
    return pullRequest("pr.updated", number, projectId, title, details, audience);
}

Result<EventId> Broadcaster::prClosed(qint64 number, const QString &projectId, const QString &title,
                                      const Broadcast::PullRequestDetails &details,
                                      const Broadcast::Audience &audience)
{
    return pullRequest("pr.closed", number, projectId, title, details, audience);
}

Result<EventId> Broadcaster::issueCreated(qint64 number, const QString &projectId,
                                          const QString &title,
                                          const Broadcast::IssueDetails &details,
                                          const Broadcast::Audience &audience)
{
    return issue("issue.created", number, projectId, title, details, audience);
}

Result<EventId> Broadcaster::issueUpdated(qint64 number, const QString &projectId,
                                          const QString &title,
                                          const Broadcast::IssueDetails &details,
                                          const Broadcast::Audience &audience)
{
    return issue("issue.updated", number, projectId, title, details, audience);
}

Result<EventId> Broadcaster::issueClosed(qint64 number, const QString &projectId,
                                         const QString &title,
                                         const Broadcast::IssueDetails &details,
                                         const Broadcast::Audience &audience)
{
    return issue("issue.closed", number, projectId, title, details, audience);
}

Result<EventId> Broadcaster::aiSuggestion(const QString &suggestionId, const QString &projectId,
                                          const QString &suggestion,
                                          std::optional<double> confidence,
                                          const Broadcast::Audience &audience)
{
    const Body body = Body()
                          .add("suggestion_id", suggestionId)
                          .add("project_id", projectId)
                          .add("suggestion", suggestion)
                          .add("confidence", confidence);
    return publish(QStringLiteral("ai.suggestion"), body.members(), audience);
}

Result<EventId> Broadcaster::aiAnalysisComplete(const QString &analysisId, const QString &projectId,
                                                const QJsonValue &findings,
                                                const Broadcast::Audience &audience)
{
    const Body body = Body()
                          .add("analysis_id", analysisId)
                          .add("project_id", projectId)
                          .add("findings", findings);
    return publish(QStringLiteral("ai.analysis_complete"), body.members(), audience);
}

Result<EventId> Broadcaster::toUser(const QString &user, const QString &type,
                                    const QJsonObject &body)
{
    // Without a name it would be for everyone.
    if (user.isEmpty()) {
        return fail(ErrorCode::BadRequest, QStringLiteral("A user is required"),
                    QStringLiteral("user"));
    }
    return publish(type, body, {.user = user});
}

Result<EventId> Broadcaster::toRoom(const QString &room, const QString &type,
                                    const QJsonObject &body)
{
    if (room.isEmpty()) {
        return fail(ErrorCode::BadRequest, QStringLiteral("A room is required"),
                    QStringLiteral("room"));
    }
    return publish(type, body, {.rooms = {room}});
}

Result<EventId> Broadcaster::pullRequest(const char *type, qint64 number, const QString &projectId,
                                         const QString &title,
                                         const Broadcast::PullRequestDetails &details,
                                         const Broadcast::Audience &audience)
{
    const Body body = Body()
                          .add("pr_number", number)
                          .add("project_id", projectId)
                          .add("title", title)
                          .add("url", details.url)
                          .add("author", details.author)
                          .add("merged", details.merged);
    return publish(QLatin1String(type), body.members(), audience);
}

Result<EventId> Broadcaster::issue(const char *type, qint64 number, const QString &projectId,
                                   const QString &title, const Broadcast::IssueDetails &details,
                                   const Broadcast::Audience &audience)
{
    const Body body = Body()
                          .add("issue_number", number)
                          .add("project_id", projectId)
                          .add("title", title)
                          .add("status", details.status)
                          .add("assignee", details.assignee);
    return publish(QLatin1String(type), body.members(), audience);
}

Result<EventId> Broadcaster::publish(const QString &type, const QJsonObject &body,
                                     const Broadcast::Audience &audience)
{
    // In `data`, so that no member of the body is taken for a part of the envelope.
    QJsonObject event{{QStringLiteral("type"), type}, {QStringLiteral("data"), body}};
    if (!audience.rooms.isEmpty())
        event.insert(QStringLiteral("rooms"), QJsonArray::fromStringList(audience.rooms));
    if (!audience.user.isEmpty())
        event.insert(QStringLiteral("user"), audience.user);
    return m_hub->publish(event);
}

} // namespace Signalbox
