// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/mediatype.h"

#include <QTest>

using namespace Signalbox;

class tst_MediaType : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isJson_data();
    void isJson();
    void quality_data();
    void quality();
};

void tst_MediaType::isJson_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("is");
    const auto row = [](const char *type, bool is) {
        QTest::newRow(*type ? type : "(none)") << QByteArray(type) << is;
    };
    row("application/json", true);
    row("application/json; charset=utf-8", true);
    row("Application/JSON", true);
    row("  application/json ;q", true);
    row("application/cloudevents+json", true);
    row("application/problem+json; x=1", true);
    row("", false);
    row("text/plain", false);
    row("text/json", false);
    row("application/jsonp", false);
    row("application/json-seq", false);
    row("application/xml; json", false);
    row("json", false);
}

void tst_MediaType::isJson()
{
    QFETCH(QByteArray, type);
    QTEST(MediaType::isJson(type), "is");
}

void tst_MediaType::quality_data()
{
    QTest::addColumn<QByteArray>("accept");
    QTest::addColumn<int>("json");
    QTest::addColumn<int>("text");
    const auto row = [](const char *accept, int json, int text) {
        QTest::newRow(*accept ? accept : "(none)") << QByteArray(accept) << json << text;
    };
    row("", 1000, 1000);
    row(" ", 1000, 1000);
    row("*/*", 1000, 1000);
    row("application/json", 1000, 0);
    row("text/plain", 0, 1000);
    row("application/json, text/plain, */*", 1000, 1000); // axios
    row("text/plain;version=0.0.4;q=0.5,*/*;q=0.1", 100, 500); // Prometheus
    row("application/json;q=0.2, text/*;q=0.7", 200, 700);
    row("text/*;q=0.7, text/plain;q=0.1", 0, 100);
    row("text/plain;q=0.1, text/*;q=0.7", 0, 100);
    row("*/*;q=0.3, application/*;q=0.6", 600, 300);
    row("text/html", 0, 0);
    row("TEXT/Plain ; Q=0.25", 0, 250);
    row("text/plain;q=0", 0, 0);
    row("*/*, text/plain;q=0", 1000, 0);
    row("text/plain;q=1.000", 0, 1000);
    row("text/plain;q=0.001", 0, 1);
    row("text/plain;q=2", 0, 0);
    row("text/plain;q=-1", 0, 0);
    row("text/plain;q=nan", 0, 0);
    row("text/plain;q=x", 0, 0);
    row("text/plain;q=", 0, 0);
    row(",,text/plain,", 0, 1000);
    row(";q=1", 0, 0);
}

void tst_MediaType::quality()
{
    QFETCH(QByteArray, accept);
    QTEST(MediaType::quality(accept, "application/json"), "json");
    QTEST(MediaType::quality(accept, "text/plain"), "text");
}

QTEST_APPLESS_MAIN(tst_MediaType)
#include "tst_mediatype.moc"
