// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/filter/filterschema.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace Signalbox {

/// A column of a large table, which is a field of its filter as well.
struct TableColumn
{
    /// For settings, exports and filters, lower case; further names that filters take.
    QList<QByteArray> names;
    QString title; ///< translated
    FieldKind kind = FieldKind::Word;
    QString toolTip = {}; ///< translated; what the figure means
    int width = 100; ///< at first, in pixels
    bool isHidden = false; ///< at first
    bool changes = false; ///< a row may have another value later
    bool ages = false; ///< ... by time alone

    [[nodiscard]] const QByteArray &key() const { return names.first(); }
};

/// By what a table is sorted: by the first key, where that says the same by the second, ...
struct SortKey
{
    int column = 0;
    Qt::SortOrder order = Qt::AscendingOrder;

    friend bool operator==(const SortKey &, const SortKey &) = default;
};

using SortKeys = QList<SortKey>;

} // namespace Signalbox
