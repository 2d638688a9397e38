// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connections/sendeventdialog.h"
#include "gui/dialogs/closedialog.h"
#include "gui/dialogs/confirmdialog.h"
#include "gui/dialogs/emergencydialog.h"
#include "gui/dialogs/portinusedialog.h"
#include "gui/tokens/issuetokendialog.h"
#include "gui/tokens/statictokendialog.h"
#include "tests/gui/support/fakehub.h"

#include <QPushButton>
#include <QTest>

using namespace Signalbox;

using DialogPointer = std::shared_ptr<QDialog>;

/// What Enter does in a field of a dialog: what one came for, or nothing if that destroys.
class tst_DefaultButton : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheOneThatIsMeant_data();
    void isTheOneThatIsMeant();
};

void tst_DefaultButton::isTheOneThatIsMeant_data()
{
    QTest::addColumn<DialogPointer>("dialog");
    QTest::addColumn<QString>("button");
    static FakeOperator hubOperator;
    const auto row = [](const char *name, auto *dialog, const char *button) {
        QTest::newRow(name) << DialogPointer(dialog) << QString::fromLatin1(button);
    };
    const QString text = QStringLiteral("text");
    row("close", new CloseDialog(1, true), "cancel");
    row("confirm", new ConfirmDialog(text, text, {text}, text), "cancel");
    row("emergency", new EmergencyDialog(1), "cancel");
    row("issue a token", new IssueTokenDialog(hubOperator), "issue");
    row("port in use", new PortInUseDialog(8001, text), "retry");
    row("send an event", new SendEventDialog(text), "send");
    row("static token", new StaticTokenDialog, "set");
}

void tst_DefaultButton::isTheOneThatIsMeant()
{
    QFETCH(const DialogPointer, dialog);
    QFETCH(const QString, button);
    dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(dialog.get()));
    QStringList defaults;
    for (const QPushButton *one : dialog->findChildren<QPushButton *>()) {
        if (one->isDefault())
            defaults.append(one->objectName());
    }
    QCOMPARE(defaults, QStringList(button));
}

QTEST_MAIN(tst_DefaultButton)

#include "tst_defaultbutton.moc"
