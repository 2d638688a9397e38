// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/originpolicy.h"

#include <QTest>

using namespace Signalbox;

class TestOriginPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allows_data();
    void allows();
    void sameOriginOnlyByDefault();
    void refusesConfiguration_data();
    void refusesConfiguration();
};

void TestOriginPolicy::allows_data()
{
    QTest::addColumn<QList<QByteArray>>("list");
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<QByteArray>("own");
    QTest::addColumn<bool>("isAllowed");

    const auto row = [](const char *name, const QList<QByteArray> &list, const QByteArray &origin,
                        const QByteArray &own, bool isAllowed) {
        QTest::newRow(name) << list << origin << own << isAllowed;
    };
    const QByteArray own = "http://box.example:8001";

    row("no browser", {}, {}, own, true);
    row("empty Origin", {}, "", own, false);
    row("own", {}, "http://box.example:8001", own, true);
    row("own, other case", {}, "HTTP://Box.Example:8001", own, true);
    row("own, other port", {}, "http://box.example:8002", own, false);
    row("own, no port", {}, "http://box.example", own, false);
    row("own, other scheme", {}, "https://box.example:8001", own, false);
    row("own, other host", {}, "http://evil.example:8001", own, false);
    row("own, default port dropped", {}, "http://a", "http://a:80", true);
    row("own, default port given", {}, "https://a:443", "https://a", true);
    row("443 is no default of http", {}, "http://a:443", "http://a", false);
    row("port with zeros", {}, "http://a:080", "http://a", true);
    row("unknown own origin", {}, "http://a", "", false);
    row("own origin without a host", {}, "http://", "http://", false);

    const QList<QByteArray> list{"https://App.example", "http://[2001:DB8:0::1]:80",
                                 " http://b:3000 ", "capacitor://localhost"};
    row("listed", list, "https://app.example", own, true);
    row("listed, default port", list, "https://app.example:443", own, true);
    row("listed, other port", list, "https://app.example:444", own, false);
    row("listed, other scheme", list, "http://app.example", own, false);
    row("listed with spaces", list, "http://b:3000", own, true);
    row("another scheme", list, "capacitor://localhost", own, true);
    row("IPv6, spelt otherwise", list, "http://[2001:db8:0:0:0:0:0:1]", own, true);
    row("another IPv6", list, "http://[2001:db8::2]", own, false);
    row("own besides the list", list, "http://box.example:8001", own, true);
    row("prefix", list, "https://app.example.evil.example", own, false);
    row("suffix", list, "https://evil-app.example", own, false);
    row("subdomain", list, "https://x.app.example", own, false);
    row("user information", list, "https://app.example@evil.example", own, false);
    row("trailing slash", list, "https://app.example/", own, false);
    row("trailing dot", list, "https://app.example.", own, false);
    row("two origins", list, "https://app.example http://b:3000", own, false);
    row("origin list", list, "https://app.example, http://b:3000", own, false);
    row("opaque", list, "null", own, false);
    row("leading space", list, " https://app.example", own, false);
    row("without a scheme", list, "app.example", own, false);

    const QList<QByteArray> any{"*"};
    row("any", any, "https://wherever.example", own, true);
    row("any, opaque", any, "null", own, true);
    row("any, no browser", any, {}, own, true);
    row("any, junk", any, "junk", own, false);
    row("any, empty", any, "", own, false);
    row("any, header injection", any, "http://a\r\nX: y", own, false);
    row("any, NUL", any, QByteArray("http://a\0", 9), own, false);
    row("any among others", {"https://a", "*"}, "https://b", own, true);
}

void TestOriginPolicy::allows()
{
    QFETCH(const QList<QByteArray>, list);
    QFETCH(const QByteArray, origin);
    QFETCH(const QByteArray, own);
    const auto policy = OriginPolicy::fromList(list);
    QVERIFY(policy);
    QTEST(policy->allows(origin, own), "isAllowed");
    QCOMPARE(policy->allowsAny(), list.contains("*"));
}

void TestOriginPolicy::sameOriginOnlyByDefault()
{
    const OriginPolicy policy;
    QVERIFY(!policy.allowsAny());
    QVERIFY(policy.allows("http://a:8001", "http://a:8001"));
    QVERIFY(!policy.allows("http://b:8001", "http://a:8001"));
    QVERIFY(!policy.allows("null", "null"));
}

void TestOriginPolicy::refusesConfiguration_data()
{
    QTest::addColumn<QByteArray>("entry");
    for (const char *entry : {"",
                              "null",
                              "example.org",
                              "//example.org",
                              "http:example.org",
                              "http:/example.org",
                              "http://",
                              "http://a/",
                              "http://a/path",
                              "http://a?b",
                              "http://a#b",
                              "http://u@a",
                              "http://a:",
                              "http://a:x",
                              "http://a:65536",
                              "http://*.example.org",
                              "*.example.org",
                              "http://a b",
                              "http://[::1",
                              "http://::1",
                              "1http://a",
                              "http s://a",
                              "http://a,http://b",
                              "http://\xc3\xa4.example",
                              "http://:80"})
        QTest::newRow(*entry ? entry : "empty") << QByteArray(entry);
}

void TestOriginPolicy::refusesConfiguration()
{
    QFETCH(const QByteArray, entry);
    const auto policy = OriginPolicy::fromList({"https://fine.example", entry});
    QVERIFY(!policy);
    QCOMPARE(policy.error().code, ErrorCode::Configuration);
    QVERIFY(policy.error().message.contains(QString::fromUtf8(entry)));
}

QTEST_APPLESS_MAIN(TestOriginPolicy)
#include "tst_originpolicy.moc"
