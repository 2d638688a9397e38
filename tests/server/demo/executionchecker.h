// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QString>

namespace Signalbox {

/// Follows a stream of workflow events and says at the first one that no engine would send. Knows
/// nothing of how the stream was made.
class ExecutionChecker final
{
public:
    /// What is wrong with \a json as the next event; empty if nothing.
    QString check(const QByteArray &json)
    {
        QJsonParseError parseError;
        const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
        if (!document.isObject())
            return QStringLiteral("not an object: ") + parseError.errorString();
        const QString problem = check(document.object());
        return problem.isEmpty() ? problem
                                 : problem + QStringLiteral(": ") + QString::fromUtf8(json);
    }

    [[nodiscard]] qsizetype running() const { return m_executions.size(); }
    [[nodiscard]] int completed() const { return m_completed; }
    [[nodiscard]] int failed() const { return m_failed; }
    [[nodiscard]] int retries() const { return m_retries; }
    [[nodiscard]] const QSet<QString> &workflows() const { return m_workflows; }
    [[nodiscard]] const QSet<QString> &bots() const { return m_bots; }
    [[nodiscard]] const QSet<QString> &strategies() const { return m_strategies; }
    [[nodiscard]] const QSet<QString> &categories() const { return m_categories; }
    [[nodiscard]] const QSet<int> &nodeCounts() const { return m_nodeCounts; }

private:
    struct Execution
    {
        QString workflow;
        int nodeCount = 0;
        QSet<QString> nodesDone;
        QString node; ///< that runs, or failed last
        int attempt = 0;
        bool nodeRuns = false;
        bool nodeFailed = false;
        int retries = 0;
        qint64 nodeTime = 0;
    };

    QString check(const QJsonObject &event)
    {
        const QString type = event[u"type"].toString();
        const QString id = event[u"execution_id"].toString();
        const QString workflow = event[u"workflow_id"].toString();
        if (id.isEmpty() || workflow.isEmpty())
            return QStringLiteral("not addressed");
        if (event.contains(u"timestamp") || event.contains(u"event_id"))
            return QStringLiteral("carries what the hub gives");
        if (type == u"execution_started")
            return checkStart(event, id, workflow);
        if (!m_executions.contains(id))
            return QStringLiteral("execution does not run");
        Execution &execution = m_executions[id];
        if (execution.workflow != workflow)
            return QStringLiteral("execution changed its workflow");
        if (type == u"node_started")
            return checkNodeStart(event, execution);
        if (type == u"node_completed" || type == u"node_failed")
            return checkNodeEnd(event, execution, type == u"node_failed");
        if (type == u"execution_completed" || type == u"execution_failed")
            return checkEnd(event, id, type == u"execution_failed");
        return QStringLiteral("unknown type");
    }

    QString checkStart(const QJsonObject &event, const QString &id, const QString &workflow)
    {
        if (m_seen.contains(id))
            return QStringLiteral("execution started twice");
        if (event[u"trigger"].toString().isEmpty() || event[u"workflow_name"].toString().isEmpty())
            return QStringLiteral("trigger or name is missing");
        Execution execution;
        execution.workflow = workflow;
        execution.nodeCount = event[u"node_count"].toInt();
        if (execution.nodeCount < 3 || execution.nodeCount > 8)
            return QStringLiteral("node_count is out of bounds");
        if (workflow == u"market-watch"
            && (!event.contains(u"bot_id") || !event.contains(u"strategy_id")))
            return QStringLiteral("market-watch without bot or strategy");
        m_seen.insert(id);
        m_executions.insert(id, execution);
        m_workflows.insert(workflow);
        m_nodeCounts.insert(execution.nodeCount);
        if (event.contains(u"bot_id"))
            m_bots.insert(event[u"bot_id"].toString());
        if (event.contains(u"strategy_id"))
            m_strategies.insert(event[u"strategy_id"].toString());
        return {};
    }

    QString checkNode(const QJsonObject &event)
    {
        for (const char *name : {"node_id", "node_name", "node_category"}) {
            if (event[QLatin1String(name)].toString().isEmpty())
                return QStringLiteral("node is not described");
        }
        if (event.contains(u"bot_id") || event.contains(u"strategy_id"))
            return QStringLiteral("node event names bot or strategy");
        m_categories.insert(event[u"node_category"].toString());
        return {};
    }

    QString checkNodeStart(const QJsonObject &event, Execution &execution)
    {
        if (const QString problem = checkNode(event); !problem.isEmpty())
            return problem;
        if (execution.nodeRuns)
            return QStringLiteral("another node runs");
        const QString node = event[u"node_id"].toString();
        const int attempt = event[u"attempt"].toInt();
        if (execution.nodeFailed) {
            if (node != execution.node || attempt != execution.attempt + 1)
                return QStringLiteral("not the retry of the failed node");
            ++execution.retries;
            ++m_retries;
        } else if (attempt != 1 || execution.nodesDone.contains(node)) {
            return QStringLiteral("retry of a node that has not failed");
        }
        execution.node = node;
        execution.attempt = attempt;
        execution.nodeRuns = true;
        execution.nodeFailed = false;
        return {};
    }

    QString checkNodeEnd(const QJsonObject &event, Execution &execution, bool failed)
    {
        if (const QString problem = checkNode(event); !problem.isEmpty())
            return problem;
        if (!execution.nodeRuns || event[u"node_id"].toString() != execution.node
            || event[u"attempt"].toInt() != execution.attempt)
            return QStringLiteral("this attempt does not run");
        if (event[u"duration_ms"].toInteger() < 1)
            return QStringLiteral("no duration");
        execution.nodeTime += event[u"duration_ms"].toInteger();
        execution.nodeRuns = false;
        execution.nodeFailed = failed;
        if (failed) {
            if (event[u"error"].toString().isEmpty() || event[u"error_type"].toString().isEmpty()
                || event[u"status"].toString() != u"failed")
                return QStringLiteral("failure is not described");
            return {};
        }
        if (event[u"status"].toString() != u"success" || event[u"outputs"].toObject().isEmpty())
            return QStringLiteral("no outputs, or not a success");
        execution.nodesDone.insert(execution.node);
        return {};
    }

    QString checkEnd(const QJsonObject &event, const QString &id, bool failed)
    {
        const Execution execution = m_executions.take(id);
        if (execution.nodeRuns)
            return QStringLiteral("a node still runs");
        if (failed != execution.nodeFailed)
            return QStringLiteral("the end does not fit the last node's");
        if (!failed && execution.nodesDone.size() != execution.nodeCount)
            return QStringLiteral("node_count was wrong");
        if (event[u"status"].toString() != QStringView(failed ? u"failed" : u"success"))
            return QStringLiteral("wrong status");
        if (failed && event[u"error"].toString().isEmpty())
            return QStringLiteral("failure is not described");
        if (event[u"duration_ms"].toInteger() < execution.nodeTime)
            return QStringLiteral("shorter than its nodes");
        const QJsonObject results = event[u"results"].toObject();
        if (results[u"nodes_completed"].toInt() != execution.nodesDone.size()
            || results[u"retries"].toInt() != execution.retries)
            return QStringLiteral("results are wrong");
        ++(failed ? m_failed : m_completed);
        return {};
    }

    QHash<QString, Execution> m_executions;
    QSet<QString> m_seen;
    QSet<QString> m_workflows;
    QSet<QString> m_bots;
    QSet<QString> m_strategies;
    QSet<QString> m_categories;
    QSet<int> m_nodeCounts;
    int m_completed = 0;
    int m_failed = 0;
    int m_retries = 0;
};

} // namespace Signalbox
