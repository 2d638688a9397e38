// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/socketio/acknowledge.h"

#include "tests/server/socketio/testclient.h"
#include "tests/server/socketio/testserver.h"

#include <QJsonObject>
#include <QTest>

using namespace Signalbox;
using SocketIo::Acknowledge;
using SocketIo::Arguments;
using SocketIo::Socket;

class tst_Acknowledge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nobodyAsked();
    void defaultConstructedDoesNothing();
    void answers_data();
    void answers();
    void answersOnce();
    void answersLater();
    void harmlessOnceTheClientHasLeft();

private:
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestClient> m_client;
    QList<Acknowledge> m_acks; ///< of the events called "ask"
};

void tst_Acknowledge::init()
{
    m_acks.clear();
    m_server = std::make_unique<TestServer>();
    for (const char *nsp : {"/", "/chat"}) {
        m_server->of(nsp).on("ask", [this](Socket &, const Arguments &, const Acknowledge &ack) {
            m_acks.append(ack);
        });
    }
    m_client = std::make_unique<TestClient>();
    QVERIFY(!m_client->enter(m_server->port()).isEmpty());
}

void tst_Acknowledge::cleanup()
{
    m_client.reset();
    m_server.reset();
}

void tst_Acknowledge::nobodyAsked()
{
    m_client->send("2[\"ask\"]");
    m_client->send("23[\"ask\"]");
    QTRY_COMPARE(m_acks.size(), 2);
    QVERIFY(!m_acks.at(0));
    QVERIFY(bool(m_acks.at(1)));
    m_acks.at(0)();
    m_acks.at(1)();
    QCOMPARE(m_client->text(), QByteArray("33[]"));
}

void tst_Acknowledge::defaultConstructedDoesNothing()
{
    const Acknowledge ack;
    QVERIFY(!ack);
    ack();
    ack(QJsonObject());
}

void tst_Acknowledge::answers_data()
{
    QTest::addColumn<QByteArray>("nsp");
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("main, zero") << QByteArray() << QByteArray("0");
    QTest::newRow("main, large") << QByteArray() << QByteArray("4294967296");
    QTest::newRow("namespace") << QByteArray("/chat,") << QByteArray("12");
}

void tst_Acknowledge::answers()
{
    QFETCH(QByteArray, nsp);
    QFETCH(QByteArray, id);
    if (!nsp.isEmpty()) {
        m_client->send('0' + nsp);
        QVERIFY(m_client->text().startsWith('0' + nsp));
    }
    m_client->send('2' + nsp + id + "[\"ask\"]");
    QTRY_COMPARE(m_acks.size(), 1);
    m_acks.first()(QJsonObject{{QStringLiteral("ok"), true}});
    QCOMPARE(m_client->text(), '3' + nsp + id + "[{\"ok\":true}]");
}

void tst_Acknowledge::answersOnce()
{
    m_client->send("21[\"ask\"]");
    m_client->send("22[\"ask\"]");
    QTRY_COMPARE(m_acks.size(), 2);
    const Acknowledge copy = m_acks.first();
    copy(Arguments() << 1);
    QVERIFY(!m_acks.first());
    m_acks.first()(Arguments() << 2);
    m_acks.last()();
    QCOMPARE(m_client->text(), QByteArray("31[1]"));
    QCOMPARE(m_client->text(), QByteArray("32[]"));
}

void tst_Acknowledge::answersLater()
{
    m_client->send("21[\"ask\"]");
    m_client->send("22[\"ask\"]");
    QTRY_COMPARE(m_acks.size(), 2);
    m_acks.last()(Arguments() << QStringLiteral("second"));
    m_acks.first()(Arguments() << QStringLiteral("first"));
    QCOMPARE(m_client->text(), QByteArray("32[\"second\"]"));
    QCOMPARE(m_client->text(), QByteArray("31[\"first\"]"));
}

void tst_Acknowledge::harmlessOnceTheClientHasLeft()
{
    m_client->send("21[\"ask\"]");
    QTRY_COMPARE(m_acks.size(), 1);
    m_client->send("1");
    QTRY_VERIFY(m_server->of("/").sockets().isEmpty());
    m_acks.first()(Arguments() << 1);
    m_client->send("0"); // another socket of the same client is not answered in its place
    QVERIFY(m_client->text().startsWith("0{\"sid\""));
}

QTEST_GUILESS_MAIN(tst_Acknowledge)
#include "tst_acknowledge.moc"
