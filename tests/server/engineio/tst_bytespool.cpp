// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engineio/bytespool.h"

#include <QTest>

using namespace Signalbox;

class TestBytesPool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sharesEqualTexts();
    void keepsWhatIsInUse();
    void forgetsWhatNobodyUses();
};

namespace {

QByteArray textOf(int i)
{
    return "browser " + QByteArray::number(i);
}

} // namespace

void TestBytesPool::sharesEqualTexts()
{
    BytesPool pool;
    const QByteArray first = pool.share(textOf(1));
    const QByteArray second = pool.share(textOf(1));
    QCOMPARE(second, textOf(1));
    QVERIFY(second.isSharedWith(first));
    QVERIFY(!pool.share(textOf(2)).isSharedWith(first));
    QCOMPARE(pool.size(), 2);
    QVERIFY(pool.share({}).isNull());
    QCOMPARE(pool.size(), 2);
}

void TestBytesPool::keepsWhatIsInUse()
{
    BytesPool pool;
    QList<QByteArray> used;
    for (int i = 0; i < 1000; ++i)
        used.append(pool.share(textOf(i)));
    for (int i = 0; i < 1000; ++i)
        QVERIFY(pool.share(textOf(i)).isSharedWith(used.at(i)));
    QCOMPARE(pool.size(), 1000);
}

void TestBytesPool::forgetsWhatNobodyUses()
{
    BytesPool pool;
    const QByteArray used = pool.share(textOf(-1));
    for (int i = 0; i < 10'000; ++i) {
        QCOMPARE(pool.share(textOf(i)), textOf(i));
        QVERIFY(pool.size() <= 64);
    }
    QVERIFY(pool.share(textOf(-1)).isSharedWith(used));
}

QTEST_APPLESS_MAIN(TestBytesPool)

#include "tst_bytespool.moc"
