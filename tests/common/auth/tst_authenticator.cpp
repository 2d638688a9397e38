// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/auth/authenticator.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Signalbox;

class tst_Authenticator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void authenticate_data();
    void authenticate();
    void rotatedTokensAreAllValid();
    void replacedTokensAreForgotten();
    void noTokensAdmitNobody();
    void adminTokenThatIsStaticTooIsAdmin();
    void credentialTellsTokensApart();
    void bearerToken_data();
    void bearerToken();
};

void tst_Authenticator::authenticate_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<bool>("isValid");
    QTest::addColumn<bool>("isAdmin");

    QTest::newRow("static token") << QByteArray("reader-1") << true << false;
    QTest::newRow("admin token") << QByteArray("operator") << true << true;
    QTest::newRow("unknown") << QByteArray("reader-2") << false << false;
    QTest::newRow("empty") << QByteArray() << false << false;
    QTest::newRow("prefix") << QByteArray("reader-") << false << false;
    QTest::newRow("longer") << QByteArray("reader-11") << false << false;
    QTest::newRow("other case") << QByteArray("Reader-1") << false << false;
    QTest::newRow("NUL after") << QByteArray("reader-1\0", 9) << false << false;
    QTest::newRow("space after") << QByteArray("reader-1 ") << false << false;
    QTest::newRow("8 KiB") << QByteArray(8192, 'x') << true << false;
    QTest::newRow("over 8 KiB") << QByteArray(8193, 'x') << false << false;
}

void tst_Authenticator::authenticate()
{
    QFETCH(QByteArray, token);
    QFETCH(bool, isValid);
    QFETCH(bool, isAdmin);

    Authenticator authenticator;
    authenticator.setStaticTokens(
        {QByteArray("reader-1"), QByteArray(8192, 'x'), QByteArray(8193, 'x'), QByteArray()});
    authenticator.setAdminToken("operator");

    const auto identity = authenticator.authenticate(token);
    QCOMPARE(identity.has_value(), isValid);
    if (!isValid)
        return;
    Scopes expected = Scope::Subscribe | Scope::Publish;
    expected.setFlag(Scope::Admin, isAdmin);
    QCOMPARE(identity->scopes, expected);
    QVERIFY(identity->user.isEmpty());
    QCOMPARE(identity->credential,
             QCryptographicHash::hash(token, QCryptographicHash::Sha256).toHex().first(32));
}

void tst_Authenticator::rotatedTokensAreAllValid()
{
    Authenticator authenticator;
    authenticator.setStaticTokens({"old", "new", "newest"});
    QVERIFY(authenticator.hasStaticTokens());
    for (const char *token : {"old", "new", "newest"})
        QVERIFY(authenticator.authenticate(token));
}

void tst_Authenticator::replacedTokensAreForgotten()
{
    Authenticator authenticator;
    authenticator.setStaticTokens({"old"});
    authenticator.setAdminToken("admin-old");
    authenticator.setStaticTokens({"new"});
    authenticator.setAdminToken("admin-new");
    QVERIFY(!authenticator.authenticate("old"));
    QVERIFY(!authenticator.authenticate("admin-old"));
    QVERIFY(authenticator.authenticate("new"));
    QVERIFY(authenticator.authenticate("admin-new"));

    authenticator.setAdminToken({});
    QVERIFY(!authenticator.authenticate("admin-new"));
}

void tst_Authenticator::noTokensAdmitNobody()
{
    Authenticator authenticator;
    QVERIFY(!authenticator.hasStaticTokens());
    QVERIFY(!authenticator.authenticate(""));
    QVERIFY(!authenticator.authenticate("anything"));

    authenticator.setStaticTokens({QByteArray(), QByteArray("")});
    authenticator.setAdminToken("");
    QVERIFY(!authenticator.hasStaticTokens());
    QVERIFY(!authenticator.authenticate(""));
}

void tst_Authenticator::adminTokenThatIsStaticTooIsAdmin()
{
    Authenticator authenticator;
    authenticator.setStaticTokens({"both"});
    authenticator.setAdminToken("both");
    QVERIFY(authenticator.authenticate("both")->scopes.testFlag(Scope::Admin));
}

void tst_Authenticator::credentialTellsTokensApart()
{
    Authenticator authenticator;
    authenticator.setStaticTokens({"one", "two"});
    QVERIFY(authenticator.authenticate("one")->credential
            != authenticator.authenticate("two")->credential);
    QVERIFY(!authenticator.authenticate("one")->credential.contains("one"));
}

void tst_Authenticator::bearerToken_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("token"); // null: none

    QTest::newRow("plain") << QByteArray("Bearer abc") << QByteArray("abc");
    QTest::newRow("lower case") << QByteArray("bearer abc") << QByteArray("abc");
    QTest::newRow("upper case") << QByteArray("BEARER abc") << QByteArray("abc");
    QTest::newRow("more spaces") << QByteArray("Bearer   abc") << QByteArray("abc");
    QTest::newRow("all characters")
        << QByteArray("Bearer aZ09-._~+/==") << QByteArray("aZ09-._~+/==");
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("scheme only") << QByteArray("Bearer") << QByteArray();
    QTest::newRow("no token") << QByteArray("Bearer ") << QByteArray();
    QTest::newRow("no space") << QByteArray("Bearerabc") << QByteArray();
    QTest::newRow("tab") << QByteArray("Bearer\tabc") << QByteArray();
    QTest::newRow("other scheme") << QByteArray("Basic abc") << QByteArray();
    QTest::newRow("scheme that begins alike") << QByteArray("BearerX abc") << QByteArray();
    QTest::newRow("two tokens") << QByteArray("Bearer abc def") << QByteArray();
    QTest::newRow("space after") << QByteArray("Bearer abc ") << QByteArray();
    QTest::newRow("padding only") << QByteArray("Bearer ==") << QByteArray();
    QTest::newRow("padding inside") << QByteArray("Bearer a=b") << QByteArray();
    QTest::newRow("quotes") << QByteArray("Bearer \"abc\"") << QByteArray();
    QTest::newRow("UTF-8") << QByteArray("Bearer ab\xc3\xa9") << QByteArray();
    QTest::newRow("NUL") << QByteArray("Bearer a\0b", 10) << QByteArray();
    QTest::newRow("space before") << QByteArray(" Bearer abc") << QByteArray();
}

void tst_Authenticator::bearerToken()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, token);
    const QByteArrayView found = Authenticator::bearerToken(header);
    QCOMPARE(found.toByteArray(), token);
    QCOMPARE(found.isNull(), token.isNull());
}

QTEST_APPLESS_MAIN(tst_Authenticator)
#include "tst_authenticator.moc"
