// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/chunkeddecoder.h"

#include <QTest>

#include <limits>

using namespace Signalbox;

namespace {

using State = ChunkedDecoder::State;

constexpr qsizetype MaxBody = 100;

struct Outcome
{
    State state = State::NeedsMore;
    QByteArray body;
    qsizetype used = 0;

    bool operator==(const Outcome &) const = default;
};

Outcome decode(const QList<QByteArray> &pieces)
{
    ChunkedDecoder decoder(MaxBody);
    Outcome outcome;
    for (const QByteArray &piece : pieces) {
        outcome.state = decoder.feed(piece);
        outcome.used += decoder.consumed();
        if (outcome.state != State::NeedsMore)
            break;
    }
    if (outcome.state == State::Done)
        outcome.body = decoder.takeBody();
    return outcome;
}

} // namespace

class TestChunkedDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodesAnySplit_data();
    void decodesAnySplit();
    void leavesWhatFollows();
    void boundsOverhead_data();
    void boundsOverhead();
    void noOverflow();
    void finalStatesStay();
    void manySmallChunks();
};

void TestChunkedDecoder::decodesAnySplit_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<State>("state");
    QTest::addColumn<QByteArray>("body");

    const auto ok = [](const char *name, const QByteArray &bytes, const QByteArray &body) {
        QTest::newRow(name) << bytes << State::Done << body;
    };
    const auto bad = [](const char *name, const QByteArray &bytes) {
        QTest::newRow(name) << bytes << State::Malformed << QByteArray();
    };
    const auto large = [](const char *name, const QByteArray &bytes) {
        QTest::newRow(name) << bytes << State::TooLarge << QByteArray();
    };
    const auto part = [](const char *name, const QByteArray &bytes) {
        QTest::newRow(name) << bytes << State::NeedsMore << QByteArray();
    };

    ok("empty", "0\r\n\r\n", "");
    ok("one chunk", "5\r\nhello\r\n0\r\n\r\n", "hello");
    ok("two chunks", "5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n", "hello world");
    ok("hexadecimal", "0A\r\n0123456789\r\na\r\n0123456789\r\n0\r\n\r\n", "01234567890123456789");
    ok("leading zeros", "0000000000000005\r\nhello\r\n0000\r\n\r\n", "hello");
    ok("CRLF within data", "4\r\n\r\n\r\n\r\n0\r\n\r\n", "\r\n\r\n");
    ok("NUL within data", QByteArray("3\r\na\0b\r\n0\r\n\r\n", 13), QByteArray("a\0b", 3));
    ok("extension", "5;name=value\r\nhello\r\n0;last\r\n\r\n", "hello");
    ok("quoted extension", "5;a=\"b;c\"\r\nhello\r\n0\r\n\r\n", "hello");
    ok("trailers", "0\r\nExpires: never\r\nX:\r\n\r\n", "");
    ok("exactly the limit", "64\r\n" + QByteArray(100, 'x') + "\r\n0\r\n\r\n",
       QByteArray(100, 'x'));

    part("nothing", "");
    part("no end", "5\r\nhello\r\n");
    part("no end of trailers", "0\r\n");
    part("no last LF", "0\r\n\r");

    bad("no size", "\r\nhello\r\n0\r\n\r\n");
    bad("prefix", "0x5\r\nhello\r\n0\r\n\r\n");
    bad("sign", "+5\r\nhello\r\n0\r\n\r\n");
    bad("negative", "-1\r\nhello\r\n0\r\n\r\n");
    bad("not hexadecimal", "g\r\nhello\r\n0\r\n\r\n");
    bad("space before the size", " 5\r\nhello\r\n0\r\n\r\n");
    bad("space after the size", "5 \r\nhello\r\n0\r\n\r\n");
    bad("underscore", "1_0\r\nhello\r\n0\r\n\r\n");
    bad("17 digits", "00000000000000005\r\nhello\r\n0\r\n\r\n");
    bad("bare LF after the size", "5\nhello\r\n0\r\n\r\n");
    bad("bare CR after the size", "5\rhello\r\n0\r\n\r\n");
    bad("size only in an extension", ";a=5\r\nhello\r\n0\r\n\r\n");
    bad("bare LF in an extension", "5;a\nhello\r\n0\r\n\r\n");
    bad("bare CR in an extension", "5;a\rb\r\nhello\r\n0\r\n\r\n");
    bad("NUL in an extension", QByteArray("5;\0\r\nhello\r\n0\r\n\r\n", 17));
    bad("chunk longer than its size", "4\r\nhello\r\n0\r\n\r\n");
    bad("chunk shorter than its size", "6\r\nhello\r\n0\r\n\r\n");
    bad("bare LF after the data", "5\r\nhello\n0\r\n\r\n");
    bad("bare LF at the end", "0\r\n\n");
    bad("request for a trailer", "0\r\nGET /admin HTTP/1.1\r\nHost: a\r\n\r\n");
    bad("folded trailer", "0\r\nA: b\r\n c\r\n\r\n");
    bad("trailer without a colon", "0\r\nA\r\n\r\n");
    bad("trailer without a name", "0\r\n: a\r\n\r\n");
    bad("space before the colon", "0\r\nA : b\r\n\r\n");
    bad("bare LF in a trailer", "0\r\nA: b\n\r\n");
    bad("NUL in a trailer", QByteArray("0\r\nA: \0\r\n\r\n", 11));

    large("over the limit", "65\r\n");
    large("over the limit in sum", "32\r\n" + QByteArray(50, 'x') + "\r\n33\r\n");
    large("as large as can be said", "ffffffffffffffff\r\n");
    large("the sign's bit", "8000000000000000\r\n");
    large("would overflow to 5", "10000000000000005\r\n");
}

void TestChunkedDecoder::decodesAnySplit()
{
    QFETCH(const QByteArray, bytes);
    const Outcome whole = decode({bytes});
    QTEST(whole.state, "state");
    QTEST(whole.body, "body");
    if (whole.state == State::Done || whole.state == State::NeedsMore)
        QCOMPARE(whole.used, bytes.size());

    QList<QByteArray> single;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        single.append(bytes.sliced(i, 1));
        QVERIFY(decode({bytes.first(i), bytes.sliced(i)}) == whole);
    }
    QVERIFY(decode(single) == whole);
}

void TestChunkedDecoder::leavesWhatFollows()
{
    ChunkedDecoder decoder(MaxBody);
    const QByteArray body = "5\r\nhello\r\n0\r\nA: b\r\n\r\n";
    QCOMPARE(decoder.feed(body + "GET / HTTP/1.1\r\n"), State::Done);
    QCOMPARE(decoder.consumed(), body.size());
    QCOMPARE(decoder.takeBody(), "hello");
}

void TestChunkedDecoder::boundsOverhead_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<int>("fixed"); // bytes of overhead besides the filling

    QTest::newRow("one extension") << QByteArray("5;") << QByteArray("\r\nhello\r\n0\r\n\r\n") << 1;
    QTest::newRow("extensions in sum")
        << QByteArray("1;abc\r\nx\r\n1;abc\r\nx\r\n1;") << QByteArray("\r\nx\r\n0\r\n\r\n") << 9;
    QTest::newRow("trailer") << QByteArray("0\r\nA:") << QByteArray("\r\n\r\n") << 2;
    QTest::newRow("trailer name") << QByteArray("0\r\n") << QByteArray(":\r\n\r\n") << 1;
    QTest::newRow("both") << QByteArray("0;abc\r\nA:") << QByteArray("\r\n\r\n") << 6;
}

void TestChunkedDecoder::boundsOverhead()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QFETCH(const int, fixed);
    const QByteArray filling(4096 - fixed, 'x');
    QCOMPARE(decode({before + filling + after}).state, State::Done);
    QCOMPARE(decode({before + filling + 'x' + after}).state, State::Malformed);
}

void TestChunkedDecoder::noOverflow()
{
    // With the largest limit there is.
    ChunkedDecoder decoder(std::numeric_limits<qsizetype>::max());
    QCOMPARE(decoder.feed("1\r\nx\r\n7fffffffffffffff"), State::TooLarge);
    ChunkedDecoder other(std::numeric_limits<qsizetype>::max());
    QCOMPARE(other.feed("7fffffffffffffff\r\nx"), State::NeedsMore);
    ChunkedDecoder none(0);
    QCOMPARE(none.feed("1"), State::TooLarge);
    ChunkedDecoder empty(0);
    QCOMPARE(empty.feed("0\r\n\r\n"), State::Done);
}

void TestChunkedDecoder::finalStatesStay()
{
    for (const auto &[bytes, state] :
         {std::pair("0\r\n\r\n", State::Done), std::pair("x", State::Malformed),
          std::pair("ffff", State::TooLarge)}) {
        ChunkedDecoder decoder(MaxBody);
        QCOMPARE(decoder.feed(bytes), state);
        QCOMPARE(decoder.feed("5\r\nhello\r\n0\r\n\r\n"), state);
        QCOMPARE(decoder.consumed(), 0);
    }
}

void TestChunkedDecoder::manySmallChunks()
{
    constexpr int Count = 500'000;
    ChunkedDecoder decoder(Count);
    for (int i = 0; i < Count; ++i)
        QCOMPARE(int(decoder.feed("1\r\nx\r\n")), int(State::NeedsMore));
    QCOMPARE(decoder.feed("0\r\n\r\n"), State::Done);
    QCOMPARE(decoder.takeBody(), QByteArray(Count, 'x'));
}

QTEST_APPLESS_MAIN(TestChunkedDecoder)
#include "tst_chunkeddecoder.moc"
