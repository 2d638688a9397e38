// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/clientpage.h"

#include "tests/server/api/testcall.h"

#include <QTest>

using namespace Signalbox;

class tst_ClientPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servesThePage();
    void rootLeadsThere();
};

void tst_ClientPage::servesThePage()
{
    TestApi api(true);
    ClientPage::addTo(api.router);
    const TestAnswer answer = api.get("/client");
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.headers.value("content-type").startsWith("text/html"));
    QVERIFY(answer.body.contains("<title>"));
    const TestAnswer head = testCall(api.port, "HEAD", "/client");
    QCOMPARE(head.status, 200);
    QVERIFY(head.body.isEmpty());
}

void tst_ClientPage::rootLeadsThere()
{
    TestApi api;
    ClientPage::addTo(api.router);
    const TestAnswer answer = api.get("/");
    QVERIFY(answer.status >= 301 && answer.status <= 308);
    QVERIFY(answer.headers.value("location").endsWith("client"));
}

QTEST_GUILESS_MAIN(tst_ClientPage)
#include "tst_clientpage.moc"
