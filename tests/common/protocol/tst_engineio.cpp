// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/engineio.h"
#include "common/protocol/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace Signalbox;
using namespace Signalbox::EngineIo;

Q_DECLARE_METATYPE(Signalbox::EngineIo::Packet)

namespace {

Packet text(PacketType type, const QByteArray &data = {})
{
    return {type, false, data};
}

Packet binary(const QByteArray &data)
{
    return {PacketType::Message, true, data};
}

} // namespace

class TestEngineIo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void texts_data();
    void texts();
    void badTexts_data();
    void badTexts();
    void payloads_data();
    void payloads();
    void badPayloads_data();
    void badPayloads();
    void base64WithoutCanonicalBits();
    void manyTinyPackets();
    void manyEmptyPackets();
    void anyBinaryIsReadBack();
    void prefixesAndMutations();
    void handshake();
    void handshakeErrors_data();
    void handshakeErrors();
};

void TestEngineIo::texts_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<Packet>("packet");
    QTest::newRow("open") << QByteArray("0{}") << text(PacketType::Open, "{}");
    QTest::newRow("close") << QByteArray("1") << text(PacketType::Close);
    QTest::newRow("ping") << QByteArray("2") << text(PacketType::Ping);
    QTest::newRow("ping probe") << QByteArray("2probe") << text(PacketType::Ping, "probe");
    QTest::newRow("pong") << QByteArray("3") << text(PacketType::Pong);
    QTest::newRow("message") << QByteArray("4hello") << text(PacketType::Message, "hello");
    QTest::newRow("empty message") << QByteArray("4") << text(PacketType::Message);
    QTest::newRow("upgrade") << QByteArray("5") << text(PacketType::Upgrade);
    QTest::newRow("noop") << QByteArray("6") << text(PacketType::Noop);
    QTest::newRow("UTF-8") << QByteArray("4\xE2\x82\xAC")
                           << text(PacketType::Message, "\xE2\x82\xAC");
    QTest::newRow("NUL") << QByteArray("4a\0b", 4) << text(PacketType::Message, {"a\0b", 3});
    QTest::newRow("digits") << QByteArray("442") << text(PacketType::Message, "42");
}

void TestEngineIo::texts()
{
    QFETCH(QByteArray, wire);
    QFETCH(Packet, packet);
    const auto decoded = decodeText(wire);
    QVERIFY(decoded);
    QVERIFY(*decoded == packet);
    QCOMPARE(encodeText(packet), wire);
}

void TestEngineIo::badTexts_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::newRow("null") << QByteArray();
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("type 7") << QByteArray("7");
    QTest::newRow("letter") << QByteArray("abc");
    QTest::newRow("base64") << QByteArray("bAQID");
    QTest::newRow("space") << QByteArray(" 4");
    QTest::newRow("slash") << QByteArray("/");
    QTest::newRow("NUL") << QByteArray("\0", 1);
    QTest::newRow("0xFF") << QByteArray("\xFF");
    QTest::newRow("not UTF-8") << QByteArray("4\xC3(");
    QTest::newRow("full-width digit") << QByteArray("\xEF\xBC\x94");
}

void TestEngineIo::badTexts()
{
    QFETCH(QByteArray, wire);
    const auto decoded = decodeText(wire);
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().code, ErrorCode::BadRequest);
    QVERIFY(!decoded.error().message.isEmpty());
}

void TestEngineIo::payloads_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<QList<Packet>>("packets");
    using List = QList<Packet>;
    QTest::newRow("one") << QByteArray("4hello") << List{text(PacketType::Message, "hello")};
    QTest::newRow("three") << QByteArray("4hello\x1e"
                                         "2\x1e"
                                         "4world")
                           << List{text(PacketType::Message, "hello"), text(PacketType::Ping),
                                   text(PacketType::Message, "world")};
    QTest::newRow("empty messages") << QByteArray("4\x1e"
                                                  "4")
                                    << List{text(PacketType::Message), text(PacketType::Message)};
    QTest::newRow("text and binary")
        << QByteArray("4hello\x1e"
                      "bAQIDBA==")
        << List{text(PacketType::Message, "hello"), binary("\x01\x02\x03\x04")};
    QTest::newRow("binary, no padding needed")
        << QByteArray("bAQID") << List{binary("\x01\x02\x03")};
    QTest::newRow("binary, one padding") << QByteArray("bAQI=") << List{binary("\x01\x02")};
    QTest::newRow("empty binary") << QByteArray("b") << List{binary("")};
    QTest::newRow("binary with + and /") << QByteArray("b+/8=") << List{binary("\xFB\xFF")};
    QTest::newRow("binary first") << QByteArray("bAA==\x1e"
                                                "4x")
                                  << List{binary({"\0", 1}), text(PacketType::Message, "x")};
    QTest::newRow("UTF-8") << QByteArray("4\xE2\x82\xAC\x1e"
                                         "4\xF0\x9F\x98\x80")
                           << List{text(PacketType::Message, "\xE2\x82\xAC"),
                                   text(PacketType::Message, "\xF0\x9F\x98\x80")};
}

void TestEngineIo::payloads()
{
    QFETCH(QByteArray, wire);
    QFETCH(QList<Packet>, packets);
    const auto decoded = decodePayload(wire);
    QVERIFY(decoded);
    QVERIFY(*decoded == packets);
    QByteArray encoded;
    for (const Packet &packet : packets)
        appendToPayload(encoded, packet);
    QCOMPARE(encoded, wire);
}

void TestEngineIo::badPayloads_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::newRow("null") << QByteArray();
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("only a separator") << QByteArray("\x1e");
    QTest::newRow("leading separator") << QByteArray("\x1e"
                                                     "4a");
    QTest::newRow("trailing separator") << QByteArray("4a\x1e");
    QTest::newRow("two separators") << QByteArray("4a\x1e\x1e"
                                                  "4b");
    QTest::newRow("unknown type") << QByteArray("4a\x1e"
                                                "9b");
    QTest::newRow("unknown type first") << QByteArray("abc");
    QTest::newRow("form encoded") << QByteArray("d=4hello");
    QTest::newRow("length prefixed, of revision 3") << QByteArray("x6:4hello");
    QTest::newRow("new line after") << QByteArray("4a\x1e\n");
    QTest::newRow("base64 alphabet") << QByteArray("bAQ*D");
    QTest::newRow("base64 of URLs") << QByteArray("b-_8=");
    QTest::newRow("base64 without padding") << QByteArray("bAQIDBA");
    QTest::newRow("base64 with half its padding") << QByteArray("bAQIDBA=");
    QTest::newRow("base64 of padding only") << QByteArray("b====");
    QTest::newRow("base64 with too much padding") << QByteArray("bA===");
    QTest::newRow("base64 with padding within") << QByteArray("bAQ==AQID");
    QTest::newRow("base64 with padding before the end") << QByteArray("bAQ=D");
    QTest::newRow("base64 of one character") << QByteArray("bA");
    QTest::newRow("base64 with space") << QByteArray("bAQ D");
    QTest::newRow("base64 with new line") << QByteArray("bAQID\r\n==");
    QTest::newRow("base64 with NUL") << QByteArray("bAQ\0D", 5);
    QTest::newRow("base64 with other bytes") << QByteArray("b\xC3\xA9\xC3\xA9");
    QTest::newRow("not UTF-8") << QByteArray("4a\x1e"
                                             "4\xFF");
    QTest::newRow("character across a separator") << QByteArray("4\xE2\x82\x1e\xAC");
}

void TestEngineIo::badPayloads()
{
    QFETCH(QByteArray, wire);
    const auto decoded = decodePayload(wire);
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().code, ErrorCode::BadRequest);
    QVERIFY(!decoded.error().message.isEmpty());
}

void TestEngineIo::base64WithoutCanonicalBits()
{
    // Bits that the padding leaves over carry nothing (RFC 4648, section 3.5).
    const auto decoded = decodePayload("bAQJ=");
    QVERIFY(!decoded || decoded->first() == binary("\x01\x02"));
}

void TestEngineIo::manyTinyPackets()
{
    QByteArray payload = QByteArray("4\x1e").repeated(500'000);
    payload.chop(1);
    const auto decoded = decodePayload(payload);
    QVERIFY(decoded);
    QCOMPARE(decoded->size(), 500'000);
    QVERIFY(decoded->last() == text(PacketType::Message));

    payload = QByteArray("bAAAA\x1e").repeated(170'000) + "2";
    const auto binaries = decodePayload(payload);
    QVERIFY(binaries);
    QCOMPARE(binaries->size(), 170'001);
}

void TestEngineIo::manyEmptyPackets()
{
    QVERIFY(!decodePayload(QByteArray(1'000'000, '\x1e')));
    QVERIFY(!decodePayload("4" + QByteArray(1'000'000, '\x1e')));
}

void TestEngineIo::anyBinaryIsReadBack()
{
    QRandomGenerator random(3);
    for (int size = 0; size < 200; ++size) {
        QByteArray bytes(size, Qt::Uninitialized);
        for (char &c : bytes)
            c = char(random.bounded(256));
        QByteArray payload;
        appendToPayload(payload, binary(bytes));
        appendToPayload(payload, text(PacketType::Noop));
        const auto decoded = decodePayload(payload);
        QVERIFY(decoded);
        QVERIFY(decoded->first() == binary(bytes));
        QCOMPARE(decoded->size(), 2);
    }
}

void TestEngineIo::prefixesAndMutations()
{
    const QByteArray payload("4hello é\x1e"
                             "bAQIDBA==\x1e"
                             "2probe\x1e"
                             "4");
    for (qsizetype i = 0; i <= payload.size(); ++i)
        (void)decodePayload(QByteArray(payload.constData(), i));
    QRandomGenerator random(11);
    for (int round = 0; round < 20'000; ++round) {
        QByteArray mutated(payload.constData(), random.bounded(1, int(payload.size()) + 1));
        for (int i = random.bounded(1, 4); i > 0; --i)
            mutated[random.bounded(int(mutated.size()))] = char(random.bounded(256));
        if (const auto decoded = decodePayload(mutated)) {
            QCOMPARE(decoded->size(), mutated.count('\x1e') + 1);
            for (const Packet &packet : *decoded)
                QVERIFY(packet.binary || packet.data.isValidUtf8());
        }
    }
}

void TestEngineIo::handshake()
{
    const QByteArray json = encodeHandshake("lv_VI97HAXpY6yYWAAAC", true, 25000, 20000, 1000000);
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const QJsonObject expected{
        {QStringLiteral("sid"), QStringLiteral("lv_VI97HAXpY6yYWAAAC")},
        {QStringLiteral("upgrades"), QJsonArray{QStringLiteral("websocket")}},
        {QStringLiteral("pingInterval"), 25000},
        {QStringLiteral("pingTimeout"), 20000},
        {QStringLiteral("maxPayload"), 1000000}};
    QCOMPARE(object, expected);
    QVERIFY(Json::members(json));

    const QByteArray noUpgrade = encodeHandshake("x", false, 1, 2, 3);
    QCOMPARE(
        noUpgrade,
        QByteArray(R"({"sid":"x","upgrades":[],"pingInterval":1,"pingTimeout":2,"maxPayload":3})"));
}

void TestEngineIo::handshakeErrors_data()
{
    QTest::addColumn<HandshakeError>("error");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("transport") << HandshakeError::UnknownTransport
                               << QByteArray(R"({"code":0,"message":"Transport unknown"})") << 400;
    QTest::newRow("sid") << HandshakeError::UnknownSid
                         << QByteArray(R"({"code":1,"message":"Session ID unknown"})") << 400;
    QTest::newRow("method") << HandshakeError::BadHandshakeMethod
                            << QByteArray(R"({"code":2,"message":"Bad handshake method"})") << 400;
    QTest::newRow("request") << HandshakeError::BadRequest
                             << QByteArray(R"({"code":3,"message":"Bad request"})") << 400;
    QTest::newRow("forbidden") << HandshakeError::Forbidden
                               << QByteArray(R"({"code":4,"message":"Forbidden"})") << 403;
    QTest::newRow("version") << HandshakeError::UnsupportedProtocolVersion
                             << QByteArray(R"({"code":5,"message":"Unsupported protocol version"})")
                             << 400;
}

void TestEngineIo::handshakeErrors()
{
    QFETCH(HandshakeError, error);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QCOMPARE(encode(error), body);
    QCOMPARE(EngineIo::httpStatus(error), status);
}

QTEST_APPLESS_MAIN(TestEngineIo)
#include "tst_engineio.moc"
