// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tables/sortedtablemodel.h"

#include "tests/gui/tables/people.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Signalbox;
using namespace Signalbox::Test;

class tst_SortedTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsRowsAsTheyCome();
    void insertsWhereRowsBelong();
    void sortsBySeveralColumns();
    void isStable();
    void unsortsToTheOrderOfComing();
    void filters();
    void keepsSelectionWhenSorting();
    void keepsSelectionWhenFiltering();
    void worksInSlices();
    void rowsComeAndGoWhileSorting();
    void aNewOrderReplacesOneThatIsNotReady();
    void rawValuesDoNotKnowTheLocale();
};

void tst_SortedTableModel::showsRowsAsTheyCome()
{
    People people;
    QAbstractItemModelTester tester(&people);
    QSignalSpy inserted(&people, &QAbstractItemModel::rowsInserted);
    people.add("1", "b", 1);
    people.add("2", "a", 2);
    QCOMPARE(people.rowCount(), 0);
    people.commit();
    QCOMPARE(people.names(), QByteArrayList({"b", "a"}));
    QCOMPARE(inserted.count(), 1);
    people.add("3", "c", 0);
    people.commit();
    QCOMPARE(people.names(), QByteArrayList({"b", "a", "c"}));
    QCOMPARE(people.totalCount(), 3);
}

void tst_SortedTableModel::insertsWhereRowsBelong()
{
    People people;
    QAbstractItemModelTester tester(&people);
    people.sort(Name);
    for (const char *name : {"d", "B", "f"})
        people.add(name, name, 0);
    people.commit();
    QCOMPARE(people.names(), QByteArrayList({"B", "d", "f"}));
    QSignalSpy inserted(&people, &QAbstractItemModel::rowsInserted);
    QSignalSpy layouts(&people, &QAbstractItemModel::layoutChanged);
    for (const char *name : {"e", "a", "c", "g", "b"})
        people.add(name, name, 0);
    people.commit();
    QCOMPARE(people.names(), QByteArrayList({"a", "B", "b", "c", "d", "e", "f", "g"}));
    QCOMPARE(inserted.count(), 4); // b and c are neighbours
    QCOMPARE(layouts.count(), 0);
    QSignalSpy removed(&people, &QAbstractItemModel::rowsRemoved);
    for (const char *name : {"b", "c", "g"})
        people.drop(name);
    people.commit();
    QCOMPARE(people.names(), QByteArrayList({"a", "B", "d", "e", "f"}));
    QCOMPARE(removed.count(), 2);
}

void tst_SortedTableModel::sortsBySeveralColumns()
{
    People people;
    QAbstractItemModelTester tester(&people);
    people.add("1", "b", 10);
    people.add("2", "a", 9);
    people.add("3", "b", 9);
    people.add("4", "a", 10);
    people.commit();
    people.setSortKeys({{Figure, Qt::DescendingOrder}, {Name, Qt::AscendingOrder}});
    QCOMPARE(people.rowOfId("4"), 0);
    QCOMPARE(people.rowOfId("1"), 1);
    QCOMPARE(people.rowOfId("2"), 2);
    QCOMPARE(people.rowOfId("3"), 3);
    people.setSortKeys({{Name, Qt::DescendingOrder}, {Figure, Qt::AscendingOrder}});
    QCOMPARE(people.rowOfId("3"), 0);
    QCOMPARE(people.rowOfId("1"), 1);
    QCOMPARE(people.rowOfId("2"), 2);
    QCOMPARE(people.rowOfId("4"), 3);
}

void tst_SortedTableModel::isStable()
{
    People people;
    fill(people, 3000);
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        people.sort(Constant, order);
        for (int row = 0; row < people.rowCount(); ++row)
            QCOMPARE(people.rowOfId(idOf(row)), row);
    }
}

void tst_SortedTableModel::unsortsToTheOrderOfComing()
{
    People people;
    QAbstractItemModelTester tester(&people);
    for (const char *name : {"c", "a", "b"})
        people.add(name, name, 0);
    people.commit();
    people.sort(Name);
    people.sort(-1);
    QCOMPARE(people.names(), QByteArrayList({"c", "a", "b"}));
    QVERIFY(people.sortKeys().isEmpty());
}

void tst_SortedTableModel::filters()
{
    People people;
    QAbstractItemModelTester tester(&people);
    QSignalSpy counts(&people, &SortedTableModel::countsChanged);
    for (const char *name : {"anna", "bob", "annabel"})
        people.add(name, name, 0);
    people.commit();
    people.setFilter(filterOf(people, "anna"));
    QCOMPARE(people.names(), QByteArrayList({"anna", "annabel"}));
    QCOMPARE(people.totalCount(), 3);
    QVERIFY(counts.count() >= 2);
    people.add("4", "hanna", 0);
    people.add("5", "eve", 0);
    people.commit();
    QCOMPARE(people.names(), QByteArrayList({"anna", "annabel", "hanna"}));
    QCOMPARE(people.totalCount(), 5);
    people.drop("bob"); // hidden
    people.commit();
    QCOMPARE(people.totalCount(), 4);
    QVERIFY(!people.find("bob"));
    QVERIFY(people.find("5"));
    QCOMPARE(people.rowOfId("5"), -1);
    people.setFilter({});
    QCOMPARE(people.names(), QByteArrayList({"anna", "annabel", "hanna", "eve"}));
}

void tst_SortedTableModel::keepsSelectionWhenSorting()
{
    People people;
    fill(people, 500);
    QItemSelectionModel selection(&people);
    const QByteArray current = "123";
    selection.setCurrentIndex(people.index(people.rowOfId(current), Name),
                              QItemSelectionModel::Select | QItemSelectionModel::Rows);
    selection.select(people.index(7, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    people.sort(Figure, Qt::DescendingOrder);
    QCOMPARE(selection.currentIndex().row(), people.rowOfId(current));
    QVERIFY(selection.isRowSelected(people.rowOfId(current)));
    QVERIFY(selection.isRowSelected(people.rowOfId("7")));
    QCOMPARE(selection.selectedRows().size(), 2);
}

void tst_SortedTableModel::keepsSelectionWhenFiltering()
{
    People people;
    fill(people, 500);
    QItemSelectionModel selection(&people);
    const auto select = [&](const QByteArray &id) {
        selection.select(people.index(people.rowOfId(id), 0),
                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
    };
    select("77");
    select("123");
    people.sort(Figure);
    people.setFilter(filterOf(people, "name:*7"));
    QVERIFY(people.rowCount() < 100);
    QVERIFY(selection.isRowSelected(people.rowOfId("77")));
    QCOMPARE(selection.selectedRows().size(), 1); // the other one is hidden
    people.setFilter({});
    QVERIFY(selection.isRowSelected(people.rowOfId("77")));
}

void tst_SortedTableModel::worksInSlices()
{
    People people;
    fill(people, Many);
    QSignalSpy busy(&people, &SortedTableModel::busyChanged);
    QSignalSpy layouts(&people, &QAbstractItemModel::layoutChanged);
    people.setSliceTime(0);
    people.sort(Figure);
    QVERIFY(people.isBusy());
    QCOMPARE(layouts.count(), 0);
    QCOMPARE(people.recordAt(17).name, QByteArray("person 17"));
    people.setSliceTime(SliceMs);
    QTRY_VERIFY(!people.isBusy());
    QCOMPARE(layouts.count(), 1);
    QCOMPARE(people.rowCount(), Many);
    verifySorted(people);
    QCOMPARE(busy.count(), 2);
    QCOMPARE(busy.last().first().toBool(), false);
}

void tst_SortedTableModel::rowsComeAndGoWhileSorting()
{
    People people;
    QAbstractItemModelTester tester(&people);
    fill(people, Many);
    people.setSliceTime(0);
    people.setSortKeys({{Figure, Qt::AscendingOrder}});
    people.setFilter(filterOf(people, "figure<900"));
    QVERIFY(people.isBusy());
    people.add("new", "new", 450);
    people.add("new, and hidden then", "new", 950);
    people.drop("5");
    people.commit();
    QVERIFY(people.isBusy());
    QVERIFY(people.rowOfId("new") >= 0); // still unfiltered
    people.drop("6");
    people.add("6", "again", 460); // in the slot of none that is being sorted
    people.commit();
    people.setSliceTime(SliceMs);
    QTRY_VERIFY(!people.isBusy());
    verifySorted(people);
    QCOMPARE(people.rowOfId("5"), -1);
    QVERIFY(people.rowOfId("new") >= 0);
    QCOMPARE(people.recordAt(people.rowOfId("6")).name, QByteArray("again"));
    QCOMPARE(people.rowOfId("new, and hidden then"), -1);
    QCOMPARE(people.totalCount(), Many + 1);
    const auto rows = people.visibleRows();
    QVERIFY(std::all_of(rows.begin(), rows.end(),
                        [&](const auto &row) { return people.isAlive(row); }));
}

void tst_SortedTableModel::aNewOrderReplacesOneThatIsNotReady()
{
    People people;
    fill(people, Many);
    QSignalSpy layouts(&people, &QAbstractItemModel::layoutChanged);
    people.sort(Figure, Qt::DescendingOrder);
    people.sort(Figure, Qt::AscendingOrder);
    QTRY_VERIFY(!people.isBusy());
    verifySorted(people);
}

void tst_SortedTableModel::rawValuesDoNotKnowTheLocale()
{
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    People people;
    people.add("1", "a", 1234567);
    people.commit();
    const QModelIndex index = people.index(0, Figure);
    QCOMPARE(index.data().toString(), QStringLiteral("1.234.567"));
    QCOMPARE(index.data(SortedTableModel::ValueRole), QVariant(1234567.0));
    QLocale::setDefault(before);
}

QTEST_MAIN(tst_SortedTableModel)
#include "tst_sortedtablemodel.moc"
