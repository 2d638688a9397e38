// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/httphead.h"

#include "tests/server/http/httpheadfixture.h"

#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;

class TestHttpHeadValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsHead();
    void fields_data();
    void fields();
    void paths_data();
    void paths();
    void queryValues();
    void valuesOfFields();
    void hostAndPort_data();
    void hostAndPort();
};

void TestHttpHeadValues::readsHead()
{
    HttpHeadParser parser;
    QCOMPARE(parser.feed("POST /a%20b/c?x=1&y HTTP/1.1\r\nHOST:  example.org:8001\t\r\n"
                         "Content-Length: 42\r\nExpect: 100-continue\r\n\r\n"),
             State::Done);
    const HttpHead head = parser.takeHead();
    QCOMPARE(head.method, "POST");
    QCOMPARE(head.target, "/a%20b/c?x=1&y");
    QCOMPARE(head.path, "/a b/c");
    QCOMPARE(head.query, "x=1&y");
    QCOMPARE(head.minorVersion, 1);
    QCOMPARE(head.contentLength, 42);
    QVERIFY(head.expectsContinue);
    QVERIFY(!head.isChunked);
    QVERIFY(!head.isWebSocketUpgrade);
    QCOMPARE(head.value("host"), "example.org:8001");
    QCOMPARE(head.fields.first().name, "host");
}

void TestHttpHeadValues::fields_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("keepsAlive");
    QTest::addColumn<bool>("expectsContinue");
    QTest::addColumn<bool>("isWebSocket");

    const QByteArray old = "GET / HTTP/1.0\r\n";
    QTest::newRow("HTTP/1.1") << get("") << true << false << false;
    QTest::newRow("close") << get("Connection: Close\r\n") << false << false << false;
    QTest::newRow("close in a list") << get("Connection: TE, close\r\n") << false << false << false;
    QTest::newRow("close on a second line")
        << get("Connection: TE\r\nConnection: close\r\n") << false << false << false;
    QTest::newRow("close wins") << get("Connection: keep-alive, close\r\n") << false << false
                                << false;
    QTest::newRow("close within a word") << get("Connection: closer\r\n") << true << false << false;
    QTest::newRow("HTTP/1.0") << old + "\r\n" << false << false << false;
    QTest::newRow("HTTP/1.0 keep-alive") << old + "Connection: Keep-Alive\r\n\r\n"
                                         << true << false << false;
    QTest::newRow("continue") << post("Content-Length: 1\r\nExpect: 100-continue\r\n") << true
                              << true << false;
    QTest::newRow("continue, chunked")
        << post("Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n") << true << true << false;
    QTest::newRow("continue without a body")
        << post("Expect: 100-continue\r\n") << true << false << false;
    QTest::newRow("continue in HTTP/1.0")
        << QByteArray("POST / HTTP/1.0\r\nContent-Length: 1\r\nExpect: 100-continue\r\n\r\n")
        << false << false << false;
    const QByteArray handshake = keyLine() + "Sec-WebSocket-Version: 13\r\n";
    QTest::newRow("websocket") << upgrade(handshake) << true << false << true;
    QTest::newRow("websocket, as Firefox sends it")
        << get("Connection: keep-alive, Upgrade\r\nUpgrade: WebSocket\r\n" + handshake) << true
        << false << true;
    QTest::newRow("websocket in a list")
        << get("Connection: upgrade\r\nUpgrade: h2c, websocket\r\n" + handshake) << true << false
        << true;
    QTest::newRow("nginx on an ordinary request")
        << get("Connection: upgrade\r\n" + handshake) << true << false << false;
    QTest::newRow("another protocol")
        << get("Connection: upgrade\r\nUpgrade: websocketx\r\n" + handshake) << true << false
        << false;
    QTest::newRow("websocket in HTTP/1.0")
        << old + "Connection: upgrade\r\nUpgrade: websocket\r\n" + handshake + "\r\n"
        << false << false << false;
}

void TestHttpHeadValues::fields()
{
    QFETCH(const QByteArray, bytes);
    HttpHeadParser parser;
    QCOMPARE(parser.feed(bytes), State::Done);
    QTEST(parser.head().keepsAlive, "keepsAlive");
    QTEST(parser.head().expectsContinue, "expectsContinue");
    QTEST(parser.head().isWebSocketUpgrade, "isWebSocket");
}

void TestHttpHeadValues::paths_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("query");

    QTest::newRow("root") << QByteArray("/") << QByteArray("/") << QByteArray();
    QTest::newRow("decoded once") << QByteArray("/%2541") << QByteArray("/%41") << QByteArray();
    QTest::newRow("escaped slash") << QByteArray("/a%2Fb") << QByteArray("/a/b") << QByteArray();
    QTest::newRow("escaped question mark")
        << QByteArray("/a%3Fb?c") << QByteArray("/a?b") << QByteArray("c");
    QTest::newRow("plus is no space in a path")
        << QByteArray("/a+b") << QByteArray("/a+b") << QByteArray();
    QTest::newRow("two question marks")
        << QByteArray("/?a?b") << QByteArray("/") << QByteArray("a?b");
    QTest::newRow("query stays encoded")
        << QByteArray("/?a=%20") << QByteArray("/") << QByteArray("a=%20");
}

void TestHttpHeadValues::paths()
{
    QFETCH(const QByteArray, target);
    HttpHeadParser parser;
    QCOMPARE(parser.feed("GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n"), State::Done);
    QCOMPARE(parser.head().target, target);
    QTEST(parser.head().path, "path");
    QTEST(parser.head().query, "query");
}

void TestHttpHeadValues::queryValues()
{
    HttpHead head;
    head.query = "a=1&b=x+y%2B%26&a=2&empty=&flag&%63=z&&=nameless";
    QCOMPARE(head.queryValue("a"), "1");
    QCOMPARE(head.queryValue("b"), "x y+&");
    QCOMPARE(head.queryValue("c"), "z");
    QCOMPARE(head.queryValue("empty"), "");
    QVERIFY(!head.queryValue("empty").isNull());
    QVERIFY(!head.queryValue("flag").isNull());
    QVERIFY(head.queryValue("A").isNull());
    QVERIFY(head.queryValue("x").isNull());
    QVERIFY(HttpHead().queryValue("a").isNull());
}

void TestHttpHeadValues::valuesOfFields()
{
    HttpHeadParser parser;
    QCOMPARE(parser.feed(get("X: 1\r\nY:\r\nx: 2\r\nX:\r\n")), State::Done);
    const HttpHead &head = parser.head();
    QCOMPARE(head.value("x"), "1");
    QCOMPARE(head.joined("x"), "1, 2, ");
    QCOMPARE(head.value("y"), "");
    QVERIFY(!head.value("y").isNull());
    QVERIFY(!head.joined("y").isNull());
    QVERIFY(head.value("z").isNull());
    QVERIFY(head.joined("z").isNull());
}

void TestHttpHeadValues::hostAndPort_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("isValid");

    const auto row = [](const char *host, bool isValid) {
        QTest::newRow(host) << QByteArray(host) << isValid;
    };
    row("", true);
    row("example.org", true);
    row("my_host-1.example", true);
    row("a:1", true);
    row("a:65535", true);
    row("1.2.3.4:80", true);
    row("[::1]", true);
    row("[2001:db8::1]:443", true);
    row("[::ffff:1.2.3.4]", true);
    row("a:65536", false);
    row("a:123456", false);
    row("a:", false);
    row("a:x", false);
    row("a:-1", false);
    row("a:+1", false);
    row("a:1:2", false);
    row(":80", false);
    row("u@a", false);
    row("a b", false);
    row("a,b", false);
    row("a/", false);
    row("a?", false);
    row("a%41", false);
    row("\xc3\xa4", false);
    row("::1", false);
    row("[::1", false);
    row("[::1]x", false);
    row("[::1]:", false);
    row("[]", false);
    row("[1.2.3.4]", false);
    row("[fe80::1%eth0]", false);
    row("[:::]", false);
}

void TestHttpHeadValues::hostAndPort()
{
    QFETCH(const QByteArray, host);
    QTEST(isHostAndPort(host), "isValid");
}

QTEST_APPLESS_MAIN(TestHttpHeadValues)
#include "tst_httpheadvalues.moc"
