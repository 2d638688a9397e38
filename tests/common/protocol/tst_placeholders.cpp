// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/json.h"
#include "common/protocol/placeholders.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Signalbox;

class TestPlaceholders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void validity_data();
    void validity();
    void uncheckedTextIsHarmless();
    void indexes_data();
    void indexes();
    void written();
};

void TestPlaceholders::validity_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("attachments");
    QTest::addColumn<bool>("valid");
    const auto row = [](const char *name, const char *payload, int attachments, bool valid) {
        QTest::newRow(name) << QByteArray(payload) << attachments << valid;
    };

    row("none", R"(["x",1])", 0, true);
    row("none, though attached", R"(["x"])", 2, true);
    row("first", R"(["x",{"_placeholder":true,"num":0}])", 1, true);
    row("last", R"(["x",{"_placeholder":true,"num":9}])", 10, true);
    row("num first", R"(["x",{"num":0,"_placeholder":true}])", 1, true);
    row("white space", R"([ "x" , { "_placeholder" : true , "num" : 0 } ])", 1, true);
    row("escaped keys", R"(["x",{"\u005fplaceholder":true,"n\u0075m":0}])", 1, true);
    row("other members", R"(["x",{"_placeholder":true,"a":[{}],"num":0,"b":"c"}])", 1, true);
    row("twice the same", R"([{"_placeholder":true,"num":0},{"_placeholder":true,"num":0}])", 1,
        true);
    row("deep", R"(["x",{"a":[1,{"b":{"_placeholder":true,"num":1}}]}])", 2, true);
    row("within another", R"([{"_placeholder":true,"num":0,"a":{"_placeholder":true,"num":1}}])", 2,
        true);
    row("false", R"([{"_placeholder":false,"num":"x"}])", 1, true);
    row("text", R"([{"_placeholder":"true","num":"x"}])", 1, true);
    row("one", R"([{"_placeholder":1,"num":-1}])", 1, true);
    row("an object", R"([{"_placeholder":{"true":true},"num":-1}])", 1, true);
    row("only in a string", R"(["{\"_placeholder\":true,\"num\":7}"])", 1, true);
    row("as a string, not a key", R"([["_placeholder",true,"num",7]])", 1, true);
    row("num alone", R"([{"num":99}])", 0, true);
    row("true of an inner object", R"([{"num":99,"a":{"_placeholder":true,"num":0}}])", 1, true);
    row("true after an inner object", R"([{"_placeholder":[true],"num":99}])", 1, true);

    row("out of range", R"([{"_placeholder":true,"num":1}])", 1, false);
    row("none attached", R"([{"_placeholder":true,"num":0}])", 0, false);
    row("negative", R"([{"_placeholder":true,"num":-1}])", 1, false);
    row("minus zero", R"([{"_placeholder":true,"num":-0}])", 1, false);
    row("fraction", R"([{"_placeholder":true,"num":1.5}])", 3, false);
    row("zero fraction", R"([{"_placeholder":true,"num":0.0}])", 3, false);
    row("exponent", R"([{"_placeholder":true,"num":1e0}])", 3, false);
    row("huge", R"([{"_placeholder":true,"num":99999999999}])", 3, false);
    row("2^32", R"([{"_placeholder":true,"num":4294967296}])", 3, false);
    row("2^64", R"([{"_placeholder":true,"num":18446744073709551616}])", 3, false);
    row("text num", R"([{"_placeholder":true,"num":"splice"}])", 1, false);
    row("digits as text", R"([{"_placeholder":true,"num":"0"}])", 1, false);
    row("null num", R"([{"_placeholder":true,"num":null}])", 1, false);
    row("true num", R"([{"_placeholder":true,"num":true}])", 1, false);
    row("object num", R"([{"_placeholder":true,"num":{"a":0}}])", 1, false);
    row("array num", R"([{"_placeholder":true,"num":[0]}])", 1, false);
    row("no num", R"([{"_placeholder":true}])", 1, false);
    row("bad num first", R"([{"num":"x","_placeholder":true}])", 1, false);
    row("num twice, the second bad", R"([{"_placeholder":true,"num":0,"num":"x"}])", 1, false);
    row("num twice, the first bad", R"([{"_placeholder":true,"num":"x","num":0}])", 1, false);
    row("placeholder twice", R"([{"_placeholder":true,"_placeholder":false,"num":5}])", 1, false);
    row("escaped key, bad num", R"([{"_placeh\u006flder":true,"num":5}])", 1, false);
    row("deep, bad", R"(["x",{"a":[1,{"b":{"_placeholder":true,"num":2}}]}])", 2, false);
    row("inner bad", R"([{"_placeholder":true,"num":0,"a":{"_placeholder":true,"num":"x"}}])", 1,
        false);
    row("outer bad", R"([{"_placeholder":true,"a":{"_placeholder":true,"num":0}}])", 1, false);
    row("after an array", R"([{"a":[],"_placeholder":true,"num":3}])", 1, false);
}

void TestPlaceholders::validity()
{
    QFETCH(QByteArray, payload);
    QFETCH(int, attachments);
    QFETCH(bool, valid);
    QVERIFY(Json::check(payload));
    QCOMPARE(SocketIo::placeholdersAreValid(payload, attachments), valid);
}

void TestPlaceholders::uncheckedTextIsHarmless()
{
    const QByteArray payload(R"(["x",{"a":[1,{"_placeholder":true,"num":0}]}])");
    for (qsizetype i = 0; i < payload.size(); ++i)
        (void)SocketIo::placeholdersAreValid(QByteArray(payload.constData(), i), 1);
    QRandomGenerator random(5);
    for (int round = 0; round < 20'000; ++round) {
        QByteArray mutated = payload;
        for (int i = random.bounded(1, 5); i > 0; --i)
            mutated[random.bounded(int(mutated.size()))] = char(random.bounded(256));
        (void)SocketIo::placeholdersAreValid(mutated, 1);
    }
}

void TestPlaceholders::indexes_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<int>("index"); // -1: none
    QTest::newRow("0") << QByteArray("0") << 0;
    QTest::newRow("9") << QByteArray("9") << 9;
    QTest::newRow("10") << QByteArray("10") << -1;
    QTest::newRow("empty") << QByteArray() << -1;
    QTest::newRow("space") << QByteArray(" 1") << -1;
    QTest::newRow("plus") << QByteArray("+1") << -1;
    QTest::newRow("nine digits") << QByteArray("999999999") << -1;
    QTest::newRow("thirty digits") << QByteArray(30, '9') << -1;
}

void TestPlaceholders::indexes()
{
    QFETCH(QByteArray, number);
    QFETCH(int, index);
    QCOMPARE(SocketIo::placeholderIndex(number, 10).value_or(-1), index);
}

void TestPlaceholders::written()
{
    QCOMPARE(SocketIo::placeholder(3), QByteArray(R"({"_placeholder":true,"num":3})"));
    QVERIFY(SocketIo::placeholdersAreValid(SocketIo::placeholder(3), 4));
    QVERIFY(!SocketIo::placeholdersAreValid(SocketIo::placeholder(3), 3));
}

QTEST_APPLESS_MAIN(TestPlaceholders)
#include "tst_placeholders.moc"
