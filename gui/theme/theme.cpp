// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme/theme.h"

#include "gui/theme/consolestyle.h"
#include "gui/theme/stylesheet.h"
#include "gui/theme/systemappearance.h"
#include "gui/theme/themediconengine.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QToolTip>

namespace Signalbox {

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_system(new SystemAppearance(this))
{
    connect(m_system, &SystemAppearance::changed, this, &Theme::apply);
    apply();
}

Theme::~Theme() = default;

void Theme::setChoice(Choice choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    // Who shows the choice must follow even where "as the system" looks the same.
    if (!apply())
        Q_EMIT changed();
}

bool Theme::apply()
{
    const bool dark =
        m_choice == Choice::Dark || (m_choice == Choice::System && m_system->isDark());
    if (m_isApplied && dark == m_wasDark)
        return false;
    if (!m_isApplied) {
        // A style that is set under a style sheet would be deleted with it.
        qApp->setStyleSheet({});
        QApplication::setStyle(new ConsoleStyle);
    }
    m_isApplied = true;
    m_wasDark = dark;
    const QPalette palette = ThemeColors::palette(dark);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    qApp->setStyleSheet(styleSheet(dark));
    Q_EMIT changed();
    return true;
}

bool Theme::isDark()
{
    return QApplication::palette().color(QPalette::Window).lightness() < 128;
}

QColor Theme::color(Role role)
{
    return ThemeColors::color(role, isDark());
}

QIcon Theme::icon(const QString &name)
{
    return ThemedIconEngine::exists(name) ? QIcon(new ThemedIconEngine(name)) : QIcon();
}

QIcon Theme::icon(const QString &name, Role role)
{
    return ThemedIconEngine::exists(name) ? QIcon(new ThemedIconEngine(name, role)) : QIcon();
}

const QFont &Theme::fixedFont()
{
    static const QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    return font;
}

} // namespace Signalbox
