// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/clientsession.h"

#include "common/auth/jwt.h"

#include <QTest>

#include <algorithm>

using namespace Signalbox;
using namespace std::chrono_literals;

class tst_ClientSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expiresOnce();
    void livesAsLongAsItsCredential();
    void livesForTheLeeway();
    void graceTimeEnds();
    void renewalDeliversWhatWasMissed();
    void renewalForgetsWhatThereIsNoRightTo();
    void renewalForgetsWhatWasLeft();
    void repliesAreNotHeld();
};

namespace {

class FakeSubscriber final : public Subscriber
{
public:
    explicit FakeSubscriber(RoomIndex &index)
    {
        index.join(*this, "bot:1");
        index.join(*this, "bot:2");
    }
    void publish(const QByteArray &text, const QList<QByteArray> &rooms)
    {
        deliver(WebSocket::encode(WebSocket::Opcode::Text, text), {}, rooms);
    }
    QByteArrayList texts;

private:
    void transmit(const WebSocket::Frame &frame) override
    {
        texts.append(frame.payload().toByteArray());
    }
    [[nodiscard]] qint64 transmitQueueBytes() const override { return 0; }
    [[nodiscard]] qint64 transmitQueueLimit() const override { return 1024; }
    void awaitDrain() override { } // nothing is ever queued
    void handleOverflow() override { }
};

/// A session whose grace time is short, and what it tells.
struct Fixture final : private ClientSession::Listener
{
    explicit Fixture(TimerWheel &wheel, std::chrono::milliseconds graceTime = 1h)
        : subscriber(index)
        , session(subscriber, wheel, *this, graceTime)
    { }

    void identify(std::optional<std::chrono::milliseconds> life,
                  const ReplayQueue::Filter &isAllowed = {})
    {
        Identity identity;
        if (life)
            identity.expiresAt = std::chrono::system_clock::now() + *life;
        session.setIdentity(identity, isAllowed);
    }

    int expiries = 0;
    int graceEnds = 0;
    RoomIndex index;
    FakeSubscriber subscriber;
    ClientSession session;

private:
    void credentialExpired(ClientSession &) override { ++expiries; }
    void graceEnded(ClientSession &) override { ++graceEnds; }
};

bool allowAll(const ReplayQueue::Waiting &)
{
    return true;
}

} // namespace

void tst_ClientSession::expiresOnce()
{
    TimerWheel wheel;
    Fixture fixture(wheel);
    QVERIFY(!fixture.session.identity());
    fixture.identify(60ms);
    QVERIFY(!fixture.session.isExpired());
    QTRY_COMPARE(fixture.expiries, 1);
    QVERIFY(fixture.session.isExpired());

    Fixture later(wheel); // is over when a second expiry would long have come
    later.identify(120ms);
    QTRY_COMPARE(later.expiries, 1);
    QCOMPARE(fixture.expiries, 1);
    QCOMPARE(fixture.graceEnds, 0);
}

void tst_ClientSession::livesAsLongAsItsCredential()
{
    TimerWheel wheel;
    Fixture eternal(wheel);
    Fixture renewed(wheel);
    Fixture clock(wheel);
    for (Fixture *fixture : {&eternal, &renewed})
        fixture->identify(50ms);
    eternal.identify({});
    renewed.identify(1h);
    clock.identify(150ms);
    QTRY_COMPARE(clock.expiries, 1);
    QCOMPARE(eternal.expiries, 0);
    QCOMPARE(renewed.expiries, 0);
}

void tst_ClientSession::livesForTheLeeway()
{
    TimerWheel wheel;
    Fixture fixture(wheel);
    fixture.identify(-std::chrono::milliseconds(Jwt::Leeway) + 400ms);
    Fixture clock(wheel);
    clock.identify(50ms);
    QTRY_COMPARE(clock.expiries, 1);
    QCOMPARE(fixture.expiries, 0);
    QTRY_COMPARE(fixture.expiries, 1);
}

void tst_ClientSession::graceTimeEnds()
{
    TimerWheel wheel;
    Fixture fixture(wheel, 60ms);
    fixture.identify(30ms);
    QTRY_COMPARE(fixture.graceEnds, 1);
    QCOMPARE(fixture.expiries, 1);

    Fixture renewed(wheel, 60ms);
    renewed.identify(30ms);
    QTRY_COMPARE(renewed.expiries, 1);
    renewed.identify(1h, &allowAll);
    Fixture clock(wheel);
    clock.identify(150ms);
    QTRY_COMPARE(clock.expiries, 1);
    QCOMPARE(renewed.graceEnds, 0);
}

void tst_ClientSession::renewalDeliversWhatWasMissed()
{
    TimerWheel wheel;
    Fixture fixture(wheel);
    fixture.identify(30ms);
    fixture.subscriber.publish("before", {"bot:1"});
    QTRY_COMPARE(fixture.expiries, 1);
    fixture.subscriber.publish("first", {"bot:1"});
    fixture.subscriber.publish("second", {"bot:2"});
    QCOMPARE(fixture.subscriber.texts, QByteArrayList{"before"});

    fixture.identify(1h, &allowAll);
    QVERIFY(!fixture.session.isExpired());
    fixture.subscriber.publish("after", {"bot:1"});
    QCOMPARE(fixture.subscriber.texts, (QByteArrayList{"before", "first", "second", "after"}));
}

void tst_ClientSession::renewalForgetsWhatThereIsNoRightTo()
{
    TimerWheel wheel;
    Fixture fixture(wheel);
    fixture.identify(30ms);
    QTRY_COMPARE(fixture.expiries, 1);
    fixture.subscriber.publish("kept", {"bot:1"});
    fixture.subscriber.publish("lost", {"bot:2"});
    fixture.subscriber.publish("of both", {"bot:2", "bot:1"});
    fixture.identify(1h, [](const ReplayQueue::Waiting &waiting) {
        return std::ranges::find(waiting.rooms, "bot:1") != waiting.rooms.end();
    });
    QCOMPARE(fixture.subscriber.texts, (QByteArrayList{"kept", "of both"}));
}

void tst_ClientSession::renewalForgetsWhatWasLeft()
{
    TimerWheel wheel;
    Fixture fixture(wheel);
    fixture.identify(30ms);
    QTRY_COMPARE(fixture.expiries, 1);
    fixture.subscriber.publish("kept", {"bot:1"});
    fixture.subscriber.publish("lost", {"bot:2"});
    fixture.subscriber.publish("of both", {"bot:2", "bot:1"});
    fixture.index.leave(fixture.subscriber, "bot:2");
    fixture.identify(1h, &allowAll);
    QCOMPARE(fixture.subscriber.texts, (QByteArrayList{"kept", "of both"}));
}

void tst_ClientSession::repliesAreNotHeld()
{
    TimerWheel wheel;
    Fixture fixture(wheel);
    fixture.identify(30ms);
    QTRY_COMPARE(fixture.expiries, 1);
    fixture.subscriber.sendFrame(WebSocket::encode(WebSocket::Opcode::Text, "reply"));
    QCOMPARE(fixture.subscriber.texts, QByteArrayList{"reply"});
}

QTEST_GUILESS_MAIN(tst_ClientSession)
#include "tst_clientsession.moc"
