// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/log/redaction.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Signalbox;

class tst_Redaction final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void url_data();
    void url();
    void headers_data();
    void headers();
    void secretNames_data();
    void secretNames();
    void isLinear();
};

void tst_Redaction::url_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");

    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
    };
    row("nothing to hide", "/socket.io/?EIO=4&transport=polling",
        "/socket.io/?EIO=4&transport=polling");
    row("empty", "", "");
    row("only parameter", "/ws?token=abc", "/ws?token=[redacted]");
    row("first", "/ws?token=abc&EIO=4", "/ws?token=[redacted]&EIO=4");
    row("last", "/ws?EIO=4&access_token=abc", "/ws?EIO=4&access_token=[redacted]");
    row("several", "/?auth=a&token=b", "/?auth=[redacted]&token=[redacted]");
    row("empty value stays", "/?token=&a=1", "/?token=&a=1");
    row("no value", "/?token", "/?token");
    row("capitals", "/?Token=abc", "/?Token=[redacted]");
    row("percent-encoded name", "/?%74ok%65n=abc", "/?%74ok%65n=[redacted]");
    row("longer name", "/?tokens=abc", "/?tokens=abc");
    row("value with separators", "/?token=a;b#c\"d=e?f&g=1", "/?token=[redacted]&g=1");
    row("name within a value", "/?q=token=abc", "/?q=token=abc");
    row("url in a value", "/?q=http://h/?token=abc", "/?q=http://h/?token=[redacted]");
    row("encoded url in a value", "/login?next=%2Fws%3fa%3D1%26token%3Dabc%26b&x=1",
        "/login?next=%2Fws%3fa%3D1%26token%3D[redacted]&x=1");
    row("encoded alone", "%2Fws%3Ftoken%3Dabc", "%2Fws%3Ftoken%3D[redacted]");
    row("encoded by halves", "/?q=%3&r=%zz&s=%", "/?q=%3&r=%zz&s=%");
    row("fragment", "/#access_token=abc", "/#access_token=[redacted]");
    row("bare query", "token=abc&x=1", "token=[redacted]&x=1");
    row("absolute form", "http://host:8001/ws?token=abc", "http://host:8001/ws?token=[redacted]");
    row("in a sentence", "GET /ws?token=abc failed, auth=xyz given",
        "GET /ws?token=[redacted] failed, auth=[redacted] given");
    row("password of the authority", "redis://user:p@ss@host:1/0",
        "redis://user:[redacted]@host:1/0");
    row("user without password", "http://user@host/", "http://user@host/");
    row("at sign in the path", "http://host:1/a@b", "http://host:1/a@b");
    row("camel case", "/?accessToken=abc&b=1", "/?accessToken=[redacted]&b=1");
    row("signed URL", "https://h/o?X-Amz-Signature=abc&X-Amz-Date=1",
        "https://h/o?X-Amz-Signature=[redacted]&X-Amz-Date=1");
    row("JWT", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.c2ln", "[redacted]");
    row("JWT among others", "chat, eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0., x", "chat, [redacted], x");
    row("JWT in a path", "http://h/eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.c2ln/x",
        "http://h/[redacted]/x");
    row("no JWT", "eyJhbGciOiJub25lIn0 of eyJ", "eyJhbGciOiJub25lIn0 of eyJ");
    row("bearer", "said 'BEARER  abc', then", "said 'BEARER  [redacted]', then");
    row("no bearer", "forbearer abc, bearer", "forbearer abc, bearer");
}

void tst_Redaction::url()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(redactedUrl(text), expected);
}

void tst_Redaction::headers_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("shown");

    const auto row = [](const char *name, const char *value, const char *shown) {
        QTest::addRow("%s: %s", name, value)
            << QByteArray(name) << QByteArray(value) << QByteArray(shown);
    };
    row("x-auth-token", "abc", "[redacted]");
    row("x-forwarded-authorization", "Bearer abc", "[redacted]");
    row("x-original", "bearer abc", "[redacted]");
    row("x-original", "Basic YTpi", "[redacted]");
    row("x-original", "Digest username=\"a\", response=\"b\"", "[redacted]");
    row("x-original", "Basically harmless", "Basically harmless");
    row("x-assertion", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.c2ln", "[redacted]");
    row("referer", "http://x/?token=abc&a=1", "http://x/?token=[redacted]&a=1");
    row("user-agent", "Mozilla/5.0 (X11; Linux x86_64)", "Mozilla/5.0 (X11; Linux x86_64)");
}

void tst_Redaction::headers()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QTEST(redactedHeader(name, value), "shown");
}

void tst_Redaction::secretNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("isSecret");
    QTest::newRow("token") << QByteArray("token") << true;
    QTest::newRow("header") << QByteArray("Authorization") << true;
    QTest::newRow("header with a dash") << QByteArray("Set-Cookie") << true;
    QTest::newRow("sid") << QByteArray("sid") << false;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("long") << QByteArray(100'000, 'a') << false;
    for (const char *name :
         {"x-auth-token", "x-access-token", "x-csrf-token", "x-amz-security-token", "api-key",
          "X-API-Key", "apiKey", "x-forwarded-authorization", "proxy-authorization", "cookie",
          "client_secret", "x-hub-signature", "sig", "x-auth", "authtoken"})
        QTest::newRow(name) << QByteArray(name) << true;
    for (const char *name : {"auth_required", "tokens", "admin_token_file", "jwt_secret_file",
                             "key", "-key", "monkey", "design", "x-author", "host"})
        QTest::newRow(name) << QByteArray(name) << false;
    QTest::newRow("secret at the end of a long one") << QByteArray(100'000, 'a') + "-token" << true;
}

void tst_Redaction::secretNames()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, isSecret);
    QCOMPARE(isSecretName(name), isSecret);
}

void tst_Redaction::isLinear()
{
    // Quadratic work would take minutes here.
    QElapsedTimer timer;
    timer.start();
    for (const char *unit : {"token=", "&", "://", "?a", "=", "://@:", "eyJ", "eyJ.", "bearer ",
                             "Bearer", "%3D", "%3Ftoken%3D"})
        QVERIFY(!redactedUrl(QByteArray(unit).repeated(200'000)).isEmpty());
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_APPLESS_MAIN(tst_Redaction)
#include "tst_redaction.moc"
