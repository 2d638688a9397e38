// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/alerts.h"

#include "common/monitor/hubmonitor.h"

#include <algorithm>

namespace Signalbox {

Alerts::Alerts(HubMonitor &monitor, QObject *parent)
    : QObject(parent)
    , m_previous(monitor.status())
{
    m_slowTimer.setSingleShot(true);
    m_slowTimer.setInterval(SlowIntervalMs);
    connect(&m_slowTimer, &QTimer::timeout, this, &Alerts::tellSlowCloses);
    connect(&monitor, &HubMonitor::statusChanged, this, &Alerts::handleStatus);
}

void Alerts::markSeen()
{
    if (std::exchange(m_unseen, 0) != 0)
        Q_EMIT unseenChanged(0);
}

void Alerts::handleStatus(const HubStatus &status)
{
    if (status.slowCloses > m_previous.slowCloses) {
        m_untoldSlowCloses += status.slowCloses - m_previous.slowCloses;
        if (!m_slowTimer.isActive())
            tellSlowCloses();
    }
    if (status.isTripped && !m_previous.isTripped) {
        raise(tr("Emergency stop"),
              status.emergencyReason.isEmpty()
                  ? tr("Publishing is stopped.")
                  : tr("Publishing is stopped: %1").arg(status.emergencyReason),
              Console::Tone::Error);
    }
    for (const ComponentHealth &component : status.components) {
        const auto before = std::find_if(
            m_previous.components.cbegin(), m_previous.components.cend(),
            [&](const ComponentHealth &other) { return other.name == component.name; });
        const bool wasWell =
            before == m_previous.components.cend() || before->state < component.state;
        if (component.state != ComponentHealth::State::Healthy && wasWell) {
            raise(tr("Trouble with %1").arg(QString::fromUtf8(component.name)), component.detail,
                  component.state == ComponentHealth::State::Failed ? Console::Tone::Error
                                                                    : Console::Tone::Warning);
        }
    }
    m_previous = status;
}

void Alerts::tellSlowCloses()
{
    const int count = int(std::exchange(m_untoldSlowCloses, 0));
    if (count == 0)
        return;
    raise(tr("Slow clients"),
          tr("%Ln client(s) did not keep up and were disconnected.", nullptr, count),
          Console::Tone::Warning);
    m_slowTimer.start();
}

void Alerts::raise(const QString &title, const QString &text, Console::Tone tone)
{
    Q_EMIT unseenChanged(++m_unseen);
    Q_EMIT raised(title, text, tone);
}

} // namespace Signalbox
