// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/app/commands/commandline.h"

#include <QTest>

#include <memory>

using namespace Signalbox;
using namespace Signalbox::Test;

namespace {

QByteArray lineOf(const QByteArray &text, const char *name)
{
    for (const QByteArray &line : text.split('\n')) {
        if (line.startsWith(QByteArray(name) + ':'))
            return line.sliced(qsizetype(qstrlen(name)) + 1).trimmed();
    }
    return "no such line";
}

} // namespace

class tst_CheckConfigCommand final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_commandLine = std::make_unique<CommandLine>(); }
    void checkConfig();
    void checkConfigOfAll();
    void checkConfigOfLists();
    void checkConfigFailed_data();
    void checkConfigFailed();
    void checkConfigMakesNothing();

private:
    std::unique_ptr<CommandLine> m_commandLine;
};

void tst_CheckConfigCommand::checkConfig()
{
    const Run result = m_commandLine->run("check-config");
    QCOMPARE(result.exitCode, 0);
    QVERIFY(result.message.isEmpty());
    QCOMPARE(lineOf(result.output, "environment"), QByteArray("development"));
    QCOMPARE(lineOf(result.output, "listens on"), QByteArray("127.0.0.1 ::1, port 8001"));
    QCOMPARE(lineOf(result.output, "authentication"), QByteArray("not required"));
    QCOMPARE(lineOf(result.output, "JWTs of others"), QByteArray("none"));
    QCOMPARE(lineOf(result.output, "command rate"), QByteArray("50:2048"));
    QCOMPARE(lineOf(result.output, "publish rate"), QByteArray("unlimited"));
    QCOMPARE(lineOf(result.output, "emergency"), QByteArray("normal"));
    QVERIFY(lineOf(result.output, "admin token").startsWith("will be made: "));
}

void tst_CheckConfigCommand::checkConfigOfAll()
{
    const QByteArray secret = "s3cret-s3cret-s3cret-s3cret-s3cret";
    const QString secretFile = m_commandLine->write(QStringLiteral("secret"), secret);
    const QString tokens =
        m_commandLine->write(QStringLiteral("tokens"), "t0ken-t0ken-t0ken\nt0ken-t0ken-too\n");
    const QString config =
        m_commandLine->write(QStringLiteral("signalbox.ini"),
                             "env=production\nauth-token-file=" + tokens.toUtf8()
                                 + "\njwt-secret-file=" + secretFile.toUtf8()
                                 + "\njwt-issuer=https://id.example\nport=0\n"
                                   "default-rooms=project:* agent:*\nallow-anonymous=true\n"
                                   "publish-rate=5:10\ntrusted-proxy=10.0.0.0/8\n");
    const Run result =
        m_commandLine->run({QStringLiteral("check-config"), QStringLiteral("--config"), config}, {},
                           {QStringLiteral("SIGNALBOX_ADMIN_TOKEN=adm1n-adm1n-adm1n")});
    QVERIFY2(result.exitCode == 0, result.message.constData());
    QCOMPARE(lineOf(result.output, "environment"), QByteArray("production"));
    QCOMPARE(lineOf(result.output, "listens on"), QByteArray("::, port 0"));
    QCOMPARE(lineOf(result.output, "allowed origins"), QByteArray("none"));
    QCOMPARE(lineOf(result.output, "trusted proxies"), QByteArray("10.0.0.0/8"));
    QCOMPARE(lineOf(result.output, "authentication"), QByteArray("required, but not to subscribe"));
    QCOMPARE(lineOf(result.output, "auth tokens"), QByteArray("2"));
    QCOMPARE(lineOf(result.output, "admin token"), QByteArray("given"));
    QCOMPARE(lineOf(result.output, "own JWTs"), QByteArray("HS256, given"));
    QVERIFY(lineOf(result.output, "JWTs of others").contains("issuer: https://id.example"));
    QCOMPARE(lineOf(result.output, "default rooms"), QByteArray("project:* agent:*"));
    QCOMPARE(lineOf(result.output, "publish rate"), QByteArray("5:10"));
    QVERIFY2(lineOf(result.output, "warning").contains("can be guessed"), "one is short");
    for (const char *hidden : {"s3cret", "t0ken-", "adm1n"})
        QVERIFY2(!result.output.contains(hidden), hidden);
}

void tst_CheckConfigCommand::checkConfigOfLists()
{
    QByteArray secrets;
    QByteArray tokens;
    for (const char *name : {"1", "2", "3"}) {
        const QString file = QLatin1String(name);
        secrets += ','
            + m_commandLine->write(QStringLiteral("secret") + file, QByteArray(32, *name)).toUtf8();
        tokens += ','
            + m_commandLine->write(QStringLiteral("tokens") + file, QByteArray(16, *name)).toUtf8();
    }
    const QByteArray lines = "jwt-secret-file=" + secrets.sliced(1)
        + "\nauth-token-file=" + tokens.sliced(1)
        + "\nhost=127.0.0.1, ::1\nallowed-origin=https://a.example,https://b.example\n"
          "trusted-proxy=10.0.0.0/8,::1\ndefault-rooms=project:*,agent:7\n";
    const QString config = m_commandLine->write(QStringLiteral("signalbox.ini"), lines);
    const Run result =
        m_commandLine->run({QStringLiteral("check-config"), QStringLiteral("--config"), config});
    QVERIFY2(result.exitCode == 0, result.message.constData());
    QVERIFY(lineOf(result.output, "JWTs of others").contains("keys: 3,"));
    QCOMPARE(lineOf(result.output, "auth tokens"), QByteArray("3"));
    QCOMPARE(lineOf(result.output, "listens on"), QByteArray("127.0.0.1 ::1, port 8001"));
    QCOMPARE(lineOf(result.output, "allowed origins"),
             QByteArray("https://a.example https://b.example"));
    QCOMPARE(lineOf(result.output, "trusted proxies"), QByteArray("10.0.0.0/8 ::1"));
    QCOMPARE(lineOf(result.output, "default rooms"), QByteArray("project:* agent:7"));
    QVERIFY(!result.output.contains("warning"));
}

void tst_CheckConfigCommand::checkConfigFailed_data()
{
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char *arguments, const char *message) {
        QTest::newRow(arguments) << QByteArray(message);
    };
    row("--port x", "--port x: must be");
    row("x", "unexpected argument 'x'");
    row("--config /nonexistent", "cannot read /nonexistent");
    row("--env production", "production needs");
    row("--jwt-algorithm RS256", "--jwt-algorithm RS256 needs");
    row("--jwt-algorithm ES256 --jwt-public-key-file /etc/passwd", "--jwt-public-key-file: ");
    row("--data-dir /etc/passwd", "cannot write /etc/passwd");
    row("--data-dir /etc/passwd/x/y", "cannot write /etc/passwd");
    row("--redis-url x", "--redis-url is not available");
}

void tst_CheckConfigCommand::checkConfigFailed()
{
    QFETCH(QByteArray, message);
    const Run result =
        m_commandLine->run((QByteArray("check-config ") + QTest::currentDataTag()).constData());
    QCOMPARE(result.exitCode, 2);
    QVERIFY(result.output.isEmpty());
    QVERIFY2(result.message.startsWith("signalboxd: " + message), result.message.constData());
    QCOMPARE(result.message.count('\n'), 1);
}

void tst_CheckConfigCommand::checkConfigMakesNothing()
{
    QCOMPARE(m_commandLine->run("check-config").exitCode, 0);
    QVERIFY(!QFile::exists(m_commandLine->dataFolder()));

    // What is there counts: a secret of the data folder, and the emergency.
    QVERIFY(!m_commandLine->issued("token issue --sub a").isEmpty());
    const QString emergency = QStringLiteral("data/emergency.json");
    QVERIFY(!m_commandLine
                 ->write(emergency, R"({"state":"tripped","since":"2025-01-01T00:00:00.000Z"})")
                 .isEmpty());
    const Run tripped = m_commandLine->run("check-config");
    QVERIFY(lineOf(tripped.output, "emergency").startsWith("tripped"));
    QCOMPARE(lineOf(tripped.output, "own JWTs"),
             "HS256, " + m_commandLine->dataFolder().toUtf8() + "/jwt-secret");
    QVERIFY(!m_commandLine->write(emergency, "{}").isEmpty());
    QCOMPARE(m_commandLine->run("check-config").exitCode, 2);
    QVERIFY(QFile::remove(m_commandLine->filePath(emergency)));
    QVERIFY(!m_commandLine->write(QStringLiteral("data/jwt-secret"), "short").isEmpty());
    QCOMPARE(m_commandLine->run("check-config").exitCode, 2);
}

QTEST_GUILESS_MAIN(tst_CheckConfigCommand)
#include "tst_checkconfigcommand.moc"
