// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connections/sendeventdialog.h"
#include "gui/dialogs/confirmdialog.h"
#include "tests/gui/flows/consoleflow.h"

#include <QApplication>
#include <QComboBox>
#include <QInputDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;

class tst_ConnectionFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whoComesIsSeen_data();
    void whoComesIsSeen();
    void whoGoesIsKept();
    void disconnects_data();
    void disconnects();
    void cancelDisconnectsNobody();
    void disconnectsWhatIsSelected();
    void disconnectsWhatTheFilterLeaves();
    void joinsAndLeavesARoom_data();
    void joinsAndLeavesARoom();
    void roomThatIsNoneIsRefused();
    void sendsToOneAlone_data();
    void sendsToOneAlone();

private:
    /// On the page Connections, with a guest of each dialect: user0 and so on.
    void invite();
    [[nodiscard]] bool confirm(const std::function<void()> &act, const QString &button,
                               QString *targets = nullptr);
    void pressDelete() { m_flow->press(Qt::Key_Delete); }
    /// Names a room in the dialog that \a act opens.
    [[nodiscard]] bool nameRoom(const std::function<void()> &act, const QString &room);
    /// Answers the event's id.
    [[nodiscard]] QByteArray publishTo(const QByteArray &room);

    std::unique_ptr<ConsoleFlow> m_flow;
    std::vector<std::unique_ptr<Guest>> m_guests;
    QTableView *m_table = nullptr;
};

namespace {

constexpr Family Families[] = {Family::Workflow, Family::Rooms, Family::RoomsAtPath, Family::Plain};

QByteArray userOf(int guest)
{
    return "user" + QByteArray::number(guest);
}

void eachDialect()
{
    QTest::addColumn<int>("index");
    QTest::newRow("workflow") << 0;
    QTest::newRow("rooms") << 1;
    QTest::newRow("rooms at its path") << 2;
    QTest::newRow("plain") << 3;
}

const QString User = QStringLiteral("User");

} // namespace

void tst_ConnectionFlow::init()
{
    m_flow = std::make_unique<ConsoleFlow>();
    QVERIFY(m_flow->open());
    QVERIFY(m_flow->goTo(QStringLiteral("Connections")));
}

void tst_ConnectionFlow::cleanup()
{
    m_guests.clear();
    m_flow.reset();
}

void tst_ConnectionFlow::invite()
{
    for (const Family family : Families) {
        m_guests.push_back(m_flow->guest(family, userOf(int(m_guests.size()))));
        QVERIFY(m_guests.back()->isWelcome());
        QVERIFY(m_guests.back()->joins("workflow:all"));
    }
    QTRY_VERIFY(m_flow->find<QTableView>(QStringLiteral("Open connections")));
    m_table = m_flow->find<QTableView>(QStringLiteral("Open connections"));
    QTRY_COMPARE(m_table->model()->rowCount(), int(std::size(Families)));
}

bool tst_ConnectionFlow::confirm(const std::function<void()> &act, const QString &button,
                                 QString *targets)
{
    return ConsoleFlow::inDialog<ConfirmDialog>(act, [&](ConfirmDialog &dialog) {
        if (targets)
            *targets = dialog.findChild<QPlainTextEdit *>()->toPlainText();
        QVERIFY(m_flow->click(button, &dialog));
    });
}

bool tst_ConnectionFlow::nameRoom(const std::function<void()> &act, const QString &room)
{
    return ConsoleFlow::inDialog<QInputDialog>(act, [&](QInputDialog &dialog) {
        auto *edit = dialog.findChild<QLineEdit *>();
        QTest::keyClicks(edit, room);
        QTest::keyClick(edit, Qt::Key_Return);
    });
}

QByteArray tst_ConnectionFlow::publishTo(const QByteArray &room)
{
    return m_flow->publish(R"({"type":"order.shipped","room":")" + room + "\"}");
}

void tst_ConnectionFlow::whoComesIsSeen_data()
{
    eachDialect();
}

void tst_ConnectionFlow::whoComesIsSeen()
{
    QFETCH(int, index);
    const auto guest = m_flow->guest(Families[index], "anna");
    QVERIFY(guest->isWelcome());
    QTRY_VERIFY(m_flow->find<QTableView>(QStringLiteral("Open connections")));
    const auto *table = m_flow->find<QTableView>(QStringLiteral("Open connections"));
    QTRY_COMPARE(ConsoleFlow::cells(table, User), QStringList(QStringLiteral("anna")));
    QCOMPARE(ConsoleFlow::cell(table, 0, QStringLiteral("Dialect")), guest->dialect());
    QCOMPARE(ConsoleFlow::cell(table, 0, QStringLiteral("Transport")), QStringLiteral("websocket"));
    QCOMPARE(ConsoleFlow::cell(table, 0, QStringLiteral("Session")),
             QString::fromLatin1(guest->sid()));
}

void tst_ConnectionFlow::whoGoesIsKept()
{
    invite();
    m_guests[1]->client().hangUp();
    QTRY_COMPARE(ConsoleFlow::rowOf(m_table, User, QStringLiteral("user1")), -1);
    QCOMPARE(m_table->model()->rowCount(), 3);
    QTest::keyClick(m_flow->page()->findChild<QTabWidget *>(), Qt::Key_Tab, Qt::ControlModifier);
    auto *closed = m_flow->find<QTableView>(QStringLiteral("Closed connections"));
    QVERIFY(closed);
    QTRY_COMPARE(ConsoleFlow::cells(closed, User), QStringList(QStringLiteral("user1")));
    QCOMPARE(ConsoleFlow::cell(closed, 0, QStringLiteral("Code")), QStringLiteral("1006"));
}

void tst_ConnectionFlow::disconnects_data()
{
    eachDialect();
}

void tst_ConnectionFlow::disconnects()
{
    QFETCH(int, index);
    invite();
    const QString user = QString::fromLatin1(userOf(index));
    Guest &guest = *m_guests[size_t(index)];
    QVERIFY(m_flow->select(m_table, User, user));
    QString targets;
    QVERIFY(confirm([this] { pressDelete(); }, QStringLiteral("action"), &targets));
    QVERIFY2(targets.startsWith(user + QStringLiteral(", 127.0.0.1:")), qPrintable(targets));
    QVERIFY2(targets.endsWith(QString::fromLatin1(guest.sid())), qPrintable(targets));
    QCOMPARE(guest.lastWords(), guest.dismissal());

    QTRY_COMPARE(ConsoleFlow::rowOf(m_table, User, user), -1);
    QTRY_COMPARE(m_flow->toast(), QStringLiteral("Disconnected 1 client(s)."));
    QTest::keyClick(m_flow->page()->findChild<QTabWidget *>(), Qt::Key_Tab, Qt::ControlModifier);
    auto *closed = m_flow->find<QTableView>(QStringLiteral("Closed connections"));
    QVERIFY(closed);
    QTRY_COMPARE(ConsoleFlow::cells(closed, User), QStringList(user));
    QCOMPARE(ConsoleFlow::cell(closed, 0, QStringLiteral("Code")), QStringLiteral("4403"));
    QCOMPARE(ConsoleFlow::cell(closed, 0, QStringLiteral("Meaning")), QStringLiteral("forbidden"));
    QVERIFY(!ConsoleFlow::cell(closed, 0, QStringLiteral("Reason")).isEmpty());

    const QByteArray id = publishTo("workflow:all");
    for (const auto &other : m_guests) {
        if (other.get() != &guest)
            QCOMPARE(other->news(), QList<QByteArray>{other->event(id, "workflow:all")});
    }
}

void tst_ConnectionFlow::cancelDisconnectsNobody()
{
    invite();
    QVERIFY(m_flow->select(m_table, User, QStringLiteral("user0")));
    QVERIFY(confirm([this] { pressDelete(); }, QStringLiteral("cancel")));
    const auto press = [this](Qt::Key key) {
        return ConsoleFlow::inDialog<ConfirmDialog>(
            [this] { pressDelete(); }, [key](QDialog &dialog) { QTest::keyClick(&dialog, key); });
    };
    QVERIFY(press(Qt::Key_Return)); // Cancel is the default
    QVERIFY(press(Qt::Key_Escape));
    for (const auto &guest : m_guests)
        QCOMPARE(guest->news(), QList<QByteArray>());
    QCOMPARE(m_table->model()->rowCount(), 4);
}

void tst_ConnectionFlow::disconnectsWhatIsSelected()
{
    invite();
    QVERIFY(m_flow->select(m_table, User, QStringLiteral("user1")));
    QVERIFY(m_flow->select(m_table, User, QStringLiteral("user3"), Qt::ControlModifier));
    QString targets;
    QVERIFY(confirm([this] { QVERIFY(m_flow->click(QStringLiteral("Disconnect"))); },
                    QStringLiteral("action"), &targets));
    QCOMPARE(targets.count(u'\n'), 1);
    for (const size_t index : {1, 3})
        QCOMPARE(m_guests[index]->lastWords(), m_guests[index]->dismissal());
    for (const size_t index : {0, 2})
        QCOMPARE(m_guests[index]->news(), QList<QByteArray>());
    QTRY_COMPARE(ConsoleFlow::cells(m_table, User).size(), 2);
}

void tst_ConnectionFlow::disconnectsWhatTheFilterLeaves()
{
    invite();
    const QString command = QStringLiteral("Disconnect all matching");
    QVERIFY2(!m_flow->command(command), "without a filter that would be all");
    m_flow->press(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(QApplication::focusWidget());
    ConsoleFlow::write(QApplication::focusWidget(), QStringLiteral("dialect:rooms"));
    m_flow->press(Qt::Key_Return);
    QTRY_COMPARE(m_table->model()->rowCount(), 2);
    QString targets;
    QVERIFY(
        confirm([&] { QVERIFY(m_flow->command(command)); }, QStringLiteral("action"), &targets));
    QVERIFY2(targets.contains(QStringLiteral("user1,"))
                 && targets.contains(QStringLiteral("user2,")),
             qPrintable(targets));
    QCOMPARE(targets.count(u'\n'), 1);
    for (const size_t index : {1, 2})
        QCOMPARE(m_guests[index]->lastWords(), m_guests[index]->dismissal());
    for (const size_t index : {0, 3})
        QCOMPARE(m_guests[index]->news(), QList<QByteArray>());
    QTRY_COMPARE(m_table->model()->rowCount(), 0);
    m_flow->press(Qt::Key_F, Qt::ControlModifier);
    ConsoleFlow::write(QApplication::focusWidget(), {});
    QTRY_COMPARE(m_table->model()->rowCount(), 2);
}

void tst_ConnectionFlow::joinsAndLeavesARoom_data()
{
    eachDialect();
}

/// A room that its token would not let it into.
void tst_ConnectionFlow::joinsAndLeavesARoom()
{
    QFETCH(int, index);
    invite();
    Guest &guest = *m_guests[size_t(index)];
    const QString user = QString::fromLatin1(userOf(index));
    const QByteArray room = index == 0 ? "bot:7" : "project:7";
    QVERIFY(m_flow->select(m_table, User, user));
    const auto roomCount = [&] {
        return ConsoleFlow::cell(m_table, ConsoleFlow::rowOf(m_table, User, user),
                                 QStringLiteral("Rooms"))
            .toInt();
    };
    const int before = index == 0 ? 1 : index == 3 ? 2 : 3; // global and its user's, besides
    QTRY_COMPARE(roomCount(), before);
    QVERIFY(nameRoom([this] { QVERIFY(m_flow->click(QStringLiteral("Join a room"))); },
                     QString::fromLatin1(room)));
    QTRY_COMPARE(m_flow->toast(),
                 QStringLiteral("1 client(s) joined %1.").arg(QString::fromLatin1(room)));
    const QByteArray inside = publishTo(room);
    QCOMPARE(guest.news(), QList<QByteArray>({"subscribed", guest.event(inside, room)}));

    // The question for the room offers those that it is in.
    QTRY_COMPARE(roomCount(), before + 1);
    QVERIFY(confirm(
        [&] {
            QVERIFY(ConsoleFlow::inDialog<QInputDialog>(
                [this] { QVERIFY(m_flow->click(QStringLiteral("Leave a room"))); },
                [&](QInputDialog &dialog) {
                    auto *rooms = dialog.findChild<QComboBox *>();
                    rooms->setFocus();
                    for (int i = 1; i < rooms->count() && rooms->currentText().toUtf8() != room;
                         ++i)
                        QTest::keyClick(rooms, Qt::Key_Down);
                    QCOMPARE(rooms->currentText(), QString::fromLatin1(room));
                    QTest::keyClick(&dialog, Qt::Key_Return);
                }));
        },
        QStringLiteral("action")));
    QTRY_COMPARE(m_flow->toast(),
                 QStringLiteral("1 client(s) left %1.").arg(QString::fromLatin1(room)));
    QVERIFY(!publishTo(room).isEmpty());
    const QByteArray everywhere = publishTo("workflow:all");
    QCOMPARE(guest.news(),
             QList<QByteArray>({"unsubscribed", guest.event(everywhere, "workflow:all")}));
    for (const auto &other : m_guests) {
        if (other.get() != &guest)
            QCOMPARE(other->news(), QList<QByteArray>{other->event(everywhere, "workflow:all")});
    }
}

void tst_ConnectionFlow::roomThatIsNoneIsRefused()
{
    invite();
    QVERIFY(m_flow->select(m_table, User, QStringLiteral("user1")));
    QVERIFY(ConsoleFlow::inDialog<QInputDialog>(
        [this] { QVERIFY(m_flow->click(QStringLiteral("Join a room"))); },
        [](QInputDialog &dialog) {
            auto *edit = dialog.findChild<QLineEdit *>();
            QTest::keyClicks(edit, QStringLiteral("no room"));
            QTest::keyClick(edit, Qt::Key_Return);
            QVERIFY(dialog.isVisible()); // and what was typed can be mended
            QCOMPARE(edit->text(), QStringLiteral("no room"));
            QTest::keyClick(&dialog, Qt::Key_Escape);
        }));
    QCOMPARE(m_flow->toast(), QString());
    QCOMPARE(m_guests[1]->news(), QList<QByteArray>());
}

void tst_ConnectionFlow::sendsToOneAlone_data()
{
    eachDialect();
}

void tst_ConnectionFlow::sendsToOneAlone()
{
    QFETCH(int, index);
    invite();
    QVERIFY(m_flow->select(m_table, User, QString::fromLatin1(userOf(index))));
    QVERIFY(ConsoleFlow::inDialog<SendEventDialog>(
        [this] { QVERIFY(m_flow->click(QStringLiteral("Send an event"))); },
        [](SendEventDialog &dialog) {
            ConsoleFlow::write(dialog.findChild<QLineEdit *>(), QStringLiteral("hint.given"));
            auto *data = dialog.findChild<QPlainTextEdit *>();
            ConsoleFlow::write(data, QStringLiteral("{\"n\": 1.50}"));
            QCOMPARE(dialog.problem(), QString());
            QTest::keyClick(data, Qt::Key_Return, Qt::ControlModifier);
            QVERIFY(!dialog.isVisible());
        }));
    QTRY_COMPARE(m_flow->toast(), QStringLiteral("Sent to 1 client(s)."));
    for (size_t i = 0; i < m_guests.size(); ++i) {
        Guest &guest = *m_guests[i];
        const QByteArray name = guest.dialect() == u"workflow" ? "workflow_event" : "hint.given";
        const bool isMeant = int(i) == index;
        QByteArray message;
        if (isMeant) {
            QVERIFY(eventually([&] { return guest.client().lines().contains(name); }));
            message = guest.client().lastMessage();
        }
        QCOMPARE(guest.news(), isMeant ? QList<QByteArray>{name} : QList<QByteArray>());
        QCOMPARE(message.contains("hint.given") && message.contains("1.50"), isMeant);
    }
}

QTEST_MAIN(tst_ConnectionFlow)

#include "tst_connectionflow.moc"
