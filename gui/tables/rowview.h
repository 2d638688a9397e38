// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemView>

namespace Signalbox {

/// A view of rows, \a Base, in which the arrows begin with the first row, and Home and End lead to
/// the first and the last.
///
/// Qt makes the first row the current one, without selecting it, as soon as a view has the
/// keyboard: Down would select the second then, and nothing at all where there is one row only.
template <typename Base>
class RowView : public Base
{
public:
    using Base::Base;

protected:
    void focusInEvent(QFocusEvent *event) override
    {
        if (this->currentIndex().isValid()) {
            Base::focusInEvent(event);
            return;
        }
        QAbstractScrollArea::focusInEvent(event);
        this->viewport()->update();
    }

    /// In Qt, Home and End of a table stay in the row, where there are only cells to be had; and
    /// without a current row, every key leads to the first one.
    QModelIndex moveCursor(QAbstractItemView::CursorAction action,
                           Qt::KeyboardModifiers modifiers) override
    {
        if (action == QAbstractItemView::MoveHome || action == QAbstractItemView::MoveEnd)
            modifiers |= Qt::ControlModifier;
        const bool hasCurrent = this->currentIndex().isValid();
        const QModelIndex next = Base::moveCursor(action, modifiers);
        if (hasCurrent || action != QAbstractItemView::MoveEnd || !next.isValid())
            return next;
        int row = this->model()->rowCount(next.parent()) - 1;
        while (row > next.row() && this->isIndexHidden(next.siblingAtRow(row)))
            --row;
        return next.siblingAtRow(row);
    }
};

} // namespace Signalbox
