// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/flows/consoleflow.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;

class tst_PublishFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void roomGetsItOnce();
    void userAloneGetsIt();
    void idsInTheBodySayWhere();
    void severalRoomsReachEverybodyOnce();
    void bytesArriveAsTheyWereTyped();
    void refused_data();
    void refused();
    void askedForIsWhoGetsIt();

private:
    /// On the page Publish: two guests of each dialect, one of them in workflow:here, the other in
    /// workflow:there.
    void invite();
    void chooseTarget(const QString &target, const QString &address);
    /// Types an event and Ctrl+Enter.
    void publish(const QString &type, const QString &body);
    [[nodiscard]] QString result();
    /// Of the last result.
    [[nodiscard]] QByteArray eventId();
    [[nodiscard]] QPlainTextEdit *editor();

    std::unique_ptr<ConsoleFlow> m_flow;
    std::vector<std::unique_ptr<Guest>> m_here;
    std::vector<std::unique_ptr<Guest>> m_there;
};

namespace {

constexpr Family Families[] = {Family::Workflow, Family::Rooms, Family::RoomsAtPath, Family::Plain};

} // namespace

void tst_PublishFlow::init()
{
    m_flow = std::make_unique<ConsoleFlow>();
    QVERIFY(m_flow->open());
    QVERIFY(m_flow->goTo(QStringLiteral("Publish")));
    invite();
}

void tst_PublishFlow::cleanup()
{
    m_here.clear();
    m_there.clear();
    m_flow.reset();
}

void tst_PublishFlow::invite()
{
    for (const Family family : Families) {
        m_here.push_back(m_flow->guest(family, "anna"));
        m_there.push_back(m_flow->guest(family, "bert"));
        QVERIFY(m_here.back()->isWelcome());
        QVERIFY(m_here.back()->joins("workflow:here"));
        QVERIFY(m_there.back()->isWelcome());
        QVERIFY(m_there.back()->joins("workflow:there"));
    }
}

QPlainTextEdit *tst_PublishFlow::editor()
{
    return m_flow->find<QPlainTextEdit>(QStringLiteral("Body as JSON"));
}

void tst_PublishFlow::chooseTarget(const QString &target, const QString &address)
{
    auto *targets = m_flow->find<QComboBox>(QStringLiteral("Whom it is for"));
    QVERIFY(targets);
    targets->setFocus();
    for (int i = 0; i < targets->count() && targets->currentText() != target; ++i)
        m_flow->press(Qt::Key_Down);
    QCOMPARE(targets->currentText(), target);
    const QString name =
        target == u"Rooms" ? QStringLiteral("Rooms, separated by commas") : QStringLiteral("User");
    auto *field = m_flow->find<QLineEdit>(name);
    QVERIFY(field);
    ConsoleFlow::write(field, address);
}

void tst_PublishFlow::publish(const QString &type, const QString &body)
{
    ConsoleFlow::write(m_flow->find<QComboBox>(QStringLiteral("Event type")), type);
    QVERIFY(editor());
    ConsoleFlow::write(editor(), body);
    m_flow->press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!result().isEmpty() && result() != u"Publishing…");
}

QString tst_PublishFlow::result()
{
    const auto *label = m_flow->find<QLabel>(QStringLiteral("Result"));
    return label ? label->text() : QString();
}

QByteArray tst_PublishFlow::eventId()
{
    return result().section(QStringLiteral("event id "), 1).toLatin1();
}

void tst_PublishFlow::roomGetsItOnce()
{
    chooseTarget(QStringLiteral("Rooms"), QStringLiteral("workflow:here"));
    publish(QStringLiteral("order.shipped"), QStringLiteral("{}"));
    QCOMPARE(result(),
             QStringLiteral("Delivered to 4 connection(s) · event id %1")
                 .arg(QString::fromLatin1(eventId())));
    for (const auto &guest : m_here)
        QCOMPARE(guest->news(), QList<QByteArray>{guest->event(eventId(), "workflow:here")});
    for (const auto &guest : m_there)
        QCOMPARE(guest->news(), QList<QByteArray>());

    // Once more is another event.
    const QByteArray first = eventId();
    editor()->setFocus();
    m_flow->press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!eventId().isEmpty() && eventId() != first);
    for (const auto &guest : m_here)
        QCOMPARE(guest->news(), QList<QByteArray>{guest->event(eventId(), "workflow:here")});
}

void tst_PublishFlow::userAloneGetsIt()
{
    chooseTarget(QStringLiteral("One user"), QStringLiteral("bert"));
    publish(QStringLiteral("notification"), QStringLiteral("{\"workflow_id\": \"here\"}"));
    // The workflow dialect has no rooms of users.
    QVERIFY2(result().startsWith(QStringLiteral("Delivered to 3 ")), qPrintable(result()));
    for (const auto &guest : m_there) {
        const bool hasRoom = guest->dialect() != u"workflow";
        QCOMPARE(guest->news(),
                 hasRoom ? QList<QByteArray>{guest->event(eventId(), "user:bert")}
                         : QList<QByteArray>());
    }
    for (const auto &guest : m_here)
        QCOMPARE(guest->news(), QList<QByteArray>());
}

void tst_PublishFlow::idsInTheBodySayWhere()
{
    publish(QStringLiteral("node_started"), QStringLiteral("{\"workflow_id\": \"there\"}"));
    QVERIFY2(result().startsWith(QStringLiteral("Delivered to 4 ")), qPrintable(result()));
    for (const auto &guest : m_there)
        QCOMPARE(guest->news(), QList<QByteArray>{guest->event(eventId(), "workflow:there")});
    for (const auto &guest : m_here)
        QCOMPARE(guest->news(), QList<QByteArray>());
}

void tst_PublishFlow::severalRoomsReachEverybodyOnce()
{
    QVERIFY(m_here.front()->joins("workflow:there"));
    chooseTarget(QStringLiteral("Rooms"), QStringLiteral("workflow:here, workflow:there"));
    publish(QStringLiteral("order.shipped"), QStringLiteral("{}"));
    QVERIFY2(result().startsWith(QStringLiteral("Delivered to 8 ")), qPrintable(result()));
    for (const auto &guest : m_here)
        QCOMPARE(guest->news(), QList<QByteArray>{guest->event(eventId(), "workflow:here")});
    for (const auto &guest : m_there)
        QCOMPARE(guest->news(), QList<QByteArray>{guest->event(eventId(), "workflow:there")});
}

void tst_PublishFlow::bytesArriveAsTheyWereTyped()
{
    const QString body = QStringLiteral("{\"z\": 1.0, \"a\": 12345678901234567890, \"e\": 1e400}");
    chooseTarget(QStringLiteral("Rooms"), QStringLiteral("workflow:here"));
    publish(QStringLiteral("order.shipped"), body);
    QVERIFY2(result().startsWith(QStringLiteral("Delivered to 4 ")), qPrintable(result()));
    for (const auto &guest : m_here) {
        // Not every parser reads such numbers: the message itself is looked at.
        QVERIFY(eventually([&] {
            (void)guest->client().lines();
            return guest->client().lastMessage().contains(eventId());
        }));
        const QByteArray message = guest->client().lastMessage();
        if (guest->dialect() == u"workflow") { // its body is not an object of its own
            for (const char *part : {"1.0", "12345678901234567890", "1e400"})
                QVERIFY2(message.contains(part), message.constData());
        } else {
            QVERIFY2(message.contains(body.toUtf8()), message.constData());
        }
    }
}

void tst_PublishFlow::refused_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("rooms");
    QTest::addColumn<QString>("body");
    const auto row = [](const char *name, const char *type, const char *rooms, const char *body) {
        QTest::newRow(name) << QString::fromLatin1(type) << QString::fromLatin1(rooms)
                            << QString::fromLatin1(body);
    };
    row("half an object", "order.shipped", "workflow:here", "{\"n\": ");
    row("a comma too many", "order.shipped", "workflow:here", "{\"n\": 1,}");
    row("no type", "", "workflow:here", "{}");
    row("a reserved type", "connect", "workflow:here", "{}");
    row("a type with a space", "order shipped", "workflow:here", "{}");
    row("no room", "order.shipped", "here", "{}");
    row("a field of the catalogue is missing", "workflow.failed", "workflow:here",
        "{\"workflow_id\": \"here\"}");
}

void tst_PublishFlow::refused()
{
    QFETCH(QString, type);
    QFETCH(QString, rooms);
    QFETCH(QString, body);
    chooseTarget(QStringLiteral("Rooms"), rooms);
    publish(type, body);
    QVERIFY2(!result().contains(QStringLiteral("Delivered")), qPrintable(result()));
    QVERIFY(m_flow->click(QStringLiteral("Publish"))); // nor by the button
    const QByteArray marker = m_flow->publish(R"({"type":"a.b","room":"workflow:here"})");
    for (const auto &guest : m_here)
        QCOMPARE(guest->news(), QList<QByteArray>{guest->event(marker, "workflow:here")});
    for (const auto &guest : m_there)
        QCOMPARE(guest->news(), QList<QByteArray>());
    QVERIFY2(!result().contains(QStringLiteral("Delivered")), qPrintable(result()));
}

void tst_PublishFlow::askedForIsWhoGetsIt()
{
    chooseTarget(QStringLiteral("Rooms"), QStringLiteral("workflow:here"));
    ConsoleFlow::write(m_flow->find<QComboBox>(QStringLiteral("Event type")),
                       QStringLiteral("order.shipped"));
    ConsoleFlow::write(editor(), QStringLiteral("{}"));
    QVERIFY(m_flow->click(QStringLiteral("Who would receive this?")));
    QTRY_VERIFY(m_flow->find<QTableView>(QStringLiteral("Connections")));
    const auto *table = m_flow->find<QTableView>(QStringLiteral("Connections"));
    QStringList sids;
    for (const auto &guest : m_here) {
        sids << QString::fromLatin1(guest->sid());
        QCOMPARE(guest->news(), QList<QByteArray>()); // asking is not publishing
    }
    QStringList asked = ConsoleFlow::cells(table, QStringLiteral("Connection"));
    sids.sort();
    asked.sort();
    QCOMPARE(asked, sids);
    editor()->setFocus();
    m_flow->press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!eventId().isEmpty());
    for (const auto &guest : m_here)
        QCOMPARE(guest->news().size(), 1);
}

QTEST_MAIN(tst_PublishFlow)

#include "tst_publishflow.moc"
