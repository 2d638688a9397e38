// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/projectsimulator.h"

#include "server/demo/jsonobjectwriter.h"

namespace Signalbox {

namespace {

using Texts = QList<QByteArray>;

const Texts &people()
{
    static const Texts list{"ada", "grace", "edsger", "barbara"};
    return list;
}

const Texts &pullRequestTitles()
{
    static const Texts list{"Cache the price list",
                            "Retry when the payment provider is slow",
                            "Show totals in the customer's currency",
                            "Read candles in one query",
                            "Drop the old export",
                            "Describe the order states"};
    return list;
}

const Texts &issueTitles()
{
    static const Texts list{"Orders without a postcode are lost", "Charts are empty after midnight",
                            "Search is slow with many filters",   "Invoices round the tax twice",
                            "Feed reconnects too eagerly",        "Tests depend on the time zone"};
    return list;
}

const Texts &suggestions()
{
    static const Texts list{
        "Add an index on orders.created_at", "Two handlers do the same: merge them",
        "This loop reads the configuration every time", "The timeout is longer than the caller's",
        "Split this function before it grows"};
    return list;
}

const Texts &findings()
{
    static const Texts list{"unused dependency", "missing test", "slow query", "stale comment"};
    return list;
}

} // namespace

ProjectSimulator::ProjectSimulator(DemoRandom &random)
    : m_random(random)
    , m_projects({{.id = "project-7", .name = "Checkout", .lastNumber = 412},
                  {.id = "project-12", .name = "Market data", .lastNumber = 96}})
{ }

QByteArray ProjectSimulator::next()
{
    Project &project = m_projects[m_random.integer(0, m_projects.size() - 1)];
    const qint64 what = m_random.integer(0, 99);
    if (what < 36)
        return pullRequest(project);
    if (what < 66)
        return issue(project);
    if (what < 76)
        return change(project);
    if (what < 80)
        return scratch();
    if (what < 92)
        return suggestion(project);
    return analysis(project);
}

qsizetype ProjectSimulator::openPullRequests() const
{
    qsizetype sum = 0;
    for (const Project &project : m_projects)
        sum += project.pullRequests.size();
    return sum;
}

qsizetype ProjectSimulator::openIssues() const
{
    qsizetype sum = 0;
    for (const Project &project : m_projects)
        sum += project.issues.size();
    return sum;
}

QByteArray ProjectSimulator::pullRequest(Project &project)
{
    const auto body = [&](const Item &item, bool merged) {
        return JsonObjectWriter()
            .number("pr_number", item.number)
            .text("project_id", project.id)
            .text("title", item.title)
            .text("url",
                  "https://git.example.org/" + project.id + "/pulls/"
                      + QByteArray::number(item.number))
            .text("author", item.person)
            .raw("merged", merged ? "true" : "false");
    };
    if (opensOne(project.pullRequests)) {
        const Item item = open(project, pullRequestTitles());
        project.pullRequests.append(item);
        return eventWithData("pr.created", body(item, false));
    }
    const qsizetype index = indexIn(project.pullRequests);
    if (m_random.chance(55))
        return eventWithData("pr.updated", body(project.pullRequests.at(index), false));
    return eventWithData("pr.closed",
                         body(project.pullRequests.takeAt(index), m_random.chance(75)));
}

QByteArray ProjectSimulator::issue(Project &project)
{
    const auto body = [&](const Item &item, const char *status) {
        return JsonObjectWriter()
            .number("issue_number", item.number)
            .text("project_id", project.id)
            .text("title", item.title)
            .text("status", status)
            .text("assignee", item.person);
    };
    if (opensOne(project.issues)) {
        const Item item = open(project, issueTitles());
        project.issues.append(item);
        return eventWithData("issue.created", body(item, "open"));
    }
    const qsizetype index = indexIn(project.issues);
    if (m_random.chance(55))
        return eventWithData("issue.updated", body(project.issues.at(index), "in_progress"));
    return eventWithData(
        "issue.closed",
        body(project.issues.takeAt(index), m_random.chance(80) ? "done" : "declined"));
}

QByteArray ProjectSimulator::change(Project &project)
{
    static const Texts states{"planning", "active", "paused"};
    QByteArray status = m_random.oneOf(states);
    if (status == project.status)
        status = project.status == "active" ? "paused" : "active";
    const JsonObjectWriter changed =
        JsonObjectWriter().text("from", project.status).text("to", status);
    project.status = status;
    return eventWithData(
        "project.updated",
        JsonObjectWriter()
            .text("project_id", project.id)
            .text("project_name", project.name)
            .text("status", project.status)
            .text("updated_by", m_random.oneOf(people()))
            .text("repository_url", "https://git.example.org/" + project.id)
            .raw("changes", JsonObjectWriter().raw("status", changed.object()).object()));
}

/// The only projects that are ever deleted: the others stay, for people look at them.
QByteArray ProjectSimulator::scratch()
{
    if (!m_scratch.isEmpty()) {
        const JsonObjectWriter body = JsonObjectWriter()
                                          .text("project_id", m_scratch)
                                          .text("deleted_by", m_random.oneOf(people()));
        m_scratch.clear();
        return eventWithData("project.deleted", body);
    }
    const QByteArray number = QByteArray::number(++m_scratchNumber);
    m_scratch = "scratch-" + number;
    return eventWithData("project.updated",
                         JsonObjectWriter()
                             .text("project_id", m_scratch)
                             .text("project_name", "Scratch " + number)
                             .text("status", "active")
                             .text("updated_by", m_random.oneOf(people())));
}

QByteArray ProjectSimulator::suggestion(const Project &project)
{
    return eventWithData("ai.suggestion",
                         JsonObjectWriter()
                             .text("suggestion_id", "sug-" + QByteArray::number(++m_suggestions))
                             .text("project_id", project.id)
                             .text("suggestion", m_random.oneOf(suggestions()))
                             .decimal("confidence", m_random.integer(35, 99)));
}

QByteArray ProjectSimulator::analysis(const Project &project)
{
    QByteArray list;
    const qint64 count = m_random.integer(0, 3);
    for (qint64 i = 0; i < count; ++i) {
        list += i == 0 ? "" : ",";
        list += JsonObjectWriter()
                    .text("finding", m_random.oneOf(findings()))
                    .number("line", m_random.integer(1, 400))
                    .object();
    }
    return eventWithData("ai.analysis_complete",
                         JsonObjectWriter()
                             .text("analysis_id", "ana-" + QByteArray::number(++m_analyses))
                             .text("project_id", project.id)
                             .raw("findings", '[' + list + ']'));
}

ProjectSimulator::Item ProjectSimulator::open(Project &project, const QList<QByteArray> &titles)
{
    const QByteArray title = m_random.oneOf(titles);
    return {++project.lastNumber, title, m_random.oneOf(people())};
}

bool ProjectSimulator::opensOne(const QList<Item> &items)
{
    return items.isEmpty() || (items.size() < MaxOpen && m_random.chance(30));
}

qsizetype ProjectSimulator::indexIn(const QList<Item> &items)
{
    return m_random.integer(0, items.size() - 1);
}

} // namespace Signalbox
