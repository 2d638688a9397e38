// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/data/emergencyfile.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <sys/stat.h>

using namespace Signalbox;

class tst_EmergencyFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingSaved();
    void savesAndLoads_data();
    void savesAndLoads();
    void isPrivateAndAlone();
    void malformed_data();
    void malformed();
    void cannotBeWritten();

private:
    [[nodiscard]] QString folder() const { return m_folder->filePath(QStringLiteral("data")); }
    [[nodiscard]] QString path() const { return folder() + QStringLiteral("/emergency.json"); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_EmergencyFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void tst_EmergencyFile::nothingSaved()
{
    for (const QString &where : {folder(), QString()}) {
        const Result<EmergencyState> state = EmergencyFile(where).load();
        QVERIFY(state.has_value());
        QVERIFY(!state->isTripped);
        QVERIFY(!state->since.isValid());
    }
    QVERIFY(!QFile::exists(folder()));
}

void tst_EmergencyFile::savesAndLoads_data()
{
    QTest::addColumn<bool>("isTripped");
    QTest::addColumn<QString>("reason");
    QTest::newRow("tripped") << true << QStringLiteral("Fire \"drill\" \u2014 \U0001F525");
    QTest::newRow("normal") << false << QString();
    QTest::newRow("long reason") << true << QString(1000, u'\u0001');
}

void tst_EmergencyFile::savesAndLoads()
{
    QFETCH(bool, isTripped);
    QFETCH(QString, reason);
    const QDateTime since = QDateTime::currentDateTimeUtc();
    QVERIFY(EmergencyFile(folder()).save({true, QStringLiteral("before"), since}).has_value());
    const Result<void> saved = EmergencyFile(folder()).save({isTripped, reason, since});
    QVERIFY2(saved.has_value(), saved ? "" : qPrintable(saved.error().message));
    const Result<EmergencyState> state = EmergencyFile(folder()).load();
    QVERIFY2(state.has_value(), state ? "" : qPrintable(state.error().message));
    QCOMPARE(state->isTripped, isTripped);
    QCOMPARE(state->reason, reason);
    QCOMPARE(state->since, since);
}

void tst_EmergencyFile::isPrivateAndAlone()
{
    const auto modeOf = [](const QString &path) {
        struct stat status = {};
        return ::stat(qPrintable(path), &status) == 0 ? int(status.st_mode & 0777) : -1;
    };
    const mode_t mask = ::umask(0);
    for (int i = 0; i < 2; ++i)
        QVERIFY(EmergencyFile(folder()).save({true, {}, QDateTime::currentDateTimeUtc()}));
    ::umask(mask);
    QCOMPARE(modeOf(path()), 0600);
    QCOMPARE(modeOf(folder()), 0700);
    QCOMPARE(QDir(folder()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void tst_EmergencyFile::malformed_data()
{
    QTest::addColumn<QByteArray>("content");
    const auto row = [](const char *content) { QTest::newRow(content) << QByteArray(content); };
    row("");
    row("{}");
    row("[]");
    row(R"({"state":"tripped")");
    row(R"({"state":"tripped"})"); // half of it is missing
    row(R"({"state":"on","since":"2025-01-01T00:00:00.000Z"})");
    row(R"({"state":true,"since":"2025-01-01T00:00:00.000Z"})");
    row(R"({"state":"normal","since":"yesterday"})");
}

void tst_EmergencyFile::malformed()
{
    QFETCH(QByteArray, content);
    QVERIFY(QDir().mkpath(folder()));
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    const Result<EmergencyState> state = EmergencyFile(folder()).load();
    QVERIFY(!state);
    QCOMPARE(state.error().code, ErrorCode::Configuration);
    QVERIFY(state.error().message.contains(path()));
}

void tst_EmergencyFile::cannotBeWritten()
{
    const EmergencyState tripped{true, {}, QDateTime::currentDateTimeUtc()};
    // A folder that not even root can write to, and none at all.
    for (const QString &where : {QStringLiteral("/proc/self"), QString()}) {
        const Result<void> saved = EmergencyFile(where).save(tripped);
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, ErrorCode::Io);
    }
}

QTEST_APPLESS_MAIN(tst_EmergencyFile)
#include "tst_emergencyfile.moc"
