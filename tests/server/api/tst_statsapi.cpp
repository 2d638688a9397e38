// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/statsapi.h"

#include "common/protocol/closecode.h"
#include "tests/server/api/testcall.h"

#include <memory>

using namespace Signalbox;

namespace {

struct Api : TestApi
{
    explicit Api(bool requiresAuth = false, bool allowsAnonymous = false)
        : TestApi(requiresAuth, allowsAnonymous)
        , stats(context,
                [] {
                    return QHash<QByteArray, qsizetype>{{"global", 3}, {"project:7", 1}};
                })
        , operators(context, [] { return QHash<QByteArray, qsizetype>(); })
    {
        stats.addTo(router);
        operators.addTo(router);
    }

    TestConnection &add(const QByteArray &sid, const QByteArray &user, const QByteArray &transport)
    {
        ConnectionInfo info;
        info.sid = sid;
        info.user = user;
        info.transport = transport;
        clients.push_back(std::make_unique<TestConnection>(info));
        connections.add(*clients.back());
        return *clients.back();
    }

    std::vector<std::unique_ptr<TestConnection>> clients;
    StatsApi stats;
    ConnectionsApi operators;
};

} // namespace

class tst_StatsApi final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyThere();
    void figures_data();
    void figures();
    void whoSeesUsers_data();
    void whoSeesUsers();
    void disconnect();
    void disconnectRefused_data();
    void disconnectRefused();
};

void tst_StatsApi::nobodyThere()
{
    Api api;
    const QJsonObject stats = api.get("/ws/stats").json();
    QCOMPARE(stats.value(u"total_connections").toInt(-1), 0);
    QCOMPARE(stats.value(u"unique_users").toInt(-1), 0);
    QCOMPARE(stats.value(u"connections_by_user").toObject(), QJsonObject());
    QCOMPARE(stats.value(u"connections_by_transport").toObject(),
             (QJsonObject{{QStringLiteral("polling"), 0}, {QStringLiteral("websocket"), 0}}));
}

void tst_StatsApi::figures_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("short") << QByteArray("/ws/stats");
    QTest::newRow("long") << QByteArray("/api/v1/websocket/stats");
}

void tst_StatsApi::figures()
{
    QFETCH(QByteArray, path);
    Api api;
    api.add("1", "ann", "websocket");
    api.add("2", "ann", "polling");
    api.add("3", "bob", "websocket");
    api.add("4", "", "websocket");
    api.connections.remove(api.add("5", "gone", "websocket").info(), {});
    const QJsonObject stats = api.get(path).json();
    QCOMPARE(stats.value(u"total_connections").toInt(), 4);
    QCOMPARE(stats.value(u"unique_users").toInt(), 2);
    QCOMPARE(stats.value(u"connections_by_user").toObject(),
             (QJsonObject{{QStringLiteral("ann"), 2}, {QStringLiteral("bob"), 1}}));
    QCOMPARE(stats.value(u"connections_by_transport").toObject(),
             (QJsonObject{{QStringLiteral("polling"), 1}, {QStringLiteral("websocket"), 3}}));
    QCOMPARE(stats.value(u"rooms").toObject(),
             (QJsonObject{{QStringLiteral("global"), 3}, {QStringLiteral("project:7"), 1}}));
    QCOMPARE(testCall(api.port, "HEAD", path).status, 200);
    QCOMPARE(api.post(path, "{}").status, 405);
}

void tst_StatsApi::whoSeesUsers_data()
{
    QTest::addColumn<bool>("requiresAuth");
    QTest::addColumn<bool>("allowsAnonymous");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<bool>("sees");
    QTest::newRow("open") << false << false << QByteArray() << true;
    QTest::newRow("closed, nobody") << true << false << QByteArray() << false;
    QTest::newRow("closed, wrong token") << true << false << bearer("wrong") << false;
    QTest::newRow("closed, token") << true << false << bearer("subscriber") << true;
    QTest::newRow("closed, operator") << true << false << bearer("admin") << true;
    QTest::newRow("closed, but for subscribers") << true << true << QByteArray() << false;
}

void tst_StatsApi::whoSeesUsers()
{
    QFETCH(bool, requiresAuth);
    QFETCH(bool, allowsAnonymous);
    QFETCH(QByteArray, headers);
    QFETCH(bool, sees);
    Api api(requiresAuth, allowsAnonymous);
    api.add("1", "ann", "websocket");
    const TestAnswer answer = api.get("/ws/stats", headers);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json().value(u"total_connections").toInt(), 1);
    QCOMPARE(answer.json().contains(u"connections_by_user"), sees);
    QCOMPARE(answer.json().contains(u"rooms"), sees);
    QCOMPARE(answer.body.contains("ann"), sees);
}

void tst_StatsApi::disconnect()
{
    Api api;
    const TestConnection &other = api.add("other", "ann", "websocket");
    const TestConnection &client = api.add("-_sid", "ann", "websocket");
    const TestAnswer answer =
        testCall(api.port, "DELETE", "/api/v1/connections/-_sid", bearer("admin"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json(),
             (QJsonObject{{QStringLiteral("disconnected"), true},
                          {QStringLiteral("sid"), QStringLiteral("-_sid")}}));
    QCOMPARE(client.closeCode(), CloseCode::Forbidden);
    QCOMPARE(other.closeCode(), quint16(0));
}

void tst_StatsApi::disconnectRefused_data()
{
    QTest::addColumn<QByteArray>("sid");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("status");
    QTest::newRow("nobody") << QByteArray("sid") << QByteArray() << 401;
    QTest::newRow("static token") << QByteArray("sid") << bearer("subscriber") << 403;
    QTest::newRow("unknown") << QByteArray("sib") << bearer("admin") << 404;
    QTest::newRow("below") << QByteArray("sid/x") << bearer("admin") << 404;
    QTest::newRow("no sid") << QByteArray("") << bearer("admin") << 404;
}

void tst_StatsApi::disconnectRefused()
{
    QFETCH(QByteArray, sid);
    QFETCH(QByteArray, headers);
    Api api;
    const TestConnection &client = api.add("sid", "ann", "websocket");
    const TestAnswer answer = testCall(api.port, "DELETE", "/api/v1/connections/" + sid, headers);
    QTEST(answer.status, "status");
    QCOMPARE(client.closeCode(), quint16(0));
}

QTEST_GUILESS_MAIN(tst_StatsApi)
#include "tst_statsapi.moc"
