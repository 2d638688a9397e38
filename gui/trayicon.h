// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/console.h"

#include <QMenu>
#include <QSystemTrayIcon>

namespace Signalbox {

struct HubStatus;

/// The server while no window is open: how it does, and the way back.
class TrayIcon final : public QObject
{
    Q_OBJECT

public:
    explicit TrayIcon(Console &console, QObject *parent = nullptr);

    void show() { m_icon.show(); }
    void tell(const QString &title, const QString &text, Console::Tone tone);

    /// \a text as a desktop shows it whether it takes notifications for markup or not: with signs
    /// that look like `<`, `>` and `&` in place of these.
    [[nodiscard]] static QString withoutMarkup(QString text);

Q_SIGNALS:
    void windowRequested();
    void stopRequested();

private:
    void showStatus(const HubStatus &status);
    [[nodiscard]] static QIcon icon(bool isAlarming);

    QMenu m_menu; ///< before the icon that shows it
    QSystemTrayIcon m_icon;
    bool m_isAlarming = false;
};

} // namespace Signalbox
