// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/themecolors.h"

#include <QFont>
#include <QIcon>
#include <QObject>

namespace Signalbox {

class SystemAppearance;

/// How the console looks: light, dark, or as the desktop says. Style, palette and style sheet of
/// the application are its own while it exists.
///
/// The static functions work without one, too: they go by the application's palette.
class Theme final : public QObject
{
    Q_OBJECT

public:
    using Role = ThemeRole;
    enum class Choice { System, Light, Dark };

    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    void setChoice(Choice choice);
    [[nodiscard]] Choice choice() const { return m_choice; }

    [[nodiscard]] static bool isDark();
    [[nodiscard]] static QColor color(Role role);

    /// resources/icons/ui/<name>.svg, in the colours of the theme at the time when it is drawn, for
    /// every size and every mode. Null if there is none of this name.
    [[nodiscard]] static QIcon icon(const QString &name);
    /// The same in one colour.
    [[nodiscard]] static QIcon icon(const QString &name, Role role);
    /// What is read letter by letter: ids, tokens, JSON.
    [[nodiscard]] static const QFont &fixedFont();

Q_SIGNALS:
    /// The application has its new palette.
    void changed();

private:
    bool apply(); ///< false: it looks so already

    SystemAppearance *m_system;
    Choice m_choice = Choice::System;
    bool m_wasDark = false;
    bool m_isApplied = false;
};

} // namespace Signalbox
