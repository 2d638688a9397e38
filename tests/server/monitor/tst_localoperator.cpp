// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/monitor/localoperator.h"

#include "server/operator/settingsdesk.h"
#include "tests/server/monitor/operatorfixture.h"

#include <QSignalSpy>

using namespace Signalbox;
using namespace Signalbox::Test;

namespace {

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
    void publishes();
    void emergency();
    void settings();
    void answersDieWithTheirContext();
    void withoutAServer();
};

void tst_LocalOperator::publishes()
{
    OperatorFixture fixture;
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
    OperatorFixture fixture;
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

void tst_LocalOperator::settings()
{
    OperatorFixture fixture;
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

void tst_LocalOperator::answersDieWithTheirContext()
{
    OperatorFixture fixture;
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
    OperatorFixture fixture;
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
