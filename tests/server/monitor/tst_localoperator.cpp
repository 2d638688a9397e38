// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/monitor/runningserver.h"

#include "server/log/loghistory.h"
#include "server/operator/settingsdesk.h"

#include <QSignalSpy>

using namespace Signalbox;
using namespace Signalbox::Test;

using Sids = QList<QByteArray>;

namespace {

/// A server with a client of each dialect, and the operator's requests, answered.
struct Fixture : RunningServer
{
    bool startWithClients()
    {
        if (!start())
            return false;
        workflow = std::make_unique<DialectClient>(port, Family::Workflow, QByteArray());
        rooms = std::make_unique<DialectClient>(port, Family::Rooms, tokenOf("ann"));
        plain = std::make_unique<DialectClient>(port, Family::Plain, tokenOf("bob"));
        if (!workflow->awaits(1) || !rooms->awaits(2) || !plain->awaits(1))
            return false;
        workflowSid = sidOf(*workflow);
        roomsSid = rooms->lastReply().value(u"data").toObject().value(u"sid").toString().toLatin1();
        plainSid = sidOf(*plain);
        return !roomsSid.isEmpty();
    }
    static QByteArray sidOf(DialectClient &client)
    {
        return client.lastReply().value(u"sid").toString().toLatin1();
    }
    [[nodiscard]] Sids all() const { return {workflowSid, roomsSid, plainSid}; }

    Result<qint64> disconnect(const Sids &sids)
    {
        return answerTo<qint64>([&](QObject *asker, HubOperator::Reply<qint64> reply) {
            hubOperator().disconnectClients(sids, asker, std::move(reply));
        });
    }
    Result<qint64> join(const Sids &sids, const QByteArray &room)
    {
        return answerTo<qint64>([&](QObject *asker, HubOperator::Reply<qint64> reply) {
            hubOperator().join(sids, room, asker, std::move(reply));
        });
    }
    Result<qint64> leave(const Sids &sids, const QByteArray &room)
    {
        return answerTo<qint64>([&](QObject *asker, HubOperator::Reply<qint64> reply) {
            hubOperator().leave(sids, room, asker, std::move(reply));
        });
    }
    Result<qint64> send(const Sids &sids, const QByteArray &json)
    {
        return answerTo<qint64>([&](QObject *asker, HubOperator::Reply<qint64> reply) {
            hubOperator().send(sids, json, asker, std::move(reply));
        });
    }
    Result<RoomMembers> members(const QByteArray &room)
    {
        return answerTo<RoomMembers>([&](QObject *asker, HubOperator::Reply<RoomMembers> reply) {
            hubOperator().requestMembers(room, asker, std::move(reply));
        });
    }
    Result<RoomMembers> recipients(const QByteArray &json)
    {
        return answerTo<RoomMembers>([&](QObject *asker, HubOperator::Reply<RoomMembers> reply) {
            hubOperator().requestRecipients(json, asker, std::move(reply));
        });
    }
    Result<PublishResult> publishAtConsole(const QByteArray &json)
    {
        return answerTo<PublishResult>(
            [&](QObject *asker, HubOperator::Reply<PublishResult> reply) {
                hubOperator().publish(json, asker, std::move(reply));
            });
    }
    Result<DecodedToken> decode(const QByteArray &token)
    {
        return answerTo<DecodedToken>([&](QObject *asker, HubOperator::Reply<DecodedToken> reply) {
            hubOperator().decodeToken(token, asker, std::move(reply));
        });
    }
    Result<IssuedToken> issue(const TokenOrder &order)
    {
        return answerTo<IssuedToken>([&](QObject *asker, HubOperator::Reply<IssuedToken> reply) {
            hubOperator().issueToken(order, asker, std::move(reply));
        });
    }
    /// The value of a field of the last line of that name; null if there is none.
    [[nodiscard]] QString logged(const QByteArray &event, const QByteArray &field) const
    {
        QString value;
        for (const LogRecord &record : logger.history().since(0).records.records) {
            for (const auto &[name, text] : record.fields) {
                if (record.event == event && name == field)
                    value = text;
            }
        }
        return value;
    }

    std::unique_ptr<DialectClient> workflow;
    std::unique_ptr<DialectClient> rooms;
    std::unique_ptr<DialectClient> plain;
    QByteArray workflowSid;
    QByteArray roomsSid;
    QByteArray plainSid;
};

class Desk final : public SettingsDesk
{
public:
    [[nodiscard]] QList<Setting> settings() const override
    {
        Setting setting;
        setting.name = "port";
        return {setting};
    }
    Result<void> change(const QByteArray &name, const QString &) override
    {
        if (name != "port")
            return fail(ErrorCode::BadRequest, QStringLiteral("no"));
        return {};
    }
};

} // namespace

class tst_LocalOperator final : public QObject
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
    void publishes();
    void emergency();
    void tokens();
    void tokenOrderRefused_data();
    void tokenOrderRefused();
    void decodes();
    void settings();
    void changesCredentials();
    void answersDieWithTheirContext();
    void withoutAServer();
};

void tst_LocalOperator::disconnects()
{
    Fixture fixture;
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

void tst_LocalOperator::disconnectsManyInParts()
{
    Fixture fixture;
    QVERIFY(fixture.startWithClients());
    Sids sids(5 * LocalOperator::ConnectionsPerTurn, "nobody");
    sids.append(fixture.all());
    QCOMPARE(fixture.disconnect(sids).value_or(-1), qint64(3));
}

void tst_LocalOperator::joinsAndLeaves()
{
    Fixture fixture;
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

void tst_LocalOperator::joinRespectsTheLimit()
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

void tst_LocalOperator::sends()
{
    Fixture fixture;
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

void tst_LocalOperator::sendRefused_data()
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

void tst_LocalOperator::sendRefused()
{
    QFETCH(QByteArray, json);
    QFETCH(ErrorCode, code);
    Fixture fixture;
    QVERIFY(fixture.start());
    const Result<qint64> sent = fixture.send({}, json);
    QVERIFY(!sent);
    QCOMPARE(sent.error().code, code);
}

void tst_LocalOperator::details()
{
    Fixture fixture;
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

void tst_LocalOperator::membersAndHistory()
{
    Fixture fixture;
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

void tst_LocalOperator::recipients()
{
    Fixture fixture;
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

void tst_LocalOperator::publishes()
{
    Fixture fixture;
    QVERIFY(fixture.startWithClients());
    const auto published =
        fixture.publishAtConsole("[{\"type\":\"a\"},{\"type\":\"b\",\"user\":\"bob\"}]");
    QVERIFY(published);
    QCOMPARE(published->ids.size(), qsizetype(2));
    QCOMPARE(published->recipients, qint64(2));
    QVERIFY(fixture.rooms->awaits(3));
    QCOMPARE(fixture.rooms->lines().constLast(),
             "event " + published->ids.constFirst().toText() + " global");
    QCOMPARE(fixture.logged("events_published_by_operator", "address"), QStringLiteral("console"));
    const auto refused = fixture.publishAtConsole("[{\"type\":\"a\"},{\"type\":\"\"}]");
    QCOMPARE(refused.error().code, ErrorCode::InvalidEvent);
    QCOMPARE(refused.error().index, 1);
}

void tst_LocalOperator::emergency()
{
    Fixture fixture;
    QVERIFY(fixture.startWithClients());
    const auto set = [&](bool isTripped, const QString &reason) {
        return fixture.answerTo<void>([&](QObject *asker, HubOperator::Reply<void> reply) {
            fixture.hubOperator().setEmergency(isTripped, reason, asker, std::move(reply));
        });
    };
    QVERIFY(set(true, QStringLiteral("fire")));
    EVENTUALLY(fixture.plain->lines().contains("emergency"));
    EVENTUALLY(fixture.monitor().status().isTripped);
    QCOMPARE(fixture.monitor().status().emergencyReason, QStringLiteral("fire"));
    QCOMPARE(fixture.publishAtConsole("{\"type\":\"a\"}").error().code, ErrorCode::Emergency);
    QCOMPARE(fixture.logged("emergency_set_by_operator", "reason"), QStringLiteral("fire"));
    QVERIFY(set(false, {}));
    QVERIFY(fixture.publishAtConsole("{\"type\":\"a\"}"));
    QCOMPARE(set(true, QString(1001, u'x')).error().code, ErrorCode::BadRequest);
    QVERIFY(fixture.publishAtConsole("{\"type\":\"a\"}"));
}

void tst_LocalOperator::tokens()
{
    Fixture fixture;
    QVERIFY(fixture.startWithClients());
    TokenOrder order;
    order.name = QStringLiteral("dashboard");
    order.user = "eve";
    order.rooms = {"project:*"};
    order.hasRooms = true;
    order.scopes = Scope::Subscribe | Scope::Publish;
    const auto issued = fixture.issue(order);
    QVERIFY(issued);
    QCOMPARE(issued->record.name, order.name);
    QCOMPARE(fixture.logged("token_issued", "user"), QStringLiteral("eve"));
    for (const LogRecord &record : fixture.logger.history().since(0).records.records) {
        for (const auto &[name, text] : record.fields)
            QVERIFY(!text.contains(QString::fromLatin1(issued->token)));
    }
    DialectClient eve(fixture.port, Family::Plain, issued->token);
    QVERIFY(eve.awaits(1));

    const auto records = fixture.answerTo<QList<TokenRecord>>(
        [&](QObject *asker, HubOperator::Reply<QList<TokenRecord>> reply) {
            fixture.hubOperator().requestTokens(asker, std::move(reply));
        });
    QVERIFY(records);
    QCOMPARE(records->size(), qsizetype(3));
    QVERIFY(std::any_of(records->cbegin(), records->cend(),
                        [&](const TokenRecord &record) { return record.id == issued->record.id; }));
    const auto preview =
        fixture.answerTo<RoomMembers>([&](QObject *asker, HubOperator::Reply<RoomMembers> reply) {
            fixture.hubOperator().previewRevocation(issued->record.id, asker, std::move(reply));
        });
    QVERIFY(preview);
    QCOMPARE(preview->total, qint64(1));
    QCOMPARE(preview->connections.constFirst().user, QByteArray("eve"));

    const auto revoke = [&](const QByteArray &id) {
        return fixture.answerTo<TokenRecord>(
            [&](QObject *asker, HubOperator::Reply<TokenRecord> reply) {
                fixture.hubOperator().revokeToken(id, asker, std::move(reply));
            });
    };
    const auto revoked = revoke(issued->record.id);
    QVERIFY(revoked && revoked->revokedAt);
    EVENTUALLY(eve.lines().contains("closed 4403"));
    QVERIFY(!fixture.plain->lines().contains("closed 4403"));
    QCOMPARE(fixture.logged("token_revoked", "address"), QStringLiteral("console"));
    QCOMPARE(revoke({}).error().code, ErrorCode::BadRequest);
    QVERIFY(fixture.decode(issued->token)->verdict.contains(QStringLiteral("revoked")));
}

void tst_LocalOperator::tokenOrderRefused_data()
{
    QTest::addColumn<TokenOrder>("order");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const QString &field, const auto &adjust) {
        TokenOrder order;
        order.user = "ann";
        adjust(order);
        QTest::newRow(name) << order << field;
    };
    row("no user", QStringLiteral("user"), [](TokenOrder &order) { order.user.clear(); });
    row("user with a star", QStringLiteral("user"), [](TokenOrder &order) { order.user = "a*"; });
    row("bad room", QStringLiteral("rooms.1"), [](TokenOrder &order) {
        order.hasRooms = true;
        order.rooms = {"bot:1", "x"};
    });
    row("no scope", QStringLiteral("scopes"), [](TokenOrder &order) { order.scopes = {}; });
    row("no time", QStringLiteral("ttl_seconds"),
        [](TokenOrder &order) { order.lifetime = std::chrono::seconds(0); });
    row("too long", QStringLiteral("ttl_seconds"),
        [](TokenOrder &order) { order.lifetime = std::chrono::hours(366 * 24); });
    row("long name", QStringLiteral("name"),
        [](TokenOrder &order) { order.name = QString(256, u'x'); });
}

void tst_LocalOperator::tokenOrderRefused()
{
    QFETCH(TokenOrder, order);
    QFETCH(QString, field);
    Fixture fixture;
    QVERIFY(fixture.start());
    const auto issued = fixture.issue(order);
    QVERIFY(!issued);
    QCOMPARE(issued.error().code, ErrorCode::BadRequest);
    QCOMPARE(issued.error().field, field);
}

void tst_LocalOperator::decodes()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    const QByteArray token = fixture.tokenOf("ann");
    const auto good = fixture.decode(token);
    QVERIFY(good && good->isValid);
    QCOMPARE(good->header.value(u"alg"), QJsonValue(QStringLiteral("HS256")));
    QCOMPARE(good->claims.value(u"sub"), QJsonValue(QStringLiteral("ann")));
    QByteArray forged = token;
    forged[forged.size() - 10] = forged.at(forged.size() - 10) == 'A' ? 'B' : 'A';
    const auto bad = fixture.decode(forged);
    QVERIFY(bad && !bad->isValid && !bad->claims.isEmpty() && !bad->verdict.isEmpty());
    const auto fixed = fixture.decode("secret");
    QVERIFY(fixed && fixed->isValid && fixed->header.isEmpty());
    for (const QByteArray &garbage : {QByteArray(), QByteArray("a.b.c"), QByteArray(20'000, 'x')}) {
        const auto decoded = fixture.decode(garbage);
        QVERIFY(decoded && !decoded->isValid && decoded->claims.isEmpty());
        QVERIFY(!decoded->verdict.isEmpty());
    }
}

void tst_LocalOperator::settings()
{
    Fixture fixture;
    Desk desk;
    const auto settings = [&] {
        return fixture
            .answerTo<QList<Setting>>(
                [&](QObject *asker, HubOperator::Reply<QList<Setting>> reply) {
                    fixture.hubOperator().requestSettings(asker, std::move(reply));
                })
            .value_or(QList<Setting>());
    };
    const auto change = [&](const QByteArray &name) {
        return fixture.answerTo<void>([&](QObject *asker, HubOperator::Reply<void> reply) {
            fixture.hubOperator().change(name, QStringLiteral("1"), asker, std::move(reply));
        });
    };
    QVERIFY(settings().isEmpty());
    QCOMPARE(change("port").error().code, ErrorCode::NotFound);
    fixture.server->setSettings(&desk);
    QCOMPARE(settings().size(), qsizetype(1));
    QVERIFY(change("port"));
    QCOMPARE(fixture.logged("setting_changed_by_operator", "setting"), QStringLiteral("port"));
    QCOMPARE(change("x").error().code, ErrorCode::BadRequest);
    QCOMPARE(fixture.logged("setting_changed_by_operator", "setting"), QStringLiteral("port"));
}

void tst_LocalOperator::changesCredentials()
{
    Fixture fixture;
    QVERIFY(fixture.start());
    const auto rotate = [&] {
        return fixture.answerTo<void>([&](QObject *asker, HubOperator::Reply<void> reply) {
            fixture.hubOperator().rotateSigningKey(asker, std::move(reply));
        });
    };
    const auto setStaticToken = [&](const QByteArray &token) {
        return fixture.answerTo<void>([&](QObject *asker, HubOperator::Reply<void> reply) {
            fixture.hubOperator().setStaticToken(token, asker, std::move(reply));
        });
    };
    QVERIFY(rotate());
    QCOMPARE(fixture.logged("signing_key_rotated", "address"), QStringLiteral("console"));
    const QByteArray token = fixture.tokenOf("ann");
    DialectClient ann(fixture.port, Family::Plain, token);
    QVERIFY(ann.awaits(1));
    QVERIFY(rotate());
    QVERIFY2(fixture.decode(token)->isValid, "until it expires");
    QVERIFY(rotate());
    QVERIFY(!fixture.decode(token)->isValid);
    EVENTUALLY(ann.lines().join().contains("closed 4403")); // with its key

    QVERIFY(fixture.decode("secret")->isValid);
    QVERIFY(setStaticToken("a new one"));
    QCOMPARE(fixture.logged("static_token_set", "address"), QStringLiteral("console"));
    QVERIFY(fixture.decode("a new one")->isValid);
    QVERIFY(!fixture.decode("secret")->isValid);
    QCOMPARE(setStaticToken(" ").error().code, ErrorCode::BadRequest);
    QVERIFY(setStaticToken({}));
    QVERIFY(!fixture.decode("a new one")->isValid);
}

void tst_LocalOperator::answersDieWithTheirContext()
{
    Fixture fixture;
    QVERIFY(fixture.startWithClients());
    bool isAnswered = false;
    auto asker = std::make_unique<QObject>();
    fixture.hubOperator().disconnectClients({fixture.plainSid}, asker.get(),
                                            [&](const auto &) { isAnswered = true; });
    fixture.hubOperator().requestSettings(asker.get(), [&](const auto &) { isAnswered = true; });
    asker.reset();
    EVENTUALLY(fixture.plain->lines().contains("closed 4403")); // it is done all the same
    QCOMPARE(fixture.members("bot:1")->total, qint64(0)); // and answered in order
    QVERIFY(!isAnswered);
}

void tst_LocalOperator::withoutAServer()
{
    Fixture fixture;
    QCOMPARE(fixture.members("bot:1").error().code, ErrorCode::Draining); // not started yet
    QCOMPARE(fixture.disconnect({"a"}).error().code, ErrorCode::Draining);
    QVERIFY(fixture.start());
    QVERIFY(fixture.members("bot:1"));
    QSignalSpy stopped(fixture.server.get(), &Server::stopped);
    fixture.server->stop();
    std::optional<ErrorCode> code;
    QObject asker;
    fixture.hubOperator().requestMembers("bot:1", &asker, [&](const Result<RoomMembers> &members) {
        code = members ? ErrorCode::NotFound : members.error().code;
    });
    QVERIFY(stopped.wait());
    QCOMPARE(fixture.members("bot:1").error().code, ErrorCode::Draining);
    fixture.server.reset();
    EVENTUALLY(code.has_value());
    QCOMPARE(*code, ErrorCode::Draining);
}

QTEST_GUILESS_MAIN(tst_LocalOperator)
#include "tst_localoperator.moc"
