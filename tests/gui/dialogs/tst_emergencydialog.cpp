// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/emergencydialog.h"

#include "gui/dialogs/confirmdialog.h"
#include "tests/gui/support/modaldialog.h"
#include "tests/gui/support/shellfixture.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Signalbox;

class tst_EmergencyDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tripsWithTheReason();
    void enterInTheReasonCancels();
    void setsBackAfterAQuestion();
    void tellsAFailure();
    void readOnlyAsksNothing();
};

void tst_EmergencyDialog::tripsWithTheReason()
{
    ShellFixture fixture;
    fixture.monitor.setStatus(ShellFixture::listening());
    QSignalSpy toasts(&fixture.console, &Console::toastRequested);
    QVERIFY(withDialog<EmergencyDialog>(
        [&] { EmergencyDialog::toggle(fixture.console, nullptr); },
        [](EmergencyDialog &dialog) {
            QTest::keyClicks(dialog.findChild<QLineEdit *>(), QStringLiteral(" wrong  prices "));
            dialog.findChild<QPushButton *>(QStringLiteral("action"))->click();
        }));
    QCOMPARE(fixture.hubOperator.emergencies.calls.size(), size_t(1));
    const auto [tripped, reason] = fixture.hubOperator.emergencies.calls.front();
    QVERIFY(tripped);
    QCOMPARE(reason, QStringLiteral("wrong prices"));
    QTRY_COMPARE(toasts.size(), 1);
}

void tst_EmergencyDialog::enterInTheReasonCancels()
{
    ShellFixture fixture;
    QVERIFY(withDialog<EmergencyDialog>([&] { EmergencyDialog::toggle(fixture.console, nullptr); },
                                        [](EmergencyDialog &dialog) {
                                            QTest::keyClick(dialog.findChild<QLineEdit *>(),
                                                            Qt::Key_Return);
                                            QVERIFY(!dialog.isVisible());
                                        }));
    QVERIFY(fixture.hubOperator.emergencies.calls.empty());
}

void tst_EmergencyDialog::setsBackAfterAQuestion()
{
    ShellFixture fixture;
    HubStatus status = ShellFixture::listening();
    status.isTripped = true;
    fixture.monitor.setStatus(status);
    QVERIFY(withDialog<ConfirmDialog>(
        [&] { EmergencyDialog::toggle(fixture.console, nullptr); },
        [](ConfirmDialog &dialog) {
            dialog.findChild<QPushButton *>(QStringLiteral("action"))->click();
        }));
    QCOMPARE(fixture.hubOperator.emergencies.calls.size(), size_t(1));
    QVERIFY(!std::get<bool>(fixture.hubOperator.emergencies.calls.front()));
}

void tst_EmergencyDialog::tellsAFailure()
{
    ShellFixture fixture;
    fixture.hubOperator.emergencies.answer = fail(ErrorCode::Io, QStringLiteral("disk full"));
    QSignalSpy toasts(&fixture.console, &Console::toastRequested);
    QVERIFY(withDialog<EmergencyDialog>(
        [&] { EmergencyDialog::toggle(fixture.console, nullptr); },
        [](EmergencyDialog &dialog) {
            dialog.findChild<QPushButton *>(QStringLiteral("action"))->click();
        }));
    QTRY_COMPARE(toasts.size(), 1);
    QVERIFY(toasts.first().first().toString().contains(QStringLiteral("disk full")));
    QCOMPARE(toasts.first().at(1).value<Console::Tone>(), Console::Tone::Error);
}

void tst_EmergencyDialog::readOnlyAsksNothing()
{
    ShellFixture fixture;
    fixture.console.setReadOnly(true);
    EmergencyDialog::toggle(fixture.console, nullptr);
    QVERIFY(fixture.hubOperator.emergencies.calls.empty());
}

QTEST_MAIN(tst_EmergencyDialog)

#include "tst_emergencydialog.moc"
