// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/confirmdialog.h"
#include "gui/dialogs/emergencydialog.h"
#include "tests/gui/flows/consoleflow.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;

class tst_EmergencyFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everybodyIsTold();
    void publishersAreRefused();
    void lateComersAreTold();
    void consoleIsRefusedToo();
    void bannerLiftsIt();
    void cancelChangesNothing();

private:
    void trip(const QString &reason);
    void lift(const std::function<void()> &act);
    [[nodiscard]] TestAnswer post() const;
    [[nodiscard]] TestAnswer health() const;

    std::unique_ptr<ConsoleFlow> m_flow;
    std::vector<std::unique_ptr<Guest>> m_guests;
};

namespace {

constexpr Family Families[] = {Family::Workflow, Family::Rooms, Family::RoomsAtPath, Family::Plain};
const QString Stop = QStringLiteral("Emergency stop");
const QString TakeAgain = QStringLiteral("Take events again");

} // namespace

void tst_EmergencyFlow::init()
{
    m_flow = std::make_unique<ConsoleFlow>();
    QVERIFY(m_flow->open());
    for (const Family family : Families) {
        m_guests.push_back(m_flow->guest(family, "anna"));
        QVERIFY(m_guests.back()->isWelcome());
        QVERIFY(m_guests.back()->joins("workflow:w"));
    }
}

void tst_EmergencyFlow::cleanup()
{
    m_guests.clear();
    m_flow.reset();
}

void tst_EmergencyFlow::trip(const QString &reason)
{
    QVERIFY(ConsoleFlow::inDialog<EmergencyDialog>(
        [this] { QVERIFY(m_flow->command(Stop)); },
        [&](EmergencyDialog &dialog) {
            QTest::keyClicks(dialog.findChild<QLineEdit *>(), reason);
            QVERIFY(m_flow->click(QStringLiteral("action"), &dialog));
        }));
    QTRY_COMPARE(m_flow->toast(), QStringLiteral("Publishing is stopped."));
}

void tst_EmergencyFlow::lift(const std::function<void()> &act)
{
    QWidget *window = m_flow->page()->window();
    QTRY_VERIFY(m_flow->find<QPushButton>(QStringLiteral("Take events again"), window));
    QVERIFY(ConsoleFlow::inDialog<ConfirmDialog>(act, [this](ConfirmDialog &dialog) {
        QVERIFY(m_flow->click(QStringLiteral("action"), &dialog));
    }));
    QTRY_COMPARE(m_flow->toast(), QStringLiteral("Events are taken again."));
}

TestAnswer tst_EmergencyFlow::post() const
{
    return testCall(m_flow->server().port, "POST", "/api/v1/events",
                    "Content-Type: application/json\r\n",
                    R"({"type":"order.shipped","room":"workflow:w"})");
}

TestAnswer tst_EmergencyFlow::health() const
{
    return testCall(m_flow->server().port, "GET", "/health");
}

void tst_EmergencyFlow::everybodyIsTold()
{
    trip(QStringLiteral("wrong prices"));
    for (const auto &guest : m_guests) {
        QVERIFY(eventually([&] { return guest->client().lines().last() == "emergency"; }));
        QCOMPARE(guest->client().lastReply()[u"state"].toString(), QStringLiteral("tripped"));
        QCOMPARE(guest->client().lastReply()[u"reason"].toString(), QStringLiteral("wrong prices"));
        QCOMPARE(guest->news(), QList<QByteArray>{"emergency"});
    }
    lift([this] { QVERIFY(m_flow->command(TakeAgain)); });
    for (const auto &guest : m_guests) {
        QVERIFY(eventually([&] { return guest->client().lines().last() == "emergency"; }));
        QCOMPARE(guest->client().lastReply()[u"state"].toString(), QStringLiteral("normal"));
        QCOMPARE(guest->news(), QList<QByteArray>{"emergency"});
    }
}

void tst_EmergencyFlow::publishersAreRefused()
{
    QCOMPARE(post().status, 202);
    QCOMPARE(health().status, 200);
    trip(QStringLiteral("wrong prices"));
    const TestAnswer refused = post();
    QCOMPARE(refused.status, 503);
    QCOMPARE(refused.errorCode(), QStringLiteral("emergency"));
    QVERIFY2(refused.body.contains("wrong prices"), refused.body.constData());
    const TestAnswer ill = health();
    QCOMPARE(ill.status, 503);
    const QJsonObject components =
        ill.json()[u"infrastructure"].toObject()[u"components"].toObject();
    QCOMPARE(components[u"emergency"].toString(), QStringLiteral("tripped"));
    QCOMPARE(testCall(m_flow->server().port, "GET", "/livez").status, 200);
    for (const auto &guest : m_guests)
        (void)guest->news();

    lift([this] { QVERIFY(m_flow->command(TakeAgain)); });
    const TestAnswer taken = post();
    QCOMPARE(taken.status, 202);
    QCOMPARE(health().status, 200);
    const QByteArray id = taken.json()[u"event_ids"].toArray().first().toString().toLatin1();
    for (const auto &guest : m_guests)
        QCOMPARE(guest->news(), QList<QByteArray>({"emergency", guest->event(id, "workflow:w")}));
}

void tst_EmergencyFlow::lateComersAreTold()
{
    trip(QStringLiteral("wrong prices"));
    for (const Family family : Families) {
        const auto late = m_flow->guest(family, "late");
        QVERIFY(eventually([&] { return late->client().lines().contains("emergency"); }));
        QVERIFY(late->isWelcome());
        QVERIFY2(late->joins("workflow:w"), "it is not the clients that are stopped");
    }
}

void tst_EmergencyFlow::consoleIsRefusedToo()
{
    trip(QStringLiteral("wrong prices"));
    for (const auto &guest : m_guests)
        QCOMPARE(guest->news(), QList<QByteArray>{"emergency"});
    QVERIFY(m_flow->goTo(QStringLiteral("Publish")));
    auto *publish = m_flow->find<QPushButton>(QStringLiteral("Publish"));
    QVERIFY(publish);
    QTRY_VERIFY(!publish->isEnabled());
    QVERIFY2(publish->toolTip().contains(QStringLiteral("wrong prices")),
             qPrintable(publish->toolTip()));
    QVERIFY(m_flow->click(QStringLiteral("Write the whole event as JSON")));
    auto *editor = m_flow->find<QPlainTextEdit>(QStringLiteral("Event as JSON"));
    QVERIFY(editor);
    ConsoleFlow::write(editor, QStringLiteral("{\"type\": \"a.b\", \"workflow_id\": \"w\"}"));
    m_flow->press(Qt::Key_Return, Qt::ControlModifier);
    for (const auto &guest : m_guests)
        QCOMPARE(guest->news(), QList<QByteArray>());
    lift([this] { QVERIFY(m_flow->command(TakeAgain)); });
    QTRY_VERIFY(publish->isEnabled());
    editor->setFocus();
    m_flow->press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(m_flow->find<QLabel>(QStringLiteral("Result"))
                    ->text()
                    .startsWith(QStringLiteral("Delivered to 4 ")));
}

void tst_EmergencyFlow::bannerLiftsIt()
{
    trip(QStringLiteral("wrong prices"));
    QWidget *window = m_flow->page()->window();
    lift([&] { QVERIFY(m_flow->click(QStringLiteral("Take events again"), window)); });
    QTRY_VERIFY(!m_flow->find<QPushButton>(QStringLiteral("Take events again"), window));
    QCOMPARE(post().status, 202);
}

void tst_EmergencyFlow::cancelChangesNothing()
{
    for (const Qt::Key key : {Qt::Key_Escape, Qt::Key_Return}) {
        QVERIFY(ConsoleFlow::inDialog<EmergencyDialog>(
            [this] { QVERIFY(m_flow->command(Stop)); },
            [&](EmergencyDialog &dialog) {
                QTest::keyClicks(dialog.findChild<QLineEdit *>(), QStringLiteral("a slip"));
                QTest::keyClick(&dialog, key);
            }));
        QCOMPARE(post().status, 202);
    }
    for (const auto &guest : m_guests)
        QCOMPARE(guest->news().size(), 2);
}

QTEST_MAIN(tst_EmergencyFlow)

#include "tst_emergencyflow.moc"
