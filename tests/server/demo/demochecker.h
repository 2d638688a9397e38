// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "activitychecker.h"
#include "executionchecker.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Signalbox {

/// Follows the demo's whole stream: each execution, what else goes on, and that what is said of an
/// execution in the catalogue's words comes right behind the event it is about.
class DemoChecker final
{
public:
    /// What is wrong with \a json as the next event; empty if nothing.
    QString check(const QByteArray &json)
    {
        const QJsonObject event = QJsonDocument::fromJson(json).object();
        const QString type = event[u"type"].toString();
        QString problem;
        if (type.startsWith(u"execution_") || type.startsWith(u"node_")) {
            problem = m_executions.check(json);
            ++m_executionEvents;
        } else {
            if (type.startsWith(u"workflow."))
                problem = checkStep(type, event[u"data"].toObject());
            if (problem.isEmpty())
                problem = m_activity.check(event, m_executions.running());
            if (!problem.isEmpty())
                problem += QStringLiteral(": ") + QString::fromUtf8(json);
            ++m_otherEvents;
        }
        m_last = event;
        return problem;
    }

    [[nodiscard]] const ExecutionChecker &executions() const { return m_executions; }
    [[nodiscard]] const ActivityChecker &activity() const { return m_activity; }
    [[nodiscard]] int executionEvents() const { return m_executionEvents; }
    [[nodiscard]] int otherEvents() const { return m_otherEvents; }

private:
    QString checkStep(const QString &type, const QJsonObject &body) const
    {
        static const QHash<QString, QString> behind{
            {QStringLiteral("workflow.started"), QStringLiteral("execution_started")},
            {QStringLiteral("workflow.progress"), QStringLiteral("node_completed")},
            {QStringLiteral("workflow.completed"), QStringLiteral("execution_completed")},
            {QStringLiteral("workflow.failed"), QStringLiteral("execution_failed")}};
        if (m_last[u"type"].toString() != behind.value(type)
            || m_last[u"execution_id"] != body[u"execution_id"]
            || m_last[u"workflow_id"] != body[u"workflow_id"])
            return QStringLiteral("not in step with its execution");
        if (type == u"workflow.progress" && body[u"current_step"] != m_last[u"node_name"])
            return QStringLiteral("another step");
        if (type == u"workflow.completed" && body[u"duration_ms"] != m_last[u"duration_ms"])
            return QStringLiteral("another duration");
        if (type == u"workflow.failed" && body[u"error"] != m_last[u"error"])
            return QStringLiteral("another error");
        return {};
    }

    ExecutionChecker m_executions;
    ActivityChecker m_activity;
    QJsonObject m_last;
    int m_executionEvents = 0;
    int m_otherEvents = 0;
};

} // namespace Signalbox
