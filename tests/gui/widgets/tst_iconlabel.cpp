// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/iconlabel.h"

#include "gui/theme/theme.h"
#include "tests/gui/support/drawn.h"

#include <QTest>

using namespace Signalbox;

class tst_IconLabel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheTheme();
    void keepsItsPlace();
};

void tst_IconLabel::followsTheTheme()
{
    const QColor light = ThemeColors::color(Theme::Role::Bad, false);
    const QColor dark = ThemeColors::color(Theme::Role::Bad, true);
    Theme theme;
    theme.setChoice(Theme::Choice::Light);
    IconLabel label(32, Theme::icon(QStringLiteral("emergency"), Theme::Role::Bad));
    QVERIFY(Test::isDrawnIn(label, light));
    QVERIFY(!Test::isDrawnIn(label, dark));
    theme.setChoice(Theme::Choice::Dark);
    QVERIFY(Test::isDrawnIn(label, dark));
    QVERIFY(!Test::isDrawnIn(label, light));
}

void tst_IconLabel::keepsItsPlace()
{
    const QColor ink = Theme::color(Theme::Role::Good);
    IconLabel label(16);
    QCOMPARE(label.sizeHint(), QSize(16, 16));
    QVERIFY(!Test::isDrawnIn(label, ink));
    label.setIcon(Theme::icon(QStringLiteral("success"), Theme::Role::Good));
    QVERIFY(Test::isDrawnIn(label, ink));
    label.setIcon({});
    QVERIFY(!Test::isDrawnIn(label, ink));
    QCOMPARE(label.sizeHint(), QSize(16, 16));
    label.setContentsMargins(0, 3, 0, 0);
    QCOMPARE(label.sizeHint(), QSize(16, 19));
}

QTEST_MAIN(tst_IconLabel)
#include "tst_iconlabel.moc"
