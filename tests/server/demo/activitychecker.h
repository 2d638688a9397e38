// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QString>

namespace Signalbox {

/// Follows what goes on beside the executions, and says at the first event that does not fit those
/// before it: an agent that works without being there, a pull request that is closed twice. Knows
/// nothing of how the stream was made.
class ActivityChecker final
{
public:
    /// What is wrong with \a event as the next one; empty if nothing. \a runningExecutions is how
    /// many the stream has running at this point.
    QString check(const QJsonObject &event, qsizetype runningExecutions)
    {
        const QString type = event[u"type"].toString();
        const QJsonObject body = event[u"data"].isObject() ? event[u"data"].toObject() : event;
        ++m_counts[type];
        if (event.contains(u"timestamp") || event.contains(u"event_id"))
            return QStringLiteral("carries what the hub gives");
        if (type.startsWith(u"agent."))
            return checkAgent(type, body);
        if (type.startsWith(u"pr."))
            return checkItem(m_pullRequests, type, body, u"pr_number");
        if (type.startsWith(u"issue."))
            return checkItem(m_issues, type, body, u"issue_number");
        if (type.startsWith(u"project."))
            return checkProject(type, body);
        if (type.startsWith(u"ai."))
            return checkAi(type, body);
        if (type.startsWith(u"workflow."))
            return checkWorkflow(type, body);
        if (type.startsWith(u"backtest_"))
            return checkBacktest(type, body);
        if (type == u"strategy_created")
            return checkStrategy(body);
        if (type == u"dashboard_update")
            return checkDashboard(body, runningExecutions);
        if (type == u"notification")
            return checkNotification(event);
        return QStringLiteral("unknown type");
    }

    /// How many of each type there were.
    [[nodiscard]] const QHash<QString, int> &counts() const { return m_counts; }

private:
    struct Progress
    {
        double value = 0;
        QString of; ///< the execution, or the strategy
    };

    QString checkAgent(const QString &type, const QJsonObject &body)
    {
        const QString id = body[u"agent_id"].toString();
        if (id.isEmpty())
            return QStringLiteral("no agent");
        const bool isConnected = m_agents.contains(id);
        if (type == u"agent.connected") {
            m_agents.insert(id, QStringLiteral("offline"));
            return isConnected ? QStringLiteral("connected twice") : QString();
        }
        if (!isConnected)
            return QStringLiteral("agent is not connected");
        if (type == u"agent.disconnected") {
            const QString status = m_agents.take(id);
            return status == u"busy" ? QStringLiteral("left its work") : QString();
        }
        const QString status = body[u"status"].toString();
        if (body[u"previous_status"].toString() != m_agents.value(id))
            return QStringLiteral("had another status before");
        if (status == m_agents.value(id))
            return QStringLiteral("status has not changed");
        if ((status == u"busy") != body.contains(u"current_task"))
            return QStringLiteral("busy with nothing, or not busy with a task");
        m_agents.insert(id, status);
        return {};
    }

    QString checkItem(QHash<QString, QString> &items, const QString &type, const QJsonObject &body,
                      QStringView numberName)
    {
        const QString project = body[u"project_id"].toString();
        const qint64 number = body[numberName].toInteger();
        const QString title = body[u"title"].toString();
        if (project.isEmpty() || number < 1 || title.isEmpty())
            return QStringLiteral("not described");
        const QString id = QStringLiteral("%1#%2").arg(project).arg(number);
        const bool isMerged = body[u"merged"].toBool();
        if (type.endsWith(u".created")) {
            if (m_numbers.contains(id))
                return QStringLiteral("number was given before");
            m_numbers.insert(id);
            items.insert(id, title);
            return isMerged ? QStringLiteral("created merged") : QString();
        }
        if (!items.contains(id))
            return QStringLiteral("is not open");
        if (items.value(id) != title)
            return QStringLiteral("changed its title");
        if (type.endsWith(u".closed"))
            items.remove(id);
        else if (isMerged)
            return QStringLiteral("open, but merged");
        return {};
    }

    QString checkProject(const QString &type, const QJsonObject &body)
    {
        const QString id = body[u"project_id"].toString();
        if (m_deleted.contains(id))
            return QStringLiteral("project was deleted");
        if (type == u"project.deleted") {
            m_deleted.insert(id);
            return m_projects.contains(id) ? QString() : QStringLiteral("nobody knew of it");
        }
        const QString status = body[u"status"].toString();
        const QJsonObject change = body[u"changes"][u"status"].toObject();
        if (!change.isEmpty()
            && (change[u"to"].toString() != status || change[u"from"] == change[u"to"]))
            return QStringLiteral("another change than it says");
        if (m_projects.contains(id) && !change.isEmpty()
            && change[u"from"].toString() != m_projects.value(id))
            return QStringLiteral("had another status before");
        m_projects.insert(id, status);
        return {};
    }

    QString checkAi(const QString &type, const QJsonObject &body)
    {
        const bool isSuggestion = type == u"ai.suggestion";
        const QString id =
            body[isSuggestion ? QStringView(u"suggestion_id") : QStringView(u"analysis_id")]
                .toString();
        if (id.isEmpty() || m_ai.contains(id))
            return QStringLiteral("no new id");
        m_ai.insert(id);
        if (m_deleted.contains(body[u"project_id"].toString()))
            return QStringLiteral("project was deleted");
        if (isSuggestion && !body.contains(u"confidence"))
            return QStringLiteral("no confidence");
        return {};
    }

    QString checkWorkflow(const QString &type, const QJsonObject &body)
    {
        const QString id = body[u"workflow_id"].toString();
        const QString execution = body[u"execution_id"].toString();
        if (type == u"workflow.started") {
            if (m_workflows.contains(id))
                return QStringLiteral("workflow is followed already");
            m_workflows.insert(id, {0, execution});
            return execution.isEmpty() ? QStringLiteral("no execution") : QString();
        }
        if (!m_workflows.contains(id) || m_workflows.value(id).of != execution)
            return QStringLiteral("this execution is not followed");
        Progress &progress = m_workflows[id];
        if (type == u"workflow.progress") {
            const double value = body[u"progress"].toDouble(-1);
            if (value <= progress.value || value > 100)
                return QStringLiteral("no progress");
            progress.value = value;
            return {};
        }
        const double reached = m_workflows.take(id).value;
        if ((type == u"workflow.completed") != (reached == 100.0))
            return QStringLiteral("the end does not fit the progress");
        return {};
    }

    QString checkBacktest(const QString &type, const QJsonObject &body)
    {
        const QString id = body[u"backtest_id"].toString();
        const QString strategy = body[u"strategy_id"].toString();
        if (type == u"backtest_started") {
            if (id.isEmpty() || m_seenBacktests.contains(id))
                return QStringLiteral("backtest started twice");
            if (!m_strategies.contains(strategy))
                return QStringLiteral("nobody knows the strategy");
            m_seenBacktests.insert(id);
            m_backtests.insert(id, {0, strategy});
            return {};
        }
        if (!m_backtests.contains(id) || m_backtests.value(id).of != strategy)
            return QStringLiteral("backtest does not run");
        Progress &progress = m_backtests[id];
        if (type == u"backtest_progress") {
            const double value = body[u"progress"].toDouble(-1);
            if (value <= progress.value || value > 100)
                return QStringLiteral("no progress");
            progress.value = value;
            return {};
        }
        m_lastBacktest = id;
        const double reached = m_backtests.take(id).value;
        if (type == u"backtest_failed")
            return body[u"error"].toString().isEmpty() || reached == 100.0
                ? QStringLiteral("not a failure")
                : QString();
        if (type != u"backtest_completed" || reached != 100.0
            || body[u"results"].toObject().isEmpty())
            return QStringLiteral("not completed");
        return {};
    }

    QString checkStrategy(const QJsonObject &body)
    {
        const QString id = body[u"strategy_id"].toString();
        if (id.isEmpty() || m_strategies.contains(id))
            return QStringLiteral("strategy created twice");
        if (!m_strategies.contains(body[u"based_on"].toString()))
            return QStringLiteral("based on nothing");
        m_strategies.insert(id);
        return {};
    }

    QString checkDashboard(const QJsonObject &body, qsizetype runningExecutions)
    {
        const auto is = [&](QStringView name, qsizetype value) {
            return body[name].toInteger(-1) == value;
        };
        return is(u"running_executions", runningExecutions)
                && is(u"running_backtests", m_backtests.size())
                && is(u"agents_online", m_agents.size())
                && is(u"open_pull_requests", m_pullRequests.size())
                && is(u"open_issues", m_issues.size())
            ? QString()
            : QStringLiteral("the numbers are wrong");
    }

    QString checkNotification(const QJsonObject &event)
    {
        if (event[u"user"].toString() != u"demo" || event[u"title"].toString().isEmpty())
            return QStringLiteral("for nobody, or empty");
        return event[u"backtest_id"].toString() == m_lastBacktest ? QString()
                                                                  : QStringLiteral("old news");
    }

    QHash<QString, int> m_counts;
    QHash<QString, QString> m_agents; ///< those that are there, and their status
    QHash<QString, QString> m_pullRequests; ///< the open ones, and their title
    QHash<QString, QString> m_issues;
    QSet<QString> m_numbers;
    QHash<QString, QString> m_projects; ///< the last known status
    QSet<QString> m_deleted;
    QSet<QString> m_ai;
    QHash<QString, Progress> m_workflows;
    QHash<QString, Progress> m_backtests;
    QSet<QString> m_seenBacktests;
    QSet<QString> m_strategies{QStringLiteral("momentum"), QStringLiteral("mean-reversion")};
    QString m_lastBacktest;
};

} // namespace Signalbox
