// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/statusline.h"

#include "common/monitor/hubmonitor.h"
#include "gui/console.h"
#include "gui/theme/theme.h"
#include "gui/widgets/iconlabel.h"

#include <QLabel>
#include <QStatusBar>

namespace Signalbox {

StatusLine::StatusLine(Console &console, QStatusBar *bar)
    : QObject(bar)
    , m_console(console)
    , m_stateIcon(new IconLabel(16))
    , m_state(new QLabel)
    , m_address(new QLabel)
    , m_connections(new QLabel)
    , m_zone(new QLabel)
    , m_lockIcon(new IconLabel(16, Theme::icon(QStringLiteral("lock"), ThemeRole::Warning)))
    , m_lock(new QLabel(tr("Read-only")))
{
    bar->setSizeGripEnabled(false);
    bar->setContentsMargins(8, 0, 8, 0);
    m_state->setAccessibleName(tr("State of the server"));
    m_address->setAccessibleName(tr("Address"));
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_connections->setAccessibleName(tr("Connections"));
    m_zone->setToolTip(tr("The zone that times are shown in"));
    m_lock->setToolTip(tr("Nothing can be changed from this console"));
    for (QWidget *part : QWidgetList{m_stateIcon, m_state, m_address})
        bar->addWidget(part);
    for (QWidget *part : QWidgetList{m_connections, m_zone, m_lockIcon, m_lock})
        bar->addPermanentWidget(part);
    connect(&console.monitor(), &HubMonitor::statusChanged, this, &StatusLine::showStatus);
    connect(&console, &Console::readOnlyChanged, this, &StatusLine::showModes);
    connect(&console, &Console::showsUtcChanged, this, &StatusLine::showModes);
    showStatus(console.monitor().status());
    showModes();
}

void StatusLine::showStatus(const HubStatus &status)
{
    const bool isListening = status.startedAt.isValid();
    if (!isListening) {
        m_stateIcon->setIcon(Theme::icon(QStringLiteral("clock"), ThemeRole::Muted));
        m_state->setText(tr("Starting…"));
    } else if (status.isDraining) {
        m_stateIcon->setIcon(Theme::icon(QStringLiteral("drain"), ThemeRole::Warning));
        m_state->setText(tr("Draining"));
    } else if (status.isTripped) {
        m_stateIcon->setIcon(Theme::icon(QStringLiteral("emergency"), ThemeRole::Bad));
        m_state->setText(tr("Publishing is stopped"));
    } else {
        m_stateIcon->setIcon(Theme::icon(QStringLiteral("success"), ThemeRole::Good));
        m_state->setText(tr("Listening"));
    }
    m_address->setText(status.address);
    m_connections->setText(tr("%Ln client(s)", nullptr, int(status.connections)));
}

void StatusLine::showModes()
{
    m_zone->setText(m_console.showsUtc() ? tr("UTC") : tr("Local time"));
    m_lockIcon->setVisible(m_console.isReadOnly());
    m_lock->setVisible(m_console.isReadOnly());
}

} // namespace Signalbox
