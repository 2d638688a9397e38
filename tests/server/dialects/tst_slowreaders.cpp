// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/dialects/workflowserver.h"
#include "tests/support/eventually.h"
#include "tests/support/rawwebsocket.h"

#include <QTest>

#include <memory>
#include <vector>

using namespace Signalbox;
using namespace Signalbox::Test;

/// Clients that stop reading while much is published.
class tst_SlowReaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void costTheirBoundAndGo();
};

namespace {

std::unique_ptr<RawWebSocket> subscriber(quint16 port)
{
    auto socket = std::make_unique<RawWebSocket>(port, "/socket.io/?EIO=4&transport=websocket",
                                                 QByteArray(), 8 * 1024);
    if (!socket->open())
        return nullptr;
    socket->sendText("40");
    socket->sendText("42[\"subscribe_workflow\",{\"workflow_id\":\"w\"}]");
    return eventually([&] { return socket->messages().size() == 4; }) ? std::move(socket) : nullptr;
}

} // namespace

void tst_SlowReaders::costTheirBoundAndGo()
{
    SocketIo::ServerOptions options;
    options.engine.queueBytes = 300'000;
    WorkflowServer server({}, {.maxRecentEvents = 0}, options);
    const QueueLedger &ledger = server.server.queueLedger();

    const std::unique_ptr<RawWebSocket> reader = subscriber(server.port());
    QVERIFY(reader);
    std::vector<std::unique_ptr<RawWebSocket>> stopped;
    for (int i = 0; i < 5; ++i) {
        stopped.push_back(subscriber(server.port()));
        QVERIFY(stopped.back());
        stopped.back()->client().setReading(false);
    }

    constexpr int Count = 3000; // 30 MB: more than the kernel's buffers take
    constexpr qint64 EventBytes = 10'000;
    qint64 mostOfOne = 0;
    qint64 mostOfAll = 0;
    for (int i = 0; i < Count; ++i) {
        server.publish("{\"type\":\"step\",\"workflow_id\":\"w\",\"n\":" + QByteArray::number(i)
                       + ",\"pad\":\"" + QByteArray(EventBytes, 'x') + "\"}");
        EVENTUALLY(reader->messages().size() == 5 + i);
        mostOfAll = std::max(mostOfAll, ledger.bytes());
        for (const Connection *connection : server.server.connections().all())
            mostOfOne = std::max(mostOfOne, connection->activity().queuedBytes);
    }
    for (int i = 0; i < Count; ++i)
        QVERIFY(reader->messages().at(4 + i).contains("\"n\":" + QByteArray::number(i) + ','));

    QCOMPARE(server.server.connections().count(), 1);
    QCOMPARE(server.server.connections().slowCloses(), quint64(5)); // with 4408
    QVERIFY(mostOfOne > options.engine.queueBytes / 2);
    QVERIFY2(mostOfOne <= options.engine.queueBytes + 2 * EventBytes,
             qPrintable(QString::number(mostOfOne)));
    // What the five have waiting is the same: together they take little more than one of them.
    QVERIFY2(mostOfAll <= 2 * options.engine.queueBytes, qPrintable(QString::number(mostOfAll)));
    EVENTUALLY_EQUAL(ledger.bytes(), 0);
}

SIGNALBOX_EPOLL_TEST_MAIN(tst_SlowReaders)

#include "tst_slowreaders.moc"
