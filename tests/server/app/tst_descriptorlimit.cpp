// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/descriptorlimit.h"

#include <QTest>

#include <algorithm>
#include <sys/resource.h>

using namespace Signalbox;

class tst_DescriptorLimit final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void raisesSoftToHard();
};

void tst_DescriptorLimit::raisesSoftToHard()
{
    rlimit limit = {};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &limit), 0);
    const rlim_t hard = limit.rlim_max;
    limit.rlim_cur = std::min<rlim_t>(100, hard);
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &limit), 0);

    QCOMPARE(raiseDescriptorLimit(), quint64(hard));
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &limit), 0);
    QCOMPARE(limit.rlim_cur, hard);
    QCOMPARE(raiseDescriptorLimit(), quint64(hard));
}

QTEST_APPLESS_MAIN(tst_DescriptorLimit)
#include "tst_descriptorlimit.moc"
