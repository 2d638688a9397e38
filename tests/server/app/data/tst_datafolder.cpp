// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/credentials/admintoken.h"
#include "server/app/data/datafolder.h"

#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <memory>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace Signalbox;

namespace {

int mode(const QString &path)
{
    struct stat status = {};
    return ::stat(qPrintable(path), &status) == 0 ? int(status.st_mode & 0777) : -1;
}

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace

class tst_DataFolder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesAPrivateFolder();
    void leavesAFolderAsItIs();
    void secretIsRandomPrivateAndKept();
    void oneSecretForAll();
    void badSecretFile_data();
    void badSecretFile();
    void cannotBeMade_data();
    void cannotBeMade();
    void readOnlyFolder();
    void foreignSecret();
    void checkMakesNothing();
    void adminTokenGiven();
    void adminTokenMade();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_DataFolder::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void tst_DataFolder::makesAPrivateFolder()
{
    const Result<DataFolder> folder = DataFolder::open(path(QStringLiteral("a/b/signalbox")));
    QVERIFY(folder.has_value());
    QCOMPARE(mode(path(QStringLiteral("a/b/signalbox"))), 0700);
    QCOMPARE(folder->filePath(QStringLiteral("x")), path(QStringLiteral("a/b/signalbox/x")));
}

void tst_DataFolder::leavesAFolderAsItIs()
{
    QCOMPARE(::chmod(qPrintable(m_folder->path()), 0755), 0);
    QVERIFY(DataFolder::open(m_folder->path()).has_value());
    QCOMPARE(mode(m_folder->path()), 0755);
}

void tst_DataFolder::secretIsRandomPrivateAndKept()
{
    const QString name = QStringLiteral("admin-token");
    const Result<DataFolder> folder = DataFolder::open(m_folder->path());
    const Result<QByteArray> made = folder->secret(name);
    QVERIFY(made.has_value());
    const QRegularExpression form(QStringLiteral("^[A-Za-z0-9_-]{43}$"));
    QVERIFY(form.match(QString::fromLatin1(*made)).hasMatch());
    QCOMPARE(mode(path(name)), 0600);
    QCOMPARE(*folder->secret(name), *made);
    // Nothing else is left behind.
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{name});

    QVERIFY(QFile::remove(path(name)));
    QVERIFY(*folder->secret(name) != *made);
}

void tst_DataFolder::oneSecretForAll()
{
    const Result<DataFolder> folder = DataFolder::open(m_folder->path());
    std::array<QByteArray, 8> seen;
    std::vector<std::thread> threads;
    for (QByteArray &mine : seen) {
        threads.emplace_back([&folder, &mine] {
            mine = folder->secret(QStringLiteral("shared")).value_or(QByteArray());
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QVERIFY(!seen.front().isEmpty());
    QCOMPARE(QSet<QByteArray>(seen.begin(), seen.end()).size(), 1);
}

void tst_DataFolder::badSecretFile_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("blank") << QByteArray("\n \n");
    QTest::newRow("two") << QByteArray("one\ntwo\n");
    QTest::newRow("binary") << QByteArray("\x01\x02\x03");
}

void tst_DataFolder::badSecretFile()
{
    QFETCH(QByteArray, content);
    const QString file = path(QStringLiteral("admin-token"));
    QVERIFY(write(file, content));
    const Result<QByteArray> secret =
        DataFolder::open(m_folder->path())->secret(QStringLiteral("admin-token"));
    QVERIFY(!secret);
    QCOMPARE(secret.error().code, ErrorCode::Configuration);
    QVERIFY(secret.error().message.contains(file));
    QVERIFY(secret.error().message.endsWith(QStringLiteral("remove it to have a new one made")));
}

void tst_DataFolder::cannotBeMade_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("a file is there") << QStringLiteral("file");
    QTest::newRow("below a file") << QStringLiteral("file/folder");
    QTest::newRow("far below a file") << QStringLiteral("file/a/b");
}

void tst_DataFolder::cannotBeMade()
{
    QFETCH(QString, name);
    QVERIFY(write(path(QStringLiteral("file")), "x"));
    const Result<DataFolder> folder = DataFolder::open(path(name));
    QVERIFY(!folder);
    QCOMPARE(folder.error().code, ErrorCode::Io);
    QVERIFY2(folder.error().message.contains(path(QStringLiteral("file"))),
             qPrintable(folder.error().message));
    QVERIFY(folder.error().message.contains(QStringLiteral("--data-dir")));

    const Result<DataFolder> nowhere = DataFolder::open(QString());
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().code, ErrorCode::Io);
}

void tst_DataFolder::readOnlyFolder()
{
    // A folder that not even root can write to.
    const Result<QByteArray> secret =
        DataFolder::open(QStringLiteral("/proc/self"))->secret(QStringLiteral("admin-token"));
    QVERIFY(!secret);
    QCOMPARE(secret.error().code, ErrorCode::Io);
    QVERIFY(
        secret.error().message.startsWith(QStringLiteral("cannot write /proc/self/admin-token: ")));
}

void tst_DataFolder::foreignSecret()
{
    if (::geteuid() != 0)
        QSKIP("only root can give files away");
    const QString file = path(QStringLiteral("admin-token"));
    QVERIFY(write(file, "planted"));
    QCOMPARE(::chown(qPrintable(file), 12345, 12345), 0);
    const Result<QByteArray> secret =
        DataFolder::open(m_folder->path())->secret(QStringLiteral("admin-token"));
    QVERIFY(!secret);
    QCOMPARE(secret.error().code, ErrorCode::Io);
    QVERIFY(secret.error().message.contains(QStringLiteral("belongs to another user")));
}

void tst_DataFolder::checkMakesNothing()
{
    const QString folder = path(QStringLiteral("a/b"));
    QVERIFY(DataFolder::check(folder).has_value());
    QVERIFY(!DataFolder::holds(folder, QStringLiteral("admin-token")));
    QVERIFY(!DataFolder::holds({}, QStringLiteral("admin-token")));
    Options options;
    options.dataFolder = folder;
    const Result<AdminToken> missing = AdminToken::look(options);
    QVERIFY(missing.has_value());
    QVERIFY(missing->token.isEmpty());
    QCOMPARE(missing->path, folder + QStringLiteral("/admin-token"));
    QVERIFY(!QFile::exists(path(QStringLiteral("a"))));

    const Result<AdminToken> made = AdminToken::of(options);
    QVERIFY(DataFolder::holds(folder, QStringLiteral("admin-token")));
    QCOMPARE(AdminToken::look(options)->token, made->token);

    QVERIFY(write(path(QStringLiteral("file")), "x"));
    for (const QString &bad :
         {QString(), path(QStringLiteral("file")), path(QStringLiteral("file/x"))}) {
        const Result<void> checked = DataFolder::check(bad);
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, ErrorCode::Io);
    }
}

void tst_DataFolder::adminTokenGiven()
{
    Options options;
    options.adminToken = "given";
    options.dataFolder = path(QStringLiteral("never-made"));
    const Result<AdminToken> admin = AdminToken::of(options);
    QVERIFY(admin.has_value());
    QCOMPARE(admin->token, QByteArray("given"));
    QVERIFY(admin->path.isEmpty());
    QVERIFY(!QFile::exists(options.dataFolder));
}

void tst_DataFolder::adminTokenMade()
{
    Options options;
    options.dataFolder = path(QStringLiteral("made"));
    const Result<AdminToken> admin = AdminToken::of(options);
    QVERIFY(admin.has_value());
    QCOMPARE(admin->token.size(), 43);
    QCOMPARE(admin->path, path(QStringLiteral("made/admin-token")));
    QCOMPARE(AdminToken::of(options)->token, admin->token);
}

QTEST_APPLESS_MAIN(tst_DataFolder)
#include "tst_datafolder.moc"
