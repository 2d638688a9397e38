// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/timestamp.h"

#include <QDateTime>
#include <QTest>

using namespace Signalbox;

class tst_Timestamp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void of_data();
    void of();
    void now();
};

void tst_Timestamp::initTestCase()
{
    qputenv("TZ", "America/New_York"); // which must not matter
}

void tst_Timestamp::of_data()
{
    QTest::addColumn<qint64>("microseconds"); // since 1970
    QTest::addColumn<QString>("text");
    QTest::newRow("1970") << qint64(0) << QStringLiteral("1970-01-01T00:00:00.000Z");
    QTest::newRow("milliseconds") << qint64(1'735'689'600'007'000)
                                  << QStringLiteral("2025-01-01T00:00:00.007Z");
    QTest::newRow("less is cut off")
        << qint64(1'735'689'600'007'999) << QStringLiteral("2025-01-01T00:00:00.007Z");
    QTest::newRow("before 1970") << qint64(-1) << QStringLiteral("1969-12-31T23:59:59.999Z");
    QTest::newRow("summer") << qint64(1'751'328'000'000'000)
                            << QStringLiteral("2025-07-01T00:00:00.000Z");
}

void tst_Timestamp::of()
{
    QFETCH(qint64, microseconds);
    QTEST(Timestamp::of(
              std::chrono::system_clock::time_point(std::chrono::microseconds(microseconds))),
          "text");
}

void tst_Timestamp::now()
{
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    const QString text = Timestamp::now();
    const qint64 after = QDateTime::currentMSecsSinceEpoch();
    const qint64 told = QDateTime::fromString(text, Qt::ISODateWithMs).toMSecsSinceEpoch();
    QVERIFY2(before <= told && told <= after, qPrintable(text));
    QVERIFY(text.endsWith(u'Z'));
}

QTEST_APPLESS_MAIN(tst_Timestamp)
#include "tst_timestamp.moc"
