// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/router.h"

#include "server/engineio/engineserver.h"
#include "server/engineio/enginesession.h"
#include "tests/server/api/testcall.h"

#include <QTest>

using namespace Signalbox;

class tst_Router : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manners_data();
    void manners();
    void handlerSeesTheRequest();
    void answersLater();
    void bodyOverTheLimit();
    void engineHasItsOwnPathAndLimit_data();
    void engineHasItsOwnPathAndLimit();
    void drainingTakesNoNewSessions();
    void upgradeElsewhereIsAnOrdinaryRequest();
};

namespace {

const QByteArray Upgrade = "Connection: upgrade\r\nUpgrade: websocket\r\n"
                           "Sec-WebSocket-Version: 13\r\n"
                           "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

struct Fixture
{
    explicit Fixture(const EngineOptions &options = {})
        : engine(options, door.context())
    {
        router.add("/things", "GET",
                   [](const HttpRequest &) { return HttpResponse::json(QByteArray("[1,2]")); });
        router.add("/things", "POST", [](const HttpRequest &request) {
            return HttpResponse::json(request.body, 202);
        });
        router.add("/things/one", "DELETE", [](const HttpRequest &) {
            return HttpResponse{204, {}, {}, {}};
        });
        router.add(engine);
        port = door.listen({QHostAddress(QHostAddress::LocalHost)}, 0).value_or(0);
    }

    Router router{1000};
    FrontDoor door{{}, router};
    EngineServer engine;
    quint16 port = 0;
};

} // namespace

void tst_Router::manners_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("allow");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QByteArray>("body");

    const auto row = [](const char *name, const QByteArray &method, const QByteArray &target,
                        int status, const QByteArray &allow = {}, const QString &code = {},
                        const QByteArray &body = {}) {
        QTest::newRow(name) << method << target << status << allow << code << body;
    };
    const QByteArray both = "GET, HEAD, POST, OPTIONS";
    const QString notAllowed = QStringLiteral("method_not_allowed");
    const QString notFound = QStringLiteral("not_found");
    row("GET", "GET", "/things", 200, {}, {}, "[1,2]");
    row("GET with a query", "GET", "/things?a=b", 200, {}, {}, "[1,2]");
    row("HEAD wherever GET", "HEAD", "/things", 200);
    row("OPTIONS", "OPTIONS", "/things", 204, both);
    row("OPTIONS of what has no GET", "OPTIONS", "/things/one", 204, "DELETE, OPTIONS");
    row("DELETE", "DELETE", "/things/one", 204);
    row("wrong method", "PUT", "/things", 405, both, notAllowed);
    row("HEAD of what has no GET", "HEAD", "/things/one", 405, "DELETE, OPTIONS");
    row("GET of what has none", "GET", "/things/one", 405, "DELETE, OPTIONS", notAllowed);
    row("no such path", "GET", "/nothing", 404, {}, notFound);
    row("a slash too many", "GET", "/things/", 404, {}, notFound);
    row("paths have a case", "GET", "/Things", 404, {}, notFound);
    row("percent-encoded", "GET", "/%74hings", 200, {}, {}, "[1,2]");
    row("OPTIONS of nothing", "OPTIONS", "/nothing", 404, {}, notFound);
}

void tst_Router::manners()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    QFETCH(QByteArray, allow);
    QFETCH(QString, code);
    QFETCH(QByteArray, body);
    const Fixture fixture;
    const TestAnswer answer = testCall(fixture.port, method, target);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.headers.value("allow"), allow);
    QCOMPARE(answer.errorCode(), code);
    if (status == 200 || method == "HEAD")
        QCOMPARE(answer.body, body);
    if (method == "HEAD" && status == 200)
        QCOMPARE(answer.headers.value("content-length"), QByteArray("5"));
}

void tst_Router::handlerSeesTheRequest()
{
    Fixture fixture;
    HttpRequest seen;
    fixture.router.add("/see", "PUT", [&](const HttpRequest &request) {
        seen = request;
        return HttpResponse::json(QJsonObject());
    });
    const TestAnswer answer =
        testCall(fixture.port, "PUT", "/see?a=b%20c", "X-Some: thing\r\n", "the body");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.headers.value("content-type"), QByteArray("application/json"));
    QCOMPARE(seen.head.queryValue("a"), QByteArray("b c"));
    QCOMPARE(seen.head.value("x-some"), QByteArray("thing"));
    QCOMPARE(seen.body, QByteArray("the body"));
}

void tst_Router::answersLater()
{
    Fixture fixture;
    fixture.router.add("/later", "GET",
                       Router::Handler([&](const HttpRequest &, const PendingResponse &response) {
                           QMetaObject::invokeMethod(
                               this, [=] { response.send(HttpResponse::json(QByteArray("1"))); },
                               Qt::QueuedConnection);
                       }));
    QCOMPARE(testCall(fixture.port, "GET", "/later").body, QByteArray("1"));
}

void tst_Router::bodyOverTheLimit()
{
    const Fixture fixture;
    QCOMPARE(testCall(fixture.port, "POST", "/things", {}, QByteArray(1000, '1')).status, 202);
    const TestAnswer answer = testCall(fixture.port, "POST", "/things", {}, QByteArray(1001, '1'));
    QCOMPARE(answer.status, 413);
    QCOMPARE(answer.errorCode(), QStringLiteral("payload_too_large"));
}

void tst_Router::engineHasItsOwnPathAndLimit_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("opens a session")
        << QByteArray("/engine/?EIO=4&transport=polling") << 200 << QByteArray("0{\"sid\":");
    QTest::newRow("without its slash")
        << QByteArray("/engine?EIO=4&transport=polling") << 200 << QByteArray("0{\"sid\":");
    QTest::newRow("unknown transport")
        << QByteArray("/engine/?EIO=4&transport=pigeon") << 400 << QByteArray("{\"code\":0");
    QTest::newRow("below it") << QByteArray("/engine/x?EIO=4&transport=polling") << 404
                              << QByteArray("{\"error\"");
    QTest::newRow("default path") << QByteArray("/socket.io/?EIO=4&transport=polling") << 404
                                  << QByteArray("{\"error\"");
}

void tst_Router::engineHasItsOwnPathAndLimit()
{
    QFETCH(QByteArray, target);
    EngineOptions options;
    options.path = "/engine/";
    options.maxPayload = 5000;
    const Fixture fixture(options);
    const TestAnswer answer = testCall(fixture.port, "GET", target);
    QTEST(answer.status, "status");
    QFETCH(QByteArray, start);
    QVERIFY2(answer.body.startsWith(start), answer.body.constData());

    HttpHead head;
    head.path = "/engine/";
    QCOMPARE(fixture.router.maxBody(head), qint64(5000));
    head.path = "/things";
    QCOMPARE(fixture.router.maxBody(head), qint64(1000));
}

void tst_Router::drainingTakesNoNewSessions()
{
    Fixture fixture;
    const QByteArray path = "/socket.io/?EIO=4&transport=";
    const TestAnswer opened = testCall(fixture.port, "GET", path + "polling");
    QCOMPARE(opened.status, 200);
    const QByteArray sid = fixture.engine.sessions().constFirst()->sid();

    fixture.router.setDraining();
    const TestAnswer refused = testCall(fixture.port, "GET", path + "polling");
    QCOMPARE(refused.status, 503);
    QCOMPARE(refused.errorCode(), QStringLiteral("draining"));
    QCOMPARE(testCall(fixture.port, "GET", path + "polling&sid=").status, 503);
    QCOMPARE(testCall(fixture.port, "GET", path + "websocket", Upgrade).status, 503);
    QCOMPARE(testCall(fixture.port, "POST", path + "polling&sid=" + sid, {}, "3").status, 200);
    QCOMPARE(testCall(fixture.port, "GET", "/things").status, 200);
}

void tst_Router::upgradeElsewhereIsAnOrdinaryRequest()
{
    const Fixture fixture;
    QCOMPARE(testCall(fixture.port, "GET", "/things", Upgrade).status, 200);
    QCOMPARE(testCall(fixture.port, "GET", "/nothing", Upgrade).status, 404);
}

QTEST_GUILESS_MAIN(tst_Router)
#include "tst_router.moc"
