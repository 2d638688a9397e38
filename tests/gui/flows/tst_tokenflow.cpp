// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/confirmdialog.h"
#include "gui/tokens/issuetokendialog.h"
#include "gui/tokens/statictokendialog.h"
#include "tests/gui/flows/consoleflow.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;

class tst_TokenFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void issuedTokenLetsIn_data();
    void issuedTokenLetsIn();
    void issuedTokenIsBoundToItsRooms();
    void revocationClosesAndRefuses();
    void cancelRevokesNothing();
    void rotatedKeyKeepsThePresentTokens();
    void staticTokenIsReplaced();

private:
    /// By the dialog; answers the secret that it shows.
    [[nodiscard]] QByteArray issue(const QString &user, const QString &name,
                                   const QString &rooms = {});
    [[nodiscard]] std::unique_ptr<Guest> guest(Family family, const QByteArray &token) const
    {
        return std::make_unique<Guest>(m_flow->server().port, family, token);
    }
    [[nodiscard]] bool rotate();
    [[nodiscard]] QTableView *tokens()
    {
        return m_flow->find<QTableView>(QStringLiteral("Tokens"));
    }
    /// In every dialect, as that says it.
    void expectRefused(const QByteArray &token);

    std::unique_ptr<ConsoleFlow> m_flow;
};

namespace {

constexpr Family Families[] = {Family::Workflow, Family::Rooms, Family::RoomsAtPath, Family::Plain};
const QString Name = QStringLiteral("Name");
const QString Status = QStringLiteral("Status");

} // namespace

void tst_TokenFlow::init()
{
    m_flow = std::make_unique<ConsoleFlow>(ConsoleFlow::Access::Full,
                                           [](Options &options) { options.requireAuth = true; });
    QVERIFY(m_flow->open());
    QVERIFY(m_flow->goTo(QStringLiteral("Tokens")));
}

void tst_TokenFlow::cleanup()
{
    m_flow.reset();
}

QByteArray tst_TokenFlow::issue(const QString &user, const QString &name, const QString &rooms)
{
    QByteArray secret;
    const bool wasShown = ConsoleFlow::inDialog<IssueTokenDialog>(
        [this] { QVERIFY(m_flow->click(QStringLiteral("Issue a token"))); },
        [&](IssueTokenDialog &dialog) {
            ConsoleFlow::write(dialog.findChild<QLineEdit *>(QStringLiteral("user")), user);
            ConsoleFlow::write(dialog.findChild<QLineEdit *>(QStringLiteral("name")), name);
            if (!rooms.isEmpty()) {
                auto *limit = dialog.findChild<QCheckBox *>(QStringLiteral("limitsRooms"));
                limit->setFocus();
                QTest::keyClick(limit, Qt::Key_Space);
                ConsoleFlow::write(dialog.findChild<QLineEdit *>(QStringLiteral("rooms")), rooms);
            }
            QTest::keyClick(&dialog, Qt::Key_Return);
            const auto *token = dialog.findChild<QPlainTextEdit *>(QStringLiteral("token"));
            QTRY_VERIFY(!token->toPlainText().isEmpty());
            secret = token->toPlainText().toLatin1();
            QVERIFY(m_flow->click(QStringLiteral("close"), &dialog));
        });
    return wasShown ? secret : QByteArray();
}

bool tst_TokenFlow::rotate()
{
    bool isAnswered = false;
    const bool wasAsked = ConsoleFlow::inDialog<ConfirmDialog>(
        [&] {
            // The question may come before the window is active again: it tells enough by itself.
            [[maybe_unused]] const bool isActive =
                m_flow->command(QStringLiteral("Rotate the signing key"));
            QVERIFY(eventually([&] { return isAnswered; }));
        },
        [&](ConfirmDialog &dialog) {
            QVERIFY(m_flow->click(QStringLiteral("action"), &dialog));
            isAnswered = true;
        });
    // It is answered in order, so that what is asked next finds the new key.
    return wasAsked && !m_flow->server().tokenOf("nobody").isEmpty() && eventually([this] {
               return m_flow->toast() == u"New tokens are signed with a new key.";
           });
}

void tst_TokenFlow::expectRefused(const QByteArray &token)
{
    const auto lineOf = [&](Family family, const QByteArray &line) {
        const auto refused = guest(family, token);
        return eventually([&] { return refused->client().lines().contains(line); });
    };
    QVERIFY(lineOf(Family::Workflow, "auth_response false"));
    QVERIFY(lineOf(Family::Rooms, "connect_error invalid_token"));
    QVERIFY(lineOf(Family::RoomsAtPath, "connect_error invalid_token"));
    QVERIFY(lineOf(Family::Plain, "refused 401"));
}

void tst_TokenFlow::issuedTokenLetsIn_data()
{
    QTest::addColumn<int>("index");
    QTest::newRow("workflow") << 0;
    QTest::newRow("rooms") << 1;
    QTest::newRow("rooms at its path") << 2;
    QTest::newRow("plain") << 3;
}

void tst_TokenFlow::issuedTokenLetsIn()
{
    QFETCH(int, index);
    const QByteArray secret = issue(QStringLiteral("anna"), QStringLiteral("a laptop"));
    QCOMPARE(secret.count('.'), 2);
    QTRY_VERIFY(tokens());
    QTRY_COMPARE(ConsoleFlow::cells(tokens(), Name), QStringList(QStringLiteral("a laptop")));
    QCOMPARE(ConsoleFlow::cell(tokens(), 0, QStringLiteral("Subject")), QStringLiteral("anna"));
    const auto client = guest(Families[index], secret);
    QVERIFY(client->isWelcome());
    QVERIFY(m_flow->goTo(QStringLiteral("Connections")));
    QTRY_VERIFY(m_flow->find<QTableView>(QStringLiteral("Open connections")));
    QTRY_COMPARE(ConsoleFlow::cells(m_flow->find<QTableView>(QStringLiteral("Open connections")),
                                    QStringLiteral("User")),
                 QStringList(QStringLiteral("anna")));
}

void tst_TokenFlow::issuedTokenIsBoundToItsRooms()
{
    const QByteArray secret =
        issue(QStringLiteral("anna"), QStringLiteral("a laptop"), QStringLiteral("project:7"));
    const auto client = guest(Family::Rooms, secret);
    QVERIFY(client->isWelcome());
    QVERIFY(client->joins("project:7"));
    client->client().command("subscribe", R"({"room":"project:8"})");
    QCOMPARE(client->news(), QList<QByteArray>{"error forbidden"});
}

void tst_TokenFlow::revocationClosesAndRefuses()
{
    const QByteArray lost = issue(QStringLiteral("anna"), QStringLiteral("the lost one"));
    const QByteArray other = issue(QStringLiteral("anna"), QStringLiteral("the other"));
    std::vector<std::unique_ptr<Guest>> guests;
    for (const Family family : Families) {
        guests.push_back(guest(family, lost));
        QVERIFY(guests.back()->isWelcome());
    }
    const auto survivor = guest(Family::Rooms, other);
    QVERIFY(survivor->isWelcome());

    QVERIFY(m_flow->select(tokens(), Name, QStringLiteral("the lost one")));
    QStringList said;
    QVERIFY(ConsoleFlow::inDialog<ConfirmDialog>(
        [&] {
            m_flow->press(Qt::Key_Delete);
            // The server is asked first what it would close.
            QVERIFY(eventually([&] { return !said.isEmpty(); }));
        },
        [&](ConfirmDialog &dialog) {
            for (const QLabel *label : dialog.findChildren<QLabel *>())
                said << label->text();
            said << dialog.findChild<QPlainTextEdit *>()->toPlainText();
            QVERIFY(m_flow->click(QStringLiteral("action"), &dialog));
        }));
    QVERIFY2(said.join(u'\n').contains(QStringLiteral("This closes 4 connection(s).")),
             qPrintable(said.join(u'\n')));
    QCOMPARE(said.last(), QStringLiteral("the lost one, of anna: 4 connection(s)"));
    for (const auto &client : guests)
        QCOMPARE(client->lastWords(), client->dismissal());
    QCOMPARE(survivor->news(), QList<QByteArray>());
    QTRY_COMPARE(
        ConsoleFlow::cell(
            tokens(), ConsoleFlow::rowOf(tokens(), Name, QStringLiteral("the lost one")), Status),
        QStringLiteral("revoked"));
    expectRefused(lost);
    const auto another = guest(Family::Plain, other);
    QVERIFY(another->isWelcome());
}

void tst_TokenFlow::cancelRevokesNothing()
{
    const QByteArray secret = issue(QStringLiteral("anna"), QStringLiteral("a laptop"));
    const auto client = guest(Family::Rooms, secret);
    QVERIFY(client->isWelcome());
    QVERIFY(m_flow->select(tokens(), Name, QStringLiteral("a laptop")));
    for (const Qt::Key key : {Qt::Key_Escape, Qt::Key_Return}) {
        bool wasAsked = false;
        QVERIFY(ConsoleFlow::inDialog<ConfirmDialog>(
            [&] {
                m_flow->press(Qt::Key_Delete);
                QVERIFY(eventually([&] { return wasAsked; }));
            },
            [&](ConfirmDialog &dialog) {
                QTest::keyClick(&dialog, key);
                wasAsked = true;
            }));
    }
    QCOMPARE(client->news(), QList<QByteArray>());
    QVERIFY(guest(Family::Plain, secret)->isWelcome());
}

void tst_TokenFlow::rotatedKeyKeepsThePresentTokens()
{
    QVERIFY(rotate()); // away from the fixture's key, which no file holds
    const QByteArray secret = issue(QStringLiteral("anna"), QStringLiteral("old"));
    const auto client = guest(Family::Rooms, secret);
    QVERIFY(client->isWelcome());
    QVERIFY(rotate());
    const QByteArray next = issue(QStringLiteral("anna"), QStringLiteral("new"));
    QCOMPARE(client->news(), QList<QByteArray>());
    QVERIFY2(guest(Family::Plain, secret)->isWelcome(), "until it expires");
    const auto newcomer = guest(Family::Plain, next);
    QVERIFY(newcomer->isWelcome());

    QVERIFY(rotate());
    QCOMPARE(client->lastWords(), client->dismissal()); // its key is gone
    expectRefused(secret);
    QCOMPARE(newcomer->news(), QList<QByteArray>());
    QVERIFY(guest(Family::Rooms, next)->isWelcome());
}

void tst_TokenFlow::staticTokenIsReplaced()
{
    const auto before = guest(Family::Workflow, "secret");
    QVERIFY(before->isWelcome());
    QVERIFY(ConsoleFlow::inDialog<StaticTokenDialog>(
        [this] { QVERIFY(m_flow->command(QStringLiteral("Set the static token"))); },
        [](StaticTokenDialog &dialog) {
            ConsoleFlow::write(dialog.findChild<QLineEdit *>(QStringLiteral("token")),
                               QStringLiteral("another-static-token"));
            QTest::keyClick(&dialog, Qt::Key_Return);
        }));
    QTRY_COMPARE(m_flow->toast(), QStringLiteral("The static token was set."));
    QCOMPARE(before->lastWords(), before->dismissal());
    QVERIFY(guest(Family::Workflow, "another-static-token")->isWelcome());
    const auto refused = guest(Family::Workflow, "secret");
    QVERIFY(eventually([&] { return refused->client().lines().contains("auth_response false"); }));
}

QTEST_MAIN(tst_TokenFlow)

#include "tst_tokenflow.moc"
