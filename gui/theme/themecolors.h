// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace Signalbox {

/// What a colour means. Text and Window are the base of all; the others are for what stands out.
enum class ThemeRole {
    Window, ///< behind everything
    Surface, ///< cards, tables, fields
    SurfaceAlternate, ///< every other row
    SurfaceHover,
    Sidebar,
    Border,
    Text,
    Muted, ///< text of less weight
    Disabled,
    Accent, ///< text, icons, lines and filled buttons
    AccentHover,
    TextOnAccent,
    Selection, ///< behind selected text and rows
    TextOnSelection,
    Information,
    Good,
    Warning,
    Bad,
    TextOnBad, ///< on a button filled with Bad
    InformationSurface, ///< behind text of role Text
    GoodSurface,
    WarningSurface,
    BadSurface,
};

/// The colours of the two themes. What is text has a contrast of 4.5:1 at least against Window,
/// Surface, SurfaceAlternate and Sidebar, and against the surface that is made for it.
namespace ThemeColors {

QColor color(ThemeRole role, bool isDark);
QPalette palette(bool isDark);

/// By WCAG 2.1: from 1 to 21.
double contrast(const QColor &a, const QColor &b);

} // namespace ThemeColors

} // namespace Signalbox
