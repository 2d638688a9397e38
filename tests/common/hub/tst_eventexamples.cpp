// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/hub/eventexamples.h"

#include "common/hub/eventscanner.h"

#include <QTest>

using namespace Signalbox;

class TestEventExamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areAccepted_data();
    void areAccepted();
    void haveAllThatIsRequired();
    void followTheKindOfAnUnknownField();
};

void TestEventExamples::areAccepted_data()
{
    QTest::addColumn<QByteArray>("type");
    for (const auto &entry : EventCatalogue::entries())
        QTest::newRow(entry.type.constData()) << entry.type;
}

void TestEventExamples::areAccepted()
{
    QFETCH(const QByteArray, type);
    const auto *entry = EventCatalogue::find(type);
    QVERIFY(entry);
    const QByteArray body = EventCatalogue::exampleBody(*entry);
    const auto checked = EventCatalogue::check(type, body, false);
    QVERIFY2(checked.has_value(), checked ? "" : qPrintable(checked.error().message));
    if (!entry->isPublishable)
        return;
    const auto scanned = scanEvents(R"({"type":")" + type + R"(","data":)" + body + "}", 1'000'000);
    QVERIFY2(scanned.has_value(), scanned ? "" : qPrintable(scanned.error().message));
    QVERIFY(!scanned->first().roomsAreImplied);
}

void TestEventExamples::haveAllThatIsRequired()
{
    QCOMPARE(EventCatalogue::exampleBody(*EventCatalogue::find("workflow.progress")),
             QByteArray("{\n  \"workflow_id\": \"nightly-report\",\n  \"progress\": 40,\n"
                        "  \"current_step\": \"Render\",\n  \"message\": \"Page 4 of 10\"\n}"));
}

void TestEventExamples::followTheKindOfAnUnknownField()
{
    using namespace EventCatalogue;
    const Entry entry{
        .type = "x",
        .fields = {
            {.name = "a", .kinds = Kind::Array, .isRequired = true},
            {.name = "n", .kinds = Kind::Number, .isRequired = true, .minimum = 3, .maximum = 9},
            {.name = "left_out"}}};
    QCOMPARE(exampleBody(entry), QByteArray("{\n  \"a\": [],\n  \"n\": 3\n}"));
    QCOMPARE(exampleBody({.type = "none", .fields = {}}), QByteArray("{}"));
}

QTEST_APPLESS_MAIN(TestEventExamples)
#include "tst_eventexamples.moc"
