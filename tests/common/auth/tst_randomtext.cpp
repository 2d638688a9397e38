// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/auth/base64url.h"
#include "common/auth/randomtext.h"

#include <QSet>
#include <QTest>

using namespace Signalbox;

namespace {

using Make = QByteArray (*)();

} // namespace

class TestRandomText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasItsBits_data();
    void hasItsBits();
};

void TestRandomText::hasItsBits_data()
{
    QTest::addColumn<Make>("make");
    QTest::addColumn<qsizetype>("bytes");
    QTest::newRow("id") << Make(&randomId) << qsizetype(16);
    QTest::newRow("secret") << Make(&randomSecret) << qsizetype(32);
}

void TestRandomText::hasItsBits()
{
    QFETCH(const Make, make);
    QFETCH(const qsizetype, bytes);
    constexpr int Count = 1000;
    QSet<QByteArray> made;
    QByteArray ones(bytes, '\0');
    QByteArray zeros(bytes, '\0');
    for (int i = 0; i < Count; ++i) {
        const std::optional<QByteArray> decoded = decodeBase64Url(make());
        QVERIFY(decoded);
        QCOMPARE(decoded->size(), bytes);
        for (qsizetype at = 0; at < bytes; ++at) {
            ones[at] = char(ones[at] | decoded->at(at));
            zeros[at] = char(zeros[at] | ~decoded->at(at));
        }
        made.insert(*decoded);
    }
    QCOMPARE(made.size(), Count);
    // Each bit is one some time, and zero some time.
    QCOMPARE(ones, QByteArray(bytes, '\xff'));
    QCOMPARE(zeros, QByteArray(bytes, '\xff'));
}

QTEST_APPLESS_MAIN(TestRandomText)
#include "tst_randomtext.moc"
