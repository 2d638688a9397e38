// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme/themecolors.h"

#include <cmath>

namespace Signalbox::ThemeColors {

namespace {

struct Pair
{
    QRgb light;
    QRgb dark;
};

Pair colors(ThemeRole role)
{
    switch (role) {
    case ThemeRole::Window:
        return {0xfff3f5f8, 0xff14191f};
    case ThemeRole::Surface:
        return {0xffffffff, 0xff1c232b};
    case ThemeRole::SurfaceAlternate:
        return {0xfff7f9fb, 0xff20282f};
    case ThemeRole::SurfaceHover:
        return {0xffe9eef4, 0xff29323c};
    case ThemeRole::Sidebar:
        return {0xffeaeef3, 0xff10151a};
    case ThemeRole::Border:
        return {0xffd3dbe4, 0xff333e4a};
    case ThemeRole::Text:
        return {0xff18232f, 0xffe6ecf2};
    case ThemeRole::Muted:
        return {0xff566371, 0xff9dabb9};
    case ThemeRole::Disabled:
        return {0xff97a2ae, 0xff5f6b78};
    case ThemeRole::Accent:
        return {0xff1460b0, 0xff74b6ff};
    case ThemeRole::AccentHover:
        return {0xff0f4f94, 0xff97c8ff};
    case ThemeRole::TextOnAccent:
        return {0xffffffff, 0xff0a1826};
    case ThemeRole::Selection:
        return {0xffcfe3fa, 0xff24476c};
    case ThemeRole::TextOnSelection:
        return {0xff0e2238, 0xffffffff};
    case ThemeRole::Information:
        return {0xff1460b0, 0xff74b6ff};
    case ThemeRole::Good:
        return {0xff146c37, 0xff5fd38a};
    case ThemeRole::Warning:
        return {0xff805200, 0xfff2b84f};
    case ThemeRole::Bad:
        return {0xffb91f28, 0xffff8f89};
    case ThemeRole::TextOnBad:
        return {0xffffffff, 0xff2a0a0a};
    case ThemeRole::InformationSurface:
        return {0xffe2eefb, 0xff16304b};
    case ThemeRole::GoodSurface:
        return {0xffe0f3e7, 0xff163524};
    case ThemeRole::WarningSurface:
        return {0xfffdf0d3, 0xff3a2d12};
    case ThemeRole::BadSurface:
        return {0xfffde4e3, 0xff451d1f};
    }
    Q_UNREACHABLE();
}

double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

} // namespace

QColor color(ThemeRole role, bool isDark)
{
    const Pair pair = colors(role);
    return QColor::fromRgb(isDark ? pair.dark : pair.light);
}

QPalette palette(bool isDark)
{
    const auto of = [isDark](ThemeRole role) { return color(role, isDark); };
    QPalette result;
    result.setColor(QPalette::Window, of(ThemeRole::Window));
    result.setColor(QPalette::WindowText, of(ThemeRole::Text));
    result.setColor(QPalette::Base, of(ThemeRole::Surface));
    result.setColor(QPalette::AlternateBase, of(ThemeRole::SurfaceAlternate));
    result.setColor(QPalette::Text, of(ThemeRole::Text));
    result.setColor(QPalette::PlaceholderText, of(ThemeRole::Muted));
    result.setColor(QPalette::Button, of(ThemeRole::Surface));
    result.setColor(QPalette::ButtonText, of(ThemeRole::Text));
    result.setColor(QPalette::BrightText, of(ThemeRole::TextOnBad));
    result.setColor(QPalette::ToolTipBase, of(ThemeRole::Surface));
    result.setColor(QPalette::ToolTipText, of(ThemeRole::Text));
    result.setColor(QPalette::Highlight, of(ThemeRole::Selection));
    result.setColor(QPalette::HighlightedText, of(ThemeRole::TextOnSelection));
    result.setColor(QPalette::Link, of(ThemeRole::Accent));
    result.setColor(QPalette::LinkVisited, of(ThemeRole::Accent));
    // Fusion draws its bevels with these.
    result.setColor(QPalette::Light, of(ThemeRole::SurfaceHover));
    result.setColor(QPalette::Midlight, of(ThemeRole::SurfaceAlternate));
    result.setColor(QPalette::Mid, of(ThemeRole::Border));
    result.setColor(QPalette::Dark, of(ThemeRole::Border));
    result.setColor(QPalette::Shadow, isDark ? QColor(Qt::black) : of(ThemeRole::Muted));
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        result.setColor(QPalette::Disabled, role, of(ThemeRole::Disabled));
    result.setColor(QPalette::Disabled, QPalette::Base, of(ThemeRole::Window));
    result.setColor(QPalette::Disabled, QPalette::Highlight, of(ThemeRole::SurfaceHover));
    return result;
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace Signalbox::ThemeColors
