// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme/themecolors.h"

#include <QTest>

using namespace Signalbox;

class tst_ThemeColors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastIsThatOfTheGuidelines();
    void textCanBeRead_data();
    void textCanBeRead();
    void paletteCanBeRead_data();
    void paletteCanBeRead();
};

using Role = ThemeRole;

void tst_ThemeColors::contrastIsThatOfTheGuidelines()
{
    QCOMPARE(ThemeColors::contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(ThemeColors::contrast(Qt::red, Qt::red), 1.0);
    // The grey that is known to be the lightest to pass on white.
    QVERIFY(ThemeColors::contrast(QColor(0x76, 0x76, 0x76), Qt::white) >= 4.5);
    QVERIFY(ThemeColors::contrast(QColor(0x77, 0x77, 0x77), Qt::white) < 4.5);
}

void tst_ThemeColors::textCanBeRead_data()
{
    QTest::addColumn<Role>("text");
    QTest::addColumn<Role>("background");
    QTest::addColumn<bool>("isDark");

    const QList<std::pair<const char *, Role>> texts{
        {"text", Role::Text},     {"muted", Role::Muted},
        {"accent", Role::Accent}, {"information", Role::Information},
        {"good", Role::Good},     {"warning", Role::Warning},
        {"bad", Role::Bad},
    };
    const QList<std::pair<const char *, Role>> backgrounds{
        {"window", Role::Window},
        {"surface", Role::Surface},
        {"alternate rows", Role::SurfaceAlternate},
        {"hover", Role::SurfaceHover},
        {"sidebar", Role::Sidebar},
    };
    for (const bool isDark : {false, true}) {
        const char *theme = isDark ? "dark" : "light";
        for (const auto &[textName, text] : texts) {
            for (const auto &[backgroundName, background] : backgrounds)
                QTest::addRow("%s: %s on %s", theme, textName, backgroundName)
                    << text << background << isDark;
        }
        const auto row = [&](const char *name, Role text, Role background) {
            QTest::addRow("%s: %s", theme, name) << text << background << isDark;
        };
        row("on accent", Role::TextOnAccent, Role::Accent);
        row("on accent under the mouse", Role::TextOnAccent, Role::AccentHover);
        row("on bad", Role::TextOnBad, Role::Bad);
        row("on selection", Role::TextOnSelection, Role::Selection);
        row("text on information", Role::Text, Role::InformationSurface);
        row("text on good", Role::Text, Role::GoodSurface);
        row("text on warning", Role::Text, Role::WarningSurface);
        row("text on bad", Role::Text, Role::BadSurface);
        row("information on its surface", Role::Information, Role::InformationSurface);
        row("good on its surface", Role::Good, Role::GoodSurface);
        row("warning on its surface", Role::Warning, Role::WarningSurface);
        row("bad on its surface", Role::Bad, Role::BadSurface);
    }
}

void tst_ThemeColors::textCanBeRead()
{
    QFETCH(Role, text);
    QFETCH(Role, background);
    QFETCH(bool, isDark);
    const double contrast = ThemeColors::contrast(ThemeColors::color(text, isDark),
                                                  ThemeColors::color(background, isDark));
    QVERIFY2(contrast >= 4.5, qPrintable(QString::number(contrast)));
}

void tst_ThemeColors::paletteCanBeRead_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void tst_ThemeColors::paletteCanBeRead()
{
    QFETCH(bool, isDark);
    const QPalette palette = ThemeColors::palette(isDark);
    const auto contrast = [&](QPalette::ColorRole text, QPalette::ColorRole background) {
        return ThemeColors::contrast(palette.color(text), palette.color(background));
    };
    QVERIFY(contrast(QPalette::WindowText, QPalette::Window) >= 4.5);
    QVERIFY(contrast(QPalette::Text, QPalette::Base) >= 4.5);
    QVERIFY(contrast(QPalette::Text, QPalette::AlternateBase) >= 4.5);
    QVERIFY(contrast(QPalette::ButtonText, QPalette::Button) >= 4.5);
    QVERIFY(contrast(QPalette::PlaceholderText, QPalette::Base) >= 4.5);
    QVERIFY(contrast(QPalette::ToolTipText, QPalette::ToolTipBase) >= 4.5);
    QVERIFY(contrast(QPalette::HighlightedText, QPalette::Highlight) >= 4.5);
    QVERIFY(contrast(QPalette::Link, QPalette::Base) >= 4.5);
    QCOMPARE(palette.color(QPalette::Window).lightness() < 128, isDark);
}

QTEST_APPLESS_MAIN(tst_ThemeColors)

#include "tst_themecolors.moc"
