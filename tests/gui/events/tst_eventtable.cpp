// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/eventtable.h"

#include "gui/events/eventsmodel.h"
#include "tests/gui/support/observed.h"

#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>

using namespace Signalbox;

class TestEventTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysAtTheEnd();
    void staysWhereItIsScrolledTo();
    void leadsBack();
    void staysAtTheEndWhenItBecomesSmaller();
    void survivesTheLossOfAllThatIsSeen();
    void bodyHasRoomWhereItIsNarrow();
};

namespace {

int topRow(const EventTable &table)
{
    return table.rowAt(0);
}

} // namespace

void TestEventTable::staysAtTheEnd()
{
    EventsModel model;
    EventTable table(&model);
    table.resize(600, 300);
    table.show();
    for (quint64 i = 0; i < 5; ++i) {
        model.append(observedBatch(1 + 100 * i, 100));
        QTRY_VERIFY(table.verticalScrollBar()->value() > int(100 * i) + 50);
        QCOMPARE(table.verticalScrollBar()->value(), table.verticalScrollBar()->maximum());
        QVERIFY(table.isAtEnd());
    }
}

void TestEventTable::staysWhereItIsScrolledTo()
{
    EventsModel model({.rows = 500, .bytes = 10'000'000});
    EventTable table(&model);
    table.resize(600, 300);
    table.show();
    model.append(observedBatch(1, 500));
    table.setCurrentIndex(model.index(3, 0)); // will be one of those that go
    table.goToEnd();
    QTRY_VERIFY(table.verticalScrollBar()->value() > 400);
    table.verticalScrollBar()->setValue(200);
    QVERIFY(!table.isAtEnd());
    const quint64 top = model.eventAt(topRow(table))->event.id.offset;
    model.append(observedBatch(501, 50)); // 50 go at the front
    QTRY_COMPARE(model.eventAt(topRow(table))->event.id.offset, top);
    QVERIFY(!table.isAtEnd());
    QVERIFY(!table.currentIndex().isValid());
}

void TestEventTable::leadsBack()
{
    EventsModel model;
    EventTable table(&model);
    table.resize(600, 300);
    table.show();
    model.append(observedBatch(1, 200));
    QTRY_VERIFY(table.verticalScrollBar()->value() > 100);
    auto *button = table.findChild<QPushButton *>();
    QVERIFY(!button->isVisible());
    table.verticalScrollBar()->setValue(10);
    QVERIFY(button->isVisible());
    model.append(observedBatch(201, 7));
    QVERIFY(button->text().startsWith(u"7"));
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(table.isAtEnd());
    QVERIFY(!button->isVisible());
    QCOMPARE(table.verticalScrollBar()->value(), table.verticalScrollBar()->maximum());
    // As the keyboard does.
    table.verticalScrollBar()->setValue(10);
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_End, Qt::ControlModifier);
    QVERIFY(table.isAtEnd());
}

void TestEventTable::staysAtTheEndWhenItBecomesSmaller()
{
    EventsModel model;
    EventTable table(&model);
    table.resize(600, 500);
    table.show();
    model.append(observedBatch(1, 200));
    QTRY_VERIFY(table.verticalScrollBar()->value() > 100);
    table.resize(600, 200);
    QTRY_COMPARE(table.verticalScrollBar()->value(), table.verticalScrollBar()->maximum());
    QVERIFY(table.isAtEnd());
}

void TestEventTable::survivesTheLossOfAllThatIsSeen()
{
    EventsModel model({.rows = 100, .bytes = 10'000'000});
    EventTable table(&model);
    table.resize(600, 200);
    table.show();
    model.append(observedBatch(1, 100));
    QTRY_VERIFY(table.verticalScrollBar()->value() > 50);
    table.showRow(20);
    QVERIFY(!table.isAtEnd());
    QCOMPARE(table.selectedRows(), QList<int>{20});
    model.append(observedBatch(101, 90));
    QCOMPARE(topRow(table), 0);
    QVERIFY(table.selectedRows().isEmpty() || table.selectedRows().first() < 100);
    model.clear();
    QVERIFY(table.isAtEnd());
}

void TestEventTable::bodyHasRoomWhereItIsNarrow()
{
    EventsModel model;
    EventTable table(&model);
    table.resize(690, 300); // in a window of 900
    table.show();
    const int room = table.viewport()->width()
        - table.horizontalHeader()->sectionViewportPosition(EventsModel::PreviewColumn);
    QVERIFY2(room > 12 * table.fontMetrics().averageCharWidth(), qPrintable(QString::number(room)));
}

QTEST_MAIN(TestEventTable)
#include "tst_eventtable.moc"
