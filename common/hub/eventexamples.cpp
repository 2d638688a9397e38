// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/hub/eventexamples.h"

#include "common/protocol/json.h"

#include <QHash>

namespace Signalbox::EventCatalogue {

namespace {

/// Values as JSON, by the field's name. Only what a template needs: the rest follows its kind.
const QHash<QByteArray, QByteArray> &knownValues()
{
    static const QHash<QByteArray, QByteArray> values{
        {"project_id", R"("atlas")"},
        {"project_name", R"("Atlas")"},
        {"updated_by", R"("anna")"},
        {"deleted_by", R"("anna")"},
        {"agent_id", R"("agent-7")"},
        {"current_task", R"("Review the price list")"},
        {"reason", R"("Shut down for maintenance")"},
        {"workflow_id", R"("nightly-report")"},
        {"progress", "40"},
        {"current_step", R"("Render")"},
        {"message", R"("Page 4 of 10")"},
        {"duration_ms", "1840"},
        {"error", R"("The source did not answer within 30 s")"},
        {"pr_number", "12"},
        {"issue_number", "34"},
        {"title", R"("Cache the price list")"},
        {"author", R"("anna")"},
        {"assignee", R"("ben")"},
        {"merged", "false"},
        {"suggestion_id", R"("s-81")"},
        {"suggestion", R"("Ask for the price list once an hour")"},
        {"confidence", "0.8"},
        {"analysis_id", R"("a-15")"},
        {"findings", R"(["The price list is read 40 times a minute"])"},
        {"status", R"("open")"},
    };
    return values;
}

/// Some value that is of the field's kind.
QByteArray anyValue(const Field &field)
{
    if (!field.allowed.isEmpty())
        return Json::quoted(field.allowed.first());
    if (field.kinds.testFlag(Kind::String))
        return "\"\"";
    if (field.kinds.testFlag(Kind::Integer) || field.kinds.testFlag(Kind::Number))
        return QByteArray::number(field.minimum);
    if (field.kinds.testFlag(Kind::Boolean))
        return "false";
    return field.kinds.testFlag(Kind::Object) ? "{}" : "[]";
}

} // namespace

QByteArray exampleBody(const Entry &entry)
{
    QByteArray body;
    for (const Field &field : entry.fields) {
        const bool isKnown = knownValues().contains(field.name) && field.allowed.isEmpty();
        if (!field.isRequired && !isKnown)
            continue;
        body.append(body.isEmpty() ? "{\n" : ",\n");
        body.append("  ").append(Json::quoted(field.name)).append(": ");
        body.append(isKnown ? knownValues().value(field.name) : anyValue(field));
    }
    return body.isEmpty() ? QByteArray("{}") : body.append("\n}");
}

} // namespace Signalbox::EventCatalogue
