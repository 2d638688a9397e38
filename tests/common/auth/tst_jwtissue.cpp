// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/auth/jwt.h"

#include "tests/common/auth/jwtfixture.h"
#include "tests/common/auth/testtoken.h"

#include <QTest>

#include <functional>

using namespace Signalbox;
using namespace Signalbox::Test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(Signalbox::Jwt::Claims)

class tst_JwtIssue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void issuedTokensAreGood_data();
    void issuedTokensAreGood();
    void issueRefuses_data();
    void issueRefuses();
};

void tst_JwtIssue::issuedTokensAreGood_data()
{
    QTest::addColumn<QByteArray>("algorithm");
    QTest::addColumn<int>("scopes");
    QTest::addColumn<bool>("hasRooms");
    QTest::addColumn<QList<QByteArray>>("rooms");

    using Rooms = QList<QByteArray>;
    const int all = int(Scope::Subscribe) | int(Scope::Publish) | int(Scope::Admin);
    QTest::newRow("HS256") << QByteArray("HS256") << int(Scope::Publish) << true
                           << Rooms{"project:7", "agent:*"};
    QTest::newRow("HS384") << QByteArray("HS384") << int(Scope::Subscribe) << false << Rooms();
    QTest::newRow("HS512") << QByteArray("HS512") << all << true << Rooms();
    QTest::newRow("quotes in rooms") << QByteArray("HS256") << int(Scope::Subscribe) << true
                                     << Rooms{"project:\"\\\n", "project:\xc3\xa9"};
}

void tst_JwtIssue::issuedTokensAreGood()
{
    QFETCH(QByteArray, algorithm);
    QFETCH(int, scopes);
    QFETCH(bool, hasRooms);
    QFETCH(QList<QByteArray>, rooms);

    Jwt::Claims claims;
    claims.issuer = "signalbox";
    claims.user = "ann \"quoted\" \xc3\xa9";
    claims.tokenId = "t1";
    claims.scopes = Scopes(QFlag(scopes));
    if (hasRooms)
        claims.rooms = rooms;
    claims.issuedAt = Now - 5s;
    claims.expiresAt = Now + 1h;
    Jwt::KeySet keys = keySet();
    keys.algorithm = *Jwt::algorithmFromName(algorithm);
    keys.issuer = "signalbox";

    const Result<QByteArray> token = Jwt::sign(claims, keys.algorithm, Secret);
    QVERIFY(token);
    const auto read = Jwt::verify(*token, keys, Now);
    QVERIFY2(read, read ? "" : qPrintable(read.error().reason));
    QCOMPARE(read->issuer, claims.issuer);
    QCOMPARE(read->user, claims.user);
    QCOMPARE(read->tokenId, claims.tokenId);
    QCOMPARE(int(read->scopes), scopes);
    QCOMPARE(read->rooms.has_value(), hasRooms);
    QCOMPARE(read->rooms.value_or(QList<QByteArray>()), rooms);
    QVERIFY(read->issuedAt == claims.issuedAt);
    QVERIFY(read->expiresAt == claims.expiresAt);

    // And by Qt's HMAC, not only by the library that made it.
    const QByteArrayList parts = token->split('.');
    QCOMPARE(TestToken::hmacToken(QByteArray::fromBase64(parts[0], QByteArray::Base64UrlEncoding),
                                  QByteArray::fromBase64(parts[1], QByteArray::Base64UrlEncoding),
                                  Secret, algorithm.last(3).toInt()),
             *token);
}

void tst_JwtIssue::issueRefuses_data()
{
    QTest::addColumn<Jwt::Claims>("claims");
    QTest::addColumn<QByteArray>("algorithm");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("field");

    const auto row = [](const char *name, ErrorCode code, const char *field,
                        const std::function<void(Jwt::Claims &)> &change) {
        Jwt::Claims claims;
        claims.user = "ann";
        claims.expiresAt = Now;
        change(claims);
        QTest::newRow(name) << claims << QByteArray("HS256") << Secret << int(code)
                            << QString::fromLatin1(field);
    };
    const auto wrong = ErrorCode::BadRequest;
    row("no user", wrong, "sub", [](Jwt::Claims &claims) { claims.user.clear(); });
    row("user with a star", wrong, "sub", [](Jwt::Claims &claims) { claims.user = "*"; });
    row("user not UTF-8", wrong, "sub", [](Jwt::Claims &claims) { claims.user = "\xff"; });
    row("long id", wrong, "jti",
        [](Jwt::Claims &claims) { claims.tokenId = QByteArray(256, 'x'); });
    row("issuer not UTF-8", wrong, "iss", [](Jwt::Claims &claims) { claims.issuer = "\xff"; });
    row("before 1970", wrong, "exp", [](Jwt::Claims &claims) {
        claims.expiresAt = {};
        claims.expiresAt -= 1s;
    });
    row("never", wrong, "exp", [](Jwt::Claims &claims) {
        claims.expiresAt = std::chrono::system_clock::time_point::max();
    });
    row("issued never", wrong, "iat", [](Jwt::Claims &claims) {
        claims.issuedAt = std::chrono::system_clock::time_point::min();
    });
    row("room not UTF-8", wrong, "rooms",
        [](Jwt::Claims &claims) { claims.rooms = QList<QByteArray>{"project:\xff"}; });
    row("room with a NUL", wrong, "rooms",
        [](Jwt::Claims &claims) { claims.rooms = QList<QByteArray>{QByteArray("a\0", 2)}; });
    row("too many rooms", wrong, "rooms",
        [](Jwt::Claims &claims) { claims.rooms = QList<QByteArray>(1000, "project:7"); });

    Jwt::Claims good;
    good.user = "ann";
    good.expiresAt = Now;
    const int configuration = int(ErrorCode::Configuration);
    QTest::newRow("no secret") << good << QByteArray("HS256") << QByteArray() << configuration
                               << QString();
    QTest::newRow("short secret") << good << QByteArray("HS256") << Secret.first(31)
                                  << configuration << QString();
    QTest::newRow("RS256") << good << QByteArray("RS256") << Secret << configuration << QString();
    QTest::newRow("ES256") << good << QByteArray("ES256") << Secret << configuration << QString();
}

void tst_JwtIssue::issueRefuses()
{
    QFETCH(Jwt::Claims, claims);
    QFETCH(QByteArray, algorithm);
    QFETCH(QByteArray, secret);
    QFETCH(int, code);
    QFETCH(QString, field);
    const Result<QByteArray> token = Jwt::sign(claims, *Jwt::algorithmFromName(algorithm), secret);
    QVERIFY(!token);
    QCOMPARE(int(token.error().code), code);
    QCOMPARE(token.error().field, field);
}

QTEST_APPLESS_MAIN(tst_JwtIssue)
#include "tst_jwtissue.moc"
