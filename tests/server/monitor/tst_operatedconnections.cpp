// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/monitor/localoperator.h"

#include "tests/server/monitor/operatorfixture.h"

using namespace Signalbox;
using namespace Signalbox::Test;

class tst_OperatedConnections final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void disconnects();
    void disconnectsManyInParts();
    void joinsAndLeaves();
    void joinRespectsTheLimit();
    void sends();
    void sendRefused_data();
    void sendRefused();
    void details();
    void membersAndHistory();
    void recipients();
};

void tst_OperatedConnections::disconnects()
{
    OperatorFixture fixture;
    QVERIFY(fixture.startWithClients());
    QCOMPARE(fixture.disconnect({fixture.plainSid, "nobody", fixture.roomsSid}).value_or(-1),
             qint64(2));
    EVENTUALLY(fixture.plain->lines().contains("closed 4403"));
    EVENTUALLY(fixture.rooms->lines().contains("disconnect"));
    QCOMPARE(fixture.logged("connection_ended_by_operator", "sid"),
             QString::fromLatin1(fixture.roomsSid));
    QCOMPARE(fixture.logged("connection_ended_by_operator", "address"), QStringLiteral("console"));
    QCOMPARE(fixture.disconnect({fixture.plainSid}).value_or(-1), qint64(0));
    QCOMPARE(fixture.disconnect({}).value_or(-1), qint64(0));
    QVERIFY(!fixture.workflow->lines().contains("disconnect"));
}

void tst_OperatedConnections::disconnectsManyInParts()
{
    OperatorFixture fixture;
    QVERIFY(fixture.startWithClients());
    Sids sids(5 * LocalOperator::ConnectionsPerTurn, "nobody");
    sids.append(fixture.all());
    QCOMPARE(fixture.disconnect(sids).value_or(-1), qint64(3));
}

void tst_OperatedConnections::joinsAndLeaves()
{
    OperatorFixture fixture;
    QVERIFY(fixture.startWithClients());
    QVERIFY(fixture.publish("{\"type\":\"past\",\"bot_id\":1}"));
    QCOMPARE(fixture.join(fixture.all() + Sids{"nobody"}, "bot:1").value_or(-1), qint64(3));
    QVERIFY(fixture.workflow->awaits(3));
    QCOMPARE(fixture.workflow->lines().at(1), QByteArray("subscribed"));
    QVERIFY(fixture.workflow->lines().at(2).startsWith("past "));
    QVERIFY(fixture.rooms->awaits(3));
    QCOMPARE(fixture.rooms->lines().at(2), QByteArray("subscribed"));
    QCOMPARE(fixture.rooms->lastReply().value(u"room"), QJsonValue(QStringLiteral("bot:1")));
    QVERIFY(fixture.plain->awaits(2));
    QCOMPARE(fixture.plain->lines().at(1), QByteArray("subscribed"));
    QVERIFY(
        fixture.plain->lastReply().value(u"current").toArray().contains(QStringLiteral("bot:1")));
    QCOMPARE(fixture.join(fixture.all(), "bot:1").value_or(-1), qint64(0)); // they are there
    QCOMPARE(fixture.logged("room_joined_by_operator", "room"), QStringLiteral("bot:1"));

    const auto published = fixture.publishAtConsole("{\"type\":\"now\",\"bot_id\":1}");
    QVERIFY(published);
    QCOMPARE(published->recipients, qint64(3));
    QVERIFY(fixture.workflow->awaits(4) && fixture.rooms->awaits(4) && fixture.plain->awaits(3));

    QCOMPARE(fixture.leave(fixture.all(), "bot:1").value_or(-1), qint64(3));
    QVERIFY(fixture.workflow->awaits(5) && fixture.rooms->awaits(5) && fixture.plain->awaits(4));
    for (DialectClient *client : {fixture.workflow.get(), fixture.rooms.get(), fixture.plain.get()})
        QCOMPARE(client->lines().constLast(), QByteArray("unsubscribed"));
    QCOMPARE(fixture.publishAtConsole("{\"type\":\"now\",\"bot_id\":1}")->recipients, qint64(0));
    QCOMPARE(fixture.leave(fixture.all(), "bot:1").value_or(-1), qint64(0));

    // A room that this dialect has no words for
    QCOMPARE(fixture.join({fixture.workflowSid}, "project:7").value_or(-1), qint64(1));
    QCOMPARE(fixture.publishAtConsole("{\"type\":\"p\",\"project_id\":7}")->recipients, qint64(1));
    QVERIFY(fixture.workflow->awaits(6));
    QVERIFY(fixture.workflow->lines().constLast().startsWith("event "));
    QCOMPARE(fixture.leave({fixture.plainSid}, "user:bob").value_or(-1), qint64(0));

    for (const QByteArray bad : {"", "x", "bot:", "bot:*"}) {
        QCOMPARE(fixture.join({}, bad).error().code, ErrorCode::BadRoom);
        QCOMPARE(fixture.leave(fixture.all(), bad).error().code, ErrorCode::BadRoom);
    }
}

void tst_OperatedConnections::joinRespectsTheLimit()
{
    RunningServer running([](Options &options) { options.maxRooms = 1; });
    QVERIFY(running.start());
    DialectClient client(running.port, Family::Workflow, {});
    QVERIFY(client.awaits(1));
    const QByteArray sid = client.lastReply().value(u"sid").toString().toLatin1();
    const auto join = [&](const QByteArray &room) {
        return running
            .answerTo<qint64>([&](QObject *asker, HubOperator::Reply<qint64> reply) {
                running.hubOperator().join({sid}, room, asker, std::move(reply));
            })
            .value_or(-1);
    };
    QCOMPARE(join("bot:1"), qint64(1));
    QCOMPARE(join("bot:2"), qint64(0));
}

void tst_OperatedConnections::sends()
{
    OperatorFixture fixture;
    QVERIFY(fixture.startWithClients());
    QCOMPARE(fixture.send(fixture.all(), "{\"type\":\"hint\",\"data\":{\"n\":1.0}}").value_or(-1),
             qint64(3));
    QVERIFY(fixture.workflow->awaits(2) && fixture.rooms->awaits(3) && fixture.plain->awaits(2));
    const QByteArray toWorkflow = fixture.workflow->lastMessage();
    QVERIFY(toWorkflow.startsWith(
        "42[\"workflow_event\",{\"n\":1.0,\"type\":\"hint\",\"timestamp\":\""));
    const QByteArray toRooms = fixture.rooms->lastMessage();
    QVERIFY(toRooms.startsWith(
        "42/ws,[\"hint\",{\"type\":\"hint\",\"room\":\"user:ann\",\"timestamp\":\""));
    QVERIFY(toRooms.endsWith(",\"data\":{\"n\":1.0}}]"));
    const QByteArray toPlain = fixture.plain->lastMessage();
    QVERIFY(toPlain.startsWith("{\"type\":\"hint\",\"timestamp\":\""));
    for (const QByteArray &message : {toWorkflow, toRooms, toPlain}) {
        QVERIFY(!message.contains("event_id"));
        QVERIFY(QJsonDocument::fromJson(message.mid(message.indexOf('{')).replace("}]", "}"))
                    .isObject());
    }
    QCOMPARE(fixture.logged("event_sent_by_operator", "count"), QStringLiteral("3"));
    QCOMPARE(fixture.monitor().status().retainedEvents, qint64(0));
}

void tst_OperatedConnections::sendRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("not JSON") << QByteArray("{") << ErrorCode::InvalidJson;
    QTest::newRow("no type") << QByteArray("{}") << ErrorCode::InvalidEvent;
    QTest::newRow("reserved") << QByteArray("{\"type\":\"error\"}") << ErrorCode::ReservedType;
    QTest::newRow("several") << QByteArray("[{\"type\":\"a\"},{\"type\":\"a\"}]")
                             << ErrorCode::InvalidEvent;
    QTest::newRow("to a room") << QByteArray("{\"type\":\"a\",\"room\":\"bot:1\"}")
                               << ErrorCode::InvalidEvent;
    QTest::newRow("to a user") << QByteArray("{\"type\":\"a\",\"user\":\"ann\"}")
                               << ErrorCode::InvalidEvent;
}

void tst_OperatedConnections::sendRefused()
{
    QFETCH(QByteArray, json);
    QFETCH(ErrorCode, code);
    OperatorFixture fixture;
    QVERIFY(fixture.start());
    const Result<qint64> sent = fixture.send({}, json);
    QVERIFY(!sent);
    QCOMPARE(sent.error().code, code);
}

void tst_OperatedConnections::details()
{
    OperatorFixture fixture;
    QVERIFY(fixture.startWithClients());
    const auto detailsOf = [&](const QByteArray &sid) {
        return fixture.answerTo<ConnectionDetails>(
            [&](QObject *asker, HubOperator::Reply<ConnectionDetails> reply) {
                fixture.hubOperator().requestDetails(sid, asker, std::move(reply));
            });
    };
    const auto plain = detailsOf(fixture.plainSid);
    QVERIFY(plain);
    QCOMPARE(plain->info.user, QByteArray("bob"));
    QCOMPARE(plain->scopes, QList<QByteArray>{"subscribe"});
    QVERIFY(!plain->tokenId.isEmpty());
    QVERIFY(plain->tokenExpiresAt > QDateTime::currentDateTimeUtc());
    QVERIFY(plain->headers.endsWith("\r\n"));
    QVERIFY(plain->headers.contains("upgrade: websocket\r\n"));
    QVERIFY(detailsOf(fixture.roomsSid)->tokenId != plain->tokenId);
    const auto workflow = detailsOf(fixture.workflowSid);
    QVERIFY(workflow && workflow->tokenId.isEmpty() && workflow->scopes.isEmpty());
    QVERIFY(!workflow->tokenExpiresAt.isValid());
    QCOMPARE(detailsOf("nobody").error().code, ErrorCode::NotFound);
}

void tst_OperatedConnections::membersAndHistory()
{
    OperatorFixture fixture;
    QVERIFY(fixture.startWithClients());
    QVERIFY(fixture.join(fixture.all(), "bot:1"));
    const auto members = fixture.members("bot:1");
    QVERIFY(members);
    QCOMPARE(members->total, qint64(3));
    QSet<QByteArray> sids;
    for (const ConnectionInfo &info : members->connections)
        sids.insert(info.sid);
    QCOMPARE(sids,
             QSet<QByteArray>(
                 QSet<QByteArray>{fixture.workflowSid, fixture.roomsSid, fixture.plainSid}));
    QCOMPARE(fixture.members("bot:2")->total, qint64(0));

    for (const QByteArray type : {"a", "b", "c"})
        QVERIFY(fixture.publish("{\"bot_id\":1,\"type\":\"" + type + "\"}"));
    const auto historyOf = [&](const QByteArray &room, qsizetype limit) {
        return fixture.answerTo<QList<Event>>(
            [&](QObject *asker, HubOperator::Reply<QList<Event>> reply) {
                fixture.hubOperator().requestHistory(room, limit, asker, std::move(reply));
            });
    };
    const auto events = historyOf("bot:1", 2);
    QVERIFY(events);
    QCOMPARE(events->size(), qsizetype(2));
    QCOMPARE(events->at(0).type, QByteArray("b"));
    QCOMPARE(events->at(1).type, QByteArray("c"));
    QCOMPARE(historyOf("bot:2", 2)->size(), qsizetype(0));
    QCOMPARE(historyOf("x", 2).error().code, ErrorCode::BadRoom);
}

void tst_OperatedConnections::recipients()
{
    OperatorFixture fixture;
    QVERIFY(fixture.startWithClients());
    QVERIFY(fixture.join({fixture.workflowSid, fixture.plainSid}, "bot:1"));
    QCOMPARE(fixture.recipients("{\"type\":\"a\",\"bot_id\":1}")->total, qint64(2));
    QCOMPARE(fixture.recipients("{\"type\":\"a\"}")->total, qint64(1)); // global: rooms
    QCOMPARE(fixture.recipients("{\"type\":\"dashboard_update\"}")->total, qint64(2)); // by type
    QCOMPARE(fixture.recipients("{\"type\":\"a\",\"user\":\"bob\"}")->connections.constFirst().sid,
             fixture.plainSid);
    // An execution's bot is remembered, and asking changes nothing.
    QVERIFY(
        fixture.publish("{\"type\":\"execution_started\",\"execution_id\":\"e\",\"bot_id\":1}"));
    for (int i = 0; i < 2; ++i)
        QCOMPARE(
            fixture.recipients("{\"type\":\"execution_completed\",\"execution_id\":\"e\"}")->total,
            qint64(2));
    QCOMPARE(fixture.recipients("{\"type\":").error().code, ErrorCode::InvalidJson);
    QCOMPARE(fixture.monitor().status().eventsRefused, quint64(0));
}

QTEST_GUILESS_MAIN(tst_OperatedConnections)
#include "tst_operatedconnections.moc"
