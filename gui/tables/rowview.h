// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractScrollArea>

namespace Signalbox {

/// A view of rows, \a Base, in which the arrows begin with the first row.
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
};

} // namespace Signalbox
