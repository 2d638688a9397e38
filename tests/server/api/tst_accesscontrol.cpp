// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/accesscontrol.h"

#include <QTest>

#include <optional>

using namespace Signalbox;

class tst_AccessControl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decides_data();
    void decides();
    void namesTheCredential();
    void rooms_data();
    void rooms();
};

namespace {

using Code = std::optional<ErrorCode>;

constexpr ErrorCode Missing = ErrorCode::AuthRequired;
constexpr ErrorCode Invalid = ErrorCode::InvalidToken;
constexpr ErrorCode Forbidden = ErrorCode::Forbidden;

HttpRequest requestWith(const QByteArray &authorization)
{
    HttpRequest request;
    if (!authorization.isNull())
        request.head.fields.append({"authorization", authorization});
    return request;
}

Code codeOf(const Result<Identity> &result)
{
    return result ? Code() : result.error().code;
}

Identity identity(const QByteArray &user, Scope scope)
{
    Identity result;
    result.user = user;
    result.scopes = scope;
    result.credential = "c";
    return result;
}

struct Fixture
{
    Fixture(bool requiresAuth, bool allowsAnonymous)
        : context{.hub = hub,
                  .connections = connections,
                  .authenticator = authenticator,
                  .policy = policy,
                  .authGuard = authGuard,
                  .logger = logger,
                  .version = {},
                  .requiresAuth = requiresAuth,
                  .allowsAnonymous = allowsAnonymous}
    {
        authenticator.setStaticTokens({"static"});
        authenticator.setAdminToken("admin");
    }

    EventHub hub;
    ConnectionRegistry connections;
    Authenticator authenticator;
    AccessRules policy;
    AuthGuard authGuard;
    Logger logger{LogFormat::Text, LogLevel::Error};
    ApiContext context;
    AccessControl access{context};
};

} // namespace

void tst_AccessControl::decides_data()
{
    QTest::addColumn<bool>("requiresAuth");
    QTest::addColumn<bool>("allowsAnonymous");
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<Code>("admin");
    QTest::addColumn<Code>("publish");
    QTest::addColumn<Code>("read");

    const auto row = [](const char *name, bool requiresAuth, bool allowsAnonymous,
                        const QByteArray &authorization, Code admin, Code publish, Code read) {
        QTest::newRow(name) << requiresAuth << allowsAnonymous << authorization << admin << publish
                            << read;
    };
    const Code ok;
    row("open: nothing", false, false, {}, Missing, ok, ok);
    row("open: static", false, false, "Bearer static", Forbidden, ok, ok);
    row("open: admin", false, false, "Bearer admin", ok, ok, ok);
    row("open: wrong", false, false, "Bearer wrong", Invalid, Invalid, Invalid);
    row("required: nothing", true, false, {}, Missing, Missing, Missing);
    row("required: static", true, false, "Bearer static", Forbidden, ok, ok);
    row("required: admin", true, false, "Bearer admin", ok, ok, ok);
    row("required: wrong", true, false, "Bearer wrong", Invalid, Invalid, Invalid);
    row("required: empty header", true, false, "", Invalid, Invalid, Invalid);
    row("required: no token", true, false, "Bearer ", Invalid, Invalid, Invalid);
    row("required: another scheme", true, false, "Basic static", Invalid, Invalid, Invalid);
    row("required: no scheme", true, false, "static", Invalid, Invalid, Invalid);
    row("required: scheme in lower case", true, false, "bearer static", Forbidden, ok, ok);
    row("anonymous reads: nothing", true, true, {}, Missing, Missing, ok);
    row("anonymous reads: static", true, true, "Bearer static", Forbidden, ok, ok);
    row("anonymous reads: wrong", true, true, "Bearer wrong", Invalid, Invalid, Invalid);
}

void tst_AccessControl::decides()
{
    QFETCH(bool, requiresAuth);
    QFETCH(bool, allowsAnonymous);
    QFETCH(QByteArray, authorization);
    QFETCH(Code, admin);
    QFETCH(Code, publish);
    QFETCH(Code, read);
    const Fixture fixture(requiresAuth, allowsAnonymous);
    const HttpRequest request = requestWith(authorization);
    QVERIFY(codeOf(fixture.access.requireAdmin(request)) == admin);
    QVERIFY(codeOf(fixture.access.requirePublish(request)) == publish);
    QVERIFY(codeOf(fixture.access.requireRead(request)) == read);
}

void tst_AccessControl::namesTheCredential()
{
    Fixture fixture(true, false);
    fixture.authenticator.setStaticTokens({"static", "other"});
    const auto credential = [&](const QByteArray &token) {
        return fixture.access.requirePublish(requestWith("Bearer " + token))->credential;
    };
    QVERIFY(!credential("static").isEmpty());
    QVERIFY(credential("static") != credential("other"));
    QVERIFY2(!credential("static").contains("static"), "it does not tell the token");
    QCOMPARE(credential("static"), credential("static"));
}

void tst_AccessControl::rooms_data()
{
    QTest::addColumn<QByteArray>("room");
    QTest::addColumn<bool>("nobody"); // may an identity without a name read it
    QTest::addColumn<bool>("ann");
    QTest::addColumn<bool>("admin");
    const auto row = [](const char *room, bool nobody, bool ann, bool admin) {
        QTest::newRow(room) << QByteArray(room) << nobody << ann << admin;
    };
    row("global", true, true, true);
    row("workflow:1", true, true, true);
    row("bot:1", true, true, true);
    row("strategy:1", true, true, true);
    row("user:ann", false, true, true);
    row("user:bob", false, false, true);
    row("user:an", false, false, true);
    row("project:1", false, false, true);
    row("agent:1", false, false, true);
}

void tst_AccessControl::rooms()
{
    QFETCH(QByteArray, room);
    const Fixture fixture(false, false);
    Identity nobody;
    QTEST(fixture.access.mayRead(nobody, room), "nobody");
    nobody.scopes = Scope::Subscribe | Scope::Publish;
    QTEST(fixture.access.mayRead(nobody, room), "nobody");
    QTEST(fixture.access.mayRead(identity("ann", Scope::Subscribe), room), "ann");
    QTEST(fixture.access.mayRead(identity("", Scope::Admin), room), "admin");
}

QTEST_APPLESS_MAIN(tst_AccessControl)
#include "tst_accesscontrol.moc"
