// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/websocketframe.h"

#include <QTest>

using namespace Signalbox;

class TestWebSocketFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encodes_data();
    void encodes();
    void lengths_data();
    void lengths();
    void close_data();
    void close();
};

void TestWebSocketFrame::encodes_data()
{
    QTest::addColumn<WebSocket::Opcode>("opcode");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("bytes");
    // The examples of RFC 6455, section 5.7, and their like.
    QTest::newRow("text") << WebSocket::Opcode::Text << QByteArray("Hello")
                          << QByteArray("\x81\x05Hello");
    QTest::newRow("empty text") << WebSocket::Opcode::Text << QByteArray()
                                << QByteArray("\x81\0", 2);
    QTest::newRow("binary") << WebSocket::Opcode::Binary << QByteArray("\0\xFF", 2)
                            << QByteArray("\x82\x02\0\xFF", 4);
    QTest::newRow("ping") << WebSocket::Opcode::Ping << QByteArray("Hello")
                          << QByteArray("\x89\x05Hello");
    QTest::newRow("pong") << WebSocket::Opcode::Pong << QByteArray("x") << QByteArray("\x8A\x01x");
    QTest::newRow("largest ping") << WebSocket::Opcode::Ping << QByteArray(125, 'p')
                                  << "\x89\x7D" + QByteArray(125, 'p');
}

void TestWebSocketFrame::encodes()
{
    QFETCH(WebSocket::Opcode, opcode);
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, bytes);
    const WebSocket::Frame frame = WebSocket::encode(opcode, payload);
    QCOMPARE(frame.bytes, bytes);
    QCOMPARE(frame.payload().toByteArray(), payload);
    QCOMPARE(frame.isBinary(), opcode == WebSocket::Opcode::Binary);
}

void TestWebSocketFrame::lengths_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("0") << qsizetype(0) << QByteArray("8200");
    QTest::newRow("1") << qsizetype(1) << QByteArray("8201");
    QTest::newRow("125") << qsizetype(125) << QByteArray("827d");
    QTest::newRow("126") << qsizetype(126) << QByteArray("827e007e");
    QTest::newRow("127") << qsizetype(127) << QByteArray("827e007f");
    QTest::newRow("255") << qsizetype(255) << QByteArray("827e00ff");
    QTest::newRow("256") << qsizetype(256) << QByteArray("827e0100");
    QTest::newRow("65535") << qsizetype(65535) << QByteArray("827effff");
    QTest::newRow("65536") << qsizetype(65536) << QByteArray("827f0000000000010000");
    QTest::newRow("1000000") << qsizetype(1'000'000) << QByteArray("827f00000000000f4240");
}

void TestWebSocketFrame::lengths()
{
    QFETCH(qsizetype, size);
    QFETCH(QByteArray, header);
    const QByteArray payload(size, 'x');
    const WebSocket::Frame frame = WebSocket::encode(WebSocket::Opcode::Binary, payload);
    QCOMPARE(frame.bytes.first(frame.headerSize).toHex(), header);
    QVERIFY(frame.payload() == payload);
    QCOMPARE(frame.bytes.size(), frame.headerSize + size);
}

void TestWebSocketFrame::close_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<QByteArray>("sent"); // of the reason
    const QByteArray a122(122, 'a');
    const QByteArray euro("\xE2\x82\xAC");
    const QByteArray smile("\xF0\x9F\x98\x80");
    QTest::newRow("no reason") << 1000 << QByteArray() << QByteArray();
    QTest::newRow("reason") << 4408 << QByteArray("slow consumer") << QByteArray("slow consumer");
    QTest::newRow("123 bytes") << 1012 << a122 + "b" << a122 + "b";
    QTest::newRow("124 bytes") << 1012 << a122 + "bc" << a122 + "b";
    QTest::newRow("very long") << 1012 << QByteArray(70'000, 'z') << QByteArray(123, 'z');
    QTest::newRow("character would be cut after its first byte") << 4403 << a122 + euro << a122;
    QTest::newRow("character would be cut before its last byte")
        << 4403 << a122.first(121) + euro << a122.first(121);
    QTest::newRow("character ends at the limit")
        << 4403 << a122.first(120) + euro + "x" << a122.first(120) + euro;
    QTest::newRow("four bytes") << 4403 << a122.first(120) + smile << a122.first(120);
    QTest::newRow("only continuation bytes") << 4403 << QByteArray(200, '\x80') << QByteArray();
}

void TestWebSocketFrame::close()
{
    QFETCH(int, code);
    QFETCH(QByteArray, reason);
    QFETCH(QByteArray, sent);
    const QByteArray bytes = WebSocket::encodeClose(quint16(code), reason);
    QVERIFY(bytes.size() <= 127);
    QCOMPARE(quint8(bytes[0]), quint8(0x88));
    QCOMPARE(qsizetype(bytes[1]), bytes.size() - 2);
    QCOMPARE(quint8(bytes[2]) * 256 + quint8(bytes[3]), code);
    QCOMPARE(bytes.sliced(4), sent);
    QVERIFY(sent.isValidUtf8());
}

QTEST_APPLESS_MAIN(TestWebSocketFrame)
#include "tst_websocketframe.moc"
