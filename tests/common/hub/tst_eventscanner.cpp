// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/hub/eventscanner.h"

#include <QTest>

using namespace Signalbox;

using List = QList<QByteArray>;

class tst_EventScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodyKeepsTheBytes_data();
    void bodyKeepsTheBytes();
    void rooms_data();
    void rooms();
    void timestamp_data();
    void timestamp();
    void execution_data();
    void execution();
    void refused_data();
    void refused();
    void everyPrefixIsRefused();
    void refusalsInABatchNameTheIndex();
    void batchSizes_data();
    void batchSizes();
    void batchKeepsTheOrder();
    void sizeLimit();
    void resultOutlivesTheInput();
};

namespace {

constexpr qsizetype MaxBytes = 1'000'000;

ScannedEvent scanned(const QByteArray &json)
{
    const Result<QList<ScannedEvent>> result = scanEvents(json, MaxBytes);
    if (!result)
        qFatal("%s: %s", json.constData(), qPrintable(result.error().message));
    return result->first();
}

QByteArray number(int i)
{
    return QByteArray::number(i);
}

} // namespace

void tst_EventScanner::bodyKeepsTheBytes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("flat");

    const auto row = [](const char *name, const char *json, const char *body, const char *flat) {
        QTest::newRow(name) << QByteArray(json) << QByteArray(body) << QByteArray(flat);
    };
    row("nothing but a type", R"({"type":"t"})", "{}", "");
    row("members", R"({"type":"t","b":1,"a":2})", R"({"b":1,"a":2})", R"("b":1,"a":2)");
    row("type last", R"({"b":1,"a":2,"type":"t"})", R"({"b":1,"a":2})", R"("b":1,"a":2)");
    row("type between", R"({"b":1,"type":"t","a":2})", R"({"b":1,"a":2})", R"("b":1,"a":2)");
    row("all of the envelope",
        R"({"a":1,"room":"bot:1","b":2,"rooms":["bot:2"],"c":3,"user":"u","d":4,"timestamp":5,"type":"t","e":6})",
        R"({"a":1,"b":2,"c":3,"d":4,"e":6})", R"("a":1,"b":2,"c":3,"d":4,"e":6)");
    row("nulls of the envelope",
        R"({"room":null,"rooms":null,"user":null,"timestamp":null,"type":"t"})", "{}", "");
    row("ids stay", R"({"type":"t","workflow_id":"w","bot_id":7,"execution_id":"e"})",
        R"({"workflow_id":"w","bot_id":7,"execution_id":"e"})",
        R"("workflow_id":"w","bot_id":7,"execution_id":"e")");
    row("numbers",
        R"({"type":"t","a":1.0,"b":12345678901234567890,"c":1e400,"d":-0,"e":1E+2,"f":0.10})",
        R"({"a":1.0,"b":12345678901234567890,"c":1e400,"d":-0,"e":1E+2,"f":0.10})",
        R"("a":1.0,"b":12345678901234567890,"c":1e400,"d":-0,"e":1E+2,"f":0.10)");
    row("escapes", R"({"type":"t","a":"\u00e9\/\n\ud83d\ude82","k\u0065y":"\""})",
        R"({"a":"\u00e9\/\n\ud83d\ude82","k\u0065y":"\""})",
        R"("a":"\u00e9\/\n\ud83d\ude82","k\u0065y":"\"")");
    row("UTF-8", "{\"type\":\"t\",\"\xc3\xa9\":\"\xf0\x9f\x9a\x82\"}",
        "{\"\xc3\xa9\":\"\xf0\x9f\x9a\x82\"}", "\"\xc3\xa9\":\"\xf0\x9f\x9a\x82\"");
    row("spaces inside values", R"({"type":"t","a":[ 1 , {"x" : 2 } ],"b":" y "})",
        R"({"a":[ 1 , {"x" : 2 } ],"b":" y "})", R"("a":[ 1 , {"x" : 2 } ],"b":" y ")");
    row("spaces between members", " { \"type\" : \"t\" , \"a\" : 1 ,\n\t\"b\" : 2 } \r\n",
        "{\"a\" : 1 ,\n\t\"b\" : 2}", "\"a\" : 1 ,\n\t\"b\" : 2");
    row("braces in strings", R"({"type":"t","a":"}{][,\\","b":1})", R"({"a":"}{][,\\","b":1})",
        R"("a":"}{][,\\","b":1)");
    row("escaped spelling of a name", R"({"t\u0079pe":"t","r\u006fom":"bot:1","a":1})",
        R"({"a":1})", R"("a":1)");
    row("event_id of the publisher", R"({"type":"t","event_id":"1:2","a":1})",
        R"({"event_id":"1:2","a":1})", R"("a":1)");
    row("only event_id", R"({"type":"t","event_id":"1:2"})", R"({"event_id":"1:2"})", "");
    row("data", R"({"type":"t","data":{"b":1.0,"a":2}})", R"({"b":1.0,"a":2})", R"("b":1.0,"a":2)");
    row("data with spaces", R"({"type":"t","data": { "b" : 1 } })", R"({ "b" : 1 })", R"("b" : 1)");
    row("data is empty", R"({"type":"t","data":{}})", "{}", "");
    row("data is empty but for space", R"({"type":"t","data":{ }})", "{ }", "");
    row("members beside data", R"({"type":"t","x":1,"data":{"a":2},"workflow_id":3})", R"({"a":2})",
        R"("a":2)");
    row("data with names of the envelope",
        R"({"type":"t","data":{"type":"x","a":1,"event_id":2,"timestamp":3,"b":4,"room":5,"user":6}})",
        R"({"type":"x","a":1,"event_id":2,"timestamp":3,"b":4,"room":5,"user":6})",
        R"("a":1,"b":4,"room":5,"user":6)");
    row("data with only those", R"({"type":"t","data":{"type":null}})", R"({"type":null})", "");
    row("data within data", R"({"type":"t","data":{"data":{"a":1}}})", R"({"data":{"a":1}})",
        R"("data":{"a":1})");
    row("data is an array", R"({"type":"t","data":[1],"a":2})", R"({"data":[1],"a":2})",
        R"("data":[1],"a":2)");
    row("data is a string", R"({"type":"t","data":"{}"})", R"({"data":"{}"})", R"("data":"{}")");
    row("data is null", R"({"type":"t","data":null})", R"({"data":null})", R"("data":null)");
    row("duplicates below what is read", R"({"type":"t","a":{"x":1,"x":2}})",
        R"({"a":{"x":1,"x":2}})", R"("a":{"x":1,"x":2})");
}

void tst_EventScanner::bodyKeepsTheBytes()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, flat);

    const Event event = scanned(json).event;
    QCOMPARE(event.type, QByteArray("t"));
    QCOMPARE(event.body, body);
    QCOMPARE(event.flat().toByteArray(), flat);

    const Result<QList<ScannedEvent>> batch =
        scanEvents("[{\"type\":\"first\"}," + json + ']', MaxBytes);
    QVERIFY(batch);
    QCOMPARE(batch->last().event.body, body);
    QCOMPARE(batch->last().event.flat().toByteArray(), flat);
}

void tst_EventScanner::rooms_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<List>("rooms");
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<bool>("isImplied");

    const auto row = [](const QByteArray &name, const QByteArray &members, const List &rooms,
                        const QByteArray &user = {}, bool isImplied = false) {
        QTest::newRow(name.constData()) << members << rooms << user << isImplied;
    };
    const QByteArray t = R"("type":"t",)";
    row("nothing", R"("type":"t")", {"global"}, {}, true);
    row("workflow", t + R"("workflow_id":"w")", {"workflow:w"});
    row("bot", t + R"("bot_id":"b")", {"bot:b"});
    row("strategy", t + R"("strategy_id":"s")", {"strategy:s"});
    row("project", t + R"("project_id":"p")", {"project:p"});
    row("agent", t + R"("agent_id":"a")", {"agent:a"});
    row("all ids, any order",
        t + R"("agent_id":1,"project_id":2,"strategy_id":3,"bot_id":4,"workflow_id":5)",
        {"workflow:5", "bot:4", "strategy:3", "project:2", "agent:1"});
    row("integer", t + R"("bot_id":12345678901234567890)", {"bot:12345678901234567890"});
    row("negative integer", t + R"("bot_id":-7)", {"bot:-7"});
    row("negative zero as written", t + R"("bot_id":-0)", {"bot:-0"});
    row("string and integer alike", t + R"("bot_id":7,"data":{"bot_id":"7"})", {"bot:7"});
    row("escapes", t + R"("bot_id":"\u00e9\/")", {"bot:\xc3\xa9/"});
    row("colon in an id", t + R"("bot_id":"user:7")", {"bot:user:7"});
    row("null is absent", t + R"("workflow_id":null,"room":null,"rooms":null,"user":null)",
        {"global"}, {}, true);
    row("id in data", t + R"("data":{"bot_id":"b"})", {"bot:b"});
    row("ids at both levels", t + R"("workflow_id":"w","data":{"bot_id":"b"})",
        {"workflow:w", "bot:b"});
    row("levels disagree", t + R"("data":{"bot_id":"inner"},"bot_id":"outer")",
        {"bot:outer", "bot:inner"});
    row("null outside, id inside", t + R"("bot_id":null,"data":{"bot_id":"b"})", {"bot:b"});
    row("too deep to be an id", t + R"("data":{"x":{"bot_id":"b"}})", {"global"}, {}, true);
    row("data is no object", t + R"("data":[{"bot_id":"b"}])", {"global"}, {}, true);
    row("room", t + R"("room":"project:7")", {"project:7"});
    row("room is global", t + R"("room":"global")", {"global"});
    row("rooms", t + R"("rooms":["project:7","bot:1"])", {"project:7", "bot:1"});
    row("rooms is empty", t + R"("rooms":[])", {"global"}, {}, true);
    row("each once",
        t + R"("bot_id":1,"rooms":["bot:1","global","bot:1","project:7"],"room":"project:7")",
        {"bot:1", "project:7", "global"});
    row("room of a user", t + R"("room":"user:7","bot_id":1)", {"bot:1", "user:7"});
    row("room in data does not address",
        t + R"("data":{"room":"bot:1","rooms":["bot:2"],"user":"u"})", {"global"}, {}, true);
    row("user", t + R"("user":"u")", {"user:u"}, "u");
    row("user as integer", t + R"("user":42)", {"user:42"}, "42");
    row("user beats all",
        t + R"("user":"u","room":"global","rooms":["bot:1"],"workflow_id":"w","data":{"bot_id":2})",
        {"user:u"}, "u");
    row("user beats the type", R"("type":"dashboard_update","user":"u")", {"user:u"}, "u");
    row("hundred rooms", t + R"("rooms":["global")" + QByteArray(R"(,"bot:1")").repeated(99) + ']',
        {"global", "bot:1"});

    for (const QByteArray type :
         {"strategy_created", "dashboard_update", "backtest_started", "backtest_x"}) {
        const QByteArray begin = R"("type":")" + type + "\"";
        row("alone: " + type, begin, {"global"});
        row("ids too: " + type, begin + R"(,"strategy_id":1,"data":{"bot_id":2})",
            {"bot:2", "strategy:1", "global"});
        row("room instead: " + type, begin + R"(,"room":"bot:1")", {"bot:1"});
        row("room that an id gave: " + type, begin + R"(,"bot_id":1,"room":"bot:1")", {"bot:1"});
        row("rooms instead: " + type, begin + R"(,"rooms":["bot:1"],"bot_id":2)",
            {"bot:2", "bot:1"});
        row("null room: " + type, begin + R"(,"bot_id":1,"room":null,"rooms":[])",
            {"bot:1", "global"});
    }
    row("type that only begins alike", R"("type":"backtest","bot_id":1)", {"bot:1"});
    row("longer type", R"("type":"strategy_created2","bot_id":1)", {"bot:1"});
}

void tst_EventScanner::rooms()
{
    QFETCH(QByteArray, members);
    QFETCH(List, rooms);
    QFETCH(QByteArray, user);
    QFETCH(bool, isImplied);

    const ScannedEvent one = scanned('{' + members + '}');
    QCOMPARE(one.event.rooms, rooms);
    QCOMPARE(one.event.user, user);
    QCOMPARE(one.roomsAreImplied, isImplied);
}

void tst_EventScanner::timestamp_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QByteArray>("timestamp");

    QTest::newRow("absent") << QByteArray() << QByteArray();
    QTest::newRow("null") << QByteArray(R"(,"timestamp":null)") << QByteArray();
    QTest::newRow("string") << QByteArray(R"(,"timestamp": "2024-02-29T12:00:00\u005a" )")
                            << QByteArray(R"("2024-02-29T12:00:00\u005a")");
    QTest::newRow("number") << QByteArray(R"(,"timestamp":1.7090e9)") << QByteArray("1.7090e9");
    QTest::newRow("in data it is body") << QByteArray(R"(,"data":{"timestamp":5})") << QByteArray();
}

void tst_EventScanner::timestamp()
{
    QFETCH(QByteArray, member);
    QFETCH(QByteArray, timestamp);
    const Event event = scanned(R"({"type":"t")" + member + '}').event;
    QCOMPARE(event.timestamp, timestamp);
    QCOMPARE(event.timestamp.isNull(), timestamp.isNull());
}

void tst_EventScanner::execution_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QByteArray>("execution");
    QTest::addColumn<List>("owners");

    const auto row = [](const char *name, const char *members, const QByteArray &execution,
                        const List &owners) {
        QTest::newRow(name) << QByteArray(members) << execution << owners;
    };
    row("none", R"("workflow_id":1)", {}, {});
    row("string", R"("execution_id":"e","bot_id":"b")", "e", {"bot:b"});
    row("integer", R"("execution_id":7,"strategy_id":8)", "7", {"strategy:8"});
    row("in data", R"("data":{"execution_id":"e","bot_id":"b","strategy_id":"s"})", "e",
        {"bot:b", "strategy:s"});
    row("top level first", R"("execution_id":"e","data":{"execution_id":"x"})", "e", {});
    row("owners at both levels", R"("execution_id":"e","bot_id":1,"data":{"bot_id":2})", "e",
        {"bot:1", "bot:2"});
    row("owner once", R"("execution_id":"e","bot_id":1,"data":{"bot_id":1})", "e", {"bot:1"});
    row("with a user", R"("execution_id":"e","bot_id":1,"user":2)", "e", {"bot:1"});
    row("a room is no owner", R"("execution_id":"e","room":"bot:1")", "e", {});
    row("null", R"("execution_id":null)", {}, {});
    row("other kind is just a member", R"("execution_id":{"a":1})", {}, {});
    row("no legal id is just a member", R"("execution_id":"")", {}, {});
}

void tst_EventScanner::execution()
{
    QFETCH(QByteArray, members);
    QFETCH(QByteArray, execution);
    QFETCH(List, owners);
    const ScannedEvent one = scanned(R"({"type":"t",)" + members + '}');
    QCOMPARE(one.executionId, execution);
    QCOMPARE(one.ownerRooms, owners);
}

void tst_EventScanner::refused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("field");

    const auto row = [](const QByteArray &name, const QByteArray &json, ErrorCode code,
                        const char *field = "") {
        QTest::newRow(name.constData()) << json << code << QString::fromLatin1(field);
    };
    const ErrorCode bad = ErrorCode::InvalidEvent;
    const ErrorCode json = ErrorCode::InvalidJson;

    row("empty", "", json);
    row("spaces", " \n", json);
    row("cut short", R"({"type":"t")", json);
    row("cut short in a batch", R"([{"type":"t"})", json);
    row("something after it", R"({"type":"t"}x)", json);
    row("two events", R"({"type":"t"}{"type":"t"})", json);
    row("trailing comma", R"({"type":"t",})", json);
    row("single quotes", R"({'type':'t'})", json);
    row("not UTF-8", "{\"type\":\"t\",\"a\":\"\xff\"}", json);
    row("control character", "{\"type\":\"t\",\"a\":\"\x01\"}", json);
    row("lone surrogate", R"({"type":"t","a":"\ud800"})", json);
    row("NaN", R"({"type":"t","a":NaN})", json);
    row("leading zero", R"({"type":"t","a":01})", json);
    row("no JSON space before", "\v{\"type\":\"t\"}", json);
    row("no JSON space after", "{\"type\":\"t\"}\f", json);
    row("byte order mark", "\xef\xbb\xbf{\"type\":\"t\"}", json);
    row("NUL after", QByteArray("{\"type\":\"t\"}\0", 13), json);
    row("too deep", R"({"type":"t","a":)" + QByteArray(64, '[') + QByteArray(64, ']') + '}', json);
    row("duplicate key", R"({"type":"t","a":1,"a":2})", json);
    row("duplicate key in another spelling", R"({"type":"t","typ\u0065":"u"})", json);
    row("duplicate key in data", R"({"type":"t","data":{"a":1,"a":2}})", json, "data");
    row("invalid inside a member that is left out", R"({"type":"t","data":{},"x":[1,]})", json);

    row("a string", R"("t")", bad);
    row("a number", "7", bad);
    row("null", "null", bad);
    row("empty batch", "[]", bad);

    row("no type", "{}", bad, "type");
    row("type null", R"({"type":null})", bad, "type");
    row("type number", R"({"type":1})", bad, "type");
    row("type array", R"({"type":["t"]})", bad, "type");
    row("type empty", R"({"type":""})", bad, "type");
    row("type illegal", R"({"type":"a b"})", bad, "type");
    row("type with an escaped quote", R"({"type":"a\"b"})", bad, "type");
    row("type too long", R"({"type":")" + QByteArray(129, 'x') + "\"}", bad, "type");
    row("type only in data", R"({"data":{"type":"t"}})", bad, "type");
    row("type reserved", R"({"type":"connect"})", ErrorCode::ReservedType, "type");
    row("type reserved, escaped", R"({"type":"subscribe\u0064"})", ErrorCode::ReservedType, "type");

    for (const QByteArray id : {"workflow_id", "bot_id", "strategy_id", "project_id", "agent_id"}) {
        const QByteArray path = "data." + id;
        for (const char *value : {"true", "{}", "[]", "[1]", "1.0", "1e3", "1.5", "\"\"", "\"a*\"",
                                  "\"a\\n\"", "\"\\u0085\""}) {
            row(id + ' ' + value, R"({"type":"t",")" + id + "\":" + value + '}', bad,
                id.constData());
            row(path + ' ' + value, R"({"type":"t","data":{")" + id + "\":" + value + "}}", bad,
                path.constData());
        }
    }
    row("id too long", R"({"type":"t","bot_id":")" + QByteArray(256, 'x') + "\"}", bad, "bot_id");
    row("integer too long", R"({"type":"t","bot_id":)" + QByteArray(256, '1') + '}', bad, "bot_id");
    row("bad id beside a user", R"({"type":"t","bot_id":true,"user":"u"})", bad, "bot_id");

    row("room illegal", R"({"type":"t","room":"lobby"})", bad, "room");
    row("room empty", R"({"type":"t","room":""})", bad, "room");
    row("room number", R"({"type":"t","room":7})", bad, "room");
    row("room array", R"({"type":"t","room":["bot:1"]})", bad, "room");
    row("room pattern", R"({"type":"t","room":"bot:*"})", bad, "room");
    row("rooms string", R"({"type":"t","rooms":"bot:1"})", bad, "rooms");
    row("rooms object", R"({"type":"t","rooms":{}})", bad, "rooms");
    row("rooms with an illegal name", R"({"type":"t","rooms":["bot:1","global","x"]})", bad,
        "rooms[2]");
    row("rooms with null", R"({"type":"t","rooms":["bot:1",null]})", bad, "rooms[1]");
    row("rooms with a number", R"({"type":"t","rooms":[7]})", bad, "rooms[0]");
    row("rooms of more than 100",
        R"({"type":"t","rooms":["global")" + QByteArray(",\"bot:1\"").repeated(100) + "]}", bad,
        "rooms");
    row("room illegal beside a user", R"({"type":"t","room":"x","user":"u"})", bad, "room");

    row("user empty", R"({"type":"t","user":""})", bad, "user");
    row("user fraction", R"({"type":"t","user":1.5})", bad, "user");
    row("user boolean", R"({"type":"t","user":false})", bad, "user");
    row("user object", R"({"type":"t","user":{"id":1}})", bad, "user");
    row("user pattern", R"({"type":"t","user":"*"})", bad, "user");

    row("timestamp boolean", R"({"type":"t","timestamp":true})", bad, "timestamp");
    row("timestamp object", R"({"type":"t","timestamp":{}})", bad, "timestamp");
    row("timestamp array", R"({"type":"t","timestamp":[1]})", bad, "timestamp");
}

void tst_EventScanner::refused()
{
    QFETCH(QByteArray, json);
    QFETCH(ErrorCode, code);
    QFETCH(QString, field);

    const Result<QList<ScannedEvent>> result = scanEvents(json, MaxBytes);
    QVERIFY(!result);
    QCOMPARE(result.error().code, code);
    QCOMPARE(result.error().field, field);
    QCOMPARE(result.error().index, -1);
    QVERIFY(!result.error().message.isEmpty());
}

void tst_EventScanner::everyPrefixIsRefused()
{
    const QByteArray json =
        R"([{"type":"t\u0074","rooms":["bot:1"],"data":{"bot_id":-7,"a":null}}])";
    QVERIFY(scanEvents(json, MaxBytes));
    for (qsizetype size = 0; size < json.size(); ++size) {
        const QByteArray prefix(json.constData(), size); // its own bytes, so that a sanitizer sees
        const auto result = scanEvents(prefix, MaxBytes);
        QVERIFY2(!result, prefix.constData());
        QCOMPARE(result.error().code, ErrorCode::InvalidJson);
    }
}

void tst_EventScanner::refusalsInABatchNameTheIndex()
{
    const auto errorOf = [](const QByteArray &third) {
        const auto result =
            scanEvents(R"([{"type":"t"},{"type":"t"},)" + third + ",{\"type\":\"t\"}]", 100);
        return result ? Error{} : result.error();
    };
    Error error = errorOf(R"({"type":"t","rooms":["x"]})");
    QCOMPARE(error.code, ErrorCode::InvalidEvent);
    QCOMPARE(error.field, QStringLiteral("rooms[0]"));
    QCOMPARE(error.index, 2);
    error = errorOf(R"({"type":"error"})");
    QCOMPARE(error.code, ErrorCode::ReservedType);
    QCOMPARE(error.field, QStringLiteral("type"));
    QCOMPARE(error.index, 2);
    for (const char *other : {"7", "null", "\"t\"", "[]", "[{\"type\":\"t\"}]"}) {
        error = errorOf(other);
        QCOMPARE(error.code, ErrorCode::InvalidEvent);
        QCOMPARE(error.field, QString());
        QCOMPARE(error.index, 2);
    }
    error = errorOf(R"({"type":"t","a":1,"a":1})");
    QCOMPARE(error.code, ErrorCode::InvalidJson);
    QCOMPARE(error.index, 2);
    error = errorOf(R"({"type":"t","a":")" + QByteArray(100, 'x') + "\"}");
    QCOMPARE(error.code, ErrorCode::PayloadTooLarge);
    QCOMPARE(error.index, 2);
}

void tst_EventScanner::batchSizes_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("isValid");
    QTest::newRow("1") << 1 << true;
    QTest::newRow("1000") << 1000 << true;
    QTest::newRow("1001") << 1001 << false;
}

void tst_EventScanner::batchSizes()
{
    QFETCH(int, size);
    QFETCH(bool, isValid);
    const QByteArray json =
        R"([{"type":"t"})" + QByteArray(R"(,{"type":"t"})").repeated(size - 1) + ']';
    const auto result = scanEvents(json, MaxBytes);
    QCOMPARE(result.has_value(), isValid);
    if (isValid)
        QCOMPARE(result->size(), size);
    else
        QCOMPARE(result.error().code, ErrorCode::InvalidEvent);
}

void tst_EventScanner::batchKeepsTheOrder()
{
    QByteArray json = " [ ";
    for (int i = 0; i < 100; ++i)
        json += (i ? " , " : "") + QByteArray("{\"type\":\"t") + number(i) + "\",\"n\":" + number(i)
            + '}';
    json += " ] ";
    const auto result = scanEvents(json, MaxBytes);
    QVERIFY(result);
    QCOMPARE(result->size(), 100);
    for (int i = 0; i < 100; ++i) {
        QCOMPARE(result->at(i).event.type, 't' + number(i));
        QCOMPARE(result->at(i).event.body, "{\"n\":" + number(i) + '}');
    }
}

void tst_EventScanner::sizeLimit()
{
    const QByteArray json = R"({"type":"t","a":"xxxxx"})";
    QVERIFY(scanEvents(json, json.size()));
    QVERIFY(scanEvents("  " + json + '\n', json.size())); // what is around it does not count
    const auto result = scanEvents(json, json.size() - 1);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::PayloadTooLarge);
    QCOMPARE(result.error().index, -1);
    QVERIFY(scanEvents('[' + json + ',' + json + ']', json.size()));
}

void tst_EventScanner::resultOutlivesTheInput()
{
    QByteArray json =
        R"({"type":"some_type","bot_id":12345,"timestamp":"now","data":{"a":"b","type":1}})";
    const ScannedEvent one = scanned(json);
    json.fill('#');
    QCOMPARE(one.event.type, QByteArray("some_type"));
    QCOMPARE(one.event.timestamp, QByteArray("\"now\""));
    QCOMPARE(one.event.rooms, List{"bot:12345"});
    QCOMPARE(one.event.body, QByteArray(R"({"a":"b","type":1})"));
    QCOMPARE(one.event.flat().toByteArray(), QByteArray(R"("a":"b")"));
}

QTEST_APPLESS_MAIN(tst_EventScanner)
#include "tst_eventscanner.moc"
