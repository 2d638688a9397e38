// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/options/runningoptions.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Signalbox;

namespace {

/// The options of a process whose file is at hand.
struct Process
{
    explicit Process(const QByteArray &content, const QStringList &more = {},
                     const QProcessEnvironment &environment = {})
        : isWritten(write(content))
        , parser(QStringList{QStringLiteral("signalboxd"), QStringLiteral("--config"), path()}
                     + more,
                 environment)
        , running(parser, *parser.parse(), [this](const Options &options) -> Result<void> {
            if (isStuck)
                return fail(ErrorCode::Io, QStringLiteral("stuck"));
            applied.append(options);
            return {};
        })
    { }

    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("a.ini")); }
    bool write(const QByteArray &content) const
    {
        QFile file(path());
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }
    [[nodiscard]] Setting setting(const QByteArray &name) const
    {
        const QList<Setting> all = running.settings();
        const auto found = std::find_if(all.cbegin(), all.cend(),
                                        [&](const Setting &s) { return s.name == name; });
        return found == all.cend() ? Setting() : *found;
    }

    QTemporaryDir folder;
    bool isWritten;
    bool isStuck = false;
    QList<Options> applied;
    OptionsParser parser;
    RunningOptions running;
};

} // namespace

class tst_RunningOptions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allOptionsAreTold();
    void sourcesAndValues();
    void secretsAreCounted();
    void secretsThatAreNotSet();
    void changes_data();
    void changes();
    void refused_data();
    void refused();
    void changeThatCannotBeApplied();
    void reloadKeepsWhatNobodySpeaksOf();
    void failedReloadChangesNothing();
};

void tst_RunningOptions::allOptionsAreTold()
{
    const Process process("port=1\n");
    QVERIFY(process.isWritten);
    const QList<Setting> settings = process.running.settings();
    QVERIFY(settings.size() > 30);
    for (const Setting &setting : settings) {
        QVERIFY2(!setting.description.isEmpty(), setting.name.constData());
        QVERIFY2(!setting.source.isEmpty(), setting.name.constData());
        if (setting.isEditable) {
            QVERIFY2(!setting.needsRestart, setting.name.constData());
            // What is shown is what one may write.
            Process other("");
            const QString value = setting.value.isEmpty() ? setting.defaultValue : setting.value;
            if (setting.name != "trusted-proxy" && setting.name != "default-rooms") // none
                QVERIFY2(other.running.change(setting.name, value), setting.name.constData());
        }
    }
    QVERIFY(process.setting("port").needsRestart);
    QVERIFY(process.setting("help").name.isEmpty());
    QVERIFY(process.setting("redis-url").name.isEmpty());
}

void tst_RunningOptions::sourcesAndValues()
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("WS_MAX_RECENT_EVENTS"), QStringLiteral("7"));
    environment.insert(QStringLiteral("LOG_LEVEL"), QStringLiteral("error"));
    const Process process("port=1\nlog-level=debug\nallowed-origin=https://a.example\n"
                          "allowed-origin=https://b.example\ncommand-rate=5\n",
                          {QStringLiteral("--ping-interval"), QStringLiteral("500ms")},
                          environment);
    QCOMPARE(process.setting("port").source, process.path());
    QCOMPARE(process.setting("port").value, QStringLiteral("1"));
    QCOMPARE(process.setting("port").defaultValue, QStringLiteral("8001"));
    QCOMPARE(process.setting("max-recent-events").source, QStringLiteral("environment"));
    QCOMPARE(process.setting("max-recent-events").value, QStringLiteral("7"));
    QCOMPARE(process.setting("log-level").value, QStringLiteral("error"));
    QCOMPARE(process.setting("log-level").defaultValue, QStringLiteral("info"));
    QCOMPARE(process.setting("ping-interval").source, QStringLiteral("command line"));
    QCOMPARE(process.setting("ping-interval").value, QStringLiteral("500ms"));
    QCOMPARE(process.setting("allowed-origin").value,
             QStringLiteral("https://a.example, https://b.example"));
    QCOMPARE(process.setting("command-rate").value, QStringLiteral("5:2048"));
    QCOMPARE(process.setting("host").value, QStringLiteral("127.0.0.1, ::1"));
    QCOMPARE(process.setting("host").source, QStringLiteral("default"));
    QCOMPARE(process.setting("require-auth").value, QStringLiteral("false"));
}

void tst_RunningOptions::secretsAreCounted()
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("SIGNALBOX_ADMIN_TOKEN"),
                       QStringLiteral("admin-secret-0123"));
    environment.insert(QStringLiteral("JWT_SECRET"), QString(40, u'j'));
    const Process process("auth-token=first-secret-0123\nauth-token=second-secret-0123\n", {},
                          environment);
    QVERIFY(process.setting("auth-token").value.startsWith(QStringLiteral("2 token")));
    QVERIFY(process.setting("admin-token").value.startsWith(QStringLiteral("1 token")));
    QVERIFY(process.setting("jwt-secret").value.startsWith(QStringLiteral("1 secret")));
    for (const char *name : {"auth-token", "admin-token", "jwt-secret"})
        QCOMPARE(process.setting(name).defaultValue, QStringLiteral("not set"));
    for (const Setting &setting : process.running.settings()) {
        for (const QString &text : {setting.value, setting.defaultValue, setting.source}) {
            QVERIFY(!text.contains(QStringLiteral("secret-0123")));
            QVERIFY(!text.contains(QStringLiteral("jjj")));
        }
    }
}

void tst_RunningOptions::secretsThatAreNotSet()
{
    const QTemporaryDir folder;
    QFile tokens(folder.filePath(QStringLiteral("tokens")));
    QVERIFY(tokens.open(QIODevice::WriteOnly));
    tokens.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    QVERIFY(tokens.write("first-secret-0123\nsecond-secret-0123\n") > 0);
    tokens.close();
    const Process process("auth-token-file=" + tokens.fileName().toUtf8() + '\n', {}, {});
    for (const char *name : {"auth-token", "admin-token", "jwt-secret"}) {
        const Setting setting = process.setting(name);
        QCOMPARE(setting.value, QStringLiteral("not set"));
        QCOMPARE(setting.defaultValue, setting.value); // or it looked as if somebody had set it
        QCOMPARE(setting.source, QStringLiteral("default"));
    }
    QCOMPARE(process.setting("auth-token-file").value, tokens.fileName());
}

void tst_RunningOptions::changes_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("shown");
    QTest::newRow("log level") << QByteArray("log-level") << "debug"
                               << "debug";
    QTest::newRow("log format") << QByteArray("log-format") << "JSON"
                                << "json";
    QTest::newRow("command rate") << QByteArray("command-rate") << "7:70"
                                  << "7:70";
    QTest::newRow("publish rate") << QByteArray("publish-rate") << "9"
                                  << "9:9";
    QTest::newRow("rooms") << QByteArray("max-rooms") << "3"
                           << "3";
    QTest::newRow("origins") << QByteArray("allowed-origin")
                             << "https://a.example, https://b.example"
                             << "https://a.example, https://b.example";
    QTest::newRow("proxies") << QByteArray("trusted-proxy") << "10.0.0.0/8"
                             << "10.0.0.0/8";
    QTest::newRow("default rooms") << QByteArray("default-rooms") << "project:*, agent:7"
                                   << "project:*, agent:7";
}

void tst_RunningOptions::changes()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, value);
    QFETCH(QString, shown);
    Process process("port=1\n");
    const Result<void> changed = process.running.change(name, value);
    QVERIFY2(changed, changed ? "" : qPrintable(changed.error().message));
    QCOMPARE(process.applied.size(), qsizetype(1));
    QCOMPARE(process.setting(name).value, shown);
    QCOMPARE(process.setting(name).source, QStringLiteral("console"));
    QCOMPARE(process.running.options().port, quint16(1));
}

void tst_RunningOptions::refused_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("unknown") << QByteArray("x") << "1" << ErrorCode::NotFound;
    QTest::newRow("no setting") << QByteArray("config") << "1" << ErrorCode::NotFound;
    QTest::newRow("needs a restart") << QByteArray("port") << "2" << ErrorCode::BadRequest;
    QTest::newRow("secret") << QByteArray("auth-token") << "0123456789abcdef"
                            << ErrorCode::BadRequest;
    QTest::newRow("wrong value") << QByteArray("log-level") << "loud" << ErrorCode::BadRequest;
    QTest::newRow("out of range") << QByteArray("max-rooms") << "0" << ErrorCode::BadRequest;
    QTest::newRow("empty") << QByteArray("command-rate") << "" << ErrorCode::BadRequest;
    QTest::newRow("one of a list is wrong")
        << QByteArray("allowed-origin") << "https://a.example, b" << ErrorCode::BadRequest;
}

void tst_RunningOptions::refused()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, value);
    QFETCH(ErrorCode, code);
    Process process("port=1\n");
    const Result<void> changed = process.running.change(name, value);
    QVERIFY(!changed);
    QCOMPARE(changed.error().code, code);
    QCOMPARE(changed.error().field, QString::fromLatin1(name));
    QVERIFY(process.applied.isEmpty());
    QVERIFY(process.setting(name).source != QStringLiteral("console"));
}

void tst_RunningOptions::changeThatCannotBeApplied()
{
    Process process("port=1\n");
    process.isStuck = true;
    QCOMPARE(process.running.change("max-rooms", QStringLiteral("3")).error().code, ErrorCode::Io);
    QCOMPARE(process.setting("max-rooms").value, QStringLiteral("1024"));
    QCOMPARE(process.setting("max-rooms").source, QStringLiteral("default"));
}

void tst_RunningOptions::reloadKeepsWhatNobodySpeaksOf()
{
    Process process("port=1\nlog-level=warning\n");
    QVERIFY(process.running.change("log-level", QStringLiteral("debug")));
    QVERIFY(process.running.change("max-rooms", QStringLiteral("3")));
    QVERIFY(process.write("port=2\nlog-level=warning\nlog-format=json\n"));
    const Result<ReloadedOptions> reloaded = process.running.reload();
    QVERIFY(reloaded);
    QCOMPARE(reloaded->needRestart, QStringList{QStringLiteral("--port")});
    QCOMPARE(process.setting("log-level").value, QStringLiteral("warning"));
    QCOMPARE(process.setting("log-level").source, process.path());
    QCOMPARE(process.setting("log-format").source, process.path());
    QCOMPARE(process.setting("max-rooms").value, QStringLiteral("3"));
    QCOMPARE(process.setting("max-rooms").source, QStringLiteral("console"));
    QCOMPARE(process.setting("port").value, QStringLiteral("1"));
    QCOMPARE(process.applied.constLast().maxRooms, qsizetype(3));
}

void tst_RunningOptions::failedReloadChangesNothing()
{
    Process process("log-level=warning\n");
    QVERIFY(process.running.change("log-level", QStringLiteral("debug")));
    QVERIFY(process.write("log-level=loud\n"));
    QVERIFY(!process.running.reload());
    QVERIFY(process.write("log-level=error\n"));
    process.isStuck = true;
    QVERIFY(!process.running.reload());
    QCOMPARE(process.setting("log-level").value, QStringLiteral("debug"));
    QCOMPARE(process.setting("log-level").source, QStringLiteral("console"));
}

QTEST_GUILESS_MAIN(tst_RunningOptions)
#include "tst_runningoptions.moc"
