// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/overview/metricshistory.h"

#include "common/monitor/hubmonitor.h"

#include <QDateTime>

namespace Signalbox {

MetricsHistory::MetricsHistory(const HubMonitor &monitor, QObject *parent)
    : QObject(parent)
    , m_monitor(monitor)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &MetricsHistory::handleTimeout);
    m_timer.start(1000);
}

void MetricsHistory::handleTimeout()
{
    const HubStatus status = m_monitor.status();
    if (status.startedAt.isValid())
        add(status, QDateTime::currentMSecsSinceEpoch());
}

void MetricsHistory::add(const HubStatus &status, qint64 at)
{
    const double seconds = double(at - m_previousAt) / 1000;
    const bool isFirst = m_previousAt == 0 || seconds <= 0;
    const auto rate = [&](quint64 HubStatus::*total) {
        // A total that has shrunk is that of another start.
        if (isFirst || status.*total < m_previous.*total)
            return 0.0F;
        return float(double(status.*total - m_previous.*total) / seconds);
    };
    const MetricsSample sample{at,
                               {float(status.connections), float(status.rooms),
                                rate(&HubStatus::eventsReceived), rate(&HubStatus::eventsRefused),
                                rate(&HubStatus::eventsSent), rate(&HubStatus::bytesReceived),
                                rate(&HubStatus::bytesSent), float(status.queuedBytes),
                                rate(&HubStatus::slowCloses), rate(&HubStatus::authFailures)}};
    if (m_samples.size() < Capacity) {
        m_samples.append(sample);
    } else {
        m_samples[m_oldest] = sample;
        m_oldest = (m_oldest + 1) % Capacity;
    }
    m_previous = status;
    m_previousAt = at;
    Q_EMIT sampled();
}

QList<MetricsSample> MetricsHistory::last(qsizetype limit) const
{
    QList<MetricsSample> result;
    const qsizetype count = std::min(limit, m_samples.size());
    result.reserve(count);
    for (qsizetype i = m_samples.size() - count; i < m_samples.size(); ++i)
        result.append(m_samples.at((m_oldest + i) % m_samples.size()));
    return result;
}

QList<double> MetricsHistory::last(Metric metric, qsizetype limit) const
{
    QList<double> result;
    const qsizetype count = std::min(limit, m_samples.size());
    result.reserve(count);
    for (qsizetype i = m_samples.size() - count; i < m_samples.size(); ++i)
        result.append(m_samples.at((m_oldest + i) % m_samples.size()).value(metric));
    return result;
}

MetricsSample MetricsHistory::newest() const
{
    if (m_samples.isEmpty())
        return {};
    return m_samples.at((m_oldest + m_samples.size() - 1) % m_samples.size());
}

} // namespace Signalbox
