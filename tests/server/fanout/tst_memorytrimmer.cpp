// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/fanout/memorytrimmer.h"

#include "server/fanout/connectionregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Signalbox;
using namespace std::chrono_literals;

class tst_MemoryTrimmer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fewLeaversAreNotWorthIt();
    void trimsOnceAfterARush();
    void waitsBeforeTheNext();
};

namespace {

class FakeConnection final : public Connection
{
public:
    [[nodiscard]] const QByteArray &sid() const override { return m_info.sid; }
    [[nodiscard]] ConnectionInfo info() const override { return m_info; }
    [[nodiscard]] ConnectionActivity activity() const override { return {}; }
    [[nodiscard]] qsizetype subscriptionCount() const override { return 0; }
    void close(quint16, const QByteArray &) override { }

private:
    ConnectionInfo m_info;
};

void comeAndLeave(ConnectionRegistry &registry, qsizetype count)
{
    FakeConnection connection;
    for (qsizetype i = 0; i < count; ++i) {
        registry.add(connection);
        registry.remove(connection.info(), {1000, {}});
    }
}

} // namespace

void tst_MemoryTrimmer::fewLeaversAreNotWorthIt()
{
    ConnectionRegistry registry;
    MemoryTrimmer trimmer(registry, {1ms, 1ms});
    QSignalSpy trimmed(&trimmer, &MemoryTrimmer::trimmed);
    comeAndLeave(registry, MemoryTrimmer::MinLeavers - 1);
    QVERIFY(!trimmed.wait(50));
    comeAndLeave(registry, 1);
    QTRY_COMPARE(trimmed.count(), 1);
}

void tst_MemoryTrimmer::trimsOnceAfterARush()
{
    ConnectionRegistry registry;
    MemoryTrimmer trimmer(registry, {20ms, 1ms});
    QSignalSpy trimmed(&trimmer, &MemoryTrimmer::trimmed);
    comeAndLeave(registry, 3 * MemoryTrimmer::MinLeavers);
    QTRY_COMPARE(trimmed.count(), 1);
    QVERIFY(!trimmed.wait(60));
}

void tst_MemoryTrimmer::waitsBeforeTheNext()
{
    ConnectionRegistry registry;
    MemoryTrimmer trimmer(registry, {1ms, 300ms});
    QSignalSpy trimmed(&trimmer, &MemoryTrimmer::trimmed);
    comeAndLeave(registry, MemoryTrimmer::MinLeavers);
    QTRY_COMPARE(trimmed.count(), 1);
    QElapsedTimer sinceFirst;
    sinceFirst.start();
    comeAndLeave(registry, MemoryTrimmer::MinLeavers);
    QTRY_COMPARE(trimmed.count(), 2);
    QVERIFY2(sinceFirst.elapsed() >= 200, qPrintable(QString::number(sinceFirst.elapsed())));
}

QTEST_GUILESS_MAIN(tst_MemoryTrimmer)

#include "tst_memorytrimmer.moc"
