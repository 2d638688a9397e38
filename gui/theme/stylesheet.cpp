// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme/stylesheet.h"

#include "gui/theme/themecolors.h"

#include <QFile>

namespace Signalbox {

namespace {

struct Name
{
    const char *name;
    ThemeRole role;
};

constexpr Name Names[] = {
    {"@window", ThemeRole::Window},
    {"@surface-hover", ThemeRole::SurfaceHover},
    {"@surface-alternate", ThemeRole::SurfaceAlternate},
    {"@surface", ThemeRole::Surface},
    {"@sidebar", ThemeRole::Sidebar},
    {"@border", ThemeRole::Border},
    {"@text-on-accent", ThemeRole::TextOnAccent},
    {"@text-on-selection", ThemeRole::TextOnSelection},
    {"@text-on-bad", ThemeRole::TextOnBad},
    {"@text", ThemeRole::Text},
    {"@muted", ThemeRole::Muted},
    {"@disabled", ThemeRole::Disabled},
    {"@accent-hover", ThemeRole::AccentHover},
    {"@accent", ThemeRole::Accent},
    {"@selection", ThemeRole::Selection},
    {"@bad-surface", ThemeRole::BadSurface},
    {"@bad", ThemeRole::Bad},
};

} // namespace

QString styleSheet(bool isDark)
{
    QFile file(QStringLiteral(":/theme/style.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const QString white = QStringLiteral("check-white.svg");
    const QString black = QStringLiteral("check-black.svg");
    sheet.replace(QStringLiteral("@check-on-accent"), isDark ? black : white);
    sheet.replace(QStringLiteral("@check-on-menu"), isDark ? white : black);
    // A longer name comes before one that it starts with.
    for (const Name &name : Names)
        sheet.replace(QLatin1String(name.name), ThemeColors::color(name.role, isDark).name());
    return sheet;
}

} // namespace Signalbox
