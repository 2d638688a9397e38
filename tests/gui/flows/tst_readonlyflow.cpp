// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/flows/consoleflow.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>

using namespace Signalbox;
using namespace Signalbox::Test;

class tst_ReadOnlyFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void nothingIsDoneToConnections();
    void nothingIsDoneToTokens();
    void nothingIsPublished();
    void noCommandChangesAnything_data();
    void noCommandChangesAnything();
    void forcedOneCannotBeLifted();
    void ownOneCanBeLifted();

private:
    void open(ConsoleFlow::Access access = ConsoleFlow::Access::ReadOnly);
    /// The button is there, and says that it cannot be used, and why.
    void expectDisabled(const QString &name);
    /// \a act opens no dialog.
    [[nodiscard]] static bool asks(const std::function<void()> &act)
    {
        return withDialog<QDialog>(
            [&act] {
                act();
                settle();
            },
            [](QDialog &) {});
    }

    std::unique_ptr<ConsoleFlow> m_flow;
    std::unique_ptr<Guest> m_guest;
};

void tst_ReadOnlyFlow::open(ConsoleFlow::Access access)
{
    m_flow = std::make_unique<ConsoleFlow>(access);
    QVERIFY(m_flow->open());
    m_guest = m_flow->guest(Family::Rooms, "anna");
    QVERIFY(m_guest->isWelcome());
    QVERIFY(m_guest->joins("workflow:w"));
}

void tst_ReadOnlyFlow::cleanup()
{
    m_guest.reset();
    m_flow.reset();
}

void tst_ReadOnlyFlow::expectDisabled(const QString &name)
{
    const auto *button = m_flow->find<QAbstractButton>(name);
    QVERIFY2(button, qPrintable(name));
    QVERIFY2(!button->isEnabled(), qPrintable(name));
    QVERIFY2(button->toolTip().contains(QStringLiteral("read-only")), qPrintable(name));
}

void tst_ReadOnlyFlow::nothingIsDoneToConnections()
{
    open();
    QVERIFY(m_flow->goTo(QStringLiteral("Connections")));
    QTRY_VERIFY(m_flow->find<QTableView>(QStringLiteral("Open connections")));
    QVERIFY(m_flow->select(m_flow->find<QTableView>(QStringLiteral("Open connections")),
                           QStringLiteral("User"), QStringLiteral("anna")));
    QVERIFY(!asks([this] { m_flow->press(Qt::Key_Delete); }));
    for (const char *name : {"Disconnect", "Join a room", "Leave a room", "Send an event"}) {
        const QString text = QString::fromLatin1(name);
        expectDisabled(text);
        QVERIFY(
            !asks([&] { QTest::mouseClick(m_flow->find<QAbstractButton>(text), Qt::LeftButton); }));
    }
    QCOMPARE(m_guest->news(), QList<QByteArray>());
    auto *follow = m_flow->find<QAbstractButton>(QStringLiteral("Follow its events"));
    QVERIFY2(follow && follow->isEnabled(), "one may look");
}

void tst_ReadOnlyFlow::nothingIsDoneToTokens()
{
    open();
    QVERIFY(m_flow->goTo(QStringLiteral("Tokens")));
    QTRY_VERIFY(m_flow->find<QTableView>(QStringLiteral("Tokens")));
    QVERIFY(m_flow->select(m_flow->find<QTableView>(QStringLiteral("Tokens")),
                           QStringLiteral("Subject"), QStringLiteral("anna")));
    QVERIFY(!asks([this] {
        m_flow->press(Qt::Key_Delete);
        // It would ask the server first, which answers in order.
        (void)m_flow->server().tokenOf("another");
    }));
    for (const char *name :
         {"Issue a token", "Revoke", "Rotate the signing key", "Set the static token"}) {
        const QString text = QString::fromLatin1(name);
        expectDisabled(text);
        QVERIFY(
            !asks([&] { QTest::mouseClick(m_flow->find<QAbstractButton>(text), Qt::LeftButton); }));
    }
    QCOMPARE(m_guest->news(), QList<QByteArray>());
}

void tst_ReadOnlyFlow::nothingIsPublished()
{
    open();
    QVERIFY(m_flow->goTo(QStringLiteral("Publish")));
    expectDisabled(QStringLiteral("Publish"));
    QVERIFY(m_flow->click(QStringLiteral("Write the whole event as JSON")));
    auto *editor = m_flow->find<QPlainTextEdit>(QStringLiteral("Event as JSON"));
    QVERIFY(editor);
    ConsoleFlow::write(editor, QStringLiteral("{\"type\": \"a.b\", \"workflow_id\": \"w\"}"));
    m_flow->press(Qt::Key_Return, Qt::ControlModifier);
    m_flow->press(Qt::Key_Enter, Qt::ControlModifier);
    QTest::mouseClick(m_flow->find<QAbstractButton>(QStringLiteral("Publish")), Qt::LeftButton);
    // It would have been sent before this, which is answered after it.
    const QByteArray id = m_flow->publish(R"({"type":"a.b","room":"workflow:w"})");
    QCOMPARE(m_guest->news(), QList<QByteArray>{m_guest->event(id, "workflow:w")});
    QVERIFY(m_flow->find<QLabel>(QStringLiteral("Result"))
                ->text()
                .contains(QStringLiteral("read-only")));
}

void tst_ReadOnlyFlow::noCommandChangesAnything_data()
{
    QTest::addColumn<QString>("command");
    for (const char *command : {"Emergency stop", "Disconnect", "Disconnect all matching",
                                "Join a room", "Leave a room", "Send an event", "Issue a token",
                                "Revoke", "Rotate the signing key", "Set the static token"})
        QTest::newRow(command) << QString::fromLatin1(command);
}

void tst_ReadOnlyFlow::noCommandChangesAnything()
{
    QFETCH(QString, command);
    open();
    QVERIFY(m_flow->goTo(QStringLiteral("Connections")));
    QTRY_VERIFY(m_flow->find<QTableView>(QStringLiteral("Open connections")));
    QVERIFY(m_flow->select(m_flow->find<QTableView>(QStringLiteral("Open connections")),
                           QStringLiteral("User"), QStringLiteral("anna")));
    QVERIFY(!m_flow->command(command));
    QCOMPARE(m_guest->news(), QList<QByteArray>());
    QVERIFY(!m_flow->publish(R"({"type":"a.b","room":"workflow:w"})").isEmpty());
}

void tst_ReadOnlyFlow::forcedOneCannotBeLifted()
{
    open();
    m_flow->press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!m_flow->command(QStringLiteral("Read-only")));
    QVERIFY(m_flow->goTo(QStringLiteral("Publish")));
    expectDisabled(QStringLiteral("Publish"));
}

void tst_ReadOnlyFlow::ownOneCanBeLifted()
{
    open(ConsoleFlow::Access::Full);
    QVERIFY(m_flow->goTo(QStringLiteral("Publish")));
    m_flow->press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    expectDisabled(QStringLiteral("Publish"));
    m_flow->press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_flow->find<QAbstractButton>(QStringLiteral("Publish"))->isEnabled());
}

QTEST_MAIN(tst_ReadOnlyFlow)

#include "tst_readonlyflow.moc"
