// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/filter/fieldvalue.h"

#include <algorithm>

namespace Signalbox {

namespace {

int rank(const FieldValue &value)
{
    if (value.isNull())
        return 0;
    return value.isText() ? 2 : 1;
}

int lower(char c)
{
    return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : int(quint8(c));
}

} // namespace

int compare(const FieldValue &left, const FieldValue &right)
{
    const int rankOfLeft = rank(left);
    if (const int difference = rankOfLeft - rank(right))
        return difference;
    if (rankOfLeft == 1) {
        const double a = left.toNumber();
        const double b = right.toNumber();
        return a < b ? -1 : int(a > b);
    }
    const QByteArrayView a = left.toText();
    const QByteArrayView b = right.toText();
    const qsizetype common = std::min(a.size(), b.size());
    for (qsizetype i = 0; i < common; ++i) {
        if (const int difference = lower(a[i]) - lower(b[i]))
            return difference;
    }
    if (a.size() != b.size())
        return a.size() < b.size() ? -1 : 1;
    return a.compare(b);
}

} // namespace Signalbox
