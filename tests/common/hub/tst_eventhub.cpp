// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/hub/eventhub.h"

#include <QDateTime>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Signalbox;

class tst_EventHub : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishStampsAndTells();
    void ownTimestampStays();
    void offsetsIncreaseOverBatches();
    void batchIsAllOrNothing();
    void publishFromJsonObject();
    void epochsDiffer();
    void historyHoldsWhatWasPublished();
    void executionsAreRemembered();
    void countersFollow();
    void oversizeEventIsRefused();
    void trippedHubRefuses();
    void emergencyIsToldOnce();
    void nestedPublishKeepsTheOrder();
    void historyStaysWithinItsLimit();
};

namespace {

QList<Event> eventsOf(const QSignalSpy &spy, int emission)
{
    return spy.at(emission).first().value<QList<Event>>();
}

} // namespace

void tst_EventHub::publishStampsAndTells()
{
    EventHub hub;
    QSignalSpy accepted(&hub, &EventHub::eventsAccepted);
    const QDateTime before = QDateTime::currentDateTimeUtc();
    const Result<QList<EventId>> ids =
        hub.publish(QByteArrayView(R"({"type":"t","bot_id":1,"a":1.0})"));
    QVERIFY(ids);
    QCOMPARE(*ids, (QList<EventId>{{hub.epoch(), 1}}));
    QCOMPARE(accepted.size(), 1);

    const QList<Event> events = eventsOf(accepted, 0);
    QCOMPARE(events.size(), 1);
    const Event &event = events.first();
    QCOMPARE(event.id, ids->first());
    QCOMPARE(event.type, QByteArray("t"));
    QCOMPARE(event.rooms, QList<QByteArray>{"bot:1"});
    QCOMPARE(event.body, QByteArray(R"({"bot_id":1,"a":1.0})"));

    static const QRegularExpression form(
        QStringLiteral(R"re(^"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)"$)re"));
    const auto match = form.match(QString::fromLatin1(event.timestamp));
    QVERIFY2(match.hasMatch(), event.timestamp.constData());
    const QDateTime stamped = QDateTime::fromString(match.captured(1), Qt::ISODateWithMs);
    QVERIFY(stamped >= before && stamped <= QDateTime::currentDateTimeUtc());
}

void tst_EventHub::ownTimestampStays()
{
    EventHub hub;
    QSignalSpy accepted(&hub, &EventHub::eventsAccepted);
    QVERIFY(hub.publish(
        QByteArrayView(R"([{"type":"t","timestamp":1.50},{"type":"t","timestamp":"x"}])")));
    QCOMPARE(eventsOf(accepted, 0).first().timestamp, QByteArray("1.50"));
    QCOMPARE(eventsOf(accepted, 0).last().timestamp, QByteArray("\"x\""));
}

void tst_EventHub::offsetsIncreaseOverBatches()
{
    EventHub hub;
    QSignalSpy accepted(&hub, &EventHub::eventsAccepted);
    QCOMPARE(hub.publish(QByteArrayView(R"([{"type":"a"},{"type":"b"}])"))->last().offset,
             quint64(2));
    QCOMPARE(hub.publish(QByteArrayView(R"({"type":"c"})"))->first().offset, quint64(3));
    QCOMPARE(accepted.size(), 2); // once per publish()
    QCOMPARE(eventsOf(accepted, 0).size(), 2);
}

void tst_EventHub::batchIsAllOrNothing()
{
    EventHub hub;
    QSignalSpy accepted(&hub, &EventHub::eventsAccepted);
    const auto result =
        hub.publish(QByteArrayView(R"([{"type":"a"},{"type":"connect"},{"type":"c"}])"));
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::ReservedType);
    QCOMPARE(result.error().index, 1);
    QCOMPARE(accepted.size(), 0);
    QCOMPARE(hub.history().retained(), 0);
    QCOMPARE(hub.publish(QByteArrayView(R"({"type":"a"})"))->first().offset, quint64(1));
}

void tst_EventHub::publishFromJsonObject()
{
    EventHub hub;
    QSignalSpy accepted(&hub, &EventHub::eventsAccepted);
    const QJsonObject object{{QStringLiteral("type"), QStringLiteral("t")},
                             {QStringLiteral("bot_id"), 7},
                             {QStringLiteral("list"), QJsonArray{1, 2}}};
    const Result<EventId> id = hub.publish(object);
    QVERIFY(id);
    QCOMPARE(*id, (EventId{hub.epoch(), 1}));
    QCOMPARE(eventsOf(accepted, 0).first().body, QByteArray(R"({"bot_id":7,"list":[1,2]})"));
    QCOMPARE(eventsOf(accepted, 0).first().rooms, QList<QByteArray>{"bot:7"});

    const Result<EventId> refused = hub.publish(QJsonObject());
    QVERIFY(!refused);
    QCOMPARE(refused.error().field, QStringLiteral("type"));
}

void tst_EventHub::epochsDiffer()
{
    const EventHub one;
    const EventHub two;
    const EventHub three;
    QVERIFY(one.epoch() != two.epoch());
    QVERIFY(two.epoch() != three.epoch());
    QVERIFY(one.epoch() != three.epoch());
    QVERIFY(three.epoch() < (1ULL << 53));
}

void tst_EventHub::historyHoldsWhatWasPublished()
{
    HubLimits limits;
    limits.maxRecentEvents = 2;
    EventHub hub(limits);
    QVERIFY(hub.publish(QByteArrayView(
        R"([{"type":"a","bot_id":1},{"type":"b","bot_id":1},{"type":"c","bot_id":1}])")));
    const Replay replay = hub.history().since("bot:1", {hub.epoch(), 1});
    QVERIFY(replay.recovered);
    QCOMPARE(replay.events.size(), 2);
    QCOMPARE(replay.events.first().type, QByteArray("b"));
    QVERIFY(!replay.events.first().timestamp.isEmpty());
    QVERIFY(!hub.history().since("bot:1", {hub.epoch(), 0}).recovered);
}

void tst_EventHub::executionsAreRemembered()
{
    EventHub hub;
    QSignalSpy accepted(&hub, &EventHub::eventsAccepted);
    QVERIFY(hub.publish(QByteArrayView(
        R"([{"type":"execution_started","execution_id":"e","workflow_id":"w","bot_id":"b"},)"
        R"({"type":"node_started","execution_id":"e","workflow_id":"w"},)"
        R"({"type":"node_completed","data":{"execution_id":"e"}},)"
        R"({"type":"execution_completed","execution_id":"e","workflow_id":"w"},)"
        R"({"type":"node_started","execution_id":"e","workflow_id":"w"}])")));
    const QList<Event> events = eventsOf(accepted, 0);
    const QList<QByteArray> both{"workflow:w", "bot:b"};
    QCOMPARE(events.at(0).rooms, both);
    QCOMPARE(events.at(1).rooms, both);
    QCOMPARE(events.at(2).rooms, QList<QByteArray>{"bot:b"});
    QCOMPARE(events.at(3).rooms, both);
    QCOMPARE(events.at(4).rooms, QList<QByteArray>{"workflow:w"});
    QCOMPARE(hub.history().recent("bot:b").events.size(), 4);
}

void tst_EventHub::countersFollow()
{
    EventHub hub;
    QVERIFY(
        hub.publish(QByteArrayView(R"([{"type":"a","bot_id":1,"workflow_id":2},{"type":"b"}])")));
    QVERIFY(!hub.publish(QByteArrayView("nonsense")));
    hub.setEmergency(true, {});
    QVERIFY(!hub.publish(QByteArrayView(R"({"type":"a"})")));
    const HubCounters &counters = std::as_const(hub).counters();
    QCOMPARE(counters.eventsReceived.load(), quint64(2));
    QCOMPARE(counters.eventsRefused.load(), quint64(2));
    QCOMPARE(counters.eventsRetained.load(), quint64(3));
    QCOMPARE(counters.historyBytes.load(), quint64(hub.history().bytes()));
    QVERIFY(counters.historyBytes.load() > 0);
    QCOMPARE(counters.eventsSent.load(), quint64(0));
}

void tst_EventHub::oversizeEventIsRefused()
{
    HubLimits limits;
    limits.maxEventBytes = 20;
    EventHub hub(limits);
    QVERIFY(hub.publish(QByteArrayView(R"({"type":"12345678"})")));
    const auto result = hub.publish(QByteArrayView(R"({"type":"123456789012"})"));
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::PayloadTooLarge);
}

void tst_EventHub::trippedHubRefuses()
{
    EventHub hub;
    hub.setEmergency(true, QStringLiteral("exchange is down"));
    QVERIFY(hub.isTripped());
    QCOMPARE(hub.emergencyReason(), QStringLiteral("exchange is down"));
    const auto result = hub.publish(QByteArrayView(R"({"type":"t"})"));
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Emergency);
    QVERIFY(result.error().message.contains(QStringLiteral("exchange is down")));

    hub.setEmergency(false, {});
    QVERIFY(!hub.isTripped());
    QVERIFY(hub.publish(QByteArrayView(R"({"type":"t"})")));
}

void tst_EventHub::emergencyIsToldOnce()
{
    EventHub hub;
    QSignalSpy changed(&hub, &EventHub::emergencyChanged);
    hub.setEmergency(false, {});
    QCOMPARE(changed.size(), 0);
    hub.setEmergency(true, QStringLiteral("a"));
    hub.setEmergency(true, QStringLiteral("a"));
    QCOMPARE(changed.size(), 1);
    hub.setEmergency(true, QStringLiteral("b"));
    QCOMPARE(changed.size(), 2);
    QCOMPARE(changed.last().at(0).toBool(), true);
    QCOMPARE(changed.last().at(1).toString(), QStringLiteral("b"));
}

void tst_EventHub::nestedPublishKeepsTheOrder()
{
    EventHub hub;
    QList<quint64> first;
    QList<quint64> second;
    connect(&hub, &EventHub::eventsAccepted, this, [&](const QList<Event> &events) {
        first.append(events.first().id.offset);
        if (first.size() < 4)
            QVERIFY(hub.publish(QByteArrayView(R"({"type":"answer"})")));
    });
    connect(&hub, &EventHub::eventsAccepted, this,
            [&](const QList<Event> &events) { second.append(events.first().id.offset); });
    QVERIFY(hub.publish(QByteArrayView(R"({"type":"question"})")));
    const QList<quint64> expected{1, 2, 3, 4};
    QCOMPARE(first, expected);
    QCOMPARE(second, expected);
}

void tst_EventHub::historyStaysWithinItsLimit()
{
    HubLimits limits;
    limits.maxHistoryBytes = 50'000;
    EventHub hub(limits);
    for (int i = 0; i < 1000; ++i) {
        const QByteArray json = R"({"type":"t","workflow_id":)" + QByteArray::number(i)
            + R"(,"a":")" + QByteArray(i % 100 == 0 ? 60'000 : 500, 'x') + "\"}";
        QVERIFY(hub.publish(json));
        QVERIFY(hub.history().bytes() <= 50'000);
    }
    QVERIFY(hub.history().retained() > 10);
}

QTEST_GUILESS_MAIN(tst_EventHub)
#include "tst_eventhub.moc"
