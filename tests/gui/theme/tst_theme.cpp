// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cstdlib>

using namespace Signalbox;

class tst_Theme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choiceDecides();
    void iconFollowsTheTheme();
    void iconHasItsRole();
    void disabledIconIsPaler();
    void iconIsSharpAtTwiceTheSize();
    void unknownIconIsNull();
    void everyIconDrawsSomething();
    void styleSheetNamesOnlyRoles();
    void styleSheetFindsItsPictures();
    void disabledCheckBoxHasItsTick_data();
    void disabledCheckBoxHasItsTick();
};

namespace {

/// The colour of the most opaque pixel; invalid if nothing is drawn.
QColor ink(const QIcon &icon, QIcon::Mode mode = QIcon::Normal)
{
    const QImage image = icon.pixmap(QSize(32, 32), mode).toImage();
    QColor result;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() == 255)
                result = pixel;
        }
    }
    return result;
}

} // namespace

void tst_Theme::choiceDecides()
{
    Theme theme;
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setChoice(Theme::Choice::Dark);
    QVERIFY(Theme::isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Window),
             ThemeColors::color(Theme::Role::Window, true));
    theme.setChoice(Theme::Choice::Light);
    QVERIFY(!Theme::isDark());
    QVERIFY(changed.size() >= 1);
    changed.clear();
    theme.setChoice(Theme::Choice::Light);
    QCOMPARE(changed.size(), 0);
    // One of the two looks as the system does: the choice has changed all the same.
    theme.setChoice(Theme::Choice::System);
    QVERIFY(changed.size() >= 1);
    QCOMPARE(theme.choice(), Theme::Choice::System);
    changed.clear();
    theme.setChoice(Theme::isDark() ? Theme::Choice::Dark : Theme::Choice::Light);
    QCOMPARE(changed.size(), 1);
}

void tst_Theme::iconFollowsTheTheme()
{
    Theme theme;
    theme.setChoice(Theme::Choice::Light);
    const QIcon icon = Theme::icon(QStringLiteral("events"));
    QCOMPARE(ink(icon), ThemeColors::color(Theme::Role::Text, false));
    theme.setChoice(Theme::Choice::Dark);
    QCOMPARE(ink(icon), ThemeColors::color(Theme::Role::Text, true));
    QCOMPARE(ink(icon, QIcon::Selected), ThemeColors::color(Theme::Role::TextOnSelection, true));
}

void tst_Theme::iconHasItsRole()
{
    Theme theme;
    theme.setChoice(Theme::Choice::Light);
    QCOMPARE(ink(Theme::icon(QStringLiteral("warning"), Theme::Role::Warning)),
             Theme::color(Theme::Role::Warning));
}

void tst_Theme::disabledIconIsPaler()
{
    Theme theme;
    const QIcon icon = Theme::icon(QStringLiteral("publish"));
    QCOMPARE(ink(icon, QIcon::Disabled), Theme::color(Theme::Role::Disabled));
}

void tst_Theme::iconIsSharpAtTwiceTheSize()
{
    const QPixmap pixmap = Theme::icon(QStringLiteral("help")).pixmap(QSize(24, 24), 2.0);
    QCOMPARE(pixmap.size(), QSize(48, 48));
    QCOMPARE(pixmap.devicePixelRatio(), 2.0);
}

void tst_Theme::unknownIconIsNull()
{
    QVERIFY(Theme::icon(QStringLiteral("no-such-icon")).isNull());
}

void tst_Theme::everyIconDrawsSomething()
{
    const QStringList files =
        QDir(QStringLiteral(":/icons/ui")).entryList({QStringLiteral("*.svg")});
    QVERIFY(files.size() >= 20);
    for (const QString &file : files) {
        const QColor color = ink(Theme::icon(file.chopped(4), Theme::Role::Bad));
        QVERIFY2(color == Theme::color(Theme::Role::Bad), qPrintable(file));
    }
}

void tst_Theme::styleSheetNamesOnlyRoles()
{
    Theme theme;
    QVERIFY(!qApp->styleSheet().isEmpty());
    QVERIFY2(!qApp->styleSheet().section(QStringLiteral("*/"), 1).contains(u'@'),
             "a name that is no role was left in the style sheet");
}

/// In some distributions what reads them is a package of its own.
void tst_Theme::styleSheetFindsItsPictures()
{
    Theme theme;
    static const QRegularExpression url(QStringLiteral("url\\(([^)]*)\\)"));
    int pictures = 0;
    for (auto match = url.globalMatch(qApp->styleSheet()); match.hasNext(); ++pictures) {
        const QString path = match.next().captured(1);
        QVERIFY2(!QPixmap(path).isNull(), qPrintable(path));
    }
    QVERIFY(pictures > 0);
}

void tst_Theme::disabledCheckBoxHasItsTick_data()
{
    QTest::addColumn<Theme::Choice>("choice");
    QTest::newRow("light") << Theme::Choice::Light;
    QTest::newRow("dark") << Theme::Choice::Dark;
}

void tst_Theme::disabledCheckBoxHasItsTick()
{
    QFETCH(const Theme::Choice, choice);
    Theme theme;
    theme.setChoice(choice);
    QCheckBox box;
    box.setChecked(true);
    box.setEnabled(false);
    box.show();
    const QImage image = box.grab().toImage();
    const int ground = Theme::color(Theme::Role::Disabled).lightness();
    int furthest = 0; // of what is drawn in the midst of the box, from its ground
    const int middle = image.height() / 2;
    for (int y = middle - 4; y <= middle + 4; ++y) {
        for (int x = 4; x < 13; ++x)
            furthest = std::max(furthest, std::abs(image.pixelColor(x, y).lightness() - ground));
    }
    QVERIFY2(furthest > 60, qPrintable(QString::number(furthest)));
}

QTEST_MAIN(tst_Theme)

#include "tst_theme.moc"
