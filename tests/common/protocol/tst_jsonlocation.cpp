// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/jsonlocation.h"

#include "common/protocol/json.h"

#include <QTest>

using namespace Signalbox;

class TestJsonLocation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void error_data();
    void error();
    void agreesWithTheScanner_data();
    void agreesWithTheScanner();
    void value_data();
    void value();
    void repeatedKey_data();
    void repeatedKey();
};

void TestJsonLocation::error_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<qsizetype>("offset");

    QTest::newRow("object") << QByteArray(R"({"a":[1,true,null,"x"],"b":{}})") << qsizetype(-1);
    QTest::newRow("scalar") << QByteArray(" 7 ") << qsizetype(-1);
    QTest::newRow("empty") << QByteArray() << qsizetype(0);
    QTest::newRow("spaces only") << QByteArray("  ") << qsizetype(2);
    QTest::newRow("comma before the end") << QByteArray("{\"a\":1,}") << qsizetype(7);
    QTest::newRow("comma missing") << QByteArray("{\"a\":1 \"b\":2}") << qsizetype(7);
    QTest::newRow("colon missing") << QByteArray("{\"a\" 1}") << qsizetype(5);
    QTest::newRow("key without quotes") << QByteArray("{a:1}") << qsizetype(1);
    QTest::newRow("single quotes") << QByteArray("{'a':1}") << qsizetype(1);
    QTest::newRow("leading zero") << QByteArray("[1, 01]") << qsizetype(4);
    QTest::newRow("unknown word") << QByteArray("[True]") << qsizetype(1);
    QTest::newRow("ends too early") << QByteArray("{\"a\":[1") << qsizetype(7);
    QTest::newRow("something follows") << QByteArray("{} x") << qsizetype(3);
    QTest::newRow("wrong bracket") << QByteArray("[1}") << qsizetype(2);
    QTest::newRow("string not closed") << QByteArray("[\"a]") << qsizetype(1);
    QTest::newRow("line break in a string") << QByteArray("[\"a\nb\"]") << qsizetype(3);
    QTest::newRow("bad escape") << QByteArray(R"(["ok","\x"])") << qsizetype(6);
    QTest::newRow("lone surrogate") << QByteArray(R"(["\ud800"])") << qsizetype(1);
    QTest::newRow("not UTF-8") << QByteArray("[\"\xff\"]") << qsizetype(1);
    QTest::newRow("64 deep") << QByteArray(QByteArray(64, '[') + QByteArray(64, ']'))
                             << qsizetype(-1);
    QTest::newRow("65 deep") << QByteArray(65, '[') << qsizetype(64);
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF{}") << qsizetype(0);
}

void TestJsonLocation::error()
{
    QFETCH(const QByteArray, json);
    QFETCH(const qsizetype, offset);
    QCOMPARE(Json::errorOffset(json), offset);
}

void TestJsonLocation::agreesWithTheScanner_data()
{
    error_data();
}

void TestJsonLocation::agreesWithTheScanner()
{
    QFETCH(const QByteArray, json);
    QCOMPARE(Json::errorOffset(json) < 0, Json::check(json).has_value());
}

void TestJsonLocation::value_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("index");
    QTest::addColumn<qsizetype>("offset");

    const QByteArray event(R"( {"type":"x", "rooms":["a", "b"],"data":{"progress": 140}})");
    const QByteArray batch = "[{},\n" + event + "]";
    const auto row = [](const char *name, const QByteArray &json, const char *path, int index,
                        qsizetype offset) {
        QTest::newRow(name) << json << QString::fromLatin1(path) << index << offset;
    };
    row("member", event, "type", -1, event.indexOf("\"x\""));
    row("inner member", event, "data.progress", -1, event.indexOf("140"));
    row("element", event, "rooms[1]", -1, event.indexOf("\"b\""));
    row("nothing named", event, "", -1, 1);
    row("missing", event, "user", -1, 1);
    row("missing further in", event, "data.title", -1, event.indexOf("{\"progress"));
    row("element out of range", event, "rooms[7]", -1, event.indexOf("[\"a"));
    row("in a batch", batch, "data.progress", 1, batch.indexOf("140"));
    row("batch out of range", batch, "type", 2, 0);
    row("no JSON", "{", "type", -1, -1);
}

void TestJsonLocation::value()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, path);
    QFETCH(const int, index);
    QFETCH(const qsizetype, offset);
    QCOMPARE(Json::offsetOf(json, path, index), offset);
}

void TestJsonLocation::repeatedKey_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("index");
    QTest::addColumn<qsizetype>("offset");

    const QByteArray event("{\n  \"a\": 1,\n  \"b\": {\"a\": 1},\n  \"\\u0061\": 2\n}");
    const QByteArray data = "{\"type\":\"x\",\"data\":" + event + "}";
    const qsizetype second = event.indexOf("\"\\u0061\"");
    QTest::newRow("of the event") << event << QString() << -1 << second;
    QTest::newRow("in the body") << data << QStringLiteral("data") << -1
                                 << data.indexOf("\"\\u0061\"");
    QTest::newRow("in a batch") << QByteArray("[{}, " + event + "]") << QString() << 1
                                << 5 + second;
    QTest::newRow("none") << QByteArray("{\"a\":1}") << QString() << -1 << qsizetype(-1);
    QTest::newRow("no JSON") << QByteArray("{\"a\":1,\"a\"") << QString() << -1 << qsizetype(-1);
}

void TestJsonLocation::repeatedKey()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, path);
    QFETCH(const int, index);
    QFETCH(const qsizetype, offset);
    Error error;
    error.code = ErrorCode::InvalidJson;
    error.field = path;
    error.index = index;
    QCOMPARE(Json::offsetOf(json, error), offset);
}

QTEST_APPLESS_MAIN(TestJsonLocation)
#include "tst_jsonlocation.moc"
