// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connections/sendeventdialog.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Signalbox;

class tst_SendEventDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsWithSomethingValid();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void controlEnterSends();
};

void tst_SendEventDialog::startsWithSomethingValid()
{
    const SendEventDialog dialog(QStringLiteral("anna"));
    QVERIFY(dialog.problem().isEmpty());
    QVERIFY(dialog.event().startsWith("{\"type\":\"notification\",\"data\":{"));
}

void tst_SendEventDialog::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("data");
    QTest::addColumn<QString>("problem");
    const QString object = QStringLiteral("{}");
    QTest::newRow("fine") << QStringLiteral("a.b:c-d_e") << object << QString();
    QTest::newRow("no type") << QString() << object << QStringLiteral("needs a type");
    QTest::newRow("bad type") << QStringLiteral("a b") << object << QStringLiteral("letters");
    QTest::newRow("reserved") << QStringLiteral("connect") << object << QStringLiteral("reserved");
    QTest::newRow("no JSON") << QStringLiteral("a") << QStringLiteral("{")
                             << QStringLiteral("JSON");
    QTest::newRow("no object") << QStringLiteral("a") << QStringLiteral("[]")
                               << QStringLiteral("object");
    QTest::newRow("two values") << QStringLiteral("a") << QStringLiteral("{},\"type\":\"b\"")
                                << QStringLiteral("JSON");
}

void tst_SendEventDialog::saysWhatIsWrong()
{
    QFETCH(QString, type);
    QFETCH(QString, data);
    QFETCH(QString, problem);
    SendEventDialog dialog(QStringLiteral("anna"));
    dialog.findChild<QLineEdit *>()->setText(type);
    dialog.findChild<QPlainTextEdit *>()->setPlainText(data);
    QCOMPARE(dialog.findChild<QPushButton *>(QStringLiteral("send"))->isEnabled(),
             problem.isEmpty());
    QVERIFY2(dialog.problem().contains(problem), qPrintable(dialog.problem()));
    QCOMPARE(dialog.problem().isEmpty(), problem.isEmpty());
}

void tst_SendEventDialog::controlEnterSends()
{
    SendEventDialog dialog(QStringLiteral("anna"));
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    auto *data = dialog.findChild<QPlainTextEdit *>();
    data->setFocus();
    data->setPlainText(QStringLiteral("{}"));
    QTest::keyClick(data, Qt::Key_Return);
    QCOMPARE(accepted.count(), 0);
    QTest::keyClick(data, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(accepted.count(), 1);
}

QTEST_MAIN(tst_SendEventDialog)
#include "tst_sendeventdialog.moc"
