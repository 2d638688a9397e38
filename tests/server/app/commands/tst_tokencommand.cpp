// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/auth/authenticator.h"
#include "server/app/credentials/jwtkeys.h"
#include "server/app/server.h"
#include "tests/server/app/commands/commandline.h"

#include <QDir>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Signalbox;
using namespace Signalbox::Test;

class tst_TokenCommand final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_commandLine = std::make_unique<CommandLine>(); }
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

private:
    /// What a server with the data folder's secret takes \a token for.
    [[nodiscard]] tl::expected<Identity, AuthFailure> identityOf(const QByteArray &token) const
    {
        Options options;
        options.dataFolder = m_commandLine->dataFolder();
        Authenticator authenticator;
        authenticator.setOwnKeys(JwtKeys::of(options, JwtSecret::IfMissing::LeaveOut)->own);
        return authenticator.authenticate(token);
    }

    std::unique_ptr<CommandLine> m_commandLine;
};

void tst_TokenCommand::issue()
{
    const Run first = m_commandLine->run("token issue --sub alice");
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

    const Run second = m_commandLine->run("token issue --sub alice");
    QVERIFY(!second.message.contains("made the secret"));
    QVERIFY2(second.message.contains(identityOf(second.output.trimmed())->tokenId),
             "what to revoke it by");
    QVERIFY(second.output != first.output);
    QVERIFY(!second.message.contains(second.output.trimmed()));
}

void tst_TokenCommand::issueWithEverything()
{
    const Run result =
        m_commandLine->run("token issue --sub=ci --room project:7 --room agent:*,global --scope "
                           "publish --scope subscribe --ttl 90s --name laptop");
    QCOMPARE(result.exitCode, 0);
    QVERIFY(result.message.contains("(laptop)"));
    const auto identity = identityOf(result.output.trimmed());
    QVERIFY(identity.has_value());
    QCOMPARE(*identity->rooms, (QList<QByteArray>{"project:7", "agent:*", "global"}));
    QCOMPARE(identity->scopes, Scope::Subscribe | Scope::Publish);
    QVERIFY(*identity->expiresAt <= std::chrono::system_clock::now() + std::chrono::seconds(90));
}

void tst_TokenCommand::issueUsesTheSecretOfTheServer()
{
    const QString first = m_commandLine->write(QStringLiteral("first"), QByteArray(40, 'a') + '\n');
    const QString second = m_commandLine->write(QStringLiteral("second"), QByteArray(40, 'b'));
    const QString config =
        m_commandLine->write(QStringLiteral("signalbox.ini"),
                             "jwt-secret-file=" + first.toUtf8() + "\njwt-secret-file="
                                 + second.toUtf8() + "\njwt-algorithm=HS512\n");
    const QStringList issue{QStringLiteral("token"), QStringLiteral("issue"),
                            QStringLiteral("--sub"), QStringLiteral("a")};
    const QByteArray token =
        m_commandLine->run(issue + QStringList{QStringLiteral("--config"), config}).output;
    QVERIFY(!QFile::exists(m_commandLine->dataFolder()));
    Jwt::KeySet keys;
    keys.algorithm = Jwt::Algorithm::HS512;
    keys.keys = {QByteArray(40, 'a')};
    QVERIFY(Jwt::verify(token.trimmed(), keys).has_value());

    const QByteArray other =
        m_commandLine->run(issue, {}, {QStringLiteral("JWT_SECRET=") + QString(32, u'e')}).output;
    keys.algorithm = Jwt::Algorithm::HS256;
    keys.keys = {QByteArray(32, 'e')};
    QVERIFY(Jwt::verify(other.trimmed(), keys).has_value());
}

void tst_TokenCommand::issueFailed_data()
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

void tst_TokenCommand::issueFailed()
{
    QFETCH(QByteArray, message);
    const Run result =
        m_commandLine->run((QByteArray("token ") + QTest::currentDataTag()).constData());
    QVERIFY(result.exitCode == 1 || result.exitCode == 2);
    QCOMPARE(result.exitCode == 1, message.contains("/dev/null"));
    QVERIFY(result.output.isEmpty());
    QVERIFY2(result.message.startsWith("signalboxd: " + message), result.message.constData());
    QCOMPARE(result.message.count('\n'), 1);
    QVERIFY2(!QFile::exists(m_commandLine->dataFolder()), "nothing is made for nothing");
}

void tst_TokenCommand::inspectValid()
{
    const QByteArray token =
        m_commandLine->issued("token issue --sub alice --room project:7 --scope publish");
    for (const Run &result : {m_commandLine->run(("token inspect " + token).constData()),
                              m_commandLine->run("token inspect -", token + '\n')}) {
        QCOMPARE(result.exitCode, 0);
        QVERIFY(result.message.isEmpty());
        QVERIFY(result.output.startsWith("valid"));
        for (const char *part : {"\"alice\"", "[\"project:7\"]", "\"publish\"", "\"HS256\"", "Z)"})
            QVERIFY2(result.output.contains(part), part);
        QVERIFY2(!result.output.contains(token.sliced(token.lastIndexOf('.') + 1)),
                 "the signature is left out");
    }
}

void tst_TokenCommand::inspectNotValid_data()
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

void tst_TokenCommand::inspectNotValid()
{
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, shows);
    token.replace('@', m_commandLine->issued("token issue --sub alice"));
    const Run result = m_commandLine->run("token inspect -", token);
    QCOMPARE(result.exitCode, 1);
    QVERIFY2(result.output.startsWith("not valid: "), result.output.constData());
    QVERIFY2(result.output.contains(shows), result.output.constData());
}

void tst_TokenCommand::inspectShowsNoControls()
{
    const auto part = [](const QByteArray &json) {
        return json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    // DEL and C1 may stand in JSON as they are; so may what turns the direction of writing.
    const Run result = m_commandLine->run(
        "token inspect -",
        part("{}") + '.' + part("{\"sub\":\"\x7f\xc2\x9b\xe2\x80\xae\"}") + ".x");
    QCOMPARE(result.exitCode, 1);
    QVERIFY(result.output.contains("sub"));
    for (const char *hostile : {"\x7f", "\xc2\x9b", "\xe2\x80\xae"})
        QVERIFY(!result.output.contains(hostile));
}

void tst_TokenCommand::inspectWithoutASecret()
{
    const QByteArray token = m_commandLine->issued("token issue --sub alice");
    QVERIFY(QDir(m_commandLine->dataFolder()).removeRecursively());
    const Run result = m_commandLine->run(("token inspect " + token).constData());
    QCOMPARE(result.exitCode, 1);
    QVERIFY2(result.output.contains("there is no JWT secret yet"), result.output.constData());
    QVERIFY(!QFile::exists(m_commandLine->dataFolder()));
}

void tst_TokenCommand::inspectForeign()
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
    QCOMPARE(m_commandLine->run(inspect).exitCode, 1);
    const QStringList known{QStringLiteral("--jwt-secret-file"),
                            m_commandLine->write(QStringLiteral("secret"), secret)};
    QCOMPARE(m_commandLine->run(inspect + known).exitCode, 0);
    QCOMPARE(
        m_commandLine
            ->run(inspect + known + QStringList{QStringLiteral("--jwt-issuer=https://id.example")})
            .exitCode,
        0);
    QCOMPARE(
        m_commandLine->run(inspect + known + QStringList{QStringLiteral("--jwt-issuer=https://id")})
            .exitCode,
        1);
}

void tst_TokenCommand::inspectFailed_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("token inspect") << QByteArray("token inspect needs one token");
    QTest::newRow("token inspect a b") << QByteArray("token inspect needs one token");
    QTest::newRow("token inspect -") << QByteArray("there is no token");
    QTest::newRow("token inspect a --sub b") << QByteArray("token inspect needs one token");
    QTest::newRow("token inspect a --port x") << QByteArray("--port x: must be");
}

void tst_TokenCommand::inspectFailed()
{
    QFETCH(QByteArray, message);
    const Run result = m_commandLine->run(QTest::currentDataTag());
    QCOMPARE(result.exitCode, 2);
    QVERIFY(result.output.isEmpty());
    QVERIFY2(result.message.startsWith("signalboxd: " + message), result.message.constData());
}

void tst_TokenCommand::listAndRevokeInTheFile()
{
    const QStringList options{QStringLiteral("--port"), QStringLiteral("0")}; // nobody listens
    const auto runToken = [&](const QStringList &arguments) {
        return m_commandLine->run(QStringList{QStringLiteral("token")} + arguments + options);
    };
    const Run nothing = runToken({QStringLiteral("list")});
    QCOMPARE(nothing.exitCode, 0);
    QVERIFY(nothing.output.startsWith("ID ") && nothing.output.count('\n') == 1);
    QVERIFY2(!QFile::exists(m_commandLine->dataFolder() + QStringLiteral("/tokens.db")),
             "looking makes nothing");

    QVERIFY(QDir().mkpath(m_commandLine->dataFolder()));
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

void tst_TokenCommand::listAndRevokeAtTheServer()
{
    Options options;
    options.hosts = {QHostAddress(QHostAddress::LocalHost)};
    options.port = 0;
    options.dataFolder = m_commandLine->dataFolder();
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

    const Run listed =
        m_commandLine->run(QStringList{QStringLiteral("token"), QStringLiteral("list")} + port);
    QVERIFY2(listed.exitCode == 0, listed.message.constData());
    for (const char *text : {issued->record.id.constData(), "alice", "laptop", "active"})
        QVERIFY2(listed.output.contains(text), listed.output.constData());
    QVERIFY(listed.message.isEmpty());
    const QString id = QStringLiteral("--id=") + QString::fromLatin1(issued->record.id);
    const Run revoked = m_commandLine->run(
        QStringList{QStringLiteral("token"), QStringLiteral("revoke"), id} + port);
    QVERIFY2(revoked.exitCode == 0, revoked.message.constData());
    QVERIFY(!revoked.message.contains("no server"));
    std::optional<bool> isRevoked;
    server.hubOperator().requestTokens(this, [&](const Result<QList<TokenRecord>> &tokens) {
        isRevoked = tokens && tokens->first().revokedAt;
    });
    QTRY_VERIFY(isRevoked.has_value());
    QVERIFY(*isRevoked);

    const Run odd =
        m_commandLine->run(QStringList{QStringLiteral("token"), QStringLiteral("revoke"),
                                       QStringLiteral("urn:a/b c%2F?#")}
                           + port);
    QVERIFY2(odd.exitCode == 0, odd.message.constData());
    const Run again =
        m_commandLine->run(QStringList{QStringLiteral("token"), QStringLiteral("list")} + port);
    QVERIFY2(again.output.contains("urn:a/b c%2F?#"), again.output.constData());

    const Run wrong =
        m_commandLine->run(QStringList{QStringLiteral("token"), QStringLiteral("list")} + port, {},
                           {QStringLiteral("SIGNALBOX_ADMIN_TOKEN=wrong")});
    QCOMPARE(wrong.exitCode, 1);
    QVERIFY2(wrong.message.contains("does not take the admin token"), wrong.message.constData());
}

void tst_TokenCommand::listAndRevokeFailed()
{
    QCOMPARE(m_commandLine->run("token revoke --port 0").exitCode, 2);
    QCOMPARE(m_commandLine->run("token revoke --port 0 a b").exitCode, 2);
    QCOMPARE(m_commandLine->run("token list --port 0 a").exitCode, 2);
    QCOMPARE(m_commandLine->run("token list --port x").exitCode, 2);
    QVERIFY(QDir().mkpath(m_commandLine->dataFolder()));
    QVERIFY(
        !m_commandLine->write(QStringLiteral("data/tokens.db"), QByteArray(5'000, 'x')).isEmpty());
    const Run broken = m_commandLine->run("token list --port 0");
    QCOMPARE(broken.exitCode, 1);
    QVERIFY2(broken.message.contains("tokens.db"), broken.message.constData());
}

QTEST_GUILESS_MAIN(tst_TokenCommand)
#include "tst_tokencommand.moc"
