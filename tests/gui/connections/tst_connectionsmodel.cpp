// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connections/connectionsmodel.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace Signalbox;

class tst_ConnectionsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale::c()); }
    void showsWhatWasTold();
    void appliesInTheOrderOfTheMembers();
    void resetKeepsWhatIsStillThere();
    void resetVoidsWhatWaits();
    void figuresAreTaken();
    void figuresOfStrangersAreIgnored();
    void largeBatchesTakeSlices();
    void tellsTheCondition_data();
    void tellsTheCondition();
    void filtersByItsTerms_data();
    void filtersByItsTerms();
    void everyColumnHasAName();
};

namespace {

ConnectionInfo infoOf(const QByteArray &sid, const QByteArray &user = "anna")
{
    ConnectionInfo info;
    info.sid = sid;
    info.user = user;
    info.dialect = "workflow";
    info.transport = "polling";
    info.address = "192.0.2.1:4711";
    info.userAgent = "python-socketio";
    info.rooms = {"project:7", "user:anna"};
    info.types = {"node_finished"};
    info.connectedAt = QDateTime::currentDateTimeUtc().addSecs(-3600);
    info.idleSeconds = 10;
    info.roundTripMs = 42;
    info.queuedBytes = 12'000;
    info.sent = {12, 3'400'000};
    info.received = {1, 1234};
    return info;
}

ConnectionChanges opened(const QList<ConnectionInfo> &infos)
{
    ConnectionChanges changes;
    changes.opened = infos;
    return changes;
}

} // namespace

void tst_ConnectionsModel::showsWhatWasTold()
{
    ConnectionsModel model;
    QAbstractItemModelTester tester(&model);
    model.apply(opened({infoOf("a"), infoOf("b", {})}));
    QCOMPARE(model.rowCount(), 2);
    const auto text = [&model](int row, int column) {
        return model.index(row, column).data().toString();
    };
    QCOMPARE(text(0, ConnectionsModel::Sid), QStringLiteral("a"));
    QCOMPARE(text(0, ConnectionsModel::User), QStringLiteral("anna"));
    QCOMPARE(text(1, ConnectionsModel::User), QStringLiteral("anonymous"));
    QCOMPARE(text(0, ConnectionsModel::Rooms), QStringLiteral("2"));
    QCOMPARE(text(0, ConnectionsModel::Queued), QStringLiteral("12.0 kB"));
    QCOMPARE(text(0, ConnectionsModel::BytesSent), QStringLiteral("3.4 MB"));
    QCOMPARE(text(0, ConnectionsModel::RoundTrip), QStringLiteral("42 ms"));
    // The model looks at the clock once a second.
    QVERIFY(QStringList({QStringLiteral("9 s"), QStringLiteral("10 s"), QStringLiteral("11 s")})
                .contains(text(0, ConnectionsModel::Idle)));
    QCOMPARE(model.index(0, ConnectionsModel::Rooms).data(Qt::ToolTipRole).toString(),
             QStringLiteral("project:7\nuser:anna"));
    QCOMPARE(model.index(0, ConnectionsModel::Rooms).data(SortedTableModel::ValueRole),
             QVariant(QStringList{QStringLiteral("project:7"), QStringLiteral("user:anna")}));
}

void tst_ConnectionsModel::appliesInTheOrderOfTheMembers()
{
    ConnectionsModel model;
    QAbstractItemModelTester tester(&model);
    ConnectionChanges changes = opened({infoOf("a"), infoOf("b")});
    changes.subscriptions << ConnectionSubscriptions{"a", "eve", {"x"}, {}};
    changes.closed << ClosedConnection{infoOf("b"), {}, {}};
    model.apply(changes);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.find("a")->info.user, QByteArray("eve"));
    QCOMPARE(model.find("a")->info.rooms, QList<QByteArray>{"x"});
    QVERIFY(!model.find("b"));
}

void tst_ConnectionsModel::resetKeepsWhatIsStillThere()
{
    ConnectionsModel model;
    QAbstractItemModelTester tester(&model);
    model.apply(opened({infoOf("a"), infoOf("b"), infoOf("c")}));
    const QPersistentModelIndex kept = model.index(1, 0);
    ConnectionChanges reset = opened({infoOf("b"), infoOf("d")});
    reset.isReset = true;
    model.apply(reset);
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(kept.isValid());
    QCOMPARE(kept.data().toString(), QStringLiteral("b"));
    QVERIFY(!model.find("a"));
    ConnectionChanges nothing;
    nothing.isReset = true;
    model.apply(nothing);
    QCOMPARE(model.rowCount(), 0);
}

void tst_ConnectionsModel::resetVoidsWhatWaits()
{
    ConnectionsModel model;
    QList<ConnectionInfo> many;
    for (int i = 0; i < 100'000; ++i)
        many << infoOf(QByteArray::number(i));
    model.apply(opened(many));
    ConnectionChanges reset = opened({infoOf("only")});
    reset.isReset = true;
    model.apply(reset);
    QTRY_VERIFY(model.isUpToDate());
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.totalCount(), 1);
}

void tst_ConnectionsModel::figuresAreTaken()
{
    ConnectionsModel model;
    model.apply(opened({infoOf("a")}));
    ConnectionChanges changes;
    ConnectionFigures figures;
    figures.sid = "a";
    figures.sent = {20, 5000};
    figures.queuedBytes = 0;
    figures.roundTripMs = -1;
    figures.transport = "websocket";
    figures.lastReceivedAt = QDateTime::currentDateTimeUtc().addSecs(-100);
    changes.figures << figures;
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.apply(changes);
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(model.index(0, ConnectionsModel::Transport).data().toString(),
             QStringLiteral("websocket"));
    QCOMPARE(model.index(0, ConnectionsModel::RoundTrip).data().toString(), QStringLiteral("–"));
    QCOMPARE(model.index(0, ConnectionsModel::MessagesSent).data().toString(),
             QStringLiteral("20"));
    QCOMPARE(model.condition(model.recordAt(0)), ConnectionsModel::Condition::Quiet);
}

void tst_ConnectionsModel::figuresOfStrangersAreIgnored()
{
    ConnectionsModel model;
    ConnectionChanges changes;
    changes.figures << ConnectionFigures{"nobody", {}, {}, 0, 0, {}, {}};
    changes.subscriptions << ConnectionSubscriptions{"nobody", {}, {}, {}};
    changes.closed << ClosedConnection{infoOf("nobody"), {}, {}};
    model.apply(changes);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.totalCount(), 0);
}

void tst_ConnectionsModel::largeBatchesTakeSlices()
{
    ConnectionsModel model;
    QList<ConnectionInfo> many;
    for (int i = 0; i < 100'000; ++i)
        many << infoOf(QByteArray::number(i));
    model.apply(opened(many));
    ConnectionChanges closed;
    closed.closed << ClosedConnection{many.first(), {}, {}}
                  << ClosedConnection{many.last(), {}, {}};
    model.apply(closed); // waits for what came before
    QTRY_VERIFY(model.isUpToDate());
    QCOMPARE(model.rowCount(), 99'998);
    QVERIFY(!model.find("0"));
    QVERIFY(!model.find("99999"));
}

void tst_ConnectionsModel::tellsTheCondition_data()
{
    QTest::addColumn<qint64>("queued");
    QTest::addColumn<qint64>("idle");
    QTest::addColumn<QString>("text");
    QTest::newRow("busy") << qint64(100) << qint64(2) << QStringLiteral("active");
    QTest::newRow("quiet") << qint64(100) << ConnectionsModel::QuietSeconds + 1
                           << QStringLiteral("quiet");
    QTest::newRow("slow") << ConnectionsModel::SlowBytes << qint64(2) << QStringLiteral("slow");
    QTest::newRow("slow and quiet")
        << ConnectionsModel::SlowBytes << qint64(1000) << QStringLiteral("slow");
}

void tst_ConnectionsModel::tellsTheCondition()
{
    QFETCH(qint64, queued);
    QFETCH(qint64, idle);
    QFETCH(QString, text);
    ConnectionsModel model;
    ConnectionInfo info = infoOf("a");
    info.queuedBytes = queued;
    info.idleSeconds = idle;
    model.apply(opened({info}));
    const QModelIndex index = model.index(0, ConnectionsModel::State);
    QCOMPARE(index.data().toString(), text);
    QVERIFY(!index.data(Qt::DecorationRole).value<QIcon>().isNull());
    QCOMPARE(index.data(SortedTableModel::ValueRole).toString(), text);
}

void tst_ConnectionsModel::filtersByItsTerms_data()
{
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *text, bool matches) { QTest::newRow(text) << matches; };
    row("user:anna", true);
    row("user:bob", false);
    row("idle>5", true);
    row("idle>60", false);
    row("room:project:7", true);
    row("room:project:8", false);
    row("rooms>1", true);
    row("queue>10k", true);
    row("queue>20k", false);
    row("dialect:workflow", true);
    row("transport:websocket", false);
    row("rtt>=42", true);
    row("sent>1M", true);
    row("received<2k", true);
    row("type:node_finished", true);
    row("address:192.0.2.1", true);
    row("agent:socketio", true);
    row("state:active", true);
    row("age>30m", true);
    row("connected<30m", false);
    row("out:12", true);
    row("in>1", false);
    row("socketio", true);
}

void tst_ConnectionsModel::filtersByItsTerms()
{
    QFETCH(bool, matches);
    ConnectionsModel model;
    model.apply(opened({infoOf("a")}));
    const auto filter = Filter::parse(QString::fromLatin1(QTest::currentDataTag()), model.schema());
    QVERIFY(filter);
    model.setFilter(*filter);
    QCOMPARE(model.rowCount(), int(matches));
}

void tst_ConnectionsModel::everyColumnHasAName()
{
    const ConnectionsModel model;
    QCOMPARE(model.columnCount(), int(ConnectionsModel::ColumnCount));
    QSet<QByteArray> names;
    for (int column = 0; column < model.columnCount(); ++column) {
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
        for (const QByteArray &name : model.columns()[column].names) {
            QVERIFY2(!names.contains(name), name.constData());
            names.insert(name);
        }
    }
    QCOMPARE(model.columnOf("agent"), int(ConnectionsModel::Agent));
}

QTEST_MAIN(tst_ConnectionsModel)
#include "tst_connectionsmodel.moc"
