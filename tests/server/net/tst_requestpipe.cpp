// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/requestpipe.h"

#include "tests/support/eventually.h"

#include <QPointer>
#include <QSignalSpy>

using namespace Signalbox;
using namespace Signalbox::Test;

class TestRequestPipe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksLikeAConnection();
    void isReadAsADevice();
    void mixesLinesAndBlocks();
    void collectsTheAnswer();
    void cannotBeClosedByItsReader();
    void ends();
};

void TestRequestPipe::looksLikeAConnection()
{
    RequestPipe pipe(QHostAddress(QStringLiteral("192.0.2.7")), 4711);
    QCOMPARE(pipe.state(), QAbstractSocket::ConnectedState);
    QCOMPARE(pipe.peerAddress(), QHostAddress(QStringLiteral("192.0.2.7")));
    QCOMPARE(pipe.peerPort(), quint16(4711));
    QVERIFY(pipe.isReadable());
    QVERIFY(pipe.isWritable());
    QCOMPARE(pipe.bytesAvailable(), 0);
    QVERIFY(!pipe.canReadLine());
    pipe.finish();
}

void TestRequestPipe::isReadAsADevice()
{
    RequestPipe pipe(QHostAddress(QHostAddress::LocalHost), 1);
    QByteArray read;
    connect(&pipe, &QIODevice::readyRead, this, [&] { read = pipe.readAll(); });
    QSignalSpy spy(&pipe, &QIODevice::readyRead);
    const QByteArray request = "POST / HTTP/1.1\r\n\r\n" + QByteArray("\0\xff\n\r", 4);
    pipe.feed(request);
    QCOMPARE(spy.count(), 1); // within feed()
    QCOMPARE(read, request);
    QCOMPARE(pipe.bytesAvailable(), 0);
    pipe.feed("GET");
    QCOMPARE(read, "GET");
}

void TestRequestPipe::mixesLinesAndBlocks()
{
    RequestPipe pipe(QHostAddress(QHostAddress::LocalHost), 1);
    pipe.feed("first\r\nsecond\nrest of it");
    QVERIFY(pipe.canReadLine());
    QCOMPARE(pipe.readLine(), "first\r\n");
    QCOMPARE(pipe.peek(3), "sec");
    QCOMPARE(pipe.readLine(4), "sec");
    QCOMPARE(pipe.readLine(), "ond\n");
    QVERIFY(!pipe.canReadLine());
    QCOMPARE(pipe.skip(5), 5);
    QCOMPARE(pipe.bytesAvailable(), 5);
    QCOMPARE(pipe.read(3), "of ");
    QCOMPARE(pipe.read(100), "it");
    QCOMPARE(pipe.bytesAvailable(), 0);
}

void TestRequestPipe::collectsTheAnswer()
{
    RequestPipe pipe(QHostAddress(QHostAddress::LocalHost), 1);
    QCOMPARE(pipe.write("HTTP/1.1 "), 9);
    QCOMPARE(pipe.write(QByteArray("\0x", 2)), 2);
    QCOMPARE(pipe.bytesToWrite(), 0); // or QHttpServer would wait
    QCOMPARE(pipe.takeResponse(), QByteArray("HTTP/1.1 \0x", 11));
    QCOMPARE(pipe.takeResponse(), QByteArray());
}

void TestRequestPipe::cannotBeClosedByItsReader()
{
    RequestPipe pipe(QHostAddress(QHostAddress::LocalHost), 1);
    QSignalSpy disconnected(&pipe, &QAbstractSocket::disconnected);
    pipe.close();
    pipe.disconnectFromHost();
    QCOMPARE(disconnected.count(), 0);
    QCOMPARE(pipe.state(), QAbstractSocket::ConnectedState);
    pipe.feed("still here");
    QCOMPARE(pipe.readAll(), "still here");
}

void TestRequestPipe::ends()
{
    QPointer<RequestPipe> pipe = new RequestPipe(QHostAddress(QHostAddress::LocalHost), 1);
    QSignalSpy disconnected(pipe.data(), &QAbstractSocket::disconnected);
    pipe->finish();
    QCOMPARE(disconnected.count(), 1);
    QCOMPARE(pipe->state(), QAbstractSocket::UnconnectedState);
    EVENTUALLY(!pipe);
}

SIGNALBOX_EPOLL_TEST_MAIN(TestRequestPipe)

#include "tst_requestpipe.moc"
