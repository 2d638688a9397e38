// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/websocketguard.h"

#include <QTest>

#include <limits>

using namespace Signalbox;

namespace {

constexpr qint64 MaxMessage = 70'000;
constexpr int MaxFragments = 4;

enum Opcode { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

QByteArray head(int opcode, quint64 length, bool isFinal = true, int reserved = 0)
{
    QByteArray bytes;
    bytes += char((isFinal ? 0x80 : 0) | reserved | opcode);
    if (length < 126) {
        bytes += char(0x80 | length);
    } else if (length <= 0xffff) {
        bytes += char(0x80 | 126);
        bytes += char(length >> 8);
        bytes += char(length);
    } else {
        bytes += char(0x80 | 127);
        for (int shift = 56; shift >= 0; shift -= 8)
            bytes += char(length >> shift);
    }
    return bytes;
}

// The payload is full of bytes that would be refused as a header.
QByteArray frame(int opcode, qsizetype length, bool isFinal = true)
{
    return head(opcode, quint64(length), isFinal) + "mask" + QByteArray(length, '\x7f');
}

QByteArray raw(const char *hex)
{
    return QByteArray::fromHex(hex);
}

} // namespace

class TestWebSocketGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inspectsAnySplit_data();
    void inspectsAnySplit();
    void refusesAtFirstByte_data();
    void refusesAtFirstByte();
    void staysRefused();
    void longConversation();
    void largestLimit();
};

void TestWebSocketGuard::inspectsAnySplit_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");

    const auto row = [](const char *name, int code, const QByteArray &bytes) {
        QTest::newRow(name) << bytes << code;
    };

    row("text", 0, frame(Text, 5));
    row("binary", 0, frame(Binary, 5));
    row("empty", 0, frame(Text, 0));
    row("several", 0, frame(Text, 5) + frame(Binary, 0) + frame(Text, 125));
    row("two bytes of length", 0, frame(Text, 126) + frame(Text, 5));
    row("most in two bytes", 0, frame(Text, 65'535) + frame(Text, 5));
    row("eight bytes of length", 0, frame(Text, 65'536) + frame(Text, 5));
    row("control frames", 0, frame(Ping, 0) + frame(Pong, 125) + frame(Close, 2));
    row("fragments", 0,
        frame(Text, 5, false) + frame(Continuation, 5, false) + frame(Continuation, 5));
    row("control frames between fragments", 0,
        frame(Text, 5, false) + frame(Ping, 5) + frame(Pong, 5) + frame(Ping, 5) + frame(Ping, 5)
            + frame(Continuation, 5) + frame(Text, 1));

    row("unmasked text", 1002, raw("810568656c6c6f"));
    row("unmasked ping", 1002, raw("8900"));
    row("unmasked after a good one", 1002, frame(Text, 5) + raw("8100"));
    row("RSV1", 1002, head(Text, 1, true, 0x40) + "maskx");
    row("RSV2", 1002, head(Text, 1, true, 0x20) + "maskx");
    row("RSV3", 1002, head(Ping, 1, true, 0x10) + "maskx");
    for (const int opcode : {3, 4, 5, 6, 7, 11, 12, 13, 14, 15})
        row(qPrintable(QStringLiteral("opcode %1").arg(opcode)), 1002, frame(opcode, 1));
    row("fragmented ping", 1002, frame(Ping, 1, false));
    row("fragmented close", 1002, frame(Close, 2, false));
    row("long ping", 1002, frame(Ping, 126));
    row("very long close", 1002, head(Close, 70'000));
    row("long length in two bytes", 1002, raw("81fe007d"));
    row("long length in eight bytes", 1002, raw("81ff000000000000007d"));
    row("65535 in eight bytes", 1002, raw("81ff000000000000ffff"));
    row("top bit of the length", 1002, raw("81ff8000000000000000"));
    row("all bits of the length", 1002, raw("81ffffffffffffffffff"));
    row("continuation of nothing", 1002, frame(Continuation, 1));
    row("continuation of a whole message", 1002, frame(Text, 1) + frame(Continuation, 1));
    row("continuation after the last", 1002,
        frame(Text, 1, false) + frame(Continuation, 1) + frame(Continuation, 1));
    row("message within a message", 1002, frame(Text, 1, false) + frame(Text, 1));
    row("binary within a message", 1002, frame(Text, 1, false) + frame(Ping, 0) + frame(Binary, 1));

    row("largest message", 0, frame(Text, MaxMessage) + frame(Text, MaxMessage));
    row("larger message", 1009, head(Text, MaxMessage + 1));
    row("largest announcement", 1009, raw("81ff7fffffffffffffff"));
    row("largest in fragments", 0,
        frame(Text, 10, false) + frame(Ping, 100) + frame(Continuation, MaxMessage - 10));
    row("larger in fragments", 1009,
        frame(Text, 10, false) + frame(Continuation, 1, false)
            + head(Continuation, MaxMessage - 10));
    row("overflow in sum", 1009, frame(Text, 10, false) + raw("80ff7fffffffffffffff"));

    row("most fragments", 0,
        frame(Text, 1, false) + frame(Continuation, 1, false) + frame(Continuation, 1, false)
            + frame(Continuation, 1) + frame(Text, 1, false));
    row("too many fragments", 1008,
        frame(Text, 1, false) + frame(Continuation, 1, false) + frame(Continuation, 1, false)
            + frame(Continuation, 1, false) + frame(Continuation, 1));
    row("too many empty fragments", 1008,
        frame(Text, 0, false) + frame(Continuation, 0, false) + frame(Continuation, 0, false)
            + frame(Continuation, 0, false) + frame(Continuation, 0, false));
    row("too many fragments between pings", 1008,
        frame(Text, 0, false) + frame(Ping, 0) + frame(Continuation, 0, false) + frame(Ping, 0)
            + frame(Continuation, 0, false) + frame(Ping, 0) + frame(Continuation, 0, false)
            + frame(Ping, 0) + frame(Continuation, 0));
}

void TestWebSocketGuard::inspectsAnySplit()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, code);

    WebSocketGuard whole(MaxMessage, MaxFragments);
    QCOMPARE(int(whole.inspect(bytes)), code);

    WebSocketGuard single(MaxMessage, MaxFragments);
    quint16 result = 0;
    for (qsizetype i = 0; i < bytes.size() && result == 0; ++i)
        result = single.inspect(QByteArrayView(bytes).sliced(i, 1));
    QCOMPARE(int(result), code);

    for (qsizetype i = 0; i <= bytes.size(); ++i) {
        WebSocketGuard guard(MaxMessage, MaxFragments);
        const quint16 first = guard.inspect(QByteArrayView(bytes).first(i));
        const quint16 second = guard.inspect(QByteArrayView(bytes).sliced(i));
        QVERIFY(first == 0 || first == code);
        QCOMPARE(int(second), code);
    }
}

void TestWebSocketGuard::refusesAtFirstByte_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    // Each is refused at its last byte, and not before it.
    QTest::newRow("reserved bit") << raw("c1") << 1002;
    QTest::newRow("opcode") << raw("83") << 1002;
    QTest::newRow("mask") << raw("8105") << 1002;
    QTest::newRow("control length") << raw("89fe") << 1002;
    QTest::newRow("length in two bytes") << raw("81fe0001") << 1002;
    QTest::newRow("announced length") << raw("82ff0000000000011171") << 1009; // 70001
    QTest::newRow("second frame") << frame(Text, 3) + raw("80") << 1002;
}

void TestWebSocketGuard::refusesAtFirstByte()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, code);
    WebSocketGuard guard(MaxMessage, MaxFragments);
    QCOMPARE(int(guard.inspect(QByteArrayView(bytes).chopped(1))), 0);
    QCOMPARE(int(guard.inspect(QByteArrayView(bytes).last(1))), code);
}

void TestWebSocketGuard::staysRefused()
{
    WebSocketGuard guard(MaxMessage, MaxFragments);
    QCOMPARE(int(guard.inspect(head(Text, MaxMessage + 1))), 1009);
    QCOMPARE(int(guard.inspect(frame(Text, 1))), 1009);
    QCOMPARE(int(guard.inspect({})), 1009);
}

void TestWebSocketGuard::longConversation()
{
    // Nothing adds up over messages; and the state is as small as it is said to be.
    QVERIFY(sizeof(WebSocketGuard) <= 56);
    WebSocketGuard guard(MaxMessage, MaxFragments);
    const QByteArray bytes =
        frame(Text, 40'000, false) + frame(Ping, 10) + frame(Continuation, 30'000);
    for (int i = 0; i < 1'000; ++i)
        QCOMPARE(int(guard.inspect(bytes)), 0);
}

void TestWebSocketGuard::largestLimit()
{
    WebSocketGuard guard(std::numeric_limits<qint64>::max() - 4);
    QCOMPARE(int(guard.inspect(raw("81ff7ffffffffffffffb"))), 0);
    QCOMPARE(int(guard.inspect("mask and data")), 0);
}

QTEST_APPLESS_MAIN(TestWebSocketGuard)
#include "tst_websocketguard.moc"
