// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/json.h"
#include "common/protocol/socketio.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace Signalbox;
using namespace Signalbox::SocketIo;

Q_DECLARE_METATYPE(Signalbox::SocketIo::Packet)

class TestSocketIo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void packets_data();
    void packets();
    void lenient_data();
    void lenient();
    void illegal_data();
    void illegal();
    void prefixesAndMutations();
    void eventNames_data();
    void eventNames();
    void argumentsKeepTheirBytes();
    void argumentsWithoutName();
    void illegalPayloads_data();
    void illegalPayloads();
    void argumentValues_data();
    void argumentValues();
    void argumentsForSending();
    void binaryArguments();
    void passedOnAsItCame();
    void sends();
};

void TestSocketIo::packets_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<Packet>("packet");
    const auto row = [](const char *name, const QByteArray &wire, const Packet &packet) {
        QTest::newRow(name) << wire << packet;
    };
    using T = PacketType;

    row("connect", "0", {T::Connect});
    row("connect with auth", R"(0{"token":"123"})", {T::Connect, "/", {}, R"({"token":"123"})"});
    row("connect to a namespace", "0/admin,", {T::Connect, "/admin"});
    row("connect to a namespace with auth", R"(0/admin,{"a":[1.0]})",
        {T::Connect, "/admin", {}, R"({"a":[1.0]})"});
    row("disconnect", "1", {T::Disconnect});
    row("disconnect from a namespace", "1/admin,", {T::Disconnect, "/admin"});
    row("event", R"(2["foo"])", {T::Event, "/", {}, R"(["foo"])"});
    row("event of a namespace", R"(2/admin,["bar"])", {T::Event, "/admin", {}, R"(["bar"])"});
    row("event with id", R"(212["foo"])", {T::Event, "/", 12, R"(["foo"])"});
    row("event of a namespace with id", R"(2/a/b,0["x",{}])", {T::Event, "/a/b", 0, R"(["x",{}])"});
    row("largest id", R"(218446744073709551615["x"])",
        {T::Event, "/", std::numeric_limits<quint64>::max(), R"(["x"])"});
    row("event, bytes kept", R"(2["x",1.0,12345678901234567890,1e400,-0,"\u0041",{ "b":1, "a":2}])",
        {T::Event, "/", {}, R"(["x",1.0,12345678901234567890,1e400,-0,"\u0041",{ "b":1, "a":2}])"});
    row("error is no reserved name", R"(2["error"])", {T::Event, "/", {}, R"(["error"])"});
    row("connected is no reserved name", R"(2["connected"])",
        {T::Event, "/", {}, R"(["connected"])"});
    row("empty name", R"(2[""])", {T::Event, "/", {}, R"([""])"});
    row("comma within the payload", R"(2["/a,b"])", {T::Event, "/", {}, R"(["/a,b"])"});
    row("namespace in UTF-8", "2/\xC3\xA9,[\"x\"]", {T::Event, "/\xC3\xA9", {}, "[\"x\"]"});
    row("acknowledgement", "312[]", {T::Ack, "/", 12, "[]"});
    row("acknowledgement of a namespace", R"(3/admin,456["bar"])",
        {T::Ack, "/admin", 456, R"(["bar"])"});
    row("acknowledgement that begins with an object", R"(31[{"a":1}])",
        {T::Ack, "/", 1, R"([{"a":1}])"});
    row("connect error", R"(4{"message":"Not authorized"})",
        {T::ConnectError, "/", {}, R"({"message":"Not authorized"})"});
    row("connect error, text", R"(4/admin,"Not authorized")",
        {T::ConnectError, "/admin", {}, R"("Not authorized")"});
    row("binary event", R"(51-["x",{"_placeholder":true,"num":0}])",
        {T::BinaryEvent, "/", {}, R"(["x",{"_placeholder":true,"num":0}])", 1});
    row("binary event, all parts", R"(510-/admin,456["x"])",
        {T::BinaryEvent, "/admin", 456, R"(["x"])", 10});
    row("binary event without attachments", R"(50-["x"])",
        {T::BinaryEvent, "/", {}, R"(["x"])", 0});
    row("binary acknowledgement", R"(61-/admin,456[{"_placeholder":true,"num":0}])",
        {T::BinaryAck, "/admin", 456, R"([{"_placeholder":true,"num":0}])", 1});
    row("64 levels", "2[\"x\"," + QByteArray(63, '[') + QByteArray(63, ']') + "]",
        {T::Event, "/", {}, "[\"x\"," + QByteArray(63, '[') + QByteArray(63, ']') + "]"});
}

void TestSocketIo::packets()
{
    QFETCH(QByteArray, wire);
    QFETCH(Packet, packet);
    const auto decoded = decode(wire);
    QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().message));
    QVERIFY(*decoded == packet);
    QCOMPARE(encode(packet), wire);
}

void TestSocketIo::lenient_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<Packet>("packet");
    using T = PacketType;
    QTest::newRow("namespace without comma")
        << QByteArray("0/admin") << Packet{T::Connect, "/admin"};
    QTest::newRow("default namespace, named") << QByteArray("0/,") << Packet{T::Connect};
    QTest::newRow("default namespace, named, no comma") << QByteArray("0/") << Packet{T::Connect};
    QTest::newRow("query") << QByteArray("0/admin?token=1234&uid=abcd,")
                           << Packet{T::Connect, "/admin"};
    QTest::newRow("query, no comma")
        << QByteArray("0/admin?token=1234") << Packet{T::Connect, "/admin"};
    QTest::newRow("query of the default namespace")
        << QByteArray(R"(0/?a=b,{"c":1})") << Packet{T::Connect, "/", {}, R"({"c":1})"};
    QTest::newRow("id with leading zeros")
        << QByteArray(R"(2007["x"])") << Packet{T::Event, "/", 7, R"(["x"])"};
    QTest::newRow("white space in the payload")
        << QByteArray("2 [ \"x\" ]\n") << Packet{T::Event, "/", {}, " [ \"x\" ]\n"};
}

void TestSocketIo::lenient()
{
    QFETCH(QByteArray, wire);
    QFETCH(Packet, packet);
    const auto decoded = decode(wire);
    QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().message));
    QVERIFY(*decoded == packet);
}

void TestSocketIo::illegal_data()
{
    QTest::addColumn<QByteArray>("wire");
    const auto row = [](const char *name, const QByteArray &wire) { QTest::newRow(name) << wire; };

    row("null", QByteArray());
    row("empty", "");
    row("type 7", R"(7["x"])");
    row("letter", "abc");
    row("minus", R"(-2["x"])");
    row("only JSON", R"(["x"])");
    row("space first", R"( 2["x"])");

    row("event without payload", "2");
    row("event of a namespace without payload", "2/admin,");
    row("event of a namespace without comma", R"(2/admin["x"])");
    row("event with id only", "212");
    row("empty event", "2[]");
    row("empty event with space", "2[ ]");
    row("event of an object", R"(2{"a":1})");
    row("event of a string", R"(2"x")");
    row("event of a number", "2/,1");
    row("event of null", "2null");
    row("object as name", R"(2[{"a":1}])");
    row("number as name", "2[1]");
    row("number as name, with more", R"(2[1,"x"])");
    row("null as name", R"(2[null,"x"])");
    row("true as name", "2[true]");
    row("array as name", R"(2[["x"]])");
    row("placeholder as name", R"(51-[{"_placeholder":true,"num":0}])");
    row("name connect", R"(2["connect"])");
    row("name connect_error", R"(2["connect_error"])");
    row("name disconnect", R"(2["disconnect"])");
    row("name disconnecting", R"(2["disconnecting"])");
    row("name newListener", R"(2["newListener"])");
    row("name removeListener", R"(2["removeListener"])");
    row("name __disconnect_final", R"(2["__disconnect_final"])");
    row("name connect, escaped", R"(2["\u0063onnect"])");
    row("name connect, of a namespace", R"(2/admin,1["connect",1])");
    row("name connect, binary", R"(50-["connect"])");
    row("name disconnect, with space", R"(2[ "disconnect" ])");

    row("trailing text", R"(2["x"]x)");
    row("trailing array", R"(2["x"][])");
    row("unclosed", R"(2["x")");
    row("unclosed string", R"(2["x)");
    row("not UTF-8", "2[\"x\xFF\"]");
    row("lone surrogate", R"(2["\ud800"])");
    row("65 levels", "2[\"x\"," + QByteArray(64, '[') + QByteArray(64, ']') + "]");
    row("100,000 levels", "2[\"x\"," + QByteArray(100'000, '['));
    row("NaN", R"(2["x",NaN])");
    row("NUL after", QByteArray("2[\"x\"]\0", 7));

    row("id beyond 64 bits", R"(218446744073709551616["x"])");
    row("id of 21 digits", R"(2000000000000000000001["x"])");
    row("id of a million digits", "2" + QByteArray(1'000'000, '9') + "[\"x\"]");
    row("negative id", R"(2-1["x"])");
    row("fractional id", R"(21.5["x"])");
    row("id of connect", "01{}");
    row("id alone of connect", "01");
    row("id of disconnect", "11");

    row("connect with array", "0[]");
    row("connect with string", R"(0"x")");
    row("connect with null", "0null");
    row("connect with broken object", "0{");
    row("connect with duplicated object", "0{}{}");
    row("disconnect with payload", "1{}");
    row("disconnect from a namespace with payload", "1/admin,[]");
    row("connect error without payload", "4");
    row("connect error with array", "4[]");
    row("connect error with number", "41");

    row("acknowledgement without id", "3[]");
    row("acknowledgement without payload", "31");
    row("acknowledgement with object", "31{}");
    row("acknowledgement with string", R"(31"x")");
    row("binary acknowledgement without id", "60-[]");

    row("no count", R"(5["a"])");
    row("no count before the dash", R"(5-["a"])");
    row("no count, acknowledgement", "6-1[]");
    row("no dash", R"(51["a"])");
    row("nothing after the count", "51");
    row("nothing after the dash", "51-");
    row("nothing after the dash, namespace", "51-/a,");
    row("11 attachments", R"(511-["x"])");
    row("99 attachments", R"(599-["x"])");
    row("100 attachments", R"(5100-["x"])");
    row("2^32 attachments", R"(54294967296-["x"])");
    row("a million digits of attachments", "5" + QByteArray(1'000'000, '1') + "-[\"x\"]");
    row("leading zero", R"(501-["x"])");
    row("fractional count", R"(51.0-["x"])");
    row("exponent as count", R"(51e1-["x"])");
    row("negative count", R"(5-1-["x"])");
    row("plus", R"(5+1-["x"])");
    row("space before the count", R"(5 1-["x"])");
    row("count Infinity", R"(5Infinity-["x"])");
    row("count of a plain event", R"(21-["x"])");
    row("count of connect", "01-{}");
    row("namespace before the count", R"(5/admin,1-["x"])");

    row("namespace with a control character", "0/ad\nmin,");
    row("namespace with NUL", QByteArray("0/a\0,", 5));
    row("namespace with DEL", "0/a\x7F,");
    row("namespace that is not UTF-8", "0/\xFF,");
    row("namespace without slash", "0admin,");
}

void TestSocketIo::illegal()
{
    QFETCH(QByteArray, wire);
    const auto decoded = decode(wire);
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().code, ErrorCode::BadRequest);
    QVERIFY(!decoded.error().message.isEmpty());
}

void TestSocketIo::prefixesAndMutations()
{
    const QByteArray wires[] = {
        R"(52-/admin?x,12["na\u006de",{"_placeholder":true,"num":0},[1e400,{"é":null}]])",
        R"(0/admin,{"token":"x"})",
        R"(3/a,99[{"b":[true,false]}])",
    };
    QRandomGenerator random(17);
    for (const QByteArray &wire : wires) {
        QVERIFY(decode(wire));
        for (qsizetype i = 0; i < wire.size(); ++i)
            (void)decode(QByteArray(wire.constData(), i));
        for (int round = 0; round < 20'000; ++round) {
            QByteArray mutated = wire;
            for (int i = random.bounded(1, 4); i > 0; --i)
                mutated[random.bounded(int(mutated.size()))] = char(random.bounded(256));
            mutated.squeeze();
            const auto decoded = decode(mutated);
            if (!decoded) {
                QCOMPARE(decoded.error().code, ErrorCode::BadRequest);
                continue;
            }
            QVERIFY(decoded->attachments >= 0 && decoded->attachments <= MaxAttachments);
            QVERIFY(decoded->nsp.startsWith('/'));
            // What was accepted once is accepted again, as the same.
            const auto again = decode(encode(*decoded));
            QVERIFY(again && *again == *decoded);
        }
    }
}

void TestSocketIo::eventNames_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("plain") << QByteArray(R"(["foo",1])") << QByteArray("foo");
    QTest::newRow("empty") << QByteArray(R"([""])") << QByteArray("");
    QTest::newRow("escaped") << QByteArray(R"(["a\"\u00e9]"])") << QByteArray("a\"\xC3\xA9]");
    QTest::newRow("space") << QByteArray(" [\n\t\"foo\" , 1]") << QByteArray("foo");
    QTest::newRow("unchecked: no payload") << QByteArray() << QByteArray();
    QTest::newRow("unchecked: empty array") << QByteArray("[]") << QByteArray();
    QTest::newRow("unchecked: number") << QByteArray("[1]") << QByteArray();
    QTest::newRow("unchecked: open string") << QByteArray("[\"a") << QByteArray();
}

void TestSocketIo::eventNames()
{
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, name);
    QCOMPARE(eventName(payload), name);
}

void TestSocketIo::argumentsKeepTheirBytes()
{
    const auto arguments = Arguments::fromPayload(
        R"(["name", 1.0 ,12345678901234567890,1e400,-0,"\u0041",{ "b":1, "a":2},null,[ ]])", true);
    QVERIFY(arguments);
    QCOMPARE(arguments->size(), 8);
    QVERIFY(!arguments->isEmpty());
    const QByteArrayList expected{"1.0",         "12345678901234567890", "1e400", "-0",
                                  R"("\u0041")", R"({ "b":1, "a":2})",   "null",  "[ ]"};
    for (qsizetype i = 0; i < expected.size(); ++i)
        QCOMPARE(arguments->json(i), expected.at(i));
    QVERIFY(arguments->json(8).isNull());
    QVERIFY(arguments->json(-1).isNull());
    QVERIFY(arguments->attachments().isEmpty());
}

void TestSocketIo::argumentsWithoutName()
{
    const auto acknowledged = Arguments::fromPayload(R"(["a",2])", false);
    QVERIFY(acknowledged);
    QCOMPARE(acknowledged->size(), 2);
    QCOMPARE(acknowledged->json(0), QByteArray(R"("a")"));
    const auto none = Arguments::fromPayload("[]", false);
    QVERIFY(none);
    QVERIFY(none->isEmpty());
    const auto onlyName = Arguments::fromPayload(R"(["a"])", true);
    QVERIFY(onlyName);
    QVERIFY(onlyName->isEmpty());
}

void TestSocketIo::illegalPayloads_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("empty array") << QByteArray("[]");
    QTest::newRow("object") << QByteArray("{}");
    QTest::newRow("broken") << QByteArray("[\"a\"");
    QTest::newRow("two") << QByteArray("[\"a\"][]");
}

void TestSocketIo::illegalPayloads()
{
    QFETCH(QByteArray, payload);
    const auto arguments = Arguments::fromPayload(payload, true);
    QVERIFY(!arguments);
    QCOMPARE(arguments.error().code, ErrorCode::BadRequest);
}

void TestSocketIo::argumentValues_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("object") << QByteArray(R"({"a":[1]})")
                            << QJsonValue(QJsonObject{{QStringLiteral("a"), QJsonArray{1}}});
    QTest::newRow("array") << QByteArray("[ ]") << QJsonValue(QJsonArray());
    QTest::newRow("string") << QByteArray(R"("\u00e9")") << QJsonValue(QStringLiteral("é"));
    QTest::newRow("number") << QByteArray("1.5") << QJsonValue(1.5);
    QTest::newRow("true") << QByteArray("true") << QJsonValue(true);
    QTest::newRow("null") << QByteArray("null") << QJsonValue(QJsonValue::Null);
    QTest::newRow("beyond a double") << QByteArray("[1e400]") << QJsonValue(QJsonValue::Undefined);
}

void TestSocketIo::argumentValues()
{
    QFETCH(QByteArray, json);
    QFETCH(QJsonValue, value);
    const auto arguments = Arguments::fromPayload("[" + json + "]", false);
    QVERIFY(arguments);
    QCOMPARE(arguments->value(0), value);
    QCOMPARE(arguments->json(0), json);
    QVERIFY(arguments->value(1).isUndefined());
    QVERIFY(arguments->value(-1).isUndefined());
}

void TestSocketIo::argumentsForSending()
{
    Arguments arguments;
    arguments << QJsonValue(QStringLiteral("a\"é")) << QJsonValue(1) << QJsonValue(true)
              << QJsonValue(QJsonValue::Null)
              << QJsonObject{{QStringLiteral("k"), QJsonArray{1.5, QStringLiteral("v")}}};
    arguments.addJson("12345678901234567890");
    QCOMPARE(arguments.size(), 6);
    QCOMPARE(arguments.json(0), QByteArray("\"a\\\"é\""));
    QCOMPARE(arguments.json(1), QByteArray("1"));
    QCOMPARE(arguments.json(2), QByteArray("true"));
    QCOMPARE(arguments.json(3), QByteArray("null"));
    QCOMPARE(arguments.json(4), QByteArray(R"({"k":[1.5,"v"]})"));
    QCOMPARE(arguments.json(5), QByteArray("12345678901234567890"));

    const OutgoingMessage event = encodeEvent("/", "x", arguments);
    QCOMPARE(
        event.text,
        QByteArray("2[\"x\",\"a\\\"é\",1,true,null,{\"k\":[1.5,\"v\"]},12345678901234567890]"));
    QVERIFY(event.attachments.isEmpty());
}

void TestSocketIo::binaryArguments()
{
    Arguments arguments;
    arguments.addBinary("one").addJson("2").addBinary(QByteArray("\0", 1));
    const QByteArrayList attached{"one", QByteArray("\0", 1)};
    QCOMPARE(arguments.attachments(), attached);
    QCOMPARE(arguments.binary(0), std::optional<QByteArray>("one"));
    QVERIFY(!arguments.binary(1));
    QCOMPARE(arguments.binary(2), std::optional<QByteArray>(QByteArray("\0", 1)));
    QVERIFY(!arguments.binary(3));

    const OutgoingMessage event = encodeEvent("/admin", "x", arguments, 7);
    QCOMPARE(
        event.text,
        QByteArray(
            R"(52-/admin,7["x",{"_placeholder":true,"num":0},2,{"_placeholder":true,"num":1}])"));
    QCOMPARE(event.attachments, attached);

    const OutgoingMessage ack = encodeAck("/", 8, arguments);
    QCOMPARE(ack.text,
             QByteArray(R"(62-8[{"_placeholder":true,"num":0},2,{"_placeholder":true,"num":1}])"));
    QCOMPARE(ack.attachments, attached);
    QVERIFY(decode(event.text));
    QVERIFY(decode(ack.text));
}

void TestSocketIo::passedOnAsItCame()
{
    const QByteArray payload(
        R"(["x",{"a":1.0,"b":{"_placeholder":true,"num":1}},{"num":0,"_placeholder":true}])");
    const QByteArrayList attachments{"first", "second"};
    const auto arguments = Arguments::fromPayload(payload, true, attachments);
    QVERIFY(arguments);
    QVERIFY(!arguments->binary(0));
    QCOMPARE(arguments->binary(1), std::optional<QByteArray>("first"));
    const OutgoingMessage event = encodeEvent("/", eventName(payload), *arguments);
    QCOMPARE(event.text, "52-" + payload);
    QCOMPARE(event.attachments, attachments);
}

void TestSocketIo::sends()
{
    QCOMPARE(encodeEvent("/", "x", {}).text, QByteArray(R"(2["x"])"));
    QCOMPARE(encodeEvent("/", {}, {}).text, QByteArray(R"(2[""])"));
    QCOMPARE(encodeEvent("/", "a\"\n", {}, 0).text, QByteArray(R"(20["a\"\n"])"));
    QCOMPARE(encodeAck("/", 3, {}).text, QByteArray("33[]"));
    QCOMPARE(encodeAck("/a", 3, Arguments().addJson("1.0")).text, QByteArray("3/a,3[1.0]"));
    QCOMPARE(encodeConnect("/", "abc"), QByteArray(R"(0{"sid":"abc"})"));
    QCOMPARE(encodeConnect("/a", "abc"), QByteArray(R"(0/a,{"sid":"abc"})"));
    QCOMPARE(encodeConnectError("/a", "Invalid \"namespace\""),
             QByteArray(R"(4/a,{"message":"Invalid \"namespace\""})"));
    const QJsonObject data{{QStringLiteral("code"), QStringLiteral("invalid_token")}};
    QCOMPARE(encodeConnectError("/", "No", data),
             QByteArray(R"(4{"message":"No","data":{"code":"invalid_token"}})"));
    QCOMPARE(encodeDisconnect("/"), QByteArray("1"));
    QCOMPARE(encodeDisconnect("/a"), QByteArray("1/a,"));
}

QTEST_APPLESS_MAIN(TestSocketIo)
#include "tst_socketio.moc"
