// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mnemonic.h"

#include <QTest>

using namespace Signalbox;

class tst_Mnemonic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTakenOut_data();
    void isTakenOut();
    void ofAStranger_data();
    void ofAStranger();
};

void tst_Mnemonic::isTakenOut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("none") << QStringLiteral("Export") << QStringLiteral("Export");
    QTest::newRow("in the word") << QStringLiteral("E&xport…") << QStringLiteral("Export…");
    QTest::newRow("escaped") << QStringLiteral("&A && B") << QStringLiteral("A & B");
    QTest::newRow("in parentheses") << QStringLiteral("导出(&E)…") << QStringLiteral("导出…");
    QTest::newRow("other parentheses")
        << QStringLiteral("&Body (data)") << QStringLiteral("Body (data)");
}

void tst_Mnemonic::isTakenOut()
{
    QFETCH(QString, text);
    QTEST(withoutMnemonic(text), "expected");
}

void tst_Mnemonic::ofAStranger_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("plain") << QStringLiteral("project:7") << QStringLiteral("project:7");
    QTest::newRow("ampersands") << QStringLiteral("a&b&&") << QStringLiteral("a&&b&&&&");
    QTest::newRow("would be a shortcut")
        << QStringLiteral("a\tCtrl+Q") << QStringLiteral("a Ctrl+Q");
    QTest::newRow("long") << QString(200, u'x') << QString(59, u'x') + u'…';
}

void tst_Mnemonic::ofAStranger()
{
    QFETCH(QString, text);
    QTEST(asActionText(text), "expected");
}

QTEST_APPLESS_MAIN(tst_Mnemonic)
#include "tst_mnemonic.moc"
