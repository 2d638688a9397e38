// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/workflowdialect.h"

#include "tests/server/dialects/workflowpackets.h"
#include "tests/server/dialects/workflowserver.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;

namespace {

/// The event's argument, if \a packet is that event.
QJsonObject argumentOf(const QByteArray &packet, const QByteArray &event)
{
    const QByteArray start = "2[\"" + event + "\",";
    if (!packet.startsWith(start) || !packet.endsWith(']'))
        return {};
    return QJsonDocument::fromJson(packet.sliced(start.size()).chopped(1)).object();
}

} // namespace

class tst_WorkflowDialect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void greeting_data();
    void greeting();
    void commands_data();
    void commands();
    void roomLimit();
    void eventShape_data();
    void eventShape();
    void deliversByRoom();
    void deliversOnceOverSeveralRooms();
    void usersEventsAreNotForWorkflows();
    void unsubscribingEndsDelivery();
    void countsDeliveries();
    void emergencyIsToldToAll();
    void emergencyIsToldToThoseWhoCome();
    void optionsChangeWhileRunning();
};

void tst_WorkflowDialect::greeting_data()
{
    QTest::addColumn<bool>("requiresAuth");
    QTest::newRow("open") << false;
    QTest::newRow("authentication required") << true;
}

void tst_WorkflowDialect::greeting()
{
    QFETCH(bool, requiresAuth);
    const WorkflowServer server({.requiresAuth = requiresAuth});
    TestClient client;
    const QByteArray connected = client.enter(server.port());
    const QJsonObject greeting = argumentOf(client.text(), "connected");
    QVERIFY(connected.contains('"' + greeting.value(u"sid").toString().toLatin1() + '"'));
    QCOMPARE(greeting.value(u"message"),
             QJsonValue(QStringLiteral("Connected to workflow events")));
    QCOMPARE(greeting.value(u"auth_required"), QJsonValue(requiresAuth));
    const QString time = greeting.value(u"server_time").toString();
    QVERIFY(time.endsWith(u'Z') && QDateTime::fromString(time, Qt::ISODateWithMs).isValid());
    QCOMPARE(greeting.size(), 4);
    client.send("20[\"unsubscribe\",{\"type\":\"bot\",\"bot_id\":1}]");
    QVERIFY2(client.text().startsWith("2[\"unsubscribed\""), "without a token that was all");
}

void tst_WorkflowDialect::commands_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QByteArray>("object");

    const auto row = [](const char *name, const QByteArray &command, const QByteArray &event,
                        const QByteArray &object) {
        QTest::newRow(name) << command << event << object;
    };
    const auto error = [&](const char *name, const QByteArray &command, const QByteArray &message) {
        row(name, command, "error", "{\"code\":\"bad_request\",\"message\":\"" + message + "\"}");
    };
    row("workflow", "[\"subscribe_workflow\",{\"workflow_id\":\"w1\"}]", "subscribed",
        "{\"type\":\"workflow\",\"workflow_id\":\"w1\"}");
    row("bot", "[\"subscribe_bot\",{\"bot_id\":\"b1\"}]", "subscribed",
        "{\"type\":\"bot\",\"bot_id\":\"b1\"}");
    row("strategy", "[\"subscribe_strategy\",{\"strategy_id\":\"s1\"}]", "subscribed",
        "{\"type\":\"strategy\",\"strategy_id\":\"s1\"}");
    row("integer id stays one", "[\"subscribe_bot\",{\"bot_id\":12345678901234567890}]",
        "subscribed", "{\"type\":\"bot\",\"bot_id\":12345678901234567890}");
    row("id as it was written", "[\"subscribe_bot\",{\"bot_id\":\"\\u0062\\/1\"}]", "subscribed",
        "{\"type\":\"bot\",\"bot_id\":\"\\u0062\\/1\"}");
    row("since null", "[\"subscribe_bot\",{\"bot_id\":1,\"since\":null}]", "subscribed",
        "{\"type\":\"bot\",\"bot_id\":1}");
    row("more than asked for", "[\"subscribe_bot\",{\"x\":[],\"bot_id\":1},2]", "subscribed",
        "{\"type\":\"bot\",\"bot_id\":1}");
    row("unsubscribe workflow", "[\"unsubscribe\",{\"type\":\"workflow\",\"workflow_id\":\"w1\"}]",
        "unsubscribed", "{\"type\":\"workflow\",\"workflow_id\":\"w1\"}");
    row("unsubscribe bot", "[\"unsubscribe\",{\"type\":\"bot\",\"bot_id\":1}]", "unsubscribed",
        "{\"type\":\"bot\",\"bot_id\":1}");
    row("unsubscribe strategy", "[\"unsubscribe\",{\"strategy_id\":\"s\",\"type\":\"strategy\"}]",
        "unsubscribed", "{\"type\":\"strategy\",\"strategy_id\":\"s\"}");

    error("workflow without id", "[\"subscribe_workflow\",{}]", "workflow_id is required");
    error("bot without id", "[\"subscribe_bot\",{\"workflow_id\":1}]", "bot_id is required");
    error("strategy without id", "[\"subscribe_strategy\",{}]", "strategy_id is required");
    error("no argument", "[\"subscribe_bot\"]", "bot_id is required");
    error("argument is a string", "[\"subscribe_bot\",\"b1\"]", "bot_id is required");
    error("argument is null", "[\"subscribe_bot\",null]", "bot_id is required");
    error("empty id", "[\"subscribe_bot\",{\"bot_id\":\"\"}]", "bot_id is required");
    error("id is null", "[\"subscribe_bot\",{\"bot_id\":null}]", "bot_id is required");
    error("id is an object", "[\"subscribe_bot\",{\"bot_id\":{}}]", "bot_id is required");
    error("id is a fraction", "[\"subscribe_bot\",{\"bot_id\":1.0}]", "bot_id is required");
    error("id twice", "[\"subscribe_bot\",{\"bot_id\":1,\"bot_id\":2}]", "bot_id is required");
    error("id with a star", "[\"subscribe_bot\",{\"bot_id\":\"*\"}]", "bot_id is not a valid id");
    error("id with a control character", "[\"subscribe_bot\",{\"bot_id\":\"\\n\"}]",
          "bot_id is not a valid id");
    error("id too long", "[\"subscribe_bot\",{\"bot_id\":\"" + QByteArray(256, 'x') + "\"}]",
          "bot_id is not a valid id");
    error("since is a number", "[\"subscribe_bot\",{\"bot_id\":1,\"since\":1}]",
          "since is not an event id");
    error("since is none", "[\"subscribe_bot\",{\"bot_id\":1,\"since\":\"1\"}]",
          "since is not an event id");
    error("since is empty", "[\"subscribe_bot\",{\"bot_id\":1,\"since\":\"\"}]",
          "since is not an event id");
    error("unsubscribe without type", "[\"unsubscribe\",{\"bot_id\":1}]",
          "type must be workflow, bot or strategy");
    error("unsubscribe of another type", "[\"unsubscribe\",{\"type\":\"user\",\"user_id\":1}]",
          "type must be workflow, bot or strategy");
    error("unsubscribe without id", "[\"unsubscribe\",{\"type\":\"bot\"}]", "bot_id is required");
    error("unsubscribe with a bad id", "[\"unsubscribe\",{\"type\":\"bot\",\"bot_id\":\"*\"}]",
          "bot_id is not a valid id");
    error("unknown event", "[\"subscribe_user\",{\"user_id\":1}]", "Unknown event");
}

void tst_WorkflowDialect::commands()
{
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, event);
    QFETCH(QByteArray, object);
    const WorkflowServer server;
    TestClient client;
    QVERIFY(greet(client, server));
    client.send("27" + command);
    QCOMPARE(client.text(), "2[\"" + event + "\"," + object + ']');
    QCOMPARE(client.text(), "37[" + object + ']');
    // Without an ack, and again: all of them may be repeated.
    client.send('2' + command);
    client.send("28[\"nonsense\"]");
    QCOMPARE(client.text(), "2[\"" + event + "\"," + object + ']');
    QVERIFY(client.text().startsWith("2[\"error\""));
    QVERIFY(client.text().startsWith("38["));
}

void tst_WorkflowDialect::roomLimit()
{
    const WorkflowServer server({.maxRooms = 2});
    TestClient client;
    QVERIFY(greet(client, server));
    const auto subscribe = [&](const QByteArray &id) {
        client.send("2[\"subscribe_bot\",{\"bot_id\":" + id + "}]");
        return client.text();
    };
    QVERIFY(subscribe("1").startsWith("2[\"subscribed\""));
    QVERIFY(subscribe("2").startsWith("2[\"subscribed\""));
    QCOMPARE(
        subscribe("3"),
        QByteArray("2[\"error\",{\"code\":\"limit\",\"message\":\"At most 2 subscriptions\"}]"));
    QVERIFY2(subscribe("2").startsWith("2[\"subscribed\""), "it is in that one");
    client.send("2[\"unsubscribe\",{\"type\":\"bot\",\"bot_id\":1}]");
    QVERIFY(client.text().startsWith("2[\"unsubscribed\""));
    QVERIFY(subscribe("3").startsWith("2[\"subscribed\""));
}

void tst_WorkflowDialect::eventShape_data()
{
    QTest::addColumn<QByteArray>("published");
    QTest::addColumn<QByteArray>("flat"); // what stands before type
    QTest::addColumn<QByteArray>("timestamp");

    QTest::newRow("flat body, byte for byte")
        << QByteArray("{\"type\":\"t\",\"timestamp\":\"now\",\"bot_id\":1,\"b\":1.0,\"a\":1e400,"
                      "\"c\": 12345678901234567890,\"d\":\"\\u00e9\"}")
        << QByteArray("\"bot_id\":1,\"b\":1.0,\"a\":1e400,\"c\": 12345678901234567890,"
                      "\"d\":\"\\u00e9\"")
        << QByteArray("\"now\"");
    QTest::newRow("body in data") << QByteArray("{\"type\":\"t\",\"bot_id\":1,\"timestamp\":1.50,"
                                                "\"data\":{ \"z\" : [1.0], \"a\" : null }}")
                                  << QByteArray("\"z\" : [1.0], \"a\" : null")
                                  << QByteArray("1.50");
    QTest::newRow("nothing but type and address")
        << QByteArray("{\"type\":\"t\",\"timestamp\":1,\"bot_id\":1,\"data\":{}}") << QByteArray()
        << QByteArray("1");
    QTest::newRow("the body's own type and id give way")
        << QByteArray("{\"type\":\"t\",\"timestamp\":1,\"bot_id\":1,"
                      "\"data\":{\"type\":\"x\",\"event_id\":\"forged\",\"k\":2}}")
        << QByteArray("\"k\":2") << QByteArray("1");
}

void tst_WorkflowDialect::eventShape()
{
    QFETCH(QByteArray, published);
    QFETCH(QByteArray, flat);
    QFETCH(QByteArray, timestamp);
    WorkflowServer server;
    TestClient client;
    QVERIFY(greet(client, server));
    client.send("2[\"subscribe_bot\",{\"bot_id\":1}]");
    QVERIFY(client.text().startsWith("2[\"subscribed\""));
    const QByteArray id = server.publish(published);
    const QByteArray got = client.text();
    // White space around the members is not worth a comparison.
    QByteArray start = "2[\"workflow_event\",{" + flat;
    QByteArray end = "\"type\":\"t\",\"event_id\":\"" + id + "\",\"timestamp\":" + timestamp + "}]";
    QVERIFY2(QByteArray(got).replace("{ ", "{").startsWith(start), got.constData());
    QVERIFY2(got.endsWith(end), got.constData());
    const QJsonDocument json =
        QJsonDocument::fromJson(QByteArray(got).replace("1e400", "1").sliced(1));
    QVERIFY2(json.isArray(), got.constData());
    QCOMPARE(json.array().size(), 2);
    QVERIFY(!got.contains("forged"));
    QCOMPARE(got.count("\"type\":"), qsizetype(1));
}

void tst_WorkflowDialect::deliversByRoom()
{
    WorkflowServer server;
    TestClient workflow;
    TestClient bot;
    TestClient none;
    for (TestClient *client : {&workflow, &bot, &none})
        QVERIFY(greet(*client, server));
    workflow.send("2[\"subscribe_workflow\",{\"workflow_id\":\"x\"}]");
    QVERIFY(workflow.text().startsWith("2[\"subscribed\""));
    bot.send("2[\"subscribe_bot\",{\"bot_id\":\"x\"}]");
    QVERIFY(bot.text().startsWith("2[\"subscribed\""));

    server.publish("{\"type\":\"w\",\"workflow_id\":\"x\"}");
    server.publish("{\"type\":\"b\",\"bot_id\":\"x\"}");
    server.publish("{\"type\":\"g\"}");
    server.publish("{\"type\":\"other\",\"workflow_id\":\"y\"}");
    server.publish("{\"type\":\"all\",\"rooms\":[\"workflow:x\",\"bot:x\"]}");
    QVERIFY(workflow.text().contains("\"type\":\"w\""));
    QVERIFY(workflow.text().contains("\"type\":\"all\""));
    QVERIFY(bot.text().contains("\"type\":\"b\""));
    QVERIFY(bot.text().contains("\"type\":\"all\""));
    none.send("20[\"nonsense\"]");
    QVERIFY(none.text().startsWith("2[\"error\""));
}

void tst_WorkflowDialect::deliversOnceOverSeveralRooms()
{
    WorkflowServer server;
    TestClient client;
    QVERIFY(greet(client, server));
    for (const QByteArray kind : {"workflow", "bot", "strategy"}) {
        client.send("2[\"subscribe_" + kind + "\",{\"" + kind + "_id\":1}]");
        QVERIFY(client.text().startsWith("2[\"subscribed\""));
    }
    server.publish("{\"type\":\"first\",\"workflow_id\":1,\"bot_id\":1,\"strategy_id\":\"1\","
                   "\"room\":\"bot:1\",\"rooms\":[\"bot:1\",\"global\"]}");
    server.publish("{\"type\":\"second\",\"bot_id\":1}");
    QVERIFY(client.text().contains("\"type\":\"first\""));
    QVERIFY(client.text().contains("\"type\":\"second\""));
}

void tst_WorkflowDialect::usersEventsAreNotForWorkflows()
{
    WorkflowServer server;
    TestClient client;
    QVERIFY(greet(client, server));
    client.send("2[\"subscribe_workflow\",{\"workflow_id\":1}]");
    QVERIFY(client.text().startsWith("2[\"subscribed\""));
    server.publish("{\"type\":\"private\",\"user\":\"ann\",\"workflow_id\":1,"
                   "\"room\":\"workflow:1\"}");
    server.publish("{\"type\":\"public\",\"workflow_id\":1}");
    QVERIFY(client.text().contains("\"type\":\"public\""));
    // Nor as history.
    TestClient late;
    QVERIFY(greet(late, server));
    late.send("2[\"subscribe_workflow\",{\"workflow_id\":1}]");
    QVERIFY(late.text().startsWith("2[\"subscribed\""));
    const QByteArray recent = late.text();
    QVERIFY(recent.contains("\"count\":1") && recent.contains("\"type\":\"public\""));
}

void tst_WorkflowDialect::unsubscribingEndsDelivery()
{
    WorkflowServer server;
    TestClient client;
    QVERIFY(greet(client, server));
    client.send("2[\"subscribe_bot\",{\"bot_id\":1}]");
    client.send("2[\"subscribe_bot\",{\"bot_id\":2}]");
    client.send("2[\"unsubscribe\",{\"type\":\"bot\",\"bot_id\":\"1\"}]");
    QVERIFY(client.text().startsWith("2[\"subscribed\""));
    QVERIFY(client.text().startsWith("2[\"subscribed\""));
    QVERIFY(client.text().startsWith("2[\"unsubscribed\""));
    server.publish("{\"type\":\"first\",\"bot_id\":1}");
    server.publish("{\"type\":\"second\",\"bot_id\":2}");
    QVERIFY(client.text().contains("\"type\":\"second\""));
}

void tst_WorkflowDialect::countsDeliveries()
{
    WorkflowServer server;
    TestClient first;
    TestClient second;
    for (TestClient *client : {&first, &second}) {
        QVERIFY(greet(*client, server));
        client->send("2[\"subscribe_bot\",{\"bot_id\":1}]");
        QVERIFY(client->text().startsWith("2[\"subscribed\""));
    }
    server.publish("{\"type\":\"a\",\"bot_id\":1,\"workflow_id\":2}");
    server.publish("{\"type\":\"a\",\"bot_id\":3}");
    QCOMPARE(server.hub.counters().eventsSent.load(), quint64(2));
}

void tst_WorkflowDialect::emergencyIsToldToAll()
{
    WorkflowServer server(Required);
    TestClient authenticated;
    TestClient stranger;
    QVERIFY(greet(authenticated, server, "0{\"token\":\"secret\"}"));
    QCOMPARE(authenticated.text(), Good);
    QVERIFY(greet(stranger, server));
    server.hub.setEmergency(true, QStringLiteral("fire \"here\""));
    server.hub.setEmergency(false, {});
    for (TestClient *client : {&authenticated, &stranger}) {
        const QJsonObject tripped = argumentOf(client->text(), "emergency");
        QCOMPARE(tripped.value(u"state"), QJsonValue(QStringLiteral("tripped")));
        QCOMPARE(tripped.value(u"reason"), QJsonValue(QStringLiteral("fire \"here\"")));
        QVERIFY(tripped.value(u"timestamp").toString().endsWith(u'Z'));
        QCOMPARE(argumentOf(client->text(), "emergency").value(u"state"),
                 QJsonValue(QStringLiteral("normal")));
    }
}

void tst_WorkflowDialect::emergencyIsToldToThoseWhoCome()
{
    WorkflowServer server;
    server.hub.setEmergency(true, QStringLiteral("fire"));
    TestClient client;
    QVERIFY(greet(client, server));
    QCOMPARE(argumentOf(client.text(), "emergency").value(u"reason"),
             QJsonValue(QStringLiteral("fire")));
}

void tst_WorkflowDialect::optionsChangeWhileRunning()
{
    WorkflowServer server;
    TestClient client;
    QVERIFY(greet(client, server));
    server.context.requiresAuth = true;
    client.send("2[\"subscribe_bot\",{\"bot_id\":1}]");
    QVERIFY(client.text().contains("auth_required"));
    client.send("2[\"authenticate\",{\"token\":\"secret\"}]");
    QCOMPARE(client.text(), Good);
}

QTEST_GUILESS_MAIN(tst_WorkflowDialect)
#include "tst_workflowdialect.moc"
