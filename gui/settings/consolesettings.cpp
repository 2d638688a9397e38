// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/consolesettings.h"

namespace Signalbox {

namespace {

constexpr QLatin1String ThemeKey("console/theme");
constexpr QLatin1String LanguageKey("console/language");
constexpr QLatin1String UtcKey("console/utc");
constexpr QLatin1String ReadOnlyKey("console/readOnly");
constexpr QLatin1String CloseKey("console/close");
constexpr QLatin1String TrayKey("console/tray");

/// What an enumerator is called in the file.
template <typename Enum, size_t N>
Enum named(const QString &name, const std::pair<const char *, Enum> (&names)[N])
{
    for (const auto &[text, value] : names) {
        if (name == QLatin1String(text))
            return value;
    }
    return names[0].second;
}

template <typename Enum, size_t N>
QString name(Enum wanted, const std::pair<const char *, Enum> (&names)[N])
{
    for (const auto &[text, value] : names) {
        if (value == wanted)
            return QLatin1String(text);
    }
    return {};
}

constexpr std::pair<const char *, Theme::Choice> Themes[] = {
    {"system", Theme::Choice::System},
    {"light", Theme::Choice::Light},
    {"dark", Theme::Choice::Dark},
};

constexpr std::pair<const char *, ConsoleSettings::CloseAction> CloseActions[] = {
    {"ask", ConsoleSettings::CloseAction::Ask},
    {"stop", ConsoleSettings::CloseAction::StopServer},
    {"tray", ConsoleSettings::CloseAction::KeepInTray},
};

} // namespace

Theme::Choice ConsoleSettings::theme() const
{
    return named(m_settings.value(ThemeKey).toString(), Themes);
}

void ConsoleSettings::setTheme(Theme::Choice choice)
{
    m_settings.setValue(ThemeKey, name(choice, Themes));
}

QString ConsoleSettings::language() const
{
    return m_settings.value(LanguageKey).toString();
}

void ConsoleSettings::setLanguage(const QString &code)
{
    m_settings.setValue(LanguageKey, code);
}

bool ConsoleSettings::showsUtc() const
{
    return m_settings.value(UtcKey).toBool();
}

void ConsoleSettings::setShowsUtc(bool utc)
{
    m_settings.setValue(UtcKey, utc);
}

bool ConsoleSettings::isReadOnly() const
{
    return m_settings.value(ReadOnlyKey).toBool();
}

void ConsoleSettings::setReadOnly(bool readOnly)
{
    m_settings.setValue(ReadOnlyKey, readOnly);
}

ConsoleSettings::CloseAction ConsoleSettings::closeAction() const
{
    return named(m_settings.value(CloseKey).toString(), CloseActions);
}

void ConsoleSettings::setCloseAction(CloseAction action)
{
    m_settings.setValue(CloseKey, name(action, CloseActions));
}

bool ConsoleSettings::showsTray() const
{
    return m_settings.value(TrayKey, true).toBool();
}

void ConsoleSettings::setShowsTray(bool shown)
{
    m_settings.setValue(TrayKey, shown);
}

void ConsoleSettings::resetLayout()
{
    QSettings().remove(LayoutGroup);
}

} // namespace Signalbox
