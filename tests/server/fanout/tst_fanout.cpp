// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/fanout/fanout.h"

#include <QTest>

using namespace Signalbox;

class tst_Fanout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eventsGoToAllSinksInOrder();
    void countsDeliveries();
    void tellsItsObserver();
    void publishingWhileDeliveringKeepsTheOrder();
};

namespace {

class FakeSink final : public EventSink
{
public:
    explicit FakeSink(qsizetype receivers)
        : m_receivers(receivers)
    { }

    qsizetype deliver(const Event &event) override
    {
        types.append(event.type);
        if (then)
            then(event);
        return m_receivers;
    }

    QByteArrayList types;
    std::function<void(const Event &)> then;

private:
    qsizetype m_receivers;
};

} // namespace

void tst_Fanout::eventsGoToAllSinksInOrder()
{
    EventHub hub;
    Fanout fanout(hub);
    FakeSink first(1);
    FakeSink second(1);
    fanout.addSink(first);
    fanout.addSink(second);
    QVERIFY(hub.publish(QByteArrayView(R"([{"type":"a"},{"type":"b"}])")));
    QVERIFY(hub.publish(QByteArrayView(R"({"type":"c"})")));
    QVERIFY(!hub.publish(QByteArrayView(R"([{"type":"d"},{"type":"connect"}])")));
    QCOMPARE(first.types, (QByteArrayList{"a", "b", "c"}));
    QCOMPARE(second.types, first.types);
}

void tst_Fanout::countsDeliveries()
{
    EventHub hub;
    Fanout fanout(hub);
    QVERIFY(hub.publish(QByteArrayView(R"({"type":"a"})")));
    QCOMPARE(hub.counters().eventsSent.load(), quint64(0));
    FakeSink first(3);
    FakeSink second(0);
    FakeSink third(4);
    fanout.addSink(first);
    fanout.addSink(second);
    fanout.addSink(third);
    QVERIFY(hub.publish(QByteArrayView(R"([{"type":"a"},{"type":"b"}])")));
    QCOMPARE(hub.counters().eventsSent.load(), quint64(14));
}

void tst_Fanout::tellsItsObserver()
{
    struct Observer final : FanoutObserver
    {
        void eventDelivered(const Event &event, qsizetype recipients) override
        {
            seen.append(event.type + QByteArray::number(recipients));
        }
        QByteArrayList seen;
    };
    EventHub hub;
    Fanout fanout(hub);
    FakeSink first(3);
    FakeSink second(4);
    fanout.addSink(first);
    fanout.addSink(second);
    Observer observer;
    fanout.setObserver(&observer);
    QVERIFY(hub.publish(QByteArrayView(R"([{"type":"a"},{"type":"b"}])")));
    fanout.setObserver(nullptr);
    QVERIFY(hub.publish(QByteArrayView(R"({"type":"c"})")));
    QCOMPARE(observer.seen, (QByteArrayList{"a7", "b7"}));
}

void tst_Fanout::publishingWhileDeliveringKeepsTheOrder()
{
    EventHub hub;
    Fanout fanout(hub);
    FakeSink first(1);
    FakeSink second(1);
    first.then = [&](const Event &event) {
        if (event.type == "a")
            QVERIFY(hub.publish(QByteArrayView(R"({"type":"x"})")));
    };
    fanout.addSink(first);
    fanout.addSink(second);
    QVERIFY(hub.publish(QByteArrayView(R"([{"type":"a"},{"type":"b"}])")));
    QCOMPARE(first.types, (QByteArrayList{"a", "b", "x"}));
    QCOMPARE(second.types, first.types);
}

QTEST_APPLESS_MAIN(tst_Fanout)
#include "tst_fanout.moc"
