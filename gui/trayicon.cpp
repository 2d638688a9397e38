// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trayicon.h"

#include "common/monitor/hubmonitor.h"
#include "gui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace Signalbox {

TrayIcon::TrayIcon(Console &console, QObject *parent)
    : QObject(parent)
{
    connect(m_menu.addAction(tr("Show the console")), &QAction::triggered, this,
            &TrayIcon::windowRequested);
    m_menu.addSeparator();
    connect(m_menu.addAction(tr("Stop the server and quit")), &QAction::triggered, this,
            &TrayIcon::stopRequested);
    m_icon.setContextMenu(&m_menu);
    m_icon.setIcon(icon(false));
    connect(&m_icon, &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
                    Q_EMIT windowRequested();
            });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &TrayIcon::windowRequested);
    connect(&console.monitor(), &HubMonitor::statusChanged, this, &TrayIcon::showStatus);
    showStatus(console.monitor().status());
}

void TrayIcon::showStatus(const HubStatus &status)
{
    const bool isTroubled = std::any_of(
        status.components.cbegin(), status.components.cend(), [](const ComponentHealth &component) {
            return component.state != ComponentHealth::State::Healthy;
        });
    const bool isAlarming = status.isTripped || isTroubled;
    if (std::exchange(m_isAlarming, isAlarming) != isAlarming)
        m_icon.setIcon(icon(isAlarming));
    QStringList lines{tr("Signalbox – %1").arg(status.address),
                      tr("%Ln client(s)", nullptr, int(status.connections))};
    if (status.isTripped)
        lines.append(tr("Publishing is stopped"));
    if (isTroubled)
        lines.append(tr("A component is in trouble"));
    m_icon.setToolTip(withoutMarkup(lines.join(u'\n')));
}

void TrayIcon::tell(const QString &title, const QString &text, Console::Tone tone)
{
    const auto kind = tone == Console::Tone::Error ? QSystemTrayIcon::Critical
        : tone == Console::Tone::Warning           ? QSystemTrayIcon::Warning
                                                   : QSystemTrayIcon::Information;
    m_icon.showMessage(withoutMarkup(title), withoutMarkup(text), kind);
}

/// Escaping would not do: a desktop that takes no markup would show the escapes.
QString TrayIcon::withoutMarkup(QString text)
{
    text.replace(u'<', QChar(0x2039)); // the single angle quotation marks
    text.replace(u'>', QChar(0x203A));
    text.replace(u'&', QChar(0xFF06)); // the full-width ampersand
    return text;
}

/// With a dot in its corner if something is wrong.
QIcon TrayIcon::icon(bool isAlarming)
{
    const QIcon plain(QStringLiteral(":/icons/signalbox.svg"));
    if (!isAlarming)
        return plain;
    QIcon result;
    for (const int side : {16, 22, 24, 32, 48, 64}) {
        QPixmap pixmap = plain.pixmap(QSize(side, side));
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(Qt::white, side / 16.0));
        painter.setBrush(ThemeColors::color(ThemeRole::Bad, false));
        painter.drawEllipse(QRectF(side * 0.5, side * 0.5, side * 0.46, side * 0.46));
        painter.end();
        result.addPixmap(pixmap);
    }
    return result;
}

} // namespace Signalbox
