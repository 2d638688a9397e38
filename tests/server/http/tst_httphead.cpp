// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/httphead.h"

#include "tests/server/http/httpheadfixture.h"

#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;

namespace {

/// All that a parse told, in comparable form.
struct Outcome
{
    State state = State::NeedsMore;
    QByteArray description;
    qsizetype used = 0;
};

QByteArray describe(const HttpHeadParser &parser, State state)
{
    if (state == State::Refused) {
        return "refused " + QByteArray::number(parser.refusal().status) + ' '
            + parser.refusal().reason;
    }
    if (state == State::NeedsMore)
        return "incomplete";
    const HttpHead &head = parser.head();
    QByteArray text = head.method + ' ' + head.target + ' ' + head.path + '?' + head.query + ' '
        + QByteArray::number(head.minorVersion)
        + " length=" + QByteArray::number(head.contentLength);
    text += head.isChunked ? " chunked" : "";
    text += head.expectsContinue ? " continue" : "";
    text += head.keepsAlive ? " keep" : " close";
    text += head.isWebSocketUpgrade ? " websocket" : "";
    for (const HttpHead::Field &field : head.fields)
        text += '\n' + field.name + ": " + field.value;
    return text;
}

Outcome parse(const QList<QByteArray> &pieces, const HttpLimits &limits = {})
{
    HttpHeadParser parser(limits);
    Outcome outcome;
    for (const QByteArray &piece : pieces) {
        outcome.state = parser.feed(piece);
        outcome.used += parser.consumed();
        if (outcome.state != State::NeedsMore)
            break;
        if (parser.consumed() != piece.size())
            return {State::Refused, "bytes left over though more are needed", 0};
    }
    outcome.description = describe(parser, outcome.state);
    return outcome;
}

Outcome parseBytewise(const QByteArray &bytes, const HttpLimits &limits = {})
{
    QList<QByteArray> pieces;
    pieces.reserve(bytes.size());
    for (qsizetype i = 0; i < bytes.size(); ++i)
        pieces.append(bytes.mid(i, 1));
    return parse(pieces, limits);
}

} // namespace

class TestHttpHead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsesAnySplit_data();
    void parsesAnySplit();
    void limits_data();
    void limits();
    void pipelining();
    void hasBegun();
    void staysRefused();
    void reusable();
    void linearInManyPieces();
};

void TestHttpHead::parsesAnySplit_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status"); // 200: accepted

    const auto ok = [](const char *name, const QByteArray &bytes) {
        QTest::newRow(name) << bytes << 200;
    };
    const auto no = [](const char *name, int status, const QByteArray &bytes) {
        QTest::newRow(name) << bytes << status;
    };

    ok("plain", get(""));
    ok("one empty line first", "\r\n" + get(""));
    ok("two empty lines first", "\r\n\r\n" + get(""));
    no("three empty lines first", 400, "\r\n\r\n\r\n" + get(""));
    no("bare LF first", 400, "\n" + get(""));
    no("CR first", 400, "\r" + get(""));
    no("TLS handshake", 400, QByteArray::fromHex("160301020001000a"));
    no("space first", 400, " " + get(""));

    // The request line.
    no("no target", 400, "GET HTTP/1.1\r\nHost: a\r\n\r\n");
    no("HTTP/0.9", 400, "GET /\r\n\r\n");
    no("two spaces before the target", 400, "GET  / HTTP/1.1\r\nHost: a\r\n\r\n");
    no("two spaces before the version", 400, "GET /  HTTP/1.1\r\nHost: a\r\n\r\n");
    no("space in the target", 400, "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n");
    no("tab for a space", 400, "GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n");
    no("space after the version", 400, "GET / HTTP/1.1 \r\nHost: a\r\n\r\n");
    no("method is no token", 400, "G(T / HTTP/1.1\r\nHost: a\r\n\r\n");
    no("lower-case version", 400, "GET / http/1.1\r\nHost: a\r\n\r\n");
    no("long version", 400, "GET / HTTP/1.10\r\nHost: a\r\n\r\n");
    no("version with a plus", 400, "GET / HTTP/1.+\r\nHost: a\r\n\r\n");
    no("version with a comma", 400, "GET / HTTP/1,1\r\nHost: a\r\n\r\n");
    no("HTTP/9.9", 505, "GET / HTTP/9.9\r\nHost: a\r\n\r\n");
    no("HTTP/1.2", 505, "GET / HTTP/1.2\r\nHost: a\r\n\r\n");
    no("HTTP/2 preface", 505, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    no("unknown method", 501, "BREW / HTTP/1.1\r\nHost: a\r\n\r\n");
    no("lower-case method", 501, "get / HTTP/1.1\r\nHost: a\r\n\r\n");
    no("TRACE", 501, "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n");
    no("CONNECT", 501, "CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n");
    for (const char *method : {"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"})
        ok(method, QByteArray(method) + " / HTTP/1.1\r\nHost: a\r\n\r\n");

    // The target.
    ok("asterisk", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n");
    no("asterisk with GET", 400, "GET * HTTP/1.1\r\nHost: a\r\n\r\n");
    no("asterisk and more", 400, "OPTIONS *a HTTP/1.1\r\nHost: a\r\n\r\n");
    no("absolute-form", 400, "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n");
    no("authority-form", 400, "GET a:80 HTTP/1.1\r\nHost: a\r\n\r\n");
    no("relative", 400, "GET a/b HTTP/1.1\r\nHost: a\r\n\r\n");
    no("query only", 400, "GET ?a HTTP/1.1\r\nHost: a\r\n\r\n");
    no("fragment", 400, "GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n");
    no("raw UTF-8", 400, "GET /\xc3\xa4 HTTP/1.1\r\nHost: a\r\n\r\n");
    no("backslash", 400, "GET /\\a HTTP/1.1\r\nHost: a\r\n\r\n");
    no("DEL", 400, "GET /\x7f HTTP/1.1\r\nHost: a\r\n\r\n");
    no("tab in the target", 400, "GET /a\tb HTTP/1.1\r\nHost: a\r\n\r\n");
    ok("escape", "GET /%c3%A4 HTTP/1.1\r\nHost: a\r\n\r\n");
    no("escaped NUL", 400, "GET /a%00 HTTP/1.1\r\nHost: a\r\n\r\n");
    no("escaped NUL in the query", 400, "GET /a?b=%00 HTTP/1.1\r\nHost: a\r\n\r\n");
    no("escaped CR", 400, "GET /a%0d%0ab HTTP/1.1\r\nHost: a\r\n\r\n");
    no("short escape", 400, "GET /a%1 HTTP/1.1\r\nHost: a\r\n\r\n");
    no("bare percent", 400, "GET /a% HTTP/1.1\r\nHost: a\r\n\r\n");
    no("escape that is not hexadecimal", 400, "GET /%g1 HTTP/1.1\r\nHost: a\r\n\r\n");
    no("bad escape in the query", 400, "GET /?%zz HTTP/1.1\r\nHost: a\r\n\r\n");
    no("escape is not UTF-8", 400, "GET /%ff HTTP/1.1\r\nHost: a\r\n\r\n");
    no("overlong UTF-8", 400, "GET /%c0%af HTTP/1.1\r\nHost: a\r\n\r\n");
    no("surrogate", 400, "GET /%ed%a0%80 HTTP/1.1\r\nHost: a\r\n\r\n");
    ok("any query", "GET /?a=\"{x|y}\"&b=%ff HTTP/1.1\r\nHost: a\r\n\r\n");

    // Lines and fields.
    no("bare LF after the request line", 400, "GET / HTTP/1.1\nHost: a\r\n\r\n");
    no("bare LF after a field", 400, "GET / HTTP/1.1\r\nHost: a\n\r\n");
    no("bare LF at the end", 400, "GET / HTTP/1.1\r\nHost: a\r\n\n");
    no("bare CR in a value", 400, get("X: a\rb\r\n"));
    no("bare CR hides a field", 400, get("X: a\rContent-Length: 5\r\n"));
    no("CR CR LF", 400, get("X: a\r\r\n"));
    no("NUL in a value", 400, get(QByteArray("X: a\0b\r\n", 8)));
    no("NUL in a name", 400, get(QByteArray("X\0: a\r\n", 7)));
    no("NUL in the target", 400, QByteArray("GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n", 28));
    no("vertical tab before chunked", 400, post("Transfer-Encoding: \vchunked\r\n"));
    no("DEL in a value", 400, get("X: \x7f\r\n"));
    ok("tab in a value", get("X: a\tb\r\n"));
    ok("UTF-8 in a value", get("X: \xc3\xa4\r\n"));
    ok("empty value", get("X:\r\n"));
    no("space before the colon", 400, post("Content-Length : 5\r\n"));
    no("tab before the colon", 400, post("Content-Length\t: 5\r\n"));
    no("no colon", 400, get("Nonsense\r\n"));
    no("empty name", 400, get(": a\r\n"));
    no("name is no token", 400, get("X@: a\r\n"));
    no("UTF-8 in a name", 400, get("\xc3\xa4: a\r\n"));
    no("folded with a space", 400, get("X: a\r\n b\r\n"));
    no("folded with a tab", 400, get("X: a\r\n\tb\r\n"));
    no("folded first line", 400, "GET / HTTP/1.1\r\n Host: a\r\n\r\n");
    no("folded Transfer-Encoding", 400, post("Transfer-Encoding:\r\n chunked\r\n"));

    // Host.
    no("no Host", 400, "GET / HTTP/1.1\r\n\r\n");
    no("two Hosts", 400, get("Host: b\r\n"));
    no("the same Host twice", 400, get("Host: a\r\n"));
    ok("empty Host", "GET / HTTP/1.1\r\nHost:\r\n\r\n");
    ok("no Host in HTTP/1.0", "GET / HTTP/1.0\r\n\r\n");
    no("two Hosts in HTTP/1.0", 400, "GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n");
    no("Host with user information", 400, "GET / HTTP/1.1\r\nHost: u@a\r\n\r\n");
    no("Host with a path", 400, "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n");
    no("Host list", 400, "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n");

    // The body's length.
    ok("length", post("Content-Length: 5\r\n"));
    ok("leading zeros", post("Content-Length: 0005\r\n"));
    ok("18 digits", post("Content-Length: 999999999999999999\r\n"));
    no("19 digits", 400, post("Content-Length: 1000000000000000000\r\n"));
    no("overflowing length", 400, post("Content-Length: 18446744073709551621\r\n"));
    no("negative length", 400, post("Content-Length: -1\r\n"));
    no("length with a plus", 400, post("Content-Length: +5\r\n"));
    no("hexadecimal length", 400, post("Content-Length: 0x5\r\n"));
    no("length in words", 400, post("Content-Length: abc\r\n"));
    no("fractional length", 400, post("Content-Length: 5.0\r\n"));
    no("empty length", 400, post("Content-Length:\r\n"));
    no("length with a space", 400, post("Content-Length: 5 5\r\n"));
    no("length list", 400, post("Content-Length: 5, 5\r\n"));
    no("differing lengths", 400, post("Content-Length: 5\r\nContent-Length: 6\r\n"));
    no("identical lengths", 400, post("Content-Length: 5\r\nContent-Length: 5\r\n"));
    ok("chunked", post("Transfer-Encoding: chunked\r\n"));
    ok("chunked in capitals", post("Transfer-Encoding: CHUNKED\r\n"));
    no("CL.TE", 400, post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"));
    no("TE.CL", 400, post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n"));
    no("TE and a zero CL", 400, post("Transfer-Encoding: chunked\r\nContent-Length: 0\r\n"));
    no("TE of another case and CL", 400,
       post("tRANSFER-eNCODING: chunked\r\nCONTENT-LENGTH: 5\r\n"));
    no("xchunked", 501, post("Transfer-Encoding: xchunked\r\n"));
    no("identity", 501, post("Transfer-Encoding: identity\r\n"));
    no("gzip", 501, post("Transfer-Encoding: gzip, chunked\r\n"));
    no("chunked not last", 501, post("Transfer-Encoding: chunked, identity\r\n"));
    no("chunked and junk on two lines", 501,
       post("Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n"));
    no("quoted chunked", 501, post("Transfer-Encoding: \"chunked\"\r\n"));
    no("chunked with a parameter", 501, post("Transfer-Encoding: chunked;a=b\r\n"));
    no("chunked twice", 400, post("Transfer-Encoding: chunked, chunked\r\n"));
    no("chunked on two lines", 400,
       post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"));
    no("empty coding", 400, post("Transfer-Encoding:\r\n"));
    no("list with an empty coding", 400, post("Transfer-Encoding: , chunked\r\n"));
    no("chunked in HTTP/1.0", 400,
       "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");

    ok("100-continue", post("Content-Length: 5\r\nExpect: 100-Continue\r\n"));
    no("another expectation", 417, post("Content-Length: 5\r\nExpect: miracles\r\n"));
    no("two expectations", 417, post("Content-Length: 5\r\nExpect: 100-continue, b\r\n"));

    // WebSocket.
    ok("upgrade", upgrade(keyLine() + "Sec-WebSocket-Version: 13\r\n"));
    ok("upgrade of nothing", get("Connection: upgrade\r\n"));
    ok("upgrade to something else", get("Connection: upgrade\r\nUpgrade: h2c\r\n"));
    ok("upgrade without Connection", get("Upgrade: websocket\r\n"));
    ok("upgrade by POST", post("Connection: upgrade\r\nUpgrade: websocket\r\n"));
    ok("upgrade in HTTP/1.0",
       "GET / HTTP/1.0\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n");
    no("no key", 400, upgrade("Sec-WebSocket-Version: 13\r\n"));
    no("short key", 400, upgrade("Sec-WebSocket-Key: abc\r\nSec-WebSocket-Version: 13\r\n"));
    no("key of 15 bytes", 400,
       upgrade("Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAA====\r\nSec-WebSocket-Version: 13\r\n"));
    no("key of 18 bytes", 400,
       upgrade("Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAAAA\r\nSec-WebSocket-Version: 13\r\n"));
    no("key is not base64", 400,
       upgrade("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZ?==\r\nSec-WebSocket-Version: 13\r\n"));
    no("two keys", 400, upgrade(keyLine() + keyLine() + "Sec-WebSocket-Version: 13\r\n"));
    no("no version", 400, upgrade(keyLine()));
    no("two versions", 400,
       upgrade(keyLine() + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Version: 13\r\n"));
    no("old version", 426, upgrade(keyLine() + "Sec-WebSocket-Version: 8\r\n"));
    no("version list", 426, upgrade(keyLine() + "Sec-WebSocket-Version: 13, 8\r\n"));
    no("upgrade with a body", 400,
       upgrade(keyLine() + "Sec-WebSocket-Version: 13\r\nContent-Length: 5\r\n"));
    no("upgrade with a chunked body", 400,
       upgrade(keyLine() + "Sec-WebSocket-Version: 13\r\nTransfer-Encoding: chunked\r\n"));
    ok("upgrade with an empty body",
       upgrade(keyLine() + "Sec-WebSocket-Version: 13\r\nContent-Length: 0\r\n"));
}

void TestHttpHead::parsesAnySplit()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, status);

    const Outcome whole = parse({bytes});
    QCOMPARE(whole.state, status == 200 ? State::Done : State::Refused);
    if (status == 200)
        QCOMPARE(whole.used, bytes.size());
    else
        QVERIFY2(whole.description.startsWith("refused " + QByteArray::number(status) + ' '),
                 whole.description.constData());

    QCOMPARE(parseBytewise(bytes).description, whole.description);
    for (qsizetype i = 1; i < bytes.size(); ++i)
        QCOMPARE(parse({bytes.first(i), bytes.sliced(i)}).description, whole.description);
    if (status == 200) {
        for (qsizetype i = 0; i < bytes.size(); ++i)
            QCOMPARE(parse({bytes.first(i)}).state, State::NeedsMore);
    }
}

void TestHttpHead::limits_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");

    // For limits of 40 bytes a line, 120 in all, 4 lines.
    const QByteArray path(40 - 14, 'p'); // "GET /" and " HTTP/1.1"
    const QByteArray value(40 - 3, 'v'); // "X: "
    QTest::newRow("longest request line") << "GET /" + path + " HTTP/1.1\r\nHost: a\r\n\r\n" << 200;
    QTest::newRow("longer request line") << "GET /" + path + "p HTTP/1.1\r\nHost: a\r\n\r\n" << 414;
    QTest::newRow("endless request line") << "GET /" + QByteArray(500, 'p') << 414;
    QTest::newRow("endless request line with nonsense") << "GET /" + QByteArray(60, 'p')
            + QByteArray(50, '\0') + "\r\n" << 414;
    QTest::newRow("longest field") << get("X: " + value + "\r\n") << 200;
    QTest::newRow("longer field") << get("X: " + value + "v\r\n") << 431;
    QTest::newRow("longer field of CRs") << get("X: " + value + "\r\r\n") << 431;
    QTest::newRow("longer field with a bare LF") << get("X: " + value + "v\n") << 431;
    QTest::newRow("longest field with a bare LF") << get("X: " + value + "\n") << 400;
    QTest::newRow("endless field") << get("").chopped(2) + QByteArray(500, 'x') << 431;
    // get("") is 27 bytes.
    const QByteArray lines = "X: " + value + "\r\nY: " + value + "\r\n"; // 84 bytes
    QTest::newRow("longest head") << get(lines + "Z: 4444\r\n") << 200;
    QTest::newRow("longer head") << get(lines + "Z: 55555\r\n") << 431;
    QTest::newRow("most fields") << get("A: 1\r\nB: 2\r\nC: 3\r\n") << 200;
    QTest::newRow("more fields") << get("A: 1\r\nB: 2\r\nC: 3\r\nD: 4\r\n") << 431;
}

void TestHttpHead::limits()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    const HttpLimits limits{40, 120, 4};
    const Outcome whole = parse({bytes}, limits);
    QCOMPARE(whole.state, status == 200 ? State::Done : State::Refused);
    if (status != 200)
        QVERIFY2(whole.description.startsWith("refused " + QByteArray::number(status) + ' '),
                 whole.description.constData());
    QCOMPARE(parseBytewise(bytes, limits).description, whole.description);
    for (qsizetype i = 1; i < bytes.size(); ++i)
        QCOMPARE(parse({bytes.first(i), bytes.sliced(i)}, limits).description, whole.description);
}

void TestHttpHead::pipelining()
{
    const QByteArray first = post("Content-Length: 3\r\n");
    const QByteArray second = "GET /second HTTP/1.1\r\nHost: a\r\n\r\n";
    const QByteArray all = first + "abc" + "\r\n" + second + "rest";
    HttpHeadParser parser;
    QCOMPARE(parser.feed(all), State::Done);
    QCOMPARE(parser.consumed(), first.size());
    QCOMPARE(parser.head().contentLength, 3);
    // Until reset it takes nothing more.
    QCOMPARE(parser.feed("abc"), State::Done);
    QCOMPARE(parser.consumed(), 0);

    parser.reset();
    const QByteArray rest = all.sliced(first.size() + 3);
    QCOMPARE(parser.feed(rest), State::Done);
    QCOMPARE(rest.sliced(parser.consumed()), "rest");
    QCOMPARE(parser.head().path, "/second");
    QCOMPARE(parser.head().contentLength, 0);
}

void TestHttpHead::hasBegun()
{
    HttpHeadParser parser;
    QVERIFY(!parser.hasBegun());
    QCOMPARE(parser.feed("\r\n\r"), State::NeedsMore);
    QVERIFY(!parser.hasBegun());
    QCOMPARE(parser.feed("\nG"), State::NeedsMore);
    QVERIFY(parser.hasBegun());
    QCOMPARE(parser.feed("ET / HTTP/1.1\r\n"), State::NeedsMore);
    QVERIFY(parser.hasBegun());
    QCOMPARE(parser.feed("Host: a\r\n\r\n"), State::Done);
    QVERIFY(parser.hasBegun());
    parser.reset();
    QVERIFY(!parser.hasBegun());
}

void TestHttpHead::staysRefused()
{
    HttpHeadParser parser;
    QCOMPARE(parser.feed("GET /\x01 HTTP/1.1\r\n"), State::Refused);
    QCOMPARE(parser.refusal().status, 400);
    QCOMPARE(parser.feed(get("")), State::Refused);
    QCOMPARE(parser.consumed(), 0);
    QCOMPARE(parser.refusal().status, 400);
    QVERIFY(!parser.refusal().reason.isEmpty());
}

void TestHttpHead::reusable()
{
    HttpHeadParser parser(HttpLimits{40, 120, 4});
    for (int i = 0; i < 5; ++i) { // no limit counts over requests
        QCOMPARE(parser.feed(get("A: 1\r\nB: 2\r\nC: 3\r\n")), State::Done);
        QCOMPARE(parser.takeHead().fields.size(), 4);
        parser.reset();
    }
    QCOMPARE(parser.feed("\r\n\r\n\r\n"), State::Refused);
    parser.reset();
    QCOMPARE(parser.feed(get("")), State::Done);
    parser.reset();
    QCOMPARE(parser.feed("GET /" + QByteArray(40, 'p')), State::Refused);
    QCOMPARE(parser.refusal().status, 414);
}

void TestHttpHead::linearInManyPieces()
{
    // A request line of 8 MB in single bytes: seconds if each byte rescanned the line.
    const HttpLimits limits{8 * 1024 * 1024, 16 * 1024 * 1024, 10};
    HttpHeadParser parser(limits);
    QCOMPARE(parser.feed("GET /"), State::NeedsMore);
    for (int i = 0; i < 8'000'000; ++i)
        QCOMPARE(int(parser.feed("p")), int(State::NeedsMore));
    QCOMPARE(parser.feed(" HTTP/1.0\r\n\r\n"), State::Done);
    QCOMPARE(parser.head().path.size(), 8'000'001);
}

QTEST_APPLESS_MAIN(TestHttpHead)
#include "tst_httphead.moc"
