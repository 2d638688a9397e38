// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connections/connectionsmodel.h"
#include "gui/tables/tablewriter.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTest>
#include <QTimeZone>

using namespace Signalbox;

class tst_TableWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesCsv();
    void writesJson();
    void writesOnlyWhatTheFilterLeaves();
    void leavesOutWhatIsGone();
    void saysWhatFailed();
    void quotes_data();
    void quotes();
};

namespace {

const QList<int> Columns{ConnectionsModel::User, ConnectionsModel::Queued, ConnectionsModel::Rooms,
                         ConnectionsModel::RoundTrip, ConnectionsModel::Connected};

ConnectionInfo infoOf(const QByteArray &sid, const QByteArray &user)
{
    ConnectionInfo info;
    info.sid = sid;
    info.user = user;
    info.rooms = {"a", "b"};
    info.queuedBytes = 1'234'567;
    info.connectedAt = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5, 6), QTimeZone::utc()).toUTC();
    return info;
}

void fill(ConnectionsModel &model, const QList<ConnectionInfo> &infos)
{
    ConnectionChanges changes;
    changes.opened = infos;
    model.apply(changes);
}

} // namespace

void tst_TableWriter::writesCsv()
{
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany)); // makes no difference
    ConnectionsModel model;
    fill(model, {infoOf("1", "anna"), infoOf("2", "bob")});
    QCOMPARE(TableWriter::toBytes(model, Columns, TableWriter::Format::Csv),
             QByteArray("user,queued,rooms,rtt,connected\r\n"
                        "anna,1234567,a b,,2026-01-02T03:04:05.006Z\r\n"
                        "bob,1234567,a b,,2026-01-02T03:04:05.006Z\r\n"));
    QLocale::setDefault(before);
}

void tst_TableWriter::writesJson()
{
    ConnectionsModel model;
    QCOMPARE(
        QJsonDocument::fromJson(TableWriter::toBytes(model, Columns, TableWriter::Format::Json))
            .array(),
        QJsonArray());
    fill(model, {infoOf("1", "anna"), infoOf("2", "b\"ob")});
    const QJsonArray rows =
        QJsonDocument::fromJson(TableWriter::toBytes(model, Columns, TableWriter::Format::Json))
            .array();
    QCOMPARE(rows.size(), 2);
    const QJsonObject row = rows[1].toObject();
    QCOMPARE(row[QStringLiteral("user")], QJsonValue(QStringLiteral("b\"ob")));
    QCOMPARE(row[QStringLiteral("queued")], QJsonValue(1234567));
    QCOMPARE(row[QStringLiteral("rooms")],
             QJsonValue(QJsonArray{QStringLiteral("a"), QStringLiteral("b")}));
    QVERIFY(row[QStringLiteral("rtt")].isNull());
    QCOMPARE(row[QStringLiteral("connected")],
             QJsonValue(QStringLiteral("2026-01-02T03:04:05.006Z")));
}

void tst_TableWriter::writesOnlyWhatTheFilterLeaves()
{
    ConnectionsModel model;
    fill(model, {infoOf("1", "anna"), infoOf("2", "bob")});
    model.setFilter(Filter::parse(QStringLiteral("user:bob"), model.schema()).value());
    QCOMPARE(TableWriter::toBytes(model, {ConnectionsModel::User}, TableWriter::Format::Csv),
             QByteArray("user\r\nbob\r\n"));
}

void tst_TableWriter::leavesOutWhatIsGone()
{
    ConnectionsModel model;
    fill(model, {infoOf("1", "anna"), infoOf("2", "bob")});
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    TableWriter writer(model, {ConnectionsModel::User}, TableWriter::Format::Csv, buffer);
    ConnectionChanges changes;
    changes.closed << ClosedConnection{infoOf("1", "anna"), {}, {}};
    changes.opened << infoOf("3", "late");
    model.apply(changes);
    QVERIFY(writer.run(QDeadlineTimer(QDeadlineTimer::Forever)));
    QCOMPARE(buffer.data(), QByteArray("user\r\nbob\r\n"));
    QCOMPARE(writer.writtenRows(), 1);
}

void tst_TableWriter::saysWhatFailed()
{
    ConnectionsModel model;
    fill(model, {infoOf("1", "anna")});
    QFile full(QStringLiteral("/dev/full"));
    if (!full.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        QSKIP("There is no /dev/full here.");
    TableWriter writer(model, {ConnectionsModel::User}, TableWriter::Format::Csv, full);
    QVERIFY(writer.run(QDeadlineTimer(QDeadlineTimer::Forever)));
    QVERIFY(!writer.error().isEmpty());
}

void tst_TableWriter::quotes_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QByteArray>("cell");
    const auto row = [](const char *name, const char *user, const char *cell) {
        QTest::newRow(name) << QByteArray(user) << QByteArray(cell);
    };
    row("plain", "anna", "anna");
    row("comma", "a,b", "\"a,b\"");
    row("quote", "a\"b", "\"a\"\"b\"");
    row("line break", "a\nb", "\"a\nb\"");
    row("formula", "=1+1", "'=1+1");
    row("formula with comma", "=A(1,2)", "\"'=A(1,2)\"");
    row("at sign", "@anna", "'@anna");
    row("minus", "-1", "'-1");
    row("beyond ASCII", "Jürgen", "Jürgen");
}

void tst_TableWriter::quotes()
{
    QFETCH(QByteArray, user);
    QFETCH(QByteArray, cell);
    ConnectionsModel model;
    fill(model, {infoOf("1", user)});
    QCOMPARE(TableWriter::toBytes(model, {ConnectionsModel::User}, TableWriter::Format::Csv),
             QByteArray("user\r\n" + cell + "\r\n"));
}

QTEST_MAIN(tst_TableWriter)
#include "tst_tablewriter.moc"
