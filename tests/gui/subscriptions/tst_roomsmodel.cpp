// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/subscriptions/roomsmodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <algorithm>

using namespace Signalbox;

namespace {

RoomInfo room(const QByteArray &name, qint64 members = 1, quint64 events = 0)
{
    return {.name = name,
            .members = members,
            .retained = 2,
            .events = events,
            .lastEvent = {},
            .lastEventAt = {}};
}

RoomChanges reset(const QList<RoomInfo> &rooms)
{
    return {.isReset = true, .changed = rooms, .gone = {}};
}

RoomChanges changed(const QList<RoomInfo> &rooms)
{
    return {.isReset = false, .changed = rooms, .gone = {}};
}

RoomChanges gone(const QList<QByteArray> &rooms)
{
    return {.isReset = false, .changed = {}, .gone = rooms};
}

void fetchAll(RoomsModel &model)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        while (model.canFetchMore(model.index(row, 0)))
            model.fetchMore(model.index(row, 0));
    }
}

/// All rooms as they are shown, from top to bottom.
QByteArrayList shown(const RoomsModel &model)
{
    QByteArrayList list;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex top = model.index(row, 0);
        if (const RoomInfo *info = model.roomAt(top))
            list.append(info->name);
        for (int child = 0; child < model.rowCount(top); ++child)
            list.append(model.roomAt(model.index(child, 0, top))->name);
    }
    return list;
}

QString cell(const QModelIndex &index, int column)
{
    return index.siblingAtColumn(column).data().toString();
}

Filter filter(const QString &text)
{
    const auto parsed = Filter::parse(text, RoomsModel::schema());
    return parsed ? *parsed : Filter();
}

} // namespace

class TestRoomsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void groupsByKind();
    void sumsUp();
    void sumsUpWhatTheFilterLeaves();
    void comesAndGoes();
    void changesManyAtOnce();
    void sorts();
    void ordersAnewAsValuesChange();
    void filters();
    void filtersAnewAsValuesChange();
    void computesRates();
    void fetchesPageByPage();
    void findsARoomBeyondThePage();
    void keepsTheSelection();
    void survivesWhateverComes();
    void takesManyRoomsInSlices();
    void isQuickWithManyRooms();
};

void TestRoomsModel::init()
{
    QLocale::setDefault(QLocale::c());
}

void TestRoomsModel::groupsByKind()
{
    RoomsModel model;
    QAbstractItemModelTester tester(&model);
    tester.setUseFetchMore(false); // it would, while rows are being inserted
    model.apply(reset({room("project:2"), room("global"), room("user:anna"), room("project:10"),
                       room("user:x:y"), room("user")}));
    fetchAll(model);
    QByteArrayList names = shown(model);
    std::sort(names.begin(), names.end());
    QCOMPARE(
        names,
        (QByteArrayList{"global", "project:10", "project:2", "user", "user:anna", "user:x:y"}));
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.roomCount(), 6);
    QCOMPARE(model.shownCount(), 6);
    const QModelIndex global = model.index(0, 0);
    QCOMPARE(cell(global, RoomsModel::NameColumn), QStringLiteral("global"));
    QVERIFY(!model.hasChildren(global));
    const QModelIndex projects = model.index(1, 0);
    QCOMPARE(cell(projects, RoomsModel::NameColumn), QStringLiteral("project (2)"));
    QVERIFY(!model.roomAt(projects));
    QCOMPARE(model.roomAt(model.index(0, 0, projects))->name, QByteArray("project:10"));
}

void TestRoomsModel::sumsUp()
{
    RoomsModel model;
    model.apply(reset({room("project:1", 3), room("project:2", 4)}));
    const QModelIndex projects = model.index(0, 0);
    QCOMPARE(cell(projects, RoomsModel::MembersColumn), QStringLiteral("7"));
    QCOMPARE(cell(projects, RoomsModel::RetainedColumn), QStringLiteral("4"));
    model.apply(changed({room("project:1", 10)}));
    QCOMPARE(cell(projects, RoomsModel::MembersColumn), QStringLiteral("14"));
    model.apply(gone({"project:2", "project:nobody"}));
    QCOMPARE(cell(projects, RoomsModel::MembersColumn), QStringLiteral("10"));
}

void TestRoomsModel::sumsUpWhatTheFilterLeaves()
{
    RoomsModel model;
    const QList<RoomInfo> rooms{room("workflow:a", 3), room("workflow:b", 1),
                                room("workflow:c", 0)};
    model.apply(reset(rooms));
    const auto figures = [&model] {
        const QModelIndex kind = model.index(0, 0);
        return QStringList{
            cell(kind, RoomsModel::NameColumn), cell(kind, RoomsModel::MembersColumn),
            cell(kind, RoomsModel::RetainedColumn), cell(kind, RoomsModel::RateColumn)}
            .join(u' ');
    };
    model.setFilter(filter(QStringLiteral("room:workflow:b")));
    QCOMPARE(figures(), QStringLiteral("workflow (1) 1 2 –"));
    // Another room's events and members are not its own.
    model.apply(changed({room("workflow:a", 9, 40), room("workflow:b", 1, 10)}));
    model.updateRates(1);
    QCOMPARE(figures(), QStringLiteral("workflow (1) 1 2 5.0"));
    model.apply(gone({"workflow:a"}));
    QCOMPARE(figures(), QStringLiteral("workflow (1) 1 2 5.0"));
    model.setFilter(filter(QStringLiteral("members<5")));
    QCOMPARE(figures(), QStringLiteral("workflow (2) 1 4 5.0"));
    // What no longer matches leaves the sum when it leaves the list.
    model.apply(changed({room("workflow:c", 6)}));
    model.flushChanges();
    QCOMPARE(figures(), QStringLiteral("workflow (1) 1 2 5.0"));
    model.setFilter({});
    QCOMPARE(figures(), QStringLiteral("workflow (2) 7 4 5.0"));
}

void TestRoomsModel::comesAndGoes()
{
    RoomsModel model;
    QAbstractItemModelTester tester(&model);
    tester.setUseFetchMore(false); // it would, while rows are being inserted
    model.apply(reset({room("project:b"), room("project:d")}));
    fetchAll(model);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.apply(changed({room("project:c"), room("project:e"), room("agent:1")}));
    fetchAll(model);
    QCOMPARE(shown(model),
             (QByteArrayList{"agent:1", "project:b", "project:c", "project:d", "project:e"}));
    QCOMPARE(inserted.count(), 4); // with the kind that is new, and what is in it

    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    model.apply(gone({"project:c", "agent:1"}));
    QCOMPARE(shown(model), (QByteArrayList{"project:b", "project:d", "project:e"}));
    QCOMPARE(removed.count(), 2);
    // Gone and back in one batch: it is a new one.
    RoomChanges both = changed({room("project:b", 9)});
    both.gone = {"project:b"};
    model.apply(both);
    QCOMPARE(shown(model), (QByteArrayList{"project:b", "project:d", "project:e"}));
    QCOMPARE(model.roomAt(model.indexOf("project:b"))->members, 9);
    model.apply(gone({"project:b", "project:d", "project:e"}));
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.roomCount(), 0);
}

void TestRoomsModel::changesManyAtOnce()
{
    RoomsModel model;
    QAbstractItemModelTester tester(&model);
    tester.setUseFetchMore(false); // it would, while rows are being inserted
    QList<RoomInfo> rooms;
    QByteArrayList names;
    for (int i = 100; i < 300; ++i) {
        rooms.append(room("user:" + QByteArray::number(i)));
        names.append(rooms.last().name);
    }
    model.apply(changed(rooms.first(1)));
    fetchAll(model);
    const QPersistentModelIndex first(model.indexOf("user:100"));
    model.apply(changed(rooms));
    fetchAll(model);
    QCOMPARE(shown(model), names);
    QCOMPARE(model.roomAt(first)->name, QByteArray("user:100"));
    model.apply(gone(names.mid(0, 100)));
    QCOMPARE(shown(model), names.mid(100));
    QVERIFY(!first.isValid());
}

void TestRoomsModel::sorts()
{
    RoomsModel model;
    QAbstractItemModelTester tester(&model);
    tester.setUseFetchMore(false); // it would, while rows are being inserted
    model.apply(reset({room("user:a", 5), room("user:b", 7), room("user:c", 5)}));
    fetchAll(model);
    model.sort(RoomsModel::MembersColumn, Qt::DescendingOrder);
    QCOMPARE(shown(model), (QByteArrayList{"user:b", "user:a", "user:c"}));
    model.sort(RoomsModel::MembersColumn, Qt::AscendingOrder);
    QCOMPARE(shown(model), (QByteArrayList{"user:a", "user:c", "user:b"}));
    model.apply(changed({room("user:d", 6)}));
    QCOMPARE(shown(model), (QByteArrayList{"user:a", "user:c", "user:d", "user:b"}));
    model.sort(RoomsModel::NameColumn, Qt::DescendingOrder);
    QCOMPARE(shown(model), (QByteArrayList{"user:d", "user:c", "user:b", "user:a"}));
}

void TestRoomsModel::ordersAnewAsValuesChange()
{
    RoomsModel model;
    QAbstractItemModelTester tester(&model);
    tester.setUseFetchMore(false); // it would, while rows are being inserted
    model.apply(reset({room("user:a", 5), room("user:b", 7)}));
    fetchAll(model);
    model.sort(RoomsModel::MembersColumn, Qt::AscendingOrder);
    const QPersistentModelIndex a(model.indexOf("user:a"));
    QSignalSpy told(&model, &QAbstractItemModel::dataChanged);
    model.apply(changed({room("user:a", 9)}));
    QCOMPARE(told.count(), 0); // later, together
    QCOMPARE(shown(model), (QByteArrayList{"user:a", "user:b"}));
    model.flushChanges();
    QCOMPARE(told.count(), 2); // the kind and its rooms
    QCOMPARE(shown(model), (QByteArrayList{"user:b", "user:a"}));
    QCOMPARE(a.row(), 1);
}

void TestRoomsModel::filters()
{
    RoomsModel model;
    QAbstractItemModelTester tester(&model);
    tester.setUseFetchMore(false); // it would, while rows are being inserted
    model.apply(reset({room("user:anna", 5), room("user:ben", 7), room("project:anna", 1)}));
    model.setFilter(filter(QStringLiteral("anna")));
    fetchAll(model);
    QCOMPARE(shown(model), (QByteArrayList{"project:anna", "user:anna"}));
    QCOMPARE(model.shownCount(), 2);
    QCOMPARE(model.roomCount(), 3);
    model.setFilter(filter(QStringLiteral("kind:user members>6")));
    fetchAll(model);
    QCOMPARE(shown(model), (QByteArrayList{"user:ben"}));
    model.apply(changed({room("user:eve", 8), room("user:zed", 1)}));
    fetchAll(model);
    QCOMPARE(shown(model), (QByteArrayList{"user:ben", "user:eve"}));
    model.apply(gone({"user:ben", "user:eve"}));
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.roomCount(), 3);
}

void TestRoomsModel::filtersAnewAsValuesChange()
{
    RoomsModel model;
    QAbstractItemModelTester tester(&model);
    tester.setUseFetchMore(false); // it would, while rows are being inserted
    model.apply(reset({room("user:a", 5), room("project:b", 1)}));
    model.setFilter(filter(QStringLiteral("members>4")));
    model.apply(changed({room("user:a", 1), room("project:b", 5)}));
    model.flushChanges();
    fetchAll(model);
    QCOMPARE(shown(model), (QByteArrayList{"project:b"}));
    QCOMPARE(model.shownCount(), 1);
}

void TestRoomsModel::computesRates()
{
    RoomsModel model;
    model.apply(reset({room("user:a", 1, 100), room("user:b", 1, 0)}));
    fetchAll(model);
    const QModelIndex a = model.indexOf("user:a");
    QCOMPARE(cell(a, RoomsModel::RateColumn), QStringLiteral("–"));
    model.apply(changed({room("user:a", 1, 180)}));
    model.updateRates(2);
    QCOMPARE(cell(a, RoomsModel::RateColumn), QStringLiteral("20.0")); // half of 40, for it begins
    QCOMPARE(cell(a.parent(), RoomsModel::RateColumn), QStringLiteral("20.0"));
    for (int i = 0; i < 20; ++i)
        model.updateRates(1);
    QCOMPARE(cell(a, RoomsModel::RateColumn), QStringLiteral("–"));
    QCOMPARE(cell(a.parent(), RoomsModel::RateColumn), QStringLiteral("–"));
    model.updateRates(0);
    model.apply(changed({room("user:a", 1, 200)}));
    model.apply(gone({"user:a"}));
    model.updateRates(1);
    QCOMPARE(model.roomCount(), 1);
}

void TestRoomsModel::fetchesPageByPage()
{
    RoomsModel model;
    QList<RoomInfo> rooms;
    for (int i = 0; i < RoomsModel::PageSize + 10; ++i)
        rooms.append(room("user:" + QByteArray::number(10'000 + i)));
    model.apply(reset(rooms));
    const QModelIndex users = model.index(0, 0);
    QCOMPARE(model.rowCount(users), 0);
    QVERIFY(model.hasChildren(users));
    model.fetchMore(users);
    QCOMPARE(model.rowCount(users), RoomsModel::PageSize);
    QVERIFY(model.canFetchMore(users));
    model.apply(changed({room("user:00001"), room("user:99999")}));
    QCOMPARE(model.rowCount(users), RoomsModel::PageSize + 1);
    model.fetchMore(users);
    QCOMPARE(model.rowCount(users), RoomsModel::PageSize + 12);
    QVERIFY(!model.canFetchMore(users));
}

void TestRoomsModel::findsARoomBeyondThePage()
{
    RoomsModel model;
    QAbstractItemModelTester tester(&model);
    tester.setUseFetchMore(false); // it would, while rows are being inserted
    QList<RoomInfo> rooms;
    for (int i = 0; i < 2 * RoomsModel::PageSize; ++i)
        rooms.append(room("user:" + QByteArray::number(10'000 + i)));
    model.apply(reset(rooms));
    const QModelIndex index = model.indexOf(rooms.last().name);
    QVERIFY(index.isValid());
    QCOMPARE(model.roomAt(index)->name, rooms.last().name);
    QVERIFY(!model.indexOf("user:nobody").isValid());
}

void TestRoomsModel::keepsTheSelection()
{
    RoomsModel model;
    QTreeView tree;
    tree.setModel(&model);
    QList<RoomInfo> rooms;
    for (int i = 0; i < 100; ++i)
        rooms.append(room("user:" + QByteArray::number(100 + i), i));
    model.apply(reset(rooms));
    tree.expandAll();
    tree.setCurrentIndex(model.indexOf("user:150"));
    model.sort(RoomsModel::MembersColumn, Qt::DescendingOrder);
    QCOMPARE(model.roomAt(tree.currentIndex())->name, QByteArray("user:150"));
    QCOMPARE(tree.selectionModel()->selectedRows().size(), 1);
    for (RoomInfo &one : rooms)
        one.name.replace("user:1", "user:0");
    model.apply(changed(rooms));
    QCOMPARE(model.roomAt(tree.currentIndex())->name, QByteArray("user:150"));
    QVERIFY(tree.isExpanded(model.index(0, 0)));
}

/// Against the plainest model there is: a map.
void TestRoomsModel::survivesWhateverComes()
{
    QRandomGenerator random(42);
    RoomsModel model;
    QAbstractItemModelTester tester(&model);
    tester.setUseFetchMore(false); // it would, while rows are being inserted
    QMap<QByteArray, qint64> expected;
    const QByteArrayList kinds{"user:", "project:", "global"};
    for (int step = 0; step < 150; ++step) {
        RoomChanges changes;
        const int count = random.bounded(step % 10 == 0 ? 120 : 6);
        for (int i = 0; i < count; ++i) {
            const QByteArray kind = kinds.at(random.bounded(3));
            const QByteArray name =
                kind == "global" ? kind : kind + QByteArray::number(random.bounded(150));
            if (random.bounded(2)) {
                changes.gone.append(name);
            } else {
                changes.changed.append(room(name, random.bounded(20)));
            }
        }
        for (const QByteArray &name : std::as_const(changes.gone))
            expected.remove(name);
        for (const RoomInfo &one : std::as_const(changes.changed))
            expected.insert(one.name, one.members);
        model.apply(changes);
        if (step % 7 == 0)
            model.sort(random.bounded(RoomsModel::ColumnCount), Qt::SortOrder(random.bounded(2)));
        if (step % 11 == 0)
            model.setFilter(filter(step % 2 ? QString() : QStringLiteral("members>9")));
        model.updateRates(1);
        model.flushChanges();
        QCOMPARE(model.roomCount(), expected.size());
    }
    model.setFilter({});
    model.sort(RoomsModel::NameColumn);
    fetchAll(model);
    QCOMPARE(shown(model), expected.keys());
}

void TestRoomsModel::takesManyRoomsInSlices()
{
    RoomsModel model;
    QAbstractItemModelTester tester(&model);
    tester.setUseFetchMore(false);
    QList<RoomInfo> rooms;
    QByteArrayList names;
    for (int i = 0; i < 3 * RoomsModel::SliceSize; ++i) {
        rooms.append(room("user:" + QByteArray::number(100'000 + i)));
        names.append(rooms.last().name);
    }
    model.apply(changed({room("user:old")}));
    model.apply(reset(rooms));
    QCOMPARE(model.roomCount(), RoomsModel::SliceSize);
    // What comes behind it keeps its place.
    model.apply(gone({names.last(), names.first()}));
    QVERIFY(model.roomCount() < 3 * RoomsModel::SliceSize);
    QTRY_COMPARE(model.roomCount(), 3 * RoomsModel::SliceSize - 2);
    fetchAll(model);
    QCOMPARE(shown(model), names.mid(1, names.size() - 2));
    // A reset makes void what is still to come.
    model.apply(changed(rooms));
    model.apply(reset({room("user:only")}));
    QTRY_COMPARE(model.roomCount(), 1);
}

void TestRoomsModel::isQuickWithManyRooms()
{
    RoomsModel model;
    QTreeView tree;
    tree.setUniformRowHeights(true);
    tree.setModel(&model);
    tree.show();
    QList<RoomInfo> rooms;
    for (int i = 0; i < 100'000; ++i)
        rooms.append(room("user:" + QByteArray::number((i * 7919LL) % 100'003), i % 50));
    QElapsedTimer clock;
    const auto lap = [&clock](const char *what) {
        const qint64 elapsed = clock.restart();
        qInfo("%s: %lld ms", what, static_cast<long long>(elapsed));
        return elapsed;
    };
    clock.start();
    model.apply(reset(rooms));
    QVERIFY(lap("first slice") < 500);
    QTRY_COMPARE(model.roomCount(), 100'000);
    lap("all slices");
    tree.expandAll();
    QVERIFY(lap("expand") < 500);
    model.sort(RoomsModel::MembersColumn, Qt::DescendingOrder);
    QVERIFY(lap("sort") < 500);
    model.setFilter(filter(QStringLiteral("99")));
    QVERIFY(lap("filter") < 500);
    model.setFilter({});
    lap("no filter");
    for (RoomInfo &one : rooms)
        one.events += 10;
    clock.restart();
    model.apply(changed(rooms.first(5000)));
    QVERIFY(lap("5000 changes") < 500);
    model.updateRates(1);
    model.flushChanges();
    QVERIFY(lap("rates and order") < 500);
    QList<RoomInfo> fresh;
    for (int i = 0; i < 20; ++i)
        fresh.append(room("user:new" + QByteArray::number(i)));
    clock.restart();
    model.apply(changed(fresh));
    QVERIFY(lap("20 new") < 500);
}

QTEST_MAIN(TestRoomsModel)
#include "tst_roomsmodel.moc"
