// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/hub/eventcatalogue.h"

#include "common/hub/event.h"
#include "common/hub/eventscanner.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Signalbox;
using EventCatalogue::Entry;
using EventCatalogue::Field;
using EventCatalogue::Kind;

namespace {

constexpr qsizetype MaxBytes = 1'000'000;

/// One body of each type that has all that is required, and nothing else.
const QList<std::pair<QByteArray, QByteArray>> Smallest{
    {"project.updated",
     R"({"project_id":7,"project_name":"Shop","status":"active","updated_by":"ada"})"},
    {"project.deleted", R"({"project_id":"7","deleted_by":"ada"})"},
    {"agent.status_changed", R"({"agent_id":"a","status":"idle"})"},
    {"agent.connected", R"({"agent_id":"a"})"},
    {"agent.disconnected", R"({"agent_id":"a"})"},
    {"workflow.started", R"({"workflow_id":"w"})"},
    {"workflow.progress", R"({"workflow_id":"w","progress":50})"},
    {"workflow.completed", R"({"workflow_id":"w"})"},
    {"workflow.failed", R"({"workflow_id":"w","error":"out of paper"})"},
    {"pr.created", R"({"pr_number":1,"project_id":7,"title":"t"})"},
    {"pr.updated", R"({"pr_number":1,"project_id":7,"title":"t"})"},
    {"pr.closed", R"({"pr_number":1,"project_id":7,"title":"t"})"},
    {"issue.created", R"({"issue_number":1,"project_id":7,"title":"t"})"},
    {"issue.updated", R"({"issue_number":1,"project_id":7,"title":"t"})"},
    {"issue.closed", R"({"issue_number":1,"project_id":7,"title":"t"})"},
    {"ai.suggestion", R"({"suggestion_id":"s","project_id":7,"suggestion":"rest"})"},
    {"ai.analysis_complete", R"({"analysis_id":"s","project_id":7})"},
    {"connection.established", R"({"sid":"s","user_id":"u","rooms":["global"]})"},
    {"connection.error", R"({"code":"invalid_token"})"},
};

QByteArray smallest(const QByteArray &type)
{
    for (const auto &[name, body] : Smallest) {
        if (name == type)
            return body;
    }
    return {};
}

/// \a body with the member \a name set to \a value; without it if \a value is empty.
QByteArray with(const QByteArray &body, const QByteArray &name, const QByteArray &value)
{
    QByteArray result;
    const Result<QList<Json::Member>> members = Json::members(body);
    for (const Json::Member &member : *members) {
        if (member.key != name)
            result += (result.isEmpty() ? "" : ",") + member.rawKey.toByteArray() + ':'
                + member.value.toByteArray();
    }
    if (!value.isEmpty())
        result += (result.isEmpty() ? "\"" : ",\"") + name + "\":" + value;
    return '{' + result + '}';
}

/// A value of each kind, and whether a field of \a kinds may have it.
QList<std::pair<QByteArray, bool>> valuesFor(const Field &field)
{
    const auto kinds = field.kinds;
    const bool isFree = field.allowed.isEmpty();
    return {{"\"free text\"", kinds.testFlag(Kind::String) && isFree},
            {"1", kinds.testFlag(Kind::Integer) || kinds.testFlag(Kind::Number)},
            {"0.5", kinds.testFlag(Kind::Number)},
            {"1e0", kinds.testFlag(Kind::Number)},
            {"true", kinds.testFlag(Kind::Boolean)},
            {"false", kinds.testFlag(Kind::Boolean)},
            {R"({"a":1})", kinds.testFlag(Kind::Object)},
            {"[1]", kinds.testFlag(Kind::Array)},
            {"null", !field.isRequired}};
}

QString checked(const QByteArray &type, const QByteArray &body)
{
    const Result<void> result = EventCatalogue::check(type, body, true);
    if (result)
        return {};
    if (result.error().code != ErrorCode::InvalidEvent)
        return QStringLiteral("wrong code");
    return result.error().field;
}

QByteArray withData(const QByteArray &type, const QByteArray &body)
{
    return R"({"type":")" + type + R"(","data":)" + body + '}';
}

} // namespace

class tst_EventCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsTheNineteen();
    void findsWhatItHoldsOnly_data();
    void findsWhatItHoldsOnly();
    void smallestPasses_data();
    void smallestPasses();
    void everyFieldIsJudged_data();
    void everyFieldIsJudged();
    void values_data();
    void values();
    void messages_data();
    void messages();
    void firstFieldOfTheCatalogueIsNamed();
    void longNumbersTakeLinearTime();
    void brokenBodyIsInvalidJson();
    void scannerRefuses_data();
    void scannerRefuses();
    void scannerLeavesOtherTypesAlone();
    void guideNamesEverything();
};

void tst_EventCatalogue::holdsTheNineteen()
{
    QCOMPARE(EventCatalogue::entries().size(), 19);
    QCOMPARE(Smallest.size(), 19);
    for (const Entry &entry : EventCatalogue::entries()) {
        QVERIFY(isValidEventType(entry.type));
        QCOMPARE(isReservedEventType(entry.type), !entry.isPublishable);
        QVERIFY(!entry.fields.isEmpty());
    }
}

void tst_EventCatalogue::findsWhatItHoldsOnly_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("found");
    for (const Entry &entry : EventCatalogue::entries())
        QTest::newRow(entry.type.constData()) << entry.type << true;
    for (const char *other : {"", "a", "zzz", "pr", "pr.", "pr.close", "pr.closed2", "PR.closed",
                              "node_started", "project.update", "workflow.progress.x"})
        QTest::addRow("not: %s", other) << QByteArray(other) << false;
}

void tst_EventCatalogue::findsWhatItHoldsOnly()
{
    QFETCH(const QByteArray, type);
    QFETCH(const bool, found);
    const Entry *entry = EventCatalogue::find(type);
    QCOMPARE(entry != nullptr, found);
    if (entry)
        QCOMPARE(entry->type, type);
}

void tst_EventCatalogue::smallestPasses_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    for (const auto &[type, body] : Smallest)
        QTest::newRow(type.constData()) << type << body;
}

void tst_EventCatalogue::smallestPasses()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, body);
    QCOMPARE(checked(type, body), QString());
    // What is unknown passes, whatever it is.
    QCOMPARE(checked(type, with(body, "unheard_of", R"([{"a":1e400}])")), QString());
    // Nothing but what is required is in it.
    const Result<QList<Json::Member>> members = Json::members(body);
    QVERIFY(members);
    const QList<Field> &fields = EventCatalogue::find(type)->fields;
    QCOMPARE(members->size(), std::count_if(fields.cbegin(), fields.cend(), [](const Field &field) {
                 return field.isRequired;
             }));
}

void tst_EventCatalogue::everyFieldIsJudged_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("name");
    for (const Entry &entry : EventCatalogue::entries()) {
        for (const Field &field : entry.fields)
            QTest::addRow("%s %s", entry.type.constData(), field.name.constData())
                << entry.type << field.name;
    }
}

void tst_EventCatalogue::everyFieldIsJudged()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, name);
    const QList<Field> &fields = EventCatalogue::find(type)->fields;
    const Field field = *std::find_if(fields.cbegin(), fields.cend(),
                                      [&](const Field &one) { return one.name == name; });
    const QString path = QString::fromLatin1(name);

    QCOMPARE(checked(type, with(smallest(type), name, {})), field.isRequired ? path : QString());
    for (const auto &[value, isRight] : valuesFor(field)) {
        const QString wrong = checked(type, with(smallest(type), name, value));
        QVERIFY2(wrong == (isRight ? QString() : path), value.constData());
    }
}

void tst_EventCatalogue::values_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("isRight");

    const auto progress = [](const char *value, bool isRight) {
        QTest::addRow("progress %s", value)
            << QByteArray("workflow.progress") << QByteArray("progress") << QByteArray(value)
            << isRight;
    };
    for (const char *value :
         {"0", "-0", "0.0", "-0.0e5", "0e999999999999999999999", "100", "100.0", "100.000000000000",
          "1e2", "1E+2", "1000e-1", "0.01e4", "99.99999999999999999999999999999", "1e-400",
          "1e-99999999999999999999", "12.5", "0.00000000000000000001e21"})
        progress(value, true);
    for (const char *value :
         {"-1", "-1e-400", "-0.00000000000000000000000001", "101", "100.00000000000000000000000001",
          "1e3", "1e400", "-1e400", "1e99999999999999999999", "10000000000000000000000",
          "0.01000000000000000000000000001e4", "100.1", "\"50\"", "[50]", "true"})
        progress(value, false);

    const auto confidence = [](const char *value, bool isRight) {
        QTest::addRow("confidence %s", value)
            << QByteArray("ai.suggestion") << QByteArray("confidence") << QByteArray(value)
            << isRight;
    };
    for (const char *value : {"0", "1", "1.0", "10e-1", "0.87", "null"})
        confidence(value, true);
    for (const char *value : {"1.0000000000000000000001", "-0.1", "87", "\"0.87\"", "2e0"})
        confidence(value, false);

    const auto status = [](const char *value, bool isRight) {
        QTest::addRow("status %s", value) << QByteArray("agent.status_changed")
                                          << QByteArray("status") << QByteArray(value) << isRight;
    };
    for (const char *value : {"\"idle\"", "\"busy\"", "\"offline\"", "\"error\"", R"("\u0069dle")"})
        status(value, true);
    for (const char *value : {"\"Idle\"", "\"\"", "\"idle \"", "\"sleeping\"", "1", "[\"idle\"]"})
        status(value, false);

    const auto number = [](const char *value, bool isRight) {
        QTest::addRow("pr_number %s", value)
            << QByteArray("pr.created") << QByteArray("pr_number") << QByteArray(value) << isRight;
    };
    for (const char *value : {"1", "0", "12345678901234567890123", "-4"})
        number(value, true);
    for (const char *value : {"1.0", "1e2", "\"1\"", "true", "1.5"})
        number(value, false);

    const auto merged = [](const char *value, bool isRight) {
        QTest::addRow("merged %s", value)
            << QByteArray("pr.closed") << QByteArray("merged") << QByteArray(value) << isRight;
    };
    for (const char *value : {"true", "false", "null"})
        merged(value, true);
    for (const char *value : {"0", "1", "\"true\"", "[]"})
        merged(value, false);
}

void tst_EventCatalogue::values()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, value);
    QFETCH(const bool, isRight);
    QCOMPARE(checked(type, with(smallest(type), name, value)),
             isRight ? QString() : QString::fromLatin1(name));
}

void tst_EventCatalogue::messages_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const char *type, const char *body, const char *message) {
        QTest::newRow(name) << QByteArray(type) << QByteArray(body) << QString::fromUtf8(message);
    };
    row("missing", "workflow.progress", R"({"workflow_id":"w"})", "data.progress is required");
    row("null", "workflow.failed", R"({"workflow_id":"w","error":null})", "data.error is required");
    row("range", "workflow.progress", R"({"workflow_id":"w","progress":1e400})",
        "data.progress must be a number from 0 to 100");
    row("choice", "agent.status_changed", R"({"agent_id":"a","status":"up"})",
        "data.status must be one of idle, busy, offline, error");
    row("id", "ai.analysis_complete", R"({"analysis_id":1.5,"project_id":1})",
        "data.analysis_id must be a string or an integer");
    row("boolean", "pr.closed", R"({"pr_number":1,"project_id":1,"title":"","merged":1})",
        "data.merged must be true or false");
}

void tst_EventCatalogue::messages()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, message);
    const Result<void> result = EventCatalogue::check(type, body, false);
    QVERIFY(!result);
    QCOMPARE(result.error().message, message);
    QVERIFY(message.startsWith(result.error().field + QLatin1Char(' ')));
    const Result<void> flat = EventCatalogue::check(type, body, true);
    QVERIFY(!flat);
    QCOMPARE(QStringLiteral("data.") + flat.error().field, result.error().field);
}

void tst_EventCatalogue::firstFieldOfTheCatalogueIsNamed()
{
    QCOMPARE(checked("project.updated", R"({"updated_by":true,"status":1})"),
             QStringLiteral("project_id"));
    QCOMPARE(checked("project.updated",
                     R"({"updated_by":true,"status":1,"project_name":"n","project_id":1})"),
             QStringLiteral("status"));
}

void tst_EventCatalogue::longNumbersTakeLinearTime()
{
    const QByteArray zeros(400'000, '0');
    QCOMPARE(checked("workflow.progress", R"({"workflow_id":1,"progress":0.)" + zeros + "1}"),
             QString());
    QCOMPARE(checked("workflow.progress", R"({"workflow_id":1,"progress":100.)" + zeros + "1}"),
             QStringLiteral("progress"));
    QCOMPARE(checked("workflow.progress", R"({"workflow_id":1,"progress":1)" + zeros + "e-400000}"),
             QString());
    QCOMPARE(checked("workflow.progress", R"({"workflow_id":1,"progress":1e)" + zeros + "2}"),
             QString());
    QCOMPARE(checked("workflow.progress", R"({"workflow_id":1,"progress":1e2)" + zeros + "}"),
             QStringLiteral("progress"));
}

void tst_EventCatalogue::brokenBodyIsInvalidJson()
{
    const Result<void> broken = EventCatalogue::check("agent.connected", R"({"agent_id":)", false);
    QVERIFY(!broken);
    QCOMPARE(broken.error().code, ErrorCode::InvalidJson);
    QVERIFY(EventCatalogue::check("anything", R"({"agent_id":)", false));
}

void tst_EventCatalogue::scannerRefuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("field");
    QTest::addColumn<int>("index");
    const auto row = [](const char *name, const QByteArray &json, const char *field,
                        int index = -1) {
        QTest::newRow(name) << json << QString::fromUtf8(field) << index;
    };
    const QByteArray good = withData("workflow.progress", R"({"workflow_id":1,"progress":1})");
    const QByteArray bad = withData("workflow.progress", R"({"workflow_id":1,"progress":101})");
    row("in data", bad, "data.progress");
    row("flat", R"({"type":"workflow.progress","workflow_id":1,"progress":101})", "progress");
    row("flat beside data that is no object",
        R"({"type":"workflow.progress","workflow_id":1,"progress":101,"data":[1]})", "progress");
    row("in a batch", '[' + good + ',' + good + ',' + bad + ']', "data.progress", 2);
    row("missing in data, though beside it",
        R"({"type":"workflow.progress","progress":1,"data":{"workflow_id":1}})", "data.progress");
    row("address is no part of data",
        R"({"type":"workflow.started","workflow_id":1,"data":{"note":1}})", "data.workflow_id");
    row("id of a wrong kind", withData("agent.connected", R"({"agent_id":[1]})"), "data.agent_id");
    row("id that is null", withData("agent.connected", R"({"agent_id":null})"), "data.agent_id");
    row("for a user too",
        R"({"type":"workflow.progress","user":"ada","data":{"workflow_id":1,"progress":-1}})",
        "data.progress");
    row("escaped type", R"({"type":"agent\u002econnected"})", "agent_id");
}

void tst_EventCatalogue::scannerRefuses()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, field);
    QFETCH(const int, index);
    const auto result = scanEvents(json, MaxBytes);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::InvalidEvent);
    QCOMPARE(result.error().field, field);
    QCOMPARE(result.error().index, index);
    QCOMPARE(httpStatus(result.error().code), 422);
}

void tst_EventCatalogue::scannerLeavesOtherTypesAlone()
{
    for (const auto &[type, body] : Smallest) {
        const auto result = scanEvents(withData(type, body), MaxBytes);
        const bool isPublishable = EventCatalogue::find(type)->isPublishable;
        QCOMPARE(result.has_value(), isPublishable);
        if (result)
            QCOMPARE(result->first().event.body, body);
        else
            QCOMPARE(result.error().code, ErrorCode::ReservedType);
        QVERIFY(
            scanEvents(withData(type + 'x', R"({"progress":"much","pr_number":[]})"), MaxBytes));
    }
}

void tst_EventCatalogue::guideNamesEverything()
{
    QFile file(QFINDTESTDATA("../../../resources/docs/catalogue.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray guide = file.readAll();
    for (const Entry &entry : EventCatalogue::entries()) {
        const qsizetype start = guide.indexOf('`' + entry.type + '`');
        QVERIFY2(start >= 0, entry.type.constData());
        const QByteArray row = guide.mid(start, guide.indexOf('\n', start) - start);
        for (const Field &field : entry.fields)
            QVERIFY2(row.contains('`' + field.name + '`'),
                     (entry.type + ' ' + field.name).constData());
    }
}

QTEST_APPLESS_MAIN(tst_EventCatalogue)
#include "tst_eventcatalogue.moc"
