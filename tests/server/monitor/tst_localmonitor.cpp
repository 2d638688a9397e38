// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/monitor/connectionwatch.h"
#include "server/monitor/eventwatch.h"
#include "tests/server/monitor/runningserver.h"

#include <QSignalSpy>
#include <QThread>

using namespace Signalbox;
using namespace Signalbox::Test;
using Topic = HubMonitor::Topic;

namespace {

/// What a console knows by what it was told.
struct Watcher
{
    explicit Watcher(HubMonitor &monitor)
    {
        QObject::connect(&monitor, &HubMonitor::connectionsChanged, &context,
                         [this](const ConnectionChanges &changes) { apply(changes); });
        QObject::connect(&monitor, &HubMonitor::roomsChanged, &context,
                         [this](const RoomChanges &changes) { apply(changes); });
        QObject::connect(&monitor, &HubMonitor::eventsObserved, &context,
                         [this](const ObservedEvents &observed) {
                             ++batches;
                             largestBatch = std::max(largestBatch, observed.events.size());
                             events += observed.events;
                             skipped += observed.skipped;
                         });
        QObject::connect(&monitor, &HubMonitor::logged, &context,
                         [this](const LogRecords &records) {
                             ++batches;
                             if (records.isReset)
                                 log.clear();
                             log += records.records;
                         });
    }

    void apply(const ConnectionChanges &changes)
    {
        ++batches;
        if (changes.isReset)
            connections.clear();
        resets += changes.isReset;
        for (const ConnectionInfo &info : changes.opened)
            connections.insert(info.sid, info);
        for (const ConnectionSubscriptions &one : changes.subscriptions) {
            connections[one.sid].rooms = one.rooms;
            connections[one.sid].types = one.types;
            connections[one.sid].user = one.user;
        }
        for (const ConnectionFigures &one : changes.figures)
            connections[one.sid].sent = one.sent;
        for (const ClosedConnection &one : changes.closed)
            connections.remove(one.info.sid);
        closed += changes.closed;
    }
    void apply(const RoomChanges &changes)
    {
        ++batches;
        if (changes.isReset)
            rooms.clear();
        resets += changes.isReset;
        for (const RoomInfo &room : changes.changed)
            rooms.insert(room.name, room);
        for (const QByteArray &name : changes.gone)
            rooms.remove(name);
    }
    [[nodiscard]] bool hasLogged(const QByteArray &event) const
    {
        return std::any_of(log.cbegin(), log.cend(),
                           [&](const LogRecord &record) { return record.event == event; });
    }

    QObject context;
    QHash<QByteArray, ConnectionInfo> connections;
    QList<ClosedConnection> closed;
    QHash<QByteArray, RoomInfo> rooms;
    QList<ObservedEvent> events;
    QList<LogRecord> log;
    qint64 skipped = 0;
    qsizetype largestBatch = 0;
    int batches = 0;
    int resets = 0;
};

QByteArray sidOf(DialectClient &client)
{
    return client.lastReply().value(u"sid").toString().toLatin1();
}

} // namespace

class tst_LocalMonitor final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statusHasAllFigures();
    void roomsOfAllDialectsCount();
    void connections();
    void rooms();
    void events();
    void followedEvents();
    void floodIsBounded();
    void slowWatcherGetsNoPile();
    void log();
    void silentWhenUnwatched();
    void watchedBeforeTheStart();
    void watchedAgain();
    void usedAfterTheEnd();
};

void tst_LocalMonitor::statusHasAllFigures()
{
    RunningServer running;
    QVERIFY(running.start());
    EVENTUALLY(!running.monitor().status().address.isEmpty());
    const HubStatus atFirst = running.monitor().status();
    QVERIFY(!atFirst.version.isEmpty());
    QVERIFY(atFirst.startedAt.isValid());
    QCOMPARE(atFirst.startedAt.timeSpec(), Qt::UTC);
    QVERIFY(!atFirst.components.isEmpty());
    QCOMPARE(atFirst.authFailures, quint64(0));

    DialectClient workflow(running.port, Family::Workflow, "wrong");
    DialectClient plain(running.port, Family::Plain, running.tokenOf("ann"));
    QVERIFY(workflow.awaits(2) && plain.awaits(1));
    workflow.command("subscribe_bot", "{\"bot_id\":1}");
    QVERIFY(workflow.awaits(3));
    QVERIFY(running.publish("{\"type\":\"a\",\"bot_id\":1}"));
    QVERIFY(!running.publish("[]"));
    QVERIFY(workflow.awaits(4));
    const auto status = [&] { return running.monitor().status(); };
    EVENTUALLY_EQUAL(status().eventsSent, quint64(1));
    EVENTUALLY_EQUAL(status().rooms, qint64(2)); // bot:1 and user:ann
    QCOMPARE(status().connections, qint64(2));
    QCOMPARE(status().eventsReceived, quint64(1));
    QCOMPARE(status().eventsRefused, quint64(1));
    QCOMPARE(status().authFailures, quint64(1));
    QCOMPARE(status().retainedEvents, qint64(1));
    QVERIFY(status().historyBytes > 0);
    const quint64 sent = status().bytesSent;
    const quint64 received = status().bytesReceived;
    QVERIFY(sent > 100 && received > 10);

    workflow.hangUp();
    plain.hangUp();
    EVENTUALLY_EQUAL(status().connections, qint64(0));
    EVENTUALLY_EQUAL(status().rooms, qint64(0));
    QCOMPARE(status().totalConnections, qint64(2));
    QVERIFY(status().bytesSent >= sent); // what is closed still counts
    QVERIFY(status().bytesReceived >= received);
}

void tst_LocalMonitor::roomsOfAllDialectsCount()
{
    RunningServer running;
    QVERIFY(running.start());
    const auto tokenOf = [&running](const QByteArray &user) {
        return running.tokenOf(user, QList<QByteArray>{"project:*"});
    };
    DialectClient workflow(running.port, Family::Workflow, "secret");
    DialectClient rooms(running.port, Family::Rooms, tokenOf("ann"));
    DialectClient atPath(running.port, Family::RoomsAtPath, tokenOf("bob"));
    DialectClient plain(running.port, Family::Plain, tokenOf("cid"));
    QVERIFY(workflow.awaits(2) && rooms.awaits(2) && atPath.awaits(2) && plain.awaits(1));
    workflow.command("subscribe_bot", "{\"bot_id\":1}");
    rooms.command("subscribe", "{\"room\":\"project:1\"}");
    atPath.command("subscribe", "{\"room\":\"project:2\"}");
    plain.command("subscribe", "{\"events\":[\"project:2\",\"project:3\"]}");
    QVERIFY(workflow.awaits(3) && rooms.awaits(3) && atPath.awaits(3) && plain.awaits(2));

    // bot:1, project:1, :2 and :3, global, user:ann, :bob and :cid
    EVENTUALLY_EQUAL(running.monitor().status().rooms, qint64(8));
    const TestAnswer stats =
        testCall(running.port, "GET", "/ws/stats", "Authorization: Bearer admin\r\n");
    QCOMPARE(stats.status, 200);
    const QJsonValue counted = QJsonDocument::fromJson(stats.body).object().value(u"rooms");
    QCOMPARE(counted.isObject() ? counted.toObject().size() : counted.toInteger(), 8);
}

void tst_LocalMonitor::connections()
{
    RunningServer running;
    QVERIFY(running.start());
    Watcher watcher(running.monitor());
    DialectClient before(running.port, Family::Workflow, {});
    QVERIFY(before.awaits(1));
    const QByteArray sid = sidOf(before);
    running.monitor().watch(Topic::Connections);
    EVENTUALLY(watcher.connections.contains(sid));
    QCOMPARE(watcher.resets, 1);
    QCOMPARE(watcher.connections.value(sid).dialect, QByteArray("workflow"));

    before.command("subscribe_bot", "{\"bot_id\":1}");
    EVENTUALLY_EQUAL(watcher.connections.value(sid).rooms, QList<QByteArray>{"bot:1"});
    QVERIFY(before.awaits(2));
    const quint64 messages = watcher.connections.value(sid).sent.messages;
    QVERIFY(running.publish("{\"type\":\"a\",\"bot_id\":1}"));
    EVENTUALLY(watcher.connections.value(sid).sent.messages > messages);

    DialectClient after(running.port, Family::Plain, running.tokenOf("ann"));
    QVERIFY(after.awaits(1));
    EVENTUALLY(watcher.connections.contains(sidOf(after)));
    QCOMPARE(watcher.connections.value(sidOf(after)).user, QByteArray("ann"));
    before.hangUp();
    EVENTUALLY(!watcher.connections.contains(sid));
    QCOMPARE(watcher.closed.size(), qsizetype(1));
    QCOMPARE(watcher.closed.constFirst().info.sid, sid);
    QCOMPARE(watcher.closed.constFirst().info.rooms, QList<QByteArray>{"bot:1"});
    QCOMPARE(watcher.resets, 1);
}

void tst_LocalMonitor::rooms()
{
    RunningServer running([](Options &options) { options.maxRecentEvents = 2; });
    QVERIFY(running.start());
    QVERIFY(running.publish("{\"type\":\"a\",\"room\":\"project:1\"}"));
    DialectClient client(running.port, Family::Rooms, running.tokenOf("ann"));
    QVERIFY(client.awaits(2));
    Watcher watcher(running.monitor());
    running.monitor().watch(Topic::Rooms);
    EVENTUALLY_EQUAL(watcher.rooms.size(), qsizetype(3));
    QCOMPARE(watcher.rooms.value("project:1").retained, qint64(1));
    QCOMPARE(watcher.rooms.value("project:1").members, qint64(0));
    QCOMPARE(watcher.rooms.value("project:1").events, quint64(0)); // not since it is watched
    QVERIFY2(watcher.rooms.value("project:1").lastEventAt.isValid(), "from before the watch");
    QCOMPARE(watcher.rooms.value("user:ann").members, qint64(1));
    QCOMPARE(watcher.rooms.value("global").members, qint64(1));

    for (int i = 0; i < 3; ++i)
        QVERIFY(running.publish("{\"type\":\"a\",\"room\":\"bot:1\"}"));
    EVENTUALLY_EQUAL(watcher.rooms.value("bot:1").events, quint64(3));
    QCOMPARE(watcher.rooms.value("bot:1").retained, qint64(2));
    QVERIFY(watcher.rooms.value("bot:1").lastEvent.offset > 0);
    QVERIFY(watcher.rooms.value("bot:1").lastEventAt.isValid());
    client.command("subscribe", "{\"room\":\"bot:1\"}");
    EVENTUALLY_EQUAL(watcher.rooms.value("bot:1").members, qint64(1));
    client.hangUp();
    EVENTUALLY_EQUAL(watcher.rooms.value("bot:1").members, qint64(0));
    EVENTUALLY(!watcher.rooms.contains("user:ann"));
    QCOMPARE(watcher.resets, 1);
}

void tst_LocalMonitor::events()
{
    RunningServer running;
    QVERIFY(running.start());
    DialectClient client(running.port, Family::Workflow, {});
    QVERIFY(client.awaits(1));
    client.command("subscribe_bot", "{\"bot_id\":1}");
    QVERIFY(client.awaits(2));
    Watcher watcher(running.monitor());
    QVERIFY(running.publish("{\"type\":\"before\",\"bot_id\":1}"));
    running.monitor().watch(Topic::Events);
    QVERIFY(running.publish("{\"type\":\"heard\",\"bot_id\":1}"));
    QVERIFY(running.publish("{\"type\":\"unheard\",\"bot_id\":2}"));
    EVENTUALLY_EQUAL(watcher.events.size(), qsizetype(2));
    QCOMPARE(watcher.events.at(0).event.type, QByteArray("heard"));
    QCOMPARE(watcher.events.at(0).recipients, qint64(1));
    QVERIFY(watcher.events.at(0).acceptedAt.isValid());
    QCOMPARE(watcher.events.at(1).event.type, QByteArray("unheard"));
    QCOMPARE(watcher.events.at(1).recipients, qint64(0));
    QCOMPARE(watcher.events.at(0).followedSid, QByteArray());
    QCOMPARE(watcher.skipped, qint64(0));
}

void tst_LocalMonitor::followedEvents()
{
    RunningServer running;
    QVERIFY(running.start());
    DialectClient client(running.port, Family::Plain, running.tokenOf("ann"));
    QVERIFY(client.awaits(1));
    client.command("subscribe", "{\"events\":[\"typed\",\"bot:1\"]}");
    QVERIFY(client.awaits(2));
    DialectClient workflow(running.port, Family::Workflow, {});
    QVERIFY(workflow.awaits(1));
    workflow.command("subscribe_bot", "{\"bot_id\":2}");
    QVERIFY(workflow.awaits(2));
    Watcher watcher(running.monitor());
    running.monitor().watch(Topic::Events | Topic::Connections);
    EVENTUALLY_EQUAL(watcher.connections.size(), qsizetype(2));
    QByteArray plainSid;
    QByteArray workflowSid;
    for (const ConnectionInfo &info : std::as_const(watcher.connections))
        (info.dialect == "plain" ? plainSid : workflowSid) = info.sid;

    const auto followed = [&](const QByteArray &who) {
        running.monitor().follow(who);
        watcher.events.clear();
        for (const QByteArray json :
             {"{\"type\":\"typed\",\"room\":\"global\"}", "{\"type\":\"a\",\"room\":\"bot:1\"}",
              "{\"type\":\"typed\",\"user\":\"bob\"}",
              "{\"type\":\"typed\",\"room\":\"project:9\"}", "{\"type\":\"b\",\"user\":\"ann\"}",
              "{\"type\":\"c\",\"room\":\"bot:2\"}"}) {
            if (!running.publish(json))
                return QByteArray("not published");
        }
        QByteArray marks;
        if (eventually([&] { return watcher.events.size() == 6; })) {
            for (const ObservedEvent &event : std::as_const(watcher.events))
                marks += event.followedSid.isEmpty() ? '-' : event.followedSid == who ? '+' : '?';
        }
        return marks;
    };
    QCOMPARE(followed(plainSid), QByteArray("++--+-"));
    QCOMPARE(followed(workflowSid), QByteArray("-----+"));
    QCOMPARE(followed({}), QByteArray("------"));
    QCOMPARE(followed("nobody"), QByteArray("------"));
}

void tst_LocalMonitor::floodIsBounded()
{
    RunningServer running;
    QVERIFY(running.start());
    Watcher watcher(running.monitor());
    running.monitor().watch(Topic::Events);
    QByteArray batch = "[";
    for (int i = 0; i < 1000; ++i)
        batch += (i > 0 ? ",{\"type\":\"t" : "{\"type\":\"t") + QByteArray::number(i) + "\"}";
    batch += ']';
    constexpr int Batches = 20;
    for (int i = 0; i < Batches; ++i)
        QVERIFY(running.publish(batch));
    EVENTUALLY_EQUAL(watcher.events.size() + watcher.skipped, qint64(Batches * 1000));
    QVERIFY(watcher.skipped > 0);
    QVERIFY(watcher.largestBatch <= EventWatch::MaxPerBatch);
    QCOMPARE(watcher.events.constFirst().event.type, QByteArray("t0"));
    QCOMPARE(watcher.events.constLast().event.type, QByteArray("t999"));
}

void tst_LocalMonitor::slowWatcherGetsNoPile()
{
    RunningServer running;
    QVERIFY(running.start());
    Watcher watcher(running.monitor());
    running.monitor().watch(Topic::Events);
    QVERIFY(running.publish("{\"type\":\"first\"}"));
    EVENTUALLY_EQUAL(watcher.events.size(), qsizetype(1));
    const int before = watcher.batches;
    // The main thread is busy, while another one publishes for more than a second.
    std::unique_ptr<QThread> publisher(QThread::create([&running] {
        for (int i = 0; i < 60; ++i) {
            (void)testCall(running.port, "POST", "/api/v1/events",
                           "Content-Type: application/json\r\n", "{\"type\":\"a\"}");
            QThread::msleep(20);
        }
    }));
    publisher->start();
    QVERIFY(publisher->wait(60'000));
    EVENTUALLY_EQUAL(watcher.events.size() + watcher.skipped, qint64(61));
    // What had been on its way already, and what had to wait.
    QVERIFY2(watcher.batches - before <= 12, QByteArray::number(watcher.batches).constData());
}

void tst_LocalMonitor::log()
{
    RunningServer running;
    QVERIFY(running.start());
    DialectClient client(running.port, Family::Workflow, {});
    QVERIFY(client.awaits(1));
    Watcher watcher(running.monitor());
    running.monitor().watch(Topic::Log);
    EVENTUALLY(watcher.hasLogged("client_connected")); // which was before
    QVERIFY(!watcher.hasLogged("client_disconnected"));
    client.hangUp();
    EVENTUALLY(watcher.hasLogged("client_disconnected"));
    const LogRecord record = watcher.log.constLast();
    QCOMPARE(record.level, LogRecord::Level::Info);
    QVERIFY(record.at.isValid());
    QCOMPARE(record.fields.constFirst().first, QByteArray("sid"));
}

void tst_LocalMonitor::silentWhenUnwatched()
{
    RunningServer running;
    QVERIFY(running.start());
    Watcher watcher(running.monitor());
    const auto all = Topic::Connections | Topic::Rooms | Topic::Events | Topic::Log;
    running.monitor().watch(all);
    DialectClient client(running.port, Family::Workflow, {});
    QVERIFY(client.awaits(1));
    QVERIFY(running.publish("{\"type\":\"a\"}"));
    EVENTUALLY(watcher.events.size() == 1 && watcher.connections.size() == 1
               && watcher.rooms.size() == 1 && watcher.hasLogged("client_connected"));
    running.monitor().watch({});
    const int before = watcher.batches;
    QVERIFY(running.publish("{\"type\":\"a\"}"));
    client.hangUp();
    EVENTUALLY_EQUAL(running.monitor().status().connections, qint64(0)); // that is still told
    EVENTUALLY_EQUAL(running.monitor().status().eventsReceived, quint64(2));
    QCOMPARE(watcher.batches, before);
}

void tst_LocalMonitor::watchedBeforeTheStart()
{
    RunningServer running;
    Watcher watcher(running.monitor());
    running.monitor().watch(Topic::Connections | Topic::Events);
    QVERIFY(running.start());
    EVENTUALLY_EQUAL(watcher.resets, 1);
    DialectClient client(running.port, Family::Workflow, {});
    QVERIFY(client.awaits(1));
    EVENTUALLY_EQUAL(watcher.connections.size(), qsizetype(1));
    QVERIFY(running.publish("{\"type\":\"a\"}"));
    EVENTUALLY_EQUAL(watcher.events.size(), qsizetype(1));
}

void tst_LocalMonitor::watchedAgain()
{
    RunningServer running;
    QVERIFY(running.start());
    DialectClient client(running.port, Family::Workflow, {});
    QVERIFY(client.awaits(1));
    Watcher watcher(running.monitor());
    for (int round = 1; round <= 5; ++round) {
        running.monitor().watch(Topic::Connections | Topic::Log);
        EVENTUALLY_EQUAL(watcher.resets, round);
        QCOMPARE(watcher.connections.size(), qsizetype(1));
        EVENTUALLY(watcher.hasLogged("client_connected"));
        const qsizetype lines = watcher.log.size();
        running.monitor().watch({});
        running.monitor().watch(Topic::Log);
        watcher.log.clear();
        EVENTUALLY(watcher.log.size() >= lines);
        running.monitor().watch({});
    }
}

void tst_LocalMonitor::usedAfterTheEnd()
{
    RunningServer running;
    QVERIFY(running.start());
    QSignalSpy stopped(running.server.get(), &Server::stopped);
    running.monitor().watch(Topic::Connections | Topic::Rooms | Topic::Events | Topic::Log);
    running.server->stop();
    QVERIFY(stopped.wait());
    running.monitor().watch(Topic::Connections);
    running.monitor().follow("x");
    running.server.reset();
}

QTEST_GUILESS_MAIN(tst_LocalMonitor)
#include "tst_localmonitor.moc"
