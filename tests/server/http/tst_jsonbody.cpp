// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/jsonbody.h"

#include <QTest>

using namespace Signalbox;

namespace {

HttpRequest request(const QByteArray &body, const QByteArray &type = "application/json")
{
    HttpRequest result;
    result.body = body;
    if (!type.isNull())
        result.head.fields.append({"content-type", type});
    return result;
}

} // namespace

class tst_JsonBody final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refused_data();
    void refused();
    void members();
    void wrongMembers_data();
    void wrongMembers();
    void unknownMember();
};

void tst_JsonBody::refused_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorCode>("code");
    const QByteArray json = "application/json";
    QTest::newRow("no type") << QByteArray() << QByteArray("{}") << ErrorCode::UnsupportedMediaType;
    QTest::newRow("form") << QByteArray("application/x-www-form-urlencoded") << QByteArray("{}")
                          << ErrorCode::UnsupportedMediaType;
    QTest::newRow("empty") << json << QByteArray() << ErrorCode::InvalidJson;
    QTest::newRow("array") << json << QByteArray("[]") << ErrorCode::InvalidJson;
    QTest::newRow("comment") << json << QByteArray("{/**/}") << ErrorCode::InvalidJson;
    QTest::newRow("twice") << json << QByteArray(R"({"a":1,"a":2})") << ErrorCode::InvalidJson;
    QTest::newRow("two texts") << json << QByteArray("{}{}") << ErrorCode::InvalidJson;
    QTest::newRow("UTF-8") << json << QByteArray("{\"a\":\"\xff\"}") << ErrorCode::InvalidJson;
}

void tst_JsonBody::refused()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    const Result<JsonBody> result = JsonBody::of(request(body, type));
    QVERIFY(!result);
    QTEST(result.error().code, "code");
}

void tst_JsonBody::members()
{
    Result<JsonBody> body =
        JsonBody::of(request(R"({"text":"é\n"})", "application/json; charset=utf-8"));
    QVERIFY(body.has_value());
    QVERIFY2(!body->text("text", 10), "a line end is a control character");

    body = JsonBody::of(request(
        R"({"t":"a\u00e9","n":-3,"list":["a b","c"],"words":" a  b ","none":null,"empty":[]})"));
    QVERIFY(body.has_value());
    QCOMPARE(**body->text("t", 3), QByteArray("a\xc3\xa9"));
    QVERIFY2(!*body->text("t", 3), "it was asked for already");
    QCOMPARE(**body->integer("n", -3, 3), qint64(-3));
    QCOMPARE(**body->words("list", 2), (QList<QByteArray>{"a b", "c"}));
    QCOMPARE(**body->words("words", 2), (QList<QByteArray>{"a", "b"}));
    QVERIFY(!*body->text("none", 1));
    QVERIFY((*body->texts("empty", 0))->isEmpty());
    QVERIFY(!*body->integer("missing", 0, 1));
    QVERIFY(body->end().has_value());
}

void tst_JsonBody::wrongMembers_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("kind");
    const auto row = [](const char *kind, const char *value) {
        QTest::addRow("%s %s", kind, value) << QByteArray(value) << QByteArray(kind);
    };
    for (const char *value : {"1", "true", "[]", "{}", "\"four\"", "\"\\u0000\"", "\"\\u0085\""})
        row("text", value);
    for (const char *value : {"\"1\"", "1.0", "1e0", "0", "11", "99999999999999999999", "[1]"})
        row("integer", value);
    for (const char *value : {"1", "\"a b\"", "{}", "[1]", "[null]", "[\"a\",\"b\",\"c\"]"})
        row("texts", value);
    for (const char *value : {"1", "{}", "[[]]", "\"a b c\""})
        row("words", value);
}

void tst_JsonBody::wrongMembers()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, kind);
    Result<JsonBody> body = JsonBody::of(request("{\"name\":" + value + '}'));
    QVERIFY(body.has_value());
    const auto check = [](const auto &result) {
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::BadRequest);
        QCOMPARE(result.error().field, QStringLiteral("name"));
        QVERIFY(result.error().message.startsWith(QStringLiteral("name must ")));
    };
    if (kind == "text")
        check(body->text("name", 3));
    else if (kind == "integer")
        check(body->integer("name", 1, 10));
    else if (kind == "texts")
        check(body->texts("name", 2));
    else
        check(body->words("name", 2));
}

void tst_JsonBody::unknownMember()
{
    Result<JsonBody> body = JsonBody::of(request(R"({"known":"x","unkown":null})"));
    QVERIFY(body->text("known", 10).has_value());
    const Result<void> end = body->end();
    QVERIFY(!end);
    QCOMPARE(end.error().code, ErrorCode::BadRequest);
    QCOMPARE(end.error().field, QStringLiteral("unkown"));
}

QTEST_APPLESS_MAIN(tst_JsonBody)
#include "tst_jsonbody.moc"
