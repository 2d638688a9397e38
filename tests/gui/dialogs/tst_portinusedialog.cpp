// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/portinusedialog.h"

#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace Signalbox;

class tst_PortInUseDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void enterTriesAgain();
    void escapeQuits();
    void otherPortIsTheOneThatWasTyped();
    void enterTakesThePortThatWasTyped();
    void proposesWhatWasTypedBefore();
    void proposesAPortThatThereIs();
};

void tst_PortInUseDialog::enterTriesAgain()
{
    PortInUseDialog dialog(8001, {});
    dialog.show();
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(dialog.answer(), PortInUseDialog::Answer::Retry);
}

void tst_PortInUseDialog::escapeQuits()
{
    PortInUseDialog dialog(8001, {});
    dialog.show();
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(dialog.answer(), PortInUseDialog::Answer::Quit);
}

void tst_PortInUseDialog::otherPortIsTheOneThatWasTyped()
{
    PortInUseDialog dialog(8001, {});
    dialog.show();
    auto *port = dialog.findChild<QSpinBox *>();
    QCOMPARE(port->value(), 8002);
    port->selectAll();
    QTest::keyClicks(port, QStringLiteral("9123"));
    dialog.findChild<QPushButton *>(QStringLiteral("other"))->click();
    QCOMPARE(dialog.answer(), PortInUseDialog::Answer::OtherPort);
    QCOMPARE(dialog.port(), quint16(9123));
}

void tst_PortInUseDialog::enterTakesThePortThatWasTyped()
{
    PortInUseDialog dialog(8001, {});
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *port = dialog.findChild<QSpinBox *>();
    port->setFocus();
    port->selectAll();
    QVERIFY(!dialog.findChild<QPushButton *>(QStringLiteral("other"))->isDefault());
    QTest::keyClicks(port, QStringLiteral("18090"));
    QTest::keyClick(port, Qt::Key_Return);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(dialog.answer(), PortInUseDialog::Answer::OtherPort);
    QCOMPARE(dialog.port(), quint16(18090));
}

void tst_PortInUseDialog::proposesWhatWasTypedBefore()
{
    QCOMPARE(PortInUseDialog(8001, {}, 18090).port(), quint16(18090));
    QCOMPARE(PortInUseDialog(8001, {}, 8001).port(), quint16(8002)); // that one was no good
}

void tst_PortInUseDialog::proposesAPortThatThereIs()
{
    const PortInUseDialog dialog(65'535, {});
    QCOMPARE(dialog.port(), quint16(65'534));
}

QTEST_MAIN(tst_PortInUseDialog)

#include "tst_portinusedialog.moc"
