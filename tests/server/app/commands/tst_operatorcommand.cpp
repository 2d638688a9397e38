// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/auth/authenticator.h"
#include "server/app/credentials/jwtkeys.h"
#include "server/app/server.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Signalbox;

// The commands as an operator gives them: run by the program itself.

namespace {

struct Run
{
    int exitCode = -1;
    QByteArray output;
    QByteArray message;
};

QByteArray lineOf(const QByteArray &text, const char *name)
{
    for (const QByteArray &line : text.split('\n')) {
        if (line.startsWith(QByteArray(name) + ':'))
            return line.sliced(qsizetype(qstrlen(name)) + 1).trimmed();
    }
    return "no such line";
}

} // namespace

class tst_OperatorCommand final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void issue();
    void issueWithEverything();
    void issueUsesTheSecretOfTheServer();
    void issueFailed_data();
    void issueFailed();
    void inspectValid();
    void inspectNotValid_data();
    void inspectNotValid();
    void inspectShowsNoControls();
    void inspectWithoutASecret();
    void inspectForeign();
    void inspectFailed_data();
    void inspectFailed();
    void listAndRevokeInTheFile();
    void listAndRevokeAtTheServer();
    void listAndRevokeFailed();
    void checkConfig();
    void checkConfigOfAll();
    void checkConfigOfLists();
    void checkConfigFailed_data();
    void checkConfigFailed();
    void checkConfigMakesNothing();
    void help_data();
    void help();

private:
    Run run(const QStringList &arguments, const QByteArray &input = {},
            const QStringList &assignments = {});
    Run run(const char *arguments, const QByteArray &input = {})
    {
        return run(QString::fromUtf8(arguments).split(u' ', Qt::SkipEmptyParts), input);
    }
    QByteArray issued(const char *arguments) { return run(arguments).output.trimmed(); }
    QString write(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()
            || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            return {};
        return file.fileName();
    }
    [[nodiscard]] QString dataFolder() const { return m_folder->filePath(QStringLiteral("data")); }
    /// What a server with the data folder's secret takes \a token for.
    [[nodiscard]] tl::expected<Identity, AuthFailure> identityOf(const QByteArray &token) const
    {
        Options options;
        options.dataFolder = dataFolder();
        Authenticator authenticator;
        authenticator.setOwnKeys(JwtKeys::of(options, JwtSecret::IfMissing::LeaveOut)->own);
        return authenticator.authenticate(token);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_OperatorCommand::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

Run tst_OperatorCommand::run(const QStringList &arguments, const QByteArray &input,
                             const QStringList &assignments)
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("HOME"), m_folder->path());
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("SIGNALBOX_DATA_DIR"), dataFolder());
    for (const QString &assignment : assignments)
        environment.insert(assignment.section(u'=', 0, 0), assignment.section(u'=', 1));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(SIGNALBOXD), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(30'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void tst_OperatorCommand::issue()
{
    const Run first = run("token issue --sub alice");
    QCOMPARE(first.exitCode, 0);
    const QRegularExpression form(QStringLiteral("^[\\w-]+\\.[\\w-]+\\.[\\w-]+\n$"));
    QVERIFY2(form.match(QString::fromLatin1(first.output)).hasMatch(), "the token, alone");
    QVERIFY2(first.message.contains("made the secret"), first.message.constData());

    const auto identity = identityOf(first.output.trimmed());
    QVERIFY(identity.has_value());
    QCOMPARE(identity->user, QByteArray("alice"));
    QCOMPARE(identity->scopes, Scopes(Scope::Subscribe));
    QVERIFY(!identity->rooms);
    const auto left = *identity->expiresAt - std::chrono::system_clock::now();
    QVERIFY(left > std::chrono::minutes(58) && left <= std::chrono::hours(1));

    const Run second = run("token issue --sub alice");
    QVERIFY(!second.message.contains("made the secret"));
    QVERIFY2(second.message.contains(identityOf(second.output.trimmed())->tokenId),
             "what to revoke it by");
    QVERIFY(second.output != first.output);
    QVERIFY(!second.message.contains(second.output.trimmed()));
}

void tst_OperatorCommand::issueWithEverything()
{
    const Run result = run("token issue --sub=ci --room project:7 --room agent:*,global --scope "
                           "publish --scope subscribe --ttl 90s --name laptop");
    QCOMPARE(result.exitCode, 0);
    QVERIFY(result.message.contains("(laptop)"));
    const auto identity = identityOf(result.output.trimmed());
    QVERIFY(identity.has_value());
    QCOMPARE(*identity->rooms, (QList<QByteArray>{"project:7", "agent:*", "global"}));
    QCOMPARE(identity->scopes, Scope::Subscribe | Scope::Publish);
    QVERIFY(*identity->expiresAt <= std::chrono::system_clock::now() + std::chrono::seconds(90));
}

void tst_OperatorCommand::issueUsesTheSecretOfTheServer()
{
    const QString first = write(QStringLiteral("first"), QByteArray(40, 'a') + '\n');
    const QString second = write(QStringLiteral("second"), QByteArray(40, 'b'));
    const QString config = write(QStringLiteral("signalbox.ini"),
                                 "jwt-secret-file=" + first.toUtf8() + "\njwt-secret-file="
                                     + second.toUtf8() + "\njwt-algorithm=HS512\n");
    const QStringList issue{QStringLiteral("token"), QStringLiteral("issue"),
                            QStringLiteral("--sub"), QStringLiteral("a")};
    const QByteArray token = run(issue + QStringList{QStringLiteral("--config"), config}).output;
    QVERIFY(!QFile::exists(dataFolder()));
    Jwt::KeySet keys;
    keys.algorithm = Jwt::Algorithm::HS512;
    keys.keys = {QByteArray(40, 'a')};
    QVERIFY(Jwt::verify(token.trimmed(), keys).has_value());

    const QByteArray other =
        run(issue, {}, {QStringLiteral("JWT_SECRET=") + QString(32, u'e')}).output;
    keys.algorithm = Jwt::Algorithm::HS256;
    keys.keys = {QByteArray(32, 'e')};
    QVERIFY(Jwt::verify(other.trimmed(), keys).has_value());
}

void tst_OperatorCommand::issueFailed_data()
{
    QTest::addColumn<QByteArray>("message"); // how it starts
    const auto row = [](const char *arguments, const char *message) {
        QTest::newRow(arguments) << QByteArray(message);
    };
    row("", "token needs issue, inspect, list or revoke");
    row("renew", "token needs issue, inspect, list or revoke");
    row("issue", "token issue needs --sub USER");
    row("issue --sub", "--sub needs a value");
    row("issue --sub=", "--sub : must be 1-255 bytes");
    row("issue --sub a*", "--sub a*: must be 1-255 bytes");
    row("issue --sub a --sub b", "--sub was given twice");
    row("issue --sub a b", "unexpected argument 'b'");
    row("issue --sub a --room proj*", "--room proj*: must be a room");
    row("issue --sub a --room=", "--room needs a value");
    row("issue --sub a --scope root", "--scope root: must be subscribe");
    row("issue --sub a --ttl 60", "--ttl 60: must be a time such as 90s");
    row("issue --sub a --ttl 366d", "--ttl 366d: must be a time such as 90s");
    row("issue --sub a --nonsense", "unknown option --nonsense");
    row("issue --sub a --port x", "--port x: must be a whole number");
    row("issue --sub a --env production", "production needs");
    row("issue --sub a --jwt-secret-file /dev/null", "--jwt-secret-file /dev/null:");
}

void tst_OperatorCommand::issueFailed()
{
    QFETCH(QByteArray, message);
    const Run result = run((QByteArray("token ") + QTest::currentDataTag()).constData());
    QVERIFY(result.exitCode == 1 || result.exitCode == 2);
    QCOMPARE(result.exitCode == 1, message.contains("/dev/null"));
    QVERIFY(result.output.isEmpty());
    QVERIFY2(result.message.startsWith("signalboxd: " + message), result.message.constData());
    QCOMPARE(result.message.count('\n'), 1);
    QVERIFY2(!QFile::exists(dataFolder()), "nothing is made for nothing");
}

void tst_OperatorCommand::inspectValid()
{
    const QByteArray token = issued("token issue --sub alice --room project:7 --scope publish");
    for (const Run &result :
         {run(("token inspect " + token).constData()), run("token inspect -", token + '\n')}) {
        QCOMPARE(result.exitCode, 0);
        QVERIFY(result.message.isEmpty());
        QVERIFY(result.output.startsWith("valid"));
        for (const char *part : {"\"alice\"", "[\"project:7\"]", "\"publish\"", "\"HS256\"", "Z)"})
            QVERIFY2(result.output.contains(part), part);
        QVERIFY2(!result.output.contains(token.sliced(token.lastIndexOf('.') + 1)),
                 "the signature is left out");
    }
}

void tst_OperatorCommand::inspectNotValid_data()
{
    QTest::addColumn<QByteArray>("token"); // "@": a good one
    QTest::addColumn<QByteArray>("shows");
    QTest::newRow("another signature") << QByteArray("@x") << QByteArray("\"alice\"");
    QTest::newRow("no signature") << QByteArray("@.") << QByteArray("no JWT");
    QTest::newRow("text") << QByteArray("text") << QByteArray("no JWT");
    QTest::newRow("dots") << QByteArray("..") << QByteArray("no JWT");
    QTest::newRow("unsigned") << "eyJhbGciOiJub25lIn0."
            + QByteArray(R"({"iss":"signalbox","exp":9999999999})")
                  .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
            + '.' << QByteArray("9999999999  (2286-11-20T17:46:39Z)");
}

void tst_OperatorCommand::inspectNotValid()
{
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, shows);
    token.replace('@', issued("token issue --sub alice"));
    const Run result = run("token inspect -", token);
    QCOMPARE(result.exitCode, 1);
    QVERIFY2(result.output.startsWith("not valid: "), result.output.constData());
    QVERIFY2(result.output.contains(shows), result.output.constData());
}

void tst_OperatorCommand::inspectShowsNoControls()
{
    const auto part = [](const QByteArray &json) {
        return json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    // DEL and C1 may stand in JSON as they are; so may what turns the direction of writing.
    const Run result =
        run("token inspect -",
            part("{}") + '.' + part("{\"sub\":\"\x7f\xc2\x9b\xe2\x80\xae\"}") + ".x");
    QCOMPARE(result.exitCode, 1);
    QVERIFY(result.output.contains("sub"));
    for (const char *hostile : {"\x7f", "\xc2\x9b", "\xe2\x80\xae"})
        QVERIFY(!result.output.contains(hostile));
}

void tst_OperatorCommand::inspectWithoutASecret()
{
    const QByteArray token = issued("token issue --sub alice");
    QVERIFY(QDir(dataFolder()).removeRecursively());
    const Run result = run(("token inspect " + token).constData());
    QCOMPARE(result.exitCode, 1);
    QVERIFY2(result.output.contains("there is no JWT secret yet"), result.output.constData());
    QVERIFY(!QFile::exists(dataFolder()));
}

void tst_OperatorCommand::inspectForeign()
{
    const QByteArray secret(32, 's');
    Jwt::Claims claims;
    claims.issuer = "https://id.example";
    claims.user = "bob";
    claims.tokenId = "7";
    claims.scopes = Scope::Subscribe;
    claims.expiresAt = std::chrono::system_clock::now() + std::chrono::hours(1);
    const QByteArray token =
        Jwt::sign(claims, Jwt::Algorithm::HS256, secret).value_or(QByteArray());
    const QStringList inspect{QStringLiteral("token"), QStringLiteral("inspect"),
                              QString::fromLatin1(token)};
    QCOMPARE(run(inspect).exitCode, 1);
    const QStringList known{QStringLiteral("--jwt-secret-file"),
                            write(QStringLiteral("secret"), secret)};
    QCOMPARE(run(inspect + known).exitCode, 0);
    QCOMPARE(run(inspect + known + QStringList{QStringLiteral("--jwt-issuer=https://id.example")})
                 .exitCode,
             0);
    QCOMPARE(run(inspect + known + QStringList{QStringLiteral("--jwt-issuer=https://id")}).exitCode,
             1);
}

void tst_OperatorCommand::inspectFailed_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("token inspect") << QByteArray("token inspect needs one token");
    QTest::newRow("token inspect a b") << QByteArray("token inspect needs one token");
    QTest::newRow("token inspect -") << QByteArray("there is no token");
    QTest::newRow("token inspect a --sub b") << QByteArray("token inspect needs one token");
    QTest::newRow("token inspect a --port x") << QByteArray("--port x: must be");
}

void tst_OperatorCommand::inspectFailed()
{
    QFETCH(QByteArray, message);
    const Run result = run(QTest::currentDataTag());
    QCOMPARE(result.exitCode, 2);
    QVERIFY(result.output.isEmpty());
    QVERIFY2(result.message.startsWith("signalboxd: " + message), result.message.constData());
}

void tst_OperatorCommand::listAndRevokeInTheFile()
{
    const QStringList options{QStringLiteral("--port"), QStringLiteral("0")}; // nobody listens
    const auto runToken = [&](const QStringList &arguments) {
        return run(QStringList{QStringLiteral("token")} + arguments + options);
    };
    const Run nothing = runToken({QStringLiteral("list")});
    QCOMPARE(nothing.exitCode, 0);
    QVERIFY(nothing.output.startsWith("ID ") && nothing.output.count('\n') == 1);
    QVERIFY2(!QFile::exists(dataFolder() + QStringLiteral("/tokens.db")), "looking makes nothing");

    QVERIFY(QDir().mkpath(dataFolder()));
    const Run revoked = runToken({QStringLiteral("revoke"), QStringLiteral("--id=--odd")});
    QVERIFY2(revoked.exitCode == 0, revoked.message.constData());
    QVERIFY(revoked.output.isEmpty());
    QVERIFY(revoked.message.contains("token --odd is revoked"));
    QVERIFY(revoked.message.contains("no server answers"));
    const Run listed = runToken({QStringLiteral("list")});
    QCOMPARE(listed.exitCode, 0);
    QVERIFY(listed.output.contains("--odd"));
    QVERIFY(listed.output.contains("revoked"));
    QVERIFY(listed.message.contains("tokens.db"));
}

void tst_OperatorCommand::listAndRevokeAtTheServer()
{
    Options options;
    options.hosts = {QHostAddress(QHostAddress::LocalHost)};
    options.port = 0;
    options.dataFolder = dataFolder();
    Logger logger;
    const Result<Credentials> credentials = Credentials::of(options);
    QVERIFY(credentials.has_value());
    Server server(options, *credentials, logger);
    QSignalSpy started(&server, &Server::started);
    server.start();
    QTRY_COMPARE(started.size(), 1);
    const QStringList port{QStringLiteral("--port"), started.first().first().toString()};
    std::optional<IssuedToken> issued;
    TokenOrder order;
    order.user = "alice";
    order.name = QStringLiteral("laptop");
    server.hubOperator().issueToken(order, this, [&](const Result<IssuedToken> &answer) {
        QVERIFY(answer.has_value());
        issued = *answer;
    });
    QTRY_VERIFY(issued.has_value());

    const Run listed = run(QStringList{QStringLiteral("token"), QStringLiteral("list")} + port);
    QVERIFY2(listed.exitCode == 0, listed.message.constData());
    for (const char *text : {issued->record.id.constData(), "alice", "laptop", "active"})
        QVERIFY2(listed.output.contains(text), listed.output.constData());
    QVERIFY(listed.message.isEmpty());
    const QString id = QStringLiteral("--id=") + QString::fromLatin1(issued->record.id);
    const Run revoked =
        run(QStringList{QStringLiteral("token"), QStringLiteral("revoke"), id} + port);
    QVERIFY2(revoked.exitCode == 0, revoked.message.constData());
    QVERIFY(!revoked.message.contains("no server"));
    std::optional<bool> isRevoked;
    server.hubOperator().requestTokens(this, [&](const Result<QList<TokenRecord>> &tokens) {
        isRevoked = tokens && tokens->first().revokedAt;
    });
    QTRY_VERIFY(isRevoked.has_value());
    QVERIFY(*isRevoked);

    const Run odd = run(QStringList{QStringLiteral("token"), QStringLiteral("revoke"),
                                    QStringLiteral("urn:a/b c%2F?#")}
                        + port);
    QVERIFY2(odd.exitCode == 0, odd.message.constData());
    const Run again = run(QStringList{QStringLiteral("token"), QStringLiteral("list")} + port);
    QVERIFY2(again.output.contains("urn:a/b c%2F?#"), again.output.constData());

    const Run wrong = run(QStringList{QStringLiteral("token"), QStringLiteral("list")} + port, {},
                          {QStringLiteral("SIGNALBOX_ADMIN_TOKEN=wrong")});
    QCOMPARE(wrong.exitCode, 1);
    QVERIFY2(wrong.message.contains("does not take the admin token"), wrong.message.constData());
}

void tst_OperatorCommand::listAndRevokeFailed()
{
    QCOMPARE(run("token revoke --port 0").exitCode, 2);
    QCOMPARE(run("token revoke --port 0 a b").exitCode, 2);
    QCOMPARE(run("token list --port 0 a").exitCode, 2);
    QCOMPARE(run("token list --port x").exitCode, 2);
    QVERIFY(QDir().mkpath(dataFolder()));
    QVERIFY(!write(QStringLiteral("data/tokens.db"), QByteArray(5'000, 'x')).isEmpty());
    const Run broken = run("token list --port 0");
    QCOMPARE(broken.exitCode, 1);
    QVERIFY2(broken.message.contains("tokens.db"), broken.message.constData());
}

void tst_OperatorCommand::checkConfig()
{
    const Run result = run("check-config");
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

void tst_OperatorCommand::checkConfigOfAll()
{
    const QByteArray secret = "s3cret-s3cret-s3cret-s3cret-s3cret";
    const QString secretFile = write(QStringLiteral("secret"), secret);
    const QString tokens = write(QStringLiteral("tokens"), "t0ken-t0ken-t0ken\nt0ken-t0ken-too\n");
    const QString config = write(QStringLiteral("signalbox.ini"),
                                 "env=production\nauth-token-file=" + tokens.toUtf8()
                                     + "\njwt-secret-file=" + secretFile.toUtf8()
                                     + "\njwt-issuer=https://id.example\nport=0\n"
                                       "default-rooms=project:* agent:*\nallow-anonymous=true\n"
                                       "publish-rate=5:10\ntrusted-proxy=10.0.0.0/8\n");
    const Run result = run({QStringLiteral("check-config"), QStringLiteral("--config"), config}, {},
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

void tst_OperatorCommand::checkConfigOfLists()
{
    QByteArray secrets;
    QByteArray tokens;
    for (const char *name : {"1", "2", "3"}) {
        const QString file = QLatin1String(name);
        secrets += ',' + write(QStringLiteral("secret") + file, QByteArray(32, *name)).toUtf8();
        tokens += ',' + write(QStringLiteral("tokens") + file, QByteArray(16, *name)).toUtf8();
    }
    const QByteArray lines = "jwt-secret-file=" + secrets.sliced(1)
        + "\nauth-token-file=" + tokens.sliced(1)
        + "\nhost=127.0.0.1, ::1\nallowed-origin=https://a.example,https://b.example\n"
          "trusted-proxy=10.0.0.0/8,::1\ndefault-rooms=project:*,agent:7\n";
    const QString config = write(QStringLiteral("signalbox.ini"), lines);
    const Run result = run({QStringLiteral("check-config"), QStringLiteral("--config"), config});
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

void tst_OperatorCommand::checkConfigFailed_data()
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

void tst_OperatorCommand::checkConfigFailed()
{
    QFETCH(QByteArray, message);
    const Run result = run((QByteArray("check-config ") + QTest::currentDataTag()).constData());
    QCOMPARE(result.exitCode, 2);
    QVERIFY(result.output.isEmpty());
    QVERIFY2(result.message.startsWith("signalboxd: " + message), result.message.constData());
    QCOMPARE(result.message.count('\n'), 1);
}

void tst_OperatorCommand::checkConfigMakesNothing()
{
    QCOMPARE(run("check-config").exitCode, 0);
    QVERIFY(!QFile::exists(dataFolder()));

    // What is there counts: a secret of the data folder, and the emergency.
    QVERIFY(!issued("token issue --sub a").isEmpty());
    const QString emergency = QStringLiteral("data/emergency.json");
    QVERIFY(
        !write(emergency, R"({"state":"tripped","since":"2025-01-01T00:00:00.000Z"})").isEmpty());
    const Run tripped = run("check-config");
    QVERIFY(lineOf(tripped.output, "emergency").startsWith("tripped"));
    QCOMPARE(lineOf(tripped.output, "own JWTs"), "HS256, " + dataFolder().toUtf8() + "/jwt-secret");
    QVERIFY(!write(emergency, "{}").isEmpty());
    QCOMPARE(run("check-config").exitCode, 2);
    QVERIFY(QFile::remove(m_folder->filePath(emergency)));
    QVERIFY(!write(QStringLiteral("data/jwt-secret"), "short").isEmpty());
    QCOMPARE(run("check-config").exitCode, 2);
}

void tst_OperatorCommand::help_data()
{
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("--help") << QByteArray("check-config");
    QTest::newRow("token --help") << QByteArray("--ttl");
    QTest::newRow("token issue --help") << QByteArray("not stand in GET /api/v1/tokens");
    QTest::newRow("token inspect -h") << QByteArray("standard input");
    QTest::newRow("check-config --help") << QByteArray("Exit code 0");
}

void tst_OperatorCommand::help()
{
    QFETCH(QByteArray, part);
    const Run result = run(QTest::currentDataTag());
    QCOMPARE(result.exitCode, 0);
    QVERIFY(result.output.startsWith("Usage: signalboxd"));
    QVERIFY(result.output.contains(part));
    for (const QByteArray &line : result.output.split('\n'))
        QVERIFY2(line.size() <= 92, line.constData());
}

QTEST_GUILESS_MAIN(tst_OperatorCommand)
#include "tst_operatorcommand.moc"
