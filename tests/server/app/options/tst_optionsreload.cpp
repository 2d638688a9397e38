// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/options/optionsparser.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Signalbox;

class tst_OptionsReload final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingChanged();
    void reloadableOptions();
    void goneFromTheFile();
    void needRestart();
    void badFileIsAnError_data();
    void badFileIsAnError();
    void rotatedTokenFile();
    void rotatedJwtSecret();
    void productionStaysClosed_data();
    void productionStaysClosed();
    void commandLineStaysStronger();

private:
    bool write(const QString &name, const QByteArray &content)
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size()
            && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    bool configure(const QByteArray &content)
    {
        return write(QStringLiteral("signalbox.ini"), content);
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] OptionsParser parser(const QStringList &more = {}) const
    {
        return {QStringList{QStringLiteral("signalboxd"), QStringLiteral("--config"),
                            path(QStringLiteral("signalbox.ini"))}
                    + more,
                QProcessEnvironment()};
    }

    QTemporaryDir m_folder;
};

void tst_OptionsReload::init()
{
    QVERIFY(configure("port=1\nlog-level=info\nauth-token=0123456789abcdef\n"));
}

void tst_OptionsReload::nothingChanged()
{
    const Options running = parser().parse()->options;
    const Result<ReloadedOptions> reloaded = parser().reload(running);
    QVERIFY(reloaded.has_value());
    QVERIFY(reloaded->needRestart.isEmpty());
    QVERIFY(reloaded->warnings.isEmpty());
    QCOMPARE(reloaded->options.authTokens, running.authTokens);
}

void tst_OptionsReload::reloadableOptions()
{
    const Options running = parser().parse()->options;
    QVERIFY(configure("port=1\nlog-level=debug\nlog-format=json\nauth-token=fedcba9876543210\n"
                      "allowed-origin=https://a.example\ntrusted-proxy=10.0.0.1\n"));
    const Result<ReloadedOptions> reloaded = parser().reload(running);
    QVERIFY(reloaded.has_value());
    QVERIFY(reloaded->needRestart.isEmpty());
    const Options &options = reloaded->options;
    QCOMPARE(options.logLevel, LogLevel::Debug);
    QCOMPARE(options.logFormat, LogFormat::Json);
    QCOMPARE(options.authTokens, QList<QByteArray>{"fedcba9876543210"});
    QCOMPARE(options.allowedOrigins, QList<QByteArray>{"https://a.example"});
    QCOMPARE(options.trustedProxies, QList<QByteArray>{"10.0.0.1"});
}

void tst_OptionsReload::goneFromTheFile()
{
    QVERIFY(configure("log-level=debug\nallowed-origin=https://a.example\nauth-token=abc\n"));
    const Options running = parser().parse()->options;
    QVERIFY(configure(""));
    const Result<ReloadedOptions> reloaded = parser().reload(running);
    QVERIFY(reloaded.has_value());
    QCOMPARE(reloaded->options.logLevel, LogLevel::Info);
    QCOMPARE(reloaded->options.allowedOrigins, QList<QByteArray>{"*"});
    QVERIFY(reloaded->options.authTokens.isEmpty());
}

void tst_OptionsReload::needRestart()
{
    const Options running = parser().parse()->options;
    QVERIFY(configure("port=2\nmax-payload=3000\nlog-level=debug\nauth-token=0123456789abcdef\n"));
    const Result<ReloadedOptions> reloaded = parser().reload(running);
    QVERIFY(reloaded.has_value());
    QCOMPARE(reloaded->needRestart,
             (QStringList{QStringLiteral("--port"), QStringLiteral("--max-payload")}));
    QCOMPARE(reloaded->options.port, quint16(1));
    QCOMPARE(reloaded->options.maxPayload, running.maxPayload);
    QCOMPARE(reloaded->options.logLevel, LogLevel::Debug);
}

void tst_OptionsReload::badFileIsAnError_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("malformed") << QByteArray("port");
    QTest::newRow("unknown key") << QByteArray("prot=1");
    QTest::newRow("wrong value of an option that is not reloadable") << QByteArray("port=x");
    QTest::newRow("not available") << QByteArray("redis-url=x");
}

void tst_OptionsReload::badFileIsAnError()
{
    QFETCH(QByteArray, content);
    const Options running = parser().parse()->options;
    QVERIFY(configure("log-level=debug\n" + content));
    QVERIFY(!parser().reload(running));
    QVERIFY(QFile::remove(path(QStringLiteral("signalbox.ini"))));
    QVERIFY(!parser().reload(running));
}

void tst_OptionsReload::rotatedTokenFile()
{
    const QString tokens = path(QStringLiteral("tokens"));
    const OptionsParser rotating = parser({QStringLiteral("--auth-token-file"), tokens});
    QVERIFY(write(QStringLiteral("tokens"), "first-token-0123"));
    const Options running = rotating.parse()->options;
    QVERIFY(write(QStringLiteral("tokens"), "second-token-0123"));
    QCOMPARE(rotating.reload(running)->options.authTokens, QList<QByteArray>{"second-token-0123"});
    QVERIFY(write(QStringLiteral("tokens"), "# none"));
    QVERIFY(!rotating.reload(running));
}

void tst_OptionsReload::rotatedJwtSecret()
{
    const QString file = path(QStringLiteral("secret"));
    const OptionsParser rotating = parser({QStringLiteral("--jwt-secret-file"), file});
    QVERIFY(write(QStringLiteral("secret"), QByteArray(32, 'a')));
    const Options running = rotating.parse()->options;
    QVERIFY(write(QStringLiteral("secret"), QByteArray(32, 'b')));
    const Result<ReloadedOptions> reloaded = rotating.reload(running);
    QCOMPARE(reloaded->options.jwtSecrets, QList<QByteArray>{QByteArray(32, 'b')});
    QVERIFY(reloaded->needRestart.isEmpty());
    QVERIFY(write(QStringLiteral("secret"), QByteArray(31, 'b')));
    QVERIFY(!rotating.reload(running));
}

void tst_OptionsReload::productionStaysClosed_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("isAccepted");
    QTest::newRow("tokens gone") << QByteArray("env=production") << false;
    QTest::newRow("development without tokens") << QByteArray("env=development") << false;
    QTest::newRow("development with tokens")
        << QByteArray("env=development\nrequire-auth=no\nauth-token=fedcba9876543210") << true;
}

void tst_OptionsReload::productionStaysClosed()
{
    QFETCH(QByteArray, content);
    QFETCH(bool, isAccepted);
    QVERIFY(configure("env=production\nauth-token=0123456789abcdef"));
    const Options running = parser().parse()->options;
    QVERIFY(configure(content));
    const Result<ReloadedOptions> reloaded = parser().reload(running);
    QCOMPARE(reloaded.has_value(), isAccepted);
    if (!isAccepted)
        return;
    QCOMPARE(reloaded->options.environment, Environment::Production);
    QVERIFY(reloaded->options.requireAuth);
    QVERIFY(reloaded->options.allowedOrigins.isEmpty());
    QCOMPARE(reloaded->needRestart,
             (QStringList{QStringLiteral("--env"), QStringLiteral("--require-auth")}));
}

void tst_OptionsReload::commandLineStaysStronger()
{
    const OptionsParser quiet = parser({QStringLiteral("--log-level=error")});
    const Options running = quiet.parse()->options;
    QVERIFY(configure("log-level=debug\nport=1"));
    QCOMPARE(quiet.reload(running)->options.logLevel, LogLevel::Error);
}

QTEST_APPLESS_MAIN(tst_OptionsReload)
#include "tst_optionsreload.moc"
