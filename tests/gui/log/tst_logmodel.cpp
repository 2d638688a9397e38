// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/log/logmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Signalbox;

class tst_LogModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsLines();
    void filtersByAnyField();
    void keepsTheLastOnes();
    void cutsWhatIsTooLong();
    void isCleared();
};

namespace {

LogRecord recordOf(const QByteArray &event, const QString &reason,
                   LogRecord::Level level = LogRecord::Level::Warning)
{
    LogRecord record;
    record.at = QDateTime::currentDateTimeUtc();
    record.level = level;
    record.event = event;
    record.fields = {{"sid", QStringLiteral("Xy1")}, {"reason", reason}};
    return record;
}

} // namespace

void tst_LogModel::showsLines()
{
    LogModel model;
    QAbstractItemModelTester tester(&model);
    model.append({recordOf("client_refused", QStringLiteral("bad token"))});
    const auto text = [&model](int column) { return model.index(0, column).data().toString(); };
    QCOMPARE(text(LogModel::Level), QStringLiteral("warning"));
    QCOMPARE(text(LogModel::Event), QStringLiteral("client_refused"));
    QCOMPARE(text(LogModel::Fields), QStringLiteral("sid=Xy1  reason=\"bad token\""));
    QVERIFY(!model.index(0, LogModel::Level).data(Qt::DecorationRole).value<QIcon>().isNull());
}

void tst_LogModel::filtersByAnyField()
{
    LogModel model;
    model.append({recordOf("a", QStringLiteral("bad token")),
                  recordOf("b", QStringLiteral("slow"), LogRecord::Level::Error)});
    const auto count = [&model](const char *text) {
        model.setFilter(Filter::parse(QString::fromUtf8(text), model.schema()).value());
        return model.rowCount();
    };
    QCOMPARE(count("reason:token"), 1);
    QCOMPARE(count("sid:xy1"), 2);
    QCOMPARE(count("nothing:xy1"), 0);
    QCOMPARE(count("level:error"), 1);
    QCOMPARE(count("event:a"), 1);
    QCOMPARE(count("slow"), 1);
    QCOMPARE(count("time<1m"), 2);
}

void tst_LogModel::keepsTheLastOnes()
{
    LogModel model;
    QAbstractItemModelTester tester(&model);
    QList<LogRecord> records;
    for (int i = 0; i < LogModel::MaxRows + 5; ++i)
        records << recordOf(QByteArray::number(i), {});
    model.append(records);
    QCOMPARE(model.rowCount(), LogModel::MaxRows);
    QCOMPARE(model.recordAt(0).event, QByteArray("5"));
    model.append({recordOf("last", {})});
    QCOMPARE(model.rowCount(), LogModel::MaxRows);
    QCOMPARE(model.recordAt(0).event, QByteArray("6"));
}

void tst_LogModel::cutsWhatIsTooLong()
{
    LogModel model;
    model.append({recordOf("a", QString(1'000'000, u'x'))});
    QVERIFY(model.recordAt(0).text.size() < LogModel::MaxFieldBytes + 100);
    QVERIFY(model.recordAt(0).text.endsWith("…"));
}

void tst_LogModel::isCleared()
{
    LogModel model;
    QAbstractItemModelTester tester(&model);
    model.append({recordOf("a", {}), recordOf("b", {})});
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.totalCount(), 0);
}

QTEST_MAIN(tst_LogModel)
#include "tst_logmodel.moc"
