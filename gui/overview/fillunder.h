// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPainter>
#include <QPolygonF>

namespace Signalbox {

/// Tints what lies between \a line, which is not empty, and \a bottom.
inline void fillUnder(QPainter &painter, const QPolygonF &line, qreal bottom, QColor ink,
                      float opacity)
{
    ink.setAlphaF(opacity);
    QPolygonF under = line;
    under.append({line.last().x(), bottom});
    under.append({line.first().x(), bottom});
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawPolygon(under);
}

} // namespace Signalbox
