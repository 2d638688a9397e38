// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/workflowdialect.h"

#include "tests/server/dialects/workflowpackets.h"
#include "tests/server/dialects/workflowserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;

namespace {

const QByteArray Bad = authResponse(false, "Invalid token");
const QByteArray NotRequired = authResponse(true, "Authentication not required");

} // namespace

class tst_WorkflowAuthentication : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokenInTheHandshake_data();
    void tokenInTheHandshake();
    void authenticates_data();
    void authenticates();
    void failedAuthenticationKeepsTheEarlierOne();
    void failuresAreTold();
    void subscribingNeedsAuthentication();
    void revokedCredentialCutsItsConnections();
};

void tst_WorkflowAuthentication::tokenInTheHandshake_data()
{
    QTest::addColumn<bool>("requiresAuth");
    QTest::addColumn<QByteArray>("connectPacket");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("answer");

    const auto row = [](const char *name, bool requiresAuth, const QByteArray &packet,
                        const QByteArray &query, const QByteArray &header,
                        const QByteArray &answer) {
        QTest::newRow(name) << requiresAuth << packet << query << header << answer;
    };
    row("auth", true, "0{\"token\":\"secret\"}", {}, {}, Good);
    row("second static token", true, "0{\"token\":\"other\"}", {}, {}, Good);
    row("admin token", true, "0{\"token\":\"admin\"}", {}, {}, Good);
    row("header", true, "0", {}, "Bearer secret", Good);
    row("query", true, "0", "&token=secret", {}, Good);
    row("auth before query", true, "0{\"token\":\"wrong\"}", "&token=secret", {}, Bad);
    row("header before query", true, "0", "&token=secret", "Bearer wrong", Bad);
    row("empty one in auth", true, "0{\"token\":\"\"}", "&token=secret", {}, Good);
    row("escaped", true, "0{\"token\":\"\\u0073ecret\"}", {}, {}, Good);
    row("wrong in auth", true, "0{\"token\":\"wrong\"}", {}, {}, Bad);
    row("wrong in query", true, "0", "&token=wrong", {}, Bad);
    row("not required, right", false, "0{\"token\":\"secret\"}", {}, {}, NotRequired);
    row("not required, wrong", false, "0{\"token\":\"wrong\"}", {}, {}, NotRequired);
}

void tst_WorkflowAuthentication::tokenInTheHandshake()
{
    QFETCH(bool, requiresAuth);
    QFETCH(QByteArray, connectPacket);
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, answer);
    const WorkflowServer server({.requiresAuth = requiresAuth});
    TestClient client;
    QVERIFY(client.enter(server.port(), connectPacket, query, header).startsWith("0{\"sid\""));
    QVERIFY(client.text().startsWith("2[\"connected\","));
    QCOMPARE(client.text(), answer);
    // A bad one leaves the client connected, but not authenticated.
    client.send("2[\"subscribe_bot\",{\"bot_id\":1}]");
    QCOMPARE(client.text().startsWith("2[\"subscribed\""), answer != Bad);
}

void tst_WorkflowAuthentication::authenticates_data()
{
    QTest::addColumn<bool>("requiresAuth");
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<QByteArray>("answer");
    const auto row = [](const char *name, bool requiresAuth, const QByteArray &arguments,
                        const QByteArray &answer) {
        QTest::newRow(name) << requiresAuth << arguments << answer;
    };
    row("right", true, ",{\"token\":\"secret\"}", Good);
    row("wrong", true, ",{\"token\":\"wrong\"}", Bad);
    row("a prefix", true, ",{\"token\":\"secre\"}", Bad);
    row("empty", true, ",{\"token\":\"\"}", Bad);
    row("a number", true, ",{\"token\":1}", Bad);
    row("none", true, ",{}", Bad);
    row("no object", true, ",\"secret\"", Bad);
    row("no argument", true, "", Bad);
    row("too long", true, ",{\"token\":\"" + QByteArray(10'000, 'x') + "\"}", Bad);
    row("not required, right", false, ",{\"token\":\"secret\"}", NotRequired);
    row("not required, wrong", false, ",{\"token\":\"wrong\"}", NotRequired);
    row("not required, none", false, "", NotRequired);
}

void tst_WorkflowAuthentication::authenticates()
{
    QFETCH(bool, requiresAuth);
    QFETCH(QByteArray, arguments);
    QFETCH(QByteArray, answer);
    const WorkflowServer server({.requiresAuth = requiresAuth});
    TestClient client;
    QVERIFY(greet(client, server));
    client.send("25[\"authenticate\"" + arguments + ']');
    QCOMPARE(client.text(), answer);
    const QByteArray argument = answer.sliced(answer.indexOf('{')).chopped(1);
    QCOMPARE(client.text(), "35[" + argument + ']');
}

void tst_WorkflowAuthentication::failedAuthenticationKeepsTheEarlierOne()
{
    const WorkflowServer server(Required);
    TestClient client;
    QVERIFY(greet(client, server, "0{\"token\":\"secret\"}"));
    QCOMPARE(client.text(), Good);
    client.send("2[\"authenticate\",{\"token\":\"wrong\"}]");
    QCOMPARE(client.text(), Bad);
    client.send("2[\"subscribe_bot\",{\"bot_id\":1}]");
    QVERIFY(client.text().startsWith("2[\"subscribed\""));
}

void tst_WorkflowAuthentication::failuresAreTold()
{
    const WorkflowServer server(Required);
    QSignalSpy failed(&server.dialect, &WorkflowDialect::authenticationFailed);
    TestClient client;
    QVERIFY(greet(client, server));
    client.send("2[\"authenticate\",{\"token\":\"secret\"}]");
    QCOMPARE(client.text(), Good);
    QCOMPARE(failed.size(), 0);
    client.send("2[\"authenticate\",{\"token\":\"wrong\"}]");
    QCOMPARE(client.text(), Bad);
    QCOMPARE(failed.size(), 1);
    QVERIFY(failed.at(0).at(1).toByteArray().startsWith("127.0.0.1:"));
}

void tst_WorkflowAuthentication::subscribingNeedsAuthentication()
{
    WorkflowServer server(Required);
    TestClient client;
    QVERIFY(greet(client, server));
    const QByteArray error = "{\"code\":\"auth_required\",\"message\":\"Authentication required\"}";
    for (const QByteArray kind : {"workflow", "bot", "strategy"}) {
        client.send("21[\"subscribe_" + kind + "\",{\"" + kind + "_id\":1}]");
        QCOMPARE(client.text(), "2[\"error\"," + error + ']');
        QCOMPARE(client.text(), "31[" + error + ']');
    }
    client.send("2[\"subscribe_bot\",{}]");
    QVERIFY2(client.text().contains("auth_required"), "that comes before all else");
    QCOMPARE(server.server.of("/").rooms().size(), qsizetype(0));
    client.send("2[\"authenticate\",{\"token\":\"secret\"}]");
    QCOMPARE(client.text(), Good);
    client.send("2[\"subscribe_bot\",{\"bot_id\":1}]");
    QVERIFY(client.text().startsWith("2[\"subscribed\""));
}

void tst_WorkflowAuthentication::revokedCredentialCutsItsConnections()
{
    WorkflowServer server;
    TestClient revoked;
    TestClient kept;
    TestClient admin;
    TestClient anonymous;
    QVERIFY(greet(revoked, server, "0{\"token\":\"secret\"}"));
    QVERIFY(greet(kept, server, "0{\"token\":\"other\"}"));
    QVERIFY(greet(admin, server, "0{\"token\":\"admin\"}"));
    for (TestClient *client : {&revoked, &kept, &admin})
        QCOMPARE(client->text(), NotRequired);
    QVERIFY(greet(anonymous, server));

    server.dialect.recheckCredentials(); // nothing has changed
    QCOMPARE(server.server.connections().count(), 4);
    server.authenticator.setStaticTokens({"other", "new"});
    server.dialect.recheckCredentials();
    QCOMPARE(revoked.text(), QByteArray("1"));
    QVERIFY(revoked.waitForClose());
    QCOMPARE(revoked.closeCode(), 4403);
    QCOMPARE(server.server.connections().count(), 3);

    server.authenticator.setAdminToken("another");
    server.dialect.recheckCredentials();
    QCOMPARE(admin.text(), QByteArray("1"));
    QVERIFY(admin.waitForClose());
    server.hub.setEmergency(true, {});
    QVERIFY(kept.text().startsWith("2[\"emergency\""));
    QVERIFY(anonymous.text().startsWith("2[\"emergency\""));
}

QTEST_GUILESS_MAIN(tst_WorkflowAuthentication)
#include "tst_workflowauthentication.moc"
