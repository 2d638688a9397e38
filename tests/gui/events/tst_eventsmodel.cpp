// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/eventsmodel.h"

#include "tests/gui/support/observed.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Signalbox;

namespace {

EventsModel::Matcher ofType(const QByteArray &type)
{
    return [type](const ObservedEvent &event) { return event.event.type == type; };
}

QList<quint64> offsets(const EventsModel &model)
{
    QList<quint64> list;
    for (int row = 0; row < model.rowCount(); ++row) {
        const ObservedEvent *event = model.eventAt(row);
        list.append(event ? event->event.id.offset : 0);
    }
    return list;
}

QString cell(const EventsModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestEventsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsWhatPassed();
    void writesTimesAsWanted();
    void staysWithinItsRows();
    void staysWithinItsBytes();
    void keepsAnEventThatIsLargerThanAll();
    void takesABatchThatIsLargerThanAll();
    void tellsAGapBeforeTheLastEvent();
    void joinsGaps();
    void filters();
    void filtersWhatComes();
    void filtersInSlices();
    void forgetsUnscannedRows();
    void holdsWhilePaused();
    void losesTheOldestWhilePaused();
    void marks();
    void forgetsMarksWithTheirRows();
    void isClearedWhilePaused();
    void insertsABatchAtOnce();
};

void TestEventsModel::init()
{
    QLocale::setDefault(QLocale::c());
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".?")));
}

void TestEventsModel::showsWhatPassed()
{
    EventsModel model;
    QAbstractItemModelTester tester(&model);
    ObservedEvent event = observed(5, "pr.created", "{\n  \"n\": 1.50,\t\"m\": 2}");
    event.event.rooms = {"project:7", "user:anna"};
    event.event.user = "anna";
    model.append({{event}, 0});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(cell(model, 0, EventsModel::IdColumn), QStringLiteral("7:5"));
    QCOMPARE(cell(model, 0, EventsModel::TypeColumn), QStringLiteral("pr.created"));
    QCOMPARE(cell(model, 0, EventsModel::RoomsColumn), QStringLiteral("project:7, user:anna"));
    QCOMPARE(cell(model, 0, EventsModel::UserColumn), QStringLiteral("anna"));
    QCOMPARE(cell(model, 0, EventsModel::RecipientsColumn), QStringLiteral("3"));
    QCOMPARE(cell(model, 0, EventsModel::SizeColumn), QStringLiteral("22 B"));
    QCOMPARE(cell(model, 0, EventsModel::PreviewColumn),
             QStringLiteral("{ \"n\": 1.50, \"m\": 2}"));
    QVERIFY(!model.index(0, EventsModel::TypeColumn).data(Qt::DecorationRole).isNull());
}

void TestEventsModel::writesTimesAsWanted()
{
    EventsModel model;
    model.append({{observed(5)}, 0});
    model.setShowsUtc(true);
    QCOMPARE(cell(model, 0, EventsModel::TimeColumn), QStringLiteral("12:00:00.005"));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setShowsUtc(false);
    QCOMPARE(changed.count(), 1);
    const QDateTime local = observed(5).acceptedAt.toLocalTime();
    QCOMPARE(cell(model, 0, EventsModel::TimeColumn), local.toString(u"HH:mm:ss.zzz"));
}

void TestEventsModel::staysWithinItsRows()
{
    EventsModel model({.rows = 4, .bytes = 1'000'000});
    QAbstractItemModelTester tester(&model);
    model.append(observedBatch(1, 3));
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    model.append(observedBatch(4, 3));
    QCOMPARE(offsets(model), (QList<quint64>{3, 4, 5, 6}));
    QCOMPARE(removed.count(), 1);
    QCOMPARE(removed.first().at(1).toInt(), 0);
    QCOMPARE(removed.first().at(2).toInt(), 1);
    QCOMPARE(model.size(), 4);
    QCOMPARE(model.fill(), 1.0);
}

void TestEventsModel::staysWithinItsBytes()
{
    EventsModel model({.rows = 1000, .bytes = 25'000});
    QAbstractItemModelTester tester(&model);
    QByteArray body(10'000, 'x'); // made at once: what is allocated counts
    body.front() = body.back() = '"';
    for (quint64 i = 1; i <= 10; ++i)
        model.append({{observed(i, "large", body)}, 0});
    QCOMPARE(offsets(model), (QList<quint64>{9, 10}));
}

void TestEventsModel::keepsAnEventThatIsLargerThanAll()
{
    EventsModel model({.rows = 10, .bytes = 1000});
    model.append(observedBatch(1, 1));
    model.append({{observed(2, "large", '"' + QByteArray(10'000, 'x') + '"')}, 0});
    QCOMPARE(offsets(model), (QList<quint64>{2}));
    model.append(observedBatch(3, 1));
    QCOMPARE(offsets(model), (QList<quint64>{3}));
}

void TestEventsModel::takesABatchThatIsLargerThanAll()
{
    EventsModel model({.rows = 3, .bytes = 1'000'000});
    QAbstractItemModelTester tester(&model);
    model.append(observedBatch(1, 2));
    model.append(observedBatch(3, 10));
    QCOMPARE(offsets(model), (QList<quint64>{10, 11, 12}));
}

void TestEventsModel::tellsAGapBeforeTheLastEvent()
{
    EventsModel model;
    QAbstractItemModelTester tester(&model);
    ObservedEvents batch = observedBatch(1, 3);
    batch.skipped = 1234;
    model.append(batch);
    QCOMPARE(offsets(model), (QList<quint64>{1, 2, 0, 3}));
    QVERIFY(cell(model, 2, EventsModel::TypeColumn).contains(u"1234"));
    QVERIFY(!model.eventAt(2));

    model.clear();
    model.append({{}, 7});
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(cell(model, 0, EventsModel::TypeColumn).startsWith(u"7 "));
}

void TestEventsModel::joinsGaps()
{
    EventsModel model;
    QAbstractItemModelTester tester(&model);
    model.append({{}, 7});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.append({{}, 5});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(changed.count(), 1);
    QVERIFY(cell(model, 0, EventsModel::TypeColumn).startsWith(u"12 "));
}

void TestEventsModel::filters()
{
    EventsModel model;
    QAbstractItemModelTester tester(&model);
    ObservedEvents batch;
    for (quint64 i = 1; i <= 6; ++i)
        batch.events.append(observed(i, i % 3 ? "a" : "b"));
    batch.skipped = 2;
    model.append(batch);
    model.setMatcher(ofType("b"));
    QTRY_VERIFY(!model.isFiltering());
    QCOMPARE(offsets(model), (QList<quint64>{3, 0, 6}));
    QCOMPARE(model.size(), 7);
    model.setMatcher({});
    QTRY_VERIFY(!model.isFiltering());
    QCOMPARE(model.rowCount(), 7);
}

void TestEventsModel::filtersWhatComes()
{
    EventsModel model({.rows = 4, .bytes = 1'000'000});
    QAbstractItemModelTester tester(&model);
    model.setMatcher(ofType("b"));
    model.append({{observed(1, "a"), observed(2, "b"), observed(3, "a")}, 0});
    QCOMPARE(offsets(model), (QList<quint64>{2}));
    // The rows that are not shown count, too.
    model.append({{observed(4, "a"), observed(5, "a"), observed(6, "b")}, 0});
    QCOMPARE(offsets(model), (QList<quint64>{6}));
}

void TestEventsModel::filtersInSlices()
{
    EventsModel model;
    QAbstractItemModelTester tester(&model);
    model.append(observedBatch(1, 200));
    int asked = 0;
    model.setMatcher([&asked](const ObservedEvent &event) {
        ++asked;
        QTest::qSleep(1);
        return event.event.id.offset % 2 == 0;
    });
    QVERIFY2(asked < 100, "one slice took it all");
    QVERIFY(model.isFiltering());
    // The newest are there first, and what comes meanwhile is behind them.
    QCOMPARE(model.eventAt(model.rowCount() - 1)->event.id.offset, 200U);
    model.append(observedBatch(201, 2));
    QCOMPARE(model.eventAt(model.rowCount() - 1)->event.id.offset, 202U);
    QSignalSpy filtered(&model, &EventsModel::filtered);
    QVERIFY(filtered.wait());
    QCOMPARE(model.rowCount(), 101);
    QCOMPARE(model.eventAt(0)->event.id.offset, 2U);
    QCOMPARE(asked, 202);
}

void TestEventsModel::forgetsUnscannedRows()
{
    EventsModel model({.rows = 200, .bytes = 10'000'000});
    QAbstractItemModelTester tester(&model);
    model.append(observedBatch(1, 200));
    model.setMatcher([](const ObservedEvent &) {
        QTest::qSleep(1);
        return true;
    });
    QVERIFY(model.isFiltering());
    model.append(observedBatch(201, 190));
    QTRY_VERIFY(!model.isFiltering());
    QCOMPARE(model.rowCount(), 200);
    QCOMPARE(model.eventAt(0)->event.id.offset, 191U);
}

void TestEventsModel::holdsWhilePaused()
{
    EventsModel model;
    QAbstractItemModelTester tester(&model);
    model.append(observedBatch(1, 2));
    model.setPaused(true);
    QSignalSpy passed(&model, &EventsModel::passedMeanwhileChanged);
    ObservedEvents batch = observedBatch(3, 2);
    batch.skipped = 10;
    model.append(batch);
    QCOMPARE(passed.count(), 1);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.passedMeanwhile(), 12);
    QCOMPARE(model.lostMeanwhile(), 10);
    model.setPaused(false);
    QCOMPARE(offsets(model), (QList<quint64>{1, 2, 3, 0, 4}));
    QCOMPARE(model.passedMeanwhile(), 0);
    QCOMPARE(model.lostMeanwhile(), 0);
}

void TestEventsModel::losesTheOldestWhilePaused()
{
    EventsModel model({.rows = 4, .bytes = 1'000'000});
    QAbstractItemModelTester tester(&model);
    model.setPaused(true);
    model.append(observedBatch(1, 2));
    QCOMPARE(model.fill(), 0.5);
    model.append(observedBatch(3, 5));
    QCOMPARE(model.passedMeanwhile(), 7);
    QCOMPARE(model.lostMeanwhile(), 3);
    QCOMPARE(model.fill(), 1.0);
    model.setPaused(false);
    // The gap of the three is a row of its own, for which there is no place.
    QCOMPARE(offsets(model), (QList<quint64>{4, 5, 6, 7}));
}

void TestEventsModel::marks()
{
    EventsModel model;
    ObservedEvents batch = observedBatch(1, 4);
    batch.skipped = 1;
    model.append(batch);
    QCOMPARE(model.nextMarked(0, 1), -1);
    model.setMarked(1, true);
    model.setMarked(4, true);
    model.setMarked(3, true); // the gap
    QCOMPARE(model.markedCount(), 2);
    QVERIFY(!model.isMarked(3));
    QCOMPARE(model.nextMarked(-1, 1), 1);
    QCOMPARE(model.nextMarked(1, 1), 4);
    QCOMPARE(model.nextMarked(4, 1), 1);
    QCOMPARE(model.nextMarked(1, -1), 4);
    QCOMPARE(model.nextMarked(-1, -1), 4);
    QVERIFY(model.index(1, 0).data(Qt::BackgroundRole).isValid());
    QVERIFY(model.index(1, 0).data(Qt::AccessibleTextRole).toString().startsWith(u"marked"));
    model.setMarked(1, false);
    QCOMPARE(model.markedCount(), 1);
}

void TestEventsModel::forgetsMarksWithTheirRows()
{
    EventsModel model({.rows = 2, .bytes = 1'000'000});
    model.append(observedBatch(1, 2));
    model.setMarked(0, true);
    model.append(observedBatch(3, 1));
    QCOMPARE(model.markedCount(), 0);
    QCOMPARE(model.nextMarked(0, 1), -1);
}

void TestEventsModel::isClearedWhilePaused()
{
    EventsModel model;
    QAbstractItemModelTester tester(&model);
    model.append(observedBatch(1, 2));
    model.setPaused(true);
    model.append(observedBatch(3, 2));
    model.clear();
    QCOMPARE(model.size(), 0);
    QCOMPARE(model.passedMeanwhile(), 0);
    model.append(observedBatch(5, 1));
    model.setPaused(false);
    QCOMPARE(offsets(model), (QList<quint64>{5}));
}

void TestEventsModel::insertsABatchAtOnce()
{
    EventsModel model;
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.append(observedBatch(1, 500));
    QCOMPARE(inserted.count(), 1);
    model.append({});
    QCOMPARE(inserted.count(), 1);
}

QTEST_MAIN(TestEventsModel)
#include "tst_eventsmodel.moc"
