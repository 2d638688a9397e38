// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/json.h"

#include <QTest>

using namespace Signalbox;

namespace {

bool pointsInto(QByteArrayView part, QByteArrayView whole)
{
    return part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size();
}

} // namespace

class TestJsonMembers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void membersAreSlices();
    void membersOf_data();
    void membersOf();
    void duplicateKeys_data();
    void duplicateKeys();
    void elementsOf_data();
    void elementsOf();
    void wrongKind();
    void kinds_data();
    void kinds();
};

void TestJsonMembers::membersAreSlices()
{
    const QByteArray json = "\n{ \"a\" : 1.0 ,\"b\":[ 1 , 2 ] , \"\\u0063\" : { } }\t";
    const auto members = Json::members(json);
    QVERIFY(members);
    QCOMPARE(members->size(), 3);
    QCOMPARE(members->at(0).value.data(), json.constData() + json.indexOf("1.0"));
    QCOMPARE(members->at(1).value.data(), json.constData() + json.indexOf('['));
    QCOMPARE(members->at(2).rawKey.data(), json.constData() + json.indexOf("\"\\u"));
    QCOMPARE(members->at(2).value.data(), json.constData() + json.lastIndexOf('{'));

    // A part of a larger text is never read beyond.
    const QByteArrayView part = QByteArrayView(json).sliced(json.indexOf('['), 9);
    const auto elements = Json::elements(part);
    QVERIFY(elements);
    QCOMPARE(elements->size(), 2);
    QVERIFY(pointsInto(elements->at(1).value, part));
}

void TestJsonMembers::membersOf_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArrayList>("expected"); // key, raw key, value; and so on
    using List = QByteArrayList;
    QTest::newRow("none") << QByteArray("{}") << List();
    QTest::newRow("none, with space") << QByteArray(" { } ") << List();
    QTest::newRow("numbers as written")
        << QByteArray(R"({"a":1.0,"b":12345678901234567890,"c":1e400,"d":-0})")
        << List{"a", "\"a\"", "1.0",   "b", "\"b\"", "12345678901234567890",
                "c", "\"c\"", "1e400", "d", "\"d\"", "-0"};
    QTest::newRow("white space around")
        << QByteArray("{\r\n \"a\" \t:\n 1 \n, \"b\" : \"x y\" , \"c\" : null\n}\n")
        << List{"a", "\"a\"", "1", "b", "\"b\"", "\"x y\"", "c", "\"c\"", "null"};
    QTest::newRow("white space within")
        << QByteArray("{\"a\": [ 1 , 2 ] , \"b\":{ \"c\" : 3 } }")
        << List{"a", "\"a\"", "[ 1 , 2 ]", "b", "\"b\"", "{ \"c\" : 3 }"};
    QTest::newRow("escaped keys")
        << QByteArray(R"({"\u0061\n\"":true,"\ud83d\ude00":[]})")
        << List{"a\n\"", R"("\u0061\n\"")", "true", "\xF0\x9F\x98\x80", R"("\ud83d\ude00")", "[]"};
    QTest::newRow("structure in strings")
        << QByteArray(R"({"a}":"]},\"","b":"{"})")
        << List{"a}", "\"a}\"", R"("]},\"")", "b", "\"b\"", "\"{\""};
    QTest::newRow("nested, same keys")
        << QByteArray(R"({"a":{"a":{"a":[{"a":1}]}},"b":[[],[[]]]})")
        << List{"a", "\"a\"", R"({"a":{"a":[{"a":1}]}})", "b", "\"b\"", "[[],[[]]]"};
    QTest::newRow("keys that differ in case only")
        << QByteArray(R"({"a":1,"A":2})") << List{"a", "\"a\"", "1", "A", "\"A\"", "2"};
}

void TestJsonMembers::membersOf()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArrayList, expected);
    const auto members = Json::members(json);
    QVERIFY2(members, members ? "" : qPrintable(members.error().message));
    QByteArrayList found;
    for (const Json::Member &member : *members)
        found << member.key << member.rawKey.toByteArray() << member.value.toByteArray();
    QCOMPARE(found, expected);
}

void TestJsonMembers::duplicateKeys_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("valid");
    QTest::newRow("plain") << QByteArray(R"({"a":1,"b":2,"a":3})") << false;
    QTest::newRow("after unescaping") << QByteArray(R"({"a":1,"\u0061":2})") << false;
    QTest::newRow("empty keys") << QByteArray(R"({"":1,"":2})") << false;
    QTest::newRow("NULs") << QByteArray(R"({"\u0000":1,"\u0000":2})") << false;
    QTest::newRow("NULs, different") << QByteArray(R"({"\u0000":1,"\u0000\u0000":2})") << true;
    QTest::newRow("empty and NUL") << QByteArray(R"({"":1,"\u0000":2})") << true;
    QTest::newRow("deeper") << QByteArray(R"({"a":{"b":1,"b":2}})") << true;
}

void TestJsonMembers::duplicateKeys()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, valid);
    QVERIFY(Json::check(json));
    QCOMPARE(Json::members(json).has_value(), valid);
}

void TestJsonMembers::elementsOf_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArrayList>("expected");
    using List = QByteArrayList;
    QTest::newRow("none") << QByteArray("[ ]") << List();
    QTest::newRow("numbers as written") << QByteArray("[1.0,12345678901234567890 , 1e400,-0]")
                                        << List{"1.0", "12345678901234567890", "1e400", "-0"};
    QTest::newRow("all kinds") << QByteArray(R"( ["a" , true,false , null,1,[ ],{ } ] )")
                               << List{"\"a\"", "true", "false", "null", "1", "[ ]", "{ }"};
    QTest::newRow("nested") << QByteArray(R"([[[1],[2]] , {"a":[{}]} ,[[[]]]])")
                            << List{"[[1],[2]]", R"({"a":[{}]})", "[[[]]]"};
    QTest::newRow("strings") << QByteArray(R"(["a]","\"","\\","\\\""])")
                             << List{R"("a]")", R"("\"")", R"("\\")", R"("\\\"")"};
}

void TestJsonMembers::elementsOf()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArrayList, expected);
    const auto elements = Json::elements(json);
    QVERIFY2(elements, elements ? "" : qPrintable(elements.error().message));
    QByteArrayList found;
    for (const Json::Member &element : *elements) {
        QVERIFY(element.key.isEmpty());
        QVERIFY(pointsInto(element.value, json));
        found << element.value.toByteArray();
    }
    QCOMPARE(found, expected);
}

void TestJsonMembers::wrongKind()
{
    for (const QByteArray &json : QByteArrayList{"[]", "1", "\"{}\"", "null", "true"})
        QVERIFY(!Json::members(json));
    for (const QByteArray &json : QByteArrayList{"{}", "1", "\"[]\"", "null", "true"})
        QVERIFY(!Json::elements(json));
}

void TestJsonMembers::kinds_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Json::Kind>("kind");
    QTest::newRow("null") << QByteArray(" null") << Json::Kind::Null;
    QTest::newRow("true") << QByteArray("true") << Json::Kind::Boolean;
    QTest::newRow("false") << QByteArray("\nfalse") << Json::Kind::Boolean;
    QTest::newRow("number") << QByteArray("0") << Json::Kind::Number;
    QTest::newRow("negative") << QByteArray("-1") << Json::Kind::Number;
    QTest::newRow("string") << QByteArray("\"1\"") << Json::Kind::String;
    QTest::newRow("array") << QByteArray("\t[{}]") << Json::Kind::Array;
    QTest::newRow("object") << QByteArray("{}") << Json::Kind::Object;
}

void TestJsonMembers::kinds()
{
    QFETCH(QByteArray, json);
    QFETCH(Json::Kind, kind);
    QCOMPARE(Json::kindOf(json), kind);
    QCOMPARE(*Json::check(json), kind);
}

QTEST_APPLESS_MAIN(TestJsonMembers)
#include "tst_jsonmembers.moc"
