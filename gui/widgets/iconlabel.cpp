// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/iconlabel.h"

#include <QPainter>

namespace Signalbox {

IconLabel::IconLabel(int side, const QIcon &icon, QWidget *parent)
    : QWidget(parent)
    , m_side(side)
    , m_icon(icon)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::setIcon(const QIcon &icon)
{
    m_icon = icon;
    update();
}

QSize IconLabel::sizeHint() const
{
    return QSize(m_side, m_side).grownBy(contentsMargins());
}

void IconLabel::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    m_icon.paint(&painter, contentsRect());
}

} // namespace Signalbox
