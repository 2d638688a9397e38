// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/credentials/runningcredentials.h"

#include "common/auth/authenticator.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Signalbox;

namespace {

/// A server's credentials, from its start to the next.
struct World
{
    World() { options.dataFolder = folder.filePath(QStringLiteral("data")); }

    /// As a process that starts anew.
    [[nodiscard]] bool restart()
    {
        running = std::make_unique<RunningCredentials>(authenticator, [this] { ++changes; });
        return reload();
    }
    [[nodiscard]] bool reload()
    {
        const Result<Credentials> credentials = Credentials::of(options);
        if (credentials)
            running->apply(options, *credentials);
        return credentials.has_value();
    }
    [[nodiscard]] QByteArray issue() const
    {
        Jwt::Claims claims;
        claims.user = "alice";
        claims.expiresAt = std::chrono::system_clock::now() + std::chrono::hours(1);
        return authenticator.issue(claims).value_or(QByteArray());
    }
    [[nodiscard]] bool takes(const QByteArray &token) const
    {
        return authenticator.authenticate(token).has_value();
    }

    QTemporaryDir folder;
    Options options;
    Authenticator authenticator;
    std::unique_ptr<RunningCredentials> running;
    int changes = 0;
};

} // namespace

class tst_RunningCredentials final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rotates();
    void doesNotRotateWhatWasGiven();
    void cutShortRotation();
    void setsStaticToken();
    void givenTokenWinsAtTheNextStart();
    void refusesStaticToken_data();
    void refusesStaticToken();
    void brokenFile();
    void filesArePrivate();
};

void tst_RunningCredentials::rotates()
{
    World world;
    QVERIFY(world.restart());
    const QByteArray first = world.issue();
    QVERIFY(world.takes(first));
    const auto identity = world.authenticator.authenticate(first);
    QVERIFY(world.running->rotateSigningKey());
    QCOMPARE(world.changes, 1);
    const QByteArray second = world.issue();
    QVERIFY2(world.takes(first), "until it expires");
    QVERIFY(world.authenticator.knows(*identity));
    QVERIFY(world.takes(second));
    QVERIFY(world.restart());
    QVERIFY(world.takes(first) && world.takes(second));

    QVERIFY(world.running->rotateSigningKey());
    QVERIFY2(!world.takes(first), "of the key before the one before");
    QVERIFY(!world.authenticator.knows(*identity));
    QVERIFY(world.takes(second) && world.takes(world.issue()));
    QVERIFY(world.reload());
    QVERIFY(!world.takes(first) && world.takes(second));
}

void tst_RunningCredentials::doesNotRotateWhatWasGiven()
{
    World world;
    world.options.jwtSecrets = {QByteArray(32, 'k')};
    QVERIFY(world.restart());
    const QByteArray token = world.issue();
    const Result<void> rotated = world.running->rotateSigningKey();
    QVERIFY(!rotated);
    QCOMPARE(rotated.error().code, ErrorCode::BadRequest);
    QCOMPARE(world.changes, 0);
    QVERIFY(world.takes(token));
}

/// The old one is kept before there is a new one: a crash between the two loses nothing.
void tst_RunningCredentials::cutShortRotation()
{
    World world;
    QVERIFY(world.restart());
    const QByteArray token = world.issue();
    QVERIFY(QFile::copy(world.options.dataFolder + QStringLiteral("/jwt-secret"),
                        world.options.dataFolder + QStringLiteral("/jwt-secret-previous")));
    QVERIFY(world.restart());
    QVERIFY(world.takes(token) && world.takes(world.issue()));
    QCOMPARE(JwtSecret::of(world.options)->secrets.size(), 1);
}

void tst_RunningCredentials::setsStaticToken()
{
    World world;
    QVERIFY(world.restart());
    QVERIFY(!world.authenticator.hasStaticTokens());
    QVERIFY(world.running->setStaticToken("open sesame"));
    QCOMPARE(world.changes, 1);
    QVERIFY(world.takes("open sesame"));
    QVERIFY(world.reload());
    QVERIFY2(world.takes("open sesame"), "SIGHUP does not take it back");
    QVERIFY(world.restart());
    QVERIFY(world.takes("open sesame"));
    QVERIFY(!world.takes("open"));
    const QDir data(world.options.dataFolder);
    for (const QString &name : data.entryList(QDir::Files)) {
        QFile file(data.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("sesame"), "a hash only");
    }
    QVERIFY(world.running->setStaticToken("another"));
    QVERIFY(!world.takes("open sesame") && world.takes("another"));
    QVERIFY(world.running->setStaticToken({}));
    QVERIFY(!world.takes("another"));
    QVERIFY(world.restart());
    QVERIFY(!world.authenticator.hasStaticTokens());
    QVERIFY2(world.running->setStaticToken({}), "there is none to be removed");
}

void tst_RunningCredentials::givenTokenWinsAtTheNextStart()
{
    World world;
    world.options.authTokens = {"given"};
    QVERIFY(world.restart());
    QVERIFY(world.running->setStaticToken("console"));
    QVERIFY(world.takes("console") && !world.takes("given"));
    QVERIFY(world.reload());
    QVERIFY2(world.takes("console"), "nobody has given another one");
    QVERIFY(world.restart());
    QVERIFY(!world.takes("console") && world.takes("given"));

    QVERIFY(world.running->setStaticToken("console"));
    world.options.authTokens = {"given later"};
    QVERIFY(world.reload());
    QVERIFY(!world.takes("console") && world.takes("given later"));
}

void tst_RunningCredentials::refusesStaticToken_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("space at its end") << QByteArray("a ");
    QTest::newRow("control") << QByteArray("a\nb");
    QTest::newRow("long") << QByteArray(Authenticator::MaxTokenBytes + 1, 'x');
}

void tst_RunningCredentials::refusesStaticToken()
{
    QFETCH(QByteArray, token);
    World world;
    QVERIFY(world.restart());
    const Result<void> set = world.running->setStaticToken(token);
    QVERIFY(!set);
    QCOMPARE(set.error().code, ErrorCode::BadRequest);
    QVERIFY(!world.authenticator.hasStaticTokens());
    QCOMPARE(world.changes, 0);
}

void tst_RunningCredentials::brokenFile()
{
    World world;
    QVERIFY(world.restart());
    QFile file(world.options.dataFolder + QStringLiteral("/static-token"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("sha256:0123\n");
    file.close();
    QVERIFY2(!world.reload(), "it must not mean that nothing is asked for");
}

void tst_RunningCredentials::filesArePrivate()
{
    World world;
    QVERIFY(world.restart());
    QVERIFY(world.running->rotateSigningKey());
    QVERIFY(world.running->setStaticToken("x"));
    const QDir data(world.options.dataFolder);
    QVERIFY(data.exists(QStringLiteral("jwt-secret-previous")));
    for (const QString &name : data.entryList(QDir::Files)) {
        struct stat status = {};
        QCOMPARE(::stat(QFile::encodeName(data.filePath(name)).constData(), &status), 0);
        QVERIFY2((status.st_mode & 0777) == 0600, qPrintable(name));
    }
}

QTEST_GUILESS_MAIN(tst_RunningCredentials)
#include "tst_runningcredentials.moc"
