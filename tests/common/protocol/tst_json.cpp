// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/json.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace Signalbox;

namespace {

QByteArray nested(int depth, char open = '[', char close = ']')
{
    return QByteArray(depth, open) + QByteArray(depth, close);
}

QByteArray nestedObjects(int depth)
{
    QByteArray json;
    for (int i = 1; i < depth; ++i)
        json += R"({"a":)";
    return json + "{}" + QByteArray(depth - 1, '}');
}

bool pointsInto(QByteArrayView part, QByteArrayView whole)
{
    return part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size();
}

} // namespace

class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valid_data();
    void valid();
    void invalid_data();
    void invalid();
    void reasons_data();
    void reasons();
    void depth();
    void deepNestingIsNoStackOverflow_data();
    void deepNestingIsNoStackOverflow();
    void largeTextAfterSmall();
    void tokensInAnyOrder();
    void prefixesAndMutations();
};

void TestJson::valid_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const QByteArray &json) { QTest::newRow(name) << json; };

    row("empty object", "{}");
    row("empty array", "[]");
    row("white space everywhere", " \t\r\n[ \n1 ,\t2 , { \"a\" : [ ] } ]\r\n ");
    row("null", "null");
    row("true", " true");
    row("false", "false ");
    row("string", "\"a\"");
    row("empty string", "\"\"");
    row("number", "12");
    row("zero", "0");
    row("minus zero", "-0");
    row("minus zero in array", "[-0,-0.0,-0e1]");
    row("beyond a double", "[1e400,-1E+400,1e-400]");
    row("beyond 64 bits",
        "[12345678901234567890,-12345678901234567890,1" + QByteArray(400, '0') + "]");
    row("many digits", "[0." + QByteArray(2000, '1') + "]");
    row("exponents", "[1e5,1E5,1e+5,1e-5,0e0,1.5e3,0.0]");
    row("escapes", R"(["\"\\\/\b\f\n\r\t\u0041\u00e9\u20AC"])");
    row("escaped NUL", R"(["\u0000"])");
    row("surrogate pair", R"(["\ud83d\ude00","\uD83D\uDE00x"])");
    row("backslash before u", R"(["\\ud83d","\\\\udc00"])");
    row("noncharacter", R"(["\uffff"])");
    row("two, three and four bytes", "[\"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\"]");
    row("DEL needs no escape", "[\"\x7F\"]");
    row("line separator needs no escape", "[\"\xE2\x80\xA8\"]");
    row("structure within strings", R"({"a,}]":"{[,:"})");
    row("escaped key", R"({"\u0061":1})");
    row("empty key", R"({"":1})");
    row("duplicate key below", R"([{"a":{"b":1,"b":2}}])");
    row("mixed", R"({"a":[1,{"b":[]},"c"],"d":{"e":{}},"f":null})");
    row("64 arrays", nested(64));
    row("64 objects", nestedObjects(64));
}

void TestJson::valid()
{
    QFETCH(QByteArray, json);
    const auto result = Json::check(json);
    QVERIFY2(result, result ? "" : qPrintable(result.error().message));

    // As a value within another text it is as good, unless that makes it too deep.
    if (!QByteArray(QTest::currentDataTag()).startsWith("64 ")) {
        QVERIFY(Json::check("[" + json + "]"));
        QVERIFY(Json::check("{\"k\":" + json + ",\"l\":" + json + "}"));
    }
}

void TestJson::invalid_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const QByteArray &json) { QTest::newRow(name) << json; };

    row("null bytes", QByteArray());
    row("empty", "");
    row("only white space", " \t\r\n");
    row("byte order mark", "\xEF\xBB\xBF{}");
    row("byte order mark alone", "\xEF\xBB\xBF");
    row("byte order mark within", "[\xEF\xBB\xBF]");
    row("UTF-16", QByteArray("\xFF\xFE[\0]\0", 6));
    row("trailing brace", "{}}");
    row("trailing bracket", "[]]");
    row("trailing comma", "[],");
    row("two values", "{} {}");
    row("two scalars", "1 2");
    row("two strings", "\"a\" \"b\"");
    row("two strings, no space", "\"a\"\"b\"");
    row("trailing text", "[1] x");
    row("trailing NUL", QByteArray("[1]\0", 4));
    row("trailing form feed", "[1]\f");
    row("trailing vertical tab", "1\v");
    row("no-break space", "[\xC2\xA0]");
    row("NUL", QByteArray("\0", 1));
    row("unclosed array", "[");
    row("unclosed array with element", "[1");
    row("unclosed array with comma", "[1,");
    row("unclosed inner array", "[[1]");
    row("unclosed inner array, more follows", "[[1,2]");
    row("unclosed object", "{");
    row("unclosed after key", "{\"a\"");
    row("unclosed after colon", "{\"a\":");
    row("unclosed after value", "{\"a\":1");
    row("unclosed after comma", "{\"a\":1,");
    row("only closing", "]");
    row("only comma", ",");
    row("only colon", ":");
    row("mismatched", "[1}");
    row("mismatched object", "{\"a\":1]");
    row("crossed", "[{]}");
    row("comma at the end of an array", "[1,]");
    row("comma at the start of an array", "[,1]");
    row("comma alone in an array", "[,]");
    row("two commas", "[1,,2]");
    row("comma at the end of an object", "{\"a\":1,}");
    row("comma at the start of an object", "{,\"a\":1}");
    row("missing comma", "[1 2]");
    row("missing comma between strings", "[\"a\" \"b\"]");
    row("missing comma, no space", "[\"a\"\"b\"]");
    row("missing comma, number and string", "[1\"a\"]");
    row("missing comma, string and number", "[\"a\"1]");
    row("missing comma between arrays", "[[][]]");
    row("missing comma between members", "{\"a\":1 \"b\":2}");
    row("missing colon", "{\"a\" 1}");
    row("two colons", "{\"a\"::1}");
    row("second value after a colon", "{\"a\":1:2}");
    row("second value after a string's colon", "{\"a\":\"b\":1}");
    row("colon in an array", "[\"a\":1]");
    row("colon after a number in an array", "[1:2]");
    row("colon after an object in an array", "[{}:1]");
    row("colon after a string at the end", "[\"a\":]");
    row("missing value", "{\"a\"}");
    row("missing value after colon", "{\"a\":}");
    row("missing key", "{:1}");
    row("number as key", "{1:1}");
    row("literal as key", "{null:1}");
    row("bare key", "{a:1}");
    row("object as key", "{{}:1}");
    row("single quotes", "['a']");
    row("comment", "[1/*x*/]");
    row("line comment", "[1]//x");
    row("NaN", "[NaN]");
    row("Infinity", "[Infinity]");
    row("-Infinity", "[-Infinity]");
    row("undefined", "[undefined]");
    row("True", "[True]");
    row("TRUE", "TRUE");
    row("truex", "[truex]");
    row("true1", "true1");
    row("tru", "[tru]");
    row("nul", "nul");
    row("plus", "[+1]");
    row("leading zero", "[01]");
    row("leading zero, negative", "[-01]");
    row("two zeros", "00");
    row("minus alone", "[-]");
    row("minus space", "[- 1]");
    row("no digit before the point", "[.5]");
    row("no digit after the point", "[1.]");
    row("no digit after the point, exponent", "[1.e5]");
    row("no exponent", "[1e]");
    row("no exponent after sign", "1e+");
    row("fraction in the exponent", "[1e1.5]");
    row("two points", "[1.2.3]");
    row("hexadecimal", "[0x10]");
    row("number with a letter", "[1a]");
    row("number with a NUL", QByteArray("[1\0]", 4));
    row("underscore", "[1_000]");
    row("full-width digit", "[\xEF\xBC\x91]");
    row("open string", "[\"a]");
    row("open string at the root", "\"");
    row("open string after escape", "[\"\\\"]");
    row("backslash at the end", "\"\\");
    row("unknown escape", R"(["\x41"])");
    row("unknown escape a", R"("\a")");
    row("escaped single quote", R"(["\'"])");
    row("escaped new line", "[\"\\\n\"]");
    row("capital U", R"(["\U0041"])");
    row("three digits", R"(["\u004"])");
    row("no hexadecimal digit", R"(["\u00g0"])");
    row("sign in the escape", R"(["\u+041"])");
    row("lone high surrogate", R"(["\ud83d"])");
    row("lone high surrogate, text follows", R"(["\ud83dabcdef"])");
    row("lone high surrogate, other escape", R"(["\ud83d\u0041"])");
    row("lone high surrogate, short escape", R"(["\ud83d\n12345"])");
    row("two high surrogates", R"(["\ud83d\ud83d"])");
    row("lone low surrogate", R"(["\ude00"])");
    row("low surrogate after a pair", R"(["\ud83d\ude00\ude00"])");
    row("swapped surrogates", R"(["\ude00\ud83d"])");
    row("lone surrogate at the root", R"("\ud800")");
    row("lone surrogate in a key", R"({"\ud800":1})");
    row("unknown escape in a key", R"({"\q":1})");
    row("unknown escape in a key below", R"([{"a":{"\q":1}}])");
    row("control character in a string", "[\"a\x01\"]");
    row("tab in a string", "[\"\t\"]");
    row("new line in a string", "[\"\n\"]");
    row("NUL in a string", QByteArray("[\"\0\"]", 5));
    row("control character in a key", "{\"\x1f\":1}");
    row("form feed as white space", "[1,\f2]");
    row("form feed as comma", "[1\f2]");
    row("0x1A as colon",
        "{\"a\"\x1a"
        "1}");
    row("overlong", "[\"\xC0\xAF\"]");
    row("overlong NUL", "[\"\xC0\x80\"]");
    row("surrogate in UTF-8", "[\"\xED\xA0\x80\"]");
    row("above U+10FFFF", "[\"\xF4\x90\x80\x80\"]");
    row("cut off character", "[\"\xE2\x82\"]");
    row("cut off at the end", "\"\xE2\x82");
    row("lone continuation", "[\"\x80\"]");
    row("Latin-1", "[\"\xE9\"]");
    row("bytes outside a string", "[\xFF]");
    row("65 arrays", nested(65));
    row("65 objects", nestedObjects(65));
}

void TestJson::invalid()
{
    QFETCH(QByteArray, json);
    const auto result = Json::check(json);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::InvalidJson);
    QVERIFY(result.error().message.startsWith(QLatin1String("Invalid JSON: ")));
    QVERIFY(!Json::members(json));
    QVERIFY(!Json::elements(json));
}

void TestJson::reasons_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("reason");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("empty");
    QTest::newRow("depth") << nested(65) << QStringLiteral("deeper than 64");
    QTest::newRow("trailing") << QByteArray("{}{}") << QStringLiteral("follows its end");
    QTest::newRow("UTF-8") << QByteArray("[\"\xFF\"]") << QStringLiteral("UTF-8");
    QTest::newRow("control") << QByteArray("[\"\n\"]") << QStringLiteral("control character");
    QTest::newRow("open string") << QByteArray("[\"a]") << QStringLiteral("not closed");
    QTest::newRow("surrogate") << QByteArray(R"(["\ud800"])") << QStringLiteral("surrogate");
    QTest::newRow("mark") << QByteArray("\xEF\xBB\xBF[]") << QStringLiteral("byte order mark");
}

void TestJson::reasons()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, reason);
    const auto result = Json::check(json);
    QVERIFY(!result);
    QVERIFY2(result.error().message.contains(reason), qPrintable(result.error().message));
}

void TestJson::depth()
{
    QVERIFY(Json::elements(nested(Json::MaxDepth)));
    QVERIFY(!Json::elements(nested(Json::MaxDepth + 1)));
    QVERIFY(Json::members(nestedObjects(Json::MaxDepth)));
    QVERIFY(!Json::members(nestedObjects(Json::MaxDepth + 1)));
    QVERIFY(Json::check("[" + nested(63) + "," + nestedObjects(63) + ",1]"));
    QVERIFY(!Json::check("[1," + nestedObjects(64) + "]"));
    // A scalar in the innermost level is no level of its own.
    QVERIFY(Json::check(QByteArray(64, '[') + "1" + QByteArray(64, ']')));
}

void TestJson::deepNestingIsNoStackOverflow_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("open arrays") << QByteArray(100'000, '[');
    QTest::newRow("closed arrays") << nested(100'000);
    QTest::newRow("closing only") << QByteArray(100'000, ']');
    QTest::newRow("open objects") << QByteArray(R"({"a":)").repeated(100'000);
    QTest::newRow("closed objects") << nestedObjects(100'000);
    QTest::newRow("mixed") << QByteArray(R"([{"a":)").repeated(100'000);
    QTest::newRow("quotes") << QByteArray(100'001, '"');
    QTest::newRow("backslashes") << '"' + QByteArray(100'001, '\\');
}

void TestJson::deepNestingIsNoStackOverflow()
{
    QFETCH(QByteArray, json);
    QVERIFY(!Json::check(json));
}

void TestJson::largeTextAfterSmall()
{
    QVERIFY(Json::check("[1]"));
    const QByteArray large = "[\"" + QByteArray(3'000'000, 'x') + "\"]";
    QVERIFY(Json::check(large));
    // The text before must not shine through from the reused buffer.
    QVERIFY(!Json::check("[\"x"));
    QVERIFY(Json::check("[\"x\"]"));
    const QByteArray many = "[" + QByteArray("1,").repeated(700'000) + "1]";
    const auto elements = Json::elements(many);
    QVERIFY(elements);
    QCOMPARE(elements->size(), 700'001);
    for (int size = 0; size < 300; ++size) {
        const QByteArray json = "[\"" + QByteArray(size, 'y') + "\"]";
        QVERIFY(Json::check(json));
        QVERIFY(!Json::check(QByteArrayView(json).chopped(1)));
        QVERIFY(!Json::check(QByteArrayView(json).chopped(2)));
    }
}

// Qt's parser, an independent implementation, has to agree about the structure of whatever tokens
// are strung together.
void TestJson::tokensInAnyOrder()
{
    static const QByteArray tokens[] = {"[",      "]",     "{",  "}",     ":",    ",",
                                        "\"a\"",  "\"b\"", "1",  "true",  "null", " ",
                                        "\"a\":", "[]",    "{}", "-0.5e1"};
    QRandomGenerator random(20'260'101);
    int accepted = 0;
    for (int round = 0; round < 200'000; ++round) {
        QByteArray json = round % 2 ? "[" : "{\"a\":";
        const int count = random.bounded(7);
        for (int i = 0; i < count; ++i)
            json += tokens[random.bounded(int(std::size(tokens)))];
        json += round % 2 ? "]" : "}";
        const bool ours = Json::check(json).has_value();
        const bool theirs = !QJsonDocument::fromJson(json).isNull();
        QVERIFY2(ours == theirs, json.constData());
        accepted += ours;
    }
    QVERIFY(accepted > 1000);
}

void TestJson::prefixesAndMutations()
{
    const QByteArray json =
        R"( {"type":"x","d":[1.5e-3,{"\u0041\ud83d\ude00":"é\n"},null,true,[[],{}]],"n":-0} )";
    QVERIFY(Json::check(json));
    for (qsizetype i = 0; i < json.size() - 1; ++i) {
        // A copy of its own, so that a sanitizer sees a read beyond its end.
        const QByteArray prefix(json.constData(), i);
        QVERIFY2(!Json::check(prefix), prefix.constData());
    }
    QRandomGenerator random(7);
    for (int round = 0; round < 50'000; ++round) {
        QByteArray mutated = json;
        for (int i = random.bounded(1, 4); i > 0; --i)
            mutated[random.bounded(int(mutated.size()))] = char(random.bounded(256));
        mutated.squeeze();
        if (const auto members = Json::members(mutated)) {
            QVERIFY(mutated.isValidUtf8());
            for (const Json::Member &member : *members) {
                QVERIFY(pointsInto(member.value, mutated));
                QVERIFY2(Json::check(member.value), mutated.constData());
                QVERIFY(Json::check(member.rawKey));
            }
        }
    }
}

QTEST_APPLESS_MAIN(TestJson)
#include "tst_json.moc"
