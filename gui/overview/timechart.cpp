// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/overview/timechart.h"

#include "gui/figures.h"
#include "gui/overview/fillunder.h"
#include "gui/theme/theme.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Signalbox {

namespace {

constexpr int LegendHeight = 22;
constexpr int AxisHeight = 20;
constexpr int Rows = 4;

/// The next of 1, 2, 4, 8, 10, 20, ...: divides well by Rows.
double niceTop(double value)
{
    if (value <= 0)
        return Rows;
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double step : {1.0, 2.0, 4.0, 8.0}) {
        if (value <= step * power)
            return std::max(step * power, 0.4);
    }
    return 10 * power;
}

} // namespace

TimeChart::TimeChart(const MetricsHistory &history, QWidget *parent)
    : QWidget(parent)
    , m_history(history)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Throughput over time"));
    connect(&history, &MetricsHistory::sampled, this, &TimeChart::refresh);
    refresh();
}

void TimeChart::setSeries(const QList<Series> &series, Unit unit)
{
    m_series = series;
    m_unit = unit;
    update();
}

void TimeChart::setSpan(int seconds)
{
    m_span = std::clamp(seconds, 60, int(MetricsHistory::Capacity));
    m_cursor = -1;
    update();
}

void TimeChart::setPaused(bool paused)
{
    m_isPaused = paused;
    refresh();
}

void TimeChart::takeOver(const TimeChart &predecessor)
{
    m_isPaused = predecessor.m_isPaused;
    m_samples = predecessor.m_samples;
    update();
}

void TimeChart::setShowsUtc(bool utc)
{
    m_showsUtc = utc;
    update();
}

void TimeChart::refresh()
{
    // All of them, not only those of the span: it may be changed while this is paused.
    if (m_isPaused || !isVisible())
        return;
    m_samples = m_history.last(MetricsHistory::Capacity);
    update();
}

QRectF TimeChart::plot() const
{
    const int left = std::max(fontMetrics().horizontalAdvance(text(niceTop(highest()))),
                              fontMetrics().horizontalAdvance(text(0)))
        + 12;
    return QRectF(rect()).adjusted(left, LegendHeight + 6, -12, -AxisHeight - 2);
}

double TimeChart::x(qint64 at) const
{
    const QRectF area = plot();
    const double ago = double(m_samples.last().at - at) / 1000;
    return area.right() - area.width() * ago / m_span;
}

double TimeChart::highest() const
{
    double result = 0;
    if (m_samples.isEmpty())
        return result;
    const qint64 begin = m_samples.last().at - qint64(m_span) * 1000;
    for (auto it = m_samples.crbegin(); it != m_samples.crend() && it->at >= begin; ++it) {
        for (const Series &series : m_series)
            result = std::max(result, it->value(series.metric));
    }
    return result;
}

QString TimeChart::text(double value) const
{
    switch (m_unit) {
    case Unit::Rate:
        return Figures::rate(value);
    case Unit::ByteRate:
        return Figures::byteRate(value);
    case Unit::Count:
        return Figures::count(value);
    case Unit::Bytes:
        return Figures::bytes(value);
    }
    Q_UNREACHABLE();
}

void TimeChart::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void TimeChart::paintEvent(QPaintEvent * /*event*/)
{
    if (m_samples.isEmpty() && !m_isPaused)
        m_samples = m_history.last(MetricsHistory::Capacity);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), Theme::color(ThemeRole::Surface)); // it is saved as a picture, too
    const double top = niceTop(highest());
    drawGrid(painter, top);
    drawLegend(painter);
    if (m_samples.size() < 2) {
        painter.setPen(Theme::color(ThemeRole::Muted));
        painter.drawText(plot(), Qt::AlignCenter, tr("Collecting the first seconds…"));
        return;
    }
    painter.save();
    painter.setClipRect(plot().adjusted(0, -2, 1, 1));
    for (const Series &series : m_series)
        drawSeries(painter, series, top);
    painter.restore();
    drawCursor(painter, top);
    if (hasFocus()) {
        painter.setPen(Theme::color(ThemeRole::Accent));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
}

void TimeChart::drawGrid(QPainter &painter, double top) const
{
    const QRectF area = plot();
    for (int row = 0; row <= Rows; ++row) {
        const double y = std::floor(area.bottom() - area.height() * row / Rows) + 0.5;
        painter.setPen(QPen(Theme::color(ThemeRole::Border), 1));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(Theme::color(ThemeRole::Muted));
        if (row % 2 == 0)
            painter.drawText(QRectF(0, y - 10, area.left() - 6, 20),
                             Qt::AlignRight | Qt::AlignVCenter, text(top * row / Rows));
    }
    constexpr int Columns = 4;
    for (int column = 0; column <= Columns; ++column) {
        const int ago = m_span - m_span * column / Columns;
        const double center = area.left() + area.width() * column / Columns;
        const QString label = ago == 0 ? tr("now")
            : ago < 60                 ? tr("−%1 s").arg(QLocale().toString(ago))
            : ago % 60 == 0            ? tr("−%1 min").arg(QLocale().toString(ago / 60))
                            : tr("−%1 min").arg(QLocale().toString(double(ago) / 60, 'f', 1));
        const double width = 90;
        QRectF box(center - width / 2, area.bottom() + 4, width, AxisHeight - 4);
        Qt::Alignment alignment = Qt::AlignHCenter;
        if (column == 0) {
            box.moveLeft(area.left());
            alignment = Qt::AlignLeft;
        } else if (column == Columns) {
            box.moveRight(area.right());
            alignment = Qt::AlignRight;
        }
        painter.drawText(box, alignment | Qt::AlignTop, label);
    }
}

void TimeChart::drawSeries(QPainter &painter, const Series &series, double top) const
{
    const QRectF area = plot();
    const qint64 begin = m_samples.last().at - qint64(m_span + 2) * 1000;
    QPolygonF line;
    // More seconds than pixels: of each pixel, the highest, so that no peak is lost.
    for (auto it = m_samples.crbegin(); it != m_samples.crend() && it->at >= begin; ++it) {
        const QPointF point(x(it->at),
                            area.bottom() - area.height() * it->value(series.metric) / top);
        if (!line.isEmpty() && line.last().x() - point.x() < 1 && line.size() > 1)
            line.last().setY(std::min(line.last().y(), point.y()));
        else
            line.append(point);
    }
    const QColor ink = Theme::color(series.role);
    if (series.style == Qt::SolidLine)
        fillUnder(painter, line, area.bottom(), ink, 0.12F);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, 1.6, series.style, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
}

void TimeChart::drawLegend(QPainter &painter) const
{
    double left = plot().left();
    for (const Series &series : m_series) {
        const double y = LegendHeight / 2.0;
        painter.setPen(QPen(Theme::color(series.role), 2, series.style));
        painter.drawLine(QPointF(left, y), QPointF(left + 22, y));
        QString label = series.name;
        if (!m_samples.isEmpty())
            label =
                tr("%1: %2", "name: value").arg(label, text(m_samples.last().value(series.metric)));
        painter.setPen(Theme::color(ThemeRole::Text));
        const int width = fontMetrics().horizontalAdvance(label);
        painter.drawText(QRectF(left + 28, 0, width + 4, LegendHeight), Qt::AlignVCenter, label);
        left += 28 + width + 24;
    }
}

const MetricsSample *TimeChart::sampleAtCursor() const
{
    if (m_cursor < 0 || m_samples.isEmpty())
        return nullptr;
    const qint64 at = m_samples.last().at - qint64(m_cursor) * 1000;
    const auto found =
        std::lower_bound(m_samples.cbegin(), m_samples.cend(), at - 500,
                         [](const MetricsSample &sample, qint64 time) { return sample.at < time; });
    if (found == m_samples.cend() || found->at > at + 1500)
        return nullptr;
    return &*found;
}

QString TimeChart::reading() const
{
    const MetricsSample *sample = sampleAtCursor();
    if (!sample)
        return {};
    QStringList lines{
        Figures::time(QDateTime::fromMSecsSinceEpoch(sample->at).toUTC(), m_showsUtc)};
    for (const Series &series : m_series)
        lines.append(
            tr("%1: %2", "name: value").arg(series.name, text(sample->value(series.metric))));
    return lines.join(u'\n');
}

void TimeChart::drawCursor(QPainter &painter, double top) const
{
    const MetricsSample *sample = sampleAtCursor();
    if (!sample)
        return;
    const QRectF area = plot();
    const double position = x(sample->at);
    painter.setPen(QPen(Theme::color(ThemeRole::Muted), 1));
    painter.drawLine(QPointF(position, area.top()), QPointF(position, area.bottom()));
    for (const Series &series : m_series) {
        painter.setBrush(Theme::color(series.role));
        painter.setPen(QPen(Theme::color(ThemeRole::Surface), 1.5));
        painter.drawEllipse(
            QPointF(position, area.bottom() - area.height() * sample->value(series.metric) / top),
            3.5, 3.5);
    }
    const QString content = reading();
    QRectF box =
        painter.boundingRect(QRectF(0, 0, 400, 200), Qt::AlignLeft | Qt::AlignTop, content);
    box = QRectF(0, 0, box.width() + 16, box.height() + 12);
    box.moveTopLeft({position + 10, area.top() + 6});
    if (box.right() > area.right())
        box.moveRight(position - 10);
    painter.setPen(Theme::color(ThemeRole::Border));
    painter.setBrush(Theme::color(ThemeRole::Surface));
    painter.drawRoundedRect(box, 6, 6);
    painter.setPen(Theme::color(ThemeRole::Text));
    painter.drawText(box.adjusted(8, 6, -8, -6), Qt::AlignLeft | Qt::AlignTop, content);
}

void TimeChart::moveCursor(int secondsAgo)
{
    m_cursor = std::clamp(secondsAgo, 0, m_span);
    setAccessibleDescription(reading());
    update();
}

void TimeChart::mouseMoveEvent(QMouseEvent *event)
{
    const QRectF area = plot();
    const double x = event->position().x();
    if (x < area.left() || x > area.right()) {
        leaveEvent(event);
        return;
    }
    moveCursor(qRound((area.right() - x) / area.width() * m_span));
}

void TimeChart::leaveEvent(QEvent * /*event*/)
{
    m_cursor = -1;
    update();
}

void TimeChart::keyPressEvent(QKeyEvent *event)
{
    const int step = std::max(1, m_span / 60);
    switch (event->key()) {
    case Qt::Key_Left:
        moveCursor(m_cursor < 0 ? 0 : m_cursor + step);
        break;
    case Qt::Key_Right:
        moveCursor(std::max(m_cursor - step, 0));
        break;
    case Qt::Key_Home:
        moveCursor(m_span);
        break;
    case Qt::Key_End:
        moveCursor(0);
        break;
    case Qt::Key_Escape:
        if (m_cursor >= 0) {
            m_cursor = -1;
            update();
            break;
        }
        [[fallthrough]];
    default:
        QWidget::keyPressEvent(event);
    }
}

void TimeChart::focusOutEvent(QFocusEvent *event)
{
    m_cursor = -1;
    QWidget::focusOutEvent(event);
}

} // namespace Signalbox
