// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/limits/authguard.h"

#include <QTest>

using namespace Signalbox;
using namespace std::chrono_literals;

namespace {

const AuthGuard::Clock::time_point Start{1000h};

QHostAddress address(const char *text)
{
    return QHostAddress(QLatin1String(text));
}

} // namespace

class tst_AuthGuard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsAfterTheBurst();
    void whatCounts_data();
    void whatCounts();
    void whoSharesALimit_data();
    void whoSharesALimit();
};

void tst_AuthGuard::waitsAfterTheBurst()
{
    AuthGuard guard;
    const QHostAddress guesser = address("192.0.2.1");
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(guard.wait(guesser, Start), 0ms);
        guard.noteFailure(guesser, AuthFailure::Invalid, Start);
    }
    const std::chrono::milliseconds wait = guard.wait(guesser, Start);
    QVERIFY2(wait > 5s && wait <= 6100ms, "ten a minute are one in six seconds");
    QCOMPARE(guard.wait(address("192.0.2.2"), Start), 0ms);
    // Waiting is what helps; asking costs nothing.
    QVERIFY(guard.wait(guesser, Start + 3s) > 0ms);
    QCOMPARE(guard.wait(guesser, Start + 7s), 0ms);
    guard.noteFailure(guesser, AuthFailure::Invalid, Start + 7s);
    QVERIFY(guard.wait(guesser, Start + 7s) > 0ms);
}

void tst_AuthGuard::whatCounts_data()
{
    QTest::addColumn<int>("failure");
    QTest::addColumn<bool>("counts");
    QTest::newRow("missing") << int(AuthFailure::Missing) << false;
    QTest::newRow("invalid") << int(AuthFailure::Invalid) << true;
    QTest::newRow("expired") << int(AuthFailure::Expired) << false;
    QTest::newRow("revoked") << int(AuthFailure::Revoked) << true;
}

void tst_AuthGuard::whatCounts()
{
    QFETCH(int, failure);
    AuthGuard guard({1, 1});
    guard.noteFailure(address("192.0.2.1"), AuthFailure(failure), Start);
    QTEST(guard.wait(address("192.0.2.1"), Start) > 0ms, "counts");
}

void tst_AuthGuard::whoSharesALimit_data()
{
    QTest::addColumn<bool>("shares"); // with what the row's name says
    const auto row = [](const char *pair, bool shares) { QTest::newRow(pair) << shares; };
    row("192.0.2.1 192.0.2.1", true);
    row("192.0.2.1 192.0.2.2", false);
    row("192.0.2.1 ::ffff:192.0.2.1", true);
    row("2001:db8:1:2::1 2001:db8:1:2:ffff::9", true);
    row("2001:db8:1:2::1 2001:db8:1:3::1", false);
    row("::1 127.0.0.1", false);
}

void tst_AuthGuard::whoSharesALimit()
{
    const QList<QByteArray> pair = QByteArray(QTest::currentDataTag()).split(' ');
    AuthGuard guard({1, 1});
    guard.noteFailure(address(pair.at(0).constData()), AuthFailure::Invalid, Start);
    QTEST(guard.wait(address(pair.at(1).constData()), Start) > 0ms, "shares");
}

QTEST_APPLESS_MAIN(tst_AuthGuard)
#include "tst_authguard.moc"
