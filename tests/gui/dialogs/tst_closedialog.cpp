// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/closedialog.h"

#include <QCheckBox>
#include <QPushButton>
#include <QTest>

using namespace Signalbox;

class tst_CloseDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void buttonsAnswer_data();
    void buttonsAnswer();
    void keysCancel();
    void withoutATrayItCannotBeKept();
    void remembersIfAsked();
};

void tst_CloseDialog::buttonsAnswer_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<CloseDialog::Answer>("answer");
    QTest::newRow("stop") << QStringLiteral("stop") << CloseDialog::Answer::StopServer;
    QTest::newRow("keep") << QStringLiteral("keep") << CloseDialog::Answer::KeepInTray;
    QTest::newRow("cancel") << QStringLiteral("cancel") << CloseDialog::Answer::Cancel;
}

void tst_CloseDialog::buttonsAnswer()
{
    QFETCH(QString, button);
    QFETCH(CloseDialog::Answer, answer);
    CloseDialog dialog(3, true);
    dialog.show();
    QTest::mouseClick(dialog.findChild<QPushButton *>(button), Qt::LeftButton);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(dialog.answer(), answer);
}

void tst_CloseDialog::keysCancel()
{
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Escape}) {
        CloseDialog dialog(3, true);
        dialog.show();
        QTest::keyClick(dialog.focusWidget() ? dialog.focusWidget() : &dialog, key);
        QVERIFY(!dialog.isVisible());
        QCOMPARE(dialog.answer(), CloseDialog::Answer::Cancel);
    }
}

void tst_CloseDialog::withoutATrayItCannotBeKept()
{
    const CloseDialog dialog(0, false);
    const auto *keep = dialog.findChild<QPushButton *>(QStringLiteral("keep"));
    QVERIFY(!keep->isEnabled());
    QVERIFY(!keep->toolTip().isEmpty());
}

void tst_CloseDialog::remembersIfAsked()
{
    CloseDialog dialog(0, true);
    QVERIFY(!dialog.isRemembered());
    dialog.findChild<QCheckBox *>()->click();
    QVERIFY(dialog.isRemembered());
}

QTEST_MAIN(tst_CloseDialog)

#include "tst_closedialog.moc"
