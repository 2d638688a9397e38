// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/trustedproxies.h"

#include <QTest>

using namespace Signalbox;

namespace {

using Fields = QList<QByteArray>;

QHostAddress address(const char *text)
{
    return QHostAddress(QLatin1String(text));
}

/// A head as the parser makes it.
HttpHead headWith(const Fields &lines)
{
    HttpHeadParser parser;
    parser.feed("GET / HTTP/1.1\r\nHost: inside:8001\r\n");
    for (const QByteArray &line : lines)
        parser.feed(line + "\r\n");
    parser.feed("\r\n");
    return parser.takeHead();
}

} // namespace

class TestTrustedProxies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trusts_data();
    void trusts();
    void refusesConfiguration_data();
    void refusesConfiguration();
    void clientAddress_data();
    void clientAddress();
    void schemeAndHost_data();
    void schemeAndHost();
    void strangersAreNotBelieved();
    void nobodyIsTrustedByDefault();
};

void TestTrustedProxies::trusts_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<QString>("peer");
    QTest::addColumn<bool>("isTrusted");

    const auto row = [](const char *entry, const char *peer, bool isTrusted) {
        QTest::addRow("%s in %s", peer, entry)
            << QByteArray(entry) << QString::fromLatin1(peer) << isTrusted;
    };
    row("10.0.0.0/8", "10.255.0.1", true);
    row("10.0.0.0/8", "11.0.0.1", false);
    row("10.1.2.3/8", "10.9.9.9", true);
    row("192.168.1.1", "192.168.1.1", true);
    row("192.168.1.1", "192.168.1.2", false);
    row("192.168.1.1/32", "192.168.1.1", true);
    row("192.168.1.128/25", "192.168.1.127", false);
    row("192.168.1.128/25", "192.168.1.128", true);
    row("0.0.0.0/0", "8.8.8.8", true);
    row("0.0.0.0/0", "2001:db8::1", false);
    row("0.0.0.0/0", "::ffff:8.8.8.8", true);
    row("10.0.0.0/8", "::ffff:10.0.0.1", true);
    row("::ffff:10.0.0.0/104", "10.0.0.1", true);
    row("::ffff:10.0.0.0/104", "11.0.0.1", false);
    row("::ffff:10.0.0.1", "10.0.0.1", true);
    row("::1", "::1", true);
    row("::1", "127.0.0.1", false);
    row("::/0", "2001:db8::1", true);
    row("::/0", "10.0.0.1", false);
    row("2001:db8::/32", "2001:db8:1::1", true);
    row("2001:db8::/32", "2001:db9::1", false);
    row("fe80::/10", "fe80::1%lo", true);
    row(" 10.0.0.0/8 ", "10.0.0.1", true);
}

void TestTrustedProxies::trusts()
{
    QFETCH(const QByteArray, entry);
    QFETCH(const QString, peer);
    const auto proxies = TrustedProxies::fromList({entry});
    QVERIFY(proxies);
    QTEST(proxies->trusts(QHostAddress(peer)), "isTrusted");
}

void TestTrustedProxies::refusesConfiguration_data()
{
    QTest::addColumn<QByteArray>("entry");
    for (const char *entry : {"",
                              "/",
                              "/8",
                              "*",
                              "localhost",
                              "10",
                              "10.0.0",
                              "127.1",
                              "010.0.0.1",
                              "0x7f.0.0.1",
                              "1.2.3.4.5",
                              "1.2.3.256",
                              "10.0.0.0/",
                              "10.0.0.0/33",
                              "10.0.0.0/-1",
                              "10.0.0.0/+8",
                              "10.0.0.0/255.0.0.0",
                              "10.0.0.0/8/8",
                              "10.0.0.0/ 8",
                              "::/129",
                              "::1/",
                              "[::1]",
                              "::g",
                              ":::",
                              "fe80::1%eth0",
                              "1.2.3.4:80",
                              "10.0.0.0 /8",
                              "10.0.0.1,10.0.0.2"})
        QTest::newRow(*entry ? entry : "empty") << QByteArray(entry);
}

void TestTrustedProxies::refusesConfiguration()
{
    QFETCH(const QByteArray, entry);
    const auto proxies = TrustedProxies::fromList({"10.0.0.0/8", entry});
    QVERIFY(!proxies);
    QCOMPARE(proxies.error().code, ErrorCode::Configuration);
    QVERIFY(proxies.error().message.contains(QString::fromUtf8(entry)));
}

void TestTrustedProxies::clientAddress_data()
{
    QTest::addColumn<Fields>("fields");
    QTest::addColumn<QString>("client");
    QTest::addColumn<int>("port");

    // The peer is 10.0.0.1:5000; 10/8 and fd00::/8 are trusted.
    const auto row = [](const char *name, const Fields &fields, const char *client, int port) {
        QTest::newRow(name) << fields << QString::fromLatin1(client) << port;
    };
    row("no header", {}, "10.0.0.1", 5000);
    row("empty header", {"X-Forwarded-For:"}, "10.0.0.1", 5000);
    row("one", {"X-Forwarded-For: 1.2.3.4"}, "1.2.3.4", 0);
    row("with a port", {"X-Forwarded-For: 1.2.3.4:99"}, "1.2.3.4", 99);
    row("IPv6", {"X-Forwarded-For: 2001:db8::1"}, "2001:db8::1", 0);
    row("IPv6 in brackets", {"X-Forwarded-For: [2001:db8::1]"}, "2001:db8::1", 0);
    row("IPv6 with a port", {"X-Forwarded-For: [2001:db8::1]:99"}, "2001:db8::1", 99);
    row("mapped", {"X-Forwarded-For: ::ffff:1.2.3.4"}, "1.2.3.4", 0);
    row("what the client invented", {"X-Forwarded-For: 9.9.9.9, 1.2.3.4"}, "1.2.3.4", 0);
    row("a trusted address invented", {"X-Forwarded-For: 10.9.9.9, 1.2.3.4"}, "1.2.3.4", 0);
    row("through two proxies", {"X-Forwarded-For: 1.2.3.4, 10.0.0.2"}, "1.2.3.4", 0);
    row("through proxies of both kinds", {"X-Forwarded-For: 1.2.3.4:7,fd00::1 ,10.0.0.2"},
        "1.2.3.4", 7);
    row("on two lines", {"X-Forwarded-For: 9.9.9.9, 1.2.3.4", "X-Forwarded-For: 10.0.0.2"},
        "1.2.3.4", 0);
    row("only proxies", {"X-Forwarded-For: 10.0.0.3, 10.0.0.2"}, "10.0.0.3", 0);
    row("malformed", {"X-Forwarded-For: unknown"}, "10.0.0.1", 5000);
    row("malformed further left", {"X-Forwarded-For: unknown, 1.2.3.4"}, "1.2.3.4", 0);
    row("malformed behind a proxy", {"X-Forwarded-For: 1.2.3.4, _hidden, 10.0.0.2"}, "10.0.0.2", 0);
    row("empty entry", {"X-Forwarded-For: 1.2.3.4,, 10.0.0.2"}, "10.0.0.2", 0);
    row("empty last entry", {"X-Forwarded-For: 1.2.3.4,"}, "10.0.0.1", 5000);
    row("empty first entry", {"X-Forwarded-For: ,10.0.0.2"}, "10.0.0.2", 0);
    row("bad port", {"X-Forwarded-For: 1.2.3.4:x"}, "10.0.0.1", 5000);
    row("port too large", {"X-Forwarded-For: 1.2.3.4:65536"}, "10.0.0.1", 5000);
    row("no port after the colon", {"X-Forwarded-For: 1.2.3.4:"}, "10.0.0.1", 5000);
    row("signed port", {"X-Forwarded-For: 1.2.3.4:+80"}, "10.0.0.1", 5000);
    row("bracket left open", {"X-Forwarded-For: [::1"}, "10.0.0.1", 5000);
    row("junk after the bracket", {"X-Forwarded-For: [::1]8"}, "10.0.0.1", 5000);
    row("IPv4 in brackets", {"X-Forwarded-For: [1.2.3.4]"}, "10.0.0.1", 5000);
    row("short IPv4", {"X-Forwarded-For: 1.2"}, "10.0.0.1", 5000);
    row("a number", {"X-Forwarded-For: 16909060"}, "10.0.0.1", 5000);
    row("octal", {"X-Forwarded-For: 01.2.3.4"}, "10.0.0.1", 5000);
    row("a zone", {"X-Forwarded-For: fe80::1%1"}, "10.0.0.1", 5000);
}

void TestTrustedProxies::clientAddress()
{
    QFETCH(const Fields, fields);
    QFETCH(const QString, client);
    QFETCH(const int, port);
    const auto proxies = TrustedProxies::fromList({"10.0.0.0/8", "fd00::/8"});
    QVERIFY(proxies);
    const ClientAddress plain =
        proxies->resolve(headWith(fields), address("10.0.0.1"), 5000, false);
    QCOMPARE(plain.address.toString(), client);
    QCOMPARE(plain.address.protocol(), QHostAddress(client).protocol());
    QCOMPARE(int(plain.port), port);
    // As a dual-stack socket has it.
    const ClientAddress mapped =
        proxies->resolve(headWith(fields), address("::ffff:10.0.0.1"), 5000, false);
    QCOMPARE(mapped.address, plain.address);
    QCOMPARE(mapped.port, plain.port);
}

void TestTrustedProxies::schemeAndHost_data()
{
    QTest::addColumn<Fields>("fields");
    QTest::addColumn<bool>("isSecure"); // as it reached us
    QTest::addColumn<QByteArray>("ownOrigin");

    const auto row = [](const char *name, const Fields &fields, bool isSecure, const char *origin) {
        QTest::newRow(name) << fields << isSecure << QByteArray(origin);
    };
    row("plain", {}, false, "http://inside:8001");
    row("TLS", {}, true, "https://inside:8001");
    row("https", {"X-Forwarded-Proto: https"}, false, "https://inside:8001");
    row("capitals", {"X-Forwarded-Proto: HTTPS"}, false, "https://inside:8001");
    row("http over TLS", {"X-Forwarded-Proto: http"}, true, "http://inside:8001");
    row("the last scheme counts", {"X-Forwarded-Proto: http, https"}, false, "https://inside:8001");
    row("the last line counts", {"X-Forwarded-Proto: https", "X-Forwarded-Proto: http"}, false,
        "http://inside:8001");
    row("unknown scheme", {"X-Forwarded-Proto: wss"}, false, "http://inside:8001");
    row("unknown scheme, TLS", {"X-Forwarded-Proto: gopher"}, true, "https://inside:8001");
    row("empty scheme", {"X-Forwarded-Proto:"}, true, "https://inside:8001");
    row("host", {"X-Forwarded-Host: outside.example"}, false, "http://outside.example");
    row("host with a port", {"X-Forwarded-Host: outside.example:444"}, true,
        "https://outside.example:444");
    row("the last host counts", {"X-Forwarded-Host: evil.example, outside.example"}, false,
        "http://outside.example");
    row("malformed host", {"X-Forwarded-Host: a/b"}, false, "http://inside:8001");
    row("empty host", {"X-Forwarded-Host:"}, false, "http://inside:8001");
    row("both", {"X-Forwarded-Host: outside.example", "X-Forwarded-Proto: https"}, false,
        "https://outside.example");
}

void TestTrustedProxies::schemeAndHost()
{
    QFETCH(const Fields, fields);
    QFETCH(const bool, isSecure);
    const auto proxies = TrustedProxies::fromList({"10.0.0.0/8"});
    QVERIFY(proxies);
    const ClientAddress client =
        proxies->resolve(headWith(fields), address("10.0.0.1"), 5000, isSecure);
    QTEST(client.ownOrigin(), "ownOrigin");
}

void TestTrustedProxies::strangersAreNotBelieved()
{
    const auto proxies = TrustedProxies::fromList({"10.0.0.0/8"});
    QVERIFY(proxies);
    const HttpHead head = headWith(
        {"X-Forwarded-For: 1.2.3.4", "X-Forwarded-Proto: https", "X-Forwarded-Host: evil.example"});
    const ClientAddress client = proxies->resolve(head, address("::ffff:11.0.0.1"), 5000, false);
    QCOMPARE(client.address, address("11.0.0.1"));
    QCOMPARE(client.address.protocol(), QAbstractSocket::IPv4Protocol);
    QCOMPARE(int(client.port), 5000);
    QCOMPARE(client.ownOrigin(), "http://inside:8001");
}

void TestTrustedProxies::nobodyIsTrustedByDefault()
{
    QVERIFY(!TrustedProxies().trusts(address("127.0.0.1")));
    QVERIFY(!TrustedProxies().trusts(address("::1")));
    QVERIFY(!TrustedProxies().trusts(QHostAddress()));
    QCOMPARE(TrustedProxies().resolve({}, address("::1"), 1, false).host, QByteArray());
}

QTEST_APPLESS_MAIN(TestTrustedProxies)
#include "tst_trustedproxies.moc"
