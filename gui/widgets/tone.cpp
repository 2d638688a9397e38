// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/tone.h"

#include <QCoreApplication>

namespace Signalbox::Tone {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Signalbox::Tone)
};

QString iconName(Console::Tone tone)
{
    switch (tone) {
    case Console::Tone::Success:
        return QStringLiteral("success");
    case Console::Tone::Information:
        return QStringLiteral("information");
    case Console::Tone::Warning:
        return QStringLiteral("warning");
    case Console::Tone::Error:
        return QStringLiteral("error");
    }
    Q_UNREACHABLE();
}

} // namespace

QIcon icon(Console::Tone tone)
{
    return Theme::icon(iconName(tone), role(tone));
}

ThemeRole role(Console::Tone tone)
{
    switch (tone) {
    case Console::Tone::Success:
        return ThemeRole::Good;
    case Console::Tone::Information:
        return ThemeRole::Information;
    case Console::Tone::Warning:
        return ThemeRole::Warning;
    case Console::Tone::Error:
        return ThemeRole::Bad;
    }
    Q_UNREACHABLE();
}

ThemeRole surface(Console::Tone tone)
{
    switch (tone) {
    case Console::Tone::Success:
        return ThemeRole::GoodSurface;
    case Console::Tone::Information:
        return ThemeRole::InformationSurface;
    case Console::Tone::Warning:
        return ThemeRole::WarningSurface;
    case Console::Tone::Error:
        return ThemeRole::BadSurface;
    }
    Q_UNREACHABLE();
}

QString name(Console::Tone tone)
{
    switch (tone) {
    case Console::Tone::Success:
        return Text::tr("Done");
    case Console::Tone::Information:
        return Text::tr("Information");
    case Console::Tone::Warning:
        return Text::tr("Warning");
    case Console::Tone::Error:
        return Text::tr("Error");
    }
    Q_UNREACHABLE();
}

} // namespace Signalbox::Tone
