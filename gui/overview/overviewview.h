// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/view.h"

QT_BEGIN_NAMESPACE
class QGridLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
QT_END_NAMESPACE

namespace Signalbox {

class EmptyState;
class HealthPanel;
class MetricTile;
class MetricsHistory;
class ThroughputPanel;

/// The server at a glance: figures, their last minute, health, throughput, the emergency switch.
class OverviewView final : public View
{
    Q_OBJECT

public:
    OverviewView(Console &console, const MetricsHistory &metrics, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Overview"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("overview"); }
    void activate() override;
    void deactivate() override;
    [[nodiscard]] QWidget *keyboardOwner() const override;
    void refresh() override;
    [[nodiscard]] bool canPause() const override { return true; }
    [[nodiscard]] bool isPaused() const override;
    void setPaused(bool paused) override;
    [[nodiscard]] QList<QAction *> paletteActions() const override { return m_actions; }
    void saveState(QSettings &settings) const override;
    void restoreState(QSettings &settings) override;
    void takeOver(const View &predecessor) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showStatus(const HubStatus &status);
    void showSample();
    void arrange(int width);
    [[nodiscard]] QWidget *makeHeader();
    [[nodiscard]] EmptyState *makeEmptyState();
    void copyTestUrl();
    void openClientPage();
    void updateSwitch();

    const MetricsHistory &m_metrics;
    QLabel *m_address;
    QPushButton *m_switch;
    QGridLayout *m_grid;
    QList<QWidget *> m_tiles;
    MetricTile *m_connections;
    MetricTile *m_rooms;
    MetricTile *m_eventsIn;
    MetricTile *m_deliveries;
    MetricTile *m_bytes;
    MetricTile *m_queued;
    MetricTile *m_slow;
    MetricTile *m_authFailures;
    MetricTile *m_uptime;
    HealthPanel *m_health;
    EmptyState *m_empty;
    ThroughputPanel *m_throughput;
    QList<QAction *> m_actions;
    int m_columns = 0;
    qint64 m_lastSlowAt = 0;
    quint64 m_slowCloses = 0;
};

} // namespace Signalbox
