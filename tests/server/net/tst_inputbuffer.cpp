// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/inputbuffer.h"

#include <QTest>

using namespace Signalbox;

namespace {

QByteArray read(InputBuffer &buffer, qint64 maxSize)
{
    QByteArray bytes(maxSize, '\0');
    bytes.truncate(buffer.read(bytes.data(), maxSize));
    return bytes;
}

QByteArray readLine(InputBuffer &buffer, qint64 maxSize)
{
    QByteArray bytes(maxSize, '\0');
    bytes.truncate(buffer.readLine(bytes.data(), maxSize));
    return bytes;
}

} // namespace

class TestInputBuffer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsInPieces();
    void appendsBehindWhatIsLeft();
    void readsLines();
    void givesNoMoreThanThereIs();
    void takesWhatIsLeft();
    void forgetsWhatWasBefore();
};

void TestInputBuffer::readsInPieces()
{
    InputBuffer buffer;
    QVERIFY(buffer.isEmpty());
    buffer.append("abcdef");
    QCOMPARE(read(buffer, 2), QByteArray("ab"));
    QCOMPARE(buffer.size(), 4);
    QCOMPARE(buffer.skip(1), 1);
    QCOMPARE(read(buffer, 2), QByteArray("de"));
    QVERIFY(!buffer.isEmpty());
    QCOMPARE(read(buffer, 2), QByteArray("f"));
    QVERIFY(buffer.isEmpty());
    QCOMPARE(buffer.size(), 0);
}

void TestInputBuffer::appendsBehindWhatIsLeft()
{
    InputBuffer buffer;
    buffer.append("abc");
    QCOMPARE(buffer.skip(2), 2);
    buffer.append("de");
    QCOMPARE(buffer.size(), 3);
    QCOMPARE(read(buffer, 10), QByteArray("cde"));
}

void TestInputBuffer::readsLines()
{
    InputBuffer buffer;
    buffer.append("ab\n\ncd");
    QCOMPARE(readLine(buffer, 2), QByteArray("ab")); // no more than was asked for
    QCOMPARE(readLine(buffer, 10), QByteArray("\n"));
    QVERIFY(buffer.hasLine());
    QCOMPARE(readLine(buffer, 10), QByteArray("\n"));
    QVERIFY(!buffer.hasLine());
    QCOMPARE(readLine(buffer, 10), QByteArray("cd")); // the last has no end
}

void TestInputBuffer::givesNoMoreThanThereIs()
{
    InputBuffer buffer;
    QCOMPARE(buffer.read(nullptr, 0), 0);
    QCOMPARE(buffer.skip(5), 0);
    buffer.append("ab");
    QCOMPARE(buffer.read(nullptr, 0), 0);
    QCOMPARE(buffer.skip(0), 0);
    QCOMPARE(buffer.skip(5), 2);
    QVERIFY(buffer.isEmpty());
}

void TestInputBuffer::takesWhatIsLeft()
{
    InputBuffer buffer;
    buffer.append("abc");
    QCOMPARE(buffer.skip(1), 1);
    QCOMPARE(buffer.take(), QByteArray("bc"));
    QVERIFY(buffer.isEmpty());
    QCOMPARE(buffer.take(), QByteArray());
    buffer.append("d");
    QCOMPARE(read(buffer, 1), QByteArray("d"));
}

void TestInputBuffer::forgetsWhatWasBefore()
{
    InputBuffer buffer;
    buffer.append("abc");
    QCOMPARE(buffer.skip(2), 2);
    buffer.assign("xyz");
    QCOMPARE(buffer.size(), 3);
    QCOMPARE(buffer.skip(1), 1);
    buffer.clear();
    QVERIFY(buffer.isEmpty());
    QVERIFY(!buffer.hasLine());
}

QTEST_APPLESS_MAIN(TestInputBuffer)
#include "tst_inputbuffer.moc"
