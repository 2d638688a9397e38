// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/fanout/connectionregistry.h"

#include "common/protocol/closecode.h"

#include <QSignalSpy>
#include <QTest>

using namespace Signalbox;

class tst_ConnectionRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAndFinds();
    void tellsOpenedAndClosed();
    void placesAreKeptAndUsedAgain();
    void removalOfAStrangerIsNoClose();
    void countsSlowCloses_data();
    void countsSlowCloses();
};

namespace {

class FakeConnection final : public Connection
{
public:
    explicit FakeConnection(const QByteArray &sid) { m_info.sid = sid; }
    [[nodiscard]] const QByteArray &sid() const override { return m_info.sid; }
    [[nodiscard]] ConnectionInfo info() const override { return m_info; }
    [[nodiscard]] ConnectionActivity activity() const override { return {}; }
    [[nodiscard]] qsizetype subscriptionCount() const override { return 0; }
    void close(quint16, const QByteArray &) override { }

private:
    ConnectionInfo m_info;
};

} // namespace

void tst_ConnectionRegistry::countsAndFinds()
{
    ConnectionRegistry registry;
    FakeConnection a("a");
    FakeConnection b("b");
    registry.add(a);
    registry.add(b);
    QCOMPARE(registry.count(), qsizetype(2));
    QCOMPARE(registry.find("a"), &a);
    QCOMPARE(registry.find("c"), nullptr);
    registry.remove(a.info(), {1000, "gone"});
    QCOMPARE(registry.count(), qsizetype(1));
    QCOMPARE(registry.total(), quint64(2));
    QCOMPARE(registry.all(), QList<Connection *>{&b});
}

void tst_ConnectionRegistry::tellsOpenedAndClosed()
{
    ConnectionRegistry registry;
    QSignalSpy opened(&registry, &ConnectionRegistry::connectionOpened);
    QSignalSpy closed(&registry, &ConnectionRegistry::connectionClosed);
    FakeConnection a("a");
    registry.add(a);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.at(0).at(0).value<ConnectionInfo>().sid, QByteArray("a"));
    registry.remove(a.info(), {4403, "because"});
    QCOMPARE(closed.size(), 1);
    QCOMPARE(closed.at(0).at(0).value<ConnectionInfo>().sid, QByteArray("a"));
    QCOMPARE(closed.at(0).at(1).value<CloseReason>().code, quint16(4403));
    QCOMPARE(closed.at(0).at(1).value<CloseReason>().text, QByteArray("because"));
}

void tst_ConnectionRegistry::placesAreKeptAndUsedAgain()
{
    ConnectionRegistry registry;
    FakeConnection a("a");
    FakeConnection b("b");
    FakeConnection c("c");
    QSignalSpy opened(&registry, &ConnectionRegistry::connectionOpened);
    QSignalSpy closed(&registry, &ConnectionRegistry::connectionClosed);
    registry.add(a);
    registry.add(b);
    const auto place = opened.at(0).at(1).value<quint32>();
    QCOMPARE(registry.at(place), &a);
    registry.remove(a.info(), {});
    QCOMPARE(closed.at(0).at(2).value<quint32>(), place);
    QCOMPARE(registry.at(place), nullptr);
    QCOMPARE(registry.find("b"), &b);
    registry.add(c);
    QCOMPARE(registry.at(place), &c);
    QCOMPARE(registry.placeCount(), quint32(2));
    QCOMPARE(registry.find("a"), nullptr);
}

void tst_ConnectionRegistry::removalOfAStrangerIsNoClose()
{
    ConnectionRegistry registry;
    QSignalSpy closed(&registry, &ConnectionRegistry::connectionClosed);
    registry.remove(FakeConnection("a").info(), {CloseCode::SlowConsumer, "slow"});
    QCOMPARE(closed.size(), 0);
    QCOMPARE(registry.slowCloses(), quint64(0));
}

void tst_ConnectionRegistry::countsSlowCloses_data()
{
    QTest::addColumn<quint16>("code");
    QTest::addColumn<quint64>("slowCloses");
    QTest::newRow("normal") << CloseCode::Normal << quint64(0);
    QTest::newRow("slow") << CloseCode::SlowConsumer << quint64(1);
    QTest::newRow("forbidden") << CloseCode::Forbidden << quint64(0);
}

void tst_ConnectionRegistry::countsSlowCloses()
{
    QFETCH(quint16, code);
    ConnectionRegistry registry;
    FakeConnection a("a");
    registry.add(a);
    registry.remove(a.info(), {code, {}});
    QTEST(registry.slowCloses(), "slowCloses");
}

QTEST_APPLESS_MAIN(tst_ConnectionRegistry)
#include "tst_connectionregistry.moc"
