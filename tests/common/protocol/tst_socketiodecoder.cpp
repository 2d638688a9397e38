// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/socketio.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Signalbox;
using namespace Signalbox::SocketIo;

class TestSocketIoDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textAlone();
    void attachments();
    void tenAttachments();
    void noneAnnounced_data();
    void noneAnnounced();
    void binaryWithoutText();
    void oneBinaryTooMany();
    void textWhilePartial();
    void illegal_data();
    void illegal();
    void placeholderInPlainEvent();
    void anySequence();
};

void TestSocketIoDecoder::textAlone()
{
    Decoder decoder;
    const auto message = decoder.addText(R"(2/admin,7["x",1.0])");
    QVERIFY(message && *message);
    const Packet expected{PacketType::Event, "/admin", 7, R"(["x",1.0])"};
    QVERIFY((*message)->packet == expected);
    QVERIFY((*message)->attachments.isEmpty());
    QVERIFY(!decoder.isPartial());
}

void TestSocketIoDecoder::attachments()
{
    Decoder decoder;
    // Twice, for a decoder is used again.
    for (int round = 0; round < 2; ++round) {
        auto message = decoder.addText(
            R"(52-/a,["x",{"_placeholder":true,"num":1},[{"y":{"_placeholder":true,"num":0}}]])");
        QVERIFY(message && !*message);
        QVERIFY(decoder.isPartial());
        message = decoder.addBinary(QByteArray("\0\x01", 2));
        QVERIFY(message && !*message);
        QVERIFY(decoder.isPartial());
        message = decoder.addBinary("");
        QVERIFY(message && *message);
        QVERIFY(!decoder.isPartial());
        const QByteArrayList expected{QByteArray("\0\x01", 2), ""};
        QCOMPARE((*message)->attachments, expected);
        QCOMPARE((*message)->packet.nsp, QByteArray("/a"));
        QCOMPARE((*message)->packet.attachments, 2);
        QCOMPARE((*message)->packet.type, PacketType::BinaryEvent);

        const auto arguments =
            Arguments::fromPayload((*message)->packet.payload, true, (*message)->attachments);
        QVERIFY(arguments);
        QCOMPARE(arguments->binary(0), std::optional<QByteArray>(""));
        QVERIFY(!arguments->binary(1));
    }
}

void TestSocketIoDecoder::tenAttachments()
{
    Decoder decoder;
    QVERIFY(decoder.addText(R"(610-3[{"_placeholder":true,"num":9}])"));
    for (int i = 0; i < 9; ++i) {
        const auto message = decoder.addBinary(QByteArray::number(i));
        QVERIFY(message && !*message);
    }
    const auto message = decoder.addBinary("9");
    QVERIFY(message && *message);
    QCOMPARE((*message)->attachments.size(), 10);
    QCOMPARE((*message)->attachments.at(9), QByteArray("9"));
}

void TestSocketIoDecoder::noneAnnounced_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("event") << QByteArray(R"(50-["x"])");
    QTest::newRow("acknowledgement") << QByteArray("60-1[]");
}

void TestSocketIoDecoder::noneAnnounced()
{
    QFETCH(QByteArray, text);
    Decoder decoder;
    const auto message = decoder.addText(text);
    QVERIFY(message && *message);
    QVERIFY(!decoder.isPartial());
    QVERIFY(!decoder.addBinary("x"));
}

void TestSocketIoDecoder::binaryWithoutText()
{
    Decoder decoder;
    const auto message = decoder.addBinary("x");
    QVERIFY(!message);
    QCOMPARE(message.error().code, ErrorCode::BadRequest);
    QVERIFY(!decoder.isPartial());
}

void TestSocketIoDecoder::oneBinaryTooMany()
{
    Decoder decoder;
    QVERIFY(decoder.addText(R"(51-["x",{"_placeholder":true,"num":0}])"));
    QVERIFY(decoder.addBinary("1"));
    QVERIFY(!decoder.addBinary("2"));
}

void TestSocketIoDecoder::textWhilePartial()
{
    Decoder decoder;
    QVERIFY(decoder.addText(R"(52-["x"])"));
    QVERIFY(decoder.addBinary("1"));
    const auto message = decoder.addText(R"(2["y"])");
    QVERIFY(!message);
    QCOMPARE(message.error().code, ErrorCode::BadRequest);
    // What was kept is gone: the rest of it finds nothing.
    QVERIFY(!decoder.isPartial());
    QVERIFY(!decoder.addBinary("2"));
}

void TestSocketIoDecoder::illegal_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("malformed") << QByteArray("2[]");
    QTest::newRow("text num") << QByteArray(R"(51-["x",{"_placeholder":true,"num":"splice"}])");
    QTest::newRow("fraction") << QByteArray(R"(52-["x",{"_placeholder":true,"num":1.5}])");
    QTest::newRow("negative") << QByteArray(R"(51-["x",{"_placeholder":true,"num":-1}])");
    QTest::newRow("huge") << QByteArray(R"(51-["x",{"_placeholder":true,"num":99999999999}])");
    QTest::newRow("out of range") << QByteArray(R"(51-["x",{"_placeholder":true,"num":1}])");
    QTest::newRow("no num") << QByteArray(R"(51-["x",{"_placeholder":true}])");
    QTest::newRow("none announced") << QByteArray(R"(50-["x",{"_placeholder":true,"num":0}])");
    QTest::newRow("deep") << QByteArray(R"(51-["x",[[{"a":{"_placeholder":true,"num":1}}]]])");
    QTest::newRow("acknowledgement") << QByteArray(R"(61-1[{"_placeholder":true,"num":"0"}])");
    QTest::newRow("eleven") << QByteArray(R"(511-["x"])");
    QTest::newRow("billions") << QByteArray(R"(59999999999-["x"])");
}

void TestSocketIoDecoder::illegal()
{
    QFETCH(QByteArray, text);
    Decoder decoder;
    const auto message = decoder.addText(text);
    QVERIFY(!message);
    QCOMPARE(message.error().code, ErrorCode::BadRequest);
    QVERIFY(!decoder.isPartial());
    QVERIFY(!decoder.addBinary("x"));
}

void TestSocketIoDecoder::placeholderInPlainEvent()
{
    // Without attachments it is an object like any other.
    Decoder decoder;
    const auto message = decoder.addText(R"(2["x",{"_placeholder":true,"num":"splice"}])");
    QVERIFY(message && *message);
    const auto arguments = Arguments::fromPayload((*message)->packet.payload, true);
    QVERIFY(arguments);
    QVERIFY(!arguments->binary(0));
    QCOMPARE(arguments->json(0), QByteArray(R"({"_placeholder":true,"num":"splice"})"));
}

void TestSocketIoDecoder::anySequence()
{
    static const QByteArray texts[] = {R"(2["x"])",
                                       R"(50-["x"])",
                                       R"(51-["x",{"_placeholder":true,"num":0}])",
                                       R"(53-["x"])",
                                       "31[]",
                                       R"(62-5[])",
                                       "2[]",
                                       "0",
                                       "x",
                                       ""};
    QRandomGenerator random(13);
    Decoder decoder;
    int missing = 0;
    for (int round = 0; round < 50'000; ++round) {
        const bool isText = random.bounded(2) == 0;
        const QByteArray text = texts[random.bounded(int(std::size(texts)))];
        const auto message = isText ? decoder.addText(text) : decoder.addBinary("b");
        if (isText) {
            QVERIFY(missing == 0 || !message);
            missing = message && !*message ? decode(text)->attachments : 0;
        } else {
            QCOMPARE(message.has_value(), missing > 0);
            missing = std::max(0, missing - 1);
            QCOMPARE(message && *message, message && missing == 0);
        }
        if (message && *message)
            QCOMPARE((*message)->attachments.size(), (*message)->packet.attachments);
        QCOMPARE(decoder.isPartial(), missing > 0);
    }
}

QTEST_APPLESS_MAIN(TestSocketIoDecoder)
#include "tst_socketiodecoder.moc"
