// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/auth/base64url.h"

#include <QTest>

using namespace Signalbox;

class tst_Base64Url : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decode_data();
    void decode();
    void roundTrip_data();
    void roundTrip();
};

void tst_Base64Url::decode_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isValid");
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("empty") << QByteArray() << true << QByteArray();
    QTest::newRow("one byte") << QByteArray("YQ") << true << QByteArray("a");
    QTest::newRow("two bytes") << QByteArray("YWI") << true << QByteArray("ab");
    QTest::newRow("three bytes") << QByteArray("YWJj") << true << QByteArray("abc");
    QTest::newRow("both special characters")
        << QByteArray("-_-_") << true << QByteArray("\xfb\xff\xbf");
    QTest::newRow("padding") << QByteArray("YQ==") << false << QByteArray();
    QTest::newRow("padding of two bytes") << QByteArray("YWI=") << false << QByteArray();
    QTest::newRow("ordinary base64") << QByteArray("+/+/") << false << QByteArray();
    QTest::newRow("one character") << QByteArray("Y") << false << QByteArray();
    QTest::newRow("five characters") << QByteArray("YWJjY") << false << QByteArray();
    QTest::newRow("left-over bits, one byte") << QByteArray("YR") << false << QByteArray();
    QTest::newRow("left-over bits, two bytes") << QByteArray("YWJ") << false << QByteArray();
    QTest::newRow("blank") << QByteArray("YW Jj") << false << QByteArray();
    QTest::newRow("line break after") << QByteArray("YWJj\n") << false << QByteArray();
    QTest::newRow("NUL after") << QByteArray("YWJj\0", 5) << false << QByteArray();
    QTest::newRow("dot") << QByteArray("YW.j") << false << QByteArray();
    QTest::newRow("not ASCII") << QByteArray("YW\xc3\xa9") << false << QByteArray();
}

void tst_Base64Url::decode()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isValid);
    QFETCH(QByteArray, bytes);
    const std::optional<QByteArray> decoded = decodeBase64Url(text);
    QCOMPARE(decoded.has_value(), isValid);
    QCOMPARE(decoded.value_or(QByteArray()), bytes);
}

void tst_Base64Url::roundTrip_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {0, 1, 2, 3, 4, 5, 255, 256, 257})
        QTest::addRow("%d bytes", size) << size;
}

void tst_Base64Url::roundTrip()
{
    QFETCH(int, size);
    QByteArray bytes;
    for (int i = 0; i < size; ++i)
        bytes.append(char(i * 7));
    const QByteArray text = encodeBase64Url(bytes);
    QVERIFY(!text.contains('='));
    QCOMPARE(decodeBase64Url(text).value_or("undecoded"), bytes);
    // A part of a longer text, too.
    QCOMPARE(
        decodeBase64Url(QByteArrayView(text + "....").first(text.size())).value_or("undecoded"),
        bytes);
}

QTEST_APPLESS_MAIN(tst_Base64Url)
#include "tst_base64url.moc"
