// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/auth/authenticator.h"

#include "common/auth/memorytokenstore.h"
#include "tests/common/auth/authenticatorfixture.h"

#include <QCryptographicHash>
#include <QSet>
#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace std::chrono_literals;

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
    void textsOfFailures();
    void choosesKeysByIssuer_data();
    void choosesKeysByIssuer();
    void severalForeignSets();
    void jwtGivesAnIdentity();
    void staticTokenIsNoJwt();
    void missingAndOversizedTokens();
    void badKeySetsAdmitNobody();
    void issues();
    void issuesNothingWithoutASecret();
    void knowsUntilTheKeyIsGone();
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

void tst_Authenticator::textsOfFailures()
{
    QCOMPARE(text(AuthFailure::Missing), QByteArray("missing_token"));
    QCOMPARE(text(AuthFailure::Invalid), QByteArray("invalid_token"));
    QCOMPARE(text(AuthFailure::Revoked), QByteArray("invalid_token"));
    QCOMPARE(text(AuthFailure::Expired), QByteArray("token_expired"));
}

void tst_Authenticator::choosesKeysByIssuer_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<bool>("isExpired");
    QTest::addColumn<QByteArray>("foreignIssuer"); // as configured
    QTest::addColumn<QByteArray>("expected");

    const auto row = [](const char *title, const QByteArray &secret, const char *members,
                        const char *foreignIssuer, const char *expected, bool isExpired = false) {
        QTest::newRow(title) << secret << QByteArray(members) << isExpired
                             << QByteArray(foreignIssuer) << QByteArray(expected);
    };
    row("ours", OwnSecret, R"("iss":"signalbox")", "", "good");
    row("ours, expired", OwnSecret, R"("iss":"signalbox")", "", "expired", true);
    row("ours, by their key", TheirSecret, R"("iss":"signalbox")", "", "invalid");
    row("ours, by their key, who say they are us", TheirSecret, R"("iss":"signalbox")", "signalbox",
        "invalid");
    row("theirs", TheirSecret, R"("iss":"them")", "", "good");
    row("theirs, expired", TheirSecret, R"("iss":"them")", "", "expired", true);
    row("theirs, by our key", OwnSecret, R"("iss":"them")", "", "invalid");
    row("theirs, expired, by our key", OwnSecret, R"("iss":"them")", "", "invalid", true);
    row("no issuer, their key", TheirSecret, R"("x":1)", "", "good");
    row("no issuer, our key", OwnSecret, R"("x":1)", "", "invalid");
    row("theirs, configured", TheirSecret, R"("iss":"them")", "them", "good");
    row("theirs, other configured", TheirSecret, R"("iss":"them")", "others", "invalid");
    row("no issuer, one configured", TheirSecret, R"("x":1)", "them", "invalid");
    row("like ours", OwnSecret, R"("iss":"Signalbox")", "", "invalid");
    row("issuer of another type", OwnSecret, R"("iss":["signalbox"])", "", "invalid");
    row("nobody's key", QByteArray(40, 'x'), R"("iss":"signalbox")", "", "invalid");
}

void tst_Authenticator::choosesKeysByIssuer()
{
    QFETCH(QByteArray, secret);
    QFETCH(QByteArray, members);
    QFETCH(bool, isExpired);
    QFETCH(QByteArray, foreignIssuer);
    QFETCH(QByteArray, expected);

    Authenticator authenticator;
    authenticator.setOwnKeys(keySet(OwnSecret, "whatever is set here"));
    authenticator.setForeignKeys({keySet(TheirSecret, foreignIssuer)});
    const QByteArray token = tokenWith(secret, members, isExpired);
    QCOMPARE(QByteArray(name(authenticator.authenticate(token))), expected);
    QCOMPARE(QByteArray(name(authenticator.authenticateJwt(token))), expected);
}

void tst_Authenticator::severalForeignSets()
{
    const QByteArray third(40, 't');
    Authenticator authenticator;
    Jwt::KeySet strong = keySet(third);
    strong.algorithm = Jwt::Algorithm::HS512;
    authenticator.setForeignKeys({keySet(TheirSecret, "them"), keySet(third, "third"), strong});
    QCOMPARE(name(authenticator.authenticate(tokenWith(TheirSecret, R"("iss":"them")"))), "good");
    QCOMPARE(name(authenticator.authenticate(tokenWith(third, R"("iss":"third")"))), "good");
    QCOMPARE(name(authenticator.authenticate(tokenWith(third, R"("iss":"them")"))), "invalid");
    QCOMPARE(name(authenticator.authenticate(tokenWith(TheirSecret, R"("iss":"third")"))),
             "invalid");
    // The sets after it do not make less of it.
    QCOMPARE(name(authenticator.authenticate(tokenWith(TheirSecret, R"("iss":"them")", true))),
             "expired");
}

void tst_Authenticator::jwtGivesAnIdentity()
{
    Authenticator authenticator;
    authenticator.setForeignKeys({keySet(TheirSecret)});
    const QByteArray token =
        tokenWith(TheirSecret, R"("jti":"t1","scope":"publish","rooms":["project:7"])");
    const auto identity = authenticator.authenticate(token);
    QVERIFY(identity);
    QCOMPARE(identity->user, QByteArray("ann"));
    QCOMPARE(identity->tokenId, QByteArray("t1"));
    QCOMPARE(identity->scopes, Scopes(Scope::Publish));
    QCOMPARE(identity->rooms.value(), QList<QByteArray>{"project:7"});
    QVERIFY(identity->expiresAt > std::chrono::system_clock::now() + 59min);
    QCOMPARE(identity->credential,
             QCryptographicHash::hash(token, QCryptographicHash::Sha256).toHex().first(32));
    QVERIFY(!authenticator.authenticate(tokenWith(TheirSecret, R"("x":1)"))->rooms);
}

void tst_Authenticator::staticTokenIsNoJwt()
{
    Authenticator authenticator;
    authenticator.setStaticTokens({"reader"});
    authenticator.setAdminToken("operator");
    QCOMPARE(name(authenticator.authenticate("reader")), "good");
    QVERIFY(!authenticator.authenticate("reader")->expiresAt);
    QCOMPARE(name(authenticator.authenticateJwt("reader")), "invalid");
    QCOMPARE(name(authenticator.authenticateJwt("operator")), "invalid");
    // A static token may look like a JWT.
    const QByteArray jwt = tokenWith(QByteArray(40, 'x'), R"("x":1)");
    authenticator.setStaticTokens({jwt});
    QCOMPARE(name(authenticator.authenticate(jwt)), "good");
    QCOMPARE(name(authenticator.authenticateJwt(jwt)), "invalid");
}

void tst_Authenticator::missingAndOversizedTokens()
{
    Authenticator authenticator;
    authenticator.setForeignKeys({keySet(TheirSecret)});
    QCOMPARE(name(authenticator.authenticate({})), "missing");
    QCOMPARE(name(authenticator.authenticate("")), "missing");
    QCOMPARE(name(authenticator.authenticateJwt({})), "missing");
    QCOMPARE(name(authenticator.authenticateJwt(QByteArray(8193, 'x'))), "invalid");
}

void tst_Authenticator::badKeySetsAdmitNobody()
{
    Authenticator authenticator;
    const QByteArray shortSecret(31, 's');
    authenticator.setOwnKeys(keySet(shortSecret));
    Jwt::KeySet mixed = keySet(TheirSecret);
    mixed.keys.append(shortSecret);
    authenticator.setForeignKeys({keySet(shortSecret), keySet({}), mixed});
    for (const QByteArray &secret : {shortSecret, QByteArray(), TheirSecret}) {
        for (const char *members : {R"("iss":"signalbox")", R"("x":1)"})
            QCOMPARE(name(authenticator.authenticate(tokenWith(secret, members))), "invalid");
    }
}

void tst_Authenticator::issues()
{
    MemoryTokenStore store;
    Authenticator authenticator;
    authenticator.setTokenStore(&store);
    Jwt::KeySet keys = keySet(OwnSecret);
    keys.keys.append(QByteArray(40, 'o'));
    keys.userClaim = "email";
    authenticator.setOwnKeys(keys);
    authenticator.setForeignKeys({keySet(TheirSecret)});

    QSet<QByteArray> ids;
    for (int i = 0; i < 100; ++i) {
        Jwt::Claims claims;
        claims.issuer = "somebody else";
        claims.user = "ann";
        claims.scopes = Scope::Publish;
        claims.expiresAt = std::chrono::system_clock::now() + 1h;
        const Result<QByteArray> token = authenticator.issue(claims);
        QVERIFY(token);
        QCOMPARE(claims.issuer, QByteArray("signalbox"));
        QCOMPARE(claims.tokenId.size(), 22); // 128 bits
        QVERIFY(claims.issuedAt);
        ids.insert(claims.tokenId);
        const auto identity = authenticator.authenticate(*token);
        QVERIFY(identity);
        QCOMPARE(identity->user, QByteArray("ann"));
        QCOMPARE(identity->tokenId, claims.tokenId);
        QCOMPARE(identity->scopes, Scopes(Scope::Publish));
        QCOMPARE(identity->keyDigest, Jwt::keyDigest(OwnSecret)); // the first key signs
    }
    QCOMPARE(ids.size(), 100);

    Jwt::Claims nobody;
    nobody.expiresAt = std::chrono::system_clock::now() + 1h;
    const Result<QByteArray> refused = authenticator.issue(nobody);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::BadRequest);
}

void tst_Authenticator::issuesNothingWithoutASecret()
{
    Authenticator authenticator;
    Jwt::Claims claims;
    claims.user = "ann";
    claims.expiresAt = std::chrono::system_clock::now() + 1h;
    const Result<QByteArray> none = authenticator.issue(claims);
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::Configuration);

    Jwt::KeySet keys;
    keys.algorithm = Jwt::Algorithm::ES256;
    keys.keys = {TestToken::publicPem(TestToken::ecKey())};
    authenticator.setOwnKeys(keys);
    const Result<QByteArray> publicOnly = authenticator.issue(claims);
    QVERIFY(!publicOnly);
    QCOMPARE(publicOnly.error().code, ErrorCode::Configuration);
}

void tst_Authenticator::knowsUntilTheKeyIsGone()
{
    Authenticator authenticator;
    authenticator.setStaticTokens({"reader"});
    authenticator.setForeignKeys({keySet(TheirSecret)});
    const auto reader = authenticator.authenticate("reader");
    const auto theirs = authenticator.authenticate(tokenWith(TheirSecret, R"("x":1)"));
    QVERIFY(reader && theirs);
    QVERIFY(authenticator.knows(*reader));
    QVERIFY(authenticator.knows(*theirs));
    QVERIFY(!authenticator.knows(Identity()));

    Jwt::KeySet rotated = keySet(OwnSecret);
    rotated.keys.append(TheirSecret);
    authenticator.setForeignKeys({rotated});
    QVERIFY(authenticator.knows(*theirs));
    authenticator.setForeignKeys({keySet(OwnSecret)});
    QVERIFY(!authenticator.knows(*theirs));
    QVERIFY(authenticator.knows(*reader));
    authenticator.setStaticTokens({});
    QVERIFY(!authenticator.knows(*reader));
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
