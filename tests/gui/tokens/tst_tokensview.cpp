// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tokens/tokensview.h"

#include "gui/console.h"
#include "gui/dialogs/confirmdialog.h"
#include "gui/json/jsonview.h"
#include "gui/tables/tableview.h"
#include "gui/tokens/decodetokendialog.h"
#include "gui/tokens/issuetokendialog.h"
#include "gui/tokens/statictokendialog.h"
#include "gui/tokens/tokenactions.h"
#include "gui/tokens/tokensmodel.h"
#include "gui/widgets/emptystate.h"
#include "tests/gui/support/fakehub.h"
#include "tests/gui/support/isolatedsettings.h"
#include "tests/gui/support/modaldialog.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <memory>

using namespace Signalbox;
using namespace std::chrono_literals;

namespace {

TokenRecord record(const QByteArray &id)
{
    TokenRecord record;
    record.id = id;
    record.name = QStringLiteral("laptop");
    record.user = "alice";
    record.scopes = Scope::Subscribe;
    record.createdAt = std::chrono::system_clock::now();
    record.expiresAt = record.createdAt + 30 * 24h;
    return record;
}

template <typename T>
T *child(const QWidget &widget, const char *name)
{
    return widget.findChild<T *>(QLatin1String(name));
}

} // namespace

class tst_TokensView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void emptyStateSaysWhatToDo();
    void listsTokens();
    void issues();
    void issueOrder();
    void issueProblems_data();
    void issueProblems();
    void issueFails();
    void revokes();
    void revokeIsCancelled();
    void revokeFails();
    void rotates();
    void rotationTellsWhatItEnds();
    void rotationIsNotPossible();
    void setsStaticToken();
    void removesStaticToken();
    void decodes();
    void readOnly();
    void tellsOfTheStore();

private:
    void list(const QList<TokenRecord> &tokens);
    void select(const QByteArray &id);

    std::unique_ptr<IsolatedSettings> m_settings;
    std::unique_ptr<FakeMonitor> m_monitor;
    std::unique_ptr<FakeOperator> m_operator;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<TokensView> m_view;
    std::unique_ptr<QSignalSpy> m_toasts;
    TableView *m_table = nullptr;
    TokensModel *m_model = nullptr;
    TokenActions *m_actions = nullptr;
};

void tst_TokensView::init()
{
    qRegisterMetaType<Console::Tone>();
    QLocale::setDefault(QLocale::c());
    m_settings = std::make_unique<IsolatedSettings>();
    m_monitor = std::make_unique<FakeMonitor>();
    m_operator = std::make_unique<FakeOperator>();
    m_console = std::make_unique<Console>(*m_monitor, *m_operator);
    m_view = std::make_unique<TokensView>(*m_console);
    m_toasts = std::make_unique<QSignalSpy>(m_console.get(), &Console::toastRequested);
    m_view->resize(1000, 500);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_table = m_view->findChild<TableView *>();
    m_model = m_view->findChild<TokensModel *>();
    m_actions = m_view->findChild<TokenActions *>();
}

void tst_TokensView::cleanup()
{
    m_toasts.reset();
    m_view.reset();
    m_console.reset();
    m_operator.reset();
    m_monitor.reset();
    m_settings.reset();
}

void tst_TokensView::list(const QList<TokenRecord> &tokens)
{
    m_operator->tokens.answer = tokens;
    m_view->refresh();
    QTRY_COMPARE(m_model->totalCount(), tokens.size());
}

void tst_TokensView::select(const QByteArray &id)
{
    m_table->showRow(m_model->rowOfId(id));
    QTRY_VERIFY(m_table->selectedRowCount() == 1);
}

void tst_TokensView::emptyStateSaysWhatToDo()
{
    auto *empty = m_view->findChild<EmptyState *>();
    QVERIFY(empty->isVisible());
    auto *button = child<QPushButton>(*m_view, "issueFirst");
    QVERIFY(withDialog<IssueTokenDialog>([&] { QTest::mouseClick(button, Qt::LeftButton); },
                                         [](IssueTokenDialog &) {}));
    list({record("a")});
    QVERIFY(!empty->isVisible());
    QVERIFY(m_table->isVisible());
}

void tst_TokensView::listsTokens()
{
    m_operator->tokens.answer = QList{record("a"), record("b")};
    m_view->activate();
    QTRY_COMPARE(m_model->rowCount(), 2);
    m_view->deactivate();
    QCOMPARE(m_view->paletteActions().size(), 5);
    QVERIFY(m_view->canFind() && m_view->canExport());
}

void tst_TokensView::issues()
{
    m_operator->issues.answer = IssuedToken{record("new"), "head.claims.signature"};
    m_operator->tokens.answer = QList{record("new")};
    const bool wasShown = withDialog<IssueTokenDialog>(
        [&] { m_actions->issue()->trigger(); },
        [&](IssueTokenDialog &dialog) {
            auto *issue = child<QPushButton>(dialog, "issue");
            QVERIFY2(!issue->isEnabled(), "there is no subject yet");
            QVERIFY(!issue->toolTip().isEmpty());
            QTest::keyClicks(child<QLineEdit>(dialog, "user"), QStringLiteral("alice"));
            QVERIFY(issue->isEnabled());
            QTest::mouseClick(issue, Qt::LeftButton);
            QVERIFY2(!issue->isEnabled(), "once only");
            auto *token = child<QPlainTextEdit>(dialog, "token");
            QTRY_VERIFY(token->isVisible());
            QCOMPARE(token->toPlainText(), QStringLiteral("head.claims.signature"));
            QTest::mouseClick(child<QPushButton>(dialog, "copy"), Qt::LeftButton);
            QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("head.claims.signature"));
            QTest::mouseClick(child<QPushButton>(dialog, "close"), Qt::LeftButton);
        });
    QVERIFY(wasShown);
    QCOMPARE(m_operator->issues.calls.size(), size_t(1));
    QTRY_COMPARE(m_model->rowCount(), 1);
}

void tst_TokensView::issueOrder()
{
    IssueTokenDialog dialog(*m_operator);
    child<QLineEdit>(dialog, "user")->setText(QStringLiteral(" alice "));
    child<QLineEdit>(dialog, "name")->setText(QStringLiteral("laptop"));
    TokenOrder order = dialog.order();
    QCOMPARE(order.user, QByteArray("alice"));
    QCOMPARE(order.name, QStringLiteral("laptop"));
    QVERIFY(!order.hasRooms);
    QCOMPARE(order.scopes, Scopes(Scope::Subscribe));
    QCOMPARE(order.lifetime, std::chrono::seconds(24h));
    child<QCheckBox>(dialog, "limitsRooms")->setChecked(true);
    child<QLineEdit>(dialog, "rooms")->setText(QStringLiteral("project:7, agent:*"));
    child<QCheckBox>(dialog, "publish")->setChecked(true);
    child<QSpinBox>(dialog, "lifetime")->setValue(90);
    child<QComboBox>(dialog, "unit")->setCurrentIndex(0);
    order = dialog.order();
    QVERIFY(order.hasRooms);
    QCOMPARE(order.rooms, (QList<QByteArray>{"project:7", "agent:*"}));
    QCOMPARE(order.scopes, Scope::Subscribe | Scope::Publish);
    QCOMPARE(order.lifetime, std::chrono::seconds(90min));
    QVERIFY(dialog.problem().isEmpty());
}

void tst_TokensView::issueProblems_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("rooms");
    QTest::addColumn<int>("days");
    QTest::addColumn<bool>("hasScope");
    QTest::addColumn<QString>("part");
    const QString user = QStringLiteral("alice");
    QTest::newRow("no user") << QString() << QString() << 1 << true << QStringLiteral("subject");
    QTest::newRow("star") << QStringLiteral("a*") << QString() << 1 << true
                          << QStringLiteral("subject");
    QTest::newRow("room") << user << QStringLiteral("project:7 pro*") << 1 << true
                          << QStringLiteral("pro*");
    QTest::newRow("too long") << user << QString() << 366 << true << QStringLiteral("365");
    QTest::newRow("no scope") << user << QString() << 1 << false << QStringLiteral("scope");
}

void tst_TokensView::issueProblems()
{
    QFETCH(QString, user);
    QFETCH(QString, rooms);
    QFETCH(int, days);
    QFETCH(bool, hasScope);
    QFETCH(QString, part);
    IssueTokenDialog dialog(*m_operator);
    child<QLineEdit>(dialog, "user")->setText(user);
    child<QCheckBox>(dialog, "limitsRooms")->setChecked(!rooms.isEmpty());
    child<QLineEdit>(dialog, "rooms")->setText(rooms);
    child<QSpinBox>(dialog, "lifetime")->setValue(days);
    child<QCheckBox>(dialog, "subscribe")->setChecked(hasScope);
    QVERIFY2(dialog.problem().contains(part), qPrintable(dialog.problem()));
    QVERIFY(!child<QPushButton>(dialog, "issue")->isEnabled());
}

void tst_TokensView::issueFails()
{
    m_operator->issues.answer = fail(ErrorCode::Io, QStringLiteral("the disk is full"));
    IssueTokenDialog dialog(*m_operator);
    dialog.show();
    child<QLineEdit>(dialog, "user")->setText(QStringLiteral("alice"));
    child<QPushButton>(dialog, "issue")->click();
    QTRY_COMPARE(child<QLabel>(dialog, "problem")->text(), QStringLiteral("the disk is full"));
    QVERIFY2(child<QPushButton>(dialog, "issue")->isEnabled(), "it may be tried again");
    QVERIFY(!child<QPlainTextEdit>(dialog, "token")->isVisible());
}

void tst_TokensView::revokes()
{
    list({record("a"), record("b")});
    QVERIFY(!m_actions->revoke()->isEnabled());
    select("b");
    QVERIFY(m_actions->revoke()->isEnabled());
    RoomMembers holders;
    holders.total = 3;
    m_operator->previews.answer = holders;
    TokenRecord revoked = record("b");
    revoked.revokedAt = revoked.createdAt;
    m_operator->revocations.answer = revoked;
    QString text;
    QString targets;
    const bool wasShown = withDialog<ConfirmDialog>(
        [&] {
            m_table->setFocus();
            QTest::keyClick(m_table, Qt::Key_Delete);
            QTRY_COMPARE(m_operator->revocations.calls.size(), size_t(1));
        },
        [&](ConfirmDialog &dialog) {
            text = dialog.accessibleDescription();
            targets = dialog.findChild<QPlainTextEdit *>()->toPlainText();
            m_operator->tokens.answer = QList{record("a"), revoked};
            child<QPushButton>(dialog, "action")->click();
        });
    QVERIFY(wasShown);
    QVERIFY2(text.contains(QStringLiteral("closes 3 connection")), qPrintable(text));
    QVERIFY2(targets.contains(QStringLiteral("laptop, of alice")), qPrintable(targets));
    QCOMPARE(std::get<0>(m_operator->revocations.calls.front()), QByteArray("b"));
    QTRY_COMPARE(m_toasts->size(), 1);
    QTRY_VERIFY(m_model->find("b")->record.revokedAt.has_value());
    QTRY_VERIFY(!m_actions->revoke()->isEnabled()); // not twice
    QVERIFY(m_actions->revoke()->toolTip().contains(QStringLiteral("already")));
}

void tst_TokensView::revokeIsCancelled()
{
    list({record("a")});
    select("a");
    m_operator->previews.answer = RoomMembers();
    bool isDone = false;
    QVERIFY(withDialog<ConfirmDialog>(
        [&] {
            m_actions->revoke()->trigger();
            QTRY_VERIFY(isDone);
        },
        [&](ConfirmDialog &dialog) {
            QTest::keyClick(&dialog, Qt::Key_Return); // Cancel is the default
            isDone = true;
        }));
    QVERIFY(m_operator->revocations.calls.empty());
}

void tst_TokensView::revokeFails()
{
    list({record("a")});
    select("a");
    m_operator->previews.answer = RoomMembers();
    m_operator->revocations.answer = fail(ErrorCode::Io, QStringLiteral("not kept"));
    QVERIFY(withDialog<ConfirmDialog>(
        [&] {
            m_actions->revoke()->trigger();
            QTRY_COMPARE(m_toasts->size(), 1);
        },
        [](ConfirmDialog &dialog) { child<QPushButton>(dialog, "action")->click(); }));
    QCOMPARE(m_toasts->first().first().toString(), QStringLiteral("not kept"));
    QCOMPARE(m_toasts->first().last().value<Console::Tone>(), Console::Tone::Error);
}

void tst_TokensView::rotates()
{
    bool isCancelled = false;
    QVERIFY(withDialog<ConfirmDialog>(
        [&] {
            m_actions->rotate()->trigger();
            QTRY_VERIFY(isCancelled);
        },
        [&](ConfirmDialog &dialog) {
            isCancelled = true;
            dialog.reject();
        }));
    QVERIFY(m_operator->rotations.calls.empty());
    QVERIFY(withDialog<ConfirmDialog>(
        [&] {
            m_actions->rotate()->trigger();
            QTRY_COMPARE(m_operator->rotations.calls.size(), size_t(1));
        },
        [](ConfirmDialog &dialog) {
            QVERIFY(!dialog.findChild<QPlainTextEdit *>()); // nobody is concerned
            child<QPushButton>(dialog, "action")->click();
        }));
    QTRY_COMPARE(m_toasts->size(), 1);
}

void tst_TokensView::rotationTellsWhatItEnds()
{
    list({record("a")});
    RotationPreview preview;
    preview.tokens = 2;
    preview.holders.total = 3;
    ConnectionInfo holder;
    holder.user = "alice";
    preview.holders.connections = {holder};
    m_operator->rotationPreviews.answer = preview;
    TokenRecord gone = record("a");
    gone.isKeyGone = true;
    QString text;
    QString targets;
    QVERIFY(withDialog<ConfirmDialog>(
        [&] {
            m_actions->rotate()->trigger();
            QTRY_COMPARE(m_operator->rotations.calls.size(), size_t(1));
        },
        [&](ConfirmDialog &dialog) {
            text = dialog.accessibleDescription();
            targets = dialog.findChild<QPlainTextEdit *>()->toPlainText();
            m_operator->tokens.answer = QList{gone};
            child<QPushButton>(dialog, "action")->click();
        }));
    QVERIFY2(text.contains(QStringLiteral("2 listed token")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("closes 3 connection")), qPrintable(text));
    QVERIFY2(targets.contains(QStringLiteral("alice")), qPrintable(targets));
    QTRY_VERIFY(m_model->find("a")->record.isKeyGone);
}

void tst_TokensView::rotationIsNotPossible()
{
    m_operator->rotationPreviews.answer =
        fail(ErrorCode::BadRequest, QStringLiteral("it was configured"));
    m_actions->rotate()->trigger();
    QTRY_COMPARE(m_toasts->size(), 1);
    QVERIFY(m_operator->rotations.calls.empty());
}

void tst_TokensView::setsStaticToken()
{
    QByteArray made;
    QVERIFY(withDialog<StaticTokenDialog>(
        [&] { m_actions->setStaticToken()->trigger(); },
        [&](StaticTokenDialog &dialog) {
            auto *set = child<QPushButton>(dialog, "set");
            auto *token = child<QLineEdit>(dialog, "token");
            QVERIFY(!set->isEnabled());
            token->setText(QStringLiteral("short "));
            QVERIFY2(!set->isEnabled(), "a space at its end");
            token->setText(QStringLiteral("short"));
            QVERIFY(set->isEnabled());
            QVERIFY2(!child<QLabel>(dialog, "problem")->text().isEmpty(), "unwise, but possible");
            child<QPushButton>(dialog, "generate")->click();
            made = token->text().toUtf8();
            QCOMPARE(made.size(), qsizetype(43));
            QVERIFY(child<QLabel>(dialog, "problem")->text().isEmpty());
            set->click();
        }));
    QCOMPARE(m_operator->staticTokens.calls.size(), size_t(1));
    QCOMPARE(std::get<0>(m_operator->staticTokens.calls.front()), made);
    QTRY_COMPARE(m_toasts->size(), 1);
    QVERIFY(!m_toasts->first().first().toString().contains(QString::fromLatin1(made)));
}

void tst_TokensView::removesStaticToken()
{
    QVERIFY(withDialog<StaticTokenDialog>(
        [&] { m_actions->setStaticToken()->trigger(); },
        [](StaticTokenDialog &dialog) { child<QPushButton>(dialog, "remove")->click(); }));
    QCOMPARE(std::get<0>(m_operator->staticTokens.calls.front()), QByteArray());
}

void tst_TokensView::decodes()
{
    DecodedToken decoded;
    decoded.header = {{QStringLiteral("alg"), QStringLiteral("HS256")}};
    decoded.claims = {{QStringLiteral("sub"), QStringLiteral("alice")}};
    decoded.isValid = true;
    decoded.verdict = QStringLiteral("This token is accepted.");
    m_operator->decodings.answer = decoded;
    DecodeTokenDialog dialog(*m_operator);
    dialog.show();
    auto *edit = child<QPlainTextEdit>(dialog, "token");
    edit->setPlainText(QStringLiteral("Bearer aa.b\nb.cc\n"));
    QTRY_COMPARE(child<QLabel>(dialog, "verdict")->text(), decoded.verdict);
    QCOMPARE(std::get<0>(m_operator->decodings.calls.front()), QByteArray("aa.bb.cc"));
    QVERIFY(child<JsonView>(dialog, "claims")->json().contains("alice"));
    m_operator->decodings.answer = DecodedToken{{}, {}, false, QStringLiteral("No.")};
    edit->setPlainText(QStringLiteral("x"));
    QTRY_COMPARE(child<QLabel>(dialog, "verdict")->text(), QStringLiteral("No."));
    QVERIFY(child<JsonView>(dialog, "claims")->json().isEmpty());
    edit->clear();
    QTRY_VERIFY(child<QLabel>(dialog, "verdict")->text().isEmpty());
}

void tst_TokensView::readOnly()
{
    list({record("a")});
    select("a");
    m_console->setReadOnly(true);
    for (const QAction *action : {m_actions->issue(), m_actions->revoke(), m_actions->rotate(),
                                  m_actions->setStaticToken()}) {
        QVERIFY(!action->isEnabled());
        QCOMPARE(action->toolTip(), QStringLiteral("The console is read-only."));
    }
    QVERIFY(m_actions->decode()->isEnabled()); // changes nothing
    QTest::keyClick(m_table, Qt::Key_Delete);
    QVERIFY(m_operator->previews.calls.empty());
    m_console->setReadOnly(false);
    QVERIFY(m_actions->revoke()->isEnabled());
}

void tst_TokensView::tellsOfTheStore()
{
    auto *problem = child<QLabel>(*m_view, "problem");
    QVERIFY(!problem->isVisible());
    HubStatus status;
    status.components = {{"tokens", ComponentHealth::State::Degraded, QStringLiteral("lost")}};
    m_monitor->setStatus(status);
    QVERIFY(problem->isVisible());
    QCOMPARE(problem->text(), QStringLiteral("lost"));
}

QTEST_MAIN(tst_TokensView)
#include "tst_tokensview.moc"
