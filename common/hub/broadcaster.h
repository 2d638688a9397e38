// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/hub/event.h"
#include "common/result.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace Signalbox {

class EventHub;

/// What the functions of the Broadcaster take besides the required.
namespace Broadcast {

/// Who gets an event. By default those in the rooms of its ids.
struct Audience
{
    QStringList rooms{}; ///< besides; names such as `global` or `agent:7`
    /// Not empty: this user only, whatever rooms and ids there are.
    QString user{};
};

enum class AgentStatus { Idle, Busy, Offline, Error };

struct ProjectDetails
{
    std::optional<QString> repositoryUrl{};
    std::optional<QJsonObject> changes{};
};

struct AgentDetails
{
    std::optional<AgentStatus> previousStatus{};
    std::optional<QString> currentTask{};
};

struct ProgressDetails
{
    std::optional<QString> currentStep{};
    std::optional<QString> message{};
};

struct CompletionDetails
{
    QJsonValue result{QJsonValue::Undefined};
    std::optional<qint64> durationMs{};
};

struct PullRequestDetails
{
    std::optional<QString> url{};
    std::optional<QString> author{};
    std::optional<bool> merged{};
};

struct IssueDetails
{
    std::optional<QString> status{};
    std::optional<QString> assignee{};
};

} // namespace Broadcast

/// Publishes the events of the EventCatalogue for programs that embed the hub: one function for
/// each type that may be published, so that the compiler knows what an event must have.
///
///     Broadcaster broadcaster(&hub);
///     broadcaster.workflowProgress(u"nightly-report"_s, 40, {.currentStep = u"Render"_s});
///
/// What a type requires is a parameter; what it may have besides is in a small struct, whose
/// members are left out of the event unless they are set. An event goes to the rooms of the ids it
/// carries (a pull request to `project:<id>`, progress to `workflow:<id>`), and to where its
/// Audience says.
///
/// Every function returns the event's id once the hub has accepted it, and everyone who is
/// connected has been told by then. It fails as EventHub::publish() does: Emergency while
/// publishing is stopped; InvalidEvent, with the field, for an id or a room that is malformed or a
/// number out of its range; InvalidJson for a text with half a surrogate pair. Nothing is published
/// then.
///
/// Lives on the hub's thread, and all functions are called there; does not own the hub.
class Broadcaster final : public QObject
{
    Q_OBJECT

public:
    /// \a hub must outlive the broadcaster.
    explicit Broadcaster(EventHub *hub, QObject *parent = nullptr);

    Result<EventId> projectUpdated(const QString &projectId, const QString &projectName,
                                   const QString &status, const QString &updatedBy,
                                   const Broadcast::ProjectDetails &details = {},
                                   const Broadcast::Audience &audience = {});
    Result<EventId> projectDeleted(const QString &projectId, const QString &deletedBy,
                                   const Broadcast::Audience &audience = {});

    Result<EventId> agentStatusChanged(const QString &agentId, Broadcast::AgentStatus status,
                                       const Broadcast::AgentDetails &details = {},
                                       const Broadcast::Audience &audience = {});
    Result<EventId> agentConnected(const QString &agentId,
                                   const Broadcast::Audience &audience = {});
    Result<EventId> agentDisconnected(const QString &agentId,
                                      const std::optional<QString> &reason = {},
                                      const Broadcast::Audience &audience = {});

    Result<EventId> workflowStarted(const QString &workflowId,
                                    const Broadcast::Audience &audience = {});
    /// \a progress is in percent, 0 to 100.
    Result<EventId> workflowProgress(const QString &workflowId, double progress,
                                     const Broadcast::ProgressDetails &details = {},
                                     const Broadcast::Audience &audience = {});
    Result<EventId> workflowCompleted(const QString &workflowId,
                                      const Broadcast::CompletionDetails &details = {},
                                      const Broadcast::Audience &audience = {});
    Result<EventId> workflowFailed(const QString &workflowId, const QString &error,
                                   const Broadcast::Audience &audience = {});

    Result<EventId> prCreated(qint64 number, const QString &projectId, const QString &title,
                              const Broadcast::PullRequestDetails &details = {},
                              const Broadcast::Audience &audience = {});
    Result<EventId> prUpdated(qint64 number, const QString &projectId, const QString &title,
                              const Broadcast::PullRequestDetails &details = {},
                              const Broadcast::Audience &audience = {});
    Result<EventId> prClosed(qint64 number, const QString &projectId, const QString &title,
                             const Broadcast::PullRequestDetails &details = {},
                             const Broadcast::Audience &audience = {});

    Result<EventId> issueCreated(qint64 number, const QString &projectId, const QString &title,
                                 const Broadcast::IssueDetails &details = {},
                                 const Broadcast::Audience &audience = {});
    Result<EventId> issueUpdated(qint64 number, const QString &projectId, const QString &title,
                                 const Broadcast::IssueDetails &details = {},
                                 const Broadcast::Audience &audience = {});
    Result<EventId> issueClosed(qint64 number, const QString &projectId, const QString &title,
                                const Broadcast::IssueDetails &details = {},
                                const Broadcast::Audience &audience = {});

    /// \a confidence, if given, is from 0 to 1.
    Result<EventId> aiSuggestion(const QString &suggestionId, const QString &projectId,
                                 const QString &suggestion, std::optional<double> confidence = {},
                                 const Broadcast::Audience &audience = {});
    /// \a findings: an array, an object or a text; Undefined leaves it out.
    Result<EventId> aiAnalysisComplete(const QString &analysisId, const QString &projectId,
                                       const QJsonValue &findings = QJsonValue::Undefined,
                                       const Broadcast::Audience &audience = {});

    /// An event of any \a type, such as `notification`, for one user: all of their connections get
    /// it, and nobody else's. BadRequest if \a user is empty; what \a body has to hold is the
    /// catalogue's to say, if it knows the type.
    Result<EventId> toUser(const QString &user, const QString &type, const QJsonObject &body);
    /// An event of any \a type for one room, besides those of the ids in \a body. BadRequest if
    /// \a room is empty.
    Result<EventId> toRoom(const QString &room, const QString &type, const QJsonObject &body);

private:
    Result<EventId> pullRequest(const char *type, qint64 number, const QString &projectId,
                                const QString &title, const Broadcast::PullRequestDetails &details,
                                const Broadcast::Audience &audience);
    Result<EventId> issue(const char *type, qint64 number, const QString &projectId,
                          const QString &title, const Broadcast::IssueDetails &details,
                          const Broadcast::Audience &audience);
    Result<EventId> publish(const QString &type, const QJsonObject &body,
                            const Broadcast::Audience &audience);

    EventHub *m_hub;
};

} // namespace Signalbox
