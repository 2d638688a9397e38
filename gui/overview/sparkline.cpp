// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/overview/sparkline.h"

#include "gui/overview/fillunder.h"
#include "gui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace Signalbox {

Sparkline::Sparkline(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void Sparkline::setValues(const QList<double> &values)
{
    m_values = values.last(std::min(values.size(), Points));
    update();
}

void Sparkline::setRole(ThemeRole role)
{
    m_role = role;
    update();
}

void Sparkline::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(0, 2, 0, -1);
    painter.setPen(Theme::color(ThemeRole::Border));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    if (m_values.size() < 2)
        return;

    const double highest = std::max(*std::max_element(m_values.cbegin(), m_values.cend()), 1e-9);
    QPolygonF line;
    line.reserve(m_values.size() + 2);
    const qsizetype missing = Points - m_values.size();
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        line.append({area.left() + area.width() * double(missing + i) / double(Points - 1),
                     area.bottom() - area.height() * std::max(m_values.at(i), 0.0) / highest});
    }
    const QColor ink = Theme::color(m_role);
    fillUnder(painter, line, area.bottom(), ink, 0.14F);
    painter.setPen(QPen(ink, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
}

} // namespace Signalbox
