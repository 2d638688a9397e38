// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/monitor/statussampler.h"

#include "common/hub/eventhub.h"
#include "server/fanout/connectionregistry.h"
#include "server/limits/authguard.h"
#include "server/net/queueledger.h"

#include <QTest>

using namespace Signalbox;

class tst_StatusSampler final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWaitsForManyCountsOnce();
};

void tst_StatusSampler::whatWaitsForManyCountsOnce()
{
    const EventHub hub;
    const ConnectionRegistry connections;
    QueueLedger sendQueues;
    const AuthGuard authGuard;
    StatusSampler sampler(hub, connections, sendQueues, authGuard, {});
    const auto queued = [&sampler] { return sampler.sample().queuedBytes; };
    QCOMPARE(queued(), qint64(0));

    const QByteArray frame(1000, 'x');
    const QByteArray other(24, 'y');
    sendQueues.add(frame);
    sendQueues.add(frame);
    QCOMPARE(queued(), qint64(1000));
    sendQueues.add(other);
    QCOMPARE(queued(), qint64(1024));

    sendQueues.remove(frame);
    QCOMPARE(queued(), qint64(1024));
    sendQueues.remove(frame);
    sendQueues.remove(other);
    QCOMPARE(queued(), qint64(0));
}

QTEST_GUILESS_MAIN(tst_StatusSampler)
#include "tst_statussampler.moc"
