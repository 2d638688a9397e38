// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tables/recordtable.h"

#include "tests/gui/tables/people.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace Signalbox;
using namespace Signalbox::Test;

class tst_RecordTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsChangesInRanges();
    void tellsManyChangesAsOne();
    void ordersAnewAfterChanges();
    void filtersAnewAfterChanges();
    void whatIsNotLiveWaits();
    void sameBatchAddsAndRemoves();
    void idsAreUsedAgain();
    void manyRangesAreOneChangeOfLayout();
    void behavesUnderRandomChanges();
    void handlesOutliveTheirRows();
};

void tst_RecordTable::tellsChangesInRanges()
{
    People people;
    QAbstractItemModelTester tester(&people);
    fill(people, 100);
    QSignalSpy changed(&people, &QAbstractItemModel::dataChanged);
    for (const int i : {4, 3, 5, 50, 3})
        people.change(idOf(i), 1);
    QCOMPARE(changed.count(), 0);
    QTRY_COMPARE(changed.count(), 2);
    QCOMPARE(changed[0][0].toModelIndex().row(), 3);
    QCOMPARE(changed[0][1].toModelIndex().row(), 5);
    QCOMPARE(changed[1][0].toModelIndex().row(), 50);
    QCOMPARE(changed[1][1].toModelIndex().row(), 50);
}

void tst_RecordTable::tellsManyChangesAsOne()
{
    People people;
    fill(people, 1000);
    QSignalSpy changed(&people, &QAbstractItemModel::dataChanged);
    for (int i = 10; i < 900; i += 2)
        people.change(idOf(i), 1);
    people.flushChanges();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 10);
    QCOMPARE(changed[0][1].toModelIndex().row(), 898);
}

void tst_RecordTable::ordersAnewAfterChanges()
{
    People people;
    QAbstractItemModelTester tester(&people);
    people.sort(Figure);
    for (const int i : {1, 2, 3})
        people.add(idOf(i), idOf(i), i);
    people.commit();
    people.change("1", 9);
    QCOMPARE(people.rowOfId("1"), 0);
    QTRY_COMPARE(people.rowOfId("1"), 2); // by itself, a while after
    people.change("3", 0);
    people.flushChanges();
    QCOMPARE(people.rowOfId("3"), 0);
}

void tst_RecordTable::filtersAnewAfterChanges()
{
    People people;
    QAbstractItemModelTester tester(&people);
    people.setFilter(filterOf(people, "figure>5"));
    people.add("1", "a", 1);
    people.add("2", "b", 9);
    people.commit();
    QCOMPARE(people.names(), QByteArrayList({"b"}));
    people.change("1", 6);
    people.change("2", 2);
    people.flushChanges();
    QCOMPARE(people.names(), QByteArrayList({"a"}));
}

void tst_RecordTable::whatIsNotLiveWaits()
{
    People people;
    people.sort(Figure);
    people.add("1", "a", 1);
    people.add("2", "b", 2);
    people.commit();
    people.setLive(false);
    QSignalSpy changed(&people, &QAbstractItemModel::dataChanged);
    people.change("1", 3);
    QTest::qWait(0);
    QCOMPARE(changed.count(), 0);
    people.setLive(true);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(people.names(), QByteArrayList({"b", "a"}));
}

void tst_RecordTable::sameBatchAddsAndRemoves()
{
    People people;
    QAbstractItemModelTester tester(&people);
    people.add("1", "short", 1);
    people.drop("1");
    people.add("2", "long", 1);
    people.commit();
    QCOMPARE(people.names(), QByteArrayList({"long"}));
    QCOMPARE(people.totalCount(), 1);
    people.drop("2");
    people.drop("no such");
    people.add("2", "again", 1);
    people.commit();
    QCOMPARE(people.names(), QByteArrayList({"again"}));
    QCOMPARE(people.totalCount(), 1);
}

void tst_RecordTable::idsAreUsedAgain()
{
    People people;
    QAbstractItemModelTester tester(&people);
    people.add("1", "first", 1);
    people.add("1", "second", 2);
    people.commit();
    QCOMPARE(people.names(), QByteArrayList({"second"}));
    QSignalSpy changed(&people, &QAbstractItemModel::dataChanged);
    people.add("1", "third", 3);
    people.commit();
    people.flushChanges();
    QCOMPARE(people.names(), QByteArrayList({"third"}));
    QCOMPARE(changed.count(), 1);
}

void tst_RecordTable::manyRangesAreOneChangeOfLayout()
{
    People people;
    QAbstractItemModelTester tester(&people);
    people.sort(Figure);
    for (int i = 0; i < 1000; ++i)
        people.add(idOf(i), "", i);
    people.commit();
    QSignalSpy inserted(&people, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&people, &QAbstractItemModel::rowsRemoved);
    QItemSelectionModel selection(&people);
    selection.select(people.index(501, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    for (int i = 0; i < 1000; i += 2) {
        people.drop(idOf(i));
        people.add("x" + idOf(i), "", i + 0.5);
    }
    people.commit();
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(people.rowCount(), 1000);
    verifySorted(people);
    QVERIFY(selection.isRowSelected(people.rowOfId("501")));
    QCOMPARE(selection.selectedRows().size(), 1);
}

void tst_RecordTable::behavesUnderRandomChanges()
{
    People people;
    QAbstractItemModelTester tester(&people);
    std::mt19937 random(11);
    people.sort(Figure);
    QMap<QByteArray, double> expected;
    for (int round = 0; round < 300; ++round) {
        const int changes = round % 10 == 0 ? 200 : 5;
        for (int i = 0; i < changes; ++i) {
            const QByteArray id = idOf(int(random() % 400));
            if (random() % 3 == 0) {
                people.drop(id);
                expected.remove(id);
            } else if (!expected.contains(id)) {
                const double figure = double(random() % 50);
                people.add(id, id, figure);
                expected.insert(id, figure);
            }
        }
        people.commit();
        if (round % 17 == 0)
            people.setFilter(round % 2 ? Filter() : filterOf(people, "figure<25"));
        QTRY_VERIFY(!people.isBusy());
        QCOMPARE(people.totalCount(), expected.size());
        for (auto row = expected.cbegin(); row != expected.cend(); ++row) {
            const bool isShown = people.rowOfId(row.key()) >= 0;
            const bool isFiltered = (round / 17) % 2 == 0;
            QCOMPARE(isShown, !isFiltered || row.value() < 25);
        }
        verifySorted(people);
    }
}

void tst_RecordTable::handlesOutliveTheirRows()
{
    People people;
    people.add("1", "a", 1);
    people.commit();
    const auto row = people.visibleRows().front();
    QVERIFY(people.isAlive(row));
    QCOMPARE(people.valueOf(row, Name).toText().toByteArray(), QByteArray("a"));
    people.drop("1");
    people.add("2", "b", 1);
    people.commit();
    people.add("3", "c", 1); // in the same place
    people.commit();
    QVERIFY(!people.isAlive(row));
}

QTEST_MAIN(tst_RecordTable)
#include "tst_recordtable.moc"
