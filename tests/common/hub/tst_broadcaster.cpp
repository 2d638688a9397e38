// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/hub/broadcaster.h"

#include "common/hub/eventcatalogue.h"
#include "common/hub/eventhub.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include <functional>
#include <limits>

using namespace Signalbox;

using Call = std::function<Result<EventId>(Broadcaster &)>;
using Rooms = QList<QByteArray>;

Q_DECLARE_METATYPE(Call)

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class tst_Broadcaster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishes_data();
    void publishes();
    void everyPublishableTypeHasAFunction();
    void audience_data();
    void audience();
    void refused_data();
    void refused();
    void emergencyIsTold();
    void belongsToItsParent();
};

void tst_Broadcaster::publishes_data()
{
    QTest::addColumn<Call>("call");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<Rooms>("rooms");

    const auto row = [](const char *name, const char *type, const Call &call, const char *body,
                        const char *room) {
        QTest::newRow(name) << call << QByteArray(type) << object(body) << Rooms{room};
    };

    row(
        "projectUpdated", "project.updated",
        [](Broadcaster &b) { return b.projectUpdated(s("7"), s("Shop"), s("active"), s("ada")); },
        R"({"project_id":"7","project_name":"Shop","status":"active","updated_by":"ada"})",
        "project:7");
    row(
        "projectUpdated, all", "project.updated",
        [](Broadcaster &b) {
            return b.projectUpdated(s("7"), s("Shop"), s("active"), s("ada"),
                                    {.repositoryUrl = s("https://git.example.org/shop"),
                                     .changes = object(R"({"status":"active"})")});
        },
        R"({"project_id":"7","project_name":"Shop","status":"active","updated_by":"ada",
            "repository_url":"https://git.example.org/shop","changes":{"status":"active"}})",
        "project:7");
    row(
        "projectDeleted", "project.deleted",
        [](Broadcaster &b) { return b.projectDeleted(s("7"), s("ada")); },
        R"({"project_id":"7","deleted_by":"ada"})", "project:7");

    const std::pair<const char *, Broadcast::AgentStatus> statuses[] = {
        {"idle", Broadcast::AgentStatus::Idle},
        {"busy", Broadcast::AgentStatus::Busy},
        {"offline", Broadcast::AgentStatus::Offline},
        {"error", Broadcast::AgentStatus::Error}};
    for (const auto &[name, status] : statuses) {
        QTest::addRow("agentStatusChanged %s", name)
            << Call([status = status](Broadcaster &b) {
                   return b.agentStatusChanged(s("a-1"), status);
               })
            << QByteArray("agent.status_changed")
            << QJsonObject{{s("agent_id"), s("a-1")}, {s("status"), s(name)}} << Rooms{"agent:a-1"};
    }
    row(
        "agentStatusChanged, all", "agent.status_changed",
        [](Broadcaster &b) {
            return b.agentStatusChanged(
                s("a-1"), Broadcast::AgentStatus::Busy,
                {.previousStatus = Broadcast::AgentStatus::Idle, .currentTask = s("Index")});
        },
        R"({"agent_id":"a-1","status":"busy","previous_status":"idle","current_task":"Index"})",
        "agent:a-1");
    row(
        "agentConnected", "agent.connected",
        [](Broadcaster &b) { return b.agentConnected(s("a-1")); }, R"({"agent_id":"a-1"})",
        "agent:a-1");
    row(
        "agentDisconnected", "agent.disconnected",
        [](Broadcaster &b) { return b.agentDisconnected(s("a-1")); }, R"({"agent_id":"a-1"})",
        "agent:a-1");
    row(
        "agentDisconnected, all", "agent.disconnected",
        [](Broadcaster &b) { return b.agentDisconnected(s("a-1"), s("shut down")); },
        R"({"agent_id":"a-1","reason":"shut down"})", "agent:a-1");

    row(
        "workflowStarted", "workflow.started",
        [](Broadcaster &b) { return b.workflowStarted(s("w")); }, R"({"workflow_id":"w"})",
        "workflow:w");
    row(
        "workflowProgress", "workflow.progress",
        [](Broadcaster &b) { return b.workflowProgress(s("w"), 0); },
        R"({"workflow_id":"w","progress":0})", "workflow:w");
    row(
        "workflowProgress, all", "workflow.progress",
        [](Broadcaster &b) {
            return b.workflowProgress(s("w"), 12.5,
                                      {.currentStep = s("Render"), .message = s("half a page")});
        },
        R"({"workflow_id":"w","progress":12.5,"current_step":"Render","message":"half a page"})",
        "workflow:w");
    row(
        "workflowCompleted", "workflow.completed",
        [](Broadcaster &b) { return b.workflowCompleted(s("w")); }, R"({"workflow_id":"w"})",
        "workflow:w");
    row(
        "workflowCompleted, all", "workflow.completed",
        [](Broadcaster &b) {
            return b.workflowCompleted(s("w"),
                                       {.result = QJsonArray{1, true}, .durationMs = 90'000});
        },
        R"({"workflow_id":"w","result":[1,true],"duration_ms":90000})", "workflow:w");
    row(
        "workflowFailed", "workflow.failed",
        [](Broadcaster &b) { return b.workflowFailed(s("w"), s("out of paper")); },
        R"({"workflow_id":"w","error":"out of paper"})", "workflow:w");

    const Broadcast::PullRequestDetails pullRequest{
        .url = s("https://git.example.org/1"), .author = s("ada"), .merged = true};
    const char *smallPullRequest = R"({"pr_number":1,"project_id":"7","title":"Cache"})";
    const char *fullPullRequest = R"({"pr_number":1,"project_id":"7","title":"Cache",
        "url":"https://git.example.org/1","author":"ada","merged":true})";
    row(
        "prCreated", "pr.created",
        [](Broadcaster &b) { return b.prCreated(1, s("7"), s("Cache")); }, smallPullRequest,
        "project:7");
    row(
        "prCreated, all", "pr.created",
        [=](Broadcaster &b) { return b.prCreated(1, s("7"), s("Cache"), pullRequest); },
        fullPullRequest, "project:7");
    row(
        "prUpdated", "pr.updated",
        [](Broadcaster &b) { return b.prUpdated(1, s("7"), s("Cache")); }, smallPullRequest,
        "project:7");
    row(
        "prUpdated, all", "pr.updated",
        [=](Broadcaster &b) { return b.prUpdated(1, s("7"), s("Cache"), pullRequest); },
        fullPullRequest, "project:7");
    row(
        "prClosed", "pr.closed", [](Broadcaster &b) { return b.prClosed(1, s("7"), s("Cache")); },
        smallPullRequest, "project:7");
    row(
        "prClosed, all", "pr.closed",
        [=](Broadcaster &b) { return b.prClosed(1, s("7"), s("Cache"), pullRequest); },
        fullPullRequest, "project:7");

    const Broadcast::IssueDetails issue{.status = s("open"), .assignee = s("ada")};
    const char *smallIssue = R"({"issue_number":9007199254740991,"project_id":"7","title":"Slow"})";
    const char *fullIssue = R"({"issue_number":9007199254740991,"project_id":"7","title":"Slow",
        "status":"open","assignee":"ada"})";
    constexpr qint64 Number = 9007199254740991;
    row(
        "issueCreated", "issue.created",
        [](Broadcaster &b) { return b.issueCreated(Number, s("7"), s("Slow")); }, smallIssue,
        "project:7");
    row(
        "issueCreated, all", "issue.created",
        [=](Broadcaster &b) { return b.issueCreated(Number, s("7"), s("Slow"), issue); }, fullIssue,
        "project:7");
    row(
        "issueUpdated", "issue.updated",
        [](Broadcaster &b) { return b.issueUpdated(Number, s("7"), s("Slow")); }, smallIssue,
        "project:7");
    row(
        "issueUpdated, all", "issue.updated",
        [=](Broadcaster &b) { return b.issueUpdated(Number, s("7"), s("Slow"), issue); }, fullIssue,
        "project:7");
    row(
        "issueClosed", "issue.closed",
        [](Broadcaster &b) { return b.issueClosed(Number, s("7"), s("Slow")); }, smallIssue,
        "project:7");
    row(
        "issueClosed, all", "issue.closed",
        [=](Broadcaster &b) { return b.issueClosed(Number, s("7"), s("Slow"), issue); }, fullIssue,
        "project:7");

    row(
        "aiSuggestion", "ai.suggestion",
        [](Broadcaster &b) { return b.aiSuggestion(s("s-1"), s("7"), s("Rest")); },
        R"({"suggestion_id":"s-1","project_id":"7","suggestion":"Rest"})", "project:7");
    row(
        "aiSuggestion, all", "ai.suggestion",
        [](Broadcaster &b) { return b.aiSuggestion(s("s-1"), s("7"), s("Rest"), 0.75); },
        R"({"suggestion_id":"s-1","project_id":"7","suggestion":"Rest","confidence":0.75})",
        "project:7");
    row(
        "aiAnalysisComplete", "ai.analysis_complete",
        [](Broadcaster &b) { return b.aiAnalysisComplete(s("n-1"), s("7")); },
        R"({"analysis_id":"n-1","project_id":"7"})", "project:7");
    row(
        "aiAnalysisComplete, all", "ai.analysis_complete",
        [](Broadcaster &b) {
            return b.aiAnalysisComplete(s("n-1"), s("7"), QJsonArray{s("late"), s("slow")});
        },
        R"({"analysis_id":"n-1","project_id":"7","findings":["late","slow"]})", "project:7");

    row(
        "names that need escapes", "workflow.failed",
        [](Broadcaster &b) {
            return b.workflowFailed(s("\"w\\"), s("line 1\nline 2, \xf0\x9f\x9a\x82"));
        },
        "{\"workflow_id\":\"\\\"w\\\\\",\"error\":\"line 1\\nline 2, \xf0\x9f\x9a\x82\"}",
        "workflow:\"w\\");
}

void tst_Broadcaster::publishes()
{
    QFETCH(const Call, call);
    QFETCH(const QByteArray, type);
    QFETCH(const QJsonObject, body);
    QFETCH(const Rooms, rooms);

    EventHub hub;
    Broadcaster broadcaster(&hub);
    QSignalSpy spy(&hub, &EventHub::eventsAccepted);
    const Result<EventId> id = call(broadcaster);
    QVERIFY2(id, id ? "" : qPrintable(id.error().message));
    QCOMPARE(spy.size(), 1);
    const auto events = spy.first().first().value<QList<Event>>();
    QCOMPARE(events.size(), 1);
    const Event &event = events.first();
    QCOMPARE(event.id, *id);
    QCOMPARE(event.type, type);
    QCOMPARE(QJsonDocument::fromJson(event.body).object(), body);
    QCOMPARE(event.rooms, rooms);
    QVERIFY(event.user.isEmpty());
    QVERIFY(EventCatalogue::find(event.type));
    QVERIFY(EventCatalogue::check(event.type, event.body, false));
}

void tst_Broadcaster::everyPublishableTypeHasAFunction()
{
    // A type that the catalogue gains must get its function.
    QSet<QByteArray> published;
    EventHub hub;
    Broadcaster b(&hub);
    connect(&hub, &EventHub::eventsAccepted, this,
            [&](const QList<Event> &events) { published.insert(events.first().type); });
    const Result<EventId> results[] = {
        b.projectUpdated(s("7"), s("Shop"), s("active"), s("ada")),
        b.projectDeleted(s("7"), s("ada")),
        b.agentStatusChanged(s("a"), Broadcast::AgentStatus::Idle),
        b.agentConnected(s("a")),
        b.agentDisconnected(s("a")),
        b.workflowStarted(s("w")),
        b.workflowProgress(s("w"), 100),
        b.workflowCompleted(s("w")),
        b.workflowFailed(s("w"), s("e")),
        b.prCreated(1, s("7"), s("t")),
        b.prUpdated(1, s("7"), s("t")),
        b.prClosed(1, s("7"), s("t")),
        b.issueCreated(1, s("7"), s("t")),
        b.issueUpdated(1, s("7"), s("t")),
        b.issueClosed(1, s("7"), s("t")),
        b.aiSuggestion(s("s"), s("7"), s("t")),
        b.aiAnalysisComplete(s("n"), s("7")),
    };
    for (const Result<EventId> &result : results)
        QVERIFY(result);
    QSet<QByteArray> wanted;
    for (const EventCatalogue::Entry &entry : EventCatalogue::entries()) {
        if (entry.isPublishable)
            wanted.insert(entry.type);
    }
    QCOMPARE(published, wanted);
}

void tst_Broadcaster::audience_data()
{
    QTest::addColumn<Call>("call");
    QTest::addColumn<Rooms>("rooms");
    QTest::addColumn<QByteArray>("user");
    const auto row = [](const char *name, const Call &call, const Rooms &rooms,
                        const char *user = "") {
        QTest::newRow(name) << call << rooms << QByteArray(user);
    };
    row("rooms besides",
        [](Broadcaster &b) {
            return b.agentConnected(s("1"), {.rooms = {s("project:7"), s("global")}});
        },
        {"agent:1", "project:7", "global"});
    row("a room that an id names too",
        [](Broadcaster &b) { return b.agentDisconnected(s("1"), {}, {.rooms = {s("agent:1")}}); },
        {"agent:1"});
    row(
        "one user",
        [](Broadcaster &b) { return b.workflowProgress(s("w"), 1, {}, {.user = s("ada")}); },
        {"user:ada"}, "ada");
    row(
        "one user, whatever rooms",
        [](Broadcaster &b) {
            return b.prCreated(1, s("7"), s("t"), {}, {.rooms = {s("global")}, .user = s("ada")});
        },
        {"user:ada"}, "ada");
    row(
        "toUser",
        [](Broadcaster &b) {
            return b.toUser(s("ada"), s("notification"),
                            object(R"({"project_id":7,"user":"eve"})"));
        },
        {"user:ada"}, "ada");
    row("toRoom", [](Broadcaster &b) { return b.toRoom(s("bot:1"), s("greeting"), {}); },
        {"bot:1"});
    row("toRoom, with an id",
        [](Broadcaster &b) {
            return b.toRoom(s("global"), s("greeting"), object(R"({"project_id":7})"));
        },
        {"project:7", "global"});
}

void tst_Broadcaster::audience()
{
    QFETCH(const Call, call);
    QFETCH(const Rooms, rooms);
    QFETCH(const QByteArray, user);
    EventHub hub;
    Broadcaster broadcaster(&hub);
    QSignalSpy spy(&hub, &EventHub::eventsAccepted);
    const Result<EventId> id = call(broadcaster);
    QVERIFY2(id, id ? "" : qPrintable(id.error().message));
    const auto events = spy.first().first().value<QList<Event>>();
    QCOMPARE(events.first().rooms, rooms);
    QCOMPARE(events.first().user, user);
}

void tst_Broadcaster::refused_data()
{
    QTest::addColumn<Call>("call");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const Call &call, ErrorCode code, const char *field) {
        QTest::newRow(name) << call << code << s(field);
    };
    row(
        "progress over 100", [](Broadcaster &b) { return b.workflowProgress(s("w"), 100.5); },
        ErrorCode::InvalidEvent, "data.progress");
    row(
        "progress that is no number",
        [](Broadcaster &b) {
            return b.workflowProgress(s("w"), std::numeric_limits<double>::quiet_NaN());
        },
        ErrorCode::InvalidEvent, "data.progress");
    row(
        "confidence in percent",
        [](Broadcaster &b) { return b.aiSuggestion(s("s"), s("7"), s("Rest"), 75); },
        ErrorCode::InvalidEvent, "data.confidence");
    row(
        "findings of a wrong kind",
        [](Broadcaster &b) { return b.aiAnalysisComplete(s("n"), s("7"), true); },
        ErrorCode::InvalidEvent, "data.findings");
    row(
        "empty id", [](Broadcaster &b) { return b.agentConnected({}); }, ErrorCode::InvalidEvent,
        "data.agent_id");
    row(
        "id with a star", [](Broadcaster &b) { return b.projectDeleted(s("*"), s("ada")); },
        ErrorCode::InvalidEvent, "data.project_id");
    row(
        "malformed room",
        [](Broadcaster &b) { return b.workflowStarted(s("w"), {.rooms = {s("hall")}}); },
        ErrorCode::InvalidEvent, "rooms[0]");
    row(
        "malformed user",
        [](Broadcaster &b) { return b.workflowStarted(s("w"), {.user = s("a\nb")}); },
        ErrorCode::InvalidEvent, "user");
    row(
        "nobody", [](Broadcaster &b) { return b.toUser({}, s("notification"), {}); },
        ErrorCode::BadRequest, "user");
    row(
        "nowhere", [](Broadcaster &b) { return b.toRoom({}, s("greeting"), {}); },
        ErrorCode::BadRequest, "room");
    row(
        "reserved type", [](Broadcaster &b) { return b.toUser(s("ada"), s("connected"), {}); },
        ErrorCode::ReservedType, "type");
    row(
        "body that the catalogue refuses",
        [](Broadcaster &b) { return b.toUser(s("ada"), s("agent.connected"), {}); },
        ErrorCode::InvalidEvent, "data.agent_id");
}

void tst_Broadcaster::refused()
{
    QFETCH(const Call, call);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, field);
    EventHub hub;
    Broadcaster broadcaster(&hub);
    QSignalSpy spy(&hub, &EventHub::eventsAccepted);
    const Result<EventId> id = call(broadcaster);
    QVERIFY(!id);
    QCOMPARE(id.error().code, code);
    QCOMPARE(id.error().field, field);
    QVERIFY(spy.isEmpty());
}

void tst_Broadcaster::emergencyIsTold()
{
    EventHub hub;
    Broadcaster broadcaster(&hub);
    hub.setEmergency(true, s("fire"));
    const Result<EventId> id = broadcaster.workflowStarted(s("w"));
    QVERIFY(!id);
    QCOMPARE(id.error().code, ErrorCode::Emergency);
    hub.setEmergency(false, {});
    QVERIFY(broadcaster.workflowStarted(s("w")));
}

void tst_Broadcaster::belongsToItsParent()
{
    QPointer<Broadcaster> broadcaster;
    {
        EventHub hub;
        broadcaster = new Broadcaster(&hub, &hub);
        QVERIFY(broadcaster->workflowStarted(s("w")));
    }
    QVERIFY(!broadcaster);
}

QTEST_GUILESS_MAIN(tst_Broadcaster)
#include "tst_broadcaster.moc"
