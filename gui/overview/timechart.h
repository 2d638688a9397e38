// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/overview/metricshistory.h"
#include "gui/theme/themecolors.h"

#include <QWidget>

namespace Signalbox {

/// Metrics over time: lines of their own dash and name, not colour alone. The mouse, or the arrow
/// keys, read the values of one second.
class TimeChart final : public QWidget
{
    Q_OBJECT

public:
    struct Series
    {
        QString name;
        Metric metric = Metric::EventsIn;
        ThemeRole role = ThemeRole::Accent;
        Qt::PenStyle style = Qt::SolidLine;
    };
    enum class Unit { Rate, ByteRate, Count, Bytes };

    /// \a history must outlive this.
    explicit TimeChart(const MetricsHistory &history, QWidget *parent = nullptr);

    void setSeries(const QList<Series> &series, Unit unit);
    void setSpan(int seconds); ///< 60 to MetricsHistory::Capacity
    /// Shows what was there at this moment, until it is set back.
    void setPaused(bool paused);
    /// As paused as \a predecessor, and with what is shown there.
    void takeOver(const TimeChart &predecessor);
    void setShowsUtc(bool utc);
    [[nodiscard]] bool isPaused() const { return m_isPaused; }
    [[nodiscard]] int span() const { return m_span; }
    /// What the reading line stands at, for people; empty if there is none.
    [[nodiscard]] QString reading() const;

    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 150}; }
    [[nodiscard]] QSize sizeHint() const override { return {640, 240}; }

protected:
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void refresh();
    void moveCursor(int secondsAgo);
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] double x(qint64 at) const;
    [[nodiscard]] double highest() const;
    [[nodiscard]] QString text(double value) const;
    [[nodiscard]] const MetricsSample *sampleAtCursor() const;
    void drawGrid(QPainter &painter, double top) const;
    void drawSeries(QPainter &painter, const Series &series, double top) const;
    void drawLegend(QPainter &painter) const;
    void drawCursor(QPainter &painter, double top) const;

    const MetricsHistory &m_history;
    QList<Series> m_series;
    Unit m_unit = Unit::Rate;
    int m_span = 60;
    bool m_isPaused = false;
    bool m_showsUtc = false;
    int m_cursor = -1; ///< seconds before the end; negative: none
    QList<MetricsSample> m_samples; ///< what is drawn
};

} // namespace Signalbox
