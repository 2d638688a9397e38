// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/filter/fieldvalue.h"

namespace Signalbox {

/// Where a row is kept. Stays the same as long as the row lives; afterwards another one may get it.
using RowSlot = quint32;

/// The rows of a table, wherever in the table they are shown.
class RowSource
{
public:
    [[nodiscard]] virtual FieldValue value(RowSlot slot, int column) const = 0;
    /// A field that is no column (FieldSource::otherValue()).
    [[nodiscard]] virtual FieldValue otherValue(RowSlot, QByteArrayView) const { return {}; }
    /// Orders rows that are alike otherwise: later ones have higher numbers.
    [[nodiscard]] virtual quint64 serial(RowSlot slot) const = 0;

protected:
    ~RowSource() = default;
};

} // namespace Signalbox
