// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/tables/tablecolumn.h"

#include <QHeaderView>

namespace Signalbox {

/// A table's header that shows by which columns, and in which order of importance, it is sorted:
/// an arrow at each, and its rank if there are several.
class SortHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit SortHeader(QWidget *parent = nullptr);

    [[nodiscard]] const SortKeys &sortKeys() const { return m_keys; }
    void setSortKeys(const SortKeys &keys);

Q_SIGNALS:
    /// A column was clicked; \a adds if it is to be a further key (Ctrl or Shift).
    void sortRequested(int column, bool adds);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const override;

private:
    SortKeys m_keys;
    Qt::KeyboardModifiers m_modifiers;
};

} // namespace Signalbox
