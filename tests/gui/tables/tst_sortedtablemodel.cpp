// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tables/recordtable.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <random>

using namespace Signalbox;

namespace {

struct Person
{
    QByteArray name;
    double figure = 0;
};

enum Column { Name, Figure, Constant };

class People final : public RecordTable<Person>
{
public:
    People()
        : RecordTable(
            {{{"name"}, QStringLiteral("Name"), FieldKind::Word, {}, 100, false, false},
             {{"figure"}, QStringLiteral("Figure"), FieldKind::Count, {}, 100, false, true},
             {{"constant"}, QStringLiteral("Constant"), FieldKind::Count}})
    { }

    void add(const QByteArray &id, const QByteArray &name, double figure)
    {
        put(id, {name, figure});
    }
    void change(const QByteArray &id, double figure)
    {
        update(id, [figure](Person &person) { person.figure = figure; });
    }
    void drop(const QByteArray &id) { remove(id); }
    using SortedTableModel::commit;

    [[nodiscard]] QByteArrayList names() const
    {
        QByteArrayList result;
        for (int row = 0; row < rowCount(); ++row)
            result << recordAt(row).name;
        return result;
    }

protected:
    [[nodiscard]] FieldValue recordValue(const Person &person, int column) const override
    {
        if (column == Name)
            return person.name;
        return FieldValue::number(column == Figure ? person.figure : 1);
    }
};

Filter filterOf(const People &people, const char *text)
{
    const auto filter = Filter::parse(QString::fromUtf8(text), people.schema());
    if (!filter)
        qFatal("%s", qPrintable(filter.error().message));
    return *filter;
}

QByteArray idOf(int i)
{
    return QByteArray::number(i);
}

constexpr int Many = 60'000; // too many for one slice of time

/// Filled in one go, figures in a random order.
void fill(People &people, int count)
{
    std::mt19937 random(7);
    for (int i = 0; i < count; ++i)
        people.add(idOf(i), "person " + idOf(i), double(random() % 1000));
    people.commit();
}

void verifySorted(const People &people)
{
    for (int row = 1; row < people.rowCount(); ++row)
        QVERIFY(people.recordAt(row - 1).figure <= people.recordAt(row).figure);
}

} // namespace

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

void tst_SortedTableModel::tellsChangesInRanges()
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

void tst_SortedTableModel::tellsManyChangesAsOne()
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

void tst_SortedTableModel::ordersAnewAfterChanges()
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

void tst_SortedTableModel::filtersAnewAfterChanges()
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

void tst_SortedTableModel::whatIsNotLiveWaits()
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

void tst_SortedTableModel::sameBatchAddsAndRemoves()
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

void tst_SortedTableModel::idsAreUsedAgain()
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

void tst_SortedTableModel::manyRangesAreOneChangeOfLayout()
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

void tst_SortedTableModel::behavesUnderRandomChanges()
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

void tst_SortedTableModel::handlesOutliveTheirRows()
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
