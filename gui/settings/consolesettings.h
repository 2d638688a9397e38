// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QSettings>

namespace Signalbox {

/// What the operator has chosen about the console, kept in QSettings. Never anything secret.
class ConsoleSettings final
{
public:
    enum class CloseAction { Ask, StopServer, KeepInTray };

    [[nodiscard]] Theme::Choice theme() const;
    void setTheme(Theme::Choice choice);
    [[nodiscard]] QString language() const; ///< "de"; empty: the system's
    void setLanguage(const QString &code);
    [[nodiscard]] bool showsUtc() const;
    void setShowsUtc(bool utc);
    [[nodiscard]] bool isReadOnly() const;
    void setReadOnly(bool readOnly);
    [[nodiscard]] CloseAction closeAction() const;
    void setCloseAction(CloseAction action);
    [[nodiscard]] bool showsTray() const;
    void setShowsTray(bool shown);

    /// Where windows and views keep what they look like; resetLayout() forgets all of it.
    static constexpr QLatin1String LayoutGroup{"layout"};
    static void resetLayout();

private:
    QSettings m_settings;
};

} // namespace Signalbox
