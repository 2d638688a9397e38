// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/confirmdialog.h"

#include "tests/gui/support/isolatedsettings.h"
#include "tests/gui/support/modaldialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTest>

#include <functional>

using namespace Signalbox;

class tst_ConfirmDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { ConfirmDialog::resetKinds(); }
    void keysCancel_data();
    void keysCancel();
    void actionIsTakenOnlyByItsButton();
    void namesTheTargets();
    void tellsManyTargetsByNumber();
    void textOfClientsIsNoMarkup();
    void remembersOnlyWhatWasConfirmed();
    void canBeAskedAgain();

private:
    const IsolatedSettings m_settings;

    static bool ask(const QStringList &targets, const std::function<void(ConfirmDialog &)> &act,
                    const QString &kind = {});
};

bool tst_ConfirmDialog::ask(const QStringList &targets,
                            const std::function<void(ConfirmDialog &)> &act, const QString &kind)
{
    bool result = false;
    const bool wasShown = withDialog<ConfirmDialog>(
        [&] {
            result = ConfirmDialog::ask(nullptr, QStringLiteral("Disconnect"),
                                        QStringLiteral("<b>Sure?</b>"), targets,
                                        QStringLiteral("Disconnect"), kind);
        },
        act);
    return result && wasShown;
}

void tst_ConfirmDialog::keysCancel_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("Enter") << Qt::Key_Return;
    QTest::newRow("Escape") << Qt::Key_Escape;
    QTest::newRow("Space") << Qt::Key_Space;
}

void tst_ConfirmDialog::keysCancel()
{
    QFETCH(Qt::Key, key);
    bool wasClosed = false;
    const bool confirmed = ask({QStringLiteral("a")}, [&](ConfirmDialog &dialog) {
        QWidget *target = dialog.focusWidget() ? dialog.focusWidget() : &dialog;
        QTest::keyClick(target, key);
        wasClosed = !dialog.isVisible();
    });
    QVERIFY(!confirmed);
    QVERIFY(wasClosed);
}

void tst_ConfirmDialog::actionIsTakenOnlyByItsButton()
{
    QVERIFY(ask({}, [](ConfirmDialog &dialog) {
        auto *action = dialog.findChild<QPushButton *>(QStringLiteral("action"));
        QCOMPARE(action->text(), QStringLiteral("Disconnect"));
        QTest::mouseClick(action, Qt::LeftButton);
    }));
}

void tst_ConfirmDialog::namesTheTargets()
{
    QString text;
    const bool confirmed =
        ask({QStringLiteral("anna"), QStringLiteral("bert")}, [&](ConfirmDialog &dialog) {
            text = dialog.findChild<QPlainTextEdit *>()->toPlainText();
        });
    QVERIFY(!confirmed);
    QCOMPARE(text, QStringLiteral("anna\nbert"));
}

void tst_ConfirmDialog::tellsManyTargetsByNumber()
{
    QStringList targets;
    for (int i = 0; i < ConfirmDialog::MaxListed + 7; ++i)
        targets.append(QStringLiteral("client-%1").arg(i));
    QStringList lines;
    const bool confirmed = ask(targets, [&](ConfirmDialog &dialog) {
        lines = dialog.findChild<QPlainTextEdit *>()->toPlainText().split(u'\n');
    });
    QVERIFY(!confirmed);
    QCOMPARE(lines.size(), ConfirmDialog::MaxListed + 1);
    QVERIFY(lines.last().contains(u'7'));
}

void tst_ConfirmDialog::textOfClientsIsNoMarkup()
{
    bool found = false;
    const bool confirmed = ask({}, [&](ConfirmDialog &dialog) {
        found = dialog.accessibleDescription() == QStringLiteral("<b>Sure?</b>");
    });
    QVERIFY(!confirmed);
    QVERIFY(found);
}

void tst_ConfirmDialog::remembersOnlyWhatWasConfirmed()
{
    const QString kind = QStringLiteral("disconnect");
    QVERIFY(!ask(
        {}, [](ConfirmDialog &dialog) { dialog.findChild<QCheckBox *>()->setChecked(true); },
        kind));
    // Still asks: it was cancelled.
    QVERIFY(ask(
        {},
        [](ConfirmDialog &dialog) {
            QVERIFY(dialog.findChild<QCheckBox *>()->isVisible());
            dialog.findChild<QCheckBox *>()->setChecked(true);
            dialog.findChild<QPushButton *>(QStringLiteral("action"))->click();
        },
        kind));
    QVERIFY(ConfirmDialog::ask(nullptr, {}, {}, {}, {}, kind));
}

void tst_ConfirmDialog::canBeAskedAgain()
{
    const QString kind = QStringLiteral("revoke");
    QSettings().setValue(QStringLiteral("confirmations/") + kind, true);
    QVERIFY(ConfirmDialog::ask(nullptr, {}, {}, {}, {}, kind));
    ConfirmDialog::resetKinds();
    QVERIFY(ask(
        {},
        [](ConfirmDialog &dialog) {
            dialog.findChild<QPushButton *>(QStringLiteral("action"))->click();
        },
        kind));
}

QTEST_MAIN(tst_ConfirmDialog)

#include "tst_confirmdialog.moc"
