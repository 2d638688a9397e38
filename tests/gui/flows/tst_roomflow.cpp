// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/flows/consoleflow.h"

#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace Signalbox;
using namespace Signalbox::Test;

class tst_RoomFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void membersAreWhoIsInIt();
    void membersComeAndGo();
    void leadsToTheConnection();
    void askedForIsWhoGetsIt();

private:
    /// Clicks on the room in the tree, as soon as it is there.
    [[nodiscard]] bool selectRoom(const QString &room);
    /// The sids in the table of connections that is shown, sorted.
    [[nodiscard]] QStringList listed();
    [[nodiscard]] QStringList sidsOf(const std::vector<size_t> &guests) const;

    std::unique_ptr<ConsoleFlow> m_flow;
    std::vector<std::unique_ptr<Guest>> m_guests;
};

namespace {

constexpr Family Families[] = {Family::Workflow, Family::Rooms, Family::RoomsAtPath, Family::Plain};

} // namespace

void tst_RoomFlow::init()
{
    m_flow = std::make_unique<ConsoleFlow>();
    QVERIFY(m_flow->open());
    for (const Family family : Families) {
        m_guests.push_back(m_flow->guest(family, "anna"));
        QVERIFY(m_guests.back()->isWelcome());
        QVERIFY(m_guests.back()->joins("workflow:all"));
    }
    QVERIFY(m_guests[1]->joins("workflow:some"));
    QVERIFY(m_guests[3]->joins("workflow:some"));
    QVERIFY(m_flow->goTo(QStringLiteral("Subscriptions")));
}

void tst_RoomFlow::cleanup()
{
    m_guests.clear();
    m_flow.reset();
}

bool tst_RoomFlow::selectRoom(const QString &room)
{
    if (!eventually([this] { return m_flow->find<QTreeView>(QStringLiteral("Rooms")) != nullptr; }))
        return false;
    auto *tree = m_flow->find<QTreeView>(QStringLiteral("Rooms"));
    const auto indexOf = [&]() -> QModelIndex {
        const QAbstractItemModel *model = tree->model();
        for (int kind = 0; kind < model->rowCount(); ++kind) {
            const QModelIndex parent = model->index(kind, 0);
            for (int row = 0; row < model->rowCount(parent); ++row) {
                const QModelIndex index = model->index(row, 0, parent);
                const QString name = index.data().toString();
                if (name == room || parent.data().toString() + u':' + name == room)
                    return index;
            }
        }
        return {};
    };
    if (!eventually([&] { return indexOf().isValid(); }, std::chrono::seconds(10)))
        return false;
    tree->scrollTo(indexOf());
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(indexOf()).center());
    return tree->currentIndex() == indexOf();
}

QStringList tst_RoomFlow::listed()
{
    const auto *table = m_flow->find<QTableView>(QStringLiteral("Connections"));
    QStringList sids = table ? ConsoleFlow::cells(table, QStringLiteral("Connection"))
                             : QStringList(QStringLiteral("no table"));
    sids.sort();
    return sids;
}

QStringList tst_RoomFlow::sidsOf(const std::vector<size_t> &guests) const
{
    QStringList sids;
    for (const size_t guest : guests)
        sids << QString::fromLatin1(m_guests[guest]->sid());
    sids.sort();
    return sids;
}

void tst_RoomFlow::membersAreWhoIsInIt()
{
    QVERIFY(selectRoom(QStringLiteral("workflow:some")));
    QTRY_COMPARE(listed(), sidsOf({1, 3}));
    QVERIFY(selectRoom(QStringLiteral("workflow:all")));
    QTRY_COMPARE(listed(), sidsOf({0, 1, 2, 3}));
    const QByteArray id = m_flow->publish(R"({"type":"a.b","room":"workflow:some"})");
    for (size_t i = 0; i < m_guests.size(); ++i) {
        QCOMPARE(m_guests[i]->news(),
                 i % 2 == 1 ? QList<QByteArray>{m_guests[i]->event(id, "workflow:some")}
                            : QList<QByteArray>());
    }
}

void tst_RoomFlow::membersComeAndGo()
{
    QVERIFY(selectRoom(QStringLiteral("workflow:some")));
    QTRY_COMPARE(listed(), sidsOf({1, 3}));
    QVERIFY(m_guests[0]->joins("workflow:some"));
    QTRY_COMPARE(listed(), sidsOf({0, 1, 3}));
    m_guests[3]->client().hangUp();
    QTRY_COMPARE(listed(), sidsOf({0, 1}));
}

void tst_RoomFlow::leadsToTheConnection()
{
    QVERIFY(selectRoom(QStringLiteral("workflow:some")));
    QTRY_COMPARE(listed(), sidsOf({1, 3}));
    const QString sid = QString::fromLatin1(m_guests[3]->sid());
    QVERIFY(m_flow->select(m_flow->find<QTableView>(QStringLiteral("Connections")),
                           QStringLiteral("Connection"), sid));
    m_flow->press(Qt::Key_Return);
    QTRY_VERIFY(m_flow->find<QTableView>(QStringLiteral("Open connections")));
    const auto *table = m_flow->find<QTableView>(QStringLiteral("Open connections"));
    QTRY_COMPARE(table->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(ConsoleFlow::cell(table, table->selectionModel()->selectedRows().first().row(),
                               QStringLiteral("Session")),
             sid);
}

void tst_RoomFlow::askedForIsWhoGetsIt()
{
    QVERIFY(selectRoom(QStringLiteral("workflow:some")));
    QVERIFY(m_flow->command(QStringLiteral("Who would receive an event")));
    auto *editor = m_flow->find<QPlainTextEdit>(QStringLiteral("Event as JSON"));
    QVERIFY(editor);
    const QString event = QStringLiteral("{\"type\": \"a.b\", \"rooms\": [\"workflow:some\"]}");
    ConsoleFlow::write(editor, event);
    m_flow->press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(listed(), sidsOf({1, 3}));
    for (const auto &guest : m_guests)
        QCOMPARE(guest->news(), QList<QByteArray>()); // asking is not publishing
    const QByteArray id = m_flow->publish(event.toUtf8());
    for (size_t i = 0; i < m_guests.size(); ++i) {
        QCOMPARE(m_guests[i]->news(),
                 i % 2 == 1 ? QList<QByteArray>{m_guests[i]->event(id, "workflow:some")}
                            : QList<QByteArray>());
    }
}

QTEST_MAIN(tst_RoomFlow)

#include "tst_roomflow.moc"
