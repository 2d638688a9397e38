// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/monitor/hubstatus.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <array>

namespace Signalbox {

class HubMonitor;

enum class Metric {
    Connections,
    Rooms,
    EventsIn, ///< per second, as all that follow except QueuedBytes
    EventsRefused,
    DeliveriesOut,
    BytesIn,
    BytesOut,
    QueuedBytes,
    SlowCloses,
    AuthFailures,
};
inline constexpr qsizetype MetricCount = 10;

struct MetricsSample
{
    qint64 at = 0; ///< ms since 1970, UTC
    std::array<float, MetricCount> values{};

    [[nodiscard]] double value(Metric metric) const { return double(values[size_t(metric)]); }
};

/// What the server did in the last hour, second by second.
class MetricsHistory final : public QObject
{
    Q_OBJECT

public:
    /// \a monitor must outlive this, which samples it every second.
    explicit MetricsHistory(const HubMonitor &monitor, QObject *parent = nullptr);

    /// Takes what \a status says, \a at ms since 1970. Rates are those since the sample before.
    void add(const HubStatus &status, qint64 at);

    [[nodiscard]] qsizetype size() const { return m_samples.size(); }
    /// The newest ones, oldest first, at most \a limit.
    [[nodiscard]] QList<MetricsSample> last(qsizetype limit) const;
    [[nodiscard]] QList<double> last(Metric metric, qsizetype limit) const;
    [[nodiscard]] MetricsSample newest() const;

    static constexpr qsizetype Capacity = 3600;

Q_SIGNALS:
    void sampled();

private:
    void handleTimeout();

    const HubMonitor &m_monitor;
    QTimer m_timer;
    QList<MetricsSample> m_samples; ///< a ring once it is full
    qsizetype m_oldest = 0;
    HubStatus m_previous;
    qint64 m_previousAt = 0;
};

} // namespace Signalbox
