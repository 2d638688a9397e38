// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connections/closecodename.h"
#include "gui/connections/closedmodel.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QTest>

using namespace Signalbox;

class tst_ClosedModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale::c()); }
    void tellsHowTheyEnded_data();
    void tellsHowTheyEnded();
    void filtersByCodeAndReason();
    void keepsTheLastOnes();
    void sessionsMayEndTwice();
    void isCleared();
};

namespace {

ConnectionChanges closed(const QByteArray &sid, quint16 code, const QByteArray &text = {})
{
    ConnectionChanges changes;
    ClosedConnection one;
    one.info.sid = sid;
    one.info.connectedAt = QDateTime::currentDateTimeUtc().addSecs(-100);
    one.reason = {code, text};
    one.closedAt = one.info.connectedAt.addSecs(75);
    changes.closed << one;
    return changes;
}

} // namespace

void tst_ClosedModel::tellsHowTheyEnded_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("meaning");
    QTest::newRow("normal") << 1000 << QStringLiteral("normal");
    QTest::newRow("lost") << 1006 << QStringLiteral("connection lost");
    QTest::newRow("slow") << 4408 << QStringLiteral("slow consumer");
    QTest::newRow("unknown") << 4999 << QString();
}

void tst_ClosedModel::tellsHowTheyEnded()
{
    QFETCH(int, code);
    QFETCH(QString, meaning);
    ClosedModel model;
    QAbstractItemModelTester tester(&model);
    model.apply(closed("a", quint16(code), "because"));
    const auto text = [&model](int column) { return model.index(0, column).data().toString(); };
    QCOMPARE(text(ClosedModel::Code), QString::number(code));
    QCOMPARE(text(ClosedModel::Meaning), meaning);
    QCOMPARE(text(ClosedModel::Reason), QStringLiteral("because"));
    QCOMPARE(text(ClosedModel::Duration), QStringLiteral("1 min 15 s"));
    QCOMPARE(closeCodeText(quint16(code)), meaning);
    QVERIFY(!model.index(0, ClosedModel::Meaning).data(Qt::DecorationRole).value<QIcon>().isNull());
}

void tst_ClosedModel::filtersByCodeAndReason()
{
    ClosedModel model;
    model.apply(closed("a", 4408, "1 MB waited"));
    model.apply(closed("b", 1006));
    const auto count = [&model](const char *text) {
        model.setFilter(Filter::parse(QString::fromUtf8(text), model.schema()).value());
        return model.rowCount();
    };
    QCOMPARE(count("code:4408"), 1);
    QCOMPARE(count("code:1000..1999"), 1);
    QCOMPARE(count("meaning:\"slow consumer\""), 1);
    QCOMPARE(count("reason:waited"), 1);
    QCOMPARE(count("closed<1m"), 2);
    QCOMPARE(count("closed>1m"), 0);
    QCOMPARE(count("duration>1m"), 2);
    QCOMPARE(count(""), 2);
}

void tst_ClosedModel::keepsTheLastOnes()
{
    ClosedModel model;
    QAbstractItemModelTester tester(&model);
    ConnectionChanges changes;
    for (int i = 0; i < ClosedModel::MaxRows + 10; ++i)
        changes.closed += closed(QByteArray::number(i), 1000).closed;
    model.apply(changes);
    QCOMPARE(model.rowCount(), ClosedModel::MaxRows);
    QCOMPARE(model.recordAt(0).closed.info.sid, QByteArray("10"));
    model.apply(closed("last", 1000));
    QCOMPARE(model.rowCount(), ClosedModel::MaxRows);
    QCOMPARE(model.recordAt(0).closed.info.sid, QByteArray("11"));
    QCOMPARE(model.recordAt(int(ClosedModel::MaxRows) - 1).closed.info.sid, QByteArray("last"));
}

void tst_ClosedModel::sessionsMayEndTwice()
{
    ClosedModel model;
    model.apply(closed("a", 1006));
    model.apply(closed("a", 1000));
    QCOMPARE(model.rowCount(), 2);
}

void tst_ClosedModel::isCleared()
{
    ClosedModel model;
    QAbstractItemModelTester tester(&model);
    model.apply(closed("a", 1006));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    model.apply(closed("b", 1000));
    QCOMPARE(model.rowCount(), 1);
}

QTEST_MAIN(tst_ClosedModel)
#include "tst_closedmodel.moc"
