// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/jsonindent.h"

#include <QTest>

#include <limits>

using namespace Signalbox;

class TestJsonIndent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void indents_data();
    void indents();
    void compacts_data();
    void compacts();
    void stopsAtTheLimit();
    void deepTextsStayWithinTheLimit();
};

void TestJsonIndent::indents_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("scalar") << QByteArray(" 1.50e+0400 ") << QByteArray("1.50e+0400");
    QTest::newRow("empty object") << QByteArray("{ }") << QByteArray("{}");
    QTest::newRow("empty ones inside")
        << QByteArray(R"({"a":[ ],"b":{}})") << QByteArray("{\n  \"a\": [],\n  \"b\": {}\n}");
    QTest::newRow("nested") << QByteArray(R"({"a":[1,{"b":2}]})")
                            << QByteArray("{\n  \"a\": [\n    1,\n    {\n      \"b\": 2\n    }\n"
                                          "  ]\n}");
    QTest::newRow("numbers stay as written")
        << QByteArray("[12345678901234567890123,0.10,-0]")
        << QByteArray("[\n  12345678901234567890123,\n  0.10,\n  -0\n]");
    QTest::newRow("strings stay as written")
        << QByteArray(R"(["\u00e9\"{,: ["])") << QByteArray("[\n  \"\\u00e9\\\"{,: [\"\n]");
    QTest::newRow("duplicate keys stay")
        << QByteArray(R"({"a":1,"a":2})") << QByteArray("{\n  \"a\": 1,\n  \"a\": 2\n}");
    QTest::newRow("not closed") << QByteArray("[\"a") << QByteArray("[\n  \"a");
}

void TestJsonIndent::indents()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QByteArray, text);
    const auto result = Json::indented(json, std::numeric_limits<qsizetype>::max());
    QCOMPARE(result.text, text);
    QVERIFY(result.isComplete);
    // Indented again it stays as it is.
    QCOMPARE(Json::indented(text, 10'000).text, text);
}

void TestJsonIndent::compacts_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("spaces between")
        << QByteArray("{ \"a\" :\n [ 1 , true ] }") << QByteArray("{\"a\":[1,true]}");
    QTest::newRow("spaces in strings") << QByteArray("[ \"a  b\" ]") << QByteArray("[\"a  b\"]");
}

void TestJsonIndent::compacts()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QByteArray, text);
    QCOMPARE(Json::compacted(json), text);
}

void TestJsonIndent::stopsAtTheLimit()
{
    const QByteArray json = "[" + QByteArray(1000, '1') + ",2]";
    const auto result = Json::indented(json, 100);
    QVERIFY(!result.isComplete);
    QCOMPARE(result.text.size(), 100);
    QVERIFY(Json::indented(json, 2000).isComplete);
}

void TestJsonIndent::deepTextsStayWithinTheLimit()
{
    QByteArray json(60, '[');
    for (int i = 0; i < 100'000; ++i)
        json.append("1,");
    const auto result = Json::indented(json, 50'000);
    QVERIFY(!result.isComplete);
    QVERIFY(result.text.size() < 50'200);
}

QTEST_APPLESS_MAIN(TestJsonIndent)
#include "tst_jsonindent.moc"
