// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/commandpalette.h"

#include "gui/dialogs/fuzzymatch.h"

#include <QAction>
#include <QLineEdit>
#include <QListWidget>
#include <QTest>

using namespace Signalbox;

class tst_CommandPalette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fits_data();
    void fits();
    void ranks_data();
    void ranks();
    void enterTakesTheBest();
    void arrowsMoveInTheList();
    void disabledIsShownAndNotTaken();
    void nothingThatFitsTakesNothing();
};

void tst_CommandPalette::fits_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fits");
    const QString text = QStringLiteral("Emergency stop");
    QTest::newRow("all") << QString() << text << true;
    QTest::newRow("initials") << QStringLiteral("es") << text << true;
    QTest::newRow("regardless of case") << QStringLiteral("STOP") << text << true;
    QTest::newRow("words in their order") << QStringLiteral("emer st") << text << true;
    QTest::newRow("another order") << QStringLiteral("pots") << text << false;
    QTest::newRow("too long") << QStringLiteral("emergency stops") << text << false;
    QTest::newRow("Chinese") << QStringLiteral("设") << QStringLiteral("设置") << true;
}

void tst_CommandPalette::fits()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QFETCH(bool, fits);
    QCOMPARE(fuzzyScore(pattern, text) > 0, fits);
}

void tst_CommandPalette::ranks_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("beginning") << QStringLiteral("ev") << QStringLiteral("Events")
                               << QStringLiteral("Forever");
    QTest::newRow("together") << QStringLiteral("log") << QStringLiteral("Show the log")
                              << QStringLiteral("Local opening");
    QTest::newRow("words") << QStringLiteral("rl") << QStringLiteral("Reset layout")
                           << QStringLiteral("Early");
}

void tst_CommandPalette::ranks()
{
    QFETCH(QString, pattern);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    QVERIFY(fuzzyScore(pattern, worse) > 0 || pattern == u"log");
    QVERIFY(fuzzyScore(pattern, better) > fuzzyScore(pattern, worse));
}

void tst_CommandPalette::enterTakesTheBest()
{
    QAction refresh(QStringLiteral("&Refresh"));
    QAction events(QStringLiteral("Events"));
    QAction separator;
    separator.setSeparator(true);
    CommandPalette palette({&refresh, &separator, &events});
    palette.show();
    QCOMPARE(palette.findChild<QListWidget *>()->count(), 2);
    auto *edit = palette.findChild<QLineEdit *>();
    QTest::keyClicks(edit, QStringLiteral("evt"));
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(!palette.isVisible());
    QCOMPARE(palette.chosen(), &events);
}

void tst_CommandPalette::arrowsMoveInTheList()
{
    QAction one(QStringLiteral("One"));
    QAction two(QStringLiteral("Two"));
    CommandPalette palette({&one, &two});
    palette.show();
    auto *edit = palette.findChild<QLineEdit *>();
    QTest::keyClick(edit, Qt::Key_Down);
    QTest::keyClick(edit, Qt::Key_Down); // no further than the end
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(palette.chosen(), &two);
}

void tst_CommandPalette::disabledIsShownAndNotTaken()
{
    QAction pause(QStringLiteral("Pause"));
    pause.setEnabled(false);
    CommandPalette palette({&pause});
    palette.show();
    QTest::keyClick(palette.findChild<QLineEdit *>(), Qt::Key_Return);
    QVERIFY(palette.isVisible());
    QCOMPARE(palette.chosen(), nullptr);
}

void tst_CommandPalette::nothingThatFitsTakesNothing()
{
    QAction pause(QStringLiteral("Pause"));
    CommandPalette palette({&pause});
    palette.show();
    auto *edit = palette.findChild<QLineEdit *>();
    QTest::keyClicks(edit, QStringLiteral("xyz"));
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(palette.isVisible());
    QCOMPARE(palette.chosen(), nullptr);
}

QTEST_MAIN(tst_CommandPalette)

#include "tst_commandpalette.moc"
