// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tables/sortheader.h"

#include <QMouseEvent>
#include <QStyleOptionHeader>

namespace Signalbox {

SortHeader::SortHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setStretchLastSection(true);
    setMinimumSectionSize(40);
    // Measuring all of 100,000 rows takes too long; those that are seen will do.
    setResizeContentsPrecision(0);
    connect(this, &QHeaderView::sectionClicked, this, [this](int column) {
        Q_EMIT sortRequested(column, m_modifiers & (Qt::ControlModifier | Qt::ShiftModifier));
    });
}

void SortHeader::setSortKeys(const SortKeys &keys)
{
    m_keys = keys;
    viewport()->update();
}

void SortHeader::mousePressEvent(QMouseEvent *event)
{
    m_modifiers = event->modifiers();
    QHeaderView::mousePressEvent(event);
}

void SortHeader::mouseReleaseEvent(QMouseEvent *event)
{
    m_modifiers = event->modifiers();
    QHeaderView::mouseReleaseEvent(event);
}

void SortHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const
{
    static constexpr char16_t Ranks[] = u"¹²³⁴⁵⁶⁷⁸⁹";
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    for (qsizetype rank = 0; rank < m_keys.size(); ++rank) {
        if (m_keys[rank].column != logicalIndex)
            continue;
        // Qt names the direction in which the values grow, not what the arrow looks like.
        option->sortIndicator = m_keys[rank].order == Qt::AscendingOrder
            ? QStyleOptionHeader::SortDown
            : QStyleOptionHeader::SortUp;
        if (m_keys.size() > 1 && rank < 9)
            option->text += QStringLiteral(" %1").arg(QChar(Ranks[rank]));
        // The style draws the arrow at the end, over the text that stands there.
        if (option->textAlignment & Qt::AlignRight)
            option->text += QStringLiteral("\u00a0\u00a0\u00a0\u00a0");
    }
}

} // namespace Signalbox
