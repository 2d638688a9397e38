// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engineio/handshake.h"

#include <QTest>

using namespace Signalbox;

namespace {

HttpRequest request(const QList<HttpHead::Field> &fields, const QByteArray &query = {})
{
    HttpRequest request;
    request.head.fields = fields;
    request.head.query = query;
    request.head.target = "/socket.io/?" + query;
    request.client.address = QHostAddress(QStringLiteral("192.0.2.7"));
    request.client.port = 4711;
    return request;
}

} // namespace

class TestHandshake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAddresses_data();
    void writesAddresses();
    void findsTheToken_data();
    void findsTheToken();
    void keepsNoSecret();
    void keepsLittle();
};

void TestHandshake::writesAddresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("port");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("IPv4") << QStringLiteral("192.0.2.7") << 4711 << QByteArray("192.0.2.7:4711");
    QTest::newRow("IPv6") << QStringLiteral("2001:db8::1") << 1 << QByteArray("[2001:db8::1]:1");
    QTest::newRow("no port") << QStringLiteral("2001:db8::1") << 0 << QByteArray("2001:db8::1");
}

void TestHandshake::writesAddresses()
{
    QFETCH(const QString, address);
    QFETCH(const int, port);
    Handshake handshake;
    handshake.address = QHostAddress(address);
    handshake.port = quint16(port);
    QTEST(handshake.addressText(), "text");
}

void TestHandshake::findsTheToken_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("none") << QByteArray() << QByteArray() << QByteArray();
    QTest::newRow("bearer") << QByteArray("Bearer abc.def") << QByteArray()
                            << QByteArray("abc.def");
    QTest::newRow("scheme in another case")
        << QByteArray("bearer abc") << QByteArray() << QByteArray("abc");
    QTest::newRow("query") << QByteArray() << QByteArray("EIO=4&token=a%2Bb") << QByteArray("a+b");
    QTest::newRow("both: the header")
        << QByteArray("Bearer one") << QByteArray("token=two") << QByteArray("one");
    QTest::newRow("another scheme") << QByteArray("Basic abc") << QByteArray() << QByteArray();
}

void TestHandshake::findsTheToken()
{
    QFETCH(const QByteArray, authorization);
    QFETCH(const QByteArray, query);
    QList<HttpHead::Field> fields;
    if (!authorization.isNull())
        fields.append({"authorization", authorization});
    QTEST(Handshake::fromRequest(request(fields, query)).token, "token");
}

void TestHandshake::keepsNoSecret()
{
    const Handshake handshake =
        Handshake::fromRequest(request({{"authorization", "Bearer hush"},
                                        {"cookie", "hush=1"},
                                        {"x-api-key", "hush"},
                                        {"proxy-authorization", "Basic hush"},
                                        {"x-auth-token", "hush"},
                                        {"x-forwarded-authorization", "Bearer hush"},
                                        {"x-upstream", "Basic hush"},
                                        {"referer", "http://x/?token=hush&page=7"},
                                        {"user-agent", "tests token=hush"},
                                        {"accept", "*/*"}},
                                       "token=hush"));
    QVERIFY(!handshake.head.contains("hush"));
    QVERIFY(handshake.head.contains("authorization: [redacted]\n"));
    QVERIFY(handshake.head.contains("accept: */*\n"));
    QVERIFY(handshake.head.contains("referer: http://x/?token=[redacted]&page=7\n"));
    QCOMPARE(handshake.userAgent, "tests token=[redacted]");
    QCOMPARE(handshake.addressText(), "192.0.2.7:4711");
}

void TestHandshake::keepsLittle()
{
    QList<HttpHead::Field> fields{{"user-agent", QByteArray(5000, 'u')}};
    for (int i = 0; i < 100; ++i)
        fields.append({"x-" + QByteArray::number(i), QByteArray(300, 'v')});
    const Handshake handshake = Handshake::fromRequest(request(fields));
    QCOMPARE(handshake.userAgent.size(), 256);
    QVERIFY(handshake.head.size() <= 2048 + 3);
    QVERIFY(handshake.head.contains("x-0: "));
}

QTEST_APPLESS_MAIN(TestHandshake)

#include "tst_handshake.moc"
