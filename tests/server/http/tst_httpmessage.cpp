// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/httpmessage.h"

#include <QJsonDocument>
#include <QTest>

using namespace Signalbox;

class TestHttpMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesJson();
    void namesErrors_data();
    void namesErrors();
    void tellsFieldAndIndex();
    void knowsReasons_data();
    void knowsReasons();
};

void TestHttpMessage::writesJson()
{
    const HttpResponse bytes = HttpResponse::json(QByteArrayLiteral("[1.0]"), 202);
    QCOMPARE(bytes.status, 202);
    QCOMPARE(bytes.type, "application/json");
    QCOMPARE(bytes.body, "[1.0]"); // as given
    const HttpResponse object = HttpResponse::json(QJsonObject{{QStringLiteral("a"), 1}});
    QCOMPARE(object.status, 200);
    QCOMPARE(object.body, "{\"a\":1}");
}

void TestHttpMessage::namesErrors_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("challenges");
    QTest::newRow("bad request") << ErrorCode::BadRequest << 400 << QByteArray("bad_request")
                                 << false;
    QTest::newRow("credential missing")
        << ErrorCode::AuthRequired << 401 << QByteArray("auth_required") << true;
    QTest::newRow("credential wrong")
        << ErrorCode::InvalidToken << 401 << QByteArray("invalid_token") << true;
    QTest::newRow("forbidden") << ErrorCode::Forbidden << 403 << QByteArray("forbidden") << false;
    QTest::newRow("too large") << ErrorCode::PayloadTooLarge << 413
                               << QByteArray("payload_too_large") << false;
    QTest::newRow("reserved") << ErrorCode::ReservedType << 422 << QByteArray("reserved_type")
                              << false;
    QTest::newRow("emergency") << ErrorCode::Emergency << 503 << QByteArray("emergency") << false;
}

void TestHttpMessage::namesErrors()
{
    QFETCH(const ErrorCode, code);
    const HttpResponse response = HttpResponse::error(code, QStringLiteral("why \"so\""));
    QTEST(response.status, "status");
    QCOMPARE(response.type, "application/json");
    const QJsonObject error =
        QJsonDocument::fromJson(response.body).object().value(QLatin1String("error")).toObject();
    QTEST(error.value(QLatin1String("code")).toString().toLatin1(), "text");
    QCOMPARE(error.value(QLatin1String("message")).toString(), QStringLiteral("why \"so\""));
    QCOMPARE(error.size(), 2); // neither field nor index
    bool challenges = false;
    for (const auto &header : response.headers)
        challenges = challenges || header.first == "WWW-Authenticate";
    QTEST(challenges, "challenges"); // RFC 9110, 15.5.2: a 401 must have one
}

void TestHttpMessage::tellsFieldAndIndex()
{
    const HttpResponse response = HttpResponse::error(
        Error{ErrorCode::InvalidEvent, QStringLiteral("bad"), QStringLiteral("data.x"), 0});
    const QJsonObject error =
        QJsonDocument::fromJson(response.body).object().value(QLatin1String("error")).toObject();
    QCOMPARE(error.value(QLatin1String("field")).toString(), QStringLiteral("data.x"));
    QCOMPARE(error.value(QLatin1String("index")).toInt(-1), 0);
}

void TestHttpMessage::knowsReasons_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("phrase");
    QTest::newRow("200") << 200 << QByteArray("OK");
    QTest::newRow("413") << 413 << QByteArray("Content Too Large");
    QTest::newRow("431") << 431 << QByteArray("Request Header Fields Too Large");
    QTest::newRow("unknown: empty") << 299 << QByteArray();
}

void TestHttpMessage::knowsReasons()
{
    QFETCH(const int, status);
    QTEST(HttpResponse::reasonPhrase(status), "phrase");
}

QTEST_APPLESS_MAIN(TestHttpMessage)

#include "tst_httpmessage.moc"
