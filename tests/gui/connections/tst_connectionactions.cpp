// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connections/connectionactions.h"

#include "gui/connections/sendeventdialog.h"
#include "gui/tables/filterbar.h"
#include "tests/gui/connections/connectionsfixture.h"

#include <QAction>
#include <QInputDialog>
#include <QLineEdit>

using namespace Signalbox;
using namespace Signalbox::Test;

class tst_ConnectionActions : public QObject, private ConnectionsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openWithThree(); }
    void cleanup() { close(); }
    void deleteDisconnectsWhatIsSelected();
    void cancelDisconnectsNobody();
    void allMatchingNeedAFilter();
    void disconnectsAllMatching();
    void joinsARoom();
    void asksAgainForABadRoom();
    void leavesARoom();
    void sendsAnEvent();
    void tellsErrors();
    void disabledActionsSayWhy();
    void namesAreOneLine();
};

void tst_ConnectionActions::deleteDisconnectsWhatIsSelected()
{
    select("s1");
    select("s3", true);
    m_operator->disconnections.answer = 2;
    QString targets;
    confirm(true, &targets);
    m_table->setFocus();
    QTest::keyClick(m_table, Qt::Key_Delete);
    QCOMPARE(m_operator->disconnections.calls.size(), size_t(1));
    QCOMPARE(std::get<0>(m_operator->disconnections.calls[0]), QList<QByteArray>({"s1", "s3"}));
    QCOMPARE(targets, QStringLiteral("anna, 192.0.2.1:4711, s1\nanna, 192.0.2.1:4711, s3"));
    QTRY_COMPARE(m_toasts->count(), 1);
    QCOMPARE(m_toasts->last().last().value<Console::Tone>(), Console::Tone::Success);
}

void tst_ConnectionActions::cancelDisconnectsNobody()
{
    select("s1");
    confirm(false);
    m_actions->disconnectSelected()->trigger();
    QVERIFY(m_operator->disconnections.calls.empty());
}

void tst_ConnectionActions::allMatchingNeedAFilter()
{
    QAction *action = m_actions->disconnectMatching();
    QVERIFY(!action->isEnabled());
    QCOMPARE(action->toolTip(),
             QStringLiteral("Write a filter first: this is for those that match it."));
    auto *filter = m_view->findChild<FilterBar *>(QStringLiteral("openFilter"));
    filter->setText(QStringLiteral("user:nobody"));
    QVERIFY(!action->isEnabled());
    QCOMPARE(action->toolTip(), QStringLiteral("No connection matches the filter."));
    filter->setText(QStringLiteral("user:anna"));
    QVERIFY(action->isEnabled());
}

void tst_ConnectionActions::disconnectsAllMatching()
{
    m_view->findChild<FilterBar *>(QStringLiteral("openFilter"))
        ->setText(QStringLiteral("user:anna"));
    confirm(true);
    m_actions->disconnectMatching()->trigger();
    QCOMPARE(m_operator->disconnections.calls.size(), size_t(1));
    QCOMPARE(std::get<0>(m_operator->disconnections.calls[0]), QList<QByteArray>({"s1", "s3"}));
}

void tst_ConnectionActions::joinsARoom()
{
    select("s2");
    inDialog<QInputDialog>([](QInputDialog &dialog) {
        dialog.setTextValue(QStringLiteral(" project:9 "));
        dialog.accept();
    });
    m_actions->join()->trigger();
    QCOMPARE(m_operator->joins.calls.size(), size_t(1));
    QCOMPARE(std::get<0>(m_operator->joins.calls[0]), QList<QByteArray>{"s2"});
    QCOMPARE(std::get<1>(m_operator->joins.calls[0]), QByteArray("project:9"));
    inDialog<QInputDialog>([](QInputDialog &dialog) { dialog.reject(); });
    m_actions->join()->trigger();
    QCOMPARE(m_operator->joins.calls.size(), size_t(1));
}

void tst_ConnectionActions::asksAgainForABadRoom()
{
    select("s2");
    inDialog<QInputDialog>([](QInputDialog &dialog) {
        QVERIFY2(dialog.labelText().contains(QStringLiteral("project:7")),
                 qPrintable(dialog.labelText()));
        const QString before = dialog.labelText();
        for (const auto *wrong : {"", "lobby", "project:", "project:*"}) {
            dialog.setTextValue(QString::fromLatin1(wrong));
            dialog.accept();
            QVERIFY(dialog.isVisible());
            QCOMPARE(dialog.textValue(), QString::fromLatin1(wrong));
            QVERIFY(dialog.labelText().startsWith(before));
            QVERIFY(dialog.labelText() != before);
        }
        dialog.setTextValue(QStringLiteral("global"));
        dialog.accept();
        QVERIFY(!dialog.isVisible());
    });
    m_actions->join()->trigger();
    QCOMPARE(m_operator->joins.calls.size(), size_t(1));
    QCOMPARE(std::get<1>(m_operator->joins.calls[0]), QByteArray("global"));
}

void tst_ConnectionActions::leavesARoom()
{
    select("s2");
    QStringList offered;
    inDialog<QInputDialog>([this, &offered](QInputDialog &dialog) {
        offered = dialog.comboBoxItems();
        dialog.setTextValue(QStringLiteral("user:bob"));
        confirm(true);
        dialog.accept();
    });
    m_actions->leave()->trigger();
    QCOMPARE(offered, QStringList({QStringLiteral("project:7"), QStringLiteral("user:bob")}));
    QCOMPARE(m_operator->leaves.calls.size(), size_t(1));
    QCOMPARE(std::get<1>(m_operator->leaves.calls[0]), QByteArray("user:bob"));
}

void tst_ConnectionActions::sendsAnEvent()
{
    select("s2");
    inDialog<SendEventDialog>([](SendEventDialog &dialog) {
        dialog.findChild<QLineEdit *>()->setText(QStringLiteral("hello"));
        dialog.findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("{\"a\":1}"));
        dialog.findChild<QPushButton *>(QStringLiteral("send"))->click();
    });
    m_actions->send()->trigger();
    QCOMPARE(m_operator->sends.calls.size(), size_t(1));
    QCOMPARE(std::get<1>(m_operator->sends.calls[0]),
             QByteArray("{\"type\":\"hello\",\"data\":{\"a\":1}}"));
}

void tst_ConnectionActions::tellsErrors()
{
    select("s2");
    m_operator->joins.answer = fail(ErrorCode::BadRoom, QStringLiteral("no such room"));
    inDialog<QInputDialog>([](QInputDialog &dialog) {
        dialog.setTextValue(QStringLiteral("project:7"));
        dialog.accept();
    });
    m_actions->join()->trigger();
    QTRY_COMPARE(m_toasts->count(), 1);
    QCOMPARE(m_toasts->last().first().toString(), QStringLiteral("no such room"));
    QCOMPARE(m_toasts->last().last().value<Console::Tone>(), Console::Tone::Error);
}

void tst_ConnectionActions::disabledActionsSayWhy()
{
    const QList<QAction *> changing{m_actions->disconnectSelected(), m_actions->join(),
                                    m_actions->leave(), m_actions->send()};
    for (const QAction *action : changing) {
        QVERIFY(!action->isEnabled());
        QCOMPARE(action->toolTip(), QStringLiteral("Select a connection first."));
    }
    select("s1");
    for (const QAction *action : changing) {
        QVERIFY(action->isEnabled());
        QVERIFY(!action->toolTip().isEmpty());
    }
    m_console->setReadOnly(true);
    for (const QAction *action : changing) {
        QVERIFY(!action->isEnabled());
        QCOMPARE(action->toolTip(), ReadOnly);
    }
    QVERIFY(m_actions->follow()->isEnabled()); // changes nothing
    QTest::keyClick(m_table, Qt::Key_Delete);
    QVERIFY(m_operator->disconnections.calls.empty());
    m_console->setReadOnly(false);
    select("s2", true);
    QVERIFY(m_actions->disconnectSelected()->isEnabled());
    QVERIFY(!m_actions->follow()->isEnabled());
}

void tst_ConnectionActions::namesAreOneLine()
{
    ConnectionInfo info = infoOf("s9", "anna\nbob, 192.0.2.9:1, s2");
    QVERIFY(!ConnectionActions::nameOf(info).contains(u'\n'));
}

QTEST_MAIN(tst_ConnectionActions)
#include "tst_connectionactions.moc"
