// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/json.h"
#include "common/protocol/jsontext.h"

#include <QTest>

using namespace Signalbox;

class TestJsonText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unquoted_data();
    void unquoted();
    void quoted_data();
    void quoted();
    void quotedIsReadBack();
    void integers_data();
    void integers();
    void trimmed();
    void stringEnds();
};

void TestJsonText::unquoted_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("plain") << QByteArray("\"abc\"") << QByteArray("abc");
    QTest::newRow("empty") << QByteArray("\"\"") << QByteArray("");
    QTest::newRow("short escapes")
        << QByteArray(R"("\"\\\/\b\f\n\r\t")") << QByteArray("\"\\/\b\f\n\r\t");
    QTest::newRow("one byte") << QByteArray(R"("\u0041x")") << QByteArray("Ax");
    QTest::newRow("NUL") << QByteArray(R"("a\u0000b")") << QByteArray("a\0b", 3);
    QTest::newRow("two bytes") << QByteArray(R"("\u00E9")") << QByteArray("\xC3\xA9");
    QTest::newRow("three bytes") << QByteArray(R"("\u20aC")") << QByteArray("\xE2\x82\xAC");
    QTest::newRow("four bytes") << QByteArray(R"("<\ud83d\ude00>")")
                                << QByteArray("<\xF0\x9F\x98\x80>");
    QTest::newRow("highest") << QByteArray(R"("\udbff\udfff")") << QByteArray("\xF4\x8F\xBF\xBF");
    QTest::newRow("not escaped") << QByteArray("\"\xE2\x82\xAC\"") << QByteArray("\xE2\x82\xAC");
    QTest::newRow("space around") << QByteArray(" \"a \" ") << QByteArray("a ");
    QTest::newRow("no string") << QByteArray("12") << QByteArray();
    QTest::newRow("one quote") << QByteArray("\"") << QByteArray();
    QTest::newRow("unchecked: backslash at the end") << QByteArray(R"("a\")") << QByteArray("a");
    QTest::newRow("unchecked: cut escape") << QByteArray(R"("a\u00")") << QByteArray("a00");
}

void TestJsonText::unquoted()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, text);
    QCOMPARE(Json::unquoted(json), text);
}

void TestJsonText::quoted_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray() << QByteArray("\"\"");
    QTest::newRow("plain") << QByteArray("a/b") << QByteArray("\"a/b\"");
    QTest::newRow("quote and backslash") << QByteArray("\"\\") << QByteArray(R"("\"\\")");
    QTest::newRow("short forms") << QByteArray("\b\f\n\r\t") << QByteArray(R"("\b\f\n\r\t")");
    QTest::newRow("other control characters")
        << QByteArray("\0\x01\x0b\x1f", 4) << QByteArray(R"("\u0000\u0001\u000b\u001f")");
    QTest::newRow("DEL stays") << QByteArray("\x7F") << QByteArray("\"\x7F\"");
    QTest::newRow("UTF-8 stays") << QByteArray("\xE2\x80\xA8\xF0\x9F\x98\x80")
                                 << QByteArray("\"\xE2\x80\xA8\xF0\x9F\x98\x80\"");
}

void TestJsonText::quoted()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, json);
    QCOMPARE(Json::quoted(text), json);
    QCOMPARE(Json::unquoted(json), text);
    QVERIFY(Json::check(json));
}

void TestJsonText::quotedIsReadBack()
{
    QByteArray all;
    for (int c = 0; c < 0x80; ++c)
        all += char(c);
    all += "é€😀";
    const QByteArray json = Json::quoted(all);
    QCOMPARE(*Json::check(json), Json::Kind::String);
    QCOMPARE(Json::unquoted(json), all);
}

void TestJsonText::integers_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<bool>("integer");
    QTest::newRow("0") << QByteArray("0") << true;
    QTest::newRow("-0") << QByteArray("-0") << true;
    QTest::newRow("large") << QByteArray("12345678901234567890123") << true;
    QTest::newRow("negative") << QByteArray("-17") << true;
    QTest::newRow("1.0") << QByteArray("1.0") << false;
    QTest::newRow("1e3") << QByteArray("1e3") << false;
    QTest::newRow("1E3") << QByteArray("1E3") << false;
    QTest::newRow("string") << QByteArray("\"1\"") << false;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("minus") << QByteArray("-") << false;
}

void TestJsonText::integers()
{
    QFETCH(QByteArray, number);
    QFETCH(bool, integer);
    QCOMPARE(Json::isInteger(number), integer);
}

void TestJsonText::trimmed()
{
    QCOMPARE(Json::trimmed(" \t\r\n a b \n").toByteArray(), QByteArray("a b"));
    QCOMPARE(Json::trimmed(" \n").size(), 0);
    QCOMPARE(Json::trimmed(QByteArrayView()).size(), 0);
    QCOMPARE(Json::trimmed("\f\v").size(), 2);
}

void TestJsonText::stringEnds()
{
    QCOMPARE(Json::stringEnd(R"("")", 0), 2);
    QCOMPARE(Json::stringEnd(R"(["a","b"])", 1), 4);
    QCOMPARE(Json::stringEnd(R"("a\"x")", 0), 6);
    QCOMPARE(Json::stringEnd(R"("a\"x)", 0), -1);
    QCOMPARE(Json::stringEnd(R"("a\\\")", 0), -1);
    QCOMPARE(Json::stringEnd(R"("a)", 0), -1);
    QCOMPARE(Json::stringEnd(R"(")", 0), -1);
}

QTEST_APPLESS_MAIN(TestJsonText)
#include "tst_jsontext.moc"
