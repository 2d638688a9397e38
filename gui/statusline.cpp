// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/statusline.h"

#include "common/monitor/hubmonitor.h"
#include "gui/console.h"
#include "gui/theme/theme.h"

#include <QLabel>
#include <QStatusBar>

namespace Signalbox {

namespace {

void draw(QLabel *label, const QString &iconName, ThemeRole role)
{
    label->setPixmap(Theme::icon(iconName, role).pixmap(QSize(16, 16), label->devicePixelRatioF()));
}

} // namespace

StatusLine::StatusLine(Console &console, QStatusBar *bar)
    : QObject(bar)
    , m_console(console)
    , m_stateIcon(new QLabel)
    , m_state(new QLabel)
    , m_address(new QLabel)
    , m_connections(new QLabel)
    , m_zone(new QLabel)
    , m_lockIcon(new QLabel)
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
    for (QLabel *label : {m_stateIcon, m_state, m_address})
        bar->addWidget(label);
    for (QLabel *label : {m_connections, m_zone, m_lockIcon, m_lock})
        bar->addPermanentWidget(label);
    connect(&console.monitor(), &HubMonitor::statusChanged, this, &StatusLine::showStatus);
    connect(&console, &Console::readOnlyChanged, this, &StatusLine::showModes);
    connect(&console, &Console::showsUtcChanged, this, &StatusLine::showModes);
    redraw();
}

void StatusLine::redraw()
{
    showStatus(m_console.monitor().status());
    showModes();
}

void StatusLine::showStatus(const HubStatus &status)
{
    const bool isListening = status.startedAt.isValid();
    if (!isListening) {
        draw(m_stateIcon, QStringLiteral("clock"), ThemeRole::Muted);
        m_state->setText(tr("Starting…"));
    } else if (status.isDraining) {
        draw(m_stateIcon, QStringLiteral("drain"), ThemeRole::Warning);
        m_state->setText(tr("Draining"));
    } else if (status.isTripped) {
        draw(m_stateIcon, QStringLiteral("emergency"), ThemeRole::Bad);
        m_state->setText(tr("Publishing is stopped"));
    } else {
        draw(m_stateIcon, QStringLiteral("success"), ThemeRole::Good);
        m_state->setText(tr("Listening"));
    }
    m_address->setText(status.address);
    m_connections->setText(tr("%Ln client(s)", nullptr, int(status.connections)));
}

void StatusLine::showModes()
{
    m_zone->setText(m_console.showsUtc() ? tr("UTC") : tr("Local time"));
    draw(m_lockIcon, QStringLiteral("lock"), ThemeRole::Warning);
    m_lockIcon->setVisible(m_console.isReadOnly());
    m_lock->setVisible(m_console.isReadOnly());
}

} // namespace Signalbox
